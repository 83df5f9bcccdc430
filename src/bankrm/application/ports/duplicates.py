"""What use cases need of the store for clients that may be one (名寄せ)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from bankrm.domain.clients import ClientKey
from bankrm.domain.same_client import PairDecision


class Duplicates(Protocol):
    """What was decided of clients that may be one (名寄せ)."""

    def decide(self, decision: PairDecision) -> None:
        """Keep what was decided of a pair, in place of an earlier decision."""
        ...

    def decisions(self, client: ClientKey | None = None) -> Sequence[PairDecision]:
        """All of them, or those of one client, in the order of the pairs."""
        ...
