"""What the words that are said make of a plain saying."""

from __future__ import annotations

import re
from dataclasses import dataclass

from allegedly.characterise.data import string, strings, table, tables
from allegedly.languages import Table
from allegedly.model import Attribution, Kind

OTHER = "*"
"""The cue of all that no rule of the content names."""
_INFINITIVE = (
    r"\A(?!(?:about|of|on|over|for|regarding) )(?:(?!(?:that|who|which|because) )[\w’'.,&-]+ ){0,9}?"
    r"(?<!have )(?<!had )(?<!has )(?<!able )(?<!going )(?<!used )(?<!want )(?<!wants )(?<!wanted )(?:not )?to [a-z]+"
)
"""What somebody is to do, behind who is."""
_BLANK = re.compile(r"(\(\?<[!=][^)]*\))| (?![^\[\]]*\])")
"""A blank of a pattern, a quotation may begin behind it; but for one among characters in brackets or in a look behind."""
ENDING = r"|[!?][\s\"”]|(?<!\.[a-z])(?<!\b[a-z])(?<!\bmr)(?<!\bmrs)(?<!\bms)(?<!\bdr)(?<!\bsen)(?<!\brep)(?<!\bgov)\.[\s\"”]"
"""A sentence's end, in small letters; the point of a name's letter or of a title is none."""
_CAPITALS = re.compile(r"\(\?P<\w+>|\\.|[A-Z]+")
"""The capitals of a pattern, and what must keep them: the name of a group, an escaped letter."""
_PREDICATE = (
    r"\A[\"“'‘’ ]*(?:that )?(?!(?:I|we|my|our)\b)"
    r"(?:(?!(?:who|which|if|when|because|but|while|although|though|after|since|whether|(?<!to )not(?! to)|never|no|without"
    r"|must|may|might|could|would|should|says?|said|thinks?)\b)"
    r"[\w’'.,&-]+ ){{0,12}}?"
    r"(?:(?:is|are|was|were|be|been|become|becoming|remains?|looks?|seems?|seemed|sounds?|sounded)"
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
    one that does not open the first. `not_cues`: none of these. `unless`: what may not stand before it in its sentence;
    `never_before`: nor right before it. All patterns but those of `modal`, `infinitive` and `asks` are in small letters.
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
    never_before: tuple[str, ...]
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


def by_first_letter(words: tuple[str, ...], *, cased: bool = True) -> str:
    """A pattern that finds any of these words, whole, in small letters; `cased`: but for the first.

    Grouped by first letters, of which the search skips all others: five times as fast over a whole article.
    """
    listed = "|".join(
        rf"{f'[{first}{first.upper()}]' if cased else re.escape(first)}(?<!\w.)(?:{'|'.join(rest)})"
        for first, rest in _grouped(words).items()
    )
    return rf"(?:{listed})(?!\w)"


def content_rules(data: Table) -> dict[Kind, dict[str, tuple[ContentRule, ...]]]:
    """The rules of the content in the order of the file, by the kind that they make another of and the cue that they hold with.

    `OTHER` stands for every cue that no rule names.
    """
    neutral = table(data, "neutral")
    shared = {"*": strings(neutral, "saying"), "+": strings(neutral, "naming")}
    rules = [_content_rule(entry, shared) for entry in tables(data, "content")]
    cues = {OTHER}.union(*(rule.cues | rule.not_cues for rule in rules))
    return {
        kind: {
            cue: tuple(
                rule for rule in rules if kind in rule.of and (not rule.cues or cue in rule.cues) and cue not in rule.not_cues
            )
            for cue in cues
        }
        for kind in Kind
    }


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
        never_before=tuple(f"{word} " for word in strings(entry, "never_before")) if "never_before" in entry else (),
        source=re.compile(string(entry, "source"), re.IGNORECASE) if "source" in entry else None,
        not_source=re.compile(string(entry, "not_source"), re.IGNORECASE) if "not_source" in entry else None,
    )


def _unless(entry: Table) -> re.Pattern[str]:
    """What parts a pattern from the opening of its sentence: the sentence's end, and the words named."""
    words = "".join(rf"|\b(?:{word})\b" for word in strings(entry, "unless")) if "unless" in entry else ""
    return _folded(rf";{ENDING}{words}")


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
        return _folded(string(entry, "pattern"))
    if "any" in entry:
        listed = _BLANK.sub(' ["“‘]?', "|".join(strings(entry, "any")))
        return _folded(rf"\b(?P<found>{listed})")
    if "starts" in entry:
        listed = "|".join(re.escape(word) for word in strings(entry, "starts"))
        never = "|".join(re.escape(word) for word in strings(entry, "never_after")) if "never_after" in entry else r"\Z\A"
        return _folded(rf"\A[\"“'‘’ (]*(?:that )?[\"“'‘’ ]*(?:{listed})(?!\w)(?! (?:{never})(?!\w))")
    if "predicate" in entry:
        return _folded(_PREDICATE.format("|".join(strings(entry, "predicate"))))
    if "modal" in entry:
        never = "|".join(re.escape(word) for word in strings(entry, "never_after"))
        listed = "|".join(re.escape(word) for word in strings(entry, "modal"))
        return re.compile(rf"\b(?:{listed})(?!\w)(?! (?:{never})(?!\w))")
    return re.compile(by_first_letter(tuple(word.lower() for word in strings(entry, "words")), cased=False))


def _folded(pattern: str) -> re.Pattern[str]:
    """The pattern in small letters, for words in small letters: several times as fast as one that ignores the case."""
    return re.compile(_CAPITALS.sub(lambda found: found.group().lower() if found.group().isalpha() else found.group(), pattern))


def content_shape(text: str, attribution: Attribution) -> str:
    """How the content is given: `quote`, `that`, `to`, `wh`, or `noun` (a phrase or a clause).

    >>> from allegedly.model import Span
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
