"""Which claim a denial points at that restates nothing: by its noun, by whom it is about, and by the distance."""

from __future__ import annotations

import re
from collections.abc import Sequence

from allegedly.link.assertions import DENYING, Assertion, Denied
from allegedly.link.pointing import Pointing
from allegedly.link.speaking import is_part, same_speaker
from allegedly.link.weighing import Weighing
from allegedly.model import Kind
from allegedly.model.link import DisputeClass

REACH, FADING, LIKELY = 12, 0.05, 0.6
"""How many sentences back a denial points that restates nothing, what each takes away, and how likely the claim has to be."""
CLAUSE, ACCUSED = 6, 4
"""How many words a claim has at least that a noun stands for; an accusation, and what a pronoun stands for, needs fewer."""
AHEAD, MOST, HALF = 2, 0.9, 0.6
"""How many sentences ahead it points, where words at the noun stand there; how much of them makes any distance do; and how much
has to stand there where the words tell the claim in full."""
ALONE = 0.67
"""What one word at the noun counts for."""
BEHIND = 2
"""How many sentences back a pronoun points."""
ABOUT, NOT_ABOUT = 0.3, -0.15
"""What counts where a reproach names who denies it, and where it does not."""
NEGATED, PLAIN, WHOSE = -0.3, 0.15, 0.2
"""What counts where the claim says that something is not so; and what each sentence takes away where nothing but the distance
tells which claim is meant; and what counts where it is said by whose claim it is told to be, in some of its words."""
LEAD, OPENING = 2, 0.15
"""In how many first sentences a denial may point at what is told anywhere behind it, and how much of its words stands there."""
SAID, PARTLY, SEVERAL = 0.8, 0.45, 4
"""How much of two or more words at the noun a claim says, and how much of many words, and how many of these."""
CLEAR = 0.3
"""How much likelier than any other claim one has to be for that to tell something."""
FIRST = 5
"""In how many first words an accusation names who is accused."""
NAMED = 3
"""How many sentences back a claim lies that tells first of who denies the allegations."""
RECENT, ALONE_WORDS = 4, 2
"""How many sentences back an accusation lies that a noun stands for; and how many words a denial has that is a pronoun alone."""
_RAW, _NAME = re.compile(r"\w+"), re.compile(r"\b[A-Z]\w+")
_FIRM = frozenset({"Corp", "Inc", "Ltd", "Co", "Company", "Group", "PLC", "LLC", "Jr", "Sr"})
_SHORT, _TOLD = 3, 0.5
_CLAUSES = re.compile(r"\b(?:and|but|although|though|while)\b")


def pointed_at(
    denial: Assertion, denied: Denied, near: Sequence[Assertion], weights: Weighing, pointing: Pointing
) -> Assertion | None:
    """The claim near the denial, by somebody else, that its noun most likely stands for; `None` where none is likely."""
    best, most, next_most = None, LIKELY, 0.0
    called = denied.manner is DisputeClass.CALLED_FALSE and bool(denied.keys)
    if (denied.pointers and denied.pointers <= pointing.plans and not called) or (
        denial.kind is Kind.REJECTION and denied.pointers and denied.pointers <= pointing.legal
    ):
        return None
    for claim in near:
        if not _can_be(denial, denied, claim, pointing):
            continue
        likely = _likely(denial, denied, claim, weights, pointing)
        if likely > most:
            best, most, next_most = claim, likely, most if best is not None else next_most
        else:
            next_most = max(next_most, likely)
    if best is None:
        return None
    clear = most - next_most >= CLEAR and _is_clear(denial, denied, best, pointing)
    return best if clear or _is_sure(denial, denied, best, weights, pointing) else None


def _is_clear(denial: Assertion, denied: Denied, claim: Assertion, pointing: Pointing) -> bool:
    """Whether a claim that is by far the likeliest is also near, and somebody's."""
    back = denial.place - claim.place
    if claim.kind is None or not denied.pointers or denied.pointers & pointing.remarks == denied.pointers:
        return False
    if denied.keys:
        return 0 <= back <= BEHIND and denied.keys <= claim.keys | claim.sides and denial.kind is not None
    return back == 1 and denial.kind in (*DENYING, Kind.CRITICISM)


