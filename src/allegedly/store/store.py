"""What every store of findings takes and gives."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from allegedly.errors import LedgerError
from allegedly.model import Article, Certainty, Findings, Kind, Manner, Origin, Recipe, Skipped, SpeakerKind, Statement
from allegedly.model.identity import Profile, SpeakerEvent
from allegedly.store.correction_store import CorrectionStore
from allegedly.store.link_store import LinkStore


class RefusedError(LedgerError):
    """Findings break the slice guarantee or hold what cannot be kept; the store is as it was and takes the next."""


class Outcome(StrEnum):
    """What `Store.put` did: the article was new, a new version of one there, read anew by another recipe, or there already."""

    ADDED = "added"
    NEW_VERSION = "new version"
    READ_ANEW = "read anew"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Selection:
    """Which statements, or which articles: all conditions hold at once; `None` leaves a condition out.

    `text`: words that all stand in a statement's words, its speaker's name or its article's title; `"two words"` a phrase;
    `word*` a prefix. `since`, `until`: the first and last day of publication, as the article writes it; an article
    without a date is in no such selection. `outlet`: the whole name; `speaker`: words that stand together in the resolved
    name or in the source as written; both take no heed of case and accents. `names`: resolved names, whole and as they are,
    or one of a joint speaker's members; with `speaker`, either will do. `article`: an article's id. `replaced`: also
    versions that a newer one has replaced. `statement`: a statement's id or the beginning of one. Of articles, those
    that hold at least one such statement. `speaker_kind`, `country` (ISO 3166-1 alpha-2): of the speaker. `unclear`: no
    speaker is resolved, there are candidates. `ids`, `articles`: those statements, or those in articles, with these ids alone.
    `figures`: those alone that give a figure, the articles' own sentences among them; `bare`: these also of all others, and
    without either none. `manner`; `below`: of less confidence than this.
    """

    text: str | None = None
    since: date | None = None
    until: date | None = None
    outlet: str | None = None
    speaker: str | None = None
    names: tuple[str, ...] = ()
    kind: Kind | None = None
    certainty: Certainty | None = None
    article: str | None = None
    replaced: bool = False
    limit: int | None = None
    offset: int = 0
    speaker_kind: SpeakerKind | None = None
    country: str | None = None
    unclear: bool = False
    ids: tuple[str, ...] | None = None
    articles: tuple[str, ...] | None = None
    figures: bool = False
    manner: Manner | None = None
    below: float | None = None
    statement: str | None = None
    bare: bool = False


EVERYTHING = Selection()


@dataclass(frozen=True, slots=True)
class Entry:
    """An article's line in the ledger's table of contents.

    `version`: 1 for the first text under its origin's key, then 2 and so on in the order of arrival; `replaces`: the id of
    the version before. `statements`: how many it holds.
    """

    article: str
    origin: Origin
    language: str
    version: int
    replaces: str | None
    recipe: Recipe
    statements: int


@dataclass(frozen=True, slots=True)
class SpeakerCount:
    """A speaker's resolved name and kind, and in how many statements and articles it speaks."""

    name: str
    kind: SpeakerKind
    statements: int
    articles: int


class Order(StrEnum):
    """In which order a page of statements comes."""

    NEWEST = "newest"
    OLDEST = "oldest"
    BEST = "best"


@dataclass(frozen=True, slots=True)
class Page:
    """Some of the selected statements; `after`: what leads to the next page, `None` on the last."""

    statements: tuple[Statement, ...]
    after: str | None


@dataclass(frozen=True, slots=True)
class FacetCount:
    """How many of the selected statements share all of these; `None` where a statement has no such thing."""

    kind: str
    certainty: str
    speaker_kind: str | None
    country: str | None
    outlet: str | None
    unclear: bool
    statements: int


