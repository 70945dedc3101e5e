"""The interface over HTTP: what it gives, in which shapes, and what it says when it cannot."""

from __future__ import annotations

import csv
import io
import json
import re
from html import unescape
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient
from tests.serve.conftest import Serving

from allegedly.export.json_shape import schema_text
from allegedly.ledger import Ledger
from allegedly.store.store import Selection

API = "/api/v1"
TEXT = "The mayor of Orlec denied on Monday that the bridge had been shut."


def walk(client: TestClient, way: str, name: str, limit: int) -> list[dict[str, object]]:
    """Every item, page by page."""
    found: list[dict[str, object]] = []
    after: str | None = None
    joined = "&" if "?" in way else "?"
    while True:
        answer = client.get(f"{API}/{way}{joined}limit={limit}" + (f"&after={after}" if after else ""))
        assert answer.status_code == 200, answer.text
        page = answer.json()
        assert len(page[name]) <= limit
        found += page[name]
        after = page["next"]
        if after is None:
            assert "link" not in answer.headers
            return found
        assert answer.headers["link"].endswith('; rel="next"')


def test_a_text_is_read_and_nothing_kept(client: TestClient, path: Path) -> None:
    before = path.stat().st_mtime_ns
    answer = client.post(f"{API}/read?outlet=Orlec+Gazette", content=TEXT, headers={"content-type": "text/plain; charset=utf-8"})
    assert answer.status_code == 200
    found = answer.json()
    assert not list(Draft202012Validator(json.loads(schema_text())).iter_errors(found))
    assert found["article"]["outlet"] == "Orlec Gazette"
    assert found["statements"][0]["kind"]["value"] == "denial"
    assert client.get(f"{API}/articles/{found['article']['id']}").status_code == 404
    assert path.stat().st_mtime_ns == before


def test_html_is_read_as_html(client: TestClient) -> None:
    page = f"<html lang=en><title>Bridge</title><body><article><h1>Bridge</h1><p>{TEXT}</p></article></body></html>"
    answer = client.post(f"{API}/read", content=page, headers={"content-type": "text/html"})
    assert "<p>" not in answer.json()["article"]["text"]


def test_an_article_is_kept_once(client: TestClient) -> None:
    headers = {"content-type": "text/plain"}
    first = client.post(f"{API}/articles?outlet=Orlec+Gazette&url=https://gazette.example/a", content=TEXT, headers=headers)
    assert (first.status_code, first.json()["outcome"]) == (201, "added")
    again = client.post(f"{API}/articles?outlet=Orlec+Gazette&url=https://gazette.example/a", content=TEXT, headers=headers)
    assert again.json()["outcome"] == "unchanged"
    assert client.get(first.headers["location"]).json() == first.json()["findings"]
    assert "Orlec Gazette" in {one["outlet"] for one in walk(client, "articles", "articles", 3)}
    assert "Orlec Gazette" in client.get("/sources").text


@pytest.mark.parametrize(
    ("body", "media", "status"),
    [
        (b"", "text/plain", 422),
        (TEXT.encode(), "application/pdf", 415),
        (TEXT.encode(), "", 415),
        (b"\x00\x01\x02" * 50, "text/plain", 422),
        (b"{", "application/json", 422),
    ],
)
def test_what_is_no_article_is_refused_with_the_reason(client: TestClient, body: bytes, media: str, status: int) -> None:
    for way in ("read", "articles"):
        answer = client.post(f"{API}/{way}", content=body, headers={"content-type": media})
        assert answer.status_code == status, answer.text
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["detail"]


def test_pages_hold_every_statement_once(client: TestClient, path: Path) -> None:
    with Ledger.open(path, write=False) as ledger:
        expected = {one.id for one in ledger.statements()}
    found = walk(client, "statements", "statements", 37)
    ids = [one["statement"]["id"] for one in found]  # type: ignore[index]
    assert len(ids) == len(set(ids))
    assert set(ids) == expected


@pytest.mark.parametrize(
    ("query", "selection"),
    [
        ("kind=denial", Selection(kind="denial")),  # type: ignore[arg-type]
        ("certainty=alleged", Selection(certainty="alleged")),  # type: ignore[arg-type]
        ("q=deliberate", Selection(text="deliberate")),
        ("speaker=Kosta", Selection(speaker="Kosta")),
        ("outlet=daily+meridian", Selection(outlet="Daily Meridian")),
        ("speaker_kind=unnamed+group", Selection(speaker_kind="unnamed group")),  # type: ignore[arg-type]
        ("unclear=true", Selection(unclear=True)),
    ],
)
def test_filters_select_what_the_ledger_selects(client: TestClient, path: Path, query: str, selection: Selection) -> None:
    with Ledger.open(path, write=False) as ledger:
        expected = {one.id for one in ledger.statements(selection)}
    assert expected
    assert {one["statement"]["id"] for one in walk(client, f"statements?{query}", "statements", 10)} == expected  # type: ignore[index]


