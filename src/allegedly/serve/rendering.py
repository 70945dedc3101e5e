"""Templates into pages. Every value is escaped; what is HTML already was made of escaped words, by `export.page_text`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from urllib.parse import urlencode, urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from allegedly.export.wording import counted, day_of, one_line, span_of_days
from allegedly.serve.assets import address_of
from allegedly.serve.tagging import respond
from allegedly.version import VERSION


def page(request: Request, template: str, values: Mapping[str, object], status: int = 200) -> HTMLResponse:
    """The page that the template makes of the values; a browser that has it already is told so.

    Every template also has the session's `form_token`, the address `here`, and what the server may do.
    """
    scope = request.scope
    settings = request.app.state.settings
    shared = {
        "form_token": scope["sessions"].form_token(scope["session"]),
        "here": request.url.path + (f"?{request.url.query}" if request.url.query else ""),
        "read_only": settings.read_only,
        "signed": settings.token is not None,
        "ledger": settings.ledger.rpartition("/")[2],
        "partial": request.headers.get("hx-request") == "true",
    }
    html = environment().get_template(template).render({**shared, **values})
    return respond(request, html.encode("utf-8", "replace"), "text/html; charset=utf-8", status)


@cache
def environment() -> Environment:
    """The templates, with the words and numbers of the rest of the house."""
    found = Environment(
        loader=PackageLoader("allegedly.serve"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    found.filters.update(day=day_of, days=span_of_days, one_line=one_line, number=_number, cut=cut, web=web_address)
    found.globals.update(counted=counted, asset=address_of, query=query_of, version=VERSION)
    return found


def query_of(values: Mapping[str, str | None], **changes: str | None) -> str:
    """The query string of these values with the changes, `?` before it; what is `None` or empty is left out.

    >>> query_of({"q": "bridge", "after": "x"}, after=None, kind="denial")
    '?q=bridge&kind=denial'
    """
    merged = {name: value for name, value in {**values, **changes}.items() if value}
    return f"?{urlencode(merged)}" if merged else ""


def web_address(url: str | None) -> str | None:
    """The address, where it is one of the web with a host; `None` for anything else, as `javascript:`.

    >>> web_address("https://wire.example/a"), web_address("javascript:alert(1)"), web_address("https:alert")
    ('https://wire.example/a', None, None)
    """
    if url is None or not url.isprintable() or not url.lower().startswith(("https://", "http://")):
        return None
    try:
        return url if urlsplit(url).hostname else None
    except ValueError:
        return None


def cut(words: str, most: int) -> str:
    """The words, at most so many characters of them.

    >>> cut("the bridge is shut", 10)
    'the bridg…'
    """
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def days_between(first: str | None, last: str | None) -> str:
    """The time from one day to another as a reader writes it; each may be missing.

    >>> days_between("2026-11-20", "2026-11-23"), days_between("2026-10-30", "2026-11-02"), days_between("2026-11-20", None)
    ('20–23 Nov 2026', '30 Oct – 2 Nov 2026', '20 Nov 2026')
    """
    one, other = day_of(first or last) or "", day_of(last or first) or ""
    if one == other:
        return one
    (day, _, rest), (_, _, later) = one.partition(" "), other.partition(" ")
    if rest == later:
        return f"{day}–{other}"
    start, _, year = one.rpartition(" ")
    return f"{start} – {other}" if other.endswith(year) else f"{one} – {other}"


def _number(value: int | float) -> str:
    return f"{value:,}"
