"""Claims that cannot both hold, or are set against each other: other numbers, the opposite, another cause, a contrast."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from allegedly.languages import Language
from allegedly.link.assertions import Assertion
from allegedly.link.denials import DENYING, link_of, same_speaker
from allegedly.link.numbers import Number
from allegedly.link.pointing import Pointing, load_pointing
from allegedly.link.words import Weights, load_wording, stem, words_in
from allegedly.model import Span
from allegedly.model.link import DisputeClass, Link

_PART_OF_MORE = re.compile(r" (?:of (?:the|them|those|whom)|others|other|more|fewer|further|less)\b")
_CAUSE = re.compile(r"\b(?:caused by|due to|the result of|put down to|blamed on|because of)\b")
_IT_WAS = re.compile(r"^[“\"]?It was (?:an?|the) ")
MOST = 0.8
NEAR = 3
"""How many sentences apart one speaker's words still belong together."""


def opposites(one: Assertion, others: Sequence[Assertion], weights: Weights, language: Language) -> Iterator[Link]:
    """The claims whose opposite `one` says: a word that it says is not so stands there as being so, among the same words."""
    if one.statement is None:
        return
    for claim in others:
        core = one.negated & claim.keys
        if not core or one.negated & claim.negated or same_speaker(one, claim) or not claim.claims:
            continue
        shared = one.keys & claim.keys
        least = min(weights.sum(one.keys), weights.sum(claim.keys))
        whole = len(shared) >= 2 and weights.sum(shared) >= MOST * least and len(one.keys) <= 2 * len(shared)
        if (
            whole
            or (len(core) >= 2 and _together(core, claim, language))
            or (claim.keys <= one.negated and _IT_WAS.match(claim.end.words))
        ):
            score = max(weights.sum(shared) / weights.sum(one.keys), 0.6)
            yield link_of(one, claim, score, "says that it is not so", DisputeClass.SAID_NOT_SO)


def _together(core: frozenset[str], claim: Assertion, language: Language) -> bool:
    """Whether a claim says the words of `core` in one go: with no mark between them."""
    wording = load_wording(language)
    parts = re.split(r"[,;:.]\s", claim.end.words)
    return any(core <= {stem(word, wording) for word in re.findall(r"[\w’'-]+", part)} for part in parts)


def other_values(one: Assertion, texts: tuple[str, str], other: Assertion, language: Language) -> Iterator[Link]:
    """The link between two claims that count the same with numbers whose bounds exclude each other; the later is first."""
    told = (one.statement is not None) + (other.statement is not None)
    if told == 0 or (told == 1 and one.end.article == other.end.article):
        return
    for number in one.numbers:
        for rival in other.numbers:
            if number.excludes(rival) and _count_the_same(one, number, texts[0], other, rival, texts[1], language):
                manner = DisputeClass.CORRECTED if same_speaker(one, other) else DisputeClass.ANOTHER_VALUE
                yield link_of(one, other, 0.8, f"counts another number: {_shown(number)}, {_shown(rival)}", manner)
                return


def _shown(number: Number) -> str:
    bound = "" if number.bound in ("exactly", "between") else f"{number.bound} "
    return f"{bound}{number.value:g}"


def _count_the_same(
    one: Assertion, number: Number, text: str, other: Assertion, rival: Number, other_text: str, language: Language
) -> bool:
    if any(words[: each.span.start].endswith("not ") for words, each in ((text, number), (other_text, rival))):
        return False
    if _PART_OF_MORE.match(text, number.span.end) or _PART_OF_MORE.match(other_text, rival.span.end):
        return False
    pointing, wording = load_pointing(language), load_wording(language)
    here = _counted(text, number, one.sentence, pointing, language)
    if here is not None:
        return here == _counted(other_text, rival, other.sentence, pointing, language)
    if one.statement is None or other.statement is None:
        return False
    units = [stem(each.unit, wording) for each in (number, rival)]
    units = [pointing.cases.get(unit, unit) for unit in units]
    if not number.unit.isalpha() or units[0] != units[1] or number.unit in wording.measures or number.unit in wording.empty:
        return False
    return len((one.keys & other.keys) - set(units)) >= 2


def _counted(text: str, number: Number, sentence: Span, pointing: Pointing, language: Language) -> str | None:
    """What befalls those counted, by the nearest words: three behind the number, or two before it; `None` where nothing does."""
    words = words_in(text, sentence, load_wording(language))
    behind = [word.stem for word in words if word.span.start >= number.span.end and not _parted(text, number, word.span)][:3]
    before = [word.stem for word in words if word.span.end <= number.span.start][-2:]
    for near in (behind, before):
        kinds = [kind for each in near for kind, stems in pointing.counted.items() if each in stems]
        if kinds:
            return kinds[0]
    return None


def _parted(text: str, number: Number, word: Span) -> bool:
    return re.search(r"[,;:.]\s", text[number.span.end : word.start]) is not None


def contrasts(claims: Sequence[Assertion], texts: dict[str, str], language: Language) -> Iterator[Link]:
    """A claim that is set against a denial right before it ("Two councillors, however, recalled"), by somebody else."""
    pointing = load_pointing(language)
    for claim in claims:
        if claim.statement is None or not claim.claims or claim.negated:
            continue
        text = texts[claim.end.article]
        start = min(span.start for span in (*claim.end.spans, *claim.statement.attribution.cue))
        lead = {word.lower() for word in re.findall(r"\w+", text[claim.sentence.start : max(start, claim.sentence.start)])}
        if not lead & pointing.contrast:
            continue
        for denial in claims:
            denying = denial.statement is not None and denial.statement.kind.value in DENYING
            if denying and denial.place == claim.place - 1 and denial.end.article == claim.end.article:
                for each in (denial, *_restating(denial, claims)):
                    if not same_speaker(each, claim):
                        yield link_of(claim, each, 0.65, "set against the denial before it", DisputeClass.CONTRASTED)


def _restating(denial: Assertion, claims: Sequence[Assertion]) -> Iterator[Assertion]:
    """The same denial elsewhere: all its words, told or by whom; and what its denier says beside it with the same negation."""
    for claim in claims:
        if claim.statement is None or claim.end.article == denial.end.article or len(denial.keys) < 2:
            continue
        if claim.statement.kind.value in DENYING and denial.keys <= claim.keys | claim.sides:
            yield claim
            beside = [each for each in claims if each.end.article == claim.end.article and each.place == claim.place + 1]
            yield from (each for each in beside if each.negated & denial.keys)


def causes(links: Sequence[Link], claims: Sequence[Assertion]) -> Iterator[Link]:
    """Where somebody says that it was something ("It was a strike"), and who denies that gives another cause beside it."""
    by_end = {claim.end: claim for claim in claims}
    for link in links:
        if not _IT_WAS.match(link.second.words) or link.first not in by_end or link.second not in by_end:
            continue
        denier = by_end[link.first]
        for claim in claims:
            near = claim.end.article == denier.end.article and abs(claim.place - denier.place) <= NEAR
            if near and same_speaker(claim, denier) and _CAUSE.search(claim.end.words):
                yield link_of(claim, by_end[link.second], 0.6, "gives another cause beside a denial", DisputeClass.ANOTHER_CAUSE)
