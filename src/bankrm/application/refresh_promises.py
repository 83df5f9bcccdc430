"""Read each client's open promises again where its records changed: what the list over all clients is made of."""

from __future__ import annotations

from collections.abc import Collection

from bankrm import __version__
from bankrm.application.changes import Area, Changes
from bankrm.application.ports.clock import Clock
from bankrm.application.ports.store import StoreBusy
from bankrm.application.ports.unit_of_work import OpenUnitOfWork
from bankrm.domain.clients import ClientKey
from bankrm.domain.progress import CancelToken, Progress, Report, silent

TASK = "promises"  # of its progress
READER = __version__  # the rules by which promises are judged are those of this version


class RefreshPromises:
    """Long work of its own: a client with many records takes half a second. What is read already is not read again."""

    def __init__(self, open_unit_of_work: OpenUnitOfWork, clock: Clock) -> None:
        self._open, self._clock = open_unit_of_work, clock

    def __call__(self, token: CancelToken, report: Report = silent) -> Changes:
        """The clients that were read, each kept as soon as it is; asked to stop, it leaves the others for the next time."""
        with self._open() as uow:
            unread = uow.promises.unread(READER, self._clock.today())
        read = set[ClientKey]()
        for done, client in enumerate(unread):
            if token.cancelled:
                break
            report(Progress(TASK, done, len(unread)))
            if self._read(client):
                read.add(client)
        return Changes.of(Area.PROMISES, clients=frozenset(read)) if read else Changes()

    def of(self, clients: Collection[ClientKey]) -> None:
        """These clients at once; where somebody else is writing they stay for the next time."""
        for client in clients:
            self._read(client)

    def _read(self, client: ClientKey) -> bool:
        """In one transaction, so that nothing is kept of records that changed meanwhile; False where they did."""
        from bankrm.insights.open_promises import read_open_promises  # the rules are loaded at the first reading

        today = self._clock.today()
        try:
            with self._open() as uow:
                dossier = uow.records.dossier(client)
                if dossier:
                    reading = read_open_promises(dossier, today)
                    uow.promises.keep_reading(client, READER, reading.day, reading.until, reading.promises)
                    uow.commit()
        except StoreBusy:
            return False
        return True
