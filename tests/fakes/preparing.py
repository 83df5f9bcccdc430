"""What is prepared behind the window, as far as a page meets it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from bankrm.ui.ahead import AheadState


class QuietPreparing:
    """As `Preparing`, with nothing to do. `told` is what pages asked of it."""

    def __init__(self) -> None:
        self.state, self.told = AheadState(), list[str]()

    def follow(self, told: Callable[[AheadState], None]) -> None:
        told(self.state)

    def prepare_all(self, *days: date) -> None:
        self.told.append(f"prepare {' '.join(map(str, days))}")

    def cancel(self) -> None:
        self.told.append("cancel")

    def make_way(self) -> None:
        self.told.append("make way")

    def go_on(self) -> None:
        self.told.append("go on")
