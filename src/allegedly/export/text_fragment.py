"""Links to the very words on the live page: text fragments, by the specification's rules.

URL Fragment Text Directives, WICG draft: `#:~:text=[prefix-,]start[,end][,-suffix]`. A browser takes the first place where the
terms stand as whole words, whatever their case. A term lies in one block of the page; between `prefix` and `start`, and between
the last term and `suffix`, there is white space only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from allegedly.model import Article, Span

_LONGEST = 300
"""Characters of the longest passage that is given whole, as the draft advises; a longer one by its first and last words."""

_ENDS = 3
"""Words that a long passage's first and last term have at least."""

_CONTEXT = 12
"""Words of context after which a passage is called the first that can be told."""

_WORD = re.compile(r"\w+(?:[^\w\s]+\w+)*")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of one directive, their words parted by one space each; all but `start` may be missing."""

    start: str
    end: str | None = None
    prefix: str | None = None
    suffix: str | None = None

    def __str__(self) -> str:
        parts = [
            f"{_encoded(self.prefix)}-" if self.prefix else None,
            _encoded(self.start),
            _encoded(self.end) if self.end else None,
            f"-{_encoded(self.suffix)}" if self.suffix else None,
        ]
        return "text=" + ",".join(part for part in parts if part)


class Fragments:
    """Makes the links to passages of one article."""

    def __init__(self, article: Article) -> None:
        self._text = article.text
        self._url = article.origin.url
        self._blocks = tuple(block.span for block in article.blocks) or (Span(0, max(1, len(article.text))),)
        self._page = [_plain(block.of(article.text)).lower() for block in self._blocks]

    def link(self, span: Span) -> str | None:
        """The url that shows the words under `span` on the live page; `None` for an article without an http or https url."""
        if self._url is None or urlsplit(self._url).scheme.lower() not in ("http", "https"):
            return None
        terms = self.terms(span)
        if terms is None:
            return None
        base, mark, fragment = self._url.partition("#")
        fragment = fragment.partition(":~:")[0]
        return f"{base}#{fragment if mark else ''}:~:{terms}"

    def terms(self, span: Span) -> Terms | None:
        """The shortest terms whose first place in the article is `span`, widened to whole words; `None` for no words.

        Where words stand so often that a dozen words beside them do not tell them apart, the terms lead to the first of them.
        """
        found = self._widened(span)
        if found is None:
            return None
        plainest = None
        for terms in self._tries(found):
            plainest = plainest or terms
            if self._leads_to(terms, found):
                return terms
        return plainest

    def _widened(self, span: Span) -> Span | None:
        start, end = span.start, min(span.end, len(self._text))
        while start > 0 and self._text[start - 1].isalnum() and self._text[start].isalnum():
            start -= 1
        while end < len(self._text) and self._text[end - 1].isalnum() and self._text[end].isalnum():
            end += 1
        while start < end and self._text[start].isspace():
            start += 1
        while end > start and self._text[end - 1].isspace():
            end -= 1
        return Span(start, end) if _WORD.search(self._text, start, end) else None

    def _tries(self, span: Span) -> Iterator[Terms]:
        """Terms that stand for `span`: the plainest first, then with more and more of what stands beside it."""
        pieces = [Span(max(block.start, span.start), min(block.end, span.end)) for block in self._blocks if block.overlaps(span)]
        pieces = [piece for piece in pieces if _WORD.search(self._text, piece.start, piece.end)] or [span]
        whole = _plain(span.of(self._text))
        if len(pieces) == 1 and len(whole) <= _LONGEST:
            yield from self._with_context(span, Terms(whole))
            return
        first, last = list(_words(self._text, pieces[0])), list(_words(self._text, pieces[-1]))
        if len(pieces) == 1 and len(first) < 2 * _ENDS:
            yield from self._with_context(span, Terms(whole))
            return
        most = len(first) // 2 if len(pieces) == 1 else max(len(first), len(last))
        for count in range(_ENDS, max(_ENDS, min(most, _CONTEXT)) + 1):
            start = Span(pieces[0].start, first[min(count, len(first)) - 1].end)
            end = Span(last[-min(count, len(last))].start, pieces[-1].end)
            terms = Terms(_plain(start.of(self._text)), _plain(end.of(self._text)))
            yield terms
        yield from self._with_context(span, terms)

    def _with_context(self, span: Span, terms: Terms) -> Iterator[Terms]:
        yield terms
        block = next((block for block in self._blocks if block.covers(span)), None)
        near = block or next(block for block in self._blocks if block.overlaps(span))
        before = list(_words(self._text, Span(near.start, span.start))) if near.start < span.start else []
        far = block or [block for block in self._blocks if block.overlaps(span)][-1]
        after = list(_words(self._text, Span(span.end, far.end))) if span.end < far.end else []
        # what stands in the same block comes first: between two blocks the page may hold more than the article does
        if not before and not after:
            before = self._of_neighbour(span, -1)
            after = self._of_neighbour(span, 1)
        for count in range(1, _CONTEXT + 1):
            prefix = _plain(self._text[before[-min(count, len(before))].start : before[-1].end]) if before else None
            suffix = _plain(self._text[after[0].start : after[min(count, len(after)) - 1].end]) if after else None
            for left, right in ((prefix, None), (None, suffix), (prefix, suffix)):
                if left or right:
                    yield Terms(terms.start, terms.end, left, right)

    def _of_neighbour(self, span: Span, step: int) -> list[Span]:
        if step < 0:
            blocks = [block for block in self._blocks if block.end <= span.start]
            return list(_words(self._text, blocks[-1])) if blocks else []
        blocks = [block for block in self._blocks if block.start >= span.end]
        return list(_words(self._text, blocks[0])) if blocks else []

    def _leads_to(self, terms: Terms, span: Span) -> bool:
        """Whether the first place of `terms` in the article is `span`."""
        number, at = first_place(self._page, terms) or (-1, -1)
        if number < 0 or not self._blocks[number].overlaps(Span(span.start, span.start + 1)):
            return False
        return at == len(_plain(self._text[self._blocks[number].start : span.start] + "|").lower()) - 1


def first_place(page: list[str], terms: Terms) -> tuple[int, int] | None:
    """The block, and the character in it, where a browser finds `terms` first; `None` where they do not stand.

    `page`: the texts of its blocks in lower case, white space as single spaces.
    """
    start, prefix = terms.start.lower(), terms.prefix.lower() if terms.prefix else None
    for number, text in enumerate(page):
        for at in _places(text, start):
            if prefix is not None and not _ends_with(page, number, text[:at], prefix):
                continue
            stop = _stop(page, number, at + len(start), terms.end.lower() if terms.end else None)
            if stop is None:
                continue
            if terms.suffix is None or _begins_with(page, *stop, terms.suffix.lower()):
                return number, at
    return None


def _stop(page: list[str], number: int, at: int, end: str | None) -> tuple[int, int] | None:
    if end is None:
        return number, at
    for block in range(number, len(page)):
        for place in _places(page[block], end, at if block == number else 0):
            return block, place + len(end)
    return None


def _ends_with(page: list[str], number: int, before: str, term: str) -> bool:
    if not before.strip() and number:
        before = page[number - 1]
    before = before.rstrip()
    return before.endswith(term) and _bounded(before, len(before) - len(term), len(before))


def _begins_with(page: list[str], number: int, at: int, term: str) -> bool:
    after = page[number][at:]
    if not after.strip() and number + 1 < len(page):
        after = page[number + 1]
    after = after.lstrip()
    return after.startswith(term) and _bounded(after, 0, len(term))


def _places(text: str, term: str, at: int = 0) -> Iterator[int]:
    at = text.find(term, at)
    while at >= 0:
        if _bounded(text, at, at + len(term)):
            yield at
        at = text.find(term, at + 1)


def _bounded(text: str, start: int, end: int) -> bool:
    """Whether the run stands between the borders of words."""
    open_left = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    open_right = end < len(text) and text[end - 1].isalnum() and text[end].isalnum()
    return not open_left and not open_right


def _words(text: str, span: Span) -> Iterator[Span]:
    for found in re.finditer(r"\S+", span.of(text)):
        yield Span(span.start + found.start(), span.start + found.end())


def _plain(words: str) -> str:
    return _SPACE.sub(" ", words).strip()


def _encoded(term: str) -> str:
    return quote(term, safe="").replace("-", "%2D")
