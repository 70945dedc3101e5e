"""Where an article names someone or something: runs of capitals, split into roles and names."""

from __future__ import annotations

from dataclasses import dataclass, replace

from allegedly.model import Span
from allegedly.resolve.lexicon import Lexicon
from allegedly.resolve.roles import Role, country_in, place_of, read_role, role_at
from allegedly.resolve.words import Words, capitalised, contracted, singular

_LONGEST_NAME = 5
_LINKS = ("of", "for", "and", "on")
_OPENING = frozenset(("the", "a", "an", "his", "her", "its", "their"))


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
    at, count = 0, len(words)
    while at < count:
        if not capitalised(words.texts[at]):
            at += 1
            continue
        stop = _run(words, at, lexicon)
        first = at
        while (
            first < stop
            and (_opens(words, first, lexicon) or contracted(words.texts[first]))
            and not (
                stop - first == 2 and lexicon.given.get(words.texts[first]) and words.texts[first + 1] not in lexicon.openers
            )
        ):
            first += 1
        if first < stop:
            mention = _read(words, first, stop, lexicon)
            if mention:
                found.append(mention)
            elif stop - first > 2:
                found.extend(_within_headline(words, first, stop, lexicon))
        at = stop
    return tuple(found)


def _opens(words: Words, at: int, lexicon: Lexicon) -> bool:
    """Whether a word is capitalised for its place only; in a line of capitals, by its small letters."""
    word = words.texts[at]
    shouted = (
        len(word) > 1
        and word.isupper()
        and at + 1 < len(words)
        and len(words.texts[at + 1]) > 1
        and words.texts[at + 1].isupper()
    )
    return word in lexicon.openers or (shouted and word.capitalize() in lexicon.openers)


def _run(words: Words, first: int, lexicon: Lexicon) -> int:
    """The word after the run of capitals that begins at `first`."""
    at, count = first + 1, len(words)
    body = words.texts[first] in lexicon.body_words or words.texts[first] in ("Secretary", "Speaker", "Director", "Minister")
    while at < count and not words.possessive[at - 1]:
        gap = words.gap(at)
        before = words.texts[at - 1]
        if words.texts[at] in lexicon.suffixes and gap in (" ", ", ") and at - first > 1:
            return at + 1
        stopped = gap == ". " and (
            len(before) == 1 or before.lower() in lexicon.short_titles or before.lower() in lexicon.honorifics
        )
        if gap not in (" ", "\u00a0", "") and not stopped and not (gap == "-" and capitalised(words.texts[at])):
            break
        if gap == ", " or (gap == "" and before[-1:] != "."):
            break
        word = words.texts[at]
        if capitalised(word) or (word[0].isdigit() and body):
            body = body or word in lexicon.body_words or word in ("Secretary", "Speaker", "Director", "Minister")
            at += 1
            continue
        following = at + 1
        if word in _LINKS and body and following < count and words.gap(following) == " " and words.texts[following] == "the":
            following += 1
        linked = word in lexicon.particles or (word in _LINKS and body)
        if not linked or following >= count or words.gap(following) != " " or not capitalised(words.texts[following]):
            if word in lexicon.particles and following < count and words.texts[following] in lexicon.particles:
                at += 1
                continue
            break
        at = following + 1
    while at > first + 1 and not capitalised(words.texts[at - 1]) and not words.texts[at - 1][0].isdigit():
        at -= 1
    return at


def _read(words: Words, first: int, stop: int, lexicon: Lexicon) -> Mention | None:
    whole = words.text[words.starts[first] : words.ends[stop - 1]]
    if stop - first == 1 and _common_noun(words, first, lexicon):
        return None
    if whole in lexicon.places or place_of(words, first, stop, lexicon) == stop:
        return _mention(words, first, stop, "place", first)
    last = words.texts[stop - 1]
    last = last.capitalize() if last.isupper() and len(last) > 3 else last
    if whole in lexicon.bodies or (stop - first > 1 and last in lexicon.body_words and not lexicon.given.get(words.texts[first])):
        return _mention(words, first, stop, "body", first)
    name, gender, titled = _name_start(words, first, stop, lexicon)
    if name >= stop:
        return None
    if (
        any(words.texts[at] in lexicon.body_words for at in range(name, stop))
        and not titled
        and not lexicon.given.get(words.texts[name])
    ):
        return _mention(words, first, stop, "body", first)
    if not titled and any(words.texts[at] in _LINKS for at in range(name, stop)):
        return _mention(words, first, stop, "body", first)
    if stop - name > _LONGEST_NAME or (stop - name > 2 and _headline(words, name, stop, lexicon)):
        return None
    return _person(words, first, name, stop, lexicon, gender, titled)


def _common_noun(words: Words, at: int, lexicon: Lexicon) -> bool:
    """Whether a word in capitals is no name: a plural of people ("Immigrants said"), a sentence's first word, "Jr"."""
    word = words.texts[at].lower()
    one = singular(word)
    if one != word and (one in lexicon.roles or one in lexicon.heads or one in lexicon.people):
        return True
    if words.texts[at] in lexicon.suffixes or word in lexicon.people:
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
    around = [text for text in (*words.texts[first:given], *words.texts[given + 2 : stop]) if capitalised(text)]
    return any(text in lexicon.openers or text.lower() in words.distinct() or text.lower() in lexicon.roles for text in around)


