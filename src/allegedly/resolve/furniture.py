"""Names that stand in captions, credits, buttons and teasers: nobody whom a pronoun in the story means."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from allegedly.languages import Language
from allegedly.model import Block, BlockKind, Span
from allegedly.resolve.lexicon import load_lexicon
from allegedly.resolve.offices import load_offices
from allegedly.resolve.people import Named
from allegedly.resolve.words import Words, capitalised

_ENDS = frozenset(".!?…:;,\"'”’)]")
"""What a line of a story ends with; a caption's or a button's does not."""
_LINE = re.compile(r"\S[^\n]*")
_LONG = 160
"""Characters from which a line without a full stop is a story's all the same."""
_CAPITALS = 0.7
"""What share of the longer words of a title are capitalised."""
_KINDS = frozenset((BlockKind.CAPTION, BlockKind.SUBHEADING))


class Furniture:
    """What of an article is no story."""

    def __init__(self, words: Words, blocks: Sequence[Block], language: Language) -> None:
        self._words = words
        self._lexicon = load_lexicon(language.code)
        self._places = load_offices(language.code).towns
        self._junk = language.words("furniture", "words")
        self._credited = tuple(sorted(language.words("furniture", "credited"), key=len, reverse=True))
        self._captions = [block.span for block in blocks if block.kind in _KINDS]
        lines = [Span(match.start(), match.end()) for match in _LINE.finditer(words.text)]
        self._starts = [line.start for line in lines]
        self._apart = [self._set_apart(line, number) for number, line in enumerate(lines)]
        if len(self._apart) and sum(self._apart) * 2 > len(self._apart):
            self._apart = [False] * len(self._apart)

    def story(self, named: Iterable[Named]) -> tuple[Named, ...]:
        """Those of the names that a pronoun may mean: without those of bodies that people work for, credits and captions."""
        kept = list(named)
        employers = {
            role.affiliation.split()[0]
            for item in kept
            for role in (item.mention.role, item.mention.apposed)
            if role is not None and role.affiliation and len(role.affiliation.split()) == 1
        }
        return tuple(item for item in kept if not self._no_story(item, employers))

    def nobody(self, name: str) -> bool:
        """Whether a run of capitals is made of the words of buttons and credits alone."""
        return all(word.lower().strip(".") in self._junk for word in name.replace("\u00a0", " ").split())

    def _no_story(self, item: Named, employers: set[str]) -> bool:
        name = item.mention.span.of(self._words.text)
        end = item.mention.span.end
        if self.nobody(name) or self._credit(item.mention.span.start) or self._words.text[end : end + 3] == " (@":
            return True
        if name in employers and item.mention.sort == "single" and not any(person.shown for person in item.people):
            return True
        if not any(person.shown for person in item.people) and (name in self._places or self._thing(item)):
            return True
        number = bisect_right(self._starts, item.mention.span.start) - 1
        if number < 0:
            return False
        return self._apart[number] or any(span.covers(item.mention.span) for span in self._captions)

    def _thing(self, item: Named) -> bool:
        """Whether capitals are a thing's: by an article or a nationality before them, or by what follows."""
        first, stop = item.mention.first, item.mention.stop
        if item.mention.sort == "single" and stop < len(self._words) and self._words.gap(stop) == " ":
            following = self._words.texts[stop]
            if following == "of" or self._lexicon.pronouns.get(following) in ("first", "first_plural", "second", "plural"):
                return True
        if item.mention.sort not in ("weak", "single") or not first or self._words.gap(first) != " ":
            return False
        before = self._words.texts[first - 1]
        place = self._lexicon.places.get(before)
        return before.lower() in ("the", "a", "an", "this", "each", "every") or (place is not None and place.sort == "people")

    def _credit(self, start: int) -> bool:
        before = self._words.text[max(0, start - 20) : start].lower().rstrip(" :/")
        cut = self._words.text[start - 1 : start] in ("/", ":") or self._words.text[max(0, start - 2) : start] == ": "
        return any(before.endswith(phrase) and (cut or phrase.endswith(" by")) for phrase in self._credited)

    def _set_apart(self, span: Span, number: int) -> bool:
        """Whether a line is a caption, a teaser or a headline between others; the first may be the story's own."""
        text = span.of(self._words.text).rstrip()
        if not number or not text or text[-1] in _ENDS or len(text) > _LONG:
            return False
        longer = [self._words.texts[at] for at in self._words.within(span.start, span.end) if len(self._words.texts[at]) > 3]
        titled = longer and sum(map(capitalised, longer)) >= _CAPITALS * len(longer)
        return bool(titled) or len(text.split()) < 40
