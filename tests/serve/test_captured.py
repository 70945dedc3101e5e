"""The page that an article was read from: kept byte for byte, shown as words alone, with every quote in its place."""

from __future__ import annotations

import re
import sqlite3
from itertools import pairwise
from pathlib import Path

import pytest
from tests.serve.conftest import Serving

from allegedly.ledger import Ledger
from allegedly.model import Article, Origin, sha256, words_of
from allegedly.read import read
from allegedly.read.markup import squeeze
from allegedly.reading import load_tagger
from allegedly.serve.captured import Piece, decoded, fits, marks_of, parts_of, source_around

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Bridge shut</title>
<script>alert("never")</script></head><body>
<nav><ul><li>Home</li><li>Town</li><li>Sport</li><li>Obituaries &amp; notices</li><li>Weather</li></ul></nav>
<article><h1>Bridge shut 🎞 after a crack is found</h1>
<p>ORLEC &ndash; The <a href="javascript:alert(1)">harbour <b>board</b></a> said on Monday that
<i onclick="alert(2)">the bridge &amp; the quay</i> were unsafe.
Nobody may cross until an engineer has looked at the pillars, which stand in water.</p>
<figure><figcaption><img src="https://elsewhere.example/x.png" alt="The <bridge>" onerror="alert(3)">
The bridge at low tide.</figcaption></figure>
<p>Tomas Varga, who runs the carrier, denied that the crack was old. “It was not there in May,” he said. He added that his
lorries would take the northern road, and that the firm would pay for whatever the detour costs the town.</p>
</article><footer><p>Orlec Gazette, Quay 1</p></footer></body></html>"""


@pytest.fixture
def article() -> Article:
    return read(PAGE.encode(), Origin(outlet="Orlec Gazette", url="https://gazette.example/bridge", published="2026-11-20"))


def ledger_of(path: Path, article: Article, *, pages: bool = True) -> Path:
    with Ledger.open(path, tagger=load_tagger("cues"), pages=pages) as ledger:
        ledger.add(article)
    return path


@pytest.fixture
def kept(tmp_path: Path, article: Article) -> Path:
    return ledger_of(tmp_path / "kept.db", article)


def plain(html: str) -> str:
    return re.sub(r"<[^>]+>", "", html)


def test_the_bytes_are_kept_and_given_back(kept: Path, article: Article, serving: Serving) -> None:
    with Ledger.open(kept) as ledger:
        assert ledger.captured(article.id) == PAGE.encode()
        assert ledger.article(article.id).article == article
        assert ledger.verify().sound
    answer = serving(kept).get(f"/articles/{article.id}/page/bytes")
    assert answer.content == PAGE.encode()
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment")
    assert sha256(answer.content) == article.capture.bytes_sha256


def test_the_quote_stands_in_its_place(kept: Path, article: Article, serving: Serving) -> None:
    client = serving(kept)
    one = next(each for each in client.app.state.desk.ledger.statements() if "unsafe" in each.words)  # type: ignore[attr-defined]
    html = client.get(f"/articles/{article.id}/page?statement={one.id}").text
    line = re.search(r'<p class="plain" id="here".*?</p>', html, re.DOTALL)
    assert line
    assert plain(line[0]).startswith("ORLEC – The harbour board said on Monday that\nthe bridge &amp;")
    assert '<span class="cue">said</span>' in line[0]
    assert "denied" in html
    assert '<span class="cue">denied</span>' not in html
    assert '<span class="cue">denied</span>' in client.get(f"/articles/{article.id}/page").text
    panel = client.get(f"/statements/{one.id}", headers={"hx-request": "true"}).text
    assert f'href="/articles/{article.id}/page?statement={one.id}#here"' in panel


def test_nothing_of_the_page_runs_loads_or_leads_anywhere(kept: Path, article: Article, serving: Serving) -> None:
    html = serving(kept).get(f"/articles/{article.id}/page").text
    shown, source = html.split('<pre class="markup"')
    assert "alert" not in shown
    assert "elsewhere.example" not in html.replace("&lt;img src=&#34;https://elsewhere.example", "")
    assert "[picture: The &lt;bridge&gt;]" in shown
    assert "<i onclick" not in source
    assert "javascript:" not in re.sub(r"&lt;a href=&#34;javascript:", "", html)


def test_what_is_no_part_of_the_text_is_folded(kept: Path, article: Article, serving: Serving) -> None:
    html = serving(kept).get(f"/articles/{article.id}/page").text
    folded = re.search(r'<details class="left"><summary>5 lines.*?</details>', html, re.DOTALL)
    assert folded
    assert "Obituaries &amp; notices" in folded[0]
    assert re.search(r'<div class="left"><p class="plain" dir="auto">Orlec Gazette, Quay 1</p>', html)


def test_every_statement_of_every_bundled_page_is_found_on_it(coverage: Path) -> None:
    """Whatever roles are marked on the page, their letters are those of the text, in lines and in the source."""
    seen = 0
    with Ledger.open(coverage) as ledger:
        for findings in ledger.findings():
            article = findings.article
            data, page_map = ledger.captured(article.id), article.capture.page_map
            assert (data is None) == (page_map is None)
            if data is None or page_map is None:
                continue
            page = decoded(data, article.capture)
            assert fits(page, article, page_map)
            assert not fits(page[1:], article, page_map)
            for number, statement in enumerate(findings.statements, 1):
                marks = marks_of(article, page_map, {number: statement})
                lines = [piece for part in parts_of(page, page_map, marks) for line in part.lines for piece in line.pieces]
                attribution = statement.attribution
                spans = sorted({*attribution.source, *attribution.cue, *attribution.content}, key=lambda span: span.start)
                if all(one.end <= other.start for one, other in pairwise(spans)):
                    assert letters(lines) == squeeze(words_of(article.text, tuple(spans)).replace("…", ""))
                place = page_map.span(attribution.extent)
                whole = source_around(page, place, marks)
                assert "".join(words for words, _ in whole) in page
                seen += 1
    assert seen > 50


def letters(pieces: list[Piece]) -> str:
    return squeeze("".join(words for words, look in pieces if look not in ("", "soft")))


def test_a_text_that_was_on_no_page_says_so(tmp_path: Path, serving: Serving) -> None:
    article = read(b"Bridge shut\n\nThe bridge is unsafe, the mayor said.", Origin(name="a.txt"))
    client = serving(ledger_of(tmp_path / "plain.db", article))
    assert "was not read from a web page" in client.get(f"/articles/{article.id}/page").text
    assert client.get(f"/articles/{article.id}/page/bytes").status_code == 404
    assert "as captured" not in client.get(f"/articles/{article.id}").text


def test_a_page_that_was_not_kept_is_kept_when_it_is_added_again(tmp_path: Path, article: Article, serving: Serving) -> None:
    path = ledger_of(tmp_path / "spare.db", article, pages=False)
    with Ledger.open(path) as ledger:
        assert ledger.captured(article.id) is None
    assert "was not kept" in serving(path).get(f"/articles/{article.id}/page").text
    ledger_of(path, article)
    with Ledger.open(path) as ledger:
        assert ledger.captured(article.id) == PAGE.encode()


def test_a_page_that_was_changed_is_not_shown_and_told_of(kept: Path, article: Article, serving: Serving) -> None:
    with sqlite3.connect(kept) as connection:
        connection.execute("UPDATE captured SET data = zeroblob(20)")
    with Ledger.open(kept) as ledger:
        assert ledger.captured(article.id) is None
        assert any("no longer what was captured" in fault.message for fault in ledger.verify().faults)
    assert "was not kept" in serving(kept).get(f"/articles/{article.id}/page").text


def test_the_page_goes_with_its_last_article(kept: Path, article: Article) -> None:
    with Ledger.open(kept, tagger=load_tagger("cues")) as ledger:
        ledger.remove(article.id)
    with sqlite3.connect(kept) as connection:
        assert connection.execute("SELECT count(*) FROM captured").fetchone() == (0,)


@pytest.mark.parametrize("way", ["?statement=ffff", "?statement=../../etc/passwd"])
def test_a_statement_of_another_article_is_not_there(kept: Path, article: Article, serving: Serving, way: str) -> None:
    assert serving(kept).get(f"/articles/{article.id}/page{way}").status_code == 404


def test_a_text_in_a_script_is_shown_in_the_source(tmp_path: Path, serving: Serving) -> None:
    body = " ".join(
        f"The mayor of Orlec said on Monday that lorry number {number} may not cross the bridge over the Lune."
        for number in range(9)
    )
    page = (
        '<html><head><title>Bridge</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge",'
        f'"articleBody":"{body}"}}</script></head><body><div id="app"></div></body></html>'
    )
    article = read(page.encode(), Origin(url="https://gazette.example/lorries"))
    if article.capture.page_map is None:
        pytest.skip("the reader found the text in no script")
    html = serving(ledger_of(tmp_path / "script.db", article)).get(f"/articles/{article.id}/page").text
    assert "in no line of the page" in html
    assert '<span class="cue">said</span>' in html.split('<pre class="markup"')[1]
