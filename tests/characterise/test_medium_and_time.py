"""By what channel and when something is said."""

import pytest
from tests.judged import judged, words_under

MEDIUMS = [
    ("[source She] [cue said] in a statement [content that it rained].", "a statement"),
    ("[source She], on her Telegram channel, [cue said] [content it rained].", "her Telegram channel"),
    ("[source She] [cue wrote] on Twitter: [content it rained].", "Twitter"),
    ("[source She] [cue said] in an interview with the BBC [content that it rained].", "an interview with the BBC"),
    ("At a rally in Ohio, [source she] [cue said] [content it rained].", "a rally in Ohio"),
    ("[source She] [cue tweeted] [content it rained].", "Twitter"),
    ("[source She] [cue told] reporters [content it rained].", "to reporters"),
    ("[source She] [cue told] Reuters [content it rained].", None),
    ("[source She] [cue said] [content it rained in a statement of hers].", None),
    ("[source She] [cue said] [content it rained]. He said so in a statement.", None),
    ("[source She] [cue said] during a televised debate [content that it rained].", "a televised debate"),
]


@pytest.mark.parametrize(("marked", "medium"), MEDIUMS)
def test_medium(marked: str, medium: str | None) -> None:
    found = judged(marked)[0].medium
    assert (found.value if found else None) == medium


def test_a_medium_stands_on_its_words() -> None:
    marked = "[source She] [cue said] in a statement [content that it rained]."
    assert words_under(judged(marked)[0], marked, "medium") == ["a statement"]


TIMES = [
    # The article is of Thursday, 19 November 2026.
    ("[source She] [cue said] on Monday [content that it rained].", "2026-11-16/2026-11-17", "day"),
    ("[source She] [cue said] Thursday [content that it rained].", "2026-11-19/2026-11-20", "day"),
    ("[source She] [cue said] on Friday [content that it rained].", "2026-11-13/2026-11-14", "day"),
    ("[source She] [cue said] yesterday [content that it rained].", "2026-11-18/2026-11-19", "day"),
    ("Last week, [source she] [cue said] [content that it rained].", "2026-11-09/2026-11-16", "week"),
    ("Earlier this week, [source she] [cue said] [content that it rained].", "2026-11-16/2026-11-20", "week"),
    ("[source She] [cue said] in 2019 [content that it rained].", "2019-01-01/2020-01-01", "year"),
    ("In March 2020, [source she] [cue said] [content that it rained].", "2020-03-01/2020-04-01", "month"),
    ("On 3 December, [source she] [cue said] [content that it rained].", "2025-12-03/2025-12-04", "day"),
    ("On December 3, 2024, [source she] [cue said] [content that it rained].", "2024-12-03/2024-12-04", "day"),
    ("On February 30, 2024, [source she] [cue said] [content that it rained].", None, None),
    ("Recently [source she] [cue said] [content that it rained].", None, None),
    ("[source She] [cue said] last Monday [content that it rained].", None, None),
]


@pytest.mark.parametrize(("marked", "interval", "granularity"), TIMES)
def test_time(marked: str, interval: str | None, granularity: str | None) -> None:
    time = judged(marked)[0].time
    assert time is not None
    assert (time.value.interval, time.value.granularity) == (interval, granularity)
    assert time.evidence


@pytest.mark.parametrize(
    "marked",
    [
        "[source She] [cue said] [content it rained on Monday].",
        "[source A report published Monday] [cue said] [content it rained].",
    ],
)
def test_a_time_of_something_else_is_not_the_sayings(marked: str) -> None:
    assert judged(marked)[0].time is None


def test_a_weekday_without_the_articles_date_stays_unresolved() -> None:
    time = judged("[source She] [cue said] on Monday [content that it rained].", published=None)[0].time
    assert time is not None
    assert time.value.interval is None
