"""A denial needs a denial to rest on, and what a record denies is not affirmed: in other words, too."""

from __future__ import annotations

import pytest
from tests.pairs import found

TALK = (
    "2026-04-02 訪問 片桐社長: 冷凍庫は組合のを借りている。自前で建てる話は、今のところない。本人にはまだ話していない。"
)
OURS = "2026-06-11 訪問 当方の説明: 単独なら5年以内、金利は未定。公募要領を社長に手交。"
CALL = "2026-04-23 電話 寺西取締役: 季節資金は2,000万円で申し込みたい。社長も了解している。私募債は興味なし。"


@pytest.mark.parametrize(
    ("sound", "false", "evidence"),
    [
        ("自社で建てる話は今のところない。", "自社で建てる話がある。", TALK),
        ("本人には伝えていない。", "本人にも伝えた。", TALK),
        ("金利は決まっていない。", "金利は決まっている。", OURS),
        ("公募要領は社長に渡した。", "公募要領はまだ社長に渡していない。", OURS),
        ("社長は了解している。", "社長はまだ了解していない。", CALL),
        ("私募債に関心は示さなかった。", "私募債に関心を示した。", CALL),
    ],
)
def test_affirmed_and_denied_are_not_taken_for_each_other(sound: str, false: str, evidence: str) -> None:
    assert found(sound, evidence) == {"supported"}
    assert "negation_differs" in found(false, evidence)
