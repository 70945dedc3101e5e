"""Forty pages, ten layouts of four stories: all of the article, nothing else, each block of its kind, the map true."""

from __future__ import annotations

import pytest
from tests.read.shapes import BOILERPLATE, OUTLET, SHAPES, STORIES, Story

from allegedly.model import Article, BlockKind, Origin
from allegedly.read import read

PAGES = [pytest.param(name, story, id=f"{name}-{number}") for name in SHAPES for number, story in enumerate(STORIES)]


def page(name: str, story: Story, encoding: str = "utf-8") -> Article:
    return read(SHAPES[name](story).encode(encoding), Origin(name=f"{name}.html"))


def words(article: Article, *kinds: BlockKind) -> list[str]:
    return [block.span.of(article.text) for block in article.blocks if not kinds or block.kind in kinds]


@pytest.mark.parametrize(("name", "story"), PAGES)
def test_the_body_is_read_in_order(name: str, story: Story) -> None:
    found = page(name, story)
    expected = {
        "tables": story.paragraphs,
        "application": story.paragraphs,
        "amp": story.paragraphs,
        "paywall": story.paragraphs[:2],
    }
    expected |= {"live_blog": story.paragraphs, "wire": (f"ORLEC - {story.paragraphs[0]}", *story.paragraphs[1:])}
    wanted = expected.get(name, story.body)
    body = words(found)
    assert [line for line in body if line in wanted] == list(wanted)
    for line in BOILERPLATE:
        assert line not in found.text


@pytest.mark.parametrize(("name", "story"), PAGES)
def test_the_headline_comes_first_once(name: str, story: Story) -> None:
    found = page(name, story)
    headline = f"{story.headline} – live" if name == "live_blog" else story.headline
    assert words(found, BlockKind.HEADLINE) == [headline]
    assert found.blocks[0].kind is BlockKind.HEADLINE
    assert found.origin.title in {story.headline, headline}


@pytest.mark.parametrize(("name", "story"), PAGES)
def test_the_map_leads_to_every_block(name: str, story: Story) -> None:
    found = page(name, story)
    assert found.capture.page_map is not None
    html = SHAPES[name](story)
    for block in found.blocks:
        span = found.capture.page_map.span(block.span)
        markup = html[span.start : span.end]
        text = block.span.of(found.text)
        assert markup[0] == text[0] or markup[0] == "&"
        assert markup[-1] in {text[-1], ";"}
        assert len(markup) >= len(text)


@pytest.mark.parametrize("name", ["clean", "application", "feature"])
@pytest.mark.parametrize("story", STORIES)
def test_the_standfirst_is_one(name: str, story: Story) -> None:
    assert words(page(name, story), BlockKind.STANDFIRST) == [story.standfirst]


@pytest.mark.parametrize("name", ["clean", "wordpress", "feature"])
@pytest.mark.parametrize("story", STORIES)
def test_the_caption_is_one(name: str, story: Story) -> None:
    assert words(page(name, story), BlockKind.CAPTION) == [story.caption]


@pytest.mark.parametrize("story", STORIES)
def test_lists_pull_quotes_and_subheadings_are_known(story: Story) -> None:
    assert words(page("clean", story), BlockKind.LIST_ITEM) == list(story.items)
    assert words(page("feature", story), BlockKind.PULL_QUOTE) == [story.pull_quote]
    assert words(page("feature", story), BlockKind.SUBHEADING) == [story.subheading]


@pytest.mark.parametrize("name", ["clean", "application", "feature", "amp", "wire"])
def test_json_ld_tells_the_origin(name: str) -> None:
    found = page(name, STORIES[0])
    assert found.origin.outlet == OUTLET
    assert found.origin.authors == ("Ana Brook",)
    assert found.origin.published == "2026-11-20T09:15:00+01:00"
    assert found.origin.modified == "2026-11-21T08:00:00Z"
    assert any("published, modified from JSON-LD" in note for note in found.capture.notes)


@pytest.mark.parametrize("name", ["wordpress", "soup"])
def test_open_graph_tells_the_origin_where_there_is_no_json_ld(name: str) -> None:
    found = page(name, STORIES[0])
    assert (found.origin.title, found.origin.outlet, found.origin.authors) == (STORIES[0].headline, OUTLET, ("Ana Brook",))
    assert any("published from meta tags" in note for note in found.capture.notes)


def test_a_live_blog_says_so() -> None:
    assert any(note.startswith("a live blog") for note in page("live_blog", STORIES[0]).capture.notes)
    assert not any(note.startswith("a live blog") for note in page("clean", STORIES[0]).capture.notes)


def test_a_paywall_stub_says_so() -> None:
    assert any(note.startswith("a paywall stub") for note in page("paywall", STORIES[0]).capture.notes)
    assert not any(note.startswith("a paywall stub") for note in page("clean", STORIES[0]).capture.notes)


def test_a_correction_is_noted() -> None:
    assert "the page says of a correction: An earlier version gave a wrong number." in page("wire", STORIES[0]).capture.notes


def test_the_year_1999_in_its_encoding() -> None:
    found = page("tables", STORIES[1], "windows-1252")
    assert STORIES[1].paragraphs[1] in found.text
    assert found.capture.encoding == "windows-1252 (guessed)"
