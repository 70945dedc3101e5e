"""Corrections from the forms of review: what a form says beside what the statement is, field by field."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from allegedly.correct.anchoring import anchored
from allegedly.model import (
    Attribution,
    Certainty,
    Figure,
    Findings,
    Kind,
    Span,
    Spans,
    Speaker,
    SpeakerKind,
    Statement,
    statement_id,
)
from allegedly.model.correction import Anchor, Field, Value
from allegedly.model.link import LinkKind
from allegedly.serve.desk import Desk
from allegedly.serve.problems import wrong

E = TypeVar("E", bound=StrEnum)
_FIGURE = re.compile(r"(?P<low>\d[\d.,]*)?\s*(?P<dash>[-–])?\s*(?P<high>\d[\d.,]*)?\s*(?P<counted>[^\d–-].*)?")
LINK = "link:"
"""Before the id of a judgement on a link, among the ids of corrections."""


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Who corrects, when and why."""

    who: str
    when: str
    why: str | None


def accept(desk: Desk, findings: Findings, statement: Statement, by: Reviewer) -> list[str]:
    """Record that the statement is right as it is."""
    return [_correct(desk, findings.article.id, statement.id, Field.ACCEPTED, None, by)]


def reject(desk: Desk, findings: Findings, statement: Statement, by: Reviewer) -> list[str]:
    """Record that there is no such statement."""
    return [_correct(desk, findings.article.id, statement.id, Field.STATEMENT, None, by)]


def edit(desk: Desk, findings: Findings, statement: Statement, fields: Mapping[str, str], by: Reviewer) -> list[str]:
    """Record each field that the form has otherwise; the words first, for they say which statement it is from then on."""
    article, made = findings.article, list[str]()
    words = attribution_of(fields, len(article.text))
    here = statement.id
    if _roles(words) != _roles(statement.attribution):
        made.append(_correct(desk, article.id, here, Field.WORDS, words, by))
        here = statement_id(article.id, words)
    made += _judged(desk, findings, statement, here, fields, by)
    target = fields.get("link", "").strip()
    if target:
        judgement = desk.ledger.linking.judge(here, target, LinkKind.DISPUTES, who=by.who, when=by.when, why=by.why)
        made.append(LINK + judgement.id)
    if not made:
        raise wrong("action", "nothing was changed; to say that the statement is right as it is, accept it")
    return made


def add(desk: Desk, findings: Findings, fields: Mapping[str, str], by: Reviewer) -> tuple[list[str], str]:
    """Record a statement that was missed, and what the form says of it; gives the corrections' ids and the statement's."""
    article = findings.article
    words = attribution_of(fields, len(article.text))
    made = [_correct(desk, article.id, words, Field.STATEMENT, words, by)]
    here = statement_id(article.id, words)
    findings = desk.store.get(article.id)
    statement = next(one for one in findings.statements if one.id == here)
    return made + _judged(desk, findings, statement, here, fields, by), here


def settle(desk: Desk, reference: str, statement: str, by: Reviewer) -> list[str]:
    """Say what becomes of a correction that waits: it is made anew on this statement, or, where none is named, let go.

    It is taken back in either case; what it said, and of whom it was, stays among the events. Raises `Problem` where no such
    correction waits, or the statement is none of those that it may belong to.
    """
    corrections = desk.ledger.corrections
    waiting = next((one for one in corrections.waiting() if one.correction.id == reference), None)
    if waiting is None:
        raise wrong("waiting", f"waiting: no correction with the id {reference[:40]!r} waits")
    before, made = waiting.correction, list[str]()
    if statement:
        if all(rival.id != statement for rival in waiting.rivals):
            raise wrong("on", f"on: the correction may belong to no statement with the id {statement[:40]!r}")
        article = desk.store.get(before.anchor.article).article
        field, new = before.field, before.new
        if isinstance(new, Anchor):
            found = anchored(new, article)
            if found is None:
                raise wrong("waiting", "waiting: its words do not stand once in this text")
            field, new = Field.WORDS, found
        value = new.attribution if isinstance(new, Anchor) else new
        told = replace(by, why=f"settles what {before.who} said on {before.when[:10]}")
        made.append(_correct(desk, article.id, statement, field, value, told))
    corrections.withdraw(before.id, who=by.who, when=by.when, why=by.why or ("settled" if statement else "let go"))
    return made


def undo(desk: Desk, ids: str, by: Reviewer) -> None:
    """Take back what one post made, the last first."""
    for each in reversed(ids.split(",")):
        if each.startswith(LINK):
            desk.ledger.linking.withdraw(each.removeprefix(LINK), who=by.who, when=by.when)
        else:
            desk.ledger.corrections.withdraw(each, who=by.who, when=by.when)


