"""What the words that are said make of a plain saying."""

from __future__ import annotations

import re
from dataclasses import dataclass

from allegedly.characterise.data import string, strings, table, tables
from allegedly.languages import Table
from allegedly.model import Attribution, Kind, Span, Spans

_FIRST_CLAUSE = 200
"""Characters of a content that may change its kind."""
_NEAR = 140
"""Characters of a content in which an obligation is its main point."""
_UP_TO = 140
"""Characters of a content's first sentence in which any of a list of patterns may begin."""
_SUBORDINATE = re.compile(
    r"\b(?:because|if|when|while|who|which|unless|although|though|whose|where|why)\b|[!?;:]\s"
    r"|(?<!\.[A-Z])(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)\.\s",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ContentRule:
    """From the kinds `of`, with a cue of `cues` and content of `shapes` (any, if empty), what `pattern` finds makes `kind`.

    `modal`: it is to stand in the first clause, close to its start. `anchored`: only the content's first span is looked at, where
    not its words make it but how it opens. `ending`: it is to end the content; `asks`: so is
    its question mark. `infinitive`: one may open any span; `apart`: only
    one that does not open the first. `not_cues`: none of these.
    """

    of: frozenset[Kind]
    kind: Kind
    cues: frozenset[str]
    shapes: frozenset[str]
    pattern: re.Pattern[str]
    modal: bool
    anchored: bool
    ending: bool
    infinitive: bool
    apart: bool
    not_cues: frozenset[str]
    asks: bool


def any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern that finds any of these words or phrases, whole, the longest first, in any letter case."""
    listed = "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in _grouped(words).items())
    return re.compile(rf"(?<!\w)(?:{listed})(?!\w)", re.IGNORECASE)


def _grouped(words: tuple[str, ...]) -> dict[str, list[str]]:
    """The words behind their first letter, escaped, by that letter; the longest first."""
    groups: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        groups.setdefault(word[0], []).append(re.escape(word[1:]))
    return groups


def by_first_letter(words: tuple[str, ...]) -> str:
    """A pattern that finds any of these words, whole, in small letters but for the first.

    Grouped by first letters, of which the search skips all others: five times as fast over a whole article.
    """
    listed = "|".join(rf"[{first}{first.upper()}](?<!\w.)(?:{'|'.join(rest)})" for first, rest in _grouped(words).items())
    return rf"(?:{listed})(?!\w)"


def content_rules(data: Table) -> dict[Kind, tuple[ContentRule, ...]]:
    """The rules of the content, by the kind that they make another of, in the order of the file."""
    neutral = table(data, "neutral")
    shared = {"*": strings(neutral, "saying"), "+": strings(neutral, "naming")}
    rules = [_content_rule(entry, shared) for entry in tables(data, "content")]
    return {kind: tuple(rule for rule in rules if kind in rule.of) for kind in Kind}


def _content_rule(entry: Table, shared: dict[str, tuple[str, ...]]) -> ContentRule:
    modal = "modal" in entry
    if "infinitive" in entry:
        pattern = re.compile(r"\A(?:[\w’'.,&-]+ ){0,9}?(?:not )?to [a-z]+")
    elif "question" in entry:
        pattern = re.compile(
            r"\A[\"“'‘’ ]*(?:[^.!?]|\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\.)*(?<!, right)(?<!knows)(?<!, huh)\?[\"”'’s ]*\Z"
        )
    elif "ending" in entry:
        pattern = re.compile(r"\?[\"”'’\s]*\Z")
    elif "pattern" in entry:
        pattern = re.compile(string(entry, "pattern"), re.IGNORECASE)
    elif "any" in entry:
        unless = "|".join(strings(entry, "unless")) if "unless" in entry else r"\Z\A"
        listed = "|".join(strings(entry, "any"))
        pattern = re.compile(rf"\A(?:(?!\b(?:{unless})\b)[^.;?!]){{0,{_UP_TO}}}?\b(?P<found>{listed})", re.IGNORECASE)
    elif "starts" in entry:
        listed = "|".join(re.escape(word) for word in strings(entry, "starts"))
        never = "|".join(re.escape(word) for word in strings(entry, "never_after")) if "never_after" in entry else r"\Z\A"
        pattern = re.compile(rf"\A[\"“'‘’ (]*(?:that )?[\"“'‘’ ]*(?:{listed})(?!\w)(?! (?:{never})(?!\w))", re.IGNORECASE)
    elif modal:
        never = "|".join(re.escape(word) for word in strings(entry, "never_after"))
        listed = "|".join(re.escape(word) for word in strings(entry, "modal"))
        before = "".join(rf"(?<!{re.escape(word)} )" for word in strings(entry, "never_before"))
        pattern = re.compile(rf"(?<!\w){before}(?:{listed})(?!\w)(?! (?:{never})(?!\w))")
    else:
        pattern = any_of(strings(entry, "words"))
    named, shapes = (strings(entry, key) if key in entry else () for key in ("cues", "shapes"))
    cues = frozenset(cue for name in named for cue in shared.get(name, (name,)))
    of = frozenset(Kind(kind) for kind in strings(entry, "of"))
    return ContentRule(
        of,
        Kind(string(entry, "kind")),
        cues,
        frozenset(shapes),
        pattern,
        modal,
        modal or ("words" not in entry and pattern.pattern.startswith(r"\A")),
        "ending" in entry,
        "infinitive" in entry,
        "apart" in entry,
        frozenset(strings(entry, "not_cues")) if "not_cues" in entry else frozenset(),
        "question" in entry,
    )


def content_shape(text: str, attribution: Attribution) -> str:
    """How the content is given: `quote`, `that`, `to`, `wh`, or `noun` (a phrase or a clause).

    >>> content_shape("He asked to leave.", Attribution((), (), (Span(9, 17),)))
    'to'
    """
    start = attribution.content[0].start
    opening = text[start : start + 9].lower()
    if opening[:1] in "\"“‘'«„`":
        return "quote"
    for shape, words in (
        ("that", ("that ",)),
        ("to", ("to ",)),
        ("wh", ("whether ", "what ", "how ", "why ", "if ", "who ", "where ")),
    ):
        if opening.startswith(words):
            return shape
    return "noun"


def found_by(text: str, content: Spans, rule: ContentRule) -> Span | None:
    """Where the opening words of a content have what the rule looks for."""
    if rule.ending:
        match = rule.pattern.search(text, max(content[-1].start, content[-1].end - 12), content[-1].end)
        return Span(match.start(), match.start() + 1) if match else None
    if rule.infinitive:
        if text[content[0].start : content[-1].end].rstrip("\"”’' ").endswith("?"):
            return None
        apart = next((span for span in content[1:] if text.startswith(("to ", "not to "), span.start)), None)
        if apart is not None:
            return Span(apart.start, apart.start + text[apart.start : apart.end].index("to") + 2)
        if rule.apart:
            return None
    if rule.asks and "?" not in text[content[-1].end - 4 : content[-1].end]:
        return None
    left = _FIRST_CLAUSE
    for span in content:
        end = min(span.end, span.start + left)
        if rule.modal:
            stop = _SUBORDINATE.search(text, span.start, end)
            end = min(stop.start() if stop else end, span.start + _NEAR)
        match = rule.pattern.search(text[span.start : end])
        if match is not None:
            opens = span.start + (match.start("found") if "found" in rule.pattern.groupindex else match.start())
            return Span(opens, max(span.start + match.end(), opens + 1))
        left -= end - span.start
        if left <= 0 or rule.anchored:
            return None
    return None
