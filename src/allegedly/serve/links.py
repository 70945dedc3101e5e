"""Stories, claims and disputes as pages ask for them: computed from the ledger's links, kept until it changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from allegedly.ledger import Ledger
from allegedly.link.claims import Places, claims_from
from allegedly.model.claim import Claim
from allegedly.model.link import Link, LinkKind, Story
from allegedly.store.store import Entry

AGAINST = (LinkKind.DISPUTES, LinkKind.CORRECTS)


@dataclass(frozen=True)
class Linked:
    """All that is known between the articles of a ledger at one moment, and ways into it."""

    stories: tuple[Story, ...]
    links: tuple[Link, ...]
    claims: tuple[Claim, ...]
    entries: Mapping[str, Entry]

    @cached_property
    def disputes(self) -> tuple[Link, ...]:
        """The links by which somebody disputes something, the newest first."""
        found = [link for link in self.links if link.kind in AGAINST]
        return tuple(sorted(found, key=lambda link: (self.day(link), link.id), reverse=True))

    @cached_property
    def disputed(self) -> frozenset[str]:
        """The ids of the statements at either end of a dispute."""
        ends = (end.statement for link in self.disputes for end in (link.first, link.second))
        return frozenset(statement for statement in ends if statement is not None)

    @cached_property
    def by_article(self) -> Mapping[str, tuple[Link, ...]]:
        """The links with an end in each article."""
        found: dict[str, list[Link]] = {}
        for link in self.links:
            for article in {link.first.article, link.second.article}:
                found.setdefault(article, []).append(link)
        return {article: tuple(links) for article, links in found.items()}

    @cached_property
    def claims_by_story(self) -> Mapping[str, tuple[Claim, ...]]:
        """The claims made first in each story, those that are disputed most first, then those made most often."""
        found: dict[str, list[Claim]] = {}
        for claim in sorted(self.claims, key=lambda claim: (-len(claim.disputes), -claim.originals, claim.id)):
            if claim.story is not None:
                found.setdefault(claim.story, []).append(claim)
        return {story: tuple(claims) for story, claims in found.items()}

    @cached_property
    def story_by_article(self) -> Mapping[str, Story]:
        """The story that each article lies in."""
        return {article: story for story in self.stories for article in story.articles}

    @cached_property
    def disputes_by_story(self) -> Counter[str]:
        """How many disputes have an end in each story."""
        stories = self.story_by_article
        return Counter(
            story
            for link in self.disputes
            for story in {stories[end.article].id for end in (link.first, link.second) if end.article in stories}
        )

    @cached_property
    def stories_by_change(self) -> tuple[Story, ...]:
        """The stories, that with the newest article first."""
        return tuple(sorted(self.stories, key=lambda story: (self.last(story), story.id), reverse=True))

    @cached_property
    def newest(self) -> tuple[Entry, ...]:
        """The articles that no newer version replaces, those published last first."""
        replaced = {entry.replaces for entry in self.entries.values()}
        left = [entry for entry in self.entries.values() if entry.article not in replaced]
        return tuple(sorted(left, key=lambda entry: (entry.origin.published or "", entry.article), reverse=True))

    def story(self, reference: str) -> Story | None:
        """The story with this id, or with an article of this id; `None` where there is none."""
        return self.story_by_article.get(reference)

    def last(self, story: Story) -> str:
        """When the newest article of the story was published."""
        return max((self.published(article) for article in story.articles), default="")

    def published(self, article: str) -> str:
        """When the article was published, as it says; nothing where it does not."""
        entry = self.entries.get(article)
        return "" if entry is None else entry.origin.published or ""

    def day(self, link: Link) -> str:
        """When the later end was published."""
        return max(self.published(link.first.article), self.published(link.second.article))


def linked_in(ledger: Ledger) -> Linked:
    """All that is known between the articles of the ledger; articles that are not linked yet are in it alone."""
    entries = {entry.article: entry for entry in ledger.articles()}
    links, stories = ledger.linking.links(), ledger.linking.stories()
    copies = {copy.article for story in stories for copy in story.copies}
    places = Places({article: entry.origin for article, entry in entries.items()}, copies, ledger.linking.following())
    return Linked(stories, links, claims_from(links, places, stories), entries)
