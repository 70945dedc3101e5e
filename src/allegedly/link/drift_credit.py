"""Whether a sentence tells in some other way whose words it gives, or says something else, so that no source is lost in it."""

from __future__ import annotations

import re
from collections.abc import Set
from itertools import pairwise

from allegedly.link.align import Sentence
from allegedly.link.context import Compared
from allegedly.link.drift_voices import Voice
from allegedly.link.drift_wording import load_rewording
from allegedly.link.words import Wording
from allegedly.model import Span, Spans

LEAST, UNALIKE = 0.5, 0.6
"""How many of the words that are no names have to stand in both; more where the sentences are less alike than this."""
RUN = 3
"""How many words in a row two sentences that are not much alike have to have in common."""
_RAW = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_LABEL = re.compile(r"(?:[A-Z][\w.’'-]*,? ){0,5}(?:[A-Z][\w.’'-]*|\(@\w+\)): ?[\"“‘]?[A-Z]|Q: |A: ")
_PRONOUN = re.compile(r"(?:he|she|they|it)", re.IGNORECASE)
_HANDLE = re.compile(r"\(@\w+\)")
_SIGNED = re.compile(r"[—–]|--|(?<=\s)-(?=\s)")
_SIGNATURE = re.compile(r" ?[”\"’']? ?(?:[—–]|--?) ?(?:[A-Z][\w.’'-]*(?: |,|\Z|\n|(?=\())){1,5}(?:\(@|\n|\Z)")
_NAME = re.compile(r" ?(?:[A-Z][\w.’'-]*(?: |,|\Z)){1,5}")
_JOINED = re.compile(r"(?:,? and|,? but|,? while|,? whereas|;) ")


def is_credited(compared: Compared, voice: Voice, words: list[Span], besides: Spans = ()) -> bool:
    """Whether the second sentence has a label, a signature or a word that tells of somebody speaking beside `words`.

    Words of what the first sentence's voice says do not count, nor do `besides`, nor those of a clause joined behind `words`.
    """
    text, sentence = compared.after.text, compared.pair.after
    told = sentence.of(text)
    if _LABEL.match(told) or _HANDLE.search(told) or _is_signed(told) or _SIGNATURE.match(text, sentence.end):
        return True
    rewording, wording = load_rewording(compared.language), compared.wording
    crediting = (wording.telling | wording.deniers | rewording.doubting | rewording.crediting) - rewording.participles
    said = _runs([word for span in voice.content for word in _RAW.findall(span.of(compared.before.text))])
    end = max((word.end for word in words), default=sentence.end)
    raw = list(_RAW.finditer(text, sentence.start, sentence.end))
    here = ["", *(match.group() for match in raw), ""]
    for number, match in enumerate(raw, start=1):
        if match.group().lower() not in crediting or _in_another_clause(text, end, match.start()):
            continue
        if any(span.overlaps(Span(*match.span())) for span in besides):
            continue
        if not said & {(here[number - 1], here[number]), (here[number], here[number + 1])}:
            return True
    return False


def tells_of_another(compared: Compared, voice: Voice, other: Voice, told: Set[str]) -> bool:
    """Whether the other voice, be it a pronoun, may be somebody of whose saying this one tells ("Bell said Dorn had asked")."""
    if not _PRONOUN.fullmatch(other.source[0].of(compared.after.text)):
        return True
    source = {word for span in voice.source for word in _RAW.findall(span.of(compared.before.text))}
    raw = [word for span in voice.content for word in _RAW.findall(span.of(compared.before.text))]
    before = [raw[max(0, at - 2) : at] for at, word in enumerate(raw) if word.lower() in told]
    return any(word[0].isupper() and len(word) > 1 and word not in source for words in before for word in words)


def _runs(words: list[str]) -> set[tuple[str, str]]:
    """Every two words in a row, the first and the last with nothing beside them."""
    return set(pairwise(["", *words, ""]))


def _is_signed(told: str) -> bool:
    """Whether a sentence ends with a dash and a name ("… — Anna Bell")."""
    dashes = list(_SIGNED.finditer(told))
    return bool(dashes) and _NAME.fullmatch(told[dashes[-1].end() :].split("(")[0].strip(" ,.")) is not None


def _in_another_clause(text: str, end: int, start: int) -> bool:
    """Whether a word stands in a clause that is joined behind the place where the words end."""
    return start > end and _JOINED.search(text, end, start) is not None


def speaks_of_them(compared: Compared, voice: Voice, words: list[Span]) -> bool:
    """Whether another voice of the second sentence gives any of these words, or stands in their clause."""
    text, end = compared.after.text, max((word.end for word in words), default=0)
    if any(span.overlaps(word) for span in voice.content for word in words):
        return True
    return not all(_in_another_clause(text, end, span.start) for span in voice.spans)


def says_otherwise(compared: Compared, content: Spans, words: list[Span]) -> bool:
    """Whether one side alone has a negation there, or most words in common are names."""
    wording = compared.wording
    inside = [word for word in compared.one.words if any(span.covers(word.span) for span in content)]
    plain = [word.stem for word in inside if not word.name]
    shared, least = sum(stem in compared.other.keys for stem in plain), LEAST * len(plain)
    if plain and (shared < least or (shared == least and compared.pair.score < UNALIKE)):
        return True
    here = " ".join(span.of(compared.before.text) for span in content)
    there = _around(compared.other, compared.after.text, words)
    lacking = load_rewording(compared.language).lacking
    return _negates(here, wording, lacking) != _negates(there, wording, lacking)


def has_a_run(compared: Compared, content: Spans) -> bool:
    """Whether a few words of a content stand in the second sentence one behind the other."""
    there = [word.lower() for word in _RAW.findall(compared.other.span.of(compared.after.text))]
    runs = {tuple(there[at : at + RUN]) for at in range(len(there) - RUN + 1)}
    for span in content:
        here = [word.lower() for word in _RAW.findall(span.of(compared.before.text))]
        if any(tuple(here[at : at + RUN]) in runs for at in range(len(here) - RUN + 1)):
            return True
    return False


def _around(sentence: Sentence, text: str, words: list[Span]) -> str:
    """The text from the first of the words to the last, with the three words before and behind."""
    raw = [Span(*match.span()) for match in _RAW.finditer(text, sentence.span.start, sentence.span.end)]
    first, last = min(word.start for word in words), max(word.end for word in words)
    start = [span.start for span in raw if span.start < first][-3:]
    end = [span.end for span in raw if span.end > last][:1]
    return text[start[0] if start else first : end[-1] if end else last]


def _negates(text: str, wording: Wording, lacking: frozenset[str]) -> bool:
    smalls = [word.lower().replace("’", "'") for word in _RAW.findall(text)]
    following = [*smalls[1:], ""]
    return any(
        (small in wording.negators or small in lacking or small.endswith("n't")) and behind not in wording.not_negating
        for small, behind in zip(smalls, following, strict=True)
    )
