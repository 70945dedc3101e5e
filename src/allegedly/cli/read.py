"""`allegedly read`: reads without keeping."""

from __future__ import annotations

import click

from allegedly.cli.confidence import confidence_option
from allegedly.cli.exits import Exit
from allegedly.cli.findings import Printer
from allegedly.cli.inputs import Given, Texts, files_argument, origin_options, tagger_option
from allegedly.cli.jobs import jobs_option, workers
from allegedly.cli.screen import form_of, form_options, say_skipped
from allegedly.model import Skipped


@click.command()
@files_argument
@form_options
@click.option("--no-text", is_flag=True, help="Leave the articles' texts out of the JSON; offsets, hashes and quoted words stay.")
@click.option("--full", is_flag=True, help="Show statements whole, however long.")
@click.option("--bare", is_flag=True, help="Show also the article's own sentences with a figure, an event or a hedge.")
@confidence_option
@tagger_option
@jobs_option
@origin_options
def read(
    files: tuple[str, ...],
    form: str | None,
    width: int | None,
    no_text: bool,
    full: bool,
    bare: bool,
    least: float,
    tagger: str,
    jobs: int,
    **given: str | None,
) -> Exit:
    """Read news texts and show who says what; nothing is kept.

    FILES are files in any of the formats that are read (text, pages, feeds, archives, JSON, tables, Word, PDF), folders of them,
    or - for standard input.

    \b
    allegedly read story.txt
    allegedly read folder/ --csv > statements.csv
    curl -s https://… | allegedly read - --outlet "Example Wire"
    """
    from allegedly.reading import find_each, taggers_named

    printer, skipped = Printer(form_of(form), width, text=not no_text, whole=full, least=least, bare=bare), 0
    texts = Texts(files, Given(**given))
    with workers(jobs, tagger) as working:
        for found in working.find_each(texts) if working else find_each(texts, taggers_named(tagger)):
            if isinstance(found, Skipped):
                skipped += 1
                say_skipped(found)
                printer.skipped(found)
            else:
                printer.findings(found, hint=_hint(found.article.origin.name))
    printer.close()
    texts.say_passed_over()
    return Exit.SKIPPED if skipped else Exit.DONE


def _hint(name: str | None) -> str | None:
    if name is None or name == "-" or "#" in name or any(c.isspace() or c in "'\"$`\\" for c in name):
        return None
    return f"allegedly show {name} --html page.html"
