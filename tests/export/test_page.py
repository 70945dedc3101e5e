"""The page holds the article's words and nothing that acts, whatever the text is."""

from __future__ import annotations

import base64
import hashlib
import itertools
import re
from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st
from tests.samples import full_findings, make_findings
from tests.story import story

from allegedly.export.page import page_of
from allegedly.export.page_text import CONTENT, runs
from allegedly.export.wording import who
from allegedly.model import Origin, Span

HOSTILE = (
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "<svg/onload=alert(1)>",
    "&lt;script&gt;",
    "]]><!--",
    "{{7*7}}${7*7}",
    "\u202ereversed\u2066",
)


class Page(HTMLParser):
    """What a browser sees: elements with their attributes, and the words under each statement's class."""

    VOID = frozenset({"meta", "br", "img", "link"})

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.words: dict[str, str] = {}
        self.article = ""
        self._open: list[tuple[str, dict[str, str]]] = []
        self.feed(html)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = (tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        if tag not in self.VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        names = [name for name, _ in self._open]
        if "article" in names or "h1" in names:
            self.article += data
            for name in self._open[-1][1].get("class", "").split():
                self.words[name] = self.words.get(name, "") + data


def test_the_words_of_each_statement_are_marked_as_that_statement() -> None:
    findings = story()
    page = Page(page_of(findings))
    text = findings.article.text
    for number, statement in enumerate(findings.statements, 1):
        attribution = statement.attribution
        spans = sorted((*attribution.source, *attribution.cue, *attribution.content))
        covered = sorted({i for span in spans for i in range(span.start, span.end)})
        assert page.words[f"s{number}"] == "".join(text[i] for i in covered)


def test_the_page_holds_the_whole_text_in_order() -> None:
    findings = story()
    assert Page(page_of(findings)).article.split() == findings.article.text.split()


def test_every_row_and_its_words_lead_to_each_other() -> None:
    findings = story()
    page = Page(page_of(findings))
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    links = {attributes["href"] for tag, attributes in page.elements if tag == "a" and attributes["href"].startswith("#")}
    assert len(ids) == len(set(ids))
    assert {f"r{n}" for n in range(1, 11)} | {f"t{n}" for n in range(1, 11)} == set(ids)
    assert links == {f"#{identity}" for identity in ids}
    assert ":root:has(#r3:hover" in page_of(findings)


def test_the_policy_lets_in_the_style_and_nothing_else() -> None:
    html = page_of(story())
    style = re.search(r"<style>(.*)</style>", html, re.S)
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    policy = next(a["content"] for _, a in Page(html).elements if a.get("http-equiv") == "Content-Security-Policy")
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert "style=" not in html
    assert "url(" not in style[1]
    assert "@import" not in style[1]


def test_text_of_any_kind_stays_text() -> None:
    for hostile in HOSTILE:
        text = f"{hostile} said {hostile}."
        source, content = Span(0, len(hostile)), Span(len(hostile) + 6, len(text) - 1)
        origin = Origin(hostile, "javascript:alert(1)//" + hostile, hostile, (hostile,), hostile, hostile, hostile)
        findings = make_findings(text, [(source, content)], origin)
        page = Page(page_of(findings))
        assert {tag for tag, _ in page.elements} <= {
            *("html", "head", "meta", "title", "style", "body", "header", "h1", "p", "strong", "span", "time", "main", "article"),
            *("section", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "a", "small", "footer"),
        }
        attributes = {name for _, given in page.elements for name in given}
        assert not {name for name in attributes if name.startswith("on")}
        assert all(a["href"].startswith("#") for tag, a in page.elements if tag == "a")
        assert page.article.split()[-3:] == text.split()[-3:]


def test_only_an_address_of_the_web_becomes_a_link() -> None:
    findings = story()
    links = [a for tag, a in Page(page_of(findings)).elements if tag == "a" and not a["href"].startswith("#")]
    assert [link["href"] for link in links] == ["https://wire.example/world/orlec?a=1&b=2"]
    assert "noopener" in links[0]["rel"]


def test_findings_without_statements_and_without_blocks_make_a_page() -> None:
    findings = make_findings("Nothing is said here.", [])
    bare = replace(findings, article=replace(findings.article, blocks=()))
    assert "No statement was found" in page_of(bare)
    assert "Nothing is said here." in page_of(bare)


def test_what_is_known_of_a_statement_stands_in_its_row() -> None:
    html = page_of(full_findings())
    for words in (
        "Lena Brandt",
        "inferred",
        "spokeswoman",
        "in a statement",
        "16 Nov 2026",
        "unclear: the army or the board",
    ):
        assert words in html


spans_in_hundred = st.tuples(st.integers(0, 99), st.integers(1, 30)).map(lambda pair: Span(pair[0], min(100, sum(pair))))


@given(st.lists(st.tuples(st.none() | spans_in_hundred, spans_in_hundred), max_size=12))
def test_runs_cut_the_text_without_gap_and_know_their_statements(pairs: list[tuple[Span | None, Span]]) -> None:
    findings = make_findings("word " * 20, pairs)
    found = list(runs(0, 100, dict(enumerate(findings.statements, 1))))
    assert found[0].span.start == 0
    assert found[-1].span.end == 100
    assert all(left.span.end == right.span.start for left, right in itertools.pairwise(found))
    for run in found:
        for number, statement in enumerate(findings.statements, 1):
            touched = any(
                span.overlaps(run.span)
                for span in (*statement.attribution.source, *statement.attribution.cue, *statement.attribution.content)
            )
            assert touched == (number in run.numbers)
        assert (run.depth > 0) == (CONTENT in run.roles)


def test_a_row_says_where_the_tagger_is_unsure_of_the_words() -> None:
    findings = story()
    first, *others = findings.statements
    unsure = replace(first, attribution=replace(first.attribution, confidence=0.44))
    page = page_of(replace(findings, statements=(unsure, *others)))
    assert "44% sure of who and what" in page
    assert '? less than 60% sure of who and what (<a href="#r1">row 1</a>)' in page
    assert "% sure" not in page_of(findings)


def test_the_speakers_role_stands_with_the_name_unless_the_name_says_it() -> None:
    findings = story()
    first, second, *others = findings.statements
    assert second.speaker is not None
    named = replace(second, speaker=replace(second.speaker, role="governor"))
    page = page_of(replace(findings, statements=(first, named, *others)))
    cells = re.findall(r'<td class="who".*?</td>', page)
    assert '<small dir="auto">XA</small>' in cells[1]
    assert "governor of Tamar · XA" in re.findall(r'<td class="who".*?</td>', page_of(findings))[1]
    assert re.search(r'<tr id="r6"[^>]* class="[^"]*\bnobody\b', page)


def test_a_single_candidate_is_no_choice() -> None:
    findings = story()
    eighth = findings.statements[7]
    assert eighth.speaker is not None
    assert who(eighth)[2] == "unclear: Goran Tell or Viktor Hallam"
    assert who(replace(eighth, speaker=replace(eighth.speaker, candidates=("Goran Tell",))))[2] == "perhaps Goran Tell"


def test_a_row_that_is_left_out_is_counted_and_the_others_keep_their_numbers() -> None:
    findings = story()
    first, second, *others = findings.statements
    unsure = replace(second, attribution=replace(second.attribution, confidence=0.44))
    page = page_of(replace(findings, statements=(first, unsure, *others)), 0.5)
    assert "1 row below 0.5 left out" in page
    assert "9 statements" in page
    assert 'id="r2"' not in page
    assert 'id="t2"' not in page
    assert not re.search(r'class="[^"]*\bs2\b', page)
    assert {f'id="r{number}"' in page for number in (1, *range(3, 11))} == {True}
    assert Page(page).article.split() == findings.article.text.split()
