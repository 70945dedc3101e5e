"""What an article is compared by, as it is kept: bytes of numbers, and JSON of what is said."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable
from typing import TypeAlias, cast

from allegedly.errors import LedgerError
from allegedly.export.json_value import Json, compact, parsed
from allegedly.link.assertions import Assertion, Denied
from allegedly.link.counting import Count
from allegedly.link.gist import Gist
from allegedly.model import Kind, Span, words_of
from allegedly.model.link import DisputeClass, End

CountRow: TypeAlias = tuple[float | None, float | None, str, str, int, int, str | None, str, bool]
DeniedRow: TypeAlias = tuple[str, str, str, str, bool, bool]
AssertionRow: TypeAlias = tuple[
    list[int], str | None, str | None, str, str, str, list[CountRow], str | None, int, str, bool, bool, DeniedRow | None
]
HeadRow: TypeAlias = tuple[str, bool, str | None, bool, str, str]


def words_to_bytes(gist: Gist) -> bytes:
    """The marks of its words in ascending order, then their weights in hundred-thousandths."""
    marks = sorted(gist.words)
    return _bytes(marks) + _bytes(round(gist.words[each] * 1e5) for each in marks)


def runs_to_bytes(gist: Gist) -> bytes:
    """The marks of its runs in ascending order."""
    return _bytes(sorted(gist.runs))


def said_to_text(gist: Gist) -> str:
    """All else but its article and day: a line of JSON that tells what the article is, and one of what is said in it."""
    head: Json = [gist.published, gist.sampled, gist.agency, gist.its_own, _joined(gist.names), gist.crowd]
    return compact(head) + "\n" + compact([_row(each) for each in gist.assertions])


def gist_from(article: str, text: str, day: int, words: bytes, runs: bytes, said: str, *, whole: bool = True) -> Gist:
    """What was kept; unless `whole`, without what is said. Raises `LedgerError` where it is something else."""
    try:
        numbers = _numbers(words)
        half = len(numbers) // 2
        weights = {each: weight / 1e5 for each, weight in zip(numbers[:half], numbers[half:], strict=True)}
        head, _, rest = said.partition("\n")
        published, sampled, agency, its_own, names, crowd = cast(HeadRow, parsed(head))
        rows = cast(list[AssertionRow], parsed(rest)) if whole else []
        assertions = tuple(_assertion(article, text, published[:10], row) for row in rows)
    except (ValueError, TypeError, IndexError, AttributeError) as error:
        raise LedgerError(f"the outline of article {article} cannot be read ({error}); take it away and add it again") from error
    marks = frozenset(_numbers(runs))
    return Gist(article, day, published, weights, marks, sampled, agency, its_own, frozenset(names.split()), assertions, crowd)


def _bytes(numbers: Iterable[int]) -> bytes:
    packed = array("I", numbers)
    if sys.byteorder == "big":
        packed.byteswap()
    return packed.tobytes()


def _numbers(data: bytes) -> list[int]:
    packed = array("I", data)
    if sys.byteorder == "big":
        packed.byteswap()
    return packed.tolist()


def _row(one: Assertion) -> Json:
    denied = one.denied
    kept: Json = None
    if denied is not None:
        kept = [
            _joined(denied.keys),
            _joined(denied.pointers),
            str(denied.manner),
            _joined(denied.own),
            denied.before,
            denied.pointed,
        ]
    counts: list[Json] = [
        [each.low, each.high, each.bound, each.unit, each.span.start, each.span.end, each.befallen, each.thing, each.partial]
        for each in one.counts
    ]
    return [
        [edge for span in one.end.spans for edge in (span.start, span.end)],
        one.end.statement,
        one.speaker,
        _joined(one.keys),
        _joined(one.negated),
        _joined(one.names),
        counts,
        None if one.kind is None else str(one.kind),
        one.place,
        _joined(one.sides),
        one.claims,
        one.contrast,
        kept,
    ]


def _joined(words: frozenset[str]) -> str:
    return " ".join(sorted(words))


def _assertion(article: str, text: str, day: str, row: AssertionRow) -> Assertion:
    places, statement, speaker, keys, negated, names, counts, kind, place, sides, claims, contrast, denied = row
    spans = tuple(Span(start, end) for start, end in zip(places[::2], places[1::2], strict=True))
    return Assertion(
        End(article, spans, words_of(text, spans), statement, speaker),
        frozenset(keys.split()),
        frozenset(negated.split()),
        frozenset(names.split()),
        tuple(
            Count(low, high, bound, unit, Span(start, end), befallen, thing, partial)
            for low, high, bound, unit, start, end, befallen, thing, partial in counts
        ),
        None if kind is None else Kind(kind),
        place,
        speaker,
        frozenset(sides.split()),
        day,
        claims,
        contrast,
        None if denied is None else _denied(denied),
    )


def _denied(row: DeniedRow) -> Denied:
    keys, pointers, manner, own, before, pointed = row
    return Denied(
        frozenset(keys.split()), frozenset(pointers.split()), DisputeClass(manner), frozenset(own.split()), before, pointed
    )
