"""Closings and open promises in memory."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime

from tests.fakes.memory.data import MemoryData

from bankrm.domain.clients import Client, ClientKey
from bankrm.domain.closings import Closing, OpenPromise
from bankrm.domain.ids import ClosingId
from bankrm.domain.interactions import Party


class MemoryPromises:
    def __init__(self, data: MemoryData) -> None:
        self._data = data

    def close(self, closing: Closing) -> None:
        self._data.closings[closing.id] = closing
        said = closing.promise
        left = self._data.open_promises.get(said.client, ())
        self._data.open_promises[said.client] = tuple(promise for promise in left if promise.identity != said.identity)
        self._data.readings.pop(said.client, None)

    def get(self, closing: ClosingId) -> Closing | None:
        return self._data.closings.get(closing)

    def closings(self, client: ClientKey) -> Sequence[Closing]:
        return self._data.standing_closings(client)

    def take_back(self, closing: ClosingId, at: datetime) -> None:
        if closing in self._data.closings:
            self._data.taken_back[closing] = at
            self._data.readings.pop(self._data.closings[closing].client, None)

    def keep_reading(
        self, client: ClientKey, reader: str, day: date, until: date | None, promises: Sequence[OpenPromise]
    ) -> None:
        self._data.open_promises[client] = tuple(promises)
        self._data.readings[client] = (reader, day, until)

    def unread(self, reader: str, day: date) -> Sequence[ClientKey]:
        clients = sorted(record.key for record in self._data.records.values() if isinstance(record, Client))
        return [key for key in clients if not self._is_read(key, reader, day)]

    def _is_read(self, client: ClientKey, reader: str, day: date) -> bool:
        read = self._data.readings.get(client)
        return read is not None and read[0] == reader and read[1] <= day and (read[2] is None or read[2] > day)

    def open(
        self,
        owner: Party,
        *,
        first: date | None = None,
        last: date | None = None,
        clients: Collection[ClientKey] | None = None,
        limit: int | None = None,
    ) -> Sequence[OpenPromise]:
        found = [
            promise
            for promises in self._data.open_promises.values()
            for promise in promises
            if promise.owner is owner
            and (first is None or (promise.due is not None and promise.due >= first))
            and (last is None or (promise.due is not None and promise.due <= last))
            and (clients is None or promise.client in clients)
        ]
        return sorted(found, key=lambda promise: (promise.due or date.max, promise.client))[:limit]

    def count_open(self, owner: Party, *, first: date | None = None, last: date | None = None) -> int:
        return len(self.open(owner, first=first, last=last))
