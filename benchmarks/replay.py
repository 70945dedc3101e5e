"""Makes random corrections in a ledger, reads it again with another tagger and back, and counts what was lost or moved.

zcat articles.jsonl.gz | head -n 200 > some.jsonl && python benchmarks/replay.py some.jsonl --articles 150 --corrections 500
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from itertools import islice
from pathlib import Path

from allegedly.ledger import Ledger
from allegedly.model import Article, Attribution, Certainty, Kind, Manner, Span, Speaker, SpeakerKind, Statement
from allegedly.model.correction import Anchor, Correction, Field
from allegedly.read.walk import read_sources
from allegedly.reading import load_tagger

WHEN = "2026-11-23T10:00:00+00:00"


def main() -> None:
    """Prints how many corrections hold and wait after each reading; ends with 1 where one is lost or on other words."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--articles", type=int, default=150)
    parser.add_argument("--corrections", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    choose = random.Random(given.seed)
    articles = [one for one in islice(read_sources([str(given.texts)]), given.articles) if isinstance(one, Article)]
    store = Ledger.open(":memory:", tagger=load_tagger("neural"))
    for _ in store.add_many(articles):
        pass
    made = correct(store, given.corrections, choose)
    told = Counter(str(one.field) for one in made)
    print(f"{len(made)} corrections: {', '.join(f'{field} {number}' for field, number in told.items())}")
    wrong = 0
    for name in ("cues", "neural"):
        again = Ledger(store.store, lambda language, name=name: load_tagger(name, language.code))
        for _ in again.rerun():
            pass
        waiting = {one.correction.id for one in again.corrections.waiting()}
        lost = {one.id for one in made} - {one.id for one in again.corrections.standing()}
        moved = [one for one in made if one.id not in waiting and not holds(again, one)]
        wrong += len(lost) + len(moved)
        print(f"{name}: {len(made) - len(waiting)} hold, {len(waiting)} wait, {len(lost)} lost, {len(moved)} on other words")
    print(f"verify: {'sound' if store.verify().sound else 'broken'}")
    sys.exit(bool(wrong))


def correct(ledger: Ledger, number: int, choose: random.Random) -> list[Correction]:
    """So many corrections of all fields, on statements drawn at random; no statement is corrected twice."""
    articles = [entry.article for entry in ledger.articles()]
    done: set[str] = set()
    made: list[Correction] = []
    while len(made) < number:
        findings = ledger.store.get(choose.choice(articles))
        own = [one for one in findings.statements if one.manner.value is not Manner.BARE and one.id not in done]
        if not own:
            continue
        statement = choose.choice(own)
        done.add(statement.id)
        field, new = draw(statement, findings.article.text, choose)
        event = ledger.corrections.correct(findings.article.id, statement.id, field, new, who="drawn", when=WHEN)
        if isinstance(event.new, Anchor):
            done.add(event.new.statement)
        made.append(event)
    return made


def draw(statement: Statement, text: str, choose: random.Random) -> tuple[Field, Speaker | Kind | Certainty | Attribution | None]:
    """A field, and another value for it."""
    field = choose.choice([Field.SPEAKER, Field.KIND, Field.CERTAINTY, Field.WORDS, Field.STATEMENT, Field.ACCEPTED])
    match field:
        case Field.SPEAKER:
            return field, Speaker(f"Person {choose.randrange(1000)}", SpeakerKind.NAMED_PERSON)
        case Field.KIND:
            return field, choose.choice([kind for kind in Kind if kind is not statement.kind.value])
        case Field.CERTAINTY:
            return field, choose.choice([one for one in Certainty if one is not statement.certainty.value])
        case Field.WORDS:
            last = statement.attribution.content[-1]
            if len(last) > 8:
                shorter = (*statement.attribution.content[:-1], Span(last.start, last.end - choose.randrange(1, 5)))
                return field, Attribution(statement.attribution.source, statement.attribution.cue, shorter)
    return (Field.STATEMENT, None) if field is Field.STATEMENT else (Field.ACCEPTED, None)


def holds(ledger: Ledger, one: Correction) -> bool:
    """Whether the correction can be seen on the words that it was made on, and on no others."""
    there = {statement.id: statement for statement in ledger.store.get(one.anchor.article).statements}
    statement = there.get(one.anchor.statement)
    match one.field:
        case Field.STATEMENT:
            return statement is None
        case Field.WORDS:
            return getattr(one.new, "statement", None) in there
        case Field.SPEAKER:
            return statement is not None and statement.speaker == one.new
        case Field.KIND:
            return statement is not None and statement.kind.value is one.new
        case Field.CERTAINTY:
            return statement is not None and statement.certainty.value is one.new
        case _:
            return statement is not None


if __name__ == "__main__":
    main()
