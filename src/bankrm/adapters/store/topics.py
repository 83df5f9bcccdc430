"""Which topic stores which kind of record."""

from __future__ import annotations

from typing import Any

from bankrm.adapters.store.rows.base import Topic
from bankrm.adapters.store.rows.business import DEALS, HOST, OTHER_BANKS, STATEMENTS
from bankrm.adapters.store.rows.clients import CLIENTS, CONTACTS
from bankrm.adapters.store.rows.documents import DOCUMENTS, PRODUCTS
from bankrm.adapters.store.rows.interactions import INTERACTIONS
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
