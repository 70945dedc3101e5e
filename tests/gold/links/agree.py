"""How far two independent readers of the gold of links agree: `python -m tests.gold.links.agree`.

The second reading of every sixth item stands in `NAME_second.json`, by the item's id; of the first reading, what was overruled
when the two were compared, in the item's `first_reading`.
"""

from __future__ import annotations

import json
from collections.abc import Hashable

from tests.gold.agree import kappa
from tests.gold.links.load import HERE, Gold, read_gold

Values = list[tuple[Hashable, Hashable]]


def readings(name: str) -> list[tuple[Gold, Gold, Gold]]:
    """The item, what the first reader said of it, and what the second did."""
    second: dict[str, Gold] = json.loads((HERE / f"{name}_second.json").read_text(encoding="utf-8"))
    items = {item["id"]: item for item in read_gold(name)["items"]}
    return [(items[each], items[each].get("first_reading") or items[each], second[each]) for each in sorted(second)]


def touch(one: list[list[int]], other: list[list[int]]) -> bool:
    """Whether two sets of places of one article have words in common."""
    return any(start < stop and begin < end for start, end in one for begin, stop in other)


def told(title: str, values: Values) -> None:
    """One line of agreement."""
    if values:
        same = sum(first == second for first, second in values)
        print(f"{title:42} {same:3} of {len(values):3}, {100 * same / len(values):5.1f} %, kappa {kappa(values):.2f}")


def of_pairs() -> None:
    both = readings("pairs")
    told("pairs: same claim, related, not", [(first["label"], second["label"]) for _, first, second in both])
    same = [(first["label"] == "same claim", second["label"] == "same claim") for _, first, second in both]
    told("pairs: same claim or something else", list(same))


def of_disputes() -> None:
    both = readings("disputes")
    told("disputes: or not", [(first["label"], second["label"]) for _, first, second in both])
    agreed = [(item, first, second) for item, first, second in both if first["label"] == second["label"] == "disputes"]
    told("disputes: the class, where both say so", [(first["manner"], second["manner"]) for _, first, second in agreed])
    placed = [(item, second["second"]) for item, _, second in agreed if second.get("second")]
    right = sum(any(touch(place, other["spans"]) for other in (item["second"], *item["also"])) for item, place in placed)
    print(f"{'disputes: the words that are disputed':42} {right:3} of {len(placed):3} the same or an accepted place")


def of_drift() -> None:
    both = readings("drift")
    types = [
        ({each["change"] for each in first["changes"]}, {each["change"] for each in second["changes"]})
        for _, first, second in both
    ]
    told("drift: changed or kept", [(bool(first), bool(second)) for first, second in types])
    told("drift: the types of change", [(frozenset(first), frozenset(second)) for first, second in types])
    shared, all_types = sum(len(a & b) for a, b in types), sum(len(a) + len(b) for a, b in types)
    print(f"{'drift: types, F1':42} {200 * shared / max(1, all_types):.1f}")


def main() -> None:
    for name, tell in (("pairs", of_pairs), ("disputes", of_disputes), ("drift", of_drift)):
        if (HERE / f"{name}_second.json").exists():
            tell()


if __name__ == "__main__":
    main()
