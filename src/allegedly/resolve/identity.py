"""Whether two speakers of different articles are one: by name, role, affiliation and country together.

A name alone decides nothing but the simplest case: the same full name, and nothing that speaks against it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from allegedly.model.identity import Comparison, Profile, Verdict
from allegedly.resolve.identity_bodies import read_body, role_head
from allegedly.resolve.identity_lexicon import Spellings
from allegedly.resolve.identity_names import BARE, EXACT, SUFFIX, PersonName, relation

_AGREEING, _SILENT = 0.2, 0.1
"""What agreeing details add to the score of the names, and what is taken off where there are none."""


@dataclass(frozen=True, slots=True)
class Details:
    """What is said of a person besides the name; `offices` are roles that few hold at a time, `roles` all of them.

    `affiliations`: the words of each in normal form; `bodies` are the telling words of those of them that can
    tell people apart.
    """

    countries: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()
    affiliations: frozenset[tuple[str, ...]] = frozenset()
    bodies: frozenset[frozenset[str]] = frozenset()

    def __or__(self, other: Details) -> Details:
        return Details(
            self.countries | other.countries,
            self.roles | other.roles,
            self.offices | other.offices,
            self.affiliations | other.affiliations,
            self.bodies | other.bodies,
        )

    @property
    def silent(self) -> bool:
        """Whether nothing is said."""
        return not (self.countries or self.roles or self.affiliations)


def _telling(words: tuple[str, ...], spellings: Spellings) -> frozenset[str]:
    """The words that tell this body from others; none where it is no body for sure, or too many belong to it."""
    if spellings.body_words.isdisjoint(words) or spellings.broad.issuperset(words):
        return frozenset()
    return frozenset(word for word in words if word in spellings.broad or word not in spellings.generic) or frozenset(words)


def read_details(profile: Profile, spellings: Spellings) -> Details:
    """The profile's roles and affiliations in the form in which they are compared."""
    heads = [head for role in profile.roles if (head := role_head(role, spellings)) is not None]
    bodies = [read_body(name, spellings) for name in profile.affiliations]
    countries = {*profile.countries, *(body.country for body in bodies if body.country)}
    return Details(
        frozenset(countries) if len(countries) == 1 else frozenset(),
        frozenset(head for head, _ in heads),
        frozenset(head for head, sort in heads if sort == "office" and head not in spellings.shared_roles),
        frozenset(body.words for body in bodies),
        frozenset(telling for body in bodies if (telling := _telling(body.words, spellings))),
    )


def compare_details(left: Details, right: Details) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
    """What agrees, what differs, and whether what differs makes two people of them.

    Countries that differ do; a role that differs does only together with the affiliation, for people change roles.
    """
    agree: list[str] = []
    differ: list[str] = []
    offices, roles = left.offices & right.offices, left.roles & right.roles
    if roles:
        agree.append("role " + ", ".join(sorted(roles)))
    elif left.roles and right.roles:
        differ.append(f"role {_listed(left.roles)} / {_listed(right.roles)}")
    shared = _shared(left.affiliations, right.affiliations)
    if shared:
        agree.append("affiliation " + " ".join(shared))
    elif left.bodies and right.bodies and not _related(left.bodies, right.bodies):
        differ.append(f"affiliation {_listed(map(_words, left.bodies))} / {_listed(map(_words, right.bodies))}")
    if left.countries & right.countries:
        agree.append("country " + ", ".join(sorted(left.countries & right.countries)))
    elif left.countries and right.countries:
        differ.append(f"country {_listed(left.countries)} / {_listed(right.countries)}")
        return tuple(agree), tuple(differ), not (shared and offices)
    return tuple(agree), tuple(differ), len(differ) == 2


def compare_people(left: tuple[PersonName, Details], right: tuple[PersonName, Details], spellings: Spellings) -> Comparison:
    """Whether two people with these names and details are one; what rivals there are is for the caller to weigh."""
    related = relation(left[0], right[0], spellings)
    if related is None:
        return Comparison(Verdict.DIFFERENT, 0.0, (f"names {left[0].written} / {right[0].written}",))
    agree, differ, clash = compare_details(left[1], right[1])
    reasons = (related.rule, *agree, *(f"but {what}" for what in differ))
    if clash:
        return Comparison(Verdict.DIFFERENT, 0.1, reasons)
    score = round(min(1.0, related.score + _AGREEING * len(agree) - (0 if agree else _SILENT)), 2)
    if related.rule == EXACT and left[0].given:
        return Comparison(Verdict.SAME, score, reasons)
    carried = enough(related.rule, left[1], right[1]) and not (differ and related.score < 0.8)
    if related.rule == SUFFIX or not carried:
        return Comparison(Verdict.UNSURE, min(score, 0.5), reasons)
    return Comparison(Verdict.SAME, score, reasons)


def enough(rule: str, left: Details, right: Details) -> bool:
    """Whether the details carry a name that is not the same: for a bare surname or an initial an office or an affiliation."""
    roles, countries = left.roles & right.roles, left.countries & right.countries
    shared = bool(_shared(left.affiliations, right.affiliations))
    strong = shared or bool(left.offices & right.offices) or bool(roles and countries)
    if rule in (BARE, "given name by its initial", "short form of the given name"):
        return strong
    return strong or bool(roles) or bool(countries)


def _shared(left: frozenset[tuple[str, ...]], right: frozenset[tuple[str, ...]]) -> tuple[str, ...]:
    for one in sorted(left):
        for other in sorted(right):
            if one == other or set(one) < set(other) or set(other) < set(one):
                return min(one, other, key=len)
    return ()


def _words(body: frozenset[str]) -> str:
    return " ".join(sorted(body))


def _related(left: frozenset[frozenset[str]], right: frozenset[frozenset[str]]) -> bool:
    """Whether a body of the one may be a part of one of the other: a committee of the House and the House."""
    return any(one & other for one in left for other in right)


def _listed(words: Iterable[str]) -> str:
    listed = sorted(words)
    return ", ".join(listed[:3]) + (", …" if len(listed) > 3 else "")
