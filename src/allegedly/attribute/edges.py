"""Words at the edges of a span that belong to the page or to the date, not to what is said."""

from __future__ import annotations

import re
from dataclasses import replace

from allegedly.languages import Language
from allegedly.model import Attribution, Span

_AGENCY = r"\((?:[A-Z]{2,}[\w ./]{0,20}|Reuters|Bloomberg)\)"
_DASH = r" ?(?:—|–|--|-) "
_CAPITALS = r"[A-Z][A-Z.'’-]{2,}(?:,? [A-Z][\w.'’]*){0,5}"
_PLACE = r"[A-Z][\w.,'’ -]{2,40}?"
_DATELINE = re.compile(rf"(?:{_CAPITALS}(?: {_AGENCY})?{_DASH}|{_PLACE} {_AGENCY}{_DASH}|{_AGENCY}(?:{_DASH}| ))(?=\S)")
"""A place and an agency before the first words of a report: "ORLEC (Example Wire) - ", "(AP) "."""
_LEFT = 3
"""How many words of a content are left at least where its dateline is taken off."""


class Edges:
    """Takes a dateline off a content, and off a cue the preposition of a day behind it ("said on" before "Saturday")."""

    def __init__(self, language: Language) -> None:
        """Raises `LanguageError` where the language's data is malformed."""
        days = "|".join(sorted(language.words("times", "weekdays")))
        before = "|".join(sorted(language.words("times", "before_days")))
        self._of_day = re.compile(rf"\S( (?:{before}))\Z", re.IGNORECASE)
        self._day = re.compile(rf"\s+(?:{days})\b(?!['’])", re.IGNORECASE)

    def trimmed(self, attribution: Attribution, text: str) -> Attribution:
        """The attribution without such words; the same where it has none."""
        content = attribution.content
        first = content[0] if content else None
        if first is not None and (first.start == 0 or text[first.start - 1] == "\n"):
            match = _DATELINE.match(text, first.start, first.end)
            if match and len(text[match.end() : first.end].split()) >= _LEFT:
                content = (Span(match.end(), first.end), *content[1:])
        cue = attribution.cue
        if cue and self._day.match(text, cue[-1].end):
            match = self._of_day.search(text, cue[-1].start, cue[-1].end)
            if match:
                cue = (*cue[:-1], Span(cue[-1].start, match.start(1)))
        if content is attribution.content and cue is attribution.cue:
            return attribution
        return replace(attribution, content=content, cue=cue)
