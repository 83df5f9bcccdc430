"""Headers of a table: evened out for comparison, with the units and the day (時点) that headers and title rows state."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from bankrm.adapters.importing.table import Cell, Line, is_blank
from bankrm.domain.days import may_be_recorded
from bankrm.language.normalise import find_quantities
from bankrm.language.quantities import Kind

UNITS = {"円": 1, "千円": 10**3, "万円": 10**4, "百万円": 10**6, "千万円": 10**7, "億円": 10**8, "十億円": 10**9}
_UNIT = "|".join(sorted((re.escape(unit) for unit in UNITS), key=len, reverse=True))
_HINT = rf"(?:単位 ?[:は]? ?)?(?:{_UNIT}|百万|千|億|名|人|社|件|歳|年|%|パーセント|税込|税抜|必須|任意|○|〇|[yYmMdD/年月日.-]+|YYYYMMDD)"
_HINT_IN_BRACKETS = re.compile(rf"[(\[【〔<]\s*{_HINT}(?:[、,/ ・].*?)?\s*[)\]】〕>]")
_UNIT_IN_BRACKETS = re.compile(rf"[(\[【〔<]\s*(?:単位 ?[:は]? ?)?(?P<unit>{_UNIT})[^()\[\]]*[)\]】〕>]")
_UNIT_STATED = re.compile(
    rf"単位 ?[:は]? ?(?P<unit>{_UNIT})|(?:金額)?単位.{{0,3}}?(?P<far>{_UNIT})|[(\[]\s*(?P<bare>{_UNIT})\s*[)\]]"
    rf"|(?P<before>{_UNIT}) ?単位"
)
_NOISE = re.compile(r"[\s・･.,:;、。_/\\|*※■□◆◇●＊#'\"-]+|^[0-9]+[.)]")
_CODE = re.compile(r"(?<=[^a-z])cd$")
_AS_OF = re.compile(r"現在|時点|基準日|基準年月日|as ?of", re.IGNORECASE)


@lru_cache(maxsize=4096)
def plain_header(text: str) -> str:
    """A header as it is compared: width and case evened out, spaces, signs and units in brackets cut (融資残高（千円） → 融資残高),
    CD behind a word in full (部店CD → 部店コード)."""
    folded = unicodedata.normalize("NFKC", text)
    plain = _NOISE.sub("", _HINT_IN_BRACKETS.sub("", folded)).casefold()
    return _CODE.sub("コード", plain)


def unit_in_header(text: str) -> str:
    """The money unit in a header's brackets, empty where there is none."""
    match = _UNIT_IN_BRACKETS.search(unicodedata.normalize("NFKC", text))
    return match["unit"] if match else ""


def unit_in_titles(titles: Sequence[Line]) -> str:
    """The money unit stated above the header (単位：百万円, 百万円単位), empty where there is none or where two differ."""
    found = set()
    for text in _texts(titles):
        for match in _UNIT_STATED.finditer(unicodedata.normalize("NFKC", text)):
            found.add(match["unit"] or match["far"] or match["bare"] or match["before"])
    return found.pop() if len(found) == 1 else ""


def as_of_in_titles(titles: Sequence[Line]) -> date | None:
    """時点: the one day that a title row marks by 現在, 時点 or 基準日; None where there is none or where two differ."""
    found = set[date]()
    for line in titles:
        marked = any(isinstance(cell, str) and _AS_OF.search(cell) for cell in line.cells)
        if marked:
            found.update(day for day in _days(line.cells) if may_be_recorded(day))
    return found.pop() if len(found) == 1 else None


def _days(cells: Sequence[Cell]) -> set[date]:
    days = {cell for cell in cells if isinstance(cell, date)}
    text = " ".join(cell for cell in cells if isinstance(cell, str))
    quantities = find_quantities(unicodedata.normalize("NFKC", text))
    return days | {q.partial_date().first_day() for q in quantities if q.kind is Kind.DATE}


def _texts(lines: Sequence[Line]) -> list[str]:
    return [cell for line in lines for cell in line.cells if isinstance(cell, str) and not is_blank(cell)]