def test_disputed_statements_are_those_at_the_ends_of_disputes(client: TestClient) -> None:
    links = walk(client, "disputes", "disputes", 10)
    ends = {link[side]["statement"] for link in links for side in ("first", "second")} - {None}  # type: ignore[index]
    found = {one["statement"]["id"] for one in walk(client, "statements?disputed=true", "statements", 10)}  # type: ignore[index]
    assert found
    assert found == ends


@pytest.mark.parametrize(
    "query",
    ["", "?kind=denial", "?kind=denial&outlet=DAILY+meridian", "?q=deliberate&certainty=certain", "?unclear=true"],
)
def test_each_choice_of_a_facet_leads_to_as_many_as_it_says(client: TestClient, query: str) -> None:
    html = client.get(f"/search{query}").text
    choice = r'<li><a href="(/search[^"]*)"( aria-current="true")?><span[^>]*>[^<]*</span> <span class="times">([\d,]+)<'
    choices = re.findall(choice, html)
    assert choices
    for way, chosen, number in choices[::3]:
        if not chosen:
            shown = re.search(r'role="status">([\d,]+) statement', client.get(unescape(way)).text)
            assert shown
            assert shown[1] == number, way


def test_rows_come_as_csv(client: TestClient) -> None:
    answer = client.get(f"{API}/statements?kind=denial", headers={"accept": "text/csv"})
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert answer.headers["content-type"].startswith("text/csv")
    assert {row["kind"] for row in rows} == {"denial"}
    assert len(rows) == len(walk(client, "statements?kind=denial", "statements", 100))
    for way in ("articles", "speakers", "disputes", "figures"):
        answer = client.get(f"{API}/{way}?format=csv")
        assert len(list(csv.reader(io.StringIO(answer.text)))) > 1, way


