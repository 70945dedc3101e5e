"""Lays corrections on findings again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TypeAlias

from allegedly.correct.anchoring import anchored
from allegedly.model import Attribution, Certainty, Findings, Judgement, Kind, Manner, Span, Speaker, Statement
from allegedly.model.correction import Anchor, Correction, Field, Waiting

Make: TypeAlias = Callable[[Attribution], Statement]
"""Judges the statement that an attribution makes."""

RULE = "correction"
"""The rule that a judgement names which a person gave."""


@dataclass(frozen=True, slots=True)
class Replayed:
    """`findings` as corrected, the ids of the corrections that hold in them, and those that wait for a person."""

    findings: Findings
    applied: tuple[str, ...]
    waiting: tuple[Waiting, ...]


def replay(findings: Findings, corrections: Iterable[Correction], make: Make) -> Replayed:
    """`findings` with the corrections laid on them in their order.

    A correction is laid on the statement with exactly the spans that it was made on. Where there is none, but what it wants is
    there already, it holds. Where neither is so, it waits, with the statements that share words with it: nothing is guessed.
    """
    replaying = _Replaying(findings, make)
    for correction in corrections:
        replaying.lay(correction)
    kept = sorted(replaying.statements.values(), key=lambda one: (one.attribution.extent, one.id))
    return Replayed(replace(findings, statements=tuple(kept)), tuple(replaying.applied), tuple(replaying.waiting))


class _Replaying:
    def __init__(self, findings: Findings, make: Make) -> None:
        self._article, self._make = findings.article, make
        self.statements = {statement.id: statement for statement in findings.statements}
        self.applied: list[str] = []
        self.waiting: list[Waiting] = []

    def lay(self, correction: Correction) -> None:
        """Lay one correction on what there is."""
        anchor = anchored(correction.anchor, self._article)
        if anchor is None:
            self._wait(correction, "its words do not stand once in this text")
            return
        if correction.field is Field.STATEMENT:
            done = self._add(anchor) if isinstance(correction.new, Anchor) else self._delete(anchor)
        elif correction.field is Field.WORDS:
            target = anchored(correction.new, self._article) if isinstance(correction.new, Anchor) else None
            done = target is not None and self._move(anchor, target)
        else:
            done = self._set(anchor, correction)
        if done:
            self.applied.append(correction.id)
        else:
            rivals = self._rivals(anchor)
            reason = "other words are found where its statement stood" if rivals else "its statement is not found any more"
            self._wait(correction, reason, rivals)

    def _wait(self, correction: Correction, reason: str, rivals: tuple[Statement, ...] = ()) -> None:
        self.waiting.append(Waiting(correction, reason, rivals))

    def _rivals(self, *anchors: Anchor) -> tuple[Statement, ...]:
        """The statements, but the article's own sentences, that share cue and content with one of these and have other spans."""
        own = {anchor.statement for anchor in anchors}
        return tuple(
            statement
            for statement in self.statements.values()
            if statement.id not in own
            and statement.manner.value is not Manner.BARE
            and any(_alike(statement.attribution, anchor.attribution) for anchor in anchors)
        )

    def _add(self, anchor: Anchor) -> bool:
        if anchor.statement not in self.statements:
            if self._rivals(anchor):
                return False
            self._put(self._make(anchor.attribution))
        return True

    def _delete(self, anchor: Anchor) -> bool:
        gone = self.statements.pop(anchor.statement, None)
        if gone is None:
            return not self._rivals(anchor)
        self._adopt(gone.id, gone.parent)
        return True

    def _move(self, old: Anchor, new: Anchor) -> bool:
        before = self.statements.get(old.statement)
        if before is None:
            if new.statement not in self.statements:
                if self._rivals(old, new):
                    return False
                self._put(self._make(new.attribution))
            return True
        if old.statement == new.statement:
            return True
        if new.statement in self.statements:
            return self._delete(old)
        after = self._make(replace(new.attribution, confidence=before.attribution.confidence))
        moved = _kept(before, after)
        del self.statements[before.id]
        self._adopt(before.id, moved.id)
        self._put(replace(moved, parent=before.parent if before.parent in self.statements else None))
        return True

    def _put(self, statement: Statement) -> None:
        if statement.parent is not None and (statement.parent not in self.statements or statement.parent == statement.id):
            statement = replace(statement, parent=None)
        self.statements[statement.id] = statement

    def _adopt(self, parent: str, other: str | None) -> None:
        """Give what lay in one statement to another."""
        for statement in tuple(self.statements.values()):
            if statement.parent == parent:
                self.statements[statement.id] = replace(statement, parent=None if other == statement.id else other)

    def _set(self, anchor: Anchor, correction: Correction) -> bool:
        statement = self.statements.get(anchor.statement)
        if statement is None:
            return False
        match correction.field, correction.new:
            case Field.SPEAKER, Speaker() | None as speaker:
                statement = replace(statement, speaker=speaker)
            case Field.KIND, Kind() as kind:
                statement = replace(statement, kind=Judgement(kind, (), RULE))
            case Field.CERTAINTY, Certainty() as certainty:
                statement = replace(statement, certainty=Judgement(certainty, (), RULE))
            case Field.FIGURES, tuple() as figures:
                if correction.anchor.text_sha256 != self._article.capture.text_sha256:
                    return False
                statement = replace(statement, figures=figures)
            case Field.ACCEPTED, _:
                pass
            case _:
                return False
        self.statements[statement.id] = statement
        return True


def _kept(before: Statement, after: Statement) -> Statement:
    """The statement with new words, and what was judged on words that stay."""
    if before.attribution.source == after.attribution.source:
        after = replace(after, speaker=before.speaker)
    if before.attribution.cue == after.attribution.cue:
        after = replace(after, kind=before.kind, medium=before.medium, addressee=before.addressee, time=before.time)
        if before.certainty.rule == RULE:
            after = replace(after, certainty=before.certainty)
    return after


def _alike(one: Attribution, other: Attribution) -> bool:
    """Whether two attributions share words of their cues, where both have one, and of their contents."""
    cues = _touch(one.cue, other.cue) if one.cue and other.cue else one.cue == other.cue
    return cues and _touch(one.content, other.content)


def _touch(spans: Iterable[Span], others: Iterable[Span]) -> bool:
    listed = tuple(others)
    return any(span.overlaps(other) for span in spans for other in listed)
