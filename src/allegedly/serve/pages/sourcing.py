"""The audit of sources: who is named and who is not, by outlet and by month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from allegedly.export.sourcing import SourceSort, source_sort
from allegedly.export.wording import one_line
from allegedly.model import SpeakerKind
from allegedly.serve.desk import Desk
from allegedly.serve.drawing import svg
from allegedly.serve.rendering import page, query_of

SORTS = tuple(str(sort) for sort in SourceSort)
_SHOWN, _BARS = 400, 24
_WIDTH, _LEFT, _ROW = 1200, 260, 26


@dataclass(frozen=True, slots=True)
class Audit:
    """The statements of one outlet, or of one month, by sort of source; `unclear` and `repeated` ones count in none."""

    name: str
    to: str
    total: int
    numbers: tuple[int, ...]
    unclear: int
    repeated: int

    @property
    def shares(self) -> tuple[str, ...]:
        """Each number as a share of all that are clear."""
        clear = sum(self.numbers) or 1
        return tuple(f"{number / clear:.0%}" for number in self.numbers)


def sources_page(request: Request, desk: Desk) -> HTMLResponse:
    """The page."""
    by_outlet: dict[str, Counter[str]] = {}
    by_month: dict[str, Counter[str]] = {}
    for each in desk.sources.get():
        sort = "unclear" if each.unclear else str(source_sort(SpeakerKind(each.kind) if each.kind else None))
        for counts in (by_outlet.setdefault(each.outlet or "", Counter()), by_month.setdefault(each.month or "", Counter())):
            counts[sort] += each.statements
            counts["repeated"] += each.repeated
    outlets = sorted(
        (_audit(one_line(name) or "no outlet", {"outlet": name}, counts) for name, counts in by_outlet.items()),
        key=lambda each: (-each.total, each.name),
    )
    months = [
        _audit(month or "no day", {"since": f"{month}-01", "until": _last(month)} if month else {}, counts)
        for month, counts in sorted(by_month.items())
    ]
    whole = _audit("all", {}, sum((Counter(each) for each in by_outlet.values()), Counter()))
    return page(
        request,
        "sources.html",
        {
            "section": "Sources",
            "sorts": SORTS,
            "whole": whole,
            "outlets": outlets[:_SHOWN],
            "months": months[-_SHOWN:],
            "by_outlet": _bars(outlets[:_BARS], "sources by outlet"),
            "by_month": _bars([each for each in months if each.name != "no day"][-_BARS:], "sources by month"),
        },
    )


def _audit(name: str, filters: Mapping[str, str | None], counts: Mapping[str, int]) -> Audit:
    numbers = tuple(counts.get(sort, 0) for sort in SORTS)
    unclear = counts.get("unclear", 0)
    repeated = counts.get("repeated", 0)
    return Audit(name, "/search" + query_of(filters), sum(numbers) + unclear + repeated, numbers, unclear, repeated)


def _last(month: str) -> str:
    """A day that no day of the month lies behind, and that is one."""
    from calendar import monthrange

    year, number = month.split("-")
    return f"{month}-{monthrange(int(year), int(number))[1]:02}"


def _bars(audits: Sequence[Audit], label: str) -> Markup | None:
    """A bar of the same length for each: how its sources divide; patterns and numbers say it besides the colours."""
    if not audits:
        return None
    parts = [
        '<defs><pattern id="slanted" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        '<path d="M0 0v6"/></pattern><pattern id="upright" width="5" height="5" patternUnits="userSpaceOnUse">'
        '<path d="M0 0v5"/></pattern></defs>'
    ]
    for row, audit in enumerate(audits):
        y = 4 + row * _ROW
        name = audit.name if len(audit.name) <= 34 else audit.name[:33] + "…"
        parts.append(f'<text class="ink" x="0" y="{y + 14}">{escape(name)}</text>')
        clear, x = sum(audit.numbers) or 1, float(_LEFT)
        for at, (sort, number) in enumerate(zip(SORTS, audit.numbers, strict=True), 1):
            width = (_WIDTH - _LEFT) * number / clear
            if not number:
                continue
            box = f'x="{x:.1f}" y="{y}" width="{max(0.5, width):.1f}" height="{_ROW - 8}"'
            parts.append(f'<rect class="s{at}" {box}><title>{escape(audit.name)}, {sort}: {number:,}</title></rect>')
            if at in (2, 4):
                parts.append(f'<rect fill="url(#{"slanted" if at == 2 else "upright"})" {box} pointer-events="none"/>')
            x += width
    said = "; ".join(f"{audit.name}: {_said(audit)}" for audit in audits)
    return svg(parts, _WIDTH, 4 + len(audits) * _ROW, f"{label}: {said}")


def _said(audit: Audit) -> str:
    return ", ".join(f"{sort} {share}" for sort, share in zip(SORTS, audit.shares, strict=True))
