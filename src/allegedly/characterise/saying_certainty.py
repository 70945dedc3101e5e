"""How surely a plain saying presents what is said: by whom, or as no more than a topic."""

from __future__ import annotations

import re

from allegedly.characterise.certainty_rules import CertaintyRules
from allegedly.characterise.cues import CueReading
from allegedly.model import Attribution, Certainty, Span, Speaker

CLAUSE_WORD = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|do|does|did|I|you|we|he|she|it|they)\b"
    r"|['’](?:s (?:a|the|not)|re|m|ve|ll|d|t)\b"
)
_TOPIC = 50
"""Characters of a content in which its topic is named."""
_ABOUT = re.compile(r"about |on ")
_FEW = 3
"""Words from "that" to the end of a content, of which it makes no clause: "that old plan"."""
_RELATIVE = re.compile(r",? [“\"‘']?(?:who|which|that) ")
_A_SOURCE = re.compile(r"(?<![Tt]he )\b[Ss]ources?\b")
_ONE_PAPER = re.compile(
    r"\b(?:an?|the|this|that|his|her|its|their|our|one|another|\w+['’]s) (?:[\w:-]+ ){0,4}report\Z", re.IGNORECASE
)
_BEFORE = 4
"""Words that may stand before one for sources without a role: "two senior law enforcement sources"."""
_RELATING = tuple(
    f" {word} "
    for word in ("that", "which", "who", "familiar", "close", "in", "with", "at", "within", "inside", "briefed", "near")
)


def certainty_of_saying(
    text: str,
    attribution: Attribution,
    cue: CueReading,
    speaker: Speaker | None,
    words: list[str],
    shape: str,
    rules: CertaintyRules,
) -> Certainty:
    """How surely a plain cue presents what is said: by whom, or as no more than a topic."""
    if not attribution.source:
        passive = next((rules.passive[word] for word in (*words, " ".join(words[-2:])) if word in rules.passive), None)
        if passive is not None:
            return passive
    if of_hearsay(text, attribution, speaker, rules):
        return Certainty.REPORTED
    if cue.sort == "told":
        return Certainty.UNDERSPECIFIED
    if shape == "noun":
        topic = _of_topic(text, attribution, words, rules)
        if topic is not None:
            return topic
    return Certainty.CERTAIN if cue.certainty is Certainty.REPORTED and speaker is not None else cue.certainty


def _of_topic(text: str, attribution: Attribution, words: list[str], rules: CertaintyRules) -> Certainty | None:
    """What telling of a topic gives: nothing asserted, or a claim where it is one with what it claims ("her claim that")."""
    content = attribution.content[0]
    about = _ABOUT.match(text, content.start)
    telling, naming = (not rules.topic.telling.isdisjoint(words), not rules.topic.naming.isdisjoint(words))
    speaking = not rules.topic.speaking.isdisjoint(words) and (about is not None or words[-1] == "about")
    if not (telling or naming or speaking):
        return None
    near = min(content.end, content.start + _TOPIC)
    claim = rules.topic.claims.search(text, content.start, near)
    if claim is not None and text.startswith((" that ", " of ", " against "), claim.end()) and not speaking:
        return Certainty.ALLEGED
    if CLAUSE_WORD.search(text, content.start, near) or any(predicated(text, span, rules) for span in attribution.content):
        return None
    opening = text[about.end() if about else content.start : near].split()[:2]
    known = opening[0].lower() in rules.topic.definite or any(word.endswith(("'s", "’s")) for word in opening)
    gerund = speaking and opening[0].endswith("ing")
    topical = rules.topic.nouns.search(text, content.start, near) is not None
    return Certainty.UNDERSPECIFIED if (telling and known) or topical or (speaking and not gerund) else None


def of_hearsay(text: str, attribution: Attribution, speaker: Speaker | None, rules: CertaintyRules) -> bool:
    """Whether the source is a report of nobody's in particular, or people without a role."""
    if not attribution.source or (speaker is not None and speaker.name is not None):
        return False
    source = attribution.source[0]
    if rules.hearsay.nameless.search(text, source.start, source.end):
        return True
    found = rules.hearsay.found.search(text, source.start, source.end)
    before = text[source.start : found.start()].lower().split() if found else []
    if found is None or len(before) > _BEFORE or "and" in before:
        return False
    held = rules.hearsay.in_office if "source" in found.group().lower() else rules.hearsay.of_body
    if before and before[-1] in held:
        return False
    if _ONE_PAPER.search(text, source.start, found.end()) or _meant_before(text, source):
        return False
    rest = text[found.end() : source.end].lower()
    return rest.strip() in ("", "reports", "accounts") or rest.startswith(_RELATING)


def _meant_before(text: str, source: Span) -> bool:
    """Whether "the source" is somebody with a role: the article has called nobody a source before."""
    return source.of(text).lower() == "the source" and _A_SOURCE.search(text, 0, source.start) is None


def predicated(text: str, span: Span, rules: CertaintyRules) -> bool:
    """Whether something is said of a target: "for staying", "as a coward"."""
    relative = _RELATIVE.search(text, span.start + 1, span.end)
    for found in rules.target.predicate.finditer(text, span.start, relative.start() if relative else span.end):
        word, before = (found.group().lower(), text[max(span.start, found.start() - 24) : found.start()].lower().split())
        behind = text[found.end() : found.end() + 24].lower().split()
        if word == "by" and not (behind and behind[0].endswith("ing") and "-" not in behind[0]):
            continue
        if word == "for" and before and before[-1] in rules.target.of_noun:
            continue
        if word == "that" and text.count(" ", found.end(), span.end) < _FEW:
            continue
        if word == "as" and (
            "well" in before[-1:] or not rules.target.of_verb.isdisjoint(before) or (behind and behind[0] in rules.target.as_more)
        ):
            continue
        return True
    return False
