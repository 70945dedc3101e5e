"""Requests drawn from the OpenAPI document: whatever is asked, the answer is as the document says."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import CheckContext
from schemathesis.core.result import Ok
from schemathesis.core.transport import Response
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

from allegedly.serve.application import application
from allegedly.serve.settings import Settings

Check: TypeAlias = Callable[[CheckContext, Response, schemathesis.Case[Any]], bool | None]
LEFT_OUT: list[Check] = [positive_data_acceptance]
"""A cursor, a query and the text of an article have to be more than a schema can say."""


TEXTS = ("POST /api/v1/read", "POST /api/v1/articles")


@pytest.fixture(scope="module")
def described(coverage: Path, tmp_path_factory: pytest.TempPathFactory) -> schemathesis.BaseSchema:
    path = tmp_path_factory.mktemp("drawn") / "ledger.db"
    shutil.copy(coverage, path)
    return schemathesis.openapi.from_asgi(
        "/api/v1/openapi.json", application(Settings(str(path), tagger="cues", hosts=("testserver",)))
    )


def validating(left_out: list[Check]) -> Callable[[schemathesis.Case[Any]], None]:
    """A test that sends a request and holds the answer to the document."""

    def validate(case: schemathesis.Case[Any]) -> None:
        case.call_and_validate(excluded_checks=left_out)

    return validate


@pytest.mark.parametrize("mode", list(GenerationMode))
def test_the_interface_does_what_its_document_says(described: schemathesis.BaseSchema, mode: GenerationMode) -> None:
    ways = 0
    for each in described.get_all_operations():
        assert isinstance(each, Ok)
        operation = each.ok()

        if mode is GenerationMode.NEGATIVE and not any(True for _ in operation.iter_parameters()) and not operation.body:
            continue

        # Whatever is sent as text is text, a number too.
        left_out = [*LEFT_OUT, negative_data_rejection] if operation.label in TEXTS else LEFT_OUT

        few = settings(max_examples=15, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
        few(given(case=operation.as_strategy(generation_mode=mode))(validating(left_out)))()
        ways += 1
    assert ways >= 12
