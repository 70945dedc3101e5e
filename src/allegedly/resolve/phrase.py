"""What sort of source a phrase names: a person, people, a body, a state, an outlet, a document, or nobody."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from allegedly.model import Span, SpeakerKind
from allegedly.resolve.bodies import BODY_KINDS, kind_of
from allegedly.resolve.called_names import (
    address_of,
    broadcaster,
    title_of,
)
from allegedly.resolve.forms import body_behind, body_elsewhere, is_author, signature_of
from allegedly.resolve.heads import ONE, core_end, day_of, number_of
from allegedly.resolve.issuers import issuer_of, made_by, reported_by
from allegedly.resolve.lexicon import Lexicon
from allegedly.resolve.mentions import GLUED, run_together
from allegedly.resolve.officers import apposed, fielded, noun_class, of_campus, of_two_trades, officer_of
from allegedly.resolve.people import Named
from allegedly.resolve.phrase_bodies import (
    LINKS,
    all_media,
    body_noun,
    known_body,
    led_body,
    many_firms,
    people_follow,
    qualified_body,
    told_apart,
    without_article,
)
from allegedly.resolve.phrase_bodies import Phrase as Phrase
from allegedly.resolve.roles import country_in, read_role, role_at, studied
from allegedly.resolve.words import Words, capitalised, from_capital, singular

_PERSONAL = re.compile(r"(?:er|or|ist|ian|ee|ant|ent|eer|man|woman|body|one|kid|self|other)$")
"""How a noun for a person ends that no list holds."""


_SHORT = 3
"""Letters of an acronym, and words in capitals that a name may have, before it is a headline."""
_HOUSES = frozenset(("house", "senate", "congressional", "parliamentary", "commons", "lords", "legislative", "select"))
_MODALS = frozenset(("can", "could", "may", "might", "must", "would", "should", "cannot"))


def read_phrase(words: Words, span: Span, named: Sequence[Named], lexicon: Lexicon) -> Phrase | None:
    """What `span` names; `named` are the mentions that lie in it. `None` where it holds no word."""
    inside = words.within(span.start, span.end)
    if not inside:
        return None
    first, stop = inside.start, inside.stop
    if not words.aside(first):
        stop = next((at for at in range(first + 1, stop) if words.aside(at)), stop)
    title, address = title_of(words, span), address_of(words, span)
    if title is not None or address is not None:
        kind = SpeakerKind.DOCUMENT if title is not None else SpeakerKind.OUTLET
        return Phrase(kind, first, stop - 1, name=title or address, definite=True)
    signed = signature_of(words, span, lexicon) if words.text.find("@", span.start, span.end) >= 0 else None
    if signed is not None and any(
        person.shown or item.mention.stop - item.mention.first > 1 for item in named for person in item.people
    ):
        signed = None
    if signed is not None:
        return Phrase(SpeakerKind.NAMED_PERSON, first, stop - 1, name=signed, definite=True)
    if stop - first == 2 and is_author(words, span):
        return Phrase(SpeakerKind.AUTHOR, first, stop - 1, definite=True)
    officer = officer_of(words, first, stop, named, lexicon) or of_two_trades(words, first, stop, named, lexicon)
    if officer is not None:
        bearer, office = officer
        return Phrase(SpeakerKind.NAMED_PERSON, first, bearer.mention.stop - 1, named=bearer, role=office)
    scholar = of_campus(words, first, stop, named, lexicon)
    if scholar is not None:
        return Phrase(SpeakerKind.NAMED_PERSON, first, scholar.mention.stop - 1, named=scholar)
    head = core_end(words, first, stop, named, lexicon)
    some = words.texts[first].lower() in lexicon.determiners and words.texts[first + 1 : first + 2] == ["of"] and first + 1 < stop
    person = _person_at(words, head, named, lexicon) if not some else None
    if person is not None and _paper(words, first, person, lexicon):
        return _common(words, first, head, stop, named, lexicon)
    lone = person.people if person is not None and not any(one.shown for one in person.people) else ()
    sort = (body_behind(words, head, stop, lexicon) or body_elsewhere(words, lone[0], lexicon)) if lone else None
    if person is not None and sort is not None:
        return Phrase(BODY_KINDS[sort], first, head, name=person.mention.span.of(words.text), definite=True)
    if person is not None and (head + 1 >= stop or not words.possessive[head] or not _noun_after(words, head, stop)):
        return Phrase(SpeakerKind.NAMED_PERSON, first, head, named=person)
    role = read_role(words, first, head + 1, lexicon)
    behind = fielded(words, first, head, stop, named, lexicon)
    if behind is not None:
        return Phrase(SpeakerKind.NAMED_PERSON, first, behind.mention.stop - 1, named=behind, role=role)
    behind = apposed(words, first, head, stop, named, lexicon)
    if behind is not None:
        return Phrase(SpeakerKind.NAMED_PERSON, first, head, named=behind, role=role)
    return _common(words, first, head, stop, named, lexicon)


def _person_at(words: Words, head: int, named: Sequence[Named], lexicon: Lexicon) -> Named | None:
    letters = lexicon.suffixes | lexicon.postnominals
    for item in named:
        last = item.mention.stop - 1
        ends = last == head or (last < head and all(words.texts[at] in letters for at in range(last + 1, head + 1)))
        if ends and item.people:
            return item
    return None


def _paper(words: Words, first: int, item: Named, lexicon: Lexicon) -> bool:
    """Whether a noun for a body stands right before a name that nothing else shows to be a person's: "the newspaper Dagen"."""
    at = item.mention.first - 1
    if at < first or any(person.shown for person in item.people) or not words.texts[at].islower() or words.possessive[at]:
        return False
    return words.gap(at + 1) == " " and lexicon.heads.get(words.texts[at]) in ("organisation", "outlet")


