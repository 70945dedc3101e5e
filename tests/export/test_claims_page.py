"""Claims side by side with what is against them: whose words stand where, and that they stay words."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from tests.export.test_page import HOSTILE
from tests.samples import make_findings

from allegedly.export.claims_page import AROUND, LONGEST, SHOWN, articles_of, claims_page_of, disputes_page_of
from allegedly.languages import load_language
from allegedly.model import Origin, Span
from allegedly.model.claim import Appearance, Claim
from allegedly.model.link import DisputeClass, End, Link, LinkKind, Sheet
from allegedly.segment import segment


class Page(HTMLParser):
    """The elements of a page with their attributes, and the words of each side and of the marks."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.said, self.against, self.shown = "", "", ""
        self.marked: list[str] = []
        self._side = self._in = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.elements.append((tag, given))
        self._in = tag
        if tag == "section":
            self._side = ""
        if tag == "div" and given.get("class") in ("said", "against"):
            self._side = given["class"]

    def handle_endtag(self, tag: str) -> None:
        self._in = ""

    def handle_data(self, data: str) -> None:
        if self._in != "style":
            self.shown += data
        if self._in == "mark":
            self.marked.append(data)
        if self._side:
            setattr(self, self._side, getattr(self, self._side) + data)


def sheet(text: str, outlet: str | None = None, url: str | None = None, title: str | None = None) -> Sheet:
    findings = make_findings(text, [], Origin(outlet=outlet, published="2026-11-20", url=url, title=title))
    return Sheet(findings, segment(findings.article, load_language("en")))


def end(of: Sheet, words: str, speaker: str | None = None) -> End:
    start = of.text.index(words)
    return End(of.article.id, (Span(start, start + len(words)),), words, None, speaker)


def appearance(end: End, *, copied: bool = False) -> Appearance:
    return Appearance(end, "2026-11-20", "Wire", copied)


def against(first: End, second: End, manner: DisputeClass = DisputeClass.DENIED) -> Link:
    return Link(LinkKind.DISPUTES, first, second, 0.9, "rule", manner)


WIRE = sheet(
    "Rain fell. Ana Hale said the bridge had been mined on Monday. More rain fell.", "Wire", url="https://wire.example/1"
)
POST = sheet("It is dry. The bridge was never mined, said Ivo Holt.", "Post")
MINED, NEVER = end(WIRE, "the bridge had been mined", "Ana Hale"), end(POST, "The bridge was never mined", "Ivo Holt")
SHEETS = {each.article.id: each for each in (WIRE, POST)}


def test_both_sides_stand_side_by_side_the_words_marked_in_their_sentence() -> None:
    claim = Claim("c", (appearance(MINED),), (against(NEVER, MINED),))
    page = Page(disputes_page_of([claim], SHEETS))
    assert "Ana Hale said the bridge had been mined on Monday." in page.said
    assert "rain" not in page.said.lower()
    assert "The bridge was never mined, said Ivo Holt." in page.against
    assert page.marked == ["the bridge had been mined", "The bridge was never mined"]
    assert re.search(r"denied\s+Ivo Holt\s+Post, 20 Nov 2026", page.against)
    assert "1 dispute of 1 claim: denied 1" in page.shown
    links = [given["href"] for tag, given in page.elements if tag == "a"]
    assert links == ["https://wire.example/1#:~:text=the%20bridge%20had%20been%20mined"]


def test_every_article_that_is_named_is_asked_for() -> None:
    claim = Claim("c", (appearance(MINED),), (against(NEVER, MINED),))
    assert set(articles_of([claim])) == set(SHEETS)
    assert "the bridge had been mined" in claims_page_of([claim], {})


def test_a_dispute_stands_once_though_both_sides_are_claims() -> None:
    link = against(MINED, NEVER, DisputeClass.ANOTHER_VALUE)
    claims = [Claim("c", (appearance(MINED),), (link,)), Claim("d", (appearance(NEVER),), (link,))]
    assert disputes_page_of(claims, SHEETS).count("<section") == 1
    assert claims_page_of(claims, SHEETS).count("<section") == 2


