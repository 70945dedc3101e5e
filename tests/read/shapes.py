# ruff: noqa: E501
"""Pages in the shapes that news sites have, written for these tests: ten layouts, each filled with four stories."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True)
class Story:
    """What a page is about; `paragraphs` are the body as it should be read, in order."""

    headline: str
    standfirst: str
    author: str
    paragraphs: tuple[str, ...]
    subheading: str
    items: tuple[str, str]
    caption: str
    pull_quote: str

    @property
    def body(self) -> tuple[str, ...]:
        return (*self.paragraphs[:2], self.subheading, *self.paragraphs[2:])


OUTLET = "Orlec Courier"
PUBLISHED = "2026-11-20T09:15:00+01:00"
BOILERPLATE = (
    "We use cookies to make this site better",
    "Subscribe to our newsletter",
    "Ten things to do in Orlec this weekend",
    "All rights reserved",
    "First! I never liked that bridge",
    "Share on social media",
)

STORIES = (
    Story(
        "Old bridge shut after cracks found",
        "Inspectors say the span over the Orl could fail in a storm.",
        "Ana Brook",
        (
            "The old bridge in Orlec was shut on Thursday night after inspectors found cracks in two of its pillars, the city said.",
            "“We had no choice,” the mayor, Jana Holt, told reporters. “Nobody may cross it until we know more.”",
            "The cracks were first seen in March, according to a report that the council has not published, and grew over the summer.",
            "Shopkeepers on the far bank said they had not been told & feared for their trade in the weeks before the holidays.",
            "The regional government denied that it had refused money for repairs, as the mayor's party has alleged.",
        ),
        "Seen in March",
        ("Buses go through the valley until further notice.", "Trains stop at the old station twice an hour."),
        "The bridge on Friday morning. Photograph: Jo Field",
        "Nobody may cross it until we know more",
    ),
    Story(
        "Café owner says €5 notes were forged",
        "Police confirm 12 cases – and expect more.",
        "José Núñez",
        (
            "A café owner in the naïve belief that nobody forges €5 notes lost more than €300 in a week, he said on Monday.",
            "“They felt right,” José Núñez’s neighbour, Zoë Brontë, said. ‘They even smelt right,’ she added — twice.",
            "Police said that 12 cases had been reported, half of them in the market, and that the paper was “surprisingly good”.",
            "A spokeswoman for the bank declined to comment on the case, but said that notes of that value were checked rarely.",
            "Whoever has such a note should bring it to a police station, the city’s website says, and will not get it back.",
        ),
        "Surprisingly good paper",
        ("Hold the note against the light.", "Feel for the raised print on the edge."),
        "A genuine note, above, and a forged one. Photo: Police of Orlec",
        "They even smelt right",
    ),
    Story(
        "Minister rejects report of a secret deal",
        "An unnamed official had told the Wire that grain was sold below cost.",
        "Mira Stone",
        (
            'The minister of trade rejected on Sunday a report that 40,000 tons of grain had been sold below cost, calling it "fiction".',
            'Two officials, who asked not to be named, had told the Example Wire that the deal was signed "on a Friday, in a hurry".',
            "Farmers' unions demanded that the contract be published; the ministry said it would do so <within weeks>, not days.",
            "The buyer, a company registered in the valley, could not be reached, and its office was found empty by our reporter.",
            "Parliament will debate the matter on Tuesday, the speaker said, adding that the minister had promised to attend.",
        ),
        "An empty office",
        ("Grain: 40,000 tons, according to the officials.", "Price: unknown, the ministry says it is secret."),
        "The minister leaves parliament on Sunday. Image: Example Wire",
        "Signed on a Friday, in a hurry",
    ),
    Story(
        "Storm warning for the coast 🌊",
        "Forecasters expect gusts of up to 140 km/h.",
        "Lev Ash",
        (
            "Forecasters warned on Wednesday of a storm that may bring gusts of up to 140 km/h 🌬️ to the coast by the weekend.",
            "The harbour of שלום and the islands would be hit first, they said, and ferries may not sail until Sunday at the earliest.",
            "“It is not certain that it will reach us,” the head of the weather service said, “but we would rather be ready.”",
            "In the storm of 2019 eight people were killed; a report found later that warnings had come too late for four of them.",
            "The coast guard said that it had doubled its crews, while fishermen’s groups asked for help with moving their boats.",
        ),
        "Ferries may not sail",
        ("Stay away from piers and cliffs at all times.", "Keep a torch and a radio at hand tonight."),
        "Waves at the pier of Orlec in 2019. Photograph: Coast Guard",
        "We would rather be ready",
    ),
)


def json_ld(story: Story, kind: str = "NewsArticle", more: str = "") -> str:
    headline = story.headline.replace('"', '\\"')
    return (
        f'<script type="application/ld+json">{{"@context":"https://schema.org","@graph":[{{"@type":"WebSite","name":"{OUTLET}"}},'
        f'{{"@type":"{kind}","headline":"{headline}","datePublished":"{PUBLISHED}","dateModified":"2026-11-21T08:00:00Z",'
        f'"author":{{"@id":"#a"}},"publisher":{{"@type":"Organization","name":"{OUTLET}"}},"inLanguage":"en"{more}}},'
        f'{{"@type":"Person","@id":"#a","name":"{story.author}"}}]}}</script>'
    )


def open_graph(story: Story) -> str:
    return (
        f'<meta property="og:title" content="{escape(story.headline)} | {OUTLET}"><meta property="og:site_name" content="{OUTLET}">'
        f'<meta property="og:description" content="{escape(story.standfirst)}"><meta name="author" content="By {story.author}">'
        f'<meta property="article:published_time" content="{PUBLISHED}"><meta property="og:type" content="article">'
    )


NAV = "".join(f'<li><a href="/{name.lower()}">{name}</a></li>' for name in ("News", "Sport", "Weather", "Opinion", "Culture"))
COOKIES = f'<div id="cookie-banner" class="cookie-consent" role="dialog"><p>{BOILERPLATE[0]}.</p><button>Accept</button></div>'
RELATED = f'<aside class="related"><h3>Read more</h3><ul><li><a href="/x"><h4>{BOILERPLATE[2]}</h4></a></li></ul></aside>'
NEWSLETTER = f'<div class="newsletter-signup"><form><label>{BOILERPLATE[1]}</label><input><button>Go</button></form></div>'
COMMENTS = (
    f'<section id="comments" class="comments"><h2>Comments</h2><div class="comment"><p>{BOILERPLATE[4]}.</p></div></section>'
)
FOOTER = f"<footer><p>© 2026 {OUTLET}. {BOILERPLATE[3]}.</p></footer>"


def clean(story: Story) -> str:
    """HTML5 as one would wish it."""
    first, second, *rest = map(escape, story.paragraphs)
    return (
        f'<!doctype html>\n<html lang="en-GB"><head><meta charset="utf-8"><title>{escape(story.headline)} - {OUTLET}</title>'
        f'<link rel="canonical" href="https://courier.example/clean">{open_graph(story)}{json_ld(story)}</head><body>{COOKIES}'
        f"<header><nav><ul>{NAV}</ul></nav></header><main><article><header><h1>{escape(story.headline)}</h1>"
        f'<p class="standfirst">{escape(story.standfirst)}</p><p class="byline">By <a rel="author">{story.author}</a></p></header>'
        f'<figure><img src="a.jpg" alt="A bridge"><figcaption>{escape(story.caption)}</figcaption></figure>'
        f"<p>{first}</p>\n<p>{second}</p>\n<h2>{escape(story.subheading)}</h2>\n"
        + "\n".join(f"<p>{line}</p>" for line in rest)
        + f"<ul>{''.join(f'<li>{escape(item)}</li>' for item in story.items)}</ul></article>{RELATED}{COMMENTS}</main>{FOOTER}</body></html>"
    )


def wordpress(story: Story) -> str:
    """A weblog: curly marks as references, sharing buttons inside the content."""
    lines = [escape(line).replace("’", "&#8217;").replace("“", "&#8220;").replace("”", "&#8221;") for line in story.paragraphs]
    return (
        f'<!DOCTYPE html><html lang="en-US"><head><meta charset="UTF-8" /><title>{escape(story.headline)} &#8211; {OUTLET}</title>'
        f"{open_graph(story)}<style>.a{{b:c}}</style></head><body class='post-template single'>"
        f"<div id='page'><header id='masthead'><ul class='menu'>{NAV}</ul></header><div id='content'><main id='main'>"
        f"<article id='post-1' class='post type-post'><header class='entry-header'><h1 class='entry-title'>{escape(story.headline)}</h1>"
        f"</header><div class='entry-content'><p>{lines[0]}</p>\n\n\n\n<p>{lines[1]}</p>\r\n"
        f"<h2 class='wp-block-heading'>{escape(story.subheading)}</h2>"
        f"<div class='wp-caption'><img src='b.jpg'/><p class='wp-caption-text'>{escape(story.caption)}</p></div>"
        + "".join(f"<p>{line}</p>" for line in lines[2:])
        + f"<div class='sharedaddy sd-sharing-enabled'><h3>Share this:</h3><p>{BOILERPLATE[5]}</p></div></div></article>"
        f"{COMMENTS}</main>{RELATED}</div>{FOOTER}</div><script>var s = '<p>no</p>';</script></body></html>"
    )


def soup(story: Story) -> str:
    """Nothing but `div`, paragraphs parted by `<br><br>`, `&nbsp;` between words."""
    lines = [escape(line).replace(" said", "&nbsp;said") for line in story.paragraphs]
    body = "<br><br>\n".join((*lines[:2], f"<b>{escape(story.subheading)}</b>", *lines[2:]))
    return (
        f"<html><head><title>{escape(story.headline)}</title>{open_graph(story)}</head><body><div class=top><div class=nav>{NAV}</div></div>"
        f"<div class=story><div class=head><h1>{escape(story.headline)}</h1></div><div class=article-body>{body}</div></div>"
        f"<div class=footer>{BOILERPLATE[3]}</div></body></html>"
    )


def tables(story: Story) -> str:
    """The year 1999: tables, upper-case tags, paragraphs never closed."""
    body = "\n<P>".join(escape(line) for line in story.paragraphs)
    return (
        f"<HTML><HEAD><TITLE>{escape(story.headline)}</TITLE><META NAME=author CONTENT='{story.author}'></HEAD>"
        f"<BODY BGCOLOR=#ffffff><TABLE WIDTH=100%><TR><TD><FONT SIZE=2><A HREF=/>Home</A> | <A HREF=/news>News</A></FONT><TD>"
        f"<H1>{escape(story.headline)}</H1><P>{body}</TABLE><CENTER><FONT SIZE=1>{BOILERPLATE[3]}</FONT></CENTER></BODY></HTML>"
    )


def application(story: Story) -> str:
    """A page rendered by scripts: deep `div`s, its data a second time as JSON, words in nested spans."""
    lines = [f"<span>{escape(line[:20])}</span><span><span>{escape(line[20:])}</span></span>" for line in story.paragraphs]
    wrapped = "".join(f'<div data-testid="block"><div class="css-1x"><p class="css-9">{line}</p></div></div>' for line in lines)
    state = "".join(f'"{line[:30]}",' for line in story.paragraphs).replace("<", "\\u003c")
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(story.headline)}</title>{json_ld(story)}</head>'
        f'<body><div id="root"><div class="css-0"><div role="navigation"><ul>{NAV}</ul></div><div role="main">'
        f'<div class="css-2"><h1 data-testid="headline"><span>{escape(story.headline)}</span></h1>'
        f'<div data-testid="standfirst">{escape(story.standfirst)}</div>{wrapped}</div></div>{NEWSLETTER}</div></div>'
        f"<script>window.__STATE__ = [{state}null]</script>{FOOTER}</body></html>"
    )


def feature(story: Story) -> str:
    """Figures, a pull quote, an advertisement and links amid the text."""
    first, second, third, *rest = map(escape, story.paragraphs)
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(story.headline)}</title>{json_ld(story)}</head><body>'
        f'<main><article class="content"><h1 class="headline">{escape(story.headline)}</h1>'
        f'<div class="dek"><p>{escape(story.standfirst)}</p></div><div class="article-body"><p>{first}</p>'
        f'<div class="ad-slot" data-ad="1"></div><p>{second}</p><figure class="element-image"><img src="c.jpg">'
        f"<figcaption>{escape(story.caption)}</figcaption></figure><h2>{escape(story.subheading)}</h2>"
        f'<blockquote class="pullquote"><p>{escape(story.pull_quote)}</p></blockquote><p>{third}</p>'
        + "".join(f"<p>{line.replace('the ', '<a href=/t>the</a> ', 1)}</p>" for line in rest)
        + f"</div></article>{RELATED}{NEWSLETTER}</main>{FOOTER}</body></html>"
    )


def live_blog(story: Story) -> str:
    """Posts, the latest first, each with its time."""
    posts = "".join(
        f'<article class="block" id="b{number}"><time datetime="2026-11-20T1{number}:00:00Z">1{number}.00</time>'
        f"<h2>Post {number}</h2><p>{escape(line)}</p></article>"
        for number, line in enumerate(story.paragraphs)
    )
    return (
        f'<!doctype html><html lang="en"><head><title>{escape(story.headline)} – live</title>'
        f"{json_ld(story, 'LiveBlogPosting')}</head><body><main><h1>{escape(story.headline)} – live</h1>"
        f'<div class="live-blog">{posts}</div></main>{FOOTER}</body></html>'
    )


def paywall(story: Story) -> str:
    """The first two paragraphs, then an appeal."""
    lines = "".join(f"<p>{escape(line)}</p>" for line in story.paragraphs[:2])
    free = ',"isAccessibleForFree":"False"'
    return (
        f'<!doctype html><html lang="en"><head><title>{escape(story.headline)}</title>{json_ld(story, more=free)}</head><body><article>'
        f'<h1>{escape(story.headline)}</h1>{lines}</article><div class="paywall"><h2>Subscribe to continue reading</h2></div></body></html>'
    )


def wire(story: Story) -> str:
    """An agency's page: a dateline in bold, `<br>` inside paragraphs, soft hyphens, a correction."""
    first, *rest = map(escape, story.paragraphs)
    correction = ',"correction":{"@type":"CorrectionComment","text":"An earlier version gave a wrong number."}'
    return (
        f'<!doctype html><html lang="en"><head><title>{escape(story.headline)}</title>{json_ld(story, more=correction)}</head><body><div class="wire">'
        f"<h1>{escape(story.headline)}</h1><div class='text'><p><b>ORLEC</b> - {first}</p>"
        + "".join(f"<p>{line.replace('reported', 're&shy;por&shy;ted')}<!-- id --></p>" for line in rest)
        + f"</div></div>{FOOTER}</body></html>"
    )


def amp(story: Story) -> str:
    """An AMP page: its own elements, lazily loaded images, inline styles."""
    lines = "".join(f"<p>{escape(line)}</p>" for line in story.paragraphs)
    return (
        f'<!doctype html><html ⚡ lang="en"><head><meta charset="utf-8"><title>{escape(story.headline)}</title>{json_ld(story)}'
        f"<style amp-custom>p{{margin:0}}</style></head><body><amp-sidebar id=s><ul>{NAV}</ul></amp-sidebar><article><h1>{escape(story.headline)}"
        f"</h1><amp-img src=x><noscript><img src=x></noscript></amp-img><div class=article-content>{lines}</div></article>"
        f"<amp-ad type=x></amp-ad>{FOOTER}</body></html>"
    )


SHAPES: dict[str, Callable[[Story], str]] = {
    shape.__name__: shape for shape in (clean, wordpress, soup, tables, application, feature, live_blog, paywall, wire, amp)
}
