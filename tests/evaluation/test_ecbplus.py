"""ECB+ is read as it comes: a document made here, with what its format has."""

from __future__ import annotations

from pathlib import Path

import pytest

from allegedly.errors import GoldError
from allegedly.evaluation.ecbplus import events_of, read_ecbplus

TOKENS = (
    ("http", ":"),
    ("Police", "said", "the", "depot", "did", "n't", "burn", "."),
    ("It", "(", "the", "fire", ")", "spread", "."),
)


def document(name: str, note: str, sentences: tuple[tuple[str, ...], ...] = TOKENS) -> str:
    number = 0
    lines = []
    for sentence, words in enumerate(sentences):
        for place, word in enumerate(words):
            number += 1
            lines.append(f'<token t_id="{number}" sentence="{sentence}" number="{place}">{word}</token>')
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<Document doc_name="{name}.xml" doc_id="DOC1">
{chr(10).join(lines)}
<Markables>
<ACTION_REPORTING m_id="1"><token_anchor t_id="4"/></ACTION_REPORTING>
<NEG_ACTION_OCCURRENCE m_id="2"><token_anchor t_id="9"/></NEG_ACTION_OCCURRENCE>
<ACTION_OCCURRENCE m_id="3"><token_anchor t_id="13"/><token_anchor t_id="14"/></ACTION_OCCURRENCE>
<ACTION_OCCURRENCE m_id="4"><token_anchor t_id="16"/></ACTION_OCCURRENCE>
<LOC_FAC m_id="5"><token_anchor t_id="5"/><token_anchor t_id="6"/></LOC_FAC>
<ACTION_OCCURRENCE m_id="9" RELATED_TO="" TAG_DESCRIPTOR="t1_fire" instance_id="{note}"/>
</Markables>
<Relations>
<CROSS_DOC_COREF r_id="7" note="{note}"><source m_id="2"/><source m_id="3"/><target m_id="9"/></CROSS_DOC_COREF>
<INTRA_DOC_COREF r_id="8"><source m_id="4"/><target m_id="10"/></INTRA_DOC_COREF>
</Relations>
</Document>"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for topic in (1, 2):
        (tmp_path / str(topic)).mkdir()
    (tmp_path / "1" / "1_1ecb.xml").write_text(document("1_1ecb", "ACT5"), encoding="utf-8")
    (tmp_path / "1" / "1_2ecbplus.xml").write_text(document("1_2ecbplus", "ACT5"), encoding="utf-8")
    (tmp_path / "2" / "2_1ecb.xml").write_text(document("2_1ecb", "ACT5"), encoding="utf-8")
    table = "Topic,File,Sentence Number\n1,1ecb,1\n1,1ecb,2\n1,2ecbplus,1\n2,1ecb,1\n"
    (tmp_path / "ECBplus_coreference_sentences.csv").write_text(table, encoding="utf-8")
    return tmp_path


def test_the_text_is_laid_out_and_mentions_point_into_it(folder: Path) -> None:
    first = read_ecbplus(folder, [1])[0]
    assert first.text == "Police said the depot didn't burn.\nIt (the fire) spread.\n"
    assert [mention.span.of(first.text) for mention in first.mentions] == ["said", "burn", "the fire)"[:-1], "spread"]
    assert [(mention.sort, mention.negated) for mention in first.mentions][:2] == [("REPORTING", False), ("OCCURRENCE", True)]
    assert first.mentions[0].sentence.of(first.text) == "Police said the depot didn't burn."
    assert first.article().text == first.text


def test_sentences_that_were_not_annotated_throughout_are_left_out(folder: Path) -> None:
    second = read_ecbplus(folder, [1])[1]
    assert second.subtopic == "1ecbplus"
    assert [mention.span.of(second.text) for mention in second.mentions] == ["said", "burn"]


def test_mentions_of_one_event_are_together_across_documents_and_not_across_topics(folder: Path) -> None:
    documents = read_ecbplus(folder, [1, 2])
    events = sorted(sorted(mention.id for mention in event) for event in events_of(documents))
    assert sorted(map(len, events)) == [1, 1, 1, 1, 1, 3]
    assert [name for name, *_ in max(events, key=len)] == ["1_1ecb", "1_1ecb", "1_2ecbplus"]
    assert sum(map(len, events_of(documents, ["REPORTING"]))) == 3


def test_a_folder_without_gold_is_told(tmp_path: Path, folder: Path) -> None:
    with pytest.raises(GoldError, match="table of annotated sentences"):
        read_ecbplus(tmp_path / "none", [1])
    with pytest.raises(GoldError, match="no document"):
        read_ecbplus(folder, [3])
    (folder / "1" / "1_1ecb.xml").write_text("<Document>", encoding="utf-8")
    with pytest.raises(GoldError, match="1_1ecb"):
        read_ecbplus(folder, [1])
