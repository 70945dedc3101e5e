"""How surely a cue presents its content, whatever hedges stand in it."""

from __future__ import annotations

import re

from allegedly.characterise.certainty_rules import CertaintyRules
from allegedly.characterise.cues import CueReading
from allegedly.characterise.kind import content_shape
from allegedly.characterise.saying_certainty import CLAUSE_WORD, certainty_of_saying, of_hearsay, predicated
from allegedly.model import Attribution, Certainty, Kind, Span, Speaker

_DREADS = re.compile(
    r"[\"“'‘’]?(?:I|we|he|she|they)(?:['’]m|['’]re| am| are| is| was| were)? (?:\w+ )?(?:worr|fear|dread|concern|afraid)",
    re.IGNORECASE,
)
_GLAD = re.compile(
    r"[\"“'‘’]?\w+(?:['’]\w+| am| are| is| was| were)? (?:so |very )?(?:excited|thrilled|delighted|glad|happy) (?:that|\w+ )"
)
_MOURNS = re.compile(r"\b(?:regrets?|mourns?|condolences|saddened|heartbroken|grieves?)\b")
_MOURNING = 60
"""Characters of a content in which it tells grief about what has happened."""
_BELIEVES = re.compile(
    r"(?:that )?(?:he|she|they|it) "
    r"(?:(?:believes?d?|thinks?|thought|suspects?|suspected|(?:do(?:es)?(?:n['’]t| not) )?expects?)\b|sees? (?=.{0,80} as ))"
    r"|(?:that )?(?:he|she|they)(?: (?:is|was|are|were),?|['’](?:s|re)) [“\"‘']?(?:confident|convinced|optimistic)\b"
)
_KNOWS = re.compile(r"[\"“'‘’]?(?:that )?\w+ (?:[\w’']+ )?[\w’']+ (?:\w+ )?know\b|[\"“'‘’]?I (?:do not|don['’]t) know\b")
_DOING = re.compile(r"(?:about|over) (?:[\w’'-]+ ){1,5}\w+ing (?=\w)")
_ABOUT_WHAT = re.compile(r"\A(?:of|about|over|by|at|with) (?:what|how|why)\b")
_EXPECTS = re.compile(r"\b(?:expect|likely|probabl|predict|anticipat|project|forecast|set to|poised|bound to)", re.IGNORECASE)
_OPENING = 200
"""Characters of a content in which it tells that something is expected."""
_UNABLE = {"can’t", "can't", "cannot", "couldn’t", "couldn't"}
_AGAINST = re.compile(r"\bagainst\b")
_PLAIN = ("say", "tell", "add", "according")


