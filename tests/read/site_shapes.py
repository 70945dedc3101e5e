# ruff: noqa: E501
"""Pages as the publishing systems of news sites write them: their kinds of names, and what they set between the paragraphs.

Each is filled with a story of ten paragraphs. What is between them, advertisements, appeals, links to other stories, bylines, buttons,
captions, is no part of the body.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from tests.read.shapes import NAV, OUTLET, STORIES, Story, json_ld

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


def _page(story: Story, body: str, head: str = "") -> str:
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(story.headline)} | {OUTLET}</title>'
        f'<meta property="og:title" content="{escape(story.headline)}"><meta property="og:site_name" content="{OUTLET}">{head}</head>'
        f"<body>{body}</body></html>"
    )


def _set(story: Story, opens: str, between: dict[int, str], closes: str = "</p>") -> str:
    """The paragraphs in the tags given, and what stands before some of them, by number."""
    written = [f"{between.get(number, '')}{opens}{escape(line)}{closes}" for number, line in enumerate(lines_of(story))]
    return "\n".join((*written, between.get(len(written), "")))


def _links(name: str = "", tag: str = "li") -> str:
    return "".join(f'<{tag} class="{name}"><a href="/a/{at}">{escape(words)}</a></{tag}>' for at, words in enumerate(TEASERS))


def broadcaster(story: Story) -> str:
    """Blocks named by what they are, class names made by a machine."""
    image = f'<div data-component="image-block" class="ssr-1a"><figure class="ssr-f"><div><span class="ssr-i"><img src="a.jpg"></span><span role="text" class="ssr-s">Orlec Images</span></div><figcaption class="ssr-c"><span class="visually-hidden">Image caption, </span><p>{escape(story.caption)}</p></figcaption></figure></div>'
    more = f'<div data-component="links-block" class="ssr-l"><h3>More on this story</h3><ul role="list">{_links("ssr-li")}</ul></div>'
    topics = f'<div data-component="topic-list"><h2>Related Topics</h2><ul>{"".join(f"<li><a href=/t>{name}</a></li>" for name in ("Bridges", "Orlec", "Transport"))}</ul></div>'
    head = f'<div data-component="headline-block"><h1 id="main-heading" tabindex="-1">{escape(story.headline)}</h1></div><div data-component="byline-block"><div><div>{story.author}</div><div>Transport correspondent</div></div><time>2 hours ago</time></div>'
    sub = f'<div data-component="subheadline-block"><h2>{escape(story.subheading)}</h2></div>'
    text = _set(
        story,
        '<div data-component="text-block" class="ssr-t"><div class="ssr-r"><p class="ssr-p">',
        {1: image, 4: sub, 7: more},
        "</p></div></div>",
    )
    return _page(
        story,
        f'<header role="banner"><nav><ul>{NAV}</ul></nav></header><main id="main-content"><article class="ssr-a">{head}{text}{topics}</article><section data-component="related"><h2>Top stories</h2><ul>{_links()}</ul></section></main><footer>Copyright © 2026 {OUTLET}.</footer>',
        json_ld(story),
    )


def quality_paper(story: Story) -> str:
    """An appeal for a newsletter amid the text, with a note where it ends, rich links and a gate."""
    rich = f'<aside data-component="rich-link"><div><a href="/x"><h4>{TEASERS[0]}</h4><span>Read more</span></a></div></aside>'
    news = '<figure class="email-sub"><div class="signup"><p>Free daily newsletter</p><p>Our morning email breaks down the key stories of the day, telling you what’s happening and why it matters</p><form><label>Enter your email address</label><button>Sign up</button></form><p><strong>Privacy Notice: </strong>Newsletters may contain info about charities, online ads, and content funded by outside parties.</p></div></figure><p id="after"><em>after newsletter promotion</em></p>'
    text = _set(
        story,
        '<p class="dcr-s3">',
        {3: rich, 5: news, 6: f'<h2 id="s">{escape(story.subheading)}</h2>', 8: '<div class="ad-slot"></div>'},
    )
    meta = f'<div class="dcr-m"><address aria-label="Contributor info"><div>{story.author} in Orlec</div></address><details><summary>Fri 20 Nov 2026 09.15 GMT</summary>Last modified on Fri 20 Nov 2026 11.02 GMT</details><div><button>Share</button></div></div>'
    return _page(
        story,
        f'<main><article><div data-gu-name="headline"><h1>{escape(story.headline)}</h1></div>{meta}<div data-gu-name="media"><figure><img src=a><figcaption>{escape(story.caption)}</figcaption></figure></div><div data-gu-name="body"><div id="maincontent" class="article-body-viewer-selector">{text}</div></div><div data-gu-name="submeta"><div>Explore more on these topics</div><ul><li><a>Bridges</a></li><li><a>news</a></li></ul><a>Reuse this content</a></div></article></main><section><h2>Most viewed</h2><ol>{_links()}</ol></section><footer>© 2026</footer>',
    )


def paper_of_record(story: Story) -> str:
    """Columns of paragraphs with a word for each advertisement between them."""
    advert = '<div class="ad-wrap"><div id="story-ad-1-wrapper"><p class="css-ad">Advertisement</p><p><a href="#after-story-ad-1">SKIP ADVERTISEMENT</a></p></div></div>'
    columns = "".join(
        f'<div class="css-53 StoryBodyCompanionColumn"><div class="css-1"><p class="css-at">{escape(line)}</p></div></div>{advert if number % 3 == 2 else ""}'
        for number, line in enumerate(lines_of(story))
    )
    foot = f'<div class="bottom-of-article"><p>{story.author} is a reporter in Orlec. <a href="/by">More about {story.author}</a></p><div>A version of this article appears in print on Nov. 21, 2026, Section A, Page 1. <a>Order Reprints</a> | <a>Today’s Paper</a> | <a>Subscribe</a></div></div>'
    return _page(
        story,
        f'<div id="app"><header><a href="#site-content">Skip to content</a><ul>{NAV}</ul></header><main id="site-content"><article id="story"><header><h1 data-testid="headline">{escape(story.headline)}</h1><div><p>By <span itemprop="name">{story.author}</span></p><time>Nov. 20, 2026</time></div></header><section name="articleBody" class="meteredContent">{columns}</section>{foot}</article><div id="site-index"><section><h2>Related Content</h2>{_links(tag="div")}</section></div></main></div>',
        json_ld(story),
    )


def cable_news(story: Story) -> str:
    """Paragraphs in `div`s, a place before the first, links to other stories as cards."""
    card = f'<div class="related-content" data-uri="x"><a href="/x"><div class="image"><img src=x></div><p class="related-content__headline"><span>Related article</span> <span data-editable="content.headline">{TEASERS[1]}</span></p></a></div>'
    text = _set(story, '<p class="paragraph inline-placeholder vossi-paragraph" data-editable="text">', {3: card, 6: card})
    return _page(
        story,
        f'<div class="header"><ul>{NAV}</ul></div><section class="layout__main"><article class="article"><div class="headline"><h1 class="headline__text">{escape(story.headline)}</h1><div class="headline__sub-container"><div class="byline"><div class="byline__names">By <span>{story.author}</span>, {OUTLET}</div></div><div class="timestamp">3 minute read<br>Updated 9:15 AM EST, Fri November 20, 2026</div></div></div><div class="article__content-container"><div class="article__content"><div class="source inline-placeholder"><cite class="source__cite"><span class="source__location">Orlec</span><span class="source__text">{OUTLET}</span>&nbsp;—&nbsp;</cite></div>{text}</div></div></article></section><div class="zone">{_links(tag="div")}</div>',
    )


def cable_news_old(story: Story) -> str:
    """Each paragraph a `div`, highlights at the top, "read more" behind arrows."""
    text = _set(
        story,
        '<div class="zn-body__paragraph">',
        {4: f'<div class="zn-body__read-more"><h3>{escape(story.subheading)}</h3></div>'},
        "</div>",
    )
    return _page(
        story,
        f'<div class="nav-flyout"><ul>{NAV}</ul></div><article class="pg-rail-tall"><h1 class="pg-headline">{escape(story.headline)}</h1><div class="metadata"><p class="metadata__byline"><span>By {story.author}, {OUTLET}</span></p><p class="update-time">Updated 1415 GMT (2215 HKT) November 20, 2026</p></div><div class="l-container"><section id="body-text" data-zone-label="bodyText"><div class="zn-body">{text}</div></section></div><div class="pg-rail"><h2>More from {OUTLET}</h2><ul>{_links()}</ul></div></article><footer>© 2026</footer>',
    )


def agency(story: Story) -> str:
    """Paragraphs as `div`s by number, credits of the desk, a sign-up between."""
    text = "".join(
        f'<div data-testid="paragraph-{number}" class="text__text__1FZLe text__dark-grey__3Ml43 body__full_width">{escape(line)}</div>'
        for number, line in enumerate(lines_of(story))
    )
    sign = '<div data-testid="promo-box"><div class="text__text__1FZLe">Sign up here.</div></div>'
    credit = f'<p class="sign-off__text">Reporting by {story.author}; Editing by Jo Field</p><p class="body__trust">Our Standards: <a href="/t">The Courier Trust Principles.</a></p>'
    return _page(
        story,
        f'<div id="fusion-app"><header>{_links(tag="span")}</header><main><article data-testid="Article"><header><h1 data-testid="Heading">{escape(story.headline)}</h1><div>By {story.author}</div><time><span>November 20, 2026</span><span>9:15 AM GMT+1</span><span>Updated 2 hours ago</span></time></header><div class="article-body__wrapper"><ul data-testid="Summary"><li>Summary</li><li>Companies</li></ul><div class="article-body__content">{text}{sign}</div>{credit}</div></article><div><h2>Read Next</h2>{_links(tag="div")}</div></main></div>',
        json_ld(story),
    )


def cooperative(story: Story) -> str:
    """Rich text with cards to other pages set between its paragraphs."""
    card = f'<div class="HtmlModuleEnhancement" data-module><div class="PageList-items"><div class="PagePromo"><a class="Link" href="/x"><span class="PagePromoContentIcons-text">{TEASERS[2]}</span></a></div></div></div>'
    text = _set(story, "<p>", {3: card, 6: '<div class="Advertisement"></div>', 8: card})
    return _page(
        story,
        f'<div class="Page-content"><bsp-story-page class="StoryPage"><h1 class="Page-headline">{escape(story.headline)}</h1><div class="Page-byline"><div class="Page-authors">By <span class="Link">{story.author}</span></div><div class="Page-dateModified"><bsp-timestamp>Updated 9:15 AM GMT+1, November 20, 2026</bsp-timestamp></div></div><div class="Page-storyBody"><div class="RichTextStoryBody RichTextBody">{text}</div></div><div class="Page-below"><div class="AuthorBioCard"><div>{story.author}</div><div>{story.author} covers transport from Orlec.</div></div></div></bsp-story-page></div><footer>{_links(tag="span")}</footer>',
    )


def capital_paper(story: Story) -> str:
    """ "Story continues below advertisement", told before each of them."""
    advert = '<div class="cb b-l"><div class="dib"><p class="center">Story continues below advertisement</p></div></div><div class="cb"><wp-ad><span>Advertisement</span></wp-ad></div>'
    text = _set(story, '<p data-testid="drop-cap-letter" data-el="text" class="wpds-c-x">', {2: advert, 5: advert, 8: advert})
    return _page(
        story,
        f'<header id="nav">{_links(tag="span")}</header><main><article data-qa="main"><div class="headline"><h1 id="main-content" data-qa="headline"><span>{escape(story.headline)}</span></h1></div><div data-qa="author-byline">By <a>{story.author}</a></div><div data-qa="display-date">November 20, 2026 at 9:15 a.m. EST</div><div class="article-body" data-qa="article-body">{text}</div><div data-qa="comments-btn"><button>0 Comments</button></div></article></main><div>{_links(tag="div")}</div>',
    )


def shouting_links(story: Story) -> str:
    """Other stories' headlines in capitals, each a link and a paragraph of its own, and a call for the application."""
    shout = f'<p><a href="/x" target="_blank"><strong>{TEASERS[3].upper()}</strong></a></p>'
    app = '<p><a href="/app"><strong>CLICK HERE TO GET THE COURIER APP</strong></a></p>'
    video = '<div class="video-container"><div class="info"><h4 class="title"><a href="/v">Watch the bridge being shut</a></h4></div></div>'
    text = _set(story, "<p>", {2: shout, 5: video, 6: shout, 10: app})
    return _page(
        story,
        f'<div class="wrapper"><nav>{_links(tag="span")}</nav><article class="article-wrap"><header class="article-header"><div class="article-meta"><h1 class="headline">{escape(story.headline)}</h1><div class="author-byline">By <span>{story.author}</span> | {OUTLET}</div></div></header><div class="article-content"><div class="article-body">{text}</div></div></article><aside>{_links()}</aside></div>',
    )


