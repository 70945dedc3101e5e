"""Where an article names someone or something: runs of capitals, split into roles and names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from allegedly.model import Span
from allegedly.resolve.appositions import role_after, role_apposed, role_before
from allegedly.resolve.lexicon import Lexicon
from allegedly.resolve.roles import Role, country_in, place_of, read_role, role_at
from allegedly.resolve.runs import LABEL, LINKS, advocates, credit, leading, opens, run_from
from allegedly.resolve.words import LEANING, Words, capitalised, contracted, singular

_LONGEST_NAME = 5
_SHORT = 3
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")
_CAMEL = re.compile(r"([A-Z][a-z]{3,})([A-Z][a-z]{2,})")
_COINED = re.compile(r"[A-Z][A-Za-z]+-(?:[a-z]+ers|speak|style|like|gate|related|era|type|bashing|watch|talk)")
"""Words made of a name: "Senate-speak"."""
_ADDRESSES = ("mr", "mrs", "ms", "dr", "prof", "rev", "messrs", "mx", "mme")
GLUED = re.compile(r"([A-Z]\w{3,})\1")
"""A word that a page has set twice without a blank."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at `span`, its words from number `first` up to `stop`.

    `sort`: `person` (something beside the name shows it), `weak` (several capitals, nothing more), `single` (one word),
    `body` or `place`. `opens` is where the phrase with titles before the name begins; `apposed` a second role, behind it.
    """

    span: Span
    first: int
    stop: int
    sort: str
    opens: int
    role: Role | None = None
    gender: str | None = None
    possessive: bool = False
    titled: bool = False
    apposed: Role | None = None


def find_mentions(words: Words, lexicon: Lexicon) -> tuple[Mention, ...]:
    """Every name in the text, in order."""
    found: list[Mention] = []
    surnames: set[str] = set()
    at, count = 0, len(words)
    while at < count:
        if not capitalised(words.texts[at]):
            at += 1
            continue
        account = words.text[words.starts[at] - 1 : words.starts[at]] == "@"
        if account or words.texts[at] in lexicon.postnominals or LABEL.match(words.texts[at]):
            at += 1
            continue
        credited = credit(words, at, lexicon)
        if credited:
            at += credited
            continue
        stop = run_from(words, at, lexicon)
        first = at
        while (
            first < stop
            and (opens(words, first, lexicon) or contracted(words.texts[first]))
            and not (
                stop - first == 2
                and lexicon.given.get(words.texts[first])
                and words.texts[first + 1] not in lexicon.openers
                and words.texts[first + 1] not in lexicon.leaders
            )
        ):
            first += 1
        first = at if advocates(words, at, lexicon) else leading(words, first, stop, lexicon)
        first += stop - first == 2 and words.texts[first] == words.texts[first + 1]
        first += stop - first > 1 and words.texts[first].endswith(LEANING)
        if first == at > 0 and words.texts[at - 1] in ("al", "el") and words.gap(at) in (" ", "-"):
            first -= words.text[words.starts[at - 1] : words.ends[at]] in lexicon.bodies
        if first < stop:
            lone = stop - first == 1 and words.texts[first] in surnames
            mention = _read(words, first, stop, lexicon) if not lone else _person(words, first, first, stop, lexicon, None, False)
            if mention:
                found.append(_numbered(words, mention))
                last = words.texts[mention.stop - 1]
                if mention.sort == "person" and last not in lexicon.places and last not in lexicon.bodies:
                    surnames.add(last)
            elif stop - first > 2 and not run_together(words.texts[first:stop]):
                found.extend(_within_headline(words, first, stop, lexicon))
        at = stop
    return tuple(found)


def _numbered(words: Words, mention: Mention) -> Mention:
    """A body's mention with the number before it: "the 7th Circuit Court"."""
    before = mention.first - 1
    if mention.sort != "body" or before < 0 or not _ORDINAL.fullmatch(words.texts[before]) or words.gap(mention.first) != " ":
        return mention
    return replace(mention, span=words.span(before, mention.stop - 1), first=before, opens=words.starts[before])


