"""The country that an article is at home in, and the words that tell countries."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from allegedly.model import Attribution, Origin, Span
from allegedly.resolve.lexicon import Lexicon
from allegedly.resolve.offices import Offices, Phrases, compact
from allegedly.resolve.plurals import HALVES, half_named
from allegedly.resolve.roles import acted, studied
from allegedly.resolve.words import Words

Told = tuple[str, tuple[Span, ...]]
"""A country's code, and the words that tell it."""

_DATELINE = re.compile(r"(?P<place>[A-Z][\w.,'’ -]{2,40}?)\s*(?:\([A-Z][\w /.]+\))?\s*(?:—|–|--|-)\s")
_ENDINGS = ("-based", "-born", "-area", "-trained")
_LEAST = 3
"""How many signs an article must have of its country."""
_SHARE = 0.65
"""What share of all signs must be that country's."""
_EACH = 8
"""How often one word counts."""
_OUTNUMBERED = 2
"""How many times as many signs of another country leave the towns that an article names without one."""
_SHOWN = 3
_RULING = 3
"""How many words behind a country's name the officials or the body may stand that are its own."""
_GOES_ON = 4
"""How many words behind those that are read a name may end that begins in them: "Department of Health | and Human Services"."""
_DATED, _PRINTED = 2, 2
"""How many signs a dateline and the outlet's own country are worth."""