def tabloid(story: Story) -> str:
    """Points at the top, buttons for sharing amid the text, captions as paragraphs, a box of links."""
    points = (
        f'<ul class="mol-bullets-with-font">{"".join(f"<li><strong>{escape(item)}</strong></li>" for item in story.items)}</ul>'
    )
    share = '<div class="column-content cleardots"><div class="shareArticles"><div class="floatLHS"><h3 class="social-links-title">Share this article</h3></div><ul><li class="share-icons">Share</li></ul><p>22 shares</p></div></div>'
    related = f'<div class="moduleHalf mol-fe-related-article"><h4 class="related-title">RELATED ARTICLES</h4><ul>{_links("artSplitter")}</ul></div>'
    image = f'<div class="artSplitter mol-img-group"><div class="mol-img"><img src="x"></div><p class="imageCaption">{escape(story.caption)}</p></div>'
    text = _set(story, '<p class="mol-para-with-font">', {2: image, 4: related, 7: share})
    return _page(
        story,
        f'<div id="page-container"><ul class="nav-primary">{NAV}</ul><div id="content" class="article-text"><div id="js-article-text" class="article-text wide"><h2>{escape(story.headline)}</h2>{points}<p class="author-section byline-plain">By <a class="author">{story.author}</a></p><p class="byline-section"><span class="article-timestamp-published"><span class="article-timestamp-label">Published:</span> <time>09:15 GMT, 20 November 2026</time></span> | <span>Updated: 11:02 GMT</span></p><div itemprop="articleBody">{text}</div></div></div><div class="beta">{_links()}</div></div>',
    )


