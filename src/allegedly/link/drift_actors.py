"""Sentences that name another actor of the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from allegedly.link.align import Sentence
from allegedly.link.context import Compared, covering
from allegedly.link.drift_slips import is_slip
from allegedly.link.drift_wording import load_rewording
from allegedly.link.pointing import load_pointing
from allegedly.link.words import Word, stem
from allegedly.model.link import Change, Drift

LEAST_ALIKE = 0.7
_IN_A_PLACE = re.compile(
    r"\b(?:in|at|near|from|to|of|on|across|around|outside|into|besides|except|unlike|like|with) "
    r"(?:the )?(?:[A-Z][\w.’'-]+,? )*(?:and )?$|@$"
)
_PARTY = re.compile(r"[A-Z]{1,3}(?:-[A-Z]\w*)?$")
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_BRACKETED = re.compile(r"[\[(]\s*$")


def changed_actors(compared: Compared) -> Iterator[Drift]:
    """Where one name alone is another, beside the same word, in sentences that are otherwise alike; sources are left out.

    An abbreviation, another spelling, a title, a party's letter, a word in brackets and a place are no other name.
    """
    if compared.pair.score < LEAST_ALIKE:
        return
    left, right = _names_apart(compared), _names_apart(compared.mirrored())
    if len(left) != 1 or len(right) != 1:
        return
    here, there = _neighbours(compared.one, left[0]), _neighbours(compared.other, right[0])
    if not any(one and one == other for one, other in zip(here, there, strict=True)):
        return
    one, other = (
        [word.span.of(text) for word in run] for run, text in ((left[0], compared.before.text), (right[0], compared.after.text))
    )
    if not _may_be_one(one, other, compared):
        first, second = (covering([word.span for word in run]) for run in (left[0], right[0]))
        yield Drift(Change.ACTOR_CHANGED, first, second, compared.pair)


def _names_apart(compared: Compared) -> list[list[Word]]:
    """The names of the first sentence, as runs of words, that share no word with the other."""
    side, sentence, other = compared.before, compared.one, compared.other
    sources = [span for statement in side.statements[sentence.span] for span in statement.attribution.source]
    runs: list[list[Word]] = []
    countries = load_pointing(compared.language).countries
    for word in sentence.words:
        if not word.name and not (word.capital and word.stem in countries):
            continue
        if runs and side.text[runs[-1][-1].span.end : word.span.start] == " ":
            runs[-1].append(word)
        else:
            runs.append([word])
    found = []
    for run in runs:
        before = side.text[max(sentence.span.start, run[0].span.start - 60) : run[0].span.start]
        known = any(word.stem in other.keys for word in run) or any(source.overlaps(run[0].span) for source in sources)
        if not known and not _speaks(compared, run) and not _IN_A_PLACE.search(before) and not _BRACKETED.search(before):
            found.append(run)
    return found


def _neighbours(sentence: Sentence, run: list[Word]) -> tuple[str, str]:
    """The words with content right before a name and right behind it; empty where there is none."""
    before = [word.stem for word in sentence.words if word.span.end <= run[0].span.start][-1:]
    behind = [word.stem for word in sentence.words if word.span.start >= run[-1].span.end][:1]
    return "".join(before), "".join(behind)


def _speaks(compared: Compared, run: list[Word]) -> bool:
    """Whether a name is of somebody who speaks or is told: a word of telling stands at it, or behind it where it opens."""
    text, sentence = compared.before.text, compared.one.span
    telling = compared.wording.telling | load_rewording(compared.language).saying
    before = _WORD.findall(text[max(sentence.start, run[0].span.start - 16) : run[0].span.start].lower())[-2:]
    before = before[-1:] if before[-1:] != ["the"] else before[:1]
    behind = [match.group().lower() for match in _WORD.finditer(text, run[-1].span.end, sentence.end)]
    if set(before + behind[:2]) & telling:
        return True
    opens = not text[sentence.start : run[0].span.start].strip() or compared.one.words[0].span.start >= run[0].span.start - 12
    return opens and bool(set(behind) & telling)


def _may_be_one(one: Sequence[str], other: Sequence[str], compared: Compared) -> bool:
    """Whether two names may be one: the same letters, the first letters of the other's words, a part of it or a slip of the pen;
    or whether either is no name but a title or a party's letter."""
    titles = compared.wording.titles | load_rewording(compared.language).sides
    for names in (one, other):
        if all(
            {name.lower().strip("."), stem(name, compared.wording)} & (titles | _stems(titles, compared))
            or (_PARTY.match(name) and "-" in name)
            or len(name) == 1
            for name in names
        ):
            return True
    first, second = (re.sub(r"[^\w]|[’']s$", "", "".join(names)).lower() for names in (one, other))
    if first.startswith(second[:3]) and (first in second or second in first or len(one) == len(other) == 1):
        return True
    if any(full.isupper() and full.lower().startswith(letters) and letters for full, letters in _acronyms(one, other)):
        return True
    countries = load_pointing(compared.language).countries
    codes = [{countries.get(stem(name, compared.wording)) for name in names} - {None} for names in (one, other)]
    if codes[0] & codes[1] or bool(codes[0]) != bool(codes[1]):
        return True  # a capital, a people and a government may stand for a country
    return sorted(first) == sorted(second) or is_slip(first, second, compared.language)


def _stems(titles: frozenset[str], compared: Compared) -> frozenset[str]:
    return frozenset(stem(title, compared.wording) for title in titles)


def _acronyms(one: Sequence[str], other: Sequence[str]) -> Iterator[tuple[str, str]]:
    """A name of one word without its dots beside the first letters of the other, both ways."""
    for names, others in ((one, other), (other, one)):
        if len(names) == 1 and len(others) > 1:
            yield re.sub(r"[^\w]", "", names[0]), "".join(name[0] for name in others if name[:1].isupper()).lower()
