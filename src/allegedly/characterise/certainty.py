"""How surely an article presents what is said."""

from __future__ import annotations

import re
from collections.abc import Sequence

from allegedly.characterise.circumstance import Circumstance
from allegedly.characterise.cue_certainty import certainty_of_cue
from allegedly.characterise.cues import CueReading
from allegedly.characterise.hedges import Hedge, HedgeIndex, HedgeRules
from allegedly.characterise.kind import content_shape
from allegedly.model import (
    Attribution,
    Certainty,
    Judgement,
    Kind,
    Segments,
    Span,
    Spans,
    Speaker,
)

_OPEN = (
    Kind.QUESTION,
    Kind.NO_COMMENT,
    Kind.NOT_REACHED,
    Kind.DEMAND,
    Kind.PROMISE,
    Kind.REJECTION,
)
_CLAUSE = re.compile(
    r"[;—]\s| (?:--|–) | \(|,? (?:although|though|while|whereas|because|but|yet|if|unless|when|who|which|where) |, and,? "
    r"| (?:and|or) (?:[a-z]\w* )?\Z"
)
_INSERTED = re.compile(r" ?(?:—|–|--) ?[^—–]{3,120}?(?:—|–|--) ?")
_OPENING = re.compile(
    r"\A\W*(?:(?:so|and|but|now|that),? )?(?:when|while|although|though|because|unless|if|as|since|after) [^,;]+, ", re.IGNORECASE
)
_MODAL = re.compile(r"(?:may|might|could) (?:\w+ )?")
_CAN = re.compile(r"(?:may|might|could)(?: well)?", re.IGNORECASE)
_AS = re.compile(r" as (?!well|part|soon|long|much|many|far|he |she |they |it |the )")
_LED = 70
"""Characters before a cue in which a modal may stand that leads to it."""
_LEADING = re.compile(
    r"(?:may|might|could) (?:\w+ )?(?:(?:allow|let|help|lead|cause|prompt|force|enable|encourage|push|drive|tempt|permit)"
    r"(?: [\w’'-]+){1,4} (?:to )?|(?:[\w’'-]+ ){1,4}or )"
)
_FIRST_PERSON = re.compile(r"(?:i|we|my|our)\b", re.IGNORECASE)
_STOP = re.compile(r"[.!?][”\"’']*(?=\s|\Z)|,[”\"]\Z")
_OWN = re.compile(r"\b(?:I|We|we)(?: \w+)? \Z")
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|do|does|did|(?<!-)\w+ed|said|came|went|\w+n[’']t)\b"
)
_OPENS_RELATIVE = re.compile(r"\b(?:who|which|that) \Z")
_EPISTEMIC = re.compile(r"(?:may|might) (?:\w+ )?(?:have|be)\b|(?:appear|seem)s? to\b")
_ADDED = re.compile(r"\)| (?:as|in|by|to|from|for|after|because|with|without|on|at|a|an|the|\w+(?:ed|ing))\b")
_FEW = 6
"""Words between a hedge and the cue that it is about."""
_RIGHT_BEFORE = re.compile(r" (?:[\w’']+ ){0,3}")
_PARTED = re.compile(r"[.;:“”\"]|\b(?:and|but|of|to|that|which|who)\b")
_SHORT = 8
"""Words of a content that is no more than a noun and what belongs to it."""


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
    said = _listed(text, attribution, hedges, rules)
    about = _about(text, attribution, around, hedges, rules)
    evidence = tuple(sorted({hedge.span for hedge in (*said, *about)}))
    shape = content_shape(text, attribution)
    if _rejected_as(text, attribution, kind, cue):
        return Judgement(Certainty.CERTAIN, evidence, "no hedge")
    if kind in _OPEN:
        return Judgement(Certainty.UNDERSPECIFIED, evidence, f"asserts nothing: {kind.value}")
    if shape == "wh" and _open(text, attribution, kind, cue) and not (about and kind is Kind.ATTITUDE):
        return Judgement(Certainty.UNDERSPECIFIED, evidence, "asserts nothing: whether")
    if any(hedge.span.start < around.cue_end and _CAN.fullmatch(hedge.span.of(text)) for hedge in about):
        return Judgement(Certainty.POSSIBLE, evidence, "hedge of the source")
    cued = certainty_of_cue(text, attribution, kind, cue, speaker, rules.cues)
    if cued is Certainty.ALLEGED:
        return Judgement(cued, evidence, "cue")
    own = _deciding(text, segments, attribution, nested, said, rules)
    if cued is Certainty.UNDERSPECIFIED and kind in rules.cues.target.kinds:
        own, about = ([hedge for hedge in these if hedge.worth.certainty is Certainty.ALLEGED] for these in (own, about))
        cued = Certainty.UNDERSPECIFIED if not (own or about) else Certainty.ALLEGED
    if cued is not Certainty.UNDERSPECIFIED and (own or about):
        chosen = next(
            (hedge for hedge in about if hedge.span.start >= around.cue_at),
            own[0] if own else about[0],
        )
        return Judgement(chosen.worth.certainty, evidence, f"hedge of the {chosen.worth.whose}")
    return Judgement(
        cued,
        evidence,
        "no hedge" if cued is Certainty.CERTAIN else "cue" if cue else "kind",
    )