def blocks_theme(story: Story) -> str:
    """A weblog with everything that its plug-ins add at the end of the text."""
    share = '<div class="sharedaddy sd-sharing-enabled"><div class="robots-nocontent sd-block sd-social"><h3 class="sd-title">Share this:</h3><div class="sd-content"><ul><li><a>Click to share on X (Opens in new window)</a></li><li><a>Click to share on Facebook (Opens in new window)</a></li></ul></div></div></div><div class="sharedaddy sd-block sd-like"><h3 class="sd-title">Like this:</h3><span class="loading">Loading...</span></div>'
    related = f'<div id="jp-relatedposts" class="jp-relatedposts"><h3 class="jp-relatedposts-headline"><em>Related</em></h3><div>{_links(tag="p")}</div></div>'
    text = _set(story, "<p>", {4: f'<h2 class="wp-block-heading">{escape(story.subheading)}</h2>', 10: share + related})
    return _page(
        story,
        f'<div id="page" class="hfeed site"><header id="masthead">{NAV}</header><div id="content"><main id="main"><article class="post-1 post type-post status-publish"><header class="entry-header"><h1 class="entry-title">{escape(story.headline)}</h1><div class="entry-meta"><span class="posted-on">Posted on <a><time>November 20, 2026</time></a></span><span class="byline"> by <a>{story.author}</a></span></div></header><div class="entry-content">{text}</div><footer class="entry-footer"><span class="cat-links">Posted in <a>News</a></span><span class="tags-links">Tagged <a>bridge</a>, <a>Orlec</a></span></footer></article><nav class="post-navigation"><div class="nav-previous"><a>Previous post</a></div></nav><div id="comments" class="comments-area"><h2>2 thoughts on “{escape(story.headline)}”</h2><ol class="comment-list"><li class="comment"><p>I never liked that bridge, and I said so.</p></li></ol></div></main></div></div>',
    )


