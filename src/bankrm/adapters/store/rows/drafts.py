"""下書き: content as canonical JSON that is never changed, beside columns to find it by and the state it has reached."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime
from typing import Any

import rfc8785
from sqlalchemy import Index, Row
from sqlmodel import Field

from bankrm.adapters.store.plain import from_plain, to_plain
from bankrm.adapters.store.rows.base import StoreTable
from bankrm.application.ports.store import DraftHead
from bankrm.domain.clients import ClientKey
from bankrm.domain.drafts import Draft, DraftState
from bankrm.domain.ids import DraftId
from bankrm.domain.recipes import DocumentKindName


class DraftRow(StoreTable, table=True):
    """One revision. `sha256` is of `content`; `content` holds everything but `state`. `seq` keeps the order of writing.

    `superseded_by` is the draft that stands in its place, `update_of` the draft to which it is offered as 更新案.
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
    }


def to_draft(row: DraftRow) -> Draft:
    """The draft exactly as it was added, in the state it has reached."""
    return from_plain(Draft, {**json.loads(row.content), "state": row.state})


def to_head(row: Row[Any]) -> DraftHead:
    """What the columns tell, without the content."""
    return DraftHead(
        DraftId(row.id),
        ClientKey(row.branch, row.cif),
        DocumentKindName(row.kind),
        row.visit,
        row.revision,
        DraftState(row.state),
        datetime.fromisoformat(row.created),
        row.update_of is not None,
    )
