"""What is asked for, what is followed, and what is asked for again."""

from __future__ import annotations

from datetime import timedelta
from email.utils import format_datetime

from tests.fetch.conftest import Catcher
from tests.fetch.site import SENTENCE, Site, body, news, redirect, rss, status

from allegedly.fetch.harvest import Captured, News
from allegedly.fetch.links import Follow, articles_in, feed_links, feeds_named
from allegedly.model import Article, Origin, Skipped
from allegedly.read import Source

FULL = f"<p>{SENTENCE}</p><p>Traffic goes through the valley for now, said Ana Brook of the harbour board.</p>"


def paths(site: Site) -> list[str]:
    """What was asked for since the last look."""
    found = site.paths()
    site.asked.clear()
    return found


def full_text(link: str) -> str:
    return f"<item><title>Whole</title><link>{link}</link><description><![CDATA[{FULL * 4}]]></description></item>"


def test_feeds_are_followed_and_what_is_there_is_not_asked_for_again(site: Site, catch: Catcher) -> None:
    for path in ("/a", "/b", "/c"):
        site.page(path)
    site.feed("/feed.xml", ["/a", site.url("/b"), "/a#again"])
    found = catch(site.url("/feed.xml"))
    assert [item.news for item in found if isinstance(item, Captured)] == [News.NEW] * 3
    assert paths(site) == ["/feed.xml", "/a", "/b"]
    (same,) = catch(site.url("/feed.xml"))
    assert isinstance(same, Captured)
    assert same.news is News.SAME
    assert [link.url for link in same.links] == [site.url("/a"), site.url("/b")]
    assert paths(site) == ["/feed.xml"]
    site.feed("/feed.xml", ["/c", "/a"])
    assert [item.news for item in catch(site.url("/feed.xml")) if isinstance(item, Captured)] == [News.CHANGED, News.NEW]
    assert paths(site) == ["/feed.xml", "/c"]


def test_links_that_an_interrupted_run_did_not_reach_are_reached_by_the_next(site: Site, catch: Catcher) -> None:
    site.page("/a")
    site.feed("/feed.xml", ["/a"])
    catch(site.url("/feed.xml"), follow=Follow.NONE)
    assert paths(site) == ["/feed.xml"]
    catch(site.url("/feed.xml"))
    assert paths(site) == ["/feed.xml", "/a"]


def test_an_entry_with_its_text_is_followed_only_where_all_are(site: Site, catch: Catcher) -> None:
    site.page("/a")
    site.page("/b")
    data = rss(["/a"]).replace(b"</channel>", full_text("/b").encode() + b"</channel>")
    site.answers["/feed.xml"] = body(data, "application/rss+xml")
    (found, _) = catch(site.url("/feed.xml"))
    assert isinstance(found, Captured)
    assert paths(site) == ["/feed.xml", "/a"]
    (article,) = articles_in(found.source)
    assert isinstance(article, Article)
    assert article.origin.url == site.url("/b")
    catch(site.url("/feed.xml"), follow=Follow.ALL)
    assert paths(site) == ["/feed.xml", "/b"]


def test_a_page_is_asked_for_again_where_the_feed_says_that_it_was_changed(site: Site, catch: Catcher) -> None:
    def dated(hours: int) -> bytes:
        moment = format_datetime(catch.clock() + timedelta(hours=hours))
        return rss(["/a"]).replace(b"</item>", f"<pubDate>{moment}</pubDate></item>".encode())

    site.page("/a")
    site.answers["/feed.xml"] = body(dated(-2), "application/rss+xml")
    catch(site.url("/feed.xml"))
    catch.clock.ahead = timedelta(hours=3)
    catch(site.url("/feed.xml"))
    assert paths(site) == ["/feed.xml", "/a", "/feed.xml"]
    site.answers["/feed.xml"] = body(dated(-1), "application/rss+xml")
    catch(site.url("/feed.xml"))
    assert paths(site) == ["/feed.xml", "/a"]
    # A date that is still to come says nothing.
    site.answers["/feed.xml"] = body(dated(5), "application/rss+xml")
    catch(site.url("/feed.xml"))
    assert paths(site) == ["/feed.xml"]


def test_a_page_is_asked_for_again_once_its_capture_is_old_enough(site: Site, catch: Catcher) -> None:
    site.page("/a", etag=True)
    site.feed("/feed.xml", ["/a"])
    catch(site.url("/feed.xml"))
    catch.clock.ahead = timedelta(hours=1)
    catch(site.url("/feed.xml"), again=timedelta(hours=2))
    assert paths(site) == ["/feed.xml", "/a", "/feed.xml"]
    catch.clock.ahead = timedelta(hours=3)
    found = catch(site.url("/feed.xml"), again=timedelta(hours=2))
    assert [item.news for item in found if isinstance(item, Captured)] == [News.SAME, News.SAME]
    assert paths(site) == ["/feed.xml", "/a"]


