"""One cell to one value, by the kind of its field: codes, names, dates, amounts, counts, rates, marks.

Whole cells only: a cell that holds more or less than one value of its kind is an error with a reason code, never a guess.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Any

from bankrm.adapters.importing.headers import UNITS
from bankrm.adapters.importing.table import Cell, is_blank
from bankrm.domain.clients import ClientForm, is_corporate_number
from bankrm.domain.days import may_be_recorded
from bankrm.language.eras import BY_NOTATION, possible
from bankrm.language.fiscal import Interval
from bankrm.language.normalise import find_quantities
from bankrm.language.quantities import Kind, PartialDate, Quantity

_LARGEST_YEN = 10**16
_LARGEST_COUNT, _LARGEST_PERCENT = 10**9, 1_000
_NOTHING = re.compile(r"[-－‐‑–—―─ー*＊/／.…]+|n/?a|不明|未詳|該当なし", re.IGNORECASE)
_BROKEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffd\ufffe\uffff]")
_GAIJI = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_CELL_ERROR = re.compile(r"#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!)")
_EXCEL_TEXT = re.compile(r'="([^"]*)"')
_NUMBER = re.compile(
    r"(?P<sign>[▲△+-]?) ?¥?(?P<again>[▲△-]?) ?(?P<digits>(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?)-?"
)
_BRACKETED = re.compile(r"\( ?(?P<digits>(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?) ?\)")
_DAY = re.compile(r"(?P<y>[0-9]{4})[-/.年](?P<m>[0-9]{1,2})[-/.月](?P<d>[0-9]{1,2})日?")
_EIGHT = re.compile(r"(?P<y>(?:19|20)[0-9]{2})(?P<m>[0-9]{2})(?P<d>[0-9]{2})")
_SHORT_DAY = re.compile(r"(?P<y>[0-9]{1,2})[-/.](?P<m>[0-9]{1,2})[-/.](?P<d>[0-9]{1,2})")
_MONTH = re.compile(r"(?P<y>[0-9]{4})[-/.年](?P<m>[0-9]{1,2})月?期?")
_SHORT_MONTH = re.compile(r"(?P<y>[0-9]{1,2})[-/.](?P<m>[0-9]{1,2})期?")
_WEEKDAY_OR_TIME = re.compile(r" ?\([月火水木金土日](?:曜日?)?\)|[ T][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?$")
_SPLIT = re.compile(r"[、,，;；/／\n]|(?<![ァ-ヺー])・|・(?![ァ-ヺ])")
_YES = re.compile(r"[○〇◯◎✓✔☑●yYｙＹ1]|有|あり|はい|true", re.IGNORECASE)
_NO = re.compile(r"[×✕✗xXnN0無]|なし|いいえ|false|no", re.IGNORECASE)


class CellError(Exception):
    """A cell that holds no single value of its kind; the message is a reason code."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Noted:
    """A value that is taken over, with a reason to look at it."""

    value: Any
    reason: str


@dataclass(frozen=True, slots=True)
class Column:
    """What a converter may know of its column: unit, width of a code, and what `8/5/20` means (era name or `western`)."""

    unit: str = ""
    width: int = 0
    short_dates: str = ""


Converter = Callable[[Cell, Column], Any]


def readable(cell: Cell) -> Cell | Noted:
    """The cell with even line ends and Excel's `="0012"` unwrapped. Raises CellError for what nobody can read."""
    if isinstance(cell, float) and not math.isfinite(cell):
        raise CellError("cell_error")
    if not isinstance(cell, str):
        return cell
    text = cell.replace("\x0b", "\n").replace("\x0c", "\n").strip().lstrip("\ufeff")
    if _BROKEN.search(text):
        raise CellError("unreadable_text")
    if _CELL_ERROR.fullmatch(text):
        raise CellError("cell_error")
    if wrapped := _EXCEL_TEXT.fullmatch(text):
        text = wrapped[1]
    return Noted(text, "gaiji") if _GAIJI.search(text) else text


