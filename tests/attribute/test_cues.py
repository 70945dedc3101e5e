"""English patterns of attribution, each written in the text it is found in. All names and sentences are made up."""

from __future__ import annotations

import pytest
from tests.marked import parse_marked, show_marked

from allegedly.attribute.cues import CueTagger
from allegedly.languages import load_language
from allegedly.model import Article, Attribution, Capture, Origin
from allegedly.segment import segment

ENGLISH = load_language("en")
TAGGER = CueTagger(ENGLISH)

VERBS = [
    "[source The mayor] [cue said] [content that the bridge was shut].",
    "[source The mayor] [cue said] [content the bridge was shut].",
    "[source She] [cue has repeatedly said] [content that she will not resign].",
    "[source Lena Vesk, the governor of Orlec], [cue said] [content the bridge was shut].",
    "[source Lena Vesk], on her Telegram channel, [cue stated], [content “The bridge is shut.”]",
    "[source Lena Vesk] [cue said] on Monday [content that the bridge was shut].",
    "[source Lena Vesk] [cue said] in an interview with the Orlec Herald [content that the bridge was shut].",
    "[source Two officials briefed on the plan] [cue said] [content it had failed].",
    "[source Sources familiar with the matter] [cue said] [content the army had left].",
    "[source The head of the union of miners] [cue warned] [content that the pit would flood].",
    "[source The mayor and the governor] [cue agreed] [content that the bridge was unsafe].",
    "[source Sen. Ann Vesk (R-Orlec)] [cue argued] [content that the bill was dead].",
    "[source The mayor] [cue told] reporters [content that the bridge was shut].",
    "[source The mayor] [cue told] the Orlec Herald on Friday [content he would resign].",
    "[source Officials] [cue wondered] [content whether the bridge would hold].",
    "[source Vesk] [cue asked] [content why the bridge was shut].",
    "[source The ministry] [cue denied] [content taking money].",
    "[source The ministry] [cue has not confirmed] [content the report].",
    "[source The ministry] [cue declined] [content to comment].",
    "[source The ministry] [cue refused] [content to say who was paid].",
    "[source Vesk] [cue vowed] [content to rebuild the bridge].",
    "[source Vesk] [cue accused] [content the army of lying].",
    "[source Vesk] [cue called for] [content an inquiry].",
    "[source Vesk] [cue urged] [content the army to leave Orlec].",
    "[source The ministry] [cue announced] [content a new bridge].",
    "[source The survey] [cue found] [content that most people were poor].",
    "[source Reports] [cue indicate] [content that the army has left].",
    "[source Vesk] [cue pointed out] [content that nobody was hurt].",
    "[source Vesk] [cue described] [content the deal as a fraud].",
    "[source Vesk] [cue believes] [content the army will leave].",
    "[source Vesk] [cue said] in one of a series of letters [content that the bridge was shut].",
    "[source Vesk campaign spokesman Dan Orlo] [cue said] [content the bridge was shut].",
    "[source Vesk] [cue criticized] [content the deal] on Friday.",
]

SHARED = [
    "[source:a,b Vesk] [cue:a dismissed] [content:a the claims as untrue] but [cue:b acknowledged] [content:b a delay].",
    "[source:a,b The ministry] [cue:a denied] [content:a the report], [cue:b labeling] [content:b it a fraud].",
    "[source:a,b Vesk] [cue:a said] [content:a the bridge was shut], [cue:b adding] [content:b that nobody was hurt].",
    "As the crowd left, [source the mayor] gave a speech, [cue predicting] [content that the bridge would fall].",
    "[source Vesk] shook her head and [cue said] [content the bridge was shut].",
    "Vesk left with Orlo, [source who] [cue said] [content the bridge was shut].",
]

QUOTES = [
    "[content “The bridge is shut,”] [source Vesk] [cue said].",
    "[content “The bridge is shut,”] [cue said] [source Lena Vesk, a farmer from Orlec].",
    "[content ''The bridge is shut,''] [cue said] [source Ms. Vesk, who lives there].",
    '[content "The bridge is shut,"] [source she] [cue said].',
    "[content:a “It is shut,”] [cue:a said] [source:a Vesk], [source:b who] [cue:b added] [content:b that nobody was hurt].",
    "The mayor had gone home, and [source she] [cue replied]: [content “It is shut for good.”]",
    "[content The bridge was “unsafe” for lorries], [cue said] [source Lena Vesk].",
    "[content “Is the bridge shut?”] [source Vesk] [cue asked].",
    "[source Vesk] [cue said]: [content “The bridge is shut.”]",
    "[source Vesk] [cue said], [content “The bridge is shut.”]",
    "[content “The bridge is shut,”] [source Vesk] [cue said]. [content “Nobody was hurt there.”]",
    "[content “The bridge,”] [source Vesk] [cue said], [content “is shut until spring.”]",
    "[content “The bridge is shut. Nobody was hurt,”] [source Vesk] [cue said] on Monday.",
    "[source Vesk] [cue said] [content the bridge was “shut for good.”]",
    "[source Vesk] [cue said]: [content “The bridge is shut.]\n\n[content “Nobody was hurt.”]",
    "[source:a Vesk] [cue:a said]: [content:a “The bridge is shut.”]\n\n[source:b Orlo] [cue:b disagreed with] [content:b her].",
    "[content:a “The bridge is shut,”] [source:a Vesk] [cue:a said].\n\n[content:b “It is not,”] [source:b Orlo] [cue:b said].",
    "[source The mayor] had a blunt answer for them[cue :] [content “The bridge is shut for good.”]",
]

