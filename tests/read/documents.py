"""Writes Word and PDF documents for these tests: the least that is one."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STYLES = "".join(
    f'<w:style w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
    for key, name in (
        *(("Titel", "Title"), ("berschrift1", "heading 1"), ("Untertitel", "Subtitle")),
        *(("Beschriftung", "caption"), ("Listenabsatz", "List Paragraph"), ("Zitat", "Intense Quote")),
    )
)
PROPERTIES = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
    "<dc:title>Draft 3</dc:title><dc:creator>Ana Brook; Jo Field</dc:creator>"
    "<dcterms:created>2026-11-20T09:15:00Z</dcterms:created></cp:coreProperties>"
)


def paragraph(words: str, style: str = "", more: str = "") -> str:
    """A paragraph of a Word document; `more` is markup at its end."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r>{more}</w:p>'


def docx(body: str, properties: str = PROPERTIES, styles: str = STYLES) -> bytes:
    """A Word document with this markup in its body."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", f'<w:document xmlns:w="{WORDS}"><w:body>{body}</w:body></w:document>')
        package.writestr("word/styles.xml", f'<w:styles xmlns:w="{WORDS}">{styles}</w:styles>')
        if properties:
            package.writestr("docProps/core.xml", properties)
    return out.getvalue()


def pdf(pages: Iterable[Sequence[tuple[float, float, float, str]]], information: str = "") -> bytes:
    """A PDF document; its pages are lines with `x`, `y`, the size of their letters, and their words in windows-1252."""
    pages = list(pages)
    objects = [b"<</Type/Catalog/Pages 2 0 R>>"]
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects.append(f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]/MediaBox[0 0 595 842]>>".encode())
    objects.append(b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
    for number, lines in enumerate(pages):
        drawn = b"".join(
            f"BT /F1 {size:g} Tf {x:g} {y:g} Td (".encode() + _escaped(words) + b") Tj ET\n" for x, y, size, words in lines
        )
        resources = "<</Font<</F1 3 0 R>>>>"
        objects.append(f"<</Type/Page/Parent 2 0 R/Resources{resources}/Contents {5 + 2 * number} 0 R>>".encode())
        objects.append(f"<</Length {len(drawn)}>>stream\n".encode() + drawn + b"\nendstream")
    objects.append(f"<<{information}>>".encode())
    out = bytearray(b"%PDF-1.7\n")
    starts = []
    for number, body in enumerate(objects, start=1):
        starts.append(len(out))
        out += f"{number} 0 obj".encode() + body + b"endobj\n"
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{start:010d} 00000 n \n".encode() for start in starts)
    out += f"trailer<</Size {len(objects) + 1}/Root 1 0 R/Info {len(objects)} 0 R>>\nstartxref\n{table}\n%%EOF\n".encode()
    return bytes(out)


def set_lines(
    lines: Sequence[str], top: float = 780, left: float = 72, size: float = 11
) -> list[tuple[float, float, float, str]]:
    """`lines` one under the other; an empty one is a wider gap."""
    placed = []
    for line in lines:
        if line:
            placed.append((left, top, size, line))
            top -= size * 1.2
        else:
            top -= size
    return placed


def _escaped(words: str) -> bytes:
    return words.encode("windows-1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
