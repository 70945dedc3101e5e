"""What people corrected as gold: a test set in brat standoff, which `evaluate attribution` reads, and in JSON."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator

from allegedly.export.json_shape import findings_to_json
from allegedly.export.json_value import JsonObject
from allegedly.model import Findings, Manner, Span, Spans, Statement

_CONFIG = """[entities]
Source
Cue
Content

[relations]

[events]
Attribution\tSource*:Source, Cue*:Cue, Content*:Content

[attributes]
"""


def attributed(findings: Findings) -> tuple[Statement, ...]:
    """The statements but for the article's own sentences, which are no attributions."""
    return tuple(one for one in findings.statements if one.manner.value is not Manner.BARE)


def gold_name(findings: Findings) -> str:
    """The document's name: outlet, day and id, as `outlet_day_id`; breakdowns by outlet read it.

    The outlet keeps letters and digits alone, so that the name is one for every file system.
    """
    plain = unicodedata.normalize("NFKD", findings.article.origin.outlet or "none").encode("ascii", "ignore").decode()
    outlet = re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-").lower() or "none"
    day = re.match(r"\d{4}-\d\d-\d\d", findings.article.origin.published or "")
    return f"{outlet}_{day[0] if day else 'undated'}_{findings.article.id}"


def standoff_of(findings: Findings) -> Iterator[str]:
    """The lines of the annotation file, each with its end; https://brat.nlplab.org/standoff.html."""
    text, number = findings.article.text, 0
    for event, statement in enumerate(attributed(findings), 1):
        attribution = statement.attribution
        names = []
        for role, spans in (("Source", attribution.source), ("Cue", attribution.cue), ("Content", attribution.content)):
            if spans:
                number += 1
                runs = ";".join(f"{span.start} {span.end}" for span in _lines(text, spans))
                words = " ".join(" ".join(span.of(text).split()) for span in _lines(text, spans))
                yield f"T{number}\t{role} {runs}\t{words}\n"
                names.append((role, number))
        trigger = next((n for role, n in names if role == "Cue"), names[-1][1])
        yield f"E{event}\tAttribution:T{trigger} " + " ".join(f"{role}:T{n}" for role, n in names) + "\n"


def gold_record(findings: Findings, judged: Collection[str]) -> JsonObject:
    """The article's findings as corrected, and the ids of the statements that a person judged."""
    own = [one.id for one in attributed(findings)]
    return {
        "name": gold_name(findings),
        "judged": [each for each in own if each in judged],
        "findings": findings_to_json(findings),
    }


def brat_configuration() -> str:
    """What brat wants to know of the annotations, for `annotation.conf`."""
    return _CONFIG


def _lines(text: str, spans: Spans) -> Iterator[Span]:
    """The spans cut at line ends, which brat takes for the end of a span."""
    for span in spans:
        for found in re.finditer(r"[^\r\n]+", span.of(text)):
            if found.group().strip():
                yield Span(span.start + found.start(), span.start + found.end())
