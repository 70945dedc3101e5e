# ruff: noqa: E501
"""Pages as broadcasters, papers and agencies write them: their kinds of names, and what they set between the paragraphs."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from tests.read.shapes import NAV, OUTLET, Story, json_ld
from tests.read.site_parts import TEASERS, lines_of, links, page_of, set_lines


def broadcaster(story: Story) -> str:
    """Blocks named by what they are, class names made by a machine."""
    image = f'<div data-component="image-block" class="ssr-1a"><figure class="ssr-f"><div><span class="ssr-i"><img src="a.jpg"></span><span role="text" class="ssr-s">Orlec Images</span></div><figcaption class="ssr-c"><span class="visually-hidden">Image caption, </span><p>{escape(story.caption)}</p></figcaption></figure></div>'
    more = (
        f'<div data-component="links-block" class="ssr-l"><h3>More on this story</h3><ul role="list">{links("ssr-li")}</ul></div>'
    )
    topics = f'<div data-component="topic-list"><h2>Related Topics</h2><ul>{"".join(f"<li><a href=/t>{name}</a></li>" for name in ("Bridges", "Orlec", "Transport"))}</ul></div>'
    head = f'<div data-component="headline-block"><h1 id="main-heading" tabindex="-1">{escape(story.headline)}</h1></div><div data-component="byline-block"><div><div>{story.author}</div><div>Transport correspondent</div></div><time>2 hours ago</time></div>'
    sub = f'<div data-component="subheadline-block"><h2>{escape(story.subheading)}</h2></div>'
    text = set_lines(
        story,
        '<div data-component="text-block" class="ssr-t"><div class="ssr-r"><p class="ssr-p">',
        {1: image, 4: sub, 7: more},
        "</p></div></div>",
    )
    return page_of(
        story,
        f'<header role="banner"><nav><ul>{NAV}</ul></nav></header><main id="main-content"><article class="ssr-a">{head}{text}{topics}</article><section data-component="related"><h2>Top stories</h2><ul>{links()}</ul></section></main><footer>Copyright © 2026 {OUTLET}.</footer>',
        json_ld(story),
    )


def quality_paper(story: Story) -> str:
    """An appeal for a newsletter amid the text, with a note where it ends, rich links and a gate."""
    rich = f'<aside data-component="rich-link"><div><a href="/x"><h4>{TEASERS[0]}</h4><span>Read more</span></a></div></aside>'
    news = '<figure class="email-sub"><div class="signup"><p>Free daily newsletter</p><p>Our morning email breaks down the key stories of the day, telling you what’s happening and why it matters</p><form><label>Enter your email address</label><button>Sign up</button></form><p><strong>Privacy Notice: </strong>Newsletters may contain info about charities, online ads, and content funded by outside parties.</p></div></figure><p id="after"><em>after newsletter promotion</em></p>'
    text = set_lines(
        story,
        '<p class="dcr-s3">',
        {3: rich, 5: news, 6: f'<h2 id="s">{escape(story.subheading)}</h2>', 8: '<div class="ad-slot"></div>'},
    )
    meta = f'<div class="dcr-m"><address aria-label="Contributor info"><div>{story.author} in Orlec</div></address><details><summary>Fri 20 Nov 2026 09.15 GMT</summary>Last modified on Fri 20 Nov 2026 11.02 GMT</details><div><button>Share</button></div></div>'
    return page_of(
        story,
        f'<main><article><div data-gu-name="headline"><h1>{escape(story.headline)}</h1></div>{meta}<div data-gu-name="media"><figure><img src=a><figcaption>{escape(story.caption)}</figcaption></figure></div><div data-gu-name="body"><div id="maincontent" class="article-body-viewer-selector">{text}</div></div><div data-gu-name="submeta"><div>Explore more on these topics</div><ul><li><a>Bridges</a></li><li><a>news</a></li></ul><a>Reuse this content</a></div></article></main><section><h2>Most viewed</h2><ol>{links()}</ol></section><footer>© 2026</footer>',
    )


def paper_of_record(story: Story) -> str:
    """Columns of paragraphs with a word for each advertisement between them."""
    advert = '<div class="ad-wrap"><div id="story-ad-1-wrapper"><p class="css-ad">Advertisement</p><p><a href="#after-story-ad-1">SKIP ADVERTISEMENT</a></p></div></div>'
    columns = "".join(
        f'<div class="css-53 StoryBodyCompanionColumn"><div class="css-1"><p class="css-at">{escape(line)}</p></div></div>{advert if number % 3 == 2 else ""}'
        for number, line in enumerate(lines_of(story))
    )
    foot = f'<div class="bottom-of-article"><p>{story.author} is a reporter in Orlec. <a href="/by">More about {story.author}</a></p><div>A version of this article appears in print on Nov. 21, 2026, Section A, Page 1. <a>Order Reprints</a> | <a>Today’s Paper</a> | <a>Subscribe</a></div></div>'
    return page_of(
        story,
        f'<div id="app"><header><a href="#site-content">Skip to content</a><ul>{NAV}</ul></header><main id="site-content"><article id="story"><header><h1 data-testid="headline">{escape(story.headline)}</h1><div><p>By <span itemprop="name">{story.author}</span></p><time>Nov. 20, 2026</time></div></header><section name="articleBody" class="meteredContent">{columns}</section>{foot}</article><div id="site-index"><section><h2>Related Content</h2>{links(tag="div")}</section></div></main></div>',
        json_ld(story),
    )


def cable_news(story: Story) -> str:
    """Paragraphs in `div`s, a place before the first, links to other stories as cards."""
    card = f'<div class="related-content" data-uri="x"><a href="/x"><div class="image"><img src=x></div><p class="related-content__headline"><span>Related article</span> <span data-editable="content.headline">{TEASERS[1]}</span></p></a></div>'
    text = set_lines(story, '<p class="paragraph inline-placeholder vossi-paragraph" data-editable="text">', {3: card, 6: card})
    return page_of(
        story,
        f'<div class="header"><ul>{NAV}</ul></div><section class="layout__main"><article class="article"><div class="headline"><h1 class="headline__text">{escape(story.headline)}</h1><div class="headline__sub-container"><div class="byline"><div class="byline__names">By <span>{story.author}</span>, {OUTLET}</div></div><div class="timestamp">3 minute read<br>Updated 9:15 AM EST, Fri November 20, 2026</div></div></div><div class="article__content-container"><div class="article__content"><div class="source inline-placeholder"><cite class="source__cite"><span class="source__location">Orlec</span><span class="source__text">{OUTLET}</span>&nbsp;—&nbsp;</cite></div>{text}</div></div></article></section><div class="zone">{links(tag="div")}</div>',
    )


def cable_news_old(story: Story) -> str:
    """Each paragraph a `div`, highlights at the top, "read more" behind arrows."""
    text = set_lines(
        story,
        '<div class="zn-body__paragraph">',
        {4: f'<div class="zn-body__read-more"><h3>{escape(story.subheading)}</h3></div>'},
        "</div>",
    )
    return page_of(
        story,
        f'<div class="nav-flyout"><ul>{NAV}</ul></div><article class="pg-rail-tall"><h1 class="pg-headline">{escape(story.headline)}</h1><div class="metadata"><p class="metadata__byline"><span>By {story.author}, {OUTLET}</span></p><p class="update-time">Updated 1415 GMT (2215 HKT) November 20, 2026</p></div><div class="l-container"><section id="body-text" data-zone-label="bodyText"><div class="zn-body">{text}</div></section></div><div class="pg-rail"><h2>More from {OUTLET}</h2><ul>{links()}</ul></div></article><footer>© 2026</footer>',
    )


def agency(story: Story) -> str:
    """Paragraphs as `div`s by number, credits of the desk, a sign-up between."""
    text = "".join(
        f'<div data-testid="paragraph-{number}" class="text__text__1FZLe text__dark-grey__3Ml43 body__full_width">{escape(line)}</div>'
        for number, line in enumerate(lines_of(story))
    )
    sign = '<div data-testid="promo-box"><div class="text__text__1FZLe">Sign up here.</div></div>'
    credit = f'<p class="sign-off__text">Reporting by {story.author}; Editing by Jo Field</p><p class="body__trust">Our Standards: <a href="/t">The Courier Trust Principles.</a></p>'
    return page_of(
        story,
        f'<div id="fusion-app"><header>{links(tag="span")}</header><main><article data-testid="Article"><header><h1 data-testid="Heading">{escape(story.headline)}</h1><div>By {story.author}</div><time><span>November 20, 2026</span><span>9:15 AM GMT+1</span><span>Updated 2 hours ago</span></time></header><div class="article-body__wrapper"><ul data-testid="Summary"><li>Summary</li><li>Companies</li></ul><div class="article-body__content">{text}{sign}</div>{credit}</div></article><div><h2>Read Next</h2>{links(tag="div")}</div></main></div>',
        json_ld(story),
    )


def cooperative(story: Story) -> str:
    """Rich text with cards to other pages set between its paragraphs."""
    card = f'<div class="HtmlModuleEnhancement" data-module><div class="PageList-items"><div class="PagePromo"><a class="Link" href="/x"><span class="PagePromoContentIcons-text">{TEASERS[2]}</span></a></div></div></div>'
    text = set_lines(story, "<p>", {3: card, 6: '<div class="Advertisement"></div>', 8: card})
    return page_of(
        story,
        f'<div class="Page-content"><bsp-story-page class="StoryPage"><h1 class="Page-headline">{escape(story.headline)}</h1><div class="Page-byline"><div class="Page-authors">By <span class="Link">{story.author}</span></div><div class="Page-dateModified"><bsp-timestamp>Updated 9:15 AM GMT+1, November 20, 2026</bsp-timestamp></div></div><div class="Page-storyBody"><div class="RichTextStoryBody RichTextBody">{text}</div></div><div class="Page-below"><div class="AuthorBioCard"><div>{story.author}</div><div>{story.author} covers transport from Orlec.</div></div></div></bsp-story-page></div><footer>{links(tag="span")}</footer>',
    )


def capital_paper(story: Story) -> str:
    """ "Story continues below advertisement", told before each of them."""
    advert = '<div class="cb b-l"><div class="dib"><p class="center">Story continues below advertisement</p></div></div><div class="cb"><wp-ad><span>Advertisement</span></wp-ad></div>'
    text = set_lines(
        story, '<p data-testid="drop-cap-letter" data-el="text" class="wpds-c-x">', {2: advert, 5: advert, 8: advert}
    )
    return page_of(
        story,
        f'<header id="nav">{links(tag="span")}</header><main><article data-qa="main"><div class="headline"><h1 id="main-content" data-qa="headline"><span>{escape(story.headline)}</span></h1></div><div data-qa="author-byline">By <a>{story.author}</a></div><div data-qa="display-date">November 20, 2026 at 9:15 a.m. EST</div><div class="article-body" data-qa="article-body">{text}</div><div data-qa="comments-btn"><button>0 Comments</button></div></article></main><div>{links(tag="div")}</div>',
    )


def shoutinglinks(story: Story) -> str:
    """Other stories' headlines in capitals, each a link and a paragraph of its own, and a call for the application."""
    shout = f'<p><a href="/x" target="_blank"><strong>{TEASERS[3].upper()}</strong></a></p>'
    app = '<p><a href="/app"><strong>CLICK HERE TO GET THE COURIER APP</strong></a></p>'
    video = '<div class="video-container"><div class="info"><h4 class="title"><a href="/v">Watch the bridge being shut</a></h4></div></div>'
    text = set_lines(story, "<p>", {2: shout, 5: video, 6: shout, 10: app})
    return page_of(
        story,
        f'<div class="wrapper"><nav>{links(tag="span")}</nav><article class="article-wrap"><header class="article-header"><div class="article-meta"><h1 class="headline">{escape(story.headline)}</h1><div class="author-byline">By <span>{story.author}</span> | {OUTLET}</div></div></header><div class="article-content"><div class="article-body">{text}</div></div></article><aside>{links()}</aside></div>',
    )


