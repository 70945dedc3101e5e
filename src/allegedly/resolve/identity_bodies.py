"""The normal form of a body's name, and of a role."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from allegedly.resolve.identity_lexicon import Spellings, plain
from allegedly.resolve.words import singular

_WORD = re.compile(r"\w+(?:'\w+)*")
_POSSESSIVE = re.compile(r"'s?(?=\s|$)")


@dataclass(frozen=True, slots=True)
class BodyName:
    """A body's name in its normal form: the words that matter in alphabetical order, without its country.

    `country`: the one that the name tells, if any. `generic`: whether bodies of other countries bear it too; `local`: even
    bodies of other towns, so that it tells nothing outside its article.
    """

    words: tuple[str, ...]
    country: str | None
    generic: bool
    local: bool


@lru_cache(maxsize=100_000)
def read_body(written: str, spellings: Spellings) -> BodyName:
    """The normal form of a body's name.

    >>> from allegedly.resolve.identity_lexicon import load_spellings
    >>> spellings = load_spellings("en")
    >>> [read_body(name, spellings).words for name in ("Ukraine’s Foreign Ministry", "Ministry of Foreign Affairs of Ukraine")]
    [('foreign', 'ministry'), ('foreign', 'ministry')]
    """
    known = _known(written, spellings)
    name, country, specific = known if known else (written, None, False)
    words = _WORD.findall(_POSSESSIVE.sub(" ", plain(name.replace(".", ""))))
    kept: list[str] = []
    found: set[str] = {country} if country else set()
    at = 0
    while at < len(words):
        length, code = _place(words, at, spellings)
        if length and not (known and specific):
            found.add(code)
            at += length
            continue
        word = words[at].replace("'", "")
        at += 1
        if word not in spellings.dropped:
            kept.append(spellings.same_word.get(word, word))
    if not kept:
        kept = words or [plain(written)]
    told = found.pop() if len(found) == 1 else None
    generic = not specific and all(word in spellings.generic for word in kept)
    return BodyName(tuple(sorted(dict.fromkeys(kept))), told, generic, generic and known is None)


def _known(written: str, spellings: Spellings) -> tuple[str, str | None, bool] | None:
    """The fullest name of a body that the language knows, unless the name is a word that others share ("the Times")."""
    name = written.removeprefix("the ").removeprefix("The ").strip()
    body = spellings.words.bodies.get(name)
    if body is None:
        return None
    short = " " not in name and name in spellings.words.body_words
    if short and name != body.name:
        return None
    return body.name, body.country, body.sort != "government" or body.country is not None


def _place(words: list[str], at: int, spellings: Spellings) -> tuple[int, str]:
    for length in range(min(4, len(words) - at), 0, -1):
        code = spellings.places.get(" ".join(words[at : at + length]))
        if code:
            return length, code
    return 0, ""


@lru_cache(maxsize=100_000)
def role_head(role: str, spellings: Spellings) -> tuple[str, str] | None:
    """The noun of a role in the singular, one word for all that mean the same, and its class; `None` where it has none.

    >>> from allegedly.resolve.identity_lexicon import load_spellings
    >>> role_head("former Lakeside councilwoman", load_spellings("en"))
    ('councilman', 'office')
    """
    lexicon = spellings.words
    words = role.lower().replace(".", "").split()
    for end in range(len(words), 0, -1):
        for length in (3, 2, 1):
            if length > end:
                continue
            text = " ".join(words[end - length : end])
            text = lexicon.short_titles.get(text, text)
            for head in (text, singular(text)):
                if head in lexicon.roles:
                    return lexicon.same_role.get(head, head), lexicon.roles[head]
    return None
