import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegedly.export.text_fragment import Fragments, Terms, first_place
from allegedly.model import Article, Block, BlockKind, Capture, Origin, Span
from allegedly.read import read

URL = "https://example.org/news/1"


def article(text: str, url: str | None = URL) -> Article:
    return read(text.encode(), Origin(url=url, name="a.txt"))


def link(text: str, words: str, url: str | None = URL) -> str | None:
    made = article(text, url)
    at = made.text.index(words)
    return Fragments(made).link(Span(at, at + len(words)))


def test_a_passage_is_given_whole() -> None:
    assert link("The mayor said no. He left.", "The mayor said no") == f"{URL}#:~:text=The%20mayor%20said%20no"


def test_marks_of_the_syntax_are_encoded() -> None:
    assert (
        link("A three-day strike, at B&Q.", "three-day strike, at B&Q") == f"{URL}#:~:text=three%2Dday%20strike%2C%20at%20B%26Q"
    )


def test_the_pages_own_fragment_stays_and_an_old_directive_goes() -> None:
    assert link("The mayor said no.", "mayor", URL + "#top") == f"{URL}#top:~:text=mayor"
    assert link("The mayor said no.", "mayor", URL + "#:~:text=other") == f"{URL}#:~:text=mayor"


@pytest.mark.parametrize("url", [None, "ftp://example.org/a", "javascript:alert(1)", "file:///a"])
def test_only_a_page_on_the_web_has_a_link(url: str | None) -> None:
    assert link("The mayor said no.", "mayor", url) is None


def test_words_that_stand_there_twice_get_context() -> None:
    text = "The mayor said no on Monday. The council said no on Friday."
    made = Fragments(article(text))
    at = text.rindex("said no")
    assert made.terms(Span(at, at + 7)) == Terms("said no", prefix="council")


def test_part_of_a_word_is_widened_to_the_word() -> None:
    assert link("The mayors said no.", "mayor") == f"{URL}#:~:text=mayors"


def test_a_passage_over_two_paragraphs_is_given_by_its_ends() -> None:
    text = "The mayor said on Monday that it was so.\n\nShe added that nothing else would be said today."
    terms = Fragments(article(text)).terms(Span(4, len(text) - 1))
    assert terms == Terms("mayor said on", "be said today")


def test_a_long_passage_is_given_by_its_ends() -> None:
    text = "The mayor said that " + " and ".join(f"road {n} is closed" for n in range(40)) + " for good."
    terms = Fragments(article(text)).terms(Span(0, len(text)))
    assert terms == Terms("The mayor said", "closed for good.")


@given(
    st.lists(
        st.lists(st.sampled_from(["now", "said", "she", "It’s", "B&Q,", "a-b", "İ", "ß", "e\u0301"]), min_size=1, max_size=90),
        min_size=1,
        max_size=4,
    ),
    st.data(),
)
def test_the_first_place_of_the_terms_is_the_passage(paragraphs: list[list[str]], data: st.DataObject) -> None:
    text = "\n\n".join(" ".join(words) for words in paragraphs)
    blocks = tuple(Block(BlockKind.PARAGRAPH, Span(*found.span())) for found in re.finditer(r"[^\n]+", text))
    made = Article("0" * 16, text, blocks, "en", Origin(url=URL), Capture("", "", "none"))
    starts = [at for at in range(len(made.text)) if not made.text[at].isspace() and (at == 0 or made.text[at - 1].isspace())]
    ends = [
        at
        for at in range(1, len(made.text) + 1)
        if not made.text[at - 1].isspace() and (at == len(made.text) or made.text[at].isspace())
    ]
    start = data.draw(st.sampled_from(starts))
    end = data.draw(st.sampled_from([at for at in ends if at > start]))
    terms = Fragments(made).terms(Span(start, end))
    assert terms is not None
    page = [" ".join(block.span.of(made.text).split()).lower() for block in made.blocks]
    found = first_place(page, terms)
    assert found is not None
    passage = " ".join(made.text[start:end].split()).lower()
    number, at = found
    there = " ".join(page[number:])[at:]
    # words that stand several times in the same company may be found sooner, but they are the same words
    assert there.startswith(passage[:20]) or terms.end is not None
    assert unquote(str(terms)).startswith("text=")
