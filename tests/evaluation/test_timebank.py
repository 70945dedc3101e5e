"""Who reports what, as TimeML links it, against statements."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.judged import judged
from tests.marked import parse_marked

from allegedly.errors import GoldError
from allegedly.evaluation.hits import Hits
from allegedly.evaluation.timebank import (
    DENIALS,
    REPORTS,
    FoundLink,
    links_found,
    read_timebank,
    score_links,
    without,
)
from allegedly.model import Judgement, Span, Statement

DOCUMENT = """<?xml version="1.0" ?>
<TimeML><DOCID>orlec</DOCID><TEXT>
The mayor <EVENT eid="e1" class="REPORTING">said</EVENT> the bridge &amp; the dam <EVENT eid="e2" class="OCCURRENCE">fell</EVENT>.
She <EVENT eid="e3" class="I_ACTION">declined</EVENT> to <EVENT eid="e4" class="REPORTING">comment</EVENT>.
</TEXT>
<MAKEINSTANCE eventID="e1" eiid="ei1" /><MAKEINSTANCE eventID="e2" eiid="ei2" />
<MAKEINSTANCE eventID="e3" eiid="ei3" /><MAKEINSTANCE eventID="e4" eiid="ei4" />
<SLINK lid="l1" relType="EVIDENTIAL" eventInstanceID="ei1" subordinatedEventInstance="ei2" />
<SLINK lid="l2" relType="COUNTER_FACTIVE" eventInstanceID="ei3" subordinatedEventInstance="ei4" />
<SLINK lid="l3" relType="MODAL" eventInstanceID="ei9" subordinatedEventInstance="ei4" />
</TimeML>
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "orlec.tml").write_text(DOCUMENT, encoding="utf-8")
    (tmp_path / "._orlec.tml").write_bytes(b"\x00\x05\x16\x07")
    return tmp_path


def place(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def test_a_document_is_read(folder: Path) -> None:
    (document,) = read_timebank(folder)
    assert document.text.startswith("\nThe mayor said the bridge & the dam fell.\n")
    assert [span.of(document.text) for span in document.events] == ["said", "fell", "declined", "comment"]
    assert [(each.above, each.below, each.relation) for each in document.links] == [
        (0, 1, "EVIDENTIAL"),
        (2, 3, "COUNTER_FACTIVE"),
    ]
    assert document.article().text == document.text


def test_a_link_is_right_by_cue_head_and_relation(folder: Path) -> None:
    (document,) = read_timebank(folder)
    said, fell, dam = (place(document.text, words) for words in ("said", "fell", "dam"))
    right, other = FoundLink((said,), fell, "EVIDENTIAL"), FoundLink((said,), dam, "EVIDENTIAL")
    assert score_links(document, [right], REPORTS) == Hits(1, 1, 1)
    assert score_links(document, [right, other, right], REPORTS) == Hits(1, 3, 1)
    assert score_links(document, [replace(right, relation="NEG_EVIDENTIAL")], REPORTS) == Hits(0, 1, 1)
    assert score_links(document, [right], DENIALS) == Hits(0, 0, 1)


def made(marked: str, head: str, rule: str | None = None) -> tuple[str, Statement]:
    text, _ = parse_marked(marked)
    statement = judged(marked)[0]
    return text, replace(statement, factuality=Judgement(1.0, (place(text, head),), rule)) if head else statement


@pytest.mark.parametrize(
    ("marked", "head", "rule", "links"),
    [
        ("[source She] [cue said] [content the dam fell].", "fell", None, [("EVIDENTIAL", "fell")]),
        ("[source She] [cue said] [content the dam fell].", "fell", "governed", []),
        ("[source She] [cue said] [content the dam fell].", "", None, []),
        ("[source She] [cue denied] [content taking it].", "taking", "governed", [("NEG_EVIDENTIAL", "taking")]),
        ("[source She] [cue declined to discuss] [content the talks].", "talks", None, [("COUNTER_FACTIVE", "discuss")]),
        ("[source She] [cue wants] [content the dam to fall].", "fall", None, []),
        ("[source She] [cue said] [content he must leave].", "leave", None, [("EVIDENTIAL", "leave")]),
    ],
)
def test_statements_amount_to_links(marked: str, head: str, rule: str | None, links: list[tuple[str, str]]) -> None:
    text, statement = made(marked, head, rule)
    assert [(each.relation, each.head.of(text)) for each in links_found(text, [statement])] == links


def test_documents_that_were_trained_on_are_left_out(folder: Path) -> None:
    documents = read_timebank(folder)
    assert without(documents, ["The mayor said the bridge & the dam fell ."]) == documents  # too short to tell
    assert without(documents, ["The mayor said the bridge & the dam fell . She declined to comment ."]) == ()


def test_a_folder_without_documents_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no TimeML"):
        read_timebank(tmp_path)
    (tmp_path / "a.tml").write_text("<TimeML>", encoding="utf-8")
    with pytest.raises(GoldError, match="cannot be read"):
        read_timebank(tmp_path)
