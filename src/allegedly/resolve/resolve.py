"""From a source's spans to a speaker."""

from __future__ import annotations

from collections.abc import Sequence

from allegedly.languages import Language
from allegedly.model import Article, Attribution, Scores, Segments, Speaker
from allegedly.resolve.accounts import Accounts
from allegedly.resolve.addressees import Addressees
from allegedly.resolve.antecedents import Antecedents
from allegedly.resolve.authors import author_of
from allegedly.resolve.bodies import Bodies
from allegedly.resolve.countries import Countries
from allegedly.resolve.furniture import Furniture
from allegedly.resolve.lexicon import load_lexicon
from allegedly.resolve.mentions import find_mentions
from allegedly.resolve.nominal import find_nominal
from allegedly.resolve.offices import load_offices
from allegedly.resolve.people import find_people, known_by_office
from allegedly.resolve.setting import Setting
from allegedly.resolve.speakers import Beside, Room
from allegedly.resolve.words import Words


def resolve(
    article: Article,
    segments: Segments,
    attributions: Sequence[Attribution],
    language: Language,
    *,
    scores: Scores | None = None,
) -> tuple[Speaker | None, ...]:
    """For each attribution its speaker, `None` where nobody is named; in the order given.

    With `scores`, whom a pronoun means is weighed by them too; without, by rules alone.
    Takes time linear in the text and in the attributions.
    """
    if not attributions:
        return ()
    lexicon = load_lexicon(language.code)
    words = Words(article.text, segments)
    mentions = find_mentions(words, lexicon)
    named = find_people(words, mentions, lexicon)
    nominal = find_nominal(words, mentions, lexicon)
    offices = load_offices(language.code)
    setting = Setting(words, article.origin, lexicon, offices)
    known_by_office(named, offices, setting.year, lexicon)
    sources = [span for attribution in attributions for span in attribution.source]
    story = Furniture(words, article.blocks, language).story(named)
    antecedents = Antecedents(words, story, nominal, attributions, segments.quotations, lexicon, scores)
    people = list({id(person): person for item in named for person in item.people}.values())
    countries = Countries(words, people, lexicon, offices, setting)
    beside = Beside(Accounts(words), Addressees(words, named), author_of(words, named, segments.paragraphs, article.origin))
    room = Room(words, named, antecedents, Bodies(words, mentions, lexicon), lexicon, sources, countries, beside)
    order = sorted(range(len(attributions)), key=lambda index: _place(attributions[index]))
    speakers: list[Speaker | None] = [None] * len(attributions)
    for index in order:
        speakers[index] = room.speaker(attributions[index])
    return tuple(countries.later(speaker) for speaker in speakers)


def _place(attribution: Attribution) -> tuple[int, int]:
    """In the order of the text, an attribution before those that lie in it."""
    return attribution.extent.start, -attribution.extent.end
