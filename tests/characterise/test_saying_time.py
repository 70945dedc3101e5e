"""When something is said."""

import pytest
from tests.judged import judged

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
    ("In June, [source she] [cue said] [content that it rained].", "2026-06-01/2026-07-01", "month"),
    ("In December, [source she] [cue said] [content that it rained].", "2025-12-01/2026-01-01", "month"),
    ("Six years ago, [source she] [cue said] [content that it rained].", "2020-01-01/2021-01-01", "year"),
    ("A week ago, [source she] [cue said] [content that it rained].", "2026-11-09/2026-11-16", "week"),
    ("[source She] [cue said] 3 days ago [content that it rained].", "2026-11-16/2026-11-17", "day"),
    ("On 3 December, [source she] [cue said] [content that it rained].", "2025-12-03/2025-12-04", "day"),
    ("On December 3, 2024, [source she] [cue said] [content that it rained].", "2024-12-03/2024-12-04", "day"),
    ("On February 30, 2024, [source she] [cue said] [content that it rained].", None, None),
    ("Recently [source she] [cue said] [content that it rained].", None, None),
    ("[source She] [cue said] last Monday [content that it rained].", None, None),
    ("[source She] [cue said] last Friday [content that it rained].", "2026-11-13/2026-11-14", "day"),
    ("[source She] [cue said] over the weekend [content that it rained].", "2026-11-14/2026-11-16", "weekend"),
    ("[source She] [cue said] last fall [content that it rained].", "2025-09-01/2025-12-01", "season"),
    ("[source She] [cue said] this fall [content that it rained].", "2026-09-01/2026-12-01", "season"),
    ("[source She] [cue said] in the fall of 2010 [content that it rained].", "2010-09-01/2010-12-01", "season"),
    ("[source She] [cue said] in the winter of 2010 [content that it rained].", None, None),
    ("[source She] [cue said] in the 1990s [content that it rained].", "1990-01-01/2000-01-01", "decade"),
    ("[source She] [cue said] a decade ago [content that it rained].", "2016-01-01/2017-01-01", "year"),
    ("[source She] [cue said] about 15 minutes ago [content that it rained].", "2026-11-19/2026-11-20", "day"),
    ("[source She] [cue said] last November [content that it rained].", "2025-11-01/2025-12-01", "month"),
    ("[source She] [cue said] on New Year’s Eve [content that it rained].", "2025-12-31/2026-01-01", "day"),
    ("Exactly two years ago this week, [source she] [cue said] [content that it rained].", "2024-11-18/2024-11-25", "week"),
    ("A week ago Monday, [source she] [cue said] [content that it rained].", "2026-11-09/2026-11-10", "day"),
    ("[source She] [cue said] in a 2014 interview [content that it rained].", "2014-01-01/2015-01-01", "year"),
    ("[source The board] kept her February [cue order] [content halting the works].", "2026-02-01/2026-03-01", "month"),
    ("The dam broke on May 3. The next day [source she] [cue said] [content it rained].", "2026-05-04/2026-05-05", "day"),
    ("The dam broke on May 3. A year later [source she] [cue said] [content it rained].", "2027-01-01/2028-01-01", "year"),
    ("Two weeks later [source he] nodded. The next day [source she] [cue said] [content it rained].", None, None),
    ("The dam broke. The next day [source she] [cue said] [content it rained].", None, None),
    ("Earlier in the day [source she] [cue said] [content it rained].", "2026-11-19/2026-11-20", "day"),
    ("The dam broke in May 2015. In May, [source she] [cue said] [content it rained].", "2015-05-01/2015-06-01", "month"),
    ("[source She] [cue said] before Tuesday’s vote [content that it rained].", None, None),
    ("[source She] recently [cue said] on Monday [content that it rained].", "2026-11-16/2026-11-17", "day"),
    ("[source A poll released Monday] [cue shows] [content that it rained].", "2026-11-16/2026-11-17", "day"),
    # Thirds of a month, a night, a document's own day.
    ("In late September, [source she] [cue said] [content that it rained].", "2026-09-21/2026-10-01", "third of a month"),
    ("[source She] [cue said] in early March 2020 [content that it rained].", "2020-03-01/2020-03-11", "third of a month"),
    ("[source She] [cue said] overnight [content that it rained].", "2026-11-18/2026-11-20", "night"),
    ("[source Tuesday’s first ruling] [cue held] [content that it rained].", "2026-11-17/2026-11-18", "day"),
    ("[source A Harbour Post story last week] [cue said] [content that it rained].", "2026-11-09/2026-11-16", "week"),
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
        "[source A report on Monday’s flood] [cue said] [content it rained].",
        "The bridge fell on Monday, but [source she] [cue said] [content it rained].",
        "[source She] [cue wrote] in a column for USA Today [content that it rained].",
        "[source She] [cue told] The Sun [content that it rained].",
        "[source Marl] [cue denied] [content the attack], while Orlec fired on Monday.",
    ],
)
def test_a_time_of_something_else_is_not_the_sayings(marked: str) -> None:
    assert judged(marked)[0].time is None


def test_what_is_earlier_than_something_is_no_time_of_its_own() -> None:
    time = judged("[source She] [cue expects] [content the train on 7] December, a week earlier than feared.")[0].time
    assert time is None or time.value.interval is None


def test_a_weekday_without_the_articles_date_stays_unresolved() -> None:
    time = judged("[source She] [cue said] on Monday [content that it rained].", published=None)[0].time
    assert time is not None
    assert time.value.interval is None


def test_last_week_in_an_article_of_a_sunday_is_the_seven_days_before() -> None:
    time = judged("[source She] [cue said] last week [content that it rained].", "2026-11-22")[0].time
    assert time is not None
    assert time.value.interval == "2026-11-15/2026-11-22"
