"""What the cue's own words say: the kind and the certainty that the language's data gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from allegedly.characterise.data import string, strings, table, tables
from allegedly.languages import Language
from allegedly.model import Certainty, Kind, Span

_WORD = re.compile(r"\w+(?:['’\-]\w+)*")
NOMINAL = frozenset(
    ("a", "an", "the", "his", "her", "their", "its", "such", "these", "those", "any", "no", "of", "strong", "new")
)
_BEING = frozenset(
    (
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "am",
        "widely",
        "now",
        "feel",
        "felt",
        "away",
        "became",
        "become",
        "grew",
        "remained",
        "remain",
        "remains",
        "re",
        "so",
        "very",
    )
)
_ORDER = {"phrases": 5, "light": 4, "verbs": 3, "reported": 0, "adjectives": 2, "nouns": 1, "hearsay": 3, "seeming": 2}


_LEANING = frozenset(("likely", "unlikely", "apt", "set", "about", "continue", "continues", "continued", "continuing"))
_MEANING = frozenset(
    (
        "want",
        "wants",
        "wanted",
        "like",
        "reluctant",
        "hesitant",
        "slow",
        "quick",
        "forced",
        "compelled",
        "happy",
        "glad",
        "careful",
    )
)
_HOPING = frozenset(("hope", "plan", "intend", "aim", "vow", "promise", "pledge", "threaten"))
_MINDED = frozenset(
    ("eager", "keen", "willing", "unwilling", "ready", "prepared", "anxious", "determined", "tempted", "inclined")
)
_VOICES = frozenset((Kind.ASSERTION, Kind.PRAISE, Kind.ACKNOWLEDGEMENT, Kind.CONFIRMATION))
_ACTS = frozenset((Kind.ANNOUNCEMENT, Kind.DENIAL, Kind.CRITICISM, Kind.PRAISE, Kind.ACCUSATION, Kind.REJECTION, Kind.DEMAND))
_VOICED = frozenset(("express", "voice", "convey", "deliver", "issue", "raise", "level", "lodge", "air", "vent"))
_ADVERBS = frozenset(
    ("also", "again", "back", "even", "further", "hard", "just", "long", "now", "often", "out", "so", "still", "very")
)


@dataclass(frozen=True, slots=True)
class CueEntry:
    """One cue of acts.toml or cues.toml: the words after the first, what they give, and what content they take.

    `strict`: it holds with no other content than it `takes`. `form`: its first word stands for no other form of it.
    """

    rest: tuple[str, ...]
    kind: Kind
    certainty: Certainty
    takes: tuple[str, ...]
    sort: str
    lemma: str
    strict: bool = False
    form: bool = False


@dataclass(frozen=True, slots=True)
class CueReading:
    """What a cue gives, the words that gave it, and the first word's lemma."""

    kind: Kind
    certainty: Certainty
    span: Span
    lemma: str
    sort: str


@dataclass(frozen=True, slots=True)
class Token:
    """A word in small letters with its place."""

    text: str
    span: Span


def tokens_of(text: str, start: int, end: int, most: int | None = None) -> list[Token]:
    """The words of `text[start:end]` in small letters; the first `most` of them."""
    found = islice(_WORD.finditer(text, start, end), most)
    return [Token(match.group().lower(), Span(match.start(), match.end())) for match in found]


def _before(cue: Sequence[Token], at: int, before: str) -> str:
    """The word before the one at `at`, past adverbs; `before` stands before the cue."""
    while at and (cue[at - 1].text in _ADVERBS or cue[at - 1].text in ("not", "never") or cue[at - 1].text.endswith("ly")):
        at -= 1
    return cue[at - 1].text if at else before


def _completed(line: Sequence[Token], at: int, rest: tuple[str, ...]) -> int | None:
    """The place of the last word of an entry whose first stands at `at`; adverbs may stand between its words."""
    for word in rest:
        at += 1
        if at < len(line) and line[at].text != word and (line[at].text in _ADVERBS or line[at].text.endswith("ly")):
            at += 1
        if at >= len(line) or line[at].text != word:
            return None
    return at