def _is_sure(denial: Assertion, denied: Denied, claim: Assertion, weights: Weighing, pointing: Pointing) -> bool:
    """Whether there is more that speaks for the likeliest claim than that nothing else is likelier.

    That it says most of two or more words at the noun; that it is an accusation a few sentences back; that it is said by whose
    claim it is, or right before in the sentence; that a reproach is denied and somebody's words stand one sentence back; or that
    a pronoun stands alone for the words of the sentence before.
    """
    back = denial.place - claim.place
    if (back < 0 and not denied.own) or back > REACH:
        return False
    shared = denied.keys & (claim.keys | claim.sides)
    share = weights.sum(shared) / weights.sum(denied.keys) if denied.keys else 0.0
    if (share >= SAID and len(shared) > 1 and len(denied.keys) > 1 and back >= 0) or (share >= PARTLY and len(shared) >= SEVERAL):
        return True
    if claim.kind is not None and _is_theirs(denial, denied, claim, pointing):
        return True
    if denial.kind is None or claim.kind is None:
        return claim.end.spans[-1].end < denial.end.spans[0].start and back == 0 and bool(denied.pointers) and not denied.keys
    if claim.kind is Kind.ACCUSATION:
        return 0 <= back <= RECENT
    if denied.keys:
        return bool(denied.pointers) and 0 <= back <= BEHIND and denied.keys <= claim.sides
    if _is_pronoun(denied, pointing):
        return denial.kind in DENYING and back <= 1 and len(_RAW.findall(denial.end.words)) <= ALONE_WORDS
    if denied.pointers & pointing.figures:
        denies = denial.kind in DENYING or denied.manner is not DisputeClass.CALLED_FALSE
        return 0 <= back <= (RECENT if denies else 1)
    if back == 0:
        return claim.end.spans[-1].end < denial.end.spans[0].start and denied.pointers != pointing.reproaches
    plain = denial.kind in DENYING and claim.kind is Kind.ASSERTION and _NAME.search(denial.speaker or "") is not None
    return plain and back == 1 and denied.pointers < pointing.reproaches - pointing.remarks


def _is_theirs(denial: Assertion, denied: Denied, claim: Assertion, pointing: Pointing) -> bool:
    """Whether a claim a little before is said by whose the noun says it is ("Hale’s assertion", "the report").

    Or, where accusations are denied, whether it tells of nobody before it tells of who denies them.
    """
    back = denial.place - claim.place
    if back < 0 or claim.end.spans[-1].end > denial.end.spans[0].start:
        return False
    if denied.pointed and back <= BEHIND:
        if denied.own and not denied.keys and denied.own & claim.sides:
            return True
        nouns = claim.sides - pointing.pronouns - pointing.reproaches
        if denied.pointers <= nouns and denied.keys <= claim.keys | claim.sides:
            return True
    accused = denied.pointers <= pointing.reproaches - pointing.remarks and not denied.keys
    return accused and back <= NAMED and denial.kind in DENYING and _is_subject(denier_in(denial), claim)


def answered_in(denial: Assertion, others: Sequence[Assertion], weights: Weighing, pointing: Pointing) -> Assertion | None:
    """The accusation in another text that somebody answers who denies one here ("denied the allegations"), by the name in it."""
    denied, names = denial.denied, denier_in(denial)
    if denied is None or not names | denied.keys or not _is_reproach(denied, pointing):
        return None
    best, most = None, 0.0
    for claim in others:
        if (
            claim.kind is not Kind.ACCUSATION
            or (claim.day > denial.day and denial.day and not denied.own)
            or (denied.own and not denied.own & claim.sides)
            or not _is_subject(names, claim)
            or same_speaker(denial, claim)
            or len(_RAW.findall(claim.end.words)) < CLAUSE
        ):
            continue
        share = weights.sum(denied.keys & claim.keys) / weights.sum(denied.keys) if denied.keys else 0.0
        if share < HALF if denied.keys else not names & claim.keys:
            continue
        likely = 1.0 + share + 0.5 * bool(names & claim.keys) + 0.5 * (claim.kind is Kind.ACCUSATION)
        if likely > most:
            best, most = claim, likely
    return best


def _is_subject(names: frozenset[str], claim: Assertion) -> bool:
    """Whether a claim names somebody in its first words, as an accusation does that is made against them."""
    first = [word.lower() for word in _RAW.findall(claim.end.words)[:FIRST]]
    return any(word.startswith(name) for word in first for name in names if len(name) >= _SHORT)


