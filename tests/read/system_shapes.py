# ruff: noqa: E501
"""Pages as weblogs, portals and publishing systems write them, and as odd genres look: lists, interviews, live blogs, galleries."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from tests.read.shapes import NAV, OUTLET, Story, json_ld
from tests.read.site_parts import TEASERS, lines_of, links, page_of, set_lines


def blocks_theme(story: Story) -> str:
    """A weblog with everything that its plug-ins add at the end of the text."""
    share = '<div class="sharedaddy sd-sharing-enabled"><div class="robots-nocontent sd-block sd-social"><h3 class="sd-title">Share this:</h3><div class="sd-content"><ul><li><a>Click to share on X (Opens in new window)</a></li><li><a>Click to share on Facebook (Opens in new window)</a></li></ul></div></div></div><div class="sharedaddy sd-block sd-like"><h3 class="sd-title">Like this:</h3><span class="loading">Loading...</span></div>'
    related = f'<div id="jp-relatedposts" class="jp-relatedposts"><h3 class="jp-relatedposts-headline"><em>Related</em></h3><div>{links(tag="p")}</div></div>'
    text = set_lines(story, "<p>", {4: f'<h2 class="wp-block-heading">{escape(story.subheading)}</h2>', 10: share + related})
    return page_of(
        story,
        f'<div id="page" class="hfeed site"><header id="masthead">{NAV}</header><div id="content"><main id="main"><article class="post-1 post type-post status-publish"><header class="entry-header"><h1 class="entry-title">{escape(story.headline)}</h1><div class="entry-meta"><span class="posted-on">Posted on <a><time>November 20, 2026</time></a></span><span class="byline"> by <a>{story.author}</a></span></div></header><div class="entry-content">{text}</div><footer class="entry-footer"><span class="cat-links">Posted in <a>News</a></span><span class="tags-links">Tagged <a>bridge</a>, <a>Orlec</a></span></footer></article><nav class="post-navigation"><div class="nav-previous"><a>Previous post</a></div></nav><div id="comments" class="comments-area"><h2>2 thoughts on “{escape(story.headline)}”</h2><ol class="comment-list"><li class="comment"><p>I never liked that bridge, and I said so.</p></li></ol></div></main></div></div>',
    )


def free_weblog(story: Story) -> str:
    """One `div` of text with two breaks after each paragraph, and the label of the post under it."""
    text = "<br /><br />".join(escape(line) for line in lines_of(story))
    return page_of(
        story,
        f'<div class="content"><div class="content-outer"><div id="main" class="main section"><div class="widget Blog"><div class="blog-posts hfeed"><h2 class="date-header"><span>Friday, November 20, 2026</span></h2><div class="post hentry"><h3 class="post-title entry-title">{escape(story.headline)}</h3><div class="post-body entry-content"><div dir="ltr" style="text-align: left;" trbidi="on">{text}<br /><br /></div><div style="clear: both;"></div></div><div class="post-footer"><div class="post-footer-line"><span class="post-author vcard">Posted by <span>{story.author}</span></span> <span class="post-timestamp">at <a>9:15 AM</a></span></div><div>Labels: <a>bridge</a></div></div></div></div><div class="comments" id="comments"><h4>1 comment:</h4><p>Nice post, thank you.</p></div></div></div><div class="sidebar"><h2>Blog Archive</h2><ul>{links()}</ul></div></div></div>',
    )


def letters(story: Story) -> str:
    """A newsletter's page with boxes for subscribing in the text."""
    box = '<div class="subscription-widget-wrap"><div class="subscription-widget show-subscribe"><div class="preamble"><p class="cta-caption">Courier Letters is a reader-supported publication. To receive new posts and support my work, consider becoming a free or paid subscriber.</p></div><form><input type="email"><input type="submit" value="Subscribe"></form></div></div>'
    button = '<p class="button-wrapper"><a class="button primary" href="/s"><span>Share</span></a></p>'
    text = set_lines(story, "<p>", {3: box, 6: button, 10: box})
    return page_of(
        story,
        f'<div id="entry"><div class="main-menu">{NAV}</div><article class="typography newsletter-post post"><div class="post-header"><h1 class="post-title published">{escape(story.headline)}</h1><h3 class="subtitle">{escape(story.standfirst)}</h3><div><a>{story.author}</a><div>Nov 20, 2026</div></div></div><div><div class="available-content"><div dir="auto" class="body markup">{text}</div></div></div></article><div id="discussion"><h4>Discussion about this post</h4><div class="comment"><p>Great read.</p></div></div></div>',
    )


