"""`allegedly merge`: a person's judgement that two speakers are one."""

from __future__ import annotations

import click

from allegedly.cli.exits import Exit
from allegedly.cli.judging import judge, judging_options


@click.command()
@judging_options
def merge(ledger: str, left: str | None, right: str | None, why: str | None, by: str | None, undo: str | None) -> Exit:
    """Record that two speakers are the same.

    A and B are speakers by an id, a whole name, or NAME@ARTICLE, which is the speaker of that article alone. The judgement is
    kept apart from what was found: it outlives every reading and can be taken back.

    \b
    allegedly merge ledger.db "Mirela Kosta" "M. Kosta" --why "one governor"
    """
    from allegedly.model.identity import Verdict

    return judge(ledger, left, right, Verdict.SAME, why, by, undo)
