"""Web pages: what is article, what is not, what the page says of itself."""

from __future__ import annotations

import json
from collections.abc import Callable
from html import escape as escape_html

import pytest

from allegedly.errors import ReadError
from allegedly.model import Article, Origin, Span
from allegedly.read import read, read_all

LONG = (
    "The old bridge in Orlec is shut for a week because it is unsafe, the mayor said on Friday, "
    "and traffic goes through the valley."
)
PAGE = f"""<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Bridge shut for a week - Orlec Courier</title>
<meta property="og:site_name" content="Orlec Courier">
<link rel="canonical" href="https://courier.example/bridge">
<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "NewsArticle",
"headline": "Bridge shut for a week",
"datePublished": "2026-11-20T09:15:00Z", "author": [{{"@type": "Person", "name": "Ana Brook"}}]}}</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>Bridge shut for a week</h1>
<p>{LONG}</p>
<h2>Long repairs</h2>
<p>“We had no choice,” she <b>added</b>, &amp; nobody&nbsp;spoke
   against it for the rest of the long evening.</p>
<ul><li>The bus goes through the valley instead of over the bridge.</li></ul>
<p>The opposition called the decision a scandal and asked for the report to be published in full.</p>
</article><aside><p>Read more: Ten things to do in Orlec this weekend</p></aside>
<footer><p>Copyright Orlec Courier. All rights reserved.</p></footer></body></html>"""


def page(html: str | bytes = PAGE, name: str | None = None) -> Article:
    return read(html.encode() if isinstance(html, str) else html, Origin(name=name))


def test_the_article_is_chosen_and_the_rest_left() -> None:
    found = page()
    assert [(block.kind.value, block.span.of(found.text)) for block in found.blocks] == [
        ("headline", "Bridge shut for a week"),
        ("paragraph", LONG),
        ("subheading", "Long repairs"),
        ("paragraph", "“We had no choice,” she added, & nobody spoke against it for the rest of the long evening."),
        ("list item", "The bus goes through the valley instead of over the bridge."),
        ("paragraph", "The opposition called the decision a scandal and asked for the report to be published in full."),
    ]


def test_the_page_tells_its_origin() -> None:
    origin = page(name="bridge.html").origin
    assert (origin.outlet, origin.url, origin.title) == (
        "Orlec Courier",
        "https://courier.example/bridge",
        "Bridge shut for a week",
    )
    assert origin.authors == ("Ana Brook",)
    assert origin.published is not None
    assert origin.published.startswith("2026-11-20")
    assert origin.name == "bridge.html"


def test_html_is_known_by_its_content_whatever_the_name() -> None:
    assert page(name="story.txt").capture.media_type == "text/html"


@pytest.mark.parametrize("start", ["<!-- a --> <!-- b -->\n", '<?xml version="1.0"?>\n', "\ufeff \n"])
def test_what_stands_before_the_page_does_not_hide_it(start: str) -> None:
    assert page(start + PAGE).capture.media_type == "text/html"


def test_many_comments_before_no_page_cost_no_time() -> None:
    text = "<!---->" * 500 + "The mayor said no."
    assert page(text).text == text


def test_a_declared_encoding_is_used_where_the_bytes_are_no_utf_8() -> None:
    html = PAGE.replace('charset="utf-8"', 'charset="iso-8859-1"').encode("windows-1252")
    found = page(html)
    assert "“We had no choice,”" in found.text
    assert found.capture.encoding == "windows-1252 (declared)"


def test_a_wrong_declaration_of_utf_8_is_seen_through() -> None:
    found = page(PAGE.encode("windows-1252"))
    assert "“We had no choice,”" in found.text
    assert found.capture.encoding == "windows-1252 (guessed)"


@pytest.mark.parametrize(
    "html",
    [
        "<html></html>",
        "<!doctype html><html><head><title>Home</title></head><body><nav><a href='/'>Home</a></nav></body></html>",
        "<html><body><script>var a = 'The mayor said no.';</script></body></html>",
    ],
)
def test_a_page_without_an_article_is_an_error(html: str) -> None:
    with pytest.raises(ReadError, match="a page without an article"):
        page(html)


def test_another_language_is_kept_with_its_code() -> None:
    german = (
        "Die alte Brücke in Orlec ist gesperrt, sagte der Bürgermeister am Freitag, und der Verkehr wird durch das Tal geführt."
    )
    found = page(PAGE.replace('lang="en-GB"', 'lang="de"').replace(LONG, german * 9))
    assert found.language == "de"
    assert german.strip() in found.text


def test_a_wrong_declaration_of_the_language_is_seen_through() -> None:
    found = page(PAGE.replace('lang="en-GB"', 'lang="de"'))
    assert found.language == "en"
    assert "the text is in 'en' by its words, declared is 'de'" in found.capture.notes


def test_short_lines_with_breaks_are_kept() -> None:
    found = page(
        PAGE.replace(
            "<h2>Long repairs</h2>", "<p>Question: Is it safe?<br>Answer: No.<br>Question: Who says so?<br/>Answer: I do.</p>"
        )
    )
    assert "Question: Is it safe?\nAnswer: No.\nQuestion: Who says so?\nAnswer: I do." in found.text


