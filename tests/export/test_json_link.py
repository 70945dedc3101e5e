"""A link comes back from its JSON as it was, and an error names the place of what is wrong in it."""

from __future__ import annotations

from copy import deepcopy

import pytest

from allegedly.errors import LedgerError
from allegedly.export.json_link import link_from_json, link_to_json
from allegedly.export.json_value import Found, Json
from allegedly.model import Span
from allegedly.model.link import DisputeClass, End, Link, LinkKind

FIRST = End("a" * 16, (Span(0, 4), Span(6, 9)), "It … did", "b" * 16, "Mara Lind")
LINKS = [
    Link(LinkKind.DISPUTES, FIRST, End("c" * 16, (Span(3, 9),), "sank it", None), 0.75, "restates it", DisputeClass.DENIED),
    Link(LinkKind.SAME_CLAIM, FIRST, FIRST, 1.0, "the same words"),
]


@pytest.mark.parametrize("link", LINKS)
def test_a_link_comes_back_as_it_was(link: Link) -> None:
    value = link_to_json(link)
    assert link_from_json(Found(value)) == link
    assert link_from_json(Found({**value, "score": int(link.score)})).score == int(link.score)


def broken(path: str, wrong: Json) -> Json:
    value = deepcopy(link_to_json(LINKS[0]))
    *outer, key = path.split(".")
    inner: Json = value[outer[0]] if outer else value
    assert isinstance(inner, dict)
    inner[key] = wrong
    return value


WRONG: list[tuple[str, Json]] = [
    ("kind", "likes"),
    ("kind", ["disputes"]),
    ("manner", "shrugged at"),
    ("manner", {}),
    ("score", "high"),
    ("score", True),
    ("rule", None),
    ("first", []),
    ("first.article", 4),
    ("first.words", None),
    ("first.statement", 4),
    ("second.speaker", ["Mara Lind"]),
    ("second.spans", []),
    ("second.spans", [[3, 3]]),
    ("second.spans", [[0, 4, 6]]),
    ("second.spans", None),
]


@pytest.mark.parametrize(("path", "wrong"), WRONG)
def test_what_is_wrong_in_a_link_is_named(path: str, wrong: Json) -> None:
    with pytest.raises(LedgerError, match=rf"link\.{path}"):
        link_from_json(Found(broken(path, wrong), "link"))
