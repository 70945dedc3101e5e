"""Claims as one self-contained page: who says so and who disputes it, side by side, the words marked in their sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from allegedly.export.json_link import article_name
from allegedly.export.shell import page_around
from allegedly.export.text_fragment import Fragments
from allegedly.export.wording import counted, day_of, one_line
from allegedly.model import Span
from allegedly.model.claim import Appearance, Claim
from allegedly.model.link import End, Link, Sheet

SHOWN = 4
"""How many voices stand on one side before the rest is folded away."""
LONGEST, AROUND = 420, 140
"""Characters of a sentence that is shown whole; of a longer one those on either side of the words."""
_FOOT = (
    "Every marked word is a slice of its article. The page says who says what and who disputes it, not which of them is right."
)


@dataclass(frozen=True, slots=True)
class _Voice:
    """Words of one speaker, wherever they are printed: the place where they stand first, and how many more there are.

    `acts`: what they do, where that is more than to say so, each with the numbers of those opposite that it is done to, unless
    it is done to all.
    """

    end: End
    more: int
    acts: tuple[tuple[str, tuple[int, ...]], ...] = ()


def disputes_page_of(claims: Iterable[Claim], sheets: Mapping[str, Sheet]) -> str:
    """The page of what is disputed, each dispute once, by claim; `sheets`: the articles named, by id."""
    seen: set[str] = set()
    shown: list[tuple[Claim, tuple[Link, ...]]] = []
    for claim in claims:
        fresh = tuple(link for link in claim.disputes if link.id not in seen)
        seen.update(link.id for link in fresh)
        if fresh:
            shown.append((claim, fresh))
    links = [link for _, each in shown for link in each]
    how = Counter(_manner(link) for link in links)
    tally = f"{counted(len(links), 'dispute')} of {counted(len(shown), 'claim')}"
    listed = ", ".join(f"{name} {number:,}" for name, number in how.most_common())
    return _page(shown, sheets, "Who disputes what", f"{tally}: {listed}" if listed else "nothing is disputed")


def claims_page_of(claims: Sequence[Claim], sheets: Mapping[str, Sheet]) -> str:
    """The page of what is said by several, or disputed; `sheets`: the articles named, by id."""
    against = sum(1 for claim in claims if claim.disputes)
    tally = f"{counted(len(claims), 'claim')}, {against:,} of them disputed"
    return _page([(claim, claim.disputes) for claim in claims], sheets, "Who says so, and who disputes it", tally)


def articles_of(claims: Iterable[Claim]) -> tuple[str, ...]:
    """The ids of all articles that a page of these claims names, each once."""
    ends = [end for claim in claims for end in (*(one.end for one in claim.appearances), *map(_other(claim), claim.disputes))]
    return tuple(dict.fromkeys(end.article for end in ends))


def _page(shown: Sequence[tuple[Claim, tuple[Link, ...]]], sheets: Mapping[str, Sheet], heading: str, tally: str) -> str:
    drawn = _Drawn(sheets)
    main = "\n".join(drawn.claim(number, claim, links) for number, (claim, links) in enumerate(shown, 1))
    return page_around(
        main,
        title=heading,
        heading=heading,
        tally=tally,
        foot=_FOOT,
        styles=("page.css", "claims.css"),
        name="claims",
    )


class _Drawn:
    """Draws claims over the texts of their articles."""

    def __init__(self, sheets: Mapping[str, Sheet]) -> None:
        self._sheets = sheets
        self._fragments = {article: Fragments(sheet.article) for article, sheet in sheets.items()}

    def claim(self, number: int, claim: Claim, links: Collection[Link]) -> str:
        """A claim under its words, with its two sides."""
        said = _saying(claim, links)
        places = {end: place for place, (_, ends) in enumerate(said, 1) for end in ends}
        confirming = {link.first for link in claim.confirmations}
        left = [
            _Voice(ends[0], len({end.article for end in ends}) - 1, (("confirms it", ()),) if confirming & set(ends) else ())
            for _, ends in said
        ]
        right = _disputing(claim, links, places if len(said) > 1 else {})
        nobody = '<p class="nobody">Nobody does in these articles.</p>'
        against = self._voices(right, f"c{number}", said=False) if right else nobody
        return (
            f'<section class="claim" id="c{number}">\n<h2 dir="auto">{escape(one_line(claim.first.end.words))}</h2>\n'
            f'<p class="about">{escape(_about(claim))}</p>\n<div class="sides">\n'
            f'<div class="said"><h3>Who says so</h3>\n{self._voices(left, f"c{number}", said=True)}</div>\n'
            f'<div class="against"><h3>Who disputes it</h3>\n{against}</div>\n</div>\n</section>'
        )

    def _voices(self, voices: Sequence[_Voice], claim: str, *, said: bool) -> str:
        several = said and len(voices) > 1
        drawn = [self._voice(each, claim, place if several else 0) for place, each in enumerate(voices, 1)]
        rest = drawn[SHOWN:]
        folded = f"<details><summary>{len(rest):,} more</summary>\n{''.join(rest)}</details>\n" if rest else ""
        return "".join(drawn[:SHOWN]) + folded

    def _voice(self, voice: _Voice, claim: str, place: int) -> str:
        """One voice; `place` numbers it for those opposite, where it is more than 0."""
        number = f'<span class="place" id="{claim}-{place}">{place}</span> ' if place else ""
        acts = ", ".join(f'<span class="manner">{escape(name)}</span>{_targets(about, claim)}' for name, about in voice.acts)
        return (
            f'<figure><blockquote dir="auto">{self._passage(voice.end)}</blockquote>\n'
            f'<figcaption>{number}{acts} <b dir="auto">{escape(self._who(voice.end))}</b> {self._place(voice)}</figcaption>'
            "</figure>\n"
        )

    def _who(self, end: End) -> str:
        """The speaker, or else whose text it is."""
        sheet = self._sheets.get(end.article)
        outlet = sheet.article.origin.outlet if sheet else None
        return one_line(end.speaker or f"{outlet or 'the text'} itself").rstrip(" ,;:")

    def _place(self, voice: _Voice) -> str:
        """The article, its day, and in how many more the same words stand."""
        sheet = self._sheets.get(voice.end.article)
        if sheet is None:
            return ""
        name, day = escape(one_line(article_name(sheet.article))), day_of(sheet.article.origin.published)
        url = self._fragments[voice.end.article].link(voice.end.spans[0])
        if url:
            name = f'<a href="{escape(url)}" rel="noreferrer noopener nofollow">{name}</a>'
        more = f"and in {counted(voice.more, 'more article')}" if voice.more else ""
        parts = [f'<span dir="auto">{name}</span>', *(escape(part) for part in (day, more) if part)]
        return f"<small>{', '.join(parts)}</small>"

    def _passage(self, end: End) -> str:
        """The words, marked, in the sentences that hold them; the words alone where the article is not given."""
        sheet = self._sheets.get(end.article)
        if sheet is None:
            return f"<mark>{escape(one_line(end.words))}</mark>"
        spans = sorted(end.spans)
        first, last = sheet.segments.sentence_at(spans[0].start), sheet.segments.sentence_at(spans[-1].end - 1)
        start, stop = min(first.start if first else spans[0].start, spans[0].start), spans[-1].end
        stop = max(last.end if last else stop, stop)
        long = stop - start > LONGEST
        cut, ended = start, stop
        if long:
            start, stop = _word_at(sheet.text, max(start, spans[0].start - AROUND), start), min(stop, spans[-1].end + AROUND)
            stop = (
                sheet.text.rfind(" ", spans[-1].end, stop) if stop < ended and " " in sheet.text[spans[-1].end : stop] else stop
            )
        pieces = ["… " if start > cut else ""]
        edges = [Span(start, start + 1), *spans, Span(stop, stop + 1)]
        for number, (before, span) in enumerate(pairwise(edges)):
            pieces.append(_shown(sheet.text[before.end if number else start : span.start]))
            if number < len(spans):
                pieces.append(f"<mark>{_shown(span.of(sheet.text))}</mark>")
        return "".join(pieces) + (" …" if stop < ended else "")


def _targets(about: Sequence[int], claim: str) -> str:
    """Links to those opposite that something is done to."""
    links = ", ".join(f'<a href="#{claim}-{each}">{each}</a>' for each in about)
    return f' <span class="targets">({links})</span>' if about else ""


def _word_at(text: str, at: int, start: int) -> int:
    """Where the word behind the next blank begins; `start` itself is a beginning."""
    return at if at == start else text.find(" ", at) + 1 or at


def _shown(words: str) -> str:
    """A piece of text, escaped, blanks at its ends kept as one."""
    return escape(one_line(f".{words}.")[1:-1])


def _saying(claim: Claim, links: Collection[Link]) -> list[tuple[tuple[str, str], list[End]]]:
    """The appearances of a claim by speaker and words, those that are disputed and no copies first; else by day."""
    voices: dict[tuple[str, str], list[Appearance]] = {}
    for one in claim.appearances:
        who = one_line(one.end.speaker or "") or ("" if one.copied else one.end.article)
        voices.setdefault((who.casefold(), one_line(one.end.words).casefold()), []).append(one)
    for each in voices.values():
        each.sort(key=lambda one: one.copied)
    meant = {end for link in links for end in (link.first, link.second)}
    order = sorted(voices, key=lambda key: not any(one.end in meant for one in voices[key]))
    return [(key, [one.end for one in voices[key]]) for key in order]


def _disputing(claim: Claim, links: Iterable[Link], places: Mapping[End, int]) -> list[_Voice]:
    """Who disputes the claim, the same words of the same speaker once."""
    other = _other(claim)
    voices: dict[tuple[str, str], list[Link]] = {}
    for link in links:
        end = other(link)
        who = one_line(end.speaker or "") or end.article
        voices.setdefault((who.casefold(), one_line(end.words).casefold()), []).append(link)
    return [_against(each, other, places) for each in voices.values()]


def _against(links: Sequence[Link], other: _other, places: Mapping[End, int]) -> _Voice:
    """One voice with all that it does to those whose numbers `places` gives."""
    ends = list(dict.fromkeys(map(other, links)))
    acts: dict[str, set[int]] = {}
    for link in links:
        opposite = link.first if other(link) == link.second else link.second
        acts.setdefault(_manner(link), set()).update([places[opposite]] if opposite in places else [])
    every = set(places.values())
    told = tuple((name, () if about == every else tuple(sorted(about))) for name, about in acts.items())
    return _Voice(ends[0], len({end.article for end in ends}) - 1, told)


class _other:  # noqa: N801 - it reads as the function that it stands for
    """The end of a dispute that is against the claim."""

    def __init__(self, claim: Claim) -> None:
        self._ends = {one.end for one in claim.appearances}

    def __call__(self, link: Link) -> End:
        return link.second if link.first in self._ends else link.first


def _manner(link: Link) -> str:
    return str(link.manner or link.kind)


def _about(claim: Claim) -> str:
    """In how many articles the claim is made, how many of them print another's text, and since when."""
    number = len(claim.articles)
    copies = number - claim.originals
    day = day_of(claim.first.day)
    parts = [
        f"in {counted(number, 'article')}",
        f"{copies:,} of them {'a copy' if copies == 1 else 'copies'}" if copies else "",
        f"first on {day}" if day else "",
    ]
    return ", ".join(part for part in parts if part)
