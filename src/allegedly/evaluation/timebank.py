"""Gold of who reports what: the subordinating links of TimeBank, in TimeML.

Pustejovsky et al. 2003; the guideline (TimeML 1.2.1) links a reporting verb or noun with the head event of its complement by an
SLINK: EVIDENTIAL where it reports that, NEG_EVIDENTIAL where it reports that not, COUNTER_FACTIVE where it presupposes that not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from allegedly.errors import GoldError
from allegedly.evaluation.gold import GoldDocument
from allegedly.evaluation.hits import Hits
from allegedly.model import Article, Certainty, Kind, Span, Spans, Statement

EVIDENTIAL, NEG_EVIDENTIAL, COUNTER_FACTIVE = "EVIDENTIAL", "NEG_EVIDENTIAL", "COUNTER_FACTIVE"
REPORTS = (EVIDENTIAL, NEG_EVIDENTIAL)
_TELLING = 40
"""Letters of a sentence that two documents do not share by chance."""
DENIALS = (NEG_EVIDENTIAL, COUNTER_FACTIVE)
_SAYING = (
    Kind.ASSERTION,
    Kind.CONFIRMATION,
    Kind.ACKNOWLEDGEMENT,
    Kind.ANNOUNCEMENT,
    Kind.PREDICTION,
    Kind.PRAISE,
    Kind.CRITICISM,
)
_RELATIONS = {
    **dict.fromkeys(_SAYING, EVIDENTIAL),
    Kind.DENIAL: NEG_EVIDENTIAL,
    Kind.REJECTION: COUNTER_FACTIVE,
    Kind.NO_COMMENT: COUNTER_FACTIVE,
}
_SEEMING = (Certainty.PROBABLE, Certainty.POSSIBLE)
_REFUSED = re.compile(r" (?:to|further|all|any)(?: \w+ly)? (\w+)")
_PLAIN = re.compile(r"\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|add(?:s|ed|ing)?|according)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class GoldLink:
    """A link from the event `above` to the one `below` it in a document's `events`, with its TimeML relation."""

    above: int
    below: int
    relation: str


@dataclass(frozen=True, slots=True)
class FoundLink:
    """A link that was found: from a statement's `cue` to the `head` of what it says."""

    cue: Spans
    head: Span
    relation: str


@dataclass(frozen=True, slots=True)
class LinkedDocument:
    """A document of TimeBank: its text without tags, the places of its events in ascending order, their links."""

    name: str
    text: str
    events: tuple[Span, ...]
    links: tuple[GoldLink, ...]

    def article(self) -> Article:
        """The text as an article, not a character changed."""
        return GoldDocument(self.name, self.text, ()).article()


def read_timebank(folder: Path) -> tuple[LinkedDocument, ...]:
    """The documents of a folder of `.tml` files, by name. Raises `GoldError` where there is none or one cannot be read."""
    paths = sorted((path for path in folder.glob("*.tml") if not path.name.startswith(".")), key=lambda path: path.name)
    if not paths:
        raise GoldError(f"{folder} holds no TimeML: expected files that end in .tml")
    return tuple(_read(path) for path in paths)


def without(documents: Iterable[LinkedDocument], sentences: Iterable[str]) -> tuple[LinkedDocument, ...]:
    """The documents in which none of `sentences` stands; letters and digits are compared.

    Factuality's news sentences are TimeBank's: what was trained on their training part is measured on the other documents.
    """
    known = [bare for bare in map(_bare, sentences) if len(bare) > _TELLING]
    return tuple(document for document in documents if not _holds(_bare(document.text), known))


def _holds(bare: str, known: Sequence[str]) -> bool:
    return any(sentence in bare for sentence in known)


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, text)).lower()


