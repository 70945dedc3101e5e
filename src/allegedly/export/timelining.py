"""What happened to a story day by day: what was said first, who took it up, who denied or confirmed it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from allegedly.export.json_value import JsonObject
from allegedly.export.wording import one_line
from allegedly.model import Origin
from allegedly.model.claim import Appearance, Claim
from allegedly.model.link import DisputeClass, End, Link, LinkKind


class Happening(StrEnum):
    """What happened to a claim or an article."""

    FIRST_SAID = "first said"
    TAKEN_UP = "taken up"
    REPRINTED = "reprinted"
    DENIED = "disputed"
    CORRECTED = "corrected"
    CONFIRMED = "confirmed"
    PUBLISHED = "published"
    NEW_VERSION = "new version"


_ORDER = list(Happening)
_EQUAL = (DisputeClass.ANOTHER_VALUE, DisputeClass.CONTRASTED)


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that happened on a day: who did it, in which words, where, and to which claim.

    `day`: ISO 8601; empty for an article without a date. `who`: as shown. `of`: the words that are disputed or
    confirmed; `more`: how many others are by the same words.
    """

    day: str
    what: Happening
    who: str
    words: str
    article: str
    outlet: str
    claim: str | None = None
    statement: str | None = None
    of: str | None = None
    more: int = 0


def moments_of(claims: Iterable[Claim], origins: dict[str, Origin], within: Collection[str] | None = None) -> tuple[Moment, ...]:
    """What happened to the claims, by day; with `within`, in these articles alone."""
    moments: list[Moment] = []
    answers: dict[tuple[Happening, str, str], list[Moment]] = {}
    seen = set[str]()
    for claim in claims:
        moments.extend(_said(claim, origins))
        for link in (*claim.disputes, *claim.confirmations):
            if link.id not in seen:
                seen.add(link.id)
                answer = _answered(link, claim, origins)
                answers.setdefault((answer.what, answer.article, answer.words), []).append(answer)
    for each in answers.values():
        first = min(each, key=lambda moment: (len(moment.of or ""), moment.of or ""))
        moments.append(replace(first, more=len(each) - 1))
    kept = [moment for moment in moments if within is None or moment.article in within]
    return tuple(sorted(kept, key=_place))


def articles_as_moments(articles: Iterable[tuple[str, Origin, int]]) -> tuple[Moment, ...]:
    """The articles, each given by its id, origin and version, as what was published."""
    moments = [
        Moment(
            (origin.published or "")[:10],
            Happening.PUBLISHED if version == 1 else Happening.NEW_VERSION,
            one_line(origin.outlet or ""),
            one_line(origin.title or origin.name or article),
            article,
            one_line(origin.outlet or ""),
        )
        for article, origin, version in articles
    ]
    return tuple(sorted(moments, key=_place))


def _said(claim: Claim, origins: dict[str, Origin]) -> Iterable[Moment]:
    """The claim's appearances: the first, and of each further speaker or outlet the first."""
    heard: set[tuple[str, str]] = set()
    for number, one in enumerate(claim.appearances):
        voice = (one_line(one.end.speaker or "").casefold(), "" if one.end.speaker else one_line(one.outlet or one.end.article))
        if voice in heard:
            continue
        heard.add(voice)
        what = Happening.FIRST_SAID if not number else Happening.REPRINTED if one.copied else Happening.TAKEN_UP
        yield _moment(one, what, claim, origins)


def _moment(one: Appearance, what: Happening, claim: Claim, origins: dict[str, Origin]) -> Moment:
    end = one.end
    return Moment(
        (one.day or "")[:10],
        what,
        _who(end, origins),
        one_line(end.words),
        end.article,
        _outlet(end, origins),
        claim.id,
        end.statement,
    )


def _answered(link: Link, claim: Claim, origins: dict[str, Origin]) -> Moment:
    """What the end that answers does to the other; of two figures of equal standing the later one answers."""
    answer, claimed = (link.second, link.first) if link.manner in _EQUAL else (link.first, link.second)
    what = {LinkKind.CONFIRMS: Happening.CONFIRMED, LinkKind.CORRECTS: Happening.CORRECTED}.get(link.kind, Happening.DENIED)
    return Moment(
        (origins[answer.article].published or "")[:10],
        what,
        _who(answer, origins),
        one_line(answer.words),
        answer.article,
        _outlet(answer, origins),
        claim.id,
        answer.statement,
        one_line(claimed.words),
    )


def _who(end: End, origins: dict[str, Origin]) -> str:
    return one_line(end.speaker or "") or f"{_outlet(end, origins) or 'the text'} itself"


def _outlet(end: End, origins: dict[str, Origin]) -> str:
    origin = origins[end.article]
    return one_line(origin.outlet or origin.name or "")


def _place(moment: Moment) -> tuple[str, int, str, str, str]:
    return moment.day or "9999-99-99", _ORDER.index(moment.what), moment.claim or "", moment.article, moment.words


def days_of(moments: Sequence[Moment], statements: Counter[str]) -> tuple[tuple[str, tuple[Moment, ...]], ...]:
    """The moments of each day, and the days on which something was said; those without a day last."""
    days = sorted(
        {moment.day for moment in moments} | {day for day, number in statements.items() if number}, key=lambda day: day or "~"
    )
    return tuple((day, tuple(moment for moment in moments if moment.day == day)) for day in days)


def moment_to_json(moment: Moment) -> JsonObject:
    """The moment as JSON."""
    return {
        "day": moment.day or None,
        "what": str(moment.what),
        "who": moment.who,
        "words": moment.words,
        "of": moment.of,
        "more": moment.more,
        "claim": moment.claim,
        "statement": moment.statement,
        "article": moment.article,
        "outlet": moment.outlet or None,
    }
