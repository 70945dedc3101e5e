"""What stands between paragraphs and is none of them, by its words, its links and its names; and what only looks like it."""

from __future__ import annotations

import pytest

from allegedly.model import Origin
from allegedly.read import read
from allegedly.read.asides import is_aside
from allegedly.read.byline import authors_in

LINE = "The council of Orlec met on Friday to talk about the old bridge, which has been shut since the floods in spring, it said."


def text_with(between: str) -> str:
    body = "".join(f"<p>{number}. {LINE}</p>{between if number == 2 else ''}" for number in range(6))
    return read(f"<html><body><article><h1>Bridge shut</h1>{body}</article></body></html>".encode(), Origin()).text


@pytest.mark.parametrize(
    "line",
    [
        *(
            "Advertisement",
            "ADVERTISEMENT:",
            "Advertisement Continue reading the main story",
            "[Story continues below]",
            "Story Continued Below",
        ),
        *(
            "Article continues after this advertisement",
            "Read more",
            "READ MORE »",
            "Related stories",
            "More on this story",
            "You may also like",
        ),
        *(
            "Share this article",
            "SHARE THIS ARTICLE Share Tweet Post Email",
            "22 shares",
            "View comments",
            "4 min read",
            "3 years ago",
        ),
        *(
            "Sign up for our daily newsletter",
            "Sign up here",
            "Click here to subscribe",
            "Follow us on Facebook",
            "Follow Ana Brook on Twitter",
        ),
        *(
            "Follow @courier",
            "© 2026 Orlec Courier. All rights reserved.",
            "Copyright 2026 The Example Wire. All rights reserved.",
        ),
        *(
            "Enter your email address",
            "Enlarge this image",
            "Toggle caption",
            "Get the news delivered to your inbox every morning.",
        ),
        *(
            "Want the news every morning? Sign up here.",
            "Already a subscriber? Log in",
            "Got a tip? Email our desk at desk@courier.example",
        ),
    ],
)
def test_asides_are_known_by_their_words(line: str) -> None:
    assert is_aside(line)
    assert line not in text_with(f"<p>{line}</p>")


@pytest.mark.parametrize(
    "line",
    [
        *(
            "No.",
            "Why?",
            "“Never,” she said.",
            "Read the report, she told him.",
            "More than 40 people were hurt.",
            "Subscribe or not, he said.",
        ),
        *(
            "Share prices fell by a third.",
            "Follow the money, the old rule says.",
            "By Friday the bridge was shut.",
            "Get out, they said.",
        ),
        *(
            "Sign language was used at the hearing.",
            "Related companies were searched as well.",
            "Top officials denied it.",
            "Comments were not allowed.",
        ),
        *(
            "Print runs have halved since 2010.",
            "Copyright law is to be changed, the minister said.",
            "The Associated Press contributed to this report.",
        ),
        *("Photographs of the cracks were shown in court.", "Advertisements for the bridge toll are false, the city said."),
    ],
)
def test_sentences_stay(line: str) -> None:
    assert not is_aside(line)
    assert line in text_with(f"<p>{line}</p>")


@pytest.mark.parametrize(
    "line",
    [
        *(
            "By Ana Brook",
            "By Ana Brook and Jo Field",
            "Nov 20, 2026, 09:15 ET",
            "Published: 20 November 2026",
            "Friday, November 20, 2026",
        ),
        *(
            "20.11.2026",
            "2026-11-20",
            "Updated 9:15 a.m.",
            "Last updated on Nov. 20, 2026 at 11:02 am",
            "November 20, 2026 9:15 AM EST",
        ),
    ],
)
def test_bylines_and_dates_are_asides_before_the_first_paragraph_only(line: str) -> None:
    assert is_aside(line, leading=True)
    assert not is_aside(line)


@pytest.mark.parametrize(
    "between",
    [
        '<p>Read more: <a href="/x">Why the price of bread has doubled</a></p>',
        '<p><strong>More: </strong><a href="/x">Ferry captain honoured</a></p>',
        '<p><b>Also Read | <a href="/x">School wins prize for its garden</a></b></p>',
        '<p><a href="/x"><strong>FERRY CAPTAIN HONOURED</strong></a></p>',
        '<p><a href="/x">Museum finds lost painting in its own cellar</a></p>',
        '<div class="promo"><p>The museum shows what it found.</p></div>',
        '<p class="article-newsletter">Every morning, all that you need.</p>',
    ],
)
def test_links_to_other_stories_and_boxes_are_left_out(between: str) -> None:
    assert text_with(between) == text_with("")


@pytest.mark.parametrize(
    "between",
    [
        '<p>The <a href="/x">report on the bridge</a> was published in March.</p>',
        '<p>“No,” she wrote in <a href="/x">a letter to the council of Orlec</a></p>',
        f'<div class="recirc-free"><p>{LINE} It will meet again on Monday.</p><p>Nothing was decided.</p></div>',
    ],
)
def test_paragraphs_with_links_stay(between: str) -> None:
    assert len(text_with(between)) > len(text_with("")) + 5


def test_all_stays_where_much_would_go() -> None:
    lines = "".join(
        f"<p>Sign up for newsletter number {number}, which is about bridges and nothing but bridges.</p>" for number in range(9)
    )
    page = f"<html><body><article><h1>All our newsletters</h1><p>{LINE}</p>{lines}</article></body></html>"
    assert "newsletter number 8" in read(page.encode(), Origin()).text


def test_asides_are_left_out_without_the_map_too() -> None:
    body = "".join(f"<p>{number}. {LINE}</p><p>Story continues below advertisement</p>" for number in range(4))
    page = f"<html><body><article><h1>Bridge shut</h1><p>By Ana Brook</p>{body}</article></body></html>".encode()
    assert read(page, Origin(), page_map=False).text == read(page, Origin()).text


def test_a_sibling_that_was_not_chosen_is_added() -> None:
    links = " ".join(f'<a href="/{number}">member {number}</a>' for number in range(12))
    page = "".join(f'<p class="b">{number}. {LINE}</p>' for number in range(5))
    page += f'<p class="b">Voted against: {links}, all of whom spoke.</p>' + f'<p class="b">5. {LINE}</p>'
    found = read(f"<html><body><article><h1>Bridge shut</h1>{page}</article></body></html>".encode(), Origin()).text
    assert "Voted against: member 0 member 1" in found


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        ('<p class="byline">By <a rel="author">Ana Brook</a></p>', ("Ana Brook",)),
        ('<div class="Author-name">José Núñez &amp; Zoë Brontë</div>', ("José Núñez", "Zoë Brontë")),
        ('<span itemprop="author">Ludwig van der Holt</span>', ("Ludwig van der Holt",)),
        ("<p class=byline>By J. R. O’Neill, transport correspondent</p>", ("J. R. O’Neill",)),
        ('<div class="byline">By Ana Brook | Orlec Courier</div>', ("Ana Brook",)),
        ('<div class="byline">Courier Staff</div>', ()),
        ('<div class="author-bio">Ana Brook has written for us since 2011.</div>', ("Ana Brook",)),
        ('<p class="about-the-author">About the author</p>', ()),
        ("<p>The author of the report, Jo Field, said so.</p>", ()),
        ("<script>var author = 'Jo Field';</script>", ()),
    ],
)
def test_names_are_read_from_bylines(markup: str, names: tuple[str, ...]) -> None:
    assert authors_in(f"<html><body><h1>Bridge shut</h1>{markup}<p>{LINE}</p></body></html>") == names
