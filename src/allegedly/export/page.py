"""The findings of an article as one self-contained HTML page, to be read without a script."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from functools import cache
from html import escape
from importlib.resources import files

from allegedly.export.csv import figure_words
from allegedly.export.page_text import element_of, marked_blocks
from allegedly.export.threshold import DOUBTFUL, doubtful, is_bare, left_out, numbered
from allegedly.export.wording import MARK, NOBODY, Line, Tone, day_of, lines_of, one_line, span_of_days, tally, title_of
from allegedly.model import Article, BlockKind, Findings, Manner, Statement


def page_of(findings: Findings, least: float = 0.0) -> str:
    """The page: the text with every statement marked, beside it the table, below it what made them.

    Hovering or focusing a row lights up its words and the other way round; that takes style rules alone (`:has`; a browser
    without it still has the links between the two). The page holds no script and allows none: its security policy lets nothing
    in but its own style, by digest. All of the article's text is escaped, and a link is made only of an http or https address.
    Statements of less confidence than `least` are left out, and counted.
    """
    shown, lines = numbered(findings, least), lines_of(findings, least)
    style = _style() + "".join(map(_lighting, shown))
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    article = findings.article
    title = title_of(article)
    bare = sum(map(is_bare, findings.statements))
    said = len(findings.statements) - bare
    heading, text = heading_and_text(findings.article, numbered(findings, least, bare=True), title)
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="allegedly {escape(findings.recipe.version)}">
<title>{escape(title)}</title>
<style>{style}</style>
</head>
<body>
<header>
<h1 dir="auto" lang="{escape(article.language)}">{heading}</h1>
{_origin(article)}
<p class="tally"><span>{escape(tally(lines))}</span>{_notes(lines, said, least)}{_own(bare)}</p>
<ul class="legend" aria-label="Marks"><li><span class="source">source</span></li><li><span class="cue">cue</span></li>
<li><span class="content">content</span></li></ul>
</header>
<main>
<article lang="{escape(article.language)}">
{text}
</article>
<section aria-label="Statements">
{_table(lines, shown)}
</section>
</main>
{_footer(findings)}
</body>
</html>
"""


@cache
def _style() -> str:
    return "\n" + files(__package__).joinpath("page.css").read_text(encoding="utf-8")


def _lighting(number: int) -> str:
    """The rule by which a row and its words light up together, whichever of the two is hovered, focused or followed to."""
    row, words, mark = f"#r{number}", f".s{number}", f"#t{number}"
    trigger = f"{row}:hover,{row}:focus-within,{row}:target,{words}:hover,{mark}:focus,{mark}:target"
    return (
        f":root:has({trigger}) :is({words},{row},{row}>td){{background:var(--lit);color:var(--lit-ink);--soft:var(--lit-ink)}}\n"
    )


def heading_and_text(article: Article, shown: Mapping[int, Statement], title: str) -> tuple[str, str]:
    """The page's heading, marked where it is the text's own headline, and the rest of the text."""
    blocks = marked_blocks(article, shown)
    heading = escape(title)
    first = blocks[0][0]
    if first.kind is BlockKind.HEADLINE and one_line(first.span.of(article.text)) == title:
        heading = blocks.pop(0)[1]
    return heading, "\n".join(element_of(block, inner) for block, inner in blocks)


def _origin(article: Article) -> str:
    origin = article.origin
    parts = []
    if origin.outlet:
        parts.append(f'<strong dir="auto">{escape(one_line(origin.outlet))}</strong>')
    if origin.authors:
        parts.append(f'<span dir="auto">{escape(", ".join(map(one_line, origin.authors)))}</span>')
    day, changed = day_of(origin.published), day_of(origin.modified)
    if day:
        parts.append(f'<time datetime="{escape(origin.published or "")}">{escape(day)}</time>')
    if changed and changed != day:
        parts.append(f'<span>changed <time datetime="{escape(origin.modified or "")}">{escape(changed)}</time></span>')
    if origin.url:
        parts.append(_link(origin.url))
    return f'<p class="origin">{"".join(parts)}</p>' if parts else ""


def _link(url: str) -> str:
    shown = escape(one_line(url))
    if not url.startswith(("https://", "http://")):
        return f"<span>{shown}</span>"
    return f'<a href="{escape(url)}" rel="noreferrer noopener nofollow">{shown}</a>'


