"""Reads an identity file: speakers whose names somebody has gathered, as CSV or JSON."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping

from allegedly.model import short_id
from allegedly.model.identity import KnownSpeaker
from allegedly.resolve.identity_judgements import JudgementError

_COLUMNS = ("name", "aliases", "wikidata", "country", "role")
_PARTED = re.compile(r"[;|]")


def read_known(data: bytes, *, who: str, when: str) -> tuple[KnownSpeaker, ...]:
    """The speakers in `data`: CSV with the columns name, aliases (parted by `;`), wikidata, country and role, of which all but
    name may be left out; or JSON, a list of objects with these keys, aliases being a list.

    Raises `JudgementError` where it is neither, or an entry is malformed; the message names the entry by its number.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise JudgementError(f"the identity file is no UTF-8 at byte {error.start}; save it as UTF-8") from None
    found = _json(text) if text.lstrip()[:1] in ("[", "{") else _csv(text)
    return tuple(_entry(number, fields, who, when) for number, fields in enumerate(found, 1))


def _json(text: str) -> list[Mapping[str, object]]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise JudgementError(f"the identity file is malformed JSON: {error}") from None
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise JudgementError(f"the identity file holds {str(value)[:40]!r}, expected a list of objects with a name each")
    return value


def _csv(text: str) -> list[Mapping[str, object]]:
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        rows: list[Mapping[str, object]] = [dict(row) for row in reader]
    except csv.Error as error:
        raise JudgementError(f"the identity file is malformed CSV at line {reader.line_num}: {error}") from None
    heads = reader.fieldnames or ()
    if "name" not in heads:
        raise JudgementError(f"the identity file has the columns {', '.join(heads) or 'none'}; expected {', '.join(_COLUMNS)}")
    return rows


def _entry(number: int, fields: Mapping[str, object], who: str, when: str) -> KnownSpeaker:
    unknown = [str(key) for key in fields if key not in _COLUMNS]
    if unknown:
        raise JudgementError(f"entry {number}: found {unknown[0]!r}, expected {', '.join(_COLUMNS)}")
    name, wikidata, country, role = (_text(number, fields, key) for key in ("name", "wikidata", "country", "role"))
    if name is None:
        raise JudgementError(f"entry {number} has no name; give it one")
    if wikidata is not None and not re.fullmatch(r"Q[1-9]\d*", wikidata):
        raise JudgementError(f"entry {number}, {name!r}: the id {wikidata!r} is none of Wikidata; expected one like Q42")
    if country is not None and not re.fullmatch(r"[A-Z]{2}", country):
        raise JudgementError(f"entry {number}, {name!r}: the country {country!r} is no code of ISO 3166-1; expected one like FR")
    aliases = tuple(dict.fromkeys(alias for alias in _aliases(number, fields) if alias != name))
    marks = ("known", name, *aliases, wikidata or "", country or "", role or "", when)
    return KnownSpeaker(short_id(*marks), when, who, name, aliases, wikidata, country, role)


def _text(number: int, fields: Mapping[str, object], key: str) -> str | None:
    value = fields.get(key)
    if value is not None and not isinstance(value, str):
        raise JudgementError(f"entry {number}: the {key} is {value!r}, expected words")
    return " ".join(value.split()) or None if value else None


def _aliases(number: int, fields: Mapping[str, object]) -> list[str]:
    value = fields.get("aliases")
    parts = _PARTED.split(value) if isinstance(value, str) else value
    if parts is None:
        return []
    if not isinstance(parts, list) or not all(isinstance(part, str) for part in parts):
        raise JudgementError(f"entry {number}: the aliases are {value!r}, expected a list of names")
    return [tidy for part in parts if (tidy := " ".join(part.split()))]
