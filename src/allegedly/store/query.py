"""What a person types to find statements, read so that nothing of it reaches a database as anything but words."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from allegedly.errors import LedgerError

_PART = re.compile(r'["“”„]([^"“”„]*)(?:["“”„]|$)|([^\s"“”„]+)')

_ASCII_WORD = re.compile("[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand together in this order; the last may be the beginning of one."""

    words: str
    prefix: bool = False


def parse_query(query: str) -> tuple[Term, ...]:
    """The terms of `query`, all of which must stand; an open quotation mark closes at the end.

    Raises `LedgerError` where no term holds a letter or digit.

    >>> parse_query('ballistic missile* "at least 12"')
    (Term(words='ballistic', prefix=False), Term(words='missile', prefix=True), Term(words='at least 12', prefix=False))
    """
    terms = []
    for quoted, bare in _PART.findall(query):
        found = quoted or bare
        words = " ".join(_words_in(found))
        if any(c.isalnum() for c in words):
            terms.append(Term(words, prefix=found.endswith("*")))
    if not terms:
        raise LedgerError(f'the query {query!r} holds no word; expected words, "a phrase" or the beginning of a word*')
    return tuple(terms)


def folded(text: str) -> str:
    """The words of `text` without case, accents and marks, a space around each, so that whole words can be compared.

    >>> folded("Dr. José  ÁLVAREZ-Ruiz")
    ' dr jose alvarez ruiz '
    """
    if text.isascii():
        words = _ASCII_WORD.findall(text.lower())
        return f" {' '.join(words)} " if words else ""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    words = _words_in(plain.casefold())
    return f" {' '.join(words)} " if words else ""


def storable(text: str) -> bool:
    """Whether a database takes the text: one with a lone surrogate stands in none."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _words_in(text: str) -> list[str]:
    # Marks count as part of a word: a word in a script with vowel signs must not fall apart.
    return "".join(c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in text).split()
