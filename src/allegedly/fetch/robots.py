"""What a site asks robots to leave alone (RFC 9309)."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from protego import Protego

from allegedly.errors import FetchError
from allegedly.fetch.answer import Answer
from allegedly.fetch.budget import Budget
from allegedly.fetch.location import Location
from allegedly.fetch.pace import HeldError

_VALID_FOR = 24 * 3600.0
_AGAIN_AFTER = 300.0
_LONGEST = 500 * 1024


class DisallowedError(FetchError):
    """The site's robots.txt asks that the page be left alone."""


@dataclass(frozen=True, slots=True)
class _Rules:
    """A site's rules, or why they could not be had, and until when that holds."""

    until: float
    parsed: Protego | None = None
    failure: FetchError | None = None


@dataclass(frozen=True, slots=True)
class Remembered:
    """A robots.txt that was captured before: the status, the text, and how many seconds ago that was."""

    status: int
    text: str
    age: float


class Robots:
    """The rules of the sites that are asked, each fetched once a day.

    `ask` gives the answer for an address, redirects followed; `remember` one captured before, if there is any. As the RFC says,
    a site without rules (4xx) may be read; one whose rules cannot be had (5xx, no answer) may not, until they can: that is asked
    again after five minutes.
    """

    def __init__(
        self,
        ask: Callable[[Location, Budget], Answer],
        user_agent: str,
        remember: Callable[[Location], Remembered | None] = lambda _: None,
    ) -> None:
        self._ask, self._remember, self._user_agent = ask, remember, user_agent
        self._rules: dict[str, _Rules] = {}

    def check(self, location: Location, budget: Budget) -> float:
        """The seconds that the site wants between two questions, 0 where it says nothing; `budget` is the page's own.

        Raises `DisallowedError` where the page is to be left alone, and `FetchError` where the site cannot be reached at all.
        """
        rules = self._rules.get(location.authority)
        if rules is None or rules.until < time.monotonic():
            rules = self._fetched(location, budget)
            self._rules[location.authority] = rules
        if rules.failure is not None:
            raise type(rules.failure)(str(rules.failure))
        if rules.parsed is None:
            return 0.0
        if not rules.parsed.can_fetch(location.url, self._user_agent):
            raise DisallowedError(f"{location.authority}/robots.txt asks robots to leave this page alone, and it is left alone")
        return self._delay(rules.parsed)

    def _delay(self, rules: Protego) -> float:
        delay = float(rules.crawl_delay(self._user_agent) or 0.0)
        rate = rules.request_rate(self._user_agent)
        return max(delay, rate.seconds / rate.requests if rate is not None and rate.requests else 0.0)

    def _fetched(self, location: Location, budget: Budget) -> _Rules:
        now, place = time.monotonic(), location.joined("/robots.txt")
        before = self._remember(place)
        if before is not None and before.age < _VALID_FOR and before.status < 500 and before.status != 429:
            return _parsed(before.status, before.text, now + _VALID_FOR - before.age)
        try:
            answer = self._ask(place, budget)
        except HeldError:
            raise
        except FetchError as error:
            return _Rules(now + _AGAIN_AFTER, failure=error)
        if answer.status >= 500 or answer.status == 429:
            said = f"{location.authority}/robots.txt cannot be had now ({answer.said}), and until it can nothing there is fetched"
            return _Rules(now + _AGAIN_AFTER, failure=DisallowedError(said))
        return _parsed(answer.status, answer.text(), now + _VALID_FOR)


def _parsed(status: int, text: str, until: float) -> _Rules:
    return _Rules(until, Protego.parse(text[:_LONGEST]) if status == 200 else None)
