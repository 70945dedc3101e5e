"""Attributions that verbs in the passive give: is believed to …, it was reported that …, was criticized by …"""

from __future__ import annotations

from allegedly.attribute.contents import content_after, content_end, skip_adjuncts
from allegedly.attribute.found import Found
from allegedly.attribute.lexicon import AUXILIARY, MARK
from allegedly.attribute.subjects import subject_after, subject_before
from allegedly.attribute.verb_groups import VerbGroup
from allegedly.attribute.words import Words
from allegedly.model import Span


def passive_cue(w: Words, group: VerbGroup, lowest: int, limit: int) -> Found | None:
    """Is believed to have …; it was reported that …; was accused of … by …; were told that …"""
    subject = subject_before(w, group.first, lowest)
    word, own = w.lower[group.head], w.quote[group.head]
    place = group.last
    if place >= limit or subject is None:
        return None
    source = _by_phrase(w, place, limit)
    meaning = w.lexicon.reported.get(word, group.verb.meaning)
    span = w.trimmed(*subject)
    if span is None:
        return None
    cue = (w.span(group.first, group.last),)
    after = skip_adjuncts(w, place, limit)
    if w.lower[place] == "to" and word in w.lexicon.reported:
        rest = w.trimmed(place, content_end(w, place, limit, own))
        return Found((), cue, [span, rest] if rest else [span], group.head, "passive to", meaning)
    if (after < limit and w.lower[after] == "that") or (group.verb.takes & {"person"} and after < limit):
        content = content_after(w, after, limit, frozenset(("that", "clause", "wh")), own)
        span = w.trimmed(content.first, content.last) if content else None
        return Found((), cue, [span], group.head, "passive that", meaning) if span else None
    if source is not None and "noun" in group.verb.takes:
        return Found((source,), cue, [span], group.head, "passive by", group.verb.meaning)
    if word in ("accused", "charged") and w.lower[place] in ("of", "with"):
        rest = w.trimmed(place, content_end(w, place, limit, own))
        return Found((), cue, [span, rest] if rest else [span], group.head, "passive of", meaning)
    return None


def _by_phrase(w: Words, place: int, limit: int) -> Span | None:
    for n in range(place, min(limit, place + 6)):
        if w.lower[n] == "by":
            found = subject_after(w, n + 1, limit)
            return w.trimmed(*found) if found else None
        if w.bits[n] & (MARK | AUXILIARY):
            return None
    return None
