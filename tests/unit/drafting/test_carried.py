"""What may be carried out of the bank, and what never is, however it comes into a draft."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from tests.builders import KEY, dossier, talk, visit
from tests.fakes.editing import EDITOR
from tests.writing import RECIPES, context_of

from bankrm.application.write_draft import provenance_of, write_draft
from bankrm.domain.business import OtherBankLoan
from bankrm.domain.citing import cite_explanation
from bankrm.domain.closings import Closing, ClosingKind
from bankrm.domain.drafts import Draft, DraftState, Statement, Verdict, identified
from bankrm.domain.editing import AddOwnView, AddStatement, ChangeText, Edit, edited
from bankrm.domain.evidence import EvidencePack, OriginType
from bankrm.domain.ids import ClosingId
from bankrm.domain.interactions import OWN_VIEW
from bankrm.domain.observations import Code
from bankrm.domain.recipes import DocumentKindName, StatementKind
from bankrm.drafting.carried import Guard
from bankrm.drafting.ports import VisitContext
from bankrm.drafting.sheet import MOST_CHARACTERS, MOST_LINES, PrintedSheet, Version, bank_sheet, carried_sheet
from bankrm.drafting.template.writer import TemplateWriter
from bankrm.insights.open_promises import read_open_promises

SECRET = "会社を東雲フーズに譲ることを考えている"
FILE = replace(
    dossier(
        talk(
            "2026-02-03",
            "社長「茹で釜を入れ替えたい。見積は3,200万円だった」",
            promises="【先方】3月末までに茹で釜の見積書をいただく",
        ),
        talk("2026-03-10", f"社長「{SECRET}」", mark="秘匿", people="篠崎社長"),
        talk("2026-04-14", "工場長「夜勤を減らしたいのですが、社長には言わないでください」", people="小暮工場長"),
        talk("2026-05-20", "社長「浜風さんは1.2%で持ってきた」"),
        talk("2026-05-28", "社長「電気代が重い」"),
    ),
    other_banks=(OtherBankLoan(KEY, "浜風銀行", date(2026, 3, 31), 30_000_000, 1.2, "なし"),),
)
CONTEXT = context_of(FILE)


def a_brief(context: VisitContext = CONTEXT) -> Draft:
    recipe, writer = RECIPES[DocumentKindName.VISIT_BRIEF], TemplateWriter()
    now = datetime(2026, 6, 12, tzinfo=UTC)
    return write_draft(recipe, writer, context, provenance_of(recipe, writer, context), lambda: now)


def judged(statement: Statement, _: EvidencePack) -> Statement:
    """Whatever a person writes stands."""
    return statement.judged(Verdict.SUPPORTED, ())


HEADINGS = {section.key: section.heading for section in RECIPES[DocumentKindName.VISIT_BRIEF].sections}
LENIENT = replace(EDITOR, judge=judged, headings=HEADINGS)


def sheet_of(*edits: Edit, context: VisitContext = CONTEXT) -> PrintedSheet:
    draft = a_brief(context)
    for edit in edits:
        draft = edited(draft, edit, LENIENT)
    return carried_sheet(draft, context.visit, Guard(context))


def text_of(sheet: PrintedSheet) -> str:
    lines = [line.text for section in sheet.sections for line in section.lines]
    return "\n".join((sheet.mark, sheet.title, *sheet.head, *(s.heading for s in sheet.sections), *lines))


def test_what_one_needs_at_the_table_is_carried_and_fits_one_side() -> None:
    sheet = sheet_of()
    assert "見積書" in text_of(sheet)
    assert sheet.mark == "【持出し版・お客さまへの交付不可】 下書き"
    assert sheet.head == ("とびうお製麺株式会社(架空)", "6月15日(月) 10:00 篠崎社長・赤座経理課長", "目的: 近況")
    assert sheet.characters <= MOST_CHARACTERS
    assert sheet.rows <= MOST_LINES
    assert sheet.sources == ()


@pytest.mark.parametrize("word", ["譲", "東雲", "夜勤", "浜風", "1.2%", "0004711", "秘匿"])
def test_no_secret_no_other_bank_and_no_number_of_the_client_is_in_it(word: str) -> None:
    assert word not in text_of(sheet_of())


@pytest.mark.parametrize("heading", ["注意", "取引状況", "財務", "課題仮説", "提案の種", "記録の食い違い"])
def test_sections_that_are_ours_alone_are_not_in_it(heading: str) -> None:
    assert heading not in [section.heading for section in sheet_of().sections]


OPEN = next(piece for _, piece in CONTEXT.pack if "電気代が重い" in piece.text)
PLANTED = "ひみつの合図"


@pytest.mark.parametrize(
    "text",
    [
        f"社長は{SECRET}",
        "東雲フーズの件を伺う",
        "社長は譲渡を考えている。相手は東雲フーズ",
        "夜勤のことを伺う",
        "浜風銀行より低い金利を示す",
        "浜風さんの条件を伺う",
        "浜風の条件を伺う",
        "メイン行は別にある",
        "信 金 の条件を伺う",
        "要注意先に当たる",
        "格 付は 6",
        "債務者区分を見直す",
        "取引方針は消極",
        "CIFは0004711",
        "CIFは０００４７１１",
        "番号は4711",
        "番号は000-4711",
        "Ｍ＆Ａの相談",
        "M&Aを考えている",
        "格\u200b付の話",
        "債務者・区分",
        "社長は入院している",
        "秘匿の話がある〔秘匿〕",
    ],
)
@pytest.mark.parametrize("section", ["headlines", "questions", "company"])
def test_what_a_person_writes_on_open_evidence_passes_no_more_than_what_a_machine_does(text: str, section: str) -> None:
    kind = StatementKind.QUESTION if section == "questions" else StatementKind.FACT
    sheet = sheet_of(AddStatement(section, f"{PLANTED}{text}", (OPEN,), kind))
    assert PLANTED not in text_of(sheet)
    control = sheet_of(AddStatement(section, f"{PLANTED}電気代のことを伺う", (OPEN,), kind))
    assert PLANTED in text_of(control)


def test_open_words_on_secret_evidence_are_kept_back() -> None:
    secret = [piece for _, piece in CONTEXT.pack if "夜勤" in piece.text or SECRET in piece.text]
    assert secret
    for piece in secret:
        assert PLANTED not in text_of(sheet_of(AddStatement("headlines", f"{PLANTED}近況を伺う", (piece,))))


def test_what_rests_on_a_dated_own_view_stays_in_the_bank_too() -> None:
    noted = replace(talk("2026-05-29", "近いうちに釜の下見に行くつもりらしい"), method=OWN_VIEW)
    context = context_of(replace(FILE, interactions=(*FILE.interactions, noted)))
    piece = next(cite_explanation(replace(noted, explanation="下見に行くつもりらしい")))
    assert PLANTED not in text_of(
        sheet_of(AddStatement("headlines", f"{PLANTED}近況を伺う", (piece,)), context=context)
    )


def test_what_became_of_a_promise_made_in_confidence_stays_in_the_bank() -> None:
    marked = talk(
        "2026-05-12", f"社長「{SECRET}」", promises="【当行】東雲フーズの資料を5月29日までに持参", mark="秘匿", people="篠崎社長"
    )  # fmt: skip
    file = replace(FILE, interactions=(*FILE.interactions, marked))
    promise = next(one for one in read_open_promises(file, date(2026, 6, 12)).promises if one.record == marked.ref)
    done = Closing(
        ClosingId("c-1"), promise, ClosingKind.DONE, date(2026, 6, 5), "東雲フーズの資料", "大野", datetime(2026, 6, 5, tzinfo=UTC)
    )  # fmt: skip
    context = context_of(replace(file, closings=(done,)))
    assert "東雲" in "".join(piece.body for _, piece in context.pack if piece.origin.type is OriginType.CLOSING)
    carried = text_of(sheet_of(context=context))
    assert "東雲" not in carried
    assert "資料をお渡し" not in carried


def test_an_own_view_and_what_is_doubted_stay_in_the_bank() -> None:
    draft = edited(a_brief(), AddOwnView("headlines", f"{PLANTED}社長は元気だ"), LENIENT)
    doubting = replace(LENIENT, judge=lambda one, _: one.judged(Verdict.UNSUPPORTED, ()))
    draft = edited(draft, AddStatement("headlines", f"{PLANTED}社長は元気だ", (OPEN,)), doubting)
    assert PLANTED not in text_of(carried_sheet(draft, CONTEXT.visit, Guard(CONTEXT)))


def test_only_the_line_that_may_not_be_carried_is_kept_back_and_the_preview_can_say_which() -> None:
    draft = a_brief()
    grouped = next(s for s in draft.sections if s.key == "headlines")
    head = next(one for one in grouped.statements if one.kind is StatementKind.FACT)
    told = [replace(head, text=f"{PLANTED}甲。", group="G90", citations=(), verdict=Verdict.SUPPORTED), replace(head, text="東雲フーズの件。", group="G90", citations=())]  # fmt: skip
    sections = tuple(replace(s, statements=tuple(told)) if s.key == "headlines" else s for s in draft.sections)
    sheet = carried_sheet(replace(draft, sections=sections), CONTEXT.visit, Guard(CONTEXT))
    assert f"{PLANTED}甲。" in text_of(sheet)
    assert "東雲" not in text_of(sheet)
    assert withheld(sheet)["今日の要点"] == ["東雲フーズの件。"]


def withheld(sheet: PrintedSheet) -> dict[str, list[str]]:
    return {section.heading: [line.text for line in section.lines] for section in sheet.withheld}


def test_an_own_view_beside_a_main_point_takes_nothing_with_it() -> None:
    before = [line.text for section in sheet_of().sections for line in section.lines]
    point = next(s for s in identified(a_brief()).statements if s.text in before)
    sheet = sheet_of(AddOwnView("headlines", f"{PLANTED}社長は元気だ", after=point.id))
    assert [line.text for section in sheet.sections for line in section.lines] == before
    assert f"{PLANTED}社長は元気だ" in withheld(sheet)["今日の要点"]


DORMITORY = replace(
    dossier(
        talk("2026-03-03", "工場長「寮は古い」", people="篠崎社長、小暮工場長"),
        talk("2026-04-08", "社長「茹で釜は来年度に考える」", promises="【先方】5月末までに茹で釜の見積書をいただく"),
        talk(
            "2026-06-02",
            "工場長「浜風銀行さんが、赤座課長を訪ねて、寮の改修の提案書を置いていかれました」\n"
            "工場長「助成の対象に寮が入るのかどうか、赤座課長が知りたがっています」",
            promises="【当行】助成の対象に寮が含まれるかを町に確かめ、6月15日の訪問時に回答",
            people="小暮工場長",
        ),
    ),
    other_banks=FILE.other_banks,
)


def test_what_else_was_told_or_promised_of_a_matter_in_the_same_talk_is_not_carried_to_whom_it_is_kept_from() -> None:
    context = context_of(DORMITORY)
    kept = [o for o in context.observations if o.code is Code.CONFIDENTIAL]
    assert [(o.names("before"), o.values["whole"]) for o in kept] == [(("篠崎社長",), False)]
    brief = "".join(s.text for s in a_brief(context).statements)
    assert "対象に寮" in brief
    sheet = sheet_of(context=context)
    assert not re.search("改修|対象に寮|助成", text_of(sheet))
    assert any("対象に寮が含まれるか" in line for lines in withheld(sheet).values() for line in lines)
    assert "見積書" in text_of(sheet)


def test_what_the_person_heard_of_elsewhere_is_carried() -> None:
    context = context_of(DORMITORY)
    known = next(piece for _, piece in context.pack if "寮は古い" in piece.text)
    assert PLANTED in text_of(sheet_of(AddStatement("headlines", f"{PLANTED}寮は古い", (known,)), context=context))


def test_a_promise_that_the_caution_lets_one_raise_is_carried() -> None:
    secret = replace(
        talk(
            "2026-05-14",
            "工場長「2棟目はいったん止めたい。採用のめどが立つまでは」",
            ours="他言しないことを約束した。職員の採用の計画を拝見したいと話した。",
            promises="【先方】職員の採用計画を6月5日までに送付",
            people="小暮工場長",
        ),
        confidentiality="秘匿",
    )
    context = context_of(dossier(secret), replace(visit(), purpose="採用計画の件"))
    brief = [s.text for s in a_brief(context).statements]
    assert any("の前では、職員の採用計画のほかは一切触れない" in text for text in brief)
    text = text_of(sheet_of(context=context))
    assert "先方: 職員の採用計画(期限6月5日)" in text
    assert "2棟目" not in text
    assert "5/14" not in text  # that there was such a talk is told by no other line either
    named = next(piece for _, piece in context.pack if "先方の約束: 職員の採用計画" in piece.text)
    for hint in ("2棟目は採用計画しだい", "採用計画は止まっている"):
        planted = AddStatement("headlines", f"{PLANTED}{hint}", (named,))
        assert PLANTED not in text_of(sheet_of(planted, context=context))


def test_a_new_secret_takes_no_point_away_that_rests_on_open_records() -> None:
    before = sheet_of()
    secret = talk("2026-06-10", "工場長「茹で釜の見積書は期限を過ぎる。受け取る日に当たる人が足りない」", mark="秘匿", people="小暮工場長")  # fmt: skip
    after = sheet_of(context=context_of(replace(FILE, interactions=(*FILE.interactions, secret))))
    promised = [line.text for s in before.sections if s.heading == "約束・宿題" for line in s.lines]
    assert promised
    assert set(promised) <= {line.text for s in after.sections for line in s.lines}


def test_our_promise_at_which_another_bank_was_quicker_is_carried_without_the_bank() -> None:
    file = replace(
        dossier(
            talk("2026-04-08", "社長「販路を広げたい」", promises="【当行】販路候補先のリストを5月15日までにお渡し"),
            talk("2026-05-29", "社長「浜風銀行さんが先週、販路候補先を連れてきた」"),
        ),
        other_banks=FILE.other_banks,
    )
    context = context_of(file)
    assert any(o.code is Code.OTHER_BANK_FIRST for o in context.observations)
    assert "当行: 販路候補先のリスト" in text_of(sheet_of(context=context))
    assert "浜風" not in text_of(sheet_of(context=context))


def test_a_purpose_that_tells_a_secret_is_left_out_of_the_head() -> None:
    planned = replace(visit(), purpose="東雲フーズの件")
    assert sheet_of(context=context_of(FILE, planned)).head[2:] == ()


def test_nothing_is_cut_in_the_middle_and_nothing_goes_beyond_one_side() -> None:
    edits = [AddStatement("headlines", f"{number}番目の電気代の話" + "あ" * 90, (OPEN,)) for number in range(30)]
    sheet = sheet_of(*edits)
    assert sheet.characters <= MOST_CHARACTERS
    assert sheet.rows <= MOST_LINES
    lines = [line.text for section in sheet.sections for line in section.lines]
    assert all(line.endswith(("。", "か。", "あ")) for line in lines)
    assert sum(line.endswith("あ" * 90) for line in lines) < 30


def test_the_version_for_the_bank_holds_everything_with_its_sources_and_doubts() -> None:
    draft = edited(a_brief(), AddOwnView("headlines", "社長は元気だ"), LENIENT)
    doubting = replace(LENIENT, judge=lambda one, _: one.judged(Verdict.UNSUPPORTED, ()))
    draft = edited(draft, AddStatement("headlines", "電気代は下がった", (OPEN,)), doubting)
    sheet = bank_sheet(replace(draft, state=DraftState.CONFIRMED), CONTEXT.visit)
    lines = {line.text: line for section in sheet.sections for line in section.lines}
    assert (sheet.version, sheet.mark) == (Version.IN_BANK, "【行内限り】 確認済み・未承認")
    assert sheet.head[0] == "とびうお製麺株式会社(架空)(031-0004711)"
    assert "社長は元気だ(担当者の認識・記録なし)" in lines
    doubted = lines["電気代は下がった【要確認: 根拠なし】"]
    assert [sheet.sources[number - 1] for number in doubted.sources] == [f"{OPEN.text}(担当者の記録)"]
    assert sum(len(s.lines) for s in sheet.sections) == len(draft.statements)


def test_changed_words_are_judged_as_they_are_now() -> None:
    first = a_brief()
    carried = [line.text for section in sheet_of().sections for line in section.lines]
    one = next(s for s in identified(first).statements if s.text in carried)
    assert one.text not in text_of(sheet_of(ChangeText(one.id, "東雲フーズの件")))
    assert "東雲" not in text_of(sheet_of(ChangeText(one.id, "東雲フーズの件")))
