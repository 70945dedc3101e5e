"""What every self-contained page has: its head, its policy, its style, its foot."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from html import escape
from importlib.resources import files

from allegedly.export.wording import one_line
from allegedly.version import VERSION


def page_around(main: str, *, title: str, heading: str, tally: str, foot: str, styles: tuple[str, ...], name: str) -> str:
    """The page whose main part is the HTML `main`, of the class `name`; all else is text and is escaped.

    `styles`: the files beside this one that it looks by. It holds no script and allows none: its policy lets nothing in but its
    own style, by digest.
    """
    style = style_of(styles)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="allegedly {escape(VERSION)}">
<title>{escape(one_line(title))}</title>
<style>{style}</style>
</head>
<body>
<header>
<h1>{escape(one_line(heading))}</h1>
<p class="tally">{escape(tally)}</p>
</header>
<main class="{name}">
{main}
</main>
<footer><p>{escape(foot)}</p></footer>
</body>
</html>
"""


@cache
def style_of(names: tuple[str, ...]) -> str:
    """The style sheets of these names, one after the other."""
    folder = files(__package__)
    return "\n" + "".join(folder.joinpath(name).read_text(encoding="utf-8") for name in names)
