"""The numbers that a statement gives, how they are bounded, and what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from allegedly.characterise.figure_rules import FigureRules
from allegedly.model import Attribution, Figure, Segments, Span

_COUNTED = re.compile(
    r"[ \u00a0](?:of )?(?:the )?"
    r"((?:(?!(?:in|to|for|and|or|the|a|an|on|at|by|from|that|who|is|are|was|were|as|with|per|of|than|out|had|have|been|be|will|would|he|she|it|they|we|you|said|told|say|says)\b)"
    r"(?:[“\"‘']?[^\W\d_][\w'’\-]*[”\"]?|(?:[A-Z]\.)+) ){0,3}?"
    r"(?!(?:his|its|this|was|is|has|does|as|us|plus|less|across|unless|always|perhaps|when|then|than|often|even|between"
    r"|been|seen|taken|given|chosen|written|broken|open)\b)"
    r"(?:[a-zà-ÿ'’\-]*[a-zà-ÿ](?:s|ren|eople|en)|aircraft|police|personnel|staff|crew|youth|cattle|livestock|clergy|[^\W\d_a-z][a-z]+(?:ans|crats|ists|eers)))\b"
)
_BARE = re.compile(r" (?:were|are|have|had|of (?:whom|them|those|these)|more (?:were|are|have))\b")
"""Behind a number whose noun was named before."""
_BREAK_AFTER = re.compile(
    r"(?:[,;]|(?<![A-Z])\.)\s| and \d| and (?:[a-z]+ )?others| (?:but|while|whereas|although|when|where|before|after) | and no "
)
_BREAK_BEFORE = re.compile(r"(?:[,;]|(?<![A-Z])\.)\s| (?:but|while|whereas|although|after|before|when) ")
_DIRECTLY = re.compile(r" (?:(?:of|to) )?(?:the )?")
"""Between a word of harm and the number of those whom it befalls: "killing two and wounding five"."""
_AGENT = re.compile(r"\bby (?:a (?:group|gang|band|mob) of )?(?:the )?$")
_SHARE = re.compile(r" (?:in|out of) (?:every )?(\d+|ten|three|four|five)\b")
_SHARED = re.compile(r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten) (?:in|out of) (?:every )?$", re.IGNORECASE)
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_COUNTED_BY = re.compile(r" (?:[a-z]+ )?(?!(?:as|is|was|has|its|his|this|us)\b)[a-z]+(?:s|ople|ren)\b")
"""A plural right behind: "2000 homes" counts homes, "2000 was" is a year."""
_PART = re.compile(
    r"[:/]\d|(?:st|nd|rd|th)\b|-\w|-to-\d|-? ?(?:years?|months?|weeks?)[ -]+old\b"
    r"|[ /]\d+[ /]\d| (?:GMT|UTC|hours? (?:GMT|local))\b"
)
_WHEN = re.compile(r" (?:ago|later|earlier)\b")
"""Behind a span of time that tells when, whatever bounds it."""
_CHANGE = 60
"""Characters before "from 12 to 15" in which a verb of change is looked for."""
_TALLY = 90
"""Characters before a number in which words of a tally are looked for."""
_COUNTS_ALONE = frozenset({"at least", "more than", "fewer than", "as many as", "no fewer than", "no more than", "a total of"})
_HALF = "half"
_NO_ONE = re.compile(r"\b(?:no|any|every|each|which|the|that|this|not) $", re.IGNORECASE)
"""Before a "one" that is no number."""
_ONE_WAS = re.compile(r" (?:was|is|were|has|had|dead|killed|wounded|injured|hurt|missing|died|dies|still)\b")
_ONE_AND = re.compile(r" ([a-z][a-z-]*)(?:,| and| or) (\d+|[a-z]+)\b")
_ONE_ENDS = re.compile(r" (?:and|or|in|on|at)\b|[,.;]|$")
_KILLING = re.compile(r"\b(?:kill|wound|injur|arrest|detain|abduct)[a-z]* (?:at least )?$")
_ESTIMATED = re.compile(r"\b(estimated) $")
_AT_ONE = re.compile(r"\b(?:at|the) $", re.IGNORECASE)
"""Before "one point" that is a time."""
_PARTED = re.compile(r"\w[-\u2010\u2011]$")
_INSERTED = re.compile(r", (?:including|among them|most of them|some of them|all of them|mostly) [^,.;]*,")


def find_figures(text: str, segments: Segments, attribution: Attribution, rules: FigureRules) -> tuple[Figure, ...]:
    """The figures of the content, in order. Years, ages, clock times and the word "one" by itself are none."""
    found: list[Figure] = []
    for span in attribution.content:
        if rules.any_number.search(text, span.start, span.end) is None:
            continue
        at = span.start
        while (match := rules.found.search(text, at, span.end)) is not None:
            at = max(match.end(), at + 1)
            if match["from2"] and _named_by_number(text, match, rules):
                at = match.end("from2")
                continue
            found.extend(_figures(text, match, span, rules))
    return tuple(found)


def _figures(text: str, match: re.Match[str], span: Span, rules: FigureRules) -> Iterator[Figure]:
    """One figure, or the two of a change or a score: "rose from 12 to 15", "leads 47 to 46 percent"."""
    opening, before = _opening(match, rules), max(span.start, match.start() - _CHANGE)
    changed = match["origin"] is not None and rules.change.search(text, before, match.start()) is not None
    changed = changed or (opening is not None and bool(match["number"]) and opening > _value(match["number"], rules))
    figure = _figure(text, match, span, rules, ranges=not changed)
    if figure is None:
        return
    if changed:
        start = match.start("symbol" if match["symbol"] else "number" if match["number"] else "vague")
        words = Span(match.start("from2"), match.end("from2")) if match["from2"] else Span(match.start("from"), match.end("from"))
        yield replace(figure, low=opening, high=opening, bound="exactly", evidence=(words,))
        figure = replace(figure, evidence=(Span(start, figure.evidence[0].end),))
    yield figure


def _opening(match: re.Match[str], rules: FigureRules) -> float | None:
    """The lower end of a range."""
    words = match["from"] or match["from2"]
    if words is None:
        return None
    return rules.vague[words.lower()][0] if words.lower() in rules.vague else _value(words, rules)


def _figure(text: str, match: re.Match[str], span: Span, rules: FigureRules, *, ranges: bool) -> Figure | None:
    unit = rules.units.get((match["unit"] or "").lower())
    if unit == "never" or (unit == "time" and _tells_when(text, match, rules)) or not _is_count(text, match, rules):
        return None
    bound = rules.bounds.get((match["bound"] or _cue_before(text, span, match) or "").lower(), "exactly")
    share = _SHARE.match(text, match.end(), span.end) if match["number"] and not match["unit"] else None
    if share is not None:
        part = _value(match["number"], rules) / (_value(share.group(1), rules) or 1.0)
        ends, bound = _ends(None, round(100 * part, 2), bound)
        return Figure(*ends, bound, _counted(text, share.end(), span)[0], "percent", (Span(match.start(), share.end()),))
    category = "money" if match["symbol"] or unit == "money" else "percent" if unit == "percent" else None
    if match["vague"]:
        low, high = rules.vague[match["vague"].lower()]
        if high < 1:
            ends, bound = _ends(None, round(100 * low, 2), bound)
            category = "percent"
        elif low == high:
            ends, bound = _ends(None, low, bound)
        else:
            ends, bound = (low or None, None), "several"
    else:
        ends, bound = _ends(_opening(match, rules) if ranges else None, _value(match["number"], rules), bound)
    end = match.end()
    later = rules.behind.match(text, end, span.end)
    if later is not None and bound == "exactly":
        ends, bound = _ends(None, ends[0] or 0.0, rules.after[later["bound"].lower()])
        end = later.end()
    tally = rules.tally.search(text, max(span.start, match.start() - _TALLY), match.start())
    alone = _is_one(match) and unit is None and category is None
    counted, end = _one(text, match, end, span, rules) if alone else _what(text, match, end, span, category, unit)
    if counted is None and tally is not None and category is None:
        counted = tally["counted"] and tally["counted"].partition(" in ")[0]
    if category is None and unit is None and (counted or "").rpartition(" ")[2].lower() not in rules.unharmed:
        category = _harm(text, match, span, end, rules)
    if category is None and counted is None and tally is None and not _stands_alone(text, match, span):
        return None
    return Figure(*ends, bound, counted, category or _sort(counted, rules), (Span(match.start(), end),))


def _what(
    text: str, match: re.Match[str], end: int, span: Span, category: str | None, unit: str | None
) -> tuple[str | None, int]:
    """What is counted, and where it ends: the noun behind the number, or the measure itself."""
    if unit in ("time", "measures"):
        return match["unit"], end
    if match["unit"] or category == "money":
        return None, end
    return _counted(text, end, span)


def _is_one(match: re.Match[str]) -> bool:
    return (match["number"] or "").lower() == "one"


def _counts_one(text: str, match: re.Match[str], rules: FigureRules) -> bool:
    """Whether a "one" by itself counts: beside another number, or somebody whom harm befell ("one man died")."""
    if _NO_ONE.search(text, max(0, match.start() - 8), match.start()):
        return False
    beside = _ONE_AND.match(text, match.end())
    if beside is not None and (beside[2].isdigit() or rules.words.get(beside[2], 0) > 1):
        return True
    killing = _KILLING.search(text, max(0, match.start() - 24), match.start()) is not None
    single = rules.single.match(text, match.end()) is not None
    if killing and (single or _ONE_ENDS.match(text, match.end())):
        return True
    clause = _BREAK_AFTER.split(text[match.end() : match.end() + 60], maxsplit=1)[0]
    return (single or _ONE_WAS.match(clause) is not None) and any(pattern.search(clause) for _, pattern in rules.harm)


def _one(text: str, match: re.Match[str], end: int, span: Span, rules: FigureRules) -> tuple[str | None, int]:
    """Who is counted by a "one": a single human being."""
    found = rules.single.match(text, end, span.end) if _is_one(match) else None
    if found is not None:
        return found["who"], found.end()
    beside = _ONE_AND.match(text, end, span.end) if _is_one(match) else None
    if beside is not None and (beside[2].isdigit() or rules.words.get(beside[2], 0) > 1):
        return beside[1], beside.end(1)
    return None, end


def _cue_before(text: str, span: Span, match: re.Match[str]) -> str | None:
    """The bound of a number that opens the content, where it is the cue: "an *estimated* 12 farmers"."""
    found = _ESTIMATED.search(text, max(0, span.start - 16), span.start) if match.start() == span.start else None
    return found.group(1) if found is not None else None


def _sort(counted: str | None, rules: FigureRules) -> str:
    """Whether people are counted, or anything else."""
    last = (counted or "").rpartition(" ")[2]
    human = last.lower() in rules.people or last.endswith(rules.people_endings) or rules.single.fullmatch(f" {last}") is not None
    return "people" if human else "other"


def _stands_alone(text: str, match: re.Match[str], span: Span) -> bool:
    """Whether a number without a noun counts something named before: "three were hurt", "a figure of 872,025"."""
    if match["bound"] and match["bound"].lower() in _COUNTS_ALONE:
        return True
    if not match["number"]:
        return False
    return _is_one(match) or "," in match["number"] or _BARE.match(text, match.end(), span.end) is not None


def _tells_when(text: str, match: re.Match[str], rules: FigureRules) -> bool:
    """Whether a span of time says when ("two years ago") and not how long."""
    if _WHEN.match(text, match.end()):
        return True
    if match["bound"] or match["from"] or match["from2"]:
        return False
    if rules.when_after.match(text, match.end()) or match.group().endswith("-" + match["unit"]):
        return True
    return rules.when_before.search(text[max(0, match.start() - 12) : match.start()]) is not None


def _is_count(text: str, match: re.Match[str], rules: FigureRules) -> bool:
    """Whether a number counts something, and is no year, date, clock time, ordinal or part of a name."""
    if match["unit"] and _is_one(match) and not match["bound"] and _AT_ONE.search(text, max(0, match.start() - 5), match.start()):
        return False
    words = (match["number"] or "").lower()
    if match["symbol"] or match["unit"] or match["vague"] or (match["bound"] and not _YEAR.fullmatch(words)):
        return True
    if words in ("zero", "0") or (_is_one(match) and not _counts_one(text, match, rules)):
        return False
    if _YEAR.fullmatch(words):
        return _COUNTED_BY.match(text, match.end()) is not None
    if (
        _PARTED.search(text, max(0, match.start() - 2), match.start())
        or rules.never_before.match(text, match.end())
        or _PART.match(text, match.end())
        or _SHARED.search(text[max(0, match.start() - 24) : match.start()])
    ):
        return False
    return not _named_by_number(text, match, rules)


def _named_by_number(text: str, match: re.Match[str], rules: FigureRules) -> bool:
    """Whether a number only tells which: "paragraph 2"."""
    return rules.never_after.search(text[max(0, match.start() - 12) : match.start()]) is not None


def _value(words: str, rules: FigureRules) -> float:
    total = 0.0
    for part in re.findall(r"[\d.,]+|[^\W\d_]+", words.lower()):
        if part[0].isdigit():
            total += float(part.replace(",", "").rstrip("."))
        elif part in rules.scales:
            total = (total or 1.0) * rules.scales[part]
        elif part == _HALF:
            total += 0.5
        else:
            total += rules.words.get(part, 0.0)
    return round(total, 4)


def _ends(opening: float | None, value: float, bound: str) -> tuple[tuple[float | None, float | None], str]:
    """The two ends of a number, open where its bound leaves them so, and the bound."""
    if opening is not None:
        return (opening, value), "between"
    if bound in ("at least", "over"):
        return (value, None), bound
    if bound in ("up to", "under"):
        return (None, value), bound
    return (value, value), bound


def _counted(text: str, at: int, span: Span) -> tuple[str | None, int]:
    """What is counted, and where it ends: the plural noun within three words behind the number, which ends at `at`."""
    found = _COUNTED.match(text, at, span.end)
    return (None, at) if found is None else (_unquoted(found.group(1)), found.end())


def _unquoted(words: str) -> str:
    """The words without a quotation mark that has no partner in them."""
    alone = sum(words.count(mark) for mark in '“”"‘') % 2
    return words.strip('“”"‘') if alone else words


def _harm(text: str, match: re.Match[str], span: Span, end: int, rules: FigureRules) -> str | None:
    """What befalls those counted: the nearest word of harm in the same clause, one behind the number before one in front.

    Nothing befalls those by whom it is done.
    """
    following = _INSERTED.sub("", text[end : min(span.end, end + 120)], count=1)[:60]
    after = _BREAK_AFTER.split(following, maxsplit=1)[0]
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