def _within_headline(words: Words, first: int, stop: int, lexicon: Lexicon) -> list[Mention]:
    """The full names in a run of capitals too long for one: given names with the word behind them."""
    found: list[Mention] = []
    at = first
    while at + 1 < stop:
        if lexicon.given.get(words.texts[at]) and words.texts[at + 1] not in lexicon.openers and not words.possessive[at]:
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
        if lower in lexicon.honorifics and at + 1 < stop and (lower not in lexicon.roles or at == first):
            gender = lexicon.honorifics[lower] if lexicon.honorifics[lower] != "either" else gender
            name, titled, at = at + 1, True, at + 1
        elif length and at + length < stop and not (at == name and lexicon.given.get(words.texts[at])):
            gender = gender or lexicon.role_gender.get(lower)
            name, titled, at = at + length, True, at + length
            if at < stop and words.texts[at] in ("of", "for"):
                while at < stop and not lexicon.given.get(words.texts[at]):
                    at += 1
                name = at
        elif length and at + length == stop and stop - first > 1 and not lexicon.given.get(words.texts[first]):
            return stop, None, False
        else:
            at += 1
    if not titled and stop - name > 2:
        after = place_of(words, name, stop, lexicon)
        if after > name and stop - after >= 2:
            name = after
        elif words.texts[name].lower() in lexicon.people:
            name += 1
    elif not titled and stop - name > 1 and words.texts[name].lower() in lexicon.modifiers:
        name += 1
    return name, gender, titled


def _person(words: Words, first: int, name: int, stop: int, lexicon: Lexicon, gender: str | None, titled: bool) -> Mention:
    role = read_role(words, first, name, lexicon) if name > first else None
    opens = words.starts[first]
    before = _role_before(words, first, lexicon)
    if before is not None and (role is None or not role.qualifiers):
        wider = read_role(words, before, name if role is not None else first, lexicon)
        if wider is not None and not wider.plural:
            role, opens, titled = wider, words.starts[before], True
    if before is None and role is None and not titled:
        role = _role_apposed(words, first, stop, lexicon)
    after = _role_after(words, stop, lexicon)
    if role is not None and role.plural:
        role = None
    if role is None:
        role, after = after, None
    if role is not None and role.country is None and stop + 1 < len(words) and words.texts[stop] in ("of", "from"):
        role = replace(role, country=country_in(words, stop + 1, place_of(words, stop + 1, len(words), lexicon), lexicon))
    given = lexicon.given.get(words.texts[name])
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


def _mention(words: Words, first: int, stop: int, sort: str, opens: int) -> Mention:
    return Mention(words.span(first, stop - 1), first, stop, sort, words.starts[opens], None, None, words.possessive[stop - 1])


def _role_before(words: Words, first: int, lexicon: Lexicon) -> int | None:
    """Where a role in small letters that leads up to the name at `first` begins."""
    if first == 0 or words.gap(first) not in (" ", "\u00a0") or words.possessive[first - 1]:
        return None
    last = words.texts[first - 1]
    if last.lower() not in lexicon.roles or capitalised(last):
        return None
    at = first - 1
    while at > 0 and first - at < 9 and words.gap(at) in (" ", "\u00a0", "-"):
        word = words.texts[at - 1]
        known = word.lower() in lexicon.modifiers or word.lower() in lexicon.roles or word in lexicon.body_words
        if not known and not (capitalised(word) and word not in lexicon.openers):
            break
        at -= 1
    return at


def _role_apposed(words: Words, first: int, stop: int, lexicon: Lexicon) -> Role | None:
    """The role that the name stands behind as an apposition: "the mayor of Orlec, Anna Bell,"."""
    if first < 2 or words.gap(first) != ", " or words.text[words.ends[stop - 1] : words.ends[stop - 1] + 1] not in (",", "."):
        return None
    at = first - 1
    while at > 0 and first - at < 9 and words.joined(at) and words.texts[at].lower() not in _OPENING:
        at -= 1
    if words.texts[at].lower() not in _OPENING:
        return None
    role = read_role(words, at, first, lexicon)
    return None if role is None or role.plural else role


def _role_after(words: Words, stop: int, lexicon: Lexicon) -> Role | None:
    """The role in an apposition behind the name: ", the mayor of Orlec," or ", who is a teacher"."""
    if stop >= len(words) or words.possessive[stop - 1] or words.gap(stop) != ", ":
        return None
    at = stop
    if words.texts[at].isdigit() and at + 1 < len(words) and words.gap(at + 1) == ", ":
        at += 1
    if words.texts[at] == "who" and at + 2 < len(words) and words.texts[at + 1] in ("is", "was", "heads", "chairs"):
        at += 2
        if words.texts[at] in ("now", "also", "then", "currently"):
            at += 1
    if at + 1 < len(words) and words.texts[at] in ("a", "an", "the", "one", "another", "his", "her", "their"):
        at += 1
    opening = words.texts[at] if at < len(words) else ""
    if not opening or opening in lexicon.after_head:
        return None
    if at == stop and not (capitalised(opening) or opening in lexicon.modifiers or role_at(words, at, len(words), lexicon)):
        return None
    end = at
    while end < len(words) and end < at + 12 and (end == at or words.joined(end)):
        if words.texts[end].lower() in lexicon.after_head and end > at and words.texts[end] != "of":
            break
        end += 1
    role = read_role(words, at, end, lexicon)
    return None if role is None or role.plural else role
