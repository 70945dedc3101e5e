"""Crowds: articles of a week whose texts are nearly the same, of which a few stand for all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from allegedly.model.link import LEADERS


def followers(crowds: Mapping[str, str]) -> dict[str, str]:
    """The articles that are compared with the head of their crowd alone, each with that head.

    `crowds`: the crowd of each article. It is told by who is in a crowd, not by who came first.

    >>> len(followers({f"{number}": "a" for number in range(LEADERS)})), followers({f"{number}": "a" for number in range(9)})
    (0, {'8': '0'})
    """
    members: dict[str, list[str]] = defaultdict(list)
    for article in sorted(crowds):
        members[crowds[article]].append(article)
    return {article: listed[0] for listed in members.values() for article in listed[LEADERS:]}
