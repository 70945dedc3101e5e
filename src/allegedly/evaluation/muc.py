"""Gold of casualties and of how sure a report is: the messages and answer keys of MUC-3 and MUC-4.

Sundheim 1992: each message is a report of terrorism in Latin America, printed in capitals; its key holds a template for each
incident. A slot's fills stand one below the other, alternatives are parted by `/`, a fill that need not be given opens with `?`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from allegedly.errors import GoldError
from allegedly.evaluation.hits import Hits
from allegedly.model import Certainty, Figure, Kind, Spans, SpeakerKind, Statement, words_of

_MESSAGE = re.compile(r"^((?:DEV|TST\d)-MUC\d-\d{4})\b.*$", re.MULTILINE)
_QUOTED = re.compile(r'"([^"]*)"')
_OPENING = re.compile(r"\A.*?--\s*(?:\[[^\]]*\]\s*)*", re.DOTALL)
_BLANK = re.compile(r"\n[ \t]*\n\s*")

_NUMBER, _EFFECT, _ORGANISATION, _CONFIDENCE = 21, 23, 10, 11
"""Numbers of slots in a key."""
CONFIDENCES = frozenset(
    (
        "REPORTED AS FACT",
        "SUSPECTED OR ACCUSED",
        "SUSPECTED OR ACCUSED BY AUTHORITIES",
        "CLAIMED OR ADMITTED",
        "DENIED",
        "POSSIBLE",
        "ACQUITTED",
    )
)
_KILLED, _WOUNDED = "killed", "wounded"
_ORDER = (
    "CLAIMED OR ADMITTED",
    "DENIED",
    "SUSPECTED OR ACCUSED BY AUTHORITIES",
    "SUSPECTED OR ACCUSED",
    "POSSIBLE",
)
_NEAR = 80
"""Characters before an organisation's name that may tell how an incident is laid to it."""
_OWNS = re.compile(
    r"[^.;]{0,40}\b(?:(?:claimed|took|assumed) (?:responsibility|credit)|(?:has|have) claimed|claimed it|admitted)\b",
    re.IGNORECASE,
)
_OWNED_BY = re.compile(r"\b(?:responsibility|credit|claimed)\b[^.;]{0,60}\bby (?:the )?$", re.IGNORECASE)
_HELD_TO_BE = re.compile(
    r"\b(?:alleged(?:ly)?|suspected|suspects?|presumed|presumably|supposed(?:ly)?|believed to be|apparently|reportedly"
    r"|accused|blamed|attributed to)\b[^.;]{0,50}$",
    re.IGNORECASE,
)
_OWNED = re.compile(
    r"\b(?:claim|accept|assum|admit|acknowledg)\w* (?:\w+ ){0,2}(?:responsibility|credit|authorship)\b", re.IGNORECASE
)
_RESPONSIBLE = re.compile(r"\b(?:responsib|involve|participa|attack|kill|murder|bomb|assassin)", re.IGNORECASE)
_SUSPECTED = re.compile(
    r"\b(?:attribut|blam|accus|suspect|presum|alleg|implicat)\w*|\b(?:linked to|responsible for|behind|involved in|hand in)\b",
    re.IGNORECASE,
)
_AUTHORITY = re.compile(
    r"\b(?:police|army|military|armed forces|officials?|authorit|minist|president|government|general|colonel|commander|officers?"
    r"|judge|mayor|governor|attorney|prosecutor|intelligence|security|chief)",
    re.IGNORECASE,
)
_EFFECTS = {"DEATH": _KILLED, "INJURY": _WOUNDED}
_PLACE = 36
"""Where the fills of a slot begin in a line of a key."""


@dataclass(frozen=True, slots=True)
class Casualty:
    """How many were `killed` or `wounded` in an incident, and the words for them."""

    number: int
    harm: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Suspicion:
    """An organisation that an incident is laid to, by its names, and how: every confidence that the key allows."""

    names: tuple[str, ...]
    confidences: frozenset[str]