def free_weblog(story: Story) -> str:
    """One `div` of text with two breaks after each paragraph, and the label of the post under it."""
    text = "<br /><br />".join(escape(line) for line in lines_of(story))
    return _page(
        story,
        f'<div class="content"><div class="content-outer"><div id="main" class="main section"><div class="widget Blog"><div class="blog-posts hfeed"><h2 class="date-header"><span>Friday, November 20, 2026</span></h2><div class="post hentry"><h3 class="post-title entry-title">{escape(story.headline)}</h3><div class="post-body entry-content"><div dir="ltr" style="text-align: left;" trbidi="on">{text}<br /><br /></div><div style="clear: both;"></div></div><div class="post-footer"><div class="post-footer-line"><span class="post-author vcard">Posted by <span>{story.author}</span></span> <span class="post-timestamp">at <a>9:15 AM</a></span></div><div>Labels: <a>bridge</a></div></div></div></div><div class="comments" id="comments"><h4>1 comment:</h4><p>Nice post, thank you.</p></div></div></div><div class="sidebar"><h2>Blog Archive</h2><ul>{_links()}</ul></div></div></div>',
    )


def letters(story: Story) -> str:
    """A newsletter's page with boxes for subscribing in the text."""
    box = '<div class="subscription-widget-wrap"><div class="subscription-widget show-subscribe"><div class="preamble"><p class="cta-caption">Courier Letters is a reader-supported publication. To receive new posts and support my work, consider becoming a free or paid subscriber.</p></div><form><input type="email"><input type="submit" value="Subscribe"></form></div></div>'
    button = '<p class="button-wrapper"><a class="button primary" href="/s"><span>Share</span></a></p>'
    text = _set(story, "<p>", {3: box, 6: button, 10: box})
    return _page(
        story,
        f'<div id="entry"><div class="main-menu">{NAV}</div><article class="typography newsletter-post post"><div class="post-header"><h1 class="post-title published">{escape(story.headline)}</h1><h3 class="subtitle">{escape(story.standfirst)}</h3><div><a>{story.author}</a><div>Nov 20, 2026</div></div></div><div><div class="available-content"><div dir="auto" class="body markup">{text}</div></div></div></article><div id="discussion"><h4>Discussion about this post</h4><div class="comment"><p>Great read.</p></div></div></div>',
    )


