"""Events as rows, and codes as columns."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

from tests.judged import judged
from tests.samples import full_findings, make_article

from allegedly.export.csv import row_of
from allegedly.export.events import EVENT_COLUMNS, event_rows_of, events_csv
from allegedly.model import Findings, Origin, Recipe
from allegedly.model.codes import CODES

TEXT = "[source Greece] [cue accused] [content Turkey of shelling a village]. Police on Monday arrested 12 students in Cairo."
PAGE = Path(__file__).parents[2] / "docs" / "codes.md"


def findings() -> Findings:
    statements = judged(TEXT)
    plain = re.sub(r"\[\w+ |\]", "", TEXT)
    article = make_article(plain, Origin(name="story.txt", published="2026-11-19"))
    return Findings(article, statements, Recipe("1", "en", "made", "0"))


def test_a_row_for_each_event_with_who_asserts_it() -> None:
    first, second = event_rows_of(findings())
    assert tuple(first) == EVENT_COLUMNS
    assert (first["type"], first["mode"], first["cameo"], first["sort"]) == ("ACCUSE", "allege", "11", "performative")
    assert (first["actor"], first["actor_country"], first["actor_code"]) == ("Greece", "GR", "GRC")
    assert (first["recipient_code"], first["asserted_by"], first["asserter_country"]) == ("TUR", "Greece", "GR")
    assert (second["type"], second["asserted_by"], second["asserter_kind"]) == ("COERCE", "the article", "author")
    assert (second["date"], second["place"], second["place_country"]) == ("2026-11-16/2026-11-17", "Cairo", "EG")
    assert second["trigger"] == "arrested"


def test_events_are_csv_and_sure_enough_ones_alone() -> None:
    rows = list(csv.DictReader(io.StringIO("".join(events_csv([event_rows_of(findings())])))))
    assert [row["type"] for row in rows] == ["ACCUSE", "COERCE"]
    assert event_rows_of(full_findings(), 0.99) == []


def test_members_of_a_side_are_parted_and_what_is_not_told_is_marked() -> None:
    text = "Chile and Peru signed a treaty."
    made = Findings(make_article(text, Origin(name="story.txt")), judged(text), Recipe("1", "en", "made", "0"))
    (row,) = event_rows_of(made)
    assert (row["actor"], row["actor_country"], row["actor_code"], row["recipient"]) == (
        "Chile; Peru",
        "CL; PE",
        "CHL; PER",
        None,
    )


def test_a_statement_has_the_codes_of_its_kind_and_its_addressee() -> None:
    accusation = row_of(judged(TEXT)[0])
    assert (accusation["cameo"], accusation["plover"]) == ("11", "ACCUSE")
    told = row_of(judged("[source The mayor] [cue told] reporters [content it was over].")[0])
    assert (told["addressee"], told["cameo"], told["plover"]) == ("reporters", "01", None)


def test_the_page_of_codes_says_what_the_code_says() -> None:
    listed = dict(re.findall(r"^\| ([a-z ]+) \| (.*) \|$", PAGE.read_text("utf-8"), re.MULTILINE))
    for kind, (cameo, plover) in CODES.items():
        cells = [cell.strip() for cell in listed[kind.value].split("|")]
        assert cells[0] == (cameo or ""), kind
        assert cells[2].startswith(str(plover)) if plover else cells[2] in ("", "none") or cells[2].startswith("none:"), kind
