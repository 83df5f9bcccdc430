"""Text files, decoded strictly."""

from __future__ import annotations

from bankrm.adapters.importing.decoding import decode
from bankrm.adapters.importing.legibility import is_broken
from bankrm.adapters.importing.pages import Extracted, Page
from bankrm.application.ports.readers import FileTooLarge, NoReadableText, SourceFile

_MOST_BYTES = 20_000_000


def read_plain_text(file: SourceFile) -> Extracted:
    """The text as one page without a number. Raises EncodingUnreadable, FileCorrupt, FileTooLarge, NoReadableText."""
    if len(file.content) > _MOST_BYTES:
        raise FileTooLarge(path=str(file.path), size=len(file.content), limit=_MOST_BYTES)
    text, _ = decode(file)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")
    if is_broken(text):
        raise NoReadableText(path=str(file.path), reason="broken_encoding")
    return Extracted((Page(None, text),))
