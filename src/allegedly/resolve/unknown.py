"""Names that no list holds: what the article itself tells of their sort."""

from __future__ import annotations

from allegedly.model import Spans, SpeakerKind
from allegedly.resolve.words import Words

_WHERE = frozenset(("in", "near", "across", "inside", "throughout", "outside", "into", "toward", "towards", "from"))


def place_like(words: Words, name: str, spans: Spans) -> SpeakerKind | None:
    """A state where the article also has a word for its people ("Norland", "Norlandian"), else an organisation where it
    is an acronym or a place that things happen in; `None` where nothing tells that it is no person.
    """
    stems = {name, name[:-1]} if len(name) > 3 else {name}
    known = words.distinct()
    if any(stem + ending in known for stem in stems for ending in ("n", "an", "ian", "ish", "ese", "i") if stem + ending != name):
        return SpeakerKind.STATE
    if name.isupper() and len(name) > 1:
        return SpeakerKind.ORGANISATION
    for span in spans:
        at = words.within(span.start, span.end).start
        if at and words.gap(at) == " " and words.texts[at - 1].lower() in _WHERE:
            return SpeakerKind.ORGANISATION
    return None
