r"""Marked text: attributions written into the text they are about.

`[source The mayor] [cue denied] [content taking money].` is one attribution. Where a text has several, each part names its
own: `[source:a The mayor] [cue:a said] [content:a it]`; a part of two names both (`[source:a,b The mayor]`). A role that is
marked twice for one attribution has two spans. Marks may nest; `\[` and `\]` are brackets of the text.
"""

from __future__ import annotations

import re

from allegedly.model import Attribution, Span

_MARK = re.compile(r"\\([\[\]\\])|\[(source|cue|content)(?::([\w,]+))? |(\])")


def parse_marked(marked: str) -> tuple[str, tuple[Attribution, ...]]:
    """The text without its marks, and the attributions marked in it, in the order of their first character.

    >>> text, (found,) = parse_marked("[source The mayor] [cue denied] [content it].")
    >>> text, found.source, found.content
    ('The mayor denied it.', (Span(start=0, end=9),), (Span(start=17, end=19),))
    """
    text = ""
    at = 0
    open_marks: list[tuple[str, str, int]] = []
    spans: dict[str, dict[str, list[Span]]] = {}
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        at = match.end()
        escaped, role, names, closing = match.groups()
        if escaped:
            text += escaped
        elif role:
            open_marks.append((role, names or "", len(text)))
        elif closing:
            if not open_marks:
                raise ValueError(f"a mark is closed that was not opened, at {match.start()} of {marked!r}")
            role, names, start = open_marks.pop()
            for name in names.split(","):
                spans.setdefault(name, {}).setdefault(role, []).append(Span(start, len(text)))
    text += marked[at:]
    if open_marks:
        raise ValueError(f"a mark is left open in {marked!r}")
    found = [Attribution(_role(roles, "source"), _role(roles, "cue"), _role(roles, "content")) for roles in spans.values()]
    return text, tuple(sorted(found, key=lambda attribution: attribution.extent))


def _role(roles: dict[str, list[Span]], role: str) -> tuple[Span, ...]:
    return tuple(sorted(roles.get(role, [])))


def show_marked(text: str, attribution: Attribution) -> str:
    """One attribution marked in its text, to read in a failing test.

    >>> show_marked("She said no.", Attribution((Span(0, 3),), (Span(4, 8),), (Span(9, 11),)))
    '[source She] [cue said] [content no].'
    """
    borders: list[tuple[int, int, int, str]] = []
    for role, spans in (("source", attribution.source), ("cue", attribution.cue), ("content", attribution.content)):
        for span in spans:
            borders.append((span.start, 1, -span.end, f"[{role} "))
            borders.append((span.end, 0, -span.start, "]"))
    out, at = "", 0
    for place, _, _, mark in sorted(borders):
        out += text[at:place] + mark
        at = place
    return out + text[at:]
