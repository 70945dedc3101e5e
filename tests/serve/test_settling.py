"""Corrections that wait after another reading: shown with both versions, and put where a person says."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from starlette.testclient import TestClient
from tests.serve.conftest import Serving, form_token, said

from allegedly.corrections import judged
from allegedly.ledger import Ledger
from allegedly.model import Kind, Span, Statement
from allegedly.model.correction import Field
from allegedly.reading import load_tagger

WHEN = "2026-11-21T10:00:00+00:00"


def read_otherwise(path: Path) -> Statement:
    """Correct a kind, then let another tagger end the same statement's content a word earlier; gives what stands there now."""
    with Ledger.open(path, tagger=load_tagger("cues")) as ledger:
        one = next(each for each in ledger.statements() if "unsafe" in each.words)
        ledger.corrections.correct(one.article, one.id, Field.KIND, Kind.CONCERN, who="Ana Vale", when=WHEN)
        findings = ledger.store.corrections.observed(one.article)
        end = one.attribution.content[-1]
        shorter = replace(one.attribution, content=(*one.attribution.content[:-1], Span(end.start, end.end - 7)))
        attributions = [shorter if each.id == one.id else each.attribution for each in findings.statements]
        other = [judged(findings, each) for each in attributions if each.cue]
        recipe = replace(findings.recipe, tagger="another", tagger_digest="0" * 64)
        ledger.keep(replace(findings, statements=tuple(other), recipe=recipe))
        (waiting,) = ledger.corrections.waiting()
        (rival,) = waiting.rivals
        return rival


def waiting_in(client: TestClient) -> list[str]:
    found: list[str] = re.findall(r'name="waiting" value="([0-9a-f]+)"', client.get("/review").text)
    return found


def test_what_waits_is_shown_with_both_versions_and_put_where_a_person_says(small: Path, serving: Serving) -> None:
    rival = read_otherwise(small)
    client = serving(small)
    html = client.get("/review").text
    assert "Waiting: 1" in html
    assert "assertion → concern" in html
    assert "Ana Vale" in html
    assert "bridge over the Lune was unsafe" in html
    (reference,) = waiting_in(client)
    token = form_token(client, "/review")
    data = {"form_token": token, "by": "R. Desk", "waiting": reference}
    assert client.post("/review/settle", data={**data, "on": "0" * 16}).status_code == 422
    assert client.post("/review/settle", data={**data, "on": rival.id}).status_code == 303
    assert not waiting_in(client)
    (found,) = (one for one in said(small) if one.id == rival.id)
    assert found.kind.value is Kind.CONCERN
    with Ledger.open(small) as ledger:
        (standing,) = ledger.corrections.standing()
        assert (standing.who, standing.why) == ("R. Desk", "settles what Ana Vale said on 2026-11-21")
        assert len(ledger.corrections.events()) == 3
    assert client.post("/review/settle", data={**data, "on": rival.id}).status_code == 422


def test_what_waits_can_be_let_go(small: Path, serving: Serving) -> None:
    rival = read_otherwise(small)
    client = serving(small)
    (reference,) = waiting_in(client)
    data = {"form_token": form_token(client, "/review"), "by": "R. Desk", "waiting": reference, "on": ""}
    assert client.post("/review/settle", data={**data, "by": ""}).status_code == 422
    assert client.post("/review/settle", data=data).status_code == 303
    assert not waiting_in(client)
    (found,) = (one for one in said(small) if one.id == rival.id)
    assert found.kind.value is not Kind.CONCERN