def _rejected_as(text: str, attribution: Attribution, kind: Kind, cue: CueReading | None) -> bool:
    """Whether a rejection says what it takes something for: "dismissed the reports as old"."""
    return (
        kind is Kind.REJECTION
        and cue is not None
        and cue.kind is kind
        and _AS.search(text, attribution.content[0].start, attribution.content[-1].end) is not None
    )


def _open(text: str, attribution: Attribution, kind: Kind, cue: CueReading | None) -> bool:
    """Whether a content asks: it opens with "whether", or with "if" where that is no condition of what is said."""
    opening = text[attribution.content[0].start :][:3].lower()
    stated = kind in (Kind.ASSERTION, Kind.PREDICTION) and (cue is None or cue.kind is Kind.ASSERTION)
    return opening == "whe" or (opening == "if " and not stated)


def _listed(text: str, attribution: Attribution, hedges: HedgeIndex, rules: HedgeRules) -> list[Hedge]:
    """The hedges of a content, without those of relative clauses, without adjectives in more than a noun, and without "could"
    where it is "can" of the past ("thought they could win").
    """
    shifted = any(span.of(text).rpartition(" ")[2].lower() in rules.shifted for span in attribution.cue)
    return [
        hedge
        for span in attribution.content
        for hedge in hedges.within(span)
        if (not hedge.worth.brief or _noun(text, span))
        and not (shifted and hedge.span.of(text) == "could")
        and (hedge.worth.whose == "author" or _stands(text, span, hedge) or not _relative(text, span, hedge, rules))
    ]


def _noun(text: str, span: Span) -> bool:
    """Whether words are no more than a noun and what belongs to it."""
    return text.count(" ", span.start, span.end) < _SHORT and not _FINITE.search(text, span.start, span.end)


def _stands(text: str, span: Span, hedge: Hedge) -> bool:
    """Whether a hedge is one in a relative clause too: the first person's, "who may have left", ", which could help"."""
    start = hedge.span.start
    if _FIRST_PERSON.match(text, start):
        return True
    opens = _OPENS_RELATIVE.search(text, max(span.start, start - 8), start)
    if opens is None:
        return False
    aside = text.endswith(", ", span.start, opens.start()) and _MODAL.match(text, start) is not None
    return aside or _EPISTEMIC.match(text, start) is not None


def _relative(text: str, span: Span, hedge: Hedge, rules: HedgeRules) -> bool:
    """Whether a hedge belongs to a relative clause of the content in `span` ("a map that could help")."""
    found = rules.not_after.search(text, max(span.start, hedge.span.start - 30), hedge.span.start)
    if found is None or (found.start() == span.start and not text.startswith("how ", found.start())):
        return False
    return rules.clause.search(text, max(span.start, found.start() - 12), hedge.span.start) is None


