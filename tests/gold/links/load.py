"""Reads the gold of links and puts the texts back to it, from the corpora beside the checkout, by their hash."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from allegedly.model import Article, Origin, Span
from tests.samples import make_article

HERE = Path(__file__).parent
DATA = Path(__file__).parents[4] / "shared" / "data"
Row = dict[str, str]  # set, key, text, outlet, date, title, happening
Gold = dict[str, Any]  # an item as the JSON file has it


@dataclass(frozen=True)
class Side:
    """One end of an item: words of an article."""

    article: Article
    spans: tuple[Span, ...]

    @property
    def words(self) -> str:
        """The words, with an ellipsis between spans."""
        return " … ".join(span.of(self.article.text) for span in self.spans)


@dataclass(frozen=True)
class Item:
    """A labelled item; `gold` holds what the file says of it."""

    id: str
    first: Side
    second: Side | None
    gold: Gold

    @property
    def label(self) -> str:
        """The adjudicated label."""
        return str(self.gold["label"])


def half_of(story: str) -> str:
    """`dev` or `test`, by the story's name, so that a story lies wholly in one half."""
    return "dev" if int(hashlib.sha256(story.encode()).hexdigest()[:8], 16) % 2 == 0 else "test"


def digest_of(text: str) -> str:
    """The hash by which the gold knows a text: that of `Article.capture.text_sha256`."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@cache
def rows(data: Path = DATA) -> dict[tuple[str, str], Row]:
    """Every article of the two corpora, by set and key."""
    found: dict[tuple[str, str], Row] = {}
    with gzip.open(data / "allsides" / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            fields = {field: row[field] or "" for field in ("text", "outlet", "date", "title")}
            found["allsides", row["id"]] = {"set": "allsides", "key": row["id"], "happening": "", **fields}
    for path in sorted((data / "news_cluster").glob("*.json")):
        row = json.loads(path.read_text(encoding="utf-8"))
        found["news_cluster", path.stem] = {
            "set": "news_cluster", "key": path.stem, "text": row.get("text") or "", "outlet": row["source_domain"],
            "date": row["date_publish"][:10], "title": row["title"] or "", "happening": str(row["newsCluster"]["EventId"]),
        }  # fmt: skip
    return found


@cache
def article_of(name: str, key: str, digest: str, data: Path = DATA) -> Article:
    """The article of a set and key; refused where its text is another than the one that was annotated."""
    row = rows(data)[name, key]
    origin = Origin(outlet=row["outlet"] or None, published=row["date"] or None, title=row["title"] or None)
    article = make_article(row["text"], origin)
    if article.capture.text_sha256 != digest:
        raise ValueError(f"the text of {name} {key} is another than the one that was annotated")
    return article


def read_gold(name: str) -> Gold:
    """The file `NAME.json` of this folder."""
    found: Gold = json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))
    return found


def load(name: str, half: str | None = None, data: Path = DATA) -> Iterator[Item]:
    """The items of `pairs`, `disputes` or `drift`, those of one half (`dev`, `test`) or all."""
    gold = read_gold(name)

    def side(end: Gold | None) -> Side | None:
        if end is None:
            return None
        where = gold["articles"][end["article"]]
        spans = tuple(Span(*place) for place in end["spans"])
        return Side(article_of(where["set"], where["key"], end["article"], data), spans)

    for item in gold["items"]:
        if half in (None, item["half"]):
            first = side(item["first"])
            assert first is not None
            yield Item(item["id"], first, side(item.get("second")), item)