def read_text(cell: Cell, column: Column) -> str:  # noqa: ARG001
    """Text as it stands; whole numbers without a decimal point, dates as ISO 8601."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell)


def read_name(cell: Cell, column: Column) -> str:
    """Text on one line."""
    return re.sub(r"\s*\n\s*", "", read_text(cell, column))


def read_names(cell: Cell, column: Column) -> tuple[str, ...]:
    """People or names, parted by 、 , ・ / or line breaks; ・ inside a katakana name parts nothing."""
    pieces = (piece.strip() for piece in _SPLIT.split(read_text(cell, column)))
    return tuple(dict.fromkeys(piece for piece in pieces if piece and not _NOTHING.fullmatch(piece)))


def read_branch(cell: Cell, column: Column) -> str:
    """店番: three digits, zeros restored; a branch name behind the number is cut."""
    match = re.match(r"([0-9]{1,3})(?![0-9A-Za-z.])", _folded(cell))
    if not match:
        raise CellError("invalid_branch")
    return match[1].zfill(column.width or 3)


def read_cif(cell: Cell, column: Column) -> str:
    """CIF: 4 to 12 digits or capital letters. Zeros are restored to the profile's width where Excel stored a number."""
    text = _folded(cell).replace("-", "").upper()
    if isinstance(cell, (int, float)) and text.isdigit():
        text = text.zfill(column.width)
    if not re.fullmatch(r"[0-9A-Z]{4,12}", text):
        raise CellError("invalid_cif")
    return text


def read_corporate_number(cell: Cell, column: Column) -> str | Noted:  # noqa: ARG001
    """法人番号: digits; noted where it is none by length or check digit."""
    text = re.sub(r"[-‐ー ]", "", _folded(cell))
    if _is_nothing(text):
        return ""
    if not text.isascii() or not text.isdigit():
        raise CellError("invalid_corporate_number")
    return text if is_corporate_number(text) else Noted(text, "corporate_number_check_digit")


def read_form(cell: Cell, column: Column) -> ClientForm:
    """法人 or 個人 (事業主); empty counts as a corporation."""
    text = read_text(cell, column)
    return ClientForm.SOLE_PROPRIETOR if text.startswith("個") else ClientForm.CORPORATION


def read_flag(cell: Cell, column: Column) -> bool:
    """○ and its kin, or nothing."""
    text = _folded(read_text(cell, column))
    if _is_nothing(text) or _NO.match(text):
        return False
    if not _YES.match(text):
        raise CellError("not_a_mark")
    return True


def read_date(cell: Cell, column: Column) -> date | None:
    """One day."""
    found = _partial(cell, column)
    if found is None:
        return None
    if found.day is None:
        raise CellError("date_incomplete")
    return _within(found.first_day())


def read_as_of(cell: Cell, column: Column) -> date | Noted | None:
    """時点: one day; a month stands for its last day, and is noted."""
    found = _partial(cell, column)
    if found is None:
        return None
    if found.month is None:
        raise CellError("date_incomplete")
    day = _within(found.last_day())
    return day if found.day else Noted(day, "month_as_its_last_day")


def read_due(cell: Cell, column: Column) -> date | None:
    """The last day that a due date, month or year can mean."""
    found = _partial(cell, column)
    return _within(found.last_day()) if found else None


def read_period_end(cell: Cell, column: Column) -> date | None:
    """The closing day of 決算期: 2026年3月期, 令和8年3月期, 26/3期, 2025年度, 2026/3/31."""
    if isinstance(cell, str):
        text = _folded(cell)
        if found := _fitting(text, Kind.PERIOD):
            return _within(Interval.parse(str(found.value)).last_day())
    partial = _partial(cell, column)
    if partial is None:
        return None
    if partial.month is None:
        raise CellError("date_incomplete")
    month_only = partial.day == 1 or partial.day is None  # Excel keeps 「2026年3月」 as its first day
    return _within(PartialDate(partial.year, partial.month).last_day() if month_only else partial.first_day())


def _within(day: date) -> date:
    if not may_be_recorded(day):
        raise CellError("date_out_of_range")
    return day


def read_amount(cell: Cell, column: Column) -> int | Noted | None:
    """Integer yen. The unit stands in the cell, else in the header, the title row or the profile; without any it is an error."""
    if isinstance(cell, (int, float)):
        return _scaled(Decimal(repr(cell)), column)
    text = _folded(cell)
    if _is_nothing(text):
        return None
    number = _number(text)
    if number is not None and not text.startswith("¥") and "¥" not in text:
        return _scaled(number, column)
    if number is not None:
        return _whole_yen(number)
    found = _fitting(text, Kind.AMOUNT)
    if found is None:
        raise CellError("not_an_amount")
    yen = _whole_yen(Decimal(str(found.value)))
    return Noted(yen, "approximate_amount") if found.approx else yen


def read_count(cell: Cell, column: Column) -> int | None:  # noqa: ARG001
    """A whole number of people or things."""
    text = _folded(cell)
    if _is_nothing(text):
        return None
    number = _number(re.sub(r"[名人社件台]$", "", text))
    if number is None or abs(number) >= _LARGEST_COUNT or number != int(number):
        raise CellError("not_a_count")
    return int(number)


