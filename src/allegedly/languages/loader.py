"""Reads the data of a language from its folder."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TypeAlias

from allegedly.errors import LanguageError

Value: TypeAlias = "str | int | float | bool | list[Value] | dict[str, Value]"
Table: TypeAlias = "dict[str, Value]"


@dataclass(frozen=True, slots=True)
class Language:
    """A language, by its ISO 639-1 `code`; its knowledge lies in `languages/<code>/*.toml`."""

    code: str

    def table(self, name: str) -> Table:
        """The whole of `<name>.toml`; the room that uses it checks what it holds.

        Raises `LanguageError` where the language has no such file or the file is malformed.
        """
        return _table(self.code, name)

    def words(self, name: str, key: str) -> frozenset[str]:
        """The list of words under `key` in `<name>.toml`. Raises `LanguageError` where there is no such list of strings."""
        listed = self.table(name).get(key)
        words = [word for word in listed if isinstance(word, str)] if isinstance(listed, list) else []
        if not isinstance(listed, list) or len(words) != len(listed):
            raise LanguageError(f"languages/{self.code}/{name}.toml: {key} is to be a list of strings, found {listed!r:.80}")
        return frozenset(words)


def known_languages() -> tuple[str, ...]:
    """The codes of the languages that there is data for, in alphabetical order."""
    here = files(__package__)
    return tuple(sorted(entry.name for entry in here.iterdir() if entry.is_dir() and entry.joinpath("cues.toml").is_file()))


def load_language(code: str) -> Language:
    """The language with this ISO 639-1 code. Raises `LanguageError` where there is no data for it."""
    known = known_languages()
    if code not in known:
        raise LanguageError(f"no language data for {code!r}; there is data for: {', '.join(known)}")
    return Language(code)


@cache
def _table(code: str, name: str) -> Table:
    path = files(__package__).joinpath(code, f"{name}.toml")
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise LanguageError(f"the language {code!r} has no {name}.toml") from None
    except tomllib.TOMLDecodeError as error:
        raise LanguageError(f"languages/{code}/{name}.toml is malformed: {error}") from error
