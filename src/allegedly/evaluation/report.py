"""The figures of a run against gold, and the lines that show them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from allegedly.evaluation.comparison import STRICTNESS, Comparison
from allegedly.evaluation.counts import RECALLS, ROLE_MEASURES, TYPES, Counts, Tally, count, ratio, total
from allegedly.evaluation.labelled import ROLES

Figures: TypeAlias = "dict[str, float | int | Figures]"
"""Figures by name, in groups: shares from 0 to 1 as numbers with a fraction, counts as whole numbers."""

TOKEN_TAGS = (*ROLES, "micro", "inout")
_STRICTNESS_SHOWN = ("found", "content", "loose", "soft", "exact", "all3")
_RECALLS_SHOWN = ("found", "content", "loose", "soft")
_ROLE_MEASURES_SHOWN = ("exact", "exact_raw", "frag", "frag_raw", "partial", "any")


@dataclass(frozen=True)
class Report:
    """How well attributions agree with gold.

    `comparisons`: one for each annotated document, in the order of their names. `broken_lines`: of the gold, skipped.
    """

    comparisons: tuple[Comparison, ...]
    broken_lines: int = 0

    @cached_property
    def counts(self) -> Counts:
        """The counts of all documents together."""
        return total(count(comparison) for comparison in self.comparisons)

    @cached_property
    def figures(self) -> Figures:
        """Every figure, in the names and groups in which this corpus's scorers give them."""
        counts = self.counts
        roles: Figures = {
            role: {measure: _prf(counts.tally(f"role {role} {measure}")) for measure in ROLE_MEASURES} for role in ROLES
        }
        attribution: Figures = {how: _prf(counts.tally(f"attribution {how}")) for how in STRICTNESS}
        attribution["source_given_content"] = {
            how: ratio(counts.number(f"source {how}"), counts.number("source")) for how in ("soft", "any")
        }
        return {
            "n_gold": counts.number("gold"),
            "n_pred": counts.number("predicted"),
            "roles": roles,
            "attribution": attribution,
            "tokens": _tokens(counts),
            "direct": {**_direct(counts)},
            "types": {name: _type(counts, name) for name in TYPES},
        }

    @cached_property
    def flat(self) -> dict[str, float]:
        """Every figure under one name, its groups parted by blanks: `attribution soft f1`, `direct end2end`."""
        return _flat(self.figures)

    def lines(self, title: str = "") -> tuple[str, ...]:
        """The figures as lines of text, shares in per cent."""
        tallies, flat = self.counts.tallies, self.flat
        out = [f"== {title}  gold {self.counts.number('gold')}  predicted {self.counts.number('predicted')}"]
        out.append(f"{'':24s}    P     R    F1")
        for role in ROLES:
            for measure in _ROLE_MEASURES_SHOWN:
                out.append(f"role {role:8s} {measure:10s} {_percent(tallies[f'role {role} {measure}'])}")
        for how in _STRICTNESS_SHOWN:
            out.append(f"attribution {how:11s}  {_percent(tallies[f'attribution {how}'])}")
        given = "attribution source_given_content"
        out.append(f"source given content: soft {100 * flat[f'{given} soft']:.1f}  any {100 * flat[f'{given} any']:.1f}")
        for tag in TOKEN_TAGS:
            out.append(f"tokens {tag:15s}  {_percent(tallies[f'tokens {tag}'])}")
        out.append(f"tokens macro F1 {100 * flat['tokens macro_f1']:.1f}  accuracy {100 * flat['tokens accuracy']:.1f}")
        out.append("direct: " + "  ".join(_shown(name, value) for name, value in _direct(self.counts).items()))
        for name in TYPES:
            shares = "  ".join(f"{how} {100 * flat[f'types {name} {how}']:.1f}" for how in _RECALLS_SHOWN)
            out.append(f"type {name:9s} n {self.counts.number(f'type {name}'):5d}  {shares}")
        return tuple(out)


def _prf(tally: Tally) -> Figures:
    return {"p": tally.precision, "r": tally.recall, "f1": tally.f1}


def _tokens(counts: Counts) -> Figures:
    tokens: Figures = {tag: _prf(counts.tally(f"tokens {tag}")) for tag in TOKEN_TAGS}
    tokens["macro_f1"] = sum(counts.tally(f"tokens {role}").f1 for role in ROLES) / len(ROLES)
    tokens["accuracy"] = ratio(counts.number("tokens same"), counts.number("tokens"))
    return tokens


def _direct(counts: Counts) -> dict[str, float | int]:
    """What becomes of the contents inside quotation marks: found, covered, and given to the right speaker."""
    gold, predicted = counts.number("direct gold"), counts.number("direct predicted")
    quotes = Tally(gold, predicted, counts.number("direct right"), counts.number("direct hit"))
    sourced = counts.number("direct covered sourced")
    return {
        "n_gold": gold,
        "n_pred": predicted,
        "recall": quotes.recall,
        "precision": quotes.precision,
        "f1": quotes.f1,
        "covered": ratio(counts.number("direct covered"), gold),
        "speaker": ratio(counts.number("direct speaker"), sourced),
        "speaker_soft": ratio(counts.number("direct speaker soft"), sourced),
        "speaker_none": ratio(counts.number("direct speaker none"), sourced),
        "end2end": ratio(counts.number("direct speaker"), counts.number("direct sourced")),
    }


def _type(counts: Counts, name: str) -> Figures:
    number = counts.number(f"type {name}")
    return {"n": number, **{how: ratio(counts.number(f"type {name} {how}"), number) for how in RECALLS}}


def _flat(figures: Figures, before: str = "") -> dict[str, float]:
    out: dict[str, float] = {}
    for name, value in figures.items():
        if isinstance(value, dict):
            out |= _flat(value, f"{before}{name} ")
        else:
            out[before + name] = value
    return out


def _percent(tally: Tally) -> str:
    return f"{100 * tally.precision:5.1f} {100 * tally.recall:5.1f} {100 * tally.f1:5.1f}"


def _shown(name: str, value: float | int) -> str:
    return f"{name} {value}" if isinstance(value, int) else f"{name} {100 * value:.1f}"
