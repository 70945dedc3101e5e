"""What people corrected in a ledger: recorded, replayed after every reading, and listed where it cannot be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from allegedly.characterise import characterise
from allegedly.correct import Replayed, anchor_of, replay
from allegedly.errors import LedgerError
from allegedly.languages import known_languages, load_language
from allegedly.model import Article, Attribution, Findings, Speaker, Statement, statement_id
from allegedly.model.correction import (
    Anchor,
    Correction,
    CorrectionEvent,
    CorrectionWithdrawal,
    Difference,
    Field,
    Value,
    Waiting,
    correction_id,
    standing_corrections,
)
from allegedly.resolve import resolve
from allegedly.segment import segment
from allegedly.store.store import Store


class Corrections:
    """The corrections in `store`. Statements there are always as corrected; what a tagger found is kept beside them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def events(self, article: str | None = None) -> tuple[CorrectionEvent, ...]:
        """What people judged, in the order in which they did, withdrawn corrections too; with `article`, of this one."""
        return self._store.corrections.events(article)

    def standing(self, article: str | None = None) -> tuple[Correction, ...]:
        """The corrections that nobody took back."""
        return standing_corrections(self.events(article))

    def correct(
        self,
        article: str,
        statement: str | Attribution,
        field: Field,
        new: Value | Attribution,
        *,
        who: str,
        when: str,
        why: str | None = None,
    ) -> Correction:
        """Record that `field` of a statement is `new`, and lay it on the article.

        `statement`: the id of one that is there as corrected; for one that was missed its spans, which with the field `STATEMENT`
        are `new` as well. `new` for `WORDS` is spans too; `None` for `STATEMENT` says that it is none; `ACCEPTED` has no other.
        Raises `LedgerError` where there is no such article or statement, and where the spans do not lie in the text.
        """
        findings = self._store.get(article)
        anchor, old = _target(findings, statement, field)
        value = _anchor(findings.article, new) if isinstance(new, Attribution) else new
        _check(field, old, value)
        event = Correction(correction_id(when, who, anchor, field, value), when, who, anchor, field, old, value, why)
        if (
            isinstance(value, Anchor)
            and value.statement != anchor.statement
            and any(one.id == value.statement for one in findings.statements)
        ):
            raise LedgerError("there is a statement with these very words already; correct that one, or delete this one")
        observed = self._observed(findings)
        self._store.corrections.observe(observed)
        self._store.corrections.record(event)
        self._lay(observed)
        return event

    def withdraw(self, reference: str, *, who: str, when: str, why: str | None = None) -> CorrectionWithdrawal:
        """Take a correction back; `reference` is its id or the beginning of one. What was found stands again.

        Raises `LedgerError` where none or several that stand are meant.
        """
        meant = [correction for correction in self.standing() if reference and correction.id.startswith(reference)]
        if len(meant) != 1:
            raise LedgerError(
                f"{len(meant) or 'no'} corrections that stand have an id that begins with {reference!r}, expected one"
            )
        article = meant[0].anchor.article
        event = CorrectionWithdrawal(
            correction_id(when, who, meant[0].anchor, meant[0].field, None), when, who, article, meant[0].id, why
        )
        self._store.corrections.record(event)
        if self._store.recipe(article) is not None:
            self._lay(self._store.corrections.observed(article))
        return event

    def put(self, events: Iterable[CorrectionEvent]) -> int:
        """Record events made elsewhere and lay them on the articles that they fit; gives how many were new."""
        known = {event.id for event in self.events()}
        touched: dict[str, None] = {}
        new = 0
        for event in events:
            if event.id in known:
                continue
            known.add(event.id)
            new += 1
            self._store.corrections.record(event)
            of = event.anchor.article if isinstance(event, Correction) else event.article
            touched[of] = None
        for article in touched:
            if self._store.recipe(article) is not None:
                observed = self._observed(self._store.get(article))
                self._store.corrections.observe(observed)
                self._lay(observed)
        return new

    def replayed(self, findings: Findings) -> Findings:
        """`findings` as corrected: they themselves where nobody corrected the article."""
        return self._replayed(findings).findings

    def waiting(self) -> Iterator[Waiting]:
        """The corrections that could not be replayed, with the statements that stand near their words now."""
        for article in self._store.corrections.articles():
            if self._store.recipe(article) is None:
                for correction in self.standing(article):
                    yield Waiting(correction, "its article is not in the ledger")
                continue
            yield from self._replayed(self._store.corrections.observed(article)).waiting

    def differences(self) -> Iterator[Difference]:
        """The fields of statements of which people judged otherwise."""
        last: dict[tuple[str, Field], dict[str, Correction]] = {}
        for correction in self.standing():
            about: Field = Field.WORDS if correction.field is Field.STATEMENT else correction.field
            last.setdefault((correction.anchor.statement, about), {})[correction.who] = correction
        for (statement, field), each in last.items():
            judged = tuple(each.values())
            if len({repr(_plain(correction.new)) for correction in judged}) > 1:
                yield Difference(statement, field, judged)

    def _observed(self, findings: Findings) -> Findings:
        """What the tagger found in the article."""
        return self._store.corrections.observed(findings.article.id)

    def _lay(self, observed: Findings) -> None:
        """Put the statements as corrected in the place of those that are there."""
        self._store.corrections.replace(self.replayed(observed))

    def _replayed(self, findings: Findings) -> Replayed:
        corrections = self.standing(findings.article.id)
        if not corrections:
            return Replayed(findings, (), ())
        return replay(findings, corrections, lambda attribution: judged(findings, attribution))


