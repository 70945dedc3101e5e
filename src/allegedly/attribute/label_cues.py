"""Attributions that layout gives: a label and a colon, a dash and a name."""

from __future__ import annotations

import re

from allegedly.attribute.found import Found
from allegedly.attribute.lexicon import AUXILIARY, CONJUNCTION, MARK, NUMBER, PREPOSITION, SAID
from allegedly.attribute.words import Words
from allegedly.model import Span

_CREDIT = re.compile(r"[”\"'’]\s*(?P<cue>[―—–]|--)\s*(?P<name>[A-Z][^\n.!?\"“”:;]{2,80}?)[.]?\s*$")
_LABEL = re.compile(
    r"(?P<name>[A-Z][\w.'’\- ]{0,40}?(?:, [A-Z][A-Z.'’\- ]{1,40}){0,2}(?:\s*[(\[][^)\]\n]{1,40}[)\]])?)\s*(?P<cue>:)\s+(?=\S)"
)
_ALONE, _WITH_OFFICE = 4, 8
"""How many words the label of a speaker has, and with an office behind a comma: "ANNA BELL, MAYOR OF ORLEC"."""
_SMALL = frozenset(("of", "the", "de", "von", "van", "al", "bin", "da", "di", "and", "for"))


def label_cues(w: Words, paragraph: tuple[int, int], headline: bool, turns: frozenset[str]) -> list[Found]:
    """The attribution that a paragraph's layout gives, if any. `turns`: names that label several paragraphs of the article."""
    first, last = paragraph
    start, end = w.start[first], w.end[last - 1]
    credit = _CREDIT.search(w.text, max(start, end - 120), end)
    if credit is not None:
        spans = [Span(start, credit.start() + 1)] if credit.start() >= start else []
        name = Span(credit.start("name"), credit.end("name"))
        return [Found((name,), (Span(*credit.span("cue")),), spans, first, "credit", SAID)] if spans else []
    label = _LABEL.match(w.text, start, end)
    if label is None or not _names(w, label["name"], label.end("name"), first, headline, turns):
        return []
    content = Span(label.end(), end)
    number = w.quote[w.at(label.end())] if w.at(label.end()) < last else -1
    return [
        Found(
            (Span(start, start + len(label["name"])),), (Span(*label.span("cue")),), [content], first, "label", SAID, None,
            [number] if number >= 0 else [],
        )
    ]  # fmt: skip


def turns_of(w: Words) -> frozenset[str]:
    """The labels that open at least two paragraphs: the speakers of a transcript."""
    seen: dict[str, int] = {}
    for first, _ in w.paragraphs:
        label = _LABEL.match(w.text, w.start[first])
        if label is not None:
            seen[label["name"]] = seen.get(label["name"], 0) + 1
    return frozenset(name for name, count in seen.items() if count > 1 and len(name.split()) < 6)


def _names(w: Words, name: str, end: int, first: int, headline: bool, turns: frozenset[str]) -> bool:
    """Whether a label names who speaks."""
    lower = name.lower().replace("’", "'").strip()
    if lower in w.lexicon.never_labels:
        return False
    if name in turns or lower in ("q", "a"):
        return name in turns
    if lower in w.lexicon.labels and headline:
        return True
    last = w.at(end)
    tokens = range(first, last)
    if any(w.bits[n] & (AUXILIARY | CONJUNCTION | NUMBER | PREPOSITION) and w.lower[n] not in _SMALL for n in tokens):
        return False
    plain = [n for n in tokens if not w.bits[n] & MARK and w.lower[n] not in _SMALL]
    shouted = name.isupper() and len(name) > 2
    if headline and not shouted and w.lower[first] in ("the", "a", "an", "this", "these", "here"):
        return False
    capitals = all(w.capital[n] for n in plain)
    most = _WITH_OFFICE if shouted and "," in name else _ALONE
    return bool(plain) and len(plain) <= most and capitals and (headline or shouted)
