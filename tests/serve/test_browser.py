"""The pages in a real browser: every one of them, by keyboard, in both colour schemes, wide and narrow, without script."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, ViewportSize, expect
from tests.serve.browsing import chromium
from tests.serve.conftest import Server, serve_process

from allegedly.ledger import Ledger

WIDTHS = (320, 768, 1920)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def server(coverage: Path) -> Iterator[Server]:
    with serve_process(coverage) as server:
        yield server


@pytest.fixture(scope="module")
def ways(coverage: Path) -> dict[str, str]:
    """The way to each page."""
    with Ledger.open(coverage) as ledger:
        (story,) = ledger.stories()
        first, second = story.articles[:2]
        speaker = next(one.id for one in ledger.identities.all() if one.name == "Mirela Kosta")
        one = next(each for each in ledger.statements() if ledger.captured(each.article))
        statement, of_statement = one.id, one.article
    return {
        "home": "/",
        "search": "/search",
        "found": "/search?q=strike&kind=denial",
        "nothing found": "/search?q=zebra",
        "stories": "/stories",
        "story": f"/stories/{story.id}",
        "speakers": "/speakers",
        "speaker": f"/speakers/{speaker}",
        "article": f"/articles/{first}",
        "statement": f"/statements/{statement}",
        "drift": f"/drift?left={first}&right={second}",
        "sources": "/sources",
        "skipped": "/skipped",
        "review": "/review",
        "own sentences": f"/articles/{first}?own=true",
        "as captured": f"/articles/{first}/page",
        "a quote as captured": f"/articles/{of_statement}/page?statement={statement}#here",
        "adding": f"/review/add?article={first}",
        "api": "/api/v1/docs",
        "problem": "/nowhere",
    }


@pytest.fixture
def page(browser: Browser, server: Server) -> Iterator[Page]:
    context = browser.new_context(base_url=server.address, viewport={"width": 1440, "height": 900})
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    yield page
    context.close()
    assert not [fault for fault in faults if "404" not in fault]


@pytest.mark.parametrize(("scheme", "width"), [("light", 1440), ("dark", 390)])
def test_axe_finds_nothing_grave(browser: Browser, server: Server, ways: dict[str, str], scheme: str, width: int) -> None:
    size: ViewportSize = {"width": width, "height": 900}
    context = browser.new_context(base_url=server.address, color_scheme=scheme, viewport=size)  # type: ignore[arg-type]
    page = context.new_page()
    grave = []
    for name, way in ways.items():
        page.goto(way)
        if name == "article":
            page.locator(".why").first.click()
            page.locator(".panel").wait_for()
        for fault in Axe().run(page).response["violations"]:
            if fault["impact"] in ("serious", "critical"):
                grave.append((name, fault["id"], [node["html"][:160] for node in fault["nodes"][:3]]))
    context.close()
    assert not grave


def test_nothing_is_wider_than_the_screen(browser: Browser, server: Server, ways: dict[str, str]) -> None:
    wide = []
    for width in WIDTHS:
        context = browser.new_context(base_url=server.address, viewport={"width": width, "height": 800})
        page = context.new_page()
        for name, way in ways.items():
            page.goto(way)
            if name == "article":
                page.locator(".why").first.click()
                page.locator(".panel").wait_for()
            if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
                wide.append((width, name, page.evaluate("document.documentElement.scrollWidth")))
        context.close()
    assert not wide


def test_every_page_is_whole_without_script(browser: Browser, server: Server, ways: dict[str, str]) -> None:
    context = browser.new_context(base_url=server.address, java_script_enabled=False)
    page = context.new_page()
    for way in ways.values():
        page.goto(way)
        expect(page.locator("h1").first).to_have_count(1)
    page.goto(ways["article"])
    page.locator(".why").first.click()
    expect(page.locator(".fields")).to_be_visible()
    context.close()


def test_nothing_is_fetched_from_elsewhere(page: Page, server: Server, ways: dict[str, str]) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for name, way in ways.items():
        if name != "problem":
            page.goto(way)
    assert asked
    assert all(url.startswith(server.address) for url in asked)


def test_a_row_and_its_words_light_up_together(page: Page, ways: dict[str, str]) -> None:
    page.goto(ways["article"])
    page.locator("#r4").hover()
    assert page.locator(".text .s4.lit").count() > 0
    page.locator(".text .s8.content").first.hover()
    expect(page.locator("#r8")).to_have_class("row against lit")
    expect(page.locator("#r4.lit")).to_have_count(0)


def test_rows_are_walked_and_opened_by_keys(page: Page, ways: dict[str, str]) -> None:
    page.goto(ways["article"])
    for key in ("j", "j", "j", "k"):
        page.keyboard.press(key)
    expect(page.locator("#r2")).to_be_focused()
    page.keyboard.press("Enter")
    panel = page.locator("tr.opened .panel")
    expect(panel).to_be_visible()
    expect(panel.locator("th", has_text="confidence")).to_be_visible()
    page.keyboard.press("Enter")
    expect(panel).to_have_count(0)
    page.keyboard.press("t")
    expect(page.locator("#t2")).to_be_focused()
    page.keyboard.press("t")
    expect(page.locator("#r2")).to_be_focused()


def test_keys_lead_to_places_and_help(page: Page, ways: dict[str, str]) -> None:
    page.goto(ways["sources"])
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#keys")).to_be_hidden()
    page.keyboard.press("/")
    expect(page.locator("#find")).to_be_focused()
    page.keyboard.type("deliberate j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=deliberate+j")
    page.locator("body").click(position={"x": 2, "y": 2})
    page.keyboard.press("g")
    page.keyboard.press("s")
    page.wait_for_url("**/stories")


def test_the_first_tab_leads_past_the_bar(page: Page, ways: dict[str, str]) -> None:
    page.goto(ways["search"])
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_lines_lead_from_a_denial_to_its_claim(page: Page, ways: dict[str, str]) -> None:
    page.goto(ways["article"])
    row = page.locator("tr[data-against]").first
    row.wait_for()
    page.wait_for_selector(".crossing path", state="attached")
    row.hover()
    expect(page.locator(".crossing g.strong")).not_to_have_count(0)


def test_a_facet_narrows_and_is_taken_away(page: Page, ways: dict[str, str]) -> None:
    page.goto(ways["search"])
    page.locator(".facets a", has_text="denial").click()
    page.wait_for_url("**kind=denial**")
    shown = page.locator(".result").count()
    assert 0 < shown < 50
    page.locator(".chosen a").click()
    page.wait_for_url("**/search")
    assert page.locator(".result").count() > shown


def test_a_search_leads_through_its_pages(page: Page, ways: dict[str, str]) -> None:
    page.goto(ways["search"])
    first = page.locator(".result").first.inner_text()
    page.keyboard.press("n")
    page.wait_for_url("**after=**")
    assert page.locator(".result").first.inner_text() != first


def test_the_page_prints_without_its_tools(page: Page, ways: dict[str, str]) -> None:
    page.goto(ways["article"])
    page.emulate_media(media="print")
    expect(page.locator(".bar nav")).to_be_hidden()
    expect(page.locator(".text")).to_be_visible()
    expect(page.locator("#r1")).to_be_visible()


def test_a_browser_signs_in_with_the_token(browser: Browser, coverage: Path, tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text("a-token-that-nobody-guesses-easily\n")
    file.chmod(0o600)
    with serve_process(coverage, "--token-file", str(file)) as guarded:
        context = browser.new_context(base_url=guarded.address)
        page = context.new_page()
        page.goto("/speakers")
        expect(page.locator("h1")).to_have_text("Sign in")
        page.locator("#token").fill("wrong")
        page.keyboard.press("Enter")
        expect(page.get_by_role("alert")).to_be_visible()
        page.locator("#token").fill("a-token-that-nobody-guesses-easily")
        page.keyboard.press("Enter")
        page.wait_for_url("**/speakers")
        expect(page.locator("h1")).to_have_text("Speakers")
        page.get_by_role("button", name="Sign out").click()
        expect(page.locator("h1")).to_have_text("Sign in")
        context.close()


def test_two_speakers_are_told_to_be_one_and_that_is_taken_back(page: Page, browser: Browser, path: Path) -> None:
    with serve_process(path) as own:
        page.goto(f"{own.address}speakers")
        page.locator(".names .who a").first.click()
        page.locator("summary", has_text="Merge or split").click()
        page.locator("#other").fill("Ilan Dragov")
        page.locator("#by").fill("R. Desk")
        page.get_by_role("button", name="They are one").click()
        expect(page.get_by_role("heading", name="Judged by people")).to_be_visible()
        page.get_by_role("button", name="take back").click()
        expect(page.get_by_role("heading", name="Judged by people")).to_have_count(0)


def test_what_a_rewrite_changed_is_told_when_it_comes_into_sight(page: Page, ways: dict[str, str]) -> None:
    page.goto(ways["story"])
    page.locator("#rewrites").scroll_into_view_if_needed()
    expect(page.locator("[hx-get] .tie").first).to_contain_text("source dropped")