def judged(findings: Findings, attribution: Attribution) -> Statement:
    """The statement that `attribution` makes among those of `findings`, resolved and judged as one of them."""
    article = findings.article
    if article.language not in known_languages():
        raise LedgerError(f"no language data for {article.language!r}: its statements cannot be judged")
    language, segments = load_language(article.language), segment(article, load_language(article.language))
    found = tuple(one.attribution for one in findings.statements if one.attribution.cue or one.attribution.source)
    attributions = tuple(sorted({*found, attribution}, key=lambda each: (each.extent, each.cue)))
    speakers = resolve(article, segments, attributions, language)
    statements = characterise(article, segments, attributions, speakers, language)
    wanted = statement_id(article.id, attribution)
    return next(one for one in statements if one.id == wanted)


def _target(findings: Findings, statement: str | Attribution, field: Field) -> tuple[Anchor, Value]:
    """Where the correction stands, and what its field holds now."""
    if isinstance(statement, Attribution):
        if field is not Field.STATEMENT:
            raise LedgerError("only a statement that was missed is given by its words; name another by its id")
        return _anchor(findings.article, statement), None
    found = next((one for one in findings.statements if one.id == statement), None)
    if found is None:
        raise LedgerError(f"the article {findings.article.id} has no statement with the id {statement!r}")
    anchor = anchor_of(findings.article, found.attribution)
    old: dict[Field, Value] = {
        Field.STATEMENT: anchor,
        Field.WORDS: anchor,
        Field.SPEAKER: found.speaker,
        Field.KIND: found.kind.value,
        Field.CERTAINTY: found.certainty.value,
        Field.FIGURES: found.figures,
        Field.ACCEPTED: None,
    }
    return anchor, old[field]


def _anchor(article: Article, attribution: Attribution) -> Anchor:
    length = len(article.text)
    for span in (*attribution.source, *attribution.cue, *attribution.content):
        if span.end > length:
            raise LedgerError(f"the text has {length:,} characters, found the span [{span.start}, {span.end})")
    return anchor_of(article, replace(attribution, confidence=1.0, roles=None))


def _check(field: Field, old: Value, new: Value) -> None:
    if field is Field.STATEMENT and old is not None and new is not None:
        raise LedgerError("a statement that is there can be deleted; to give it other words, correct its words")
    if field is Field.WORDS and not isinstance(new, Anchor):
        raise LedgerError("the words of a statement are spans of its roles")


def _plain(value: Value) -> Value | str:
    """A value as it differs or not: of a speaker who it is."""
    return f"{value.name}|{value.kind}" if isinstance(value, Speaker) else value
