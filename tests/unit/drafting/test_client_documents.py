"""What the client reads: only what the people it goes to said or heard, politely, and nothing of the bank's own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from tests.builders import CONTACTS, KEY, TODAY, accounts, dossier, paper, talk
from tests.builders import visit as planned
from tests.writing import RECIPES, context_of, document, texts

from bankrm.domain.business import Deal
from bankrm.domain.clients import Contact
from bankrm.domain.dossier import Dossier
from bankrm.domain.drafts import Statement, Verdict
from bankrm.domain.evidence import OriginType
from bankrm.domain.recipes import OWN_WORD_SECTION, DocumentKindName, StatementKind
from bankrm.domain.visits import Visit
from bankrm.drafting.client_facing import NothingToShow
from bankrm.drafting.draft_document import Document, draft_document
from bankrm.drafting.grounding.checker import Checker
from bankrm.drafting.template.pledges import loan_words
from bankrm.drafting.template.writer import TemplateWriter

SHEET, MAIL = DocumentKindName.DISCUSSION_SHEET, DocumentKindName.FOLLOW_UP_MAIL
NOTICE = "本資料は検討のための資料であり、ご融資をお約束するものではありません。ご融資には所定の審査がございます。"
KETTLE = talk("2026-05-12", "社長「茹で釜を来年のうちに入れ替えたい」「見積は3,200万円だった」")
HANDS = talk("2026-05-20", "工場長「夜の製造の人が足りない」", people="小暮工場長")


def statements(made: Document) -> list[Statement]:
    return [statement for section in made.sections for statement in section.statements]


# what is read back, and to whom


def test_the_president_s_words_are_read_back_to_him_with_their_day() -> None:
    told = texts(SHEET, dossier(KETTLE), section="understanding")
    assert told[0] == "「茹で釜を来年のうちに入れ替えたい」と伺っています(篠崎社長、5月12日)。"


def test_what_one_of_the_staff_said_alone_is_not_read_out_before_the_president() -> None:
    alone = talk("2026-05-20", "工場長「新しい冷凍庫を入れたい」", people="小暮工場長")
    told = texts(SHEET, dossier(KETTLE, alone), planned(("篠崎社長", "小暮工場長")))
    assert not [text for text in told if "冷凍庫" in text]


def test_what_staff_said_before_the_president_is_read_back_where_both_come() -> None:
    together = talk("2026-05-20", "工場長「新しい冷凍庫を入れたい」", people="篠崎社長、小暮工場長")
    told = texts(SHEET, dossier(together), planned(("篠崎社長", "小暮工場長")), "understanding")
    assert "「新しい冷凍庫を入れたい」と伺っています(小暮工場長、5月20日)。" in told


def test_the_president_s_words_stand_before_staff_but_not_before_an_officer_who_did_not_hear_them() -> None:
    assert texts(SHEET, dossier(KETTLE), planned(("篠崎社長", "赤座経理課長")), "understanding")
    officer = replace(dossier(KETTLE), contacts=(*CONTACTS, Contact(KEY, "蔵前 礼子", "専務取締役")))
    with pytest.raises(NothingToShow):
        document(SHEET, officer, planned(("篠崎社長", "蔵前専務")))


def test_a_relative_of_the_president_is_no_mere_staff() -> None:
    family = replace(dossier(KETTLE), contacts=(*CONTACTS, Contact(KEY, "篠崎 菊乃", "事務長")))
    with pytest.raises(NothingToShow):
        document(SHEET, family, planned(("篠崎社長", "篠崎事務長")))


def test_a_difficulty_of_the_firm_is_thought_about_without_saying_who_voiced_it() -> None:
    made = document(SHEET, dossier(KETTLE, HANDS), planned(("篠崎社長",)))
    issues = next(section for section in made.sections if section.key == "issues")
    assert issues.statements[0].text == "人手の不足が、お仕事の受け方や働く方のご負担に響いているのではないでしょうか。"
    assert not [s.text for s in statements(made) if "小暮" in s.text]


def test_what_somebody_said_before_his_last_talk_on_a_matter_is_no_longer_read_back() -> None:
    before = talk("2026-03-18", "社長「茹で釜を今年のうちに入れ替えたい」")
    told = texts(SHEET, dossier(before, KETTLE), section="understanding")
    assert not [text for text in told if "今年のうち" in text]


def test_a_client_s_worries_are_not_graded_on_paper() -> None:
    assert not [t for t in texts(SHEET, dossier(KETTLE, HANDS), planned(("篠崎社長",))) if "優先度" in t]


def test_the_effect_stands_only_where_the_accounts_show_it_and_may_lie_on_the_table() -> None:
    sales = talk("2026-03-24", "社長「注文が減って、機械が空いている」")
    years = (
        accounts("2025-03-31", sales=640, operating_profit=30),
        accounts("2026-03-31", sales=600, operating_profit=24),
    )
    told = texts(SHEET, dossier(sales, statements=years), planned(("篠崎社長",)), "issues")
    assert "影響: 2026年3月期の決算書では、売上増加率が▲6.3%でした。" in told
    assert not [t for t in texts(SHEET, dossier(sales), planned(("篠崎社長",))) if t.startswith("影響")]
    before_all = texts(SHEET, dossier(sales, statements=years), planned(("篠崎社長", "小暮工場長")))
    assert not [t for t in before_all if t.startswith("影響")]


def test_accounts_that_end_before_the_remark_show_no_effect_of_it() -> None:
    sales = talk("2026-05-12", "社長「注文が減って、機械が空いている」")
    years = (
        accounts("2025-03-31", sales=640, operating_profit=30),
        accounts("2026-03-31", sales=600, operating_profit=24),
    )
    told = texts(SHEET, dossier(sales, statements=years), planned(("篠崎社長",)), "issues")
    assert told
    assert not [t for t in told if t.startswith("影響")]


def test_what_is_said_of_a_thing_that_the_sentence_before_names_is_read_back_with_its_name() -> None:
    told = talk("2026-05-12", "社長「茹で釜が2台とも15年を超えた」「年内に1台は入れ替えたい」")
    shown = texts(SHEET, dossier(told), planned(("篠崎社長",)), "understanding")
    assert "茹で釜について、「年内に1台は入れ替えたい」と伺っています(篠崎社長、5月12日)。" in shown


def test_a_thought_that_fits_any_firm_is_not_put_before_those_who_did_not_voice_it() -> None:
    alone = talk("2026-05-20", "工場長「機械が古くてよく止まる」", people="小暮工場長")
    named = talk("2026-05-20", "工場長「茹で釜が古くてよく止まる」", people="小暮工場長")
    owed = talk("2026-05-12", promises="先方：釜の見積書を6月24日までに送付。")
    assert texts(SHEET, dossier(owed, alone), planned(("篠崎社長",)), "issues") == []
    assert texts(SHEET, dossier(owed, named), planned(("篠崎社長",)), "issues") == [
        "茹で釜の古さや能力が、日々のお仕事のご負担になっているのではないでしょうか。"
    ]


def test_what_was_summed_up_is_read_back_in_half_width_figures() -> None:
    told = talk("2026-05-12", "社長：茹で釜の値段が１２月から８％上がると聞いて困っているとのこと。")
    shown = texts(SHEET, dossier(told), planned(("篠崎社長",)))
    assert [text for text in shown if "12月から8%" in text]


def test_what_staff_tell_of_how_things_stand_is_not_held_up_to_the_president() -> None:
    told = talk("2026-05-12", "工場長「茹で釜の修理に月20万円かかっている」", people="篠崎社長、小暮工場長")
    shown = texts(SHEET, dossier(KETTLE, told), planned(("篠崎社長", "小暮工場長")), "understanding")
    assert shown
    assert not [text for text in shown if "20万円" in text]


# after a disaster

STORM = talk("2026-06-02", "社長「先月の台風で倉庫の屋根が飛ばされた」「屋根を建て直すのが先だ」")


def test_after_a_disaster_the_sheet_is_about_putting_it_right() -> None:
    before = talk("2026-04-12", "社長「茹で釜が古くて、よく止まる」")
    shown = texts(SHEET, dossier(before, STORM), planned(("篠崎社長",)))
    assert "被害の復旧が済むまでの間、収入の減りと費用の立て替えがご負担になるのではないでしょうか。" in shown
    assert [text for text in shown if text.startswith("復旧の段取り")]
    assert not [text for text in shown if "茹で釜の古さ" in text or "様子を見る" in text]


def test_rain_that_merely_held_up_work_is_no_disaster() -> None:
    shown = texts(
        SHEET, dossier(KETTLE, talk("2026-06-02", "社長「大雨で工事が3週間止まった」")), planned(("篠崎社長",))
    )
    assert not [text for text in shown if "復旧" in text]


# ways, questions, steps


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


def test_the_next_day_is_left_to_be_filled_in_at_the_table() -> None:
    steps = texts(SHEET, dossier(KETTLE), planned(("篠崎社長",)), "next_steps")
    assert steps[-1] == "次回: ＿＿月＿＿日(＿)＿＿時ごろ(本日ご相談のうえ決めさせてください)"


@pytest.mark.parametrize(("people", "asked"), [("篠崎社長、小暮工場長", True), ("小暮工場長", False)])
def test_nobody_is_asked_for_what_others_promised(people: str, asked: bool) -> None:
    promised = talk("2026-06-04", promises="先方：釜の見積書を6月24日までに送付。")
    later = talk("2026-06-11", "工場長「茹で釜を入れ替えたい」", people=people)
    owed = texts(MAIL, dossier(promised, later), section="theirs")
    assert bool(owed) is asked


def test_the_day_of_a_loan_stands_in_a_mail_beside_what_an_extension_takes() -> None:
    loan = Deal(
        "D1", KEY, "小麦仕入の手形貸付", "運転資金", 15_000_000, "期日管理", date(2026, 6, 26), date(2026, 1, 5)
    )
    told = talk("2026-06-11", "社長「茹で釜を入れ替えたい」", ours="小麦仕入の手形貸付の期日は6月26日と案内。")
    shown = texts(MAIL, dossier(told, deals=(loan,)), section="talked")
    assert "更新には6月26日までのお申込みと所定の審査が必要で、結果はお約束できません。" in shown


def test_what_an_extension_takes_stands_in_the_mail_however_much_was_said_and_names_the_papers_that_we_named() -> None:
    loan = Deal(
        "D1", KEY, "小麦仕入の手形貸付", "運転資金", 15_000_000, "期日管理", date(2026, 6, 26), date(2026, 1, 5)
    )
    told = talk(
        "2026-06-11", "社長「茹で釜を入れ替えたい」「配送の車を買いたい」「期日は延ばしてもらえるんだろう」",
        ours="小麦仕入の手形貸付の期日は6月26日と案内。判断に要るもの：試算表、入金予定の一覧。",
    )  # fmt: skip
    shown = texts(MAIL, dossier(told, deals=(loan,)), section="talked")
    assert "更新には6月26日までのお申込みと所定の審査が必要で、結果はお約束できません。" in shown
    assert "ご判断のため、試算表、入金予定の一覧をお願いしております。" in shown


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


def test_no_way_promises_a_loan_and_none_that_an_application_is_granted() -> None:
    loan = Deal(
        "D1", KEY, "小麦仕入の手形貸付", "運転資金", 15_000_000, "期日管理", date(2026, 6, 26), date(2026, 1, 5)
    )
    told = texts(SHEET, dossier(talk("2026-05-12"), deals=(loan,)), planned(("篠崎社長",)), "next_steps")
    assert told[:2] == [
        "小麦仕入の手形貸付1,500万円の期日は6月26日です。",
        "更新には6月26日までのお申込みと所定の審査が必要で、結果はお約束できません。",
    ]


def test_nobody_is_asked_to_apply_for_a_loan_that_is_being_dealt_with_already() -> None:
    loan = Deal(
        "D1", KEY, "小麦仕入の手形貸付", "運転資金", 15_000_000, "継続手続中", date(2026, 6, 26), date(2026, 1, 5)
    )
    told = texts(SHEET, dossier(talk("2026-05-12"), deals=(loan,)), planned(("篠崎社長",)), "next_steps")
    assert told[1] == "更新のお手続きを進めております。所定の審査があり、結果はお約束できません。"


def test_what_we_need_for_a_loan_is_told_to_those_too_to_whom_we_have_not_said_it_yet() -> None:
    loan = Deal(
        "D1", KEY, "小麦仕入の手形貸付", "運転資金", 15_000_000, "期日管理", date(2026, 6, 26), date(2026, 1, 5)
    )
    to_staff = talk(
        "2026-06-09", people="赤座経理課長", ours="手形貸付の更新の手続きに5月までの試算表が要ることを申し上げた。"
    )
    told = texts(SHEET, dossier(to_staff, deals=(loan,)), planned(("篠崎社長",)), "next_steps")
    assert "ご用意いただくもの: 5月までの試算表。" in told
    in_confidence = replace(to_staff, confidentiality="秘匿")
    told = texts(SHEET, dossier(in_confidence, deals=(loan,)), planned(("篠崎社長",)), "next_steps")
    assert not [text for text in told if "試算表" in text]


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


@pytest.mark.parametrize(
    ("registered", "shown"),
    [
        ("短期継続（極度3,000万円）の期日", "短期のお借入枠(3,000万円)"),
        ("当貸極度の継続の期日", "短期のお借入枠"),
        ("手貸折返し500万円の期日", "お借入(500万円)"),
        ("護岸工事のつなぎ資金6,000万円の期日", "護岸工事のつなぎ資金6,000万円"),
    ],
)
def test_a_loan_is_not_called_before_the_client_what_the_bank_calls_the_deal(registered: str, shown: str) -> None:
    assert loan_words(registered) == shown


def test_beside_a_loan_that_falls_due_nobody_is_offered_to_wait() -> None:
    loan = Deal(
        "D1", KEY, "小麦仕入の手形貸付", "運転資金", 15_000_000, "期日管理", date(2026, 6, 26), date(2026, 1, 5)
    )
    told = texts(SHEET, dossier(KETTLE, deals=(loan,)), planned(("篠崎社長",)), "options")
    assert told[-1].startswith("「茹で釜を来年のうちに入れ替えたい」とのお考え")  # the only way, so without a letter
    assert not [text for text in told if "様子を見る" in text or "ご返済" in text]


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


def test_both_sides_owe_with_their_days_and_what_is_late_is_no_reproach() -> None:
    told = talk("2026-05-12", promises="当行：返済額の試算を6月19日までに持参。\n先方：釜の見積書を5月末までに送付。")
    steps = texts(SHEET, dossier(told), planned(("篠崎社長",)), "next_steps")
    assert "私ども: 返済額の試算を、6月19日までにお渡しします。" in steps
    assert "お客さま: 釜の見積書は、5月末ごろと伺っておりました。ご用意ができましたらお送りください。" in steps


def test_a_day_before_the_visit_is_no_longer_asked_for_at_the_table() -> None:
    told = talk("2026-06-10", promises="当行：返済額の試算を6月13日までに持参。\n先方：釜の見積書を6月14日までに送付。")
    steps = texts(SHEET, dossier(told), planned(("篠崎社長",)), "next_steps")
    assert steps[:2] == [
        "私ども: 返済額の試算(お約束の期限: 6月13日)をお渡しします。",
        "お客さま: 釜の見積書は、6月14日までと伺っておりました。ご用意ができましたらお送りください。",
    ]
    assert "釜の見積書を、6月14日までにお願いいたします。" in texts(MAIL, dossier(told))


def test_a_deadline_keeps_its_hour() -> None:
    told = talk("2026-06-10", ours="省エネ設備の補助金は6月26日（金）17時が締切と案内。")
    ways = texts(SHEET, dossier(KETTLE, told), planned(("篠崎社長",)), "options")
    assert ways[0] == "A 省エネ設備の補助金の締切(6月26日17時)に合わせて進める。"


def test_our_own_delay_is_told_with_an_apology() -> None:
    told = talk("2026-04-14", promises="当行：返済額の試算を5月15日までに持参。")
    steps = texts(SHEET, dossier(told), planned(("篠崎社長",)), "next_steps")
    assert steps[0] == (
        "私ども: 返済額の試算のお渡しが遅れており、誠に申し訳ございません。6月15日に進み具合とお渡しの時期をご報告します。"
    )


def test_a_mail_to_whom_no_visit_is_planned_names_no_day_for_what_is_late() -> None:
    told = talk("2026-04-14", promises="当行：返済額の試算を5月15日までに持参。")
    past = Visit("visit-1", KEY, datetime(2026, 5, 12, 10), ("篠崎社長",), "近況")
    (owed,) = texts(MAIL, dossier(told), past, "ours")
    assert owed.endswith("誠に申し訳ございません。改めて、進み具合とお渡しの時期をご報告します。")


# what never stands there


@pytest.mark.parametrize("kind", [SHEET, MAIL])
def test_nothing_of_a_talk_in_confidence_reaches_the_client(kind: DocumentKindName) -> None:
    secret = talk(
        "2026-05-12", "社長「工場を畳んで土地を売ることも考えている」「冷凍庫が古くて困っている」", mark="秘匿",
        promises="先方：土地の図面を5月29日までに送付。",
    )  # fmt: skip
    later = talk("2026-05-20", "社長「茹で釜を入れ替えたい」")
    told = " ".join(texts(kind, dossier(secret, later), planned(("篠崎社長",))))
    assert "茹で釜" in told
    assert not [word for word in ("土地", "畳", "冷凍庫", "図面") if word in told]


@pytest.mark.parametrize(
    "words",
    [
        "長男に継がせるかどうか迷っている",
        "会社ごと譲ってほしいという話が来て、どうするか決めかねている",
        "波止場銀行さんから1.2%で借りられそうで、断りにくい",
        "私の個人保証を外したいが、難しいと言われた",
    ],
)
def test_the_owners_affairs_and_other_banks_stay_away_though_they_were_told_openly(words: str) -> None:
    told = " ".join(texts(SHEET, dossier(KETTLE, talk("2026-05-20", f"社長「{words}」")), planned(("篠崎社長",))))
    assert not [word for word in ("継が", "譲", "銀行", "1.2", "保証") if word in told]


def test_the_disclaimer_always_stands_there_and_rests_on_the_form() -> None:
    made = document(SHEET, dossier(KETTLE))
    (words,) = next(section for section in made.sections if section.key == "notice").statements
    assert words.text == NOTICE
    assert [made.pack[key].origin.type for key in words.citations] == [OriginType.RULE]


@pytest.mark.parametrize("kind", [SHEET, MAIL])
def test_no_writer_puts_a_word_in_the_section_of_the_relationship_manager(kind: DocumentKindName) -> None:
    own = next(s for s in document(kind, dossier(KETTLE)).sections if s.key == OWN_WORD_SECTION)
    assert (own.heading, own.statements, own.dropped) == ("担当者から一言", (), ())


def test_before_the_client_stands_no_doubt() -> None:
    class Doubting(Checker):
        def check(self, *_: object) -> object:  # type: ignore[override]
            from bankrm.drafting.grounding.judgement import Judgement

            return Judgement(Verdict.UNSUPPORTED, 0.1, ())

    made = draft_document(RECIPES[SHEET], TemplateWriter(), Doubting(None, TODAY), context_of(dossier(KETTLE)))
    assert not [s for s in statements(made) if s.kind is StatementKind.FACT]