def local_paper(story: Story) -> str:
    """An asset of a local paper's system: inline assets, regions for advertisements, an appeal."""
    image = f'<div class="inline-asset inline-editorial-image layout-horizontal subscriber-only"><figure class="photo layout-horizontal"><div class="image"><img src="x"></div><figcaption class="caption"><span class="caption-text"><p>{escape(story.caption)}</p></span><span class="credit"><span class="tnt-byline">{story.author}</span></span></figcaption></figure></div>'
    appeal = '<div class="tncms-region hidden-print"><p>Support local journalism: subscribe today for $1 a week.</p></div>'
    text = _set(story, "<p>", {2: image, 5: appeal})
    return _page(
        story,
        f'<div id="site-container"><nav>{NAV}</nav><section id="main-page-container"><article class="asset story"><header class="asset-header"><h1 class="headline"><span itemprop="headline">{escape(story.headline)}</span></h1><div class="meta"><span class="tnt-byline">By {story.author} jfield@courier.example</span><ul class="list-inline"><li class="visible-print">Nov 20, 2026</li></ul></div></header><div id="asset-content" class="asset-body"><div class="subscriber-preview"></div><div itemprop="articleBody" id="article-body" class="asset-content">{text}</div></div></article><div class="card-grid">{_links(tag="div")}</div></section></div>',
    )


def chain_paper(story: Story) -> str:
    """Short class names, "More:" links between the paragraphs."""
    more = f'<p class="gnt_ar_b_p"><strong class="gnt_ar_b_al_l">More: </strong><a class="gnt_ar_b_al" href="/x">{TEASERS[4]}</a></p>'
    text = _set(
        story, '<p class="gnt_ar_b_p">', {3: more, 6: more, 7: f'<h2 class="gnt_ar_b_h2">{escape(story.subheading)}</h2>'}
    )
    return _page(
        story,
        f'<main class="gnt_cw"><article class="gnt_pr"><h1 class="gnt_ar_hl">{escape(story.headline)}</h1><div class="gnt_ar_by">{story.author}<span>{OUTLET}</span></div><div class="gnt_ar_b">{text}</div></article><aside>{_links()}</aside></main>',
    )


def scholars(story: Story) -> str:
    """Scholars for readers: links marked "Read more:", a disclosure in a column beside."""
    more = f'<hr><p><em><strong>Read more: <a href="/x">{TEASERS[1]}</a></strong></em></p><hr>'
    text = _set(story, "<p>", {4: more, 5: f"<h2>{escape(story.subheading)}</h2>"})
    return _page(
        story,
        f'<div id="article" class="article"><div class="content-header"><h1 itemprop="name"><strong>{escape(story.headline)}</strong></h1></div><div class="grid-two"><aside class="content-authors"><ol><li><p class="role">Lecturer in Bridges, University of Orlec</p></li></ol><section class="content-disclosure"><h3>Disclosure statement</h3><p>{story.author} does not work for, consult, own shares in or receive funding from any company that would benefit from this article.</p></section></aside></div><div class="grid-ten content-body" itemprop="articleBody">{text}</div></div><section class="content-topics"><ul>{_links()}</ul></section>',
    )


