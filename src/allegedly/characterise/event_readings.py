"""How a verb stands in its clause: active, passive, or no finite verb at all."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from allegedly.characterise.clauses import Clause
from allegedly.characterise.event_patterns import EventRules, Form
from allegedly.model import Auxiliary

_HAVE = frozenset(("has", "have", "had", "having", "'ve", "’ve", "hasn't", "hasn’t", "haven't", "haven’t", "hadn't", "hadn’t"))
_BE = frozenset(
    (
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "am",
        "wasn't",
        "weren't",
        "isn't",
        "aren't",
        "wasn’t",
        "weren’t",
        "isn’t",
        "aren’t",
    )
)
VERBAL = frozenset((Form.BASE, Form.THIRD, Form.PAST, Form.PARTICIPLE, Form.ING, Form.FIXED))
"""The forms of verbs and of phrases."""


class Voice(Enum):
    """Who the subject of a verb is."""

    ACTIVE = auto()
    PASSIVE = auto()
    NOMINAL = auto()
    NONE = auto()


@dataclass(frozen=True, slots=True)
class Reading:
    """A verb at `at` whose group begins at `begin`, with the words of the group before it.

    `forms`: those that the first word of a pattern may have here.
    """

    voice: Voice
    at: int
    begin: int
    group: tuple[str, ...]
    clause: Clause
    forms: frozenset[Form]
    doubtful: bool = False

    def fits(self, form: Form) -> bool:
        """Whether a word of this form may stand here."""
        return form in self.forms

    def subject(self, start: int) -> tuple[int, int] | None:
        """The subject, as places of words."""
        return self.clause.subject(self.begin, start)

    def auxiliary(self, rules: EventRules, told: bool) -> set[Auxiliary]:
        """In what way it is not simply told to have happened; `told`: the clause is part of what somebody says."""
        words = set(self.group)
        found: set[Auxiliary] = set()
        lower, begin = self.clause.lower, self.begin
        if not words.isdisjoint(rules.negated) or any(word.endswith(("n't", "n’t")) for word in words):
            found.add(Auxiliary.NEGATED)
        if self.voice is Voice.NOMINAL:
            near = set(lower[max(0, begin - 6) : begin])
            if not near.isdisjoint(rules.hypothetical):
                found.add(Auxiliary.HYPOTHETICAL)
            elif not near.isdisjoint(rules.future):
                found.add(Auxiliary.FUTURE)
            if {"no", "without", "not"} & near:
                found.add(Auxiliary.NEGATED)
            return found
        if "would" in words and told and "have" not in words:
            found.add(Auxiliary.FUTURE)
        elif not words.isdisjoint(rules.hypothetical):
            found.add(Auxiliary.HYPOTHETICAL)
        elif not words.isdisjoint(rules.future):
            found.add(Auxiliary.FUTURE)
        opened = next(
            (
                lower[at]
                for at in range(begin - 1, max(-1, begin - 10), -1)
                if lower[at] in ("if", "unless", "whether", ",", "that")
            ),
            "",
        )
        if opened in ("if", "unless", "whether"):
            found.discard(Auxiliary.FUTURE)
            found.add(Auxiliary.HYPOTHETICAL)
        return found


def reading_of(clause: Clause, at: int, start: int, stop: int, rules: EventRules) -> Reading:
    """How the verb at `at` stands in the clause, which reaches from `start` to `stop`."""
    begin = clause.group_start(at, start)
    begin = _transparent(clause, begin, at, start, rules)
    group = tuple(clause.lower[begin:at])
    last = next((word for word in reversed(group) if clause.auxiliary(word) or word == "to"), "")
    doubtful = False
    if last in _BE:
        participle = Voice.PASSIVE
        forms = frozenset((Form.PARTICIPLE, Form.ING, Form.FIXED))
        voice = Voice.ACTIVE if clause.lower[at].endswith("ing") else participle
    elif last in _HAVE:
        voice, forms = Voice.ACTIVE, frozenset((Form.PARTICIPLE, Form.PAST, Form.FIXED))
    elif last == "to":
        known = _leads(clause, begin, rules, group)
        voice, forms = (Voice.ACTIVE, frozenset((Form.BASE, Form.FIXED))) if known else (Voice.NONE, frozenset[Form]())
    elif last:
        voice, forms = Voice.ACTIVE, frozenset((Form.BASE, Form.FIXED))
    else:
        return _bare(clause, at, begin, start, stop, group)
    return Reading(voice, at, begin, group, clause, forms, doubtful)


def _transparent(clause: Clause, begin: int, at: int, start: int, rules: EventRules) -> int:
    """Where the group begins with verbs that only say that what follows is done: "began to", "started"."""
    look = begin
    if (
        look > start
        and clause.lower[look - 1] in rules.transparent | rules.future
        and ("to" in clause.lower[look:at] or clause.lower[at].endswith("ing"))
    ):
        return clause.group_start(look - 1, start)
    return begin


def _leads(clause: Clause, begin: int, rules: EventRules, group: tuple[str, ...]) -> bool:
    """Whether an infinitive is told to be done: behind such a verb, or behind one of will ("plans to")."""
    before = group[: group.index("to")] if "to" in group else ()
    return any(
        word in rules.transparent or word in rules.future or word in ("is", "are", "was", "were", "had", "has", "have")
        for word in before
    )


def _bare(clause: Clause, at: int, begin: int, start: int, stop: int, group: tuple[str, ...]) -> Reading:
    """A verb without auxiliaries: past or present with a subject, participle cut short, or none."""
    lower = clause.lower
    none = Reading(Voice.NONE, at, begin, group, clause, frozenset())
    if clause.determined(begin) or (begin > start and (lower[begin - 1][0].isdigit() or clause.preposition(begin - 1))):
        return none
    if begin == start and clause.words[at][0].islower() and at == begin:
        pass
    if begin > start and lower[begin - 1] == "-":
        return none
    following = clause.skip(at + 1, stop)
    noun = following < stop and clause.starts_noun(following)
    if lower[at].endswith("ing"):
        comma = begin > start and lower[begin - 1] == ","
        return Reading(Voice.ACTIVE, at, begin, group, clause, frozenset((Form.ING,)), True) if comma else none
    if following < stop and lower[following] == "by" and clause.words[at].endswith(("ed", "en", "wn", "ot", "ld", "nt", "un")):
        return Reading(Voice.PASSIVE, at, begin, group, clause, frozenset((Form.PARTICIPLE,)))
    verbs = [look for look in range(start, begin) if clause.verb_like(look)]
    earlier = verbs and not any(
        lower[look] in ("and", "but", ",", "that", "who", "which", ";", "as", "after", "when", "while", "because", "before", "if")
        for look in range(verbs[-1] + 1, begin + 1)
    )
    if earlier and not noun:
        return none
    forms = {Form.PAST, Form.FIXED}
    present = noun and not clause.determined(begin) and begin > start
    if present:
        forms |= {Form.THIRD, Form.BASE}
    return Reading(Voice.ACTIVE, at, begin, group, clause, frozenset(forms), not noun)
