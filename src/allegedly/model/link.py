"""Judgements on two texts: what changed from one to the other, and what one statement does to another."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from allegedly.model.article import Article, short_id
from allegedly.model.findings import Findings
from allegedly.model.segments import Segments
from allegedly.model.span import Span, Spans


@dataclass(frozen=True, slots=True)
class Sheet:
    """An article's findings and the segments of its text: what links are judged on."""

    findings: Findings
    segments: Segments

    @property
    def article(self) -> Article:
        """The article that the spans point into."""
        return self.findings.article

    @property
    def text(self) -> str:
        """The article's text."""
        return self.findings.article.text


class Change(StrEnum):
    """What a later text does to an earlier one; the gravest first."""

    QUOTATION_ALTERED = "quotation altered"
    FIGURE_CHANGED = "figure changed"
    BOUND_CHANGED = "bound changed"
    NEGATION_CHANGED = "negation changed"
    ACTOR_CHANGED = "actor changed"
    ANSWER_CHANGED = "answer changed"
    SOURCE_SWAPPED = "source swapped"
    SOURCE_DROPPED = "source dropped"
    SOURCE_UNNAMED = "source no longer named"
    SOURCE_ADDED = "source added"
    SOURCE_NAMED = "source now named"
    HEDGE_DROPPED = "hedge dropped"
    HEDGE_STRENGTHENED = "said more surely"
    HEDGE_WEAKENED = "said less surely"
    HEDGE_ADDED = "hedge added"
    ONLY_BEFORE = "only in the first"
    ONLY_AFTER = "only in the second"


MIRRORED = {
    Change.SOURCE_DROPPED: Change.SOURCE_ADDED,
    Change.SOURCE_UNNAMED: Change.SOURCE_NAMED,
    Change.HEDGE_DROPPED: Change.HEDGE_ADDED,
    Change.HEDGE_STRENGTHENED: Change.HEDGE_WEAKENED,
    Change.ONLY_BEFORE: Change.ONLY_AFTER,
}
"""What a change is when the two texts are swapped; a change that is neither key nor value stays what it is."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence of the first text and the sentence of the second that says it, with how alike they are (0 to 1)."""

    before: Span
    after: Span
    score: float


@dataclass(frozen=True, slots=True)
class Drift:
    """One change from the first text to the second, with the words on both sides.

    `before` and `after` are what changed: empty where the words are on one side only. `pair`: the sentences that hold them;
    `None` for what is only in one text.
    """

    change: Change
    before: Spans
    after: Spans
    pair: Pair | None = None


@dataclass(frozen=True, slots=True)
class Versions:
    """Two texts laid side by side: which sentence says which, and what changed, the gravest first.

    Nothing is said of which of the two is right.
    """

    before: Article
    after: Article
    pairs: tuple[Pair, ...]
    drifts: tuple[Drift, ...]


class LinkKind(StrEnum):
    """What one end of a link does to the other."""

    DISPUTES = "disputes"
    SAME_CLAIM = "same claim"
    REPEATS = "repeats"
    CONFIRMS = "confirms"
    CORRECTS = "corrects"


class DisputeClass(StrEnum):
    """How something is disputed: the classes of denial that are told apart."""

    DENIED = "denied"
    CALLED_FALSE = "called false"
    REJECTED = "rejected"
    SAID_NOT_SO = "said not to be so"
    ANOTHER_VALUE = "another value"
    ANOTHER_CAUSE = "another cause"
    CORRECTED = "corrected"
    CONTRASTED = "contrasted"


@dataclass(frozen=True, slots=True, order=True)
class End:
    """One side of a link: `words` are the slices of the article's text under `spans`.

    `statement`: the id of the statement whose words they are; `None` for a sentence that is the article's own.
    """

    article: str
    spans: Spans
    words: str
    statement: str | None
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A judgement on two ends: the first does `kind` to the second; which of them is right is not judged.

    `score`: from 0 to 1, how much of what is disputed or claimed stands on both sides. `rule`: what gave rise to it. `first`
    and `second` of equal standing (same claim, another value) are in the order of their articles' dates.
    """

    kind: LinkKind
    first: End
    second: End
    score: float
    rule: str
    manner: DisputeClass | None = None

    @property
    def id(self) -> str:
        """16 hex digits that stand for kind and ends, the same on every machine."""
        ends = [
            f"{end.article} {' '.join(f'{span.start}-{span.end}' for span in end.spans)}" for end in (self.first, self.second)
        ]
        return short_id(self.kind, *ends)


LEADERS = 8
"""How many articles of a crowd, those of the least ids, are compared with others.

A crowd are the articles of a week whose texts are nearly the same. The rest of it follows its head, the one of the least id, and
is compared with that alone: ids are digests, so that who leads has nothing to do with what is said or when it was added.
"""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two articles are, from 0 to 1, time counted in; `copied`: how much of the shorter stands in the other.

    `first` is the one that the other is a copy of, where one is: the earlier.
    """

    first: str
    second: str
    alike: float
    copied: float = 0.0


@dataclass(frozen=True, slots=True)
class Copy:
    """An article that prints another's text; `share`: how much of the shorter stands in the other, from 0 to 1."""

    article: str
    of: str
    share: float


@dataclass(frozen=True, slots=True)
class Story:
    """Articles about the same happening, by day; `id` is that of the first. `day`: ISO 8601, of the first."""

    id: str
    day: str | None
    articles: tuple[str, ...]
    copies: tuple[Copy, ...] = ()
