"""The tables, one module per topic; importing this package registers all of them on one metadata."""

from bankrm.adapters.store.rows import (
    audit,
    business,
    clients,
    documents,
    drafts,
    duplicates,
    interactions,
    jobs,
    masking,
    memos,
    promises,
    visits,
)
from bankrm.adapters.store.rows.base import StoreTable

METADATA = StoreTable.metadata

__all__ = [
    "METADATA",
    "audit",
    "business",
    "clients",
    "documents",
    "drafts",
    "duplicates",
    "interactions",
    "jobs",
    "masking",
    "memos",
    "promises",
    "visits",
]
