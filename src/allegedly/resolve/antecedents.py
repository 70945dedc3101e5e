"""Whom a pronoun means: the people named before it, weighed by nearness, place in the sentence and who has been speaking."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from allegedly.model import Attribution, Quotation, Scores, Span
from allegedly.resolve.believed import Believed, Chances, Pronoun
from allegedly.resolve.candidate import Candidate
from allegedly.resolve.lexicon import Lexicon
from allegedly.resolve.people import Named, Person
from allegedly.resolve.sureness import POINTED, REFERRED
from allegedly.resolve.unknown import place_like
from allegedly.resolve.words import Words

_SENTENCES = 4
"""How many sentences before its own a pronoun may look back."""
_MENTIONS = 60
"""How many mentions it may look back over, so that any text takes linear time."""
_FEW = 4
"""How many may be meant at most where it is not sure."""
_WORTH = 0.08
"""The least chance of somebody who is named as one who may be meant."""
RULED, CONTRARY = 0.2, 3.0
"""What the rules' score and a first name of the other gender weigh beside the network's log-odds."""
SURE = 0.7
"""The least chance at which somebody is named; chosen on the dev half of tests/gold."""
_SAYING = frozenset(("said", "says", "added", "adds", "believes", "thinks", "thought", "felt", "insisted", "insists"))
"""Verbs after which a pronoun for one person is mostly whoever stands before them."""
_MARGIN = 1.2
"""How far the best candidate must lead the next."""
_UNKNOWN = 1.2
"""How much further, where its gender is not known and the other's agrees."""

