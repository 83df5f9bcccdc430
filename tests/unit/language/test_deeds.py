"""How far each deed of a sentence has come."""

from __future__ import annotations

import pytest

from bankrm.language.certainty import Certainty
from bankrm.language.deeds import deeds


def degrees(text: str, word: str) -> set[str]:
    """What the sentence says of the deed of that word."""
    (found,) = (deed for deed in deeds(text) if text[deed.start : deed.end] == word)
    return {one.value for one in found.degrees}


@pytest.mark.parametrize(
    ("text", "word", "told"),
    [
        ("見積は8月7日までに持参し、決算書は先方が用意する。", "持参", {"planned"}),
        ("見積は8月7日に持参し、決算書を受け取った。", "持参", {"done"}),
        ("見積を渡し、明日届く資料を本部へ送ったと話した。", "渡し", {"done"}),
        ("借りたいとのことで申込書を預かった。", "借り", {"wished"}),
        ("借りたいとのことで申込書を預かった。", "預かっ", {"done"}),
        ("定員を減らすことも検討している。", "減らす", {"considering"}),
        ("定員を減らすことに決めた。", "減らす", {"decided"}),
        ("定員の削減は見送った。", "削減", {"declined"}),
        ("行政書士に依頼済みとの連絡があった。", "依頼", {"done"}),
        ("手形貸付の返済を来月に行いたい。", "返済", {"wished"}),
        ("得意先が入金を遅らせている。", "入金", {"on_hold", "planned"}),
        ("電気代は減ると業者は言うが、信じきれない。", "減る", {"on_hold"}),
        ("電気代は減ると部長は見ている。", "減る", {"considering", "planned"}),
        ("電気代が減るとの業者の説明に、部長は懐疑的だ。", "減る", set()),
        ("発注したとの話はない。", "発注", set()),
        ("店を閉めるとは言わない。", "閉める", {"on_hold"}),
        ("返してくれと言われたら困る。", "返し", {"on_hold"}),
        ("取引をやめるつもりはない。", "やめる", {"declined"}),
        ("潮見銀行に頼む意向だ。", "頼む", {"planned", "wished"}),
        ("潮見銀行に頼むつもりだ。", "頼む", {"planned", "wished"}),
        ("発注はこれから。", "発注", {"planned"}),
        ("量を減らすか、まだ迷っている。", "減らす", {"considering"}),
        ("条件が合えば借り換えてもいい。", "借り換え", {"considering"}),
        ("5社は受けてくださいました。", "受け", {"done"}),
        ("見積書は届いている。", "届い", {"done"}),
        ("増築を進めている。", "進め", {"done", "planned"}),
        ("決算書は確認が終わり次第お送りします。", "送り", {"planned"}),
        ("見積書をお送りします。", "送り", {"done", "planned"}),
        ("値上げを受けてください。", "受け", {"wished"}),
    ],
)
def test_a_deed_has_come_as_far_as_what_governs_it_says(text: str, word: str, told: set[str]) -> None:
    assert degrees(text, word) == told


def test_what_nobody_did_is_denied_and_what_only_one_got_is_not() -> None:
    assert [deed.denied for deed in deeds("申請は出していない。")][-1]
    assert deeds("リストはお渡しした記録がない。")[1].denied
    (filled,) = deeds("1人しか補充できていない。")
    assert not filled.denied
    assert Certainty.DONE in filled.degrees