def read_percent(cell: Cell, column: Column) -> float | None:  # noqa: ARG001
    """A rate in percent."""
    text = re.sub(r"^年(?:利|率)?", "", _folded(cell))
    if _is_nothing(text):
        return None
    number = _number(re.sub(r" ?(?:%|パーセント)$", "", text))
    if number is None or abs(number) >= _LARGEST_PERCENT:
        raise CellError("not_a_rate")
    return float(number)


CONVERTERS: Mapping[str, Converter] = {
    "text": read_text, "name": read_name, "names": read_names, "branch": read_branch, "cif": read_cif,
    "corporate_number": read_corporate_number, "form": read_form, "flag": read_flag, "date": read_date, "as_of": read_as_of, "due": read_due,
    "period_end": read_period_end, "amount": read_amount, "count": read_count, "percent": read_percent,
}  # fmt: skip

EMPTY: Mapping[str, object] = {
    "text": "", "name": "", "names": (), "branch": "", "cif": "", "corporate_number": "", "flag": False,
}  # fmt: skip
"""What an empty cell means, by kind; None (unknown) for the rest."""


def _folded(cell: Cell) -> str:
    if isinstance(cell, str):
        return unicodedata.normalize("NFKC", cell.strip()).translate(_MINUS).strip()
    return read_text(cell, _PLAIN)


_PLAIN = Column()
_MINUS = str.maketrans("−–‐‑", "----")


def _is_nothing(text: str) -> bool:
    return not text or bool(_NOTHING.fullmatch(text))


def _number(text: str) -> Decimal | None:
    """A bare number with its sign: △1,200, (1,200), -31, ¥1,980; None for anything else."""
    if match := _BRACKETED.fullmatch(text):
        return -Decimal(match["digits"].replace(",", ""))
    match = _NUMBER.fullmatch(text)
    if not match:
        return None
    value = Decimal(match["digits"].replace(",", ""))
    return -value if (match["sign"] + match["again"]).strip("+") else value


def _scaled(number: Decimal, column: Column) -> int:
    if not column.unit:
        raise CellError("unit_unknown")
    return _whole_yen(number * UNITS[column.unit])


def _whole_yen(number: Decimal) -> int:
    if abs(number) >= _LARGEST_YEN:
        raise CellError("amount_out_of_range")
    return int(number.quantize(Decimal(1), ROUND_HALF_UP))


def _fitting(text: str, *kinds: Kind) -> Quantity | None:
    """The one quantity that fills the cell; None where there is none of these kinds, or more than one, or more words."""
    quantities = find_quantities(text)
    if len(quantities) != 1 or quantities[0].kind not in kinds:
        return None
    around = text[: quantities[0].start] + text[quantities[0].end :]
    return quantities[0] if not re.sub(r"[\s約頃ごろ期現在迄まで程度、。()]", "", around) else None


def _partial(cell: Cell, column: Column) -> PartialDate | None:
    if isinstance(cell, date):
        return PartialDate.of(cell)
    if is_blank(cell):
        return None
    if isinstance(cell, float):
        raise CellError("not_a_date")
    return _written_date(_folded(cell), column.short_dates)


@lru_cache(maxsize=4096)
def _written_date(text: str, short_dates: str) -> PartialDate | None:
    text = _WEEKDAY_OR_TIME.sub("", _WEEKDAY_OR_TIME.sub("", text)).strip()
    if _is_nothing(text):
        return None
    try:
        if match := _DAY.fullmatch(text) or _EIGHT.fullmatch(text) or _MONTH.fullmatch(text):
            return _checked(*(int(part) for part in match.groups()))
        if match := _SHORT_DAY.fullmatch(text) or _SHORT_MONTH.fullmatch(text):
            return _short_date(short_dates, *(int(part) for part in match.groups()))
    except ValueError as error:
        raise CellError("impossible_date") from error
    found = _fitting(text, Kind.DATE, Kind.MONTH, Kind.YEAR)
    if found is None:
        raise CellError("not_a_date")
    return found.partial_date()


def _short_date(meaning: str, year: int, month: int, day: int | None = None) -> PartialDate:
    """`8/5/20` as the profile says: in an era (`令和`) or `western` (2008-05-20); an error where it says nothing."""
    if not meaning:
        raise CellError("short_date_undecided")
    if meaning == "western":
        return _checked(2000 + year, month, day)
    era = BY_NOTATION[meaning]
    if not possible(era, era.year(year), month, day):
        raise ValueError(year)
    return _checked(era.year(year), month, day)


def _checked(year: int, month: int, day: int | None = None) -> PartialDate:
    found = PartialDate(year, month, day)
    found.first_day()
    return found
