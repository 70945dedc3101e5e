"""The page of an article: its text with every statement marked, the table beside it, what each row stands on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from allegedly.export.page import heading_and_text, known_of, more_of
from allegedly.export.threshold import DOUBTFUL, is_bare, numbered
from allegedly.export.wording import MARK, NOBODY, Line, Tone, day_of, lines_of, one_line, tally, title_of
from allegedly.model import Article, Findings, Statement
from allegedly.serve.desk import Desk
from allegedly.serve.evidence import fields_of, provenance_of
from allegedly.serve.pages.around import text_around
from allegedly.serve.problems import not_found
from allegedly.serve.rendering import page, query_of, web_address
from allegedly.serve.ties import Group, Tie, grouped, ties_of
from allegedly.store.store import Selection


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table. `against`: the rows that it disputes."""

    line: Line
    looks: str
    known: str
    more: str
    speaker_to: str | None
    ties: tuple[Group, ...]
    against: str


@dataclass(frozen=True, slots=True)
class Note:
    """What is to be known of some rows."""

    words: str
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """Another version of the article, and the way to what changed."""

    word: str
    id: str
    number: int
    drift: str


def article_page(request: Request, desk: Desk, reference: str) -> HTMLResponse:
    """The page of the article with this id."""
    findings = findings_of(desk, reference)
    article = findings.article
    own = request.query_params.get("own") == "true"
    marked, lines = numbered(findings, bare=True), lines_of(findings, bare=own)
    title = title_of(article)
    heading, text = heading_and_text(article, marked, title)
    ties = ties_of(
        desk.links_of(article.id), article.id, {one.id: number for number, one in numbered(findings, bare=own).items()}
    )
    rows = [_row(line, marked[line.number], ties.get(line.id, ())) for line in lines]
    return page(
        request,
        "article.html",
        {
            "title": title,
            "heading": Markup(heading),
            "text": Markup(text),
            "rows": rows,
            "own": own,
            "bare": sum(map(is_bare, findings.statements)),
            "crossing": any(row.against for row in rows),
            "tally": tally(lines),
            "notes": _notes(lines),
            "story": desk.story_of(article.id),
            "versions": _versions(desk, article.id),
            "captured": article.capture.page_map is not None,
            "provenance": [entry for entry in provenance_of(findings) if entry[1]],
            **_origin(article),
        },
    )


def statement_page(request: Request, desk: Desk, statement: str) -> HTMLResponse:
    """The page of one statement; asked for by a script, the panel alone."""
    findings, number, found = found_statement(desk, statement)
    article = findings.article.id
    line = next(line for line in lines_of(findings, bare=True) if line.number == number)
    rows = {one.id: n for n, one in numbered(findings, bare=True).items()}
    return page(
        request,
        "panel.html" if request.headers.get("hx-request") == "true" else "statement.html",
        {
            **_origin(findings.article),
            "id": statement,
            "number": number,
            "captured": findings.article.capture.page_map is not None,
            "fields": list(fields_of(findings, found)),
            "ties": ties_of(desk.links_of(article), article, rows).get(statement, ()),
            "fragment": desk.fragment_of(findings.article, found),
            "who": line.who,
            "says": line.says,
            "what": line.what,
            "text": text_around(findings, {number: found}, found, 1),
            "article": article,
            "title": title_of(findings.article),
        },
    )


def found_statement(desk: Desk, statement: str) -> tuple[Findings, int, Statement]:
    """The statement with this id, its number, and the findings that it is of. Raises `Problem` where there is none."""
    selection = Selection(ids=(statement,), replaced=True, bare=True)
    article = next((one.article for one in desk.ledger.statements(selection)), None)
    if article is None:
        raise not_found(f"no statement has the id {statement[:40]!r}; the article may have been read anew since")
    findings = desk.store.get(article)
    number, found = next((number, one) for number, one in numbered(findings, bare=True).items() if one.id == statement)
    return findings, number, found


def findings_of(desk: Desk, reference: str) -> Findings:
    """The findings of the article with this id, or the beginning of one. Raises `Problem` where there is none."""
    entries = desk.store.find(reference)
    if len(entries) != 1:
        raise not_found(f"{len(entries) or 'no'} articles have an id that begins with {reference[:40]!r}")
    return desk.store.get(entries[0].article)


def speaker_address(statement: Statement) -> str | None:
    """Where the speaker's page is; `None` where nobody is named."""
    speaker = statement.speaker
    if speaker is None or speaker.name is None:
        return None
    return "/speakers/of" + query_of({"name": speaker.name, "article": statement.article})


def looks_of(line: Line) -> str:
    """The classes of a line: a help beside its words, never instead of them."""
    names = [str(line.tone)] if line.tone is not Tone.PLAIN else []
    names += ["nested"] if line.depth else []
    names += ["nobody"] if line.who == NOBODY else []
    return "".join(f" {name}" for name in names)


def more_text(line: Line, statement: Statement) -> str:
    """What else is known of speaker and statement, in one line."""
    return " · ".join(part for part in (known_of(line, statement), more_of(statement)) if part)


def _row(line: Line, statement: Statement, ties: tuple[Tie, ...]) -> Row:
    against = " ".join(str(tie.row) for tie in ties if tie.row and tie.look == "against" and tie.word.startswith("disputes"))
    return Row(
        line, looks_of(line), known_of(line, statement), more_of(statement), speaker_address(statement), grouped(ties), against
    )


def _notes(lines: Sequence[Line]) -> list[Note]:
    unclear = tuple(line.number for line in lines if line.unclear)
    doubtful = tuple(line.number for line in lines if line.doubtful)
    notes = [Note(f"unclear speaker: {len(unclear)}", unclear)] if unclear else []
    if doubtful:
        notes.append(Note(f"{MARK} less than {DOUBTFUL:.0%} sure of who and what: {len(doubtful)}", doubtful[:8]))
    return notes


def _versions(desk: Desk, article: str) -> list[Version]:
    found = desk.versions_of(article)
    here = next((number for number, each in found if each == article), 1)
    versions = []
    for number, each in found:
        if each != article:
            ends = (each, article) if number < here else (article, each)
            drift = "/drift" + query_of({"left": ends[0], "right": ends[1]})
            versions.append(Version("replaces" if number < here else "replaced by", each, number, drift))
    return versions


def _origin(article: Article) -> Mapping[str, object]:
    origin = article.origin
    published, modified = day_of(origin.published), day_of(origin.modified)
    url = web_address(origin.url)
    return {
        "id": article.id,
        "language": article.language,
        "outlet": one_line(origin.outlet or ""),
        "authors": ", ".join(map(one_line, origin.authors)),
        "published": published,
        "published_iso": origin.published or "",
        "modified": modified if modified != published else None,
        "modified_iso": origin.modified or "",
        "url": url,
        "shown_url": None if url else one_line(origin.url or ""),
    }
