"""Whatever a tagger hands over, every statement comes out whole: spans in the text, one for each, the same each time."""

from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.samples import make_article

from allegedly.characterise import characterise
from allegedly.languages import load_language
from allegedly.model import Article, Attribution, Manner, Origin, Span, Spans, Speaker, Statement
from allegedly.model.guarantee import statement_faults
from allegedly.resolve import resolve
from allegedly.segment import segment

PLAIN = """he She they I we who said did not Anna Bell Mr. Jr. the mayor Mayor of and , . “ ” ' ’s two 10,000 at least Iran Tehran
    WHO UN 習近平 محمد Дмитрий 👩🚒 e\u0301 \u202e on Monday in a statement reportedly may between $ % al- O’ killed
    Secretary State (UN) troops attacked launched an attack Kuwait police arrested were by agreed to meet
    with call for sanctions will if"""
WORDS = st.one_of(st.sampled_from(PLAIN.split()), st.just("\n\n"))
TEXTS = st.one_of(st.text(min_size=1, max_size=120), st.lists(WORDS, min_size=1, max_size=40).map(" ".join))


@st.composite
def handed_over(draw: st.DrawFn) -> tuple[Article, tuple[Attribution, ...]]:
    text = draw(TEXTS)

    def spans(least: int) -> Spans:
        found = draw(st.lists(st.tuples(st.integers(0, len(text) - 1), st.integers(1, 30)), min_size=least, max_size=3))
        return tuple(sorted({Span(start, min(len(text), start + length)) for start, length in found}))

    count = draw(st.integers(0, 6))
    attributions = tuple(Attribution(spans(0), spans(0), spans(1)) for _ in range(count))
    published = draw(st.sampled_from([None, "2026-11-19", "not a date", "2024-02-29T10:00:00Z"]))
    return make_article(text, Origin(name="a", published=published)), attributions


def taken_through(
    article: Article, attributions: tuple[Attribution, ...]
) -> tuple[tuple[Speaker | None, ...], tuple[Statement, ...]]:
    language = load_language("en")
    segments = segment(article, language)
    speakers = resolve(article, segments, attributions, language)
    return speakers, characterise(article, segments, attributions, speakers, language)


@settings(max_examples=150, deadline=None)
@given(handed_over())
def test_every_attribution_becomes_a_statement_whose_evidence_lies_in_the_text(
    given_: tuple[Article, tuple[Attribution, ...]],
) -> None:
    article, attributions = given_
    speakers, statements = taken_through(article, attributions)
    assert len(speakers) == len(attributions)
    said = [statement for statement in statements if statement.manner.value is not Manner.BARE]
    assert {statement.attribution for statement in said} == set(attributions)
    for statement in statements:
        assert not list(statement_faults(article, statement))
    whole = Span(0, len(article.text)) if article.text else None
    for speaker in speakers:
        for span in (*speaker.mentions, *speaker.evidence) if speaker else ():
            assert whole is not None
            assert whole.covers(span)
    for statement in statements:
        judged = (statement.manner, statement.kind, statement.certainty, statement.medium, statement.time, *statement.figures)
        for span in (span for judgement in judged if judgement is not None for span in judgement.evidence):
            assert whole is not None
            assert whole.covers(span)
        assert statement.words == statement.attribution.extent.of(article.text)


@settings(max_examples=60, deadline=None)
@given(handed_over())
def test_parents_are_statements_of_the_same_article_and_make_no_circle(given_: tuple[Article, tuple[Attribution, ...]]) -> None:
    _, statements = taken_through(*given_)
    above = {statement.id: statement.parent for statement in statements}
    for start in above:
        seen: set[str] = set()
        at: str | None = start
        while at is not None:
            assert at not in seen
            seen.add(at)
            at = above[at]


@settings(max_examples=60, deadline=None)
@given(handed_over())
def test_a_name_is_written_in_the_article_or_belongs_to_a_country(given_: tuple[Article, tuple[Attribution, ...]]) -> None:
    article, attributions = given_
    for speaker in taken_through(article, attributions)[0]:
        if speaker is not None and speaker.name is not None and speaker.country is None and speaker.number is None:
            assert speaker.name in article.text


@settings(max_examples=40, deadline=None)
@given(handed_over())
def test_the_order_of_attributions_changes_nothing(given_: tuple[Article, tuple[Attribution, ...]]) -> None:
    article, attributions = given_
    distinct = tuple(dict.fromkeys(attributions))
    _, forward = taken_through(article, distinct)
    _, backward = taken_through(article, distinct[::-1])
    assert {one.id: one.kind for one in forward} == {one.id: one.kind for one in backward}
    assert [one.id for one in forward] == [one.id for one in backward]


def crowded(times: int) -> tuple[Article, tuple[Attribution, ...]]:
    sentence = "Mayor Anna Bell met Peter Dorn. He said it rained. "
    text = sentence * times
    return make_article(text), tuple(
        Attribution((Span(at + 32, at + 34),), (Span(at + 35, at + 39),), (Span(at + 40, at + 49),))
        for at in range(0, len(text), len(sentence))
    )


def seconds(times: int) -> float:
    article, attributions = crowded(times)
    began = time.process_time()
    taken_through(article, attributions)
    return time.process_time() - began


def test_five_hundred_mentions_and_more_take_linear_time() -> None:
    seconds(50)
    assert seconds(2000) < 16 * max(seconds(500), 0.02)


def test_an_article_of_pronouns_only_names_nobody() -> None:
    text = "He said so. She said so. They said so. " * 40
    attributions = tuple(Attribution((Span(at, at + 2),), (), (Span(at + 3, at + 10),)) for at in range(0, len(text) - 13, 13))
    assert all(speaker is None or speaker.name is None for speaker in taken_through(make_article(text), attributions)[0])
