"""Intervals of the calendar, from a day to a decade, and steps from one to another."""

from __future__ import annotations

from datetime import date, timedelta

from allegedly.model import TimeInterval

UNRESOLVED = TimeInterval(None, None)
SEASON = 3
"""Months of a season."""


def of_day(day: date) -> TimeInterval:
    """The day."""
    return TimeInterval(f"{day}/{day + timedelta(days=1)}", "day")


def of_week(day: date, until: date | None = None) -> TimeInterval:
    """The week, from Monday, that holds `day`; up to and with the day `until`, where this is earlier than its end."""
    monday = day - timedelta(days=day.weekday())
    end = monday + timedelta(days=7)
    return TimeInterval(f"{monday}/{min(end, until + timedelta(days=1)) if until else end}", "week")


def of_week_before(day: date) -> TimeInterval:
    """The seven days before `day`."""
    return TimeInterval(f"{day - timedelta(days=7)}/{day}", "week")


def of_night(day: date) -> TimeInterval:
    """The night that ends on `day`, with both its days."""
    return TimeInterval(f"{day - timedelta(days=1)}/{day + timedelta(days=1)}", "night")


def of_weekend(saturday: date) -> TimeInterval:
    """Saturday and Sunday."""
    return TimeInterval(f"{saturday}/{saturday + timedelta(days=2)}", "weekend")


def of_months(index: int, count: int = 1, granularity: str = "month") -> TimeInterval:
    """So many months from that with the number `index`, counted from the year 0. Raises `ValueError` outside of the calendar."""
    return TimeInterval(f"{_first(index)}/{_first(index + count)}", granularity)


def third_of(month: TimeInterval, third: int) -> TimeInterval:
    """Ten days of a month: the first (0), the second (1), or what is left of it (2)."""
    start, end = (month.interval or "").split("/")
    first = date.fromisoformat(start)
    ends = first + timedelta(days=10 * (third + 1)) if third < 2 else date.fromisoformat(end)
    return TimeInterval(f"{first + timedelta(days=10 * third)}/{ends}", "third of a month")


def of_year(year: int) -> TimeInterval:
    """The year."""
    return TimeInterval(f"{date(year, 1, 1)}/{date(year + 1, 1, 1)}", "year")


def of_decade(year: int) -> TimeInterval:
    """The ten years from `year` on."""
    return TimeInterval(f"{date(year, 1, 1)}/{date(year + 10, 1, 1)}", "decade")


def month_index(year: int, month: int) -> int:
    """The number of a month (1 to 12) from the year 0 on, so that months can be added to it."""
    return year * 12 + month - 1


def _first(index: int) -> date:
    return date(index // 12, index % 12 + 1, 1)


def last_month(month: int, published: date, *, before: bool = False) -> TimeInterval:
    """The last such month up to the article's day; `before`: that is not the article's own either."""
    later = month > published.month or (before and month == published.month)
    return of_months(month_index(published.year - later, month))


def last_day(month: int, day: int, published: date) -> TimeInterval:
    """The last such day of a year up to the article's own. Raises `ValueError` where there is none."""
    found = date(published.year, month, day)
    return of_day(found if found <= published else date(published.year - 1, month, day))


def last_weekday(weekday: int, published: date) -> TimeInterval:
    """The last such weekday (Monday is 0) up to the article's own day."""
    return of_day(published - timedelta(days=(published.weekday() - weekday) % 7))


def last_weekend(published: date, *, before: bool) -> TimeInterval:
    """The weekend that the article's day lies in, or else the last one; `before`: never the article's own."""
    back = (published.weekday() - 5) % 7
    return of_weekend(published - timedelta(days=back + 7 * (before and back < 2)))


def last_season(first: int, published: date, *, over: bool) -> TimeInterval:
    """The last season to begin with the month `first` up to the article's day; `over`: that has also ended by then."""
    now = month_index(published.year, published.month)
    index = month_index(published.year - 1, first)
    while index + 12 + (SEASON - 1 if over else 0) + over <= now:
        index += 12
    return of_months(index, SEASON, "season")


def stepped(unit: str, count: int, day: date) -> TimeInterval:
    """The day, week, month, year or decade so many from that of `day`.

    Raises `ValueError` or `OverflowError` outside of the calendar.
    """
    if unit == "day":
        return of_day(day + timedelta(days=count))
    if unit == "week":
        return of_week(day + timedelta(weeks=count))
    if unit == "month":
        return of_months(month_index(day.year, day.month) + count)
    return of_year(day.year + count * (10 if unit == "decade" else 1))
