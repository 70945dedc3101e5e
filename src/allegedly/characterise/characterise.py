"""The order in which a statement's character is judged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from allegedly.characterise.addressee import judge_addressee
from allegedly.characterise.addressee_rules import AddresseeRules, load_addressees
from allegedly.characterise.bare import find_bare
from allegedly.characterise.certainty import judge_certainty
from allegedly.characterise.circumstance import Circumstance, circumstance_of
from allegedly.characterise.coordination import SameSentence
from allegedly.characterise.dates import published_on
from allegedly.characterise.event_found import Found
from allegedly.characterise.factuality import judge_factuality
from allegedly.characterise.figure_rules import FigureRules, load_figures
from allegedly.characterise.figures import find_figures
from allegedly.characterise.hedges import HedgeIndex, HedgeRules, find_hedges, load_hedges
from allegedly.characterise.kind import KindRules, judge_kind, load_kind_rules
from allegedly.characterise.manner import Quoted, judge_manner
from allegedly.characterise.medium import judge_medium
from allegedly.characterise.medium_rules import MediumRules, load_mediums
from allegedly.characterise.nesting import parents
from allegedly.characterise.saying_time import judge_time
from allegedly.characterise.time_rules import TimeRules, load_times
from allegedly.characterise.told_events import find_events
from allegedly.languages import Language
from allegedly.model import (
    Article,
    Attribution,
    Judgement,
    Scores,
    Segments,
    Spans,
    Speaker,
    Statement,
    TimeInterval,
    statement_id,
)

_Setting = tuple[Judgement[str] | None, Judgement[TimeInterval] | None]
"""By what channel something is said, and when."""


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
        self._beside = SameSentence(article.text, segments, attributions, self._above)
        self._settings: dict[int, _Setting] = {}
        self._published: date | None = published_on(article.origin.published)
        self._nested: dict[int, list[int]] = {}
        for index, parent in enumerate(self._above):
            if parent is not None:
                self._nested.setdefault(parent, []).append(index)

    def bare(self, said: Sequence[Statement], events: Sequence[Found]) -> tuple[Statement, ...]:
        """The article's own sentences that carry a figure, an event or a hedge."""
        return find_bare(self._article, self._segments, said, events, self._hedges, self._rules.hedges, self._rules.figures)

    def _around(self, index: int) -> Circumstance:
        parent = self._above[index]
        if parent is not None and self._ids[parent] == self._ids[index]:
            parent = self._above[parent]
        holding = None if parent is None else self._attributions[parent]
        return circumstance_of(self._article.text, self._segments, self._attributions[index], holding, self._cues)

    def _setting(self, index: int) -> _Setting:
        """By what channel and when; what its own words leave open, a saying has from the one before of the same source."""
        row = [index]
        while row[-1] not in self._settings and (before := self._beside.saying_before(row[-1])) is not None:
            row.append(before)
        medium, time = self._settings.get(row[-1], (None, None))
        for each in reversed(row):
            if each not in self._settings:
                around = self._around(each)
                own = judge_medium(self._article.text, around, self._rules.mediums)
                when = judge_time(self._article.text, around, self._published, self._rules.times)
                self._settings[each] = own or medium, when or time
            medium, time = self._settings[each]
        return medium, time

    def _addressee(self, index: int, around: Circumstance, medium: Judgement[str] | None) -> Judgement[str] | None:
        asked = self._beside.asked(index, self._rules.addressees)
        if asked is not None:
            return Judgement(asked.of(self._article.text), (asked,))
        own = judge_addressee(self._article.text, around, medium.evidence[0] if medium else None, self._rules.addressees)
        first = self._beside.saying_before(index)
        aside = around.cue and around.cue[0].text.endswith("ing") and self._article.text.endswith(", ", 0, around.cue_at)
        if own is None and first is not None and aside:
            return self._addressee(first, self._around(first), self._setting(first)[0])
        asker = self._beside.asker(index, self._rules.addressees) if own is None else None
        return own if asker is None else Judgement(asker.of(self._article.text), (asker,))

    def statement(self, index: int, speaker: Speaker | None) -> Statement:
        """The statement that the attribution with this number makes."""
        text, segments, rules = self._article.text, self._segments, self._rules
        attribution = self._attributions[index]
        parent = self._above[index]
        if parent is not None and self._ids[parent] == self._ids[index]:
            parent = self._above[parent]
        around = self._around(index)
        medium, time = self._setting(index)
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
            addressee=self._addressee(index, around, medium),
            time=time,
            figures=find_figures(text, segments, attribution, rules.figures),
            parent=None if parent is None else self._ids[parent],
            factuality=judge_factuality(attribution, nested, self._scores),
        )
