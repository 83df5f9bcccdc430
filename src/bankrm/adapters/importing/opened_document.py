"""A PDF, Word, text or mail file: one document with its passages, and a product where it describes one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from bankrm.adapters.importing.legibility import is_legible
from bankrm.adapters.importing.pages import Extracted, Page, passages
from bankrm.adapters.importing.product_labels import Labels, is_labelled, read_labels
from bankrm.application.ports.readers import Finding, KnownClients, NoReadableText, ReadRow, SourceFile
from bankrm.domain.clients import ClientKey
from bankrm.domain.days import may_be_recorded
from bankrm.domain.documents import Document, DocumentKind, Passage

_KEY = re.compile(r"(?<![0-9A-Z])([0-9]{3})-([0-9A-Z]{4,12})(?![0-9A-Z])")
_CIF = re.compile(r"(?<![0-9A-Z])[0-9]{4,12}(?![0-9A-Z])")
_FILE_TITLE = re.compile(
    r"\.(?:docx?|xlsx?|pptx?|pdf|txt|jtd)$|^(?:microsoft|untitled|無題|新規|document|文書 ?[0-9])", re.IGNORECASE
)
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")  # half of a surrogate pair
_LETTERS = re.compile(r"[^\W\d_]")
_LONGEST_TITLE = 60
_HEAD = 300  # characters: title, addressee, sender


@dataclass(frozen=True, slots=True)
class _Owner:
    """Whose document it is; `doubt` says why nobody's, with the clients that came into question."""

    client: ClientKey | None = None
    doubt: str = ""
    candidates: tuple[ClientKey, ...] = ()


class OpenedDocument:
    """Read as a whole when its one row is asked for."""

    profile = ""
    rank = 2
    total: int | None = 1

    def __init__(self, kind: str, file: SourceFile, read: Callable[[SourceFile], Extracted]) -> None:
        self.type, self._file, self._read = kind, file, read
        self.warnings: tuple[Finding, ...] = ()

    def rows(self, clients: KnownClients) -> Iterator[ReadRow]:
        """The document. Raises ImportRefused, NoReadableText where no passage can be cited."""
        extracted = _storable(self._read(self._file))
        found, unreadable = _cited(extracted.pages)
        if not found:
            raise NoReadableText(path=str(self._file.path), reason="no_text")
        texts = [page.text for page in extracted.pages]
        labels = read_labels(texts)
        owner = _Owner() if labels.is_own_document else _owner(self._file, "\n".join(texts), clients)
        document = self._document(extracted, found, labels, owner)
        self.warnings = (*extracted.warnings, *unreadable, *_doubts(owner))
        product = (labels.product(document.ref),) if labels.is_product and owner.client is None else ()
        yield ReadRow(1, (document, *product))

    def _document(self, extracted: Extracted, found: tuple[Passage, ...], labels: Labels, owner: _Owner) -> Document:
        numbered = [page.number for page in extracted.pages if page.number is not None]
        return Document(
            ref=_HALF_CHARACTER.sub("\ufffd", self._file.place.as_posix()),
            title=_title(extracted, labels, self._file),
            kind=_kind(labels, owner),
            sha256=self._file.sha256,
            passages=found,
            client=owner.client,
            owner=labels.first("owner"),
            issued=_plausible(extracted.issued) or _plausible(labels.day("issued", last=False)),
            valid_until=_plausible(labels.day("valid_until", last=True)),
            pages=len(numbered) or None,
            product=labels.first("name") if labels.is_product else "",
        )


def _plausible(day: date | None) -> date | None:
    """A day that a document may bear; none for a stand-in (9999-12-31) or a broken clock."""
    return day if day and may_be_recorded(day) else None


def _storable(extracted: Extracted) -> Extracted:
    """Half characters, which no store and no file can hold, as the sign for what cannot be read; spans stay true."""
    pages = tuple(replace(page, text=_HALF_CHARACTER.sub("\ufffd", page.text)) for page in extracted.pages)
    return replace(extracted, pages=pages, title=_HALF_CHARACTER.sub("\ufffd", extracted.title))


def _cited(pages: tuple[Page, ...]) -> tuple[tuple[Passage, ...], tuple[Finding, ...]]:
    """Passages that can be read, and a finding for each page on which some cannot."""
    found = [passage for page in pages for passage in passages(page)]
    legible = tuple(passage for passage in found if is_legible(passage.text))
    marred = dict.fromkeys(passage.page for passage in found if not is_legible(passage.text))
    return legible, tuple(Finding("unreadable_passages", page) for page in marred)


def _kind(labels: Labels, owner: _Owner) -> DocumentKind:
    if owner.client is not None:
        return DocumentKind.CLIENT
    return DocumentKind.STANDARD if labels.is_own_document or labels.is_product else DocumentKind.PUBLIC


def _owner(file: SourceFile, text: str, clients: KnownClients) -> _Owner:
    """The client that file or folders name, or else the head or the whole of the text names: exactly one, or nobody."""
    by_name, by_text = _named_by_path(file, clients), clients.named_in(text)
    both = tuple(key for key in by_name if key in by_text)
    in_head = () if by_name else clients.named_in(text[:_HEAD])
    for candidates in (by_name, both, in_head, () if by_name else by_text):
        if len(candidates) == 1:
            return _Owner(candidates[0])
    candidates = by_name or by_text
    return _Owner(None, "document_ambiguous" if candidates else "document_unattached", candidates[:10])


def _named_by_path(file: SourceFile, clients: KnownClients) -> tuple[ClientKey, ...]:
    for name in (file.path.stem, *reversed(file.place.parts[:-1])):  # the nearest folder first
        keys = {clients.resolve(ClientKey(*found)) for found in _KEY.findall(name)} - {None}
        keys = keys or {key for cif in _CIF.findall(name) for key in clients.with_cif(cif)}
        keys = keys or set(clients.named_in(name))
        if keys:
            return tuple(sorted(key for key in keys if key))
    return ()


def _doubts(owner: _Owner) -> tuple[Finding, ...]:
    return (Finding(owner.doubt, clients=owner.candidates),) if owner.doubt else ()


def _title(extracted: Extracted, labels: Labels, file: SourceFile) -> str:
    """The title that the file claims where it can also be seen in the text, else a heading with the
    product's name or that name, else the first line, else the file's name."""
    text = "".join("".join(page.text.split()) for page in extracted.pages[:2])
    claimed = " ".join(extracted.title.split())
    if claimed and not _FILE_TITLE.search(claimed) and "".join(claimed.split()) in text:
        return claimed
    lines = [line.strip() for page in extracted.pages[:2] for line in page.text.split("\n")]
    fitting = [line for line in lines if len(_LETTERS.findall(line)) >= 3 and len(line) <= _LONGEST_TITLE]
    if labels.is_product:
        product = labels.first("name")
        return next((line for line in fitting[:3] if product in line and not is_labelled(line)), product)
    return next(iter(fitting), _HALF_CHARACTER.sub("\ufffd", file.path.stem))
