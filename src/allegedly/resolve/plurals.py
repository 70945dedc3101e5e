"""Two who share a name and are called by its plural: "the Bells", "the two Koreas"; and a state by half its name: "the North"."""

from __future__ import annotations

from collections.abc import Sequence

from allegedly.model import Span
from allegedly.resolve.lexicon import Lexicon, Place
from allegedly.resolve.people import Person
from allegedly.resolve.words import Words

_BEFORE = frozenset(("the", "both", "two", "rival"))
HALVES = ("North", "South", "East", "West")
_OFTEN = 2
"""How often an article names the state in full that it calls by half its name."""


def family(words: Words, span: Span, people: Sequence[Person]) -> tuple[Person, ...]:
    """The people of the article whose surname's plural the source is: "the Bells"; none where it is no family's."""
    name = _plural(words, span)
    if name is None:
        return ()
    return tuple(one for one in people if one.shown and len(one.parts) > 1 and name in (one.parts[-1], f"{one.parts[-1]}e"))


def states_of(words: Words, span: Span, lexicon: Lexicon) -> tuple[Place, ...]:
    """The two states whose name's plural the source is: "the two Koreas"; none where there are not two."""
    name = _plural(words, span)
    if name is None:
        return ()
    found = {
        place.code: place
        for word, place in lexicon.places.items()
        if place.sort == "names" and word == place.name and len(word.split()) == 2 and word.endswith(f" {name}")
    }
    return tuple(sorted(found.values(), key=lambda place: place.name)) if len(found) == 2 else ()


def half_named(words: Words, at: int, lexicon: Lexicon) -> Place | None:
    """The state that "the North" stands for in an article which often names it in full, and no other that begins so."""
    half = words.texts[at]
    if half not in HALVES or at == 0 or words.texts[at - 1].lower() != "the" or words.gap(at) != " ":
        return None
    full = {
        place.code: place
        for word, place in lexicon.places.items()
        if place.sort == "names" and word.startswith(f"{half} ") and words.text.count(word) >= _OFTEN
    }
    return next(iter(full.values())) if len(full) == 1 else None


def _plural(words: Words, span: Span) -> str | None:
    """The name in the singular, where the source is a name in the plural behind "the" and nothing else."""
    inside = words.within(span.start, span.end)
    if len(inside) < 2 or words.texts[inside.start].lower() not in ("the", "both"):
        return None
    last = words.texts[inside.stop - 1]
    led = all(words.texts[at].lower() in _BEFORE for at in inside[:-1])
    return last[:-1] if led and last[0].isupper() and last.endswith("s") and len(last) > 3 else None