@dataclass(frozen=True, slots=True)
class SourceCount:
    """How many statements of an outlet in a month (2026-11) have a speaker of this kind, or an unclear one.

    `repeated`: how many more there are of the same plural group ("officials") in the same article.
    """

    outlet: str | None
    month: str | None
    kind: str | None
    unclear: bool
    statements: int
    repeated: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a store holds, replaced versions included."""

    articles: int
    statements: int
    skipped: int


@dataclass(frozen=True, slots=True)
class Fault:
    """A broken row: the ids that it bears, and what is wrong with it, in one sentence."""

    article: str | None
    statement: str | None
    message: str


@dataclass(frozen=True, slots=True)
class Verification:
    """How much was checked, and every broken row found."""

    counts: Counts
    faults: tuple[Fault, ...]

    @property
    def sound(self) -> bool:
        """Whether no row is broken."""
        return not self.faults


class CaptureStore(Protocol):
    """Keeps the pages that articles were read from, byte for byte; `Store.put` hands them on. Part of a store of findings."""

    def page(self, article: str) -> bytes | None:
        """The page that the article with this id was read from.

        `None` where it was not kept, as no map leads back to it or the store is older than that, or is no longer what it was.
        """
        ...

    def keep(self, article: Article) -> None:
        """Keep the page of an article that was kept without it, if it was read from the same bytes."""
        ...


class Store(Protocol):
    """Keeps findings, and gives back exactly what was put.

    Articles and statements are known by their content: what is put twice is there once. Statements come in the order of the
    day, the article's id and their place in it, matches of a text query the best first; articles in the order of the day and
    the id, those without a day last. Every method raises `LedgerError` where the store cannot be read or written.
    """

    def put(self, findings: Findings) -> Outcome:
        """Keep the findings, whole or not at all.

        An article with the key of one there becomes its new version; one whose text was there before stays the version that
        it was, so that adding the same articles again changes nothing. Findings by another recipe replace the article's
        statements as a whole. Raises `RefusedError` where they break the slice guarantee or cannot be kept.
        """
        ...

    def remove(self, article: str) -> None:
        """Take the article with this id away, with its statements and every link of theirs; judgements stay.

        A later version of it then replaces the one before it. Raises `LedgerError` where it is not there.
        """
        ...

    @property
    def captures(self) -> CaptureStore:
        """The pages that articles were read from."""
        ...

    @property
    def links(self) -> LinkStore:
        """What was found between articles, and judged of it."""
        ...

    @property
    def corrections(self) -> CorrectionStore:
        """What people corrected in statements."""
        ...

    def put_skipped(self, skipped: Skipped) -> None:
        """Keep why a text could not be read, in place of what was said of the same key before."""
        ...

    def recipe(self, article: str) -> Recipe | None:
        """What made the findings of the article with this id; `None` where it is not there."""
        ...

    def get(self, article: str) -> Findings:
        """The findings of the article with this id. Raises `LedgerError` where it is not there."""
        ...

    def find(self, reference: str) -> tuple[Entry, ...]:
        """The articles meant by an id, the beginning of one, a url or a name; of a url or name, the newest version."""
        ...

    def versions(self, article: str) -> tuple[Entry, ...]:
        """The article with this id and all that share its key, the oldest version first; none where it is not there."""
        ...

    def entries(self, selection: Selection = EVERYTHING) -> Iterator[Entry]:
        """The table of contents."""
        ...

    def findings(self, selection: Selection = EVERYTHING) -> Iterator[Findings]:
        """The findings of the selected articles, whole."""
        ...

    def statements(self, selection: Selection = EVERYTHING) -> Iterator[Statement]:
        """The selected statements."""
        ...

    def page(self, selection: Selection, size: int, *, order: Order = Order.NEWEST, after: str | None = None) -> Page:
        """At most `size` of the selected statements, from where `after`, given by the page before, leads.

        By day, the newest or the oldest first, and in an article by place; or, of a text query, the best first. Statements that
        are added in between move nothing by day. Raises `LedgerError` where `after` is of no page.
        """
        ...

    def facets(self, selection: Selection = EVERYTHING) -> tuple[FacetCount, ...]:
        """The selected statements counted by what they are, in no order."""
        ...

    def sources(self) -> tuple[SourceCount, ...]:
        """The statements that no newer version replaces, counted by who is quoted, where and when; in no order."""
        ...

    def change(self) -> int:
        """A number that is another one whenever another process or connection has changed the store since the last call."""
        ...

    def speakers(self, selection: Selection = EVERYTHING) -> Iterator[SpeakerCount]:
        """The resolved speakers of the selected statements, the most quoted first, then by name."""
        ...

    def speaker_names(self) -> Iterator[tuple[str, SpeakerKind]]:
        """Every resolved name with its kinds, in no order, replaced versions included."""
        ...

    def profiles(self, names: Collection[str] | None = None) -> Iterator[Profile]:
        """What the newest versions say of each speaker that they name; with `names`, of those that bear one of these."""
        ...

    def record(self, event: SpeakerEvent) -> None:
        """Append a judgement on speakers; one with the id of one there is there already. No run of a tagger touches it."""
        ...

    def speaker_events(self) -> tuple[SpeakerEvent, ...]:
        """The judgements on speakers, in the order in which they came, withdrawn ones too."""
        ...

    def skipped(self) -> Iterator[Skipped]:
        """What could not be read."""
        ...

    def counts(self) -> Counts:
        """How much the store holds."""
        ...

    def verify(self) -> Verification:
        """Check every row: digests, ids, the slice guarantee, columns against values, rows without an article."""
        ...

    def close(self) -> None:
        """Let go of the file; the store takes no more calls."""
        ...
