"""Bytes of a text file to text: the encoding is found, every byte must fit, and what does not is named with its line.

Everything goes piece by piece: a hundred megabytes in one call would hold the interpreter, and with it the window, for a second.
"""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from bankrm.application.ports.readers import EncodingUnreadable, FileCorrupt, SourceFile

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_CP932_GAPS = re.compile("[\x80\xa0\uf8f0-\uf8f3]")
"""Single bytes that no CP932 text holds, but that Python's codec passes through."""

_MISFITS = re.compile("[\udc80-\udcff]")
_BEYOND_ASCII = re.compile("[^\x00-\x7f]")
_ASCII = bytes(range(128))
_SAMPLE = 500_000
_PIECE, _COUNTED = 100_000, 10_000  # characters or bytes of a piece: what takes a few milliseconds
_HALFWIDTH_KANA = re.compile("[\uff61-\uff9f]")
_DAMAGED_UTF8 = 0.1  # a text that is UTF-8 but for a tenth of its non-ASCII bytes is damaged UTF-8, not CP932


@dataclass(frozen=True, slots=True)
class _Attempt:
    """One decoding: the text, or the line at which it failed and how far it came."""

    encoding: str
    text: str | None
    failed_at: int = 0


def decode(file: SourceFile) -> tuple[str, str]:
    """The text with line ends as they are, and the encoding: utf-8, utf-16-le, utf-16-be, cp932 or euc_jp.

    Raises EncodingUnreadable where no encoding takes every byte, FileCorrupt for bytes that are no text at all.
    """
    content = file.content
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return _whole(file, encoding, content[len(mark) :], lines_before=0)
    if encoding := _utf16_without_mark(content):
        return _whole(file, encoding, content, lines_before=0)
    if b"\0" in content:
        raise FileCorrupt(path=str(file.path), type="text", line=content[: content.index(b"\0")].count(b"\n") + 1)
    return _guessed(file, content)


def even_line_ends(text: str) -> str:
    """Every line end as LF."""
    decoder = io.IncrementalNewlineDecoder(None, translate=True)
    return "".join([*(decoder.decode(piece) for piece in _pieces(text)), decoder.decode("", final=True)])


def _guessed(file: SourceFile, content: bytes) -> tuple[str, str]:
    utf8 = _attempt("utf-8", content)
    if utf8.text is not None:
        return utf8.text, "utf-8"
    if _mostly_utf8(content):
        raise _unreadable(file, utf8, content)
    cp932 = _attempt("cp932", content)
    if cp932.text is not None and not _looks_misread(cp932.text):
        return cp932.text, "cp932"
    euc = _attempt("euc_jp", content)
    if euc.text is not None:
        return euc.text, "euc_jp"
    if cp932.text is not None:
        return cp932.text, "cp932"
    raise _unreadable(file, max(cp932, euc, key=lambda attempt: attempt.failed_at), content)


def _attempt(encoding: str, content: bytes) -> _Attempt:
    try:
        text = _decoded(encoding, content)
    except UnicodeDecodeError as error:
        return _Attempt(encoding, None, error.start)
    gap = _gap(text) if encoding == "cp932" else None
    if gap:
        return _Attempt(encoding, None, len(text[: gap.start()].encode(encoding)))
    return _Attempt(encoding, text)


def _whole(file: SourceFile, encoding: str, content: bytes, lines_before: int) -> tuple[str, str]:
    try:
        return _decoded(encoding, content), encoding
    except UnicodeDecodeError as error:
        before = content[: error.start].decode(encoding, "ignore")
        line = lines_before + before.count("\n") + 1
        raise EncodingUnreadable(path=str(file.path), encoding=encoding, line=line) from error


def _unreadable(file: SourceFile, attempt: _Attempt, content: bytes) -> EncodingUnreadable:
    line = content[: attempt.failed_at].count(b"\n") + 1
    return EncodingUnreadable(path=str(file.path), encoding=attempt.encoding, line=line)


def _mostly_utf8(content: bytes) -> bool:
    """Whether UTF-8 takes nearly all bytes beyond ASCII: then a few are damaged, and CP932 would only make up characters."""
    sample = content[:_SAMPLE]
    misfits = _count(_MISFITS, sample.decode("utf-8", "surrogateescape"))
    return misfits < len(sample.translate(None, _ASCII)) * _DAMAGED_UTF8


def _looks_misread(text: str) -> bool:
    """EUC-JP read as CP932 comes out as half-width katakana."""
    sample = text[:_SAMPLE]
    return _count(_HALFWIDTH_KANA, sample) > _count(_BEYOND_ASCII, sample) * 0.3


def _decoded(encoding: str, content: bytes) -> str:
    """The whole text. Raises UnicodeDecodeError, whose `start` counts in the whole."""
    decoder = codecs.getincrementaldecoder(encoding)()
    pieces = []
    for place in range(0, len(content), _PIECE):
        held = len(decoder.getstate()[0])  # the first half of a character that the last piece ended in
        try:
            pieces.append(decoder.decode(content[place : place + _PIECE], final=place + _PIECE >= len(content)))
        except UnicodeDecodeError as error:
            start = place - held + error.start
            raise UnicodeDecodeError(encoding, content, start, start + 1, error.reason) from error
    return "".join(pieces)


def _gap(text: str) -> re.Match[str] | None:
    """The first character that no CP932 text holds."""
    found = (_CP932_GAPS.search(text, place, place + _PIECE) for place in range(0, len(text), _PIECE))
    return next((match for match in found if match), None)


def _count(pattern: re.Pattern[str], text: str) -> int:
    """How many characters of a kind."""
    return sum(len(pattern.findall(piece)) for piece in _pieces(text, _COUNTED))


def _pieces(text: str, size: int = _PIECE) -> Iterator[str]:
    return (text[place : place + size] for place in range(0, len(text), size))


def _utf16_without_mark(content: bytes) -> str:
    """UTF-16 shows in a table by the zero bytes of its commas, digits and line ends, all at odd or all at even places."""
    sample = content[:4096]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if even + odd < len(sample) / 20:
        return ""
    if even == 0:
        return "utf-16-le"
    return "utf-16-be" if odd == 0 else ""