def _noun_after(words: Words, head: int, stop: int) -> bool:
    return head + 1 < stop and words.gap(head + 1) in (" ", "\u00a0", "’ ", "' ", "’s ", "'s ")


def _common(words: Words, first: int, head: int, stop: int, named: Sequence[Named], lexicon: Lexicon) -> Phrase:
    """The phrase whose head is no person's name."""
    start = first
    while start < head and (words.texts[start].lower() in lexicon.determiners or day_of(words, start)):
        start += 1
    plain_lead = words.texts[start].islower() or words.opens_sentence(words.starts[start])  # not "National" of a name
    if plain_lead and words.texts[start].lower() in lexicon.common and start < head:
        start += words.text[words.starts[start + 1] : words.ends[head]] in lexicon.bodies
    if start > first and start < head and words.texts[start] == "of":
        country = country_in(words, start + 1, head + 1, lexicon)
        return Phrase(SpeakerKind.UNNAMED_GROUP, first, head, country=country)
    definite = words.texts[first].lower() in lexicon.definite or (start > first and words.possessive[start])
    number = number_of(words, first, head, lexicon)
    name = words.text[words.starts[start] : words.ends[head]]
    whole = known_body(words, start, head, name, definite, lexicon)
    whole = whole or qualified_body(words, start, head, definite, lexicon)
    if whole is not None:
        return whole
    country = country_in(words, start, head + 1, lexicon) if not studied(words, head, lexicon) else None
    linked = _linked(words, start, head, lexicon)
    if linked and linked < head:
        return _common(words, first, linked, stop, named, lexicon)
    body = start + (start < head and words.texts[start][0].isdigit() and words.texts[start].endswith(("st", "nd", "rd", "th")))
    if linked and any(
        item.mention.sort == "body" and item.mention.first in (start, body) and item.mention.stop == head + 1 for item in named
    ):
        return Phrase(kind_of(name, lexicon), first, head, name=name, country=country, definite=definite)
    plain = Phrase(SpeakerKind.UNNAMED_GROUP, first, head, country=country, definite=definite, number=number)
    return _by_noun(words, start, stop, plain, lexicon)


