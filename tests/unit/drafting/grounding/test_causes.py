"""A cause stands where somebody named it; what a thing comes from, what it is of, and what was done first, is none."""

from __future__ import annotations

import pytest
from tests.pairs import found

CODE = "cause_not_in_evidence"
LATE = "2026-10-20 訪問 水島工事長: 学校の外構は工程より10日ほど遅れている。天気ではなく、職人が集まらない。"
DIESEL = "2026-08-06 訪問 小早川社長: 軽油が1リットル20円上がって、運賃を上げてもらうしかない。配車は3人で回している。"
ACCOUNTS = "決算 2026年3月期: 売上高 512百万円(前期 540百万円)、営業利益 9百万円(前期 17百万円)、軽油代 61百万円(前期 52百万円)。"
LOAN = "2026-09-02 訪問 小早川社長: 公庫から3,000万円借りている。うち半分は去年の車両の分。"
ADVISED = "2026-09-02 訪問 小早川社長: 税理士とも相談し、車両はリースにする。銀行の誘いは断った。"


@pytest.mark.parametrize(
    ("statement", "evidence"),
    [
        ("外構は梅雨の大雨により10日ほど遅れている(水島工事長、10/20)。", LATE),
        ("外構は台風が響き、10日ほど遅れている(水島工事長、10/20)。", LATE),
        ("小早川社長は保険料が上がるため運賃を上げてもらうしかないとしている。", DIESEL),
        ("保険料の改定を受け、運賃を上げてもらうしかない(小早川社長)。", DIESEL),
        ("軽油代の上昇が響き、営業利益は17百万円から9百万円に減った。", ACCOUNTS),
        ("軽油の値上がりにより、営業利益は17百万円から9百万円に減った。", ACCOUNTS),
        ("運賃を下げたことで、売上高は前期を下回った。", ACCOUNTS),
    ],
)
def test_a_cause_that_nobody_named_is_questioned(statement: str, evidence: str) -> None:
    assert CODE in found(statement, evidence)


@pytest.mark.parametrize(
    ("statement", "evidence"),
    [
        ("外構は職人が集まらないため、10日ほど遅れている(水島工事長、10/20)。", LATE),
        ("軽油の上昇を受け、小早川社長は運賃を上げてもらうしかないとしている。", DIESEL),
        ("軽油の値上がりにより、運賃を上げてもらうしかない(小早川社長)。", DIESEL),
        ("借入3,000万円は公庫からのものである(小早川社長、9/2)。", LOAN),
        ("半分は去年の車両のもので、3,000万円は公庫から借りている(小早川社長、9/2)。", LOAN),
        ("営業利益は17百万円から、2026年3月期は9百万円に減った。", ACCOUNTS),
        ("税理士と相談した結果、車両はリースにする(小早川社長、9/2)。", ADVISED),
        ("銀行から誘いを受けているが、小早川社長は断った(9/2)。", ADVISED),
    ],
)
def test_what_was_named_and_what_is_no_cause_passes(statement: str, evidence: str) -> None:
    assert CODE not in found(statement, evidence)
