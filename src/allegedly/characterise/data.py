"""Checked reading of a language's tables."""

from __future__ import annotations

from allegedly.errors import LanguageError
from allegedly.languages import Table


def table(holder: Table, key: str) -> Table:
    """The table under `key`. Raises `LanguageError` where there is none."""
    value = holder.get(key)
    if not isinstance(value, dict):
        raise LanguageError(f"expected a table under {key!r}, found {value!r}; see the other languages' files for its shape")
    return value


def tables(holder: Table, key: str) -> tuple[Table, ...]:
    """The list of tables under `key`; empty where there is none. Raises `LanguageError` where it holds anything else."""
    value = holder.get(key, [])
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        raise LanguageError(f"expected a list of tables under {key!r}, found {value!r}")
    return tuple(entry for entry in value if isinstance(entry, dict))


def strings(holder: Table, key: str) -> tuple[str, ...]:
    """The words under `key`. Raises `LanguageError` where there is no list of words."""
    value = holder.get(key)
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise LanguageError(f"expected a list of words under {key!r}, found {value!r}")
    return tuple(str(word) for word in value)


def string(holder: Table, key: str) -> str:
    """The word under `key`. Raises `LanguageError` where there is none."""
    value = holder.get(key)
    if not isinstance(value, str):
        raise LanguageError(f"expected a word under {key!r}, found {value!r}")
    return value


def numbers(holder: Table, key: str) -> dict[str, float]:
    """Words and their numbers under `key`. Raises `LanguageError` where one is no number."""
    found = table(holder, key)
    if not all(isinstance(value, int | float) for value in found.values()):
        raise LanguageError(f"expected numbers under {key!r}, found {found!r}")
    return {word: value for word, value in found.items() if isinstance(value, int | float)}