def test_what_could_not_be_had_is_asked_for_less_and_less_often(site: Site, catch: Catcher) -> None:
    site.answers["/a"] = status("404 Not Found")
    site.feed("/feed.xml", ["/a"])
    minutes = []
    for minute in range(0, 200, 5):
        catch.clock.ahead = timedelta(minutes=minute)
        catch(site.url("/feed.xml"))
        minutes += [minute] * paths(site).count("/a")
    # The records of the archive bear the true moments, all of them about now: after 10, 20, 40 and 80 minutes.
    assert minutes == [0, 10, 20, 40, 80, 160]
    site.page("/a")
    catch.clock.ahead = timedelta(days=2)
    assert [item.news for item in catch(site.url("/feed.xml")) if isinstance(item, Captured)] == [News.SAME, News.NEW]


def test_a_link_that_redirects_is_known_by_where_it_leads(site: Site, catch: Catcher) -> None:
    site.page("/a")
    site.answers["/short"] = redirect(site.url("/a"))
    site.feed("/feed.xml", ["/short"])
    _, page = catch(site.url("/feed.xml"))
    assert isinstance(page, Captured)
    assert (page.url, page.capture.url) == (site.url("/short"), site.url("/a"))
    assert page.source.origin.url == site.url("/a")
    paths(site)
    catch(site.url("/feed.xml"))
    assert paths(site) == ["/feed.xml"]


def test_the_same_address_is_asked_for_once(site: Site, catch: Catcher) -> None:
    site.page("/a")
    site.feed("/feed.xml", ["/a"])
    catch(site.url("/a#x"), site.url("/feed.xml"), site.url("/a"))
    assert sorted(paths(site)) == ["/a", "/feed.xml"]


def test_a_feed_of_nothing_but_itself_ends(site: Site, catch: Catcher) -> None:
    site.feed("/feed.xml", ["/feed.xml", "/other.xml"])
    site.feed("/other.xml", ["/feed.xml", "/third.xml"])
    assert len(catch(site.url("/feed.xml"))) == 2
    # A feed that a feed leads to is captured, and not followed.
    assert paths(site) == ["/feed.xml", "/other.xml"]


def test_of_a_bad_link_in_a_feed_it_is_said_and_the_rest_is_fetched(site: Site, catch: Catcher) -> None:
    site.page("/a")
    site.feed("/feed.xml", ["javascript:alert(1)", "http://ana:secret@courier.test/", "/a"])
    found = catch(site.url("/feed.xml"))
    skipped = [item for item in found if isinstance(item, Skipped)]
    assert len(skipped) == 2
    assert not any("secret" in f"{item.origin.url} {item.reason}" for item in skipped)
    assert any(isinstance(item, Captured) and item.url == site.url("/a") for item in found)


def test_links_of_what_is_no_feed_are_none() -> None:
    assert feed_links(Source(news("a"), Origin(url="http://courier.test/a"))) == ()
    broken = Source(b'<rss version="2.0"><channel></channel></rss>', Origin(url="http://courier.test/feed.xml"))
    assert feed_links(broken) == ()
    assert [item.reason for item in articles_in(broken) if isinstance(item, Skipped)] == [
        "a feed without entries, expected articles"
    ]


def test_documents_are_captured_as_pages_are(site: Site, catch: Catcher) -> None:
    site.answers["/report.pdf"] = body(b"%PDF-1.4\n%%EOF", "application/pdf")
    site.answers["/news.rdf"] = body(rss(["/report.pdf"]), "application/rdf+xml")
    feed, report = catch(site.url("/news.rdf"))
    assert isinstance(feed, Captured)
    assert isinstance(report, Captured)
    assert report.source.data.startswith(b"%PDF")


def test_a_page_names_its_feeds() -> None:
    head = """<html><head><link rel="stylesheet" href="/a.css"><LINK REL='alternate' TYPE="application/rss+xml" title="All news"
      href="/feed.xml?a=1&amp;b=2"><link type=application/atom+xml rel=alternate href=atom.xml><link rel="alternate">"""
    source = Source(head.encode(), Origin(url="https://courier.example/news/"))
    assert feeds_named(source) == ("https://courier.example/feed.xml?a=1&b=2", "https://courier.example/news/atom.xml")
    assert feeds_named(Source(b"plain text", Origin())) == ()


def test_json_feeds_are_followed(site: Site, catch: Catcher) -> None:
    site.page("/a")
    feed = (
        b'{"version": "https://jsonfeed.org/version/1.1", "title": "Courier", "items": [{"id": "1", "url": "/a", "title": "A"}]}'
    )
    site.answers["/feed.json"] = body(feed, "application/feed+json")
    found = catch(site.url("/feed.json"))
    assert [item.url for item in found if isinstance(item, Captured)] == [site.url("/feed.json"), site.url("/a")]
