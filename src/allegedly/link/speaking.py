"""Who speaks: whether two things said are of one speaker, and whether one lies in the other."""

from __future__ import annotations

from allegedly.link.assertions import Assertion


def same_speaker(one: Assertion, other: Assertion) -> bool:
    """Whether both are of one speaker as far as the words tell: the same name, or a surname that the other's full name ends in.

    Two first names, or two initials, tell two people of one surname apart.
    """
    if one.speaker is None or other.speaker is None:
        return False
    if one.speaker == other.speaker:
        return True
    less, more = sorted((one.speaker.split(), other.speaker.split()), key=len)
    if not less or less[-1] != more[-1] or not less[-1][:1].isupper():
        return False
    return len(less) == 1 or less[0] == more[0]


def is_part(denial: Assertion, claim: Assertion) -> bool:
    """Whether the claim's words lie in the denial or hold it: what is denied is told there and claimed by nobody."""
    if denial.end.article != claim.end.article:
        return False
    return any(span.overlaps(each) for span in denial.end.spans for each in claim.end.spans)
