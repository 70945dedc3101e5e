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
_ASKED = 400
"""Characters of a question."""
_INFINITIVE = (
    r"\A(?!(?:about|of|on|over|for|regarding) )(?:(?!(?:that|who|which|because) )[\w’'.,&-]+ ){0,9}?"
    r"(?<!have )(?<!had )(?<!has )(?<!able )(?<!going )(?<!used )(?<!want )(?<!wants )(?<!wanted )(?:not )?to [a-z]+"
)
"""What somebody is to do, behind who is."""
_BLANK = re.compile(r"(\(\?<[!=][^)]*\))| (?![^\[\]]*\])")
"""A blank of a pattern, a quotation may begin behind it; but for one among characters in brackets or in a look behind."""
_SENTENCE = re.compile(r"[.!?](?=[\s\"”'’]|\Z)")
_ENDING = r"|[!?][\s\"”]|(?<!\.[A-Z])(?<!\b[A-Z])(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSen)(?<!\bRep)(?<!\bGov)\.[\s\"”]"
"""A sentence's end; the point of a name's letter or of a title is none."""
_SUBORDINATE = re.compile(
    r"\b(?:because|if|when|while|who|which|unless|although|though|whose|where|why)\b|[;:]\s" + _ENDING,
    re.IGNORECASE,
)

_PREDICATE = (
    r"\A[\"“'‘’ ]*(?:that )?(?!(?:I|we|my|our)\b)"
    r"(?:(?!(?:who|which|if|when|because|but|while|although|though|after|since|whether|(?<!to )not(?! to)|never|no|without"
    r"|must|may|might|could|would|should|says?|said|thinks?)\b)"
    r"[\w’'.,&-]+ ){{0,12}}?"
    r"(?:(?:is|are|was|were|be|been|becoming|remains?|looks?|seems?|seemed|sounds?|sounded)"
    r"|(?:it|that|this|he|she|what)['’]s|(?:they|you)['’]re) "
    r"(?:[\w-]+ly |so |very |just |an? |really |such |too |quite |more |most |still |all |both |one of |also |even |[“\"‘'])*"
    r"(?P<found>{})(?![\w-])"
)
"""What somebody or something is said to be, in the first clause of a saying, where it is not the speaker."""


@dataclass(frozen=True, slots=True)
class ContentRule:
    """From the kinds `of`, with a cue of `cues` and content of `shapes` (any, if empty), what `pattern` finds makes `kind`.

    `modal`: it is to stand in the first clause, close to its start. `anchored`: only the content's first span is looked at, where
    not its words make it but how it opens. `ending`: it is to end the content; `asks`: so is
    its question mark. `infinitive`: one may open any span; `apart`: only
    one that does not open the first. `not_cues`: none of these. `unless`: what may not stand before it in its sentence.
    `source`: what the words of the source have; `not_source`: what they have not.
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
    unless: re.Pattern[str] | None
    source: re.Pattern[str] | None
    not_source: re.Pattern[str] | None


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
    named, shapes, never = (strings(entry, key) if key in entry else () for key in ("cues", "shapes", "not_cues"))
    pattern = _pattern(entry)
    return ContentRule(
        of=frozenset(Kind(kind) for kind in strings(entry, "of")),
        kind=Kind(string(entry, "kind")),
        cues=frozenset(cue for name in named for cue in shared.get(name, (name,))),
        shapes=frozenset(shapes),
        pattern=pattern,
        modal="modal" in entry,
        anchored="modal" in entry or "any" in entry or ("words" not in entry and pattern.pattern.startswith(r"\A")),
        ending="ending" in entry,
        infinitive="infinitive" in entry,
        apart="apart" in entry,
        not_cues=frozenset(never),
        asks="question" in entry,
        unless=_unless(entry) if "any" in entry else None,
        source=re.compile(string(entry, "source"), re.IGNORECASE) if "source" in entry else None,
        not_source=re.compile(string(entry, "not_source"), re.IGNORECASE) if "not_source" in entry else None,
    )


def _unless(entry: Table) -> re.Pattern[str]:
    """What parts a pattern from the opening of its sentence: the sentence's end, and the words named."""
    words = "".join(rf"|\b(?:{word})\b" for word in strings(entry, "unless")) if "unless" in entry else ""
    return re.compile(rf";{_ENDING}{words}", re.IGNORECASE)


def _pattern(entry: Table) -> re.Pattern[str]:
    """What the rule looks for, by the key that says how."""
    if "infinitive" in entry:
        return re.compile(_INFINITIVE)
    if "question" in entry:
        return re.compile(
            r"\A[\"“'‘’ ]*(?:[^.!?]|\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\.)*(?<!, right)(?<!knows)(?<!, huh)\?[\"”'’s ]*\Z"
        )
    if "ending" in entry:
        return re.compile(r"\?[\"”'’\s]*\Z")
    if "pattern" in entry:
        return re.compile(string(entry, "pattern"), re.IGNORECASE)
    if "any" in entry:
        listed = _BLANK.sub(' ["“‘]?', "|".join(strings(entry, "any")))
        return re.compile(rf"\b(?P<found>{listed})", re.IGNORECASE)
    if "starts" in entry:
        listed = "|".join(re.escape(word) for word in strings(entry, "starts"))
        never = "|".join(re.escape(word) for word in strings(entry, "never_after")) if "never_after" in entry else r"\Z\A"
        return re.compile(rf"\A[\"“'‘’ (]*(?:that )?[\"“'‘’ ]*(?:{listed})(?!\w)(?! (?:{never})(?!\w))", re.IGNORECASE)
    if "predicate" in entry:
        return re.compile(_PREDICATE.format("|".join(strings(entry, "predicate"))), re.IGNORECASE)
    if "modal" in entry:
        never = "|".join(re.escape(word) for word in strings(entry, "never_after"))
        listed = "|".join(re.escape(word) for word in strings(entry, "modal"))
        before = "".join(rf"(?<!{re.escape(word)} )" for word in strings(entry, "never_before"))
        return re.compile(rf"(?<!\w){before}(?:{listed})(?!\w)(?! (?:{never})(?!\w))")
    return any_of(strings(entry, "words"))


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
    if rule.asks:
        return _asked(text, content, rule)
    if rule.unless is not None:
        return _opening(text, content, rule.pattern, rule.unless)
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


def _opening(text: str, content: Spans, pattern: re.Pattern[str], unless: re.Pattern[str]) -> Span | None:
    """Where the first sentence of a content has the pattern, nothing before it that parts it from the opening."""
    left = _UP_TO
    for span in content:
        end = min(span.end, span.start + _FIRST_CLAUSE)
        match = pattern.search(text, span.start, end)
        before = match.start() if match else end
        if before - span.start > left or unless.search(text, span.start, before):
            return None
        if match is not None:
            return Span(match.start(), match.end())
        left -= before - span.start
    return None


def _asked(text: str, content: Spans, rule: ContentRule) -> Span | None:
    """The one question that a content is, its cue within or not."""
    last = content[-1]
    if "?" not in text[last.end - 4 : last.end] or any(_SENTENCE.search(text, span.start, span.end) for span in content[:-1]):
        return None
    match = rule.pattern.search(text[last.start : min(last.end, last.start + _ASKED)])
    return Span(last.start + match.start(), last.start + match.end()) if match else None
