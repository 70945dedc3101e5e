"""How surely what a statement says has happened, by the head of its content."""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from tests.marked import parse_marked

from allegedly.characterise.factuality import judge_factuality
from allegedly.model import Predicate, Span


@dataclass(frozen=True)
class Given:
    """Scores that hold these words to be predicates: factuality, and the chances of an event, of what is said, of any clause."""

    text: str
    given: dict[str, tuple[float, float, float, float]]

    def predicates(self, within: Span) -> Sequence[Predicate]:
        found = []
        for word, (factuality, event, reported, governed) in self.given.items():
            start = self.text.index(word)
            if within.start <= start < within.end:
                found.append(Predicate(Span(start, start + len(word)), factuality, factuality, event, reported, governed))
        return sorted(found, key=lambda each: each.span)

    def words(self, spans: Sequence[Span]) -> Sequence[Predicate]:
        raise NotImplementedError

    def antecedents(self, pairs: Sequence[tuple[Span, Span]]) -> Sequence[float]:
        raise NotImplementedError


MARKED = "[source She] [cue denied] [content that the men who came had taken what was left]."
CAME, TAKEN, LEFT = (2.9, 0.9, 0.2, 0.0), (-1.84, 0.9, 0.8, 0.0), (0.5, 0.9, 0.0, 0.1)


@pytest.mark.parametrize(
    ("words", "value", "evidence", "rule"),
    [
        ({"came": CAME, "taken": TAKEN, "left": LEFT}, -1.8, "taken", None),
        ({"came": (2.9, 0.9, 0.05, 0.0), "left": (0.0, 0.9, 0.05, 0.7)}, 0.0, "left", "governed"),
        ({"came": (2.9, 0.9, 0.0, 0.0), "left": (0.0, 0.95, 0.05, 0.0)}, 2.9, "came", "first event"),
        ({"men": (3.0, 0.2, 0.05, 0.0)}, None, "", None),
        ({"She": (3.0, 0.9, 0.9, 0.9)}, None, "", None),
        ({}, None, "", None),
    ],
    ids=["the likeliest head", "of any clause", "else the first event", "no event", "outside of the content", "nothing"],
)
def test_the_head_of_the_content_tells(
    words: dict[str, tuple[float, float, float, float]], value: float | None, evidence: str, rule: str | None
) -> None:
    text, (attribution,) = parse_marked(MARKED)
    found = judge_factuality(attribution, (), Given(text, words))
    assert (found.value if found else None) == value
    assert [span.of(text) for span in (found.evidence if found else ())] == ([evidence] if evidence else [])
    assert (found.rule if found else None) == rule


def test_what_a_nested_statement_says_is_its_own() -> None:
    text, (attribution,) = parse_marked(MARKED)
    start = text.index("who")
    nested = (Span(start, start + len("who came")),)
    words = {"came": (2.9, 0.9, 0.95, 0.0), "taken": TAKEN}
    found = judge_factuality(attribution, nested, Given(text, words))
    assert found is not None
    assert found.value == -1.8


def test_without_scores_nothing_is_told() -> None:
    _, (attribution,) = parse_marked(MARKED)
    assert judge_factuality(attribution, (), None) is None
