"""What use cases need of the encrypted store: one unit of work, committed whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import TracebackType
from typing import Protocol, Self

from bankrm.domain.audit import AuditEntry, AuditEvent
from bankrm.domain.clients import Client, ClientKey
from bankrm.domain.dossier import Dossier, Record
from bankrm.domain.drafts import Draft
from bankrm.domain.ids import DraftId
from bankrm.domain.visits import Visit


class Change(StrEnum):
    """What `put` did: an amended record becomes a new version, the old one is kept."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a record came from: digest of the imported file, and the line or page in it."""

    sha256: str
    place: int | None = None


class Records(Protocol):
    """Everything imported; reads see the current version of each record."""

    def put(self, record: Record, source: Source) -> Change:
        """Add or amend by the record's natural key (client key, record number, statement period …)."""
        ...

    def keep_original(self, sha256: str, name: str, content: bytes) -> bool:
        """Keep a file's bytes; False where they are kept already."""
        ...

    def clients(self) -> Sequence[Client]:
        """All clients in the order of their keys."""
        ...

    def dossier(self, key: ClientKey) -> Dossier | None:
        """Everything of one client, with the bank's own documents and products; None for an unknown client."""
        ...

    def visits(self, first: date, last: date) -> Sequence[Visit]:
        """Visits that start in these days, in time order."""
        ...


class Drafts(Protocol):
    """Drafts as written; a revision is never changed."""

    def add(self, draft: Draft) -> None:
        """Keep a new draft."""
        ...

    def get(self, draft: DraftId) -> Draft | None:
        """One draft with its evidence."""
        ...

    def of_visit(self, visit: str) -> Sequence[Draft]:
        """Drafts of one visit, oldest first."""
        ...

    def before(self, client: ClientKey, day: date) -> Sequence[Draft]:
        """Drafts for visits to this client on days before `day`, oldest first."""
        ...


class Audit(Protocol):
    """The hash-chained record of every act."""

    def record(self, event: AuditEvent) -> None:
        """Append; committed with the act it records."""
        ...

    def entries(self) -> Sequence[AuditEntry]:
        """The whole chain."""
        ...


class UnitOfWork(Protocol):
    """One transaction. Leaving without `commit` rolls back."""

    @property
    def records(self) -> Records: ...  # noqa: D102
    @property
    def drafts(self) -> Drafts: ...  # noqa: D102
    @property
    def audit(self) -> Audit: ...  # noqa: D102

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def commit(self) -> None:
        """Make everything since entering durable."""
        ...


class OpenUnitOfWork(Protocol):
    """Opens units of work on one store."""

    def __call__(self) -> UnitOfWork:
        """A unit of work that has not begun."""
        ...
