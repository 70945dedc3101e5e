"""How surely an article presents what is said."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from allegedly.characterise.circumstance import Circumstance
from allegedly.characterise.cues import CueReading
from allegedly.characterise.data import string, strings, table, tables
from allegedly.characterise.kind import any_of, by_first_letter, content_shape
from allegedly.languages import Language
from allegedly.model import Attribution, Certainty, Judgement, Kind, Segments, Span, Spans, Speaker, SpeakerKind

_OPEN = (Kind.QUESTION, Kind.NO_COMMENT, Kind.NOT_REACHED, Kind.DEMAND, Kind.PROMISE, Kind.REJECTION)
_CLAUSE = re.compile(
    r"[;—]\s|,? (?:although|though|while|whereas|because|but|if|unless|when|who|which|where) |, and | (?:and|or) (?:\w+ )?\Z"
)
_MODAL = re.compile(r"(?:may|might|could) (?:\w+ )?")
_FIRST_PERSON = re.compile(r"(?:i|we)\b", re.IGNORECASE)
_EXPECTS = re.compile(r"\b(?:expect|likely|probabl|predict|anticipat|project|forecast|set to|poised|bound to)", re.IGNORECASE)
_OPENING = 200
"""Characters of a content in which it tells that something is expected."""
_ONE_PAPER = re.compile(r"\b(?:an?|the|this|that|his|her|its|their|our|one|another|\w+['’]s) (?:[\w-]+ )?report\Z", re.IGNORECASE)
_WISH = 30
"""Characters of a content in which a wish is told."""
_SHORT = 8
"""Words of a content that is no more than a noun and what belongs to it."""


@dataclass(frozen=True, slots=True)
class HedgeRules:
    """`found` finds any hedge; `worth` gives what it is worth; `not_before` and `not_after` what makes it none, but
    behind a `clause`.

    `hearsay` finds documents and people that stand for nobody in particular ("reports", "sources"). `kinds`: how sure a kind is
    by itself. `target`: kinds whose bare target asserts nothing, where none of `predicate` follows. `about` opens what a feeling
    is about; `wishes` make a wish of an opinion.
    """

    found: re.Pattern[str]
    worth: dict[str, Worth]
    not_before: dict[str, frozenset[str]]
    not_after: re.Pattern[str]
    clause: re.Pattern[str]
    hearsay: re.Pattern[str]
    kinds: dict[Kind, Certainty]
    target: frozenset[Kind]
    predicate: re.Pattern[str]
    about: tuple[str, ...]
    wishes: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Worth:
    """What a hedge makes of a content, whose word it is, and where it counts less (see hedges.toml)."""

    certainty: Certainty
    whose: str
    weak: bool
    of_cue: bool


@dataclass(frozen=True, slots=True)
class Hedge:
    """A word that lowers certainty."""

    span: Span
    worth: Worth


@cache
def load_hedges(language: Language) -> HedgeRules:
    """The hedges of a language. Raises `LanguageError` where its data is malformed."""
    data = language.table("hedges")
    worth = {
        word: Worth(Certainty(string(group, "certainty")), string(group, "whose"), "weak" in group, "of_cue" in group)
        for group in tables(data, "hedges")
        for word in strings(group, "words")
    }
    stops, kinds, target = table(data, "not_before"), table(data, "kinds"), table(data, "target")
    reports = strings(language.table("sources"), "hearsay")
    before, between = (
        "|".join(re.escape(word) for word in strings(table(data, "not_after"), key)) for key in ("words", "between")
    )
    return HedgeRules(
        re.compile(by_first_letter(tuple(worth))),
        worth,
        {word: frozenset(strings(stops, word)) for word in stops},
        re.compile(rf"\b(?:{before})(?: \w+)?(?: (?:{between})(?: \w+)?)? \Z", re.IGNORECASE),
        any_of(strings(table(data, "not_after"), "unless")),
        any_of((*reports, *(word + "s" for word in reports), *strings(table(data, "hearsay"), "sources"))),
        {Kind(key): Certainty(string(kinds, key)) for key in kinds},
        frozenset(Kind(kind) for kind in strings(target, "kinds")),
        any_of(strings(target, "predicate")),
        tuple(word + " " for word in strings(target, "about")),
        any_of(strings(target, "wishes")),
    )


def find_hedges(text: str, rules: HedgeRules) -> tuple[Hedge, ...]:
    """Every hedge of a text, in order. A modal in capitals is a month or a name, but for one that opens a sentence."""
    found: list[Hedge] = []
    for match in rules.found.finditer(text):
        words = match.group()
        lower = words.lower()
        stops = rules.not_before.get(lower)
        if stops is not None:
            following = re.match(r"\W*([\w’']+)", text[match.end() : match.end() + 30])
            if (following and following.group(1).lower() in stops) or (words[0].isupper() and lower in ("may", "might")):
                continue
        found.append(Hedge(Span(match.start(), match.end()), rules.worth[lower]))
    return tuple(found)


class HedgeIndex:
    """The hedges of an article, found by place."""

    def __init__(self, hedges: Sequence[Hedge]) -> None:
        self._hedges = hedges
        self._starts = [hedge.span.start for hedge in hedges]

    def within(self, span: Span) -> Sequence[Hedge]:
        """The hedges that begin in `span`."""
        return self._hedges[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]


def judge_certainty(
    text: str,
    segments: Segments,
    attribution: Attribution,
    around: Circumstance,
    kind: Kind,
    cue: CueReading | None,
    speaker: Speaker | None,
    nested: Spans,
    hedges: HedgeIndex,
    rules: HedgeRules,
) -> Judgement[Certainty]:
    """The certainty of the content: by a cue of claiming, by its own hedges, by those about the saying, by the cue or kind.

    Evidence is every hedge of cue and content, whether it decides or not; the rule says what decided. Hedges inside `nested`
    statements decide for these only.
    """
    said = _listed(text, attribution.content, hedges, rules)
    about = _about(text, attribution, around, hedges)
    evidence = tuple(sorted({hedge.span for hedge in (*said, *about)}))
    shape = content_shape(text, attribution)
    if kind in _OPEN:
        return Judgement(Certainty.UNDERSPECIFIED, evidence, f"asserts nothing: {kind.value}")
    if shape == "wh" and text[attribution.content[0].start :][:3].lower() in ("whe", "if "):
        return Judgement(Certainty.UNDERSPECIFIED, evidence, "asserts nothing: whether")
    cued = _by_cue(text, attribution, kind, cue, speaker, rules)
    if cued is Certainty.ALLEGED:
        return Judgement(cued, evidence, "cue")
    own = _deciding(text, segments, attribution, nested, said)
    if cued is not Certainty.UNDERSPECIFIED and (own or about):
        chosen = next((hedge for hedge in about if hedge.span.start >= around.cue_at), own[0] if own else about[0])
        return Judgement(chosen.worth.certainty, evidence, f"hedge of the {chosen.worth.whose}")
    return Judgement(cued, evidence, "no hedge" if cued is Certainty.CERTAIN else "cue" if cue else "kind")


def _listed(text: str, content: Spans, hedges: HedgeIndex, rules: HedgeRules) -> list[Hedge]:
    """The hedges of a content, without those of relative clauses."""
    return [
        hedge
        for span in content
        for hedge in hedges.within(span)
        if hedge.worth.whose == "author" or not _relative(text, span, hedge, rules)
    ]


def _relative(text: str, span: Span, hedge: Hedge, rules: HedgeRules) -> bool:
    """Whether a hedge belongs to a relative clause of the content in `span` ("a map that could help")."""
    found = rules.not_after.search(text, max(span.start, hedge.span.start - 30), hedge.span.start)
    if found is None or (found.start() == span.start and not text.startswith("how ", found.start())):
        return False
    return rules.clause.search(text, max(span.start, found.start() - 12), hedge.span.start) is None


def _about(text: str, attribution: Attribution, around: Circumstance, hedges: HedgeIndex) -> list[Hedge]:
    """The hedges of the cue ("may signal", "I think"), and the author's own beside it ("has reportedly told")."""
    found: list[Hedge] = []
    for span in attribution.cue:
        near = hedges.within(Span(max(0, span.start - 12), span.end))
        found += [
            hedge
            for hedge in near
            if (hedge.span.end > span.start or _leads(text, hedge, span)) and not (hedge.worth.of_cue and attribution.source)
        ]
    for span in around.outside:
        found += [
            hedge
            for hedge in hedges.within(span)
            if hedge.worth.whose == "author" and not hedge.worth.of_cue and abs(hedge.span.start - around.cue_at) < 60
        ]
    return sorted(set(found), key=lambda hedge: hedge.span)