def local_paper(story: Story) -> str:
    """An asset of a local paper's system: inline assets, regions for advertisements, an appeal."""
    image = f'<div class="inline-asset inline-editorial-image layout-horizontal subscriber-only"><figure class="photo layout-horizontal"><div class="image"><img src="x"></div><figcaption class="caption"><span class="caption-text"><p>{escape(story.caption)}</p></span><span class="credit"><span class="tnt-byline">{story.author}</span></span></figcaption></figure></div>'
    appeal = '<div class="tncms-region hidden-print"><p>Support local journalism: subscribe today for $1 a week.</p></div>'
    text = set_lines(story, "<p>", {2: image, 5: appeal})
    return page_of(
        story,
        f'<div id="site-container"><nav>{NAV}</nav><section id="main-page-container"><article class="asset story"><header class="asset-header"><h1 class="headline"><span itemprop="headline">{escape(story.headline)}</span></h1><div class="meta"><span class="tnt-byline">By {story.author} jfield@courier.example</span><ul class="list-inline"><li class="visible-print">Nov 20, 2026</li></ul></div></header><div id="asset-content" class="asset-body"><div class="subscriber-preview"></div><div itemprop="articleBody" id="article-body" class="asset-content">{text}</div></div></article><div class="card-grid">{links(tag="div")}</div></section></div>',
    )


def chain_paper(story: Story) -> str:
    """Short class names, "More:" links between the paragraphs."""
    more = f'<p class="gnt_ar_b_p"><strong class="gnt_ar_b_al_l">More: </strong><a class="gnt_ar_b_al" href="/x">{TEASERS[4]}</a></p>'
    text = set_lines(
        story, '<p class="gnt_ar_b_p">', {3: more, 6: more, 7: f'<h2 class="gnt_ar_b_h2">{escape(story.subheading)}</h2>'}
    )
    return page_of(
        story,
        f'<main class="gnt_cw"><article class="gnt_pr"><h1 class="gnt_ar_hl">{escape(story.headline)}</h1><div class="gnt_ar_by">{story.author}<span>{OUTLET}</span></div><div class="gnt_ar_b">{text}</div></article><aside>{links()}</aside></main>',
    )


def scholars(story: Story) -> str:
    """Scholars for readers: links marked "Read more:", a disclosure in a column beside."""
    more = f'<hr><p><em><strong>Read more: <a href="/x">{TEASERS[1]}</a></strong></em></p><hr>'
    text = set_lines(story, "<p>", {4: more, 5: f"<h2>{escape(story.subheading)}</h2>"})
    return page_of(
        story,
        f'<div id="article" class="article"><div class="content-header"><h1 itemprop="name"><strong>{escape(story.headline)}</strong></h1></div><div class="grid-two"><aside class="content-authors"><ol><li><p class="role">Lecturer in Bridges, University of Orlec</p></li></ol><section class="content-disclosure"><h3>Disclosure statement</h3><p>{story.author} does not work for, consult, own shares in or receive funding from any company that would benefit from this article.</p></section></aside></div><div class="grid-ten content-body" itemprop="articleBody">{text}</div></div><section class="content-topics"><ul>{links()}</ul></section>',
    )


def finance(story: Story) -> str:
    """Key points in a list, groups of paragraphs, a watch-now line."""
    points = f'<div class="KeyPoints"><div class="KeyPoints-title">Key Points</div><div class="KeyPoints-list"><ul>{"".join(f"<li>{escape(item)}</li>" for item in story.items)}</ul></div></div>'
    watch = '<div class="InlineVideo-container"><div class="InlineVideo-videoEmbed"><div class="InlineVideo-videoFooter"><span>watch now</span></div></div></div>'
    groups = [lines_of(story)[at : at + 3] for at in range(0, 10, 3)]
    text = watch.join(f'<div class="group">{"".join(f"<p>{escape(line)}</p>" for line in group)}</div>' for group in groups)
    return page_of(
        story,
        f'<div id="MainContent"><div class="PageBuilder"><div class="ArticleHeader-wrapper"><h1 class="ArticleHeader-headline">{escape(story.headline)}</h1><div class="ArticleHeader-time">Published Fri, Nov 20 2026 9:15 AM EST</div></div><div data-module="ArticleBody"><div class="RenderKeyPoints">{points}</div><div class="ArticleBody-articleBody" id="RegularArticle">{text}</div></div></div></div><div>{links(tag="div")}</div>',
        json_ld(story),
    )


def portal(story: Story) -> str:
    """A portal's copy: "Story continues", the rest behind a button, links under it."""
    text = set_lines(
        story, "<p>", {4: '<div class="caas-da"><div>Advertisement</div></div><div class="link-box">Story continues</div>'}
    )
    return page_of(
        story,
        f'<div class="caas-container"><article role="article" class="caas-article"><div class="caas-inner"><div class="caas-header"><header><h1 data-test-locator="headline">{escape(story.headline)}</h1></header></div><div class="caas-attr"><span class="caas-author-byline-collapse">{story.author}</span><div class="caas-attr-time-style"><time>Fri, November 20, 2026 at 9:15 AM</time><span>4 min read</span></div></div><div class="caas-body">{text}</div><div class="caas-readmore"><button>View comments</button></div></div></article></div><div class="ntk-lead">{links(tag="div")}</div>',
    )


