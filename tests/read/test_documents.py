"""Word and PDF documents: paragraphs, kinds, properties, and what is refused."""

from __future__ import annotations

import importlib
import io
import time
import zipfile

import pytest
from tests.read.documents import docx, paragraph, pdf, set_lines

from allegedly.errors import ReadError
from allegedly.model import Article, Origin, Skipped
from allegedly.read import read, read_all

LONG = "The old bridge in Orlec is unsafe, the mayor said on Friday, and nobody may cross it."


def blocks(article: Article) -> list[tuple[str, str]]:
    return [(block.kind.value, block.span.of(article.text)) for block in article.blocks]


def reason(data: bytes, name: str = "story.bin") -> str:
    (found,) = read_all(data, Origin(name=name))
    assert isinstance(found, Skipped)
    return found.reason


def test_a_word_document_is_read_by_its_styles() -> None:
    body = "".join(
        (
            paragraph("Bridge shut  for a week", "Titel"),
            paragraph("Traffic goes through the valley", "Untertitel"),
            paragraph(LONG),
            paragraph("Long repairs", "berschrift1"),
            paragraph("“No,” she said.", more="<w:r><w:br/><w:t>Then she left &amp; </w:t></w:r><w:r><w:t>went</w:t></w:r>"),
            "<w:tbl><w:tr><w:tc>" + paragraph("A cell.") + "</w:tc></w:tr></w:tbl>",
            "<w:sdt><w:sdtContent>" + paragraph("Buses go.", "Listenabsatz") + "</w:sdtContent></w:sdt>",
            paragraph("The bridge. Photo: Jo Field", "Beschriftung"),
            paragraph("Kept.", more="<w:del><w:r><w:delText>Gone.</w:delText><w:t>Gone.</w:t></w:r></w:del>"),
            paragraph("", more="<w:ins><w:r><w:t>Put in.</w:t></w:r></w:ins>"),
        )
    )
    found = read(docx(body), Origin(name="story.docx"))
    assert blocks(found) == [
        ("headline", "Bridge shut for a week"),
        ("standfirst", "Traffic goes through the valley"),
        ("paragraph", LONG),
        ("subheading", "Long repairs"),
        ("paragraph", "“No,” she said.\nThen she left & went"),
        ("list item", "Buses go."),
        ("caption", "The bridge. Photo: Jo Field"),
        ("paragraph", "Kept."),
        ("paragraph", "Put in."),
    ]
    assert (found.origin.title, found.origin.authors) == ("Bridge shut for a week", ("Ana Brook", "Jo Field"))
    assert found.origin.published == "2026-11-20T09:15:00Z"
    assert "1 table of the document left out" in found.capture.notes


def test_a_word_document_without_a_title_has_that_of_its_properties() -> None:
    found = read(docx(paragraph(LONG)), Origin(name="whatever"))
    assert found.origin.title == "Draft 3"
    assert "title, authors, published from the document's properties" in found.capture.notes


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (docx(""), "a Word document without text"),
        (docx("<w:p>"), "word/document.xml is not well-formed"),
        (docx(paragraph("a " * 26_000_000)), "word/document.xml is larger than 50 MB"),
    ],
    ids=["empty", "broken", "bomb"],
)
def test_a_word_document_without_text_is_refused(data: bytes, said: str) -> None:
    assert said in reason(data)


def test_entities_of_a_word_document_are_not_expanded() -> None:
    inner = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha"}">' for n in range(12))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        document = f"<!DOCTYPE w [{inner}]><document><body><p><r><t>&e11;</t></r></p></body></document>"
        package.writestr("word/document.xml", document)
    assert "a Word document" in reason(out.getvalue())


def test_another_zip_archive_is_still_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("story.txt", LONG)
    assert "ZIP archive" in reason(out.getvalue())


