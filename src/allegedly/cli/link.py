"""`allegedly link`: a person's judgement on two statements."""

from __future__ import annotations

import click

from allegedly.cli.exits import Exit
from allegedly.cli.judging import judge_name, now, open_existing
from allegedly.cli.ledgers import open_ledger
from allegedly.cli.link_judging import kind_of, link_options, told, withdraw
from allegedly.cli.screen import say, write


@click.command()
@link_options
@click.option("--judgements", is_flag=True, help="Show what people judged of links instead, withdrawn judgements too.")
def link(
    ledger: str,
    first: str | None,
    second: str | None,
    kind: str | None,
    why: str | None,
    by: str | None,
    undo: str | None,
    judgements: bool,
) -> Exit:
    """Record that one statement disputes, repeats or confirms another, or says the same.

    A and B are statements by an id, the beginning of one, words that they alone hold, or WORDS@ARTICLE. The judgement is kept
    apart from what was found: it outlives every reading and can be taken back.

    \b
    allegedly link news.db "no lorry of ours" 3f2a9c --as disputes --why "the same convoy"
    """
    if judgements:
        return _print(ledger)
    if undo is not None:
        if first is not None:
            raise click.UsageError("--undo takes the id of a judgement, and no statements beside it")
        return withdraw(ledger, undo, why, by)
    if first is None or second is None or kind is None:
        raise click.UsageError("name two statements, A and B, by an id or their words, and what A does to B with --as")
    with open_existing(ledger) as opened:
        event = opened.linking.judge(first, second, kind_of(kind), who=judge_name(by), when=now(), why=why)
    say(told(event))
    return Exit.DONE


def _print(ledger: str) -> Exit:
    from allegedly.export.wording import one_line
    from allegedly.model.link_event import LinkJudgement, standing_judgements

    with open_ledger(ledger) as opened:
        events = opened.linking.events()
    standing = {event.id for event in standing_judgements(events)}
    for event in events:
        if isinstance(event, LinkJudgement):
            state = "" if event.id in standing else " (withdrawn)"
            why = f" ({one_line(event.why)})" if event.why else ""
            relation = f"{'' if event.holds else 'no link: '}{event.kind}"
            sides = [f"“{one_line(end.words)}”" for end in (event.first, event.second)]
            write(f"{event.id[:8]} {event.when[:10]} {one_line(event.who)}: {sides[0]} {relation} {sides[1]}{why}{state}\n")
    say(f"{len(standing):,} judgements stand")
    return Exit.DONE
