"""Somebody whom a pronoun may mean."""

from __future__ import annotations

from dataclasses import dataclass

from allegedly.resolve.people import Person
from allegedly.resolve.roles import Role


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """Somebody who may be meant: a person with a name, or one with only a role. `start` is where the words stand."""

    start: int
    end: int
    gender: str | None
    person: Person | None
    role: Role | None
    shown: bool
    possessive: bool = False
    leaning: str | None = None
    """The gender of most who bear a lone first name, where nothing else tells one."""

    @property
    def key(self) -> object:
        """What is the same for two mentions of one person."""
        return self.person or (self.role.head if self.role else None)
