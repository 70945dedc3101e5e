"""Forty-eight pages in shapes that mislead: all of the article, nothing else, and the map true to the letter."""

from __future__ import annotations

import re

import pytest
from tests.read.odd_shapes import ARABIC, HEBREW, ODD_SHAPES, endless
from tests.read.shapes import BOILERPLATE, STORIES, Story

from allegedly.model import Article, BlockKind, Origin
from allegedly.read import page_text, read

MARKUP = re.compile(r"<!--.*?-->|<(?:[^>'\"]|'[^']*'|\"[^\"]*\")*>|&shy;|\u00ad")
PAGES = [pytest.param(name, story, id=f"{name}-{number}") for name in ODD_SHAPES for number, story in enumerate(STORIES)]


def page(name: str, story: Story) -> Article:
    return read(ODD_SHAPES[name](story).encode(), Origin(name=f"{name}.html"))


def words(article: Article) -> list[str]:
    return [block.span.of(article.text) for block in article.blocks if block.kind is not BlockKind.HEADLINE]


def expected(name: str, story: Story) -> list[str]:
    lines = list(story.paragraphs)
    if name == "nested":
        return sorted(lines, key=lambda line: bool(set("&<>") & set(line)))
    if name == "marked_directions":
        return [f"\u200e{line}\u200f" for line in lines]
    return lines


@pytest.mark.parametrize(("name", "story"), PAGES)
def test_the_body_is_read_in_order_and_nothing_else(name: str, story: Story) -> None:
    found = page(name, story)
    lines = words(found)
    wanted = expected(name, story)
    assert [line for line in lines if line in wanted] == wanted
    others = [line for line in lines if line not in wanted]
    if name == "interview":
        assert others == [f"Is that so, question {number}?" for number in range(5)]
    elif name == "with_table":
        assert set(others) <= {"Year", "Count", "2025", "12"}
    else:
        assert not others
    for line in (*BOILERPLATE, ARABIC, HEBREW):
        assert line not in found.text
    assert found.language == "en"


@pytest.mark.parametrize(("name", "story"), PAGES)
def test_the_headline_is_the_first_block(name: str, story: Story) -> None:
    found = page(name, story)
    assert (found.blocks[0].kind, found.blocks[0].span.of(found.text)) == (BlockKind.HEADLINE, story.headline)
    assert found.origin.title == story.headline


@pytest.mark.parametrize(("name", "story"), PAGES)
def test_every_word_leads_to_itself(name: str, story: Story) -> None:
    html = ODD_SHAPES[name](story)
    found = page(name, story)
    on_page = page_text(html.encode()).text
    assert found.capture.page_map is not None
    for block in found.blocks:
        for match in re.finditer(r"[a-z]{2,}", block.span.of(found.text)):
            span = found.capture.page_map.span(type(block.span)(block.span.start + match.start(), block.span.start + match.end()))
            shown = MARKUP.sub("", on_page[span.start : span.end])
            assert shown == match.group()


def test_of_two_articles_on_one_page_the_first_is_read() -> None:
    first, second, *_ = STORIES
    found = read(endless(first, second).encode(), Origin())
    assert found.origin.title == first.headline
    assert found.blocks[0].span.of(found.text) == first.headline
    lines = words(found)
    assert lines[:5] == list(first.paragraphs)
