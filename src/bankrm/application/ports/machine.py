"""What the preparation queue needs to know of the machine before it goes on."""

from __future__ import annotations

from typing import Protocol


class Machine(Protocol):
    """This workstation and whoever sits at it."""

    def on_battery(self) -> bool:
        """Whether it runs on battery now; False where there is none, or where that is not known."""
        ...

    def idle_s(self) -> float | None:
        """Seconds since somebody used keyboard or mouse; None where that is not known."""
        ...
