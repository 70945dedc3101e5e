"""The planted disputes of the bundled coverage are found, and nothing that only looks like one."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import pytest
from tests.link.laid_out import DEMO, ENGLISH, demo

from allegedly.link import find_disputes
from allegedly.model.link import Link

PLANTED = [
    ("deaths-12-9", 5, "Nine people were killed", 1, "At least 12 people were killed"),
    ("deaths-12-11", 8, "Eleven people were killed", 1, "At least 12 people were killed"),
    ("deaths-9-11", 8, "Eleven people were killed", 5, "Nine people were killed"),
    ("fired", 6, "No Lutanian drone crossed", 3, "launched from Lutanian territory"),
    ("deliberate", 6, "The strike was not deliberate", 1, "The strike was deliberate"),
    ("cause", 6, "caused by a leak in a storage tank", 8, "It was a strike."),
    ("fragments", 6, "Ardovian claims about fragments", 1, "bore the markings of a Lutanian workshop"),
    ("explosive", 7, "at least nine kilograms", 6, "carries four kilos"),
    ("warned", 5, "a telephone call from the railway police", 2, "had been warned of raids"),
    ("losses", 4, "that estimate", 4, "two thirds of the stock"),
    ("radar", 4, "the accusation as", 4, "neglecting the depot's defences"),
    ("truce", 1, "the figure", 1, "breaking the truce more than 40 times"),
]
MOST_MISSED = 3
"""How many the rules may miss where a network attributes: they look for the sides of a dispute in what it finds."""
NO_DISPUTES = [
    "declined to comment",
    "I have not claimed",
    "neither confirmed nor denied",
    "the film was genuine",
    "could not independently verify",
]


@cache
def found(tagger: str) -> tuple[Link, ...]:
    return find_disputes([demo(number, tagger) for number in range(1, len(DEMO) + 1)], ENGLISH)


def numbers(tagger: str) -> dict[str, int]:
    return {demo(number, tagger).article.id: number for number in range(1, len(DEMO) + 1)}


def tagger_or_skip(tagger: str) -> None:
    if tagger == "neural" and not files("allegedly").joinpath("models", "en", "digest.json").is_file():
        pytest.skip("the network's weights are not in the package")


def is_found(tagger: str, article: int, says: str, other: int, disputed: str) -> bool:
    number = numbers(tagger)
    return any(
        (number[link.first.article], number[link.second.article]) == (article, other)
        and says in link.first.words
        and disputed in link.second.words
        for link in found(tagger)
    )


@pytest.mark.parametrize(("name", "article", "says", "other", "disputed"), PLANTED, ids=lambda value: str(value)[:20])
def test_every_planted_dispute_is_found(name: str, article: int, says: str, other: int, disputed: str) -> None:
    assert is_found("cues", article, says, other, disputed), name


def test_most_planted_disputes_are_found_in_what_the_network_reads() -> None:
    tagger_or_skip("neural")
    missed = [name for name, *sides in PLANTED if not is_found("neural", *sides)]  # type: ignore[arg-type]
    assert len(missed) <= MOST_MISSED, missed


REVIEWED = {
    "Nine people were killed",
    "Eleven people were killed",
    "at least 12 people had been killed",
    "No Lutanian drone crossed",
    "The strike was not deliberate",
    "caused by a leak in a storage tank",
    "Ardovian claims about fragments",
    "at least nine kilograms",
    "a telephone call from the railway police",
    "reports that it had been warned",
    "that estimate",
    "the accusation as",
    "the figure",
    "a claim that Marisk calls absurd",
    "a tank leaked and that there was no strike",
    "Thirty-one people were treated",
}
"""Who disputes in the coverage: the planted ones, and those that are so besides them, each read by a person."""


def test_nobody_disputes_who_does_not() -> None:
    assert [link.first.words for link in found("cues") if not any(words in link.first.words for words in REVIEWED)] == []


@pytest.mark.parametrize("tagger", ["cues", "neural"])
@pytest.mark.parametrize("words", NO_DISPUTES)
def test_silence_and_doubt_dispute_nothing(tagger: str, words: str) -> None:
    tagger_or_skip(tagger)
    assert not [link for link in found(tagger) if words in link.first.words]


def test_the_order_of_texts_changes_nothing() -> None:
    backwards = find_disputes([demo(number) for number in range(len(DEMO), 0, -1)], ENGLISH)
    assert backwards == found("cues")


@pytest.mark.parametrize("tagger", ["cues", "neural"])
def test_every_word_is_a_slice_of_its_text(tagger: str) -> None:
    tagger_or_skip(tagger)
    texts = {demo(number, tagger).article.id: demo(number, tagger).text for number in range(1, len(DEMO) + 1)}
    for link in found(tagger):
        for end in (link.first, link.second):
            assert end.words == " … ".join(span.of(texts[end.article]) for span in end.spans)
