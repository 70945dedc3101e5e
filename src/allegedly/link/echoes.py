"""What a denial points at by a noun that echoes a word of telling, or names a misdeed: "accused … denied the accusation"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from allegedly.languages import Language
from allegedly.link.assertions import DENYING, Assertion, Denied, keys_of
from allegedly.link.context import SILENT
from allegedly.link.denials import link_of
from allegedly.link.owned import owned
from allegedly.link.pointed import denier_in
from allegedly.link.pointing import Pointing, load_pointing
from allegedly.link.speaking import is_part, same_speaker
from allegedly.link.weighing import Weighing
from allegedly.link.words import load_wording, stem
from allegedly.model import Kind
from allegedly.model.link import End, Link, Sheet

NEAR, FAR, PRONOUNS = 2, 8, 3
"""How many sentences back a word of telling is echoed; how many back a misdeed lies that somebody is named with; and how many
where a pronoun alone names who is said to have done it."""
CLAUSE = 5
"""How many words a claim has at least."""
SHORT = 80
"""How many characters lie at most between what is said and what is set against it in the same sentence."""
HALF = 0.5
"""How much of the words at the noun a claim has to say, by weight."""
_RAW = re.compile(r"\w+")
_PRONOUN = re.compile(r"[“\"‘']?(?:that )?(?:he|she|they|him|her|them|his|their)\b", re.IGNORECASE)
_AGAINST = re.compile(r",? (?:but|although|though|while|whereas|yet)\b")
_DOER = frozenset({"by", "against", "to"})
FIRST = 5
"""In how many first words, or behind "by", a claim names who does what it tells."""
_ECHOED, _MISDEED = 0.75, 0.7
_NEVER = (*DENYING, *SILENT, Kind.QUESTION, Kind.DEMAND, Kind.PROMISE)


@dataclass(frozen=True, slots=True)
class Told:
    """What is told in a text: by which words each thing is told, and what each sentence says with who speaks in it."""

    own: Sequence[Assertion]
    cues: Mapping[End, frozenset[str]]
    beside: Mapping[int, frozenset[str]]
    sheet: Sheet
    weights: Weighing
    pointing: Pointing

    def says_enough(self, denied: Denied, claim: Assertion) -> bool:
        """Whether the sentence of a claim says what words at the noun tell of it."""
        shared = denied.keys & self.beside[claim.place]
        return not denied.keys or self.weights.sum(shared) >= HALF * self.weights.sum(denied.keys)


def echo_links(
    own: Sequence[Assertion], linked: frozenset[End], sheet: Sheet, weights: Weighing, language: Language
) -> Iterator[Link]:
    """The links from denials of a text that are not `linked` yet to what they point at by an echo or a misdeed, or tell."""
    denials = [each for each in own if each.denied is not None and each.end not in linked]
    if not denials:
        return
    beside: dict[int, frozenset[str]] = defaultdict(frozenset)
    for each in own:
        beside[each.place] |= each.keys | each.sides
    told = Told(own, _cues(own, sheet, language), beside, sheet, weights, load_pointing(language))
    for denial in denials:
        link = owned(denial, sheet, language)
        if link is None and denial.kind in DENYING and denial.denied is not None:
            link = _pointing_back(denial, denial.denied, told)
        if link is not None:
            yield link


def _pointing_back(denial: Assertion, denied: Denied, told: Told) -> Link | None:
    claim = _echoed(denial, denied, told)
    if claim is not None:
        return link_of(denial, claim, _ECHOED, "points at what is told with its noun", denied.manner)
    claim = _misdeed(denial, denied, told)
    if claim is not None:
        return link_of(denial, claim, _MISDEED, "denies a misdeed that names them", denied.manner)
    claim = _set_against(denial, denied, told)
    if claim is not None:
        return link_of(denial, claim, _ECHOED, "set against what is said before in the sentence", denied.manner)
    return None


def _cues(own: Sequence[Assertion], sheet: Sheet, language: Language) -> Mapping[End, frozenset[str]]:
    """The stems of the words by which each thing is told: what leads to a statement, or verbs of claiming in the text's own."""
    cues = {statement.id: statement.attribution.cue for statement in sheet.findings.statements}
    verbs, wording = _verbs(language), load_wording(language)
    found: dict[End, frozenset[str]] = {}
    for each in own:
        if each.end.statement is not None and each.kind is not None:
            found[each.end] = keys_of(sheet.text, cues[each.end.statement], language)
        else:
            told = verbs.findall(each.end.words)
            found[each.end] = frozenset(stem(word, wording) for verb in told for word in verb.split())
    return found


