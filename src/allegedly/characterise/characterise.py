"""The order in which a statement's character is judged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from allegedly.characterise.addressee import AddresseeRules, judge_addressee, load_addressees
from allegedly.characterise.bare import find_bare
from allegedly.characterise.certainty import judge_certainty
from allegedly.characterise.circumstance import circumstance_of
from allegedly.characterise.dates import TimeRules, load_times, published_on
from allegedly.characterise.event_found import Found
from allegedly.characterise.factuality import judge_factuality
from allegedly.characterise.figure_rules import FigureRules, load_figures
from allegedly.characterise.figures import find_figures
from allegedly.characterise.hedges import HedgeIndex, HedgeRules, find_hedges, load_hedges
from allegedly.characterise.kind import KindRules, judge_kind, load_kind_rules
from allegedly.characterise.manner import Quoted, judge_manner
from allegedly.characterise.medium import MediumRules, judge_medium, load_mediums
from allegedly.characterise.nesting import parents
from allegedly.characterise.saying_time import judge_time
from allegedly.characterise.told_events import find_events
from allegedly.languages import Language
from allegedly.model import Article, Attribution, Scores, Segments, Spans, Speaker, Statement, statement_id


@dataclass(frozen=True, slots=True)
class _Rules:
    kinds: KindRules
    hedges: HedgeRules
    mediums: MediumRules
    addressees: AddresseeRules
    times: TimeRules
    figures: FigureRules


def characterise(
    article: Article,
    segments: Segments,
    attributions: Sequence[Attribution],
    speakers: Sequence[Speaker | None],
    language: Language,
    *,
    scores: Scores | None = None,
) -> tuple[Statement, ...]:
    """The statements that `attributions` make, in the order of their first character; the same spans twice make one.

    Raises `LanguageError` where the language's data is malformed.
    """
    rules = _Rules(
        load_kind_rules(language),
        load_hedges(language),
        load_mediums(language),
        load_addressees(language),
        load_times(language),
        load_figures(language),
    )
    judge = _Judge(article, segments, attributions, rules, scores)
    statements: dict[str, Statement] = {}
    for index, speaker in enumerate(speakers):
        statement = judge.statement(index, speaker)
        statements.setdefault(statement.id, statement)
    said = tuple(statements.values())
    events = find_events(article, segments, said, language)
    said = tuple(replace(one, events=events.of[one.id]) if one.id in events.of else one for one in said)
    bare = judge.bare(said, events.own)
    return tuple(sorted((*said, *bare), key=lambda statement: (statement.attribution.extent, statement.id)))


class _Judge:
    """All that is shared by the statements of one article."""

    def __init__(
        self,
        article: Article,
        segments: Segments,
        attributions: Sequence[Attribution],
        rules: _Rules,
        scores: Scores | None,
    ) -> None:
        self._article = article
        self._segments = segments
        self._attributions = attributions
        self._rules = rules
        self._scores = scores
        self._quoted = Quoted(segments.quotations)
        self._hedges = HedgeIndex(find_hedges(article.text, rules.hedges))
        self._cues = sorted(span.start for attribution in attributions for span in attribution.cue[:1])
        self._above = parents(attributions)
        self._ids = [statement_id(article.id, attribution) for attribution in attributions]
        self._published: date | None = published_on(article.origin.published)
        self._nested: dict[int, list[int]] = {}
        for index, parent in enumerate(self._above):
            if parent is not None:
                self._nested.setdefault(parent, []).append(index)

    def bare(self, said: Sequence[Statement], events: Sequence[Found]) -> tuple[Statement, ...]:
        """The article's own sentences that carry a figure, an event or a hedge."""
        return find_bare(self._article, self._segments, said, events, self._hedges, self._rules.hedges, self._rules.figures)

    def statement(self, index: int, speaker: Speaker | None) -> Statement:
        """The statement that the attribution with this number makes."""
        text, segments, rules = self._article.text, self._segments, self._rules
        attribution = self._attributions[index]
        parent = self._above[index]
        if parent is not None and self._ids[parent] == self._ids[index]:
            parent = self._above[parent]
        around = circumstance_of(text, segments, attribution, None if parent is None else self._attributions[parent], self._cues)
        medium = judge_medium(text, around, rules.mediums)
        nested: Spans = tuple(span for child in self._nested.get(index, ()) for span in self._attributions[child].content)
        kind, cue = judge_kind(text, attribution, around, nested, rules.kinds)
        certainty = judge_certainty(
            text, segments, attribution, around, kind.value, cue, speaker, nested, self._hedges, rules.hedges
        )
        return Statement(
            id=self._ids[index],
            article=self._article.id,
            origin=self._article.origin,
            words=attribution.extent.of(text),
            attribution=attribution,
            speaker=speaker,
            manner=judge_manner(text, attribution, self._quoted),
            kind=kind,
            certainty=certainty,
            medium=medium,
            addressee=judge_addressee(text, around, medium.evidence[0] if medium else None, rules.addressees),
            time=judge_time(text, around, self._published, rules.times),
            figures=find_figures(text, segments, attribution, rules.figures),
            parent=None if parent is None else self._ids[parent],
            factuality=judge_factuality(attribution, nested, self._scores),
        )
