"""下書き: content as canonical JSON, beside columns to find it by, to list it with, and the state it has reached.

A machine's writing (revision 1) is never changed. A later revision is while its state is DRAFT, which it never comes back to;
triggers hold it to both. `draft_step` keeps every content that it had meanwhile, for undo and redo.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection
from datetime import date, datetime
from typing import Any

import rfc8785
from sqlalchemy import Index, Row
from sqlmodel import Field

from bankrm.adapters.store.plain import from_plain, to_plain
from bankrm.adapters.store.rows.base import StoreTable
from bankrm.application.ports.drafts import DraftGist, DraftSummary
from bankrm.domain.clients import ClientKey
from bankrm.domain.drafts import Draft, DraftState, Section, Verdict
from bankrm.domain.ids import DraftId
from bankrm.domain.recipes import DocumentKindName


class DraftRow(StoreTable, table=True):
    """One revision. `sha256` is of `content`; `content` holds everything but `state`. `seq` keeps the order of writing.

    `superseded_by` is the draft that stands in its place, `update_of` the draft to which it is offered as 更新案 unless it was
    `dismissed`, `step` the place of its content among its steps.
    """

    __tablename__ = "draft"
    __table_args__ = (Index(None, "branch", "cif"),)

    seq: int | None = Field(default=None, primary_key=True)
    id: str = Field(unique=True)
    branch: str
    cif: str
    kind: str
    visit: str | None = Field(default=None, index=True)
    revision: int
    state: str
    created: str
    sha256: str
    content: str
    superseded_by: str | None = None
    update_of: str | None = None
    dismissed: bool = False
    step: int = 0
    client_name: str
    title: str
    day: date
    engine: str
    statements: int
    questioned: int


class DraftStepRow(StoreTable, table=True):
    """One content that a revision had: canonical JSON, compressed. `place` counts from 0."""

    __tablename__ = "draft_step"

    draft: str = Field(primary_key=True, foreign_key="draft.id")
    place: int = Field(primary_key=True)
    content: bytes


SUMMARY = (
    "id", "branch", "cif", "client_name", "kind", "title", "visit", "day", "state", "revision", "statements", "questioned",
    "engine", "created", "sha256",
)  # fmt: skip
CHANGING = ("sha256", "content", "statements", "questioned", "engine")
"""The columns of a revision that an edit changes."""


def draft_columns(draft: Draft) -> dict[str, object]:
    """The columns of one draft."""
    fields = to_plain(draft)
    state = fields.pop("state")
    content = rfc8785.dumps(fields)
    return {
        "id": draft.id,
        "branch": draft.client.branch,
        "cif": draft.client.cif,
        "kind": str(draft.kind),
        "visit": draft.visit,
        "revision": draft.revision,
        "state": state,
        "created": fields["created"],
        "sha256": hashlib.sha256(content).hexdigest(),
        "content": content.decode(),
        "client_name": draft.client_name,
        "title": draft.title,
        "day": draft.day,
        "engine": draft.provenance.engine,
        "statements": len(draft.statements),
        "questioned": draft.questioned,
    }


def to_draft(row: DraftRow) -> Draft:
    """The draft exactly as it was added, in the state it has reached."""
    return read_content(row.content, row.state)


def read_content(content: str | bytes, state: str) -> Draft:
    """A revision of that content in that state."""
    return from_plain(Draft, {**json.loads(content), "state": state})


def read_gist(content: str, keys: Collection[str]) -> DraftGist:
    """The sections of those keys, and the verdicts on the statements of all."""
    sections = json.loads(content)["sections"]
    verdicts = (statement["verdict"] for section in sections for statement in section["statements"])
    return DraftGist(
        tuple(from_plain(Section, section) for section in sections if section["key"] in keys),
        tuple(Verdict(verdict) for verdict in verdicts if verdict),
    )


def to_summary(row: Row[Any]) -> DraftSummary:
    """What lists show, from the columns of SUMMARY."""
    return DraftSummary(
        DraftId(row.id), ClientKey(row.branch, row.cif), row.client_name, DocumentKindName(row.kind), row.title, row.visit,
        row.day, DraftState(row.state), row.revision, row.statements, row.questioned, row.engine,
        datetime.fromisoformat(row.created), row.sha256,
    )  # fmt: skip
