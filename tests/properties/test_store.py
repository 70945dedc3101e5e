"""What holds for every store and all findings: what was put comes back, once, whatever the order."""

from __future__ import annotations

import json
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.samples import changed, make_findings

from allegedly.errors import LedgerError
from allegedly.export.json_shape import findings_from_json, findings_to_json
from allegedly.model import Certainty, Findings, Judgement, Kind, Manner, Origin, Span, TimeInterval
from allegedly.store.sqlite import SqliteStore
from allegedly.store.store import Outcome, Selection

ODD = "a b\x00\r\n\t\u00ad\u200b\u200d\u202e\u0301é🚚👩‍👩‍👧ש\u05c1ا\ufeff\ufffd\"'“”*()%_\\$"
TEXTS = st.text(st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from(ODD)), min_size=1, max_size=60)
NAMES = st.none() | TEXTS


@st.composite
def findings(draw: st.DrawFn, key: int | None = None) -> Findings:
    text = draw(TEXTS)
    spans = st.builds(lambda ends: Span(min(ends), max(ends) + 1), st.tuples(*[st.integers(0, len(text) - 1)] * 2))
    origin = Origin(
        outlet=draw(NAMES),
        url=draw(NAMES) if key is None else f"https://gazette.example/{key}",
        title=draw(NAMES),
        authors=tuple(draw(st.lists(TEXTS, max_size=2))),
        published=draw(st.none() | st.dates().map(date.isoformat) | TEXTS),
        name=draw(NAMES),
    )
    made = make_findings(text, draw(st.lists(st.tuples(st.none() | spans, spans), max_size=4)), origin)
    statements = tuple(
        changed(
            one,
            manner=Judgement(draw(st.sampled_from(Manner)), tuple(draw(st.lists(spans, max_size=2)))),
            kind=Judgement(draw(st.sampled_from(Kind)), rule=draw(NAMES)),
            certainty=Judgement(draw(st.sampled_from(Certainty))),
            factuality=draw(st.none() | st.builds(Judgement, st.floats(-3, 3))),
            medium=draw(st.none() | st.builds(Judgement, TEXTS)),
            time=draw(st.none() | st.builds(Judgement, st.builds(TimeInterval, NAMES, NAMES))),
        )
        for one in made.statements
    )
    return Findings(made.article, statements, made.recipe)


@given(findings())
def test_json_gives_back_what_was_written(made: Findings) -> None:
    assert findings_from_json(json.loads(json.dumps(findings_to_json(made)))) == made
    assert findings_from_json(json.loads(json.dumps(findings_to_json(made, text=False))), text=made.article.text) == made


@settings(deadline=None)
@given(findings())
def test_a_store_gives_back_what_was_put_and_put_twice_is_put_once(made: Findings) -> None:
    with SqliteStore(":memory:") as store:
        assert store.put(made) is Outcome.ADDED
        assert store.put(made) is Outcome.UNCHANGED
        assert list(store.findings()) == [made]
        assert tuple(store.statements(Selection(bare=True))) == made.statements
        assert tuple(store.statements()) == tuple(one for one in made.statements if one.manner.value is not Manner.BARE)
        assert store.verify().sound


@settings(deadline=None, max_examples=40)
@given(st.tuples(*(findings(key=key) for key in range(4))), st.permutations(range(4)), st.text(max_size=8))
def test_the_order_of_putting_does_not_matter(made: tuple[Findings, ...], order: list[int], query: str) -> None:
    with SqliteStore(":memory:") as straight, SqliteStore(":memory:") as mixed:
        for number in range(4):
            straight.put(made[number])
            mixed.put(made[order[number]])
        assert list(straight.findings()) == list(mixed.findings())
        assert list(straight.statements()) == list(mixed.statements())
        assert list(straight.entries()) == list(mixed.entries())
        assert list(straight.speakers()) == list(mixed.speakers())
        assert _found(straight, query) == _found(mixed, query)


def _found(store: SqliteStore, query: str) -> list[str] | str:
    try:
        return [one.id for one in store.statements(Selection(text=query))]
    except LedgerError as error:
        return str(error)


@settings(deadline=None, max_examples=40)
@given(findings(), st.text(max_size=20), st.text(max_size=20))
def test_whatever_is_asked_for_is_answered_or_refused_in_words(made: Findings, query: str, name: str) -> None:
    with SqliteStore(":memory:") as store:
        store.put(made)
        assert set(store.find(name)) <= set(store.entries())
        for selection in (
            Selection(text=query),
            Selection(speaker=name),
            Selection(outlet=name),
            Selection(text=query, speaker=name),
        ):
            try:
                assert set(store.statements(selection)) <= set(made.statements)
            except LedgerError as error:
                assert "expected" in str(error)  # noqa: PT017