def _read(words: Words, first: int, stop: int, lexicon: Lexicon) -> Mention | None:
    whole = words.text[words.starts[first] : words.ends[stop - 1]]
    known = lexicon.bodies.get(whole)
    state_body = known is not None and known.sort == "government" and whole not in ("House", "Fed")
    if stop - first == 1 and not state_body and _common_noun(words, first, lexicon):
        return None
    junk = all(text.lower() in lexicon.furniture for text in words.texts[first:stop]) and whole not in lexicon.bodies
    if junk or GLUED.fullmatch(words.texts[stop - 1]) or run_together(words.texts[first:stop]):
        return None
    if whole in lexicon.places or place_of(words, first, stop, lexicon) == stop:
        return _mention(words, first, stop, "place", first)
    if words.text[words.ends[stop - 1] : words.ends[stop - 1] + 1] == "/" and words.text[words.starts[first] - 1] in "(/":
        return None
    numbered = words.texts[stop - 1][-1].isdigit() and not words.texts[stop - 1].isdigit()
    if numbered or bracket_acronym(words, first, stop) is not None:
        return _mention(words, first, stop, "body", first)
    last = words.texts[stop - 1]
    last = last.capitalize() if last.isupper() and len(last) > 3 else last
    titled = words.texts[first].lower() in lexicon.honorifics or words.texts[first].lower() in lexicon.short_titles
    given = lexicon.given.get(words.texts[first + titled]) if stop - first > 1 + titled else lexicon.given.get(words.texts[first])
    if whole in lexicon.bodies or (stop - first > 1 and last in lexicon.body_words and not given):
        return _mention(words, first, stop, "body", first)
    if _body_opens(words, first, stop, lexicon):
        return _mention(words, first, stop, "body", first)
    if stop - first == 2 and words.texts[stop - 1].isupper() and words.texts[stop - 1] in lexicon.bodies:
        return _mention(words, stop - 1, stop, "body", stop - 1)
    several = stop - first > 2
    own = _behind_body(words, first, stop, lexicon) if several else None
    if own is not None:
        return _person(words, own, own, stop, lexicon, None, False)
    if several and (_thing_of(words, first, stop, lexicon) or _glued_twice(words, first, stop, lexicon)):
        stop -= 1
    if any(_two_in_one(words, text) for text in words.texts[first:stop]) or ("-" in whole and _COINED.fullmatch(whole)):
        return None
    name, gender, titled = _name_start(words, first, stop, lexicon)
    if name >= stop:
        return None
    if several and not titled and _placed_body(words, first, name, stop, lexicon):
        return _mention(words, first, stop, "body", first)
    if (
        any(words.texts[at] in lexicon.body_words for at in range(name, stop))
        and not titled
        and not lexicon.given.get(words.texts[name])
    ):
        return _mention(words, first, stop, "body", first)
    if not titled and any(words.texts[at] in (*LINKS, "to") for at in range(name, stop)):
        return _mention(words, first, stop, "body", first)
    if stop - name > _LONGEST_NAME or (stop - name > 2 and _headline(words, name, stop, lexicon)):
        return None
    cut = next((at for at in range(name + 1, stop) if _pronoun(words.texts[at], lexicon)), None)
    if cut is not None:
        return _read(words, first, cut, lexicon) if cut - name > 1 else None
    person = _person(words, first, name, stop, lexicon, gender, titled)
    law = lexicon.bodies.get(words.texts[stop - 1])
    if person.sort == "weak" and law is not None and law.sort == "document":
        return _mention(words, stop - 1, stop, "body", stop - 1)
    if person.sort == "weak" and _no_name(words, name, stop, lexicon):
        return replace(person, sort="body")
    return person


def _pronoun(text: str, lexicon: Lexicon) -> bool:
    """Whether a word with a capital is a pronoun, which headlines write so: "Orlec Says It Will Wait"."""
    return len(text) > 1 and text.istitle() and text.lower() in lexicon.pronouns


