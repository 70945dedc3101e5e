"""Several names of one body in an article: the fullest of them for each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from allegedly.resolve.lexicon import Lexicon
from allegedly.resolve.mention import Mention
from allegedly.resolve.words import Words


def fullest_names(words: Words, mentions: Sequence[Mention], lexicon: Lexicon) -> Mapping[str, str]:
    """For each name of a body in the article the fullest name that the article gives it, where that is another.

    Two names are one body's where the language's data ties them, or where the article does, by "Name (ACRONYM)" or by the
    acronym being the name's initials.
    """
    written = {mention.span.of(words.text): mention for mention in mentions if mention.sort in ("body", "place", "single")}
    longest: dict[str, str] = {}
    for name in written:
        body = lexicon.bodies.get(name)
        if body is not None and body.sort != "seat":
            if body.name not in longest and body.name != name and body.name in words.text:
                longest[body.name] = body.name
            longest[body.name] = max(longest.get(body.name, ""), name, key=lambda text: (len(text), text))
    found = {
        name: longest[lexicon.bodies[name].name]
        for name in written
        if name in lexicon.bodies and lexicon.bodies[name].name in longest
    }
    initials: dict[str, str | None] = {}
    for mention in mentions:
        if mention.sort != "body" or mention.stop - mention.first < 2:
            continue
        name = mention.span.of(words.text)
        letters = "".join(word[0] for word in words.texts[mention.first : mention.stop] if word[0].isupper())
        initials[letters] = name if initials.get(letters, name) == name else None
        after = mention.stop
        if after < len(words) and words.gap(after) == " (" and words.texts[after].isupper() and len(words.texts[after]) > 1:
            found[words.texts[after]] = name
    for name in written:
        full = initials.get(name.replace(".", ""))
        if name.isupper() and len(name) > 1 and full and name not in found and name not in lexicon.places:
            found[name] = full
    return {name: full for name, full in found.items() if name != full}
