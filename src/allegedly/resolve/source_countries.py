"""The country that the words of a source tell: a body's name, a leader's aides, whoever issued a document."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from allegedly.model import Attribution, Span, Speaker, SpeakerKind
from allegedly.resolve.lexicon import Lexicon
from allegedly.resolve.offices import Offices
from allegedly.resolve.people import Person
from allegedly.resolve.setting import Setting, Told
from allegedly.resolve.words import Words

_NAMED = frozenset((SpeakerKind.NAMED_PERSON, SpeakerKind.UNNAMED_PERSON, SpeakerKind.UNNAMED_GROUP))
_BODIES = frozenset((SpeakerKind.GOVERNMENT, SpeakerKind.ORGANISATION))
_PRINTED = frozenset((SpeakerKind.DOCUMENT, SpeakerKind.OUTLET))
_WITHOUT_NAME = frozenset(
    (
        SpeakerKind.UNNAMED_PERSON,
        SpeakerKind.UNNAMED_GROUP,
        SpeakerKind.DOCUMENT,
        SpeakerKind.ORGANISATION,
        SpeakerKind.GOVERNMENT,
    )
)
_GOT = frozenset(("obtained", "seen", "reviewed", "viewed", "cited", "quoted", "leaked"))
"""What is done with a document by others than who issued it."""
_OTHERS = frozenset(("allies", "ally", "neighbors", "neighbours", "rivals", "adversaries", "foes", "enemies", "creditors"))
"""Who, behind a country's name, is of others: "Norwegian allies"."""
_LISTED = 8
"""Words behind "of" in which a second state may be named."""
_EVERYBODY = frozenset(("people", "those", "adults", "participants", "respondents", "men", "women", "residents"))
"""Of whom a poll tells a share: a country's people."""
_ISSUED = 60
"""How many words back "a statement" may stand of which "the statement" speaks."""