def test_the_page_of_disputes_leaves_out_what_nobody_disputes() -> None:
    page = Page(disputes_page_of([Claim("c", (appearance(MINED), appearance(NEVER)))], SHEETS))
    assert "nothing is disputed" in page.shown
    assert not page.said
    assert "Nobody does" in Page(claims_page_of([Claim("c", (appearance(MINED),))], SHEETS)).against


def test_copies_are_folded_into_the_words_that_they_print() -> None:
    copy = sheet(WIRE.text, "Courier")
    printed = end(copy, MINED.words, "Ana Hale")
    page = Page(claims_page_of([Claim("c", (appearance(MINED), appearance(printed, copied=True)))], SHEETS))
    assert page.said.count("Ana Hale said") == 1
    assert "and in 1 more article" in page.said
    assert "in 2 articles, 1 of them a copy" in page.shown


def test_who_disputes_which_of_several_is_told_by_number() -> None:
    other = sheet("A minister said mines had been found.", "Tribune")
    found = end(other, "mines had been found", "a minister")
    sheets = {**SHEETS, other.article.id: other}
    one = Claim("c", (appearance(found), appearance(MINED)), (against(NEVER, MINED),))
    page = Page(disputes_page_of([one], sheets))
    assert "denied (1)" in page.against
    assert page.said.index("Ana Hale") < page.said.index("a minister")
    both = Claim("c", (appearance(found), appearance(MINED)), (against(NEVER, MINED), against(NEVER, found)))
    assert "(1" not in Page(disputes_page_of([both], sheets)).against


def test_more_voices_than_fit_are_folded_away_and_lose_nothing() -> None:
    sheets = [sheet(f"Speaker{number} said the quay was shut.") for number in range(SHOWN + 2)]
    claim = Claim("c", tuple(appearance(end(each, "the quay was shut", f"Speaker{n}")) for n, each in enumerate(sheets)))
    page = Page(claims_page_of([claim], {each.article.id: each for each in sheets}))
    assert "2 more" in page.said
    assert all(page.said.count(f"Speaker{number} said") == 1 for number in range(SHOWN + 2))


def test_a_long_sentence_is_cut_between_words_and_says_so() -> None:
    long = sheet("Then " + "again and " * 60 + "the mayor fell " + "and so on " * 60 + "at last.", "Wire")
    page = Page(claims_page_of([Claim("c", (appearance(end(long, "the mayor fell")),))], {long.article.id: long}))
    passage = page.said.partition("\n")[2].partition("Wire itself")[0]
    assert "… " in passage
    assert passage.strip().endswith("…")
    assert len(passage) < LONGEST + AROUND
    assert set(re.findall(r"\w+", passage)) <= {"again", "and", "the", "mayor", "fell", "so", "on"}


def test_hostile_words_stay_words() -> None:
    for hostile in HOSTILE:
        text = f"Before {hostile} said {hostile} after."
        one = sheet(text, hostile, title=hostile, url="javascript:alert(1)//" + hostile)
        words = End(one.article.id, (Span(0, len(text)),), hostile, None, hostile)
        link = against(words, MINED)
        for page in (
            disputes_page_of([Claim("c", (appearance(MINED),), (link,))], {**SHEETS, one.article.id: one}),
            claims_page_of([Claim("c", (appearance(words),))], {one.article.id: one}),
        ):
            seen = Page(page)
            names = {tag for tag, _ in seen.elements}
            assert not names & {"script", "img", "svg", "iframe", "link", "form", "object"}
            assert not {name for _, given in seen.elements for name in given if name.startswith("on")}
            assert all(given["href"].startswith(("#", "https://")) for tag, given in seen.elements if tag == "a")
            assert page.count("<style>") == page.count("</style>") == 1
            assert "\u202e" not in page
            assert "default-src &#x27;none&#x27;" in page
