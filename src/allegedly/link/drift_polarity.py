"""Sentences that say the opposite, or give an answer where there was none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from allegedly.link.align import Sentence
from allegedly.link.context import SILENT, Compared, Side, covering, in_sentence
from allegedly.link.drift_in_place import not_taken_out
from allegedly.link.drift_opposites import changed_to_opposite
from allegedly.link.drift_wording import load_rewording
from allegedly.link.words import Wording, alike
from allegedly.model import Certainty, Kind, Span, Spans, Statement
from allegedly.model.link import Change, Drift

_RAW = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
LEAST_ALIKE = 0.5
REACH = 4
"""How many words behind a negator it can make something not so."""
_BORDER = re.compile(r"[,.;:”\"“(]")


@dataclass(frozen=True, slots=True)
class Negated:
    """A word that a sentence says is not so, and the words that say that."""

    word: Span
    negator: Span
    denied: bool


def negated_words(text: str, sentence: Sentence, wording: Wording) -> Mapping[str, Negated]:
    """What a sentence says is not so, by stem: the word behind each negator, and all words behind one of denying."""
    raw = list(_RAW.finditer(text, sentence.span.start, sentence.span.end))
    smalls = [match.group().lower().replace("’", "'") for match in raw]
    by_start = {word.span.start: word for word in sentence.words}
    found: dict[str, Negated] = {}
    for number, (match, small) in enumerate(zip(raw, smalls, strict=True)):
        negator = Span(match.start(), match.end())
        if small in wording.deniers and not any(before in wording.negators for before in smalls[max(0, number - 2) : number]):
            words = [word for word in sentence.words if word.span.start >= match.end()]
            found |= {word.stem: Negated(word.span, negator, True) for word in words if word.stem not in found}
        if (small not in wording.negators and not small.endswith("n't")) or smalls[number + 1 : number + 2] == []:
            continue
        if smalls[number + 1] in wording.not_negating or smalls[max(0, number - 1) : number] == ["or"]:
            continue
        for each, behind in zip(raw[number + 1 : number + 1 + REACH], smalls[number + 1 :], strict=False):
            if _BORDER.search(text, match.end(), each.start()):
                break
            word = by_start.get(each.start())
            if word is not None:
                if not word.name:
                    found.setdefault(word.stem, Negated(word.span, negator, False))
                if behind not in wording.passing and not (small == "no" and each is raw[number + 1]):
                    break
    return found


def changed_polarity(compared: Compared) -> Iterator[Drift]:
    """Where one sentence says that something is not so, or denies it, and the other that it is."""
    if compared.pair.score < LEAST_ALIKE:
        return
    out = not_taken_out(compared)
    if out is not None:
        yield Drift(Change.NEGATION_CHANGED, (out[0],), (out[1],), compared.pair)
        return
    put = not_taken_out(compared.mirrored())
    if put is not None:
        yield Drift(Change.NEGATION_CHANGED, (put[1],), (put[0],), compared.pair)
        return
    one, other = _negatives(compared, False), _negatives(compared, True)
    gone = _not_so(one, other, compared)
    if gone is not None:
        yield Drift(Change.NEGATION_CHANGED, gone[0], gone[1], compared.pair)
        return
    come = _not_so(other, one, compared.mirrored())
    if come is not None:
        yield Drift(Change.NEGATION_CHANGED, come[1], come[0], compared.pair)
        return
    opposite = changed_to_opposite(compared)
    if opposite is not None:
        yield opposite


def _not_so(one: Mapping[str, Negated], other: Mapping[str, Negated], compared: Compared) -> tuple[Spans, Spans] | None:
    """The words that one side says are not so and the other sentence says are, the most telling of them, on both sides."""
    sentence = compared.other
    if any(stem in other for stem in one):
        return None
    rewording = load_rewording(compared.language)
    here, there = (
        {word.lower() for word in _RAW.findall(each.span.of(text))}
        for each, text in ((compared.one, compared.before.text), (sentence, compared.after.text))
    )
    if (there - here) & rewording.lacking:
        return None
    if there & rewording.degrees.get(Certainty.ALLEGED, frozenset()):
        one = {stem: negated for stem, negated in one.items() if not negated.denied}
    stems = [stem for stem in one if stem in sentence.keys and (one[stem].denied or _turned(stem, one[stem], compared))]
    stems = [stem for stem in stems if not _of_nothing_here(one, stem, compared)]
    if not stems:
        return None
    most = max(stems, key=lambda stem: (not one[stem].denied, compared.weights.of(stem), stem))
    negated = one[most]
    if negated.denied and compared.weights.sum(stems) < 0.5 * compared.weights.sum([s for s in one if one[s].denied]):
        return None
    if negated.denied:
        denied = {stem for stem in stems if one[stem].denied}
        return (negated.negator,), tuple(word.span for word in sentence.words if word.stem in denied)
    words = [word.span for word in sentence.words if word.stem == most]
    return covering([negated.negator, negated.word]), (words[0],)


def _of_nothing_here(one: Mapping[str, Negated], stem: str, compared: Compared) -> bool:
    """Whether a verb is said of "no" something of which the other sentence has nothing ("No survivors were found")."""
    negator = one[stem].negator
    if negator.of(compared.before.text).lower() != "no" or one[stem].denied:
        return False
    behind = next((word for word in compared.one.words if word.span.start >= negator.end), None)
    return behind is not None and behind.stem != stem and behind.stem not in compared.other.keys


def _turned(stem: str, negated: Negated, compared: Compared) -> bool:
    """Whether a word stands once in either sentence, in the second with nothing before it that makes it not so.

    "Shouldn't you go?" asks for a yes.
    """
    one, sentence, wording = compared.one, compared.other, compared.wording
    here, there = ([word for word in each.words if word.stem == stem] for each in (one, sentence))
    if len(here) != 1 or len(there) != 1 or negated.word.of(compared.before.text).lower() in wording.passing:
        return False
    behind = _RAW.match(compared.before.text, negated.negator.end + 1)
    contracted = negated.negator.of(compared.before.text).lower().endswith(("n't", "n’t"))
    if contracted and behind and behind.group().lower() in load_rewording(compared.language).asked:
        return False
    before = compared.after.text[sentence.span.start : there[0].span.start]
    smalls = [word.lower().replace("’", "'") for word in _RAW.findall(before.rpartition(" but ")[2])]
    if any(small in wording.negators or small.endswith("n't") for small in smalls):
        return False
    behind_it = [word.lower() for word in _RAW.findall(compared.after.text, there[0].span.end, sentence.span.end)][:2]
    if any(small in wording.negators for small in behind_it):
        return False
    return load_rewording(compared.language).failing.search(before[-24:]) is None


def _negatives(compared: Compared, after: bool) -> Mapping[str, Negated]:
    """What a sentence says is not so, by its own words and by denials found; what stands with silence is left out."""
    side, sentence = (compared.after, compared.other) if after else (compared.before, compared.one)
    wording, rewording = compared.wording, load_rewording(compared.language)
    found = dict(negated_words(side.text, sentence, wording))
    for statement in side.statements[sentence.span]:
        if statement.kind.value in SILENT:
            spans = (*statement.attribution.cue, *statement.attribution.source)
            found = {key: value for key, value in found.items() if not any(span.overlaps(value.negator) for span in spans)}
    for statement in side.statements[sentence.span]:
        if statement.kind.value is Kind.DENIAL and _denies(side, statement, wording, rewording.denying):
            content = in_sentence(statement.attribution.content, sentence.span)
            for word in sentence.words:
                if any(span.covers(word.span) for span in content):
                    found.setdefault(word.stem, Negated(word.span, statement.attribution.cue[0], True))
    return found


def _denies(side: Side, statement: Statement, wording: Wording, denying: frozenset[str]) -> bool:
    """Whether a cue itself denies; where what is said does ("“It is false,” she wrote"), that stands without her too."""
    cue = {word.lower() for span in statement.attribution.cue for word in _RAW.findall(span.of(side.text))}
    return bool(cue & (wording.deniers | denying))


def changed_answers(compared: Compared) -> Iterator[Drift]:
    """Where somebody would not say something in one text and says it in the other."""
    for silent, said in _silent_and_said(
        compared.before, compared.pair.before, compared.after, compared.pair.after, compared.wording
    ):
        if _alike(compared, silent, said):
            yield Drift(Change.ANSWER_CHANGED, silent.attribution.cue, said.attribution.cue, compared.pair)
            return
    for silent, said in _silent_and_said(
        compared.after, compared.pair.after, compared.before, compared.pair.before, compared.wording
    ):
        if _alike(compared.mirrored(), silent, said):
            yield Drift(Change.ANSWER_CHANGED, said.attribution.cue, silent.attribution.cue, compared.pair)
            return


def _silent_and_said(one: Side, here: Span, other: Side, there: Span, wording: Wording) -> Iterator[tuple[Statement, Statement]]:
    for silent in one.statements[here]:
        if silent.kind.value not in SILENT or silent.speaker is None or not silent.attribution.cue:
            continue
        if any(_speaks(each, silent) and each.kind.value in SILENT for each in other.statements[there]):
            continue
        for said in other.statements[there]:
            cue = {word.lower() for span in said.attribution.cue for word in _RAW.findall(span.of(other.text))}
            if said.kind.value not in SILENT and cue and not cue & wording.negators and _speaks(said, silent):
                yield silent, said


def _speaks(one: Statement, other: Statement) -> bool:
    """Whether both are of one named speaker."""
    names = [statement.speaker.name for statement in (one, other) if statement.speaker is not None]
    return len(names) == 2 and names[0] is not None and names[0] == names[1]


def _alike(compared: Compared, one: Statement, other: Statement) -> bool:
    here = compared.before.keys_in(compared.pair.before, one.attribution.content)
    there = compared.after.keys_in(compared.pair.after, other.attribution.content)
    return alike(here, there, compared.weights) >= 0.3
