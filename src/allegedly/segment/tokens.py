"""Tokens of an article: words, numbers, single marks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from allegedly.languages import Language
from allegedly.model import Span, Spans


def find_tokens(text: str, paragraphs: Spans, language: Language) -> Spans:
    """The tokens of `text`.

    A word keeps its inner hyphens and apostrophes, a number its inner points and commas, an abbreviation its stop; an ending
    's stands alone, so that a possessor's name does too.
    """
    pattern = _pattern(language)
    return tuple(
        Span(match.start(), match.end())
        for paragraph in paragraphs
        for match in pattern.finditer(text, paragraph.start, paragraph.end)
    )


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    shortened: Iterable[str] = {
        word for key in ("titles", "inner", "before_numbers", "either") for word in language.words("abbreviations", key)
    }
    listed = "|".join(re.escape(word) for word in sorted(shortened, key=len, reverse=True) if len(word) > 1)
    return re.compile(
        rf"(?:(?<!\w)(?:{listed})\.(?!\w)"  # an abbreviation with its stop
        r"|(?<!\w)(?:[^\W\d_]\.){2,8}(?!\w)"  # letters with stops
        r"|(?<![\w.])[A-Z]\.(?=\s*[A-Z])"  # an initial
        r"|['’]s(?!\w)"
        r"|\d+(?:[.,:]\d+)*(?:\w|[-‐‑](?=\w))*"
        r"|\w(?:\w|['’](?!s(?!\w))(?=\w)|[-‐‑](?=\w)|[\u200b-\u200d\u00ad](?=\w))*"
        r"|\.\.\.+|``|''|--+"
        r"|\S)"
    )
