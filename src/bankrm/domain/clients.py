"""Clients (取引先) and the people we meet there (面談者)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class ClientKey:
    """Branch (店番) and customer number (CIF): the same CIF in two branches is two clients. Both keep leading zeros."""

    branch: str
    cif: str

    @classmethod
    def parse(cls, text: str) -> ClientKey:
        """Read `012-0012345`. Raises ValueError for anything else."""
        match = re.fullmatch(r"([0-9]{3})-([0-9A-Z]{4,12})", text)
        if not match:
            raise ValueError(text)
        return cls(*match.groups())

    def __str__(self) -> str:
        return f"{self.branch}-{self.cif}"


def is_corporate_number(text: str) -> bool:
    """Whether 13 digits are a 法人番号: the first is the check digit of the other twelve.

    9 − (Σ Pₙ·Qₙ mod 9), n from the lowest digit, Q = 1 for odd n and 2 for even n
    (法人番号の指定等に関する省令 第2条).
    """
    if not re.fullmatch(r"[0-9]{13}", text):
        return False
    total = sum(int(digit) * (1 if n % 2 == 0 else 2) for n, digit in enumerate(reversed(text[1:])))
    return int(text[0]) == 9 - total % 9


class ClientForm(StrEnum):
    """法人 or 個人事業主; a sole proprietor has no corporate number."""

    CORPORATION = "corporation"
    SOLE_PROPRIETOR = "sole_proprietor"


@dataclass(frozen=True, slots=True)
class Client:
    """取引先: a company or sole proprietor of one branch."""

    key: ClientKey
    name: str
    reading: str = ""
    form: ClientForm = ClientForm.CORPORATION
    aliases: tuple[str, ...] = ()
    corporate_number: str = ""
    industry: str = ""
    address: str = ""
    representative: str = ""
    founded: str = ""
    business: str = ""
    suppliers: str = ""
    customers: str = ""
    in_charge: str = ""
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """面談者: a person at the client. `decides` marks who has the last word (決裁者)."""

    client: ClientKey
    name: str
    role: str = ""
    reading: str = ""
    aliases: tuple[str, ...] = ()
    decides: bool = False
    note: str = ""
