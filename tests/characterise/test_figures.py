"""The numbers of a content, their bounds, and what they count."""

import pytest
from tests.judged import judged

FIGURES = [
    ("over 10,000 civilians were killed", (10000, None, "over", "civilians", "killed")),
    ("the death of over 10,000 civilians", (10000, None, "over", "civilians", "killed")),
    ("at least 12 people were wounded", (12, None, "at least", "people", "wounded")),
    ("up to 40 houses burned", (None, 40, "up to", "houses", "other")),
    ("fewer than 40 houses burned", (None, 40, "under", "houses", "other")),
    ("about twenty-five soldiers went missing", (25, 25, "about", "soldiers", "missing")),
    ("twelve children died", (12, 12, "exactly", "children", "killed")),
    ("between 20 and 30 people were arrested", (20, 30, "between", "people", "detained")),
    ("20 to 30 people were arrested", (20, 30, "between", "people", "detained")),
    ("dozens of families fled", (24, None, "several", "families", "displaced")),
    ("2.5 million people fled", (2500000, 2500000, "exactly", "people", "displaced")),
    ("it cost $3 billion", (3000000000, 3000000000, "exactly", None, "money")),
    ("it cost 40 euros", (40, 40, "exactly", None, "money")),
    ("45 percent agreed", (45, 45, "exactly", None, "percent")),
    ("45% agreed", (45, 45, "exactly", None, "percent")),
    ("4 in 10 voters agreed", (40, 40, "exactly", "voters", "percent")),
    ("2000 homes burned", (2000, 2000, "exactly", "homes", "other")),
    ("Four Republicans came", (4, 4, "exactly", "Republicans", "people")),
    ("12 teachers came", (12, 12, "exactly", "teachers", "people")),
    ("several letters came", (None, None, "several", "letters", "other")),
    ("hundreds of “very angry” letters came", (200, None, "several", "“very angry” letters", "other")),
    ("two thirds of the sum went", (66.67, 66.67, "exactly", None, "percent")),
    ("it cost $2.07 billion or more", (2070000000, None, "at least", None, "money")),
    ("it cost near $3 billion", (3000000000, 3000000000, "about", None, "money")),
    ("it cost north of $3 billion", (3000000000, None, "over", None, "money")),
    ("a mere 12 teachers came", (12, 12, "exactly", "teachers", "people")),
    ("45 percent or higher", (45, None, "at least", None, "percent")),
    ("one-third of the sum went", (33.33, 33.33, "exactly", None, "percent")),
    ("two firearms were missing", (2, 2, "exactly", "firearms", "other")),
    ("12 worshippers came", (12, 12, "exactly", "worshippers", "people")),
    ("an estimated 12 teachers came", (12, 12, "about", "teachers", "people")),
    ("a total of 51 had been hurt", (51, 51, "exactly", None, "wounded")),
    ("three of whom were hurt", (3, 3, "exactly", None, "wounded")),
    ("12 patients were taken to the hospital", (12, 12, "exactly", "patients", "wounded")),
    ("it was treating 12 people", (12, 12, "exactly", "people", "wounded")),
    ("12 women were held captive", (12, 12, "exactly", "women", "detained")),
    ("the mayor was killed by some 30 men", (30, 30, "about", "men", "people")),
    ("12 cars were damaged but nobody was injured", (12, 12, "exactly", "cars", "other")),
    ("12 farmers fled while nobody was killed", (12, 12, "exactly", "farmers", "displaced")),
    ("12 booths of the dead mayor closed", (12, 12, "exactly", "booths", "other")),
    ("nobody was hurt by 20 kg of it", (20, 20, "exactly", "kg", "other")),
    ("it went at 12 mph", (12, 12, "exactly", "mph", "other")),
    ("it rained for 12 hours", (12, 12, "exactly", "hours", "other")),
    ("it lasted eight to ten seconds", (8, 10, "between", "seconds", "other")),
    ("12 dyke-related repairs were made", (12, 12, "exactly", "dyke-related repairs", "other")),
    ("the death toll rose to 73", (73, 73, "exactly", None, "killed")),
    ("the number of dead is at least 40", (40, None, "at least", "dead", "killed")),
    ("several thousand letters came", (2000, None, "several", "letters", "other")),
    ("a couple of hundred letters came", (200, None, "several", "letters", "other")),
    ("more than half a million people fled", (500000, None, "over", "people", "displaced")),
    ("two and a half million people fled", (2500000, 2500000, "exactly", "people", "displaced")),
    ("about a hundred houses burned", (100, 100, "about", "houses", "other")),
    ("the three were sent home", (3, 3, "exactly", None, "people")),
    ("it met with the 12 who came", (12, 12, "exactly", None, "people")),
    ("a couple of days passed", (2, 2, "about", "days", "other")),
    ("a “couple hundred” farmers came", (200, None, "several", "farmers", "people")),
    ("trillions of bacteria live", (2000000000000, None, "several", "bacteria", "other")),
    ("three farmers or more came", (3, None, "at least", "farmers", "people")),
    ("they freed 12 of the captives", (12, 12, "exactly", "captives", "people")),
    ("12 hostages were released", (12, 12, "exactly", "hostages", "people")),
    ("12 girls remain in captivity", (12, 12, "exactly", "girls", "detained")),
    ("he lost seven pounds", (7, 7, "exactly", "pounds", "other")),
    ("he paid seven pounds", (7, 7, "exactly", None, "money")),
    ("it owes 7 million pounds", (7000000, 7000000, "exactly", None, "money")),
    ("she won 144 delegates", (144, 144, "exactly", "delegates", "other")),
    ("144 delegates sang", (144, 144, "exactly", "delegates", "people")),
    ("three Marlin 9 engines burned", (3, 3, "exactly", "Marlin 9 engines", "other")),
    ("two rather badly built river ferries sank", (2, 2, "exactly", "rather badly built river ferries", "other")),
    ("perhaps 45 feet long", (45, 45, "about", "feet", "other")),
    ("something like 90 percent of it", (90, 90, "about", None, "percent")),
    ("just over 40 houses burned", (40, None, "over", "houses", "other")),
    ("from several hundred to as many as 900 farmers came", (200, 900, "between", "farmers", "people")),
    ("it costs $3 million to $5 million", (3000000, 5000000, "between", None, "money")),
    ("one nurse was killed", (1, 1, "exactly", "nurse", "killed")),
    ("at least one nurse came", (1, None, "at least", "nurse", "people")),
    ("a blast killed 12 U.S. farmers", (12, 12, "exactly", "U.S. farmers", "killed")),
    ("the mayor died after it hit 20 farmers", (20, 20, "exactly", "farmers", "people")),
    ("at least 12 in Orlec", (12, None, "at least", None, "other")),
]