@dataclass(frozen=True, slots=True)
class Message:
    """A report without its heading: paragraphs of one line each, parted by blank lines, in capitals as they come."""

    name: str
    text: str
    casualties: tuple[Casualty, ...]
    suspicions: tuple[Suspicion, ...]


def read_muc(folder: Path) -> tuple[Message, ...]:
    """The messages of a folder with its keys (`key-*`). Raises `GoldError` where there are none."""
    texts: dict[str, str] = {}
    keys: dict[str, list[dict[int, list[str]]]] = {}
    for path in sorted(folder.glob("*-muc*")):
        texts |= dict(_messages(_read(path)))
    for path in sorted(folder.glob("key-*")):
        for name, template in _templates(_read(path)):
            keys.setdefault(name, []).append(template)
    if not texts or not keys:
        raise GoldError(f"{folder} holds no messages of MUC with their keys: expected files dev-muc… and key-…")
    return tuple(
        Message(
            name,
            text,
            tuple(dict.fromkeys(each for template in keys[name] for each in _casualties(template))),
            tuple(dict.fromkeys(each for template in keys[name] for each in _suspicions(template))),
        )
        for name, text in sorted(texts.items())
        if name in keys
    )


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="latin-1")
    except OSError as error:
        raise GoldError(f"{path} cannot be read: {error}") from error


def _messages(content: str) -> Iterator[tuple[str, str]]:
    found = list(_MESSAGE.finditer(content))
    for number, match in enumerate(found):
        end = found[number + 1].start() if number + 1 < len(found) else len(content)
        body = _OPENING.sub("", content[match.end() : end], count=1)
        yield match.group(1), "\n\n".join(" ".join(part.split()) for part in _BLANK.split(body) if part.strip())


def _templates(content: str) -> Iterator[tuple[str, dict[int, list[str]]]]:
    """The templates of a key: the fills of each slot by its number."""
    name, template, slot = "", dict[int, list[str]](), -1
    for line in content.splitlines():
        if line.startswith(";"):
            continue
        match = re.match(r"(\d+)\. ", line)
        if match is not None:
            slot, fill = int(match.group(1)), line[_PLACE:].strip()
            if slot == 0:
                if template:
                    yield name, template
                name, template = (fill.split() or [""])[0], {}
            template[slot] = [fill]
        elif line.strip() and slot >= 0:
            template.setdefault(slot, []).append(line.strip())
    if template:
        yield name, template


def _casualties(template: dict[int, list[str]]) -> Iterator[Casualty]:
    """The human targets with a number that were killed or wounded."""
    harms: list[tuple[str, set[str]]] = []
    for fill in template.get(_EFFECT, []):
        effect, _, words = fill.lstrip("? ").partition(":")
        harms += [(harm, set(_QUOTED.findall(words))) for name, harm in _EFFECTS.items() if effect.strip() == name]
    for fill in template.get(_NUMBER, []):
        number, _, words = fill.lstrip("? ").partition(":")
        digits = number.strip().lstrip("~").replace(",", "")
        names = _QUOTED.findall(words)
        for harm, of in harms:
            if digits.isdigit() and of.intersection(names):
                yield Casualty(int(digits), harm, tuple(names))


def _suspicions(template: dict[int, list[str]]) -> Iterator[Suspicion]:
    """The organisations that an incident is laid to."""
    for fill in template.get(_CONFIDENCE, []):
        confidence, _, words = fill.lstrip("? ").partition(":")
        allowed = frozenset(each.strip() for each in confidence.split("/"))
        names = tuple(_QUOTED.findall(words))
        if names and allowed <= CONFIDENCES:
            yield Suspicion(names, allowed)


