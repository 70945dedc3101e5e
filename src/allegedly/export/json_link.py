"""Drift and links as JSON."""

from __future__ import annotations

from allegedly.export.json_value import Json, JsonObject, spans_to_json
from allegedly.model import Article, words_of
from allegedly.model.link import Drift, End, Link, Story, Versions


def drift_to_json(versions: Versions, drift: Drift) -> JsonObject:
    """One change, with the words, their offsets and the sentences on both sides; `null` where there are none."""
    pair = drift.pair
    before, after = versions.before, versions.after
    return {
        "change": str(drift.change),
        "before": words_of(before.text, drift.before) or None,
        "after": words_of(after.text, drift.after) or None,
        "before_article": before.id,
        "after_article": after.id,
        "before_spans": spans_to_json(drift.before),
        "after_spans": spans_to_json(drift.after),
        "before_sentence": None if pair is None else pair.before.of(before.text),
        "after_sentence": None if pair is None else pair.after.of(after.text),
        "alike": None if pair is None else round(pair.score, 3),
    }


def link_to_json(link: Link) -> JsonObject:
    """A link with its two ends, their words and offsets."""
    return {
        "id": link.id,
        "kind": str(link.kind),
        "manner": None if link.manner is None else str(link.manner),
        "score": link.score,
        "rule": link.rule,
        "first": _end_to_json(link.first),
        "second": _end_to_json(link.second),
    }


def story_to_json(story: Story) -> JsonObject:
    """A story: the ids of its articles by day, and which of them print another's text."""
    copies: list[Json] = [{"article": copy.article, "of": copy.of, "share": copy.share} for copy in story.copies]
    return {"id": story.id, "day": story.day, "articles": list(story.articles), "copies": copies}


def _end_to_json(end: End) -> JsonObject:
    return {
        "article": end.article,
        "statement": end.statement,
        "speaker": end.speaker,
        "words": end.words,
        "spans": spans_to_json(end.spans),
    }


def article_name(article: Article) -> str:
    """What a person knows the article by: its outlet and title, or its name."""
    origin = article.origin
    parts = [part for part in (origin.outlet, origin.title or origin.name) if part]
    return ": ".join(parts) or article.id
