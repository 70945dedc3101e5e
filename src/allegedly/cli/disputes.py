"""`allegedly disputes`: who disputes what, in a ledger or in texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from allegedly.cli.exits import Exit
from allegedly.cli.inputs import files_argument, tagger_option
from allegedly.cli.screen import Form, console, draw, form_of, say, write_json

if TYPE_CHECKING:
    from allegedly.model import Findings, Origin
    from allegedly.model.claim import Claim
    from allegedly.model.link import Link, Sheet


@click.command()
@files_argument
@click.option("--table", "form", flag_value=Form.TABLE.value, help="A table, also when piped.")
@click.option("--json", "form", flag_value=Form.JSON.value, help="JSON lines, also in a terminal.")
@click.option("--width", type=click.IntRange(40, 1000), metavar="COLUMNS", help="Width of the table (the terminal's).")
@click.option("--html", "page", metavar="FILE", help="Write one self-contained HTML page (- for standard output).")
@tagger_option
def disputes(files: tuple[str, ...], form: str | None, width: int | None, page: str | None, tagger: str) -> Exit:
    """Show who disputes what, with the words on both sides.

    FILES are texts, or one ledger. Denials point at what they deny, numbers that exclude each other stand side by side. Nothing
    is said of who is right. Declining to comment and doubting are no disputes.

    \b
    allegedly disputes news.db
    allegedly disputes wire.txt denial.txt
    allegedly disputes news.db --html disputes.html
    """
    from allegedly.cli.ledgers import is_ledger
    from allegedly.cli.linked import dispute_table
    from allegedly.export.json_link import link_to_json
    from allegedly.export.wording import counted

    kept = len(files) == 1 and is_ledger(files[0])
    if page is not None:
        return _written(page, files, tagger, kept)
    links, origins = _of_ledger(files[0]) if kept else _of_texts(files, tagger)
    if form_of(form) is Form.JSON:
        for link in links:
            write_json(link_to_json(link))
    elif links:
        draw(console(width), dispute_table(links, origins, ids=kept))
    say(f"{counted(len(links), 'dispute')} in {counted(len(origins), 'article')}")
    return Exit.DONE


def _of_ledger(path: str) -> tuple[tuple[Link, ...], dict[str, Origin]]:
    from allegedly.cli.linked import open_linked

    with open_linked(path) as opened:
        return opened.disputes(), {entry.article: entry.origin for entry in opened.articles()}


def _of_texts(files: tuple[str, ...], tagger: str) -> tuple[tuple[Link, ...], dict[str, Origin]]:
    from allegedly.languages import load_language
    from allegedly.link import find_disputes
    from allegedly.pipeline import lay_out

    found = _findings(files, tagger)
    links = find_disputes([lay_out(each) for each in found], load_language("en"))
    return links, {each.article.id: each.article.origin for each in found}


def _written(page: str, files: tuple[str, ...], tagger: str, kept: bool) -> Exit:
    """The page, written; texts are gathered into claims as a ledger gathers them."""
    from allegedly.cli.linked import laid_out, open_linked, write_page
    from allegedly.export.claims_page import disputes_page_of

    if kept:
        with open_linked(files[0]) as opened:
            claims = [claim for claim in opened.claims() if claim.disputes]
            sheets = laid_out(opened, claims)
    else:
        claims, sheets = _claimed(files, tagger)
    write_page(page, disputes_page_of(claims, sheets))
    return Exit.DONE


def _claimed(files: tuple[str, ...], tagger: str) -> tuple[list[Claim], dict[str, Sheet]]:
    from allegedly.languages import load_language
    from allegedly.link import find_links, find_stories
    from allegedly.link.claims import Places, claims_from
    from allegedly.pipeline import lay_out

    sheets = {each.article.id: lay_out(each) for each in _findings(files, tagger)}
    articles, language = [sheet.article for sheet in sheets.values()], load_language("en")
    stories = find_stories(articles, language)
    copies = {copy.article for story in stories for copy in story.copies}
    places = Places({article.id: article.origin for article in articles}, copies)
    return list(claims_from(find_links(list(sheets.values()), language), places, stories)), sheets


def _findings(files: tuple[str, ...], tagger: str) -> list[Findings]:
    """The findings of the texts named; what cannot be read is said."""
    from allegedly.cli.inputs import Given, Texts
    from allegedly.cli.screen import say_skipped
    from allegedly.model import Skipped
    from allegedly.reading import find, load_tagger

    found = []
    for article in Texts(files, Given()):
        if isinstance(article, Skipped):
            say_skipped(article)
        else:
            found.append(find(article, load_tagger(tagger, article.language)))
    return found
