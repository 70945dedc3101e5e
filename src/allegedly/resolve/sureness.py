"""How sure each way of finding a speaker is: the share of its answers that are right.

An answer is the name, or, where there is none, the kind. The shares are those of the dev half of `tests/gold` and of rows read
one by one from other articles, drawn towards each other where few are known. `tests/gate` holds them to what is reached:
`1 - expected error` of all answers together.
"""

from __future__ import annotations

from typing import Final

WRITTEN: Final = 0.98
"""The source is the name, and more than its capitals shows that it is somebody's."""
ASSUMED: Final = 0.92
"""The source is the name, and nothing but its capitals shows that it is somebody's."""
REFERRED: Final = 0.97
"""A role, a noun or an account stands for whom the article calls so."""
POINTED: Final = 0.95
"""A pronoun or a relative word stands for whom the article named before."""
INFERRED: Final = 0.95
"""No words say so: who was just named, who spoke before, who holds the office."""
GUESSED: Final = 0.7
"""The only one whom the article names may be meant."""
KIND: Final = 0.92
"""Nobody is named, and a noun tells what sort of source it is."""
UNSURE: Final = 0.4
"""Nobody is named, and a pronoun tells only that one or many speak."""
OPEN: Final = 0.75
"""One of several is meant; what sort of source they are is told."""
