"""`allegedly drift`: its forms, and a page that holds nothing foreign."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path

from tests.cli.conftest import COVERAGE, Runner

from allegedly.cli.exits import Exit

WIRE, REWRITE = COVERAGE / "01-example-wire.html", COVERAGE / "04-daily-meridian.txt"


def test_json_has_the_words_and_their_places_on_both_sides(cli: Runner) -> None:
    ran = cli("drift", WIRE, REWRITE, "--json")
    assert ran.code == Exit.DONE
    lines = [json.loads(line) for line in ran.out.splitlines()]
    first = lines[0]
    assert (first["change"], first["before"], first["after"]) == ("quotation altered", "trusted", "believed in")
    for line in lines:
        assert line["change"].startswith("only") or (line["before_sentence"] and line["after_sentence"])
        assert line["before"] or line["after"]


def test_the_table_leaves_out_what_is_only_in_one(cli: Runner) -> None:
    short, long = cli("drift", WIRE, REWRITE, "--table"), cli("drift", WIRE, REWRITE, "--table", "--all")
    assert "bound changed" in short.out
    assert "only in the first" not in short.out
    assert "only in the first" in long.out
    assert "only in A" in short.err


def test_articles_of_a_ledger_are_compared_by_id(cli: Runner) -> None:
    cli("add", "news.db", WIRE, REWRITE)
    ids = [json.loads(line)["id"] for line in cli("show", "news.db", "--json").out.splitlines()]
    assert "quotation altered" in cli("drift", ids[0][:8], ids[1][:8], "--ledger", "news.db", "--table").out


def test_two_equal_texts_have_no_change(cli: Runner) -> None:
    assert "nothing changed in meaning" in cli("drift", WIRE, WIRE, "--table").out


class Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []
        self.marked: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)

    def handle_data(self, data: str) -> None:
        if self.names[-1:] == ["mark"]:
            self.marked.append(data)


def test_the_page_marks_both_sides_and_escapes_the_text(cli: Runner, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("At least 12 lorries <script>alert(1)</script> crossed the bridge.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("12 lorries <script>alert(1)</script> crossed the bridge.\n", encoding="utf-8")
    assert cli("drift", "a.txt", "b.txt", "--html", "page.html").code == Exit.DONE
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    elements = Elements()
    elements.feed(page)
    assert "script" not in elements.names
    assert "img" not in elements.names
    assert "link" not in elements.names
    assert "At least 12" in elements.marked
    assert "default-src &#x27;none&#x27;" in page
