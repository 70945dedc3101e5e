"""From a source's spans to a speaker."""

from __future__ import annotations

from collections.abc import Sequence

from allegedly.languages import Language
from allegedly.model import Article, Attribution, Segments, Speaker, SpeakerKind, words_of


def resolve(
    article: Article, segments: Segments, attributions: Sequence[Attribution], language: Language
) -> tuple[Speaker | None, ...]:
    """For each attribution its speaker, `None` where nobody is named; in the order given."""
    return tuple(_speaker(article.text, attribution) for attribution in attributions)


def _speaker(text: str, attribution: Attribution) -> Speaker | None:
    if not attribution.source:
        return None
    words = words_of(text, attribution.source).split()
    named = len(words) > 1 and all(word[:1].isupper() for word in words)
    if named:
        return Speaker(" ".join(words), SpeakerKind.NAMED_PERSON, evidence=attribution.source)
    return Speaker(None, SpeakerKind.UNNAMED_PERSON, evidence=attribution.source)
