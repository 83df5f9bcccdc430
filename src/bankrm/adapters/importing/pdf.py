"""PDF by pypdf, page by page. What cannot be read for sure is named and never cited.

How far a stream may expand and how deep it may nest is limited by pypdf itself (75 MB a stream).
"""

from __future__ import annotations

import io
import logging
from collections import Counter
from collections.abc import Iterator
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, LimitReachedError, PyPdfError
from pypdf.generic import DictionaryObject, IndirectObject

from bankrm.adapters.importing.legibility import is_broken, is_vertical
from bankrm.adapters.importing.pages import Extracted, Page, tidy_pages
from bankrm.application.ports.readers import (
    FileCorrupt,
    FileEncrypted,
    FileHostile,
    FileTooLarge,
    Finding,
    NoReadableText,
    SourceFile,
)

_MOST_PAGES = 2_000
_MOST_BYTES = 100_000_000
_MOST_CHARACTERS = 200_000  # of one page
_UNREADABLE_SHARE = 0.05
_BROKEN = (PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, AssertionError, OverflowError, RecursionError,
           NotImplementedError, OSError, UnicodeError)  # fmt: skip
_PREDEFINED = ("90ms-RKSJ", "UniJIS-UTF16", "UniJIS-UCS2", "UniGB", "UniCNS", "UniKS")
"""CMaps whose codes are characters; of all others only /ToUnicode tells the characters."""


class _Complaints(logging.Handler):
    """Counts what pypdf passes over while it draws a page, and lets nobody see it: it may quote the file."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        """One more, where it comes from the drawing of a page."""
        self.count += record.name == "pypdf._page"


_COMPLAINTS = _Complaints()
logging.getLogger("pypdf").addHandler(_COMPLAINTS)
logging.getLogger("pypdf").propagate = False


def read_pdf(file: SourceFile) -> Extracted:
    """All pages with their text as stored.

    Raises FileEncrypted, FileCorrupt, FileTooLarge, FileHostile (decompression_limit) and NoReadableText; single pages that
    cannot be read are warnings with their number.
    """
    if len(file.content) > _MOST_BYTES:
        raise FileTooLarge(path=str(file.path), size=len(file.content), limit=_MOST_BYTES)
    try:
        reader = _opened(file)
        pages = tuple(_page(number, page) for number, page in enumerate(reader.pages, 1))
        title = _title(reader)
    except LimitReachedError as error:
        raise FileHostile(path=str(file.path), reason="decompression_limit") from error
    except _BROKEN as error:
        raise FileCorrupt(path=str(file.path), type="pdf") from error
    return _checked(file, pages, title)


def _opened(file: SourceFile) -> PdfReader:
    reader = PdfReader(io.BytesIO(file.content))
    if reader.is_encrypted and not _opens_without_password(reader):
        raise FileEncrypted(path=str(file.path))
    if len(reader.pages) > _MOST_PAGES:
        raise FileTooLarge(path=str(file.path), size=len(reader.pages), limit=_MOST_PAGES)
    return reader


def _opens_without_password(reader: PdfReader) -> bool:
    """Some files are only protected against changes: they open with the empty password."""
    try:
        return bool(reader.decrypt(""))
    except (DependencyError, NotImplementedError):
        return False


def _page(number: int, page: PageObject) -> Page:
    fonts = _fonts(page)
    vertical = [name for name, font in fonts.items() if _is_vertical_font(font)]
    unmapped = [name for name, font in fonts.items() if not _maps_to_characters(font)]
    shares = _font_shares(page, fonts) if vertical or unmapped else Counter()
    before = _COMPLAINTS.count
    text = page.extract_text()[:_MOST_CHARACTERS]
    problem = "page_incomplete" if _COMPLAINTS.count > before else ""
    if not text.strip() and not problem:
        problem = "no_text_layer" if _has_images(page) else "blank_page"
    elif _share(shares, unmapped) > _UNREADABLE_SHARE or is_broken(text):
        problem = "broken_encoding"
    elif _share(shares, vertical) > _UNREADABLE_SHARE or is_vertical(text):
        problem = "vertical_text"
    return Page(number, "" if problem else text, problem)


def _checked(file: SourceFile, raw: tuple[Page, ...], title: str) -> Extracted:
    problems = Counter(page.problem for page in raw if page.problem)
    if len(raw) == problems.total():
        del problems["blank_page"]
        raise NoReadableText(path=str(file.path), reason=problems.most_common(1)[0][0] if problems else "no_text")
    unreadable = (page for page in raw if page.problem and page.problem != "blank_page")
    warnings = tuple(Finding(page.problem, page.number) for page in unreadable)
    return Extracted(tidy_pages(raw), title, warnings=warnings)


def _title(reader: PdfReader) -> str:
    title = reader.metadata.title if reader.metadata else None
    return title if isinstance(title, str) else ""


def _resources(page: PageObject, kind: str) -> DictionaryObject:
    resources = _resolved(page.get("/Resources"))
    found = _resolved(resources.get(kind)) if isinstance(resources, DictionaryObject) else None
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def _resolved(value: Any) -> Any:
    return value.get_object() if isinstance(value, IndirectObject) else value


def _fonts(page: PageObject) -> dict[str, DictionaryObject]:
    """Fonts of the page and of the forms it draws, by base font name and encoding."""
    found: dict[str, DictionaryObject] = {}
    for holder in (page, *_forms(page)):
        for font in _resources(holder, "/Font").values():
            resolved = _resolved(font)
            if isinstance(resolved, DictionaryObject):
                found[_font_name(resolved)] = resolved
    return found


def _forms(page: PageObject) -> Iterator[Any]:
    for value in _resources(page, "/XObject").values():
        form = _resolved(value)
        if isinstance(form, DictionaryObject) and form.get("/Subtype") == "/Form":
            yield form


def _has_images(page: PageObject) -> bool:
    return any(_resolved(value).get("/Subtype") == "/Image" for value in _resources(page, "/XObject").values())


def _font_name(font: DictionaryObject) -> str:
    return f"{font.get('/BaseFont')}|{_encoding(font)}|{'/ToUnicode' in font}"


def _encoding(font: DictionaryObject) -> str:
    encoding = _resolved(font.get("/Encoding"))
    if isinstance(encoding, DictionaryObject):  # an embedded CMap
        return str(encoding.get("/CMapName", "")) + ("-V" if encoding.get("/WMode") == 1 else "")
    return str(encoding or "")


def _is_vertical_font(font: DictionaryObject) -> bool:
    return font.get("/Subtype") == "/Type0" and _encoding(font).endswith("-V")


def _maps_to_characters(font: DictionaryObject) -> bool:
    """Whether a font tells its characters: simple fonts by their encoding, composite ones by /ToUnicode or a known CMap."""
    if font.get("/Subtype") != "/Type0" or "/ToUnicode" in font:
        return True
    return _encoding(font).removeprefix("/").startswith(_PREDEFINED)


def _font_shares(page: PageObject, fonts: dict[str, DictionaryObject]) -> Counter[str]:
    """Characters drawn by each font."""
    counts: Counter[str] = Counter()

    def count(text: str, _cm: Any, _tm: Any, font: Any, _size: Any) -> None:
        if isinstance(font, DictionaryObject):
            counts[_font_name(font)] += len(text.strip())

    page.extract_text(visitor_text=count)
    return Counter({name: number for name, number in counts.items() if name in fonts})


def _share(shares: Counter[str], names: list[str]) -> float:
    total = shares.total()
    return sum(shares[name] for name in names) / total if total else float(bool(names))