class Setting:
    """Which words of an article tell a country, and which country most of them tell."""

    def __init__(self, words: Words, origin: Origin, lexicon: Lexicon, offices: Offices) -> None:
        self._words = words
        self._bare = [_bare(text) if "-" in text else text for text in words.texts]
        self._origin = origin
        self._lexicon = lexicon
        self._offices = offices
        self._told: tuple[tuple[str, Span], ...] | None = None
        self._counts: Counter[str] | None = None
        self._country: Told | bool | None = False
        self._local: Told | bool | None = False
        self._ruling: Told | bool | None = False

    @property
    def year(self) -> int | None:
        """The year in which the article was published."""
        published = (self._origin.published or "")[:4]
        return int(published) if published.isdigit() else None

    def country(self) -> Told | None:
        """The country that most signs of the article tell, with the first of them."""
        if isinstance(self._country, bool):
            signs = list(self._signs())
            dateline = self._dateline()
            counted = [*([dateline] * _DATED if dateline else ()), *signs]
            outlet = self.outlet()
            self._country = _clear(self._words, counted, {outlet: _PRINTED} if outlet and signs else {}, _LEAST)
            self._country = self._country or _clear(self._words, counted, {}, _LEAST + _PRINTED)
        return self._country

    def local(self) -> Told | None:
        """The country of the towns and regions that the article names, for those who serve one of them."""
        if isinstance(self._local, bool):
            dateline = self._dateline()
            signs = [dateline] if dateline else []
            signs += [
                (code, span)
                for code, span in self._signs()
                if (place := self._lexicon.places.get(span.of(self._words.text))) is None or place.sort == "regions"
                if (place is not None or self._town(span)) and not self._titled(span)
            ]
            found = _clear(self._words, signs, {}, 1)
            told = self._counted()
            outnumbered = found is not None and not dateline and told[found[0]] * _OUTNUMBERED < max(told.values(), default=0)
            self._local = None if outnumbered else found
        return self._local

    def outlet(self) -> str | None:
        """The country of the outlet, by its name or the ending of its address."""
        name = (self._origin.outlet or "").strip()
        body = self._lexicon.bodies.get(name.removeprefix("The ")) or self._lexicon.bodies.get(name)
        if body is not None and body.sort == "outlet":
            return body.country
        labels = name.lower().split(".")
        if len(labels) > 1 and " " not in name:
            core = labels[-2]
            return _ENDED.get(labels[-1]) or self._offices.papers.get(core) or self._offices.papers.get(core.removeprefix("the"))
        parts = re.findall(r"\w[\w'’&]*", name)
        known = (self._offices.papers.get(compact(" ".join(parts[:length]))) for length in range(len(parts), 0, -1))
        return next((code for code in known if code is not None), None)

    def telling(self, first: int, stop: int, works: bool = False) -> Told | None:
        """The one country that these words tell, by phrases and cities; else, where one `works` there, by firm or school."""
        tables_in_turn = ((self._offices.phrases, self._offices.cities), (self._offices.belongs,))
        for tables in tables_in_turn if works else tables_in_turn[:1]:
            found: dict[str, Span] = {}
            at = first
            while at < stop:
                step = 1
                for phrases in tables:
                    length, code = self._match(at, min(stop + _GOES_ON, len(self._words)), phrases)
                    half = half_named(self._words, at, self._lexicon) if not length else None
                    length, code = (1, half.code) if half is not None else (length, code)
                    if length and not studied(self._words, at + length, self._lexicon):
                        found.setdefault(code, self._words.span(at, at + length - 1))
                        step = length
                        break
                at += step
            if found:
                code, span = next(iter(found.items()))
                return (code, (span,)) if len(found) == 1 else None
        return None

    def speaks_of(self, code: str) -> bool:
        """Whether the article has as many signs of this country as one must have that is at home in it."""
        return self._counted()[code] >= _LEAST

    def opening(self, attribution: Attribution) -> Told | None:
        """By the state that opens the sentence: "Oslo agreed, with a spokesman saying …"."""
        if not attribution.source:
            return None
        words, start = self._words, attribution.source[0].start
        first = words.within(words.sentence_start(start), start)
        for length in range(min(4, len(first)), 0, -1):
            span = words.span(first.start, first.start + length - 1)
            place = self._lexicon.places.get(span.of(words.text))
            if place is not None and place.sort in ("names", "capitals") and not words.possessive[first.start + length - 1]:
                return place.code, (span,)
        return None

    def near(self, attribution: Attribution) -> Told | None:
        """The only country that the sentence names before the source, or else the sentence before it."""
        words = self._words
        for span in attribution.source[:1]:
            number = words.sentence(span.start)
            at = stop = words.within(span.start, span.end).start
            for back in (number, number - 1):
                while at > 0 and words.sentence(words.starts[at - 1]) >= max(back, 0):
                    at -= 1
                found = self.telling(at, stop)
                if found is not None or back < 1:
                    told = found is not None and self._a_place(found, at, stop) and self._foremost(found[0])
                    return found if told else None
                stop = at
        return None

    def _foremost(self, code: str) -> bool:
        """Whether no other country has twice as many signs in the article."""
        counts = self._counted()
        return counts[code] * _OUTNUMBERED > max(counts.values(), default=0)

    def ruling(self) -> Told | None:
        """The country whose officials, police or government the article names as such, where most of these are of one."""
        if isinstance(self._ruling, bool):
            words, spans = self._words, dict[str, list[Span]]()
            for code, span in self._signs():
                at = words.within(span.start, span.end).stop
                stop = min(at + _RULING, len(words))
                behind = range(at, next((step for step in range(at, stop) if not words.joined(step)), stop))
                if span.of(words.text) in self._offices.places and any(
                    words.texts[step].lower() in self._offices.ruling for step in behind
                ):
                    spans.setdefault(code, []).append(span)
            ranked = sorted(spans.items(), key=lambda entry: -len(entry[1]))
            second = len(ranked[1][1]) if len(ranked) > 1 else 1
            clear = bool(ranked) and len(ranked[0][1]) >= _OUTNUMBERED * second
            self._ruling = (ranked[0][0], tuple(ranked[0][1][:_SHOWN])) if clear else None
        return self._ruling

    def _a_place(self, found: Told, first: int, stop: int) -> bool:
        """Whether what tells a country, or any of these words, is a country's, a people's or a town's own name."""
        places, towns = self._offices.places, self._offices.towns
        if any(self._bare[at] in places or self._bare[at] in towns for at in range(first, stop)):
            return True
        words, span = self._words, found[1][0]
        named = span.of(words.text)
        return (named in places or named in towns) and not self._titled(span)

    def _dateline(self) -> tuple[str, Span] | None:
        for number, start in enumerate(self._words.paragraph_starts()[:4]):
            match = _DATELINE.match(self._words.text, start, start + 80)
            if match and (match["place"].isupper() or number == 0 or "(" in match.group()):
                for part in reversed(match["place"].split(",")):  # "SAN PEDRO, Norland" is no town of any other
                    code = self._placed(part.strip().title())
                    if code is not None:
                        return code, Span(match.start("place"), match.end("place"))
        return None

    def _placed(self, name: str) -> str | None:
        """The country of a town, region or country with this name alone."""
        towns = {" ".join(entry): code for entry, code in self._offices.cities.get(name.split(" ")[0], ())}
        return towns.get(name) or self._offices.places.get(name)

    def _town(self, span: Span) -> bool:
        words = self._words
        at = words.within(span.start, span.end)
        return span.of(words.text) in self._offices.towns or words.texts[at.stop - 1] == "County"

    def _signs(self) -> tuple[tuple[str, Span], ...]:
        """Every word of the article that tells a country, with it; read once."""
        if self._told is None:
            self._told = tuple(self._read_signs())
        return self._told

    def _counted(self) -> Counter[str]:
        """How many words of the article tell each country; counted once."""
        if self._counts is None:
            self._counts = Counter(code for code, _ in self._signs())
        return self._counts

    def _read_signs(self) -> Iterator[tuple[str, Span]]:
        words, opens = self._words, self._offices.opens
        at, count = 0, len(words)
        while at < count:
            text = words.texts[at]
            if text not in opens and self._bare[at] not in opens and text not in HALVES and text[1:2] != "-":
                at += 1
                continue
            length, code = self._match(at, count, self._offices.phrases)
            if not length and self._bare[at] in self._offices.cities and self._stands_alone(at):
                length, code = self._match(at, count, self._offices.cities)
            if not length and text[1:2] == "-":
                code = self._offices.label(text.rstrip(".")) or ""
                length = 1 if code else 0
            if not length and (half := half_named(words, at, self._lexicon)) is not None:
                length, code = 1, half.code
            if length and (span := words.span(at, at + length - 1)).of(words.text) not in self._offices.everywhere:
                yield code, span
            at += max(1, length)

    def _stands_alone(self, at: int) -> bool:
        """Whether no other name leads up to this word: "Cleveland", but not "Grover Cleveland"."""
        before = self._words.texts[at - 1] if at else ""
        return not before or not before[0].isupper() or not self._words.joined(at)

    def _match(self, at: int, stop: int, phrases: Phrases) -> tuple[int, str]:
        """How many words at `at` make a phrase, and its country; 0 where none."""
        for entry, code in phrases.get(self._words.texts[at], ()) or phrases.get(self._bare[at], ()):
            length = len(entry)
            if at + length > stop or any(self._words.texts[at + step] != entry[step] for step in range(1, length - 1)):
                continue
            if length == 1 or entry[-1] in (self._words.texts[at + length - 1], self._bare[at + length - 1]):
                behind = self._words.texts[at + length : at + length + 1]
                county = behind == ["County"] and code not in _COUNTIES  # "Norland County" is no part of Norland
                return (0, "") if acted(self._words, at + length) else (length, "US" if county else code)
        return 0, ""

    def _titled(self, span: Span) -> bool:
        """Whether a place is part of a paper's name: "Wall Street Journal"."""
        words = self._words
        inside = words.within(span.start, span.end)
        longer = (words.span(inside.start, stop) for stop in range(inside.stop, min(inside.stop + 2, len(words))))
        bodies = (self._lexicon.bodies.get(name.of(words.text)) for name in longer)
        return any(body is not None and body.sort == "outlet" for body in bodies)


