"""今日の要点: what comes first, what belongs together, what is not raised."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from tests.builders import DAY, KEY, TODAY, accounts, dossier, gaps, talk, topics
from tests.builders import visit as planned
from tests.writing import section

from bankrm.adapters.system.recipes import load_recipes
from bankrm.adapters.system.resources import Resources
from bankrm.domain.business import Deal, FinancialStatement
from bankrm.domain.dossier import Dossier
from bankrm.domain.drafts import units
from bankrm.domain.recipes import DocumentKindName
from bankrm.domain.visits import Visit
from bankrm.drafting.ports import VisitContext
from bankrm.drafting.select import select_evidence
from bankrm.drafting.template.writer import TemplateWriter
from bankrm.insights.observe import observe
from bankrm.language.certainty import Certainty

BRIEF = load_recipes(Resources.locate())[DocumentKindName.VISIT_BRIEF]
LOAN = Deal("D1", KEY, "小麦仕入の手形貸付", "運転資金", 15_000_000, "期日管理", date(2026, 6, 26), date(2026, 1, 5))


def headlines(file: Dossier, visit: Visit | None = None) -> list[list[str]]:
    """The sentences of each headline, heaviest first."""
    visit = visit or planned()
    observations = observe(file, day=DAY, today=TODAY, topics=topics(), gaps=gaps(), visit=visit)
    context = VisitContext(file, visit, TODAY, DAY, observations, select_evidence(file, visit, observations))
    written = TemplateWriter().write(BRIEF, BRIEF.sections[0], context) or ()
    return [[statement.text for statement in unit] for unit in units(written)]


def on(purpose: str) -> Visit:
    return Visit("visit-2", KEY, datetime(DAY.year, DAY.month, DAY.day, 10), ("篠崎社長",), purpose)


def test_a_loan_that_falls_due_comes_before_all_else_and_nothing_is_promised() -> None:
    promise = talk("2026-05-12", promises="当行：補助金の一覧を5月20日までに持参。")
    first, *_ = headlines(dossier(promise, deals=(LOAN,)))
    assert "小麦仕入の手形貸付15百万円の期日は6月26日" in first[0]
    assert any("お約束せず" in text for text in first)


def test_what_such_a_loan_waits_for_stands_under_it_and_not_again() -> None:
    owed = talk("2026-05-12", promises="先方：4月までの試算表を5月29日までに送付。")
    found = headlines(dossier(owed, deals=(LOAN,)))
    assert sum("試算表" in text for headline in found for text in headline) == 1


def test_what_the_visit_is_made_for_outweighs_what_is_merely_late() -> None:
    late = talk("2026-05-12", promises="先方：釜の図面を5月15日までに送付。")
    also = talk("2026-05-19", promises="先方：冷凍庫の写真を5月30日までに送付。")
    assert "冷凍庫" in headlines(dossier(late, also), on("冷凍庫の件"))[0][0]
    assert "釜" in headlines(dossier(late, also), on("釜の件"))[0][0]


def test_a_deadline_and_our_promise_on_the_same_subject_are_one_headline() -> None:
    told = talk(
        "2026-06-01",
        ours="販路支援の公募は6月19日が締切と案内。",
        promises="当行：販路支援の対象になるかを6月15日までに回答。",
    )
    found = headlines(dossier(told))
    assert len([h for h in found if any("販路支援" in text for text in h)]) == 1
    (headline,) = [h for h in found if any("販路支援" in text for text in h)]
    assert any("出かける前に用意する" in text for text in headline)


def test_a_figure_carries_its_year_and_gives_way_once_it_was_explained() -> None:
    years = (accounts("2025-03-31", sales=600), accounts("2026-03-31", sales=480))
    assert any(
        "(2026年3月期)" in text
        for h in headlines(dossier(talk("2026-05-12"), talk("2026-05-13"), statements=years))
        for text in h
    )
    explained = talk("2026-05-12", "社長「減収の主因は、学校給食の入札を落としたことです」")
    assert not any(
        "売上増加率" in text for h in headlines(dossier(explained, talk("2026-05-13"), statements=years)) for text in h
    )


def test_accounts_older_than_a_year_are_no_headline() -> None:
    years = (accounts("2024-03-31", sales=600), accounts("2025-03-31", sales=480))
    assert not any(
        "売上増加率" in text
        for h in headlines(dossier(talk("2026-05-12"), talk("2026-05-13"), statements=years))
        for text in h
    )


def test_a_matter_of_which_somebody_at_the_table_must_not_hear_is_not_to_be_raised() -> None:
    wish = talk("2026-06-02", "工場長「茹で釜を入れたい。社長にはまだ話していません」", people="小暮工場長")
    assert not any("茹で釜" in text for headline in headlines(dossier(wish, talk("2026-05-12"))) for text in headline)
    alone = Visit("visit-2", KEY, datetime(DAY.year, DAY.month, DAY.day, 10), ("小暮工場長",), "")
    assert any(
        "茹で釜" in text for headline in headlines(dossier(wish, talk("2026-05-12")), alone) for text in headline
    )


def test_the_reason_that_was_given_is_shown_and_not_asked_again() -> None:
    before = talk("2026-02-10", "社長「直売所を出します」")
    after = talk("2026-05-12", "社長「直売所はいったん見送ります。人が集まらなければ回せませんから」")
    (headline, *_) = headlines(dossier(before, after))
    assert any("伺い済み" in text for text in headline)
    assert not any("きっかけ" in text for text in headline)


def test_what_the_client_is_about_to_decide_is_told_with_the_words_that_say_what() -> None:
    words = "社長「大手の製粉会社から資本提携の話が来ています」「年内に返事をする約束です」"
    near = talk("2026-05-12", words.replace("年内", "7月末まで"))
    assert any("資本提携" in text for text in headlines(dossier(near, talk("2026-05-13")))[0])
    far = talk("2026-05-12", words)
    assert not any("判断の時期" in text for h in headlines(dossier(far, talk("2026-05-13"))) for text in h)


def test_what_such_a_loan_needs_and_has_come_is_not_asked_for_again() -> None:
    asked = talk(
        "2026-05-12",
        ours="小麦仕入の手形貸付は6月26日が期日。更新の判断に要るもの：4月末の試算表、在庫の明細。",
        promises="先方：4月末の試算表を5月29日までに送付。",
    )
    came = talk("2026-05-27", ours="4月末の試算表を受領した。")
    first, *_ = headlines(dossier(asked, came, deals=(LOAN,)))
    assert any(text.startswith("そのうち、4月末の試算表は5/27に受け取った") for text in first)
    assert not any("受領の記録なし" in text for text in first)


def test_two_voices_on_the_repayment_make_it_the_thing_to_ask() -> None:
    words = "社長「給食の代金が入るから、それで返せる」\n経理課長「その給食の代金は、もう小麦の支払に充ててあります」"
    told = talk("2026-05-12", words, ours="小麦仕入の手形貸付は6月26日が期日と確認。", people="篠崎社長、赤座経理課長")
    first, *_ = headlines(dossier(told, deals=(LOAN,)))
    assert any(text.startswith("返済原資: ") and "赤座経理課長" in text for text in first)
    assert any("返済にあてる資金" in text for text in first)


def test_another_banks_offer_on_the_same_matter_stands_with_the_day() -> None:
    told = talk(
        "2026-05-12",
        "経理課長「波止場銀行さんが先週、小麦仕入の資金なら1.4％でと持ってきました」",
        people="赤座経理課長",
    )
    also = talk("2026-05-19", "経理課長「潮路銀行さんは本店の改装のことを聞きに来ました」", people="赤座経理課長")
    first, *_ = headlines(dossier(told, also, deals=(LOAN,)))
    assert any("波止場銀行" in text for text in first)
    assert not any("潮路銀行" in text for text in first)


def test_a_loan_past_its_day_is_said_to_be_so() -> None:
    overdue = Deal(
        "D2", KEY, "小麦仕入の手形貸付", "運転資金", 15_000_000, "期日管理", date(2026, 6, 5), date(2026, 1, 5)
    )
    first, *_ = headlines(dossier(talk("2026-05-12"), deals=(overdue,)))
    assert "(10日超過)" in first[0]


def test_what_the_client_wants_of_us_and_what_a_matter_hangs_on_are_headlines() -> None:
    wants = talk("2026-05-12", "社長「私の保証はどうすれば外れるのか、紙で答えてほしい」")
    assert any(
        "求めていること" in text for headline in headlines(dossier(wants, talk("2026-05-13"))) for text in headline
    )


def years(profit: int, *, borrowings: int = 395) -> tuple[FinancialStatement, FinancialStatement]:
    """Sales of 1,120 and 965, a profit of 33 and then this one."""
    lines = {"cash": 110, "depreciation": 21, "receivables": 200, "inventories": 50, "payables": 140, "taxes": 2}
    before = accounts("2025-03-31", sales=1120, operating_profit=33, ordinary_profit=30, borrowings=342, **lines)
    now = accounts(
        "2026-03-31", sales=965, operating_profit=profit, ordinary_profit=profit - 3, borrowings=borrowings, **lines
    )
    return before, now


CAUSE = talk(
    "2026-05-12",
    "社長「朝早くから悪かった」",
    ours="・赤字の主因を照会。追加工事の精算が翌期にずれた分と、手直し工事1件との説明",
)


def test_a_fall_into_loss_with_debt_far_up_comes_first_even_where_it_was_explained() -> None:
    file = replace(dossier(CAUSE, talk("2026-05-13"), deals=(LOAN,)), statements=years(-8))
    first = headlines(file)[0]
    assert "営業利益率は▲0.8%(前期2.9%、2026年3月期)。" in first
    assert any(text.startswith("債務償還年数は") for text in first)
    assert any("追加工事の精算" in text for text in first)
    assert first[-1] == "今期の見通しを伺う(要因は伺い済み)。"


def test_a_loss_that_nobody_explained_is_asked_about() -> None:
    file = replace(dossier(talk("2026-05-12"), talk("2026-05-13")), statements=years(-8))
    assert headlines(file)[0][-1] == "赤字の要因と今期の見通しを伺う。"
    asked = section(file, DocumentKindName.VISIT_BRIEF, "questions")
    assert "前期が赤字になった主な要因と、今期の見通しを教えていただけますか" in asked[0].text
    supposed = section(file, DocumentKindName.VISIT_BRIEF, "hypotheses")
    assert "借入を返す力が細っている" in supposed[0].text


def test_a_profit_is_no_concern() -> None:
    file = replace(dossier(talk("2026-05-12"), talk("2026-05-13")), statements=years(40, borrowings=300))
    assert not any("営業利益率" in text for h in headlines(file) for text in h)
    assert not any("赤字" in s.text for s in section(file, DocumentKindName.VISIT_BRIEF, "questions"))


LATE = talk("2026-04-02", promises="当行：返済シミュレーションを4月20日までに持参。")
GIVEN = talk("2026-05-11", ours="返済シミュレーションを説明し手交した。", people="赤座経理課長")


def test_a_late_hand_over_is_apologised_for_at_the_next_meeting_and_no_more() -> None:
    def said(file: Dossier) -> list[str]:
        return [text for h in headlines(file) for text in h]

    assert any("遅れをおわびし" in text for text in said(dossier(LATE, GIVEN)))
    later = said(dossier(LATE, GIVEN, talk("2026-05-28", "社長「新しい配達先が決まった」")))
    assert "返済シミュレーションへの率直な感想を伺う。" in later
    assert not any("おわび" in text for text in later)


def test_what_presses_is_worded_as_in_the_list_of_promises() -> None:
    owed = talk("2026-05-12", promises="当行：保証の条件の書面を6月5日までに持参。")
    said = [text for h in headlines(dossier(owed, deals=(LOAN,))) for text in h]
    assert "小麦仕入の手形貸付15百万円の期日は6月26日(訪問の11日後)。" in said
    assert any("期限6月5日(10日超過)、" in text for text in said)


def test_what_we_promised_for_the_day_of_the_visit_leads_its_matter() -> None:
    told = talk(
        "2026-06-01",
        ours="販路支援の公募は6月19日が締切と案内。",
        promises="当行：販路支援の対象になるかを6月15日の訪問時に回答。",
    )
    (first, *_) = headlines(dossier(told), on("販路支援の件"))
    assert first[0].startswith("当行: 販路支援の対象になるか")
    assert any("6月19日(訪問の4日後)" in text for text in first)


def test_another_banks_visit_told_in_confidence_stands_in_the_cautions() -> None:
    told = talk(
        "2026-06-02",
        "工場長「先月、浦霧信用金庫さんが経理課長を訪ねて、冷凍庫の提案書を置いていきました」",
        people="小暮工場長",
    )
    cautions = [s.text for s in section(dossier(told), DocumentKindName.VISIT_BRIEF, "cautions")]
    assert any(
        text.startswith("浦霧信用金庫の動き: ") and "提案書を置いて" in text and "の前では一切触れない" in text
        for text in cautions
    )


def test_a_question_of_ours_carries_nobodys_intent() -> None:
    told = talk("2026-05-12", "社長「茹で釜を入れ替えたいが、当分は様子を見る」")
    asked = section(dossier(told), DocumentKindName.VISIT_BRIEF, "questions")
    assert asked
    assert {s.certainty for s in asked} == {Certainty.NONE}


def test_that_the_one_who_decides_said_nothing_since_is_told_only_where_he_was_met() -> None:
    wish = talk("2026-02-03", "社長「今年のうちに茹で釜を入れ替えたい」")
    doubt = talk("2026-04-14", "工場長「茹で釜の入れ替えは、夏の売れ行きを見てから考える」", people="小暮工場長")
    met = talk("2026-05-12", "社長「孫が小学校に上がった」")
    unmet = "その後に篠崎社長と面談した記録がなく、設備の今の意向は未確認。"
    assert unmet in [text for unit in headlines(dossier(wish, doubt)) for text in unit]
    silent = [text for unit in headlines(dossier(wish, doubt, met)) for text in unit]
    assert "その後に篠崎社長が設備の意向を述べた記録はない。" in silent
    assert unmet not in silent
