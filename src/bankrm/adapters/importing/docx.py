"""Word documents: the text that a reader sees, in its order; nothing deleted, hidden or beside the text.

WordprocessingML, ISO/IEC 29500-1 §17. Left out: tracked deletions and moves away (w:del, w:moveFrom), hidden text (w:vanish, also by
style), comments, field codes, the reading above a word (w:rt). Headers, footers and notes follow after the body, each once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from bankrm.adapters.importing.archive import OfficeArchive
from bankrm.adapters.importing.legibility import is_broken
from bankrm.adapters.importing.pages import Extracted, Page
from bankrm.application.ports.readers import NoReadableText, SourceFile

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LEFT_OUT = frozenset(
    {"del", "moveFrom", "delText", "instrText", "delInstrText", "rt", "rPr", "pPr", "comment", "commentReference"}
)
_MARKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_CELL_GAP = "\u3000"


def read_docx(file: SourceFile) -> Extracted:
    """Body, then headers, footers and notes, as one page without a number.

    Raises FileEncrypted, FileCorrupt, FileHostile and NoReadableText.
    """
    archive = OfficeArchive(file)
    if "word/document.xml" not in archive.names:
        raise archive.corrupt()
    visible = _Visible(_hidden_styles(archive))
    body = visible.text(_normalised(archive.xml("word/document.xml")))
    margins = (visible.text(_normalised(archive.xml(name))) for name in _margin_parts(archive))
    text = "\n\n".join(dict.fromkeys(part.strip("\n") for part in (body, *margins) if part.strip()))
    if not text:
        raise NoReadableText(path=str(file.path), reason="no_text")
    if is_broken(text):
        raise NoReadableText(path=str(file.path), reason="broken_encoding")
    return Extracted((Page(None, text),))


def _margin_parts(archive: OfficeArchive) -> list[str]:
    return sorted(
        name for name in archive.names if re.fullmatch(r"word/(?:header|footer|footnotes|endnotes)[0-9]*\.xml", name)
    )


def _normalised(root: Element) -> Element:
    """The strict variant of the format with the names of the usual one."""
    if root.tag.startswith(_STRICT):
        for element in root.iter():
            element.tag = element.tag.replace(_STRICT, _W)
            element.attrib = {key.replace(_STRICT, _W): value for key, value in element.attrib.items()}
    return root


def _hidden_styles(archive: OfficeArchive) -> frozenset[str]:
    """Styles that hide their text, by themselves or through the style that they are based on."""
    if "word/styles.xml" not in archive.names:
        return frozenset()
    based_on, hidden = {}, set()
    for style in _normalised(archive.xml("word/styles.xml")).iter(f"{_W}style"):
        name = style.get(f"{_W}styleId", "")
        base = style.find(f"{_W}basedOn")
        based_on[name] = base.get(f"{_W}val", "") if base is not None else ""
        if _is_hidden(style.find(f"{_W}rPr")):
            hidden.add(name)
    for _ in range(10):
        hidden |= {name for name, base in based_on.items() if base in hidden}
    return frozenset(hidden)


def _is_hidden(properties: Element | None) -> bool:
    if properties is None:
        return False
    vanish = properties.find(f"{_W}vanish")
    return vanish is not None and vanish.get(f"{_W}val", "true") not in ("0", "false", "off")


class _Visible:
    """Walks one part. Field codes stand between `begin` and `separate`, across runs and paragraphs."""

    def __init__(self, hidden_styles: frozenset[str]) -> None:
        self._hidden_styles = hidden_styles
        self._paragraph_hidden = False
        self._fields: list[bool] = []  # per open field, whether its code is being passed

    def text(self, root: Element) -> str:
        self._fields = []
        return "".join(self._walk(root))

    def _walk(self, element: Element) -> Iterator[str]:
        name = element.tag.removeprefix(_W) if element.tag.startswith(_W) else ""
        if name in _LEFT_OUT or element.tag == _FALLBACK:
            return
        if name == "fldChar":
            self._pass_field(element.get(f"{_W}fldCharType", ""))
        elif name == "p":
            yield from self._paragraph(element)
        elif name == "tr":
            yield from self._row(element)
        elif name == "r":
            yield from self._run(element)
        elif name == "t":
            yield element.text or ""
        elif name in _MARKS:
            yield _MARKS[name]
        else:
            yield from self._children(element)

    def _children(self, element: Element) -> Iterator[str]:
        for child in element:
            yield from self._walk(child)

    def _paragraph(self, paragraph: Element) -> Iterator[str]:
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        outer, self._paragraph_hidden = self._paragraph_hidden, self._hides(style)
        yield from self._children(paragraph)
        self._paragraph_hidden = outer
        mark = paragraph.find(f"{_W}pPr/{_W}rPr")
        joined = mark is not None and (mark.find(f"{_W}del") is not None or mark.find(f"{_W}moveFrom") is not None)
        if not joined:
            yield "\n"

    def _row(self, row: Element) -> Iterator[str]:
        properties = row.find(f"{_W}trPr")
        if properties is not None and any(properties.find(f"{_W}{mark}") is not None for mark in ("del", "hidden")):
            return
        cells = ("".join(self._children(cell)).strip("\n") for cell in _cells(row) if not _is_deleted_cell(cell))
        yield _CELL_GAP.join(cells) + "\n"

    def _run(self, run: Element) -> Iterator[str]:
        properties = run.find(f"{_W}rPr")
        style = properties.find(f"{_W}rStyle") if properties is not None else None
        hidden = self._paragraph_hidden or _is_hidden(properties) or self._hides(style)
        for piece in self._children(run):
            if not hidden and not any(self._fields):
                yield piece

    def _hides(self, style: Element | None) -> bool:
        return style is not None and style.get(f"{_W}val", "") in self._hidden_styles

    def _pass_field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(True)
        elif self._fields and kind == "separate":
            self._fields[-1] = False
        elif self._fields and kind == "end":
            self._fields.pop()


def _cells(row: Element) -> Iterator[Element]:
    """Cells of this row, also those inside content controls; not those of tables inside the cells."""
    for child in row:
        if child.tag == f"{_W}tc":
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}customXml", f"{_W}ins"):
            yield from _cells(child)


def _is_deleted_cell(cell: Element) -> bool:
    return cell.find(f"{_W}tcPr/{_W}cellDel") is not None
