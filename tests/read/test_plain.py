"""Plain text and Markdown: what is kept, what becomes a block, what the header says."""

from __future__ import annotations

import pytest

from allegedly.errors import ReadError
from allegedly.model import Article, BlockKind, Origin, article_id, sha256
from allegedly.read import read

STORY = "Bridge shut for a week\n\nThe old bridge is unsafe, the mayor said.\n\nTraffic goes through the valley."


def article(text: str | bytes, name: str = "story.txt") -> Article:
    return read(text.encode() if isinstance(text, str) else text, Origin(name=name))


def words(found: Article) -> list[tuple[str, str]]:
    return [(block.kind.value, block.span.of(found.text)) for block in found.blocks]


def test_a_text_is_kept_as_it_is() -> None:
    text = "“No,” she said\u200b — e\u0301 \u202bעברית\u202c 👩‍👩‍👧 said."
    found = article(f"  {text}\n")
    assert found.text == text
    assert found.language == "en"
    assert found.capture.notes == ()


def test_the_capture_tells_what_was_read() -> None:
    data = b"The mayor said no.\r\n"
    found = read(data, Origin(name="a.txt", outlet="Orlec Courier"), when="2026-11-20T09:15:00Z")
    assert found.capture.bytes_sha256 == sha256(data)
    assert found.capture.text_sha256 == sha256(found.text) == sha256("The mayor said no.")
    assert found.capture.when == "2026-11-20T09:15:00Z"
    assert found.capture.reader.startswith("plain text")
    assert found.id == article_id(found.capture.text_sha256, found.origin)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_become_one_kind(end: str) -> None:
    assert article(STORY.replace("\n", end)).text == STORY


def test_a_headline_is_guessed_where_it_plainly_is_one() -> None:
    found = article(STORY)
    assert found.origin.title == "Bridge shut for a week"
    assert words(found) == [
        ("headline", "Bridge shut for a week"),
        ("paragraph", "The old bridge is unsafe, the mayor said."),
        ("paragraph", "Traffic goes through the valley."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge is shut.\n\nThe mayor said so on Friday.",
        "The bridge is shut\nThe mayor said so on Friday.",
        "The mayor said on Friday:\n\nNobody may cross the bridge.",
        f"{'The bridge ' * 20}\n\nThe mayor said so on Friday.",
        "Only one line without a stop",
    ],
)
def test_a_first_line_that_may_be_a_sentence_is_no_headline(text: str) -> None:
    found = article(text)
    assert found.origin.title is None
    assert BlockKind.HEADLINE not in [block.kind for block in found.blocks]


def test_lines_wrapped_to_a_width_are_one_paragraph() -> None:
    text = (
        "The old bridge over the Orl is shut for a week because it is\n"
        "unsafe, the mayor said on Friday. Traffic has to go through the\n"
        "valley, and the bus takes an hour longer than it used to.\n\n"
        "Repairs begin on Monday."
    )
    assert [words for _, words in words(article(text))] == [text.partition("\n\n")[0], "Repairs begin on Monday."]


@pytest.mark.parametrize(
    "text",
    [
        "The old bridge over the Orl is shut for a week, the mayor said.\n"
        "Traffic goes through the valley in the meantime, he said.",
        f"{'The bridge is shut, the mayor said. ' * 9}\n{'Nobody may cross it now, he said. ' * 9}",
        "JAMES: Did you see it, all of it, from there?\nMARY: No.\nJAMES: Why not, if I may ask you so late?",
    ],
)
def test_lines_that_were_not_wrapped_are_paragraphs(text: str) -> None:
    assert [words for _, words in words(article(text))] == [line.strip() for line in text.split("\n")]


HEADER = """---
title: Bridge: shut
outlet: Orlec Courier
url: https://courier.example/1
published: 2026-11-20
authors: Ana Brook, Jo Field
---
"""


def test_a_header_tells_the_origin_and_is_no_text() -> None:
    found = article(f"{HEADER}\nThe mayor said no.")
    assert found.text == "The mayor said no."
    assert found.origin == Origin(
        outlet="Orlec Courier",
        url="https://courier.example/1",
        title="Bridge: shut",
        authors=("Ana Brook", "Jo Field"),
        published="2026-11-20",
        name="story.txt",
    )


def test_what_the_caller_says_wins_over_the_header() -> None:
    found = read(f"{HEADER}Text.".encode(), Origin(outlet="Example Wire", published="2026-11-21"))
    assert (found.origin.outlet, found.origin.published, found.origin.title) == ("Example Wire", "2026-11-21", "Bridge: shut")


def test_the_title_of_a_header_is_the_headline_where_the_text_repeats_it() -> None:
    found = article("---\ntitle: Bridge shut.\n---\nBridge shut.\n\nThe mayor said no.")
    assert words(found)[0] == ("headline", "Bridge shut.")


def test_authors_with_commas_are_divided_by_semicolons() -> None:
    assert article("---\nauthors: Brook, Ana; Field, Jo\n---\nText.").origin.authors == ("Brook, Ana", "Field, Jo")


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("published: 20 November", "line 2 of the header: published is '20 November', expected an ISO 8601 date"),
        ("title: One\ntitle: Two", "line 3 of the header gives 'title' a second time"),
        ("title: One\n- two", "line 3 of the header is '- two', expected 'field: value'"),
    ],
)
def test_a_broken_header_is_an_error_with_its_line(header: str, expected: str) -> None:
    with pytest.raises(ReadError, match="header") as error:
        article(f"---\n{header}\n---\nThe mayor said no.")
    assert expected in str(error.value)


def test_an_unknown_field_is_noted() -> None:
    assert article("---\nmood: grim\n---\nThe mayor said no.").capture.notes == (
        "header field 'mood' is not known and was left out",
    )


@pytest.mark.parametrize(
    "text", ["---\nThe mayor said no.\n---\nYes.", "---\nThe mayor said no.", "---\n---\nThe mayor said no."]
)
def test_rules_that_enclose_no_fields_are_text(text: str) -> None:
    assert article(text).text == text


def test_another_language_is_kept_with_its_code() -> None:
    found = article("---\nlanguage: de-AT\n---\nDer Bürgermeister verneinte.")
    assert found.language == "de"
    assert found.capture.notes == ("the text is in 'de' as declared",)


def test_markdown_headings_and_items_are_blocks_of_their_kind() -> None:
    found = article("# Bridge shut\n\nThe mayor said no.\n\n## Repairs\n- one\n- two\n", name="story.md")
    assert found.origin.title == "Bridge shut"
    assert words(found) == [
        ("headline", "# Bridge shut"),
        ("paragraph", "The mayor said no."),
        ("subheading", "## Repairs"),
        ("list item", "- one"),
        ("list item", "- two"),
    ]


@pytest.mark.parametrize("data", [b"", b"  \n\t ", b"\xef\xbb\xbf", "\u200b\u200b".encode(), b"--- ... ---"])
def test_a_text_without_words_is_an_error(data: bytes) -> None:
    with pytest.raises(ReadError, match="expected news text"):
        article(data)
