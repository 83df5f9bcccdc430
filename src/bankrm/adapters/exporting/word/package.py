"""The .docx file itself: the same document gives the same bytes, whenever and wherever it is written."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import quoteattr

from docx.document import Document

from bankrm.adapters.exporting.word.page import FONT, FONT_SUBSTITUTES

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip entry can bear
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FONT_TABLE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    f'<w:fonts xmlns:w="{_W}"><w:font w:name={quoteattr(FONT)}><w:altName w:val={quoteattr(FONT_SUBSTITUTES)}/>'
    '<w:charset w:val="80"/><w:family w:val="modern"/><w:pitch w:val="variable"/></w:font></w:fonts>'
)


def file_bytes(document: Document) -> bytes:
    """Pack a document without the template's preview picture, with our font table and without the hour of writing."""
    package = document.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype.endswith("/thumbnail"):
            del package.rels[key]
    written = io.BytesIO()
    document.save(written)
    fixed = io.BytesIO()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = _FONT_TABLE.encode() if name == "word/fontTable.xml" else source.read(name)
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, 0o600 << 16, 3
            target.writestr(entry, content)
    return fixed.getvalue()
