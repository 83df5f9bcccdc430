"""What tells of a deed is a fact by its form, wherever it is written."""

from __future__ import annotations

import pytest

from bankrm.language.telling import asks, is_own_step, quotations, tells


@pytest.mark.parametrize(
    "sentence",
    [
        "社長は見積書を出すと決めている。",
        "社長は見積書を11月末に出すと決めている。",
        "見積書を出すと決めている",
        "先方は来期に入れ替える。",
        "田辺社長は設備を入れ替える。",
        "設備の入れ替えに合意した。",
        "佐伯経理部長から試算表を受け取った。",
        "融資の内諾を得ました。",
        "社長も前向きである。",
        "当行は11月末までに回答すると約束した。",
        "返済シミュレーションは交付済み。",
        "社長が借りると言っていた。",
        "補助金は見送りとのこと。",
        "採用計画を受け取った記録がない。",
        "難しい様子なら聞く。社長は売る気でいる。",
        "試算表を預かっている。",
        "社長は入れ替える意向である。",
        "買うつもりだ。",
        "社長が出すと決めたことを踏まえ、時期を伺う。",
        "女将が改修を望んでいる。",
    ],
)
def test_a_deed_a_word_a_decision_or_a_receipt_is_told(sentence: str) -> None:
    assert tells(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "省力化の補助金の締切に間に合わせるか、今回は見送るかを先に伺う。",
        "田辺社長ご自身の今のお考えを、先に伺う。",
        "難しい様子なら、何が止めているかを聞き、受け取る日だけを決める。",
        "遅れをおわびし、いつお渡しできるかを、冒頭でお伝えする。",
        "社長が来期と言われたら、時期を伺う。",
        "社長がどうお考えかを伺う。",
        "人手の不足が、仕事の受け方に響いている可能性。",
        "社長は迷っているのかもしれない。",
        "蓮見社長の前では一切触れない。",
        "(田辺社長へ) 見積書の更新版は、いつごろいただけそうでしょうか。",
        "社長は決めていますか。",
        "「借りたい」(社長、7/8)に合うかを、条件と照らして確かめる。",
        "小暮課長から試算表をいただく日を決める。",
    ],
)
def test_a_question_a_view_and_a_step_to_be_taken_tell_nothing(sentence: str) -> None:
    assert not tells(sentence)


def test_a_question_and_a_step_are_known_by_their_form() -> None:
    assert asks("いつごろいただけますか。")
    assert not asks("いつごろかを伺う。")
    assert is_own_step("いつごろかを伺う。")
    assert not is_own_step("社長は日を決める。")
    assert quotations("「借りたい。」と「今期」") == ("借りたい", "今期")
