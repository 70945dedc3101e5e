"""Drift and links as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite

from allegedly.export.json_value import Found, Json, JsonObject, spans_to_json
from allegedly.model import Article, Origin, Span, words_of
from allegedly.model.claim import Claim
from allegedly.model.link import DisputeClass, Drift, End, Link, LinkKind, Story, Versions

_KINDS: Mapping[str, LinkKind] = {str(kind): kind for kind in LinkKind}
_MANNERS: Mapping[str, DisputeClass] = {str(manner): manner for manner in DisputeClass}


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
        "first": end_to_json(link.first),
        "second": end_to_json(link.second),
    }


def story_to_json(story: Story) -> JsonObject:
    """A story: the ids of its articles by day, and which of them print another's text."""
    copies: list[Json] = [{"article": copy.article, "of": copy.of, "share": copy.share} for copy in story.copies]
    return {"id": story.id, "day": story.day, "articles": list(story.articles), "copies": copies}


def link_from_json(found: Found) -> Link:
    """The link that `link_to_json` wrote. Raises `LedgerError` where something else was found."""
    link = _sound_link(found.value)
    if link is not None:
        return link
    manner = found.get("manner")
    return Link(
        found["kind"].choice(LinkKind),
        end_from_json(found["first"]),
        end_from_json(found["second"]),
        found["score"].number(),
        found["rule"].text(),
        None if manner is None else manner.choice(DisputeClass),
    )


def end_to_json(end: End) -> JsonObject:
    """One side of a link."""
    return {
        "article": end.article,
        "statement": end.statement,
        "speaker": end.speaker,
        "words": end.words,
        "spans": spans_to_json(end.spans),
    }


def end_from_json(found: Found) -> End:
    """The side of a link that `end_to_json` wrote. Raises `LedgerError` where something else was found."""
    end = _sound_end(found.value)
    if end is not None:
        return end
    return End(
        found["article"].text(),
        found["spans"].some_spans(),
        found["words"].text(),
        found.text_at("statement"),
        found.text_at("speaker"),
    )


def _sound_link(value: Json) -> Link | None:
    """The link, where all is as it should be: a ledger has tens of thousands, and paths are made for what is wrong alone."""
    if not isinstance(value, dict):
        return None
    score, rule, kind, manner = value.get("score"), value.get("rule"), value.get("kind"), value.get("manner")
    first, second = _sound_end(value.get("first")), _sound_end(value.get("second"))
    if first is None or second is None or not isinstance(score, float) or not isfinite(score) or not isinstance(rule, str):
        return None
    if (
        not isinstance(kind, str)
        or kind not in _KINDS
        or not (manner is None or (isinstance(manner, str) and manner in _MANNERS))
    ):
        return None
    return Link(_KINDS[kind], first, second, score, rule, None if manner is None else _MANNERS[manner])


def _sound_end(value: Json) -> End | None:
    """The side of a link, where all is as it should be."""
    if not isinstance(value, dict):
        return None
    article, words, pairs = value.get("article"), value.get("words"), value.get("spans")
    statement, speaker = value.get("statement"), value.get("speaker")
    if not isinstance(article, str) or not isinstance(words, str) or not isinstance(pairs, list) or not pairs:
        return None
    if not isinstance(statement, str | None) or not isinstance(speaker, str | None):
        return None
    spans = []
    for pair in pairs:
        match pair:
            case [int(start), int(end)] if 0 <= start < end:
                spans.append(Span(start, end))
            case _:
                return None
    return End(article, tuple(spans), words, statement, speaker)


def claim_to_json(claim: Claim) -> JsonObject:
    """A claim: where it is made, by day, who says it, who disputes it and who confirms it."""
    appearances: list[Json] = [
        {**end_to_json(one.end), "day": one.day, "outlet": one.outlet, "copied": one.copied} for one in claim.appearances
    ]
    disputes: list[Json] = [link_to_json(link) for link in claim.disputes]
    confirmations: list[Json] = [link_to_json(link) for link in claim.confirmations]
    return {
        "id": claim.id,
        "story": claim.story,
        "first_day": claim.first.day,
        "words": claim.first.end.words,
        "speakers": list(claim.speakers),
        "disputed_by": list(claim.deniers),
        "originals": claim.originals,
        "appearances": appearances,
        "disputes": disputes,
        "confirmations": confirmations,
    }


def origin_name(origin: Origin) -> str:
    """What a person knows an article by: its outlet and title, or its name; empty where it has none."""
    parts = [part for part in (origin.outlet, origin.title or origin.name) if part]
    return ": ".join(parts)


def article_name(article: Article) -> str:
    """What a person knows the article by: its outlet and title, its name, or else its id."""
    return origin_name(article.origin) or article.id