def release(story: Story) -> str:
    """A release of a company or an office: source and contacts at its end, which are its own."""
    text = set_lines(story, "<p>", {})
    return page_of(
        story,
        f'<header class="navbar">{NAV}</header><main class="main"><article class="news-release"><header class="container release-header"><h1>{escape(story.headline)}</h1><p class="meta">News provided by</p><p><a><strong>{OUTLET}</strong></a></p><p class="mb-no">Nov 20, 2026, 09:15 ET</p></header><section class="release-body container"><div class="row"><div class="col-lg-10">{text}</div></div></section></article><section class="container related"><h3>Also from this source</h3>{links(tag="div")}</section></main>',
    )


def office(story: Story) -> str:
    """A government's page: plain, with dates and a form for complaints."""
    text = set_lines(story, "<p>", {5: f'<h2 id="x">{escape(story.subheading)}</h2>'})
    return page_of(
        story,
        f'<a href="#content" class="skip-link">Skip to main content</a><div id="global-cookie-message" class="cookie-banner" role="region"><h2>Cookies on this site</h2><p>We use some essential cookies to make this website work.</p></div><div id="wrapper"><main id="content" class="news-article"><div class="govuk-grid-row"><span>Press release</span><h1>{escape(story.headline)}</h1></div><div class="metadata"><dl><dt>From:</dt><dd><a>Department of Bridges</a></dd><dt>Published</dt><dd>20 November 2026</dd></dl></div><div class="govspeak">{text}</div><div class="share-links"><h2>Share this page</h2><ul><li>Facebook</li></ul></div></main><div class="feedback"><h2>Is this page useful?</h2><button>Yes this page is useful</button></div></div>',
    )


def tall_div(story: Story) -> str:
    """One `div` with the whole text, breaks for paragraphs, links to other stories set in bold between the lines."""
    lines = [escape(line) for line in lines_of(story)]
    lines.insert(4, f'<b>Also Read | <a href="/x">{TEASERS[5]}</a></b>')
    return page_of(
        story,
        f'<div class="main-content"><div class="_3lvqr"><h1 class="_1Y-96"><span>{escape(story.headline)}</span></h1><div class="xf8Pm byline"><a>{story.author}</a> / {OUTLET} / Nov 20, 2026, 09:15 IST</div><div class="ga-headlines Normal">{"<br/><br/>".join(lines)}</div></div><div class="rhs">{links(tag="div")}</div></div>',
    )


