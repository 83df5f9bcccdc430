"""Which topic stores which kind of record, and how a row of those without parts becomes the record again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bankrm.adapters.store.rows.base import Topic
from bankrm.adapters.store.rows.business import (
    DEALS,
    HOST,
    OTHER_BANKS,
    STATEMENTS,
    to_deal,
    to_host,
    to_other_bank,
    to_statement,
)
from bankrm.adapters.store.rows.clients import CLIENTS, CONTACTS, to_client, to_contact
from bankrm.adapters.store.rows.documents import DOCUMENTS, PRODUCTS
from bankrm.adapters.store.rows.interactions import INTERACTIONS, to_interaction
from bankrm.adapters.store.rows.visits import VISITS
from bankrm.domain.business import Deal, FinancialStatement, HostFigures, OtherBankLoan
from bankrm.domain.clients import Client, Contact
from bankrm.domain.documents import Document, Product
from bankrm.domain.interactions import Interaction
from bankrm.domain.visits import Visit

TOPICS: dict[type, Topic[Any]] = {
    Client: CLIENTS,
    Contact: CONTACTS,
    Interaction: INTERACTIONS,
    HostFigures: HOST,
    OtherBankLoan: OTHER_BANKS,
    FinancialStatement: STATEMENTS,
    Deal: DEALS,
    Visit: VISITS,
    Document: DOCUMENTS,
    Product: PRODUCTS,
}

VALUES: dict[type, Callable[[Any], Any]] = {
    Client: to_client,
    Contact: to_contact,
    Interaction: to_interaction,
    HostFigures: to_host,
    OtherBankLoan: to_other_bank,
    FinancialStatement: to_statement,
    Deal: to_deal,
}
