"""Decided pairs of clients in memory."""

from __future__ import annotations

from collections.abc import Sequence

from tests.fakes.memory.data import MemoryData

from bankrm.domain.clients import ClientKey
from bankrm.domain.same_client import PairDecision


class MemoryDuplicates:
    def __init__(self, data: MemoryData) -> None:
        self._data = data

    def decide(self, decision: PairDecision) -> None:
        self._data.decisions[decision.pair] = decision

    def decisions(self, client: ClientKey | None = None) -> Sequence[PairDecision]:
        kept = sorted(self._data.decisions.values(), key=lambda one: one.pair)
        return [one for one in kept if client is None or client in (one.pair.first, one.pair.second)]
