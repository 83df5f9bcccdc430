"""Of a record told in other words, what it speaks of has to stand there, and what the one who tells it adds to say so has not."""

from __future__ import annotations

from datetime import date

import pytest

from bankrm.domain.drafts import Verdict
from bankrm.drafting.grounding.checker import Checker
from bankrm.drafting.grounding.evidence import CheckedEvidence

OUTAGE = "昨日の昼に工場で停電が起きた。復旧に3時間かかった。"
ORDERS = "受注が減っている。残業を止めて、しのいでいる。"
FLEET = "トラック2台を来年入れ替えたい。見積は1,480万円。"
STORE = "駅前の店は賃料が高いので、来年3月の契約切れで閉めるつもりだ。"
HIRING = "若いのが1人辞めると言ってきた。跡を継ぐ者は決まっていない。"
DOUBTFUL_TO = 0.7  # as the standard prompt profile has it
BANK = "マル保の枠の残りが少ない。潮見銀行から手貸の誘いが来たが、乗る気はない。"


def _pieces(text: str) -> list[list[CheckedEvidence]]:
    """The same words with a head, and with a day alone."""
    day = date(2026, 9, 15)
    return [
        [CheckedEvidence("E1", f"2026-09-15 訪問 三隅社長: {text}", "三隅社長", day)],
        [CheckedEvidence("E1", text, "", day)],
    ]


INVENTED = (
    ("昨日の昼に工場で火災が起きた。", OUTAGE),
    ("工場は停電の復旧に3時間かかり、発電機を借りた。", OUTAGE),
    ("受注が減り、従業員の解雇を検討している。", ORDERS),
    ("受注が減り、得意先の倒産をおそれている。", ORDERS),
    ("電動のトラック2台を来年入れ替えたい考え。", FLEET),
    ("トラック2台を補助金で来年入れ替えたい考え。", FLEET),
    ("トラック2台を来年入れ替えたい考えで、車庫も広げる。", FLEET),
    ("賃料が高いため、駅前の店を閉めて郊外に出る考え。", STORE),
    ("若手が給与への不満で1人辞めると言ってきた。", HIRING),
)


@pytest.mark.parametrize(("statement", "text"), INVENTED)
def test_a_thing_that_nothing_bears_out_leaves_a_doubt_with_which_a_model_is_asked(statement: str, text: str) -> None:
    for pieces in _pieces(text):
        assert Checker().check(statement, pieces).score < DOUBTFUL_TO


@pytest.mark.parametrize(
    ("statement", "text"),
    [
        ("受注が減り、従業員の解雇と工場の売却を検討している。", ORDERS),
        ("従業員の解雇を検討している。", ORDERS),
        ("補助金で電動のトラックを入れ替える。", FLEET),
        ("給与への不満から、若手が労働組合に加わった。", HIRING),
    ],
)
def test_two_of_them_or_one_beside_which_hardly_anything_stands_are_too_many(statement: str, text: str) -> None:
    for pieces in _pieces(text):
        assert Checker().check(statement, pieces).verdict is not Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("statement", "text"),
    [
        ("昨日の昼に工場で停電が起き、復旧まで3時間かかったとのこと。", OUTAGE),
        ("受注の減少に対し、残業を止めて対応している状況。", ORDERS),
        ("トラック2台について、来年の買い替えを希望している。概算は1,480万円。", FLEET),
        ("駅前店は家賃が高く、来年3月の契約満了で閉店する意向を示した。", STORE),
        ("若手が1名、離職すると言ってきている。跡継ぎは決まっていない。", HIRING),
        ("保証協会の枠は余裕が少ないとの説明があった。", BANK),
        ("潮見銀行から手形貸付の打診があったが、応じる気はないとのこと。", BANK),
    ],
)
def test_what_is_told_in_the_words_of_the_one_who_reports_stands(statement: str, text: str) -> None:
    for pieces in _pieces(text):
        judgement = Checker().check(statement, pieces)
        assert judgement.verdict is Verdict.SUPPORTED, judgement
