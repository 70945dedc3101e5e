"""JSON as values, and the strings in it by the names that news uses."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TypeAlias

from allegedly.errors import ReadError
from allegedly.read.reading import one_line

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"
Fields: TypeAlias = "Mapping[str, Json]"


def parse_json(text: str) -> Json:
    """What `text` holds as JSON. Raises `ReadError` where it is malformed or nested too deep."""
    try:
        value: Json = json.loads(text)
    except json.JSONDecodeError as error:
        raise ReadError(f"malformed JSON at line {error.lineno}, column {error.colno}: {error.msg}") from None
    except (RecursionError, ValueError) as error:
        raise ReadError(f"JSON that cannot be read: {str(error) or type(error).__name__}") from None
    return value


def string_of(fields: Fields, names: tuple[str, ...]) -> str | None:
    """The first of `names` that gives a string, or something with a name."""
    for name in names:
        found = name_of(fields.get(name))
        if found:
            return found
    return None


def name_of(value: Json) -> str | None:
    """A string, or the name of the thing that an object describes, as schema.org nests them."""
    if isinstance(value, str):
        return one_line(value)
    if isinstance(value, list) and value:
        return name_of(value[0]) if not isinstance(value[0], list) else None
    if isinstance(value, dict):
        return next((one_line(inner) for name in ("name", "@id", "url") if isinstance(inner := value.get(name), str)), None)
    return None
