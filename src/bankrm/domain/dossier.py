"""Everything recorded of one client, as one value: what observations and drafts are made of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from bankrm.domain.business import Deal, FinancialStatement, HostFigures, OtherBankLoan, standing_figures
from bankrm.domain.clients import Client, Contact
from bankrm.domain.closings import Closing
from bankrm.domain.documents import Document, Product
from bankrm.domain.interactions import Interaction
from bankrm.domain.visits import Visit


@dataclass(frozen=True, slots=True)
class Dossier:
    """One client's current records, each sequence in time order. `documents` holds the client's own and the bank's."""

    client: Client
    contacts: tuple[Contact, ...] = ()
    interactions: tuple[Interaction, ...] = ()
    host: tuple[HostFigures, ...] = ()
    other_banks: tuple[OtherBankLoan, ...] = ()
    deals: tuple[Deal, ...] = ()
    statements: tuple[FinancialStatement, ...] = ()
    documents: tuple[Document, ...] = ()
    products: tuple[Product, ...] = ()
    visits: tuple[Visit, ...] = ()
    closings: tuple[Closing, ...] = ()

    @property
    def as_of(self) -> date | None:
        """時点 of the host data, None where there is none."""
        return max((figures.as_of for figures in self.host), default=None)

    @property
    def closing_month(self) -> int | None:
        """The month in which the firm closes its books, by its last statement; None where there is none."""
        last = max(self.statements, key=lambda statement: statement.period_end, default=None)
        return last.period_end.month if last else None

    @property
    def standing_host(self) -> tuple[HostFigures, ...]:
        """What the host said last of each thing, by the day on which it said so."""
        return standing_figures(self.host)

    @property
    def latest_other_banks(self) -> tuple[OtherBankLoan, ...]:
        """Each other bank's terms as last known; an older entry of the same bank says nothing of today."""
        return tuple({loan.bank: loan for loan in self.other_banks}.values())

    def until(self, day: date) -> Dossier:
        """What was known on that day: nothing of a later date."""
        return replace(
            self,
            interactions=tuple(record for record in self.interactions if record.on <= day),
            host=tuple(figures for figures in self.host if figures.as_of <= day),
            other_banks=tuple(loan for loan in self.other_banks if loan.as_of <= day),
            statements=tuple(statement for statement in self.statements if statement.period_end <= day),
            closings=tuple(closing for closing in self.closings if closing.on <= day),
        )


Record = (
    Client
    | Contact
    | Interaction
    | HostFigures
    | OtherBankLoan
    | FinancialStatement
    | Deal
    | Visit
    | Document
    | Product
)
