"""Statements of marked text, taken through the stages that stand behind the tagger."""

from __future__ import annotations

from allegedly.characterise import characterise
from allegedly.languages import load_language
from allegedly.model import Origin, Speaker, Statement
from allegedly.resolve import resolve
from allegedly.segment import segment
from tests.marked import parse_marked
from tests.samples import make_article


def judged(marked: str, published: str | None = "2026-11-19") -> tuple[Statement, ...]:
    """The statements of a marked text, published on a Thursday."""
    text, attributions = parse_marked(marked)
    article = make_article(text, Origin(name="story.txt", published=published))
    language = load_language("en")
    segments = segment(article, language)
    speakers = resolve(article, segments, attributions, language)
    return characterise(article, segments, attributions, speakers, language)


def last_speaker(marked: str) -> Speaker | None:
    """The speaker of the last statement of a marked text."""
    return judged(marked)[-1].speaker


def words_under(statement: Statement, marked: str, field: str) -> list[str]:
    """The words that a judgement stands on."""
    text, _ = parse_marked(marked)
    return [span.of(text) for span in getattr(statement, field).evidence]
