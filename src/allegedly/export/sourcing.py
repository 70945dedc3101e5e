"""The audit of sources: how many statements rest on a named source, an unnamed one, a document, or nobody."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from html import escape

from allegedly.export.json_value import JsonObject
from allegedly.export.shell import page_around
from allegedly.export.wording import counted, one_line, slices
from allegedly.model import SpeakerKind, Statement


class SourceSort(StrEnum):
    """What a statement rests on."""

    NAMED = "named"
    UNNAMED = "unnamed"
    DOCUMENT = "document"
    NOBODY = "nobody"


_OF_KIND = {
    SpeakerKind.UNNAMED_PERSON: SourceSort.UNNAMED,
    SpeakerKind.UNNAMED_GROUP: SourceSort.UNNAMED,
    SpeakerKind.DOCUMENT: SourceSort.DOCUMENT,
    SpeakerKind.NOBODY: SourceSort.NOBODY,
}


def source_sort(kind: SpeakerKind | None) -> SourceSort:
    """The sort of a source of this kind; `None` stands for a statement without one.

    A person, body, state or outlet that is named is `named`, and so is the author, whose name stands over the article.
    """
    return SourceSort.NOBODY if kind is None else _OF_KIND.get(kind, SourceSort.NAMED)


@dataclass(frozen=True, slots=True)
class SourceAudit:
    """The sources of some articles: `name` says which. `counts` has a number for each sort.

    `unclear`: statements of which it is unclear who of several speaks; they count in no sort. `repeated`: what the same plural
    group ("officials") says again in the same article; it counts once there. `articles`: how many there are.
    """

    name: str
    counts: tuple[tuple[SourceSort, int], ...]
    unclear: int
    repeated: int
    articles: int

    @property
    def total(self) -> int:
        """What the shares are of: all that is counted in a sort."""
        return sum(number for _, number in self.counts)

    def share(self, sort: SourceSort) -> float:
        """The share of this sort, from 0 to 1; 0 where nothing is counted."""
        return dict(self.counts)[sort] / self.total if self.total else 0.0


def audit_sources(statements: Iterable[Statement], by: Callable[[Statement], str | None]) -> list[SourceAudit]:
    """The audit for each value that `by` gives, those with the most statements first; `None` is put under an empty name.

    Statements of one article follow one another. The article's own sentences have no source to count: leave them out.
    """
    sorts: dict[str, Counter[str]] = defaultdict(Counter)
    seen: set[str] = set()
    article = ""
    for statement in statements:
        counts = sorts[by(statement) or ""]
        if statement.article != article:
            article, seen = statement.article, set()
            counts["articles"] += 1
        speaker = statement.speaker
        if speaker is not None and speaker.name is None and speaker.candidates:
            counts["unclear"] += 1
            continue
        if speaker is not None and speaker.kind is SpeakerKind.UNNAMED_GROUP:
            group = one_line(slices(statement, statement.attribution.source)).casefold()
            if group in seen:
                counts["repeated"] += 1
                continue
            seen.add(group)
        counts[source_sort(None if speaker is None else speaker.kind)] += 1
    audits = [
        SourceAudit(
            name,
            tuple((sort, counts[sort]) for sort in SourceSort),
            counts["unclear"],
            counts["repeated"],
            counts["articles"],
        )
        for name, counts in sorts.items()
    ]
    return sorted(audits, key=lambda audit: (-audit.total, audit.name))


def whole_of(audits: Iterable[SourceAudit], name: str = "all") -> SourceAudit:
    """The sum of the audits."""
    each = list(audits)
    counts = tuple((sort, sum(dict(audit.counts)[sort] for audit in each)) for sort in SourceSort)
    return SourceAudit(
        name,
        counts,
        sum(audit.unclear for audit in each),
        sum(audit.repeated for audit in each),
        sum(audit.articles for audit in each),
    )


def audit_to_json(audit: SourceAudit) -> JsonObject:
    """The audit as JSON, with counts and shares."""
    return {
        "name": audit.name or None,
        "articles": audit.articles,
        "total": audit.total,
        "counts": {str(sort): number for sort, number in audit.counts},
        "shares": {str(sort): round(audit.share(sort), 4) for sort in SourceSort},
        "unclear": audit.unclear,
        "repeated": audit.repeated,
    }


_MOST = 60


def sources_page_of(audits: list[SourceAudit], what: str, nameless: str) -> str:
    """One self-contained page: a bar for each audit, and the numbers as a table. `what` says by what they are divided."""
    whole = whole_of(audits)
    return page_around(
        f"{_picture(audits[:_MOST], what, nameless)}\n{_table([*audits, whole], what, nameless)}",
        title="Sources",
        heading="On whose word",
        tally=f"{counted(whole.total, 'statement')} in {counted(whole.articles, 'article')}, by {what}",
        foot="A plural group such as “officials” counts once in an article. Where it is unclear who speaks, no share has it.",
        styles=("page.css", "sources.css"),
        name="sources",
    )


def _picture(audits: list[SourceAudit], what: str, nameless: str) -> str:
    """A bar of one length for each audit, its parts in one order with gaps between them and their shares in words beside it."""
    legend = "".join(f'<li><span class="{sort}"></span>{sort}</li>' for sort in SourceSort)
    rows = "\n".join(_bar(audit, one_line(audit.name) or nameless) for audit in audits)
    return f'<ul class="legend">{legend}</ul>\n<ul class="bars" aria-label="sources by {escape(what)}">\n{rows}\n</ul>'


def _bar(audit: SourceAudit, name: str) -> str:
    parts, x = [], 0.0
    for sort, number in audit.counts:
        width = 1000 * audit.share(sort)
        if number:
            box = f'x="{x:.0f}" y="0" width="{max(1.0, width - 3):.0f}" height="10"'
            parts.append(f'<rect class="{sort}" {box}><title>{escape(name)}, {sort}: {number:,}</title></rect>')
        x += width
    said = ", ".join(f"{sort} {audit.share(sort):.0%}" for sort in SourceSort)
    shares = " ".join(f"<b>{audit.share(sort):.0%}</b>" for sort in SourceSort)
    return (
        f'<li><span class="name" dir="auto">{escape(name)}</span>'
        f'<svg viewBox="0 0 1000 10" preserveAspectRatio="none" role="img" aria-label="{said}">{"".join(parts)}</svg>'
        f'<span class="shares" aria-hidden="true">{shares}</span></li>'
    )


def _table(audits: list[SourceAudit], what: str, nameless: str) -> str:
    heads = "".join(f'<th scope="col">{escape(name)}</th>' for name in (what, "articles", *SourceSort, "unclear"))
    rows = "\n".join(
        f'<tr><th scope="row" dir="auto">{escape(one_line(audit.name) or nameless)}</th><td>{audit.articles:,}</td>'
        + "".join(f"<td>{number:,} <small>{audit.share(sort):.0%}</small></td>" for sort, number in audit.counts)
        + f"<td>{audit.unclear:,}</td></tr>"
        for audit in audits
    )
    return (
        f'<div class="scroll"><table class="numbers">\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table></div>'
    )
