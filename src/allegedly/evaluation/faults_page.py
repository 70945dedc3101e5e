"""Faults as one self-contained page: each with its text twice, as in the gold and as found, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from importlib.resources import files
from itertools import pairwise

from allegedly.evaluation.characters import Measured
from allegedly.evaluation.faults import Fault, FaultKind
from allegedly.evaluation.labelled import ROLES

_AROUND = 240
"""How many characters of the text are shown before and after the words of a fault, at most."""


def faults_page(title: str, faults: Sequence[Fault], every: Sequence[Fault], figures: Iterable[str]) -> str:
    """The page: the `faults` shown, out of `every` fault there is, and the lines of `figures` folded away.

    It needs no script and loads nothing; whatever stands in a text or a name is shown as it is.
    """
    style = files("allegedly.evaluation").joinpath("faults_page.css").read_text(encoding="utf-8")
    counts = "".join(
        f"<li><b>{sum(fault.kind is kind for fault in every)}</b> {kind}, "
        f"{sum(fault.kind is kind for fault in faults)} shown</li>"
        for kind in FaultKind
    )
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
        f'<h1>{escape(title)}</h1>\n<ul class="kinds">{counts}</ul>\n'
        '<p class="soft"><mark class="source">source</mark> <mark class="cue">cue</mark> '
        '<mark class="content">content</mark>. A source or content is right where at least half of its letters agree.</p>\n'
        f"<details><summary>All figures</summary><pre>{escape(chr(10).join(figures))}</pre></details>\n"
        + "".join(_kind(kind, [fault for fault in faults if fault.kind is kind]) for kind in FaultKind)
        + "</body>\n</html>\n"
    )


def _kind(kind: FaultKind, faults: Sequence[Fault]) -> str:
    if not faults:
        return ""
    return f"<details open><summary>{kind} ({len(faults)})</summary>\n{''.join(map(_card, faults))}</details>\n"


def _card(fault: Fault) -> str:
    start, end = fault.extent
    return (
        f'<section>\n<h2>{escape(fault.document)} <span class="soft">{start}–{end}</span></h2>\n<div class="sides">\n'
        f"<div><h3>gold</h3><p>{_side(fault, fault.gold)}</p></div>\n"
        f"<div><h3>found</h3><p>{_side(fault, fault.found)}</p></div>\n</div>\n</section>\n"
    )


def _side(fault: Fault, side: Measured | None) -> str:
    """The text around the fault with the roles of one side marked."""
    if side is None:
        return '<span class="soft">nothing</span>'
    text = fault.comparison.text.text
    low, high = _window(text, *fault.extent)
    runs = [(max(low, start), min(high, end), role) for role in ROLES for start, end in side.labelled.role(role)]
    borders = sorted({low, high, *(border for start, end, _ in runs for border in (start, end) if low <= border <= high)})
    out = ["… "] if low > 0 else []
    for start, end in pairwise(borders):
        roles = " ".join(role for role in ROLES if any(a <= start and end <= b for a, b, name in runs if name == role))
        words = escape(text[start:end])
        out.append(f'<mark class="{roles}">{words}</mark>' if roles else words)
    return "".join(out) + (" …" if high < len(text) else "")


def _window(text: str, start: int, end: int) -> tuple[int, int]:
    """The run that is shown: the paragraphs of the fault, cut where they are long."""
    before, after = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    after = len(text) if after < 0 else after
    low = before if start - before <= _AROUND else text.find(" ", start - _AROUND, start) + 1 or start
    high = after if after - end <= _AROUND else max(end, text.rfind(" ", end, end + _AROUND))
    return low, high
