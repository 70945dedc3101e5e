"""Every drift that is planted in the bundled coverage is found, and nothing that is not so."""

from __future__ import annotations

from importlib.resources import files

import pytest
from tests.link.laid_out import ENGLISH, changes, demo

from allegedly.link import find_drift

PLANTED = {
    (1, 2): [
        ("figure changed", "27", "31"),
        ("negation changed", "reportedly … warning … raids … railway … last … week", "denied"),
        ("answer changed", "declined", "said"),
        ("hedge added", "deliberate", "appeared to"),
    ],
    (1, 3): [("hedge dropped", "allegedly", "launched")],
    (1, 4): [
        ("quotation altered", "trusted", "believed in"),
        ("bound changed", "At least 12", "Twelve"),
        ("source dropped", "according to", "strike was deliberate"),
        ("source dropped", "One of them", "drone came in low, circled once and went for the tanks"),
        ("source no longer named", "she", "One analyst"),
    ],
}
ALSO_SO = {
    (1, 3): [("source dropped", "officials … say", "hit Orlec fuel depot, 12 dead")],
    (1, 4): [
        ("bound changed", "at least 12", "Twelve"),
        ("source dropped", "the governor of the Tamar region", "people died on Friday"),
    ],
}
"""Not planted, but so: the headline of the rewrite no longer says who counts; the bound and the governor are dropped
in its lead."""


def fits(found: tuple[str, str, str], wanted: tuple[str, str, str]) -> bool:
    """Whether a change found is the one wanted: which words of a source or cue count is the tagger's affair."""
    return found[0] == wanted[0] and found[1].startswith(wanted[1]) and found[2].startswith(wanted[2])


def missed_and_invented(versions: tuple[int, int], tagger: str) -> tuple[list[object], list[object]]:
    found = changes(find_drift(demo(versions[0], tagger), demo(versions[1], tagger), ENGLISH))
    planted, so = PLANTED[versions], PLANTED[versions] + ALSO_SO.get(versions, [])
    missed = [wanted for wanted in planted if not any(fits(each, wanted) for each in found)]
    return list(missed), [each for each in found if not any(fits(each, wanted) for wanted in so)]


@pytest.mark.parametrize("versions", PLANTED, ids=str)
def test_every_planted_drift_is_found_and_none_is_invented(versions: tuple[int, int]) -> None:
    assert missed_and_invented(versions, "cues") == ([], [])


@pytest.mark.parametrize("versions", PLANTED, ids=str)
def test_what_the_network_reads_shows_the_same_drift_but_for_one(versions: tuple[int, int]) -> None:
    if not files("allegedly").joinpath("models", "en", "digest.json").is_file():
        pytest.skip("the network's weights are not in the package")
    missed, invented = missed_and_invented(versions, "neural")
    assert len(missed) <= 1, missed
    assert len(invented) <= 1, invented


def test_a_denial_in_other_words_is_no_drift() -> None:
    for other in (3, 4):
        for _, before, after in changes(find_drift(demo(1), demo(other), ENGLISH)):
            assert "fired" not in before + after