def _notes(lines: Sequence[Line], found: int, least: float) -> str:
    """What is unclear, doubtful and left out, with links to the rows."""
    notes = [
        _note(f"unclear speaker: {sum(line.unclear for line in lines)}", [line.number for line in lines if line.unclear]),
        _note(f"{MARK} less than {DOUBTFUL:.0%} sure of who and what", [line.number for line in lines if line.doubtful]),
    ]
    if found > len(lines):
        notes.append(f"<span>{escape(left_out(found - len(lines), least))}</span>")
    return "".join(notes)


def _own(number: int) -> str:
    """How many sentences of the article's own are marked."""
    them = f"{number} bare sentence{'' if number == 1 else 's'} with a figure, an event or a hedge"
    return f'<span class="bare">{them}</span>' if number else ""


def _note(words: str, rows: Sequence[int]) -> str:
    links = ", ".join(f'<a href="#r{row}">row {row}</a>' for row in rows)
    return f"<span>{words} ({links})</span>" if rows else ""


def _table(lines: Sequence[Line], shown: Mapping[int, Statement]) -> str:
    if not lines:
        return "<p>No statement was found in this text.</p>"
    rows = "\n".join(_row(line, shown[line.number]) for line in lines)
    heads = "".join(f'<th scope="col">{name}</th>' for name in ("#", "who", "says", "what", "how sure"))
    return f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>"


def _row(line: Line, statement: Statement) -> str:
    names = [name for name in (line.tone if line.tone is not Tone.PLAIN else "", "nested" if line.depth else "") if name]
    names += ["nobody"] if line.who == NOBODY else []
    written = f'<small dir="auto">{escape(line.written)}</small>' if line.written else ""
    note = f'<small dir="auto">{escape(line.note)}</small>' if line.note else ""
    known = known_of(line, statement)
    note += f'<small dir="auto">{escape(known)}</small>' if known else ""
    more = more_of(statement)
    also = f"<small>{escape(more)}</small>" if more else ""
    return (
        f'<tr id="r{line.number}" tabindex="0"{_class(names)}>'
        f'<td><a href="#t{line.number}" aria-label="the words of statement {line.number}">{line.number}</a></td>'
        f'<td class="who" dir="auto">{escape(line.who)}{written}{note}</td>'
        f'<td class="says" dir="auto">{escape(line.says)}</td>'
        f'<td class="what" dir="auto">{escape(line.what)}{also}</td>'
        f'<td class="sure">{escape(line.sure)}</td></tr>'
    )


def _class(names: Sequence[str]) -> str:
    return f' class="{" ".join(names)}"' if names else ""


def known_of(line: Line, statement: Statement) -> str:
    """What is known of the speaker that the names do not say."""
    speaker = statement.speaker
    if speaker is None:
        return ""
    said = f"{line.who} {line.written or ''}".casefold()
    role = "" if not speaker.role or one_line(speaker.role).casefold() in said else one_line(speaker.role)
    return " · ".join(part for part in (role, one_line(speaker.country or "")) if part)


def more_of(statement: Statement) -> str:
    """What else is known of a statement, in one line."""
    time = statement.time
    parts: list[str] = []
    if statement.manner.value is not Manner.INDIRECT:
        parts.append("quoted" if statement.manner.value is Manner.DIRECT else "partly quoted")
    if time and time.value.interval:
        parts.append(span_of_days(time.value.interval))
    parts.extend(figure_words(figure) for figure in statement.figures if figure.counted)
    if doubtful(statement):
        parts.append(f"{statement.attribution.confidence:.0%} sure of who and what")
    return " · ".join(dict.fromkeys(map(one_line, parts)))


def _footer(findings: Findings) -> str:
    recipe, capture = findings.recipe, findings.article.capture
    read = f"Read by {capture.reader}" + (f" on {capture.when}" if capture.when else "")
    notes = "".join(f"<p>{escape(one_line(note))}</p>" for note in capture.notes)
    return f"""<footer>
<p>Found by allegedly {escape(recipe.version)}, tagger {escape(recipe.tagger)} ({escape(recipe.tagger_digest[:12])}).
{escape(read)}; SHA-256 of the text {escape(capture.text_sha256[:16])}…</p>
{notes}<p>Every marked word is a slice of the text. The page says who says what; it does not say what is true.</p>
</footer>"""