def _leads(text: str, hedge: Hedge, cue: Span) -> bool:
    """Whether the hedge is a modal right before the cue, with no more than one word between."""
    if hedge.worth.certainty is not Certainty.POSSIBLE or hedge.worth.whose != "source":
        return False
    return _MODAL.fullmatch(text, hedge.span.start, cue.start) is not None


def _deciding(text: str, segments: Segments, attribution: Attribution, nested: Spans, said: Sequence[Hedge]) -> list[Hedge]:
    """The hedges of the content's first clause that lie in no nested content."""
    first = attribution.content[0]
    sentence = segments.sentence_at(first.start)
    stop = sentence.end if sentence else first.end
    words = sum(span.of(text).count(" ") + 1 for span in attribution.content)
    found: list[Hedge] = []
    for hedge in said:
        start = hedge.span.start
        if start >= max(stop, first.start + 1) or any(span.covers(hedge.span) for span in nested):
            continue
        held = next(span for span in attribution.content if span.start <= start < span.end)
        if hedge.worth.weak and words > _SHORT:
            continue
        if hedge.worth.certainty is Certainty.PROBABLE and stop < attribution.content[-1].end - 2 and _owned(text, hedge):
            continue
        if not _CLAUSE.search(text[held.start + 1 : start]):
            found.append(hedge)
    return found


