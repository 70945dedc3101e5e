"""Links as a person at one of their ends reads them: what is disputed, by whom, and where that stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from allegedly.export.wording import one_line
from allegedly.model.link import End, Link, LinkKind

OUT = {
    LinkKind.DISPUTES: "disputes",
    LinkKind.CONFIRMS: "confirms",
    LinkKind.SAME_CLAIM: "says the same as",
    LinkKind.REPEATS: "repeats",
    LinkKind.CORRECTS: "corrects",
}
BACK = {
    LinkKind.DISPUTES: "disputed by",
    LinkKind.CONFIRMS: "confirmed by",
    LinkKind.SAME_CLAIM: "says the same as",
    LinkKind.REPEATS: "repeated by",
    LinkKind.CORRECTS: "corrected by",
}


_NAMED = 2


@dataclass(frozen=True, slots=True)
class Tie:
    """A link from one of its ends: `word` what it is, `label` who stands at the other end, `to` where.

    `row`: the other end's row, where it is of the same article. `words`: the other end's own. `manner`: of a dispute.
    `id`: of the link.
    """

    word: str
    manner: str
    look: str
    label: str
    to: str
    words: str
    row: int | None = None
    id: str = ""


def ties_of(links: Iterable[Link], article: str, rows: Mapping[str, int]) -> dict[str, tuple[Tie, ...]]:
    """For each statement of the article its ties; `rows` gives the row of each statement."""
    found: dict[str, list[Tie]] = defaultdict(list)
    for link in links:
        for here, there, words in ((link.first, link.second, OUT), (link.second, link.first, BACK)):
            if here.article == article and here.statement is not None:
                found[here.statement].append(_tie(link, there, words[link.kind], article, rows))
    return {statement: tuple(dict.fromkeys(each)) for statement, each in found.items()}


@dataclass(frozen=True, slots=True)
class Group:
    """The ties of one sort in few words: some of those at their other ends, and how many more there are."""

    word: str
    look: str
    shown: tuple[Tie, ...]
    more: int


def grouped(ties: Iterable[Tie]) -> tuple[Group, ...]:
    """The ties by what they are, disputes first; of those of one speaker one, that of the same article before others."""
    found: dict[tuple[str, str], dict[str, Tie]] = {}
    for tie in sorted(ties, key=lambda tie: (tie.look != "against", tie.row is None, tie.row or 0)):
        word = tie.word if tie.look == "against" else "said alike by"
        found.setdefault((word, tie.look), {}).setdefault(tie.label.casefold(), tie)
    return tuple(
        Group(word, look, tuple(each.values())[:_NAMED], max(0, len(each) - _NAMED)) for (word, look), each in found.items()
    )


def where(end: End, article: str | None = None) -> str:
    """The address of the end's words."""
    if end.statement is None:
        return f"/articles/{end.article}"
    return f"#t{article}" if article else f"/statements/{end.statement}"


def speaker_at(end: End) -> str:
    """Who speaks at the end."""
    return one_line(end.speaker or "the text itself")


def _tie(link: Link, there: End, word: str, article: str, rows: Mapping[str, int]) -> Tie:
    row = rows.get(there.statement or "") if there.article == article else None
    manner = "" if link.manner is None or str(link.manner) in ("denied", "corrected") else str(link.manner)
    label = f"{row} {speaker_at(there)}" if row else speaker_at(there)
    to = f"#r{row}" if row else where(there)
    look = "against" if link.kind in (LinkKind.DISPUTES, LinkKind.CORRECTS) else "with"
    return Tie(word, manner, look, label, to, one_line(there.words), row, link.id)
