"""Visits a page: politely, through redirects, and again where a server is busy."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from allegedly.errors import FetchError
from allegedly.fetch.answer import Answer
from allegedly.fetch.budget import Budget
from allegedly.fetch.exchange import BrokenOffError, Exchange
from allegedly.fetch.location import Location, location_of
from allegedly.fetch.pace import LONGEST_PAUSE, Pace, Sleep
from allegedly.fetch.robots import Remembered, Robots
from allegedly.fetch.settings import Settings

Validators = Callable[[str], Mapping[str, str]]
"""The headers that ask for an address only if it has changed; none where it was never captured."""

Keep = Callable[[Answer], None]
"""Keeps an answer, before anything is made of it."""

Remember = Callable[[Location], Remembered | None]
"""A robots.txt that was captured before."""

_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_BUSY = frozenset((429, 500, 502, 503, 504))
_AROUND = 1 << 20


class BusyError(FetchError):
    """The server answered that it is busy, after all tries; `answer` is the last."""

    def __init__(self, message: str, answer: Answer) -> None:
        super().__init__(message)
        self.answer = answer


class Visitor:
    """Fetches one page after the other; every answer goes to `keep`, redirects, failures and robots.txt too.

    `sleep`: waits so many seconds. `remember`: what is known of a robots.txt.
    """

    def __init__(
        self,
        settings: Settings,
        exchange: Exchange,
        keep: Keep,
        validators: Validators,
        sleep: Sleep = time.sleep,
        remember: Remember = lambda _: None,
    ) -> None:
        self._settings, self._exchange, self._keep, self._validators = settings, exchange, keep, validators
        self._sleep = sleep
        self._chance = random.Random(0)
        self.pace = Pace(settings.pause, sleep)
        self._robots = Robots(self._robots_file, settings.product, remember)

    def visit(self, url: str) -> Answer:
        """The last answer, redirects followed: 200 or 304. Raises `FetchError` for every other end."""
        budget = Budget(self._settings.time_limit, self._settings.size_limit + _AROUND)
        answer = self._followed(location_of(url), budget, self._settings.redirects, heed_robots=True)
        if answer.status not in (200, 304):
            raise FetchError(f"answered {answer.said}, expected a page{_hint(answer.status)}")
        return answer

    def _robots_file(self, location: Location, budget: Budget) -> Answer:
        try:
            return self._followed(location, budget, 5, heed_robots=False)
        except BusyError as error:
            return error.answer

    def _followed(self, location: Location, budget: Budget, redirects: int, *, heed_robots: bool) -> Answer:
        first = location
        for _ in range(redirects + 1):
            try:
                if heed_robots:
                    self.pace.slow(location.host, self._robots.check(location, budget))
                answer = self._asked(location, budget, conditional=heed_robots)
                target = answer.header("Location")
                if answer.status not in _REDIRECTS or not target:
                    return answer
            except FetchError as error:
                if location.url == first.url or isinstance(error, BusyError):
                    raise
                raise type(error)(f"redirected to {_shown(location.url)}: {error}") from None
            try:
                location = location.joined(target)
            except FetchError as error:
                raise FetchError(f"redirected elsewhere: {error}") from None
        last = _shown(location.url)
        raise FetchError(f"more than {redirects} redirects, the last to {last}; expected a page (cookies are not kept)")

    def _asked(self, location: Location, budget: Budget, *, conditional: bool) -> Answer:
        """The answer, after as many tries as it takes and the settings allow."""
        headers = self._validators(location.url) if conditional else {}
        for number in range(self._settings.tries):
            last = number + 1 == self._settings.tries
            budget.extend(self.pace.wait(location.host))
            try:
                answer = self._exchange(location, headers, budget)
            except BrokenOffError as error:
                if last:
                    raise BrokenOffError(f"{error}; tried {number + 1} times") from None
                self._back_off(location, self._let_pass(number), budget, str(error))
                continue
            finally:
                self.pace.asked(location.host)
            if answer.status == 304 and not headers:
                raise FetchError("answered 304 Not Modified to a question without a condition, expected a page")
            if answer.status not in _BUSY:
                self._keep(answer)
                return answer
            self._again_or_raise(location, answer, number, budget)
        raise AssertionError("unreachable: the last try returns or raises")

    def _again_or_raise(self, location: Location, answer: Answer, number: int, budget: Budget) -> None:
        """Wait as long as the busy server asks for, or a while; raise `BusyError` where that is too long or was tried enough."""
        asked = _retry_after(answer)
        if asked is not None:
            self.pace.hold(location.host, min(asked, 86_400.0))
        wait = asked if asked is not None else self._let_pass(number)
        if number + 1 == self._settings.tries or wait > min(budget.left(), LONGEST_PAUSE):
            self._keep(answer)
            until = f" and asks to be left alone for {asked:,.0f} seconds" if asked else ""
            tried = f"; tried {number + 1} times" if number else ""
            raise BusyError(f"answered {answer.said}{until}, expected a page{tried}; ask again later", answer)
        self._back_off(location, wait, budget, f"answered {answer.said}")

    def _let_pass(self, number: int) -> float:
        """How long to wait after this try, by chance a little less, so that several do not come back at the same moment."""
        return float(self._settings.backoff * 2**number * self._chance.uniform(0.5, 1.0))

    def _back_off(self, location: Location, seconds: float, budget: Budget, why: str) -> None:
        if seconds > budget.left():
            raise BrokenOffError(f"{why}; no time is left for another try")
        self._sleep(seconds)


def _retry_after(answer: Answer) -> float | None:
    """The seconds that the server asks for, by number or date; `None` where it does not."""
    value = (answer.header("Retry-After") or "").strip()
    if value.isdigit():
        return float(value[:9])
    try:
        moment = parsedate_to_datetime(value)
    except (TypeError, ValueError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())


def _hint(status: int) -> str:
    match status:
        case 401 | 402 | 403:
            return "; the site lets robots, or those without an account, not see it"
        case 404 | 410:
            return "; see whether the address is right"
        case _:
            return ""


def _shown(url: str) -> str:
    return url if len(url) <= 120 else url[:119] + "…"
