"""What words are compared by where mentions of events are: stems, heads, and groups of words for one happening."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from allegedly.languages import load_language

WORDS = Path(__file__).with_name("same_event.toml")
_ENDINGS = ("ing", "ed", "es", "s", "e")


def stem(word: str) -> str:
    """What words are compared by here: verbs and nouns without endings, but not a noun without what makes it one.

    >>> [stem(word) for word in ("stopped", "offers", "offered", "hung", "releases", "negotiation")]
    ['stop', 'offer', 'offer', 'hang', 'releas', 'negotiation']
    """
    small = re.sub(r"[’']s$", "", word.lower().strip("#®\t’'"))
    small = _irregular().get(small, small)
    for ending in _ENDINGS:
        rest = small[: -len(ending)]
        heard = len(ending) < 2 or ending == "es" or bool(set(rest) & set("aeiouy"))
        if small.endswith(ending) and len(rest) >= 3 and heard and not (ending == "s" and rest[-1] in "su"):
            small = rest
            break
    if len(small) > 3 and small[-1] == small[-2] and small[-1] in "bdgmnprt":
        small = small[:-1]
    return small[:-1] + "i" if small.endswith("y") else small


def head_of(words: Sequence[str]) -> str:
    """The head of a mention: its last word, or the last ahead of a preposition.

    >>> head_of(["checked", "into"]), head_of(["fatal", "fall"])
    ('checked', 'fall')
    """
    behind = words_and_groups()[0]
    return next((words[at - 1] for at in range(1, len(words)) if words[at].lower() in behind), words[-1])


@cache
def words_and_groups() -> tuple[frozenset[str], Mapping[str, frozenset[int]]]:
    """The words that no head stands behind, and the groups of each stem."""
    table = tomllib.loads(WORDS.read_text(encoding="utf-8"))
    groups: dict[str, set[int]] = defaultdict(set)
    for number, listed in enumerate(table["kin"]):
        for word in listed:
            groups[stem(word)].add(number)
    return frozenset(table["behind"]), {word: frozenset(numbers) for word, numbers in groups.items()}


@cache
def _irregular() -> Mapping[str, str]:
    language = load_language("en")
    tables = [language.table("cues")["irregular"], language.table("events")["irregular"]]
    tables.append(tomllib.loads(WORDS.read_text(encoding="utf-8"))["irregular"])
    found: dict[str, str] = {}
    for table in tables:
        assert isinstance(table, dict)
        for base, forms in table.items():
            for form in forms if isinstance(forms, list) else []:
                found.setdefault(str(form), str(base))
    return found
