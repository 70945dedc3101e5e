"""What holds for every statement on every page: its words are the page's own, and the map leads to them."""

from __future__ import annotations

import re
from html import escape

from hypothesis import given, settings
from hypothesis import strategies as some

from allegedly.attribute.cues import CueTagger
from allegedly.languages import load_language
from allegedly.model import Article, Origin, Span
from allegedly.pipeline import find_statements
from allegedly.read import page_text, read

ENGLISH = load_language("en")
TAGGER = CueTagger(ENGLISH)
FILLING = "<p>The council of Orlec met on Friday to talk about the old bridge, which has been shut since the spring floods.</p>"
PLAIN = "<p>“Nobody was <b>hurt</b>,” the mayor of Orlec said on Friday, &amp; left at once for the old bridge.</p>"
QUOTED = some.sampled_from(
    [
        "We had no choice",
        "Nobody may cross it until we know more & more",
        "It was €5 – “far too little” for 3 < 4 piers",
        "Storm 🌊 or not, e\u0301tat of the pier is bad",
        "The harbour of שלום comes first, I am told",
        "Three\u00a0hundred people are waiting there",
    ]
)
SPEAKERS = some.sampled_from(["the mayor, Jana Holt,", "Jana Holt", "a spokeswoman for the city", "the Ardovian ministry"])
# Between two words of a statement: what shows as one space.
SPACES = some.sampled_from(
    [" ", " ", "\n", "\r\n\t", "&nbsp;", "&#160; ", " <!-- no -->", "<wbr> ", " <b></b>", "<i> </i>", "<br>"]
)
# Around a word: tags that are closed again, and inside it what does not show.
WRAPS = some.sampled_from(
    [("", ""), ("", ""), ("<b>", "</b>"), ('<a href="/x?a=1&amp;b=>">', "</a>"), ("<span><em>", "</em></span>")]
)
INSIDE = some.sampled_from(["", "", "", "&shy;", "\u00ad", "<wbr>", "<!--x-->", "<![CDATA[ x ]]>"])


@some.composite
def written(draw: some.DrawFn, words: str) -> str:
    """The words as markup that shows them, with a space between two."""
    parts: list[str] = []
    for word in words.split(" "):
        opens, closes = draw(WRAPS)
        middle = len(word) // 2 if word.isascii() and word.isalpha() else 0
        shown = f"{escape(word[:middle])}{draw(INSIDE) if middle else ''}{escape(word[middle:])}"
        parts.append(f"{opens}{shown}{closes}")
    return "".join(f"{part}{draw(SPACES)}" for part in parts[:-1]) + parts[-1]


@some.composite
def pages(draw: some.DrawFn) -> tuple[bytes, list[str]]:
    """A page with a few statements, in one of several encodings, and the words that are quoted on it."""
    quoted = draw(some.lists(QUOTED, min_size=1, max_size=3, unique=True))
    lines = [f"{draw(written(f'“{words},” {draw(SPEAKERS)} said on Friday.'))}" for words in quoted]
    body = PLAIN + "".join(f"<p>{line}</p>{FILLING}" for line in lines)
    page = f'<!doctype html><html lang="en"><head><title>Bridge shut</title></head><body><article>{body}</article></body></html>'
    encoding = draw(some.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
    declared = draw(some.sampled_from(["", '<meta charset="iso-8859-1">', '<meta charset="utf-8">']))
    return page.replace("<head>", f"<head>{declared}").encode(encoding), quoted


def shown(markup: str) -> str:
    """What the markup shows, told by regular expressions apart from the tested code; white space is one space."""
    bare = re.sub(
        r"<!--.*?-->|<!\[CDATA\[[^>]*>|</?(?:b|i|em|span|wbr)>|<a href=\"[^\"]*\">|</a>", "", re.sub("<br>", " ", markup)
    )
    for reference, character in (("&nbsp;", " "), ("&#160;", " "), ("&shy;", ""), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
        bare = bare.replace(reference, character)
    return " ".join(bare.replace("\u00ad", "").split())


@settings(max_examples=120, deadline=None)
@given(pages())
def test_the_words_of_every_statement_are_the_pages_own(made: tuple[bytes, list[str]]) -> None:
    data, quoted = made
    article = read(data, Origin(name="a.html"))
    assert isinstance(article, Article)
    assert article.capture.page_map is not None
    on_page = page_text(data).text
    statements = find_statements(article, ENGLISH, TAGGER).statements
    text = " ".join(article.text.split())
    for words in quoted:
        assert " ".join(words.split()) in text
    assert statements
    for statement in statements:
        parts = (*statement.attribution.source, *statement.attribution.cue, *statement.attribution.content)
        whole = Span(min(part.start for part in parts), max(part.end for part in parts))
        for part in (*parts, whole):
            place = article.capture.page_map.span(part)
            assert shown(on_page[place.start : place.end]) == " ".join(part.of(article.text).split())
        assert statement.words == whole.of(article.text)
