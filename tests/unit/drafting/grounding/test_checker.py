"""What the first checker accepts, and what it catches, in records of invented firms."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bankrm.domain.drafts import Verdict
from bankrm.drafting.grounding.checker import Checker
from bankrm.drafting.grounding.evidence import CheckedEvidence
from bankrm.drafting.grounding.judgement import Judgement
from bankrm.language.names import NameBook, Person

VISIT = "2026-06-03 訪問 白井社長: 冷凍倉庫の増設を検討している。概算で3億円くらい。工期は8か月と聞いた。"
ACCOUNTS = "決算 2026年3月期: 売上高 1,540百万円(前期 1,612百万円)、営業利益 46百万円(前期 71百万円)、従業員 38名"
CALL = "2026-07-15 電話 村瀬経理課長: 燃料費が月280万円に増えた。運賃の改定は荷主が応じず。"
EXPLAINED = "2026-06-03 訪問 当方の説明: 期間は10年まで検討できると説明。当方は8/7までに試算を持参。"


def check(statement: str, *texts: str, today: date | None = None, names: NameBook | None = None) -> Judgement:
    evidence = [CheckedEvidence(f"E{n}", text) for n, text in enumerate(texts, 1)]
    return Checker(names, today).check(statement, evidence)


def codes(judgement: Judgement) -> set[str]:
    return {reason.code for reason in judgement.reasons}


@pytest.mark.parametrize(
    ("statement", "evidence"),
    [
        ("2026年3月期の売上高は15億4,000万円。", ACCOUNTS),
        ("売上高は十五億四千万円、営業利益は4,600万円。", ACCOUNTS),
        ("売上高は約15.4億円。", ACCOUNTS),
        ("前期の売上高は1,612百万円だった。", ACCOUNTS),
        ("従業員は38人。", ACCOUNTS),
        ("7/15の電話で、村瀬課長は燃料費が月2.8百万円に増えたと話した。", CALL),
        (
            "村瀬経理課長は7月15日に、燃料は来期に考えることになりそうと述べた。",
            "2026-07-15 電話 村瀬経理課長: 燃料は来期に考えることになりそう",
        ),
        ("運賃の改定には荷主が応じなかった(村瀬経理課長、令和8年7月15日)。", CALL),
        ("白井社長は冷凍倉庫の増設を検討中、「工期は8か月」と話した。", VISIT),
        ("当方は2026年8月7日までに試算を持参する。", EXPLAINED),
    ],
)
def test_what_the_record_says_is_accepted_in_any_notation(statement: str, evidence: str) -> None:
    judgement = check(statement, evidence)
    assert judgement.verdict is Verdict.SUPPORTED, judgement
    assert judgement.score >= 0.5


@pytest.mark.parametrize(
    ("statement", "evidence", "code"),
    [
        ("売上高は1,545百万円。", ACCOUNTS, "figure_not_in_evidence"),
        ("売上高は1,540億円。", ACCOUNTS, "unit_differs"),
        ("売上高は15億円。", ACCOUNTS, "figure_not_in_evidence"),
        ("売上高は約15億円。", ACCOUNTS, "rounded_too_far"),
        ("社長は3億円の話をした。", "2026年7月8日 訪問 社長: 工場の人が3名足りない", "figure_not_in_evidence"),
        ("売上高は▲1,540百万円。", ACCOUNTS, "sign_differs"),
        ("2026年3月期の売上高は46百万円。", ACCOUNTS, "measure_differs"),
        ("2026年3月期の営業利益は71百万円。", ACCOUNTS, "period_differs"),
        ("2026年7月16日に村瀬課長が運賃の話をした。", CALL, "date_not_in_evidence"),
        ("燃料費は年280万円に増えた。", CALL, "unit_differs"),
        ("燃料費が月280万円に減った。", CALL, "direction_differs"),
        ("運賃の改定に荷主が応じた。", CALL, "negation_differs"),
        ("白井社長は冷凍倉庫の増設を決定した。", VISIT, "certainty_differs"),
        ("藤原社長は冷凍倉庫の増設を検討している。", VISIT, "name_not_in_evidence"),
        ("村瀬課長は「運賃の改定は荷主が渋った」と話した。", CALL, "quote_not_verbatim"),
        ("荷主はすべて運賃の改定に応じず。", CALL, "scope_differs"),
        ("先方は8/7までに試算を持参。", EXPLAINED, "passing_differs"),
    ],
)
def test_one_wrong_thing_is_caught_and_named(statement: str, evidence: str, code: str) -> None:
    judgement = check(statement, evidence)
    assert judgement.verdict in (Verdict.UNSUPPORTED, Verdict.CONTRADICTED)
    assert judgement.score < 0.5
    assert code in codes(judgement)


def test_words_of_one_person_are_not_anothers() -> None:
    assert "speaker_differs" in codes(check("村瀬課長は冷凍倉庫の増設を検討している。", VISIT, CALL))


def test_a_figure_of_another_sentence_is_not_borrowed() -> None:
    north = "北店の売上高は84百万円で前年比3.1%増、客数も伸びた。"
    south = "南店の売上高は67百万円で前年比2.4%増だった。"
    borrowed = "北店の売上高は67百万円で前年比3.1%増、客数も伸びた。"
    assert "figure_of_another_matter" in codes(check(borrowed, north, south))


def test_two_measures_do_not_change_places() -> None:
    text = "売上高は920百万円(前期比4.0%増)、経常利益は18百万円(同7.5%減)となった。"
    assert check("経常利益は18百万円、売上高は920百万円。", text).verdict is Verdict.SUPPORTED
    assert "measure_differs" in codes(check("経常利益は920百万円、売上高は18百万円。", text))


def test_an_expectation_is_not_told_as_a_fact() -> None:
    text = "来春の開業により、来客数は増加する見込みです。"
    assert "certainty_differs" in codes(check("来春の開業により、来客数は増加する。", text))


def test_a_quote_is_not_cut_off_before_its_denial() -> None:
    text = "2026-06-03 訪問 白井社長: 「いますぐ借りたいとは思わない」"
    assert "quote_not_verbatim" in codes(check("白井社長は「いますぐ借りたい」と話した。", text))


def test_a_cause_that_no_record_names_is_caught() -> None:
    assert "cause_not_in_evidence" in codes(
        check("燃料費が月280万円に増えたことから、冷凍倉庫の増設を検討している。", CALL, VISIT)
    )


def test_absence_rests_on_the_search_that_found_nothing() -> None:
    search = "計算: 承継の話: 記録6件(2026-01-09〜2026-07-15)に該当なし"
    assert check("承継の話は、該当する記録なし。", search).verdict is Verdict.SUPPORTED
    assert check("承継の話は、該当する記録なし。", CALL).verdict is Verdict.UNSUPPORTED
    assert "figure_not_in_evidence" in codes(check("13月24日まで、承継の話に該当する記録なし。", search))


def test_what_was_not_picked_up_rests_on_the_search_that_says_so() -> None:
    search = "計算: 先方の課題に当たる発言は、応接記録6件から拾えていない"
    assert check("先方の課題に当たる発言は、応接記録6件から拾えていない。", search).verdict is Verdict.SUPPORTED
    assert check("先方の課題に当たる発言は、応接記録9件から拾えていない。", search).verdict is not Verdict.SUPPORTED
    assert check("先方の課題に当たる発言は、応接記録6件から拾えていない。", CALL).verdict is not Verdict.SUPPORTED


def test_a_promise_of_one_side_is_not_the_others() -> None:
    promise = "計算: 先方の決算書の写しの約束は、期限(2026年7月31日)を12日過ぎ、受け取った記録がない。"
    assert (
        check("先方: 決算書の写し(期限7月31日) 12日過ぎ、受け取った記録がない。", promise).verdict is Verdict.SUPPORTED
    )
    assert "owner_differs" in codes(check("当行: 決算書の写し(期限7月31日) 12日過ぎ、受け取った記録がない。", promise))


def test_an_unrelated_sentence_is_not_supported() -> None:
    assert codes(check("関係強化を図り、幅広い提案を続ける。", VISIT)) == {"unrelated"}


def test_without_evidence_nothing_can_be_checked() -> None:
    assert check("売上高は1,540百万円。").verdict is Verdict.NOT_CHECKABLE


def test_the_name_book_tells_that_a_role_and_a_name_mean_one_person() -> None:
    book = NameBook([Person("白井 誠", "社長"), Person("村瀬 恵", "経理課長")])
    assert check("社長は冷凍倉庫の増設を検討している。", VISIT, names=book).verdict is Verdict.SUPPORTED
    assert "speaker_differs" in codes(check("経理課長は冷凍倉庫の増設を検討している。", VISIT, names=book))


def test_the_evidence_ids_it_rests_on_are_named() -> None:
    assert check("燃料費が月280万円に増えた。", VISIT, CALL).rests_on == ("E2",)


def test_a_question_needs_its_figures_but_not_its_words_in_the_evidence() -> None:
    checker, evidence = Checker(), [CheckedEvidence("E1", CALL)]
    assert checker.missing_items("(村瀬課長へ) 月280万円の内訳を教えていただけますか。", evidence) == ()
    assert (
        checker.missing_items("月290万円の内訳を教えていただけますか。", evidence)[0].code == "figure_not_in_evidence"
    )


@given(st.integers(1, 99_999), st.integers(1, 99_999))
def test_an_amount_stands_if_and_only_if_it_is_the_same(said: int, recorded: int) -> None:
    judgement = check(f"受注高は{said * 10:,}千円だった。", f"受注高は{recorded / 100:.2f}百万円だった。")
    assert (judgement.verdict is Verdict.SUPPORTED) == (said == recorded)


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_two_texts_are_judged(statement: str, evidence: str) -> None:
    judgement = check(statement, evidence)
    assert 0 <= judgement.score <= 1
    assert (judgement.verdict is Verdict.SUPPORTED) == (judgement.score >= 0.5)


@given(st.sampled_from([VISIT, ACCOUNTS, CALL, EXPLAINED]))
def test_evidence_bears_itself_out(text: str) -> None:
    assert check(text, text).verdict is Verdict.SUPPORTED


def test_a_head_with_a_day_that_no_record_can_bear_leaves_what_it_says_checkable() -> None:
    assert check("来月末に払う。", "9999-12-31 訪問 社長: 「来月末に払う」").verdict is Verdict.SUPPORTED


LEAP = "2026-02-03 訪問 社長: 「2月29日に入れたい。検収は1月30日の型でよい」"


@pytest.mark.parametrize(
    "statement",
    [
        "社長は「2月29日に入れたい」と話した。",
        "社長は2月29日に入れたいと話した。",
        "2026-02-03、社長「2月29日に入れたい」。",
        "社長は「２月２９日に入れたい」と話した。",
    ],
)
def test_a_day_that_the_calendar_lacks_may_be_told_as_it_was_said(statement: str) -> None:
    assert check(statement, LEAP).verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("statement", "evidence"),
    [
        ("社長は2月30日に入れたいと話した。", LEAP),
        ("社長は2月28日に入れたいと話した。", LEAP),
        ("社長は「2月29日に入れたい」と話した。", LEAP.replace("2月29日", "12月29日")),
    ],
)
def test_another_day_is_not_told_of_for_all_that(statement: str, evidence: str) -> None:
    assert codes(check(statement, evidence)) & {"figure_not_in_evidence", "date_not_in_evidence"}


@pytest.mark.parametrize(
    ("statement", "evidence", "verdict"),
    [
        ("当行" * 5_000, "当行" * 5_000, Verdict.SUPPORTED),
        ("当行" * 5_000, "2026-06-03 訪問 社長: " + "当行" * 4_999 + "。", Verdict.SUPPORTED),
        ("返済" * 5_000, "2026-06-03 訪問 社長: " + "当行" * 5_000, Verdict.UNSUPPORTED),
        ("当行は。" + "、" * 10_000, "当行は。" + "、" * 10_000, Verdict.SUPPORTED),
    ],
    ids=["the same", "one less", "another", "commas"],
)
def test_one_word_over_and_over_is_judged_like_any_other(statement: str, evidence: str, verdict: Verdict) -> None:
    assert check(statement, evidence).verdict is verdict
