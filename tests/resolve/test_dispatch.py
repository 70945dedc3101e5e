"""The worked example beside the project: every speaker of its ledger right, or open with the right candidate; none wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.samples import make_article

from allegedly.errors import AllegedlyError
from allegedly.languages import load_language
from allegedly.model import Article, Attribution, Origin, Span, Speaker, SpeakerKind
from allegedly.reading import load_tagger
from allegedly.resolve import resolve
from allegedly.resolve.identity_bodies import read_body
from allegedly.resolve.identity_lexicon import load_spellings
from allegedly.segment import segment

HERE = Path(__file__).parents[2].parent / "shared" / "examples"
Row = dict[str, Any]  # a statement of dispatch.ledger.json
KINDS = {
    "unnamed person": {SpeakerKind.UNNAMED_PERSON},
    "unnamed persons": {SpeakerKind.UNNAMED_GROUP},
    "government": {SpeakerKind.GOVERNMENT, SpeakerKind.STATE},
    "named person": {SpeakerKind.NAMED_PERSON, SpeakerKind.UNNAMED_PERSON},
    "organisation": {SpeakerKind.ORGANISATION, SpeakerKind.GOVERNMENT},
    "document": {SpeakerKind.DOCUMENT},
}

pytestmark = pytest.mark.skipif(
    not (HERE / "dispatch.ledger.json").is_file(), reason="the worked example is not beside the project"
)


def rows() -> list[Row]:
    return list(json.loads((HERE / "dispatch.ledger.json").read_text("utf-8"))["statements"])


def dispatch() -> Article:
    return make_article((HERE / "dispatch.txt").read_text("utf-8"), Origin(published="2024-09-09"))


def spans(places: list[list[int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in places)


def check(row: Row, speaker: Speaker | None) -> str | None:
    """What is wrong with the speaker; `None` where nothing is."""
    if not row["source"]:
        return None if speaker is None else f"found {speaker.name or speaker.kind} where nobody is named"
    if speaker is None:
        return "nobody"
    wanted, spellings = row.get("speaker"), load_spellings("en")
    if speaker.kind not in KINDS[row["source_type"]]:
        return f"{speaker.kind}"
    if row.get("country") and speaker.country not in (row["country"], None):
        return f"country {speaker.country}"
    if wanted is None:
        written = " ".join(row["source_text"])
        return None if speaker.name is None or speaker.kind is SpeakerKind.STATE or speaker.name in written else str(speaker.name)
    if speaker.name is None:
        return None if wanted in speaker.candidates else f"open between {speaker.candidates}"
    same = read_body(speaker.name, spellings).words == read_body(wanted, spellings).words
    return None if speaker.name == wanted or same else str(speaker.name)


def test_no_speaker_of_the_dispatch_is_wrong() -> None:
    article, language = dispatch(), load_language("en")
    attributions = [Attribution(spans(row["source"]), spans(row["cue"]), spans(row["content"])) for row in rows()]
    speakers = resolve(article, segment(article, language), attributions, language)
    wrong = {row["id"]: fault for row, speaker in zip(rows(), speakers, strict=True) if (fault := check(row, speaker))}
    assert not wrong
    named = [speaker for speaker in speakers if speaker is not None and speaker.name is not None]
    assert len(named) >= 10


@pytest.mark.parametrize("tagger", ["cues", "neural"])
def test_no_speaker_that_a_tagger_finds_in_it_is_wrong(tagger: str) -> None:
    article, language = dispatch(), load_language("en")
    segments = segment(article, language)
    try:
        using = load_tagger(tagger)
    except AllegedlyError as error:
        pytest.skip(f"the {tagger} tagger does not load: {error}")
    found = using(article, segments)
    speakers = resolve(article, segments, found, language)
    wrong, met = {}, 0
    for row in rows():
        for attribution, speaker in zip(found, speakers, strict=True):
            same_source = attribution.source == spans(row["source"])
            same_cue = any(span.overlaps(cue) for span in attribution.cue for cue in spans(row["cue"]))
            if row["source"] and same_source and same_cue:
                met += 1
                if fault := check(row, speaker):
                    wrong[row["id"]] = fault
    assert not wrong
    assert met >= 8