class TestPdf:
    """Documents with a text layer."""

    @pytest.fixture(autouse=True)
    def _installed(self) -> None:
        pytest.importorskip("pypdf", reason="PDF needs pypdf, which the extra 'documents' installs")

    def test_lines_become_paragraphs(self) -> None:
        lines = [
            "The old bridge in Orlec is unsafe, the mayor said on Friday, and no-",
            "body may cross it until the council decides what is to be done about",
            "the long-term repairs of which (she added) nothing is known.",
            "",
            "“We had no choice,” said the head of the department for long-",
            "term planning, who had warned of the cracks for many years.",
        ]
        top = [(72.0, 800.0, 20.0, "Bridge shut for a week")]
        found = read(pdf([[*top, *set_lines(lines, top=760)]], "/Title(story.docx)/Author(Ana Brook)"), Origin(name="a.pdf"))
        assert blocks(found) == [
            ("headline", "Bridge shut for a week"),
            (
                "paragraph",
                "The old bridge in Orlec is unsafe, the mayor said on Friday, and nobody may cross it until the council decides "
                "what is to be done about the long-term repairs of which (she added) nothing is known.",
            ),
            (
                "paragraph",
                "“We had no choice,” said the head of the department for long-term planning, who had warned of the cracks for "
                "many years.",
            ),
        ]
        assert (found.origin.title, found.origin.authors) == ("Bridge shut for a week", ("Ana Brook",))

    def test_dates_are_those_of_the_document(self) -> None:
        made = pdf([set_lines([LONG])], "/CreationDate(D:20261120091500+01'00')/Title(Bridge shut)")
        origin = read(made, Origin()).origin
        assert (origin.published, origin.title) == ("2026-11-20T09:15:00+01:00", "Bridge shut")

    def test_headers_footers_and_page_numbers_go_and_sentences_go_on(self) -> None:
        pages = []
        for number, what in enumerate(("mayor", "council", "inspector", "opposition"), start=1):
            body = [f"The {what} spoke first, in a line that is long enough to be one of many,", f"said the {what}."]
            pages.append(
                [
                    (72.0, 820.0, 9.0, "Orlec Courier, 20 November 2026"),
                    *set_lines([*body, "", f"until the end of page {number}, where the {what} is not at its end and"], top=780),
                    (290.0, 30.0, 9.0, f"Page {number} of 4"),
                ]
            )
        text = read(pdf(pages), Origin()).text
        assert "Orlec Courier" not in text
        assert "of 4" not in text
        assert "mayor is not at its end and The council spoke first" in text
        assert "many, said the mayor." in text

    def test_an_indent_begins_a_paragraph(self) -> None:
        lines = set_lines([LONG, LONG, LONG, LONG])
        x, y, size, words = lines[2]
        lines[2] = (x + 18, y, size, words)
        assert [words for _, words in blocks(read(pdf([lines]), Origin()))] == [f"{LONG} {LONG}", f"{LONG} {LONG}"]

    @pytest.mark.parametrize(
        ("data", "said"),
        [
            (pdf([[]]), "a PDF document without a text layer"),
            (b"%PDF-1.7\nnothing", "a PDF document that cannot be read"),
            (pdf([set_lines([LONG])])[:400], "a PDF document"),
        ],
        ids=["scan", "no document", "cut off"],
    )
    def test_what_has_no_text_is_refused(self, data: bytes, said: str) -> None:
        assert reason(data).startswith(said)

    def test_an_encrypted_one_is_refused(self) -> None:
        library = importlib.import_module("pypdf")
        writer = library.PdfWriter(clone_from=io.BytesIO(pdf([set_lines([LONG])])))
        writer.encrypt("secret", algorithm="RC4-128")
        out = io.BytesIO()
        writer.write(out)
        assert reason(out.getvalue()) == "an encrypted PDF document, expected one that opens without a password"
        writer = library.PdfWriter(clone_from=io.BytesIO(pdf([set_lines([LONG])])))
        writer.encrypt("", owner_password="secret", algorithm="RC4-128")
        out = io.BytesIO()
        writer.write(out)
        assert read(out.getvalue(), Origin()).text == LONG

    def test_a_tree_that_leads_to_a_million_pages_is_read_in_part(self) -> None:
        data = pdf([set_lines([LONG])])
        nodes = b"".join(
            f"{20 + level} 0 obj<</Type/Pages/Kids[{f'{21 + level} 0 R ' * 10}]/Count 10>>endobj\n".encode() for level in range(6)
        )
        nodes += b"26 0 obj<</Type/Page/Contents 5 0 R/Resources<</Font<</F1 3 0 R>>>>>>endobj\n"
        data = data.replace(b"/Pages 2 0 R", b"/Pages 20 0 R").replace(b"%PDF-1.7\n", b"%PDF-1.7\n" + nodes)
        start = time.process_time()
        (found,) = read_all(data, Origin())
        assert time.process_time() - start < 10
        assert isinstance(found, Article | Skipped)
        if isinstance(found, Article):
            assert any("too long to be read whole" in note for note in found.capture.notes)


def test_what_is_missing_is_named_with_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = {"pypdf", "pyarrow", "pyarrow.parquet"}
    real = importlib.import_module

    def without(name: str, package: str | None = None) -> object:
        if name in wanted:
            raise ImportError(name)
        return real(name, package)

    for module in ("allegedly.read.pdf_document", "allegedly.read.parquet"):
        monkeypatch.setattr(real(module), "import_module", without)
    assert reason(pdf([])).endswith("pip install 'allegedly[documents]'")
    assert reason(b"PAR1....PAR1").endswith("pip install 'allegedly[parquet]'")
    with pytest.raises(ReadError, match="documents"):
        read(pdf([]), Origin())
