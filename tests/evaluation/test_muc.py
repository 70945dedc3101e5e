"""Casualties and the confidence of a report, as the keys of MUC have them."""

from pathlib import Path

import pytest
from tests.judged import judged
from tests.marked import parse_marked

from allegedly.errors import GoldError
from allegedly.evaluation.hits import Hits
from allegedly.evaluation.letter_case import in_case, learn_case
from allegedly.evaluation.muc import Casualty, Suspicion, confidence_of, judged_figures, read_muc
from allegedly.model import Figure

TEXT = """DEV-MUC9-0001 (ORLEC)

   ORLEC, 3 JAN 90 (ORLEC RADIO) -- [REPORT] [TEXT] TWELVE MINERS WERE
KILLED.

   THE RIVER FRONT CLAIMED IT.

DEV-MUC9-0002

   ORLEC, 4 JAN 90 -- NOTHING HAPPENED.
"""
KEY = """;;; MADE
0.  MESSAGE: ID                     DEV-MUC9-0001 (ORLEC)
1.  MESSAGE: TEMPLATE               1
10. PERP: ORGANIZATION ID           "RIVER FRONT" / "RF"
11. PERP: ORGANIZATION CONFIDENCE   CLAIMED OR ADMITTED / POSSIBLE: "RIVER FRONT" / "RF"
                                    ODD: "RIVER BANK"
21. HUM TGT: NUMBER                 12: "MINERS"
                                    ? 3: "NURSES"
                                    1: "ANNA BELL"
                                    PLURAL: "GUARDS"
23. HUM TGT: EFFECT OF INCIDENT     DEATH: "MINERS"
                                    INJURY: "NURSES"
                                    DEATH: "ANNA BELL"
                                    NO INJURY OR DEATH: "GUARDS"

0.  MESSAGE: ID                     DEV-MUC9-0002
1.  MESSAGE: TEMPLATE               *
21. HUM TGT: NUMBER                 *
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "dev-muc9-0001").write_text(TEXT, encoding="latin-1")
    (tmp_path / "key-dev-0001.muc9").write_text(KEY, encoding="latin-1")
    return tmp_path


def test_messages_and_keys_are_read(folder: Path) -> None:
    first, second = read_muc(folder)
    assert first.text == "TWELVE MINERS WERE KILLED.\n\nTHE RIVER FRONT CLAIMED IT."
    assert first.casualties == (
        Casualty(12, "killed", ("MINERS",)),
        Casualty(3, "wounded", ("NURSES",)),
        Casualty(1, "killed", ("ANNA BELL",)),
    )
    assert first.suspicions == (Suspicion(("RIVER FRONT", "RF"), frozenset(("CLAIMED OR ADMITTED", "POSSIBLE"))),)
    assert (second.text, second.casualties, second.suspicions) == ("NOTHING HAPPENED.", (), ())


@pytest.mark.parametrize(
    ("figures", "hits"),
    [
        ([(12, "miners", "killed"), (3, "nurses", "wounded")], Hits(2, 2, 2)),
        ([(12, "miners", "wounded")], Hits(0, 1, 2)),
        ([(11, "miners", "killed"), (12, "miners", "killed")], Hits(1, 1, 2)),
        ([(3, None, "wounded")], Hits(1, 1, 2)),
        ([(12, "farmers", "killed"), (12, "miners", "people")], Hits(0, 0, 2)),
    ],
)
def test_casualties_are_judged_by_target(folder: Path, figures: list[tuple[float, str | None, str]], hits: Hits) -> None:
    made = [Figure(number, number, "exactly", counted, category, ()) for number, counted, category in figures]
    assert judged_figures(read_muc(folder)[0], made) == hits


@pytest.mark.parametrize(
    ("marked", "confidence"),
    [
        ("[source The RF] [cue claimed] [content responsibility].", "CLAIMED OR ADMITTED"),
        ("[source The RF] [cue denied] [content the attack].", "DENIED"),
        ("[source The mayor] [cue accused] [content the RF of the attack].", "SUSPECTED OR ACCUSED BY AUTHORITIES"),
        ("[source A neighbour] [cue accused] [content the RF of the attack].", "SUSPECTED OR ACCUSED"),
        ("[source A neighbour] [cue said] [content the RF may have done it].", "SUSPECTED OR ACCUSED"),
        ("[source A neighbour] [cue said] [content the RF had done it].", "REPORTED AS FACT"),
        ("[source A neighbour] [cue blamed] [content the Bank].", "REPORTED AS FACT"),
    ],
)
def test_a_report_lays_it_to_somebody(marked: str, confidence: str) -> None:
    text, _ = parse_marked(marked)
    assert confidence_of(["RF"], text, judged(marked)) == confidence


def test_capitals_are_given_the_case_of_other_texts() -> None:
    forms = learn_case(["On Monday the mayor of Orlec met NATO there. The mayor left.", "Some say the mayor met NATO."])
    assert in_case("THE MAYOR MET NATO. DORN LEFT ORLEC.", forms) == "The mayor met NATO. Dorn left Orlec."
    assert in_case("STRASSE", {"strasse": "Straße"}) == "STRASSE"  # a form of another length would move what follows


def test_a_folder_without_messages_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no messages"):
        read_muc(tmp_path)
