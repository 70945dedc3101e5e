"""Reads parts of a language's tables, and says clearly where one is not as it should be."""

from __future__ import annotations

from collections.abc import Mapping

from allegedly.errors import LanguageError


def table(holder: Mapping[str, object], key: str) -> dict[str, object]:
    """The table under `key`."""
    found = holder.get(key)
    if not isinstance(found, dict):
        raise LanguageError(f"the language's data needs a table {key!r}, found {found!r:.80}")
    return found


def rows(holder: Mapping[str, object], key: str) -> tuple[dict[str, object], ...]:
    """The tables of the array under `key`."""
    found = holder.get(key)
    if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
        raise LanguageError(f"the language's data needs an array of tables {key!r}, found {found!r:.80}")
    return tuple(found)


def strings(holder: Mapping[str, object], key: str) -> tuple[str, ...]:
    """The strings of the array under `key`."""
    found = holder.get(key)
    if not isinstance(found, list) or not all(isinstance(word, str) for word in found):
        raise LanguageError(f"the language's data needs an array of strings {key!r}, found {found!r:.80}")
    return tuple(found)


def text(holder: Mapping[str, object], key: str) -> str:
    """The string under `key`."""
    found = holder.get(key)
    if not isinstance(found, str):
        raise LanguageError(f"the language's data needs a string {key!r}, found {found!r:.80}")
    return found
