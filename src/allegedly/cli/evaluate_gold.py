"""`allegedly evaluate --gold`: how well a tagger does on what people of the desk corrected."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from allegedly.cli.screen import say, write

if TYPE_CHECKING:
    from allegedly.evaluation.desk import DeskFigures
    from allegedly.model import Findings


def measure(folder: Path, tagger: str, by_outlet: bool, as_json: bool) -> None:
    """Write the figures. Raises `GoldError` where `folder` holds no gold of `allegedly gold export`."""
    from allegedly.evaluation.desk import score_findings
    from allegedly.reading import find, load_tagger

    using = load_tagger(tagger)
    scored = score_findings(((gold, find(gold.article, using)) for gold in _golds(folder)), by_outlet)
    say(f"tagger: {using.name}, digest {using.digest[:12]}")
    if as_json:
        listed = [{"name": each.name, "articles": each.articles, "gold": each.gold, **each.shares} for each in scored]
        write(json.dumps({"measured": using.name, "figures": listed}, ensure_ascii=False) + "\n")
    else:
        write("\n".join(_lines(scored)) + "\n")


def _golds(folder: Path) -> Iterator[Findings]:
    from allegedly.errors import GoldError, LedgerError
    from allegedly.export.json_shape import findings_from_json
    from allegedly.export.json_value import Found, parsed

    path = folder / "gold.jsonl"
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{path} cannot be read ({error}); expected a folder that `allegedly gold export` wrote") from None
    if not lines:
        raise GoldError(f"{path} is empty: no article was read through by people when it was written")
    for number, line in enumerate(lines, 1):
        try:
            yield findings_from_json(Found(parsed(line))["findings"].value)
        except LedgerError as error:
            raise GoldError(f"{path}, line {number}: {error}") from None


def _lines(scored: tuple[DeskFigures, ...]) -> Iterator[str]:
    names = ("recall", "precision", "exact", "speaker", "kind", "certainty", "figures")
    yield f"{'':<28} articles   gold  found " + " ".join(f"{name:>9}" for name in names)
    for each in scored:
        shares = each.shares
        yield f"{each.name[:28]:<28} {each.articles:8,} {each.gold:6,} {each.found:6,} " + " ".join(
            f"{100 * shares[name]:9.1f}" for name in names
        )
