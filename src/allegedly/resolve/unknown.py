"""Names that no list holds: what the article itself tells of their sort."""

from __future__ import annotations

import re

from allegedly.model import Spans, SpeakerKind
from allegedly.resolve.words import Words

_CAMEL = re.compile(r"[a-z][A-Z]")
_PREFIXES = ("Mc", "Mac", "De", "Di", "La", "Le", "Van", "Fitz", "Du", "St")
_PEOPLE = re.compile(r"(?:[^aeiou]ers|ors|ists|ians|ants|ees)$")
"""How a word for several people ends that a sentence opens with: "Insurers have complained"."""
_WHERE = frozenset(("in", "near", "across", "inside", "throughout", "outside", "into", "toward", "towards", "from"))


def place_like(words: Words, name: str, spans: Spans) -> SpeakerKind | None:
    """A state where the article also has a word for its people ("Norland", "Norlandian"), else an organisation where it
    is an acronym, has a capital inside or is a place that things happen in, a group where it only opens sentences and ends like
    a plural of people; `None` where nothing tells that it is no person.
    """
    stems = {name, name[:-1]} if len(name) > 3 else {name}
    known = words.distinct()
    if any(stem + ending in known for stem in stems for ending in ("n", "an", "ian", "ish", "ese", "i") if stem + ending != name):
        return SpeakerKind.STATE
    if name.isupper() and len(name) > 1:
        return SpeakerKind.ORGANISATION
    if _CAMEL.search(name) and not name.startswith(_PREFIXES):
        return SpeakerKind.ORGANISATION
    if _PEOPLE.search(name) and all(words.opens_sentence(span.start) for span in spans):
        return SpeakerKind.UNNAMED_GROUP
    for span in spans:
        at = words.within(span.start, span.end).start
        if at and words.gap(at) == " " and words.texts[at - 1].lower() in _WHERE:
            return SpeakerKind.ORGANISATION
    return None
