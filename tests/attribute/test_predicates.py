"""The words that may name what happens, and how surely they do, as the factuality head judges them."""

import numpy as np
import pytest

from allegedly.attribute.decoding import Floats
from allegedly.attribute.neural import MODELS, NeuralTagger, pieces_of_article
from allegedly.attribute.predicates import Predicates
from allegedly.attribute.states import States
from allegedly.attribute.wordpiece import WordPiece
from allegedly.languages import load_language
from allegedly.model import Article, Capture, Origin, Predicate, Segments, Span
from allegedly.segment import segment


def cut(text: str) -> tuple[Article, Segments]:
    article = Article("0" * 16, text, (), "en", Origin(), Capture("", "", "test"))
    return article, segment(article, load_language("en"))


def predicates_of(text: str, rows: dict[str, tuple[float, float, float, float, float]], windows: int = 1) -> Predicates:
    """The predicates of a text whose words are judged as `rows` say (all else: nothing), in so many windows."""
    pieces = pieces_of_article(*cut(text), WordPiece.read(MODELS / "en" / "tokenizer.json"))
    states = States(pieces)
    size = -(-len(pieces) // windows)
    for low in range(0, len(pieces), size):
        high = min(len(pieces), low + size)
        marked = np.zeros((high - low + 2, 1), dtype=np.float32)
        marked[1:-1, 0] = np.arange(low, high)
        states.keep((low, high), marked, marked)

    def judge(middle: Floats, hidden: Floats) -> Floats:
        assert middle.dtype == hidden.dtype == np.float32
        words = [text[pieces.start[int(at)] :].split()[0].strip(".,") for at in hidden[:, 0]]
        return np.array([rows.get(word, (0.0, 0.0, -9.0, -9.0, -9.0)) for word in words], dtype=np.float32)

    return Predicates(states, judge)


TEXT = "The dam fell. Nobody had unfastened it."
ROWS = {"fell": (2.5, 1.0, 9.0, 0.0, -9.0), "unfastened": (-4.0, -2.0, 9.0, -9.0, 0.0), "dam": (1.0, 1.0, -3.0, -9.0, -9.0)}


@pytest.mark.parametrize("windows", [1, 2])
def test_predicates_are_the_likely_words_of_a_span(windows: int) -> None:
    found = predicates_of(TEXT, ROWS, windows).within(Span(0, len(TEXT)))
    assert [each.span.of(TEXT) for each in found] == ["fell", "unfastened"]
    assert [(each.factuality, each.happened) for each in found] == [(2.5, 1.0), (-3.0, -2.0)]
    assert [(round(each.event, 2), each.reported > 0.4, each.governed > 0.4) for each in found] == [
        (1.0, True, False),
        (1.0, False, True),
    ]


def test_only_words_that_begin_in_the_span_count() -> None:
    predicates = predicates_of(TEXT, ROWS)
    start = TEXT.index("fell")
    assert [each.span.of(TEXT) for each in predicates.within(Span(start, start + 4))] == ["fell"]
    assert predicates.within(Span(start + 1, start + 4)) == ()


def test_any_word_can_be_asked_for() -> None:
    (dam,) = predicates_of(TEXT, ROWS).words([Span(4, 7)])
    assert (dam.span.of(TEXT), dam.factuality) == ("dam", 1.0)


def test_a_window_is_judged_once_and_only_if_asked() -> None:
    pieces = pieces_of_article(*cut(TEXT), WordPiece.read(MODELS / "en" / "tokenizer.json"))
    states, judged = States(pieces), []
    for window in ((0, 4), (4, len(pieces))):
        nothing = np.zeros((window[1] - window[0] + 2, 1), dtype=np.float32)
        states.keep(window, nothing, nothing)

    def judge(middle: Floats, hidden: Floats) -> Floats:
        judged.append(len(middle))
        return np.zeros((len(middle), 5), dtype=np.float32)

    predicates = Predicates(states, judge)
    for _ in range(3):
        predicates.within(Span(0, 8))
    assert judged == [4]


@pytest.fixture(scope="module")
def tagger() -> NeuralTagger:
    return NeuralTagger.load()


def judged_by(tagger: NeuralTagger, text: str, word: str) -> Predicate:
    _, scores = tagger.tagged(*cut(text))
    start = text.index(word)
    (found,) = scores.words([Span(start, start + len(word))])
    return found


@pytest.mark.parametrize(
    ("surer", "less"),
    [
        (("The dam fell on Monday.", "fell"), ("The dam might fall on Monday.", "fall")),
        (("The dam might fall on Monday.", "fall"), ("The dam did not fall on Monday.", "fall")),
        (("The mayor said that the dam had fallen.", "fallen"), ("The mayor denied that the dam had fallen.", "fallen")),
        (("The mayor managed to close the dam.", "close"), ("The mayor failed to close the dam.", "close")),
        (("Dorn knew that the dam had fallen.", "fallen"), ("Dorn hoped that the dam had fallen.", "fallen")),
    ],
)
def test_what_ships_tells_the_surer(surer: tuple[str, str], less: tuple[str, str], tagger: NeuralTagger) -> None:
    assert judged_by(tagger, *surer).factuality > judged_by(tagger, *less).factuality + 0.2


def test_what_ships_tells_what_is_so_from_what_is_not(tagger: NeuralTagger) -> None:
    assert judged_by(tagger, "The dam fell on Monday.", "fell").factuality > 2
    assert judged_by(tagger, "The dam did not fall on Monday.", "fall").factuality < -1


def test_a_plan_may_be_sure_and_has_not_happened(tagger: NeuralTagger) -> None:
    will = judged_by(tagger, "She will close the dam tomorrow.", "close")
    assert will.factuality > 0.5 > 0 > will.happened


@pytest.mark.parametrize("text", ["", " \n", "😀", "\0", "e\u0301" * 50], ids=["empty", "blank", "emoji", "nul", "combining"])
def test_any_text_is_borne(text: str, tagger: NeuralTagger) -> None:
    _, scores = tagger.tagged(*cut(text))
    assert len(scores.predicates(Span(0, len(text) + 1))) <= len(text)
    assert len(scores.words([Span(0, 1)])) <= 1
