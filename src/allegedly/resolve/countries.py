"""The country that a speaker speaks for, where neither role nor body names it: by office, party, place or article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from allegedly.model import Attribution, Span, Speaker, SpeakerKind, merged
from allegedly.resolve.lexicon import Lexicon
from allegedly.resolve.offices import Offices
from allegedly.resolve.people import Person
from allegedly.resolve.words import Words, singular

_NAMED = frozenset((SpeakerKind.NAMED_PERSON, SpeakerKind.UNNAMED_PERSON, SpeakerKind.UNNAMED_GROUP))
_BODIES = frozenset((SpeakerKind.GOVERNMENT, SpeakerKind.ORGANISATION))
_TELLING = _NAMED | _BODIES | {SpeakerKind.DOCUMENT, SpeakerKind.OUTLET}
_AIDES = frozenset(("adviser", "advisor", "aide", "staffer"))
_OFFICES = frozenset(("office", "military", "spokesperson"))
_LEAST = 3
"""How many signs an article must have of its country."""
_SHARE = 0.7
"""What share of all signs must be that country's."""
_EACH = 4
"""How often one word counts."""
_SHOWN = 3
_REACH = 3
"""How many words behind a name a legislator's label may stand."""


class Countries:
    """Gives countries to the speakers of one article; `people` are all whom it names."""

    def __init__(self, words: Words, people: Sequence[Person], lexicon: Lexicon, offices: Offices) -> None:
        self._words = words
        self._people = {person.name: person for person in people}
        self._lexicon = lexicon
        self._offices = offices
        self._setting: tuple[str, tuple[Span, ...]] | bool | None = False
        self._natives: dict[str, tuple[str, tuple[Span, ...]]] | None = None
        self._known: dict[str, tuple[str, tuple[Span, ...]] | None] = {}

    def told(self, speaker: Speaker | None, attribution: Attribution) -> Speaker | None:
        """The speaker, with a country where one is told."""
        if speaker is None or speaker.country is not None or speaker.kind not in _TELLING:
            return speaker
        found = self._by_name(speaker) or self._by_source(speaker, attribution) or self._by_setting(speaker)
        if found is None:
            return speaker
        code, evidence = found
        return replace(speaker, country=code, evidence=merged((*speaker.evidence, *evidence)))

    def learn(self, name: str, code: str, span: Span) -> None:
        """What the article calls somebody further on: "the Norwegian"."""
        if self._known.get(name) is None:
            self._known[name] = (code, (span,))

    def _by_name(self, speaker: Speaker) -> tuple[str, tuple[Span, ...]] | None:
        """By what the article says of a person at any of the places where it names them."""
        if speaker.kind is not SpeakerKind.NAMED_PERSON or speaker.name is None:
            return None
        if speaker.name not in self._known:
            self._known[speaker.name] = self._of_person(speaker)
        return self._known[speaker.name]

    def _of_person(self, speaker: Speaker) -> tuple[str, tuple[Span, ...]] | None:
        name = speaker.name or ""
        person = self._people.get(name)
        holder = self._offices.holders.get(name)
        if holder is None and " " not in name and (person is None or person.roles or speaker.role):
            holder = self._offices.surnames.get(name)
        if holder is not None:
            return holder, speaker.mentions[:1]
        for role in person.roles if person is not None else ():
            inside = self._words.within(role.span.start, role.span.end)
            first = inside.start
            while first > 0 and self._words.joined(first) and self._words.texts[first - 1][0].isupper():
                first -= 1
            found = self._telling(first, inside.stop)
            if found is not None:
                return found
            found = self._behind(inside.stop)
            if found is not None:
                return found
        for mention in speaker.mentions[:20]:
            inside = self._words.within(mention.start, mention.end)
            for at in range(inside.stop, min(inside.stop + _REACH, len(self._words))):
                code = self._offices.label(self._words.texts[at].rstrip("."))
                if code is not None:
                    return code, (self._words.span(at, at),)
            found = self._before(inside.start)
            if found is not None:
                return found
        return self._native().get(name)

    def _native(self) -> dict[str, tuple[str, tuple[Span, ...]]]:
        """The country of whoever an article tells to be of it: the one person of the sentence, or of the one before."""
        if self._natives is None:
            self._natives = {}
            words = self._words
            for at in range(1, len(words) - 1):
                if words.texts[at] != "native" or words.texts[at - 1].lower() not in ("his", "her"):
                    continue
                told = self._telling(at + 1, min(at + 4, len(words)))
                sentence = words.sentence(words.starts[at])
                for back in (sentence, sentence - 1):
                    near = {
                        person.name
                        for person in self._people.values()
                        if person.shown and any(words.sentence(span.start) == back for span in person.spans)
                    }
                    if near:
                        if len(near) == 1 and told is not None:
                            self._natives.setdefault(near.pop(), told)
                        break
        return self._natives

    def _before(self, first: int) -> tuple[str, tuple[Span, ...]] | None:
        """By the capitals that lead up to a name: "GOP Rep. Anna Bell"."""
        if first and self._words.possessive[first - 1]:
            for length in range(1, min(4, first) + 1):
                span = self._words.span(first - length, first - 1)
                body = self._lexicon.bodies.get(span.of(self._words.text))
                if body is not None and body.country is not None:
                    return body.country, (span,)
        start = first
        while start > 0 and first - start < 6 and self._words.joined(start):
            text = self._words.texts[start - 1]
            if not text[0].isupper() and text.lower() not in self._lexicon.roles and text.lower() not in self._lexicon.modifiers:
                break
            start -= 1
        return self._telling(start, first) if start < first else None

    def _behind(self, at: int) -> tuple[str, tuple[Span, ...]] | None:
        """By "of", "for", "at", "in" and a place behind a role."""
        if at + 1 < len(self._words) and self._words.texts[at] in ("of", "for", "at", "in", "from", "with"):
            stop = at + 1
            while stop < len(self._words) and stop - at < 9 and self._words.joined(stop):
                stop += 1
            return self._telling(at, stop)
        return None

    def _by_source(self, speaker: Speaker, attribution: Attribution) -> tuple[str, tuple[Span, ...]] | None:
        """By the words of the source itself, for people without a name and for bodies."""
        if speaker.kind is SpeakerKind.NAMED_PERSON or speaker.kind not in _NAMED | _BODIES | {SpeakerKind.DOCUMENT}:
            return None
        name = (speaker.name or "").split()
        if speaker.kind is SpeakerKind.GOVERNMENT and len(name) > 1 and name[-2] in self._offices.surnames:
            return self._offices.surnames[name[-2]], ()
        for span in attribution.source[:1]:
            inside = self._words.within(span.start, span.end)
            found = self._telling(inside.start, inside.stop)
            if found is not None:
                return found
        return None

    def _by_setting(self, speaker: Speaker) -> tuple[str, tuple[Span, ...]] | None:
        """The country of the whole article, for officials, for whoever has a role, and for bodies."""
        known = self._lexicon.bodies.get(speaker.affiliation or "")
        if known is not None and known.country is None:
            return None
        if not self._official(speaker) if speaker.kind in _NAMED else not self._local(speaker):
            return None
        setting = self._country()
        if setting is None:
            return None
        lacks = self._offices.lacks.get(setting[0], self._offices.lacks.get("other", frozenset()))
        return None if speaker.role is not None and not lacks.isdisjoint(_readings(speaker.role)) else setting

    def _official(self, speaker: Speaker) -> bool:
        """Whether somebody has a role that is held for a body or a public; of people without a name work alone is none."""
        person = self._people.get(speaker.name or "")
        readings = _readings(speaker.role or "").union(*(_readings(role.text) for role in (person.roles if person else ())))
        held = {self._lexicon.roles.get(reading) for reading in readings}
        if not readings.isdisjoint(_AIDES):
            return True
        return not held.isdisjoint(_OFFICES) or (speaker.kind is SpeakerKind.NAMED_PERSON and "work" in held)

    def _local(self, speaker: Speaker) -> bool:
        """Whether a body may be of the article's own country: one that no list knows as many countries' or none's."""
        body = self._lexicon.bodies.get(speaker.name or "")
        if speaker.kind is SpeakerKind.GOVERNMENT:
            return True
        return speaker.kind is SpeakerKind.ORGANISATION and speaker.name is not None and body is None

    def _country(self) -> tuple[str, tuple[Span, ...]] | None:
        """The country that most signs of the article tell, with the first of them."""
        if isinstance(self._setting, bool):
            counts: Counter[str] = Counter()
            seen: Counter[str] = Counter()
            spans: dict[str, list[Span]] = {}
            for code, span in self._signs():
                word = span.of(self._words.text)
                seen[word] += 1
                if seen[word] > _EACH:
                    continue
                counts[code] += 1
                if seen[word] == 1:
                    spans.setdefault(code, []).append(span)
            best = counts.most_common(1)
            clear = best and best[0][1] >= _LEAST and best[0][1] >= _SHARE * counts.total() and len(spans[best[0][0]]) > 1
            self._setting = (best[0][0], tuple(spans[best[0][0]][:_SHOWN])) if clear else None
        return self._setting

    def _signs(self) -> list[tuple[str, Span]]:
        words, found = self._words, []
        at = 0
        while at < len(words):
            length, code = self._match(at, len(words), self._offices.phrases)
            if not length and words.texts[at] in self._offices.cities and self._stands_alone(at):
                length, code = self._match(at, len(words), self._offices.cities)
            if not length and words.texts[at][1:2] == "-":
                code = self._offices.label(words.texts[at].rstrip(".")) or ""
                length = 1 if code else 0
            if length:
                found.append((code, words.span(at, at + length - 1)))
            at += max(1, length)
        return found

    def _stands_alone(self, at: int) -> bool:
        """Whether no other name leads up to this word: "Cleveland", but not "Grover Cleveland"."""
        before = self._words.texts[at - 1] if at else ""
        return not before or not before[0].isupper() or not self._words.joined(at)

    def _telling(self, first: int, stop: int) -> tuple[str, tuple[Span, ...]] | None:
        """The one country that these words tell, by phrases or cities."""
        found: dict[str, Span] = {}
        for at in range(first, stop):
            length, code = self._match(at, stop, self._offices.phrases)
            if not length:
                length, code = self._match(at, stop, self._offices.cities)
            if length:
                found.setdefault(code, self._words.span(at, at + length - 1))
        if len(found) != 1:
            return None
        code, span = found.popitem()
        return code, (span,)

    def _match(self, at: int, stop: int, phrases: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]) -> tuple[int, str]:
        """How many words at `at` make a phrase, and its country; 0 where none."""
        texts = self._words.texts
        for entry, code in phrases.get(texts[at], ()):
            length = len(entry)
            if at + length <= stop and all(texts[at + step] == entry[step] for step in range(1, length)):
                return length, code
        return 0, ""


def _readings(role: str) -> set[str]:
    """A role's last word, last two and last three, in small letters and singular."""
    words = role.lower().replace(".", "").split()
    ends = {" ".join(words[-count:]) for count in (1, 2, 3) if count <= len(words)}
    return ends | {singular(end) for end in ends}
