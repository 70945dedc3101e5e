"""What holds for every page: the words are the page's own, and the map leads to them."""

from __future__ import annotations

import re
from html import unescape

from hypothesis import given, settings
from hypothesis import strategies as some

from allegedly.model import Article, Origin, Skipped, Span
from allegedly.model.page_map import PageMap
from allegedly.read import read_all
from allegedly.read.html_page import page_text
from allegedly.read.markup import take_apart

INLINE = some.sampled_from(
    [
        *(
            "<b>",
            "</b>",
            "<em class='x'>",
            "</em>",
            '<a href="/x" title="a>b">',
            "</a>",
            "<span>",
            "</span>",
            "<wbr>",
            "<!-- no -->",
        ),
        *(
            "<!-->",
            "<![CDATA[ no ]]>",
            "<?php no ?>",
            "<script>var no = '<p>';</script>",
            "<SPAN data-x=1>",
            "</ b>",
            "<q>",
            "</q>",
        ),
        *(
            "<br>",
            "<br/>",
            "<br />",
            "&nbsp;",
            "&#160;",
            "&amp;",
            "&lt;",
            "&gt",
            "&quot;",
            "&#8220;",
            "&#x201D;",
            "&rsquo;",
            "&shy;",
        ),
        *("&", "&unknown;", "&copy", "&#xD800;", "&#0;", "&hellip;", "\u00ad", "\u00a0", "\u2009", "\u200b", "\u202bעברית\u202c"),
        *(
            "👩‍👩‍👧",
            "e\u0301",
            "\r\n",
            "\n",
            "\t",
            "  ",
            "“",
            "”",
            "'",
            '"',
            "<3",
            "< b",
            "5 < 6",
            "a&b",
            "\u0085",
            "\x0c",
        ),
    ]
)
WORDS = some.sampled_from(
    ["The mayor ", "said ", "on Friday", " that ", "the bridge ", "is unsafe", ". ", "nobody may cross it, ", "she added "]
)
PARAGRAPH = some.lists(INLINE | WORDS | WORDS, min_size=3, max_size=25).map("".join)
TAGS = some.sampled_from(["p", "p", "p", "div", "h2", "li", "blockquote", "figcaption", "td", "pre"])
FILLING = (
    "The council of Orlec met on Friday to talk about the old bridge, which has been shut since the spring floods, it said. "
)
NO_TEXT = re.compile(
    r'<!-->|<!--.*?--!?>|<script>.*?</script>|<a href="/x" title="a>b">|</?[a-zA-Z][^>]*>|<![^>]*>|<\?[^>]*>|</ [^>]*>',
    re.DOTALL,
)


@some.composite
def pages(draw: some.DrawFn) -> str:
    parts = ["<!doctype html><html lang=en><head><title>Bridge shut</title></head><body><article><h1>Bridge &amp; road shut</h1>"]
    for _ in range(draw(some.integers(1, 6))):
        tag = draw(TAGS)
        closed = f"</{tag}>" if draw(some.booleans()) else ""
        parts.append(f"<{tag}>{draw(PARAGRAPH)}{closed}")
        parts.append(f"<p>{draw(some.integers(0, 99))}. {FILLING}</p>")
    parts.append(draw(some.sampled_from(["</article></body></html>", "", "</article><footer>Copyright</footer>"])))
    return "".join(parts)


def shown(markup: str) -> str:
    """The words of a piece of markup by the rule of the documentation, told apart from the tested code by regular expressions."""
    text = re.sub(r"<br\s*/?>|</?(?:p|div|h[12]|li|blockquote|figcaption|td|pre|article)>", "\n", markup)
    words = unescape(NO_TEXT.sub("", text)).replace("\u00ad", "")
    return " ".join(words.split())


def check(article: Article, page: str, spans: list[Span]) -> None:
    found = article.capture.page_map
    assert found is not None
    assert PageMap.of_text(found.as_text()) == found
    for span in spans:
        on_page = found.span(span)
        assert shown(page[on_page.start : on_page.end]) == " ".join(span.of(article.text).split())


