"""Three periods of each indicator side by side, and the index that stands in place of a comparison with the industry."""

from __future__ import annotations

from datetime import date

from tests.builders import KEY, accounts

from bankrm.domain.business import FinancialStatement
from bankrm.insights.series import Reading, Series, three_periods

LINES = {
    "operating_profit": 24, "ordinary_profit": 22, "taxes": 6, "depreciation": 16, "borrowings": 300, "cash": 60,
    "receivables": 90, "inventories": 30, "payables": 45, "net_assets": 120, "total_assets": 480, "employees": 40,
}  # fmt: skip


def series(*statements: FinancialStatement) -> dict[str, Series]:
    return {one.key: one for one in three_periods(statements)}


def shown(one: Series) -> list[int | None]:
    return [None if value is None else int(value) for value in one.index]


def year(number: int, **lines: int) -> FinancialStatement:
    return accounts(f"{number}-03-31", **{"sales": 600, **LINES, **lines})


def test_only_the_latest_three_periods_are_shown_but_growth_knows_the_year_before_them() -> None:
    growth = series(year(2026, sales=660), year(2023), year(2024, sales=660), year(2025))["growth"]
    assert [reading.period_end.year for reading in growth.readings] == [2024, 2025, 2026]
    assert [reading.shown for reading in growth.readings] == ["10.0%", "▲9.1%", "10.0%"]


def test_without_statements_there_is_nothing_to_show() -> None:
    assert three_periods(()) == ()


def test_missing_lines_are_named_for_their_period_and_no_number_stands() -> None:
    lines = {name: value for name, value in LINES.items() if name != "depreciation"}
    (reading,) = series(accounts("2026-03-31", sales=600, **lines))["ebitda_multiple"].readings
    assert reading == Reading(date(2026, 3, 31), None, "未算出(減価償却費が未登録)", missing=("減価償却費",))


def test_a_denominator_that_is_not_positive_gives_its_reason() -> None:
    (reading,) = series(year(2026, operating_profit=-30))["ebitda_multiple"].readings
    assert (reading.value, reading.reason) == (None, "営業利益と減価償却費の合計が0以下")


def test_no_net_debt_is_neither_a_number_nor_a_reason() -> None:
    (reading,) = series(year(2026, cash=300))["ebitda_multiple"].readings
    assert (reading.value, reading.shown, reading.reason, reading.missing) == (None, "実質無借金", "", ())


def test_an_index_of_the_oldest_period_rises_where_the_firm_does_better() -> None:
    found = series(year(2024), year(2025, operating_profit=48), year(2026, operating_profit=12, receivables=75))
    assert shown(found["margin"]) == [100, 200, 50]
    assert shown(found["turnover"]) == [100, 100, 125]  # 1.5か月 → 1.2か月: less is better
    assert (found["growth"].index_of, shown(found["growth"])) == ("売上高", [100, 100, 100])


def test_what_is_not_positive_has_no_index() -> None:
    assert series(year(2025, operating_profit=-5), year(2026))["margin"].index == (None, None)
    assert shown(series(year(2025), year(2026, operating_profit=-5))["margin"]) == [100, None]


def test_the_series_belong_to_the_same_client_whatever_their_order() -> None:
    assert all(statement.client == KEY for statement in (year(2025), year(2026)))
    assert three_periods((year(2026), year(2025))) == three_periods((year(2025), year(2026)))
