"""What is the same claim, and what only has the same words."""

from __future__ import annotations

import pytest
from tests.link.laid_out import ENGLISH, laid_out

from allegedly.link import find_links
from allegedly.link.gist import gist_of
from allegedly.link.gist_row import gist_from, runs_to_bytes, said_to_text, words_to_bytes
from allegedly.model.link import LinkKind

CLAIM = "The harbour board said that the Varga carrier had sunk the trawler Ida off the coast of Brenn."


def linked(one: str, other: str) -> list[LinkKind]:
    """The kinds of link from one text to another of the day after, whichever is given first."""
    sheets = [laid_out(one, "a.txt", "2026-11-20"), laid_out(other, "b.txt", "2026-11-21")]
    links = [link for link in find_links(sheets, ENGLISH) if link.first.article != link.second.article]
    assert links == [link for link in find_links(sheets[::-1], ENGLISH) if link.first.article != link.second.article]
    return sorted({link.kind for link in links})


SAME = [
    ("Police in Brenn reported that the Varga carrier had sunk the trawler Ida off the coast.", LinkKind.SAME_CLAIM),
    ("The Varga carrier had sunk the trawler Ida off the coast of Brenn, said Tomas Hale.", LinkKind.SAME_CLAIM),
    ("The harbour board said again that the Varga carrier had sunk the trawler Ida off the coast.", LinkKind.REPEATS),
    ("Tomas Hale confirmed that the Varga carrier had sunk the trawler Ida off the coast of Brenn.", LinkKind.CONFIRMS),
]


@pytest.mark.parametrize(("other", "kind"), SAME)
def test_the_same_claim_is_linked_by_how_it_is_said_again(other: str, kind: LinkKind) -> None:
    assert linked(CLAIM, other) == [kind]


ALSO_SAME = [
    (
        "Mara Lind demanded that the board close the harbour of Brenn at once.",
        "The board must close the harbour of Brenn at once, demanded Mara Lind.",
    ),
    (
        "Brenn handed out 236,000 permits in May, the board said.",
        "The board of Brenn handed out 236,000 permits in May and 12,000 fines, Mara Lind said.",
    ),
    (
        "Mara Lind has not even come close to a deal with Brenn.",
        "Mara Lind said she hasn’t “even come close” to a deal with Brenn.",
    ),
]


@pytest.mark.parametrize(("one", "other"), ALSO_SAME)
def test_demands_numbers_beside_others_and_two_negations_are_one_claim(one: str, other: str) -> None:
    assert {LinkKind.SAME_CLAIM, LinkKind.REPEATS, LinkKind.CONFIRMS} & set(linked(one, other))


def test_a_few_words_that_name_something_are_no_claim() -> None:
    assert linked("Mara Lind praised the harbour trial.", "Tomas Hale spoke of the harbour trial.") == []


BESIDE = [
    "( PHOTOS: 10 days with the trawler Ida off Brenn)",
    "Enlarge this image toggle caption Mara Lind/Brenn Post",
    "You agree to receive special offers of the Brenn Post and the trawler Ida.",
    "Come and read all of it here.",
    "Want the Brenn Post and the trawler Ida in your inbox?",
    "Brenn: Mara Lind, Tomas Hale, Ida Varga, Jon Orsik, Dana Orsik, Rudolf Senn",
    "Tomas Hale is harbour editor of the Brenn Post.",
    "Update at 11:30 a.m. on Ida, Brenn.",
]


@pytest.mark.parametrize("beside", BESIDE)
def test_what_a_page_prints_beside_any_text_is_no_claim(beside: str) -> None:
    one, other = (f"{said}\n\n{beside}\n\nTomas Hale spoke." for said in (CLAIM, "The trawler Ida lay off Brenn."))
    links = find_links([laid_out(one, "a.txt", "2026-11-20"), laid_out(other, "b.txt", "2026-11-21")], ENGLISH)
    assert not [link for link in links if link.first.words.strip("()") in beside]


def test_a_row_of_headlines_is_no_claim() -> None:
    row = "Hale: Board 'must show the papers of the trawler Ida' Lind says Varga should come to Brenn MORE"
    one, other = f"Tomas Hale {row} met the board in Brenn.", f"Ida Varga {row} went to Kesten on Friday."
    assert linked(one, other) == []


SAID = "Mara Lind said the Varga carrier lost five trawlers off Brenn in March"
TRAPS = [
    (SAID.replace("five", "12"), SAID.replace("five", "15")),
    (SAID, SAID.replace("lost", "had not lost")),
    (SAID, SAID.replace("Varga", "Orlec").replace("Brenn", "Kesten")),
    (SAID, SAID.replace("March", "June")),
]


@pytest.mark.parametrize(("one", "other"), TRAPS)
def test_another_number_negation_actor_or_month_is_another_claim(one: str, other: str) -> None:
    assert not {LinkKind.SAME_CLAIM, LinkKind.REPEATS, LinkKind.CONFIRMS} & set(linked(f"{one}.", f"{other}."))


def test_a_gist_comes_back_as_it_was_made() -> None:
    sheet = laid_out(
        "BRENN (AP) - Mara Lind said at least 12 lorries crossed. Tomas Hale denied the claims. They were “not lorries”, he said."
    )
    gist = gist_of(sheet, ENGLISH)
    kept = words_to_bytes(gist), runs_to_bytes(gist), said_to_text(gist)
    assert gist_from(gist.article, sheet.text, gist.day, *kept) == gist
    assert gist.agency == "Associated Press"
    assert gist_from(gist.article, sheet.text, gist.day, *kept, whole=False).assertions == ()
