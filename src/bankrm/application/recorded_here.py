"""Whether an imported record is one that was made here: the bank's system gives it back under a number of its own.

Taken in a second time it would count twice in everything that is observed.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from bankrm.application.ports.unit_of_work import UnitOfWork
from bankrm.domain.clients import ClientKey
from bankrm.domain.interactions import Interaction
from bankrm.language.normal_form import normal_form


def recorded_here(uow: UnitOfWork, record: Interaction, days: Collection[tuple[ClientKey, date]]) -> bool:
    """Whether a memo of that client and day became a record of the same words, under another number. `days`: of whom and of which
    days one became a record at all (`uow.memos.recorded_days()`), so that a table of thousands asks the store for few."""
    if (record.client, record.on) not in days:
        return False
    told = _told(record)
    memos = (memo for memo in uow.memos.between(record.on, record.on) if memo.client == record.client and memo.ref)
    refs = {memo.ref for memo in memos} - {record.ref}
    made = (uow.records.interaction(record.client, ref) for ref in sorted(refs))
    return bool(told) and any(_told(one) == told for one in made if one)


def _told(record: Interaction) -> str:
    """Our explanation and the client's words, whatever their breaks and marks."""
    return normal_form(f"{record.explanation}\n{record.client_words}")
