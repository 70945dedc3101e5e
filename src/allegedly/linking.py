"""What articles of a ledger do to each other: linked as they are added, judged by people, gathered on reading."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from allegedly.errors import LedgerError
from allegedly.languages import known_languages, load_language
from allegedly.link.claims import Places, claims_from
from allegedly.link.crowds import followers
from allegedly.link.gist import MADE, Gist, gist_of
from allegedly.link.gist_row import runs_to_bytes, said_to_text, words_to_bytes
from allegedly.link.judged import as_judged
from allegedly.link.likeness import SHARED, WINDOW, compared
from allegedly.link.links import in_order, links_on_one_matter, links_within
from allegedly.link.recent import Kept, RecentGists
from allegedly.link.stories import stories_from
from allegedly.model import Findings, Statement, short_id
from allegedly.model.claim import Claim
from allegedly.model.link import LEADERS, DisputeClass, End, Link, LinkKind, Story
from allegedly.model.link_event import LinkEvent, LinkJudgement, LinkWithdrawal, standing_judgements
from allegedly.pipeline import lay_out
from allegedly.store.link_store import NO_DAY, Linker, Outline
from allegedly.store.store import Entry, Selection, Store

_ID = re.compile(r"[0-9a-f]{4,16}")
_AGAINST = (LinkKind.DISPUTES, LinkKind.CORRECTS)


class Linking:
    """Links, stories and claims of the articles in `store`.

    Links are found as an article is added, between it and those near it, by rules that look at two articles alone: the order of
    adding changes nothing. Stories and claims are computed from what was found, and from what people judged, at each call.
    """

    def __init__(self, store: Store) -> None:
        self._store, self._recent = store, RecentGists()

    def add(self, findings: Findings) -> tuple[Link, ...]:
        """Link an article that is in the store; what was found of it before is replaced. Gives the links found."""
        article = findings.article
        if article.language not in known_languages():
            with self._store.links.linker() as linker:
                linker.record(Outline(article.id, article.text, NO_DAY, MADE, b"", b"", ""), (), (), ())
            return ()
        language, sheet = load_language(article.language), lay_out(findings)
        gist = gist_of(sheet, language)
        keys = gist.keys
        links = list(links_within(gist, sheet, language))
        with self._store.links.linker() as linker:
            linker.forget(article.id)
            crowd = None if linker.is_replaced(article.id) else gist.crowd
            near, follows = _company(linker, gist, keys, crowd)
            likenesses = []
            for outline in linker.outlines(near).values():
                if outline.made != MADE:
                    continue
                kept = _kept(outline)
                alike, related = compared(gist, self._recent.gist(kept, whole=False))
                if alike is not None:
                    likenesses.append(alike)
                if related:
                    links += links_on_one_matter(gist, self._recent.gist(kept), language)
            own = _outline(gist, findings, crowd)
            linker.record(own, () if follows else keys, likenesses, links)
        self._recent.remember(_kept(own), gist)
        return tuple(links)

    def missing(self) -> tuple[str, ...]:
        """The articles that were added without linking them, or linked by older rules."""
        return self._store.links.unlinked(MADE)

    def catch_up(self) -> int:
        """Link the articles that are missing; gives how many there were."""
        missing = self.missing()
        for article in missing:
            self.add(self._store.get(article))
        return len(missing)

    def links(self, kind: LinkKind | None = None, *, article: str | None = None) -> tuple[Link, ...]:
        """The links that hold, by day and place of their first end: those found, as people judged them.

        `kind`: of this kind alone; `article`: with an end in this article.
        """
        return self._links(self._entries(), kind, article)

    def _links(self, entries: Mapping[str, Entry], kind: LinkKind | None = None, article: str | None = None) -> tuple[Link, ...]:
        judgements = [event for event in standing_judgements(self.events()) if kind in (None, event.kind)]
        found = as_judged(self._store.links.links(kind=kind, article=article), self._anchored(judgements))
        wanted = [link for link in found if article is None or article in (link.first.article, link.second.article)]
        shown = set(entries) | ({article} if article else set())
        wanted = [link for link in wanted if link.first.article in shown and link.second.article in shown]
        return in_order(wanted, {each: (entry.origin.published or "")[:10] for each, entry in entries.items()})

    def disputes(self) -> tuple[Link, ...]:
        """The links by which somebody disputes or corrects something."""
        return tuple(link for link in self.links() if link.kind in _AGAINST)

    def stories(self) -> tuple[Story, ...]:
        """The articles in stories, by day; versions that a newer one replaces are in none."""
        return self._stories(self._entries(), self.following())

    def _stories(self, entries: Mapping[str, Entry], following: Mapping[str, str]) -> tuple[Story, ...]:
        published = {article: entry.origin.published for article, entry in entries.items()}
        return stories_from(self._store.links.likenesses(), published, following)

    def following(self) -> Mapping[str, str]:
        """The articles that were compared with the head of their crowd alone, each with that head."""
        return followers(self._store.links.crowds(LEADERS))

    def story(self, reference: str) -> Story:
        """The story that holds the article with this id, or whose id it is; the beginning of one will do.

        Raises `LedgerError` where none or several are meant.
        """
        stories = self.stories()
        found = (
            [story for story in stories if any(article.startswith(reference) for article in story.articles)] if reference else []
        )
        exact = [story for story in found if reference in story.articles]
        found = exact or found
        if len(found) != 1:
            listed = f"{len(found)} stories hold articles" if found else "no story holds an article"
            raise LedgerError(f"{listed} with an id that begins with {reference!r}; `allegedly stories` lists them")
        return found[0]

    def claims(self, story: Story | None = None) -> tuple[Claim, ...]:
        """What is said more than once, or disputed, by day; with `story`, what its articles say."""
        entries, following = self._entries(), self.following()
        stories = self._stories(entries, following)
        within = set(entries) if story is None else set(story.articles)
        links = [link for link in self._links(entries) if link.first.article in within and link.second.article in within]
        copies = {copy.article for each in stories for copy in each.copies}
        origins = {article: entry.origin for article, entry in entries.items()}
        return claims_from(links, Places(origins, copies, following), stories)

    def events(self) -> tuple[LinkEvent, ...]:
        """What people judged of links, in the order in which they did, withdrawn judgements too."""
        return self._store.links.events()

    def judge(
        self,
        first: str,
        second: str,
        kind: LinkKind,
        *,
        who: str,
        when: str,
        holds: bool = True,
        manner: DisputeClass | None = None,
        why: str | None = None,
    ) -> LinkJudgement:
        """Record that `first` does `kind` to `second`, or that it does not; each is meant as in `end`."""
        ends = self.end(first), self.end(second)
        return self._judge(*ends, kind, who, when, holds, manner, why)

    def reject(self, link: str, *, who: str, when: str, why: str | None = None) -> LinkJudgement:
        """Record that the link with this id, or the beginning of it, does not hold."""
        meant = [each for each in self.links() if link and each.id.startswith(link)]
        if len(meant) != 1:
            found = f"{len(meant)} links have" if meant else "no link has"
            raise LedgerError(
                f"{found} an id that begins with {link!r}; `allegedly disputes --json` and `claims --json` tell ids"
            )
        one = meant[0]
        return self._judge(one.first, one.second, one.kind, who, when, False, one.manner, why)

    def withdraw(self, reference: str, *, who: str, when: str, why: str | None = None) -> LinkWithdrawal:
        """Take the judgement back that has this id, or the beginning of it. Raises `LedgerError` where none stands."""
        events = self.events()
        meant = [event for event in standing_judgements(events) if reference and event.id.startswith(reference)]
        if len(meant) != 1:
            found = f"{len(meant)} standing judgements have" if meant else "no standing judgement has"
            raise LedgerError(f"{found} an id that begins with {reference!r}; `allegedly link LEDGER --judgements` lists them")
        event = LinkWithdrawal(short_id("withdrawn", meant[0].id, when, str(len(events))), when, who, meant[0].id, why)
        self._store.links.record(event)
        return event

    def end(self, reference: str) -> End:
        """The statement meant by its id, the beginning of it, words that it alone holds, or `WORDS@ARTICLE`.

        Raises `LedgerError` where none or several are meant.
        """
        found = self._by_id(reference) if _ID.fullmatch(reference) else []
        if not found:
            words, at, article = reference.rpartition("@")
            meant = self._by_words(words, article) if at and words and _ID.fullmatch(article) else []
            found = meant or self._by_words(reference, None)
        if len(found) != 1:
            listed = "; ".join(f"{one.id[:8]} ({one.words[:40]!r})" for one in found[:5])
            several = f"{len(found)} statements are meant by {reference!r}: {listed}; name one by its id"
            raise LedgerError(
                several if found else f"no statement has the id or words {reference!r}; `allegedly search` finds them"
            )
        (statement,) = found
        text = self._store.get(statement.article).article.text
        return _end_of(statement, text)

    def _by_id(self, reference: str) -> list[Statement]:
        return list(self._store.statements(Selection(statement=reference, replaced=True)))

    def _by_words(self, words: str, article: str | None) -> list[Statement]:
        phrase = words.replace('"', " ").strip()
        if not any(character.isalnum() for character in phrase):
            return []
        found = list(self._store.statements(Selection(text=f'"{phrase}"')))
        found = [one for one in found if article is None or one.article.startswith(article)]
        inner = {one.parent for one in found}
        return [one for one in found if one.id not in inner]

    def _judge(
        self,
        first: End,
        second: End,
        kind: LinkKind,
        who: str,
        when: str,
        holds: bool,
        manner: DisputeClass | None,
        why: str | None,
    ) -> LinkJudgement:
        if (first.article, first.spans) == (second.article, second.spans):
            raise LedgerError("both ends are the same words; name two statements")
        marks = (str(kind), str(holds), when, who, repr(first), repr(second), str(len(self.events())))
        event = LinkJudgement(short_id(*marks), when, who, holds, kind, first, second, manner, why)
        self._store.links.record(event)
        return event

    def _anchored(self, judgements: Iterable[LinkJudgement]) -> list[LinkJudgement]:
        """The judgements, each end with the statement that has its words now: a later reading may have found others."""
        listed = list(judgements)
        known: dict[str, list[Statement]] = {}
        for article in {end.article for event in listed for end in (event.first, event.second)}:
            known[article] = list(self._store.statements(Selection(article=article)))
        return [replace(event, first=_anchor(event.first, known), second=_anchor(event.second, known)) for event in listed]

    def _entries(self) -> Mapping[str, Entry]:
        return {entry.article: entry for entry in self._store.entries()}


def _anchor(end: End, known: Mapping[str, list[Statement]]) -> End:
    for statement in known[end.article]:
        content = statement.attribution.content
        if content[0].start <= end.spans[0].start and end.spans[-1].end <= content[-1].end:
            return replace(end, statement=statement.id)
    return replace(end, statement=None)


def _end_of(statement: Statement, text: str) -> End:
    attribution, speaker = statement.attribution, statement.speaker
    source = " … ".join(span.of(text) for span in attribution.source) or None
    words = " … ".join(span.of(text) for span in attribution.content)
    name = speaker.name if speaker is not None else None
    return End(statement.article, attribution.content, words, statement.id, name or source)


def _company(linker: Linker, gist: Gist, keys: Collection[int], crowd: str | None) -> tuple[set[str], bool]:
    """The articles that one is to be compared with, and whether it follows the head of its crowd.

    A crowd keeps its few leaders: where one comes that leads, the last of them follows from now on.
    """
    leading = () if crowd is None else linker.crowd(crowd, LEADERS)
    full = len(leading) == LEADERS
    if full and gist.article > leading[-1]:
        return {leading[0]}, True
    near = set(linker.near(keys, gist.day, WINDOW, SHARED)) - {gist.article}
    if full and crowd is not None:
        head = min(gist.article, leading[0])
        following = linker.crowd(crowd)[LEADERS - 1 :] if head == gist.article else leading[-1:]
        linker.follow(following, head)
        near = near.union(following) if head == gist.article else near.difference(following)
    return near, False


def _outline(gist: Gist, findings: Findings, crowd: str | None) -> Outline:
    kept = words_to_bytes(gist), runs_to_bytes(gist), said_to_text(gist)
    return Outline(gist.article, findings.article.text, gist.day, MADE, *kept, crowd)


def _kept(outline: Outline) -> Kept:
    return Kept(outline.article, outline.text, outline.day, outline.words, outline.runs, outline.said)
