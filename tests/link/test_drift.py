"""What changed between two versions of a sentence, and what did not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from tests.link.laid_out import ENGLISH, changes, drifted, laid_out

from allegedly.link import find_drift
from allegedly.link.drift import mirrored
from allegedly.model.link import Change

CHANGED = [
    (
        "quotation altered",
        "“We will never sell the harbour to strangers,” said Mara Lind.",
        "“We will never sell the harbour to anyone,” said Mara Lind.",
        "strangers",
        "anyone",
    ),
    (
        "figure changed",
        "The flood destroyed 40 houses in the village of Brenn.",
        "The flood destroyed 60 houses in the village of Brenn.",
        "40",
        "60",
    ),
    (
        "bound changed",
        "The flood killed at least 40 people in the village of Brenn.",
        "The flood killed 40 people in the village of Brenn.",
        "at least 40",
        "40",
    ),
    (
        "negation changed",
        "The council approved the harbour contract on Tuesday evening.",
        "The council has not approved the harbour contract on Tuesday evening.",
        "approved",
        "not approved",
    ),
    (
        "negation changed",
        "The carrier sank the trawler off Brenn in the storm.",
        "The navy denied that the carrier sank the trawler off Brenn in the storm.",
        "carrier … sank … trawler … Brenn … storm",
        "denied",
    ),
    (
        "source dropped",
        "The bridge was mined by the army, according to a harbour official.",
        "The bridge was mined by the army.",
        "according to … a harbour official",
        "bridge was mined by the army",
    ),
    (
        "source added",
        "The bridge was mined by the army.",
        "The bridge was mined by the army, according to a harbour official.",
        "bridge was mined by the army",
        "according to … a harbour official",
    ),
    (
        "source no longer named",
        "The engineer Tomas Varga said the bridge had been cracked for years.",
        "An engineer said the bridge had been cracked for years.",
        "The engineer Tomas Varga",
        "An engineer",
    ),
    (
        "hedge dropped",
        "The lorries allegedly crossed the bridge at night.",
        "The lorries crossed the bridge at night.",
        "allegedly",
        "crossed",
    ),
    (
        "hedge added",
        "The lorries crossed the bridge at night.",
        "The lorries reportedly crossed the bridge at night.",
        "crossed",
        "reportedly",
    ),
    (
        "said more surely",
        "The lorries may have crossed the bridge at night.",
        "The lorries probably have crossed the bridge at night.",
        "may",
        "probably",
    ),
    (
        "quotation altered",
        "“We will rebuild the harbour, and we will pay for it,” he said.",
        "“We will rebuild this harbour and we will pay for it,” he said.",
        "the",
        "this",
    ),
    (
        "quotation altered",
        "We will never again sell the harbour of Brenn to strangers,” said Mara Lind.",
        "“We will never sell the harbour of Brenn to strangers,” said Mara Lind.",
        "again",
        "",
    ),
    (
        "source dropped",
        "The Courier reported that the mayor said the bridge had been cracked for years.",
        "The mayor said the bridge had been cracked for years.",
        "The Courier … reported",
        "bridge had been cracked for years",
    ),
    (
        "source added",
        "The village lies within reach of the new rockets.",
        "The village lies within reach of the new rockets, the army said.",
        "village lies within reach of the new rockets",
        "the army … said",
    ),
    (
        "source dropped",
        "Mara Lind told the council that she will sell the harbour in spring.",
        "Mara Lind will sell the harbour in spring.",
        "Mara Lind … told",
        "sell the harbour in spring",
    ),
    (
        "hedge added",
        "The report says that the mayor hid the letters from the council.",
        "The report claims that the mayor hid the letters from the council.",
        "says",
        "claims",
    ),
    (
        "hedge dropped",
        "Counting the votes in the valley could take three days.",
        "Counting the votes in the valley will take three days.",
        "could",
        "take",
    ),
    (
        "hedge dropped",
        "The suspected arsonist fled over the bridge at night.",
        "The arsonist fled over the bridge at night.",
        "suspected",
        "arsonist",
    ),
    (
        "hedge dropped",
        "“I think the harbour was sold too cheaply,” said Mara Lind.",
        "“The harbour was sold too cheaply,” said Mara Lind.",
        "I think",
        "harbour",
    ),
    (
        "actor changed",
        "Lind met Varga before the vote on the harbour contract.",
        "Lind met Dorn before the vote on the harbour contract.",
        "Varga",
        "Dorn",
    ),
]


@pytest.mark.parametrize(("change", "before", "after", "first", "second"), CHANGED, ids=lambda value: str(value)[:24])
def test_a_change_is_found_with_the_words_on_both_sides(change: str, before: str, after: str, first: str, second: str) -> None:
    found = drifted(before, after)
    assert (change, first, second) in found, found


SAME = [
    ("The carrier denied that it had sunk the trawler.", "The carrier denied having sunk the trawler."),
    ("“We won’t sell,” said Mara Lind.", "“We won't sell”, Mara Lind said."),
    ("Mara Lind said the bridge was safe.", "The bridge was safe, said Mara Lind."),
    ("Twelve people were hurt when the bridge gave way.", "When the bridge gave way, 12 people were injured."),
    ("The camp lies some 14 kilometres east of Brenn.", "The camp lies 14 kilometres east of Brenn."),
    ("The lorries reportedly crossed the bridge.", "The lorries are said to have crossed the bridge."),
    ("The mayor did not want to be named in the report.", "The mayor asked not to be named in the report."),
    ("“It was late, and the bridge was dark,” he said.", "“It was late,” he said, “and the bridge was dark.”"),
    ("“The U.S. navy sank 2 trawlers off Brenn,” he said.", "“The US Navy sank two trawlers off Brenn,” he said."),
    ("“It’s a hard winter for the harbour,” he said.", "“It is a hard winter for the harbour,” he said."),
    ("“We will pay, we will pay for the harbour,” he said.", "“We will pay for the harbour,” he said."),
    ("“We will pay for the harbuor in spring,” he said.", "“We will pay for the harbour in spring,” he said."),
    ("“We will pay for it [the harbour] in spring,” he said.", "“We will pay for the harbour … in spring,” he said."),
    ("“We will sell the harbour to strangers,” said Lind.", "We will sell the harbour to strangers."),
    ("But we will sell the harbour to strangers.", "“We will sell the harbour to strangers,” said Lind."),
    ("The army may search every house in the valley.", "The army can search every house in the valley."),
    ("He drew a map that could help the pilots land.", "He drew a map to help the pilots land."),
    ("The alleged raid took place in the valley of Brenn.", "The explosions took place in the valley of Brenn."),
    ("The mayor failed to provide a reason for the sale.", "The mayor did not provide a reason for the sale."),
    ("You should be proud of the harbour of Brenn.", "Shouldn’t you be proud of the harbour of Brenn?"),
    ("Nearly 500 people left the village of Brenn.", "494 people left the village of Brenn."),
    ("The harbour cost 4.9 million crowns to build.", "The harbour cost 5 million crowns to build."),
    ("The navy of the NTA sank the trawler off Brenn.", "The navy of the Northern Treaty Alliance sank the trawler off Brenn."),
    ("The council pushed for a new bridge at Brenn.", "The council wants a new bridge at Brenn."),
    ("The mayor said the raid would be a threat.", "The mayor was surprised the raid would be a threat."),
    ("“The eddies travel in pairs,” said Hanna Lind.", "Lead author of the study Hanna Lind said: “The eddies travel in pairs.”"),
    ("Mr Dorn claimed the well was searched five times.", "The well was searched five times, according to local reports."),
    ("Three lights will be added to the harbour of Brenn.", "The plan: three lights in the harbour of Brenn."),
]


@pytest.mark.parametrize(("before", "after"), SAME)
def test_other_words_for_the_same_are_no_change(before: str, after: str) -> None:
    assert drifted(before, after) == []


def test_the_gravest_change_comes_first() -> None:
    before = "The flood allegedly destroyed 40 houses in Brenn. “We will never leave this town,” said Mara Lind."
    after = "The flood destroyed 60 houses in Brenn. “We will never leave this valley,” said Mara Lind."
    assert [change for change, _, _ in drifted(before, after)] == ["quotation altered", "figure changed", "hedge dropped"]


def test_a_sentence_that_moved_is_compared_all_the_same() -> None:
    before = "The flood destroyed 40 houses in Brenn. The council met on Tuesday evening. Schools stay shut until Friday."
    after = "The council met on Tuesday evening. Schools stay shut until Friday. The flood destroyed 60 houses in Brenn."
    assert drifted(before, after) == [("figure changed", "40", "60")]


def test_what_is_only_in_one_is_told() -> None:
    before = laid_out("The council met on Tuesday evening. The harbour burned for three nights.", "a.txt")
    after = laid_out("The council met on Tuesday evening. A trawler sank off the northern cape.", "b.txt")
    versions = find_drift(before, after, ENGLISH)
    assert [drift.change for drift in versions.drifts] == [Change.ONLY_BEFORE, Change.ONLY_AFTER]


SENTENCES = some.lists(
    some.sampled_from(
        sorted({sentence for case in CHANGED for sentence in case[1:3]} | {part for pair in SAME for part in pair})
    ),
    min_size=1,
    max_size=6,
).map(" ".join)


@settings(max_examples=25, deadline=None)
@given(SENTENCES)
def test_a_text_has_not_drifted_from_itself(text: str) -> None:
    assert find_drift(laid_out(text), laid_out(text), ENGLISH).drifts == ()


@settings(max_examples=25, deadline=None)
@given(SENTENCES, SENTENCES)
def test_swapping_the_texts_mirrors_what_changed(before: str, after: str) -> None:
    one, other = laid_out(before, "a.txt"), laid_out(after, "b.txt")
    there, back = find_drift(one, other, ENGLISH), find_drift(other, one, ENGLISH)
    assert mirrored(back) == there
    assert len(changes(there)) == len(changes(back))


@settings(max_examples=25, deadline=None)
@given(SENTENCES, SENTENCES)
def test_every_change_lies_in_its_sentences(before: str, after: str) -> None:
    for drift in find_drift(laid_out(before, "a.txt"), laid_out(after, "b.txt"), ENGLISH).drifts:
        if drift.pair is not None:
            assert all(drift.pair.before.overlaps(span) for span in drift.before)
            assert all(drift.pair.after.overlaps(span) for span in drift.after)
