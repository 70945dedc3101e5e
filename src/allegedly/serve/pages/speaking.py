"""The pages of speakers: who there is, and one of them with quotes, names, roles, deniers and outlets."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from allegedly.export.wording import counted, day_of, one_line
from allegedly.identities import keys_of
from allegedly.model.identity import Identity, Profile, Sort, SpeakerJudgement, Withdrawal, profile_key, standing
from allegedly.model.link import End, Link
from allegedly.serve.desk import Desk
from allegedly.serve.drawing import columns
from allegedly.serve.links import Linked
from allegedly.serve.pages.disputing import opposed
from allegedly.serve.pages.results import results_of
from allegedly.serve.problems import not_found, wrong
from allegedly.serve.rendering import days_between, page, query_of
from allegedly.store.query import folded
from allegedly.store.store import Selection

SIZE, LISTED = 40, 100
_DENIALS = 12
_MARKS = 60
_GROUPS: tuple[tuple[str, Callable[[Profile], Sequence[str]]], ...] = (
    ("names", lambda one: (one.name,)),
    ("roles", lambda one: one.roles),
    ("affiliations", lambda one: one.affiliations),
    ("countries", lambda one: one.countries),
    ("outlets", lambda one: (one.outlet,) if one.outlet else ()),
)


@dataclass(frozen=True, slots=True)
class Told:
    """A name, role, affiliation, country or outlet: in how many articles, when, and one that says it."""

    value: str
    articles: int
    days: str
    to: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A person's judgement that shaped the identity."""

    id: str
    words: str


def speakers_page(request: Request, desk: Desk) -> Response:
    """Every speaker across articles, the most quoted first, or those whose name holds some words."""
    name = request.query_params.get("name", "").strip()[:200]
    unsure = request.query_params.get("unsure") == "true"
    at = _number(request.query_params.get("at", "0"))
    words = folded(name)
    found = [
        one
        for one in desk.people().every
        if (not words or any(words.strip() in folded(profile.name) for profile in one.profiles)) and (one.doubts or not unsure)
    ]
    given = {"name": name, "unsure": "true" if unsure else None}
    return page(
        request,
        "speakers.html",
        {
            "section": "Speakers",
            "name": name,
            "unsure": unsure,
            "total": len(found),
            "speakers": [_listed(one) for one in found[at : at + LISTED]],
            "following": query_of(given, at=str(at + LISTED)) if at + LISTED < len(found) else None,
            "given": given,
        },
    )


def speaker_of(request: Request, desk: Desk) -> Response:
    """The way to the speaker with this name in this article."""
    name, article = request.query_params.get("name", ""), request.query_params.get("article", "")
    people = desk.people()
    for sort in Sort:
        found = people.by_key.get(profile_key(article, sort, name))
        if found is not None:
            return RedirectResponse(f"/speakers/{found.id}", HTTPStatus.SEE_OTHER)
    return RedirectResponse("/search" + query_of({"speaker": name}), HTTPStatus.SEE_OTHER)


def speaker_page(request: Request, desk: Desk, reference: str) -> Response:
    """The page of one speaker."""
    people, linked = desk.people(), desk.linked.get()
    found = people.by_key.get(reference)
    if found is None:
        raise not_found(f"no speaker has the id {reference[:40]!r}")
    if found.id != reference:
        return RedirectResponse(f"/speakers/{found.id}", HTTPStatus.SEE_OTHER)
    keys = {profile.key for profile in found.profiles}
    names = tuple({profile.name for profile in found.profiles})
    selection = Selection(names=names, articles=tuple({profile.article for profile in found.profiles}))
    after = request.query_params.get("after") or None
    quoted = desk.store.page(selection, SIZE, after=after)
    denials = _denials(linked, found, keys, against=True)
    return page(
        request,
        "speaker.html",
        {
            "section": "Speakers",
            "id": found.id,
            "name": one_line(found.name),
            "sort": str(found.sort),
            "tally": [counted(found.statements, "statement"), counted(found.articles, "article"), _days(found)],
            "wikidata": found.wikidata,
            "picture": columns(Counter(profile.day for profile in _each(found) if profile.day), "statements"),
            "groups": [(word, _told(found.profiles, values)) for word, values in _GROUPS],
            "reasons": [one_line(reason) for reason in found.reasons],
            "doubts": [(doubt.other, one_line(doubt.name), [one_line(each) for each in doubt.reasons]) for doubt in found.doubts],
            "judgements": _judgements(desk, found),
            "denials": opposed(linked, denials, _DENIALS),
            "denied": len(denials),
            "denies": opposed(linked, _denials(linked, found, keys, against=False), _DENIALS),
            "results": list(results_of((one for one in quoted.statements if not keys.isdisjoint(keys_of(one))), linked.disputed)),
            "after": quoted.after,
            "first": after is None,
            "profiles": [(f"{one.name}@{one.article}", _place(one)) for one in found.profiles[:300]],
            "by": request.cookies.get("allegedly_by", ""),
        },
    )


