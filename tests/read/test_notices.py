"""What an article says of itself: corrections, live blogs, the beginnings of articles for subscribers."""

from __future__ import annotations

import pytest

from allegedly.model import Origin
from allegedly.read import read

LONG = "The old bridge in Orlec is shut for a week because it is unsafe, the mayor said on Friday, and traffic goes round it. "


def notes(body: str, head: str = "", after: str = "", title: str = "Bridge shut for a week") -> tuple[str, ...]:
    html = (
        f"<!doctype html><html lang=en><head><title>{title}</title>{head}</head><body><main><article><h1>{title}</h1>"
        f"{body}</article></main>{after}</body></html>"
    )
    return read(html.encode(), Origin()).capture.notes


def many(count: int) -> str:
    return "".join(f"<p>{number}. {LONG}</p>" for number in range(count))


def of_corrections(found: tuple[str, ...]) -> list[str]:
    return [note.partition(" of a correction: ")[2] for note in found if " of a correction: " in note]


@pytest.mark.parametrize(
    "notice",
    [
        "Correction: The bridge is 90 metres long, not 900.",
        "CORRECTION (20 November): The bridge is 90 metres long.",
        "Correction, Nov. 20, 2026: The bridge is 90 metres long.",
        "Editor’s note: An earlier version gave a wrong length.",
        "Clarification – The bridge was built in two parts.",
        "An earlier version of this article gave a wrong length.",
        "This article was amended on 20 November 2026 to correct the length of the bridge.",
    ],
)
def test_a_correction_is_noted_in_the_text_and_beside_it(notice: str) -> None:
    paragraphs = many(9)
    assert of_corrections(notes(f"{paragraphs}<p>{notice}</p>")) == [notice]
    first, rest = notice.split(" ")[0], notice[notice.index(" ") :]
    beside = f'<footer class="footer"><div><p><b>{first}</b>{rest}</p></div></footer>'
    assert of_corrections(notes(paragraphs, after=beside)) == [notice]
    plain = read(f"Bridge shut\n\n{LONG}\n\n{notice}".encode(), Origin())
    assert of_corrections(plain.capture.notes) == [notice]


@pytest.mark.parametrize(
    "line",
    [
        "Corrections officers said: nobody left.",
        "This article of faith was amended by the church.",
        "The editor's note was short.",
        "Correction facilities were full, she said.",
        "An earlier version of the bridge fell in 1912.",
    ],
)
def test_what_only_begins_like_one_is_none(line: str) -> None:
    assert not of_corrections(notes(f"<p>{LONG}</p><p>{line} {LONG}</p>"))


@pytest.mark.parametrize(
    ("head", "title", "body"),
    [
        ('<link rel="canonical" href="https://c.example/news/live/2026/nov/20/bridge">', "Bridge", ""),
        ('<link rel="canonical" href="https://c.example/bridge-live-updates">', "Bridge", ""),
        ("", "Bridge shut – live", ""),
        ("", "Bridge shut – as it happened", ""),
        ("", "Bridge shut", '<div class="liveblog-post"><p>News.</p></div>'),
    ],
)
def test_a_live_blog_is_known_without_json_ld(head: str, title: str, body: str) -> None:
    found = notes(f"<p>{LONG}</p>" * 5 + body, head=head, title=title)
    assert "a live blog: its posts are of different times" in found


def test_a_place_to_live_is_no_live_blog() -> None:
    assert not any("live blog" in note for note in notes(f"<p>{LONG}</p>", title="A bridge is no place to live"))


STUB = "a paywall stub: the page keeps the rest of the article for subscribers"


@pytest.mark.parametrize(
    "said",
    [
        '"isAccessibleForFree": false',
        '"hasPart": {"@type": "WebPageElement", "isAccessibleForFree": "False", "cssSelector": ".body"}',
    ],
)
def test_a_stub_is_known_by_what_the_page_declares(said: str) -> None:
    head = f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Bridge shut", {said}}}</script>'
    assert STUB in notes(f"<p>{LONG}</p>", head=head)
    assert STUB in notes(f"<p>{LONG}</p>", head='<meta property="article:content_tier" content="locked">')
    assert STUB not in notes(many(20), head=head)


def test_an_article_that_is_shorter_than_it_says_is_noted() -> None:
    head = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Bridge", "wordCount": 900}</script>'
    assert "the page says that the article has 900 words, 29 were found" in notes(f"<p>{LONG}</p>", head=head)
    assert not any("words" in note for note in notes(many(30), head=head))