def certainty_of_cue(
    text: str, attribution: Attribution, kind: Kind, cue: CueReading | None, speaker: Speaker | None, rules: CertaintyRules
) -> Certainty:
    """What the cue gives; where the content made another kind of it, what that kind gives."""
    content = attribution.content[0]
    if kind is Kind.DOUBT and _KNOWS.match(text, content.start):
        return Certainty.UNDERSPECIFIED
    if cue is not None and cue.certainty is Certainty.ALLEGED and kind is Kind.PREDICTION:
        return Certainty.ALLEGED
    if cue is None or cue.kind is Kind.ASSERTION:
        if of_hearsay(text, attribution, speaker, rules):
            return Certainty.REPORTED
        made = _made_by_content(text, content, kind, cue)
        if made is not None:
            return made
    if kind is Kind.ATTITUDE and cue is not None and cue.kind is Kind.DOUBT and cue.lemma.startswith("doubt"):
        return Certainty.CERTAIN
    if kind is Kind.CONCERN and _AGAINST.search(text, max(0, content.start - 9), content.start + 8):
        return Certainty.UNDERSPECIFIED
    if cue is None or kind not in (cue.kind, Kind.ACCUSATION):
        return rules.kinds.get(kind, Certainty.CERTAIN)
    opening, shape = (text[content.start : content.start + 24].lower(), content_shape(text, attribution))
    words = text[attribution.cue[0].start : attribution.cue[-1].end].lower().split()
    last = words[-1]
    if kind is Kind.ACCUSATION and cue.lemma == "blame" and shape == "noun" and predicated(text, content, rules):
        return Certainty.CERTAIN
    if kind in rules.target.kinds:
        return _of_target(text, attribution, cue, last, shape, rules)
    led = opening.startswith(rules.feeling.about) or last + " " in rules.feeling.about
    if kind is Kind.CONCERN and led and _not_yet(text, content, last, rules):
        return Certainty.POSSIBLE
    if kind is Kind.ATTITUDE and led and cue.certainty in (Certainty.PROBABLE, Certainty.CERTAIN):
        if not rules.feeling.sure.isdisjoint(words):
            return Certainty.PROBABLE
        if cue.sort == "verbs" and (last == "in" or opening.startswith("in ")):
            return Certainty.UNDERSPECIFIED
    worried = kind is Kind.CONCERN and (cue.sort in ("nouns", "light") or cue.certainty is Certainty.POSSIBLE)
    feels = kind is Kind.CONCERN or cue.sort == "adjectives"
    if kind is Kind.ATTITUDE and cue.lemma == "see" and (opening.startswith("that ") or "to" in words[-2:]):
        return Certainty.CERTAIN
    if kind is Kind.ATTITUDE and cue.lemma == "believe" and not _UNABLE.isdisjoint(words):
        return Certainty.CERTAIN
    if last == "by" and cue.sort == "adjectives":
        return Certainty.CERTAIN
    if led and ((feels and _ABOUT_WHAT.search(opening)) or (opening.startswith("by ") and cue.certainty is Certainty.CERTAIN)):
        return Certainty.CERTAIN
    if led and kind is Kind.CONCERN and cue.sort == "verbs" and _DOING.match(text, content.start):
        return cue.certainty
    if led and (worried or cue.sort == "adjectives" or kind is Kind.DOUBT):
        return Certainty.UNDERSPECIFIED
    if cue.kind is Kind.ASSERTION and cue.certainty in (Certainty.REPORTED, Certainty.CERTAIN):
        return certainty_of_saying(text, attribution, cue, speaker, words, shape, rules)
    return cue.certainty


def _made_by_content(text: str, content: Span, kind: Kind, cue: CueReading | None) -> Certainty | None:
    """What a content gives that made another kind of a neutral cue."""
    if kind is Kind.PREDICTION:
        expects = _EXPECTS.search(text, content.start, min(content.end, content.start + _OPENING))
        return Certainty.PROBABLE if expects else Certainty.CERTAIN
    if cue is None:
        return None
    if kind is Kind.ATTITUDE and (
        cue.lemma == "find"
        or _GLAD.match(text, content.start)
        or _MOURNS.search(text, content.start, min(content.end, content.start + _MOURNING))
    ):
        return Certainty.CERTAIN
    if kind is Kind.THREAT or (kind is Kind.CONCERN and not _DREADS.match(text, content.start)):
        return Certainty.CERTAIN
    if kind is Kind.ASSERTION and cue.lemma in _PLAIN and _BELIEVES.match(text, content.start):
        return Certainty.PROBABLE
    return None


def _not_yet(text: str, content: Span, last: str, rules: CertaintyRules) -> bool:
    """Whether a fear is of what does not exist yet: "of a war", "about another flood"."""
    words = text[content.start : content.start + 40].split()
    if words[0].lower() + " " in rules.feeling.about:
        last, words = words[0].lower(), words[1:]
    if last == "of" and words and words[0].islower() and words[0] not in rules.feeling.definite:
        return True
    return f"{' '.join(words).lower()} ".startswith(rules.feeling.feared)


def _of_target(text: str, attribution: Attribution, cue: CueReading, last: str, shape: str, rules: CertaintyRules) -> Certainty:
    """How surely praise and scorn present what they say: not at all where they only name whom they are for."""
    if last == "as" or any(predicated(text, span, rules) for span in attribution.content):
        return Certainty.CERTAIN
    if cue.certainty is not Certainty.CERTAIN:
        return cue.certainty
    fragment = shape == "quote" and cue.lemma not in rules.target.calling and _fragment(text, attribution.content[0])
    return Certainty.UNDERSPECIFIED if fragment or shape in ("noun", "to") else cue.certainty


def _fragment(text: str, content: Span) -> bool:
    """Whether a quotation is no more than a noun: it begins small and has no verb that a clause would have."""
    small = text[content.start + 1 : content.start + 2].islower()
    return small and CLAUSE_WORD.search(text, content.start, content.end) is None
