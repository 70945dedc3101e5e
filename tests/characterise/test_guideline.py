"""The guideline names every value that a field can take, and so do the codes."""

from pathlib import Path

import pytest

from allegedly.model import Certainty, Kind, Manner, SpeakerKind

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("value", [*SpeakerKind, *Manner, *Kind, *Certainty])
def test_every_value_has_its_place_in_the_guideline(value: str) -> None:
    assert str(value) in (DOCS / "annotation.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_has_its_line_of_codes(kind: Kind) -> None:
    assert f"\n| {kind} |" in (DOCS / "codes.md").read_text(encoding="utf-8")
