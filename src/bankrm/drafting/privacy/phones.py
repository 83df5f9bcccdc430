"""Telephone numbers in the forms used in Japan: with hyphens, brackets, spaces or none, +81, free dial, local after TEL."""

from __future__ import annotations

from collections.abc import Iterator

from bankrm.drafting.privacy.reading import ReadText
from bankrm.drafting.privacy.spans import PrivateKind, PrivateSpan
from bankrm.language.patterns import pattern

_SEP = r"[-ー―‐・. ]"
_MARK = r"(?:TEL|Tel|tel|℡|☎|電話(?:番号)?|携帯(?:電話)?(?:番号)?|連絡先|直通|FAX|Fax|fax|ファックス|ファクス|ファクシミリ)(?:は|が)?[\s::./()]*"
_WRITTEN = pattern(
    rf"(?<![\d,-])(?<!\d\.)(?:\+81{_SEP}?(?:\(0\))?\d{{1,4}}|\(0\d{{1,4}}\)|0\d{{1,4}})(?:{_SEP}|\(|(?<=\)))?\d{{1,4}}(?:{_SEP}|\))?\d{{3,4}}(?![\d,]|{_SEP}\d|\s?(?:円|千円|万|億|件|株))"
)
_BARE_LAND_LINE = pattern(r"0[1-9]\d{8}")
_AFTER_MARK = pattern(rf"{_MARK}(\d{{2,4}}{_SEP}\d{{4}}|0\d{{9,10}})(?![\d-])")
_MARKED = pattern(rf"{_MARK}$")
_MOBILE = ("050", "060", "070", "080", "090", "0800")


def phones(text: ReadText) -> Iterator[PrivateSpan]:
    """Each telephone or fax number. Ten digits in a row need a word before them that says so: they may be any number."""
    folded = text.folded
    for match in _WRITTEN.finditer(folded.text):
        bare = _BARE_LAND_LINE.fullmatch(match.group()) is not None
        if _is_number(match.group()) and (not bare or _MARKED.search(folded.text[: match.start()])):
            start, end = folded.span(*match.span())
            yield PrivateSpan(start, end, PrivateKind.PHONE)
    for start, end in text.matches(_AFTER_MARK, 1):
        yield PrivateSpan(start, end, PrivateKind.PHONE)


def _is_number(written: str) -> bool:
    """Whether the digits are as many as a number has: ten, for mobile phones and 0800 eleven."""
    digits = "".join(c for c in written if c.isdigit())
    if written.startswith("+81"):
        digits = "0" + digits[2:].lstrip("0")
    return len(digits) == (11 if digits.startswith(_MOBILE) else 10) and digits[1] != "0"
