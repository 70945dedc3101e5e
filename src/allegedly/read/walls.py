"""Recognises what a site sends in an article's stead: a demand for JavaScript, a check for robots, a page for what is missing."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

_LONGEST, _LONGEST_REST = 700, 200


def wall_in(text: str) -> str | None:
    """What the page does in place of telling news, where its `text` is short, says so, and hardly says more; else `None`.

    >>> wall_in("Please enable JavaScript to view this site.")
    'asks for JavaScript'
    >>> wall_in("The mayor said that the site worked without JavaScript. " * 20) is None
    True
    """
    if len(text) > _LONGEST:
        return None
    lowered = " ".join(text.lower().split())
    blocks = text.lower().split("\n\n")
    for reason, pattern in _walls().items():
        if pattern.search(lowered) and sum(len(block) for block in blocks if not pattern.search(block)) <= _LONGEST_REST:
            return reason
    return None


@cache
def _walls() -> Mapping[str, re.Pattern[str]]:
    data = tomllib.loads(files("allegedly.read").joinpath("walls.toml").read_text(encoding="utf-8"))
    return {reason: re.compile("|".join(expressions)) for reason, expressions in data["walls"].items()}
