"""Records that contradict each other are both named as what a statement rests on."""

from __future__ import annotations

import pytest
from tests.pairs import judged

APRIL = "2026年4月14日 訪問 岩瀬社長: 従業員は46名。倉庫の土地は売らない。"
JULY = "2026年7月3日 訪問 堀内経理部長: 従業員は41名。倉庫の土地は売る。"
ELSE = "2026年7月20日 電話 堀内経理部長: 試算表は来週に送る。"


@pytest.mark.parametrize("statement", ["従業員は46名(岩瀬社長、4/14)。", "倉庫の土地は売らない(岩瀬社長、4/14)。"])
def test_a_statement_names_the_record_that_says_otherwise(statement: str) -> None:
    judgement = judged(statement, (APRIL, JULY, ELSE))
    assert judgement.verdict.value == "supported"
    assert judgement.rests_on == ("E1", "E2")


def test_a_record_of_something_else_is_not_named() -> None:
    assert judged("従業員は46名(岩瀬社長、4/14)。", (APRIL, ELSE)).rests_on == ("E1",)


def test_last_years_value_contradicts_nothing() -> None:
    accounts = "決算 2026年3月期: 売上高 872百万円(前期 845百万円)"
    month = "試算表 2026年9月: 経費 12百万円"
    assert judged("売上高は872百万円。", (accounts, month)).rests_on == ("E1",)
