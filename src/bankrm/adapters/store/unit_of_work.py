"""One transaction on the encrypted store, as use cases see it."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from sqlalchemy import Engine

from bankrm.adapters.store.audit import Signature, SqlCipherAudit
from bankrm.adapters.store.drafts import SqlCipherDrafts
from bankrm.adapters.store.duplicates import SqlCipherDuplicates
from bankrm.adapters.store.jobs import SqlCipherJobs
from bankrm.adapters.store.masking import SqlCipherMaskingKeys
from bankrm.adapters.store.memos import SqlCipherMemos, SqlCipherPractice
from bankrm.adapters.store.promises import SqlCipherPromises
from bankrm.adapters.store.records import SqlCipherRecords
from bankrm.adapters.store.transaction import Transaction
from bankrm.language.glossary import Glossary


class SqlCipherUnitOfWork:
    """Records, drafts, jobs, promises and audit entries that are committed together; leaving without `commit` rolls back."""

    def __init__(self, engine: Engine, signature: Signature, glossary: Glossary) -> None:
        self._engine, self._signature, self._glossary = engine, signature, glossary

    def __enter__(self) -> Self:
        self._transaction = Transaction(self._engine)
        self.records = SqlCipherRecords(self._transaction, self._glossary)
        self.drafts = SqlCipherDrafts(self._transaction)
        self.jobs = SqlCipherJobs(self._transaction)
        self.duplicates = SqlCipherDuplicates(self._transaction)
        self.promises = SqlCipherPromises(self._transaction)
        self.memos = SqlCipherMemos(self._transaction)
        self.practice = SqlCipherPractice(self._transaction)
        self.masking_keys = SqlCipherMaskingKeys(self._transaction)
        self.audit = SqlCipherAudit(self._transaction, self._signature)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._transaction.close()

    def commit(self) -> None:
        """Make everything since entering durable."""
        self._transaction.commit()
