"""Hostile texts: 200 payloads in every field that reaches a page; none runs, also where no policy would stop it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from html import escape
from itertools import islice
from pathlib import Path

import pytest
from playwright.sync_api import Dialog, Page
from tests.samples import make_article, make_statement
from tests.serve.browsing import chromium
from tests.serve.conftest import serve_process

from allegedly.ledger import Ledger
from allegedly.model import (
    Attribution,
    Capture,
    Figure,
    Findings,
    Judgement,
    Kind,
    Origin,
    Recipe,
    Skipped,
    Span,
    Speaker,
    SpeakerKind,
    article_id,
    sha256,
    statement_id,
)
from allegedly.model.article import Article
from allegedly.model.correction import Field
from allegedly.model.identity import Verdict
from allegedly.read import read
from allegedly.reading import load_tagger
from allegedly.store.sqlite import SqliteStore

RUN = "window.ran=(window.ran||0)+1"
PARTS = (
    f"<script>{RUN}</script>",
    f"<img src=x onerror={RUN}>",
    f"<svg onload={RUN}>",
    f"<svg><script>{RUN}</script></svg>",
    f"<body onload={RUN}>",
    f"<input autofocus onfocus={RUN}>",
    f"<details open ontoggle={RUN}>",
    f"<iframe srcdoc='<script>parent.{RUN}</script>'>",
    f"<a href='javascript:{RUN}'>x</a>",
    f"javascript:{RUN}",
    f"<math><mtext><img src=x onerror={RUN}></math>",
    f"<video><source onerror={RUN}>",
    f"<style>@import 'javascript:{RUN}'</style>",
    f"<div hx-on:load='{RUN}' hx-get=/ hx-trigger=load>",
    f"<div data-hx-on::load='{RUN}'>",
    f"{{{{constructor.constructor('{RUN}')()}}}}",
    "{% raw %}{{ 7 * 7 }}{% endraw %}",
    f"<base href=//evil.example><script src=x>{RUN}</script>",
    f"<form action=javascript:{RUN}><button autofocus>x",
    f"&lt;script&gt;{RUN}&lt;/script&gt;",
)
BEFORE = ("", '"', "'", '">', "'>", "</title>", "</script>", "<!--", "\u202e", "]]>")
"""What a payload breaks out of: an attribute, an element, a comment, the order of the letters."""


WHEN = "2026-11-22T09:00:00+00:00"
QUERIES = ("%3Cscript%3Ealert(1)%3C/script%3E", "%22%3E%3Cimg src=x onerror=alert(1)%3E")


def payloads() -> Iterator[str]:
    for before in BEFORE:
        for part in PARTS:
            yield before + part


def hostile(words: str, number: int) -> Findings:
    """Findings with these words in every field that a page shows."""
    text = f"{words} said {words} on Monday.\n\nOthers denied that {words} was so.\n"
    url = f"javascript:{RUN}//{number}" if number % 2 else f"https://wire.example/{number}?{words}"
    origin = Origin(words, url, f"{number} {words}", (words, words), "2026-11-20", f"2026-11-21{words}", f"{number}{words}")
    plain = make_article(text, origin)
    digest = sha256(text)
    capture = Capture(digest, digest, words, words, words, words, (words, words))
    article = Article(article_id(digest, origin), text, plain.blocks, "en", origin, capture)
    length = len(words)
    second = text.index("Others")
    said = Attribution((Span(0, length),), (Span(length + 1, length + 5),), (Span(length + 6, 2 * length + 6),), 0.5)
    denied = Attribution((Span(second, second + 6),), (Span(second + 7, second + 13),), (Span(second + 14, len(text) - 2),))
    speaker = Speaker(words, SpeakerKind.NAMED_PERSON, words, words, words, None, said.source, (), said.source)
    unclear = Speaker(None, SpeakerKind.NAMED_PERSON, candidates=(words, f"{words} other"))
    figure = Figure(float(number), float(number + 1), words, words, words, said.content)
    first = make_statement(
        article,
        said,
        speaker,
        medium=Judgement(words, rule=words),
        addressee=Judgement(words, said.source),
        kind=Judgement(Kind.ASSERTION, rule=words),
        figures=(figure,),
    )
    other = make_statement(article, denied, unclear, kind=Judgement(Kind.DENIAL, denied.cue))
    return Findings(article, (first, other), Recipe(words, "en", words, words))


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "ledger.db"
    remaining, number = payloads(), 0
    with SqliteStore(path) as store:
        while group := list(islice(remaining, 5)):
            store.put(hostile(" ".join(group), number))
            store.put_skipped(Skipped(Origin(name=f"{number}{group[0]}", outlet=group[0]), " ".join(group)))
            number += 1
    assert number == 40
    judge(path)
    return path


def judge(path: Path) -> None:
    """Corrections and judgements on speakers with hostile words of who judged, why and what; one of them waits."""
    every = list(payloads())
    with Ledger.open(path, tagger=load_tagger("cues")) as ledger:
        statements = [one for one in ledger.statements() if one.kind.value is Kind.ASSERTION]
        for number, one in enumerate(statements):
            words = " ".join(every[5 * number : 5 * number + 5])
            article, corrections = one.article, ledger.corrections
            corrections.correct(article, one.id, Field.KIND, Kind.ACCUSATION, who=words, when=WHEN, why=words)
            corrections.correct(article, one.id, Field.SPEAKER, Speaker(words, SpeakerKind.UNNAMED_PERSON), who="b", when=WHEN)
            corrections.correct(article, one.id, Field.SPEAKER, one.speaker, who=f"c {words}", when=WHEN)
        observed = ledger.store.corrections.observed(statements[0].article)
        first, *rest = observed.statements
        shorter = replace(
            first.attribution, content=(Span(first.attribution.content[0].start, first.attribution.content[0].end - 2),)
        )
        moved = replace(first, id=statement_id(first.article, shorter), attribution=shorter, words=first.words[:-2])
        ledger.keep(replace(observed, statements=(moved, *rest), recipe=Recipe("other", "en", "other", "other")))
        assert list(ledger.corrections.waiting())
        left, right = ledger.identities.all()[:2]
        ledger.identities.judge(left.id, right.id, Verdict.SAME, who=every[0], when=WHEN, why=" ".join(every[:20]))
        for shown in (map(escape, every), PARTS):
            body = "".join(f"<p>The mayor of Orlec said on Monday that {words} would not be shown.</p>\n" for words in shown)
            page = f"<html><body><article><h1>What is not shown</h1>{body}</article></body></html>"
            findings = ledger.add(read(page.encode(), Origin(url=f"https://wire.example/{len(page)}", published="2026-11-20")))
            assert ledger.captured(findings.article.id) == page.encode()


def ran(page: Page, way: str) -> str | None:
    """What ran on the page, if anything did."""
    page.goto(way)
    return f"{way}: {page.evaluate('window.ran')}" if page.evaluate("window.ran") else None


def test_no_payload_runs(ledger: Path) -> None:
    with Ledger.open(ledger) as opened:
        articles = [entry.article for entry in opened.articles() if entry.recipe.tagger != "cues"]
        pages = [entry.article for entry in opened.articles() if opened.captured(entry.article)]
        assert len(pages) == 2
        statements = [one.id for one in opened.statements()][::8]
        speakers = [one.id for one in opened.identities.all()][::4]
        stories = [story.id for story in opened.stories()][:4]
    ways = ["/", "/search", "/search?q=script", "/stories?all=true", "/speakers", "/sources", "/skipped"]
    ways += ["/review", *(f"/review?statement={each}" for each in statements), f"/review/add?article={articles[0]}"]
    ways += [f"/articles/{each}/page" for each in pages]
    ways += [f"/search?{name}={word}" for name in ("q", "speaker", "outlet") for word in QUERIES]
    ways += [f"/articles/{each}" for each in articles] + [f"/statements/{each}" for each in statements]
    ways += [f"/speakers/{each}" for each in speakers] + [f"/stories/{each}" for each in stories]
    ways += [f"/drift?left={articles[0]}&right={articles[1]}", f"/articles/%3Cscript%3E{RUN}%3C/script%3E"]
    with serve_process(ledger) as server, chromium() as browser:
        context = browser.new_context(base_url=server.address, bypass_csp=True)
        page = context.new_page()
        met: list[str] = []

        def dismiss(dialog: Dialog) -> None:
            met.append(dialog.message)
            dialog.dismiss()

        page.on("dialog", dismiss)
        met += [each for each in (ran(page, way) for way in ways) if each]
        page.goto(f"/articles/{articles[0]}")
        page.locator(".why").first.click()
        page.locator(".panel").wait_for()
        assert not page.evaluate("window.ran")
        leading = page.evaluate("[...document.links].map(a => a.protocol)")
        assert set(leading) <= {"http:", "https:"}
        context.close()
    assert not met