def _owned(text: str, hedge: Hedge) -> bool:
    """Whether the hedge says whose belief it is: "I think" holds for one sentence of several, not for all that is said."""
    return _FIRST_PERSON.match(text, hedge.span.start) is not None


def _by_cue(
    text: str, attribution: Attribution, kind: Kind, cue: CueReading | None, speaker: Speaker | None, rules: HedgeRules
) -> Certainty:
    """What the cue gives; where the content made another kind of it, what that kind gives."""
    content = attribution.content[0]
    if kind is Kind.PREDICTION and (cue is None or cue.kind is Kind.ASSERTION):
        expects = _EXPECTS.search(text, content.start, min(content.end, content.start + _OPENING))
        return Certainty.PROBABLE if expects else Certainty.CERTAIN
    if cue is None or kind not in (cue.kind, Kind.ACCUSATION):
        return rules.kinds.get(kind, Certainty.CERTAIN)
    opening, shape = text[content.start : content.start + 12].lower(), content_shape(text, attribution)
    last = text[attribution.cue[-1].start : attribution.cue[-1].end].lower().rpartition(" ")[2]
    bare = kind in rules.target and cue.certainty is Certainty.CERTAIN and shape in ("noun", "to")
    if bare and last != "as" and not any(rules.predicate.search(text, span.start, span.end) for span in attribution.content):
        return Certainty.UNDERSPECIFIED
    led = opening.startswith(rules.about) or (bool(last) and last + " " in rules.about)
    worried = kind is Kind.CONCERN and (cue.sort in ("nouns", "light") or cue.certainty is Certainty.POSSIBLE)
    if led and (worried or cue.sort == "adjectives"):
        return Certainty.UNDERSPECIFIED
    near = min(content.end, content.start + _WISH)
    if kind is Kind.ATTITUDE and cue.certainty is Certainty.PROBABLE and rules.wishes.search(text, content.start, near):
        return Certainty.UNDERSPECIFIED
    if kind is Kind.ASSERTION and cue.certainty in (Certainty.REPORTED, Certainty.CERTAIN):
        if _hearsay(text, attribution, speaker, rules):
            return Certainty.REPORTED
        return Certainty.CERTAIN if cue.certainty is Certainty.REPORTED and speaker is not None else cue.certainty
    return cue.certainty


def _hearsay(text: str, attribution: Attribution, speaker: Speaker | None, rules: HedgeRules) -> bool:
    """Whether the source is a report of nobody's in particular, or people without a role."""
    if not attribution.source or (speaker is not None and speaker.name is not None):
        return False
    if speaker is not None and speaker.kind is SpeakerKind.NOBODY:
        return True
    source = attribution.source[0]
    found = rules.hearsay.search(text, source.start, source.end)
    if found is None or text[source.start : found.start()].count(" ") > 2:
        return False
    if _ONE_PAPER.search(text, source.start, found.end()):
        return False
    rest = text[found.end() : source.end].lower()
    return not rest.strip() or rest.startswith((" that ", " which ", " who ", " familiar ", " close ", " in ", " with "))
