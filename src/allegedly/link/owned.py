"""Claims told in a denial itself, with whose they are: "denied Hale’s claim that she had sold the ferry"."""

from __future__ import annotations

import re
from functools import cache

from allegedly.languages import Language
from allegedly.link.assertions import DENYING, Assertion
from allegedly.link.pointing import load_pointing
from allegedly.model import Span, words_of
from allegedly.model.link import End, Link, LinkKind, Sheet

_SCORE = 0.85
_NOBODY = "The|Any|All|His|Her|Their|Its|Our|My|Your|Some|These|Those|Such|Most|Many|This|That|No|Recent|Earlier|False"


def owned(denial: Assertion, sheet: Sheet, language: Language) -> Link | None:
    """The link from a denial to what it tells of somebody else's claim; `None` where it does not tell whose it is, or what."""
    denied = denial.denied
    if denied is None or (denial.kind not in DENYING and not denied.pointed):
        return None
    start, end = denial.end.spans[0].start, denial.end.spans[-1].end
    match = _owning(language).match(sheet.text, start, end)
    if match is None:
        return None
    judged = _judging(language).search(sheet.text, match.start("claim"), end)
    if judged is None and denial.kind not in DENYING:
        return None
    whole = Span(match.start("claim"), end if judged is None else judged.start())
    parts = [each for each in denial.end.spans if each.overlaps(whole)]
    spans = tuple(Span(max(each.start, whole.start), min(each.end, whole.end)) for each in parts)
    owner = (match["owner"] or match["people"] or match["by"]).strip().removeprefix("the ")
    claim = End(sheet.article.id, spans, words_of(sheet.text, spans), None, owner)
    return Link(LinkKind.DISPUTES, denial.end, claim, _SCORE, "denies a claim told with it", denied.manner)


@cache
def _judging(language: Language) -> re.Pattern[str]:
    """Matches the judgement on a claim behind it ("is a fabrication", "as unfounded")."""
    false = "|".join(map(re.escape, sorted(load_pointing(language).false_words, key=lambda words: (-len(words), words))))
    surely = r"[“\"]?(?:\w+ly |an? |so |all |just )*[“\"]?"
    return re.compile(rf" (?:as|is|are|was|were|has been|have been) {surely}(?:{false})\b| [“\"](?:{false})[.,]?[”\"]")


@cache
def _owning(language: Language) -> re.Pattern[str]:
    """Matches what is told of a claim together with whose it is."""
    nouns = "|".join(sorted(load_pointing(language).owned_nouns, key=lambda noun: (-len(noun), noun)))
    aside = r"(?:,[^,]{1,40},| ?(?:[—–]|--?) ?[^—–]{1,40}?(?:[—–]|--?))?"
    owner = r"(?P<owner>(?:[\w.-]+ ){0,3}[\w.-]+?)[’'](?:s )?(?: ?[a-z]+ )? ?"
    people = rf"(?P<people>(?!(?:{_NOBODY})\b)(?:[A-Z][\w.-]+ ){{1,3}})"
    by = rf"(?:{nouns}) (?:by|from) (?P<by>[^,;:]{{3,40}}?)"
    return re.compile(
        r"[“\"]?(?:that )?(?:(?:the|an?|any|all|most|many) (?:of (?:the )?)?)?"
        rf"(?:(?:{owner}|{people})(?:{nouns}){aside}|{by}) (?:that|(?<=s )of|of (?=\w+ing\b)) (?P<claim>\S.{{20,}})",
        re.DOTALL,
    )
