"""The words around a statement, as its article has them."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup, escape

from allegedly.export.page_text import marked_blocks
from allegedly.model import Findings, Statement

_AROUND = 2


def text_around(
    findings: Findings, shown: Mapping[int, Statement], around: Statement | None, blocks_around: int = _AROUND
) -> Markup:
    """The blocks of the text, each with where it begins; around a statement, its own and those beside them."""
    blocks = marked_blocks(findings.article, shown)
    if around is not None:
        extent = around.attribution.extent
        own = [number for number, (block, _) in enumerate(blocks) if block.span.overlaps(extent)]
        if own:
            blocks = blocks[max(0, own[0] - blocks_around) : own[-1] + blocks_around + 1]
    return Markup("\n").join(
        Markup('<p class="{}" data-start="{}" dir="auto">{}</p>').format(
            escape(str(block.kind).replace(" ", "-")), block.span.start, Markup(inner)
        )
        for block, inner in blocks
    )
