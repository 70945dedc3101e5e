"""`allegedly split`: a person's judgement that two speakers are not one."""

from __future__ import annotations

import click

from allegedly.cli.exits import Exit
from allegedly.cli.judging import judge, judging_options


@click.command()
@judging_options
@click.option("--unsure", is_flag=True, help="Keep them apart without saying that they differ.")
def split(
    ledger: str, left: str | None, right: str | None, why: str | None, by: str | None, undo: str | None, unsure: bool
) -> Exit:
    """Record that two speakers are different.

    A and B are named as in `merge`. Where both are taken for one so far, NAME@ARTICLE tells which of its articles is meant.

    \b
    allegedly split ledger.db "Dana Orsik@1f3a" "Dana Orsik" --why "a namesake"
    """
    from allegedly.model.identity import Verdict

    return judge(ledger, left, right, Verdict.UNSURE if unsure else Verdict.DIFFERENT, why, by, undo)
