"""Files as banks and clients hand them over, made by the real libraries."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from openpyxl import Workbook
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfgen.canvas import Canvas

from bankrm.application.ports.readers import KnownClients, ReadRow, SourceFile
from bankrm.domain.clients import ClientKey

PROFILES = Path(__file__).parents[2] / "resources" / "profiles"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


class AnyClient(KnownClients):
    """Knows every key, and no names."""

    def resolve(self, key: ClientKey) -> ClientKey | None:
        return key

    def with_cif(self, cif: str) -> tuple[ClientKey, ...]:  # noqa: ARG002
        return ()

    def named_in(self, text: str) -> tuple[ClientKey, ...]:  # noqa: ARG002
        return ()


def saved(folder: Path, name: str, content: bytes | str, encoding: str = "cp932") -> SourceFile:
    """A file of these bytes, or of this text with CRLF."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.replace("\n", "\r\n").encode(encoding))
    return SourceFile(path)


def reasons(rows: Iterable[ReadRow]) -> list[tuple[int | None, str, str]]:
    """Line, reason and column of every error."""
    return [(finding.line, finding.reason, finding.column) for row in rows for finding in row.errors]


def excel(
    folder: Path, rows: Sequence[Sequence[object]], name: str = "table.xlsx", merge: Sequence[str] = ()
) -> SourceFile:
    """A workbook with one sheet."""
    book = Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(list(row))
    for cells in merge:
        sheet.merge_cells(cells)
    book.save(folder / name)
    return SourceFile(folder / name)


def word(folder: Path, body: str, name: str = "paper.docx", **parts: str) -> SourceFile:
    """A Word file with this WordprocessingML as its body; `parts` are further files in word/ (header1, styles)."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        for part, xml in parts.items():
            archive.writestr(f"word/{part}.xml", xml)
    return saved(folder, name, content.getvalue())


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def pdf(
    folder: Path, pages: Sequence[Sequence[str]], name: str = "paper.pdf", *, vertical: bool = False, password: str | None = None,
    title: str = "",
) -> SourceFile:  # fmt: skip
    """A PDF with these lines; a page without lines holds a picture only."""
    content = io.BytesIO()
    canvas = Canvas(content, encrypt=password, invariant=1)
    canvas.setTitle(title)
    font = UnicodeCIDFont("HeiseiMin-W3", isVertical=vertical)
    registerFont(font)
    for lines in pages:
        canvas.setFont(font.fontName, 11)
        for place, line in enumerate(lines):
            canvas.drawString(60, 780 - 18 * place, line)
        if not lines:
            _draw_picture(canvas)
        canvas.showPage()
    canvas.save()
    return saved(folder, name, content.getvalue())


def _draw_picture(canvas: Canvas) -> None:
    from PIL import Image  # reportlab brings it

    canvas.drawImage(_reader(Image.new("L", (8, 8), 128)), 60, 60, 400, 600)


def _reader(image: object) -> object:
    from reportlab.lib.utils import ImageReader

    return ImageReader(image)
