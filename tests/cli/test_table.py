"""The terminal's table fits its width, breaks between words, and lets no text steer the screen."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text
from tests.samples import full_findings, make_findings
from tests.story import story

from allegedly.cli.statements import standing_in
from allegedly.cli.table import cut, table_of
from allegedly.export.threshold import sure_enough
from allegedly.export.wording import how_sure, lines_of, slices
from allegedly.model import Certainty, Findings, Judgement, Kind, Origin, Span, words_of
from allegedly.model.guarantee import faults


def unsure(confidences: dict[int, float]) -> Findings:
    """The story, some of its statements of another confidence."""
    findings = story()
    statements = tuple(
        replace(one, attribution=replace(one.attribution, confidence=confidences.get(number, 1.0)))
        for number, one in enumerate(findings.statements)
    )
    return replace(findings, statements=statements)


def drawn(findings: Findings, width: int, *, whole: bool = False, hint: str | None = None, least: float = 0.0) -> str:
    out = io.StringIO()
    console = Console(file=out, width=width, highlight=False, markup=False, emoji=False)
    console.print(table_of(findings, width, whole=whole, hint=hint, least=least))
    return out.getvalue()


def test_the_screen_of_a_story() -> None:
    shown = drawn(story(), 100, hint="allegedly show story.txt --html story.html")
    lines = [line.rstrip() for line in shown.splitlines()]
    assert lines[0].split("   ")[0] == "Strike kills 12 in Orlec, officials say"
    assert lines[0].endswith("Example Wire   20 Nov 2026   10 statements, 8 sources")
    assert lines[1].split() == ["#", "who", "says", "what", "how", "sure"]
    assert any(line.startswith(" 5  Lutanian army") and line.endswith("denied") for line in lines)
    assert any(line.startswith(" 6  nobody named") and line.endswith("possible") for line in lines)
    assert lines[-1].startswith("unclear speaker: 1 (row 8)")
    assert lines[-1].endswith("allegedly show story.txt --html story.html")


@pytest.mark.parametrize("width", [40, 60, 80, 100, 131, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    for findings in (story(), full_findings()):
        assert max(map(cell_len, drawn(findings, width, hint="allegedly show x").splitlines())) <= width


def test_words_are_cut_between_words_and_say_so() -> None:
    words = "one two three four five six seven eight nine ten eleven twelve"
    assert cut(Text(words), 20, 2).plain == "one two three four\nfive six seven…"
    assert cut(Text(words), 20, None).plain.split() == words.split()
    assert cut(Text("word"), 20, 2).plain == "word"
    assert cut(Text("w" * 50), 10, 2).plain == "w" * 10 + "\n" + "w" * 9 + "…"


def test_all_of_a_long_statement_is_shown_where_all_is_wanted() -> None:
    long = " ".join(f"word{number}" for number in range(200))
    findings = make_findings(f"She said {long}", [(Span(0, 3), Span(9, 9 + len(long)))])
    assert "…" in drawn(findings, 80)
    assert set(long.split()) <= set(drawn(findings, 80, whole=True).split())


def test_no_text_steers_the_terminal() -> None:
    evil = "\x1b[2J\x07\x9b31m\u202eevil\u2066\r\n[bold]x[/bold] :smile:"
    findings = make_findings(
        f"{evil} said {evil}", [(Span(0, len(evil)), Span(len(evil) + 6, 2 * len(evil) + 6))], Origin(title=evil)
    )
    shown = drawn(findings, 100)
    assert not set(shown) & set("\x1b\x07\x9b\u202e\u2066\r")
    assert "[bold]x[/bold] :smile:" in shown


def test_wide_and_right_to_left_letters_keep_the_columns() -> None:
    text = "東京都知事 said 橋は安全だ。"
    shown = drawn(make_findings(text, [(Span(0, 5), Span(11, len(text)))]), 60)
    assert "東京都知事" in shown
    assert max(map(cell_len, shown.splitlines())) <= 60


def test_nothing_found_is_said() -> None:
    assert "no statement found" in drawn(make_findings("Nothing.", []), 80)


def test_a_statement_inside_another_is_shown_as_such() -> None:
    lines = lines_of(story())
    assert [line.depth for line in lines] == [0] * 8 + [1, 0]
    assert "↳ his staff" in drawn(story(), 100)


def test_how_sure_names_the_act_and_the_doubt() -> None:
    statement = story().statements[0]
    cases = {
        (Kind.ASSERTION, Certainty.CERTAIN): "stated",
        (Kind.ASSERTION, Certainty.ALLEGED): "alleged",
        (Kind.DENIAL, Certainty.CERTAIN): "denied",
        (Kind.DENIAL, Certainty.REPORTED): "denied, reported",
        (Kind.DEMAND, Certainty.UNDERSPECIFIED): "demanded",
    }
    for (kind, certainty), words in cases.items():
        assert how_sure(replace(statement, kind=Judgement(kind), certainty=Judgement(certainty))) == words
    for kind in Kind:
        shown = how_sure(replace(statement, kind=Judgement(kind), certainty=Judgement(Certainty.CERTAIN)))
        assert (shown == "stated") == (kind is Kind.ASSERTION)


def test_doubtful_rows_are_marked_and_rows_left_out_are_counted() -> None:
    findings = unsure({4: 0.59, 6: 0.6, 8: 0.2})
    shown = drawn(findings, 100, hint="allegedly show x")
    assert re.search(r"^ 5  .* denied\? *$", shown, re.MULTILINE)
    assert re.search(r"^ 7  .* denied *$", shown, re.MULTILINE)
    assert "? less than 60% sure of who and what: rows 5, 9" in shown
    fewer = drawn(findings, 100, least=0.5)
    assert "1 row below 0.5 left out" in fewer
    assert "9 statements, 7 sources" in fewer
    assert "his staff" not in [line[4:20].strip() for line in fewer.splitlines()]
    assert "row 8" in fewer
    assert "10 rows below 1 left out" in drawn(unsure(dict.fromkeys(range(10), 0.99)), 60, least=1.0)


def test_what_lies_in_a_statement_that_is_left_out_lies_in_the_one_around_it() -> None:
    findings = unsure({1: 0.1})
    outer, middle, inner, *others = findings.statements
    chain = (outer, replace(middle, parent=outer.id), replace(inner, parent=middle.id), *others)
    fewer = sure_enough(replace(findings, statements=chain), 0.5)
    assert fewer.statements[1].parent == outer.id
    assert not list(faults(fewer))
    assert sure_enough(unsure({7: 0.1}), 0.5).statements[7].parent is None


def test_a_statement_tells_its_words_without_its_article() -> None:
    findings = story()
    for statement in findings.statements:
        for spans in (statement.attribution.source, statement.attribution.cue, statement.attribution.content):
            assert slices(statement, spans) == words_of(findings.article.text, spans)
            assert words_of(standing_in(statement), spans) == words_of(findings.article.text, spans)


def test_a_circle_of_parents_ends() -> None:
    findings = story()
    first, second, *others = findings.statements
    circle = (replace(first, parent=second.id), replace(second, parent=first.id), *others)
    assert len(lines_of(replace(findings, statements=circle))) == 10
