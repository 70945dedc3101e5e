"""The ledger: articles go in, who said what comes out; joins the pipeline and a store."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Self, TypeAlias

from allegedly.attribute.tagger import Tagger
from allegedly.corrections import Corrections
from allegedly.errors import LanguageError, LedgerError
from allegedly.export.json_shape import findings_to_json, skipped_to_json
from allegedly.export.json_value import JsonObject
from allegedly.identities import Identities
from allegedly.languages import Language, load_language
from allegedly.linking import Linking
from allegedly.model import Article, Findings, Origin, Recipe, Skipped, Statement
from allegedly.model.claim import Claim
from allegedly.model.link import Link, LinkKind, Story
from allegedly.pipeline import find_statements, recipe_of
from allegedly.reading import find_each, find_or_skip, load_tagger
from allegedly.store.sqlite import SqliteStore
from allegedly.store.store import EVERYTHING, Counts, Entry, Outcome, RefusedError, Selection, SpeakerCount, Store, Verification
from allegedly.version import VERSION


@dataclass(frozen=True, slots=True)
class Added:
    """An article was read and kept; `outcome`: as a new one, as a new version of one there, or read anew by another recipe."""

    findings: Findings
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The article with this id was there already, read by the same recipe, and was not read again."""

    article: str
    origin: Origin


Kept: TypeAlias = Added | Unchanged | Skipped
"""What became of one article."""

Finding: TypeAlias = Callable[[Iterator[Article | Unchanged | Skipped]], Iterator[Findings | Unchanged | Skipped]]
"""A way to find the statements of many articles; what is no article goes through as it is."""


def without_page(article: Article) -> Article:
    """The article without the bytes that it was read from."""
    return replace(article, capture=replace(article.capture, page=None))


