"""Whose day a deadline is decides what is said of it."""

from __future__ import annotations

from datetime import date

import pytest
from tests.builders import KEY, dossier, seen, talk

from bankrm.domain.business import Deal
from bankrm.domain.evidence import Evidence
from bankrm.domain.interactions import Interaction
from bankrm.domain.observations import Code, DeadlineKind, Observation


def near(*talks: Interaction, deals: tuple[Deal, ...] = ()) -> list[Observation]:
    return seen(dossier(*talks, deals=deals), Code.DEADLINE_NEAR)


@pytest.mark.parametrize(
    ("ours", "kind"),
    [
        ("手形貸付1,500万円は6月19日が期日と案内。", DeadlineKind.MATURITY),
        ("当座貸越の更新日は6月19日である旨を説明。", DeadlineKind.MATURITY),
        ("出店支援の公募は6月19日が締切と案内。", DeadlineKind.CHOICE),
        ("再リースの申出は6月19日までと確認。", DeadlineKind.CHOICE),
        ("設備資金の特別枠は6月19日が申込期限と案内。", DeadlineKind.CHOICE),
        ("包材の値上げは6月19日出荷分からと伺う。", DeadlineKind.OTHERS),
        ("倉庫の賃貸借は6月19日で満了とのこと。", DeadlineKind.OTHERS),
    ],
)
def test_a_deadline_is_of_the_kind_its_sentence_says(ours: str, kind: DeadlineKind) -> None:
    (found,) = near(talk("2026-06-01", ours=ours))
    assert found.values["kind"] is kind


def test_another_banks_maturity_is_not_ours() -> None:
    (found,) = near(talk("2026-06-01", "社長「波止場銀行さんの手形貸付は6月19日が期日なんだ」"))
    assert found.values["kind"] is DeadlineKind.CHOICE


def test_a_sum_the_client_must_pay_within_a_month_is_near() -> None:
    (found,) = near(talk("2026-06-01", "社長「7月10日の小麦粉代420万円の支払が心配だ」"))
    assert (found.values["kind"], found.day("due"), found.subject) == (
        DeadlineKind.PAYMENT, date(2026, 7, 10), "小麦粉代420万円の支払",
    )  # fmt: skip


def test_a_day_of_a_deal_is_named_by_its_note_not_by_its_title() -> None:
    deal = Deal(
        "D1",
        KEY,
        "製麺機の更新",
        "設備資金",
        30_000_000,
        "検討中",
        date(2026, 6, 19),
        date(2026, 5, 1),
        "メーカーの値上げは6月19日の発注分から",
    )
    (found,) = near(deals=(deal,))
    assert (found.subject, found.values["kind"]) == ("メーカーの値上げ", DeadlineKind.OTHERS)


def test_a_loan_that_is_out_matures_under_its_own_name_although_the_deal_is_done() -> None:
    deal = Deal(
        "D2",
        KEY,
        "小麦仕入のつなぎ資金",
        "運転資金",
        20_000_000,
        "実行済・期日管理",
        date(2026, 6, 19),
        date(2026, 3, 1),
    )
    (found,) = near(deals=(deal,))
    assert (found.subject, found.values["kind"]) == ("小麦仕入のつなぎ資金20百万円の期日", DeadlineKind.MATURITY)


def test_money_that_comes_after_the_day_of_repayment_is_said_so() -> None:
    words = "社長「検収が遅れて、代金が入るのは7月になりそうだ」"
    (found,) = near(talk("2026-06-01", words, ours="つなぎ資金2,000万円は6月19日が期日である旨を説明。"))
    late = found.values["receipt_late"]
    assert isinstance(late, Evidence)
    assert "2026年7月" in late.body


def test_money_that_comes_in_time_is_only_quoted() -> None:
    words = "社長「代金は6月16日に入金される」"
    (found,) = near(talk("2026-06-01", words, ours="つなぎ資金2,000万円は6月19日が期日である旨を説明。"))
    assert found.values["receipt_late"] is None
    assert found.values["receipt"] is not None


def test_two_kinds_on_one_day_are_two_deadlines() -> None:
    ours = "手形貸付は6月19日が期日。出店支援の公募は6月19日が締切と案内。"
    assert {o.values["kind"] for o in near(talk("2026-06-01", ours=ours))} == {
        DeadlineKind.MATURITY,
        DeadlineKind.CHOICE,
    }


@pytest.mark.parametrize(("due", "days"), [(date(2026, 6, 5), -10), (date(2026, 7, 10), 25)])
def test_a_registered_loan_is_seen_a_month_ahead_and_while_it_is_overdue(due: date, days: int) -> None:
    deal = Deal("D3", KEY, "小麦仕入の手形貸付", "運転資金", 15_000_000, "期日管理", due, date(2026, 1, 5))
    (found,) = near(deals=(deal,))
    assert found.count("days") == days
