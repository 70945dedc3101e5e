"""Where people are from, as an article tells it of somebody just named: "in her native Norland"."""

from __future__ import annotations

from collections.abc import Sequence

from allegedly.resolve.people import Person
from allegedly.resolve.setting import Setting, Told
from allegedly.resolve.words import Words


def natives(words: Words, people: Sequence[Person], setting: Setting) -> dict[str, Told]:
    """By name the country of whoever the article tells to be of it: the one person of the sentence, or of the one before."""
    found: dict[str, Told] = {}
    for at in range(1, len(words) - 1):
        if words.texts[at] != "native" or words.texts[at - 1].lower() not in ("his", "her"):
            continue
        told = setting.telling(at + 1, min(at + 4, len(words)))
        sentence = words.sentence(words.starts[at])
        for back in (sentence, sentence - 1):
            near = {
                person.name
                for person in people
                if person.shown and any(words.sentence(span.start) == back for span in person.spans)
            }
            if near:
                if len(near) == 1 and told is not None:
                    found.setdefault(near.pop(), told)
                break
    return found
