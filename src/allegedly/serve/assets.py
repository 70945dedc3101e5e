"""The few files that pages ask for besides themselves, each known by its name and digest; no folder is served."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

MEDIA = {
    "site.css": "text/css; charset=utf-8",
    "site.js": "text/javascript; charset=utf-8",
    "article.js": "text/javascript; charset=utf-8",
    "review.js": "text/javascript; charset=utf-8",
    "htmx.min.js": "text/javascript; charset=utf-8",
    "mark.svg": "image/svg+xml",
}


@dataclass(frozen=True, slots=True)
class Asset:
    """A file as it is sent."""

    data: bytes
    media: str
    digest: str


@cache
def asset(name: str) -> Asset | None:
    """The file with this name; `None` where there is none."""
    if name not in MEDIA:
        return None
    data = files(__package__).joinpath("static", name).read_bytes()
    return Asset(data, MEDIA[name], hashlib.sha256(data).hexdigest()[:16])


def address_of(name: str) -> str:
    """Where a page finds the file: another address for another content, so that a browser may keep it."""
    found = asset(name)
    assert found is not None  # templates name files that are there
    return f"/static/{name}?v={found.digest}"