def _read(path: Path) -> LinkedDocument:
    try:
        root = ElementTree.parse(path).getroot()
    except (OSError, ElementTree.ParseError) as error:
        raise GoldError(f"{path} cannot be read as TimeML: {error}") from error
    body = root.find("TEXT")
    if body is None:
        raise GoldError(f"{path} has no TEXT")
    places: dict[str, Span] = {}
    text = "".join(_walk(body, 0, places))
    order = sorted(places, key=lambda name: places[name])
    number = {name: at for at, name in enumerate(order)}
    instances = {each.get("eiid"): number.get(each.get("eventID") or "") for each in root.iter("MAKEINSTANCE")}
    links = []
    for each in root.iter("SLINK"):
        above, below = instances.get(each.get("eventInstanceID")), instances.get(each.get("subordinatedEventInstance"))
        if above is not None and below is not None:
            links.append(GoldLink(above, below, each.get("relType") or ""))
    return LinkedDocument(path.stem, text, tuple(places[name] for name in order), tuple(dict.fromkeys(links)))


def _walk(element: ElementTree.Element, at: int, places: dict[str, Span]) -> Iterable[str]:
    """The text of an element; the places of the events in it are put into `places` by their ids."""
    start = at
    parts = [element.text or ""]
    at += len(parts[0])
    for child in element:
        inner = "".join(_walk(child, at, places))
        parts += [inner, child.tail or ""]
        at += len(inner) + len(parts[-1])
    if element.tag == "EVENT" and at > start:
        places[element.get("eid") or ""] = Span(start, at)
    return parts


def links_found(text: str, statements: Iterable[Statement]) -> tuple[FoundLink, ...]:
    """The links that statements amount to, from their cue to the main predicate of what they say, by what sort of saying it is.

    A denial is a NEG_EVIDENTIAL, a refusal to speak or act a COUNTER_FACTIVE, any other saying an EVIDENTIAL where its predicate
    is likely to be what a saying governs. An attitude, an accusation, a demand, a promise, a hint is none of these (TimeML has
    MODAL for what is believed, claimed, wanted, suggested), unless its cue is no more than a verb of saying.
    """
    found: list[FoundLink] = []
    for statement in statements:
        cue, kind = statement.attribution.cue, statement.kind.value
        relation = _RELATIONS.get(kind)
        if relation == EVIDENTIAL and statement.certainty.rule == "cue" and statement.certainty.value in _SEEMING:
            relation = None
        if relation is None and _PLAIN.search(" ".join(span.of(text) for span in cue)):
            relation = EVIDENTIAL
        head = _head(text, statement, relation)
        if cue and relation is not None and head is not None:
            found.append(FoundLink(cue, head, relation))
    return tuple(dict.fromkeys(found))


def _head(text: str, statement: Statement, relation: str | None) -> Span | None:
    """The word that the cue's verb governs: of "declined *to discuss* it" that in the cue, else the main predicate."""
    if relation == COUNTER_FACTIVE:
        for span in statement.attribution.cue:
            match = _REFUSED.search(text, span.start, span.end)
            if match is not None:
                return Span(match.start(1), match.end(1))
    main = statement.factuality
    if main is None or not main.evidence or (relation == EVIDENTIAL and main.rule is not None):
        return None
    return main.evidence[0]


def score_links(document: LinkedDocument, found: Iterable[FoundLink], relations: Sequence[str]) -> Hits:
    """How many of the links of these relations are right.

    A found link is right where its cue touches the event above and its predicate the event below of a link of its relation, and
    no other found link is right by the same. Nothing of the document's events is known to what finds links.
    """
    gold = [link for link in document.links if link.relation in relations]
    mine = [link for link in found if link.relation in relations]
    left = set(gold)
    for each in mine:
        left -= set([link for link in gold if link in left and _matches(document, each, link)][:1])
    return Hits(len(gold) - len(left), len(mine), len(gold))


def _matches(document: LinkedDocument, found: FoundLink, link: GoldLink) -> bool:
    above, below = document.events[link.above], document.events[link.below]
    return found.relation == link.relation and found.head.overlaps(below) and any(span.overlaps(above) for span in found.cue)
