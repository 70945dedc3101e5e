"""Names with what stands beside them: titles, appositions, bodies, countries."""

import pytest
from tests.judged import last_speaker
from tests.samples import make_article

from allegedly.languages import load_language
from allegedly.model import Attribution, Origin, Span, SpeakerKind
from allegedly.resolve import resolve
from allegedly.segment import segment

NAMED = [
    ("[source Mayor Anna Bell] [cue said] [content it rained].", "Anna Bell", "Mayor", None, None),
    (
        "[source Norland's foreign minister, Anna Bell,] [cue said] [content it rained].",
        "Anna Bell",
        "foreign minister",
        "Norland",
        None,
    ),
    ("[source Kremlin spokeswoman Vera Orlova] [cue said] [content no].", "Vera Orlova", "spokeswoman", "Kremlin", "RU"),
    (
        "[source Iranian Trade Ministry spokesman Reza Tavana] [cue said] [content no].",
        "Reza Tavana",
        "spokesman",
        "Iranian Trade Ministry",
        "IR",
    ),
    ("[source NASA Director Paul Mirren] [cue said] [content no].", "Paul Mirren", "Director", "NASA", "US"),
    ("[source Malaysian Defence Minister Hakim Osman] [cue said] [content no].", "Hakim Osman", "Defence Minister", None, "MY"),
    ("[source French President Luc Morel] [cue said] [content no].", "Luc Morel", "President", None, "FR"),
    (
        "[source Ruth Lang, a professor at Orlec University,] [cue said] [content no].",
        "Ruth Lang",
        "professor",
        "Orlec University",
        None,
    ),
    ("[source Ruth Lang, 44, a nurse,] [cue said] [content no].", "Ruth Lang", "nurse", None, None),
    ("[source Ruth Lang, who is a teacher in Orlec,] [cue said] [content no].", "Ruth Lang", "teacher", None, None),
    ("[source Pavel Kral, president of Slovakia,] [cue said] [content no].", "Pavel Kral", "president", None, "SK"),
    ("[source former minister John Dorn] [cue said] [content no].", "John Dorn", "former minister", None, None),
    ("[source Sen. Maria Holt of Florida] [cue said] [content no].", "Maria Holt", "Sen", None, "US"),
    ("[source Dr. J. K. Larsen] [cue said] [content no].", "J. K. Larsen", None, None, None),
    ("[source Bashar al-Haddad] [cue said] [content no].", "Bashar al-Haddad", None, None, None),
    ("[source Ludwig van der Meer] [cue said] [content no].", "Ludwig van der Meer", None, None, None),
    ("[source Дмитрий Орлов] [cue said] [content no].", "Дмитрий Орлов", None, None, None),
    ("[source 陈国强] [cue said] [content no].", "陈国强", None, None, None),
    ("[source ليلى حداد] [cue said] [content no].", "ليلى حداد", None, None, None),
    ("[source Trevor O’Hare Jr.] [cue said] [content no].", "Trevor O’Hare Jr", None, None, None),
    ("[source “Late Hour” host Trevor Noonan] [cue said] [content no].", "Trevor Noonan", "“Late Hour” host", None, None),
]


@pytest.mark.parametrize(("marked", "name", "role", "affiliation", "country"), NAMED)
def test_a_named_person(marked: str, name: str, role: str | None, affiliation: str | None, country: str | None) -> None:
    speaker = last_speaker(marked)
    assert speaker is not None
    assert (speaker.name, speaker.kind) == (name, SpeakerKind.NAMED_PERSON)
    assert (speaker.affiliation, speaker.country) == (affiliation, country)
    if role is not None and not role.startswith("“"):
        assert speaker.role == role


FULLER = [
    ("Mayor Anna Bell came. [source Bell] [cue said] [content no].", "Anna Bell"),
    ("Anna Maria Bell came. [source Mrs. Bell] [cue said] [content no].", "Anna Maria Bell"),
    ("Anna Bell came with Peter Bell. [source Mr. Bell] [cue said] [content no].", "Peter Bell"),
    ("Donald Q. Farr came. [source Donald Farr] [cue said] [content no].", "Donald Q. Farr"),
    ("Bashar al-Haddad came. [source Haddad] [cue said] [content no].", "Bashar al-Haddad"),
    ("Marina La Porte came. [source La Porte] [cue said] [content no].", "Marina La Porte"),
    ("Hillary Stone came. [source Hillary] [cue said] [content no].", "Hillary Stone"),
    ("[source Anna Bell’s] [cue claim] that [content it rained].", "Anna Bell"),
    # The bare name is hers from before he is named, in full, each time.
    (
        "Anna Bell spoke. Bell rose. It was a long day in the town. She had met Peter Bell. Many people came to hear it all. "
        "Then it was over. [source Bell] [cue said] [content no].",
        "Anna Bell",
    ),
]