@cache
def _verbs(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(load_pointing(language).telling_verbs))})\b")


def _echoed(denial: Assertion, denied: Denied, told: Told) -> Assertion | None:
    """The nearest claim before that is told with the word that the noun is of ("claimed … denied the claim").

    Much is reported in a text: what "the reports" stand for names who denies them.
    """
    pointing = told.pointing
    words = {word for noun in denied.pointers for word in pointing.echoes.get(noun, ())}
    if not words or denied.pointers >= pointing.reproaches:
        return None
    names = denier_in(denial) | denied.keys
    found = [
        each
        for each in told.own
        if _may_be(denial, each, NEAR)
        and words & told.cues[each.end]
        and told.says_enough(denied, each)
        and (not denied.pointers & pointing.printed or names & each.keys)
    ]
    return max(found, key=_last) if found else None


def _misdeed(denial: Assertion, denied: Denied, told: Told) -> Assertion | None:
    """The nearest claim before by which who denies something did what is wrong."""
    pointing, names = told.pointing, denier_in(denial)
    if not names or not denied.pointers & pointing.reproaches or denied.pointers <= pointing.remarks:
        return None
    found = [
        each
        for each in told.own
        if _may_be(denial, each, FAR)
        and _reproaches(each, told)
        and (_does(names, each, told) or (denial.place - each.place <= PRONOUNS and _PRONOUN.match(each.end.words)))
        and told.says_enough(denied, each)
    ]
    return max(found, key=_last) if found else None


def _does(names: frozenset[str], claim: Assertion, told: Told) -> bool:
    """Whether a claim is of what somebody with these names does: it begins with them, is by them, or accuses them."""
    if claim.kind is Kind.ACCUSATION or told.cues[claim.end] & told.pointing.accusing:
        return bool(names & claim.keys)
    if any(name.isupper() and name in claim.keys for name in names):
        return True
    words = [word.lower() for word in _RAW.findall(claim.end.words)]
    named = [at for at, word in enumerate(words) if any(word.startswith(name.lower()) for name in names)]
    return any(at < FIRST or not _DOER.isdisjoint(words[max(0, at - FIRST) : at]) for at in named)


def _reproaches(claim: Assertion, told: Told) -> bool:
    """Whether a claim tells of a misdeed, or is told as an accusation; the text's own words are, where a verb tells that."""
    cues = told.cues[claim.end]
    misdeed = claim.keys & told.pointing.misdeeds - claim.negated
    return bool(misdeed or cues & told.pointing.accusing or claim.kind is Kind.ACCUSATION) and bool(
        claim.kind is not None or cues
    )


def _set_against(denial: Assertion, denied: Denied, told: Told) -> Assertion | None:
    """What somebody says in the same sentence before "but" or the like, where it has some word of what is denied behind it."""
    if denial.kind is not Kind.DENIAL or not denied.keys:
        return None
    found = [
        each for each in told.own if each.kind is not None and _may_be(denial, each, 0) and denied.keys & each.keys - each.names
    ]
    if not found:
        return None
    claim = max(found, key=_last)
    between = told.sheet.text[claim.end.spans[-1].end : denial.end.spans[0].start]
    against = _AGAINST.match(between) is not None and len(between) <= SHORT
    others = claim.kind is Kind.ACCUSATION and claim.names and not denier_in(denial) & claim.keys
    return claim if against and not others else None


def _may_be(denial: Assertion, claim: Assertion, reach: int) -> bool:
    """Whether a claim stands before a denial, at most `reach` sentences back, and is somebody else's."""
    if not 0 <= denial.place - claim.place <= reach or claim.end.spans[-1].end > denial.end.spans[0].start:
        return False
    if claim.kind in _NEVER or not claim.keys - claim.names:
        return False
    enough = len(_RAW.findall(claim.end.words)) >= CLAUSE
    return enough and not same_speaker(denial, claim) and not is_part(denial, claim)


def _last(claim: Assertion) -> tuple[int, int]:
    return claim.place, claim.end.spans[0].start
