"""Where the words of a correction stand: by position in the same text, by quotation in another."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from allegedly.model import Article, Attribution, Span, Spans
from allegedly.model.correction import Anchor, Quote, Quotes

CONTEXT = 32
"""Characters kept before and behind a quotation."""


def anchor_of(article: Article, attribution: Attribution) -> Anchor:
    """The anchor of these spans in `article`."""
    roles = (_quotes(article.text, spans) for spans in (attribution.source, attribution.cue, attribution.content))
    return Anchor(article.id, article.capture.text_sha256, *roles)


def anchored(anchor: Anchor, article: Article) -> Anchor | None:
    """The same words in `article`: where they were if the text is the same, else where they stand with what was around them.

    `None` where they do not stand there, or stand there more than once: it is never guessed.
    """
    if anchor.text_sha256 == article.capture.text_sha256:
        return replace(anchor, article=article.id)
    roles = []
    for quotes in (anchor.source, anchor.cue, anchor.content):
        spans = [_found(article.text, quote) for quote in quotes]
        known = tuple(span for span in spans if span is not None)
        if len(known) < len(quotes) or any(one.overlaps(other) for one, other in pairwise(known)):
            return None
        roles.append(known)
    return anchor_of(article, Attribution(roles[0], roles[1], roles[2]))


def _quotes(text: str, spans: Spans) -> Quotes:
    return tuple(
        Quote(span, span.of(text), text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT])
        for span in spans
    )


def _found(text: str, quote: Quote) -> Span | None:
    """The one place of the quotation with its whole prefix and suffix."""
    whole = quote.prefix + quote.exact + quote.suffix
    at = text.find(whole)
    if at < 0 or text.find(whole, at + 1) >= 0:
        return None
    start = at + len(quote.prefix)
    return Span(start, start + len(quote.exact))
