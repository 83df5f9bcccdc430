"""Whoever tells of a deed has not done it: the record names who did, and a statement that names the speaker instead does not stand."""

from __future__ import annotations

import pytest
from tests.pairs import found

from bankrm.domain.drafts import Verdict


@pytest.mark.parametrize(
    ("speaker", "told", "sound", "false"),
    [
        ("原口施設長", "「春から三人、同じ町の新しい施設に移りました」", "春から三人が同じ町の新しい施設に移ったという。", "原口施設長が同じ町の新しい施設に移った。"),
        ("帆足支配人", "「女将はうつぎ銀行の提案に乗り気のように見えます」", "女将はうつぎ銀行の提案に乗り気のように見える(帆足支配人)。", "帆足支配人は、うつぎ銀行の提案に乗り気だ。"),
        ("専務", "「工場長が先月辞めました」", "工場長が先月辞めたと専務が話した。", "専務が先月辞めた。"),
        ("社長", "「弟が隣町に工場を建てた」", "社長の弟が隣町に工場を建てた。", "社長は隣町に工場を建てた。"),
        ("社長", "「職員が二人、来月から育休に入る」", "来月から職員二人が育休に入る。", "社長が来月から育休に入る。"),
        ("社長", "「得意先が値上げを認めてくれた」", "得意先が値上げを認めた(社長)。", "社長は値上げを認めた。"),
        ("社長", "「隣の地主が土地を売りたがっている」", "隣の地主が土地を売りたがっている(社長)。", "社長は土地を売りたがっている。"),
        ("総務部長", "「社長は入院しました」", "総務部長によれば社長は入院したとのこと。", "総務部長は、先週入院した。"),
        ("社長", "「私は乗り気だ。専務は迷っている」", "社長は乗り気だが、専務は迷っている。", "専務は乗り気だ。"),
    ],
)  # fmt: skip
def test_who_tells_of_a_deed_has_not_done_it(speaker: str, told: str, sound: str, false: str) -> None:
    record = f"2026-07-01 訪問 {speaker}: {told}"
    assert found(sound, record, speaker=speaker) == {Verdict.SUPPORTED.value}
    assert found(false, record, speaker=speaker) != {Verdict.SUPPORTED.value}


@pytest.mark.parametrize(
    ("told", "sound"),
    [
        ("「うちは来年工場を建てる」", "社長は来年工場を建てる。"),
        ("「機械は更新したい」", "社長は機械を更新したい考え。"),
        ("「息子に来てもらった」", "社長は息子に来てもらった。"),
        ("「工場長が辞めた。自分が現場を見ている」", "工場長が辞め、社長が現場を見ている。"),
    ],
)
def test_who_tells_of_their_own_deed_has_done_it(told: str, sound: str) -> None:
    assert found(sound, f"2026-07-01 訪問 社長: {told}", speaker="社長") == {Verdict.SUPPORTED.value}