BEFORE = [
    "[content The bridge was shut], [source officials] [cue said].",
    "[content The bridge was shut], [source officials] [cue said] Monday.",
    "[content The bridge], [source officials] [cue said], [content was shut].",
    "[content The bridge was shut], [cue according to] [source the police].",
    "[cue According to] [source the police], [content the bridge was shut].",
    "[content The bridge was shut], [cue according to] [source two officials who asked not to be named].",
    "The roof fell, [content killing nine people] [cue as per] [source a count by the ministry].",
    "[content Nine people died] [cue as per] [source a count by the ministry].",
]

NOBODY = [
    "[content The army] [cue is believed] [content to have left].",
    "[content The minister] [cue is expected] [content to resign on Friday].",
    "It [cue was reported] [content that the army had left].",
    "[content The army] [cue seems] [content to have left].",
    "There are [cue strong suspicions] [content that the army has left].",
    "[cue Concerns have arisen] [content about the bridge].",
]

NOUNS = [
    "Few heard [source Vesk’s] [cue warning] [content that the bridge would fall].",
    "[source The ministry] [cue expressed deep concern] [content over the bridge].",
    "[content The deal] [cue has raised alarms] among [source miners].",
    "[source Vesk] [cue was confident] [content that the bridge would hold].",
]

LAYOUT = [
    "[source VESK][cue :] [content The bridge is shut.]\n\n[source:b ORLO][cue:b :] [content:b It is not.]",
    "[source Vesk][cue :] [content Bridge shut for good]\n\nThe town slept.",
    "[content “A bridge is a promise.”] [cue —] [source Lena Vesk]",
]


def found_in(text: str) -> tuple[Attribution, ...]:
    article = Article("0", text, (), "en", Origin(), Capture("", "", "test"))
    return tuple(TAGGER(article, segment(article, ENGLISH)))


@pytest.mark.parametrize("marked", VERBS + SHARED + QUOTES + BEFORE + NOBODY + NOUNS + LAYOUT)
def test_attributions_are_found_as_marked(marked: str) -> None:
    text, wanted = parse_marked(marked)
    found = found_in(text)
    shown = [show_marked(text, one) for one in sorted(found, key=lambda one: (one.extent, one.cue))]
    assert shown == [show_marked(text, one) for one in sorted(wanted, key=lambda one: (one.extent, one.cue))]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge was shut on Monday.",
        "The mayor’s claims to the land go back to 1900.",
        "The secretary of state left the reports on the table.",
        "Notes and comments fill the book.",
        "Lena Vesk went to Orlec, and the crowd cheered.",
        "“Stop.”",
        "He saw the “best” bridge in town.",
    ],
)
def test_where_nobody_says_anything_nothing_is_found(text: str) -> None:
    assert found_in(text) == ()


def test_what_a_quotation_attributes_in_turn_is_left_to_its_speaker() -> None:
    text, wanted = parse_marked("[content “He said the bridge was shut,”] [source Vesk] [cue said].")
    assert [show_marked(text, one) for one in found_in(text)] == [show_marked(text, one) for one in wanted]


def test_a_quotation_of_one_paragraph_is_not_given_to_the_speaker_of_the_next() -> None:
    text = "“It will never be rebuilt in our time.”\n\nVesk said that the bridge was shut."
    assert all("\n" not in one.extent.of(text) for one in found_in(text))


def test_the_digest_stays_and_the_name_is_cues() -> None:
    assert TAGGER.name == "cues"
    assert TAGGER.digest == CueTagger(ENGLISH).digest
    assert len(TAGGER.digest) == 64


def test_the_same_article_gives_the_same_attributions_in_order() -> None:
    text = " ".join(parse_marked(marked)[0] for marked in VERBS)
    found = found_in(text)
    assert found == found_in(text)
    assert [one.extent.start for one in found] == sorted(one.extent.start for one in found)
