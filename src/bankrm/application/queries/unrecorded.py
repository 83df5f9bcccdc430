"""Which visits wait for a record: one answer for every page that asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from bankrm.application.ports.unit_of_work import UnitOfWork
from bankrm.domain.interactions import is_call
from bankrm.domain.visits import Visit


def visits_without_record(uow: UnitOfWork, first: date, last: date) -> Iterator[Visit]:
    """Visits of these days, in time order, of which no record is known.

    What was recorded here is of the visit of its memo. Of the other records each is of one visit to its client on its day, the
    earliest first; calls are of none.
    """
    visits = uow.records.visits(first, last)
    memos = [memo for memo in uow.memos.between(first, last) if memo.ref]
    recorded = {(memo.client, memo.visit) for memo in memos}
    made_here = {(memo.client, memo.ref) for memo in memos}
    talks = uow.records.talks_of({visit.client for visit in visits}, first, last)
    others = [talk for talk in talks if (talk.client, talk.ref) not in made_here and not is_call(talk.method)]
    left = Counter((talk.client, talk.on) for talk in others)
    for visit in visits:
        if (visit.client, visit.ref) in recorded:
            continue
        if left[visit.client, visit.day]:
            left[visit.client, visit.day] -= 1
        else:
            yield visit
