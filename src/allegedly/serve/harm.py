"""The queue of what a person should look at, sorted by the harm that it does where it is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from allegedly.export.threshold import DOUBTFUL
from allegedly.model import Kind, Manner, Statement
from allegedly.model.identity import Identity, Sort
from allegedly.model.link import DisputeClass, Link
from allegedly.store.query import folded
from allegedly.store.store import Selection, Store

ACCUSED = "accuses a named person"
ACCUSES = "accuses"
UNCLEAR = "unclear speaker"
FIGURE = "disputed figure"
UNSURE = "direct quote, unsure"
WEIGHTS: Mapping[str, float] = {ACCUSED: 5.0, UNCLEAR: 3.0, FIGURE: 3.0, UNSURE: 2.0, ACCUSES: 1.5}
"""What an error costs: an accusation put into the wrong mouth, or against the wrong person, costs most."""
_MOST = 1000
"""How many of each sort are looked at, the newest first."""


@dataclass(slots=True)
class Queued:
    """A statement in the queue and why it is there."""

    statement: Statement
    reasons: list[str] = field(default_factory=list)

    @property
    def harm(self) -> float:
        """How much harm an error does, and how likely one is."""
        return sum(WEIGHTS[reason] for reason in self.reasons) + (1.0 - self.statement.attribution.confidence)


def queue(store: Store, people: Iterable[Identity], disputes: Iterable[Link]) -> tuple[Queued, ...]:
    """The statements to look at, the most harmful first, then the newest."""
    found: dict[str, Queued] = {}

    def note(statements: Iterable[Statement], reason: str) -> None:
        for statement in statements:
            found.setdefault(statement.id, Queued(statement)).reasons.append(reason)

    def some(selection: Selection) -> tuple[Statement, ...]:
        return store.page(selection, _MOST).statements

    persons = _persons(people)
    for statement in some(Selection(kind=Kind.ACCUSATION)):
        note([statement], ACCUSED if _accuses_person(statement, persons) else ACCUSES)
    note(some(Selection(unclear=True)), UNCLEAR)
    values = [link for link in disputes if link.manner is DisputeClass.ANOTHER_VALUE][:_MOST]
    ends = {end.statement for link in values for end in (link.first, link.second) if end.statement}
    note(some(Selection(ids=tuple(ends))), FIGURE)
    note(some(Selection(manner=Manner.DIRECT, below=DOUBTFUL)), UNSURE)
    return tuple(sorted(found.values(), key=lambda each: (-each.harm, _backwards(each.statement), each.statement.id)))


def _persons(people: Iterable[Identity]) -> Mapping[str, frozenset[str]]:
    """The last names of the persons whom each article names as speakers, folded."""
    names: dict[str, set[str]] = {}
    for one in people:
        for profile in one.profiles if one.sort is Sort.PERSON else ():
            words = folded(profile.name).split()
            if words:
                names.setdefault(profile.article, set()).add(f" {words[-1]} ")
    return {article: frozenset(each) for article, each in names.items()}


def _accuses_person(statement: Statement, persons: Mapping[str, frozenset[str]]) -> bool:
    start = statement.attribution.extent.start
    words = " ".join(statement.words[span.start - start : span.end - start] for span in statement.attribution.content)
    said = folded(words)
    speaker = statement.speaker
    own = folded(speaker.name) if speaker is not None and speaker.name else ""
    return any(name in said and name not in own for name in persons.get(statement.article, ()))


def _backwards(statement: Statement) -> str:
    """What sorts the newest first."""
    return "".join(chr(0x10FFFF - ord(letter)) for letter in (statement.origin.published or "")[:10])
