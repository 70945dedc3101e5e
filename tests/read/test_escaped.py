"""Maps through escapes: from an entry's words to where they stand in the feed, whatever they are wrapped in."""

from __future__ import annotations

import json
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegedly.model import Article, Origin, Span
from allegedly.model.page_map import PageMap
from allegedly.read import page_text, read_all
from allegedly.read.unescaping import of_json, of_xml, through

WORDS = st.text(alphabet=st.sampled_from("ab c.é“”\u00ad&<>\n🌊ש\"'"), min_size=1, max_size=40)


def unescaped_xml(words: str) -> str:
    return f"x{escape(words)}<![CDATA[{words}]]>&#x1f30a;"


@given(WORDS)
def test_every_character_leads_to_its_escape(words: str) -> None:
    page = f"<a>{unescaped_xml(words)}</a>"
    found = of_xml(page, 3, len(page) - 4)
    assert found.text == f"x{words}{words}🌊"
    for at, letter in enumerate(found.text):
        span = found.page_map.span(Span(at, at + 1))
        assert of_xml(page, span.start, span.end).text == letter


@given(WORDS)
def test_a_json_string_leads_back(words: str) -> None:
    page = json.dumps({"k": words})
    found = of_json(page, 7, len(page) - 2)
    assert found.text == words
    for at, letter in enumerate(words):
        span = found.page_map.span(Span(at, at + 1))
        assert json.loads(f'"{page[span.start : span.end]}"') == letter


@given(WORDS)
def test_two_maps_are_one(words: str) -> None:
    page = json.dumps(escape(words))
    outer = of_json(page, 1, len(page) - 1)
    inner = of_xml(outer.text, 0, len(outer.text))
    both = through(inner.page_map, outer.page_map)
    assert inner.text == words
    for at in range(len(words)):
        middle = inner.page_map.span(Span(at, at + 1))
        assert both.span(Span(at, at + 1)) == outer.page_map.span(middle)


def test_a_map_of_nothing_is_one() -> None:
    assert through(PageMap((), 0), PageMap((), 0)) == PageMap((), 0)


pytest.importorskip("feedparser", reason="feeds need feedparser, which the extra 'feeds' installs")

HTML = (
    "<p>The old bridge is <b>unsafe</b>, the mayor said.</p>\r\n"
    "<p>“Né,” she added &amp; left&nbsp;the hall.<br/>Then it rained.</p>"
)
QUOTES = ("The old bridge is unsafe, the mayor said.", "Né", "left the hall.", "added & left", "Then it rained.")


def rss(content: str, tag: str = "content:encoded", encoding: str = "utf-8") -> bytes:
    items = "".join(
        f"<item><title>{number}</title><link>https://c.example/{number}</link><description>About it.</description>"
        f"<{tag}>{content.replace('rained', f'rained {number} times')}</{tag}></item>"
        for number in range(3)
    )
    return (
        f'<?xml version="1.0" encoding="{encoding}"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel><title>C</title>{items}</channel></rss>"
    ).encode(encoding)


def atom(content: str, kind: str) -> bytes:
    return (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>W</title><entry><title>B</title><link href="https://w.example/1"/>'
        f'<updated>2026-11-20T09:15:00Z</updated><content type="{kind}">{content}</content></entry></feed>'
    ).encode()


def json_feed(content: str) -> bytes:
    item = {"id": "1", "url": "https://w.example/1", "content_html": content}
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "W", "items": [item]}).encode()


FEEDS = {
    "CDATA": rss(f"<![CDATA[{HTML}]]>"),
    "escaped": rss(escape(HTML)),
    "escaped in a description": rss(escape(HTML * 6), tag="description"),
    "in another encoding": rss(f"<![CDATA[{HTML}]]>", encoding="windows-1252"),
    "CDATA in two": rss(f"<![CDATA[{HTML[:30]}]]>{escape(HTML[30:70])}<![CDATA[{HTML[70:]}]]>"),
    "atom": atom(escape(HTML), "html"),
    "XHTML": atom('<div xmlns="http://www.w3.org/1999/xhtml">' + HTML.replace("&nbsp;", "&#160;") + "</div>", "xhtml"),
    "JSON": json_feed(HTML),
}


@pytest.mark.parametrize("name", FEEDS)
def test_a_quote_leads_to_the_entry_in_its_feed(name: str) -> None:
    page = page_text(FEEDS[name]).text
    articles = [
        found
        for found in read_all(FEEDS[name], Origin(name="f.json" if name == "JSON" else "f.xml"))
        if isinstance(found, Article)
    ]
    assert len(articles) == (3 if name.startswith(("CDATA", "esc", "in")) else 1)
    end = 0
    for article in articles:
        assert article.capture.page_map is not None
        whole = article.capture.page_map.span(Span(0, len(article.text)))
        assert whole.start >= end
        end = whole.end
        for quote in QUOTES:
            quote = quote.removesuffix(".") if "rained" in quote else quote
            at = article.text.index(quote)
            span = article.capture.page_map.span(Span(at, at + len(quote)))
            shown = page[span.start : span.end]
            first, last = quote.split()[0][:3], quote.split()[-1][-3:].rstrip(".")
            assert shown.startswith((first, json.dumps(first)[1:-1]))
            assert shown.rstrip(".").endswith((last, json.dumps(last)[1:-1]))


def test_without_the_map_there_is_none() -> None:
    for found in read_all(FEEDS["CDATA"], Origin(), page_map=False):
        assert isinstance(found, Article)
        assert found.capture.page_map is None


def test_plain_text_leads_back_too() -> None:
    data = atom("  He said &lt;no&gt; &amp; left, and nobody spoke.", "text")
    (found,) = read_all(data, Origin())
    assert isinstance(found, Article)
    assert found.text == "He said <no> & left, and nobody spoke."
    assert found.capture.page_map is not None
    span = found.capture.page_map.span(Span(8, 14))
    assert page_text(data).text[span.start : span.end] == "&lt;no&gt; &amp;"
