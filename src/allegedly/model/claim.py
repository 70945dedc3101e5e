"""What several statements say alike: derived from links, stored nowhere."""

from __future__ import annotations

from dataclasses import dataclass

from allegedly.model.link import End, Link


@dataclass(frozen=True, slots=True)
class Appearance:
    """One place where a claim is made. `day`: ISO 8601, of publication; `copied`: the article prints another's text."""

    end: End
    day: str | None = None
    outlet: str | None = None
    copied: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """Statements that say the same thing, from wherever, by day, and what disputes them; whether it is true is not judged.

    `id`: 16 hex digits of its first appearance. `story`: the story that its first appearance lies in.
    """

    id: str
    appearances: tuple[Appearance, ...]
    disputes: tuple[Link, ...] = ()
    confirmations: tuple[Link, ...] = ()
    story: str | None = None

    @property
    def first(self) -> Appearance:
        """Where it was made first."""
        return self.appearances[0]

    @property
    def speakers(self) -> tuple[str, ...]:
        """Who says it, each once, in the order of their first words; the articles' own words have none."""
        return tuple(dict.fromkeys(one.end.speaker for one in self.appearances if one.end.speaker))

    @property
    def deniers(self) -> tuple[str, ...]:
        """Who disputes it, each once, in the order of their first words."""
        ends = {one.end for one in self.appearances}
        against = (link.second if link.first in ends else link.first for link in self.disputes)
        return tuple(dict.fromkeys(end.speaker for end in against if end.speaker))

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles that make it, each once."""
        return tuple(dict.fromkeys(one.end.article for one in self.appearances))

    @property
    def originals(self) -> int:
        """In how many articles it stands that are no copies: forty papers that print one report are one source."""
        return len({one.end.article for one in self.appearances if not one.copied})
