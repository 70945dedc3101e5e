"""The figures that are given for a thing: from how many to how many, by whom, and when."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from allegedly.export.csv import figure_words
from allegedly.export.json_statement import figure_to_json
from allegedly.export.json_value import JsonObject
from allegedly.export.wording import one_line, who
from allegedly.model import Figure, Origin, Statement

_LONG = 40
"""Characters of a claimant's name from which on it is shortened."""
_CLAUSE = re.compile(r"\s(?:that|who|which|whose)\s")
_PART = re.compile(
    r"\s(?P<of>of (?:the (?:dead|deaths|victims|wounded|injured|missing|detained|killed|survivors)"
    r"|those\b[^,.;]{0,30}|them|whom|these))"
    r"|(?:\s[\w’'-]+){0,3}?\s(?P<among>(?:is|are|was|were) among)\b"
)


@dataclass(frozen=True, slots=True)
class GivenFigure:
    """One claimant's figure, however often it is given: `statements` in the order of their days, the first of each article.

    `claimant`: the speaker as shown; for the article's own sentences its outlet, with `own` set. `part`: of whom it is a part, in
    the article's words, where it counts only some of those that another figure counts ("of the dead"; "others", where the article
    gives more).
    """

    claimant: str
    own: bool
    figure: Figure
    statements: tuple[Statement, ...]
    part: str | None = None

    @property
    def first(self) -> Statement:
        """The statement that gives it first."""
        return self.statements[0]

    @property
    def words(self) -> str:
        """The figure as a person reads it."""
        words = one_line(figure_words(self.figure))
        return words if self.part is None or self.part in words else f"{words} {self.part}"


def given_figures(statements: Iterable[Statement], about: str) -> list[GivenFigure]:
    """The figures about a thing, by the day of their first statement; `statements` come by day.

    `about`: words of what is counted, or a category (`killed`, `wounded`, `money`, `percent`); in any case.
    """
    wanted = " ".join(about.casefold().split())
    found: dict[tuple[str, bool, float | None, float | None, str, str | None], list[tuple[Statement, Figure]]] = {}
    names: dict[str, str] = {}
    about_it = [(statement, figure) for statement in statements for figure in statement.figures if _is_about(figure, wanted)]
    most: dict[str, float] = {}
    for statement, figure in about_it:
        if not _others(figure):
            most[statement.article] = max(most.get(statement.article, 0.0), _least(figure))
    for statement, figure in about_it:
        own = not statement.attribution.source
        name = (paper(statement) if own else "") or _shortened(who(statement)[0])
        names.setdefault(name.casefold(), name)
        part = part_of(statement, figure)
        if part is None and _others(figure) and _least(figure) < most.get(statement.article, 0.0):
            part = "others"
        key = (name.casefold(), own, figure.low, figure.high, figure.bound, part)
        found.setdefault(key, []).append((statement, figure))
    given = []
    for (name, own, *_, part), each in found.items():
        firsts = {statement.article: statement for statement, _ in reversed(each)}
        given.append(GivenFigure(names[name], own, each[0][1], tuple(reversed(firsts.values())), part))
    return given


def outlet_or_host(origin: Origin) -> str | None:
    """The outlet, else the host of the article's address; `None` where neither is known."""
    host = urlsplit(origin.url).hostname if origin.url else None
    return origin.outlet or (host.removeprefix("www.") if host else None)


def paper(statement: Statement) -> str:
    """The outlet of a statement's article; else the host of its address, else its name."""
    return one_line(outlet_or_host(statement.origin) or statement.origin.name or "")


def _shortened(name: str) -> str:
    """A long description of a speaker without its relative clause."""
    return name if len(name) <= _LONG else _CLAUSE.split(name, maxsplit=1)[0].rstrip(" ,")


def part_of(statement: Statement, figure: Figure) -> str | None:
    """Of whom a figure counts only a part: "nine *of the dead*", "three … *among them*"; else `None`."""
    if not figure.evidence:
        return None
    found = _PART.match(statement.words, max(0, figure.evidence[-1].end - statement.attribution.extent.start))
    return None if found is None else one_line(found["of"] or "among them")


def _others(figure: Figure) -> bool:
    """Whether those are counted who come to the ones counted before: "two others"."""
    return (figure.counted or "").partition(" ")[0].casefold() in ("other", "others")


def _least(figure: Figure) -> float:
    return (figure.low if figure.low is not None else figure.high) or 0.0


def _is_about(figure: Figure, wanted: str) -> bool:
    if figure.low is None and figure.high is None:
        return False
    counted = " ".join((figure.counted or "").casefold().split())
    return figure.category == wanted or wanted in counted


def least_and_most(given: Iterable[GivenFigure]) -> tuple[float, float] | None:
    """The lowest and the highest number given; an open end counts as the number that bounds it. `None` where there is none.

    What counts only a part of those meant is left out, where anything else is given.
    """
    listed = list(given)
    whole = [one for one in listed if one.part is None] or listed
    ends = [end for one in whole for end in (one.figure.low, one.figure.high) if end is not None and math.isfinite(end)]
    return (min(ends), max(ends)) if ends else None


def range_bar(figure: Figure, least: float, most: float, width: int) -> str:
    """The figure on a scale from `least` to `most`, in `width` characters: a dot, a range, an arrow for an open end.

    >>> range_bar(Figure(40.0, None, "at least", None, None, ()), 0, 100, 11)
    '    ●→     '
    >>> range_bar(Figure(40.0, 60.0, "between", None, None, ()), 0, 100, 11)
    '    ●━●    '
    """
    wide = least > 0 and most > 50 * least

    def place(value: float) -> int:
        if most <= least:
            return 0
        value = min(most, max(least, value))
        scaled = [math.log(end) if wide else end for end in (least, value, most)]
        share = (scaled[1] - scaled[0]) / (scaled[2] - scaled[0])
        return round(share * (width - 1))

    ends = sorted(end for end in (figure.low, figure.high) if end is not None and math.isfinite(end))
    cells = [" "] * width
    if not ends:
        return "".join(cells)
    low, high = place(ends[0]), place(ends[-1])
    cells[low : high + 1] = "━" * (high + 1 - low)
    cells[low] = cells[high] = "●"
    if (figure.high is None or math.isinf(figure.high)) and high + 1 < width:
        cells[high + 1] = "→"
    if figure.low is None and low > 0:
        cells[low - 1] = "←"
    return "".join(cells)


def given_to_json(given: GivenFigure) -> JsonObject:
    """The figure, its claimant, and where it is given."""
    return {
        "claimant": given.claimant,
        "own_words_of_outlet": given.own,
        "part": given.part,
        "figure": figure_to_json(given.figure),
        "given": [
            {
                "statement": one.id,
                "article": one.article,
                "outlet": one.origin.outlet,
                "published": one.origin.published,
                "words": one.words,
            }
            for one in given.statements
        ],
    }
