"""Captions, credits, buttons and teasers: nobody whom a pronoun of the story means."""

import pytest
from tests.judged import judged, last_speaker

from allegedly.model import SpeakerKind

TOLD = "Peter Dorn came home on Monday.\n\n"
FURNITURE = [
    "Share This\n\n",
    "Related Story\n\n",
    "Getty Images\n\n",
    "Sign Up\n\n",
    "Photo by Paul Mirren/Getty Images\n\n",
    "Paul Mirren at the Orlec Film Awards\n\n",
    "Why Paul Mirren Won't Come Back\n\n",
    "Paul Mirren talks about the harbour\n\n",
    "(Photo: Paul Mirren)\n\n",
    "The harbour shines — Paul Mirren (@paulmirren) May 3, 2026\n\n",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_a_pronoun_looks_past_what_is_no_story(line: str) -> None:
    speaker = last_speaker(f"{TOLD}{line}“It rained,” [source he] [cue said] of [content it].")
    assert speaker is not None
    assert speaker.name == "Peter Dorn"


THINGS = ["She won the Showtime series.", "He left the Grand Prix.", "Felt we had to go."]


@pytest.mark.parametrize("sentence", THINGS)
def test_a_things_name_is_nobody_whom_a_pronoun_means(sentence: str) -> None:
    speaker = last_speaker(f"Peter Dorn came home. {sentence} [source He] [cue said] [content no].")
    assert speaker is not None
    assert speaker.name == "Peter Dorn"


def test_whom_somebody_works_for_is_nobody_whom_a_pronoun_means() -> None:
    speaker = last_speaker("Kessler boss Peter Dorn left after [source he] [cue said] [content no].")
    assert speaker is not None
    assert speaker.name == "Peter Dorn"


NAMED = [
    ("I sleep. — The Sour Gull (@sourgull) May 3. As [source @sourgull] [cue says], [content it rained].", "Sour Gull"),
    ("I ski. — Anna Bell (@abell84) May 3. [source @TeamNorway skier @abell84] [cue wrote] [content it].", "Anna Bell"),
    ("[source A woman] [cue identified herself] as [content Anna Bell].", "Anna Bell"),
    (
        "Paul Mirren [cue:a asked] Anna Bell: [content:a “Can [source:b you] [cue:b say] [content:b why]?”]"
        .replace("Paul Mirren", "[source:a Paul Mirren]"),
        "Anna Bell",
    ),
    (
        "[source:a Paul Mirren] [cue:a asked] Anna Bell [content:a what she saw]. “No,” [source:b the chairwoman] "
        "[cue:b replied] [content:b at once].",
        "Anna Bell",
    ),
    ("Felix Maro came home in tears. [source The driver] [cue said] [content no].", "Felix Maro"),
    ("The Orlec Water Board said nothing when [source it] [cue found] [content a leak].", "Orlec Water Board"),
    ("Norway shrugged at Oslo, which [source it] [cue says] [content is poor].", "Norway"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "name"), NAMED)
def test_somebody_named_elsewhere_is_named(marked: str, name: str) -> None:
    speaker = last_speaker(marked)
    assert speaker is not None
    assert speaker.name == name


LEFT_OPEN = [
    "A pilot came. Felix Maro stayed. [source The pilot] [cue said] [content no].",
    "Felix Maro, a singer, came. [source The driver] [cue said] [content no].",
    "Felix Maro met Peter Dorn. Peter Dorn met Felix Maro. [source The driver] [cue said] [content no].",
    "Felix Maro [cue:a thought] [content:a [source:b the pilot] [cue:b said] [content:b no]].".replace("Felix", "[source:a Felix")
    .replace("Maro", "Maro]"),
]  # fmt: skip


@pytest.mark.parametrize("marked", LEFT_OPEN)
def test_a_trade_alone_names_nobody_where_another_may_be_meant(marked: str) -> None:
    speaker = last_speaker(marked)
    assert speaker is not None
    assert speaker.name is None


def test_the_first_lady_is_whoever_held_the_office_in_that_year() -> None:
    marked = (
        "It rained in Ohio, in Iowa and at the White House. Michelle Obama came. [source The first lady] [cue said] [content no]."
    )
    named = judged(marked, published="2014-05-03")[-1].speaker
    later = judged(marked, published="2019-05-03")[-1].speaker
    assert named is not None
    assert later is not None
    assert (named.name, named.inferred) == ("Michelle Obama", True)
    assert later.name is None


def test_the_author_bears_the_bylines_name() -> None:
    speaker = last_speaker("By Anna Bell\n\nIt rained all day.\n\n[source I] [cue think] [content it was late].")
    assert speaker is not None
    assert (speaker.name, speaker.kind) == ("Anna Bell", SpeakerKind.AUTHOR)


LED_UP_TO = [
    ("Rep. King came. [source King] [cue said] [content no].", "King"),
    ("[source Majority Leader Anna Bell R-Orlec, a friend,] [cue said] [content no].", "Anna Bell"),
    ("Dorn Dorn came. [source Dorn] [cue said] [content no].", "Dorn"),
    ("Felix Maro came. [source The famous American] [cue says] [content no].", None),
    ("[source The North Carolinian] [cue opposes] [content it].", None),
    ("More: [source Jury] [cue asks] [content why].", None),
    ("[source Orlec Vice President of Product Development Anna Bell] [cue said] [content no].", "Anna Bell"),
    ("[source COMMIT TO SIGNIFICANT DROP IN TRADE Anna] [cue refused] [content it].", None),
    ("President Dorn Peter DornGOP met. [source Dorn Peter DornGOP] [cue said] [content no].", None),
    ("[source Analyst] [cue :] [content no].", None),
    ("JUST WATCHED FBI: [source FBI] [cue said] [content no].", "FBI"),
    ("It rained. [source Will Trump] [cue say] [content no]?", "Trump"),
    ("Will Smith came. [source Smith] [cue said] [content no].", "Will Smith"),
    ("JUST WATCHED Anna Bell came home. [source Bell] [cue said] [content no].", "Anna Bell"),
    ("Twitter Pinterest Anna Bell came home. [source Bell] [cue said] [content no].", "Anna Bell"),
    ("Identifying Anna Bell was hard. [source Bell] [cue said] [content no].", "Anna Bell"),
    ("Either Anna Bell or Peter Dorn came. [source Bell] [cue said] [content no].", "Anna Bell"),
    ("Apparently Anna Bell came. [source Bell] [cue said] [content no].", "Anna Bell"),
    ("Rush Limbaugh came. [source Limbaugh] [cue said] [content no].", "Rush Limbaugh"),
    ("JD Vance came. [source Vance] [cue said] [content no].", "JD Vance"),
    ("[source Park Han-bit] [cue said] [content no].", "Park Han-bit"),
    ("[source Anna BellBell] [cue defends] [content it].", None),
    ("[source Loser] [cue :] [content Jeb Krog].", None),
    ("[source Insurers] [cue said] [content no].", None),
    ("[source FILE PHOTO] [cue :] [content A man waits].", None),
    ("[source a spokesperson for Orlec Memorial HealthCare] [cue said] [content no].", None),
    ("Mr. Sanders came. [source Sanders] [cue said] [content no].", "Sanders"),
]


@pytest.mark.parametrize(("marked", "name"), LED_UP_TO)
def test_a_name_is_a_name_and_no_more(marked: str, name: str | None) -> None:
    speaker = last_speaker(marked)
    assert speaker is not None
    assert speaker.name == name


def test_a_word_with_a_capital_inside_is_a_body() -> None:
    speaker = last_speaker("[source LifeWater] [cue said] [content no].")
    assert speaker is not None
    assert (speaker.name, speaker.kind) == ("LifeWater", SpeakerKind.ORGANISATION)


def test_a_leader_named_by_surname_alone_has_a_gender() -> None:
    speaker = last_speaker("Anna Bell spoke of President Obama. President Obama left. But [source she] [cue said] [content no].")
    assert speaker is not None
    assert speaker.name == "Anna Bell"


def test_two_presidents_are_both_kept_where_one_is_the_articles_own() -> None:
    marked = (
        "It rained in Ohio, in Iowa and at the White House. Turkish President Kemal Orsik spoke. Donald Trump slept. "
        "[source The president] [cue said] [content no]."
    )
    speaker = judged(marked, published="2018-05-03")[-1].speaker
    assert speaker is not None
    assert (speaker.name, set(speaker.candidates)) == (None, {"Kemal Orsik", "Donald Trump"})


def test_two_presidents_are_both_kept_where_the_article_is_at_home_nowhere() -> None:
    marked = "Turkish President Recep Tayyip Erdogan spoke. Donald Trump slept. [source The president] [cue said] [content no]."
    speaker = judged(marked, published="2018-05-03")[-1].speaker
    assert speaker is not None
    assert (speaker.name, set(speaker.candidates)) == (None, {"Recep Tayyip Erdogan", "Donald Trump"})
