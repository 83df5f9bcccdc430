"""What a client is asked, and the ways that a sheet offers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.builders import KETTLE, KEY, dossier, paper, talk
from tests.builders import visit as planned
from tests.writing import document, texts

from bankrm.domain.dossier import Dossier
from bankrm.domain.recipes import DocumentKindName
from bankrm.drafting.client_facing import NothingToShow

SHEET = DocumentKindName.DISCUSSION_SHEET
HANDS = talk("2026-05-20", "工場長「夜の製造の人が足りない」", people="小暮工場長")


def test_a_wish_is_followed_in_their_own_words() -> None:
    ways = texts(SHEET, dossier(KETTLE), planned(("篠崎社長",)), "options")
    assert ways[0] == "A 「茹で釜を来年のうちに入れ替えたい」とのお考え(5月12日)に沿って進める。"


@pytest.mark.parametrize(
    ("words", "read_back", "asked"),
    [
        ("冷蔵タンクは来年の春までにあと2基増やしたい", True, "冷蔵タンクの件は、いつごろお決めになる"),
        ("2トン車を1台、来年3月までに替えたい", True, "2トン車の件は、いつごろお決めになる"),
        ("台湾の問屋から年に600本ほしいと言われています", True, ""),
        ("駅ビルから出店の話が来ています", True, ""),
        ("問屋の息子さんが店を見に来た", False, ""),
    ],
)
def test_a_wish_for_what_a_trade_works_with_and_for_more_of_its_goods_is_read_back(
    words: str, read_back: bool, asked: str
) -> None:
    told = texts(SHEET, dossier(KETTLE, talk("2026-05-20", f"社長「{words}」")), planned(("篠崎社長",)))
    assert (f"「{words}」と伺っています(篠崎社長、5月20日)。" in told) is read_back
    assert not asked or [text for text in told if text.startswith(asked)]


def test_what_is_only_to_happen_is_no_wish_to_go_by() -> None:
    leaving = talk("2026-05-20", "社長「実習生3人が来年6月に帰国します」")
    whole = "".join(texts(SHEET, dossier(KETTLE, leaving), planned(("篠崎社長",)), "options"))
    assert "帰国" not in whole
    assert "「茹で釜を来年のうちに入れ替えたい」とのお考え" in whole


def test_the_ways_name_no_product_and_end_with_leaving_things_as_they_are() -> None:
    told = talk(
        "2026-05-20", "社長「省エネの補助金は前向きに考えたい」", ours="省エネ設備の補助金は6月26日が締切と案内。"
    )
    file = dossier(
        KETTLE, told, documents=(paper("省エネ設備の補助金のご案内", "交付決定の前に発注した設備は対象にならない。"),)
    )
    ways = [
        text for text in texts(SHEET, file, planned(("篠崎社長",)), "options") if text[:2] in ("A ", "B ", "C ", "D ")
    ]
    assert ways[0] == "A 省エネ設備の補助金の締切(6月26日)に合わせて進める。"
    assert ways[-1].endswith("いまは決めずに、このまま様子を見る。")
    assert [way[0] for way in ways] == list("ABCD"[: len(ways)])
    assert not [way for way in ways if "ご案内" in way]


def test_a_matter_that_the_visit_is_for_is_asked_about_without_anybody_s_words() -> None:
    alone = talk("2026-05-20", "工場長「新しい冷凍庫を入れたい」", people="小暮工場長")
    for_it = replace(planned(("篠崎社長",)), purpose="冷凍庫の考えを伺う")
    told = texts(SHEET, dossier(KETTLE, alone), for_it, "questions")
    assert "冷凍庫について、いまのお考えをお聞かせください。" in told
    assert "冷凍庫" not in "".join(texts(SHEET, dossier(KETTLE, alone), planned(("篠崎社長",))))


def test_a_list_that_we_owe_is_a_way_and_its_readers_may_say_what_they_wish_of_it() -> None:
    told = talk("2026-05-12", promises="当行：県外の仕入先候補のリストを6月5日までに持参。")
    whole = texts(SHEET, dossier(told), planned(("篠崎社長",)))
    assert "県外の仕入先候補のリストについて、ご希望の条件がございましたらお聞かせください。" in whole
    assert [text for text in whole if "県外の仕入先候補のリストをお渡しのうえ、進めたい先を一緒に選ぶ。" in text]


@pytest.mark.parametrize(
    ("industry", "asked"), [("旅館業", "ご予約"), ("訪問介護", "ご利用のお申込み"), ("製麺", "お仕事"), ("", "お仕事")]
)
def test_each_trade_is_asked_by_its_own_word_for_what_it_could_not_take(industry: str, asked: str) -> None:
    file = dossier(replace(HANDS, attendees=("篠崎社長", "小暮工場長")))
    file = replace(file, client=replace(file.client, industry=industry))
    told = texts(SHEET, file, planned(("篠崎社長",)), "questions")
    assert f"人手が足りずに、お受けできなかった{asked}はありましたか。" in told


def test_a_sheet_on_which_there_is_nothing_to_choose_offers_no_ways() -> None:
    owed = talk("2026-05-12", "社長「孫が小学校に上がった」", promises="先方：釜の見積書を6月24日までに送付。")
    assert texts(SHEET, dossier(owed), section="next_steps")
    assert texts(SHEET, dossier(owed), section="options") == []


@pytest.mark.parametrize(
    "file",
    [dossier(), dossier(talk("2026-05-12", "社長「茹で釜を入れ替えたい」", mark="秘匿"))],
    ids=["none", "in confidence"],
)
def test_a_sheet_on_which_nothing_may_be_shown_is_refused(file: Dossier) -> None:
    with pytest.raises(NothingToShow) as refused:
        document(SHEET, file)
    assert refused.value.details == {"client": str(KEY)}
