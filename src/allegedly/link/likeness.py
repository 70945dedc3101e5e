"""How alike two articles are, and which of them prints the other's text: judged of the two alone."""

from __future__ import annotations

import math

from allegedly.link.gist import Gist, sample
from allegedly.model.link import Likeness

WINDOW = 92
"""How many days apart two articles may be for one to be compared with the other."""
SHARED = 2
"""How many of their most telling words two articles share at least."""
LEAST = 0.1
"""How alike two articles have to be for it to count (cosine of weighed words, faded)."""
FADING = 0.1
"""How fast a likeness fades: divided by one and this much of the logarithm of the days between two articles."""
COPIED, COPIED_OF_AGENCY = 0.6, 0.4
"""How much of the shorter text in runs of words makes it a copy; where both are marked as one agency's report."""
DAYS = 30
"""How many days apart two articles may be for the statements of one to be linked with the other's."""
NAMES, LEAST_NAMED = 3, 0.06
"""How many names two articles share at least to be on one matter, where they are less alike, and how alike they are then."""


def is_near(one: Gist, other: Gist) -> bool:
    """Whether two articles are compared at all; what a store finds by its keys, found on two of them."""
    return _days(one, other) <= WINDOW and len(one.keys & other.keys) >= SHARED


def likeness(one: Gist, other: Gist) -> Likeness | None:
    """How alike two articles are, the earlier first; `None` where it is not worth a note."""
    return _noted(one, other, faded_cosine(one, other))


def compared(one: Gist, other: Gist) -> tuple[Likeness | None, bool]:
    """What `likeness` and `on_one_matter` say of two articles, in one go."""
    alike = faded_cosine(one, other)
    return _noted(one, other, alike), _on_one_matter(one, other, alike)


def _noted(one: Gist, other: Gist, alike: float) -> Likeness | None:
    if alike < LEAST:
        return None
    first, second = (one, other) if _order(one) <= _order(other) else (other, one)
    share = contained(first, second)
    same_agency = first.agency is not None and first.agency == second.agency
    least = COPIED_OF_AGENCY if same_agency else COPIED
    return Likeness(first.article, second.article, round(alike, 5), round(share, 3) if share >= least else 0.0)


def on_one_matter(one: Gist, other: Gist) -> bool:
    """Whether two articles are near enough for what is said in them to be compared."""
    return _on_one_matter(one, other, faded_cosine(one, other))


def _on_one_matter(one: Gist, other: Gist, alike: float) -> bool:
    if _days(one, other) > DAYS:
        return False
    shared = len(one.names & other.names)
    named = shared >= NAMES and 5 * shared >= min(len(one.names), len(other.names))
    return alike >= LEAST or (named and alike >= LEAST_NAMED)


def faded_cosine(one: Gist, other: Gist) -> float:
    """The cosine of the words of two articles, the less the further apart their days."""
    here, there = one.words, other.words
    # An exact sum, so that it is the same whichever article comes first.
    cosine = math.fsum([here[each] * there[each] for each in here.keys() & there.keys()])
    return cosine / (1.0 + FADING * math.log1p(_days(one, other)))


def contained(one: Gist, other: Gist) -> float:
    """How much of the shorter text stands in runs of words in the other, from 0 to 1."""
    first, second = one.runs, other.runs
    if one.sampled != other.sampled:
        first, second = (first, sample(second)) if one.sampled else (sample(first), second)
    return len(first & second) / max(1, min(len(first), len(second)))


def _days(one: Gist, other: Gist) -> int:
    return abs(one.day - other.day) if one.day and other.day else 0


def _order(gist: Gist) -> tuple[int, str, bool, str]:
    """By day, those without one last; by the hour where it is told; the agency before those that print it."""
    return gist.day or 10**7, gist.published[11:16] or "99:99", not gist.its_own, gist.article