class SourceCountries:
    """Reads countries from the words of sources, in the order of the text."""

    def __init__(
        self,
        words: Words,
        people: Sequence[Person],
        lexicon: Lexicon,
        offices: Offices,
        setting: Setting,
        of: Callable[[Person], Told | None],
    ) -> None:
        """`of` gives the country of one of the people."""
        self._words = words
        self._of = of
        self._at = {span.end: person for person in people for span in person.spans}
        self._lexicon = lexicon
        self._offices = offices
        self._setting = setting
        self._issued: dict[str, Told] = {}

    def learn(self, speaker: Speaker, attribution: Attribution) -> None:
        """Whose a document or an outlet's report is, for where it is named again."""
        if speaker.kind in _PRINTED and speaker.country is not None and attribution.source:
            self._issued[self._noun(attribution)] = (speaker.country, attribution.source[:1])

    def told(self, speaker: Speaker, attribution: Attribution) -> Told | None:
        """The country that the words of the source itself tell, for people without a name, bodies and documents."""
        if speaker.kind is SpeakerKind.NAMED_PERSON or speaker.kind not in _NAMED | _BODIES | _PRINTED:
            return None
        for span in attribution.source[:1]:
            inside = self._words.within(span.start, span.end)
            if not inside:
                return None
            core = self.core_of(inside)
            if core + 1 < inside.stop and core == inside.start + 1 and self._words.texts[core] == "of" and self._share(core - 1):
                inside = range(core + 1, inside.stop)  # "some of Bell's aides"
                core = self.core_of(inside)
            if core + 1 < inside.stop and self._words.texts[core] == "and" and self._another(core):
                core = self.core_of(range(core + 1, inside.stop))  # "Norland's and Sudria's envoys"
            if self._words.texts[inside.start : inside.stop].count("affiliate"):
                return None  # the network of whom somebody is an affiliate may be abroad
            named = speaker.kind in _BODIES | {SpeakerKind.OUTLET} and speaker.name is not None
            found = self._entourage(range(inside.start, core))
            found = found or self._setting.telling(inside.start, inside.stop if named else core, works=not named)
            body = self._lexicon.bodies.get(speaker.name or "")
            house = (
                self._offices.houses.get(speaker.name or "") or (body.country if body is not None else None) if named else None
            )
            if found is None and house is not None:
                return house, (span,)
            noun = self._words.texts[core - 1].lower()
            if found is not None and noun in self._offices.onlookers and self._private(found):
                found = None  # users of a network are anywhere
            if found is None and noun in self._offices.entourage and self._words.texts[core : core + 1] in (["for"], ["of"]):
                found = self._entourage(range(core + 1, inside.stop)) or self._person_in(range(core, inside.stop))
            if found is None:
                found = self._tail(core, inside.stop, speaker)
                if found is not None and noun in self._offices.onlookers and not self._political(found):
                    found = None
            if found is not None:
                return found
        if speaker.kind is SpeakerKind.DOCUMENT and attribution.source:
            return self._by_issuer(attribution.source[0]) or self._of_document(attribution)
        return None

    def of_others(self, attribution: Attribution) -> bool:
        """Whether people are a state's rivals, or several states': "Norway's neighbours", "heads of Norway and of Laos"."""
        words = self._words
        inside = words.within(attribution.source[0].start, attribution.source[0].end) if attribution.source else range(0)
        last = self.core_of(inside) - 1 if inside else 0
        if words.texts[last + 1 : min(last + 2, inside.stop)] == ["of"]:
            first = self._setting.telling(last + 2, self.core_of(range(last + 2, inside.stop)))
            return first is not None and self._setting.telling(last + 2, min(last + 2 + _LISTED, inside.stop)) is None
        return inside.start < last and words.texts[last].lower() in _OTHERS and words.texts[last - 1] in self._offices.places

    def administration(self, attribution: Attribution) -> Told | None:
        """By the word that only one country has for its government, where the article tells of that country too."""
        span = attribution.source[0] if attribution.source else None
        alone = span is not None and span.of(self._words.text).lower() == "the administration"
        return ("US", (span,)) if span is not None and alone and self._setting.speaks_of("US") else None

    def at_home(self, attribution: Attribution) -> bool:
        """Whether an outlet is called one of the country that the article is about: "local media", "a regional paper"."""
        words = self._words
        inside = words.within(attribution.source[0].start, attribution.source[0].end) if attribution.source else range(0)
        return any(
            words.texts[at].lower() in ("local", "state", "national", "regional", "state-run", "domestic") for at in inside
        )

    def _private(self, found: Told) -> bool:
        """Whether a firm tells a country."""
        text = found[1][0].of(self._words.text)
        body = self._lexicon.bodies.get(text)
        return text in self._offices.houses or (body is not None and body.sort == "organisation")

    def _share(self, at: int) -> bool:
        """Whether "of" behind this word says of whom some are meant."""
        return self._words.texts[at].lower() in self._lexicon.determiners

    def _another(self, at: int) -> bool:
        """Whether "and" at `at` joins two owners, or a country and another: "Norwegian and Danish leaders"."""
        words, places = self._words, self._offices.places
        return words.possessive[at - 1] or (words.texts[at - 1] in places and words.texts[at + 1] in places)

    def _political(self, found: Told) -> bool:
        """Whether a party or a house tells a country: "many in the GOP"; where somebody is tells nothing."""
        text = found[1][0].of(self._words.text)
        return text not in self._offices.places and text not in self._offices.towns and text not in self._offices.houses

    def before_names(self, lead: range) -> Told | None:
        """What the words of a source tell that stand before the names in it."""
        return self._entourage(lead) or self._setting.telling(lead.start, lead.stop, works=True)

    def core_of(self, inside: range) -> int:
        """The word behind the core of a phrase: before a comma, a preposition, a relative word."""
        at = inside.start + 1
        while at < inside.stop and self._words.joined(at):
            text = self._words.texts[at]
            if text.lower() in self._lexicon.after_head and not (text.isupper() and len(text) > 1):
                break
            at += 1
        return at

    def _tail(self, core: int, stop: int, speaker: Speaker) -> Told | None:
        """By "of", "for", "from", "at" or "in" right behind the core: "analysts at Orlec Bank", "an owner in Florida"."""
        words = self._words
        if core >= stop or words.texts[core] not in ("of", "for", "from", "at", "in", "with", "by"):
            return None
        after = range(core + 1, stop)
        end = self.core_of(after) if after else stop
        if end < stop and words.texts[end] in ("of", "in") and words.joined(end):
            end = self.core_of(range(end + 1, stop)) if end + 1 < stop else stop
        topic = speaker.kind is SpeakerKind.DOCUMENT and words.texts[core] not in ("of", "from", "by", "with")
        return None if topic else self._setting.telling(core, end, works=words.texts[core] != "by")

    def of_the_public(self, speaker: Speaker, attribution: Attribution) -> bool:
        """Whether people are a share of the public or a side of its politics, or a document is a poll of it: "46 percent"."""
        if (
            not attribution.source
            or speaker.kind not in _WITHOUT_NAME
            or (speaker.name and speaker.kind is not SpeakerKind.DOCUMENT)
        ):
            return False
        words, span = self._words, attribution.source[0]
        inside = words.within(span.start, span.end)
        if not inside:
            return False
        stop = self.core_of(inside)
        texts = [text.lower() for text in words.texts[inside.start : stop]]
        last, leading = texts[-1], texts[:-1]
        if speaker.kind is SpeakerKind.DOCUMENT:
            numbers = last in ("numbers", "results", "averages") and not self._offices.polls.isdisjoint(leading)
            return numbers or last in self._offices.polls or ("official" in leading and last in ("figures", "statistics", "data"))
        if speaker.kind in _BODIES:
            party = last in ("campaign", "campaigns", "party", "parties", "caucus")
            return party or not self._offices.partisan.isdisjoint(leading)
        side = not self._offices.sides.isdisjoint(leading) or (last == "forces" and leading[-1:] != [])
        if speaker.kind is SpeakerKind.UNNAMED_PERSON:
            return side
        share = last in self._offices.shares or words.text[words.ends[stop - 1] : words.ends[stop - 1] + 1] == "%"
        ruled = last in self._offices.entourage and self._of_ruler(inside.start, stop)
        whole = stop == inside.stop or words.texts[stop] not in ("of", "among") or self._of_all(range(stop + 1, inside.stop))
        seated = last in ("members", "leaders") and words.texts[stop : stop + 2] in (["of", "Congress"], ["of", "Parliament"])
        official = seated or not {"government", "federal", "administration", "congressional"}.isdisjoint(leading)
        many = self._lexicon.heads.get(last) == "group" and stop < inside.stop and self._of_all(range(stop + 1, inside.stop))
        return (
            side or many or ruled or (share and whole) or last in self._offices.public or (official and speaker.role is not None)
        )

    def _of_ruler(self, first: int, stop: int) -> bool:
        """Whether one of these words says that what follows is a president's, a minister's, a governor's."""
        words = self._words
        return any(
            words.possessive[at] and self._lexicon.roles.get(words.texts[at].lower()) == "office" for at in range(first, stop)
        )

    def _of_all(self, inside: range) -> bool:
        """Whether a share is of a whole public: "two thirds of those polled", "half of the voters"."""
        texts = [text.lower() for text in self._words.texts[inside.start : inside.stop][:3] if text.lower() not in ("the", "all")]
        return bool(texts) and (texts[0] in self._offices.public or texts[0] in _EVERYBODY)

    def _by_issuer(self, span: Span) -> Told | None:
        """By whoever stands behind "by", "from" or "out of" further on: "a poll released Monday by the FBI"."""
        words, inside = self._words, self._words.within(span.start, span.end)
        for at in range(inside.start + 1, inside.stop - 1):
            if words.texts[at] == "by" and not _GOT.isdisjoint(words.texts[max(inside.start, at - 3) : at]):
                return None
            if words.texts[at] in ("by", "from") or (words.texts[at] == "of" and words.texts[at - 1] == "out"):
                issuer = range(at + 1, self.core_of(range(at + 1, inside.stop)))
                return self._setting.telling(issuer.start, issuer.stop, works=True) or self._person_in(issuer)
        return None

    def _person_in(self, inside: range) -> Told | None:
        """By the first of the article's people whom these words name: "a lawyer for Anna Bell"."""
        for at in inside:
            person = self._at.get(self._words.ends[at])
            if person is not None:
                found = self._of(person)
                return (found[0], (self._words.span(at, at),)) if found is not None else None
        return None

    def _entourage(self, inside: range) -> Told | None:
        """By the leader whose aides or whose letter it is: "Obama aides", "Bell's letter"."""
        words = self._words
        nouns = [at for at in inside if words.texts[at].lower() in self._offices.entourage]
        for at in inside:
            text = words.texts[at]
            if not text[0].isupper() or not any(at < noun <= at + 4 for noun in nouns):
                continue
            person = self._at.get(words.ends[at])
            alone = person is None or len(person.parts) == 1
            code = self._offices.known(text, self._setting.year) or self._offices.known(text, None) if alone else None
            if person is not None and code is None:
                told = self._of(person)
                code = self._offices.of_name(person.name) or (told[0] if told is not None else None)
            if code is not None:
                return code, (words.span(at, at),)
        return None

    def _of_document(self, attribution: Attribution) -> Told | None:
        """By whoever issued the document of which "the statement" speaks, or by the article, for what a state makes."""
        words = self._words
        noun = self._noun(attribution)
        if noun in self._issued:
            return self._issued[noun]
        start = words.within(attribution.source[0].start, attribution.source[0].end).start
        if words.texts[start].lower() in ("the", "this", "that"):
            for at in range(start - 1, max(0, start - _ISSUED), -1):
                if words.texts[at].lower() == noun and words.texts[at - 1].lower() in ("a", "an", "its", "his", "her", "their"):
                    sentence = words.sentence(words.starts[at])
                    first = at
                    while first > 0 and words.sentence(words.starts[first - 1]) == sentence:
                        first -= 1
                    return self._setting.telling(first, at)
        small = words.opens_sentence(words.starts[start])
        led = {text.lower() for at, text in enumerate(words.texts[start : start + 4]) if text[0].islower() or (small and not at)}
        ruler = self._of_ruler(start, min(start + 2, len(words)))
        state = ruler or noun in self._offices.official or not led.isdisjoint(self._offices.issuers)
        return self._setting.country() or self._setting.local() if state else None

    def _noun(self, attribution: Attribution) -> str:
        """The last word of a document's phrase before anything that says more of it, in small letters."""
        words = self._words
        inside = words.within(attribution.source[0].start, attribution.source[0].end)
        at = inside.start
        while at + 1 < inside.stop and words.joined(at + 1) and words.texts[at + 1].lower() not in self._lexicon.after_head:
            at += 1
        return words.texts[at].lower()
