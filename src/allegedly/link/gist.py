"""What an article is compared by: the words it is known by, its runs of words, its agency, and what is said in it."""

from __future__ import annotations

import heapq
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from itertools import accumulate
from zlib import crc32

from allegedly.errors import LanguageError
from allegedly.languages import Language
from allegedly.link.assertions import Assertion, assertions_of, read_sentences
from allegedly.link.denials import innermost, with_denied
from allegedly.link.lookup import Lookup, lookup_of
from allegedly.link.rarity import Rarity, load_rarity, mark
from allegedly.link.words import Word, load_wording, words_in
from allegedly.model import Article, Span, short_id
from allegedly.model.link import Sheet

MADE = "links 4"
"""Names the rules of this room: links made by others are made anew."""
FIRST = 2500
"""How many characters of a text tell what it is about; news says that first."""
KEYS = 32
"""How many of its most telling words an article is looked up by."""
LENGTH = 5
"""Words in a row that count as copied."""
MANY, SAMPLE = 400, 4
"""Of an article with more runs than `MANY`, one in `SAMPLE` is kept, the same in every article."""
HEAD = 300
"""How many characters an agency's mark stands in."""
OF_A_CROWD = 3
"""How many runs of words, the same ones in every article that has them, tell the crowd that an article is of."""
WEEK = 7
_LONGEST = 100
_RAW = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Gist:
    """What an article is compared by. Made of the article alone: in every company it is the same.

    `day`: the ordinal of its day of publication, 0 where it has none; `published`: as the article has it. `words`: the marks of
    its first words with their weights, of length 1 together; `runs`: marks of runs of words, a sample where `sampled`.
    `agency`: whose report it prints or is; `its_own`: the agency's outlet prints it. `names`: those in what is said. `crowd`:
    an id that articles of one week share whose texts are nearly the same, numbers aside.
    """

    article: str
    day: int
    published: str
    words: Mapping[int, float]
    runs: frozenset[int]
    sampled: bool
    agency: str | None = None
    its_own: bool = False
    names: frozenset[str] = frozenset()
    assertions: tuple[Assertion, ...] = ()
    crowd: str = ""
    _lookup: list[Lookup] = field(init=False, default_factory=list, compare=False, repr=False)
    """What `lookup` gave. Makes nothing but time."""

    @property
    def keys(self) -> frozenset[int]:
        """The marks of its most telling words."""
        return frozenset(sorted(self.words, key=lambda each: (-self.words[each], each))[:KEYS])

    def lookup(self, rarity: Rarity) -> Lookup:
        """What is said in it, to be looked up; `rarity` is that of its language."""
        if not self._lookup:
            self._lookup.append(lookup_of(self.assertions, rarity))
        return self._lookup[0]


def gist_of(sheet: Sheet, language: Language) -> Gist:
    """What an article is compared by."""
    read = read_sentences(sheet, language)
    bare = _bare(sheet.article, _counts(word for each in read.sentences for word in each.words), language)
    assertions = with_denied(assertions_of(read), read)
    inner = {each.end for each in innermost([each for each in assertions if each.claims])}
    claiming = tuple(each if each.end in inner or not each.claims else replace(each, claims=False) for each in assertions)
    return replace(bare, names=frozenset(name for each in claiming for name in each.names), assertions=claiming)


def bare_gist_of(article: Article, language: Language) -> Gist:
    """What an article is compared by without what is said in it."""
    some = Span(0, max(1, min(FIRST + _LONGEST, len(article.text))))
    return _bare(article, _counts(words_in(article.text, some, load_wording(language))), language)


def _counts(words: Iterable[Word]) -> Counter[str]:
    """How often each word stands in the beginning, those with a capital counting half as much again."""
    counts: Counter[str] = Counter()
    for word in words:
        if word.span.start >= FIRST:
            break
        counts[word.stem] += 3 if word.capital else 2
    return counts


def _bare(article: Article, counts: Counter[str], language: Language) -> Gist:
    title = article.origin.title or ""
    for word in words_in(title, Span(0, max(1, len(title))), load_wording(language)):
        counts[word.stem] += 4
    rarity = load_rarity(language)
    weights = {mark(stem): (1 + math.log(number)) * rarity.of(stem) for stem, number in counts.items()}
    length = math.sqrt(sum(weight * weight for weight in sorted(weights.values()))) or 1.0
    rows, steady = _rows(article.text)
    runs, sampled = _sampled(frozenset(rows))
    day = _day(article.origin.published)
    agency, its_own = _agency(article, language)
    return Gist(
        article.id,
        day,
        article.origin.published or "",
        # Rounded, so that what is kept and what is made afresh are the same number.
        {each: round(weight / length, 5) for each, weight in weights.items()},
        runs,
        sampled,
        agency,
        its_own,
        crowd=short_id(MADE, str(day // WEEK), *map(str, heapq.nsmallest(OF_A_CROWD, steady))),
    )


def _day(published: str | None) -> int:
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return 0


def _rows(text: str) -> tuple[list[int], set[int]]:
    """The marks of all runs of words in order, and of those without a number; of a text too short for one, that of the text."""
    words = _RAW.findall(text.lower())
    encoded = [word.encode("utf-8", "surrogatepass") for word in words]
    joined = b" ".join(encoded)
    starts = list(accumulate((len(word) + 1 for word in encoded), initial=0))
    rows = [crc32(joined[start : end - 1]) for start, end in zip(starts, starts[LENGTH:], strict=False)]
    steady, last = set(), -1
    for at, word in enumerate(words):
        if not word.isalpha():
            last = at
        elif at - last >= LENGTH:
            steady.add(rows[at - LENGTH + 1])
    return rows, steady or {crc32(joined)}


def _sampled(runs: frozenset[int]) -> tuple[frozenset[int], bool]:
    return (sample(runs), True) if len(runs) > MANY else (runs, False)


def sample(runs: frozenset[int]) -> frozenset[int]:
    """One run in `SAMPLE`, whatever text it stands in."""
    return frozenset(run for run in runs if run % SAMPLE == 0)


def _agency(article: Article, language: Language) -> tuple[str | None, bool]:
    """The agency that the article's head, authors or outlet names, and whether the outlet is the agency."""
    pattern, names = _agencies(language)
    outlet = (article.origin.outlet or "").casefold()
    if outlet in names:
        return names[outlet], True
    for author in article.origin.authors:
        if author.casefold() in names:
            return names[author.casefold()], False
    found = pattern.search(article.text, 0, HEAD)
    return (names[found.group(1).casefold()], False) if found else (None, False)


@cache
def _agencies(language: Language) -> tuple[re.Pattern[str], Mapping[str, str]]:
    table = language.table("links").get("agencies")
    if not isinstance(table, dict):
        raise LanguageError(f"languages/{language.code}/links.toml: expected the table agencies")
    names = {str(name): key for key, listed in table.items() for name in (listed if isinstance(listed, list) else [])}
    longest = sorted(names, key=lambda name: (-len(name), name))
    pattern = re.compile(rf"\((?:the )?({'|'.join(map(re.escape, longest))})\)")
    return pattern, {name.casefold(): key for name, key in names.items()}
