"""Pages as the publishing systems of news sites write them, and their bodies as a person would cut them out.

Each is filled with a story of ten paragraphs. What is between them, advertisements, appeals, links to other stories, bylines,
buttons and captions, is no part of the body.
"""

from __future__ import annotations

from collections.abc import Callable

from tests.read.paper_shapes import PAPER_SHAPES
from tests.read.shapes import Story
from tests.read.site_parts import TEASERS, lines_of
from tests.read.system_shapes import SYSTEM_SHAPES, headings, updates

__all__ = ["SITE_SHAPES", "TEASERS", "body_of"]

SITE_SHAPES: dict[str, Callable[[Story], str]] = {**PAPER_SHAPES, **SYSTEM_SHAPES}


def body_of(name: str, story: Story) -> list[str]:
    """The body of the page of this shape, in order, as a person would cut it out."""
    lines = lines_of(story)
    with_subheading = {"broadcaster": 4, "quality_paper": 6, "cable_news_old": 4, "blocks_theme": 4, "chain_paper": 7}
    with_subheading |= {"scholars": 5, "office": 5, "page_builder": 6, "field_system": 5}
    if name in with_subheading:
        lines.insert(with_subheading[name], story.subheading)
    if name in {"tabloid", "finance"}:
        lines[:0] = story.items
    if name in {"numbered", "posts"}:
        heads = headings(story) if name == "numbered" else updates(story)
        lines = [line for pair in zip(heads, lines, strict=True) for line in pair]
    if name == "questions":
        lines = [line for number, answer in enumerate(lines) for line in (f"Question {number}, then: is that so?", answer)]
    if name == "agency":
        lines.append(f"Reporting by {story.author}; Editing by Jo Field")
    return lines
