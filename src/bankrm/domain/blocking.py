"""What keeps a draft from being confirmed or submitted: told as codes, in reading order, so that the screen can lead to each.

A fact needs evidence that bears it out, or a person who pointed at its passage; every statement but the RM's own view needs
citations that are there; a document that is cited must be valid and, where it is the bank's own, somebody's. No statement may have
a compliance finding that blocks.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bankrm.domain.approval import INTERNAL_KINDS
from bankrm.domain.citing import CONFIDENTIAL_MARK
from bankrm.domain.documents import Document
from bankrm.domain.drafts import Draft, Statement, Verdict
from bankrm.domain.evidence import Evidence, OriginType, Strength
from bankrm.domain.recipes import StatementKind


class Block(StrEnum):
    """Why."""

    UNSUPPORTED = "unsupported"
    CONTRADICTED = "contradicted"
    NOT_CHECKABLE = "not_checkable"
    CITATION_MISSING = "citation_missing"
    SOURCE_EXPIRED = "source_expired"
    SOURCE_UNOWNED = "source_unowned"
    OWN_VIEW_TO_CLIENT = "own_view_to_client"
    IN_CONFIDENCE_TO_CLIENT = "in_confidence_to_client"
    COMPLIANCE = "compliance"


@dataclass(frozen=True, slots=True)
class Blocker:
    """One reason, the statement that it is about, and the evidence where it is about that."""

    code: Block
    statement: str
    evidence: str = ""


_OF_VERDICT = {
    Verdict.UNSUPPORTED: Block.UNSUPPORTED,
    Verdict.CONTRADICTED: Block.CONTRADICTED,
    Verdict.NOT_CHECKABLE: Block.NOT_CHECKABLE,
    None: Block.NOT_CHECKABLE,
}


def what_blocks_confirm(draft: Draft) -> tuple[Blocker, ...]:
    """What the RM must settle before he or she stands by the content. `draft` has its statements identified."""
    return tuple(blocker for statement in draft.statements for blocker in _of_statement(draft, statement))


def what_blocks_submit(draft: Draft, documents: Mapping[str, Document], today: date) -> tuple[Blocker, ...]:
    """The same, and sources that nobody may rely on by the day of the visit. `documents` are those that it cites, by their refs;
    one that is no longer kept says nothing."""
    day = max(today, draft.day)
    return tuple(
        blocker
        for statement in draft.statements
        for blocker in (*_of_statement(draft, statement), *_of_sources(draft, statement, documents, day))
    )


def cited_documents(draft: Draft) -> frozenset[str]:
    """The refs of the documents that its statements rest on."""
    cited = {key for statement in draft.statements for key in statement.citations}
    return frozenset(
        piece.origin.ref for key, piece in draft.pack if key in cited and piece.origin.type is OriginType.PASSAGE
    )


def _of_statement(draft: Draft, statement: Statement) -> Iterator[Blocker]:
    if statement.blocked:
        yield Blocker(Block.COMPLIANCE, statement.id)
    yield from _of_evidence(draft, statement)


def _of_evidence(draft: Draft, statement: Statement) -> Iterator[Blocker]:
    if statement.kind is StatementKind.OWN_VIEW:
        if draft.kind not in INTERNAL_KINDS:
            yield Blocker(Block.OWN_VIEW_TO_CLIENT, statement.id)
        return
    if statement.kind is StatementKind.OWN_WORD:
        return  # 担当者から一言 rests on no record
    known = {key for key, _ in draft.pack}
    if not statement.citations or not known.issuperset(statement.citations):
        yield Blocker(Block.CITATION_MISSING, statement.id)
        return
    if draft.kind not in INTERNAL_KINDS:
        hidden = (key for key in statement.citations if _is_not_for_clients(draft.pack[key]))
        yield from (Blocker(Block.IN_CONFIDENCE_TO_CLIENT, statement.id, key) for key in hidden)
    if (
        statement.kind is StatementKind.FACT
        and statement.verdict is not Verdict.SUPPORTED
        and not _kept(statement, known)
    ):
        yield Blocker(_OF_VERDICT[statement.verdict], statement.id)


def _is_not_for_clients(piece: Evidence) -> bool:
    """What was told in confidence, and what is recorded of other banks."""
    of_bank = piece.origin.type is OriginType.HOST and piece.origin.ref.startswith("other-bank:")
    return of_bank or CONFIDENTIAL_MARK in piece.text.partition(": ")[0]


def _kept(statement: Statement, known: Container[str]) -> bool:
    return statement.confirmed_by is not None and statement.confirmed_by.evidence in known


def _of_sources(draft: Draft, statement: Statement, documents: Mapping[str, Document], day: date) -> Iterator[Blocker]:
    if statement.kind is StatementKind.CAUTION:
        return  # it may be the very word that the source is no longer to be relied on
    pieces = {key: piece for key, piece in draft.pack if piece.origin.type is OriginType.PASSAGE}
    for key in statement.citations:
        document = documents.get(pieces[key].origin.ref) if key in pieces else None
        if document is None:
            continue
        if document.valid_until and document.valid_until < day:
            yield Blocker(Block.SOURCE_EXPIRED, statement.id, key)
        if pieces[key].origin.strength is Strength.STANDARD_DOCUMENT and not document.owner:
            yield Blocker(Block.SOURCE_UNOWNED, statement.id, key)
