"""Words with capitals that are no name: common nouns, headlines, things, and names that a page has run together."""

from __future__ import annotations

import re

from allegedly.resolve.lexicon import Lexicon
from allegedly.resolve.words import Words, capitalised, singular

_NUMBERED = frozenset(
    (
        *("Title", "Titles", "Article", "Articles", "Section", "Sections", "Chapter", "Chapters", "Part", "Parts", "Amendment"),
        *("Schedule", "Annex", "Appendix", "Volume", "Book", "Act", "Scene", "Canto", "Figure", "Table", "Proposition"),
        *("Phase", "Phases", "Stage", "Round", "Type", "Class", "Category", "Tier", "Level", "Group", "Division", "War", "Bowl"),
    )
)
"""What has a Roman number behind it and is nobody."""
_ROMAN = re.compile(r"[IVXLC]+")
_CAMEL = re.compile(r"([A-Z][a-z]{3,})([A-Z][a-z]{2,})")
_ADDRESSES = ("mr", "mrs", "ms", "dr", "prof", "rev", "messrs", "mx", "mme")


def common_noun(words: Words, at: int, lexicon: Lexicon) -> bool:
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


def numbered_part(words: Words, first: int, stop: int) -> bool:
    """Whether a run is a part of a law or of a series by its Roman number, which is no "Bell IV": "Title IV", "Article III"."""
    return stop - first == 2 and words.texts[first] in _NUMBERED and _ROMAN.fullmatch(words.texts[first + 1]) is not None


def title_or_people(words: Words, first: int, stop: int, lexicon: Lexicon) -> bool:
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


def pronoun_in_capitals(text: str, lexicon: Lexicon) -> bool:
    """Whether a word with a capital is a pronoun, which headlines write so: "Orlec Says It Will Wait"."""
    return len(text) > 1 and text.istitle() and text.lower() in lexicon.pronouns


def in_headline(words: Words, first: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether a run of capitals is a name with other words around it, as headlines write them: "Praises Anna Bell Again"."""
    given = next((at for at in range(first, stop - 1) if lexicon.given.get(words.texts[at])), None)
    if given is None:
        return False
    surname = given + 1
    while surname < stop - 1 and len(words.texts[surname]) == 1:
        surname += 1
    around = [text for text in (*words.texts[first:given], *words.texts[surname + 1 : stop]) if capitalised(text)]
    return any(text in lexicon.openers or text.lower() in words.distinct() or text.lower() in lexicon.roles for text in around)


def thing_of(words: Words, first: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether a run ends with a thing in capitals behind somebody's full name: "the Anna Bell DVD"."""
    last = words.texts[stop - 1]
    shouted = last.isupper() and len(last) > 1 and last not in lexicon.body_words and last not in lexicon.suffixes
    name = stop - first == 3 and lexicon.given.get(words.texts[first]) and words.texts[first + 1].istitle()
    before = words.texts[first - 1].lower() if first and words.gap(first) == " " else ""
    return bool(shouted and name and before in ("the", "a", "this", "his", "her"))


def glued_twice(words: Words, first: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether a page sets the name once more behind it, with the short name in brackets: "Annie Bell Anna (Annie) Maria Bell"."""
    if stop - first < 3 or stop >= len(words) or words.gap(stop) != " (" or not lexicon.given.get(words.texts[stop - 1]):
        return False
    return words.texts[stop] in words.texts[first : stop - 1]


def two_in_one(words: Words, text: str) -> bool:
    """Whether a page has set two names without a blank that it also sets with one: "BellDorn"."""
    halves = _CAMEL.fullmatch(text) if not text[1:].islower() else None
    return halves is not None and words.distinct().issuperset(halves.groups())