def finance(story: Story) -> str:
    """Key points in a list, groups of paragraphs, a watch-now line."""
    points = f'<div class="KeyPoints"><div class="KeyPoints-title">Key Points</div><div class="KeyPoints-list"><ul>{"".join(f"<li>{escape(item)}</li>" for item in story.items)}</ul></div></div>'
    watch = '<div class="InlineVideo-container"><div class="InlineVideo-videoEmbed"><div class="InlineVideo-videoFooter"><span>watch now</span></div></div></div>'
    groups = [lines_of(story)[at : at + 3] for at in range(0, 10, 3)]
    text = watch.join(f'<div class="group">{"".join(f"<p>{escape(line)}</p>" for line in group)}</div>' for group in groups)
    return _page(
        story,
        f'<div id="MainContent"><div class="PageBuilder"><div class="ArticleHeader-wrapper"><h1 class="ArticleHeader-headline">{escape(story.headline)}</h1><div class="ArticleHeader-time">Published Fri, Nov 20 2026 9:15 AM EST</div></div><div data-module="ArticleBody"><div class="RenderKeyPoints">{points}</div><div class="ArticleBody-articleBody" id="RegularArticle">{text}</div></div></div></div><div>{_links(tag="div")}</div>',
        json_ld(story),
    )


def portal(story: Story) -> str:
    """A portal's copy: "Story continues", the rest behind a button, links under it."""
    text = _set(
        story, "<p>", {4: '<div class="caas-da"><div>Advertisement</div></div><div class="link-box">Story continues</div>'}
    )
    return _page(
        story,
        f'<div class="caas-container"><article role="article" class="caas-article"><div class="caas-inner"><div class="caas-header"><header><h1 data-test-locator="headline">{escape(story.headline)}</h1></header></div><div class="caas-attr"><span class="caas-author-byline-collapse">{story.author}</span><div class="caas-attr-time-style"><time>Fri, November 20, 2026 at 9:15 AM</time><span>4 min read</span></div></div><div class="caas-body">{text}</div><div class="caas-readmore"><button>View comments</button></div></div></article></div><div class="ntk-lead">{_links(tag="div")}</div>',
    )


def release(story: Story) -> str:
    """A release of a company or an office: source and contacts at its end, which are its own."""
    text = _set(story, "<p>", {})
    return _page(
        story,
        f'<header class="navbar">{NAV}</header><main class="main"><article class="news-release"><header class="container release-header"><h1>{escape(story.headline)}</h1><p class="meta">News provided by</p><p><a><strong>{OUTLET}</strong></a></p><p class="mb-no">Nov 20, 2026, 09:15 ET</p></header><section class="release-body container"><div class="row"><div class="col-lg-10">{text}</div></div></section></article><section class="container related"><h3>Also from this source</h3>{_links(tag="div")}</section></main>',
    )


def office(story: Story) -> str:
    """A government's page: plain, with dates and a form for complaints."""
    text = _set(story, "<p>", {5: f'<h2 id="x">{escape(story.subheading)}</h2>'})
    return _page(
        story,
        f'<a href="#content" class="skip-link">Skip to main content</a><div id="global-cookie-message" class="cookie-banner" role="region"><h2>Cookies on this site</h2><p>We use some essential cookies to make this website work.</p></div><div id="wrapper"><main id="content" class="news-article"><div class="govuk-grid-row"><span>Press release</span><h1>{escape(story.headline)}</h1></div><div class="metadata"><dl><dt>From:</dt><dd><a>Department of Bridges</a></dd><dt>Published</dt><dd>20 November 2026</dd></dl></div><div class="govspeak">{text}</div><div class="share-links"><h2>Share this page</h2><ul><li>Facebook</li></ul></div></main><div class="feedback"><h2>Is this page useful?</h2><button>Yes this page is useful</button></div></div>',
    )


