"""Pairs what was found with what is gold: one to one, of the greatest total weight."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from allegedly.evaluation.characters import Measured, agreement

Edges = dict[tuple[int, int], float]


def admissible(found: Measured, gold: Measured) -> bool:
    """Whether the two may be a pair at all: they share a character of cue or content."""
    return bool(found.trimmed["cue"] & gold.trimmed["cue"] or found.trimmed["content"] & gold.trimmed["content"])


def same(found: Measured, gold: Measured, role: str, how: str) -> bool:
    """Whether one role of the two is the same: `exact`, `soft` (agreement of at least 0.5) or `loose` (a shared word)."""
    if how == "exact":
        return found.trimmed[role] == gold.trimmed[role]
    if how == "soft":
        return agreement(found.trimmed[role], gold.trimmed[role]) >= 0.5
    ours, theirs = found.words[role], gold.words[role]
    return bool(ours & theirs) or not (ours or theirs)


def likeness(found: Measured, gold: Measured) -> float:
    """How well the two go together: agreement of the roles, more where source and content both are the same."""
    weight = agreement(found.trimmed["content"], gold.trimmed["content"])
    weight += agreement(found.trimmed["source"], gold.trimmed["source"])
    weight += 0.5 * agreement(found.trimmed["cue"], gold.trimmed["cue"]) + 0.01
    for how, bonus in (("soft", 4), ("exact", 2), ("loose", 1)):
        if same(found, gold, "source", how) and same(found, gold, "content", how):
            weight += bonus
    return weight + 2 if same(found, gold, "content", "soft") else weight


def align(
    found: Sequence[Measured],
    gold: Sequence[Measured],
    may_pair: Callable[[Measured, Measured], bool],
    weight: Callable[[Measured, Measured], float],
) -> tuple[tuple[int, int], ...]:
    """The pairs (number in `found`, number in `gold`) of the greatest total weight, in ascending order.

    Parts that share no admissible pair are solved apart, so the work stays small on long texts.
    """
    edges = {
        (i, j): weight(prediction, truth)
        for i, prediction in enumerate(found)
        for j, truth in enumerate(gold)
        if may_pair(prediction, truth)
    }
    return best_pairs(edges)


def best_pairs(edges: Edges) -> tuple[tuple[int, int], ...]:
    """The pairs (row, column) of the greatest total weight among those weighed, one to one, in ascending order."""
    pairs: list[tuple[int, int]] = []
    for rows, columns in _components(edges):
        pairs += _best(edges, rows, columns)
    return tuple(sorted(pairs))


def _components(edges: Edges) -> list[tuple[list[int], list[int]]]:
    """The connected parts of the graph, as ascending rows and columns."""
    by_row: dict[int, list[int]] = {}
    by_column: dict[int, list[int]] = {}
    for row, column in edges:
        by_row.setdefault(row, []).append(column)
        by_column.setdefault(column, []).append(row)
    parts = []
    seen: set[int] = set()
    for start in by_row:
        if start in seen:
            continue
        seen.add(start)
        rows, columns, waiting = [], set(), [start]
        while waiting:
            row = waiting.pop()
            rows.append(row)
            for column in by_row[row]:
                if column not in columns:
                    columns.add(column)
                    fresh = [other for other in by_column[column] if other not in seen]
                    seen.update(fresh)
                    waiting += fresh
        parts.append((sorted(rows), sorted(columns)))
    return parts


def _best(edges: Edges, rows: list[int], columns: list[int]) -> list[tuple[int, int]]:
    """The admissible pairs of the best assignment within one connected part."""
    if len(rows) <= len(columns):
        chosen = assign([[-edges.get((row, column), 0.0) for column in columns] for row in rows])
        pairs = [(rows[i], columns[j]) for i, j in enumerate(chosen)]
    else:
        chosen = assign([[-edges.get((row, column), 0.0) for row in rows] for column in columns])
        pairs = [(rows[j], columns[i]) for i, j in enumerate(chosen)]
    return [pair for pair in pairs if pair in edges]


def assign(cost: Sequence[Sequence[float]]) -> list[int]:
    """For each row the column it is given, at the least total cost; there are at least as many columns as rows.

    Shortest augmenting paths with potentials (Jonker and Volgenant 1987), in time O(rows² · columns).

    >>> assign([[4, 1, 3], [2, 0, 5]])
    [1, 0]
    """
    width = len(cost[0])
    row_potential, column_potential = [0.0] * len(cost), [0.0] * width
    row_of: list[int | None] = [None] * width
    for row in range(len(cost)):
        _augment(cost, row, row_of, row_potential, column_potential)
    column_of = {row: column for column, row in enumerate(row_of) if row is not None}
    return [column_of[row] for row in range(len(cost))]


def _augment(
    cost: Sequence[Sequence[float]],
    row: int,
    row_of: list[int | None],
    row_potential: list[float],
    column_potential: list[float],
) -> None:
    """Gives `row` a column, moving rows that have one already along the cheapest path to a free column."""
    distance = [float("inf")] * len(row_of)
    before: list[int | None] = [None] * len(row_of)
    reached: list[int] = []
    tree = [row]
    open_columns = list(range(len(row_of)))
    column: int | None = None
    current = row
    while True:
        for candidate in open_columns:
            reduced = cost[current][candidate] - row_potential[current] - column_potential[candidate]
            if reduced < distance[candidate]:
                distance[candidate], before[candidate] = reduced, column
        column = min(open_columns, key=distance.__getitem__)
        step = distance[column]
        for member in tree:
            row_potential[member] += step
        for member in reached:
            column_potential[member] -= step
        for candidate in open_columns:
            distance[candidate] -= step
        reached.append(column)
        open_columns.remove(column)
        holder = row_of[column]
        if holder is None:
            break
        tree.append(holder)
        current = holder
    path: int | None = column
    while path is not None:
        previous = before[path]
        row_of[path] = row if previous is None else row_of[previous]
        path = previous
