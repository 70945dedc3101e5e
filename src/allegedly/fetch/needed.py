"""What this room needs beside the package itself."""

from __future__ import annotations

from importlib.util import find_spec

from allegedly.errors import FetchError

NEEDED = {"httpx": "httpx", "httpcore": "httpcore", "protego": "protego", "warcio": "warcio", "feedparser": "feedparser"}
"""The modules, and how the packages are called that hold them."""


def check_needed() -> None:
    """Raise `FetchError` where a library is missing, naming the extra that installs it."""
    missing = [package for module, package in NEEDED.items() if find_spec(module) is None]
    if missing:
        raise FetchError(f"fetching from the web needs {', '.join(missing)}; install it with: pip install 'allegedly[web]'")