def _by_noun(words: Words, start: int, stop: int, plain: Phrase, lexicon: Lexicon) -> Phrase:
    """The phrase that no list knows as a whole, by its noun where that tells people or nobody."""
    first, head, country, definite, number = plain.first, plain.head, plain.country, plain.definite, plain.number
    last = words.texts[head]
    lower = last.lower()
    name = words.text[words.starts[start] : words.ends[head]]
    if lexicon.body_words.get(last) == "outlet" and head == start > first:
        return Phrase(SpeakerKind.OUTLET, first, head, name=last, country=country, definite=definite)  # "the Examiner"
    if last == "General" and head > start and words.texts[head - 1] == "Consulate":
        return Phrase(SpeakerKind.GOVERNMENT, first, head, name=without_article(name), country=country, definite=definite)
    noun = noun_class(words, start, head, lexicon)
    led = words.texts[first].lower() in (*ONE, "this", "that") and first < head
    if lower in lexicon.people and lower != "elite" and led and (role_at(words, head, head + 1, lexicon) or capitalised(last)):
        return replace(plain, kind=SpeakerKind.UNNAMED_PERSON, role=read_role(words, first, stop, lexicon))
    if noun == "group" and (head > start or lower == "officials") and not number:
        return replace(plain, role=read_role(words, first, stop, lexicon) or read_role(words, head, stop, lexicon))
    if "-" in last and last.rpartition("-")[2].islower() and singular(lower) != lower:
        return plain
    impersonal = lower == "one" and stop < len(words) and words.texts[stop] in _MODALS
    no_one = lower == "one" and words.texts[head - 1].lower() == "no" and head > first
    everybody = lower == "people" and not told_apart(words, stop)
    if no_one or (stop - first == 1 and (everybody or impersonal)):
        return Phrase(SpeakerKind.NOBODY, first, head)
    if head == start and (lower in lexicon.honorifics or lower in lexicon.short_titles) and lower not in lexicon.roles:
        return replace(plain, kind=SpeakerKind.UNNAMED_PERSON)
    if lower in lexicon.indefinite and head == start:
        return Phrase(SpeakerKind.NOBODY if lower in lexicon.nobody else SpeakerKind.UNNAMED_PERSON, first, head)
    if singular(lower) != lower and singular(lower) in lexicon.people:
        return replace(plain, number=number)
    return _by_name(words, start, stop, noun, plain, lexicon)


def _by_name(words: Words, start: int, stop: int, noun: str | None, plain: Phrase, lexicon: Lexicon) -> Phrase:
    """The phrase whose last word, by its capital or as a document or a role, tells what it names."""
    first, head, country, definite, number = plain.first, plain.head, plain.country, plain.definite, plain.number
    last = words.texts[head]
    lower = last.lower()
    name = words.text[words.starts[start] : words.ends[head]]
    shown = last.capitalize() if last.isupper() and len(last) > 3 else last
    if last == "Bill" and head > start:  # a given name everywhere else
        opening = from_capital(words, start, head)
        return replace(plain, kind=SpeakerKind.DOCUMENT, name=words.text[words.starts[opening] : words.ends[head]], number=None)
    if capitalised(last) and shown in lexicon.body_words and head > start:
        place = lexicon.body_words[shown] == "place"
        if lexicon.body_words[shown] == "document":
            lead = next((at for at in range(start, head) if capitalised(words.texts[at])), head)
            name = words.text[words.starts[lead] : words.ends[head]] if lead < head else name
        name = words.text[words.starts[from_capital(words, start, head)] : words.ends[head]] if not place else name
        kind = kind_of(name, lexicon) if place or shown == "Committee" else BODY_KINDS[lexicon.body_words[shown]]
        return replace(plain, kind=kind, name=without_article(name), number=None)
    channel = broadcaster(words, start, head)
    if channel is not None:
        return replace(plain, kind=SpeakerKind.OUTLET, name=channel, number=None)
    titled = head > start and capitalised(last) and capitalised(words.texts[head - 1]) and not last.isupper()
    if noun in ("document", "hearsay") and not titled:
        issuer = made_by(words, start, head, lexicon) or issuer_of(words, start, head, lexicon)
        outlet = reported_by(words, head, stop, issuer, lexicon)
        kind = SpeakerKind.OUTLET if outlet else SpeakerKind.DOCUMENT
        return replace(plain, kind=kind, name=outlet or issuer or None)
    role = (
        (read_role(words, first, stop, lexicon) or read_role(words, head, stop, lexicon))
        if role_at(words, head, head + 1, lexicon)
        else None
    )
    if role is not None and (noun != "group" or lower in lexicon.roles or singular(lower) in lexicon.roles):
        return replace(
            plain,
            kind=SpeakerKind.UNNAMED_GROUP if role.plural or (number or 1) > 1 else SpeakerKind.UNNAMED_PERSON,
            role=role,
            country=role.country or country,
            affiliation=role.affiliation,
            definite=definite or (start == first and number is None),
        )
    return _body_or_group(words, start, stop, noun, plain, definite, lexicon)


