"""Texts laid out as links are judged on them, and what changed between two, in words."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from tests.samples import make_article

from allegedly.languages import load_language
from allegedly.link import find_drift
from allegedly.model import Origin, words_of
from allegedly.model.link import Change, Sheet, Versions
from allegedly.pipeline import lay_out
from allegedly.read import read
from allegedly.reading import find, load_tagger

ENGLISH = load_language("en")
ONLY = (Change.ONLY_BEFORE, Change.ONLY_AFTER)
DEMO = sorted(
    (entry for entry in files("allegedly").joinpath("demo").iterdir() if entry.name[:2].isdigit()), key=lambda entry: entry.name
)


def laid_out(text: str, name: str = "story.txt", published: str = "2026-11-19") -> Sheet:
    """A text with what the cue rules find in it."""
    article = make_article(text, Origin(name=name, published=published))
    return lay_out(find(article, load_tagger("cues")))


@cache
def demo(number: int, tagger: str = "cues") -> Sheet:
    """The text of the bundled coverage with this number."""
    entry = DEMO[number - 1]
    return lay_out(find(read(entry.read_bytes(), Origin(name=entry.name)), load_tagger(tagger)))


def changes(versions: Versions) -> list[tuple[str, str, str]]:
    """What changed, with the words on both sides; what is only in one is left out."""
    return [
        (str(drift.change), words_of(versions.before.text, drift.before), words_of(versions.after.text, drift.after))
        for drift in versions.drifts
        if drift.change not in ONLY
    ]


def drifted(before: str, after: str) -> list[tuple[str, str, str]]:
    """What changed from one text to another."""
    return changes(find_drift(laid_out(before, "a.txt"), laid_out(after, "b.txt"), ENGLISH))