class CueLexicon:
    """The cues of a language, found by any form of their first word."""

    def __init__(self, language: Language) -> None:
        data = language.table("cues")
        irregular = table(data, "irregular") if "irregular" in data else {}
        self._base = {form: base for base in irregular for form in strings(irregular, base)}
        self._entries: dict[str, list[CueEntry]] = {}
        acts = language.table("acts")
        for group in tables(acts, "acts"):
            takes = strings(group, "takes") if "takes" in group else ()
            kind, certainty = Kind(string(group, "kind")), Certainty(string(group, "certainty"))
            for sort in ("verbs", "forms", "phrases", "nouns", "adjectives"):
                for phrase in strings(group, sort) if sort in group else ():
                    self._add(phrase, kind, certainty, takes, sort, strict=bool(takes))
        for sort, key in (
            ("verbs", "lemmas"),
            ("phrases", "words"),
            ("adjectives", "words"),
            ("nouns", "words"),
            ("reported", "words"),
        ):
            for group in tables(data, sort):
                takes = strings(group, "takes") if "takes" in group else ()
                kind, certainty = Kind(string(group, "kind")), Certainty(string(group, "certainty"))
                for phrase in strings(group, key):
                    self._add(phrase, kind, certainty, takes, sort)
        light = table(data, "light") if "light" in data else {}
        more = strings(table(acts, "light"), "verbs") if "light" in acts else ()
        self._light = frozenset((*strings(light, "verbs"), *more)) if light else frozenset(more)
        self._light_nouns: Mapping[str, tuple[Kind, Certainty]] = {
            word: (Kind(string(group, "kind")), Certainty(string(group, "certainty")))
            for group in (tables(light, "nouns") if light else ())
            for word in strings(group, "words")
        }
        told = table(acts, "told") if "told" in acts else {}
        self._telling, self._told_of = (frozenset(strings(told, key)) if told else frozenset() for key in ("verbs", "nouns"))
        hearsay = table(data, "hearsay") if "hearsay" in data else {}
        for word, certainty_of in table(hearsay, "words").items() if "words" in hearsay else ():
            self._add(word, Kind(string(hearsay, "kind")), Certainty(str(certainty_of)), (), "hearsay")
        seeming = table(data, "seeming") if "seeming" in data else {}
        for word in strings(seeming, "verbs") if seeming else ():
            self._add(word, Kind(string(seeming, "kind")), Certainty(string(seeming, "certainty")), (), "seeming")

    def _add(
        self, phrase: str, kind: Kind, certainty: Certainty, takes: tuple[str, ...], sort: str, strict: bool = False
    ) -> None:
        words = tuple(phrase.lower().split())
        if words:
            form = sort in ("forms", "nouns", "adjectives")
            entry = CueEntry(words[1:], kind, certainty, takes, "verbs" if sort == "forms" else sort, words[0], strict, form)
            self._entries.setdefault(words[0], []).append(entry)

    def bases(self, word: str) -> Iterator[str]:
        """What `word` may be a form of, among the first words of cues."""
        yield word
        if word in self._base:
            yield self._base[word]
        for ending, instead in (
            ("ies", ("y",)),
            ("es", ("", "e")),
            ("s", ("",)),
            ("ied", ("y",)),
            ("ed", ("", "e")),
            ("ing", ("", "e")),
        ):
            if word.endswith(ending) and len(word) > len(ending) + 1:
                stem = word[: -len(ending)]
                for tail in instead:
                    yield stem + tail
                if ending in ("ed", "ing") and len(stem) > 2 and stem[-1] == stem[-2]:
                    yield stem[:-1]
                if ending in ("ed", "ing") and stem.endswith("ck"):
                    yield stem[:-1]

    def read(self, text: str, cue: Sequence[Token], behind: Sequence[Token], before: str, shape: str) -> CueReading | None:
        """What the cue gives: its longest entry, a verb before a noun, one that takes this `shape` of content before others.

        `behind`: the words after the cue, which may complete an entry; `before`: the word before it.
        """
        if len(cue) > 2 and cue[1].text == "to" and not _HOPING.isdisjoint(self.bases(cue[0].text)):
            cue, behind = cue[:2], ()
        minded = next((at for at in range(len(cue) - 2) if cue[at].text in _MINDED and cue[at + 1].text == "to"), None)
        if minded is not None:
            cue, behind = cue[: minded + 2], ()
        line = [*cue, *behind]
        leans, acts = self._leans(cue), self._acts(cue)
        best: tuple[tuple[int, int, int, int], CueReading] | None = None
        for at, token in enumerate(cue):
            previous = cue[at - 1].text if at else before
            for base in dict.fromkeys(self.bases(token.text)):
                for number, entry in enumerate(self._entries.get(base, ())):
                    length = 1 + len(entry.rest)
                    last = at if length == 1 else _completed(line, at, entry.rest)
                    if last is None or (at == leans and length == 1):
                        continue
                    taken = "to" if last + 1 < len(cue) and cue[last + 1].text == "to" else shape
                    if (entry.form and base != token.text) or (entry.strict and taken not in entry.takes):
                        continue
                    nominal = entry.sort == "nouns" and (
                        previous in NOMINAL
                        or (previous == "with" and at > 1)
                        or text[token.span.end : token.span.end + 4] in (" of ", " tha", " to ")
                    )
                    passive = entry.sort in ("reported", "adjectives") and _before(cue, at, before) in _BEING
                    weight = 9 if nominal and at <= acts else 6 if passive else _ORDER[entry.sort]
                    fits = int(not entry.takes or taken in entry.takes)
                    rank = (length, weight, fits, -at * 100 - number)
                    if best is None or rank > best[0]:
                        span = Span(token.span.start, max(token.span.end, line[last].span.end))
                        best = rank, CueReading(entry.kind, entry.certainty, span, entry.lemma, entry.sort)
        told = self._told(cue)
        if told is not None:
            return told
        light = self._lightly(cue, behind)
        if light is not None and (best is None or best[0][0] < 2 or (best[0][0] == 2 and best[1].sort != "nouns")):
            return light
        return best[1] if best else None

    def _told(self, cue: Sequence[Token]) -> CueReading | None:
        """A verb of telling with what somebody thinks: "*outlined* his vision"."""
        if len(cue) < 2 or self._telling.isdisjoint(self.bases(cue[0].text)):
            return None
        noun = next((token for token in cue[1:5] if token.text in self._told_of), None)
        if noun is None:
            return None
        return CueReading(Kind.ASSERTION, Certainty.CERTAIN, Span(cue[0].span.start, noun.span.end), noun.text, "told")

    def _leans(self, cue: Sequence[Token]) -> int | None:
        """Where a word stands that only leads to the verb of the cue: "are *likely* to oppose"."""
        for at in range(len(cue) - 2):
            if cue[at + 1].text != "to":
                continue
            entries = (entry for base in self.bases(cue[at + 2].text) for entry in self._entries.get(base, ()))
            verbs = [entry for entry in entries if entry.sort == "verbs"]
            if (cue[at].text in _LEANING and verbs) or (cue[at].text in _MEANING and any(e.kind in _VOICES for e in verbs)):
                return at
        return None

    def _acts(self, cue: Sequence[Token]) -> int:
        """Where the first verb stands that is an act of its own, whatever noun follows it: "*announced* a plan"; else the end."""
        for at, token in enumerate(cue):
            verbs = [entry for base in self.bases(token.text) for entry in self._entries.get(base, ()) if entry.sort == "verbs"]
            bare = [entry for entry in verbs if not entry.rest and not entry.takes]
            if bare and bare[0].kind in _ACTS and not self._light.intersection(self.bases(token.text)):
                return at
        return len(cue)

    def _lightly(self, cue: Sequence[Token], behind: Sequence[Token]) -> CueReading | None:
        """A light verb with its noun: "expressed deep concern"; the noun may stand `behind` a cue that ends in "expressed"."""
        verb = next((at for at, token in enumerate(cue) if self._light.intersection(self.bases(token.text))), None)
        if verb is None:
            return None
        bare = verb + 1 == len(cue) and _VOICED.intersection(self.bases(cue[verb].text))
        for token in behind if bare else cue[verb + 1 :]:
            noun = next((entry for entry in self._entries.get(token.text, ()) if entry.sort == "nouns" and not entry.rest), None)
            found = self._light_nouns.get(token.text) or (noun and (noun.kind, noun.certainty))
            if found:
                return CueReading(found[0], found[1], Span(cue[verb].span.start, token.span.end), token.text, "light")
        return None
