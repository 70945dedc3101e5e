from html.parser import HTMLParser

from tests.samples import make_article, make_statement

from allegedly.export.sourcing import SourceSort, audit_sources, audit_to_json, source_sort, sources_page_of, whole_of
from allegedly.model import Attribution, Origin, Span, Speaker, SpeakerKind, Statement


def said(source: str, speaker: Speaker | None, outlet: str = "Gazette") -> Statement:
    article = make_article(f"{source} said no.", Origin(outlet=outlet, published="2026-11-20"))
    end = len(source)
    spans = (Span(0, end),) if source else ()
    return make_statement(article, Attribution(spans, (Span(end + 1, end + 5),), (Span(end + 6, end + 8),)), speaker)


GROUP = Speaker(None, SpeakerKind.UNNAMED_GROUP)


def test_each_kind_has_its_sort() -> None:
    named = {kind for kind in SpeakerKind if source_sort(kind) is SourceSort.NAMED}
    assert named == set(SpeakerKind) - {
        SpeakerKind.UNNAMED_PERSON,
        SpeakerKind.UNNAMED_GROUP,
        SpeakerKind.DOCUMENT,
        SpeakerKind.NOBODY,
    }
    assert source_sort(None) is SourceSort.NOBODY


def test_a_plural_group_counts_once_in_an_article() -> None:
    one = said("Officials", GROUP)
    audits = audit_sources([one, one, said("Officials", GROUP, "Post")], lambda statement: "all")
    assert dict(audits[0].counts)[SourceSort.UNNAMED] == 2
    assert (audits[0].repeated, audits[0].articles) == (1, 2)


def test_what_is_unclear_is_in_no_share() -> None:
    unclear = Speaker(None, SpeakerKind.NAMED_PERSON, candidates=("Ana Hale", "B. Ott"))
    audit = audit_sources(
        [said("She", unclear), said("Ana Hale", Speaker("Ana Hale", SpeakerKind.NAMED_PERSON))], lambda _: None
    )[0]
    assert (audit.unclear, audit.total, audit.share(SourceSort.NAMED)) == (1, 1, 1.0)
    assert audit_to_json(audit)["name"] is None


def test_the_most_statements_come_first_and_the_whole_is_the_sum() -> None:
    found = [said("", None, "Post"), said("", None), said("The report", Speaker(None, SpeakerKind.DOCUMENT))]
    audits = audit_sources(found, lambda statement: statement.origin.outlet)
    assert [audit.name for audit in audits] == ["Gazette", "Post"]
    whole = whole_of(audits)
    assert (whole.total, whole.articles, round(whole.share(SourceSort.NOBODY), 2)) == (3, 3, 0.67)


def test_a_hostile_name_stays_text_on_the_page() -> None:
    class Seen(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.tags: set[str] = set()

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            self.tags.add(tag)

    page = sources_page_of(audit_sources([said("", None, "<script>x</script>")], lambda one: one.origin.outlet), "outlet", "none")
    seen = Seen()
    seen.feed(page)
    assert "script" not in seen.tags
    assert "svg" in seen.tags