WRITTEN_OTHERWISE = [
    ("Kim Sang-min came. [source Kim Sang Min] [cue said] [content no].", "Kim Sang-min"),
    ("Dianne Fernstein came. [source Fernstain] [cue said] [content no].", "Dianne Fernstein"),
    ("Getty Images Anna Bell at home. [source Bell] [cue said] [content no].", "Anna Bell"),
    ("[source the governor of Marl, Anna Bell,] [cue said] [content no].", "Anna Bell"),
    ("[source the envoy to the United Nations Anna Bell] [cue said] [content no].", "Anna Bell"),
    ("[source Olympian Anna Bell] [cue said] [content no].", "Anna Bell"),
    ("[source Anna Bell OBE] [cue said] [content no].", "Anna Bell"),
    ("[source Don Marl (@donm)] [cue said] [content no].", "Don Marl"),
    ("Anna Bell came. [source @AnnaBell] [cue said] [content no].", "Anna Bell"),
]


@pytest.mark.parametrize(("marked", "name"), WRITTEN_OTHERWISE)
def test_a_name_written_otherwise_is_the_same(marked: str, name: str) -> None:
    speaker = last_speaker(marked)
    assert speaker is not None
    assert speaker.name == name


def test_an_editors_brackets_are_no_part_of_a_name() -> None:
    text = "[Court Clerk Anna] Bell said no."
    article = make_article(text, Origin(name="story.txt"))
    language = load_language("en")
    attribution = Attribution((Span(0, 23),), (Span(24, 28),), (Span(29, 31),))
    (speaker,) = resolve(article, segment(article, language), [attribution], language)
    assert speaker is not None
    assert speaker.name == "Anna Bell"


@pytest.mark.parametrize("source", ["Morning Letter", "African American", "the Brit"])
def test_a_title_or_a_people_is_no_persons_name(source: str) -> None:
    speaker = last_speaker(f"A letter came. [source {source}] [cue said] [content no].")
    assert speaker is not None
    assert not (speaker.kind is SpeakerKind.NAMED_PERSON and speaker.name)


@pytest.mark.parametrize(("marked", "name"), FULLER)
def test_the_fullest_name_of_the_article_is_given(marked: str, name: str) -> None:
    speaker = last_speaker(marked)
    assert speaker is not None
    assert speaker.name == name


def test_one_surname_of_two_people_is_left_open_with_both() -> None:
    speaker = last_speaker("Anna Bell came with Peter Bell. [source Bell] [cue said] [content no].")
    assert speaker is not None
    assert speaker.name is None
    assert speaker.candidates == ("Anna Bell", "Peter Bell")


@pytest.mark.parametrize("son", ["Anton Bell Jr.", "Anton Bell, Jr.,", "Anton Bell III"])
def test_father_and_son_are_two(son: str) -> None:
    father = last_speaker(f"{son} came with others. [source Anton Bell] [cue said] [content no].")
    younger = last_speaker(f"Anton Bell came with others. [source {son}] [cue said] [content no].")
    assert father is not None
    assert younger is not None
    assert father.name == "Anton Bell"
    assert younger.name == son.rstrip(".,")


def test_a_headline_does_not_lengthen_a_name() -> None:
    speaker = last_speaker("Crowd Hails Anna Bell Again\n\nThe crowd hails her again. [source Bell] [cue said] [content no].")
    assert speaker is not None
    assert speaker.name == "Anna Bell"


def test_two_people_who_speak_together_are_both_named() -> None:
    speaker = last_speaker("[source Anna Bell and Peter Dorn] [cue said] [content no].")
    assert speaker is not None
    assert (speaker.name, speaker.number) == ("Anna Bell and Peter Dorn", 2)


def test_a_name_that_is_also_a_country_is_left_open() -> None:
    speaker = last_speaker("Michael Jordan came home from Amman. [source Jordan] [cue said] [content no].")
    assert speaker is not None
    assert speaker.name is None
    assert set(speaker.candidates) == {"Michael Jordan", "Jordan"}


def test_mentions_are_where_the_article_names_the_speaker() -> None:
    speaker = last_speaker("Anna Bell came. [source Bell] [cue said] [content no]. Bell left.")
    assert speaker is not None
    assert [(span.start, span.end) for span in speaker.mentions] == [(0, 9), (16, 20), (30, 34)]


@pytest.mark.parametrize("part", ["Title IV", "Article III", "Chapter XI", "Phase II"])
def test_a_part_with_a_roman_number_is_nobody(part: str) -> None:
    speaker = last_speaker(f"The rules of {part} bind the court. [source He] [cue said] [content no].")
    assert speaker is None or (speaker.name is None and part not in speaker.candidates)


def test_a_roman_number_behind_a_persons_name_is_part_of_it() -> None:
    speaker = last_speaker("John Bell III came late. [source He] [cue said] [content no].")
    assert speaker is not None
    assert speaker.name is not None
    assert speaker.name.startswith("John Bell")
