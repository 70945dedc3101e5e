"""A statement in the words in which a person reads it: the same in the terminal, on the page and in a notebook."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from allegedly.export.threshold import DOUBTFUL, doubtful, is_bare, numbered
from allegedly.model import Article, Certainty, Findings, Kind, Span, Spans, SpeakerKind, Statement, words_of

MARK = "?"
"""Stands behind "how sure" where the confidence is below `DOUBTFUL`."""

NOBODY = "nobody named"
ARTICLE = "the article"
"""Stands for who says a bare statement."""
UNNAMED_NOTE = "unnamed"

UNNAMED = frozenset({SpeakerKind.UNNAMED_PERSON, SpeakerKind.UNNAMED_GROUP})

ACTS = {
    Kind.CONFIRMATION: "confirmed",
    Kind.ACKNOWLEDGEMENT: "acknowledged",
    Kind.DENIAL: "denied",
    Kind.REJECTION: "rejected",
    Kind.ACCUSATION: "accused",
    Kind.DOUBT: "doubted",
    Kind.DEMAND: "demanded",
    Kind.QUESTION: "asked",
    Kind.PROMISE: "promised",
    Kind.THREAT: "threatened",
    Kind.ANNOUNCEMENT: "announced",
    Kind.PREDICTION: "predicted",
    Kind.CONCERN: "feared",
    Kind.PRAISE: "praised",
    Kind.CRITICISM: "criticised",
    Kind.ATTITUDE: "attitude",
    Kind.NO_COMMENT: "no comment",
    Kind.NOT_REACHED: "not reached",
}
"""What stands under "how sure" where the statement does more than assert."""

LEADING = ("to", "on", "in", "at", "via", "through", "by", "over", "during", "from")
"""What leads on from a cue to a medium, in the words of English."""

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Tone(StrEnum):
    """What the eye should be told apart: words against something, words in doubt, all others."""

    PLAIN = "plain"
    AGAINST = "against"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Line:
    """One statement as a line of a table.

    `number` counts from 1 in the order of the text; `who` is the speaker as resolved, or as written where that is not
    known; `written` is the source as written where it says something else than `who`; `note` stands beside the name
    (`unnamed`, `unclear: A or B`, `perhaps A`). `depth`: 0, or how many statements this one is nested in. `doubtful`: whether
    the tagger is unsure of source and content. `bare`: nobody but the article says it. `members`: the names of those who speak
    together.
    """

    number: int
    id: str
    who: str
    written: str | None
    note: str | None
    unclear: bool
    says: str
    what: str
    how_sure: str
    tone: Tone
    depth: int
    doubtful: bool
    bare: bool = False
    members: tuple[str, ...] = ()

    @property
    def sure(self) -> str:
        """What stands under "how sure": `how_sure`, with the mark of doubt."""
        return self.how_sure + MARK if self.doubtful else self.how_sure


def lines_of(findings: Findings, least: float = 0.0, *, bare: bool = False) -> tuple[Line, ...]:
    """The statements of `findings` whose confidence is at least `least` as lines; see `numbered`."""
    shown = numbered(findings, least, bare=bare)
    depths = _depths(tuple(shown.values()))
    text = findings.article.text
    return tuple(line_of(number, one, depths[one.id], text) for number, one in shown.items())


def line_of(number: int, statement: Statement, depth: int = 0, text: str | None = None) -> Line:
    """One statement as a line; it stands on its own, but `text`, the article's, shows which words lead to a medium."""
    name, written, note = who(statement)
    return Line(
        number=number,
        id=statement.id,
        who=name,
        written=written,
        note=note,
        unclear=statement.speaker is not None and statement.speaker.name is None and bool(statement.speaker.candidates),
        says=says(statement, text),
        what=one_line(slices(statement, statement.attribution.content)),
        how_sure=how_sure(statement),
        tone=tone(statement),
        depth=depth,
        doubtful=doubtful(statement),
        bare=is_bare(statement),
        members=tuple(one_line(member.name or "") for member in statement.speaker.members) if statement.speaker else (),
    )


def slices(statement: Statement, spans: Spans) -> str:
    """The words under `spans`, which point into the article's text, taken from the statement's own words."""
    start = statement.attribution.extent.start
    return words_of(statement.words, (Span(span.start - start, span.end - start) for span in spans))


def who(statement: Statement) -> tuple[str, str | None, str | None]:
    """The speaker's name as shown, the source as written where it differs, and a note."""
    if is_bare(statement):
        return (ARTICLE, None, None)
    written = one_line(slices(statement, statement.attribution.source)).rstrip(" ,;:")
    speaker = statement.speaker
    if speaker is None:
        return (written or NOBODY, None, None)
    if speaker.name is None and speaker.candidates:
        names = " or ".join(one_line(name) for name in speaker.candidates)
        return (written or NOBODY, None, f"unclear: {names}" if len(speaker.candidates) > 1 else f"perhaps {names}")
    name = one_line(speaker.name) if speaker.name else written or NOBODY
    note = UNNAMED_NOTE if speaker.kind in UNNAMED else "inferred" if speaker.inferred and speaker.name else None
    differs = bool(written) and written.casefold() != name.casefold()
    return (name, written if differs else None, note)


def says(statement: Statement, text: str | None = None) -> str:
    """The cue as written, and through what or to whom it was said where the cue does not say that itself."""
    cue = one_line(slices(statement, statement.attribution.cue))
    medium = one_line(statement.medium.value).rstrip(" .,") if statement.medium else ""
    if medium.casefold() in cue.casefold():
        return cue
    if cue.rpartition(" ")[2] in LEADING:
        return f"{cue} {medium}"
    return ", ".join(part for part in (cue, _led_to(statement, medium, text)) if part)


