"""Agency items, LangExtract's lines and tables: what news tools write."""

from __future__ import annotations

import csv
import io
import json

import pytest

from allegedly.model import Article, Origin, Skipped
from allegedly.read import read, read_all

TEXT = "The old bridge is unsafe, the mayor said. Nobody may cross it."


def encoded(value: object) -> bytes:
    return json.dumps(value).encode()


def test_ninjs_3_is_read_from_its_bodies() -> None:
    item = {
        "uri": "https://wire.example/newsitems/1",
        "type": "text",
        "firstCreated": "2026-11-20T09:15:00Z",
        "versionCreated": "2026-11-20T10:00:00Z",
        "language": "en",
        "by": "Ana Brook",
        "infosources": [{"name": "Example Wire"}],
        "headlines": [{"role": "short", "value": "Bridge"}, {"role": "main", "value": "Bridge shut"}],
        "bodies": [
            {"role": "main", "contentType": "text/plain", "value": TEXT},
            {"role": "richtext", "contentType": "application/xhtml+xml", "value": f"<p>{TEXT}</p> <p>“No,” she said.</p>"},
        ],
    }
    found = read(encoded(item), Origin())
    assert found.text == f"{TEXT}\n\n“No,” she said."
    assert len(found.blocks) == 2
    assert found.origin == Origin(
        outlet="Example Wire",
        url="https://wire.example/newsitems/1",
        title="Bridge shut",
        authors=("Ana Brook",),
        published="2026-11-20T09:15:00Z",
        modified="2026-11-20T10:00:00Z",
    )


@pytest.mark.parametrize("body", [{"body_text": TEXT}, {"body_xhtml": f"<p>{TEXT}</p>"}])
def test_ninjs_1_is_read_from_its_body(body: dict[str, str]) -> None:
    found = read(encoded({"uri": "x:1", "headline": "Bridge shut", "versioncreated": "2026-11-20T10:00:00Z", **body}), Origin())
    assert (found.text, found.origin.title, found.origin.url) == (TEXT, "Bridge shut", None)


def test_a_text_in_html_is_read_as_html() -> None:
    found = read(encoded({"title": "Bridge shut", "bodyXML": f"<body><p>{TEXT}</p><p>Yes &amp; no.</p></body>"}), Origin())
    assert found.text == f"{TEXT}\n\nYes & no."


def test_extractions_that_stand_elsewhere_are_noted() -> None:
    right = {"extraction_class": "cue", "extraction_text": "said", "char_interval": {"start_pos": 36, "end_pos": 40}}
    wrong = {"extraction_class": "cue", "extraction_text": "said", "char_interval": {"start_pos": 35, "end_pos": 39}}
    lost = {"extraction_class": "cue", "extraction_text": "claimed", "char_interval": None}
    assert read(encoded({"document_id": "a", "text": TEXT, "extractions": [right]}), Origin()).capture.notes == ()
    found = read(encoded({"document_id": "a", "text": TEXT, "extractions": [right, wrong, lost]}), Origin())
    assert found.capture.notes == ("2 of 3 extractions do not stand where they say",)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_gives_an_article_a_row(delimiter: str) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerow(["Title", "Outlet", "Published", "Text"])
    writer.writerow(["Bridge; shut, at last", "Orlec Courier", "2026-11-20", f"{TEXT}\n\n“No,” she said; twice."])
    writer.writerow(["Empty", "Orlec Courier", "2026-11-20", ""])
    writer.writerow(["Another", "Example Wire", "yesterday", TEXT])
    first, second, third = read_all(out.getvalue().encode(), Origin(name="all.csv"))
    assert isinstance(first, Article)
    assert isinstance(second, Skipped)
    assert isinstance(third, Article)
    assert first.text == f"{TEXT}\n\n“No,” she said; twice."
    assert (first.origin.title, first.origin.outlet, first.origin.name) == ("Bridge; shut, at last", "Orlec Courier", "all.csv#1")
    assert third.capture.notes == ("the date 'yesterday' is not ISO 8601 and was left out",)


def test_a_table_without_texts_is_skipped() -> None:
    (found,) = read_all(b"name,size\nx,3\n", Origin(name="a.csv"))
    assert isinstance(found, Skipped)
    assert found.reason.startswith("a table without a column of texts: found 'name, size'")
