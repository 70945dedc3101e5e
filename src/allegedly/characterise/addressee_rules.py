"""Whom sayings are put to in a language, as patterns."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from allegedly.characterise.data import strings, table
from allegedly.characterise.medium_rules import either
from allegedly.languages import Language, Table


@dataclass(frozen=True, slots=True)
class AddresseeRules:
    """`tells` are verbs that take whom one tells; `never_to` words whose "to" leads to nobody.

    `phrase` finds whom one tells; `onward` the same behind "to", there only somebody who is plainly one, `beside` behind
    another word for some cues ("shared with"), `within` inside a cue ("put *the board* on notice"); `written` that behind a
    channel inside a source ("their email to supporters"). `told` finds who stands before a passive ("the farmers had been
    told"). `presses` are verbs that tell nobody but `people`, `rings` verbs that do so only before what `summons` finds
    ("called *her* to say"); `nobody` finds what is told, and no one to whom ("told *the story*"), `networks` where one posts.

    `bids` finds, by the word that the cue ends with, whom it bids within the content ("urged *the army* to leave"), unless
    `does` finds a verb there; `wishes` whom it thanks or wishes well, `brings` whom words that one `gives` are given to
    ("issued a warning to *the mayor*").

    `says_to` are verbs before a cue's last word "to", `acts` how nobody begins ("warned about *may* be"), `contacted` finds whom
    one reaches to say something ("phones *the editor* to suggest"). `reached` finds who stands between a verb and a participle
    that tells ("emailed *her* asking"), `spoken` whom words about the channel name ("Speaking to *nurses* at a rally, she
    said"), `spoke` whom a source is said to have spoken to. `travels`
    finds an occasion whose "to" leads somewhere. `asked` are participles of a question, `joins` the words that lead to one
    without a subject, `named` finds the name behind one, `answers` are verbs of one whom an `appeal` reached.
    """

    tells: frozenset[str]
    never_to: frozenset[str]
    says_to: frozenset[str]
    phrase: re.Pattern[str]
    acts: re.Pattern[str]
    onward: re.Pattern[str]
    written: re.Pattern[str]
    told: re.Pattern[str]
    beside: Mapping[str, re.Pattern[str]]
    within: re.Pattern[str]
    presses: frozenset[str]
    people: re.Pattern[str]
    rings: frozenset[str]
    summons: re.Pattern[str]
    nobody: re.Pattern[str]
    networks: re.Pattern[str]
    bids: Mapping[str, re.Pattern[str]]
    does: re.Pattern[str]
    wishes: Mapping[str, re.Pattern[str]]
    gives: frozenset[str]
    brings: re.Pattern[str]
    reached: re.Pattern[str]
    contacted: re.Pattern[str]
    spoken: re.Pattern[str]
    spoke: re.Pattern[str]
    document: re.Pattern[str]
    travels: re.Pattern[str]
    asked: frozenset[str]
    joins: frozenset[str]
    answers: frozenset[str]
    appeal: re.Pattern[str]
    named: re.Pattern[str]


@cache
def load_addressees(language: Language) -> AddresseeRules:
    """The addressees of a language. Raises `LanguageError` where its data is malformed."""
    data = language.table("mediums")
    ends, openers, addressees = (either(strings(data, key)) for key in ("ends", "openers", "addressees"))
    pronoun = rf"(?:{either(strings(data, 'pronouns'))})(?![\w’'])(?! [a-z]+s\b)"
    letters = r"(?:[^\W\d_a-z]\.){2,}|[^\W\d_a-z]\w{0,3}\.(?= [^\W\d_a-z])"
    word = rf"(?!(?i:{ends})\b){_DOING}(?:{letters}|[\w\[\]’'.&/\-]*[\w\]])"
    more = rf"(?: (?:of (?:the )?)?{word}){{0,6}}"
    opened = rf"(?:(?i:{openers}) {word}{more})"
    plain = rf"(?:{addressees})\b{more}"
    proper = rf"(?=[^\W\d_a-z]){word}{more}"
    days = either(tuple(map(str.capitalize, strings(language.table("times"), "weekdays"))))
    named = r"[^\W\d_a-z][\w.’'-]*(?: (?:(?:of|de|von|van|al) )?[^\W\d_a-z][\w.’'-]*){0,5}"
    nearest = rf"{pronoun}|(?:{addressees})\b|(?i:{openers}) {word}(?: {word})?|(?:[a-z]+ )?{named}"
    short = rf"{opened}|{pronoun}|{plain}|{proper}"
    lapse = rf"(?:(?:on )?(?:{days})|{either(strings(data, 'lapses'))})"
    channels, messages = either(strings(data, "nouns")), either(strings(data, "messages"))
    return AddresseeRules(
        tells=frozenset(strings(data, "tells")),
        never_to=frozenset(strings(data, "never_to")),
        says_to=frozenset(strings(data, "says_to")),
        phrase=re.compile(rf"[ ]{_SPAN}[“\"‘]?(?P<who>{short}|(?![a-z]+(?:ing|ed|ly)\b(?! \d)){word}{more})"),
        acts=re.compile(rf"(?!that\b)(?:{either(strings(data, 'does'))})\b"),
        onward=re.compile(rf"(?:\b{lapse} )?(?:(?:and )?(?:{either(strings(data, 'sent'))}) )?\bto (?P<who>{short})"),
        written=re.compile(rf"\b(?:{channels}|{messages})s?(?: (?:{either(strings(data, 'sent'))}))? to (?P<who>{short})"),
        told=re.compile(
            rf"(?P<who>{opened}|{plain}|{proper}|\b[a-z-]+(?:s|ren|eople)|\b(?:{either(strings(data, 'subjects'))}))(?:,?[ ])?$"
        ),
        beside={verb: re.compile(rf"\b(?:{either(led)}) (?P<who>{short})") for verb, led in _by_verb(data, "with_other").items()},
        within=_within(data, word),
        presses=frozenset(strings(data, "presses")),
        people=re.compile(rf"[ ](?P<who>{pronoun}|{plain}|{proper})"),
        rings=frozenset(strings(data, "rings")),
        summons=re.compile(rf",? (?:{either(strings(data, 'summons'))})\b"),
        nobody=re.compile(
            rf"(?:of|over|up|down|out|away|like)\b|(?:[^ ]+ )*?(?:{either(strings(data, 'things'))})(?: of\b.*)?$"
            rf"|(?:{either(tuple(map(str.capitalize, strings(language.table('times'), 'months'))))})(?: \d|$)"
        ),
        networks=re.compile(rf"(?:{either(strings(data, 'networks'))})$"),
        bids=_bids(data, rf"{opened}|{pronoun}|{plain}|{proper}|(?![a-z]+(?:ly|ed)\b(?! \d)){word}{more}", lapse),
        does=re.compile(rf"\b(?:{either(strings(data, 'does'))}|[a-z]+ed (?:the|an?|his|her|its|their|it|them))\b"),
        wishes=_wishes(data, short, nearest),
        gives=frozenset(strings(data, "gives")),
        brings=re.compile(rf"[“\"]?(?:(?:{openers}) )?(?:[\w’'-]+ ){{0,2}}?(?:{messages}) to (?P<who>{short})"),
        reached=_reached(data, rf"{named}|{nearest}", days),
        contacted=_contacted(data, rf"{opened}|{pronoun}|{plain}|{proper}"),
        spoken=_spoken(data, short),
        spoke=re.compile(rf"\b(?:who|that|,) (?:(?:has|have|had) )?(?:{either(strings(data, 'spoke'))}) (?P<who>{short})"),
        document=re.compile(rf"\b(?:{channels})\b"),
        travels=re.compile(rf"\b(?:{either(strings(data, 'travels'))})\b"),
        asked=frozenset(strings(data, "asked")),
        joins=frozenset(strings(data, "joins")),
        answers=frozenset(strings(data, "responds")),
        appeal=re.compile(rf"(?:[\w’'-]+ ){{0,3}}?(?:{either(strings(data, 'appeals'))})\b"),
        named=re.compile(rf" (?P<who>{named})"),
    )


_DOING = (
    r"(?!(?!(?:[a-z]*thing|king|being|sibling|morning|evening|meeting|gathering|hearing|briefing|building|training)\b)[a-z]+ing"
    r"(?:[,:]| ?$| (?:that|the|an?|his|her|its|their|him|them|it|he|she|they|for|to|about|on|in|at|with|into|how|why|if)\b))"
)
"""Not before what somebody is doing: "a letter to Bell *insisting* that"."""
_SPAN = (
    r"(?!(?:(?:an?|about|just|some|nearly|only|over) )?(?!(?:them|him|her|us|me|you|it)\b)[\w-]+ (?:(?:year|month|week|day|hour"
    r"|minute|decade)s?|times) (?:ago|earlier|later|before|to|that|in|on)\b)"
)
"""Not before how long ago or how often: "promised *four years ago*"."""
_WELL = r"(?= (?:an?|well|luck|happy|merry|good|all|the best|every)\b)"
_BIDDEN = (
    r",? [“\"]?(?:not |never )?to (?:[“\"](?=\w)|(?=[a-z]))(?!the\b|an?\b|his\b|her\b|their\b|its\b|be [a-z]+(?:ed|en|wn)\b)"
    r"|[,:] [“\"]"
)
"""Before what somebody is bidden to do; not where it is to be done by others ("ordered the dam to be closed")."""


def _reached(data: Table, who: str, days: str) -> re.Pattern[str]:
    """A pattern of who stands between a verb and a participle that tells: "emailed *her* asking"."""
    verbs = either(strings(data, "reaches"))
    return re.compile(rf"\b(?:{verbs}) (?P<who>{who})(?: (?:{days}))?(?:, [^,]{{3,90}})?,? $")


def _contacted(data: Table, who: str) -> re.Pattern[str]:
    """A pattern of whom one reaches to say something: "phones *the editor* to suggest"."""
    verbs = either(strings(data, "contacts"))
    return re.compile(rf"\b(?:{verbs}) (?P<who>{who})(?: to (?:[^.;]{{3,60}} or to )?|, )$")


def _spoken(data: Table, who: str) -> re.Pattern[str]:
    """A pattern of whom words about the channel name: "Speaking to *nurses* at a rally"."""
    verbs = either(strings(data, "speaking"))
    return re.compile(
        rf"(?:(?:^|, )(?i:{verbs})(?: [a-z]+ly| live| earlier| later)? (?:to|with|before)|(?:^|, )(?i:addressing)) (?P<who>{who})"
    )


def _within(data: Table, word: str) -> re.Pattern[str]:
    """A pattern of whom a cue holds: "put *the board* on notice"."""
    return re.compile(
        rf"\b(?:{either(strings(data, 'hands'))}) (?P<who>{word}(?: {word}){{0,4}}?)"
        rf" (?:and (?:{word} ){{1,3}}?)?(?:{either(strings(data, 'handed'))})\b"
    )


def _wishes(data: Table, anyone: str, nearest: str) -> dict[str, re.Pattern[str]]:
    """For each verb of thanks and good wishes, the pattern of whom."""
    adjective = r"(?:(?:deep|deepest|sincere|heartfelt|warm|warmest|stern|clear|strong|blunt) )?"
    given = rf"{adjective}[“\"‘]?(?:best|good luck|{either(strings(data, 'messages'))})"
    return {
        **dict.fromkeys(strings(data, "thanks"), re.compile(rf",? (?P<who>{anyone})")),
        **dict.fromkeys(strings(data, "wishes"), re.compile(rf" (?P<who>{nearest}){_WELL}")),
        **dict.fromkeys(
            strings(data, "hands_words"), re.compile(rf" (?P<who>{nearest})(?= (?:(?:an?|his|her|its|their) )?{given}\b)")
        ),
    }


def _by_verb(data: Table, key: str) -> dict[str, tuple[str, ...]]:
    """The prepositions that lead on from each verb."""
    leads: dict[str, list[str]] = {}
    for preposition in (given := table(data, key)):
        for verb in strings(given, preposition):
            leads.setdefault(verb, []).append(preposition)
    return {verb: tuple(each) for verb, each in leads.items()}


def _bids(data: Table, who: str, lapse: str) -> dict[str, re.Pattern[str]]:
    """For each verb that bids or tells somebody something, the pattern of whom, from the verb's end."""
    apart = r", [^,.;:“”\"]{2,60},| [—–] [^.;—–]{2,90} [—–]"
    place = rf",? (?:{either(strings(data, 'where'))}) [^,.;:“”\"]{{1,60}}?"
    where = rf"(?: \([^()]{{2,40}}\))?(?: {lapse})?(?:{place}|{apart})?(?: {lapse})?"
    with_more = rf"(?P<who>{who}(?:,? and (?:{who}))?){where}"
    leads = {**dict.fromkeys(strings(data, "urges"), ("",)), **_by_verb(data, "urges_with")}
    found = {verb: rf"{_led(given)}{with_more}(?={_BIDDEN})" for verb, given in leads.items()}
    more = _by_verb(data, "informed_with")
    for verb in strings(data, "informs"):
        told = either((*strings(data, "informed_of"), *more.get(verb, ())))
        found[verb] = rf" {with_more}(?={_BIDDEN}| (?:{told})\b)"
    return {verb: re.compile(pattern) for verb, pattern in found.items()}


def _led(prepositions: tuple[str, ...]) -> str:
    return rf" (?:{either(prepositions)}) " if any(prepositions) else " "