def tall_div(story: Story) -> str:
    """One `div` with the whole text, breaks for paragraphs, links to other stories set in bold between the lines."""
    lines = [escape(line) for line in lines_of(story)]
    lines.insert(4, f'<b>Also Read | <a href="/x">{TEASERS[5]}</a></b>')
    return _page(
        story,
        f'<div class="main-content"><div class="_3lvqr"><h1 class="_1Y-96"><span>{escape(story.headline)}</span></h1><div class="xf8Pm byline"><a>{story.author}</a> / {OUTLET} / Nov 20, 2026, 09:15 IST</div><div class="ga-headlines Normal">{"<br/><br/>".join(lines)}</div></div><div class="rhs">{_links(tag="div")}</div></div>',
    )


def numbered(story: Story) -> str:
    """A list of things: a heading, a picture with a credit and a paragraph for each."""
    parts = "".join(
        f"<h2>{number}. {TEASERS[number % 6].split(' for ')[0]}</h2><figure><img src=x><figcaption>Photo: {story.author}</figcaption></figure><p>{escape(line)}</p>"
        for number, line in enumerate(lines_of(story), start=1)
    )
    return _page(
        story,
        f'<nav>{NAV}</nav><main><article><h1>{escape(story.headline)}</h1><div class="entry-content">{parts}</div></article><aside class="sidebar">{_links()}</aside></main>',
    )


def headings(story: Story) -> list[str]:
    """The headings of `numbered`."""
    return [f"{number}. {TEASERS[number % 6].split(' for ')[0]}" for number in range(1, 11)]


def questions(story: Story) -> str:
    """An interview as a list of terms: questions and answers."""
    terms = "".join(
        f"<dt><strong>Question {number}, then: is that so?</strong></dt><dd>{escape(line)}</dd>"
        for number, line in enumerate(lines_of(story))
    )
    return _page(story, f"<nav>{NAV}</nav><main><article><h1>{escape(story.headline)}</h1><dl>{terms}</dl></article></main>")


def posts(story: Story) -> str:
    """A live blog of a paper: times, names of those who post, buttons for sharing, newest first."""
    entries = "".join(
        f'<article id="block-{number}" class="live-block"><header><a href="#block-{number}"><time datetime="2026-11-20T1{number}:00Z">{number}h ago</time> <span>1{number}.00 GMT</span></a></header><h2>Update number {number} of the day</h2><div class="contributor">{story.author}</div><p>{escape(line)}</p><footer><button>Share</button></footer></article>'
        for number, line in enumerate(lines_of(story))
    )
    return _page(
        story,
        f'<main><h1>{escape(story.headline)} – live</h1><div id="key-events"><h2>Key events</h2><ul>{_links()}</ul></div><div id="liveblog-body" class="live-blog">{entries}</div></main>',
        json_ld(story, "LiveBlogPosting"),
    )


def updates(story: Story) -> list[str]:
    """The headings of `posts`."""
    return [f"Update number {number} of the day" for number in range(10)]


def bundled(story: Story) -> str:
    """An AMP copy with its own elements for images, advertisements and related stories."""
    image = f'<figure class="amp-figure"><amp-img src=x width=1 height=1 layout=responsive></amp-img><figcaption>{escape(story.caption)}</figcaption></figure>'
    related = f'<amp-list src="/r"><template type="amp-mustache">{{{{title}}}}</template></amp-list><div class="related-inline"><h4>Related</h4><ul>{_links()}</ul></div>'
    text = _set(story, "<p>", {1: image, 5: related, 7: "<amp-ad width=300 height=250 type=doubleclick></amp-ad>"})
    return _page(
        story,
        f'<amp-sidebar id="menu" layout="nodisplay"><ul>{NAV}</ul></amp-sidebar><amp-consent id=c><div>We use cookies to make this site better.</div></amp-consent><main><article class="amp-article"><h1>{escape(story.headline)}</h1><div class="amp-byline">By {story.author}</div>{text}</article></main><amp-analytics></amp-analytics>',
        json_ld(story),
    )


def gallery(story: Story) -> str:
    """A story between the pictures of a gallery, each with a caption and a credit."""
    shots = {
        at: f'<div class="gallery-slide"><img src=x{at}><div class="gallery-caption"><p>{escape(story.caption)}</p><span class="credit">{story.author}/{OUTLET}</span></div></div>'
        for at in (1, 3, 5, 7)
    }
    return _page(
        story,
        f'<nav>{NAV}</nav><main class="page"><article><h1>{escape(story.headline)}</h1><div class="story-body">{_set(story, "<p>", shots)}</div></article></main>',
    )


