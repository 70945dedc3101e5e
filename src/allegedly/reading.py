"""What reading a text gives in Python: findings that show themselves in a notebook."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from allegedly.model import Article, Findings, Statement

if TYPE_CHECKING:
    from allegedly.attribute import Tagger
    from allegedly.export.csv import Row
    from allegedly.export.json_value import JsonObject

TAGGERS = ("auto", "cues", "neural")


@dataclass(frozen=True, slots=True)
class Reading:
    """The findings of one article, and the ways to look at them. Iterating gives its statements."""

    findings: Findings

    @property
    def article(self) -> Article:
        """The article as read; every offset points into its `text`."""
        return self.findings.article

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Who says what, in the order of the text."""
        return self.findings.statements

    def rows(self) -> list[Row]:
        """One flat dict for each statement: `pandas.DataFrame(reading.rows())`, `polars.DataFrame(reading.rows())`."""
        from allegedly.export.csv import rows_of

        return rows_of(self.findings)

    def json(self, *, text: bool = True) -> JsonObject:
        """The findings in the one JSON shape (`docs/json.md`); with `text=False` without the article's text."""
        from allegedly.export.json_shape import findings_to_json

        return findings_to_json(self.findings, text=text)

    def html(self) -> str:
        """The findings as one self-contained page."""
        from allegedly.export.page import page_of

        return page_of(self.findings)

    def __len__(self) -> int:
        return len(self.findings.statements)

    def __iter__(self) -> Iterator[Statement]:
        return iter(self.findings.statements)

    def __repr__(self) -> str:
        from allegedly.export.wording import lines_of, tally, title_of

        return f"<Reading {title_of(self.article)!r}: {tally(self.findings, lines_of(self.findings))}>"

    def _repr_html_(self) -> str:
        from allegedly.export.notebook import table_for_notebook

        return table_for_notebook(self.findings)


def load_tagger(name: str = "auto", language: str = "en") -> Tagger:
    """The tagger of that name: `cues` needs no weights; `auto` is `neural` where its weights lie in the package, else `cues`.

    Raises `ModelError` where `neural` is asked for and its weights are missing or broken.
    """
    if name not in TAGGERS:
        raise ValueError(f"no tagger is called {name!r}, expected one of: {', '.join(TAGGERS)}")
    if name == "neural" or (name == "auto" and _has_weights(language)):
        from allegedly.attribute.neural import NeuralTagger

        return NeuralTagger.load(language)
    from allegedly.attribute.cues import CueTagger
    from allegedly.languages import load_language

    return CueTagger(load_language(language))


def find(article: Article, tagger: Tagger) -> Findings:
    """The findings of `article`, in its own language."""
    from allegedly.languages import load_language
    from allegedly.pipeline import find_statements

    return find_statements(article, load_language(article.language), tagger)


def _has_weights(language: str) -> bool:
    from importlib.resources import files

    return files("allegedly").joinpath("models", language, "digest.json").is_file()
