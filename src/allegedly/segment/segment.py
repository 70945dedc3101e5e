"""Cuts an article into sentences, tokens and quotations."""

from __future__ import annotations

from allegedly.languages import Language
from allegedly.model import Article, Segments
from allegedly.segment.paragraphs import find_paragraphs
from allegedly.segment.quotations import find_quotations
from allegedly.segment.sentences import find_sentences
from allegedly.segment.tokens import find_tokens


def segment(article: Article, language: Language) -> Segments:
    """The paragraphs, sentences, tokens and quotations of `article`; takes time linear in its text."""
    text = article.text
    paragraphs = find_paragraphs(article)
    return Segments(
        paragraphs=paragraphs,
        sentences=find_sentences(text, paragraphs, language),
        tokens=find_tokens(text, paragraphs, language),
        quotations=find_quotations(text, paragraphs, language),
    )
