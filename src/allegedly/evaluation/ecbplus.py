"""Gold of which mentions mean the same event, across documents: ECB+.

Cybulska and Vossen 2014: 43 topics, each of two subtopics (two happenings of one sort, the second in the files named `ecbplus`);
mentions are runs of tokens, a `CROSS_DOC_COREF` names the event that several mean, an `INTRA_DOC_COREF` one of a single document.
Only the sentences that its table lists were annotated throughout; its makers score those alone, and so does this.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

from allegedly.errors import GoldError
from allegedly.evaluation.gold import GoldDocument
from allegedly.model import Article, Span

EVENT_SORTS = ("OCCURRENCE", "REPORTING", "STATE", "ASPECTUAL", "CAUSATIVE", "PERCEPTION", "GENERIC")
"""The classes of event; each also with `NEG_` before its tag, for what is said not to happen."""
_EVENT = re.compile(rf"(NEG_)?ACTION_({'|'.join(EVENT_SORTS)})\Z")
_TABLE = "ECBplus_coreference_sentences.csv"
_TIGHT = re.compile(r"[.,;:!?%)\]}’']|['’]\w{1,2}|n['’]t|''", re.IGNORECASE)
_OPENING = frozenset("([{$£€#")


@dataclass(frozen=True, slots=True)
class EventMention:
    """Words that mean an event: `words` are its tokens in `document`, `sentence` the span of theirs.

    `event`: the same for mentions of the same event, and of no other topic. `sort`: one of `EVENT_SORTS`; `negated`: it is
    marked as not happening.
    """

    document: str
    words: tuple[Span, ...]
    sentence: Span
    event: str
    sort: str
    negated: bool

    @property
    def span(self) -> Span:
        """From its first word to its last."""
        return Span(self.words[0].start, self.words[-1].end)

    @property
    def id(self) -> tuple[str, int, int]:
        """Its document and place."""
        return self.document, self.span.start, self.span.end


@dataclass(frozen=True, slots=True)
class EventDocument:
    """A document: its tokens as a text, a line for each sentence, and the events that are mentioned in it, in order.

    `subtopic`: the topic's number and `ecb` or `ecbplus`.
    """

    name: str
    topic: int
    subtopic: str
    text: str
    sentences: tuple[Span, ...]
    mentions: tuple[EventMention, ...]

    def article(self) -> Article:
        """The text as an article, not a character changed."""
        return GoldDocument(self.name, self.text, ()).article()


def read_ecbplus(folder: Path, topics: Collection[int]) -> tuple[EventDocument, ...]:
    """The documents of these topics, by topic and name; numbers 15 and 17 have none. Raises `GoldError` where none is there, or
    one cannot be read.
    """
    table = folder / _TABLE
    if not table.is_file():
        raise GoldError(f"{table} is not there; expected the table of annotated sentences of ECB+")
    wanted: dict[tuple[int, str], set[int]] = defaultdict(set)
    with table.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            wanted[int(row["Topic"]), row["File"]].add(int(row["Sentence Number"]))
    found = []
    for topic in sorted(topics):
        paths = sorted((folder / str(topic)).glob("*.xml"), key=lambda path: path.name)
        found += [_document(path, topic, wanted.get((topic, path.stem.partition("_")[2]), set())) for path in paths]
    if not found:
        raise GoldError(f"{folder} holds no document of these topics; expected a folder of .xml for each topic of ECB+")
    return tuple(found)


def events_of(documents: Iterable[EventDocument], sorts: Collection[str] = EVENT_SORTS) -> list[list[EventMention]]:
    """The mentions of these sorts that mean the same event, together."""
    events: dict[str, list[EventMention]] = defaultdict(list)
    for document in documents:
        for mention in document.mentions:
            if mention.sort in sorts:
                events[mention.event].append(mention)
    return list(events.values())


def _document(path: Path, topic: int, wanted: Collection[int]) -> EventDocument:
    try:
        root = ElementTree.parse(path).getroot()
        text, tokens, sentences = _laid_out(root)
        events = _events(root, path.stem, topic)
        mentions = [
            EventMention(
                path.stem,
                tuple(tokens[word][0] for word in sorted(words, key=int)),
                sentences[tokens[words[0]][1]],
                events.get(name, f"{path.stem} {name}"),
                sort,
                negated,
            )
            for name, words, sort, negated in _mentions(root)
            if tokens[words[0]][1] in wanted
        ]
    except (ElementTree.ParseError, KeyError, ValueError) as error:
        raise GoldError(f"{path} cannot be read as a document of ECB+: {error!r}") from error
    unique = {mention.id: mention for mention in mentions}
    subtopic = f"{topic}{'ecbplus' if path.stem.endswith('plus') else 'ecb'}"
    spans = tuple(sentences[number] for number in sorted(sentences))
    return EventDocument(path.stem, topic, subtopic, text, spans, tuple(sorted(unique.values(), key=lambda each: each.span)))


def _laid_out(root: ElementTree.Element) -> tuple[str, Mapping[str, tuple[Span, int]], Mapping[int, Span]]:
    """The text, for each token its place and the number of its sentence, and the place of each sentence.

    The address that stands as the first sentence of newer documents is left out of the text, but for an empty line.
    """
    by_sentence: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for token in root.iter("token"):
        by_sentence[int(token.attrib["sentence"])].append((token.attrib["t_id"], token.text or ""))
    pieces: list[str] = []
    at = 0
    tokens: dict[str, tuple[Span, int]] = {}
    sentences: dict[int, Span] = {}
    for number, listed in sorted(by_sentence.items()):
        if number == 0 and listed[0][1].startswith("http"):
            continue
        start = at
        before = [("", ""), *listed]
        for (_, ahead), (name, word) in pairwise(before):
            if ahead and not (_TIGHT.fullmatch(word) or ahead in _OPENING):
                pieces.append(" ")
                at += 1
            tokens[name] = (Span(at, at + len(word)), number)
            pieces.append(word)
            at += len(word)
        sentences[number] = Span(start, at)
        pieces.append("\n")
        at += 1
    return "".join(pieces), tokens, sentences


def _mentions(root: ElementTree.Element) -> Iterable[tuple[str, list[str], str, bool]]:
    """The names of the mentions of events, their tokens, their sorts, and whether they are negated."""
    for each in root.find("Markables") or ():
        tag = _EVENT.match(each.tag)
        words = [anchor.attrib["t_id"] for anchor in each.iter("token_anchor")]
        if tag and words:
            yield each.attrib["m_id"], words, tag[2], bool(tag[1])


def _events(root: ElementTree.Element, document: str, topic: int) -> Mapping[str, str]:
    """The event that each mention means, by the mention's name."""
    found: dict[str, str] = {}
    for each in root.find("Relations") or ():
        name = each.attrib.get("note") if each.tag == "CROSS_DOC_COREF" else f"{document} chain {each.attrib['r_id']}"
        for source in each.iter("source"):
            found[source.attrib["m_id"]] = f"{topic} {name}"
    return found