_COUNTIES = frozenset(("GB", "IE", "KE", "SE", "NO", "HU", "HR", "RO", "EE", "LR", "TW"))
"""Where counties are parts of a country that bear their names before the word, as in the United States."""
_ENDED = {
    "uk": "GB", "au": "AU", "ca": "CA", "nz": "NZ", "ie": "IE", "in": "IN", "za": "ZA", "de": "DE", "fr": "FR", "il": "IL",
    "ng": "NG", "ke": "KE", "pk": "PK", "sg": "SG", "ph": "PH", "my": "MY", "hk": "HK", "jp": "JP", "ru": "RU", "cn": "CN",
}  # fmt: skip
"""Endings of addresses that belong to one country."""


def _bare(word: str) -> str:
    """The place in a word like "London-based"."""
    return next((word[: -len(ending)] for ending in _ENDINGS if word.endswith(ending)), word)


def _clear(words: Words, signs: list[tuple[str, Span]], bonus: dict[str, int], least: int) -> Told | None:
    """The country that the signs tell clearly, with the first of them."""
    counts: Counter[str] = Counter(bonus)
    seen: Counter[str] = Counter()
    spans: dict[str, list[Span]] = {}
    for code, span in signs:
        word = span.of(words.text)
        seen[word] += 1
        if seen[word] <= _EACH:
            counts[code] += 1
            if seen[word] == 1:
                spans.setdefault(code, []).append(span)
    if not counts:
        return None
    code, best = counts.most_common(1)[0]
    several = len(spans.get(code, ())) > (least > 1 and code not in bonus)
    return (code, tuple(spans[code][:_SHOWN])) if best >= least and best >= _SHARE * counts.total() and several else None
