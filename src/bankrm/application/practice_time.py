"""Keep how long preparation takes: when a set was first opened and confirmed, and what a visit took before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from bankrm.application.ports.unit_of_work import OpenUnitOfWork, UnitOfWork
from bankrm.domain.drafts import Draft
from bankrm.domain.practice import FORMER_MINUTES, UNSAID, typical_minutes


def note_opened(uow: UnitOfWork, draft: Draft, at: datetime) -> None:
    """A document of a visit's set was opened to be worked on: the first time counts."""
    if draft.visit and (time := uow.practice.time_of(draft.client, draft.visit)).opened is None:
        uow.practice.put_time(replace(time, opened=at))


def note_confirmed(uow: UnitOfWork, draft: Draft, at: datetime) -> None:
    """A document of a visit's set was confirmed or submitted: the first time counts."""
    if draft.visit and (time := uow.practice.time_of(draft.client, draft.visit)).confirmed is None:
        uow.practice.put_time(replace(time, confirmed=at))


class TellFormerMinutes:
    """これまで1件の準備に何分: asked once, so that before and after can be compared."""

    def __init__(self, open_unit_of_work: OpenUnitOfWork) -> None:
        self._open = open_unit_of_work

    def __call__(self, minutes: int) -> None:
        """UNSAID where the person would rather not; then nobody is asked again. Raises ValueError for what nobody means."""
        if minutes != UNSAID and minutes not in FORMER_MINUTES:
            raise ValueError(minutes)
        with self._open() as uow:
            uow.practice.tell_former_minutes(minutes)
            uow.commit()


@dataclass(frozen=True, slots=True)
class PreparationTime:
    """Minutes of preparation before (None: not asked yet, UNSAID: nobody would say) and after (None: not measured yet), and of how
    many sets."""

    before_min: int | None
    after_min: float | None
    sets: int


class ShowPreparationTime:
    """Before and after, side by side."""

    def __init__(self, open_unit_of_work: OpenUnitOfWork) -> None:
        self._open = open_unit_of_work

    def __call__(self) -> PreparationTime:
        """As measured so far."""
        with self._open() as uow:
            times, before = uow.practice.times(), uow.practice.former_minutes()
        measured = sum(time.preparation_min is not None for time in times)
        return PreparationTime(before, typical_minutes(times), measured)
