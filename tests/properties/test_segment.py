"""What holds for the segments and cue attributions of every text, however strange."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from allegedly.attribute.cues import CueTagger
from allegedly.languages import load_language
from allegedly.model import Article, Attribution, Capture, Origin, Segments, Span
from allegedly.segment import segment

ENGLISH = load_language("en")
TAGGER = CueTagger(ENGLISH)

PIECES = [
    "“",
    "”",
    '"',
    "''",
    "``",
    "‘",
    "’",
    "'",
    "«",
    "»",
    "\n",
    "\n\n",
    "\r",
    "\u2028",
    "\u2029",
    "\x85",
    "\t",
    " ",
    " ",
    " ",
    ",",
    ".",
    ". ",
    "...",
    "…",
    "?",
    "!",
    ":",
    ";",
    "—",
    "-",
    "(",
    ")",
    "the mayor ",
    "Vesk ",
    "she ",
    "said ",
    "told ",
    "that ",
    "according to ",
    "and ",
    "but ",
    "who ",
    "of ",
    "is believed to ",
    "adding ",
    "claims ",
    "concerns about ",
    "Mr. ",
    "U.S. ",
    "No. 3",
    "5'11\"",
    "'90s",
    "'em ",
    "VESK: ",
    "reportedly ",
    "was accused of ",
    "was shut",
    "\u200b",
    "\ufeff",
    "\u200f",
    "\u202e",
    "שלום ",
    "مرحبا ",
    "e\u0301",
    "👩‍👩‍👧",
    "这是。",
    "\u00ad",
    "\x00",
    "ẞ",
    "İ",
    "ﬁ",
]
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=40).map("".join)


def article(text: str) -> Article:
    return Article("0", text, (), "en", Origin(), Capture("", "", "test"))


def read(text: str) -> tuple[Segments, tuple[Attribution, ...]]:
    whole = article(text)
    segments = segment(whole, ENGLISH)
    return segments, tuple(TAGGER(whole, segments))


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_segments_lie_in_the_text_in_order_and_in_each_other(text: str) -> None:
    segments, _ = read(text)
    for spans in (segments.paragraphs, segments.sentences, segments.tokens):
        assert all(one.end <= other.start for one, other in pairwise(spans))
        assert not spans or spans[-1].end <= len(text)
    for sentence in segments.sentences:
        paragraph = segments.paragraph_at(sentence.start)
        assert paragraph is not None
        assert paragraph.covers(sentence)
    covered = {place for token in segments.tokens for place in range(token.start, token.end)}
    for paragraph in segments.paragraphs:
        assert all(place in covered for place in range(paragraph.start, paragraph.end) if not text[place].isspace())


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_no_quotation_leaves_its_paragraph_without_being_reopened(text: str) -> None:
    segments, _ = read(text)
    for quotation in segments.quotations:
        holders = [segments.paragraph_at(fragment.start) for fragment in quotation.fragments]
        for fragment, holder in zip(quotation.fragments, holders, strict=True):
            assert holder is not None
            assert holder.covers(fragment)
        assert len(set(holders)) == len(holders)
        assert all(
            fragment.start == holder.start
            for fragment, holder in zip(quotation.fragments[1:], holders[1:], strict=True)
            if holder
        )
    starts = [quotation.fragments[0].start for quotation in segments.quotations]
    assert starts == sorted(starts)


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_attributions_lie_in_the_text_and_in_order(text: str) -> None:
    _, found = read(text)
    for one in found:
        for role in (one.source, one.cue, one.content):
            assert all(span.end <= len(text) for span in role)
            assert all(span.end <= other.start for span, other in pairwise(role))
        assert all(span.of(text).strip() for span in (*one.source, *one.cue, *one.content))
    assert [one.extent.start for one in found] == sorted(one.extent.start for one in found)


def moved(spans: tuple[Span, ...], by: int) -> tuple[Span, ...]:
    return tuple(Span(span.start + by, span.end + by) for span in spans)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from(["A headline stands here.\n\n", "😀 e\u0301 שלום.\n\n", "\u200f\u200bX.\n"]))
def test_a_paragraph_put_before_moves_segments_and_changes_nothing_else(text: str, prefix: str) -> None:
    alone, _ = read("Y.\n" + text)
    both, _ = read(prefix + "Y.\n" + text)
    by = len(prefix)
    opening = [span for span in both.paragraphs if span.start >= by]
    assert tuple(opening) == moved(alone.paragraphs, by)
    assert tuple(span for span in both.sentences if span.start >= by) == moved(alone.sentences, by)
    assert tuple(span for span in both.tokens if span.start >= by) == moved(alone.tokens, by)
    assert [found.fragments for found in both.quotations] == [moved(found.fragments, by) for found in alone.quotations]


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from(["Stones lie there.\n\n", "😀 e\u0301 שלום.\n\n"]))
def test_a_paragraph_put_between_moves_attributions_and_changes_nothing_else(text: str, inserted: str) -> None:
    _, alone = read("Y.\n" + text)
    _, both = read("Y.\n" + inserted + text)
    by, border = len(inserted), 3
    assert [one for one in both if one.extent.start < border] == [one for one in alone if one.extent.start < border]
    later = [one for one in alone if one.extent.start >= border]
    assert [(one.source, one.cue, one.content) for one in both if one.extent.start >= border] == [
        (moved(one.source, by), moved(one.cue, by), moved(one.content, by)) for one in later
    ]
