# ruff: noqa: E501
"""What pages of news sites are put together from: a head, paragraphs with something between them, links to other stories."""

from __future__ import annotations

from html import escape

from tests.read.shapes import OUTLET, STORIES, Story

TEASERS = (
    "Ferry captain honoured for rescue of swimmers",
    "Why the price of bread has doubled since the spring",
    "Museum finds lost painting in its own cellar",
    "Five walks along the coast for a rainy day",
    "Council of Orlec to vote on new tram line",
    "School wins prize for its garden of herbs",
)


def lines_of(story: Story) -> list[str]:
    """The ten paragraphs of the body: the story's, and a second one's told under it."""
    other = STORIES[(STORIES.index(story) + 1) % len(STORIES)]
    return [*story.paragraphs, *other.paragraphs]


def page_of(story: Story, body: str, head: str = "") -> str:
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(story.headline)} | {OUTLET}</title>'
        f'<meta property="og:title" content="{escape(story.headline)}"><meta property="og:site_name" content="{OUTLET}">{head}</head>'
        f"<body>{body}</body></html>"
    )


def set_lines(story: Story, opens: str, between: dict[int, str], closes: str = "</p>") -> str:
    """The paragraphs in the tags given, and what stands before some of them, by number."""
    written = [f"{between.get(number, '')}{opens}{escape(line)}{closes}" for number, line in enumerate(lines_of(story))]
    return "\n".join((*written, between.get(len(written), "")))


def links(name: str = "", tag: str = "li") -> str:
    return "".join(f'<{tag} class="{name}"><a href="/a/{at}">{escape(words)}</a></{tag}>' for at, words in enumerate(TEASERS))
