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
from schemathesis.specs.openapi.checks import positive_data_acceptance

from allegedly.serve.application import application
from allegedly.serve.settings import Settings

Check: TypeAlias = Callable[[CheckContext, Response, schemathesis.Case[Any]], bool | None]
LEFT_OUT: list[Check] = [positive_data_acceptance]
"""A cursor, a query and the text of an article have to be more than a schema can say."""


@pytest.fixture(scope="module")
def described(coverage: Path, tmp_path_factory: pytest.TempPathFactory) -> schemathesis.BaseSchema:
    path = tmp_path_factory.mktemp("drawn") / "ledger.db"
    shutil.copy(coverage, path)
    return schemathesis.openapi.from_asgi(
        "/api/v1/openapi.json", application(Settings(str(path), tagger="cues", hosts=("testserver",)))
    )


def test_the_interface_does_what_its_document_says(described: schemathesis.BaseSchema) -> None:
    ways = 0
    for each in described.get_all_operations():
        assert isinstance(each, Ok)
        operation = each.ok()

        @settings(max_examples=15, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
        @given(case=operation.as_strategy())
        def asks(case: schemathesis.Case[Any]) -> None:
            case.call_and_validate(excluded_checks=LEFT_OUT)

        asks()
        ways += 1
    assert ways >= 14
