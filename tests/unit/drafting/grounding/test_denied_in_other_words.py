"""Denials that the words hide: idioms, verbs that say that there is some, what is left out behind a topic, and questions left open."""

from __future__ import annotations

import pytest
from tests.pairs import found

HEAD = "2026-05-12 訪問 佐伯部長: "


@pytest.mark.parametrize(
    ("sound", "false", "evidence"),
    [
        ("信金には話を持ちかけていない。", "信金に話を持ちかけている。", "信金さんには声をかけていません。"),
        ("設計事務所にはまだ声をかけていない。", "設計事務所に打診した。", "設計事務所にはまだ声をかけていない。"),
        ("会長は承諾していない。", "会長は承諾した。", "会長は首を縦に振らない。"),
        ("当座貸越はほぼ使っている。", "当座貸越はほとんど使っていない。", "当貸はほぼ使い切っている。"),
        ("組合との話し合いはこれから。", "組合との話し合いは済ませている。", "組合とはまだ話し合っていない。"),
        ("転貸は勧めないと説明した。", "転貸を勧めた。", "転貸はお勧めしないと説明した。"),
    ],
)
def test_several_words_may_say_what_one_says(sound: str, false: str, evidence: str) -> None:
    assert found(sound, HEAD + evidence) == {"supported"}
    assert "negation_differs" in found(false, HEAD + evidence)


@pytest.mark.parametrize(
    ("sound", "false", "evidence"),
    [
        ("信金の短期は今回はない。", "信金の短期も借りている。", "信金の短期は今回なし。"),
        ("返品が目立つ。", "返品はない。", "返品が目立つ。"),
        ("補助金はない。", "補助金がある。", "補助はない。"),
        ("据置は付けなかった。", "据置期間を設けた。", "据置は使わず。"),
        ("審査を前提に5年で提示した。", "審査なしで5年で提示した。", "5年で提示した(審査前提)。"),
        (
            "協会を付けずに検討すると伝えた。",
            "協会付を前提に検討すると伝えた。",
            "保証協会は付けない前提で検討すると伝えた。",
        ),
    ],
)
def test_what_there_is_none_of_is_not_had(sound: str, false: str, evidence: str) -> None:
    assert found(sound, HEAD + evidence) == {"supported"}
    assert "negation_differs" in found(false, HEAD + evidence)


@pytest.mark.parametrize(
    ("sound", "false", "evidence"),
    [
        ("値上げの条件は聞いていない。", "値上げの条件を、5月に聞いている。", "値上げの条件は聞いていない。"),
        ("移転の影響は分からない。", "移転の影響は分かっている。", "移転の影響があるかは、まだ分からない。"),
        ("移転の影響があるかどうかは未定。", "移転の影響はない。", "移転の影響があるかは、まだ分からない。"),
        ("売却は考えていないと答えた。", "売却も考えていると応じた。", "売却は「まだ考えていない」と返した。"),
    ],
)
def test_a_question_left_open_and_words_left_out_are_read_with_their_topic(
    sound: str, false: str, evidence: str
) -> None:
    assert found(sound, HEAD + evidence) == {"supported"}
    assert found(false, HEAD + evidence) & {"negation_differs", "certainty_differs"}


def test_what_was_said_in_quotation_marks_is_not_denied_by_what_another_was_not_told() -> None:
    evidence = HEAD + "息子に任せたいが、本人にはまだ言っていない。相続は税理士に聞いてみようと思う。"
    assert found("「税理士に聞いてみようと思う」と話した。", evidence) == {"supported"}


@pytest.mark.parametrize(
    ("sound", "false", "evidence"),
    [
        (
            "トラックは3台あり、うち1台が10年を超える。",
            "トラックは3台とも10年を超える。",
            "トラックは3台、うち1台が10年超。",
        ),
        ("焼菓子は据え置く。", "全品を値上げする。", "値上げは全部ではなく、焼菓子は据え置く。"),
        ("直すのは本館だけ。", "本館と寮のいずれも直す。", "直すのは本館だけ、寮は問題なし。"),
    ],
)
def test_all_is_told_where_the_evidence_tells_all_of_the_same(sound: str, false: str, evidence: str) -> None:
    assert found(sound, HEAD + evidence) == {"supported"}
    assert "scope_differs" in found(false, HEAD + evidence)