def test_words_that_trafilatura_drops_from_a_paragraph_are_kept() -> None:
    found = page(
        PAGE.replace("on Friday, ", "on <time datetime='2026-11-20'>Friday</time>, <label>as</label> <code>expected</code>, ")
    )
    assert "the mayor said on Friday, as expected, and traffic" in found.text


def test_two_breaks_end_a_block() -> None:
    lines = "She spoke for an hour, and said nothing new.<br> <br/>Then she left the hall by the back door, witnesses said."
    found = page(PAGE.replace("<h2>Long repairs</h2>", f"<div>{lines}</div>"))
    words = [block.span.of(found.text) for block in found.blocks]
    assert "She spoke for an hour, and said nothing new." in words
    assert "Then she left the hall by the back door, witnesses said." in words


def test_the_name_of_the_site_is_no_headline() -> None:
    html = PAGE.replace("<h1>Bridge shut for a week</h1>", "<h2>Bridge shut for a week</h2>").replace(
        "<body>", "<body><h1>The Courier</h1>"
    )
    found = page(html)
    assert [block.span.of(found.text) for block in found.blocks if block.kind.value == "headline"] == ["Bridge shut for a week"]
    assert "The Courier" not in found.text


def test_a_headline_may_be_a_heading_of_the_second_rank() -> None:
    found = page(PAGE.replace("<h1>Bridge shut for a week</h1>", "<div><h2 class=title>Bridge shut for a week</h2></div>"))
    assert (found.blocks[0].kind.value, found.blocks[0].span.of(found.text)) == ("headline", "Bridge shut for a week")


def test_an_article_that_stands_only_in_a_script_has_a_map_into_it() -> None:
    body = " ".join([LONG] * 4)
    html = (
        '<html lang="en"><head><script type="application/ld+json">{"@type": "NewsArticle", "headline": "Bridge shut", '
        f'"articleBody": "{body}"}}</script></head><body><div id="root"></div></body></html>'
    )
    found = page(html)
    assert found.text == body
    assert found.capture.page_map is not None
    span = found.capture.page_map.span(Span(0, len(body)))
    assert html[span.start : span.end] == body
    assert "the text stands in a script of the page, and the map leads there" in found.capture.notes


@pytest.mark.parametrize("escape", [lambda words: words, lambda words: escape_html(words)], ids=["markup", "escaped markup"])
def test_the_map_leads_through_the_escapes_of_a_script(escape: Callable[[str], str]) -> None:
    lines = (f"{LONG} “Né,” she said.", "She added: “We had no choice & no time.” 🌊")
    body = escape("".join(f"<p>{escape_html(line, quote=False)}</p>" for line in lines))
    html = (
        '<html lang="en"><head><script type="application/ld+json">'
        + json.dumps({"@type": "NewsArticle", "headline": "Bridge shut", "articleBody": body})
        + '</script></head><body><div id="root"></div></body></html>'
    )
    found = page(html)
    assert [block.span.of(found.text) for block in found.blocks] == list(lines)
    assert found.capture.page_map is not None
    at = found.text.index("Né")
    span = found.capture.page_map.span(Span(at, at + 2))
    assert html[span.start : span.end] == "N\\u00e9"


def test_an_article_that_is_put_together_by_a_script_has_no_map() -> None:
    body = " ".join([LONG] * 4).replace("Orlec", "&shy;Orlec")
    html = (
        '<html lang="en"><head><script type="application/ld+json">{"@type": "Product", "headline": "Bridge shut", '
        f'"description": "{body}"}}</script></head><body><div id="root"></div></body></html>'
    )
    found = page(html)
    assert found.capture.page_map is None
    assert "the text does not stand in the page's markup, so there is no map back to it" in found.capture.notes


def test_paragraphs_that_are_nearly_the_same_are_all_kept() -> None:
    lines = [f"{number}. {LONG}" for number in range(60)]
    found = page("<html><body><main>" + "".join(f"<p>{line}</p>" for line in lines) + "</main></body></html>")
    assert [block.span.of(found.text) for block in found.blocks] == lines


def test_without_the_map_the_same_article_is_read_in_trafilaturas_words() -> None:
    bare = read(PAGE.encode(), Origin(), page_map=False)
    assert bare.capture.page_map is None
    assert "read without a map back to the page" in bare.capture.notes
    assert (bare.text, bare.blocks, bare.origin) == (page().text, page().blocks, page().origin)
    (again,) = read_all(PAGE.encode(), Origin(), page_map=False)
    assert again == bare


def test_a_date_that_stands_in_a_script_only_is_found() -> None:
    html = PAGE.replace("datePublished", "dateOfSomething").replace(
        "</head>", '<script>var page = {"datePublished": "2026-11-20T09:15:00Z"};</script></head>'
    )
    assert page(html).origin.published == "2026-11-20"
