"""Review with the keyboard alone: what is corrected stays corrected, also when everything is read anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from starlette.testclient import TestClient
from tests.serve.browsing import chromium
from tests.serve.conftest import REVIEWED, Serving, form_token, said, serve_process

from allegedly.ledger import Ledger
from allegedly.model import Kind, Statement
from allegedly.model.correction import Field
from allegedly.model.link import LinkKind
from allegedly.reading import load_tagger


@pytest.fixture
def page() -> Iterator[Page]:
    with chromium() as browser:
        page = browser.new_page(viewport={"width": 1440, "height": 1000})
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        yield page
        assert not faults


def select(page: Page, words: str) -> None:
    """Select the words by keys: from word to word until they have been passed, back to the first, with Shift to the last."""

    def selected() -> str:
        return str(page.evaluate("String(getSelection())"))

    wanted = words.split()
    page.keyboard.press("w")
    for _ in range(80):
        page.keyboard.press("ArrowLeft")
    passed = [selected()]
    while passed[-len(wanted) :] != wanted:
        assert len(passed) < 200, passed
        page.keyboard.press("ArrowRight")
        passed.append(selected())
    for _ in wanted[1:]:
        page.keyboard.press("ArrowLeft")
    for _ in wanted[1:]:
        page.keyboard.press("Shift+ArrowRight")
    assert selected() == words


def select_by_mouse(page: Page, words: str) -> None:
    """Select the words as the mouse does."""
    page.evaluate(
        """(words) => {
            const walker = document.createTreeWalker(document.getElementById('words'), NodeFilter.SHOW_TEXT);
            const letters = [];
            let whole = '';
            while (walker.nextNode()) {
                const node = walker.currentNode;
                for (let at = 0; at < node.data.length; at++) letters.push([node, at]);
                whole += node.data;
            }
            const first = letters[whole.indexOf(words)], last = letters[whole.indexOf(words) + words.length - 1];
            getSelection().setBaseAndExtent(first[0], first[1], last[0], last[1] + 1);
        }""",
        words,
    )


def test_a_session_by_keys_outlives_a_second_reading(small: Path, page: Page) -> None:
    """Nothing but keys, from the first page on: an edit of words behind an emoji, a speaker, a missed statement, an undo."""
    before = said(small)
    board = next(one for one in before if "unsafe" in one.words)
    with serve_process(small) as server:
        page.goto(server.address)
        page.keyboard.press("g")
        page.keyboard.press("r")
        page.wait_for_url("**/review")
        page.goto(f"{server.address}review?statement={board.id}")
        page.keyboard.press("e")
        expect(page.locator("#speaker")).to_be_focused()
        page.keyboard.press("Control+A")
        page.keyboard.type("Lune Harbour Board")
        for _ in range(7):
            page.keyboard.press("Tab")
        expect(page.locator("#by")).to_be_focused()
        page.keyboard.type("R. Desk")
        page.keyboard.press("Escape")
        select(page, "the bridge over the Lune was unsafe")
        page.keyboard.press("3")
        expect(page.locator("output[for=content]")).to_have_text("the bridge over the Lune was unsafe")
        page.keyboard.press("s")
        page.wait_for_url("**done=**")
        expect(page.locator(".done [role=status]")).to_have_text("Kept.")

        page.goto(f"{server.address}review")
        page.keyboard.press("m")
        page.wait_for_url("**/review/add**")
        select(page, "the smell of rust")
        page.keyboard.press("1")
        select(page, "said enough")
        page.keyboard.press("3")
        page.keyboard.press("s")
        page.wait_for_url("**done=**")

        rejected = next(one for one in before if "known for years" in one.words)
        page.goto(f"{server.address}review?statement={rejected.id}")
        page.keyboard.press("r")
        page.wait_for_url("**done=**")
        page.keyboard.press("u")
        page.wait_for_url(f"**/review?statement={rejected.id}**")
        page.keyboard.press("a")
        page.wait_for_url("**done=**")

    def holds(path: Path) -> None:
        found = said(path)
        content = {one.attribution.content[0].of(REVIEWED.strip()): one for one in found}
        edited = content["the bridge over the Lune was unsafe"]
        assert edited.speaker is not None
        assert edited.speaker.name == "Lune Harbour Board"
        assert edited.words.endswith("the bridge over the Lune was unsafe")
        missed = next(one for one in found if "smell of rust" in one.words)
        assert missed.attribution.source[0].of(REVIEWED.strip()) == "the smell of rust"
        assert any("known for years" in one.words for one in found)

    holds(small)
    with Ledger.open(small, tagger=load_tagger("cues")) as ledger:
        list(ledger.rerun(every=True))
        assert not list(ledger.corrections.waiting())
        fields = [correction.field for correction in ledger.corrections.standing()]
        assert sorted(set(fields)) == sorted({Field.WORDS, Field.SPEAKER, Field.STATEMENT, Field.ACCEPTED})
        assert not ledger.verify().faults
    holds(small)


def test_the_mouse_selects_too_and_keys_go_on_from_there(small: Path, page: Page) -> None:
    board = next(one for one in said(small) if "unsafe" in one.words)
    with serve_process(small) as server:
        page.goto(f"{server.address}review?statement={board.id}")
        select_by_mouse(page, "The 🎞 harbour")
        page.locator("#words").press("w")
        page.keyboard.press("Shift+ArrowRight")
        page.keyboard.press("1")
        expect(page.locator("output[for=source]")).to_have_text("The 🎞 harbour board")


def test_letters_and_lines_are_gone_by_keys(small: Path, page: Page) -> None:
    board = next(one for one in said(small) if "unsafe" in one.words)
    with serve_process(small) as server:
        page.goto(f"{server.address}review/add?article={board.article}")
        select(page, "👩‍👩‍👧")
        page.keyboard.press("2")
        start, end = map(int, page.locator("#cue").input_value().split("-"))
        assert REVIEWED.strip()[start:end] == "👩‍👩‍👧"
        select(page, "unsafe")
        page.keyboard.press("Control+Shift+ArrowLeft")
        page.keyboard.press("Control+ArrowRight")
        assert page.evaluate("String(getSelection())") == "nsaf"
        page.keyboard.press("ArrowUp")
        page.keyboard.press("ArrowDown")
        before = page.evaluate("getSelection().getRangeAt(0).getBoundingClientRect().top")
        page.keyboard.press("ArrowDown")
        assert page.evaluate("getSelection().getRangeAt(0).getBoundingClientRect().top") > before


@pytest.fixture
def reviewed(small: Path, serving: Serving) -> TestClient:
    return serving(small)


def post(client: TestClient, statement: str, **fields: str) -> int:
    token = form_token(client, f"/review?statement={statement}")
    data = {"form_token": token, "by": "R. Desk", "statement": statement, **fields}
    return client.post(f"/review/{statement}", data=data).status_code


def form_of(client: TestClient, one: Statement) -> dict[str, str]:
    """The form as it stands, unchanged."""
    spans = {
        name: " ".join(f"{span.start}-{span.end}" for span in getattr(one.attribution, name))
        for name in ("source", "cue", "content")
    }
    speaker = one.speaker
    return {
        **spans,
        "action": "edit",
        "speaker": (speaker.name or "") if speaker else "",
        "speaker_kind": str(speaker.kind) if speaker else "",
        "kind": str(one.kind.value),
        "certainty": str(one.certainty.value),
    }


def test_the_queue_begins_with_what_harms_most(reviewed: TestClient) -> None:
    html = reviewed.get("/review").text
    assert "accuses a named person" in html
    accused = next(one for one in reviewed.app.state.desk.ledger.statements() if one.kind.value is Kind.ACCUSATION)  # type: ignore[attr-defined]
    assert post(reviewed, accused.id, action="accept") == 303
    assert "accuses a named person" not in reviewed.get("/review").text


def test_one_key_says_who_an_unclear_speaker_is(path: Path, page: Page) -> None:
    """The candidates are offered, and a digit takes one, with the rest of the row as it was."""

    def unclear(one: Statement) -> bool:
        return one.speaker is not None and one.speaker.name is None and bool(one.speaker.candidates)

    one = next(each for each in said(path) if unclear(each))
    with serve_process(path) as server:
        page.goto(f"{server.address}review?statement={one.id}")
        page.locator("#by").fill("R. Desk")
        page.keyboard.press("Escape")
        wanted = page.locator("[name=pick]").nth(1).get_attribute("value")
        page.keyboard.press("5")
        page.wait_for_url("**done=**")
    found = next(each for each in said(path) if each.id == one.id)
    assert found.speaker is not None
    others = [each.speaker for each in said(path) if each.article == one.article and each.id != one.id and each.speaker]
    assert found.speaker.name == wanted
    assert found.speaker.kind in {each.kind for each in others if each.name == wanted}
    assert found.kind == one.kind
    assert found.attribution == one.attribution


def test_two_reviewers_who_differ_are_shown(reviewed: TestClient, small: Path) -> None:
    one = next(each for each in said(small) if each.kind.value is Kind.DENIAL)
    form = form_of(reviewed, one)
    assert post(reviewed, one.id, **(form | {"kind": "rejection", "by": "A. Vale"})) == 303
    form = form_of(reviewed, next(each for each in said(small) if each.id == one.id))
    assert post(reviewed, one.id, **(form | {"kind": "doubt", "by": "B. Ott"})) == 303
    html = reviewed.get(f"/review?statement={one.id}").text
    assert "Reviewers differ" in html
    assert "A. Vale: rejection; B. Ott: doubt" in html


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({}, 422),
        ({"content": ""}, 422),
        ({"content": "5-3"}, 422),
        ({"content": "0-99999"}, 422),
        ({"content": "x"}, 422),
        ({"kind": "lie"}, 422),
        ({"figure": "many"}, 422),
        ({"by": ""}, 422),
        ({"action": "explode"}, 422),
        ({"link": "ffffffff"}, 422),
        ({"form_token": "0"}, 403),
        ({"figure": "at least twelve"}, 422),
    ],
)
def test_what_cannot_be_kept_is_refused_and_changes_nothing(
    reviewed: TestClient, small: Path, changes: dict[str, str], status: int
) -> None:
    one = said(small)[0]
    assert post(reviewed, one.id, **(form_of(reviewed, one) | changes)) == status
    assert not reviewed.app.state.desk.ledger.corrections.events()  # type: ignore[attr-defined]


def test_a_figure_a_kind_and_a_certainty_are_corrected(reviewed: TestClient, small: Path) -> None:
    one = said(small)[0]
    form = form_of(reviewed, one) | {"figure": "12- people", "kind": "concern", "certainty": "alleged"}
    assert post(reviewed, one.id, **form) == 303
    (found,) = (each for each in said(small) if each.id == one.id)
    assert (str(found.kind.value), str(found.certainty.value)) == ("concern", "alleged")
    assert (found.figures[0].low, found.figures[0].high, found.figures[0].bound) == (12.0, None, "at least")


def test_reading_alone_shows_no_form(small: Path, serving: Serving) -> None:
    client = serving(small, read_only=True)
    html = client.get("/review").text
    assert 'name="action"' not in html
    token = form_token(serving(small), "/review")
    assert client.post(f"/review/{said(small)[0].id}", data={"form_token": token}).status_code == 403


def test_a_link_that_does_not_hold_is_taken_away(small: Path, serving: Serving) -> None:
    client = serving(small)
    desk = client.app.state.desk  # type: ignore[attr-defined]
    denial = next(one for one in said(small) if one.kind.value is Kind.DENIAL)
    accused = next(one for one in said(small) if one.kind.value is Kind.ACCUSATION)
    assert post(client, denial.id, **(form_of(client, denial) | {"link": accused.id})) == 303
    link = next(
        each for each in desk.ledger.linking.links() if each.first.statement == denial.id and each.kind is LinkKind.DISPUTES
    )
    assert post(client, denial.id, action="unlink", unlink=link.id) == 303
    assert link.id not in {each.id for each in desk.ledger.linking.links()}
