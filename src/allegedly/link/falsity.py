"""Claims that are called false, or denied, by a noun that stands for them ("the reports were not true")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from allegedly.languages import Language
from allegedly.link.pointing import load_pointing
from allegedly.model import Span
from allegedly.model.link import DisputeClass

_SUPPOSED = re.compile(r"\b(?:[Ii]f|[Ww]hen|[Ww]hether|[Uu]nless|[Ss]hould)\W+$")
_OWNER = re.compile(r"([A-Z][\w.]*(?:[’'][A-Z]\w+)?)[’']s$")


@dataclass(frozen=True, slots=True)
class Called:
    """What is called false: the words that stand for it, the noun among them, and how it is disputed.

    `span`: of the whole judgement; `at`: where the noun begins. `about`: where the words lie that tell which claim is meant; may
    hold none. `whose`: the name of who claims it, where it is told.
    """

    span: Span
    about: tuple[Span, ...]
    noun: str
    manner: DisputeClass
    whose: Span | None = None
    at: int = 0


def called_false(text: str, span: Span, language: Language) -> Called | None:
    """The first claim in `span` that is called false or denied by a noun that stands for it; `None` where none is."""
    if _likely(language).search(text, span.start, span.end) is None:
        return None
    for pattern, manner in _patterns(language):
        match = pattern.search(text, span.start, span.end)
        if match is not None and not _SUPPOSED.search(text, span.start, match.start()):
            found = match.groupdict()
            groups = [match.span(name) for name in ("lead", "whose", "about") if found.get(name)]
            about = tuple(Span(start, end) for start, end in groups)
            whose = Span(*match.span("whose")) if found.get("whose") else None
            owner = _OWNER.search(text, *match.span("lead")) if whose is None and found.get("lead") else None
            whose = Span(*owner.span(1)) if owner else whose
            name = "noun" if match["noun"] else "noun_"
            return Called(Span(match.start(), match.end()), about, match[name].lower(), manner, whose, match.start(name))
    return None


@cache
def _patterns(language: Language) -> tuple[tuple[re.Pattern[str], DisputeClass], ...]:
    pointing = load_pointing(language)
    nouns, false = (_either(words) for words in (pointing.claim_nouns, pointing.false_words))
    calling, denying, against = (_either(words) for words in (pointing.calling, pointing.denying, pointing.against))
    before, judged = _either(pointing.false_before), _either(pointing.judged_nouns)
    saying = "said|says|saying|insisted|insists|adding|added|countered|replied|responded|answered"
    noun = (
        r"(?:\b(?:the|these|those|such|that|this|any|all|his|her|their|its)\b(?P<lead>(?: [\w’'-]+){0,3}?)"
        rf"|\b(?P<whose>[A-Z][\w.]*(?:[’'][A-Z]\w+)?)[’']s?(?: \w+)?|\b[A-Z]\w+) (?P<noun>{nouns})\b"
    )
    about = r"(?P<about>[^.;!?]{0,90}?)"
    mark, closing = r"[“\"‘']?", r"[”\"’']?"
    surely = r"(?:\w+ly |so |all |just |a |an |nothing but |pure |complete |total |some kind of )*"
    ends = r"(?=[.,;!?”\"]|$| (?:as|and|but|in|on|during|from|at|when|while)\b)"
    not_a_plan = r"(?!.{0,30}\b(?:idea|notion|charges?)\b)"
    shapes = (
        (
            rf"{noun}{about},? (?:is|are|was|were|be|been|being|’s|'s) {mark}{surely}{mark}(?:{false})\b",
            DisputeClass.CALLED_FALSE,
        ),
        (rf"\b(?:{calling}) {noun}{about} (?:as )?{mark}{surely}{mark}(?:{false})\b", DisputeClass.CALLED_FALSE),
        (rf"\bno {mark}truth{closing} (?:to|in|behind) {noun}{about}(?=[.,;!?”\"]|$)", DisputeClass.CALLED_FALSE),
        (rf"\b(?:denied|denies|deny|denying) {noun}(?P<about>){ends}", DisputeClass.DENIED),
        (
            rf"\b(?:{against}) (?P<lead>)(?P<whose>)(?:\w+ ){{0,2}}(?P<noun>{nouns}) (?:that |about |of )?"
            r"(?P<about>[^.;!?]{8,120})",
            DisputeClass.SAID_NOT_SO,
        ),
        (rf"\b(?:{denying}) {not_a_plan}{noun}(?P<about>){ends}", DisputeClass.REJECTED),
        (
            r"(?:^|(?<=\s)|(?<=[“\"]))[“\"]?(?:(?:And|But|Well|So|No),? )?"
            rf"(?P<noun>This|That|It)(?: is|’s|'s| was| isn[’']t just) {surely}(?:{false})(?=[.,;!?”\"—]|$| (?:and|but)\b)",
            DisputeClass.CALLED_FALSE,
        ),
        (
            rf"(?:(?:\b(?:{saying})|[“\"]) (?P<noun>that|this|it)(?: is| was|[’']s)|, (?P<noun_>which) (?:is|was)) {surely}"
            rf"{mark}(?:{false})(?=[.,;!?”\"—]|$| (?:and|but)\b)",
            DisputeClass.CALLED_FALSE,
        ),
        (
            rf"\b(?:{calling}|dismiss(?:ed|es|ing)) (?P<noun>it|that|this|them) (?:as )?{mark}{surely}{mark}(?:{false})\b",
            DisputeClass.CALLED_FALSE,
        ),
        (
            rf"(?<!making )(?<!made )(?<!spread )(?<!spreading )\b(?:{before}){closing}(?:,? and \w+)? (?P<noun>{judged})\b"
            r"(?P<about>(?: \w+)? (?:of|that|about|by|against|from)\b[^.;!?]{0,90})?",
            DisputeClass.CALLED_FALSE,
        ),
    )
    return tuple((re.compile(shape), manner) for shape, manner in shapes)


@cache
def _likely(language: Language) -> re.Pattern[str]:
    """Finds a word that one of the patterns asks for, so that most sentences are looked through once."""
    pointing = load_pointing(language)
    words = (
        pointing.false_words
        | pointing.false_before
        | pointing.denying
        | pointing.against
        | {"truth", "denied", "denies", "deny", "denying"}
    )
    return re.compile(rf"\b(?:{_either(words)})")


def _either(words: frozenset[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
