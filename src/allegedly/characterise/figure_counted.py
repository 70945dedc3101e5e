"""What a number counts, and what befalls those counted."""

from __future__ import annotations

import re

from allegedly.characterise.figure_rules import FigureRules
from allegedly.model import Span

_COUNTED = re.compile(
    r"[”\"]?[ \u00a0](?:of )?(?:the )?"
    r"((?:(?!(?:in|to|for|and|or|the|a|an|on|at|by|from|that|who|is|are|was|were|as|with|per|of|than|out|had|have|been|be|will|would|he|she|it|they|we|you|said|told|say|says)\b)"
    r"(?:[“\"‘']?[^\W\d_][\w'’\-]*[”\"]?|(?:[A-Z]\.)+|[A-Z]\w+ \d{1,4}) ){0,4}?"
    r"(?!(?:\w+ous|his|its|this|was|is|has|does|as|us|plus|less|across|unless|always|perhaps|when|then|than|often|even|between"
    r"|been|seen|taken|given|chosen|written|broken|open)\b)"
    r"(?:[a-zà-ÿ'’\-]*[a-zà-ÿ](?:s|ren|eople|en)|aircraft|police|personnel|staff|crew|youth|bacteria|data|media|phenomena|fungi|larvae|mice|geese|teeth|fish|sheep|deer|offspring|spacecraft|cattle|livestock|clergy|[^\W\d_a-z][a-z]+(?:ans|crats|ists|eers)))\b"
)
_MASS = re.compile(r" (?!(?:the|a|an|his|her|its|their|our|my|this|that|them|these|those|us|you|it)\b)([a-z]{3,})\b")
"""Behind "hundreds of": a noun whose plural does not show."""
BREAK_AFTER = re.compile(
    r"(?:[,;]|(?<![A-Z])\.)\s| and \d| and (?:[a-z]+ )?others| (?:but|while|whereas|although|when|where|before|after) | and no "
)
_BREAK_BEFORE = re.compile(r"(?:[,;]|(?<![A-Z])\.)\s| (?:but|while|whereas|although|after|before|when) ")
_DIRECTLY = re.compile(r" (?:(?:of|to) )?(?:the )?")
"""Between a word of harm and the number of those whom it befalls: "killing two and wounding five"."""
_AGENT = re.compile(r"\bby (?:a (?:group|gang|band|mob) of )?(?:the )?$")
ONE_AND = re.compile(r" ([a-z][a-z-]*)(?:,| and| or) (\d+|[a-z]+)\b")
_CLAUSE = re.compile(r"[,;:]\s|\s(?:-+|[–—])|[–—]")
_NEAR = 60
"""Characters about a number in which words tell whether it is of money."""
_INSERTED = re.compile(r", (?:including|among them|most of them|some of them|all of them|mostly) [^,.;]*,")


def what_is_counted(
    text: str, match: re.Match[str], end: int, span: Span, category: str | None, unit: str | None, rules: FigureRules
) -> tuple[str | None, int]:
    """What is counted, and where it ends: the noun behind the number, or the measure itself."""
    if unit in ("time", "measures", "weight"):
        return match["unit"], end
    if match["unit"] or category == "money":
        return None, end
    whole = rules.part_of.match(text, end, span.end)
    if whole is not None:
        return counted_behind(text, whole.end(), span)[0], end
    return counted_behind(text, end, span)


def weighs(text: str, match: re.Match[str], span: Span, rules: FigureRules) -> bool:
    """Whether pounds are a weight: no word of scale or money stands near."""
    scaled = re.search(r"(?:m|bn|[a-z]illion)$", (match["number"] or match["vague"] or "").lower())
    before = _CLAUSE.split(text[max(span.start, match.start() - _NEAR) : match.start()])[-1]
    after = _CLAUSE.split(text[match.end() : min(span.end, match.end() + _NEAR)])[0]
    return scaled is None and rules.priced.search(before) is None and rules.priced.search(after) is None


def is_one(match: re.Match[str]) -> bool:
    """Whether the number is a bare "one"."""
    return (match["number"] or "").lower() == "one"


def one_counted(text: str, match: re.Match[str], end: int, span: Span, rules: FigureRules) -> tuple[str | None, int]:
    """Who is counted by a "one": a single human being."""
    found = rules.single.match(text, end, span.end) if is_one(match) else None
    if found is not None:
        return found["who"], found.end()
    beside = ONE_AND.match(text, end, span.end) if is_one(match) else None
    if beside is not None and (beside[2].isdigit() or rules.words.get(beside[2], 0) > 1):
        return beside[1], beside.end(1)
    return None, end


def sort_of(counted: str | None, around: str, rules: FigureRules) -> str:
    """Whether people are counted, or anything else; delegates that somebody wins are votes."""
    last = (counted or "").rpartition(" ")[2]
    if last.lower() in rules.seats and rules.won.search(around) is not None:
        return "other"
    human = last.lower() in rules.people or last.endswith(rules.people_endings) or rules.single.fullmatch(f" {last}") is not None
    return "people" if human else "other"


def counted_behind(text: str, at: int, span: Span) -> tuple[str | None, int]:
    """What is counted, and where it ends: the plural noun within three words behind the number, which ends at `at`."""
    found = _COUNTED.match(text, at, span.end) or (_MASS.match(text, at, span.end) if text[at - 3 : at] == " of" else None)
    return (None, at) if found is None else (_unquoted(found.group(1)), found.end())


def _unquoted(words: str) -> str:
    """The words without a quotation mark that has no partner in them."""
    alone = sum(words.count(mark) for mark in '“”"‘') % 2
    return words.strip('“”"‘') if alone else words


def harm_of(text: str, match: re.Match[str], span: Span, end: int, rules: FigureRules) -> str | None:
    """What befalls those counted: the nearest word of harm in the same clause, one behind the number before one in front.

    Nothing befalls those by whom it is done.
    """
    if rules.freed.search(text, max(span.start, match.start() - 40), match.start()) is not None:
        return None
    following = _INSERTED.sub("", text[end : min(span.end, end + 120)], count=1)[:60]
    after = BREAK_AFTER.split(following, maxsplit=1)[0]
    if rules.freeing.search(after) is not None:
        return None
    for category, pattern in rules.harm:
        if pattern.search(match.string, match.end(), end):
            return category
    before = _BREAK_BEFORE.split(text[max(span.start, match.start() - 40) : match.start()])[-1]
    if _AGENT.search(before):
        return None
    hits = [
        (hit.end(), category)
        for category, pattern in rules.harm
        for hit in pattern.finditer(before)
        if hit.group().lower() not in rules.suffered
    ]
    if hits and _DIRECTLY.fullmatch(before, max(hits)[0]):
        return max(hits)[1]
    nearest = sorted((hit.start(), category) for category, pattern in rules.harm if (hit := pattern.search(after)) is not None)
    if nearest:
        return nearest[0][1]
    return max(hits)[1] if hits else None