def _about(
    text: str,
    attribution: Attribution,
    around: Circumstance,
    hedges: HedgeIndex,
    rules: HedgeRules,
) -> list[Hedge]:
    """The hedges of the cue ("may signal", "I think"), and the author's own beside it ("has reportedly told")."""
    found: list[Hedge] = []
    for span in attribution.cue:
        near = hedges.within(Span(max(0, span.start - _LED), span.end))
        found += [
            hedge
            for hedge in near
            if (hedge.span.end > span.start or _leads(text, hedge, span))
            and not hedge.worth.act
            and not (hedge.worth.of_cue and attribution.source)
        ]
    for span in around.outside:
        found += [
            hedge
            for hedge in hedges.within(span)
            if (hedge.worth.whose == "author" and not (hedge.worth.of_cue or hedge.worth.act) and _beside(text, hedge, around))
            or (hedge.span.of(text).lower() in rules.beside and _RIGHT_BEFORE.fullmatch(text, hedge.span.end, around.cue_at))
        ]
    return sorted(set(found), key=lambda hedge: hedge.span)


def _beside(text: str, hedge: Hedge, around: Circumstance) -> bool:
    """Whether a few words at most, and no end of a clause, stand between a hedge outside of a saying and its cue."""
    between = text[hedge.span.end : around.cue_at] or text[around.cue_end : hedge.span.start]
    return between.count(" ") <= _FEW and not _PARTED.search(between)


def _leads(text: str, hedge: Hedge, cue: Span) -> bool:
    """Whether the hedge is a modal that leads to the cue: "may soon say", "could let others say", "could sue or blame"."""
    if hedge.worth.certainty is not Certainty.POSSIBLE or hedge.worth.whose != "source":
        return False
    start = hedge.span.start
    near = _MODAL.fullmatch(text, start, cue.start) or _LEADING.fullmatch(text, start, cue.start)
    return near is not None


def _deciding(
    text: str,
    segments: Segments,
    attribution: Attribution,
    nested: Spans,
    said: Sequence[Hedge],
    rules: HedgeRules,
) -> list[Hedge]:
    """The hedges of the content's first clause that lie in no nested content."""
    first = attribution.content[0]
    sentence = segments.sentence_at(first.start)
    stop = sentence.end if sentence else first.end
    words = sum(span.of(text).count(" ") + 1 for span in attribution.content)
    sentences = sum(len(_STOP.findall(span.of(text))) for span in attribution.content)
    few = 2 * sum(_owned(text, hedge) for hedge in said) < max(2, sentences) or len(said) < 2
    found: list[Hedge] = []
    for hedge in said:
        start = hedge.span.start
        if start >= max(stop, first.start + 1) or any(span.covers(hedge.span) for span in nested):
            continue
        held = next(span for span in attribution.content if span.start <= start < span.end)
        if hedge.worth.brief or (hedge.worth.weak and words > _SHORT):
            continue
        if hedge.worth.whose != "author" and _relative(text, held, hedge, rules):
            continue
        if hedge.worth.certainty is Certainty.PROBABLE and stop < attribution.content[-1].end - 2 and _owned(text, hedge) and few:
            continue
        if not (_further(text[held.start : start]) or _aside(text, hedge)):
            found.append(hedge)
    return found


def _further(before: str) -> bool:
    """Whether words end a clause: not those of an opening one ("When it rained, it may …"), nor an "and" of things in a row."""
    before = _OPENING.sub("", _INSERTED.sub(" ", before))
    return any(
        not found.group().startswith(", and") or _FINITE.search(before, 0, found.start()) for found in _CLAUSE.finditer(before, 1)
    )


def _aside(text: str, hedge: Hedge) -> bool:
    """Whether the hedge opens no more than an addition: ", reportedly surrounded by", ", apparently as part of"."""
    before = text[max(0, hedge.span.start - 3) : hedge.span.start].rstrip("“\"‘'")
    return before.endswith((", ", "(", "-- ", "– ")) and _ADDED.match(text, hedge.span.end) is not None


def _owned(text: str, hedge: Hedge) -> bool:
    """Whether the hedge says whose belief it is: "I think" holds for one sentence of several, not for all that is said."""
    return (
        _FIRST_PERSON.match(text, hedge.span.start) is not None
        or _OWN.search(text, max(0, hedge.span.start - 16), hedge.span.start) is not None
    )
