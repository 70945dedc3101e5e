"""The channels of a language, as patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from allegedly.characterise.data import strings, table
from allegedly.characterise.kind import any_of
from allegedly.languages import Language, Table


@dataclass(frozen=True, slots=True)
class MediumRules:
    """`channel` finds a channel after its preposition or a verb of giving it out; `borders` part it from a cue.

    `plain` finds the few that stand without noun or article, `paper` the name of a paper behind "in"; `writes` are verbs of what
    is said in one. `spoken` are words inside a source that lead to its channel.

    `prepositions` lead to a channel, but behind a word that `governs` them ("based on"), or, where what follows is no name or
    place of posting, that `tells_of` it ("reported on the letter"); `only` finds what some lead to at all ("over the phone"),
    `never_at` what nobody is at, `never_made` what says nothing by being made. `settled` finds a channel that needs no
    article: one that has one, several, a mass, a name.
    `joins` is all that stands between two that are one ("a statement *posted* on Facebook"), `made` what stands before a verb
    of giving out behind a cue.

    `speaking` finds words that tell the channel first ("Speaking at …"), `within` the end of those before a clause about what
    was said in one ("a speech in which he"), `aside` a relative clause between commas.
    `quoted` leads to a paper whatever the verb ("is quoted in"), `of_object` finds a channel behind whom a verb takes ("him in a
    lawsuit of hiding"), `in_source` one that ends a source ("a man in the video"), which `itself` may be one ("a report in").
    """

    channel: re.Pattern[str]
    plain: re.Pattern[str]
    paper: re.Pattern[str]
    writes: frozenset[str]
    borders: re.Pattern[str]
    spoken: re.Pattern[str]
    prepositions: frozenset[str]
    governs: re.Pattern[str]
    tells_of: re.Pattern[str]
    posted: re.Pattern[str]
    only: Mapping[str, re.Pattern[str]]
    never_at: re.Pattern[str]
    never_made: re.Pattern[str]
    settled: re.Pattern[str]
    joins: re.Pattern[str]
    made: re.Pattern[str]
    speaking: re.Pattern[str]
    within: tuple[re.Pattern[str], ...]
    aside: re.Pattern[str]
    quoted: re.Pattern[str]
    of_object: re.Pattern[str]
    in_source: re.Pattern[str]
    itself: re.Pattern[str]


@cache
def load_mediums(language: Language) -> MediumRules:
    """The channels of a language. Raises `LanguageError` where its data is malformed."""
    data = language.table("mediums")
    governs = table(data, "governs")
    nouns = either(strings(data, "nouns"))
    names = _names(data, nouns)
    determiners, makes = either(strings(data, "determiners")), either(strings(data, "makes"))
    prepositions = either(strings(data, "prepositions"))
    proper = r"(?:the )?[^\W\d_a-z][\w'’.&\-]*(?: [^\W\d_a-z][\w'’.&\-]*){0,4}"
    onward = rf"(?: (?:{either(strings(data, 'goes_on'))}) {proper})?"
    phrase = _phrase(data, nouns, determiners, onward)
    named = rf"(?:{names})(?:[’']s \w[\w ]{{0,30}}|(?!\w))"
    parts = rf"(?:at|near|towards?|in|over|by|during|on|before) the (?:{either(strings(data, 'parts'))}) of"
    unled = "".join(rf"(?<!\b{word} )" for word in strings(data, "never_makes_after"))
    being = rf"(?:what (?:{either(strings(data, 'being'))}) )?"
    leads = rf"(?:{parts}|{prepositions}|(?<!-){unled}(?P<made>{makes})|(?P<received>{either(strings(data, 'receives'))})) "
    voice = rf"(?i:through|via) (?P<voice>(?:an?|his|her|its|their) (?:[\w-]+ )?(?:{either(strings(data, 'voices'))}))(?!\w)"
    means = rf"(?i:by) (?P<means>{either(strings(data, 'means'))})(?!\w)"
    inside = rf"(?i:in) (?P<inside>{_inside(data)})(?! of|[\w\-])"
    held = rf"(?i:at|during) (?P<held>(?:(?:{determiners}) )?{_words(data)}(?:{either(strings(data, 'occasions'))}))(?![\w-])"
    event = rf"(?i:at|during) (?P<event>(?:{determiners}) {_words(data)}(?:{either(strings(data, 'events'))})(?![\w-]){onward})"
    days = either(tuple(map(str.capitalize, strings(language.table("times"), "weekdays"))))
    return MediumRules(
        re.compile(
            rf"\b(?:(?i:{leads})(?!\d+, ){being}[\"“‘']?(?P<medium>{named}|{phrase})|{means}|{voice}|{inside}|{held}|{event})"
        ),
        re.compile(rf"\b(?i:(?:{_plain(strings(data, 'plain'))}))\b(?! of)"),
        _paper(data),
        frozenset(strings(data, "writes")),
        any_of(strings(data, "borders")),
        re.compile(rf"\b(?:{either(strings(data, 'spoken'))}) "),
        frozenset(strings(data, "prepositions")),
        re.compile("|".join(rf"\b(?:{either(strings(governs, word))}) {word} $" for word in governs), re.IGNORECASE),
        re.compile(rf"\b(?:{either(strings(data, 'tells_of'))}) on $"),
        re.compile(rf"(?:{names})\b|.*\b(?:{either(strings(data, 'posted_on'))})s?\b"),
        {lead: re.compile(rf"\b(?:{names}|{either(strings(data, lead))})\b") for lead in ("over", "through", "on")},
        re.compile(rf"\b(?:{either(strings(data, 'never_at'))})$"),
        re.compile(rf"\b(?:{either(strings(data, 'never_made'))})$"),
        re.compile(
            rf"(?:{names})\b|(?i:{determiners}) |[^,]*['’]s? "
            rf"|(?![a-z]+ing )(?:[^ ]+ )*?(?:(?:{nouns})s|{either(_plurals(strings(data, 'nouns')))})\b"
            rf"|(?:[^ ]+ )*?(?:{either(strings(data, 'mass'))})\b|\d"
        ),
        re.compile(rf"[”\"’]?(?: (?:{either(strings(data, 'given_out'))}))?(?: (?:on )?(?:{days})(?: [a-z]+)?)? "),
        re.compile(r"[ ,”\"]*(?:(?:and|then|later|also|before|after) )*"),
        re.compile(rf"(?:^|, )[“\"]?(?i:{either(strings(data, 'speaking'))}) "),
        (
            re.compile(rf"\b(?P<medium>{phrase})[^,.;:]{{0,60}},? (?:in|on|during|at) which $"),
            re.compile(rf"\b(?:{makes}) (?P<medium>{phrase})[^,.;:]{{0,60}},? where $"),
            re.compile(rf"\b(?i:on|in|via) (?P<medium>{named}|{phrase}), where $"),
        ),
        re.compile(r", (?:who|which|whose|where|when) [^,]*(?=,)"),
        re.compile(r"\b(?:(?:quoted|cited|quoting|citing)(?: \w+)? in |via )$"),
        re.compile(
            rf"(?:[\w.’'-]+ ){{1,6}}?(?:{prepositions}) "
            rf"(?P<medium>(?:{determiners}) {_words(data)}(?:{nouns})) (?:of|for) \w+ing "
        ),
        re.compile(rf" in (?P<medium>(?:an?|the|his|her|their|its) {_words(data)}(?:{either(strings(data, 'seen_in'))}))$"),
        re.compile(rf"\b(?:{nouns}|{either(strings(data, 'inside'))})s? $"),
    )


def _names(data: Table, nouns: str) -> str:
    """A pattern of channels with names: networks, also somebody's own, and whatever calls itself a radio or a show."""
    listed, stations = either(strings(data, "names")), either(strings(data, "stations"))
    own = rf"(?:his|her|their|its|our|my) (?:{listed})(?! (?:[\w-]+ )?(?:{nouns}))"
    return rf"{own}|(?:{listed})|(?:[Tt]he )?(?:[^\W\d_a-z][\w’'.&-]* ){{1,4}}(?:{stations})"


def _phrase(data: Table, nouns: str, determiners: str, onward: str) -> str:
    """A pattern of a channel's noun with what stands before and behind it."""
    words = _words(data)
    several = rf"(?:(?:{either(strings(data, 'several'))}) of (?:the |his |her |its |their )?)?"
    ends = rf"(?![\w\-]| (?:{either(strings(data, 'never_followed'))})\b)"
    return (
        rf"(?:(?:{determiners}) )?(?:recent |long )?{several}{words}(?:{nouns})s?(?: (?:{nouns}))?{ends}{onward}"
        rf"|(?:an?|one|another) {words}(?:{either(strings(data, 'indefinite'))})(?![\w\-]){onward}"
    )


def _paper(data: Table) -> re.Pattern[str]:
    """A pattern of a paper's name behind "in" or "via", or behind its sort: "in the daily Gazeta"."""
    title = rf"(?:[^\W\d_a-z][\w’'&.-]*[ -](?:and |of |& )?){{0,4}}(?:{either(strings(data, 'papers'))})(?![\w-])"
    sort = rf"(?:the |The |an? |his |her |its )?(?:[\w-]+ ){{0,3}}?(?:{either(strings(data, 'paper_sorts'))}) (?=[^\W\d_a-z])"
    behind = either(strings(data, "behind_paper"))
    return re.compile(
        rf"\b(?:in|for|via) (?P<medium>(?:the |The )?{title}|{sort}[^\W\d_a-z][\w’'.-]*(?: [^\W\d_a-z][\w’'-]*){{0,3}}(?![\w-]))"
        rf"(?! (?!(?:{behind})\b)[a-z])"
    )


def _inside(data: Table) -> str:
    """A pattern of what is a channel only behind "in"."""
    told, answers = either(strings(data, "inside")), either(strings(data, "answers"))
    owned = "an?|one|another|the|its|this|that"
    return rf"(?:{owned}) {_words(data)}(?:{told})|(?:{owned}|his|her|their) {_words(data)}(?:{answers})"


def _words(data: Table) -> str:
    """A pattern of the words between an article and a channel's noun."""
    never = either(strings(data, "never_inside"))
    proper = r"[^\W\d_a-z][\w.]* of (?:the )?(?=[^\W\d_a-z])"
    return rf"(?:{proper}|(?!(?:{never})(?![\w’'-]))[“\"‘]?[\w'’.\-]+[”\"’]?(?:,? (?:and|but|yet|&)|,)? ){{0,4}}?"


def _plurals(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if word.endswith("s") and not word.endswith(("ss", "us")))


def _plain(phrases: tuple[str, ...]) -> str:
    """A pattern of these phrases, the longest first; what stands before a stroke is no part of the channel."""
    groups: dict[str, list[str]] = {}
    for phrase in phrases:
        lead, _, rest = phrase.rpartition("|")
        groups.setdefault(lead, []).append(rest)
    return "|".join(
        rf"{lead}{' ' * bool(lead)}(?P<plain{at}>{either(tuple(rest))})" for at, (lead, rest) in enumerate(groups.items())
    )


def either(words: Iterable[str]) -> str:
    """A pattern of any of these words, the longest first.

    What begins alike is tried once: a thousand nouns cost a look at each letter, not at each noun.
    """
    root: _Letters = _Letters({})
    for word in words:
        node = root
        for letter in word:
            node = node.next.setdefault(letter, _Letters({}))
        node.ends = True
    return root.pattern()


@dataclass(slots=True)
class _Letters:
    """The letters that may follow, and whether a word may end before them."""

    next: dict[str, _Letters]
    ends: bool = False

    def pattern(self) -> str:
        """A pattern of all that may follow."""
        ways = [re.escape(letter) + node.pattern() for letter, node in self.next.items()]
        if not ways:
            return ""
        plain = len(ways) == 1 and not self.ends
        return ways[0] if plain else f"(?:{'|'.join(ways)})" + "?" * self.ends
