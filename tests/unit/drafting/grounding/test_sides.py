"""From whom to whom, by whom and of whom: true and false twins of one record, told in the ways in which bankers write them."""

from __future__ import annotations

import pytest
from tests.pairs import found

from bankrm.drafting.grounding.people import people_in
from bankrm.drafting.grounding.sides import Mark, marked, sides

VISIT = "2026-06-02 訪問 社長、専務\n当方: 期間10年の試算を説明。\n社長: 「期間が長いな」"
CAME = "2026-06-02 来店 社長。試算表を持参。"
CAME_WIFE = "2026-06-02 来店 社長の奥様。決算書を持参、受領証を渡した。"
ASKED = "2026-06-02 訪問 工場長\n当方: 設備の内訳を質問。\n工場長: 「来週出します」"
OWED = "2026-06-02 約束 先方: 支払予定表は経理課長が6/20、契約書の写しは社長が6/25に持参。"
PASSED_ON = "2026-06-02 訪問 経理部長に保証の条件を説明。社長へは部長から伝えていただくことに。"
OFFERS = (
    "2026-06-02 訪問 社長: 潮見銀行さんが提案に来た。期間15年、固定2.2%だという。御行はどうか。",
    "2026-06-15 訪問 当方の説明: 期間12年、変動1.9%を目安に検討すると説明。",
)
OTHERS = "他行借入 2026-03-31時点: 潮見銀行 42百万円、常磐台信金 11百万円。当行 60百万円。"
LENT = "2026-06-02 実行 手形貸付 20百万円、期日 2026-12-02、1.6%。桧原信用組合が別に 5百万円を貸すと経理課長。"
PUBLIC = "2026-06-02 当方の説明: 農協との協調も考えられる。農協の窓口の連絡先を社長に渡した。"
ELSEWHERE = "2026-06-02 訪問 有限会社かしわ木工 二宮社長: 新工場を建てた。"
WISHED = "2026-06-02 訪問 専務: 工場長は増産を考えている。社長は慎重だ。"
FORM = "2026-06-02 訪問 決算書の様式を社長に渡した。"
LOWER = "2026-06-02 訪問 社長: 潮見銀行の金利が当行より低い。"


@pytest.mark.parametrize(
    ("sound", "false", "code", "evidence"),
    [
        ("専務に期間10年の試算を説明した。", "会長に期間10年の試算を説明した。", "passing_differs", (VISIT,)),
        ("社長が試算表を持参した。", "当方が試算表を持参した。", "passing_differs", (CAME,)),
        ("社長の奥様から決算書を預かり、受領証をお渡しした。", "受領証は社長にお渡しした。", "passing_differs", (CAME_WIFE,)),
        ("設備の内訳を、当方から工場長に尋ねた。", "設備の内訳を、工場長から尋ねられた。", "passing_differs", (ASKED,)),
        ("支払予定表は経理課長が、契約書の写しは社長が持参する約束である。", "支払予定表は社長が、契約書の写しは経理課長が持参する約束である。", "passing_differs", (OWED,)),
        ("保証の条件は経理部長に説明し、社長には部長から伝えてもらう。", "保証の条件は社長に説明し、経理部長には社長から伝えてもらう。", "passing_differs", (PASSED_ON,)),
        ("潮見銀行は期間15年で提案している(社長、6/2)。", "当行は期間15年、固定2.2%で提案している。", "bank_differs", OFFERS),
        ("当行の目安は期間12年で、潮見銀行の15年より短い。", "潮見銀行は期間12年、変動1.9%を目安に検討する。", "bank_differs", OFFERS),
        ("当行の融資は6,000万円である。", "当行の融資は4,200万円である。", "bank_differs", (OTHERS,)),
        ("手形貸付は1.6%、期日は12月2日である。", "桧原信用組合の貸付は1.6%、期日は12月2日である。", "bank_differs", (LENT,)),
        ("農協の窓口の連絡先は、当方から社長へ渡した。", "農協の窓口の連絡先は、社長から当方へ渡された。", "passing_differs", (PUBLIC,)),
        ("かしわ木工は新工場を建てた。", "みずなら工房は新工場を建てた。", "client_differs", (ELSEWHERE,)),
        ("工場長は増産を考えている。", "社長は増産を考えている。", "roles_swapped", (WISHED,)),
        ("決算書の様式を社長に渡した。", "決算書を受領した。", "passing_differs", (FORM,)),
        ("潮見銀行の金利が当行より低い。", "当行の金利が潮見銀行より低い。", "roles_swapped", (LOWER,)),
    ],
)  # fmt: skip
def test_who_does_what_to_whom_stays_as_the_record_has_it(
    sound: str, false: str, code: str, evidence: tuple[str, ...]
) -> None:
    assert found(sound, *evidence) == {"supported"}
    assert code in found(false, *evidence)


@pytest.mark.parametrize(
    ("statement", "evidence"),
    [
        ("社長は電話での説明を了承した。", "2026-07-10 実行 手形貸付 40百万円。社長に電話で説明し、了承を得た。"),
        ("売却の話は専務が仲介から受け、社長には未報告だった。", "2026-07-22 電話 専務。売却の話を仲介から受けたとのこと。社長にはこれから話す。"),
        ("うつぎ銀行から寮の改修の提案があった。", "2026-06-02 訪問 女将: うつぎさんから寮の改修の提案をもらった。"),
        ("店別損益を受け取ってから2週間で、当行が試算する。", "2026-10-14 訪問 社長。店は年明けに決める。\n当方: 先方の店別損益をいただいてから2週間で試算する。"),
    ],
)  # fmt: skip
def test_the_same_told_in_other_words_is_not_questioned(statement: str, evidence: str) -> None:
    assert found(statement, evidence) == {"supported"}


def test_a_relative_is_another_than_the_one_whose_they_are() -> None:
    assert [one.role for one in people_in("社長の奥さま、院長夫人、専務(奥様、経理)")] == ["奥さま", "院長夫人", "専務"]
    assert people_in("専務(奥様、経理)")[0].also == ("奥様", "経理")


def test_who_takes_tells_it_the_other_way_round() -> None:
    clause = "当方が社長に見積を"
    given, taken = (sides(clause, 0, len(clause), turned=turned) for turned in (False, True))
    assert [party.side for party in given[0]] == [party.side for party in taken[1]]


def test_in_a_comparison_the_other_is_the_target() -> None:
    clause = "潮見銀行の金利は当行より低い"
    assert [mark for _, mark in marked(clause, 0, len(clause))] == [Mark.SUBJECT, Mark.TARGET]
