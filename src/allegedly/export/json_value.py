"""JSON as a type, and a way to read it that says where something else was found."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias, TypeVar

from allegedly.errors import LedgerError
from allegedly.model import Span, Spans

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
JsonObject: TypeAlias = "dict[str, Json]"

E = TypeVar("E", bound=StrEnum)

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def spans_to_json(spans: Spans) -> Json:
    """Spans as `[[start, end], …]`."""
    return [[span.start, span.end] for span in spans]


def compact(value: Json) -> str:
    """The value as JSON on one line, in the shortest way. Raises `ValueError` on a number that JSON does not know."""
    return _ENCODER.encode(value)


def parsed(text: str) -> Json:
    """The value that `text` writes in JSON. Raises `LedgerError` where it writes none."""
    try:
        value: Json = json.loads(text)
    except ValueError as error:
        raise LedgerError(f"expected JSON, found {text[:60]!r}: {error}") from error
    return value


@dataclass(frozen=True, slots=True)
class Found:
    """A value found in a JSON document, and the `path` that leads to it; every method raises `LedgerError` on another type.

    >>> Found({"name": 3}, "speaker")["name"].text()
    Traceback (most recent call last):
    ...
    allegedly.errors.LedgerError: speaker.name: expected a string, found 3
    """

    value: Json
    path: str = ""

    def __getitem__(self, key: str) -> Found:
        """What the object holds under `key`; an error where it holds nothing."""
        fields = self.fields()
        if key not in fields:
            raise LedgerError(f"{self.path or 'the document'}: expected the key {key!r}, found {_keys(fields)}")
        return Found(fields[key], self._below(key))

    def get(self, key: str) -> Found | None:
        """What the object holds under `key`; `None` where it holds nothing or null."""
        value = self.fields().get(key)
        return None if value is None else Found(value, self._below(key))

    def fields(self) -> JsonObject:
        """The object."""
        if not isinstance(self.value, dict):
            raise self._wrong("an object")
        return self.value

    def items(self) -> list[Found]:
        """The array's items."""
        return [Found(item, f"{self.path}[{number}]") for number, item in enumerate(self._array())]

    def text(self) -> str:
        """The string."""
        if not isinstance(self.value, str):
            raise self._wrong("a string")
        return self.value

    def texts(self) -> tuple[str, ...]:
        """The array of strings."""
        return tuple(item.text() for item in self.items())

    def flag(self) -> bool:
        """True or false."""
        if not isinstance(self.value, bool):
            raise self._wrong("true or false")
        return self.value

    def number(self) -> float:
        """The finite number."""
        if isinstance(self.value, bool) or not isinstance(self.value, int | float) or not math.isfinite(self.value):
            raise self._wrong("a finite number")
        return float(self.value)

    def whole(self) -> int:
        """The whole number."""
        if isinstance(self.value, bool) or not isinstance(self.value, int):
            raise self._wrong("a whole number")
        return self.value

    def choice(self, kinds: type[E]) -> E:
        """The member of `kinds` that the string names."""
        try:
            return kinds(self.text())
        except ValueError:
            raise self._wrong("one of " + ", ".join(kinds)) from None

    def span(self) -> Span:
        """The pair `[start, end]`."""
        match self.value:
            case [int(start), int(end)] if 0 <= start < end:
                return Span(start, end)
            case _:
                raise self._wrong("[start, end] with 0 <= start < end")

    def spans(self) -> Spans:
        """The array of pairs."""
        spans = []
        # Most of what is read are spans: a path is made only for one that is wrong.
        for number, pair in enumerate(self._array()):
            match pair:
                case [int(start), int(end)] if 0 <= start < end:
                    spans.append(Span(start, end))
                case _:
                    spans.append(Found(pair, f"{self.path}[{number}]").span())
        return tuple(spans)

    def some_spans(self) -> Spans:
        """The array of pairs, of which there is at least one."""
        spans = self.spans()
        if not spans:
            raise self._wrong("at least one span")
        return spans

    def text_at(self, key: str) -> str | None:
        """The string under `key`, if any."""
        found = self.get(key)
        return None if found is None else found.text()

    def number_at(self, key: str) -> float | None:
        """The number under `key`, if any."""
        found = self.get(key)
        return None if found is None else found.number()

    def spans_at(self, key: str) -> Spans:
        """The spans under `key`; none where it holds nothing."""
        found = self.get(key)
        return () if found is None else found.spans()

    def texts_at(self, key: str) -> tuple[str, ...]:
        """The strings under `key`; none where it holds nothing."""
        found = self.get(key)
        return () if found is None else found.texts()

    def items_at(self, key: str) -> list[Found]:
        """The array's items under `key`; none where it holds nothing."""
        found = self.get(key)
        return [] if found is None else found.items()

    def _array(self) -> list[Json]:
        if not isinstance(self.value, list):
            raise self._wrong("an array")
        return self.value

    def _below(self, key: str) -> str:
        return f"{self.path}.{key}" if self.path else key

    def _wrong(self, expected: str) -> LedgerError:
        shown = repr(self.value)
        shown = shown if len(shown) <= 60 else shown[:57] + "..."
        return LedgerError(f"{self.path or 'the document'}: expected {expected}, found {shown}")


def _keys(fields: JsonObject) -> str:
    return ", ".join(repr(key) for key in list(fields)[:8]) or "none"
