"""What holds for every document: an article or a ReadError, blocks that cover the text, the same again on the second reading."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from allegedly.errors import ReadError
from allegedly.model import Article, Origin, Skipped
from allegedly.read import read, read_all

NAMES = some.sampled_from([None, "a.txt", "a.md", "a.html", "a.json", "a.jsonl", "a.xyz"])
PIECES = some.sampled_from(
    [
        *(
            "<p>",
            "</p>",
            "<article>",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "<br>",
            "&nbsp;",
            "&#xD800;",
            "&amp;",
            "<script>",
            "</div>",
        ),
        *(
            '{"text": "',
            '"}',
            "[",
            "]",
            "---\n",
            "title: x\n",
            "published: y\n",
            "# ",
            "- ",
            "\r",
            "\r\n",
            "\n\n",
            "\x00",
            "\ufeff",
        ),
        *("The mayor said no. ", "“", "”", "\u200f", "👩‍👩‍👧", "e\u0301", "\u00ad", "\ud800", "a" * 90),
    ]
)
TEXTS = some.lists(PIECES | some.text(max_size=20), max_size=30).map("".join)
ENCODINGS = some.sampled_from(["utf-8", "utf-16", "utf-16-be", "utf-32", "latin-1", "cp1251"])


def check(found: Article) -> None:
    assert "\r" not in found.text
    assert found.text == found.text.strip()
    assert found.text.encode()  # no lone surrogate is left
    end = 0
    for block in found.blocks:
        assert block.span.start >= end
        assert not found.text[end : block.span.start].strip()
        assert block.span.of(found.text) == block.span.of(found.text).strip()
        end = block.span.end
    assert not found.text[end:].strip()


def read_twice(data: bytes, name: str | None) -> None:
    origin = Origin(name=name)
    found = list(read_all(data, origin))
    assert found == list(read_all(data, origin))
    for item in found:
        if isinstance(item, Skipped):
            assert "\n" not in item.reason
        else:
            check(item)
    if len(found) == 1 and isinstance(found[0], Article):
        assert read(data, origin) == found[0]
    else:
        with pytest.raises(ReadError):
            read(data, origin)


@settings(max_examples=100, deadline=None)
@given(some.binary(max_size=400), NAMES)
def test_any_bytes_are_an_article_or_an_error(data: bytes, name: str | None) -> None:
    read_twice(data, name)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, ENCODINGS, NAMES)
def test_any_text_is_an_article_or_an_error(text: str, encoding: str, name: str | None) -> None:
    read_twice(text.encode(encoding, "replace" if encoding in {"latin-1", "cp1251"} else "surrogatepass"), name)


VALUES = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text(max_size=12),
    lambda inner: (
        some.lists(inner, max_size=3)
        | some.dictionaries(
            some.sampled_from(["text", "title", "author", "article", "@graph", "publisher", "published", "url"]),
            inner,
            max_size=5,
        )
    ),
    max_leaves=12,
)


@settings(max_examples=100, deadline=None)
@given(VALUES)
def test_any_json_is_articles_or_errors(value: object) -> None:
    read_twice(json.dumps(value).encode(), "a.json")


@settings(max_examples=100, deadline=None)
@given(some.text())
def test_the_words_of_a_text_are_kept(text: str) -> None:
    text = text.encode("utf-8", "replace").decode()
    kept = "The mayor said: " + text + " no."
    for found in read_all(kept.encode(), Origin(name="a.txt")):
        if isinstance(found, Skipped):
            assert "binary" in found.reason or "language" in found.reason
            continue
        assert found.text == kept.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "\ufffd")
