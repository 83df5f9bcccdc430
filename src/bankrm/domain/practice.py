"""How long preparation takes: measured from opening a set, beside what one visit took before (これまで1件の準備に何分)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import median

from bankrm.domain.clients import ClientKey

LONGEST_MIN = 240  # what lay open longer was not worked on
FORMER_MINUTES = range(1, 481)  # what a person may answer
UNSAID = 0  # what is kept where a person would rather not


@dataclass(frozen=True, slots=True)
class SetTime:
    """When a visit's set was first opened, first confirmed, and when the visit's record was first confirmed."""

    client: ClientKey
    visit: str
    opened: datetime | None = None
    confirmed: datetime | None = None
    recorded: datetime | None = None

    @property
    def preparation_min(self) -> float | None:
        """Minutes from opening the set to confirming it; None where either is not known, or it lay open."""
        if self.opened is None or self.confirmed is None:
            return None
        minutes = (self.confirmed - self.opened).total_seconds() / 60
        return minutes if 0 <= minutes <= LONGEST_MIN else None


def typical_minutes(times: Sequence[SetTime]) -> float | None:
    """The median over the sets that were measured; None where none was."""
    measured = [minutes for time in times if (minutes := time.preparation_min) is not None]
    return median(measured) if measured else None
