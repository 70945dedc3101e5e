"""A cue verb with its auxiliaries: is it a verb here at all, and who can be its subject."""

from __future__ import annotations

from dataclasses import dataclass

from allegedly.attribute.lexicon import (
    ADVERB,
    AUXILIARY,
    BASE,
    BEING,
    CONJUNCTION,
    DETERMINER,
    HAVING,
    ING,
    MARK,
    NEGATION,
    NUMBER,
    PARTICIPLE,
    PAST,
    POSSESSIVE,
    PREPOSITION,
    QUESTION,
    RELATIVE,
    SUBJECT,
    THIRD,
    Verb,
)  # fmt: skip
from allegedly.attribute.noun_phrases import nounish
from allegedly.attribute.words import Words

_MODALS = frozenset(("would", "could", "should", "can", "may", "might", "must", "shall", "wouldn't", "couldn't", "shouldn't"))
_PLURAL_SUBJECTS = frozenset(
    (
        "i",
        "you",
        "we",
        "they",
        "who",
        "some",
        "others",
        "many",
        "most",
        "few",
        "several",
        "people",
        "both",
        "all",
        "men",
        "women",
        "police",
        "that",
        "which",
        "these",
        "those",
        "media",
        "children",
    )
)


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """Tokens `[first, last)` with the cue verb at `head`. At most one of `finite`, `infinitive`, `participle` holds."""

    verb: Verb
    first: int
    head: int
    last: int
    passive: bool
    finite: bool
    infinitive: bool
    participle: bool
    negated: bool
    modal: bool


def verb_group(w: Words, head: int, verb: Verb, form: int, lowest: int) -> VerbGroup | None:
    """The group around the form of `verb` at `head`; `None` where the word is no verb there."""
    first, to = _auxiliaries(w, head, lowest)
    auxiliaries = [n for n in range(first, head) if w.bits[n] & AUXILIARY]
    bits = [w.bits[n] for n in auxiliaries]
    being = bool(bits) and bool(bits[-1] & BEING)
    having = bool(bits) and bool(bits[-1] & HAVING)
    passive = being and bool(form & PARTICIPLE) and not (form & ING)
    modal = any(w.lower[n] in _MODALS for n in auxiliaries)
    negated = any(w.bits[n] & NEGATION for n in range(first, head))
    last = head + 1 + len(verb.rest)
    if to and not (auxiliaries and w.lower[auxiliaries[0]] == "having"):
        if not form & BASE and not auxiliaries:
            return None
        return VerbGroup(verb, first, head, last, passive, False, True, False, negated, modal)
    if form & ING:
        if being:
            return VerbGroup(verb, first, head, last, False, True, False, False, negated, modal)
        return (
            VerbGroup(verb, first, head, last, False, False, False, True, negated, modal) if _gerund(w, first, lowest) else None
        )
    if not auxiliaries and not _verbal(w, first, head, form, lowest):
        return None
    if (bits and not being and not having and not form & BASE) or (having and not form & PARTICIPLE):
        return None
    if being and not passive:
        return None
    return VerbGroup(verb, first, head, last, passive, True, False, False, negated, modal)


def _auxiliaries(w: Words, head: int, lowest: int) -> tuple[int, bool]:
    """The first token of the group, and whether "to" opens it."""
    first = head
    while first > lowest and w.quote[first - 1] == w.quote[head]:
        bits, word = w.bits[first - 1], w.lower[first - 1]
        if word == "to":
            return first - 1, True
        if (
            bits & AUXILIARY
            or (bits & (ADVERB | NEGATION) and not bits & (MARK | DETERMINER))
            or (word in ("also", "both", "all") and first == head)
        ):
            first -= 1
        else:
            break
    while (
        first < head
        and w.bits[first] & ADVERB
        and not w.bits[first] & (AUXILIARY | NEGATION)
        and (first == lowest or w.bits[first - 1] & MARK)
    ):
        first += 1
    return first, False


def _gerund(w: Words, first: int, lowest: int) -> bool:
    """Whether a form in -ing is a participle or gerund with an object, and no noun or adjective."""
    if first == lowest:
        return True
    before = w.bits[first - 1]
    return not before & (DETERMINER | POSSESSIVE | NUMBER) and w.lower[first - 1] not in ("'s", "of", "no")


def _verbal(w: Words, first: int, head: int, form: int, lowest: int) -> bool:
    """Whether a form without auxiliaries is a finite verb where it stands."""
    if first == lowest:
        return bool(form & (PAST | THIRD)) and not form & BASE
    before, word = w.bits[first - 1], w.lower[first - 1]
    if (before & (DETERMINER | POSSESSIVE) and not before & SUBJECT) or word == "'s":
        return False
    if form & PAST:
        return not before & PREPOSITION or w.quote[first - 1] != w.quote[head] or word in ("after", "since", "before")
    if before & PREPOSITION or (before & NUMBER and form & BASE):
        return False
    if before & CONJUNCTION or word == ",":
        return True
    if form & THIRD:
        return (
            bool(before & (SUBJECT | RELATIVE | MARK))
            or (nounish(w, first - 1) and not word.endswith("s"))
            or w.capital[first - 1]
        )
    if before & (QUESTION | RELATIVE | SUBJECT):
        return word in _PLURAL_SUBJECTS
    return word in _PLURAL_SUBJECTS or (word.endswith("s") and not word.endswith("ss") and nounish(w, first - 1)) or word == ")"
