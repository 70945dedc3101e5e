"""Conjoined sources: "Anna Bell and Peter Dorn said" are two speakers."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from allegedly.model import Span, Spans, Speaker, SpeakerKind, merged
from allegedly.resolve.lexicon import Lexicon, Place
from allegedly.resolve.people import Named
from allegedly.resolve.sureness import WRITTEN
from allegedly.resolve.words import Words, singular

_AND = re.compile(r",? (?:and|&) ")
_COMMA = re.compile(r", ")
_BOTH = re.compile(r"[Bb]oth ")
_LABEL = re.compile(r"[DRI]-\w[\w. ]*")
_CAUSE = re.compile(r" (?:on|of|for|against|to) (?:the )?[A-Z]")
_PLACE = re.compile(r"(?: of (?:[A-Z][\w.]+ ?){1,3})?(?: \([DRI]-[\w. ]+\))?")
_BESIDE = re.compile(r"\b(?:along with|together with|as well as|accompanied by|alongside|including|such as)\b")
_FORMER = re.compile(r"(?:the )?(?:former|then|ex|fellow|acting|outgoing|current|longtime|incoming|late)[ -]$")
_OPENS = 5
"""Characters that may stand before a name in its part of the source: "the "."""
_TOGETHER = (
    SpeakerKind.NAMED_PERSON,
    SpeakerKind.ORGANISATION,
    SpeakerKind.GOVERNMENT,
    SpeakerKind.STATE,
    SpeakerKind.OUTLET,
)


def parts_of(words: Words, span: Span, held: Sequence[Named], lexicon: Lexicon) -> Spans:
    """The parts of a source that each name somebody; none where it names one, or joins anything else.

    Each part but for an article begins with a name or with its title; what stands behind the name in it is an apposition.
    """
    text = words.text
    start = span.start + (len(match.group()) if (match := _BOTH.match(text, span.start, span.end)) else 0)
    start = _behind_many(words, start, held, lexicon)
    start = _behind_owner(words, _behind_plural(words, start, held), held)
    ands = _cuts(_AND, words, start, span.end, held)
    if not ands:
        return ()
    parts = _between(start, span.end, ands[-1:]) if len(ands) > 1 else _between(start, span.end, ands)
    first = parts[0]
    listed = _between(first.start, first.end, _cuts(_COMMA, words, first.start, first.end, held))
    if len(listed) > 1 and all(_bare(words, part, held) or _elected(words, part, held) for part in listed):
        parts = (*listed, *parts[1:])
    if not all(_named(words, part, held) for part in parts) or _said_of_one(words, parts[0], ands[-1], held):
        return ()
    if (
        _apposed_body(parts, words, held)
        or _one_firm(parts, held)
        or any(_likened(words, part, held) for part in parts)
        or (any("&" in words.text[cut.start : cut.end] for cut in ands) and not _all_bare(words, parts, held))
    ):
        return ()
    lone = any(_lone(part, held) for part in parts)
    return () if lone and not all(_bare(words, part, held) for part in parts) else parts


def _behind_plural(words: Words, start: int, held: Sequence[Named]) -> int:
    """Where the first name begins behind small words for those named: "council members Norland and Kaleva"; else `start`."""
    opens = held[0].mention.opens if held else start
    lead = words.within(start, opens)
    small = bool(lead) and all(words.texts[at].islower() and (at == lead.start or words.joined(at)) for at in lead)
    many = small and singular(words.texts[lead[-1]]) != words.texts[lead[-1]] and words.gap(lead.stop) == " "
    return opens if many else start


def _behind_many(words: Words, start: int, held: Sequence[Named], lexicon: Lexicon) -> int:
    """Where the first name begins that tells who several people are: "Dorn’s lawyers, Anna Bell and Ida Krog"; else `start`."""
    for number, item in enumerate(held):
        opens = item.mention.opens
        lead = words.within(start, opens)
        full = item.mention.stop - item.mention.first > 1 and item.mention.sort in ("person", "weak") and bool(item.people)
        if not full or not lead or words.text[words.ends[lead[-1]] : opens] != ", ":
            continue
        rest = [one for one in held[number : number + 4] if one.mention.sort in ("person", "weak") and one.people]
        noun = next((at for at in lead[1:] if words.texts[at] in ("of", "for", "in", "who", "from")), lead.stop) - 1
        one = singular(words.texts[noun].lower())
        many = one != words.texts[noun].lower() and (one in lexicon.roles or one in lexicon.people)
        return opens if many and words.texts[noun].islower() and len(rest) > 1 else start
    return start


def _behind_owner(words: Words, start: int, held: Sequence[Named]) -> int:
    """Where the first name begins behind the body whose people these are: "KRN’s Anna Bell and Peter Dorn"; else `start`."""
    if len(held) < 3 or not held[0].mention.possessive or any(person.shown for person in held[0].people):
        return start
    following = held[1].mention
    full = following.sort in ("person", "weak") and following.stop - following.first > 1
    return following.opens if full and held[0].mention.stop == words.within(following.opens, following.span.end).start else start


def joint_speaker(source: Spans, parts: Spans, judge: Callable[[Span], Speaker | None]) -> Speaker | None:
    """The speaker of all parts together, with each as a member; `None` where one has no name, or two have the same."""
    members: list[Speaker] = []
    for part in parts:
        member = judge(part)
        if member is None or member.name is None or member.kind not in _TOGETHER:
            return None
        members.append(replace(member, evidence=merged((part, *(one for one in member.evidence if one not in source)))))
    names = [member.name or "" for member in members]
    if len(set(names)) != len(names):
        return None
    return together(members, source)


def states_together(places: Sequence[Place], source: Spans) -> Speaker:
    """States that a source names by one plural as one speaker: "the two Koreas"."""
    told = (Speaker(place.name, SpeakerKind.STATE, country=place.code, evidence=source, confidence=WRITTEN) for place in places)
    return together(tuple(told), source)


def together(members: Sequence[Speaker], source: Spans) -> Speaker:
    """The members as one speaker; what all share is its own."""
    names = [member.name or "" for member in members]
    countries = {member.country for member in members}
    return Speaker(
        " and ".join((", ".join(names[:-1]), names[-1])),
        members[0].kind,
        country=countries.pop() if len(countries) == 1 else None,
        mentions=merged(place for member in members for place in member.mentions),
        evidence=merged((*source, *(place for member in members for place in member.evidence))),
        inferred=any(member.inferred for member in members),
        confidence=min(member.confidence for member in members),
        number=len(members),
        members=tuple(members),
    )


def _cuts(pattern: re.Pattern[str], words: Words, start: int, end: int, held: Sequence[Named]) -> list[Span]:
    """Where the pattern stands between names, not in one."""
    found = (Span(*match.span()) for match in pattern.finditer(words.text, start, end))
    apart = (cut for cut in found if not words.aside(words.within(cut.start, cut.end).start))
    return [cut for cut in apart if not any(item.mention.span.overlaps(cut) for item in held)]


def _between(start: int, end: int, cuts: Sequence[Span]) -> tuple[Span, ...]:
    edges = [start, *(place for cut in cuts for place in (cut.start, cut.end)), end]
    pairs = zip(edges[::2], edges[1::2], strict=True)
    return tuple(Span(first, last) for first, last in pairs if last > first)


def _said_of_one(words: Words, part: Span, cut: Span, held: Sequence[Named]) -> bool:
    """Whether "and" stands in what is said of the first: an apposition that no comma has closed before it ("Anna Bell, who worked
    for Ida Krog and Peter Dorn"), or others beside whom the first speaks ("Bell, along with Krog, and Dorn").
    """
    first = next(item for item in held if part.covers(item.mention.span))
    behind = words.text[first.mention.span.end : part.end]
    closed = words.text[cut.start] == ","
    opened = behind.lstrip(" ")[:1] in ("-", "–", "—") or (behind[:2] == ", " and not _LABEL.match(behind, 2) and not closed)
    lone = first.mention.sort in ("single", "weak") and not any(person.shown for person in first.people)
    cause = lone and _CAUSE.match(behind) is not None
    return opened or cause or behind.startswith((" who ", " which ", " whose ")) or _BESIDE.search(behind) is not None


def _named(words: Words, part: Span, held: Sequence[Named]) -> bool:
    first = next((item for item in held if part.covers(item.mention.span)), None)
    if first is None or first.mention.possessive:
        return False
    lead = first.mention.opens - part.start
    return lead <= _OPENS or _FORMER.match(words.text, part.start, first.mention.opens) is not None


def _all_bare(words: Words, parts: Spans, held: Sequence[Named]) -> bool:
    return all(_bare(words, part, held) for part in parts)


def _apposed_body(parts: Spans, words: Words, held: Sequence[Named]) -> bool:
    """Whether what stands behind "and" ends the body for which one person works: "Anna Bell, of Orlec Steel and Iron Works"."""
    first, last = (next(item for item in held if part.covers(item.mention.span)) for part in (parts[0], parts[-1]))
    person = first.mention.sort in ("person", "weak") and not _bare(words, parts[0], held)
    return person and last.mention.sort == "body"


def _one_firm(parts: Spans, held: Sequence[Named]) -> bool:
    """Whether both sides of "and" are the firm of the one person named: "Orlec Tool and Mold manager Anna Bell"."""
    item = next(item for item in held if parts[0].covers(item.mention.span))
    first, shown = item.mention, any(person.shown for person in item.people)
    roles = [one.mention.role for one in held if parts[-1].covers(one.mention.span) and one.mention.titled]
    working = any(role is not None and role.affiliation is not None and role.text.islower() for role in roles)
    return working and first.sort in ("weak", "single") and not shown and first.span.end == parts[0].end


def _likened(words: Words, part: Span, held: Sequence[Named]) -> bool:
    """Whether the part is a nickname that somebody is somebody's: "his Mini-Me, Speaker Anna Bell"."""
    item = next(item for item in held if part.covers(item.mention.span))
    owned = words.text[part.start : item.mention.opens].strip().lower() in ("his", "her", "their", "its")
    return owned and item.mention.sort in ("single", "weak") and not any(person.shown for person in item.people)


def _lone(part: Span, held: Sequence[Named]) -> bool:
    """Whether the part opens with one capital that nothing shows to be a person: the last word of "Firearms and Explosives"."""
    first = next(item for item in held if part.covers(item.mention.span))
    alone = first.mention.sort == "single" and first.mention.span.end == part.end
    return alone and not any(person.shown for person in first.people)


def _elected(words: Words, part: Span, held: Sequence[Named]) -> bool:
    """Whether the part is a full name and the place or label of its bearer: "Sens. Anna Bell of Ohio", "Anna Bell (D-Ohio)"."""
    first = next((item for item in held if part.covers(item.mention.span) and item.people), None)
    full = first is not None and first.mention.stop - first.mention.first > 1 and _named(words, part, held)
    return full and first is not None and _PLACE.fullmatch(words.text, first.mention.span.end, part.end) is not None


def _bare(words: Words, part: Span, held: Sequence[Named]) -> bool:
    """Whether the part is a name and no more."""
    first = next((item for item in held if part.covers(item.mention.span)), None)
    return (
        first is not None
        and first.mention.span.end == part.end
        and _named(words, part, held)
        and not _LABEL.fullmatch(words.text, part.start, part.end)
    )
