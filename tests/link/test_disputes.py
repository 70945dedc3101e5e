"""What a denial points at, and what is no dispute."""

from __future__ import annotations

import pytest
from tests.link.laid_out import ENGLISH, laid_out

from allegedly.link import find_disputes


def disputed(*texts: str) -> list[tuple[str, str, str]]:
    sheets = [laid_out(text, f"{number}.txt", f"2026-11-{19 + number}") for number, text in enumerate(texts)]
    return [(link.first.words, str(link.manner), link.second.words) for link in find_disputes(sheets, ENGLISH)]


FOUND = [
    (
        "Mara Lind said the carrier had sunk the trawler off Brenn. The carrier denied that it had sunk the trawler off Brenn.",
        ("denied", "the carrier had sunk the trawler off Brenn"),
    ),
    (
        "Mara Lind accused the board of hiding the cracks in the bridge. Tomas Varga rejected the accusation.",
        ("rejected", "the board of hiding the cracks in the bridge"),
    ),
    (
        "Mara Lind said 40 lorries had crossed the bridge. Tomas Varga dismissed the figure as false.",
        ("called false", "40 lorries had crossed the bridge"),
    ),
    (
        "Mara Lind said the bridge was mined. Tomas Varga said the bridge was not mined.",
        ("said not to be so", "the bridge was mined"),
    ),
    (
        "Mara Lind said the flood had killed at least 40 people in Brenn. Tomas Varga said the flood killed 12 people in Brenn.",
        ("another value", "the flood had killed at least 40 people in Brenn"),
    ),
    (
        "Mara Lind said the flood killed 40 people in Brenn. Mara Lind said the flood killed 12 people in Brenn.",
        ("corrected", "the flood killed 40 people in Brenn"),
    ),
    (
        "Mara Lind accused the board of hiding the cracks in the bridge. Tomas Varga called the accusations ridiculous.",
        ("called false", "the board of hiding the cracks in the bridge"),
    ),
    (
        "Mara Lind said the ferry would be sold to Lutania by June. A day passed. The reports about the ferry are untrue, Tomas "
        "Varga said on Sunday.",
        ("called false", "the ferry would be sold to Lutania by June"),
    ),
    (
        "Mara Lind claimed that the carrier had sunk the trawler. Asked about it, the Varga carrier said there was no truth to "
        "the claim.",
        ("called false", "that the carrier had sunk the trawler"),
    ),
    (
        "Mara Lind said that the trawler was robbed in the harbour. The police do not believe that the trawler was robbed.",
        ("said not to be so", "that the trawler was robbed in the harbour"),
    ),
    (
        "Mara Lind said the fire at the depot was caused by a drone. Tomas Varga said the fire at the depot was due to a leak.",
        ("another cause", "the fire at the depot was caused by a drone"),
    ),
    (
        "Norwegian officials said the trawler had fired first, which Moscow denies.",
        ("denied", "the trawler had fired first, which Moscow denies"),
    ),
    (
        "Two engineers accused Tomas Varga of hiding the cracks in the bridge. The bridge was built in 1990 by his firm. It was "
        "painted in May. Varga denied any wrongdoing.",
        ("denied", "Tomas Varga of hiding the cracks in the bridge"),
    ),
    (
        "Mara Lind called Tomas Varga a friend of the smugglers. Varga said that's not true and left.",
        ("called false", "Tomas Varga a friend of the smugglers"),
    ),
    (
        "Mara Lind said the board had sold the ferry to Lutania. Tomas Varga spoke of false claims about the ferry.",
        ("called false", "the board had sold the ferry to Lutania"),
    ),
    (
        "An inquiry asks whether the minister hid the report from the board, which the minister denies.",
        ("denied", "whether the minister hid the report from the board"),
    ),
    (
        "Tomas Varga has denied Mara Lind’s claim that he sold the ferry to Lutania for nothing.",
        ("denied", "he sold the ferry to Lutania for nothing"),
    ),
    (
        "Tomas Varga said Lutanian claims that the board had mined the harbour were false.",
        ("called false", "the board had mined the harbour"),
    ),
    (
        "It became clear that some fishermen claimed the depot had been mined by the board. The board denied the claim.",
        ("denied", "the depot had been mined by the board"),
    ),
    (
        "Mara Lind said that Tomas Varga had bribed two clerks of the harbour. The clerks left in May. It rained for a week. The "
        "ferry was painted. The harbour was shut. A day passed. Varga denied any wrongdoing.",
        ("denied", "that Tomas Varga had bribed two clerks"),
    ),
    (
        "Tomas Varga has been charged with fraud over the sale of the ferry. Varga says he is not guilty.",
        ("denied", "Tomas Varga … with fraud"),
    ),
    (
        "Mara Lind said it was known that trawlers come in March, but Tomas Varga denied that any trawlers sail before June.",
        ("denied", "it was known that trawlers"),
    ),
    (
        "Mara Lind said the board was warned of the cracks in the bridge. A day passed. The board disputed Lind’s assertion.",
        ("rejected", "the board was warned of the cracks"),
    ),
    (
        "Mara Lind said that Lutania may have shipped rockets to Orlec. A day passed. In response to stories of "
        "Lutanian rocket shipments to Orlec, board spokesman Tomas Varga dismissed the claims as untrue.",
        ("called false", "that Lutania may have shipped rockets to Orlec"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), FOUND, ids=lambda value: str(value)[-28:])
def test_a_denial_points_at_what_it_denies(text: str, expected: tuple[str, str]) -> None:
    found = disputed(text)
    assert expected[0] in [manner for _, manner, _ in found], found
    assert any(manner == expected[0] and second.startswith(expected[1][:30]) for _, manner, second in found), found


NONE = [
    "Mara Lind said the bridge was mined. Tomas Varga declined to comment.",
    "Mara Lind said the bridge was mined. Tomas Varga would not confirm that the bridge was mined.",
    "Mara Lind said the bridge was mined. Tomas Varga doubted that the bridge was mined.",
    "Mara Lind said at least 12 people were killed. Tomas Varga said 15 people were killed.",
    "Mara Lind said 12 people were killed. Tomas Varga said 40 people were hurt.",
    "Mara Lind said 12 people were killed. Tomas Varga said nine of the dead worked for the railway.",
    "Mara Lind said the bridge was mined. Tomas Varga said the harbour was not shut.",
    "Mara Lind said the fire was caused by a leak. Tomas Varga said the delay was due to fog.",
    "Mara Lind said the bridge should be sold to Lutania in June. Tomas Varga rejected that idea.",
    "The board presented the budget deal for the harbour. Tomas Varga rejected the budget deal for the harbour.",
    "Mara Lind said the union had sought entry to the harbour. Tomas Varga denied the union entry to the harbour.",
    "Mara Lind did not vote for the harbour deal. Tomas Varga said he did not vote for the harbour deal either.",
    "Mara Lind said 12 soldiers were killed near Brenn. Tomas Varga said 40 fishermen were killed off Kesten in storms.",
    "Mara Lind said the bridge was mined. If such claims are false, the board will be asked why, Tomas Varga said.",
    "Mara Lind said 12 workers were killed at the pit in Brenn. Tomas Varga said 9 workers were killed at the pit in 1992.",
    "Mara Lind said one smuggler was dead, two were at large. Tomas Varga said five smugglers were killed.",
    "Mara Lind said three people were hurt in the fire at Brenn. The clinic said it was treating two people hurt in the fire.",
    "Mara Lind said the ferry created 400 jobs in Brenn. Tomas Varga said the ferry will create 900 jobs in Brenn.",
    "Mara Lind said the board did not meet Tomas Varga in Brenn. Ida Hale said the board was meeting Jon Orsik in Brenn.",
    "Mara Lind said the harbour fund is too generous. Tomas Varga said the harbour fund is not a fund.",
    "Mara Lind said 40 is the count of all ferries in Brenn and not a count of those at sea. Tomas Varga said 40 is the count of "
    "all ferries in Brenn, some at sea.",
    "Tomas Varga said they wanted to sell the ferry, which was nonsense.",
    "Mara Lind said the board had sold the ferry to Lutania. Tomas Varga might deny that.",
    "Mara Lind said the board had sold the ferry to Lutania. Nobody denied that.",
    "Mara Lind praised support for the harbour fund. Tomas Varga disavowed his support for the harbour fund.",
    "Mara Lind said 80 people were killed on the quay. Ida Hale said the fire of March killed 97 people on the quay.",
    "The post let Tomas Varga advise the carrier, the bank and the board. A day passed. A week passed. A month passed. It rained "
    "in May. Varga said he did nothing wrong in advising the carrier, the bank and the board.",
    "Mara Lind outlined the role played by Jon Orsik in the raid on the depot. Tomas Varga denied that he played any role in the "
    "raid on the depot.",
    "The court rejected the minister’s claim of privilege over the letters to Lutania.",
    "It is clear that Lind’s claims about Tomas Varga are dubious. Varga has denied the allegations.",
    "Mara Lind said Kesten has reported 250 people missing. Mara Lind said Orlec has reported 170 people missing.",
    "Mara Lind said 11 million letters were lost in May. Tomas Varga said 11.5 million letters were lost in May.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_a_dispute_is_none(text: str) -> None:
    assert disputed(text) == []


def test_a_denial_points_into_other_texts_on_the_same_matter() -> None:
    wire = "BRENN - Mara Lind of the Lune Harbour Board said on Friday in Brenn that the Varga carrier had sunk the trawler Ida."
    other = "BRENN - The Varga carrier denied on Saturday that it had sunk the trawler Ida, the Lune Harbour Board said."
    assert any(manner == "denied" and "sunk the trawler" in second for _, manner, second in disputed(wire, other))


def test_a_denied_accusation_is_found_in_another_text_by_whom_it_names() -> None:
    wire = "BRENN - Mara Lind of the Lune Harbour Board accused Tomas Varga of hiding cracks in the Brenn bridge."
    other = "BRENN - Tomas Varga of the Lune Harbour Board denied the allegations on Saturday in Brenn."
    assert ("the allegations", "denied") in [(first, manner) for first, manner, _ in disputed(wire, other)]


def test_whose_accusation_is_denied_is_told_apart_from_others() -> None:
    wire = "BRENN - Ida Hale of the Lune Harbour Board accused Tomas Varga of hiding cracks in the Brenn bridge."
    other = "BRENN - Tomas Varga of the Lune Harbour Board denied Mara Lind’s allegations on Saturday in Brenn."
    assert disputed(wire, other) == []


def test_another_age_of_one_child_is_another_value() -> None:
    one = "BRENN - A 3-year-old boy fell into the harbour of Brenn from the ferry Ida, said Mara Lind."
    other = "BRENN - A 4-year-old boy fell into the harbour of Brenn from the ferry Ida, said Tomas Varga."
    assert "another value" in [manner for _, manner, _ in disputed(one, other)]
