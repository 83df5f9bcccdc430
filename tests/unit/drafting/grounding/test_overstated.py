"""What bankers deny without ない, what is so at times only or of some, and what somebody only supposes is told as just that."""

from __future__ import annotations

import pytest
from tests.pairs import found

HEAD = "2026-10-02 訪問 江口課長: "


@pytest.mark.parametrize(
    ("sound", "false", "evidence"),
    [
        (
            "契約書の写しは先方からもらっていない。",
            "契約書の写しは先方からもらっている。",
            "写しは先方からはもらっていません。",
        ),
        (
            "解約の手数料はいただかないと説明した。",
            "解約の手数料をいただくと説明した。",
            "解約の手数料はいただきません。",
        ),
        ("会長は売却を決めていない。", "会長は売却を決めている。", "会長は売却を決めかねています。"),
        ("返済の原資は分からない。", "返済の原資は分かっている。", "返済の原資は分かりかねます。"),
        ("3月は手元が足りない。", "3月は手元が足りる。", "3月は手元が足りなくなります。"),
        ("口座の変更は無料。", "口座の変更は有料。", "口座の変更に費用はかからない。"),
        ("見積は確定のものではない。", "見積は確定のものだ。", "見積は確定のものではありません。"),
    ],
)
def test_a_denial_needs_no_bare_nai(sound: str, false: str, evidence: str) -> None:
    assert found(sound, HEAD + evidence) == {"supported"}
    assert found(false, HEAD + evidence) & {"negation_differs", "direction_differs"}


@pytest.mark.parametrize(
    ("sound", "false", "evidence"),
    [
        ("早番が組めないこともある。", "早番は組めない。", "早番を組めない日がある。"),
        ("赤字の月がある。", "毎月赤字になる。", "赤字になる月がある。"),
        ("移転に反対の社員もいる。", "社員は移転に反対している。", "移転に反対している社員もいる。"),
        ("手当は全額を賃金に回している。", "手当の一部を賃金に回している。", "手当は全額を賃金に回しています。"),
        ("職人は全員残る。", "職人の半分が残る。", "職人は全員残ります。"),
    ],
)
def test_a_part_is_not_the_whole_nor_the_whole_a_part(sound: str, false: str, evidence: str) -> None:
    assert found(sound, HEAD + evidence) == {"supported"}
    assert "scope_differs" in found(false, HEAD + evidence)


SUPPOSED = HEAD + "「会長は、移転の件をまだ知らないと思います」"


@pytest.mark.parametrize(
    "hedge", ["模様", "らしい", "とみられる", "ようだ", "だろう", "とのこと", "と江口課長は見ている"]
)
def test_what_is_supposed_may_be_told_with_any_hedge(hedge: str) -> None:
    assert found(f"会長はまだ移転の件を知らない{hedge}。", SUPPOSED, speaker="江口課長") == {"supported"}


@pytest.mark.parametrize(
    ("flat", "evidence"),
    [
        ("会長はまだ移転の件を知らない。", SUPPOSED),
        ("会長は移転に乗り気だ。", HEAD + "「会長は移転に乗り気のように見えます」"),
    ],
)
def test_what_is_only_supposed_of_another_is_not_told_flatly(flat: str, evidence: str) -> None:
    assert found(flat, evidence, speaker="江口課長") == {"certainty_differs"}


def test_that_there_is_one_who_did_it_bears_out_that_it_was_done() -> None:
    assert found("職人が辞めている。", HEAD + "辞めた職人がいる。") == {"supported"}


def test_what_is_hard_to_do_may_be_told_in_either_way_and_is_not_done() -> None:
    assert found("値上げは言い出しづらいとのこと。", HEAD + "値上げは言い出しにくい。") == {"supported"}
    assert found("操作が分かりにくい。", HEAD + "操作が分かりづらいです。") == {"supported"}
    assert "negation_differs" in found("価格に転嫁できている。", HEAD + "価格に転嫁しづらいです。")


def test_what_the_speaker_supposes_of_the_own_matters_may_be_told_flatly() -> None:
    evidence = HEAD + "「試算表は来週できると思います」"
    assert found("試算表は来週できる。", evidence, speaker="江口課長") == {"supported"}
