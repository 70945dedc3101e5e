import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.samples import make_article, make_statement

from allegedly.export.figuring import given_figures, given_to_json, least_and_most, range_bar
from allegedly.model import Attribution, Figure, Origin, Span, Speaker, SpeakerKind, Statement


def gives(name: str | None, figure: Figure, day: str, outlet: str = "Gazette") -> Statement:
    article = make_article(f"{name or 'It'} said 12 lorries burned.", Origin(outlet=outlet, published=day))
    end = len(name or "It")
    spans = (Span(0, end),) if name else ()
    cue = (Span(end + 1, end + 5),) if name else ()
    speaker = Speaker(name, SpeakerKind.NAMED_PERSON) if name else None
    return make_statement(article, Attribution(spans, cue, (Span(end + 6, end + 16),)), speaker, figures=(figure,))


TWELVE = Figure(12.0, 12.0, "exactly", "lorries", "other", (Span(9, 11),))
DEAD = Figure(3.0, None, "at least", "people", "killed", (Span(9, 11),))


def test_a_claimants_figure_stands_once_with_its_first_article() -> None:
    found = given_figures([gives("Ana Hale", TWELVE, "2026-11-20"), gives("Ana Hale", TWELVE, "2026-11-21", "Post")], "Lorries")
    assert [(one.claimant, one.words, len(one.statements)) for one in found] == [("Ana Hale", "12 lorries", 2)]
    assert found[0].first.origin.outlet == "Gazette"
    listed = given_to_json(found[0])["given"]
    assert isinstance(listed, list)
    assert len(listed) == 2


def test_a_category_is_asked_for_by_its_name() -> None:
    statements = [gives("Ana Hale", DEAD, "2026-11-20"), gives("B. Ott", TWELVE, "2026-11-20")]
    assert [one.claimant for one in given_figures(statements, "killed")] == ["Ana Hale"]
    assert not given_figures(statements, "wounded")


def test_the_articles_own_figure_is_its_outlets() -> None:
    one = given_figures([gives(None, TWELVE, "2026-11-20")], "lorries")[0]
    assert (one.claimant, one.own) == ("Gazette", True)


def test_the_range_is_over_what_is_given() -> None:
    statements = [
        gives("Ana Hale", TWELVE, "2026-11-20"),
        gives("B. Ott", Figure(None, 40.0, "up to", "lorries", None, ()), "2026-11-20"),
    ]
    assert least_and_most(given_figures(statements, "lorries")) == (12.0, 40.0)
    assert least_and_most([]) is None


def test_a_part_of_those_meant_is_told_and_left_out_of_the_range() -> None:
    article = make_article("Ana Hale said nine of the dead were rowers.", Origin(outlet="Gazette", published="2026-11-20"))
    nine = Figure(9.0, 9.0, "exactly", None, "killed", (Span(14, 18),))
    speaker = Speaker("Ana Hale", SpeakerKind.NAMED_PERSON)
    part = make_statement(article, Attribution((Span(0, 8),), (Span(9, 13),), (Span(14, 42),)), speaker, figures=(nine,))
    found = given_figures([part, gives("B. Ott", replace(DEAD, low=12.0), "2026-11-20")], "killed")
    assert [(one.words, one.part) for one in found] == [("9 of the dead", "of the dead"), ("at least 12 people", None)]
    assert least_and_most(found) == (12.0, 12.0)


def test_an_article_without_an_outlet_goes_by_its_host() -> None:
    article = make_article("12 lorries burned.", Origin(url="https://www.gazette.example/a", published="2026-11-20"))
    own = make_statement(article, Attribution((), (), (Span(0, 18),)), None, figures=(replace(TWELVE, evidence=(Span(0, 2),)),))
    assert given_figures([own], "lorries")[0].claimant == "gazette.example"


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [(0.0, 0.0, "●     "), (100.0, 100.0, "     ●"), (None, 100.0, "    ←●"), (0.0, math.inf, "●→    "), (0.0, 100.0, "●━━━━●")],
)
def test_a_figure_is_drawn_on_its_scale(low: float | None, high: float | None, expected: str) -> None:
    assert range_bar(Figure(low, high, "exactly", None, None, ()), 0, 100, 6) == expected


NUMBERS = st.one_of(st.none(), st.floats(0, 1e12))


@given(NUMBERS, NUMBERS, st.floats(0, 1e12), st.floats(0, 1e12), st.integers(2, 60))
def test_a_bar_has_its_width(low: float | None, high: float | None, least: float, most: float, width: int) -> None:
    assert len(range_bar(Figure(low, high, "about", None, None, ()), min(least, most), max(least, most), width)) == width
