"""The names that may stand in one client's documents: its people, its own name, the banks it deals with."""

from __future__ import annotations

from bankrm.domain.dossier import Dossier
from bankrm.domain.reading import person_of
from bankrm.language.names import Firm, NameBook


def name_book(dossier: Dossier) -> NameBook:
    """Contacts and firms of the dossier, by which the checker knows one name in all its spellings."""
    client = dossier.client
    banks = dict.fromkeys(loan.bank for loan in dossier.other_banks)
    firms = (Firm(client.name, client.reading, client.aliases), *(Firm(bank) for bank in banks))
    return NameBook(map(person_of, dossier.contacts), firms)