class Ledger:
    """Attributed statements and where they stand, kept in `store`; a context manager that closes it.

    `taggers` gives the tagger for a language; each is asked for once. What is kept is linked with what is there. `write`: links
    that are missing, in a ledger made before there were any, are found when they are asked for. `pages`: the pages that articles
    are read from are kept with them.
    """

    def __init__(self, store: Store, taggers: Callable[[Language], Tagger], *, write: bool = True, pages: bool = True) -> None:
        self.store = store
        self._pages = pages
        self.linking = Linking(store)
        self._write = write
        self._taggers = taggers
        self._loaded: dict[Language, Tagger] = {}

    @classmethod
    def open(cls, path: str | os.PathLike[str], *, tagger: Tagger | None = None, write: bool = True, pages: bool = True) -> Self:
        """The ledger in the file at `path`, or in memory at `":memory:"`.

        With `write`, a file that is not there becomes an empty ledger. `tagger`: the best there is for each language, if not
        given. Raises `LedgerError` where the file is no ledger that this program can read.
        """
        store = SqliteStore(path, write=write)
        return cls(store, lambda language: tagger or load_tagger("auto", language.code), write=write, pages=pages)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self.store.close()

    def add(self, article: Article) -> Findings:
        """The findings of `article`, which is kept; one that is there, read by the same recipe, is not read again."""
        article = article if self._pages else without_page(article)
        language = load_language(article.language)
        tagger = self._tagger(language)
        if self._has(article, language, tagger):
            self.store.captures.keep(article)
            return self.store.get(article.id)
        findings = find_statements(article, language, tagger)
        self.keep(findings)
        return findings

    def add_many(self, articles: Iterable[Article | Skipped], finding: Finding | None = None) -> Iterator[Kept]:
        """What became of each article, as it is kept; what could not be read goes through and is kept with its reason.

        One bad article never stops the work. Raises `LedgerError` where the ledger itself cannot be written, and `ModelError`
        where a tagger cannot be loaded; every article that was given back before that is kept. `finding` finds the statements
        in place of `find_each`, which does it here and now; it gives as many as it takes, in the same order.
        """
        finding = finding or (lambda items: find_each(items, self._tagger))
        for item in finding(map(self._looked_up, articles)):
            kept = self._keep_or_skip(item) if isinstance(item, Findings) else item
            if isinstance(kept, Skipped):
                self._keep_skipped(kept)
            yield kept

    def _keep_skipped(self, skipped: Skipped) -> None:
        """Keep the reason, and the article without statements where it is its language that there is no data for."""
        if skipped.article is not None:
            try:
                self.store.put(Findings(skipped.article, (), Recipe(VERSION, skipped.article.language, "none", "")))
            except RefusedError as error:
                skipped = Skipped(skipped.origin, str(error))
        self.store.put_skipped(skipped)

    def _looked_up(self, item: Article | Skipped) -> Article | Unchanged | Skipped:
        """What is to be found in, or what became of it already."""
        if isinstance(item, Skipped):
            return item
        item = item if self._pages else without_page(item)
        try:
            language = load_language(item.language)
        except LanguageError as error:
            return Skipped(item.origin, str(error), item)
        if not self._has(item, language, self._tagger(language)):
            return item
        self.store.captures.keep(item)
        return Unchanged(item.id, item.origin)

    def _keep_or_skip(self, findings: Findings) -> Kept:
        try:
            outcome = self.keep(findings)
        except RefusedError as error:
            return Skipped(findings.article.origin, str(error))
        article = findings.article
        return Unchanged(article.id, article.origin) if outcome is Outcome.UNCHANGED else Added(findings, outcome)

    def _has(self, article: Article, language: Language, tagger: Tagger) -> bool:
        return self.store.recipe(article.id) == recipe_of(language, tagger)

    def _tagger(self, language: Language) -> Tagger:
        if language not in self._loaded:
            self._loaded[language] = self._taggers(language)
        return self._loaded[language]

    def keep(self, findings: Findings) -> Outcome:
        """Keep findings made elsewhere, as people corrected them, and link them.

        Raises `RefusedError` where they break the slice guarantee.
        """
        corrected = self.corrections.replayed(findings)
        if corrected is not findings:
            self.store.corrections.observe(findings)
        outcome = self.store.put(corrected)
        if outcome is not Outcome.UNCHANGED:
            if corrected is not findings and outcome is not Outcome.READ_ANEW:
                self.store.corrections.observe(findings)
            self.linking.add(corrected)
        return outcome

    def remove(self, reference: str) -> None:
        """Take an article away, with its statements and every link of theirs; what people judged stays.

        `reference` as in `article`. Raises `LedgerError` where there is none or more than one.
        """
        self.store.remove(self.article(reference).article.id)

    def captured(self, article: str) -> bytes | None:
        """The page that the article with this id was read from, byte for byte; `None` where no page was kept."""
        return self.store.captures.page(article)

    def article(self, reference: str) -> Findings:
        """The findings of the article with this id, beginning of an id, url or name; of a url or name, the newest version.

        Raises `LedgerError` where there is none or more than one.
        """
        entries = self.store.find(reference)
        if not entries:
            raise LedgerError(f"no article has the id, url or name {reference!r}; `allegedly show` lists those there are")
        if len(entries) > 1:
            ids = ", ".join(entry.article for entry in entries[:5])
            raise LedgerError(
                f"{len(entries)} articles go by {reference!r}: {ids}{', …' if len(entries) > 5 else ''}; name one by its id"
            )
        return self.store.get(entries[0].article)

    def articles(self, selection: Selection = EVERYTHING) -> Iterator[Entry]:
        """The table of contents: the selected articles by day."""
        return self.store.entries(selection)

    def findings(self, selection: Selection = EVERYTHING) -> Iterator[Findings]:
        """The findings of the selected articles, whole, by day."""
        return self.store.findings(selection)

    def statements(self, selection: Selection = EVERYTHING) -> Iterator[Statement]:
        """The selected statements, by day and place in the text."""
        return self.store.statements(selection)

    def search(self, text: str, *, limit: int | None = None) -> Iterator[Statement]:
        """The statements that hold all the words of `text`, the best first; see `Selection.text`."""
        return self.store.statements(Selection(text=text, limit=limit))

    def said_by(self, name: str) -> Iterator[Statement]:
        """The statements of speakers whose name, or source as written, holds these words together."""
        return self.store.statements(Selection(speaker=name))

    def speakers(self, name: str | None = None) -> Iterator[SpeakerCount]:
        """The speakers, the most quoted first; with `name`, those whose name, or source as written, holds these words."""
        return self.store.speakers(Selection(speaker=name))

    @property
    def corrections(self) -> Corrections:
        """What people corrected, and what of it could not be replayed."""
        return Corrections(self.store)

    def rerun(self, *, every: bool = False) -> Iterator[Kept]:
        """What became of each article, read again from its text by the present version; corrections are replayed.

        Articles that were read by it are left alone, unless `every`. One that fails keeps the statements that it has.
        """
        for entry in list(self.store.entries(Selection(replaced=True))):
            article = self.store.get(entry.article).article
            looked = article if every else self._looked_up(article)
            found = find_or_skip(looked, self._tagger) if isinstance(looked, Article) else looked
            yield self._keep_or_skip(found) if isinstance(found, Findings) else found

    @property
    def identities(self) -> Identities:
        """Who the speakers are across articles, and what people judged of them."""
        return Identities(self.store)

    def links(self, kind: LinkKind | None = None) -> tuple[Link, ...]:
        """What statements do to each other, by day and place of who does it; of this kind alone, if one is given."""
        return self._linked().links(kind)

    def links_of(self, article: str) -> tuple[Link, ...]:
        """The links with an end in the article with this id."""
        return self._linked().links(article=article)

    def disputes(self) -> tuple[Link, ...]:
        """Who disputes or corrects what."""
        return self._linked().disputes()

    def stories(self) -> tuple[Story, ...]:
        """Articles about the same happening, by day."""
        return self._linked().stories()

    def claims(self, story: Story | None = None) -> tuple[Claim, ...]:
        """What is said more than once, or disputed, by day; with `story`, in its articles alone."""
        return self._linked().claims(story)

    def _linked(self) -> Linking:
        if self._write:
            self.linking.catch_up()
        return self.linking

    def skipped(self) -> Iterator[Skipped]:
        """What could not be read, and why."""
        return self.store.skipped()

    def counts(self) -> Counts:
        """How much the ledger holds."""
        return self.store.counts()

    def verify(self) -> Verification:
        """Check every row: digests, ids, the slice guarantee, columns against values, rows without an article."""
        return self.store.verify()

    def export(self, selection: Selection = EVERYTHING, *, text: bool = True) -> Iterator[JsonObject]:
        """The selected articles' findings in the one JSON shape, then, of the whole ledger alone, what was skipped."""
        for findings in self.store.findings(selection):
            yield findings_to_json(findings, text=text)
        if selection == EVERYTHING:
            yield from map(skipped_to_json, self.store.skipped())
