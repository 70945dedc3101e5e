"""Whose turn it is: interviews, transcripts, quotations over paragraphs and after one's first."""

from __future__ import annotations

import pytest
from tests.judged import judged, last_speaker
from tests.samples import make_article

from allegedly.errors import AllegedlyError
from allegedly.languages import load_language
from allegedly.model import SpeakerKind
from allegedly.reading import load_tagger
from allegedly.resolve import resolve
from allegedly.segment import segment

MET = "The Gazette sat down with Mayor Anna Bell and met Peter Dorn.\n\n"
INTERVIEW = "[source:a Q][cue:a :] [content:a Will it close?]\n\n[source:b A][cue:b :] [content:b No. We will keep it open.]"


def test_an_answer_is_of_whom_the_article_met() -> None:
    question, answer = judged(MET + INTERVIEW)
    assert question.speaker is not None
    assert answer.speaker is not None
    assert question.speaker.kind is SpeakerKind.AUTHOR
    assert (answer.speaker.name, answer.speaker.inferred) == ("Anna Bell", False)


def test_an_answer_is_perhaps_of_the_only_one_named_before() -> None:
    speaker = last_speaker("Mayor Anna Bell came.\n\n" + INTERVIEW)
    assert speaker is not None
    assert (speaker.name, speaker.inferred) == ("Anna Bell", True)


def test_an_answer_is_nobody_known_where_two_may_give_it() -> None:
    speaker = last_speaker("Mayor Anna Bell met Peter Dorn.\n\n" + INTERVIEW)
    assert speaker is not None
    assert (speaker.name, speaker.kind) == (None, SpeakerKind.UNNAMED_PERSON)


def test_an_article_before_a_noun_is_no_answer() -> None:
    speaker = last_speaker("Mayor Anna Bell came. [source A neighbour] [cue said] [content no].")
    assert speaker is not None
    assert speaker.name is None


def found(text: str, tagger: str) -> list[tuple[str, str | None]]:
    """What a tagger finds said, by its first words, and by whom."""
    article, language = make_article(text), load_language("en")
    segments = segment(article, language)
    try:
        attributions = load_tagger(tagger)(article, segments)
    except AllegedlyError as error:
        pytest.skip(f"the {tagger} tagger does not load: {error}")
    speakers = resolve(article, segments, attributions, language)
    return [
        (each.content[0].of(text)[:12], speaker.name if speaker else None)
        for each, speaker in zip(attributions, speakers, strict=True)
    ]


TRANSCRIPT = """MARTIN HALE, HOST: Good evening. Was the vote a mistake?

SEN. IDA KROG: It was not. It was late, and nobody had read it.

HALE: But the bill failed.

KROG: It failed because nobody read it.
"""
OVER_PARAGRAPHS = """Anna Bell, the mayor, said the harbour would stay open.

“We have the money for it,” Bell said. “And we have the people.

“Nobody should doubt that the harbour will be open.

“It is ours.”
"""
AGAIN = "“The bridge was never safe,” Anna Bell said. “I told them so.” She left at noon. “Nobody listened.”\n"


@pytest.mark.parametrize("tagger", ["cues", "neural"])
def test_a_transcripts_lines_are_of_whom_their_labels_name(tagger: str) -> None:
    said = dict(found(TRANSCRIPT, tagger))
    assert said["It was not. "] == "IDA KROG"
    assert said["But the bill"] == "MARTIN HALE"
    assert said["It failed be"] == "IDA KROG"


def test_the_first_label_gives_the_office_behind_a_comma() -> None:
    assert dict(found(TRANSCRIPT, "cues"))["Good evening"] == "MARTIN HALE"


@pytest.mark.parametrize("tagger", ["cues", "neural"])
def test_a_quotation_over_paragraphs_is_of_one_speaker(tagger: str) -> None:
    said = found(OVER_PARAGRAPHS, tagger)
    assert {name for _, name in said} == {"Anna Bell"}
    assert "“We have the" in dict(said)


@pytest.mark.parametrize("tagger", ["cues", "neural"])
def test_a_quotation_without_cue_is_of_who_spoke_before(tagger: str) -> None:
    assert {name for _, name in found(AGAIN, tagger)} == {"Anna Bell"}
