"""Identities and judgements on speakers as JSON."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from allegedly.export.json_value import Json, JsonObject
from allegedly.model.identity import Identity, KnownSpeaker, Profile, Side, SpeakerEvent, SpeakerJudgement


def identity_to_json(identity: Identity) -> JsonObject:
    """The identity with its names, roles, affiliations, countries and outlets, each with how many articles and which days."""
    profiles = identity.profiles
    days = sorted(profile.day for profile in profiles if profile.day)
    return {
        "id": identity.id,
        "name": identity.name,
        "sort": str(identity.sort),
        "statements": identity.statements,
        "articles": identity.articles,
        "first": days[0] if days else None,
        "last": days[-1] if days else None,
        "names": _told(profiles, lambda one: (one.name,)),
        "roles": _told(profiles, lambda one: one.roles),
        "affiliations": _told(profiles, lambda one: one.affiliations),
        "countries": _told(profiles, lambda one: one.countries),
        "outlets": _told(profiles, lambda one: (one.outlet,) if one.outlet else ()),
        "wikidata": identity.wikidata,
        "because": list(identity.reasons),
        "perhaps": [{"id": doubt.other, "name": doubt.name, "because": list(doubt.reasons)} for doubt in identity.doubts],
        "judgements": list(identity.judgements),
        "profiles": [{"id": one.key, "article": one.article, "name": one.name, "statements": one.statements} for one in profiles],
    }


def event_to_json(event: SpeakerEvent, *, stands: bool) -> JsonObject:
    """The judgement, whether it still `stands`."""
    common: JsonObject = {"id": event.id, "when": event.when, "who": event.who, "stands": stands}
    if isinstance(event, SpeakerJudgement):
        sides: JsonObject = {"left": _side(event.left), "right": _side(event.right)}
        return {**common, "what": str(event.what), **sides, "why": event.why}
    if isinstance(event, KnownSpeaker):
        return {
            **common,
            "what": "known",
            "name": event.name,
            "aliases": list(event.aliases),
            "wikidata": event.wikidata,
            "country": event.country,
            "role": event.role,
        }
    return {**common, "what": "withdrawn", "withdrawn": event.withdrawn, "why": event.why}


def _side(side: Side) -> JsonObject:
    return {
        "name": side.name,
        "sort": str(side.sort),
        "places": [{"article": article, "name": name} for article, name in side.places],
    }


def _told(profiles: Sequence[Profile], values: Callable[[Profile], tuple[str, ...]]) -> list[Json]:
    """Each value with the profiles that have it, those of the most articles first."""
    found: dict[str, list[Profile]] = {}
    for profile in profiles:
        for value in values(profile):
            found.setdefault(value, []).append(profile)
    return [_said(value, found[value]) for value in sorted(found, key=lambda value: (-len(found[value]), value))]


def _said(value: str, profiles: list[Profile]) -> JsonObject:
    days = sorted(profile.day for profile in profiles if profile.day)
    return {
        "value": value,
        "articles": len({profile.article for profile in profiles}),
        "statements": sum(profile.statements for profile in profiles),
        "first": days[0] if days else None,
        "last": days[-1] if days else None,
        "article": profiles[0].article,
    }