def _can_be(denial: Assertion, denied: Denied, claim: Assertion, pointing: Pointing) -> bool:
    """Whether the denial may point at a claim at all."""
    if claim.end.article != denial.end.article or is_part(denial, claim):
        return False
    # What somebody calls false may be told as what they themselves said ("Hale, who is said to have called it a farce").
    told_of = denied.manner is DisputeClass.CALLED_FALSE and bool(denied.keys & claim.keys) and denial.place > claim.place
    if same_speaker(denial, claim) and not told_of:
        return False
    back, pronoun = denial.place - claim.place, _is_pronoun(denied, pointing)
    short = pronoun or told_of or claim.kind is Kind.ACCUSATION
    if len(_RAW.findall(claim.end.words)) < (ACCUSED if short else CLAUSE):
        return False
    if not back and claim.end.spans[0].start >= denial.end.spans[0].start and (pronoun or claim.kind is None):
        return False
    if not back and claim.kind is None and pronoun and not _CLAUSES.search(claim.end.words):
        return False
    if denied.own and not denied.own & (claim.sides if claim.speaker else claim.keys):
        return False
    if claim.keys & pointing.claiming and not pointing.judging.isdisjoint(_RAW.findall(claim.end.words.lower())):
        return False
    return not pronoun or 0 <= back <= BEHIND


def _likely(denial: Assertion, denied: Denied, claim: Assertion, weights: Weighing, pointing: Pointing) -> float:
    """How likely a noun stands for a claim.

    By the words at the noun, by whether the claim is told as one, by whom it is about, by its numbers, and the less the further
    it is.
    """
    back = denial.place - claim.place
    if denied.pointers & pointing.figures and not claim.counts:
        return 0.0
    shared = denied.keys & (claim.keys | claim.sides)
    share = weights.sum(shared) / weights.sum(denied.keys) if denied.keys else 0.0
    if len(denied.keys) == 1 and denied.pointers:
        share *= ALONE
    if denied.manner is DisputeClass.SAID_NOT_SO and share < HALF:
        return 0.0
    reproach, pronoun = _is_reproach(denied, pointing), _is_pronoun(denied, pointing)
    about = reproach and bool(denier_in(denial) & claim.keys)
    opening = denial.place <= LEAD and share >= OPENING and bool(denied.own)
    if (not -(REACH if opening else AHEAD) <= back <= REACH and share < MOST) or (back < 0 and not share):
        return 0.0
    if not denied.pointers and share < MOST:
        return 0.0
    likely = share if denied.keys else 0.5
    told = _told_as_one(denied, claim, back, pointing)
    likely += told
    if denied.pointers == pointing.reproaches and told < _TOLD and not about:
        return 0.0
    if reproach and denier_in(denial):
        likely += ABOUT if about else NOT_ABOUT
    if denied.own and share and claim.speaker:
        likely += WHOSE
    far = 0 if opening and back < 0 else back if back >= 0 else -3 * back
    if claim.negated and (back or not pronoun):
        likely += NEGATED * (1.0 + share)
    plain = not denied.keys and not reproach and told < _TOLD and not denied.pointers & pointing.figures
    fading = PLAIN if plain else FADING
    return likely - fading * far * (1.0 - 0.7 * share)


def _is_reproach(denied: Denied, pointing: Pointing) -> bool:
    return bool(denied.pointers & pointing.reproaches)


def _is_pronoun(denied: Denied, pointing: Pointing) -> bool:
    return bool(denied.pointers) and denied.pointers <= pointing.pronouns


def _told_as_one(denied: Denied, claim: Assertion, back: int, pointing: Pointing) -> float:
    """What counts where a claim is told as one: as an accusation, with a noun that stands for claims, or as somebody's words."""
    if _is_pronoun(denied, pointing):
        return 0.5 if back == 0 else 0.3
    if claim.kind is Kind.ACCUSATION:
        return 0.6
    if denied.pointers & claim.keys or pointing.claiming & claim.keys or back == 0:
        return 0.5 if claim.kind is not None or not back or _is_reproach(denied, pointing) else 0.3
    reported = 0.3 if pointing.reporting & claim.keys else 0.0
    return 0.4 if claim.kind is not None else reported


def denier_in(denial: Assertion) -> frozenset[str]:
    """The stems by which a claim names who denies it: that of a surname, or a country."""
    names = [name for name in _NAME.findall(denial.speaker or "") if name not in _FIRM]
    if not names:
        return frozenset()
    last = names[-1].lower()
    surname = frozenset(each for each in denial.sides if len(each) >= _SHORT and last.startswith(each))
    return surname or frozenset(each for each in denial.sides if each.isupper())