@settings(max_examples=100, deadline=None)
@given(pages(), some.data())
def test_the_map_leads_to_the_words(page: str, data: some.DataObject) -> None:
    raw = page.encode("utf-8", "replace")
    (article,) = read_all(raw, Origin(name="a.html"))
    assert isinstance(article, Article)
    decoded = page_text(raw).text
    spans = [block.span for block in article.blocks]
    for _ in range(5):
        # Between two blocks the page may have words that were not chosen, so a span lies in one of them.
        block = data.draw(some.sampled_from(article.blocks)).span
        start = data.draw(some.integers(block.start, block.end - 1))
        span = Span(start, data.draw(some.integers(start + 1, block.end)))
        # A span may not begin or end inside a character reference, or in the middle of white space: the page has no half of it.
        words = re.compile(r"[A-Za-z,.]+").finditer(article.text, span.start, span.end)
        ends = [(match.start(), match.end()) for match in words]
        if ends:
            spans.append(Span(ends[0][0], ends[-1][1]))
    check(article, decoded, spans)


@settings(max_examples=100, deadline=None)
@given(pages())
def test_every_character_leads_to_itself_or_to_what_stands_for_it(page: str) -> None:
    raw = page.encode("utf-8", "replace")
    (article,) = read_all(raw, Origin(name="a.html"))
    assert isinstance(article, Article)
    assert article.capture.page_map is not None
    decoded, before = page_text(raw).text, 0
    for offset, character in enumerate(article.text):
        on_page = article.capture.page_map.span(Span(offset, offset + 1))
        assert on_page.start >= before
        before = on_page.start
        piece = decoded[on_page.start : on_page.end]
        assert piece == character or character.isspace() or character in unescape(piece)


@settings(max_examples=200, deadline=None)
@given(
    some.lists(
        INLINE
        | some.sampled_from(["<p>", "</p>", "<div", "<svg>", "</svg>", "<textarea>", "<title>", "<!--", "<a b='"])
        | some.text()
    )
)
def test_any_markup_is_taken_apart(parts: list[str]) -> None:
    page = "".join(parts)
    segments = take_apart(page)
    end = 0
    for segment in segments:
        for start, stop, _ in segment.pieces:
            assert end <= start < stop <= len(page)
            end = stop


@settings(max_examples=100, deadline=None)
@given(some.text(min_size=1, max_size=200))
def test_a_text_that_is_escaped_into_a_page_comes_back(text: str) -> None:
    words = " ".join(
        re.sub("[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\ufffe\uffff]", "", text).encode("utf-8", "replace").decode().split()
    )
    escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    for article in read_all(
        f"<html><body><article><p>{FILLING}</p><p>{FILLING}{escaped}.</p></article></body></html>".encode(), Origin()
    ):
        assert not isinstance(article, Skipped)
        assert article.text == f"{FILLING.strip()}\n\n{FILLING}{words}."


ENCODINGS = (
    *(("utf-8-sig", "windows-1252"), ("utf-16", "utf-8"), ("utf-8", "iso-8859-1"), ("utf-8", "utf-16")),
    *(("cp1252", "utf-8"), ("cp1252", "iso-8859-1"), ("cp1252", None)),
)


@settings(max_examples=60, deadline=None)
@given(pages(), some.sampled_from(ENCODINGS))
def test_the_map_leads_to_the_words_whatever_the_charset_says(page: str, encodings: tuple[str, str | None]) -> None:
    encoding, declared = encodings
    # A word of its own for what the encoding cannot write, and a mark that tells windows-1252 from UTF-8.
    written = "".join(letter if letter.encode(encoding, "ignore") else "?" for letter in page).replace("Orlec", "Orléc’s")
    if declared:
        written = written.replace("<head>", f'<head><meta charset="{declared}">')
    raw = written.encode(encoding)
    (article,) = read_all(raw, Origin(name="a.html"))
    assert isinstance(article, Article)
    assert "The council of Orléc’s met on Friday" in article.text
    check(article, page_text(raw).text, [block.span for block in article.blocks])
