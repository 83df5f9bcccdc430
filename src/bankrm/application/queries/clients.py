"""Which clients there are, and which one a person means."""

from __future__ import annotations

from bankrm.application.ports.unit_of_work import OpenUnitOfWork
from bankrm.domain.clients import Client, ClientKey
from bankrm.domain.errors import ExpectedError, NotFound


class CifAmbiguous(ExpectedError):
    """A bare CIF that several branches have (details: cif, candidates: their keys)."""

    code = "cif_ambiguous"


class ListClients:
    """All clients, in the order of their keys."""

    def __init__(self, open_unit_of_work: OpenUnitOfWork) -> None:
        self._open = open_unit_of_work

    def __call__(self) -> tuple[Client, ...]:
        """The clients as last imported."""
        with self._open() as uow:
            return tuple(uow.records.clients())

    def named(self, text: str) -> ClientKey:
        """The client meant by `012-0012345`, or by a CIF alone where one branch has it.

        Raises NotFound and CifAmbiguous.
        """
        keys = [client.key for client in self()]
        fitting = [key for key in keys if text in (str(key), key.cif)]
        if not fitting:
            raise NotFound(what="client", id=text)
        if len(fitting) > 1:
            raise CifAmbiguous(cif=text, candidates=[str(key) for key in fitting])
        return fitting[0]
