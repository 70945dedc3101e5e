"""What reading a text gives in Python: findings that show themselves in a notebook."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from allegedly.errors import LanguageError
from allegedly.model import Article, Findings, Skipped, Statement

if TYPE_CHECKING:
    from allegedly.attribute import Tagger
    from allegedly.export.csv import Row
    from allegedly.export.json_value import JsonObject
    from allegedly.languages import Language

    Taggers: TypeAlias = Callable[[Language], Tagger]

T = TypeVar("T")
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

    def rows(self, *, min_confidence: float = 0.0) -> list[Row]:
        """One flat dict for each statement: `pandas.DataFrame(reading.rows())`, `polars.DataFrame(reading.rows())`.

        Here and below, statements of less than `min_confidence` are left out.
        """
        from allegedly.export.csv import rows_of

        return rows_of(self.findings, min_confidence)

    def json(self, *, text: bool = True, min_confidence: float = 0.0) -> JsonObject:
        """The findings in the one JSON shape (`docs/json.md`); with `text=False` without the article's text."""
        from allegedly.export.json_shape import findings_to_json
        from allegedly.export.threshold import sure_enough

        return findings_to_json(sure_enough(self.findings, min_confidence), text=text)

    def html(self, *, min_confidence: float = 0.0) -> str:
        """The findings as one self-contained page."""
        from allegedly.export.page import page_of

        return page_of(self.findings, min_confidence)

    def __len__(self) -> int:
        return len(self.findings.statements)

    def __iter__(self) -> Iterator[Statement]:
        return iter(self.findings.statements)

    def __repr__(self) -> str:
        from allegedly.export.wording import lines_of, tally, title_of

        return f"<Reading {title_of(self.article)!r}: {tally(lines_of(self.findings))}>"

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


def find_each(items: Iterable[Article | T], taggers: Taggers) -> Iterator[Findings | Skipped | T]:
    """The item loop of bulk work: the findings of each article, one at a time; what is no article goes through as it is.

    One bad article never stops the work: it becomes a `Skipped`. `taggers` gives the tagger for a language, and is asked
    for every article; what it raises stops the work, since no other article would fare better.
    """
    for item in items:
        yield find_or_skip(item, taggers) if isinstance(item, Article) else item


def find_or_skip(article: Article, taggers: Taggers) -> Findings | Skipped:
    """The findings of one article among many, or why there are none."""
    from allegedly.languages import load_language
    from allegedly.pipeline import find_statements

    try:
        language = load_language(article.language)
    except LanguageError as error:
        return Skipped(article.origin, str(error), article)
    tagger = taggers(language)
    try:
        return find_statements(article, language, tagger)
    except Exception as error:  # noqa: BLE001
        return Skipped(article.origin, f"finding its statements failed: {type(error).__name__}: {error}")


def taggers_named(name: str) -> Taggers:
    """The tagger of that name for each language, loaded when it is first asked for; see `load_tagger`."""
    loaded: dict[str, Tagger] = {}

    def of(language: Language) -> Tagger:
        if language.code not in loaded:
            loaded[language.code] = load_tagger(name, language.code)
        return loaded[language.code]

    return of


def _has_weights(language: str) -> bool:
    from importlib.resources import files

    return files("allegedly").joinpath("models", language, "digest.json").is_file()