def _led_to(statement: Statement, medium: str, text: str | None) -> str:
    """The medium behind the word that leads to it in the text: "on Telegram"; where none is known, behind "via"."""
    if not medium or medium.partition(" ")[0] in LEADING:
        return medium
    evidence = statement.medium.evidence if statement.medium else ()
    if text is None:
        text = " " * statement.attribution.extent.start + statement.words
    start = evidence[0].start if evidence else 0
    before = text[max(0, start - 20) : start].split()[-1:]
    return f"{before[0] if before and before[0] in LEADING else 'via'} {medium}"


def how_sure(statement: Statement) -> str:
    """The act where it is more than an assertion, and how surely the article presents the content where that is not surely."""
    kind, certainty = statement.kind.value, statement.certainty.value
    act = ACTS.get(kind)
    sure = certainty in (Certainty.CERTAIN, Certainty.UNDERSPECIFIED)
    if sure or (kind, certainty) == (Kind.ACCUSATION, Certainty.ALLEGED):
        return act or "stated"
    return f"{act}, {certainty}" if act else str(certainty)


def tone(statement: Statement) -> Tone:
    """How the line is coloured: a help beside the words, never instead of them."""
    if statement.kind.value in (Kind.DENIAL, Kind.REJECTION, Kind.DOUBT):
        return Tone.AGAINST
    if statement.certainty.value in (Certainty.CERTAIN, Certainty.UNDERSPECIFIED):
        return Tone.PLAIN
    return Tone.UNSURE


def title_of(article: Article) -> str:
    """The article's title, or its name, or its first words."""
    origin = article.origin
    return one_line(origin.title or origin.name or article.text[:80]) or "untitled"


def day_of(published: str | None) -> str | None:
    """The day of an ISO 8601 date or date-time as a reader writes it; anything else as it is.

    >>> day_of("2026-11-20T07:40:00+00:00")
    '20 Nov 2026'
    """
    if published is None:
        return None
    found = re.match(r"(\d{4})-(\d\d)-(\d\d)(?!\d)", published)
    if found is None or not 1 <= int(found[2]) <= 12:
        return one_line(published)
    return f"{int(found[3])} {MONTHS[int(found[2]) - 1]} {found[1]}"


def span_of_days(interval: str) -> str:
    """An ISO 8601 interval of days as a reader writes it; its end is the first day that no longer belongs to it.

    >>> span_of_days("2026-11-20/2026-11-21"), span_of_days("2026-11-16/2026-11-23"), span_of_days("2026-11-20")
    ('20 Nov 2026', '16 Nov 2026 to 22 Nov 2026', '20 Nov 2026')
    """
    start, slash, end = interval.partition("/")
    first = day_of(start) or ""
    try:
        last = date.fromisoformat(end[:10]) - timedelta(days=1)
        single = not slash or date.fromisoformat(start[:10]) >= last
    except ValueError:
        return first if not slash else one_line(interval)
    return first if single else f"{first} to {day_of(last.isoformat())}"


def tally(lines: Sequence[Line]) -> str:
    """How many statements, and of how many sources; statements of nobody and of unclear speakers count for no source.

    The same name is the same source, and each of those who speak together is one; sources without a name are told apart by their
    words, letter case aside.
    """
    said = [line for line in lines if not line.bare]
    named = [line for line in said if line.who != NOBODY and not line.unclear]
    sources = {name.casefold() for line in named for name in line.members or (line.who,)}
    return f"{counted(len(said), 'statement')}, {counted(len(sources), 'source')}"


def doubt(lines: Sequence[Line]) -> str:
    """What the mark of doubt means and which lines bear it; nothing where none does.

    >>> doubt([])
    ''
    """
    marked = [line.number for line in lines if line.doubtful]
    return f"{MARK} less than {DOUBTFUL:.0%} sure of who and what: {_rows(marked)}" if marked else ""


def unclear(lines: Sequence[Line]) -> str:
    """How many speakers are unclear and in which lines; nothing where none is."""
    marked = [line.number for line in lines if line.unclear]
    return f"unclear speaker: {len(marked)} ({_rows(marked)})" if marked else ""


def _rows(numbers: Sequence[int]) -> str:
    return f"row{'s' if len(numbers) > 1 else ''} " + ", ".join(map(str, numbers[:5])) + (", …" if len(numbers) > 5 else "")


def counted(number: int, noun: str) -> str:
    """
    A number and its noun, in the plural where it must.

    >>> counted(1, "source"), counted(1200, "source")
    ('1 source', '1,200 sources')
    """
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def one_line(words: str) -> str:
    """The words with every run of white space as one space, and without characters that steer a screen.

    Control characters, and marks that embed or override the direction of the text beyond these words, are left out.

    >>> one_line("At least\\n 12\\x1b[31m people")
    'At least 12[31m people'
    """
    return " ".join(_STEERING.sub("", words).split())


_STEERING = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def _depths(statements: Sequence[Statement]) -> dict[str, int]:
    parents = {statement.id: statement.parent for statement in statements}
    depths: dict[str, int] = {}
    for start in parents:
        chain: list[str] = []
        at: str | None = start
        while at is not None and at in parents and at not in depths and at not in chain:
            chain.append(at)
            at = parents[at]
        depth = depths[at] + 1 if at is not None and at in depths else 0
        for identity in reversed(chain):
            depths[identity] = depth
            depth += 1
    return depths
