"""The articles in what was captured, for a ledger."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from allegedly.cli.inputs import Given
from allegedly.model import Article, Skipped
from allegedly.store.store import Selection

if TYPE_CHECKING:
    from allegedly.fetch.harvest import Harvest
    from allegedly.ledger import Ledger


def captured_articles(harvest: Harvest, urls: Iterable[str], given: Given) -> Iterator[Article | Skipped]:
    """Every article at the addresses, and in what feeds among them lead to, read from the archive once captured.

    Also what has not changed is read, since an interrupted run may have captured it and kept nothing.
    """
    from allegedly.fetch.links import articles_in

    for found in harvest.captures(urls):
        if isinstance(found, Skipped):
            yield found
        else:
            origin = found.source.origin if found.is_feed else given.of(found.source.origin)
            yield from articles_in(replace(found.source, origin=origin))


def left_over(harvest: Harvest, ledger: Ledger) -> Iterator[Article | Skipped]:
    """What the archive holds and an interrupted run did not keep.

    What is captured is kept in the order of the archive, so that only records behind the last one of which the ledger has an
    article can be missing, and, of a feed, articles in that one. What is there already is found to be.
    """
    from allegedly.fetch.links import articles_in

    archive = harvest.archive.path.name
    last, whole = kept_up_to(ledger, archive)
    for source in harvest.replay(last):
        if isinstance(source, Skipped):
            yield source
        elif not (whole and source.origin.name == f"{archive}#{last}"):
            yield from articles_in(source)


def kept_up_to(ledger: Ledger, archive: str) -> tuple[int, bool]:
    """The offset of the last record of the archive of this name from which the ledger has an article; 0 where it has none.

    And whether that is all there is in the record: a page has one article, a feed several.
    """
    named = re.compile(re.escape(archive) + r"#(\d+)(#|$)")
    names = (entry.origin.name for entry in ledger.articles(Selection(replaced=True)))
    found = (match for name in names if name and (match := named.match(name)))
    return max(((int(match[1]), not match[2]) for match in found), default=(0, False))
