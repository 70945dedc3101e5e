"""The list of commands; each is imported only when it is called, so that help is instant."""

from __future__ import annotations

from importlib import import_module
from typing import TypeVar

import click

from allegedly.version import VERSION

T = TypeVar("T")

COMMANDS = {
    "demo": "Read the bundled coverage into a fresh ledger and show what was found.",
    "read": "Read news texts and show who says what; nothing is kept.",
    "add": "Read news texts and keep what is found in a ledger.",
    "fetch": "Capture pages, and feeds with what they lead to, into a web archive; nothing is read.",
    "watch": "Poll feeds, and keep what is new in a ledger, until interrupted.",
    "show": "Show a ledger, one of its articles, or a text.",
    "who": "Show what a speaker is quoted with.",
    "identities": "List who speaks in a ledger, across articles.",
    "merge": "Record that two speakers are the same.",
    "split": "Record that two speakers are different.",
    "search": "Search the statements of a ledger.",
    "drift": "Show what changed from one version of a story to another.",
    "stories": "Show which articles of a ledger are about the same happening.",
    "claims": "Show what is said by several, or disputed: who says it, and who denies it.",
    "disputes": "Show who disputes what, with the words on both sides.",
    "timeline": "Show what happened day by day: first said, taken up, denied, confirmed.",
    "changes": "Show what is new in a ledger since a day.",
    "figures": "Show which figures are given for a thing: the range, by claimant and day.",
    "sources": "Show on whose word the statements of a ledger rest.",
    "link": "Record that one statement disputes, repeats or confirms another, or says the same.",
    "unlink": "Record that a link between two statements does not hold.",
    "serve": "Serve a ledger as pages, and over HTTP under /api/v1.",
    "rerun": "Read every article of a ledger again with the present version, and replay what people corrected.",
    "corrections": "Show, share and take back what people corrected.",
    "gold": "Make a test set of what people corrected.",
    "verify": "Check every row of a ledger against its article's text.",
    "export": "Write a ledger's findings as JSON lines or CSV.",
    "evaluate": "Measure a tagger, or the choice of text, against gold.",
}
"""Each command and its one line of help, in the order of the help page; `cli/<command>.py` holds it under the same name."""


class Commands(click.Group):
    """A group whose commands are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order in which a newcomer meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name; `None` where there is none, as click wants it."""
        if cmd_name not in COMMANDS:
            return None
        found = getattr(import_module(f"allegedly.cli.{cmd_name}"), cmd_name)
        assert isinstance(found, click.Command)
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands on the help page, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; a pipe that is closed early ends it quietly, where click would end it with 1."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise _PipeClosedError from None


class _PipeClosedError(BrokenPipeError):
    """A broken pipe that click does not take for its own: it carries no error number."""


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(VERSION, prog_name="allegedly", message="%(prog)s %(version)s")
def allegedly() -> None:
    """Reads news and keeps the ledger: who said what, in which exact words, how surely, and who denies it.

    Data goes to standard output: a table in a terminal, JSON lines when piped. Words and progress go to standard error.

    \b
    Exit codes: 0 done; 1 stopped by an error; 2 wrong usage; 3 done, but something was skipped;
    4 verify found broken rows; 130 interrupted.
    """
