"""One client's page without the talks, which take time to read: head, our business, statements, deals, papers, drafts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bankrm.application.ports.clock import Clock
from bankrm.application.ports.drafts import DraftSummary
from bankrm.application.ports.records import Standing
from bankrm.application.ports.unit_of_work import OpenUnitOfWork
from bankrm.application.queries.client_list import agreed_since
from bankrm.application.queries.duplicates import same_clients
from bankrm.application.queries.unrecorded import visits_without_record
from bankrm.domain.business import Deal, HostFigures, HostItem, OtherBankLoan
from bankrm.domain.clients import Client, ClientKey, Contact
from bankrm.domain.documents import Document
from bankrm.domain.dossier import Dossier
from bankrm.domain.errors import NotFound
from bankrm.domain.visits import Visit
from bankrm.insights.freshness import OTHER_BANK_STALE
from bankrm.insights.series import Series, three_periods
from bankrm.insights.share import Share, share_of_loans


@dataclass(frozen=True, slots=True)
class HostLine:
    """One value of our business in yen, and what it was on the day before that the host told of.

    `of` is the day of a value that the newest extract says nothing of.
    """

    item: HostItem
    yen: int
    before_yen: int | None = None
    of: date | None = None


@dataclass(frozen=True, slots=True)
class Business:
    """取引状況 as the host told it on `as_of`; `before` is the day with which the values are compared.

    `guarantee_of` and `collateral_of` are the days of what the newest extract says nothing of.
    """

    as_of: date
    before: date | None
    lines: tuple[HostLine, ...]
    personal_guarantee: str
    collateral: str
    guarantee_of: date | None = None
    collateral_of: date | None = None


@dataclass(frozen=True, slots=True)
class OtherBankRow:
    """他行借入 as last known; `stale` where that is more than three months ago."""

    loan: OtherBankLoan
    stale: bool


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """資料 of the client or of the bank; `expired` by its own date."""

    document: Document
    expired: bool


@dataclass(frozen=True, slots=True)
class ClientFile:
    """What is there at once. `business` is None where the host told nothing; `series` is empty without a statement."""

    client: Client
    business: Business | None
    share: Share | None
    other_banks: tuple[OtherBankRow, ...]
    series: tuple[Series, ...]
    contacts: tuple[Contact, ...]
    deals: tuple[Deal, ...]
    documents: tuple[DocumentRow, ...]
    drafts: tuple[DraftSummary, ...]
    next_visit: Visit | None
    agreed: datetime | None = None  # when the last record says that one meets next, as long as that is to come
    same: tuple[Client, ...] = ()  # other keys of this client, as a person decided (同じ先)

    @property
    def as_of(self) -> date | None:
        """時点 of the host's data."""
        return self.business.as_of if self.business else None


class ReadClientFile:
    """Reads all but the talks."""

    def __init__(self, open_unit_of_work: OpenUnitOfWork, clock: Clock) -> None:
        self._open, self._clock = open_unit_of_work, clock

    def __call__(self, key: ClientKey) -> ClientFile:
        """As the records stand now. Raises NotFound."""
        today = self._clock.today()
        with self._open() as uow:
            dossier = uow.records.dossier(key, talks=False)
            drafts = tuple(uow.drafts.summaries(key))
            same = same_clients(uow, key)
            open_today = {visit.ref for visit in visits_without_record(uow, today, today)}
            standing = uow.records.standings().get(key, Standing())
        if dossier is None:
            raise NotFound(what="client", id=str(key))
        return ClientFile(
            dossier.client,
            _business(dossier),
            share_of_loans(dossier),
            tuple(OtherBankRow(loan, today - loan.as_of > OTHER_BANK_STALE) for loan in dossier.latest_other_banks),
            three_periods(dossier.statements),
            dossier.contacts,
            tuple(sorted(dossier.deals, key=lambda deal: (not deal.is_open, deal.deadline or date.max, deal.ref))),
            _documents(dossier.documents, today),
            drafts,
            next((v for v in dossier.visits if v.day > today or v.ref in open_today), None),
            agreed_since(standing, today),
            same,
        )


class ReadDocument:
    """One document with its passages, for whoever opens it."""

    def __init__(self, open_unit_of_work: OpenUnitOfWork) -> None:
        self._open = open_unit_of_work

    def __call__(self, client: ClientKey, ref: str) -> Document:
        """The client's own of that ref, else the bank's. Raises NotFound."""
        with self._open() as uow:
            dossier = uow.records.dossier(client, talks=False)
        found = [document for document in dossier.documents if document.ref == ref] if dossier else []
        if not found:
            raise NotFound(what="document", id=ref)
        return next((document for document in found if document.client), found[0])


def _business(dossier: Dossier) -> Business | None:
    if not dossier.host:
        return None
    *earlier, now = dossier.host
    before = earlier[-1] if earlier else None
    last = {item: figures for figures in dossier.standing_host for item in figures.values_yen}
    lines = tuple(
        HostLine(item, last[item].values_yen[item], _before(item, last[item], before), _older(last[item], now))
        for item in HostItem
        if item in last
    )
    guarantee = next((one for one in dossier.standing_host if one.personal_guarantee), now)
    collateral = next((one for one in dossier.standing_host if one.collateral), now)
    return Business(
        now.as_of, before.as_of if before else None, lines, guarantee.personal_guarantee, collateral.collateral,
        _older(guarantee, now), _older(collateral, now),
    )  # fmt: skip


def _older(said: HostFigures, now: HostFigures) -> date | None:
    return said.as_of if said.as_of < now.as_of else None


def _before(item: HostItem, last: HostFigures, before: HostFigures | None) -> int | None:
    """What a value that the newest extract holds was in the one before."""
    return before.values_yen.get(item) if before and last.as_of > before.as_of else None


def _documents(documents: Sequence[Document], today: date) -> tuple[DocumentRow, ...]:
    """The client's own before the bank's, the newest of each first."""
    newest = sorted(documents, key=lambda document: (document.issued or date.min, document.ref), reverse=True)
    own = sorted(newest, key=lambda document: document.client is None)
    return tuple(DocumentRow(one, one.valid_until is not None and one.valid_until < today) for one in own)
