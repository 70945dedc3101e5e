"""Sources that a rule does not expect: answered or left open, in linear time, never a crash and never a wrong merge."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.judged import last_speaker
from tests.samples import make_article

from allegedly.languages import load_language
from allegedly.model import Attribution, Origin, Span, Speaker, SpeakerKind
from allegedly.model.identity import KnownSpeaker
from allegedly.resolve import resolve
from allegedly.resolve.identity_judgements import JudgementError, check_known
from allegedly.segment import segment

SCRIPTS = [
    "Дмитрий Песков",
    "Дмитро Кулеба",
    "عبد الفتاح السيسي",
    "习近平",
    "安倍晋三",
    "김정은",
    "Αλέξης Τσίπρας",
    "בנימין נתניהו",
    "นายกรัฐมนตรี",
    "Cafe\u0301 Bjo\u0308rn A\u030angstro\u0308m",
    "José Álvarez-Łukasz",
    "Sıddık Öztürk",
]


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_name_in_any_script_is_kept_as_written(name: str) -> None:
    speaker = last_speaker(f"[source {name}] [cue said] [content no].")
    assert speaker is not None
    assert speaker.name is None or speaker.name in name
    assert speaker.kind in (SpeakerKind.NAMED_PERSON, SpeakerKind.ORGANISATION, SpeakerKind.UNNAMED_PERSON)


BOTH = [
    ("Michael Jordan came. [source Jordan] [cue said] [content no].", "Michael Jordan", SpeakerKind.NAMED_PERSON),
    ("[source Jordan] [cue denied] [content it].", "Jordan", SpeakerKind.STATE),
    ("Chad Orsik came. [source Chad] [cue said] [content no].", "Chad Orsik", SpeakerKind.NAMED_PERSON),
    ("[source Chad] [cue denied] [content it].", "Chad", SpeakerKind.STATE),
    ("Georgia Krog came. [source Georgia Krog] [cue said] [content no].", "Georgia Krog", SpeakerKind.NAMED_PERSON),
    ("[source The Hill] [cue reported] [content it].", "Hill", SpeakerKind.OUTLET),
    ("Anna Hill came. [source Hill] [cue said] [content no].", "Anna Hill", SpeakerKind.NAMED_PERSON),
    ("[source Time] [cue reported] [content it].", "Time", SpeakerKind.OUTLET),
    ("[source the Guardian] [cue reported] [content it].", "Guardian", SpeakerKind.OUTLET),
    ("[source Paris Hilton] [cue said] [content no].", "Paris Hilton", SpeakerKind.NAMED_PERSON),
    ("[source Jack London] [cue wrote] [content it].", "Jack London", SpeakerKind.NAMED_PERSON),
    ("[source Israel Katz] [cue said] [content no].", "Israel Katz", SpeakerKind.NAMED_PERSON),
    ("[source Virginia Woolf] [cue wrote] [content it].", "Virginia Woolf", SpeakerKind.NAMED_PERSON),
]


@pytest.mark.parametrize(("marked", "name", "kind"), BOTH)
def test_a_name_that_is_a_countrys_or_an_outlets_too(marked: str, name: str, kind: SpeakerKind) -> None:
    speaker = last_speaker(marked)
    assert speaker is not None
    assert (speaker.name, speaker.kind) == (name, kind)


def test_a_country_and_a_namesake_in_one_article_are_not_merged() -> None:
    speaker = last_speaker("Michael Jordan met King Abdullah of Jordan in Amman. [source Jordan] [cue said] [content no].")
    assert speaker is not None
    assert speaker.name in (None, "Michael Jordan", "Jordan")
    assert speaker.name is not None or set(speaker.candidates) == {"Michael Jordan", "Jordan"}


def spoken(text: str, sources: list[Span]) -> tuple[Speaker | None, ...]:
    article, language = make_article(text, Origin(published="2026-11-19")), load_language("en")
    attributions = [Attribution((span,), (), (Span(span.end + 1, span.end + 8),)) for span in sources]
    return resolve(article, segment(article, language), attributions, language)


def test_an_article_of_pronouns_names_nobody() -> None:
    words = ["He", "She", "They", "It", "We", "I", "You", "Who", "His"] * 40
    text, sources = "", []
    for word in words:
        sources.append(Span(len(text), len(text) + len(word)))
        text += f"{word} said so again. "
    speakers = spoken(text, sources)
    assert all(speaker is None or speaker.name is None for speaker in speakers)


def crowded(number: int) -> tuple[str, list[Span]]:
    given, family = ("Anna", "Peter", "Ida", "Paul", "Mara"), ("Bell", "Dorn", "Krog", "Mirren", "Voll", "Sorin", "Hale")
    text, sources = "", []
    for index in range(number):
        name = f"{given[index % 5]} {family[index % 7]}{'abcdefghij'[index // 7 % 10]}{'klmnopqrst'[index // 70 % 10]}"
        sources.append(Span(len(text), len(text) + len(name)))
        text += f"{name} said it rained in Orlec. "
        sources.append(Span(len(text), len(text) + 2))
        text += "He said so twice. "
    return text, sources


def test_five_hundred_people_take_about_twice_as_long_as_half_of_them() -> None:
    def seconds(number: int) -> float:
        text, sources = crowded(number)
        return min(timed(text, sources) for _ in range(3))

    def timed(text: str, sources: list[Span]) -> float:
        start = time.process_time()
        assert len(spoken(text, sources)) == len(sources)
        return time.process_time() - start

    seconds(50)
    half, whole = seconds(250), seconds(500)
    assert whole < 3.5 * half + 0.1


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="Aa Bé.,“”'’-@&()/:\n中한Жخ\u0301", min_size=1, max_size=60), st.data())
def test_any_source_in_any_text_is_answered(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    article, language = make_article(text), load_language("en")
    attribution = Attribution((Span(start, end),), (), (Span(0, len(text)),))
    (speaker,) = resolve(article, segment(article, language), [attribution], language)
    spans = () if speaker is None else (*speaker.mentions, *speaker.evidence)
    assert all(span.end <= len(text) for span in spans)


def known(name: str, *aliases: str) -> KnownSpeaker:
    return KnownSpeaker(name, "2026-11-20", "ana", name, aliases)


@pytest.mark.parametrize(
    "entries",
    [
        (known("A Hart", "B Ruz"), known("B Ruz", "C Voll"), known("C Voll", "A Hart")),
        (known("A Hart", "B Ruz"), known("B Ruz", "A Hart")),
        (known("A Hart"), known("Á HART")),
        (known("A Hart", "B Ruz"), known("C Voll", "B Ruz")),
        (known(" "),),
    ],
)
def test_an_identity_file_that_leads_in_circles_is_refused(entries: tuple[KnownSpeaker, ...]) -> None:
    with pytest.raises(JudgementError):
        check_known(entries)
