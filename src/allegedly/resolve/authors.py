"""The name of whoever wrote an article: its byline's, or of the line about the author at its end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from allegedly.model import Origin, Span
from allegedly.resolve.people import Named
from allegedly.resolve.words import Words

_ENDS = 3
"""In how many paragraphs at either end the author may be named."""
_OPINIONS = re.compile(r"\b(?:opinions|views) expressed\b[^.\n]{0,80}\b(?:his|hers|theirs|own|author|writer|those of)\b")
"""What a line about whoever wrote a comment says of it."""
_NOTE = re.compile(r"(?:editor[’']s note:? ?)?(?:\(CNN\) ?)?[\"“]?", re.I)
_BY = re.compile(r"^By $", re.I)
_SEVERAL = re.compile(r"^[—–•*■●-] ?[A-Z][\w.’'-]+ [A-Z][\w.’' -]{1,40}?,? (?:is (?:a|an|the)|writes|was)\b", re.M)
"""Lines about whoever wrote a part of a text: where there are several, so are the authors."""
_ABOUT = re.compile(r", [^.]{3,160}?, (?:is|writes)\b|,? (?:is (?:a|an|the)\b|writes )")


def author_of(words: Words, named: Sequence[Named], paragraphs: Sequence[Span], origin: Origin) -> tuple[str, Span | None] | None:
    """The one author's name, and where the text gives it; `None` where there are several or none."""
    if len(origin.authors) == 1:
        return origin.authors[0], None
    if origin.authors:
        return None
    found: dict[str, Span] = {}
    several = _SEVERAL.findall(words.text)
    ends = [*paragraphs[:_ENDS], *paragraphs[-_ENDS:]] if len(paragraphs) > 2 * _ENDS else paragraphs
    commented = {span for span in ends if _OPINIONS.search(words.text, span.start, span.end)}
    for item in named:
        mention = item.mention
        paragraph = next((span for span in ends if span.covers(mention.span)), None)
        if paragraph is None or len(item.people) != 1 or len(item.people[0].parts) < 2:
            continue
        before = words.text[paragraph.start : mention.opens]
        last = paragraph in paragraphs[-_ENDS:]
        marked = last and len(several) < 2 and before.strip() in ("•", "*", "—", "–", "-", "■", "●") and before.strip()
        own = paragraph in commented and _NOTE.fullmatch(before) is not None
        if own or _BY.match(before) or (marked and _ABOUT.match(words.text, mention.span.end)):
            found.setdefault(item.people[0].name, mention.span)
    return next(iter(found.items())) if len(found) == 1 else None
