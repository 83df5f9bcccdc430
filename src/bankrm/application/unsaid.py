"""What a table says nothing of stays as it stands: only the columns that are there write over.

An empty cell is said: there is nothing, from now on. A column that is missing is not.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any, TypeVar

from bankrm.application.ports.records import Records
from bankrm.domain.business import HOST_FIELDS, FinancialStatement, HostFigures
from bankrm.domain.documents import Document, Product
from bankrm.domain.dossier import Record
from bankrm.domain.visits import Visit

K = TypeVar("K", bound=str)


def completed(record: Record, unsaid: frozenset[str], records: Records) -> Record:
    """The record with the `unsaid` fields as they stand in the store under its natural key; as it is where it is new."""
    if not unsaid or isinstance(record, (Document, Product, Visit)):
        return record
    if isinstance(record, HostFigures):
        record = replace(record, unsaid=tuple(sorted(unsaid & HOST_FIELDS)))
    standing = records.standing(record)
    return record if standing is None else _joined(record, standing, unsaid)


def _joined(record: Record, standing: Record, unsaid: frozenset[str]) -> Record:
    kept: dict[str, Any] = {one.name: getattr(standing, one.name) for one in fields(standing) if one.name in unsaid}
    if isinstance(record, HostFigures) and isinstance(standing, HostFigures):
        kept["values_yen"] = _joined_values(record.values_yen, standing.values_yen, unsaid)
        kept["unsaid"] = tuple(one for one in record.unsaid if one in standing.unsaid)
    if isinstance(record, FinancialStatement) and isinstance(standing, FinancialStatement):
        kept["accounts"] = _joined_values(record.accounts, standing.accounts, unsaid)
    return replace(record, **kept)


def _joined_values(read: Mapping[K, int], standing: Mapping[K, int], unsaid: frozenset[str]) -> Mapping[K, int]:
    return {name: yen for name, yen in standing.items() if name in unsaid} | dict(read)