def numbered(story: Story) -> str:
    """A list of things: a heading, a picture with a credit and a paragraph for each."""
    parts = "".join(
        f"<h2>{number}. {TEASERS[number % 6].split(' for ')[0]}</h2><figure><img src=x><figcaption>Photo: {story.author}</figcaption></figure><p>{escape(line)}</p>"
        for number, line in enumerate(lines_of(story), start=1)
    )
    return page_of(
        story,
        f'<nav>{NAV}</nav><main><article><h1>{escape(story.headline)}</h1><div class="entry-content">{parts}</div></article><aside class="sidebar">{links()}</aside></main>',
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
    return page_of(story, f"<nav>{NAV}</nav><main><article><h1>{escape(story.headline)}</h1><dl>{terms}</dl></article></main>")


def posts(story: Story) -> str:
    """A live blog of a paper: times, names of those who post, buttons for sharing, newest first."""
    entries = "".join(
        f'<article id="block-{number}" class="live-block"><header><a href="#block-{number}"><time datetime="2026-11-20T1{number}:00Z">{number}h ago</time> <span>1{number}.00 GMT</span></a></header><h2>Update number {number} of the day</h2><div class="contributor">{story.author}</div><p>{escape(line)}</p><footer><button>Share</button></footer></article>'
        for number, line in enumerate(lines_of(story))
    )
    return page_of(
        story,
        f'<main><h1>{escape(story.headline)} – live</h1><div id="key-events"><h2>Key events</h2><ul>{links()}</ul></div><div id="liveblog-body" class="live-blog">{entries}</div></main>',
        json_ld(story, "LiveBlogPosting"),
    )


def updates(story: Story) -> list[str]:
    """The headings of `posts`."""
    return [f"Update number {number} of the day" for number in range(10)]


def bundled(story: Story) -> str:
    """An AMP copy with its own elements for images, advertisements and related stories."""
    image = f'<figure class="amp-figure"><amp-img src=x width=1 height=1 layout=responsive></amp-img><figcaption>{escape(story.caption)}</figcaption></figure>'
    related = f'<amp-list src="/r"><template type="amp-mustache">{{{{title}}}}</template></amp-list><div class="related-inline"><h4>Related</h4><ul>{links()}</ul></div>'
    text = set_lines(story, "<p>", {1: image, 5: related, 7: "<amp-ad width=300 height=250 type=doubleclick></amp-ad>"})
    return page_of(
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
    return page_of(
        story,
        f'<nav>{NAV}</nav><main class="page"><article><h1>{escape(story.headline)}</h1><div class="story-body">{set_lines(story, "<p>", shots)}</div></article></main>',
    )


def half_free(story: Story) -> str:
    """All of the text is there; a wall for subscribers stands before it, an offer behind the third paragraph."""
    offer = '<div class="piano-offer"><h3>Keep reading for £1</h3><p>Subscribe now to unlock this article and get unlimited access to all we publish. Cancel any time.</p><a>Subscribe</a></div>'
    text = set_lines(story, "<p>", {3: offer})
    return page_of(
        story,
        f'<nav>{NAV}</nav><main><article class="article"><h1>{escape(story.headline)}</h1><div class="article__body" itemprop="articleBody">{text}</div></article></main>',
    )


def page_builder(story: Story) -> str:
    """Built of columns and widgets, the text a widget among widgets."""
    text = set_lines(story, "<p>", {6: f"<h3>{escape(story.subheading)}</h3>"})
    return page_of(
        story,
        f'<div class="elementor elementor-1"><section class="elementor-section"><div class="elementor-widget-wrap"><div class="elementor-widget elementor-widget-theme-post-title"><h1 class="elementor-heading-title">{escape(story.headline)}</h1></div><div class="elementor-widget elementor-widget-theme-post-content"><div class="elementor-widget-container">{text}</div></div><div class="elementor-widget elementor-widget-share-buttons"><div class="elementor-share-btn"><span>Share on Facebook</span></div></div><div class="elementor-widget elementor-widget-author-box"><p>{story.author} has written for us since 2011.</p></div></div></section></div><footer>{links(tag="p")}</footer>',
    )


def forum(story: Story) -> str:
    """A thread: the first post is the text, answers under it."""
    answers = "".join(
        f'<div class="comment"><p>Answer {at}: I would not say so, and neither did she.</p></div>' for at in range(6)
    )
    return page_of(
        story,
        f'<div id="header">{NAV}</div><div id="content"><h1>{escape(story.headline)}</h1><div class="post first"><div class="post-content">{set_lines(story, "<p>", {})}</div></div><div id="comments" class="comments">{answers}</div></div>',
    )


def field_system(story: Story) -> str:
    """Fields in fields, submitted by somebody, tags and links to the next page."""
    text = set_lines(story, "<p>", {5: f"<h3>{escape(story.subheading)}</h3>"})
    return page_of(
        story,
        f'<div class="layout-container"><header>{NAV}</header><main role="main"><div class="layout-content"><article role="article" class="node node--type-article node--view-mode-full"><h1 class="page-title"><span>{escape(story.headline)}</span></h1><footer class="node__meta"><div class="node__submitted">Submitted by <span>{story.author}</span> on <span>Fri, 11/20/2026 - 09:15</span></div></footer><div class="node__content"><div class="field field--name-field-image"><img src=x></div><div class="clearfix text-formatted field field--name-body field--type-text-with-summary field--label-hidden field__item">{text}</div><div class="field field--name-field-tags"><div class="field__label">Tags</div><div class="field__items"><div class="field__item"><a>bridge</a></div></div></div><div class="node__links"><ul class="links inline"><li><a>Log in to post comments</a></li></ul></div></div></article></div></main></div>',
    )


def captioned(story: Story) -> str:
    """No paragraph is marked as such: lines in `span`s, captions in `small`, a credit in italics."""
    body = "".join(f'<div class="row"><span class="line">{escape(line)}</span></div>' for line in lines_of(story))
    return page_of(
        story,
        f'<div class="top"><span>{NAV}</span></div><div class="story"><h1>{escape(story.headline)}</h1><div class="image-holder"><img src=x><small class="photo-caption">{escape(story.caption)}</small></div>{body}</div><div class="bottom">{links(tag="span")}</div>',
    )


SYSTEM_SHAPES: dict[str, Callable[[Story], str]] = {
    shape.__name__: shape
    for shape in (
        *(blocks_theme, free_weblog, letters, local_paper, chain_paper, scholars, finance, portal),
        *(release, office, tall_div, numbered, questions, posts, bundled, gallery),
        *(half_free, page_builder, forum, field_system, captioned),
    )
}
