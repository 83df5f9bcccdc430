"""Names as they are looked for: clients and their people, each with everything they are known by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from bankrm.application.ports.unit_of_work import UnitOfWork
from bankrm.application.queries.spelling import firm_spelling, first_fitting, spelling_of
from bankrm.domain.clients import Client, ClientKey, Contact
from bankrm.domain.reading import display_name
from bankrm.language.firm_names import reading_without_form

NAMED = 50  # a piece that names more clients than this names none of them


class ClientField(StrEnum):
    """By what a client was found."""

    NAME = "name"
    READING = "reading"
    ALIAS = "alias"
    KEY = "key"
    CORPORATE_NUMBER = "corporate_number"


@dataclass(frozen=True, slots=True)
class KnownClient:
    """A client, what it is known by, and the same in one spelling; of the name also without its legal form, which comes first."""

    client: Client
    fields: tuple[ClientField, ...]
    compared: tuple[str, ...]

    @property
    def order(self) -> tuple[str, ClientKey]:
        """Its place in a list: by the reading without the legal form."""
        client = self.client
        return spelling_of(reading_without_form(client.reading)) or firm_spelling(client.name), client.key

    def fit(self, pieces: Sequence[str]) -> tuple[int, ClientField] | None:
        """How well it fits what was typed (0 is best), and by which field; None where it does not."""
        fit = first_fitting(pieces, self.compared)
        if fit is None:
            return None
        return fit[0], self.fields[max(0, fit[1] - 1)]


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A contact under the name that records give them, the spellings of their own names, and those of role and firm too."""

    contact: Contact
    client: Client
    person: str
    own: tuple[str, ...]
    every: tuple[str, ...]

    def fits(self, pieces: Sequence[str]) -> bool:
        """Whether a piece is of one of their names, while all the others are of them or of their firm."""
        own = any(piece in text for piece in pieces for text in self.own)
        return own and first_fitting(pieces, self.every) is not None


@dataclass(frozen=True, slots=True)
class Names:
    """All clients by their keys, and all their people."""

    clients: Mapping[ClientKey, KnownClient]
    people: tuple[KnownPerson, ...]

    @classmethod
    def of(cls, clients: Iterable[Client], contacts: Iterable[Contact]) -> Names:
        """People of a client that is not known are left out."""
        known = {client.key: known_client(client) for client in clients}
        return cls(known, tuple(_person(one, known[one.client]) for one in contacts if one.client in known))

    def named(self, piece: str) -> frozenset[ClientKey]:
        """The clients that one piece names; nobody where it is a word of many names (株式会社, 建設)."""
        found = frozenset(key for key, client in self.clients.items() if client.fit((piece,)))
        return found if len(found) <= NAMED else frozenset()


class ReadNames:
    """The names as the store has them now; read again only when one was added or amended, since somebody is typing."""

    def __init__(self) -> None:
        self._version: int | None = None
        self._names = Names({}, ())

    def __call__(self, uow: UnitOfWork) -> Names:
        """In this unit of work."""
        version = uow.records.names_version()
        if version != self._version:
            self._names = Names.of(uow.records.clients(), uow.records.contacts())
            self._version = version
        return self._names


@lru_cache(maxsize=4_096)
def known_client(client: Client) -> KnownClient:
    """A client with everything it is known by."""
    told = (
        (ClientField.NAME, client.name),
        (ClientField.READING, client.reading),
        (ClientField.READING, reading_without_form(client.reading)),
        *((ClientField.ALIAS, alias) for alias in client.aliases),
        (ClientField.KEY, str(client.key)),
        (ClientField.KEY, client.key.cif),
        (ClientField.CORPORATE_NUMBER, client.corporate_number),
    )
    spelt = (firm_spelling(client.name), *(spelling_of(text) for _, text in told))
    return KnownClient(client, tuple(field for field, _ in told), spelt)


def _person(contact: Contact, firm: KnownClient) -> KnownPerson:
    person = display_name(contact)
    own = tuple(spelling_of(text) for text in (contact.name, contact.reading, *contact.aliases))
    every = (*own, spelling_of(contact.role), spelling_of(person), *firm.compared)
    return KnownPerson(contact, firm.client, person, own, every)
