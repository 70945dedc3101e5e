"""The two articles that a command compares: from files, or out of a ledger."""

from __future__ import annotations

from allegedly.errors import AllegedlyError
from allegedly.model import Findings


def kept_or_found(before: str, after: str, ledger: str | None, tagger: str) -> tuple[Findings, Findings]:
    """The findings of both: kept in `ledger`, or found in the texts of these names. Raises `AllegedlyError` where one is not."""
    if ledger is None:
        return found_in(before, tagger), found_in(after, tagger)
    from allegedly.cli.ledgers import open_ledger

    with open_ledger(ledger) as opened:
        return opened.article(before), opened.article(after)


def found_in(name: str, tagger: str) -> Findings:
    """The findings of the one article in the file called `name`. Raises `AllegedlyError` where it holds none or several."""
    from allegedly.cli.inputs import Given, Texts
    from allegedly.model import Skipped
    from allegedly.reading import find, load_tagger

    articles = list(Texts([name], Given()))
    if len(articles) != 1:
        raise AllegedlyError(f"{name} holds {len(articles)} articles, expected one; keep them in a ledger and name them by id")
    if isinstance(articles[0], Skipped):
        raise AllegedlyError(f"{name}: {articles[0].reason}")
    return find(articles[0], load_tagger(tagger, articles[0].language))
