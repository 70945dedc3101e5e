"""JSON: our own findings, schema.org objects, plain objects, lists and lines."""

from __future__ import annotations

import json

import pytest

from allegedly.errors import ReadError
from allegedly.model import Article, Origin, Skipped, sha256
from allegedly.read import read, read_all

TEXT = "Bridge shut\n\nThe mayor said no."


def encoded(value: object) -> bytes:
    return json.dumps(value).encode()


def test_our_own_findings_give_their_article_back() -> None:
    inner = {
        "id": "x",
        "title": "Bridge shut",
        "outlet": "Orlec Courier",
        "url": None,
        "published": "2026-11-20",
        "language": "en",
    }
    shape = {"schema": 1, "article": {**inner, "text": TEXT, "text_sha256": sha256(TEXT)}, "statements": [], "recipe": {}}
    found = read(encoded(shape), Origin())
    assert found.text == TEXT
    assert (found.origin.title, found.origin.outlet, found.origin.published) == ("Bridge shut", "Orlec Courier", "2026-11-20")
    assert found.blocks[0].kind.value == "headline"


def test_findings_whose_text_was_changed_are_refused() -> None:
    shape = {"schema": 1, "article": {"text": "The mayor said yes.", "text_sha256": sha256(TEXT)}, "statements": []}
    with pytest.raises(ReadError, match="does not match its text_sha256"):
        read(encoded(shape), Origin())


def test_findings_without_text_say_so() -> None:
    with pytest.raises(ReadError, match="--no-text"):
        read(encoded({"schema": 1, "article": {"id": "x"}, "statements": []}), Origin())


def test_a_schema_org_article_tells_its_origin() -> None:
    page = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Bridge shut",
        "articleBody": TEXT,
        "author": [{"@type": "Person", "name": "Ana Brook"}, {"@type": "Person", "name": "Jo Field"}],
        "publisher": {"@type": "Organization", "name": "Orlec Courier"},
        "datePublished": "2026-11-20T09:15:00Z",
        "dateModified": "2026-11-21",
        "mainEntityOfPage": {"@type": "WebPage", "@id": "https://courier.example/1"},
        "inLanguage": "en-GB",
    }
    assert read(encoded(page), Origin()).origin == Origin(
        outlet="Orlec Courier",
        url="https://courier.example/1",
        title="Bridge shut",
        authors=("Ana Brook", "Jo Field"),
        published="2026-11-20T09:15:00Z",
        modified="2026-11-21",
    )
    graph = {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "Orlec Courier"}, page]}
    assert read(encoded(graph), Origin()).text == TEXT


def test_a_date_that_is_none_is_left_out_and_noted() -> None:
    found = read(encoded({"text": TEXT, "published": "last Friday"}), Origin())
    assert found.origin.published is None
    assert found.capture.notes == ("the date 'last Friday' is not ISO 8601 and was left out",)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b'{"name": "x", "size": 3}', "JSON that is no article: an object with name, size"),
        (b"[]", "found an empty list"),
        (b"[1]", "found a number"),
        (b'{"text": ', "malformed JSON at line 1"),
        (b"[" * 100_000 + b"]" * 100_000, "JSON that cannot be read"),
        (b'{"text": ' + b"9" * 5000 + b"}", "JSON that cannot be read"),
    ],
)
def test_json_that_is_no_article_is_an_error(data: bytes, expected: str) -> None:
    with pytest.raises(ReadError) as error:
        read(data, Origin(name="story.json"))
    assert expected in str(error.value)


def test_a_text_that_begins_with_a_bracket_is_text() -> None:
    text = "[Orlec, Friday] The mayor said no."
    assert read(text.encode(), Origin()).text == text


def test_a_list_gives_each_article_under_its_place() -> None:
    data = encoded([{"text": "One said so."}, {"size": 3}, {"text": "Two said so."}])
    found = list(read_all(data, Origin(name="all.json")))
    assert [(type(item), item.origin.name) for item in found] == [
        (Article, "all.json#1"),
        (Skipped, "all.json#2"),
        (Article, "all.json#3"),
    ]
    with pytest.raises(ReadError, match="several articles"):
        read(data, Origin(name="all.json"))


def test_one_broken_line_does_not_stop_the_lines_after_it() -> None:
    data = b'{"text": "One said so."}\n\n{"text": \n{"text": "Two said so.", "url": "https://courier.example/2"}\n'
    found = list(read_all(data, Origin(name="all.jsonl")))
    assert [item.origin.name for item in found] == ["all.jsonl#1", "all.jsonl#3", "all.jsonl#4"]
    assert isinstance(found[1], Skipped)
    assert found[1].reason.startswith("line 3: malformed JSON")
    assert isinstance(found[2], Article)
    assert found[2].origin.key == "https://courier.example/2"
