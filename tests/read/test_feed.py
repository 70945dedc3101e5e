"""Feeds: an article for each entry with its text, and where the text is, for the others."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from allegedly.model import Article, Origin, Skipped
from allegedly.read import read_all
from allegedly.read.media import Media, media_of

pytest.importorskip("feedparser", reason="feeds need feedparser, which the extra 'feeds' installs")

FIXTURES = Path(__file__).parents[2] / "../shared/data/feeds"
TEXT = "The old bridge is unsafe, the mayor said. Traffic goes through the valley."
RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Orlec Courier</title><link>https://courier.example/</link><language>en-gb</language>
<item><title>Bridge &amp;amp; road shut</title><link>https://courier.example/1</link><dc:creator>Ana Brook</dc:creator>
<pubDate>Fri, 20 Nov 2026 09:15:00 +0100</pubDate><description>A summary.</description>
<content:encoded><![CDATA[<p>{TEXT}</p><figure><img src="x"><figcaption>The bridge.</figcaption></figure>
<p>“No,” she <b>said</b>.</p>]]></content:encoded></item>
<item><title>Only a summary</title><link>https://courier.example/2</link><description>Two sentences. No more.</description></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Example Wire</title>
<entry><title>Bridge shut</title><link href="https://wire.example/1"/><author><name>Jo Field</name></author>
<published>2026-11-20T09:15:00Z</published><updated>2026-11-21T10:00:00Z</updated>
<content type="text">{TEXT}</content></entry></feed>"""


def test_rss_gives_its_entries() -> None:
    first, second = read_all(RSS.encode(), Origin(name="courier.rss"))
    assert isinstance(first, Article)
    assert first.text == f"{TEXT}\n\nThe bridge.\n\n“No,” she said."
    assert [block.kind.value for block in first.blocks] == ["paragraph", "caption", "paragraph"]
    assert first.origin == Origin(
        outlet="Orlec Courier",
        url="https://courier.example/1",
        title="Bridge & road shut",
        authors=("Ana Brook",),
        published="2026-11-20T08:15:00+00:00",
        name="courier.rss#1",
    )
    assert isinstance(second, Skipped)
    assert second.origin.url == "https://courier.example/2"
    assert second.reason == "an entry without the article's text; the article is at https://courier.example/2"


def test_atom_gives_its_entries() -> None:
    (found,) = read_all(ATOM.encode(), Origin())
    assert isinstance(found, Article)
    assert (found.text, found.origin.outlet, found.origin.authors) == (TEXT, "Example Wire", ("Jo Field",))
    assert (found.origin.published, found.origin.modified) == ("2026-11-20T09:15:00Z", "2026-11-21T10:00:00Z")


def test_json_feed_gives_its_items() -> None:
    items = [
        {"id": "1", "url": "https://courier.example/1", "content_html": f"<p>{TEXT}</p>", "authors": [{"name": "Ana Brook"}]},
        {"id": "2", "title": "Bridge shut", "content_text": TEXT, "date_published": "2026-11-20T09:15:00Z"},
        {"id": "3", "summary": "A summary."},
    ]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Orlec Courier", "language": "en", "items": items}
    first, second, third = read_all(json.dumps(feed).encode(), Origin(name="feed.json"))
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert isinstance(third, Skipped)
    assert first.text == second.text == TEXT
    assert first.origin.authors == ("Ana Brook",)
    assert second.origin.published == "2026-11-20T09:15:00Z"


def test_an_ill_formed_feed_is_read_as_far_as_it_goes() -> None:
    found = next(read_all(RSS[: RSS.index("</channel>")].encode(), Origin()))
    assert isinstance(found, Article)
    assert "the feed is not well-formed and was read as far as it goes" in found.capture.notes


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"<?xml version='1.0'?><rss><channel></channel></rss>", "a feed without entries"),
        (b"<?xml version='1.0'?><urlset><url/></urlset>", "XML that is neither a page nor a feed"),
        (b'{"version": "https://jsonfeed.org/version/1", "items": 3}', "a feed without items"),
    ],
)
def test_what_has_no_entries_is_skipped(data: bytes, reason: str) -> None:
    (found,) = read_all(data, Origin())
    assert isinstance(found, Skipped)
    assert found.reason.startswith(reason)


def test_no_fixture_of_feedparser_crashes_and_all_well_formed_ones_are_feeds() -> None:
    if not FIXTURES.is_dir():
        pytest.skip("the feeds of ../shared/data are not here")
    for path in sorted(FIXTURES.rglob("*.xml")):
        data = path.read_bytes()
        assert list(read_all(data, Origin(name=path.name)))
        if "wellformed" in path.parts:
            assert media_of(data, path.name) is Media.FEED, path


def test_the_entries_of_a_captured_feed_have_their_own_addresses_not_the_feeds() -> None:
    data = RSS.replace("https://courier.example/1", "/1").encode()
    found = list(read_all(data, Origin(url="https://courier.example/feed.xml", name="web.warc.gz#120")))
    assert [item.origin.url for item in found] == ["https://courier.example/1", "https://courier.example/2"]
    without = data.replace(b"<link>/1</link>", b"")
    first, _ = read_all(without, Origin(url="https://courier.example/feed.xml", name="web.warc.gz#120"))
    assert isinstance(first, Article)
    assert first.origin.url is None