def _judged(
    desk: Desk, findings: Findings, statement: Statement, here: str, fields: Mapping[str, str], by: Reviewer
) -> list[str]:
    """The corrections of all fields but the words."""
    changes: list[tuple[Field, Value]] = []
    speaker = speaker_given(findings, statement, fields)
    if speaker != statement.speaker:
        changes.append((Field.SPEAKER, speaker))
    kind, certainty = _choice(fields, "kind", Kind), _choice(fields, "certainty", Certainty)
    if kind is not None and kind is not statement.kind.value:
        changes.append((Field.KIND, kind))
    if certainty is not None and certainty is not statement.certainty.value:
        changes.append((Field.CERTAINTY, certainty))
    if "figure" in fields and fields["figure"].strip() != figures_written(statement.figures):
        changes.append((Field.FIGURES, figures_given(fields["figure"], statement.attribution.content)))
    return [_correct(desk, findings.article.id, here, field, value, by) for field, value in changes]


def _correct(
    desk: Desk, article: str, statement: str | Attribution, field: Field, value: Value | Attribution, by: Reviewer
) -> str:
    return desk.ledger.corrections.correct(article, statement, field, value, who=by.who, when=by.when, why=by.why).id


def _roles(attribution: Attribution) -> tuple[Spans, Spans, Spans]:
    return attribution.source, attribution.cue, attribution.content


def attribution_of(fields: Mapping[str, str], length: int) -> Attribution:
    """The spans that the form gives for each role. Raises `Problem` where they are none of a text so long."""
    roles = {name: spans_given(fields.get(name, ""), name, length) for name in ("source", "cue", "content")}
    if not roles["content"]:
        raise wrong("content", "content: expected the words that are said, found none")
    return Attribution(roles["source"], roles["cue"], roles["content"])


def spans_given(words: str, name: str, length: int) -> Spans:
    """The spans written as `12-30 45-60`, in code points. Raises `Problem` where they are none of a text so long."""
    spans: list[Span] = []
    for part in words.split():
        found = re.fullmatch(r"(\d{1,9})-(\d{1,9})", part)
        if found is None:
            raise wrong(name, f"{name}: expected spans as in 12-30 45-60, found {words[:60]!r}")
        start, end = int(found[1]), int(found[2])
        if not (spans[-1].end if spans else 0) <= start < end <= length:
            raise wrong(name, f"{name}: {part} does not lie in the text of {length:,} characters, behind the span before it")
        spans.append(Span(start, end))
    return tuple(spans)


def speaker_given(findings: Findings, statement: Statement, fields: Mapping[str, str]) -> Speaker | None:
    """The speaker that the form names: as the article knows that name already, or else of the kind that the form says."""
    old = statement.speaker
    name = " ".join(fields.get("speaker", "").split())[:200]
    kind = _choice(fields, "speaker_kind", SpeakerKind) or (old.kind if old else SpeakerKind.NAMED_PERSON)
    if name == ((old.name or "") if old else ""):
        if old is None or kind is old.kind:
            return old
        return replace(old, kind=kind)
    if not name:
        return None
    known = next((one.speaker for one in findings.statements if one.speaker is not None and one.speaker.name == name), None)
    if known is not None:
        return replace(known, candidates=(), inferred=False, confidence=1.0, evidence=(), identity=None)
    return Speaker(name, kind)


def figures_written(figures: tuple[Figure, ...]) -> str:
    """The figures as the form has them: `12-15 people; 3 lorries`; an open end is left out.

    >>> figures_written((Figure(12.0, None, "at least", "people", None, ()), Figure(3.0, 3.0, "exactly", "lorries", None, ())))
    '12- people; 3 lorries'
    """
    return "; ".join(map(_written, figures))


def _written(figure: Figure) -> str:
    low, high = (None if end is None else f"{end:.15g}" for end in (figure.low, figure.high))
    number = low if low is not None and low == high else f"{low or ''}-{high or ''}"
    return f"{number} {figure.counted or ''}".strip()


def figures_given(words: str, evidence: Spans) -> tuple[Figure, ...]:
    """The figures that `figures_written` writes. Raises `Problem` where a part is none.

    >>> figures_given("12- people", ())[0].bound
    'at least'
    """
    figures = []
    for part in filter(None, map(str.strip, words.split(";"))):
        found = _FIGURE.fullmatch(part)
        if (
            found is None
            or (found["low"] is None and found["high"] is None)
            or (found["low"] and found["high"] and not found["dash"])
        ):
            raise wrong(
                "figure", f"figure: expected a number or a range and what it counts, as in 12-15 people, found {part[:60]!r}"
            )
        low, high = (_number(found[name]) for name in ("low", "high"))
        if not found["dash"]:
            high = low
        bound = "exactly" if low == high else "at most" if low is None else "at least" if high is None else "between"
        figures.append(Figure(low, high, bound, found["counted"] or None, None, evidence))
    return tuple(figures)


def _number(written: str | None) -> float | None:
    try:
        return None if written is None else float(written.replace(",", "").rstrip("."))
    except ValueError:
        raise wrong("figure", f"figure: expected a number, found {written!r}") from None


def _choice(fields: Mapping[str, str], name: str, kinds: type[E]) -> E | None:
    value = fields.get(name, "")
    try:
        return kinds(value) if value else None
    except ValueError:
        raise wrong(name, f"{name}: expected one of {', '.join(kinds)}, found {value[:40]!r}") from None
