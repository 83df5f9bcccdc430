from __future__ import annotations

from datetime import date

import pytest

from bankrm.language import formatting
from bankrm.language.quantities import PartialDate


@pytest.mark.parametrize(
    ("yen", "unit", "expected"),
    [
        (1_236_000_000, "百万円", "1,236百万円"), (2_250_000, "百万円", "2.25百万円"), (1_234_000_000, "億万円", "12億3,400万円"), (31_689_000_000, "億百万円", "316億89百万円"),
        (-12_000_000, "百万円", "▲12百万円"), (300_000_000, "億万円", "3億円"), (0, "億万円", "0円"), (12_345, "億万円", "1万2,345円"), (1_500, "千円", "1.5千円"),
    ],
)  # fmt: skip
def test_yen_is_written_in_the_unit_of_its_source(yen: int, unit: str, expected: str) -> None:
    assert formatting.format_yen(yen, unit) == expected


def test_an_unknown_unit_is_refused() -> None:
    with pytest.raises(KeyError):
        formatting.format_yen(1, "ドル")


def test_dates_are_written_as_bankers_write_them() -> None:
    day = date(2026, 11, 24)
    assert formatting.weekday_date(day) == "11月24日(火)"
    assert formatting.slash_date(day) == "11/24"
    assert formatting.closing_period(date(2026, 3, 31)) == "2026年3月期"


def test_a_partial_date_is_written_as_precisely_as_it_was_told() -> None:
    assert formatting.partial_date(PartialDate(2026, 5, 20)) == "2026年5月20日"
    assert formatting.partial_date(PartialDate(2026, 5)) == "2026年5月"
    assert formatting.partial_date(PartialDate(2026)) == "2026年"
