"""`allegedly claims`, `link` and `unlink`: what is linked, and what people judge of it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
from tests.cli.conftest import COVERAGE, Runner

from allegedly.cli.exits import Exit

REWRITE, DENIAL = COVERAGE / "04-daily-meridian.txt", COVERAGE / "06-lutania-news-service.txt"


@pytest.fixture
def news(cli: Runner) -> Callable[..., list[dict[str, object]]]:
    """Two texts in news.db, and a way to run a command on it that writes JSON."""
    cli("add", "news.db", REWRITE, DENIAL, "--tagger", "cues")

    def lines(*arguments: str) -> list[dict[str, object]]:
        return [json.loads(line) for line in cli(*arguments, "--json").out.splitlines()]

    return lines


def test_claims_tell_who_says_and_who_denies(cli: Runner, news: Callable[..., list[dict[str, object]]]) -> None:
    found = news("claims", "news.db")
    wanted = {"id", "words", "first_day", "speakers", "disputed_by", "appearances", "disputes", "story", "originals"}
    assert wanted <= set(found[0])
    (radar,) = [claim for claim in found if "neglecting" in str(claim["words"])]
    assert (radar["speakers"], radar["disputed_by"]) == (["Sabine Orel"], ["Goran Tell"])
    ran = cli("claims", "news.db", "--disputed", "--table", "--width", "120")
    assert ran.code == Exit.DONE
    assert "Goran Tell" in ran.out
    assert re.search(r"\d+ claims in 2 articles, \d+ of them disputed", ran.err)


def test_claims_of_one_story(cli: Runner, news: Callable[..., list[dict[str, object]]]) -> None:
    (story,) = news("stories", "news.db")
    assert news("claims", "news.db", "--story", str(story["id"])[:8]) == news("claims", "news.db")
    ran = cli("claims", "news.db", "--story", "zz")
    assert ran.code == Exit.STOPPED
    assert "no story holds an article" in ran.err


def test_a_link_is_taken_away_and_brought_back(cli: Runner, news: Callable[..., list[dict[str, object]]]) -> None:
    before = news("disputes", "news.db")
    ran = cli("unlink", "news.db", str(before[0]["id"]), "--why", "two depots", "--by", "ana")
    judgement = re.search(r"--undo (\w+)", ran.err)
    assert judgement is not None
    assert news("disputes", "news.db") == before[1:]
    assert "ana" in cli("link", "news.db", "--judgements").out
    assert cli("unlink", "news.db", "--undo", judgement[1]).code == Exit.DONE
    assert news("disputes", "news.db") == before
    assert "(withdrawn)" in cli("link", "news.db", "--judgements").out


def test_a_link_is_added_by_words(cli: Runner, news: Callable[..., list[dict[str, object]]]) -> None:
    ran = cli("link", "news.db", "Anybody can lay a piece of metal", "reveal who built a drone", "--as", "disputes")
    assert ran.code == Exit.DONE, ran.err
    added = [link for link in news("disputes", "news.db") if str(link["rule"]).startswith("judged by")]
    assert [link["kind"] for link in added] == ["disputes"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("link", "news.db"),
        ("link", "news.db", "a", "b"),
        ("link", "news.db", "a", "b", "--as", "likes"),
        ("link", "news.db", "a", "--undo", "b"),
        ("unlink", "news.db"),
        ("unlink", "news.db", "a", "b"),
        ("unlink", "news.db", "a", "--undo", "b"),
    ],
)
def test_wrong_usage_is_told(cli: Runner, arguments: tuple[str, ...]) -> None:
    assert cli(*arguments).code == Exit.USAGE


def test_a_judgement_on_no_ledger_makes_none(cli: Runner) -> None:
    ran = cli("link", "none.db", "a", "b", "--as", "disputes")
    assert ran.code == Exit.STOPPED
    assert "there is no ledger" in ran.err
