"""The six of ローカルベンチマーク and the bank's own, with what lacks named."""

from __future__ import annotations

from decimal import Decimal

from tests.builders import accounts, deal, dossier, seen, talk

from bankrm.domain.observations import Code

FULL = {
    "sales": 600, "operating_profit": 24, "ordinary_profit": 22, "taxes": 6, "depreciation": 16, "borrowings": 300, "cash": 60,
    "receivables": 90, "inventories": 30, "payables": 45, "net_assets": 120, "total_assets": 480, "employees": 40,
}  # fmt: skip


def shown(*statements: object) -> dict[str, str]:
    file = dossier(statements=statements)  # type: ignore[arg-type]
    return {o.subject: str(o.values["shown"]) for o in seen(file, Code.INDICATOR)}


def test_all_indicators_by_their_formulas() -> None:
    assert shown(accounts("2025-03-31", sales=640), accounts("2026-03-31", **FULL)) == {
        "売上増加率": "▲6.3%",
        "営業利益率": "4.0%",
        "労働生産性": "600千円/人",
        "EBITDA有利子負債倍率": "6.0倍",
        "営業運転資本回転期間": "1.5か月",
        "自己資本比率": "25.0%",
        "債務償還年数": "7.0年",
    }


def test_a_formula_names_what_it_is_made_of() -> None:
    file = dossier(statements=(accounts("2025-03-31", sales=640), accounts("2026-03-31", **FULL)))
    formulas = {o.subject: o.figure.origin.formula for o in seen(file, Code.INDICATOR) if o.figure}
    assert formulas["売上増加率"] == "売上高600百万円÷前期の売上高640百万円−1"
    assert formulas["EBITDA有利子負債倍率"] == "(借入金300百万円−現預金60百万円)÷(営業利益24百万円+減価償却費16百万円)"
    assert formulas["労働生産性"] == "営業利益24百万円÷従業員40名"


def test_without_a_number_there_is_no_formula_but_that_of_the_year_before() -> None:
    before, now = FULL, FULL | {"operating_profit": -20}
    file = dossier(statements=(accounts("2025-03-31", **before), accounts("2026-03-31", **now)))
    (multiple,) = [o for o in seen(file, Code.INDICATOR) if o.subject == "EBITDA有利子負債倍率"]
    assert multiple.figure
    assert (multiple.figure.origin.formula or "").startswith("前期は(借入金")


def test_growth_needs_the_year_before_not_just_an_earlier_one() -> None:
    assert "売上増加率" not in shown(accounts("2024-03-31", sales=640), accounts("2026-03-31", **FULL))


def test_missing_inputs_are_named() -> None:
    lines = {k: v for k, v in FULL.items() if k not in ("depreciation", "cash")}
    missing = seen(dossier(statements=(accounts("2026-03-31", **lines),)), Code.INDICATOR_MISSING)
    (multiple,) = [o for o in missing if o.subject == "EBITDA有利子負債倍率"]
    assert multiple.names("missing") == ("現預金", "減価償却費")


def test_never_a_number_over_a_denominator_that_is_not_positive() -> None:
    assert "算出不可" in shown(accounts("2026-03-31", **FULL | {"operating_profit": -20}))["EBITDA有利子負債倍率"]


def test_more_cash_than_debt_is_said_in_words() -> None:
    assert shown(accounts("2026-03-31", **FULL | {"cash": 300}))["EBITDA有利子負債倍率"] == "実質無借金"


def test_as_if_the_amount_under_discussion_were_borrowed() -> None:
    file = dossier(talk("2026-05-12", "社長「見積は8,000万円くらいだ」"), statements=(accounts("2026-03-31", **FULL),))
    multiple = next(o for o in seen(file, Code.INDICATOR_IF_BORROWED) if o.values["key"] == "ebitda_multiple")
    assert (multiple.values["shown"], multiple.ratio("value")) == ("8.0倍", Decimal(8))


def test_a_revised_sum_is_shown_with_the_registered_one() -> None:
    dearer = talk("2026-05-12", "社長「茹で釜は基礎工事込みで8,000万円だ」")
    file = dossier(dearer, deals=(deal("茹で釜の入替え", 60),), statements=(accounts("2026-03-31", **FULL),))
    multiple = next(o for o in seen(file, Code.INDICATOR_IF_BORROWED) if o.values["key"] == "ebitda_multiple")
    assert (multiple.values["amount_yen"], multiple.values["registered_yen"]) == (80_000_000, 60_000_000)
    assert multiple.figure
    assert "茹で釜の入替えの80百万円(登録は60百万円)" in multiple.figure.text
