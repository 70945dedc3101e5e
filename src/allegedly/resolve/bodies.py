"""The bodies of an article: several names of one, the fullest of them for each, and what "the commission" stands for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from allegedly.model import SpeakerKind
from allegedly.resolve.acronyms import fullest_names
from allegedly.resolve.lexicon import Lexicon
from allegedly.resolve.mention import Mention
from allegedly.resolve.words import Words

BODY_KINDS = {
    "government": SpeakerKind.GOVERNMENT,
    "bloc": SpeakerKind.ORGANISATION,
    "armed": SpeakerKind.ORGANISATION,
    "organisation": SpeakerKind.ORGANISATION,
    "outlet": SpeakerKind.OUTLET,
    "document": SpeakerKind.DOCUMENT,
    "seat": SpeakerKind.STATE,
    "group": SpeakerKind.UNNAMED_GROUP,
    "place": SpeakerKind.ORGANISATION,
}


_HEADLINE = frozenset(("Of", "The", "In", "To", "A", "And", "On", "By", "At", "With", "From", "Is", "Are"))
"""Small words that have a capital in headlines only."""
_MEMBERS = frozenset(("republicans", "democrats", "conservatives", "liberals", "leaders", "members"))
"""What makes a body's name a group of its members: "Senate Republicans" are not the Senate."""
_PANELS = frozenset(("Committee", "Subcommittee", "Panel"))
_NEAR = 2
"""How many sentences back one of several bodies may have been named that a bare noun stands for."""


class Bodies:
    """The bodies that an article names."""

    def __init__(self, words: Words, mentions: Sequence[Mention], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._fullest = fullest_names(words, mentions, lexicon)
        self._full: dict[str, tuple[str, ...]] = {}
        self._places: set[str] = set()
        self._words = words
        self._last: dict[str, list[int]] = {}
        for mention in mentions:
            text = mention.span.of(words.text)
            if mention.sort == "body" and mention.stop - mention.first > 1 and _clean(text):
                self._full[text] = tuple(text.lower().split())
                self._last.setdefault(text, []).append(words.sentence(mention.span.start))
            elif mention.sort == "place":
                self._places.add(text)
        self._answers: dict[str, str] = {}

    def fullest(self, name: str) -> str:
        """The fullest name that the article gives the body called `name`; `name` itself where it gives none or several."""
        if name not in self._answers:
            known = self._fullest.get(name, name)
            longer = self._longest(known)
            self._answers[name] = longer or known
        return self._answers[name]

    def named(self, name: str) -> bool:
        """Whether `name`, which looks like a person's, is a body's in this article."""
        return name in self._fullest or (name in self._lexicon.bodies) or self.fullest(name) != name

    def kind(self, name: str) -> SpeakerKind:
        """What sort of body has this name."""
        return kind_of(name, self._lexicon)

    def country(self, name: str, short: str) -> str | None:
        """The country of a body known to be one's."""
        body = self._lexicon.bodies.get(name) or self._lexicon.bodies.get(short)
        if body is None and self.kind(name) is SpeakerKind.GOVERNMENT:
            words = name.replace("’s", "").replace("'s", "").split()
            told = {" ".join(words[at : at + length]) for length in (1, 2, 3) for at in range(len(words) - length + 1)}
            codes = {self._lexicon.places[word].code for word in told if word in self._lexicon.places}
            return codes.pop() if len(codes) == 1 else None
        first = self._lexicon.places.get(name.split()[0]) if body is None else None
        if first is not None and first.sort == "people" and len(name.split()) > 1:
            return first.code
        return body.country if body is not None else None

    def by_noun(self, noun: str, sentence: int) -> str | None:
        """The one body of the article whose name ends with this noun, or the one of them named just before `sentence`."""
        ending = noun.lower()
        alike = [name for name, words in self._full.items() if words[-1].rstrip(".") == ending or _heads(ending, words)]
        alike = [name for name in alike if self._last[name][0] <= sentence]
        found = {self.fullest(name) for name in alike}
        if len(found) > 1:
            near = {name for name in alike if any(0 <= sentence - each <= _NEAR for each in self._last[name])}
            found = {self.fullest(name) for name in near}
        return found.pop() if len(found) == 1 else None

    def _longest(self, name: str) -> str | None:
        if name in self._places:
            return None
        short = tuple(name.lower().split())
        found = [full for full, words in self._full.items() if len(words) > len(short) and self._shortens(name, short, words)]
        found = [full for full in found if self._full[full][-1] not in _MEMBERS]
        longest = max(found, key=len, default=None)
        return longest if longest and all(_within(self._full[each], self._full[longest]) for each in found) else None

    def _shortens(self, name: str, short: tuple[str, ...], full: tuple[str, ...]) -> bool:
        """Whether the short name leaves out what short names leave out: the kind of body behind it, the country before it."""
        if full[: len(short)] == short:
            sorts = ("organisation",) if len(short) == 1 else ("organisation", "government")
            return all(self._general(word, sorts) for word in full[len(short) :])
        if full[-len(short) :] == short:
            before = full[: -len(short)]
            if len(short) == 1:
                return self._lexicon.body_words.get(name) == "outlet"
            return name not in self._lexicon.bodies or self._country_word(before)
        if len(short) == 1 and name in self._lexicon.body_words and _heads(short[0], full):
            return True
        lower = name.split()[-1].islower()
        return lower and len(short) > 1 and short[0] == full[0] and short[-1] == full[-1]

    def _general(self, word: str, sorts: tuple[str, ...]) -> bool:
        """Whether a word of a body's name tells only what sort of body it is."""
        word = word.rstrip(".")
        return self._lexicon.body_words.get(word.capitalize()) in sorts or word.upper() in ("LLC", "PLC", "PAC")

    def _country_word(self, before: Iterable[str]) -> bool:
        text = " ".join(before)
        forms = (text.title(), text.upper())
        return any(form in self._lexicon.places and self._lexicon.places[form].sort in ("names", "people") for form in forms)


def _clean(name: str) -> bool:
    """Whether a run of capitals is a name alone, without a headline around it."""
    return "\u00a0" not in name and "\n" not in name and not any(word in _HEADLINE for word in name.split())


def kind_of(name: str, lexicon: Lexicon) -> SpeakerKind:
    """What sort of body has this name, by the last of its words that tells."""
    body = lexicon.bodies.get(name)
    if body is not None:
        return BODY_KINDS[body.sort]
    for word in reversed(name.replace(".", "").split()):
        sort = lexicon.body_words.get(word) or lexicon.body_words.get(word.capitalize())
        if sort is not None and sort not in ("place", "document"):
            return SpeakerKind.GOVERNMENT if word in _PANELS and _of_a_house(name) else BODY_KINDS[sort]
    return SpeakerKind.ORGANISATION


def _of_a_house(name: str) -> bool:
    """Whether a committee is one of a legislature's."""
    return not {"House", "Senate", "Congressional", "Parliamentary", "Commons", "Lords", "Congress", "Parliament"}.isdisjoint(
        name.split()
    )


def _heads(noun: str, full: Sequence[str]) -> bool:
    """Whether a body's name has this noun before what it is for: "chamber" of the Orlec Chamber of Commerce."""
    at = full.index(noun) if noun in full else -1
    return 0 <= at < len(full) - 2 and full[at + 1] in ("of", "for")


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether one name's words are the other's, some perhaps left out."""
    rest = iter(long)
    return all(word in rest for word in short)
