"""Accounts of networks: whose name an article sets beside "@annabell"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from allegedly.model import Span
from allegedly.resolve.people import Named, Person
from allegedly.resolve.words import Words

_SIGNED = re.compile(
    r"(?:^|[\n—–]|(?<=\s)-)[ \t\u00a0]*(?P<name>[^\s(@—–][^\n(@—–]{1,38}?)[ \u00a0]\(@(?P<handle>\w{2,20})\)", re.M
)
_HANDLE = re.compile(r"@(\w{2,20})")
_MOST = 4
"""Words in the longest name that an account bears."""
_OFFICIAL = frozenset(("", "real", "the", "official", "iam", "rep", "sen", "gov", "mayor", "dr"))
"""What an account's name has before a person's own."""


class Accounts:
    """The names of the accounts that an article quotes: "The Orlec Cat (@orleccat)"."""

    def __init__(self, words: Words) -> None:
        self._text = words.text
        self._names: dict[str, tuple[str, Span]] | None = None

    def named(self, span: Span) -> tuple[str, Span] | None:
        """The name and its place for the last account in `span`; `None` where the article gives it none."""
        handles = _HANDLE.findall(span.of(self._text))
        return self._all().get(handles[-1].lower()) if handles else None

    def holder(self, span: Span, named: Sequence[Named]) -> Person | None:
        """The person whose account name, "@annabell", is the source: one whose name it spells, or that it stands behind."""
        text = self._text
        if span.of(text)[:1] != "@":
            return None
        handle = span.of(text)[1:].split()[0].lower()
        for item in named:
            if len(item.people) == 1 and len(item.people[0].parts) > 1:
                person = item.people[0]
                behind = text[item.mention.span.end : item.mention.span.end + len(handle) + 3].lower()
                spelt = "".join(person.parts).lower()
                led = handle.removesuffix(spelt) if handle.endswith(spelt) else None
                if led in _OFFICIAL or behind.startswith(f" (@{handle}"):
                    return person
        return None

    def _all(self) -> dict[str, tuple[str, Span]]:
        if self._names is None:
            self._names = {}
            for match in _SIGNED.finditer(self._text) if "(@" in self._text else ():
                name = match["name"].strip()
                if len(name.split()) <= _MOST and name[:1].isupper():
                    place = Span(match.start("name"), match.start("name") + len(name))
                    self._names.setdefault(match["handle"].lower(), (name, place))
        return self._names