def judged_figures(message: Message, figures: Sequence[Figure]) -> Hits:
    """How many of the killed and wounded that the key lists were counted right, of those counted at all, and of all listed.

    `figures` are those of the whole message. A target of the key is counted where a figure of killed or wounded has its noun, or
    its harm and no noun; it is counted right where one of these has its number and its harm. Single people, whom a text does not
    number, are left out, and so are targets with both harms, whose number is that of all together.
    """
    both = Counter(each.names for each in message.casualties)
    listed = {each for each in message.casualties if each.number > 1 and both[each.names] == 1}
    found = right = 0
    for target in listed:
        words = {word for name in target.names for word in name.lower().split()}
        counts = [
            (figure.low if figure.low is not None else figure.high, figure.category)
            for figure in figures
            if figure.category in (_KILLED, _WOUNDED)
            and (_noun(figure) in words if figure.counted else figure.category == target.harm)
        ]
        found += bool(counts)
        right += (target.number, target.harm) in counts
    return Hits(right, found, len(listed))


def _noun(figure: Figure) -> str:
    return (figure.counted or "").rpartition(" ")[2].lower()


def confidence_of(names: Sequence[str], text: str, statements: Sequence[Statement]) -> str:
    """How a report lays an incident to an organisation: one of `CONFIDENCES`, from the statements about it.

    What it owns up to comes first, then what others suspect it of (the authorities before anybody else), then what is only
    possible, then what the words right about the name tell ("suspected members of …", "… claimed responsibility"); a report
    without any of these lays it down as fact.
    """
    places = [match.span() for name in names for match in re.finditer(re.escape(" ".join(name.split())), text, re.IGNORECASE)]
    found: set[str] = set()
    for statement in statements:
        found |= _laid(text, statement, places)
    return next((each for each in _ORDER if each in found), None) or _about_the_name(text, places)


def _about_the_name(text: str, places: Sequence[tuple[int, int]]) -> str:
    """What the words right before and behind an organisation's name tell, in no statement of anybody."""
    if any(_OWNS.match(text, end) or _OWNED_BY.search(text, max(0, start - _NEAR), start) for start, end in places):
        return "CLAIMED OR ADMITTED"
    if any(_HELD_TO_BE.search(text, max(0, start - _NEAR), start) for start, _ in places):
        return "SUSPECTED OR ACCUSED"
    return "REPORTED AS FACT"


def _laid(text: str, statement: Statement, places: Sequence[tuple[int, int]]) -> set[str]:
    attribution, words = statement.attribution, statement.words
    if _touches(attribution.source, places):
        if statement.kind.value is Kind.DENIAL and _RESPONSIBLE.search(words):
            return {"DENIED"}
        owned = statement.kind.value is Kind.ACKNOWLEDGEMENT or _OWNED.search(words)
        return {"CLAIMED OR ADMITTED"} if owned else set()
    if not _touches(attribution.content, places):
        return set()
    if _OWNED.search(words):
        return {"CLAIMED OR ADMITTED"}
    speaker, certainty = statement.speaker, statement.certainty.value
    named = f"{speaker.role if speaker else ''} {words_of(text, attribution.source)}"
    held = speaker is not None and speaker.kind in (SpeakerKind.GOVERNMENT, SpeakerKind.STATE)
    authority = held or _AUTHORITY.search(named) is not None
    suspected = statement.kind.value is Kind.ACCUSATION or certainty is Certainty.ALLEGED or _SUSPECTED.search(words)
    if suspected:
        return {"SUSPECTED OR ACCUSED BY AUTHORITIES" if authority else "SUSPECTED OR ACCUSED"}
    if certainty in (Certainty.POSSIBLE, Certainty.PROBABLE):
        return {"SUSPECTED OR ACCUSED BY AUTHORITIES" if authority else "SUSPECTED OR ACCUSED"}
    return set()


def _touches(spans: Spans, places: Sequence[tuple[int, int]]) -> bool:
    return any(span.start < end and start < span.end for span in spans for start, end in places)
