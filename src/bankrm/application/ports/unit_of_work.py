"""One transaction on the encrypted store, committed whole or not at all."""

from __future__ import annotations

from types import TracebackType
from typing import Protocol, Self

from bankrm.application.ports.audit import Audit
from bankrm.application.ports.drafts import Drafts
from bankrm.application.ports.duplicates import Duplicates
from bankrm.application.ports.jobs import Jobs
from bankrm.application.ports.masking import MaskingKeys
from bankrm.application.ports.memos import Memos, Practice
from bankrm.application.ports.promises import Promises
from bankrm.application.ports.records import Records


class UnitOfWork(Protocol):
    """One transaction. Leaving without `commit` rolls back."""

    @property
    def records(self) -> Records: ...  # noqa: D102
    @property
    def drafts(self) -> Drafts: ...  # noqa: D102
    @property
    def jobs(self) -> Jobs: ...  # noqa: D102
    @property
    def duplicates(self) -> Duplicates: ...  # noqa: D102
    @property
    def promises(self) -> Promises: ...  # noqa: D102
    @property
    def memos(self) -> Memos: ...  # noqa: D102
    @property
    def practice(self) -> Practice: ...  # noqa: D102
    @property
    def masking_keys(self) -> MaskingKeys: ...  # noqa: D102
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