def _listed(one: Identity) -> dict[str, object]:
    roles = Counter(role for profile in one.profiles for role in profile.roles)
    outlets = {profile.outlet for profile in one.profiles if profile.outlet}
    return {
        "id": one.id,
        "name": one_line(one.name),
        "sort": str(one.sort),
        "role": one_line(roles.most_common(1)[0][0]) if roles else "",
        "statements": one.statements,
        "articles": one.articles,
        "outlets": len(outlets),
        "days": _days(one),
        "doubts": len(one.doubts),
    }


def _days(one: Identity) -> str:
    days = sorted(profile.day for profile in one.profiles if profile.day)
    return days_between(days[0], days[-1]) if days else "no day"


def _place(profile: Profile) -> str:
    return one_line(", ".join(part for part in (profile.name, profile.outlet, profile.day) if part))


def _each(one: Identity) -> Sequence[Profile]:
    return [profile for profile in one.profiles for _ in range(profile.statements)]


def _told(profiles: Sequence[Profile], values: Callable[[Profile], Sequence[str]]) -> list[Told]:
    """Each value with the articles that say it, letter case aside, that of most articles first."""
    found: dict[str, dict[str, Profile]] = defaultdict(dict)
    written: dict[str, Counter[str]] = defaultdict(Counter)
    for profile in profiles:
        for value in values(profile):
            found[value.casefold()].setdefault(profile.article, profile)
            written[value.casefold()][value] += 1
    told = []
    for key in sorted(found, key=lambda key: (-len(found[key]), key))[:_MARKS]:
        places = list(found[key].values())
        days = sorted(place.day for place in places if place.day)
        shown = days_between(days[0], days[-1]) if days else "no day"
        told.append(Told(one_line(written[key].most_common(1)[0][0]), len(places), shown, f"/articles/{places[0].article}"))
    return told


def _denials(linked: Linked, found: Identity, keys: set[str], *, against: bool) -> list[Link]:
    """The disputes in which somebody disputes what this speaker says, or this speaker what others say."""
    links = []
    for link in linked.disputes:
        end = link.second if against else link.first
        other = link.first if against else link.second
        if _is(end, found, keys) and not _is(other, found, keys):
            links.append(link)
    return links


def _is(end: End, found: Identity, keys: set[str]) -> bool:
    """Whether this speaker stands at the end of a link."""
    return end.speaker is not None and profile_key(end.article, found.sort, end.speaker) in keys


def _judgements(desk: Desk, found: Identity) -> list[Judged]:
    judged = []
    for event in standing(desk.ledger.identities.events()):
        if event.id in found.judgements:
            if isinstance(event, SpeakerJudgement):
                words = f"{event.left.name} – {event.what} – {event.right.name}"
            else:
                assert not isinstance(event, Withdrawal)
                words = f"known as {event.name}"
            why = getattr(event, "why", None)
            said = ", ".join(part for part in (event.who, day_of(event.when), why) if part)
            judged.append(Judged(event.id, one_line(f"{words} ({said})")))
    return judged


def _number(value: str) -> int:
    if not (value.isascii() and value.isdecimal() and len(value) < 9):
        raise wrong("at", f"at: expected a number, found {value[:20]!r}")
    return int(value)
