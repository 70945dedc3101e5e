"""What a text itself says in a sentence in which somebody speaks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from allegedly.link.align import Sentence
from allegedly.model import Attribution, Span, Spans

LEFT = 4
"""How many telling words of a sentence in which somebody speaks have to be the text's own for it to say something itself."""


def own_words(sentence: Sentence, touching: Sequence[Attribution], text: str) -> Spans:
    """What the text itself says in a sentence, with who speaks there; empty where that is little.

    "The ferry, which had been sold twice, sank in March, Tomas Varga said of its end." `touching`: the attributions with their
    content or their cue in the sentence.
    """
    said = [span for parts in touching for span in (*parts.content, *parts.cue)]
    taken = [(span.start, span.end) for span in (*said, *(span for parts in touching for span in parts.source))]
    own = set()
    for word in sentence.words:
        start, end = word.span.start, word.span.end
        for first, last in taken:
            if first < end and start < last:
                break
        else:
            own.add(word.stem)
    return without(sentence.span, said, text) if len(own) >= LEFT else ()


def without(span: Span, taken: Iterable[Span], text: str) -> Spans:
    """The pieces of `span` outside of `taken` that hold words, without marks and spaces at their ends.

    >>> without(Span(0, 27), [Span(5, 15)], "Now, it is said, they left.")
    (Span(start=0, end=3), Span(start=17, end=26))
    """
    pieces, start = [], span.start
    for each in sorted(each for each in taken if each.overlaps(span)):
        pieces.append((start, max(start, each.start)))
        start = max(start, each.end)
    pieces.append((start, max(start, span.end)))
    found = []
    for start, end in pieces:
        while start < end and not text[start].isalnum():
            start += 1
        while start < end and not text[end - 1].isalnum():
            end -= 1
        if start < end:
            found.append(Span(start, end))
    return tuple(found)
