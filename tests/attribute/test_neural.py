"""The neural tagger as it ships."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.marked import parse_marked, show_marked

from allegedly.attribute.neural import MODELS, NAMED, NeuralTagger
from allegedly.errors import ModelError
from allegedly.languages import load_language
from allegedly.model import Article, Attribution, Capture, Origin, Segments
from allegedly.segment import segment


@pytest.fixture(scope="module")
def tagger() -> NeuralTagger:
    return NeuralTagger.load()


def cut(text: str) -> tuple[Article, Segments]:
    article = Article("0" * 16, text, (), "en", Origin(), Capture("", "", "test"))
    return article, segment(article, load_language("en"))


def found(text: str, tagger: NeuralTagger) -> Sequence[Attribution]:
    return tagger(*cut(text))


CLEAR = (
    "[source The mayor] [cue denied] [content taking money].",
    "[content “We will appeal,”] [source the company’s lawyer] [cue said] on Monday.",
    "[content “We will appeal,”] [source Ms. Ortega] [cue said]. [content “This is not over.”]",
    "[cue According to] [source the report], [content prices rose 3 percent].",
    "[source Two officials] [cue said] [content that the bridge had not been inspected since 2011].",
    "[content The deal is dead], [source the minister] [cue told] reporters.",
    "[source Mr. Lee] [cue refused to say] [content whether he had met the governor].",
)


@pytest.mark.parametrize("marked", CLEAR)
def test_clear_attributions_are_found(marked: str, tagger: NeuralTagger) -> None:
    text, (wanted,) = parse_marked(marked)
    shown = [show_marked(text, each) for each in found(text, tagger)]
    edges = str.maketrans("", "", ".,“”")
    assert show_marked(text, wanted).translate(edges) in [each.translate(edges) for each in shown], shown


def test_the_same_text_gives_the_same_in_any_company(tagger: NeuralTagger) -> None:
    texts = ["He said it.", "", "She denied that he had said it. " * 80, "“No,” the mayor said."]
    alone = [found(text, tagger) for text in texts]
    assert list(tagger.many([cut(text) for text in texts])) == alone
    assert list(tagger.many([cut(text) for text in reversed(texts)])) == alone[::-1]


def test_long_articles_are_not_cut(tagger: NeuralTagger) -> None:
    paragraph = "The council met on Tuesday evening. The mayor said that the bridge would close for a week.\n\n"
    assert len(found(paragraph * 120, tagger)) == 120


@pytest.mark.parametrize(
    "text",
    ["", " \n", "😀", "\u200b\u200d", "\0\0said\0", "x" * 200_000, "他说" * 300, "e\u0301" * 200, "قال الرئيس", "”" * 400],
    ids=["empty", "blank", "emoji", "zero width", "nul", "no spaces", "Chinese", "combining", "Arabic", "marks"],
)
def test_any_text_is_borne(text: str, tagger: NeuralTagger) -> None:
    for each in found(text, tagger):
        assert 0 <= each.extent.start < each.extent.end <= len(text)
        assert 0 <= each.confidence <= 1


def test_confidence_stands_on_every_attribution_and_role(tagger: NeuralTagger) -> None:
    (sure,) = found("“We will appeal,” the company’s lawyer said on Monday.", tagger)
    assert sure.roles is not None
    assert 0.5 < sure.confidence <= 1
    assert 0.5 < sure.roles.source <= 1


@pytest.mark.parametrize("name", NAMED)
def test_a_cut_or_missing_file_is_a_model_error(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "en"
    shutil.copytree(MODELS / "en", folder)
    (folder / name).write_bytes((folder / name).read_bytes()[:-1])
    with pytest.raises(ModelError, match=r"is not the file that digest\.json names"):
        NeuralTagger.load(folder=folder)
    (folder / name).unlink()
    with pytest.raises(ModelError, match=f"has no {name}"):
        NeuralTagger.load(folder=folder)


def test_a_language_without_a_model_is_a_model_error() -> None:
    with pytest.raises(ModelError, match="no model"):
        NeuralTagger.load("xx")
