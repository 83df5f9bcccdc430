"""What of their own words is read back on a client's paper, and to whom."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.builders import CONTACTS, KETTLE, KEY, accounts, dossier, talk
from tests.builders import visit as planned
from tests.writing import document, texts

from bankrm.domain.clients import Contact
from bankrm.domain.drafts import Statement
from bankrm.domain.recipes import DocumentKindName
from bankrm.drafting.client_facing import NothingToShow
from bankrm.drafting.draft_document import Document

SHEET = DocumentKindName.DISCUSSION_SHEET
HANDS = talk("2026-05-20", "工場長「夜の製造の人が足りない」", people="小暮工場長")
STORM = talk("2026-06-02", "社長「先月の台風で倉庫の屋根が飛ばされた」「屋根を建て直すのが先だ」")


def statements(made: Document) -> list[Statement]:
    return [statement for section in made.sections for statement in section.statements]


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
