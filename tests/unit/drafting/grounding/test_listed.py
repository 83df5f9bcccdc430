"""Things told in one breath have to be told each, and told the same."""

from __future__ import annotations

import pytest
from tests.pairs import found

HEAD = "2026-07-01 訪問 早瀬社長: "


@pytest.mark.parametrize(
    ("sound", "false", "evidence"),
    [
        ("見積と工程表を送るという。", "見積書と図面を送る。", "見積書と工程表を送る。"),
        ("決算書と納税証明書を用意する。", "決算書や定款を用意する。", "決算書や納税証明を用意する。"),
        ("床や屋根を直す。", "床と外壁を直す。", "床と屋根を直す。"),
        ("決算書と試算表をいただいた。", "決算書と納税証明書を預かった。", "決算書と試算表を預かった。"),
        ("製氷機と冷凍庫を購入する。", "製麺機と冷凍庫を買う。", "製氷機と冷凍庫を買う。"),
        ("条件は試算表と受注残の一覧。", "試算表と定款が条件。", "条件は試算表と受注残の一覧です。"),
    ],
)
def test_no_thing_stands_in_anothers_place_beside_a_third(sound: str, false: str, evidence: str) -> None:
    assert found(sound, HEAD + evidence) == {"supported"}
    assert "term_differs" in found(false, HEAD + evidence)


@pytest.mark.parametrize(
    ("sound", "false", "evidence"),
    [
        (
            "公共の受注は秋まで埋まっている。",
            "公共も住宅も受注は秋まで埋まっている。",
            "公共の受注は秋まで埋まっている。住宅は弱い。",
        ),
        ("決算書を預かった。", "決算書と返済予定表を預かった。", "決算書を預かった。返済予定表は後日。"),
        ("本店も支店も改装する。", "本店も工場も改装する。", "本店と支店は改装する。工場はまだ使える。"),
    ],
)
def test_what_is_told_of_one_is_not_told_of_another_of_which_something_else_is(
    sound: str, false: str, evidence: str
) -> None:
    assert found(sound, HEAD + evidence) == {"supported"}
    assert "scope_differs" in found(false, HEAD + evidence)


@pytest.mark.parametrize(
    ("statement", "evidence"),
    [
        ("防水は来年度に回すことで、事務局長と理事長が話をしている。", "防水は来年度に回すことで理事長と話している。"),
        ("研修と二輪は伸びている。", "二輪と研修は伸びている。"),
        ("外壁と床を直し、屋根も直す。", "床と屋根を直す。外壁も直す。"),
    ],
)
def test_who_talks_with_whom_and_another_order_are_no_fault(statement: str, evidence: str) -> None:
    assert found(statement, f"2026-07-17 電話 冴島事務局長。{evidence}") == {"supported"}