def half_free(story: Story) -> str:
    """All of the text is there; a wall for subscribers stands before it, an offer behind the third paragraph."""
    offer = '<div class="piano-offer"><h3>Keep reading for £1</h3><p>Subscribe now to unlock this article and get unlimited access to all we publish. Cancel any time.</p><a>Subscribe</a></div>'
    text = _set(story, "<p>", {3: offer})
    return _page(
        story,
        f'<nav>{NAV}</nav><main><article class="article"><h1>{escape(story.headline)}</h1><div class="article__body" itemprop="articleBody">{text}</div></article></main>',
    )


def page_builder(story: Story) -> str:
    """Built of columns and widgets, the text a widget among widgets."""
    text = _set(story, "<p>", {6: f"<h3>{escape(story.subheading)}</h3>"})
    return _page(
        story,
        f'<div class="elementor elementor-1"><section class="elementor-section"><div class="elementor-widget-wrap"><div class="elementor-widget elementor-widget-theme-post-title"><h1 class="elementor-heading-title">{escape(story.headline)}</h1></div><div class="elementor-widget elementor-widget-theme-post-content"><div class="elementor-widget-container">{text}</div></div><div class="elementor-widget elementor-widget-share-buttons"><div class="elementor-share-btn"><span>Share on Facebook</span></div></div><div class="elementor-widget elementor-widget-author-box"><p>{story.author} has written for us since 2011.</p></div></div></section></div><footer>{_links(tag="p")}</footer>',
    )


def forum(story: Story) -> str:
    """A thread: the first post is the text, answers under it."""
    answers = "".join(
        f'<div class="comment"><p>Answer {at}: I would not say so, and neither did she.</p></div>' for at in range(6)
    )
    return _page(
        story,
        f'<div id="header">{NAV}</div><div id="content"><h1>{escape(story.headline)}</h1><div class="post first"><div class="post-content">{_set(story, "<p>", {})}</div></div><div id="comments" class="comments">{answers}</div></div>',
    )


def field_system(story: Story) -> str:
    """Fields in fields, submitted by somebody, tags and links to the next page."""
    text = _set(story, "<p>", {5: f"<h3>{escape(story.subheading)}</h3>"})
    return _page(
        story,
        f'<div class="layout-container"><header>{NAV}</header><main role="main"><div class="layout-content"><article role="article" class="node node--type-article node--view-mode-full"><h1 class="page-title"><span>{escape(story.headline)}</span></h1><footer class="node__meta"><div class="node__submitted">Submitted by <span>{story.author}</span> on <span>Fri, 11/20/2026 - 09:15</span></div></footer><div class="node__content"><div class="field field--name-field-image"><img src=x></div><div class="clearfix text-formatted field field--name-body field--type-text-with-summary field--label-hidden field__item">{text}</div><div class="field field--name-field-tags"><div class="field__label">Tags</div><div class="field__items"><div class="field__item"><a>bridge</a></div></div></div><div class="node__links"><ul class="links inline"><li><a>Log in to post comments</a></li></ul></div></div></article></div></main></div>',
    )


def captioned(story: Story) -> str:
    """No paragraph is marked as such: lines in `span`s, captions in `small`, a credit in italics."""
    body = "".join(f'<div class="row"><span class="line">{escape(line)}</span></div>' for line in lines_of(story))
    return _page(
        story,
        f'<div class="top"><span>{NAV}</span></div><div class="story"><h1>{escape(story.headline)}</h1><div class="image-holder"><img src=x><small class="photo-caption">{escape(story.caption)}</small></div>{body}</div><div class="bottom">{_links(tag="span")}</div>',
    )


SITE_SHAPES: dict[str, Callable[[Story], str]] = {
    shape.__name__: shape
    for shape in (
        *(broadcaster, quality_paper, paper_of_record, cable_news, cable_news_old, agency, cooperative, capital_paper),
        *(shouting_links, tabloid, blocks_theme, free_weblog, letters, local_paper, chain_paper, scholars, finance, portal),
        *(release, office, tall_div, numbered, questions, posts, bundled, gallery, half_free, page_builder, forum),
        *(field_system, captioned),
    )
}


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
