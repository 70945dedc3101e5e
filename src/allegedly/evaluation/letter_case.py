"""Letter case for texts that come in capitals, as other texts write their words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_OPENS = re.compile(r"(?:\A|[.!?:]['\"”’)\]]*\s+|\n\s*)\Z")
_BEFORE = 6


def learn_case(texts: Iterable[str]) -> Mapping[str, str]:
    """For each word in small letters how these texts mostly write it where no sentence opens.

    >>> learn_case(["Today Anna met NATO. Peter left.", "They met."])["nato"]
    'NATO'
    """
    forms: dict[str, Counter[str]] = {}
    for text in texts:
        for match in _WORD.finditer(text):
            if not _OPENS.search(text, max(0, match.start() - _BEFORE), match.start()):
                forms.setdefault(match.group().lower(), Counter())[match.group()] += 1
    return {word: counted.most_common(1)[0][0] for word, counted in forms.items()}


def in_case(text: str, forms: Mapping[str, str]) -> str:
    """`text` in the case of `forms`, no longer than before; words that they lack are taken for names.

    >>> in_case("ANNA DORN MET PETER. HE LEFT.", {"met": "met", "he": "he", "left": "left"})
    'Anna Dorn met Peter. He left.'
    """

    def shown(match: re.Match[str]) -> str:
        word = match.group().lower()
        form = forms.get(word, word.capitalize())
        if len(form) != len(match.group()):
            return match.group()
        opens = _OPENS.search(text, max(0, match.start() - _BEFORE), match.start())
        return form[0].upper() + form[1:] if opens else form

    return _WORD.sub(shown, text)
