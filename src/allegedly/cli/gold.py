"""`allegedly gold`: what people corrected as a test set of a desk's own."""

from __future__ import annotations

import json
from pathlib import Path

import click

from allegedly.cli.exits import Exit
from allegedly.cli.ledgers import open_ledger
from allegedly.cli.screen import say


@click.group()
def gold() -> None:
    """Make a test set of what people corrected."""


@gold.command()
@click.argument("ledger")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option("--partly", is_flag=True, help="Also articles of which people judged some statements only.")
def export(ledger: str, folder: Path, partly: bool) -> Exit:
    """Write the articles that people read through into DIR, as corrected: brat standoff and JSON.

    An article is taken where every statement in it was accepted, corrected or added by a person. `allegedly evaluate --gold DIR`
    measures a tagger on it, and `allegedly evaluate attribution DIR` the words alone.

    \b
    allegedly gold export news.db desk-gold/
    allegedly evaluate --gold desk-gold/ --by outlet
    """
    from allegedly.export.gold import attributed, brat_configuration, gold_name, gold_record, standoff_of
    from allegedly.export.wording import counted
    from allegedly.model.correction import Anchor

    texts, annotations = folder / "text", folder / "attributions"
    for each in (texts, annotations):
        each.mkdir(parents=True, exist_ok=True)
    (folder / "annotation.conf").write_text(brat_configuration(), encoding="utf-8")
    taken = left = statements = 0
    with open_ledger(ledger) as opened, (folder / "gold.jsonl").open("w", encoding="utf-8") as lines:
        for article in opened.store.corrections.articles():
            if opened.store.recipe(article) is None:
                continue
            findings = opened.store.get(article)
            judged = set[str]()
            for correction in opened.corrections.standing(article):
                new = correction.new
                judged.add(new.statement if isinstance(new, Anchor) else correction.anchor.statement)
            own = attributed(findings)
            if not partly and any(one.id not in judged for one in own):
                left += 1
                continue
            name = gold_name(findings)
            (texts / f"{name}.txt").write_bytes(findings.article.text.encode())
            (annotations / f"{name}_desk.ann").write_bytes("".join(standoff_of(findings)).encode())
            lines.write(json.dumps(gold_record(findings, judged), ensure_ascii=False) + "\n")
            taken += 1
            statements += len(own)
    rest = f"; {counted(left, 'article')} judged in part left out, --partly takes them" if left else ""
    say(f"{folder}: {counted(statements, 'statement')} in {counted(taken, 'article')}{rest}")
    return Exit.DONE
