"""The order of the stages, written here and nowhere else."""

from __future__ import annotations

from allegedly.attribute.tagger import Tagger, tagged
from allegedly.characterise import characterise
from allegedly.languages import Language, load_language
from allegedly.model import Article, Findings, Recipe, Segments
from allegedly.model.link import Sheet
from allegedly.resolve import resolve
from allegedly.segment import segment
from allegedly.version import VERSION


def find_statements(article: Article, language: Language, tagger: Tagger) -> Findings:
    """Everything found in `article`: pure, so that the same arguments give the same findings everywhere."""
    segments = _segments(article, language)
    attributions, scores = tagged(tagger, article, segments)
    speakers = resolve(article, segments, attributions, language, scores=scores)
    statements = characterise(article, segments, attributions, speakers, language, scores=scores)
    return Findings(article, statements, recipe_of(language, tagger))


def lay_out(findings: Findings) -> Sheet:
    """The findings with the segments of their text, which findings do not hold: what links are judged on."""
    return Sheet(findings, _segments(findings.article, load_language(findings.article.language)))


_last: list[tuple[Article, Segments]] = []


def _segments(article: Article, language: Language) -> Segments:
    """The article's segments; those of the last article are remembered, since what is found in it is laid out right after."""
    for known, segments in tuple(_last):
        if known is article:
            return segments
    segments = segment(article, language)
    _last[:] = [(article, segments)]
    return segments


def recipe_of(language: Language, tagger: Tagger) -> Recipe:
    """What the findings of this tagger on a text of this language are made by; known before anything is read."""
    return Recipe(VERSION, language.code, tagger.name, tagger.digest)
