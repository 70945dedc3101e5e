"""Finds what a page does not declare: title, outlet, authors and date, as trafilatura and htmldate find them."""

from __future__ import annotations

import re
from collections.abc import Set
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from allegedly.model import Origin
from allegedly.read.dates import iso_date
from allegedly.read.reading import one_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_SENTENCE = re.compile(r"\s(?:has|have|is|was|are|writes|wrote|covers)\s")
# Of these one stands in every element that trafilatura looks for authors in; looking takes a tenth of the time of a page.
_AUTHOR_MARKS = (
    *("uthor", "yline", "byl", "BBL", "username", "journalist", "writer", "screenname", "posted-by", "submitted-by"),
    *("channel-name", "zuozhe", "bianji", "xiaobian", '"me"'),
)
_LATEST = "2099-12-31"
"""Not today, so that the same page gives the same article on every day."""
# What they raise on pages that are broken on purpose.
_BREAKAGE = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, SyntaxError, TypeError, ValueError)


def guess(page: str, tree: HtmlElement | str, url: str | None, missing: Set[str]) -> tuple[Origin, Origin]:
    """What trafilatura finds of the fields of an origin that are `missing`, and what htmldate does: the day of publication.

    `url`: where the page was fetched; `tree`: of the `page`, and left as it is. Nothing is found on a page that breaks them.
    """
    from trafilatura.utils import load_html

    try:
        loaded = load_html(tree)
        if loaded is None:
            return Origin(), Origin()
        found = _stated(page, loaded, url, missing) if missing - {"published"} else Origin()
        return found, Origin(published=_dated(loaded, url) if "published" in missing else None)
    except _BREAKAGE:
        return Origin(), Origin()


def _stated(page: str, tree: HtmlElement, url: str | None, missing: Set[str]) -> Origin:
    from trafilatura.metadata import examine_meta, extract_author, extract_meta_json, extract_sitename, extract_title, extract_url

    found = extract_meta_json(tree, examine_meta(tree)) if missing - {"published", "url"} else None
    author = found.author if found and found.author and " " in found.author else None
    if not author and "authors" in missing and any(mark in page for mark in _AUTHOR_MARKS):
        author = extract_author(tree)
    address = one_line((found and found.url) or extract_url(tree, url) or "")
    outlet = ((found and found.sitename) or extract_sitename(tree) or "").lstrip("@")
    return Origin(
        outlet=one_line(_as_name(outlet) or _host(address)) if "outlet" in missing else None,
        url=address if "url" in missing else None,
        title=one_line((found and found.title) or extract_title(tree) or "") if "title" in missing else None,
        authors=tuple(name for part in (author or "").split(";") if (name := one_line(part)) and not _SENTENCE.search(name)),
    )


def _as_name(outlet: str) -> str:
    return outlet if "." in outlet or outlet[:1].isupper() else outlet.title()


def _host(address: str | None) -> str:
    return (urlsplit(address or "").hostname or "").removeprefix("www.")


def _dated(tree: HtmlElement, url: str | None) -> str | None:
    from htmldate import find_date

    # Without the extensive search: a date that only stands in running text is not the article's.
    return iso_date(find_date(tree, url=url, original_date=True, extensive_search=False, max_date=_LATEST) or "")
