"""Somebody's mention: where the name begins behind titles, and the role and gender that stand beside it."""

from __future__ import annotations

from dataclasses import replace

from allegedly.resolve.appositions import role_after, role_apposed, role_before
from allegedly.resolve.lexicon import Lexicon
from allegedly.resolve.mention import Mention
from allegedly.resolve.roles import Role, country_in, place_of, read_role, role_at
from allegedly.resolve.words import Words


def name_start(words: Words, first: int, stop: int, lexicon: Lexicon) -> tuple[int, str | None, bool]:
    """Where the name begins behind titles, its gender by honorific, and whether a title stands before it."""
    name, gender, titled, at = first, None, False, first
    while at < stop:
        lower = words.texts[at].lower()
        length = role_at(words, at, stop, lexicon)
        if lower in ("st", "saint", "ste") or not lexicon.suffixes.isdisjoint(words.texts[at + 1 : min(at + 2, stop)]):
            at += 1
        elif lower in lexicon.honorifics and at + 1 < stop and (lower not in lexicon.roles or at == first):
            gender = lexicon.honorifics[lower] if lexicon.honorifics[lower] != "either" else gender
            name, titled, at = at + 1, True, at + 1
        elif length and at + length < stop and not (at == name and lexicon.given.get(words.texts[at])):
            gender = gender or lexicon.role_gender.get(lower)
            name, titled, at = at + length, True, at + length
            if at < stop and words.texts[at] in ("of", "for"):
                while at < stop and not lexicon.given.get(words.texts[at]):
                    at += 1
                name = at
        elif length and at + length == stop and stop - first > 1 and not lexicon.given.get(words.texts[first].partition("-")[0]):
            surname = titled and at == name and words.texts[at - 1].lower() in lexicon.short_titles
            return (name, gender, True) if surname else (stop, None, False)
        else:
            at += 1
    if not titled and stop - name > 2:
        after = max(place_of(words, name, stop, lexicon), _body_of(words, name, stop, lexicon))
        if after > name and stop - after >= 2:
            name = after
        elif words.texts[name].lower() in lexicon.people:
            name += 1
    elif not titled and stop - name > 1 and words.texts[name].lower() in lexicon.modifiers:
        name += 1
    return name, gender, titled


def _body_of(words: Words, first: int, stop: int, lexicon: Lexicon) -> int:
    """The word after the known body that stands at `first`, no word of a longer one; `first` itself where none does."""
    for length in range(min(5, stop - first - 1), 0, -1):
        if words.text[words.starts[first] : words.ends[first + length - 1]] in lexicon.bodies:
            return first + length if not any(text in lexicon.body_words for text in words.texts[first + length : stop]) else first
    return first


def person_mention(words: Words, first: int, name: int, stop: int, lexicon: Lexicon, gender: str | None, titled: bool) -> Mention:
    """Somebody's mention, the words from `first` up to `name` being titles, with what is read before and behind it."""
    role = read_role(words, first, name, lexicon) if name > first else None
    if role is None and titled:
        role = _office_behind(words, first, name, lexicon)
    opens = words.starts[first]
    before = role_before(words, first, lexicon)
    if before is not None and (role is None or not role.qualifiers):
        wider = read_role(words, before, name if role is not None else first, lexicon)
        if wider is not None and not wider.plural:
            role, opens, titled = wider, words.starts[before], True
    if before is None and role is None and not titled:
        role = role_apposed(words, first, stop, lexicon)
    after = role_after(words, stop, lexicon)
    if role is not None and role.plural:
        role = None
    if role is None:
        role, after = after, None
    if role is not None and role.country is None and stop + 1 < len(words) and words.texts[stop] in ("of", "from"):
        role = replace(role, country=country_in(words, stop + 1, place_of(words, stop + 1, len(words), lexicon), lexicon))
    given = lexicon.given.get(words.texts[name])
    if given and titled:
        stop = next((at for at in range(name + 2, stop) if words.texts[at] in ("of", "for")), stop)
    length = stop - name
    gender = (
        gender
        or (role.gender if role else None)
        or (after.gender if after else None)
        or (given if length > 1 and given != "either" else None)
    )
    initials = length > 1 and len(words.texts[name].replace(".", "")) <= 2 and words.texts[name].isupper()
    shown = titled or role is not None or (length > 1 and (given is not None or initials))
    sort = "person" if shown else "single" if length == 1 else "weak"
    return Mention(words.span(name, stop - 1), name, stop, sort, opens, role, gender, words.possessive[stop - 1], titled, after)


def _office_behind(words: Words, first: int, name: int, lexicon: Lexicon) -> Role | None:
    """The office behind a body whose name holds small words: "Citizens for the Harbour President Anna Bell"."""
    office = next((at for at in range(first + 1, name) if role_at(words, at, name, lexicon) == name - at), None)
    role = read_role(words, office, name, lexicon) if office is not None else None
    if role is None or office is None or any(role_at(words, at, office, lexicon) for at in range(first, office)):
        return None
    text = words.text[words.starts[first] : words.ends[office - 1]]
    body = lexicon.bodies.get(text)
    return replace(role, affiliation=text, country=role.country or (body.country if body is not None else None))