def test_an_answer_that_is_known_is_not_sent_again(client: TestClient) -> None:
    for way in (f"{API}/statements?limit=3", f"{API}/stories", "/search?q=deliberate"):
        first = client.get(way)
        again = client.get(way, headers={"if-none-match": first.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
        assert client.get(way, headers={"if-none-match": '"other"'}).status_code == 200


def test_stories_claims_and_drift(client: TestClient) -> None:
    (story,) = walk(client, "stories?single=false", "stories", 10)
    whole = client.get(f"{API}/stories/{story['id']}").json()
    assert whole["story"] == story
    assert whole["claims"]
    days = client.get(f"{API}/stories/{story['id']}/timeline").json()["days"]
    assert [day["day"] for day in days] == sorted(day["day"] for day in days)
    assert sum(len(day["articles"]) for day in days) == len(story["articles"])  # type: ignore[arg-type]
    left, right = story["articles"][:2]  # type: ignore[index]
    drifts = client.get(f"{API}/drift?left={left}&right={right}").json()
    assert (drifts["left"], drifts["right"]) == (left, right)
    assert drifts["drifts"]


@pytest.mark.parametrize(
    ("way", "status", "field"),
    [
        ("nothing", 404, None),
        ("articles/ffff", 404, None),
        ("speakers/ffff", 404, None),
        ("stories/ffff", 404, None),
        ("statements?kind=lie", 422, "kind"),
        ("statements?since=yesterday", 422, "since"),
        ("statements?limit=0", 422, "limit"),
        ("statements?limit=1001", 422, "limit"),
        ("statements?q=%00", 422, "q"),
        ("statements?q=%21", 422, None),
        ("statements?after=nonsense", 422, None),
        ("articles?after=-1", 422, "after"),
        ("drift?left=a", 422, "right"),
    ],
)
def test_problems_have_one_shape(client: TestClient, way: str, status: int, field: str | None) -> None:
    answer = client.get(f"{API}/{way}")
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert set(problem) == {"type", "title", "status", "detail", "field"}
    assert (problem["status"], problem["field"]) == (status, field)


def test_methods_and_media_types_that_are_not_taken(client: TestClient) -> None:
    answer = client.delete(f"{API}/articles")
    assert answer.status_code == 405
    assert answer.headers["allow"]
    assert client.get(f"{API}/statements", headers={"accept": "image/png"}).status_code == 406


def test_reading_is_refused_while_others_read(path: Path, serving: Serving) -> None:
    client = serving(path)
    readings = client.app.state.desk.readings  # type: ignore[attr-defined]
    taken = 0
    while readings.acquire(blocking=False):
        taken += 1
    answer = client.post(f"{API}/read", content=TEXT, headers={"content-type": "text/plain"})
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "2")
    for _ in range(taken):
        readings.release()
    assert client.post(f"{API}/read", content=TEXT, headers={"content-type": "text/plain"}).status_code == 200


def test_reading_alone_writes_nothing(path: Path, serving: Serving) -> None:
    client = serving(path, read_only=True)
    assert client.get(f"{API}/statements").status_code == 200
    answer = client.post(f"{API}/articles", content=TEXT, headers={"content-type": "text/plain"})
    assert answer.status_code == 403
    assert "reading alone" in answer.json()["detail"]


def test_every_way_of_the_document_is_described(client: TestClient) -> None:
    found = client.get(f"{API}/openapi.json").json()
    assert found["openapi"] == "3.1.0"
    text = json.dumps(found)
    for reference in {part.partition('"')[0] for part in text.split('"$ref": "#/components/schemas/')[1:]}:
        assert reference in found["components"]["schemas"], reference
    for way, methods in found["paths"].items():
        for method in methods.values():
            assert method["summary"], way
            assert "422" in method["responses"], way
    page = client.get(f"{API}/docs").text
    assert all(way in page for way in found["paths"])


def test_a_correction_is_kept_listed_and_taken_back(client: TestClient) -> None:
    one = client.get(f"{API}/statements?kind=denial&limit=1").json()["statements"][0]
    article, statement = one["article"]["id"], one["statement"]["id"]
    judgement = {"who": "R. Desk", "article": article, "statement": statement, "field": "kind", "new": "doubt", "why": "a test"}
    answer = client.post(f"{API}/corrections", json=judgement)
    assert answer.status_code == 201, answer.text
    event = answer.json()["correction"]
    assert (event["old"], event["new"], event["who"]) == ("denial", "doubt", "R. Desk")

    def kind() -> str:
        (found,) = (each for each in client.get(f"{API}/articles/{article}").json()["statements"] if each["id"] == statement)
        return str(found["kind"]["value"])

    assert kind() == "doubt"
    assert [each["id"] for each in walk(client, "corrections", "corrections", 1)] == [event["id"]]
    back = client.post(f"{API}/corrections", json={"who": "R. Desk", "withdrawn": event["id"]})
    assert back.status_code == 201
    assert kind() == "denial"
    assert [each["stands"] for each in walk(client, f"corrections?article={article}", "corrections", 5)] == [False, False]


def test_a_missed_statement_is_added_and_one_is_deleted(client: TestClient) -> None:
    findings = client.get(f"{API}/articles?limit=1").json()["articles"][0]
    article = findings["id"]
    text = client.get(f"{API}/articles/{article}").json()["article"]["text"]
    at = text.index(" the ") + 1
    new = {"source": [], "cue": [], "content": [[at, at + 20]]}
    added = client.post(f"{API}/corrections", json={"who": "R. Desk", "article": article, "field": "statement", "new": new})
    assert added.status_code == 201, added.text
    here = added.json()["correction"]["statement"]
    ids = {each["id"] for each in client.get(f"{API}/articles/{article}").json()["statements"]}
    assert here in ids
    deleting = {"who": "R. Desk", "article": article, "statement": here, "field": "statement", "new": None}
    assert client.post(f"{API}/corrections", json=deleting).status_code == 201
    assert here not in {each["id"] for each in client.get(f"{API}/articles/{article}").json()["statements"]}


@pytest.mark.parametrize(
    "body",
    [
        "",
        "[]",
        "{",
        "{}",
        '{"who": ""}',
        '{"who": "R"}',
        '{"who": "R", "withdrawn": "ffff"}',
        '{"who": "R", "article": "ffff", "statement": "ffff", "field": "kind", "new": "denial"}',
        '{"who": "R", "article": "ffff", "field": "lie", "new": "denial"}',
        "[" * 5000,
    ],
)
def test_what_is_no_correction_is_refused(client: TestClient, body: str) -> None:
    answer = client.post(f"{API}/corrections", content=body, headers={"content-type": "application/json"})
    assert answer.status_code == 422, answer.text
    assert answer.json()["detail"]
    assert client.post(f"{API}/corrections", content="{}", headers={"content-type": "text/plain"}).status_code == 415


@pytest.mark.parametrize("way", ["/", "/search", f"{API}/statements", f"{API}/nothing"])
def test_the_head_of_an_answer_is_that_of_the_whole(client: TestClient, way: str) -> None:
    whole, head = client.get(way), client.head(way)
    assert head.status_code == whole.status_code
    assert head.content == b""
    assert head.headers.get("etag") == whole.headers.get("etag")
    assert head.headers["content-type"] == whole.headers["content-type"]