SPEAKING, SUBJECT, OWNER, OBJECT, QUOTED = 2.0, 1.2, -0.3, -0.6, -1.5
STEP, NEAR, UNSHOWN, AGAIN, AGREES, LATEST = 1.0, 0.3, -0.2, 0.15, 0.15, 0.4
OBJECTS = frozenset(("of", "with", "by", "for", "from", "to", "against", "about", "on", "in", "at", "like", "than", "between"))


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom a pronoun means: one candidate where `sure`, else those who may be meant, the likeliest first."""

    candidates: tuple[Candidate, ...]
    sure: bool
    confidence: float


class Antecedents:
    """The candidates of an article, and who is likeliest at an offset."""

    def __init__(
        self,
        words: Words,
        named: Sequence[Named],
        nominal: Sequence[Candidate],
        attributions: Sequence[Attribution],
        quotations: Sequence[Quotation],
        lexicon: Lexicon,
        beliefs: Scores | None = None,
    ) -> None:
        sources = _Cover([span for attribution in attributions for span in attribution.source])
        people = [
            Candidate(
                item.mention.span.start,
                item.mention.span.end,
                item.people[0].gender,
                item.people[0],
                None,
                item.people[0].shown,
                item.mention.possessive,
                _leaning(item.people[0], lexicon),
            )
            for item in named
            if len(item.people) == 1
            and item.mention.sort not in ("place", "body")
            and not (_unlike(words, item, sources) and (beliefs is None or not _leaning(item.people[0], lexicon)))
        ]
        self._ending = {item.mention.span.end: item.people[0] for item in named if len(item.people) == 1 and item.people[0].shown}
        self._candidates = sorted((*people, *nominal), key=lambda candidate: candidate.start)
        self._starts = [candidate.start for candidate in self._candidates]
        self._words = words
        self._lexicon = lexicon
        self._sources = sources
        self._described: dict[str, int] = {}
        for candidate in nominal:
            if candidate.role is not None:
                self._described.setdefault(candidate.role.head, candidate.start)
        self._quoted = _Cover([fragment for quotation in quotations for fragment in quotation.fragments])
        pronouns = _pronouns(words, attributions, lexicon) if beliefs is not None else ()
        self._believed = Believed(words, self._candidates, pronouns, beliefs) if beliefs is not None else None

    @property
    def candidates(self) -> Sequence[Candidate]:
        """Everybody whom the article names or describes, in the order of the text."""
        return self._candidates

    def at(self, start: int, gender: str | None) -> tuple[Candidate, ...]:
        """Whom a pronoun of this gender at `start` means: one candidate where one leads, else the nearest few."""
        return self.meant(start, gender).candidates

    def meant(self, start: int, gender: str | None, without: Person | None = None) -> Meant:
        """Whom a pronoun of this gender at `start` means, who is not the person `without`."""
        said = self._said_of_self(start, gender) if gender is not None else None
        if said is not None and said.person is not without:
            return Meant((said,), True, REFERRED)
        chances = self._believed.of(start) if self._believed is not None and gender is not None else None
        if chances is not None:
            return self._likeliest(self._weighed(start, gender, chances, without))
        scores = self.scores(start, gender)
        if not scores:
            return Meant((), False, 0.5)
        ranked = sorted(scores.values(), key=lambda scored: -scored[0])
        best, chosen = ranked[0]
        rivals = [candidate for score, candidate in ranked[1:] if best - score < self._margin(chosen, candidate, gender)]
        few = tuple(each for each in (chosen, *rivals)[:_FEW] if without is None or each.person is not without)
        return Meant(few, len(few) == 1, POINTED)

    def _said_of_self(self, start: int, gender: str) -> Candidate | None:
        """Whoever says right before it what the pronoun opens: "Bell said he", "Bell says that she"."""
        words = self._words
        at = words.within(start, start + 1).start
        while at > 0 and words.gap(at) == " " and words.texts[at - 1] == "that":
            at -= 1
        if at < 2 or words.texts[at - 1] not in _SAYING or words.gap(at) != " " or words.gap(at - 1) != " ":
            return None
        end = words.ends[at - 2]
        person = self._ending.get(end)
        if person is None or person.gender not in (None, gender) or _leaning(person, self._lexicon) not in (None, gender):
            return None
        return Candidate(words.starts[at - 2], end, person.gender, person, None, True)

    def _weighed(self, start: int, gender: str | None, chances: Chances, without: Person | None) -> list[tuple[float, Candidate]]:
        """The chances of the network weighed by the rules, as chances again, the likeliest first."""
        rules = self.scores(start, gender)
        lowest = min((score for score, _ in rules.values()), default=0.0) - STEP
        weights = [math.log(max(1e-6, 1.0 - sum(each.chance for each in chances.values())))]
        kept = [(key, each) for key, each in chances.items() if without is None or each.candidate.person is not without]
        for key, each in kept:
            score, _ = rules.get(key, (lowest, None))
            weights.append(
                math.log(max(1e-9, each.chance))
                + RULED * max(score, lowest)
                - CONTRARY * (each.candidate.leaning not in (None, gender))
            )
        most = max(weights)
        raised = [math.exp(weight - most) for weight in weights]
        found = [(each / sum(raised), chance.candidate) for each, (_, chance) in zip(raised[1:], kept, strict=True)]
        return sorted(found, key=lambda pair: (-pair[0], pair[1].start))

    @staticmethod
    def _likeliest(ranked: Sequence[tuple[float, Candidate]]) -> Meant:
        if not ranked:
            return Meant((), False, 0.5)
        chance, chosen = ranked[0]
        if chance >= SURE:
            return Meant((chosen,), True, chance)
        return Meant(tuple(each for share, each in ranked[:_FEW] if share >= _WORTH), False, chance)

    def _margin(self, chosen: Candidate, rival: Candidate, gender: str | None) -> float:
        """How far one must lead another: further where only the other's gender is known to agree."""
        return _MARGIN + _UNKNOWN if gender and chosen.gender is None and rival.gender == gender else _MARGIN

    def described(self, head: str, before: int) -> bool:
        """Whether somebody without a name is called this before an offset: "the pilot"."""
        return self._described.get(head, before) < before

    def first_described(self, head: str) -> int | None:
        """Where somebody without a name is first called this; `None` where nobody is."""
        return self._described.get(head)

    def quotation(self, offset: int) -> int:
        """The number of the quotation that holds `offset`; -1 outside quotations."""
        return self._quoted.at(offset)

    def quoted(self, offset: int) -> bool:
        """Whether the character at `offset` stands in quotation marks."""
        return self._quoted.at(offset) >= 0

    def scores(self, start: int, gender: str | None) -> dict[object, tuple[float, Candidate]]:
        """For everybody who may be meant their best score, with the mention that has it."""
        found: dict[object, tuple[float, Candidate]] = {}
        sentence, paragraph = self._words.sentence(start), self._words.paragraph(start)
        inside = self._quoted.at(start)
        at = bisect_left(self._starts, start) - 1
        spoke = False
        for index in range(at, max(-1, at - _MENTIONS), -1):
            candidate = self._candidates[index]
            back = sentence - self._words.sentence(candidate.start)
            if back > _SENTENCES:
                break
            if gender and candidate.gender and candidate.gender != gender:
                continue
            score = self._score(candidate, back, inside) + (AGREES if candidate.gender and candidate.gender == gender else 0.0)
            if self._words.paragraph(candidate.start) != paragraph:
                score -= NEAR
            if not spoke and self._sources.at(candidate.start) >= 0:
                spoke, score = True, score + LATEST
            key = candidate.key
            if key not in found or score > found[key][0]:
                found[key] = (score, candidate)
            else:
                found[key] = (found[key][0] + AGAIN, found[key][1])
        return found

    def _score(self, candidate: Candidate, back: int, inside: int) -> float:
        score = -STEP * back
        words = self._words
        index = words.within(candidate.start, candidate.end).start
        if self._sources.at(candidate.start) >= 0:
            score += SPEAKING
        elif self._subject(candidate, index):
            score += SUBJECT
        if candidate.possessive:
            score += OWNER
        elif index and words.gap(index) == " " and words.texts[index - 1].lower() in OBJECTS:
            score += OBJECT
        if not candidate.shown and self._sources.at(candidate.start) < 0:
            score += UNSHOWN
        holding = self._quoted.at(candidate.start)
        if holding >= 0 and holding != inside:
            score += QUOTED
        return score

    def _subject(self, candidate: Candidate, index: int) -> bool:
        """Whether the words open their sentence, or a clause: nothing but titles and a determiner before them."""
        words = self._words
        at = index
        while at > 0 and words.gap(at) in (" ", "\u00a0", ". ", "-") and index - at < 6:
            before = words.texts[at - 1].lower()
            known = before in self._lexicon.modifiers or before in self._lexicon.roles or before in self._lexicon.short_titles
            if not known and before not in self._lexicon.determiners and before not in self._lexicon.honorifics:
                break
            at -= 1
        if at == 0 or words.sentence(words.starts[at]) != words.sentence(words.starts[at - 1]):
            return True
        return words.gap(at).strip() in (",", ";", ":", "—", "“", '"') and not candidate.possessive


