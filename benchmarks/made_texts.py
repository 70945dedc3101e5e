"""News-like texts, invented and always the same, to measure speed on."""

from __future__ import annotations

import random

_PEOPLE = ("Mara Lind", "Tomas Varga", "Ines Osei", "Ruth Adeyemi", "the mayor of Orlec", "two officials", "a spokesman")
_CUES = ("said", "told reporters", "denied", "warned", "added", "has argued", "conceded late on Friday", "insisted")
_CLAIMS = (
    "the bridge over the Lune had been unsafe since the flood of last spring",
    "at least twelve people were hurt when the depot caught fire",
    "the council would not raise the harbour toll before the vote",
    "nobody in the ministry had seen the report, let alone signed it",
    "the talks, which began in a hotel outside Kesten, were close to collapse",
    "prices of bread and fuel had risen by 7.4 percent within a year",
)
_SCENES = (
    "The square in front of the town hall was empty by noon, and the shops along the quay stayed shut.",
    "Three lorries stood on the bank, their lights still on, while rain fell on the piles of sand.",
    "It was the second vote within a month, and turnout in the northern districts reached 61 percent.",
    "The company, which runs 14 ferries on the lake, published its figures on Tuesday morning.",
)


def made_texts(number: int = 40, paragraphs: int = 24) -> tuple[str, ...]:
    """`number` texts of about 25 words a paragraph."""
    chance = random.Random(2026)
    return tuple("\n\n".join(_paragraph(chance) for _ in range(paragraphs)) for _ in range(number))


def _paragraph(chance: random.Random) -> str:
    person, cue, claim, scene = (chance.choice(each) for each in (_PEOPLE, _CUES, _CLAIMS, _SCENES))
    opened = person[0].upper() + person[1:]
    shapes = (
        f"{opened} {cue} that {claim}. {scene}",
        f"“{claim[0].upper() + claim[1:]},” {person} {cue}. “We will look at every page of it.”",
        f"{scene} According to {person}, {claim}.",
        f"{scene} {chance.choice(_SCENES)}",
    )
    return chance.choice(shapes)