TWO = [
    ("rates rose from 12 percent to 15 percent", [(12, 12, "percent"), (15, 15, "percent")]),
    ("the mayor leads 47 percent to 46 percent", [(47, 47, "percent"), (46, 46, "percent")]),
    ("killing one and wounding three", [(1, 1, "killed"), (3, 3, "wounded")]),
    ("one collapse and two fires", [(1, 1, "other"), (2, 2, "other")]),
]


@pytest.mark.parametrize(("content", "figure"), FIGURES)
def test_figure(content: str, figure: tuple[float | None, float | None, str, str | None, str | None]) -> None:
    marked = f"[source She] [cue said] [content {content}]."
    found = judged(marked)[0].figures
    assert [(one.low, one.high, one.bound, one.counted, one.category) for one in found] == [figure]


@pytest.mark.parametrize(("content", "figures"), TWO)
def test_two_figures_side_by_side(content: str, figures: list[tuple[float, float, str]]) -> None:
    found = judged(f"[source She] [cue said] [content {content}].")[0].figures
    assert [(one.low, one.high, one.category) for one in found] == figures


def test_a_bound_that_is_the_cue() -> None:
    found = judged("It is a plan for an [cue estimated] [content 12 farmers].")[0].figures
    assert [(one.low, one.bound) for one in found] == [(12, "about")]


NONE = [
    "it rained around 2014",
    "the mayor, a farmer, died at 77",
    "at around 10.30pm she was killed",
    "at one point it rained",
    "no one was killed",
    "one of the men left",
    "it was a 2-to-1 split",
    "it rained more than 12 years ago",
    "it rained in 2019",
    "it rained on May 3",
    "the mayor was killed on 3 May",
    "the 31 October attack killed her",
    "it rained 12 years ago",
    "it rained 12 days after the march",
    "it may rain in the next 12 hours",
    "it is a 12-year plan",
    "he is 40 years old",
    "one rained",
    "it came at 12:30",
    "the 3rd came",
    "it hurt 2016 ferry plans",
    "the Marlin 9 burned",
    "the Big Two party votes fell",
    "he is 100 percent right",
    "it was a one year delay",
    "it rained in the three previous years",
    "she was right about one thing",
    "any one of them was good",
    "one of them said so",
]

PAIRS = [
    ("she won 12 seats to Dorn’s 9", [(12, "seats", "other"), (9, "seats", "other")]),
    ("she had served three years in jail and Dorn had served four", [(3, "years", "other"), (4, "years", "other")]),
    ("12 of the more than 20 ferries sank", [(12, "ferries", "other"), (20, "ferries", "other")]),
    ("30 percent object, a 10-point rise", [(30, None, "percent"), (10, None, "percent")]),
]


@pytest.mark.parametrize(("content", "figures"), PAIRS)
def test_a_number_is_of_what_the_one_before_it_counts(content: str, figures: list[tuple[float, str | None, str]]) -> None:
    found = judged(f"[source She] [cue said] [content {content}].")[0].figures
    assert [(one.low, one.counted if one.category != "percent" else None, one.category) for one in found] == figures


NONE += []


@pytest.mark.parametrize("content", NONE)
def test_a_number_that_counts_nothing_is_no_figure(content: str) -> None:
    assert judged(f"[source She] [cue said] [content {content}].")[0].figures == ()


def test_killed_and_wounded_are_two_figures() -> None:
    found = judged("[source She] [cue said] [content 12 people were killed and 30 people were wounded].")[0].figures
    assert [(one.low, one.category) for one in found] == [(12, "killed"), (30, "wounded")]