def _body_opens(words: Words, first: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether a run begins as only a body's name does, and names nobody: "Office of the Governor", "Mothers Against Drink"."""
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


def _behind_body(words: Words, first: int, stop: int, lexicon: Lexicon) -> int | None:
    """Where a full name begins that ends a run behind a body's: "Institute for Harbour Action Anna Bell"; else `None`."""
    name = stop - 2
    linked = next((at for at in range(first + 1, name - 1) if words.texts[at] in LINKS), 0)
    full = name > first + 2 and lexicon.given.get(words.texts[name]) and words.texts[stop - 1] not in lexicon.body_words
    if not full or not linked or words.texts[linked - 1] not in lexicon.body_words or words.texts[name - 1] in LINKS:
        return None
    titled = any(role_at(words, at, stop, lexicon) for at in range(first, name))
    return None if titled or not capitalised(words.texts[name - 1]) else name


def _thing_of(words: Words, first: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether a run ends with a thing in capitals behind somebody's full name: "the Anna Bell DVD"."""
    last = words.texts[stop - 1]
    shouted = last.isupper() and len(last) > 1 and last not in lexicon.body_words and last not in lexicon.suffixes
    name = stop - first == 3 and lexicon.given.get(words.texts[first]) and words.texts[first + 1].istitle()
    before = words.texts[first - 1].lower() if first and words.gap(first) == " " else ""
    return bool(shouted and name and before in ("the", "a", "this", "his", "her"))


def _glued_twice(words: Words, first: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether a page sets the name once more behind it, with the short name in brackets: "Annie Bell Anna (Annie) Maria Bell"."""
    if stop - first < 3 or stop >= len(words) or words.gap(stop) != " (" or not lexicon.given.get(words.texts[stop - 1]):
        return False
    return words.texts[stop] in words.texts[first : stop - 1]


def _placed_body(words: Words, first: int, name: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether a run that a place opens is a body's name, which a plural ends: "New Orlec Health Connections"."""
    last = words.texts[stop - 1]
    many = singular(last.lower()) != last.lower() and not last.lower().endswith("'s")
    given = any(lexicon.given.get(text) for text in words.texts[name:stop])
    place = place_of(words, first, stop, lexicon)
    state = first < place == name and lexicon.places[words.text[words.starts[first] : words.ends[place - 1]]].sort != "people"
    return many and not given and state and stop - name > 1


def _two_in_one(words: Words, text: str) -> bool:
    """Whether a page has set two names without a blank that it also sets with one: "BellDorn"."""
    halves = _CAMEL.fullmatch(text) if not text[1:].islower() else None
    return halves is not None and words.distinct().issuperset(halves.groups())


def run_together(texts: Sequence[str]) -> bool:
    """Whether a page has set a name twice and another word right behind it: "Bell Anna BellGOP"."""
    return any(
        len(text) > _SHORT and longer.startswith(text) and longer[len(text) :][:1].isupper()
        for number, text in enumerate(texts)
        for longer in texts[number + 1 :]
    )


def _no_name(words: Words, first: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether a run of capitals is a title or a people: its last word stands in small letters elsewhere, or names people."""
    last = words.texts[stop - 1]
    lower = last.lower()
    if lower in words.distinct() or (singular(lower) in words.distinct() and singular(lower) != lower):
        return len(last) > 3
    if last == "Bill":
        return True
    place = lexicon.places.get(words.texts[first])
    if stop - first == 2 and place is not None and place.sort == "people" and lower.endswith(("ists", "ians", "ers", "ors")):
        return True
    return (
        lower in lexicon.people or lower in lexicon.numbers or (last in lexicon.places and lexicon.places[last].sort == "people")
    )


def _common_noun(words: Words, at: int, lexicon: Lexicon) -> bool:
    """Whether a word in capitals is no name: a plural of people ("Immigrants said"), a sentence's first word, "Jr"."""
    word = words.texts[at].lower()
    one = singular(word)
    if one != word and (one in lexicon.roles or one in lexicon.heads or one in lexicon.people):
        return True
    if words.texts[at] in lexicon.suffixes or word in lexicon.people or word in lexicon.short_titles or word in _ADDRESSES:
        return True
    opening = at == 0 or words.sentence(words.starts[at]) != words.sentence(words.starts[at - 1])
    if opening and not words.possessive[at] and (word in words.distinct() or one in words.distinct()):
        return True
    common = (lexicon.roles, lexicon.heads, lexicon.numbers, lexicon.modifiers, lexicon.determiners)
    return opening and any(word in words_of_a_sort for words_of_a_sort in common)


def _headline(words: Words, first: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether a run of capitals is a name with other words around it, as headlines write them: "Praises Anna Bell Again"."""
    given = next((at for at in range(first, stop - 1) if lexicon.given.get(words.texts[at])), None)
    if given is None:
        return False
    surname = given + 1
    while surname < stop - 1 and len(words.texts[surname]) == 1:
        surname += 1
    around = [text for text in (*words.texts[first:given], *words.texts[surname + 1 : stop]) if capitalised(text)]
    return any(text in lexicon.openers or text.lower() in words.distinct() or text.lower() in lexicon.roles for text in around)


def _within_headline(words: Words, first: int, stop: int, lexicon: Lexicon) -> list[Mention]:
    """The full names in a run of capitals too long for one: given names with the word behind them."""
    found: list[Mention] = []
    at = first
    while at + 1 < stop:
        whole = words.texts[at + 1] not in lexicon.openers and not _two_in_one(words, words.texts[at + 1])
        if lexicon.given.get(words.texts[at]) and whole and not words.possessive[at]:
            gender = lexicon.given[words.texts[at]]
            span = words.span(at, at + 1)
            known = None if gender == "either" else gender
            found.append(Mention(span, at, at + 2, "person", span.start, None, known, words.possessive[at + 1]))
            at += 1
        at += 1
    return found


def _name_start(words: Words, first: int, stop: int, lexicon: Lexicon) -> tuple[int, str | None, bool]:
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


def _person(words: Words, first: int, name: int, stop: int, lexicon: Lexicon, gender: str | None, titled: bool) -> Mention:
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


def _mention(words: Words, first: int, stop: int, sort: str, opens: int) -> Mention:
    return Mention(words.span(first, stop - 1), first, stop, sort, words.starts[opens], None, None, words.possessive[stop - 1])
