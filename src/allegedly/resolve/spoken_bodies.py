"""The bodies and documents that have spoken in an article, and which of them a bare noun stands for."""

from __future__ import annotations

from allegedly.model import Span, Spans, Speaker, SpeakerKind
from allegedly.resolve.bodies import Bodies
from allegedly.resolve.issuers import BEARING
from allegedly.resolve.lexicon import Lexicon
from allegedly.resolve.phrase import Phrase
from allegedly.resolve.roles import place_of
from allegedly.resolve.sureness import INFERRED, REFERRED
from allegedly.resolve.words import Words

_GENERIC = frozenset(
    ("company", "firm", "bank", "agency", "organization", "organisation", "charity", "retailer", "airline", "chain", "newspaper")
)
_LED_BY = frozenset(("the", "that", "this", "new", "latest", "same"))
"""What may stand before the noun of a document named before."""
_HIGHEST = ("high", "highest", "top")
_OWN_NOUNS = frozenset(("party", "committee", "union", "university", "court", "police"))


class SpokenBodies:
    """What has spoken so far, by kind, in the order of the text."""

    def __init__(self, words: Words, bodies: Bodies, lexicon: Lexicon) -> None:
        self._words = words
        self._bodies = bodies
        self._lexicon = lexicon
        self._spoke: dict[SpeakerKind, dict[str, None]] = {}

    def spoke(self, kind: SpeakerKind, name: str) -> None:
        """Remembers that a body or document of this name has spoken."""
        self._spoke.setdefault(kind, {}).setdefault(name)

    def meant(self, phrase: Phrase, span: Span) -> Speaker | None:
        """The body for which a bare noun stands: "the commission" that the article names, "the company" that has spoken."""
        words = self._words
        at = phrase.head
        placed = place_of(words, phrase.first + 1, at, self._lexicon) == at or words.texts[at - 1] in _HIGHEST
        if (at - phrase.first > 1 and not placed) or words.texts[phrase.first].lower() not in ("the", "this", "that"):
            return None
        noun = words.texts[at].lower()
        name = self._bodies.by_noun(noun, words.sentence(span.start))
        if name is not None:
            return Speaker(
                name, self._bodies.kind(name), country=self._bodies.country(name, name), evidence=(span,), confidence=REFERRED
            )
        spoke = list(self._spoke.get(phrase.kind, ()))
        if (
            len(spoke) != 1
            or spoke[0].split()[-1].islower()
            or noun not in _GENERIC
            or any(word.lower() in _OWN_NOUNS for word in spoke[0].split()[-1:])
        ):
            return None
        return Speaker(
            spoke[0],
            phrase.kind,
            country=self._bodies.country(spoke[0], spoke[0]),
            evidence=(span,),
            inferred=True,
            confidence=INFERRED,
        )

    def document(self, phrase: Phrase, source: Spans) -> Speaker | None:
        """The poll that "the poll" stands for, or the paper that "the paper" does, where only one has spoken."""
        words = self._words
        noun = words.texts[phrase.head]
        led = all(text.lower() in _LED_BY for text in words.texts[phrase.first : phrase.head])
        kind = SpeakerKind.OUTLET if noun == "paper" else SpeakerKind.DOCUMENT
        alike = BEARING if noun in BEARING else {noun}
        spoke = self._spoke.get(kind, ())
        names = [name for name in spoke if kind is SpeakerKind.OUTLET or name.split()[-1].lower() in alike]
        if not led or len(names) != 1 or (kind is SpeakerKind.DOCUMENT and noun not in BEARING):
            return None
        return Speaker(names[0], kind, country=phrase.country, evidence=source, confidence=REFERRED)
