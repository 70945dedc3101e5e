from tests.evaluation.made import document, found, gold

from allegedly.evaluation import score
from allegedly.evaluation.faults import Fault, FaultKind, drawn, faults_of
from allegedly.evaluation.faults_page import faults_page

MARKED = (
    "[source:a Varga] [cue:a said] [content:a it was late].\n"
    "[source:b Osei] [cue:b denied] [content:b <b>any</b> & all]. "
    "[source:c Lind] [cue:c agreed] [content:c with the whole of it]."
)
DOCUMENT = document(MARKED)
FOUND = found(
    "[source:a Varga] [cue:a said] [content:a it was late].\n"
    "Osei [cue:b denied] [content:b <b>any</b> & all]. "
    "[source:c Lind] [cue:c agreed] with the [content:c whole] of it[cue:d .][content:d .]"
)


def faults() -> tuple[Fault, ...]:
    return faults_of(score(gold(DOCUMENT), {DOCUMENT.name: FOUND}).comparisons)


def test_each_fault_is_named_for_what_is_wrong() -> None:
    assert [(str(fault.kind), fault.words(fault.gold, "cue")) for fault in faults()] == [
        ("wrong source", "denied"),
        ("wrong content", "agreed"),
        ("spurious", ""),
    ]
    missed = faults_of(score(gold(DOCUMENT), {}).comparisons)
    assert [fault.kind for fault in missed] == [FaultKind.MISSED] * 3


def test_lines_show_both_sides_with_their_words() -> None:
    assert faults()[0].lines() == (
        "wrong source  wire_2026-01-02_tax  24-52",
        "  gold  [source Osei] [cue denied] [content <b>any</b> & all]",
        "  found [source —] [cue denied] [content <b>any</b> & all]",
    )


def test_faults_are_drawn_the_same_each_time_and_keep_their_order() -> None:
    every = faults()
    two = drawn(every, 2)
    assert two == drawn(every, 2)
    assert [every.index(fault) for fault in two] == sorted(every.index(fault) for fault in two)
    assert drawn(every, 99) == every
    assert drawn(every, 0) == ()


def test_the_page_shows_both_sides_and_escapes_the_text() -> None:
    page = faults_page("cues <script>", faults(), faults(), ["soft & exact"])
    assert '<mark class="content">&lt;b&gt;any&lt;/b&gt; &amp; all</mark>' in page
    assert "<b>any" not in page
    assert "<script" not in page
    assert "soft &amp; exact" in page
    assert '<span class="soft">nothing</span>' in page
    assert page.count("<section>") == page.count("</section>") == 3
    assert "http" not in page
    assert "prefers-color-scheme: dark" in page


def test_the_page_cuts_long_texts_around_the_fault() -> None:
    long = document("word " * 2000 + "[source Varga] [cue said] [content so]" + " word" * 2000)
    every = faults_of(score(gold(long), {}).comparisons)
    page = faults_page("long", every, every, [])
    assert '<mark class="cue">said</mark>' in page
    assert len(page) < 10_000
