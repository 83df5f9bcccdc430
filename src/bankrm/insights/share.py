"""当行シェア: our loans in all borrowings of a firm, where both are known for one day."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from bankrm.domain.business import Account, FinancialStatement, HostFigures, HostItem
from bankrm.domain.dossier import Dossier


@dataclass(frozen=True, slots=True)
class Share:
    """Our part (0 to 1) on the closing day of a statement, and the two records that it is made of."""

    share: Decimal
    host: HostFigures
    statement: FinancialStatement


def share_of_loans(dossier: Dossier) -> Share | None:
    """Of the latest statement; None where the host knows no value of that day, or more than the statement holds."""
    now = max(dossier.statements, key=lambda statement: statement.period_end, default=None)
    if now is None:
        return None
    host = next((h for h in dossier.host if h.as_of == now.period_end and HostItem.LOANS in h.values_yen), None)
    if host is None or not 0 < host.values_yen[HostItem.LOANS] <= now.accounts.get(Account.BORROWINGS, 0):
        return None
    return Share(Decimal(host.values_yen[HostItem.LOANS]) / now.accounts[Account.BORROWINGS], host, now)
