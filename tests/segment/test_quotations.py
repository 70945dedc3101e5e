"""Quotations: whatever marks the text mixes, forgets or reopens."""

from __future__ import annotations

import pytest

from allegedly.languages.loader import Language
from allegedly.model import Article, Capture, Origin, Quotation
from allegedly.segment import segment


def quotations(text: str) -> tuple[Quotation, ...]:
    return segment(Article("0", text, (), "en", Origin(), Capture("", "", "test")), Language("en")).quotations


def words(text: str, depth: int = 0) -> list[str]:
    return [" / ".join(span.of(text) for span in found.fragments) for found in quotations(text) if found.depth == depth]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('He said "no" and "yes".', ['"no"', '"yes"']),
        ("He said “no” and “yes.”", ["“no”", "“yes.”"]),
        ("He said ``no'' and ''yes''.", ["``no''", "''yes''"]),
        ("He said ‘‘no’’ twice.", ["‘‘no’’"]),
        ('He said ”no” and “yes".', ["”no”", '“yes"']),
        ("“It's unusual,“ said Vesk.", ["“It's unusual,“"]),
        ("Elle a dit « non » et »oui«.", ["« non »", "»oui«"]),
        ("Er sagte: „Nein“ und ging.", ["„Nein“"]),
        ('"No"—she left—"yes".', ['"No"', '"yes"']),
        ('She said,"No."Then she left.', ['"No."']),
        ('It was 6\'2" tall and 12" wide.', []),
        ('"The 12" record is out," he said.', ['"The 12" record is out,"']),
        ('He is ". . . a fool," she said.', ['". . . a fool,"']),
        ("''She said 'no,''' he said.", ["''She said 'no,'''"]),
    ],
)
def test_marks_of_every_shape(text: str, found: list[str]) -> None:
    assert words(text) == found


def test_a_quotation_runs_over_paragraphs_that_reopen_it() -> None:
    text = "Vesk said: “One.\n\n“Two.\n\n“Three.”\n\nThe end."
    (found,) = quotations(text)
    assert [span.of(text) for span in found.fragments] == ["“One.", "“Two.", "“Three.”"]
    assert found.closed


def test_a_quotation_left_open_ends_with_its_paragraph() -> None:
    text = "Vesk said: “One.\n\nThe crowd left. “Two,” said Orlo."
    assert words(text) == ["“One.", "“Two,”"]
    assert [found.closed for found in quotations(text)] == [False, True]


def test_a_closing_mark_too_many_opens_nothing() -> None:
    assert words('He said no." Then she said "yes," and left.') == ['"yes,"']


def test_a_forgotten_closing_mark_does_not_swallow_the_next_quotation() -> None:
    assert words('"No, he said. "Yes," she said.') == ['"No, he said.', '"Yes,"']


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("“He told me ‘no’ twice,” she said.", "‘no’"),
        ("\"He told me 'no.'\" she said.", "'no.'"),
        ("''He said 'the voters' rights matter' twice.''", "'the voters' rights matter'"),
        ("“The ‘losers’ and the winners’ club.”", "‘losers’"),
        ("“He said “no” twice,” she said.", "“no”"),
        ("‘He said “no” twice,’ she said.", "“no”"),
    ],
)
def test_a_quotation_in_a_quotation_is_of_depth_one(text: str, inner: str) -> None:
    assert words(text, depth=1) == [inner]
    assert len(words(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Get 'em while the voters' rights last.",
        "The '90s and the workers' strikes of '85.",
        "Rock 'n' roll, the Joneses' dog, James' cat, goin' home.",
        "’Twas the night of the ’80s, y'all don't know.",
        "Don't, can't, won't: the boss's, bosses' and O'Vesk's.",
    ],
)
def test_apostrophes_quote_nothing(text: str) -> None:
    assert quotations(text) == ()


def test_headline_marks_are_a_quotation() -> None:
    assert words("Vesk: Orlo ‘unfit’ for office. Voters 'not sure.'") == ["‘unfit’", "'not sure.'"]
