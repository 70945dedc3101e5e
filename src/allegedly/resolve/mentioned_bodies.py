"""Whether a run of capitals is a body's name, by how it begins, what it holds and what stands behind it."""

from __future__ import annotations

from allegedly.resolve.lexicon import Lexicon
from allegedly.resolve.roles import place_of, role_at
from allegedly.resolve.runs import LINKS, advocates
from allegedly.resolve.words import Words, capitalised, singular


def body_opens(words: Words, first: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether a run begins as only a body's name does, and names nobody: "Office of the Governor", "Mothers Against Drink"."""
    if stop - first < 3 and words.texts[first] not in lexicon.advocates:
        return False
    if any(lexicon.given.get(text) for text in words.texts[first + 1 : stop]):
        return False
    if advocates(words, first, lexicon):
        return not any(role_at(words, at, stop, lexicon) for at in range(first + 2, stop - 1))
    if stop - first > 2 and words.texts[first] in lexicon.body_words and words.texts[first + 1] in ("of", "for"):
        return True
    linked = next((at for at in range(first + 1, stop - 1) if words.texts[at] in ("of", "for")), 0)
    noun = words.texts[linked - 1]
    if not linked or noun not in lexicon.body_words or (singular(noun) != noun and words.texts[linked] == "of"):
        return False
    tail = [at for at in range(linked + 2, stop) if role_at(words, at, stop, lexicon)]
    many = tail == [stop - 1] and singular(words.texts[stop - 1].lower()) != words.texts[stop - 1].lower()
    return not any(role_at(words, at, linked, lexicon) for at in range(first, linked)) and (not tail or many)


def name_behind_body(words: Words, first: int, stop: int, lexicon: Lexicon) -> int | None:
    """Where a full name begins that ends a run behind a body's: "Institute for Harbour Action Anna Bell"; else `None`."""
    name = stop - 2
    linked = next((at for at in range(first + 1, name - 1) if words.texts[at] in LINKS), 0)
    full = name > first + 2 and lexicon.given.get(words.texts[name]) and words.texts[stop - 1] not in lexicon.body_words
    if not full or not linked or words.texts[linked - 1] not in lexicon.body_words or words.texts[name - 1] in LINKS:
        return None
    titled = any(role_at(words, at, stop, lexicon) for at in range(first, name))
    return None if titled or not capitalised(words.texts[name - 1]) else name


def placed_body(words: Words, first: int, name: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether a run that a place opens is a body's name, which a plural ends: "New Orlec Health Connections"."""
    last = words.texts[stop - 1]
    many = singular(last.lower()) != last.lower() and not last.lower().endswith("'s")
    given = any(lexicon.given.get(text) for text in words.texts[name:stop])
    place = place_of(words, first, stop, lexicon)
    state = first < place == name and lexicon.places[words.text[words.starts[first] : words.ends[place - 1]]].sort != "people"
    return many and not given and state and stop - name > 1


def bracket_acronym(words: Words, first: int, stop: int) -> str | None:
    """The acronym in brackets behind a name of several words whose initials it is made of: "(TfL)"."""
    if (
        stop - first < 2
        or stop >= len(words)
        or words.gap(stop) != " ("
        or words.text[words.ends[stop] : words.ends[stop] + 1] != ")"
    ):
        return None
    acronym = words.texts[stop]
    letters = [letter for letter in acronym if letter.isupper()]
    if len(letters) < 2 or len(acronym) - len(letters) > 1:
        return None
    initials = [word[0] for word in words.texts[first:stop] if word[0].isupper()]
    return acronym if initials[: len(letters)] == letters or initials == letters else None
