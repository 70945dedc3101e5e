"""How politely, how often and in which order sites are asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from tests.fetch.conftest import QUICK, Catcher
from tests.fetch.site import Request, Site, body, news, redirect, serving, status

from allegedly.fetch.budget import Budget, OutOfBudgetError
from allegedly.fetch.harvest import Captured
from allegedly.fetch.pace import Pace
from allegedly.fetch.settings import user_agent
from allegedly.model import Skipped


def robots(*lines: str) -> bytes:
    return "\n".join(lines).encode()


def test_what_robots_txt_disallows_is_left_alone(site: Site, catch: Catcher) -> None:
    site.page("/open")
    site.page("/closed/a")
    site.answers["/robots.txt"] = body(
        robots("User-agent: *", "Disallow: /", "", "User-agent: allegedly", "Disallow: /closed"), "text/plain"
    )
    opened, closed = catch(site.url("/open"), site.url("/closed/a"))
    assert isinstance(opened, Captured)
    assert isinstance(closed, Skipped)
    assert closed.reason.endswith("/robots.txt asks robots to leave this page alone, and it is left alone")
    assert site.paths() == ["/open"]
    assert [request.path for request in site.asked].count("/robots.txt") == 1


def test_a_redirect_heeds_the_robots_txt_of_where_it_leads(site: Site, catch: Catcher) -> None:
    with serving() as other:
        other.page("/a")
        other.answers["/robots.txt"] = body(robots("User-agent: *", "Disallow: /a"), "text/plain")
        site.answers["/a"] = redirect(other.url("/a"))
        assert f"redirected to {other.url('/a')}: " in catch.reason(site.url("/a"))
        assert other.paths() == []


@pytest.mark.parametrize("line", ["401 Unauthorized", "404 Not Found", "403 Forbidden"])
def test_a_site_without_robots_txt_may_be_read(line: str, site: Site, catch: Catcher) -> None:
    site.page("/a")
    site.answers["/robots.txt"] = status(line)
    assert isinstance(catch(site.url("/a"))[0], Captured)


def test_a_site_whose_robots_txt_cannot_be_had_is_left_alone(site: Site, catch: Catcher) -> None:
    site.page("/a")
    site.page("/b")
    site.answers["/robots.txt"] = status("503 Service Unavailable")
    first, second = catch(site.url("/a"), site.url("/b"))
    assert isinstance(first, Skipped)
    assert isinstance(second, Skipped)
    assert "robots.txt cannot be had now (503 Service Unavailable)" in first.reason
    assert site.paths() == []
    assert len(site.asked) == QUICK.tries


def test_robots_txt_is_known_from_the_archive_for_a_day(site: Site, catch: Catcher) -> None:
    site.page("/a")
    site.page("/b")
    site.answers["/robots.txt"] = body(robots("User-agent: *", "Disallow: /b"), "text/plain", zipped=True)
    catch(site.url("/a"))
    assert "asks robots to leave this page alone" in catch.reason(site.url("/b"))
    assert [request.path for request in site.asked].count("/robots.txt") == 1
    catch.clock.ahead += timedelta(days=1, minutes=1)
    site.answers["/robots.txt"] = status("404 Not Found")
    assert isinstance(catch(site.url("/b"))[0], Captured)


def test_a_host_is_left_alone_between_two_questions(site: Site, catch: Catcher) -> None:
    for path in ("/a", "/b"):
        site.page(path)
    catch(site.url("/a"), site.url("/b"), settings=replace(QUICK, pause=0.5))
    # Nothing was slept in fact, so that the second question waits for the pause anew each time.
    assert len(catch.slept) == 2
    assert all(0.3 < seconds <= 0.5 for seconds in catch.slept)


def test_the_sites_own_wish_for_a_longer_pause_is_heeded(site: Site, catch: Catcher) -> None:
    for path in ("/a", "/b", "/c"):
        site.page(path)
    site.answers["/robots.txt"] = body(robots("User-agent: *", "Crawl-delay: 7"), "text/plain")
    catch(*(site.url(path) for path in ("/a", "/b", "/c")))
    assert len(catch.slept) == 2
    assert all(6 < seconds <= 7 for seconds in catch.slept)


def test_a_pause_of_hours_is_not_waited_for(site: Site, catch: Catcher) -> None:
    site.page("/a")
    site.page("/b")
    site.answers["/robots.txt"] = body(robots("User-agent: *", "Crawl-delay: 3600"), "text/plain")
    first, second = catch(site.url("/a"), site.url("/b"))
    assert isinstance(first, Captured)
    assert isinstance(second, Skipped)
    assert "asked to be left alone for 3,600 more seconds" in second.reason
    assert site.paths() == ["/a"]


def test_two_hosts_are_asked_in_turn(catch: Catcher) -> None:
    with serving() as one, serving() as other:
        for path in ("/a", "/b"):
            one.page(path)
            other.page(path)
        # The same machine under two names, which are two hosts.
        urls = [one.url("/a"), one.url("/b"), other.url("/a", "localhost"), other.url("/b", "localhost")]
        found = catch(*urls, settings=replace(QUICK, pause=30))
        assert [item.url for item in found if isinstance(item, Captured)] == [urls[0], urls[2], urls[1], urls[3]]


class Busy:
    """Busy at first, then as it should be."""

    def __init__(self, *lines: tuple[str, ...]) -> None:
        self.lines = list(lines)

    def __call__(self, request: Request, connection: object) -> None:
        line, *headers = self.lines.pop(0) if self.lines else ("",)
        answer = status(line, *headers) if line else body(news("a"))
        answer(request, connection)  # type: ignore[arg-type]


def test_a_busy_server_is_asked_again_after_as_long_as_it_says(site: Site, catch: Catcher) -> None:
    site.answers["/a"] = Busy(("429 Too Many Requests", "Retry-After: 2"), ("503 Service Unavailable",))
    assert isinstance(catch(site.url("/a"), settings=replace(QUICK, backoff=1))[0], Captured)
    assert len(site.paths()) == 3
    assert catch.slept[0] == 2
    assert any(1 <= seconds <= 2 for seconds in catch.slept[1:])


def test_a_date_to_retry_after_is_understood(site: Site, catch: Catcher) -> None:
    site.answers["/a"] = Busy(("503 Service Unavailable", "Retry-After: Fri, 20 Nov 2020 09:15:00 GMT"))
    assert isinstance(catch(site.url("/a"))[0], Captured)
    site.answers["/b"] = status("503 Service Unavailable", "Retry-After: Fri, 20 Nov 2099 09:15:00 GMT")
    assert "503 Service Unavailable and asks to be left alone for" in catch.reason(site.url("/b"))
    assert site.paths().count("/b") == 1


def test_a_host_that_asked_for_an_hour_is_not_asked_for_other_pages(site: Site, catch: Catcher) -> None:
    site.answers["/a"] = status("429 Too Many Requests", "Retry-After: 3600")
    site.page("/b")
    first, second = catch(site.url("/a"), site.url("/b"))
    assert isinstance(first, Skipped)
    assert isinstance(second, Skipped)
    assert "asked to be left alone for 3,600 more seconds; ask again later" in second.reason
    assert site.paths() == ["/a"]


def test_servers_are_told_who_asks(site: Site, catch: Catcher) -> None:
    site.page("/a")
    catch(site.url("/a"), settings=replace(QUICK, user_agent=user_agent("desk@newsroom.example")))
    assert {request.headers["user-agent"].partition("/")[0] for request in site.asked} == {"allegedly"}
    assert all(request.headers["user-agent"].endswith("(+desk@newsroom.example)") for request in site.asked)
    assert not any({"cookie", "referer", "authorization"} & request.headers.keys() for request in site.asked)


def test_a_budget_gives_back_the_pauses_of_politeness() -> None:
    budget = Budget(0.0, 10)
    with pytest.raises(OutOfBudgetError, match="not done within 0 seconds"):
        budget.left()
    budget.extend(5)
    assert 4 < budget.left() <= 5
    budget.take(10)
    with pytest.raises(OutOfBudgetError, match="more was sent"):
        budget.take(1)


def test_pace_counts_from_the_last_question(tmp_path: Path) -> None:
    slept: list[float] = []
    pace = Pace(1.0, slept.append)
    assert pace.wait("courier.test") == 0
    pace.asked("courier.test")
    assert pace.ready_in("wire.test") == 0
    assert 0.9 < pace.wait("courier.test") <= 1
    pace.hold("courier.test", 60)
    pace.asked("courier.test")
    assert 59 < pace.ready_in("courier.test") <= 60
