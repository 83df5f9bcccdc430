"""Evidence to cite, found by words; and where a piece of evidence stands: its record, its page, its text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bankrm.application.ports.clock import Clock
from bankrm.application.ports.unit_of_work import OpenUnitOfWork, UnitOfWork
from bankrm.domain.citing import BANK_SPEAKER, PARTY_NAMES
from bankrm.domain.clients import ClientKey
from bankrm.domain.documents import Document, Passage
from bankrm.domain.dossier import Dossier
from bankrm.domain.errors import NotFound
from bankrm.domain.evidence import Evidence, OriginType
from bankrm.domain.ids import DraftId
from bankrm.domain.interactions import Interaction
from bankrm.domain.reading import read_interaction
from bankrm.drafting.citable import find_pieces
from bankrm.drafting.ports import Hit

Span = tuple[int, int]
FOUND_TEXTS = 30  # so many records and passages are looked through for pieces
PDF = b"%PDF-"
TALK = "interaction:"  # how the index names one


class SearchEvidence:
    """Pieces that a statement of a draft may cite: of its client's records and documents, of the bank's documents, nobody else's."""

    def __init__(self, open_unit_of_work: OpenUnitOfWork, clock: Clock) -> None:
        self._open, self._clock = open_unit_of_work, clock

    def __call__(self, draft: DraftId, query: str, top: int = 20) -> tuple[Evidence, ...]:
        """The best first; nothing for a query without a word. Raises NotFound."""
        if not query.strip():
            return ()
        with self._open() as uow:
            found = uow.drafts.get(draft)
            dossier = uow.records.dossier(found.client, talks=False) if found else None
            if found is None or dossier is None:
                raise NotFound(what="draft", id=draft)
            hits = uow.records.evidence_index(found.client).search(query, FOUND_TEXTS)
            read = _read(uow, dossier, hits)
        own = [piece for _, piece in found.pack]
        return find_pieces(query, hits, read.until(self._clock.today()), own)[:top]


def _read(uow: UnitOfWork, dossier: Dossier, hits: Sequence[Hit]) -> Dossier:
    """The dossier with the talks that a search found, and no others: reading all of them takes long."""
    refs = [hit.id.removeprefix(TALK) for hit in hits if hit.id.startswith(TALK)]
    found = filter(None, (uow.records.interaction(dossier.client.key, ref) for ref in refs))
    return replace(dossier, interactions=tuple(read_interaction(record, dossier.contacts) for record in found))


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """The record that a piece was taken from, as it stands now. `field` names the interaction's attribute that the piece stands in
    (`client_words`, `explanation`, `promises_text`, `handed_over`, `open_points`; empty for the talk as such), `span` its place there.

    `amended`: its words stand there no longer, since the record was amended.
    """

    record: Interaction
    field: str
    span: Span | None
    amended: bool = False

    @property
    def text(self) -> str:
        """The field's whole text."""
        return str(getattr(self.record, self.field)) if self.field else ""


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A page of a PDF: the file's bytes as they were imported, the page (from 1), and the passage to be found on it."""

    title: str
    content: bytes
    page: int
    passage: str


@dataclass(frozen=True, slots=True)
class SourceText:
    """A text with the place of the piece in it: of a document that is no PDF, or of what was recorded in fields or computed."""

    title: str
    text: str
    span: Span | None
    amended: bool = False


AnySource = SourceRecord | SourcePage | SourceText


class ReadSource:
    """Where a piece of evidence stands."""

    def __init__(self, open_unit_of_work: OpenUnitOfWork) -> None:
        self._open = open_unit_of_work

    def __call__(self, client: ClientKey, evidence: Evidence) -> AnySource:
        """As it is kept now; the piece's own text where it is kept no longer."""
        with self._open() as uow:
            match evidence.origin.type:
                case OriginType.INTERACTION:
                    record = uow.records.interaction(client, evidence.origin.ref)
                    return _of_record(record, evidence) if record else _itself(evidence, gone=True)
                case OriginType.PASSAGE:
                    document = uow.records.document(client, evidence.origin.ref)
                    return _of_document(uow, document, evidence) if document else _itself(evidence, gone=True)
        return _itself(evidence)


def _itself(evidence: Evidence, *, gone: bool = False) -> SourceText:
    """What was recorded in a field, or computed, is its own source."""
    head = evidence.text.partition(": ")[0]
    at = evidence.text.find(evidence.body) if evidence.body else -1
    return SourceText(head, evidence.text, (at, at + len(evidence.body)) if at >= 0 else None, gone)


def _of_record(record: Interaction, evidence: Evidence) -> SourceRecord:
    field = _field(evidence)
    if not field:
        return SourceRecord(record, "", None)
    text, span, words = str(getattr(record, field)), evidence.origin.span, _words(evidence)
    if span and (text[slice(*span)] in evidence.body or words in text[slice(*span)]) and text[slice(*span)]:
        return SourceRecord(record, field, span)
    at = text.find(words)
    return SourceRecord(record, field, (at, at + len(words)) if at >= 0 else None, amended=at < 0)


def _field(evidence: Evidence) -> str:
    """Which field the head of the piece names (see domain/citing.py)."""
    head = evidence.text.partition(": ")[0]
    if evidence.speaker == BANK_SPEAKER:
        return "handed_over" if head.endswith(" 交付資料") else "explanation"
    if not evidence.speaker and head.endswith(tuple(f" {name}の約束" for name in PARTY_NAMES.values())):
        return "promises_text"
    if not evidence.speaker and head.endswith(" 未確認事項"):
        return "open_points"
    if not evidence.speaker and head.endswith(" 次回予定"):
        return "next_step"
    return "client_words" if evidence.origin.span else ""


def _words(evidence: Evidence) -> str:
    """The record's own words in a piece: without the quotes and the due day that its body adds."""
    return evidence.body.partition("(期限 ")[0].removeprefix("「").removesuffix("」")


def _of_document(uow: UnitOfWork, document: Document, evidence: Evidence) -> SourcePage | SourceText:
    page = evidence.origin.page
    content = uow.records.original(document.sha256) if page else None
    if content and page and content.startswith(PDF):
        return SourcePage(document.title, content, page, evidence.body)
    if all(passage.text != evidence.body for passage in document.passages):
        return SourceText(document.title, evidence.text, None, amended=True)
    return _around([p for p in document.passages if p.page == page], document.title, evidence)


def _around(passages: list[Passage], title: str, evidence: Evidence) -> SourceText:
    """The passages of the page, or of the whole document where it has none, a line each."""
    before = 0
    for passage in passages:
        if passage.text == evidence.body:
            break
        before += len(passage.text) + 1
    return SourceText(title, "\n".join(p.text for p in passages), (before, before + len(evidence.body)))