def _linked(words: Words, start: int, head: int, lexicon: Lexicon) -> int:
    """The last word of the office in "Speaker of the House", or of the phrase, where small words join it; else 0."""
    if head <= start + 1 or not any(text in LINKS for text in words.texts[start + 1 : head]):
        return 0
    office = role_at(words, start, head + 1, lexicon) if words.texts[start] not in lexicon.body_words else 0
    return start + office - 1 if office and words.texts[start + office : start + office + 1] == ["of"] else head


def _body_or_group(
    words: Words, start: int, stop: int, noun: str | None, plain: Phrase, definite: bool, lexicon: Lexicon
) -> Phrase:
    """The phrase whose noun is no person's: a body, a group, or what no list holds."""
    first, head = plain.first, plain.head
    name = words.text[words.starts[start] : words.ends[head]]
    lower = words.texts[head].lower()
    if noun == "organisation" and many_firms(words, first, head, lexicon):
        return plain
    panel = lower in ("committees", "committee", "panels", "panel", "subcommittees", "subcommittee")
    if panel and any(text.lower() in _HOUSES for text in words.texts[start:head]):
        noun = "government"
    if lower == "forces" and words.texts[head - 1].lower().startswith(("anti-", "pro-")):
        return plain
    if lower == "group" and head + 2 < stop and words.texts[head + 1] == "of" and people_follow(words, head + 2, stop, lexicon):
        return plain
    several = any(words.texts[at].lower() in lexicon.quantities for at in range(first, head))
    if (noun in ("organisation", "outlet") and several) or all_media(words, first, head):
        return plain
    if noun in ("government", "organisation", "outlet"):
        return body_noun(words, start, first, head, noun, plain.country, definite, plain.number, lexicon)
    counted = lower in lexicon.determiners or lower in lexicon.numbers or any(char.isdigit() for char in words.texts[start])
    lone = plain.number == 1 and lower.isalpha() and lower not in lexicon.determiners and singular(lower) == lower
    if lone and noun != "group":
        return replace(plain, kind=SpeakerKind.UNNAMED_PERSON)
    if noun == "group" or plain.number is not None or counted:
        return plain
    return _unknown(words, start, plain, name, lower, lexicon)


def _unknown(words: Words, start: int, plain: Phrase, name: str, lower: str, lexicon: Lexicon) -> Phrase:
    """The phrase whose noun no list holds, by its letters and its ending."""
    first, head = plain.first, plain.head
    last = words.texts[head]
    texts = words.texts[start : head + 1]
    if sum(text.isupper() and len(text) > _SHORT for text in texts) > _SHORT:
        return replace(plain, kind=SpeakerKind.UNNAMED_PERSON)
    if GLUED.fullmatch(last) or run_together(texts) or all(text.lower() in lexicon.furniture for text in texts):
        return replace(plain, kind=SpeakerKind.UNNAMED_PERSON)
    if last.isalpha() and last.upper() == last.lower():
        return replace(plain, kind=SpeakerKind.NAMED_PERSON, name=words.text[words.starts[first] : words.ends[head]])
    sort = lexicon.body_words.get(last, "place") if head == start and plain.definite else "place"
    if sort not in ("place", "document"):
        return replace(plain, kind=BODY_KINDS[sort], name=name)
    if capitalised(last) and head == start and singular(lower) == lower and lower not in lexicon.common and len(last) > 1:
        return replace(plain, kind=SpeakerKind.NAMED_PERSON, name=name)
    place = lexicon.places.get(last)
    if place is not None and place.sort == "people" and head > start:
        several = singular(last) != last or last.removesuffix("s") in lexicon.places.keys() - {last}  # "Israelis"
        kind = SpeakerKind.UNNAMED_GROUP if several else SpeakerKind.UNNAMED_PERSON
        return replace(plain, kind=kind, country=place.code)
    if capitalised(last) and not (head == start and start == first) and lower not in lexicon.common:
        return led_body(words, start, plain, name, lexicon)
    if singular(lower) != lower:
        return plain
    alone = head == start and start == first
    kind = SpeakerKind.UNNAMED_PERSON if alone or _PERSONAL.search(lower) else SpeakerKind.ORGANISATION
    return replace(plain, kind=kind)
