# ruff: noqa: E501
"""More pages, in shapes that mislead: what is written around, between and inside the paragraphs is not the article's."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from tests.read.shapes import BOILERPLATE, FOOTER, NAV, OUTLET, RELATED, Story, json_ld

ARABIC = "هذا الموقع متاح أيضا باللغة العربية ويمكنكم قراءة آخر الأخبار من المدينة ومن المنطقة كلها"
HEBREW = "האתר זמין גם בעברית"


def _page(story: Story, body: str, attributes: str = 'lang="en"', head: str = "") -> str:
    return (
        f'<!doctype html><html {attributes}><head><meta charset="utf-8"><title>{escape(story.headline)} - {OUTLET}</title>'
        f"{json_ld(story)}{head}</head><body>{body}</body></html>"
    )


def _lines(story: Story) -> list[str]:
    return [escape(line) for line in story.paragraphs]


def right_to_left(story: Story) -> str:
    """An English article on a page that is set from right to left, menus and notes in Arabic and Hebrew."""
    lines = "".join(f'<p dir="ltr">{line}</p>' for line in _lines(story))
    return _page(
        story,
        f'<nav dir="rtl"><ul><li><a href="/ar">{ARABIC}</a></li><li><a href="/he">{HEBREW}</a></li></ul></nav><main><article>'
        f"<h1>{escape(story.headline)}</h1>{lines}</article></main><footer><p>{ARABIC}</p></footer>",
        'lang="ar" dir="rtl"',
    )


def marked_directions(story: Story) -> str:
    """Direction marks and isolates around every name, which stay in the text."""
    lines = "".join(f"<p>\u200e{line}\u200f</p>" for line in _lines(story))
    return _page(story, f"<main><article><h1>{escape(story.headline)}</h1>{lines}</article></main>")


def nested(story: Story) -> str:
    """Words in tags in tags, some of them never closed, a comment and a break for words amid them."""
    lines = [
        f"<p><span><em><b><i>{line[:12]}</i></b></em><!-- a > b --></span><font color=red><u>{line[12:40]}<wbr></u></font>"
        f"<span data-x='<p>'>{line[40:]}</span></p>"
        for line in story.paragraphs
        if not set("&<>") & set(line)
    ]
    lines += [f"<p><strong>{escape(line)}</p>" for line in story.paragraphs if set("&<>") & set(line)]
    return _page(story, f"<main><article><h1><span>{escape(story.headline)}</span></h1>{''.join(lines)}</article></main>")


def soft_hyphens(story: Story) -> str:
    """A soft hyphen in every long word, as characters and as references, and spaces that do not break."""
    lines = [
        line.replace("tion", "\u00adtion").replace("ed ", "ed\u00a0").replace("ing ", "&shy;ing&#160;") for line in _lines(story)
    ]
    return _page(story, f"<main><article><h1>{escape(story.headline)}</h1><p>{'</p><p>'.join(lines)}</p></article></main>")


def with_table(story: Story) -> str:
    """Figures in a table between the paragraphs."""
    first, *rest = _lines(story)
    table = "<table class=data><tr><th>Year</th><th>Count</th></tr><tr><td>2025</td><td>12</td></tr></table>"
    return _page(
        story,
        f"<main><article><h1>{escape(story.headline)}</h1><p>{first}</p>{table}<p>{'</p><p>'.join(rest)}</p></article></main>{FOOTER}",
    )


def interview(story: Story) -> str:
    """Questions in bold and answers below them."""
    lines = "".join(
        f"<p><strong>Is that so, question {number}?</strong></p><p>{line}</p>" for number, line in enumerate(_lines(story))
    )
    return _page(story, f"<main><article><h1>{escape(story.headline)}</h1>{lines}</article></main>{FOOTER}")


def cookie_wall(story: Story) -> str:
    """A wall of purposes and partners, longer than the article, before it."""
    purposes = "".join(
        f"<li><h3>Purpose {number}</h3><p>{BOILERPLATE[0]}, purpose {number}: measure, select and personalise what is shown to you.</p></li>"
        for number in range(15)
    )
    return _page(
        story,
        f'<div id="consent-wall" class="cookie-consent modal" role="dialog"><h2>Your privacy</h2><ul>{purposes}</ul><button>Accept all</button></div>'
        f"<main><article><h1>{escape(story.headline)}</h1><p>{'</p><p>'.join(_lines(story))}</p></article></main>{FOOTER}",
    )


def many_comments(story: Story) -> str:
    """More comments of readers than article, some with quotations of it."""
    comments = "".join(
        f'<li class="comment"><cite>Reader {number}</cite><blockquote>{escape(story.paragraphs[0][:50])}</blockquote><p>{BOILERPLATE[4]}. I said so {number} times.</p></li>'
        for number in range(20)
    )
    return _page(
        story,
        f"<main><article><h1>{escape(story.headline)}</h1><p>{'</p><p>'.join(_lines(story))}</p></article>"
        f'<section id="comments" class="comments-area"><h2>20 comments</h2><ol class="comment-list">{comments}</ol></section></main>{FOOTER}',
    )


def related_amid(story: Story) -> str:
    """Links to other articles, a newsletter and a poll between the paragraphs."""
    first, second, third, *rest = _lines(story)
    newsletter = f'<div class="newsletter-signup"><p>{BOILERPLATE[1]}</p><form><input type=email></form></div>'
    return _page(
        story,
        f"<main><article><h1>{escape(story.headline)}</h1><div class=article-body><p>{first}</p>{RELATED}<p>{second}</p>{newsletter}"
        f'<p>{third}</p><div class="related-links"><ul><li><a href="/x">{BOILERPLATE[2]}</a></li></ul></div>'
        f"<p>{'</p><p>'.join(rest)}</p></div></article></main>{FOOTER}",
    )


def crlf_and_tabs(story: Story) -> str:
    """Lines of 60 characters inside the paragraphs, with CRLF and tabs, and a byte order mark before all."""
    lines = [line.replace(", ", ",\r\n\t\t") for line in _lines(story)]
    body = "\r\n".join(f"<p>\r\n\t{line}\r\n</p>" for line in lines)
    return f"\ufeff{_page(story, f'<main><article><h1>{escape(story.headline)}</h1>{body}</article></main>')}"


def references(story: Story) -> str:
    """Every character that can be is a reference: by name, decimal and hexadecimal, some without their semicolon."""
    names = {
        "’": "&rsquo;",
        "“": "&ldquo;",
        "”": "&rdquo;",
        "—": "&mdash;",
        "–": "&#8211;",
        "é": "&#xE9;",
        "ñ": "&ntilde",
        "€": "&euro;",
    }
    lines = ["".join(names.get(letter, letter) for letter in line) for line in _lines(story)]
    return _page(
        story, f"<main><article><h1>{escape(story.headline)}</h1><p>{'</p><p>'.join(lines)}</p></article></main>{FOOTER}"
    )


def sections(story: Story) -> str:
    """Paragraphs that are `section`s with a headline for each screen, and a menu in each of them."""
    lines = "".join(f"<section class=screen><div class=text><p>{line}</p></div></section>" for line in _lines(story))
    return _page(story, f"<header><ul>{NAV}</ul></header><main><h1>{escape(story.headline)}</h1>{lines}</main>{FOOTER}")


ODD_SHAPES: dict[str, Callable[[Story], str]] = {
    shape.__name__: shape
    for shape in (
        *(right_to_left, marked_directions, nested, soft_hyphens, with_table, interview),
        *(cookie_wall, many_comments, related_amid, crlf_and_tabs, references, sections),
    )
}


def endless(first: Story, second: Story) -> str:
    """A page that loads the next article under the first: two articles on one page, the first one its own."""

    def article(story: Story, number: int) -> str:
        return (
            f'<article id="a{number}" data-url="/{number}"><h1>{escape(story.headline)}</h1>'
            f"<div class=article-body><p>{'</p><p>'.join(_lines(story))}</p></div></article>"
        )

    return _page(first, f"<main>{article(first, 1)}<div class=next>Up next</div>{article(second, 2)}</main>{FOOTER}")
