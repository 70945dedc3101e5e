"""Drift as one self-contained page: what changed, and both texts in two columns with the changed words marked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from html import escape

from allegedly.export.json_link import article_name
from allegedly.export.shell import page_around
from allegedly.export.wording import counted, day_of, one_line
from allegedly.model import Article, Span, Spans, words_of
from allegedly.model.link import Change, Drift, Pair, Versions

ONLY = (Change.ONLY_BEFORE, Change.ONLY_AFTER)
Marks = dict[Span, list[tuple[int, Drift]]]
Row = tuple[Span | None, Span | None, bool]


def drift_page_of(versions: Versions) -> str:
    """The page: a list of changes, the gravest first, and below it the two texts sentence beside sentence.

    Shown in the shell of every page. All text is escaped.
    """
    changes = [drift for drift in versions.drifts if drift.change not in ONLY]
    main = f"""{_list(versions, changes)}
<h2>Sentence beside sentence</h2>
<div class="sides">
<p class="side" dir="auto">{_heading(versions.before)}</p><p class="side" dir="auto">{_heading(versions.after)}</p>
{"".join(_rows(versions, changes))}
</div>"""
    return page_around(
        main,
        title=f"Drift: {article_name(versions.before)} – {article_name(versions.after)}",
        heading="What changed",
        tally=f"{counted(len(changes), 'change')}; other words for the same are not listed",
        foot="Every marked word is a slice of its text. The page says what changed, not which of the two is true.",
        styles=("page.css", "drift.css"),
        name="drift",
    )


def _heading(article: Article) -> str:
    day = day_of(article.origin.published)
    return escape(one_line(article_name(article))) + (f" <small>{escape(day)}</small>" if day else "")


def _list(versions: Versions, changes: Sequence[Drift]) -> str:
    if not changes:
        return "<p>Nothing changed in meaning.</p>"
    rows = "\n".join(
        f'<tr id="c{number}"><td><a href="#b{number}">{number}</a></td>'
        f'<td class="{"grave" if drift.change is Change.QUOTATION_ALTERED else "change"}">{escape(drift.change)}</td>'
        f'<td dir="auto">{escape(one_line(words_of(versions.before.text, drift.before)))}</td>'
        f'<td dir="auto">{escape(one_line(words_of(versions.after.text, drift.after)))}</td></tr>'
        for number, drift in enumerate(changes, 1)
    )
    heads = "".join(f'<th scope="col">{name}</th>' for name in ("#", "what changed", "before", "after"))
    return f'<table class="changes">\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>'


def _rows(versions: Versions, changes: Sequence[Drift]) -> Iterator[str]:
    left: Marks = defaultdict(list)
    right: Marks = defaultdict(list)
    for number, drift in enumerate(changes, 1):
        if drift.pair is not None:
            left[drift.pair.before].append((number, drift))
            right[drift.pair.after].append((number, drift))
    for before, after, same in _in_order(versions):
        if before is None or after is None:
            yield _cell(versions.before.text, before, (), "only", "") + _cell(versions.after.text, after, (), "only", "")
            continue
        here = [entry for entry in left.get(before, ()) if entry in right.get(after, ())]
        name = "same" if same else "pair"
        first = [span for _, drift in here for span in drift.before]
        second = [span for _, drift in here for span in drift.after]
        yield _cell(versions.before.text, before, first, name, "".join(f'<sup id="b{n}">{n} </sup>' for n, _ in here))
        yield _cell(versions.after.text, after, second, name, "".join(f"<sup>{n} </sup>" for n, _ in here))


def _in_order(versions: Versions) -> list[Row]:
    """The pairs in the order of the first text; what only the second has stands behind the pair that it follows there."""
    onlys = [drift for drift in versions.drifts if drift.change in ONLY]
    rows: list[tuple[tuple[int, int], Row]] = [
        ((pair.before.start, 0), (pair.before, pair.after, _same(versions, pair))) for pair in versions.pairs
    ]
    rows += [((drift.before[0].start, 0), (drift.before[0], None, False)) for drift in onlys if drift.before]
    for drift in onlys:
        if drift.after:
            at = drift.after[0]
            ahead = [pair for pair in versions.pairs if pair.after.start < at.start]
            place = max(ahead, key=lambda pair: pair.after.start).before.start if ahead else -1
            rows.append(((place, 1 + at.start), (None, at, False)))
    return [row for _, row in sorted(rows, key=lambda entry: entry[0])]


def _same(versions: Versions, pair: Pair) -> bool:
    return pair.before.of(versions.before.text) == pair.after.of(versions.after.text)


def _cell(text: str, sentence: Span | None, marks: Sequence[Span], name: str, numbers: str) -> str:
    if sentence is None:
        return f'<p class="{name}"></p>'
    spans = tuple(sorted({span for span in marks if sentence.covers(span)}))
    return f'<p class="{name}" dir="auto">{numbers}{_marked(text, sentence, spans)}</p>\n'


def _marked(text: str, sentence: Span, spans: Spans) -> str:
    pieces, at = [], sentence.start
    for span in spans:
        if span.start < at:
            continue
        pieces.append(escape(text[at : span.start]) + f"<mark>{escape(span.of(text))}</mark>")
        at = span.end
    return "".join(pieces) + escape(text[at : sentence.end])
