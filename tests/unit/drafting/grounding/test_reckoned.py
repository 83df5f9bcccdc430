"""Figures that a statement works out of those it names, in records of invented firms."""

from __future__ import annotations

import pytest
from tests.pairs import Pair, assert_told_apart, found

PAIRS: tuple[Pair, ...] = (
    (
        ("2026-05-12 訪問 社長: 当座貸越は極度5,000万円に対し、いま3,200万円使っている。",),
        "当座貸越は極度5,000万円のうち3,200万円を使い、空きは1,800万円。",
        "当座貸越は極度5,000万円のうち3,200万円を使い、空きは2,800万円。",
        "figure_not_in_evidence",
    ),
    (
        ("2026-05-12 訪問 専務: 保守は22件、1件あたり年6万円。",),
        "保守は22件、1件年6万円で、年にすると132万円になる。",
        "保守は22件、1件年6万円で、年にすると142万円になる。",
        "figure_not_in_evidence",
    ),
    (
        ("2026-05-12 訪問 社長: 家賃は月25万円、保証金は6か月。",),
        "家賃は月25万円、保証金は6か月分で150万円になる。",
        "家賃は月25万円、保証金は6か月分で250万円になる。",
        "figure_not_in_evidence",
    ),
    (
        ("計算 営業利益率 3.2% = 32÷1,000(2026年3月期)、前期 4.1% = 40÷976",),
        "営業利益率は4.1%から3.2%へと0.9ポイント下がった。",
        "営業利益率は4.1%から3.2%へと1.9ポイント下がった。",
        "figure_not_in_evidence",
    ),
    (
        ("2026-05-12 訪問 社長: 4店のうち赤字は本店だけ。ほかは黒字だ。",),
        "4店中、赤字は本店のみで、残りの3店は黒字である。",
        "4店中、赤字は本店のみで、残りの2店は黒字である。",
        "figure_not_in_evidence",
    ),
    (
        ("基幹データ 2026-09-30時点(千円): 証書貸付 73,400、普通預金 12,800。",),
        "9月末の証書貸付は7,340万円である。",
        "9月末の証書貸付は7,430万円である。",
        "figure_not_in_evidence",
    ),
    (
        ("取引先情報: 代表者 岸田貴子(62)、長女(36)が専務。",),
        "専務の長女は36歳である。",
        "専務の長女は38歳である。",
        "figure_not_in_evidence",
    ),
)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair[2])
def test_what_a_statement_works_out_is_worked_out_again(pair: Pair) -> None:
    assert_told_apart(pair)


@pytest.mark.parametrize(
    ("evidence", "statement"),
    [
        ("2026-05-12 訪問 社長: 青嶺銀行は「8年、1.45%、据置1年」と言ってきた。", "青嶺銀行からは、期間8年、金利1.45%、据置1年との話があった。"),
        ("2026-05-12 訪問 社長: 取引先4社に値上げを申し入れた。2社は受けてくれた。", "取引先2社は値上げを受けてくれた。"),
        ("2026-05-12 訪問 部長: 調理員を2名採用(うち1名は調理師)。", "新たに採用した調理員2人のうち1人は調理師である。"),
        ("2026-05-12 訪問 部長: 去年は2回止まった。", "去年は2度止まった。"),
        ("2026-05-12 訪問 部長: 候補地は2か所ある。", "候補地は2つある。"),
        ("2026-05-12 訪問 当方の説明: 1週間で返事すると伝えた。", "1週間以内に返事すると伝えた。"),
        ("2026-05-12 訪問 事務長: 病棟は60床で稼働率は92%。", "60床の病棟の稼働率は92%である。"),
    ],
)  # fmt: skip
def test_a_measure_or_unit_that_the_evidence_leaves_out_may_be_named(evidence: str, statement: str) -> None:
    assert found(statement, evidence) == {"supported"}
