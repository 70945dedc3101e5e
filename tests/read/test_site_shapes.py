"""A hundred and twenty-four pages as news sites write them: the body, nothing set between, never less than trafilatura."""

from __future__ import annotations

import pytest
from tests.read.shapes import STORIES, Story
from tests.read.site_shapes import SITE_SHAPES, TEASERS, body_of
from trafilatura import bare_extraction

from allegedly.model import Article, BlockKind, Origin
from allegedly.read import page_text, read
from allegedly.read.choosing import choose, tree_of, without_scripts
from allegedly.read.extraction import shingle_overlap
from allegedly.read.html_page import body_text

PAGES = [pytest.param(name, story, id=f"{name}-{number}") for name in SITE_SHAPES for number, story in enumerate(STORIES)]
BETWEEN = (
    *(
        "Advertisement",
        "ADVERTISEMENT",
        "Story continues",
        "newsletter promotion",
        "Sign up",
        "Subscribe",
        "Share this",
        "shares",
    ),
    *(
        "CLICK HERE",
        "Read more",
        "Also Read",
        "Related",
        "RELATED",
        "Support local",
        "Loading",
        "watch now",
        "cookies",
        "min read",
    ),
)


def page(name: str, story: Story) -> Article:
    return read(SITE_SHAPES[name](story).encode(), Origin(name=f"{name}.html"))


def f1(truth: str, found: str) -> float:
    both, extra, missed = shingle_overlap(truth, found)
    return 2 * both / (2 * both + extra + missed) if both else 0.0


@pytest.mark.parametrize(("name", "story"), PAGES)
def test_the_paragraphs_are_read_in_order(name: str, story: Story) -> None:
    found = page(name, story)
    wanted = [line for line in body_of(name, story) if line not in story.items]
    assert [block.span.of(found.text) for block in found.blocks if block.span.of(found.text) in wanted] == wanted


@pytest.mark.parametrize(("name", "story"), PAGES)
def test_what_is_set_between_the_paragraphs_is_not_read(name: str, story: Story) -> None:
    text = page(name, story).text
    for words in (*BETWEEN, *TEASERS, *(teaser.upper() for teaser in TEASERS)):
        assert words not in text or any(words in line for line in body_of(name, story))


@pytest.mark.parametrize(("name", "story"), PAGES)
def test_the_choice_is_no_worse_than_trafilatura(name: str, story: Story) -> None:
    html = SITE_SHAPES[name](story)
    truth = "\n\n".join(body_of(name, story))
    bare = bare_extraction(html, include_comments=False)
    assert not isinstance(bare, dict | None)
    assert f1(truth, body_text(html.encode())) >= f1(truth, bare.text or "") - 1e-9


@pytest.mark.parametrize(("name", "story"), PAGES)
def test_asking_without_fallbacks_changes_no_choice(name: str, story: Story) -> None:
    html = SITE_SHAPES[name](story)
    bare = bare_extraction(html, include_comments=False, output_format="txt")
    assert not isinstance(bare, dict | None)
    assert choose(tree_of(without_scripts(html)), None).raw_text == bare.raw_text


@pytest.mark.parametrize(("name", "story"), PAGES)
def test_every_block_leads_to_its_markup(name: str, story: Story) -> None:
    html = SITE_SHAPES[name](story)
    found = page(name, story)
    assert found.capture.page_map is not None
    on_page = page_text(html.encode()).text
    for block in found.blocks:
        span = found.capture.page_map.span(block.span)
        words = block.span.of(found.text)
        assert on_page[span.start] in {words[0], "&"}
        assert on_page[span.end - 1] in {words[-1], ";"}


@pytest.mark.parametrize("name", ["broadcaster", "cable_news", "cooperative", "tabloid", "local_paper", "tall_div", "bundled"])
@pytest.mark.parametrize("story", STORIES)
def test_who_wrote_it_is_read_from_the_byline(name: str, story: Story) -> None:
    assert page(name, story).origin.authors == (story.author,)


def test_a_live_blog_of_a_paper_keeps_the_headings_of_its_posts() -> None:
    found = page("posts", STORIES[0])
    headings = [block.span.of(found.text) for block in found.blocks if block.kind is BlockKind.SUBHEADING]
    assert headings == [f"Update number {number} of the day" for number in range(10)]
