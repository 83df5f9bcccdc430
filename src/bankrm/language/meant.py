"""What a relative term of a quotation means (今期中に → 今期は2027年3月まで), for those who read it in another year.

年度 runs from April to March where the firm's own year is not known; 期 is a firm's own year and is never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bankrm.language.fiscal import Interval
from bankrm.language.formatting import partial_date
from bankrm.language.normalise import find_quantities
from bankrm.language.quantities import Kind, PartialDate

MARCH = 3
_GENERAL = re.compile(r"(?P<year>[今本当来次再]{0,2}年度)内?")
_OWN = re.compile(r"(?P<year>[今当来次再々]{0,2}期)内?")
_UNTIL = re.compile(r"(?:中|の?(?:うち|内)|いっぱい)(?:に|で|は|も|には)?|まで")
_FROM = re.compile(r"以降|から|になって|に入って")


@dataclass(frozen=True, slots=True)
class Limit:
    """A 年度 or 期 as a limit: the term, and the month in which it `ends`, or else begins."""

    term: str
    month: PartialDate
    ends: bool

    def __str__(self) -> str:
        return f"{self.term}は{partial_date(self.month)}{'まで' if self.ends else 'から'}"


def limits(text: str, on: date, closing_month: int | None) -> tuple[Limit, ...]:
    """Those of a text whose words are of day `on`. `closing_month` (1–12) is the month in which the firm closes its books, None
    where nobody knows."""
    return tuple(dict.fromkeys(_limits(text, on, closing_month)))


def _limits(text: str, on: date, closing_month: int | None) -> Iterator[Limit]:
    for told in find_quantities(text, on, closing_month or MARCH):
        word = text[told.start : told.end]
        term = _GENERAL.fullmatch(word) or (_OWN.fullmatch(word) if closing_month else None)
        if told.kind is not Kind.PERIOD or term is None:
            continue
        year = Interval.parse(str(told.value))
        if word.endswith("内") or _UNTIL.match(text, told.end):
            yield Limit(term["year"], year.last, ends=True)
        elif _FROM.match(text, told.end):
            yield Limit(term["year"], year.first, ends=False)
