"""What a memo must not be kept with unless a person answers for it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from tests.shipped_rules import EXAMINATION

from bankrm.drafting.recording.proposals import Caution, Warned
from bankrm.drafting.recording.warnings import warnings_in as warnings_by


def warnings_in(memo: str, written: Sequence[str] = ()) -> list[Caution]:
    return list(warnings_by(memo, written, EXAMINATION))


def test_sensitive_words_are_pointed_out_where_they_stand() -> None:
    memo = "設備は来期。社長は先月から通院中らしい。"
    (warning,) = warnings_in(memo)
    assert (warning.kind, warning.words) == (Warned.SENSITIVE, "社長は先月から通院中らしい。")
    assert warning.span
    assert memo[slice(*warning.span)] == warning.words


@pytest.mark.parametrize(
    ("memo", "missing"),
    [
        ("借入の連帯保証は社長にお願いしたいと説明。", ("reason", "remedy")),
        ("経営者保証を付けていただく旨説明。役員貸付があり法人と個人の分離が不十分なため。", ("remedy",)),
        ("保証書の更新に署名いただく。財務が改善すれば解除を検討と説明。", ("reason",)),
    ],
)
def test_a_guarantee_that_we_take_or_renew_needs_its_two_explanations(memo: str, missing: tuple[str, ...]) -> None:
    (warning,) = warnings_in(memo)
    assert (warning.kind, warning.missing) == (Warned.GUARANTEE, missing)


def test_what_is_written_beside_the_memo_is_looked_through_too() -> None:
    (warning,) = warnings_in("設備は来期。", ["社長は通院中。"])
    assert (warning.kind, warning.span) == (Warned.SENSITIVE, None)


def test_the_explanation_of_a_guarantee_may_stand_in_a_field() -> None:
    explained = "財務基盤が不十分なため。役員貸付が解消すれば見直しを検討すると説明。"
    assert not warnings_in("社長の個人保証をお願いした。", [explained])


@pytest.mark.parametrize(
    "memo",
    [
        "個人保証をお願いした。財務基盤が不十分なためで、役員貸付が解消すれば見直しを検討すると説明。",
        "信用保証協会付をお願いする方向。",
        "保証料は別途と説明。",
        "社長の保証は外せないかと相談。解除の条件を説明。",
        "既存の連帯保証は解除の方向で検討。",
        "入院保険の売れ行きは好調とのこと。",
        "病棟の透析設備を入れ替える。",
    ],
)
def test_what_is_explained_or_no_guarantee_of_ours_is_not_pointed_out(memo: str) -> None:
    assert not warnings_in(memo)


def test_what_any_rule_blocks_is_pointed_out_with_its_law_and_what_to_write_instead() -> None:
    memo = "設備は来期。融資は必ず通りますとお伝えした。税理士にご確認くださいとお伝えした。"
    (warning,) = warnings_in(memo)
    assert (warning.kind, warning.words) == (Warned.COMPLIANCE, "融資は必ず通りますとお伝えした。")
    assert warning.told
    assert (warning.told.title, bool(warning.told.law), bool(warning.told.instead)) == ("融資の断定", True, True)


def test_a_warning_of_a_rule_that_only_warns_is_not_asked_about() -> None:
    assert not warnings_in("社長から会社を売却したいと相談があった。")


def test_one_sentence_is_pointed_out_once_by_each_rule() -> None:
    memo = "社長は先月から通院中で、来月は手術とのこと。"
    assert [warning.words for warning in warnings_in(memo)] == [memo]
