"""Whether the preparation queue may go on: nobody asked it to stop, and the machine is not wanted elsewhere (policy)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bankrm.application.ports.machine import Machine
from bankrm.domain.progress import CancelToken


@dataclass(frozen=True, slots=True)
class QueueRules:
    """When the queue may go on: on battery, while somebody uses the machine, and after how many minutes nobody does."""

    prepare_on_battery: bool
    prepare_when_in_use: bool
    idle_minutes: int


class Pause(StrEnum):
    """Why the queue rests."""

    ON_BATTERY = "on_battery"
    IN_USE = "in_use"


class Paused(Exception):
    """The machine is wanted elsewhere. As Cancelled, it is no error."""

    def __init__(self, why: Pause) -> None:
        super().__init__(why)
        self.why = why


class GoAhead:
    """Asked before each section."""

    def __init__(self, token: CancelToken, machine: Machine, rules: QueueRules) -> None:
        self._token, self._machine, self._rules = token, machine, rules

    def rest(self) -> Pause | None:
        """Why the rules want a rest now, None where they do not. What is not known hinders nothing."""
        if not self._rules.prepare_on_battery and self._machine.on_battery():
            return Pause.ON_BATTERY
        idle_s = None if self._rules.prepare_when_in_use else self._machine.idle_s()
        if idle_s is not None and idle_s < self._rules.idle_minutes * 60:
            return Pause.IN_USE
        return None

    def require(self) -> None:
        """Raises Cancelled where a stop was asked for, Paused where the rules want a rest."""
        self._token.check()
        if why := self.rest():
            raise Paused(why)
