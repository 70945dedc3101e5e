from collections import Counter
from html.parser import HTMLParser

from allegedly.export.timeline_page import timeline_page_of
from allegedly.export.timelining import Happening, articles_as_moments, days_of, moment_to_json, moments_of
from allegedly.model import Origin, Span
from allegedly.model.claim import Appearance, Claim
from allegedly.model.link import DisputeClass, End, Link, LinkKind

ORIGINS = {
    "a": Origin(outlet="Wire", published="2026-11-20"),
    "b": Origin(outlet="Courier", published="2026-11-21"),
    "c": Origin(outlet="Post", published="2026-11-22"),
}


def end(article: str, words: str, speaker: str | None = None) -> End:
    return End(article, (Span(0, len(words)),), words, f"s-{article}", speaker)


def appearance(end: End, *, copied: bool = False) -> Appearance:
    return Appearance(end, ORIGINS[end.article].published, ORIGINS[end.article].outlet, copied)


SAID = end("a", "12 people died", "Ana Hale")
AGAIN = end("b", "twelve people died", "Ana Hale")
OWN = end("b", "A dozen died.")
DENIAL = end("c", "nobody died", "Ivo Holt")
DENIED = Link(LinkKind.DISPUTES, DENIAL, SAID, 0.9, "denial", DisputeClass.DENIED)


def claim(*appearances: Appearance, disputes: tuple[Link, ...] = ()) -> Claim:
    return Claim("c1", appearances, disputes)


def test_what_is_first_said_is_taken_up_and_denied_in_the_order_of_days() -> None:
    moments = moments_of([claim(appearance(SAID), appearance(AGAIN), appearance(OWN), disputes=(DENIED,))], ORIGINS)
    assert [(moment.day, moment.what, moment.who) for moment in moments] == [
        ("2026-11-20", Happening.FIRST_SAID, "Ana Hale"),
        ("2026-11-21", Happening.TAKEN_UP, "Courier itself"),
        ("2026-11-22", Happening.DENIED, "Ivo Holt"),
    ]
    assert moments[2].of == "12 people died"


def test_a_copy_is_a_reprint() -> None:
    moments = moments_of([claim(appearance(SAID), appearance(OWN, copied=True))], ORIGINS)
    assert moments[1].what is Happening.REPRINTED


def test_of_two_figures_the_later_one_answers_whichever_claim_holds_the_link() -> None:
    value = Link(LinkKind.DISPUTES, SAID, end("c", "9 people died", "Ivo Holt"), 0.9, "number", DisputeClass.ANOTHER_VALUE)
    claims = [claim(appearance(SAID), disputes=(value,)), Claim("c2", (appearance(value.second),), (value,))]
    answers = [moment for moment in moments_of(claims, ORIGINS) if moment.what is Happening.DENIED]
    assert [(moment.day, moment.who) for moment in answers] == [("2026-11-22", "Ivo Holt")]


def test_one_denial_of_several_stands_once() -> None:
    other = Link(LinkKind.DISPUTES, DENIAL, OWN, 0.9, "denial", DisputeClass.DENIED)
    answers = [one for one in moments_of([claim(appearance(SAID), disputes=(DENIED, other))], ORIGINS) if one.of]
    assert [(one.words, one.more) for one in answers] == [("nobody died", 1)]
    assert moment_to_json(answers[0])["more"] == 1


def test_only_what_happened_within_is_kept() -> None:
    moments = moments_of([claim(appearance(SAID), appearance(OWN), disputes=(DENIED,))], ORIGINS, {"c"})
    assert [moment.article for moment in moments] == ["c"]


def test_articles_are_published_or_new_versions() -> None:
    moments = articles_as_moments([("b", ORIGINS["b"], 2), ("a", ORIGINS["a"], 1)])
    assert [moment.what for moment in moments] == [Happening.PUBLISHED, Happening.NEW_VERSION]


def test_a_day_without_moments_is_one_where_something_was_said() -> None:
    assert days_of((), Counter({"2026-11-20": 3, "": 1})) == (("2026-11-20", ()), ("", ()))


def test_hostile_words_stay_words_on_the_page() -> None:
    class Seen(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.tags: set[str] = set()

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            self.tags.add(tag)

    moments = moments_of([claim(appearance(end("a", "<script>x</script>", "<img onerror=x>")))], ORIGINS)
    seen = Seen()
    seen.feed(timeline_page_of(moments, Counter({"2026-11-20": 1}), "<iframe>"))
    assert not seen.tags & {"script", "img", "iframe"}
    assert {"svg", "ol"} <= seen.tags