def _leaning(person: Person, lexicon: Lexicon) -> str | None:
    """The gender of a lone first name that is no place's."""
    if len(person.parts) > 1 or person.gender is not None or person.name in lexicon.places:
        return None
    gender = lexicon.given.get(person.name)
    return None if gender == "either" else gender


def _unlike(words: Words, item: Named, sources: _Cover) -> bool:
    """Whether the article shows that a lone name is no person's."""
    person = item.people[0]
    if person.shown or len(person.parts) > 1:
        return False
    few = person.mentions[:8]
    if place_like(words, person.name, few) is not None:
        return True
    if len(few) > 1 or not words.opens_sentence(few[0].start) or sources.at(few[0].start) >= 0:
        return False
    return words.text[few[0].end : few[0].end + 1] != " " or person.name.endswith("ing")


def _pronouns(words: Words, attributions: Sequence[Attribution], lexicon: Lexicon) -> list[Pronoun]:
    """The sources that are a pronoun for one person."""
    found: dict[int, Pronoun] = {}
    for attribution in attributions:
        for span in attribution.source[:1]:
            inside = words.within(span.start, span.end)
            short = 0 < len(inside) <= 2 or (len(inside) > 2 and words.texts[inside.start + 1] == "and")
            gender = lexicon.pronouns.get(words.texts[inside.start].lower()) if short else None
            if gender in ("masculine", "feminine"):
                found[span.start] = Pronoun(
                    words.span(inside.start, inside.start), gender, words.texts[inside.start].lower() in lexicon.determiners
                )
    return list(found.values())


class _Cover:
    """Which of some spans holds an offset, in logarithmic time."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]

    def at(self, offset: int) -> int:
        """The number of a span that holds `offset`; -1 where none does. Of nested ones the last to open is asked."""
        index = bisect_left(self._starts, offset + 1) - 1
        for number in range(index, max(-1, index - 3), -1):
            if self._spans[number].end > offset:
                return number
        return -1
