from __future__ import annotations

import json
import re
from dataclasses import MISSING, fields
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from tests.samples import TEXT, full_findings, make_findings

from allegedly.errors import LedgerError
from allegedly.export.json_shape import (
    findings_from_json,
    findings_line,
    findings_to_json,
    schema_text,
    skipped_from_json,
    skipped_to_json,
)
from allegedly.export.json_value import Json, JsonObject
from allegedly.model import Origin, Skipped, Span

VALIDATOR = Draft202012Validator(json.loads(schema_text()))
DOCS = Path(__file__).parents[2] / "docs" / "json.md"


def through_text(value: Json) -> JsonObject:
    back = json.loads(json.dumps(value, allow_nan=False))
    assert isinstance(back, dict)
    return back


def part(value: Json, *path: str | int) -> JsonObject:
    for step in path:
        if isinstance(value, dict):
            value = value[str(step)]
        else:
            assert isinstance(value, list)
            assert isinstance(step, int)
            value = value[step]
    assert isinstance(value, dict)
    return value


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(json.loads(schema_text()))


def test_findings_come_back_as_they_were() -> None:
    findings = full_findings()
    assert findings_from_json(through_text(findings_to_json(findings))) == findings


def test_the_sample_holds_something_in_every_field() -> None:
    statements = full_findings().statements
    speakers = [one.speaker for one in statements if one.speaker]
    for values in (statements, speakers, [full_findings().article.origin], [full_findings().article.capture]):
        for field in fields(values[0]):
            if not field.compare:  # the page's bytes are no part of what is found
                continue
            default = field.default if field.default is not MISSING else None
            assert any(getattr(value, field.name) != default for value in values), field.name


def test_what_is_written_is_of_the_schema() -> None:
    VALIDATOR.validate(through_text(findings_to_json(full_findings())))
    VALIDATOR.validate(through_text(findings_to_json(full_findings(), text=False)))
    VALIDATOR.validate(through_text(findings_to_json(make_findings("Nothing was said.", []))))


@pytest.mark.parametrize("text", [True, False])
def test_the_pieces_of_a_line_are_the_whole(text: bool) -> None:
    tricky = make_findings('"statements": [], "recipe": she said \\"statements\\": [ 🚚', [(Span(29, 32), Span(38, 40))])
    for findings in (full_findings(), make_findings("Nothing.", []), tricky):
        whole = json.dumps(findings_to_json(findings, text=text), ensure_ascii=False) + "\n"
        assert "".join(findings_line(findings, text=text)) == whole


def test_an_unknown_field_is_not_of_the_schema() -> None:
    value = findings_to_json(full_findings())
    part(value, "statements", 0)["verdict"] = "true"
    assert not VALIDATOR.is_valid(value)


def test_a_role_shows_its_slices_and_the_gap_between_them() -> None:
    content = part(findings_to_json(full_findings()), "statements", 0, "content")
    assert content["text"] == "“We never sent 40 lorries,” … “not one.”"
    assert content["spans"] == [[TEXT.index("“We"), TEXT.index("“We") + 27], [TEXT.index("“not"), TEXT.index("“not") + 10]]


def test_without_text_the_words_stay_and_the_text_can_be_given_again() -> None:
    findings = full_findings()
    value = through_text(findings_to_json(findings, text=False))
    assert "text" not in part(value, "article")
    assert part(value, "statements", 0)["words"] == findings.statements[0].words
    with pytest.raises(LedgerError, match="left out"):
        findings_from_json(value)
    assert findings_from_json(value, text=TEXT) == findings
    with pytest.raises(LedgerError, match="text_sha256"):
        findings_from_json(value, text=TEXT + "x")


@pytest.mark.parametrize(
    ("path", "key", "wrong", "message"),
    [
        ((), "schema", 2, "of schema 2"),
        (("article",), "text", TEXT.replace("never", "often"), "text_sha256"),
        (("article",), "id", "0000000000000000", "the id of this text"),
        (("article",), "language", None, "article.language: expected a string"),
        (("statements", 0), "words", "“We always", "its words are"),
        (("statements", 0), "id", "0000000000000000", "the id of these spans"),
        (("statements", 0, "content"), "text", "never sent", "expected the slice"),
        (("statements", 0, "source"), "spans", [[9, 4]], r"source.spans\[0\]: expected"),
        (("statements", 1, "speaker"), "kind", "king", "expected one of named person"),
        (("statements", 0, "manner"), "evidence", [[0, 100_000]], "ends behind the text"),
        (("statements", 2), "parent", "ffffffffffffffff", "no other statement"),
        (("statements", 0), "confidence", "high", "expected a finite number, found 'high'"),
    ],
)
def test_a_changed_document_is_refused_with_what_was_found(
    path: tuple[str | int, ...], key: str, wrong: Json, message: str
) -> None:
    value = through_text(findings_to_json(full_findings()))
    part(value, *path)[key] = wrong
    with pytest.raises(LedgerError, match=message):
        findings_from_json(value)


@pytest.mark.parametrize("value", [None, [], "x", 3, {}, {"schema": 1}, {"schema": 1, "article": []}])
def test_what_is_no_findings_is_refused(value: Json) -> None:
    with pytest.raises(LedgerError):
        findings_from_json(value)


def test_skipped_comes_back_and_is_of_the_schema() -> None:
    skipped = Skipped(Origin(name="a.txt", outlet="Gazette"), "the file is empty; expected text")
    value = through_text(skipped_to_json(skipped))
    VALIDATOR.validate(value)
    assert skipped_from_json(value) == skipped


def test_the_documented_examples_are_of_the_schema_and_load() -> None:
    examples = [json.loads(block) for block in re.findall(r"```json\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL)]
    assert len(examples) == 2
    for example in examples:
        VALIDATOR.validate(example)
    assert findings_to_json(findings_from_json(examples[0])) == examples[0]
    assert skipped_to_json(skipped_from_json(examples[1])) == examples[1]


def test_every_key_is_documented() -> None:
    documented = DOCS.read_text("utf-8")
    value = json.loads(schema_text())["$defs"]
    for name, definition in value.items():
        for key in definition.get("properties", {}):
            assert f"`{key}`" in documented, f"{name}.{key}"
