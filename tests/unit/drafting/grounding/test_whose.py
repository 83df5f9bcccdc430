"""Terms stay with the bank that offers them, a record with the client that it is of, a cause with whoever named it."""

from __future__ import annotations

import pytest
from tests.pairs import found

OFFER = (
    "2026-06-18 訪問 大槻専務: 潮見銀行さんからは期間7年・固定1.95%で話をもらっている。例年は同行から短期で借りていた。"
)
OURS = "2026-06-18 訪問 当方の説明: 設備資金は期間10年、据置1年まで検討可能と説明。"
OTHER_FIRM = "2026-07-15 訪問 株式会社みなと観光 久世社長: 客室8室を改装した。費用は6,800万円。"
LEFT = "2026-08-27 訪問 相良事務長: 看護師が6月に2人辞めた。午後の診察は週1日休んでいるので、患者が減った。"


@pytest.mark.parametrize(
    ("sound", "false", "code", "evidence"),
    [
        (
            "潮見銀行は期間7年、固定1.95%を示している(大槻専務、6/18)。", "当行は期間7年、固定1.95%を示した(6/18)。",
            "bank_differs", (OFFER, OURS),
        ),
        (
            "当行は、期間10年、据置1年まで検討できると説明した。", "潮見銀行は、期間10年、据置1年まで検討できると説明した。",
            "bank_differs", (OFFER, OURS),
        ),
        ("久世社長は客室8室を改装した。", "湯ノ棚荘は客室8室を改装した。", "client_differs", (OTHER_FIRM,)),
        (
            "看護師2名が6月に辞めた(事務長、8/27)。", "看護師2名は給与への不満から6月に辞めた(事務長、8/27)。",
            "cause_not_in_evidence", (LEFT,),
        ),
    ],
)  # fmt: skip
def test_what_is_one_s_is_not_given_to_another(sound: str, false: str, code: str, evidence: tuple[str, ...]) -> None:
    assert found(sound, *evidence) == {"supported"}
    assert code in found(false, *evidence)