def tabloid(story: Story) -> str:
    """Points at the top, buttons for sharing amid the text, captions as paragraphs, a box of links."""
    points = (
        f'<ul class="mol-bullets-with-font">{"".join(f"<li><strong>{escape(item)}</strong></li>" for item in story.items)}</ul>'
    )
    share = '<div class="column-content cleardots"><div class="shareArticles"><div class="floatLHS"><h3 class="social-links-title">Share this article</h3></div><ul><li class="share-icons">Share</li></ul><p>22 shares</p></div></div>'
    related = f'<div class="moduleHalf mol-fe-related-article"><h4 class="related-title">RELATED ARTICLES</h4><ul>{links("artSplitter")}</ul></div>'
    image = f'<div class="artSplitter mol-img-group"><div class="mol-img"><img src="x"></div><p class="imageCaption">{escape(story.caption)}</p></div>'
    text = set_lines(story, '<p class="mol-para-with-font">', {2: image, 4: related, 7: share})
    return page_of(
        story,
        f'<div id="page-container"><ul class="nav-primary">{NAV}</ul><div id="content" class="article-text"><div id="js-article-text" class="article-text wide"><h2>{escape(story.headline)}</h2>{points}<p class="author-section byline-plain">By <a class="author">{story.author}</a></p><p class="byline-section"><span class="article-timestamp-published"><span class="article-timestamp-label">Published:</span> <time>09:15 GMT, 20 November 2026</time></span> | <span>Updated: 11:02 GMT</span></p><div itemprop="articleBody">{text}</div></div></div><div class="beta">{links()}</div></div>',
    )


PAPER_SHAPES: dict[str, Callable[[Story], str]] = {
    shape.__name__: shape
    for shape in (
        *(broadcaster, quality_paper, paper_of_record, cable_news, cable_news_old, agency, cooperative, capital_paper),
        *(shoutinglinks, tabloid),
    )
}
