"""Lists of promises: what is due at the visit is not late yet, and our own lateness is told whole."""

from __future__ import annotations

import pytest
from tests.builders import dossier, talk
from tests.writing import section

from bankrm.domain.dossier import Dossier
from bankrm.domain.interactions import Interaction
from bankrm.domain.recipes import DocumentKindName


def brief(file: Dossier) -> list[str]:
    return [s.text for s in section(file, DocumentKindName.VISIT_BRIEF, "promises")]


def summary(file: Dossier) -> list[str]:
    return [s.text for s in section(file, DocumentKindName.HISTORY_SUMMARY, "promises")]


def test_a_paper_due_at_the_visit_is_to_be_received_there_and_not_late() -> None:
    (line, *_) = brief(dossier(talk("2026-05-12", promises="先方：釜の図面を6月15日に用意。")))
    assert line == "先方: 釜の図面(期限6月15日) 訪問日に受け取る約束。"


def test_a_paper_past_its_day_is_late() -> None:
    (line, *_) = brief(dossier(talk("2026-05-12", promises="先方：釜の図面を6月5日に用意。")))
    assert line == "先方: 釜の図面(期限6月5日) 10日超過、5/12より後の記録がなく、未確認。"


TALKED_SINCE = talk("2026-05-27", "社長「人が足りない」")


@pytest.mark.parametrize(
    ("promise", "since", "told"),
    [
        ("先方：釜の図面を6月5日に用意。", (), "10日超過、5/12より後の記録がなく、未確認"),
        ("先方：釜の図面を6月5日に用意。", (TALKED_SINCE,), "10日超過・受領の記録なし"),
        ("先方：釜の図面を6月26日に用意。", (), "5/12より後の記録がなく、未確認"),
        ("先方：釜の図面を6月26日に用意。", (TALKED_SINCE,), "受け取った記録がない"),
        ("当行：釜の比較表を6月5日に持参。", (), "10日超過、5/12より後の記録がなく、未確認"),
        ("当行：釜の比較表を6月5日に持参。", (TALKED_SINCE,), "10日超過、お渡しした記録がない"),
        ("当行：釜の比較表を6月15日に持参。", (), "訪問日が期限、5/12より後の記録がなく、未確認"),
    ],
)
def test_that_something_has_not_come_is_told_only_where_a_record_was_searched(
    promise: str, since: tuple[Interaction, ...], told: str
) -> None:
    (line, *_) = brief(dossier(talk("2026-05-12", promises=promise), *since))
    assert line.endswith(f") {told}。")


LATE = (
    talk("2025-01-14", promises="当行：保証制度の案内を1月24日までに郵送。"),
    talk("2025-02-12", ours="保証制度の案内を郵送した。", promises="当行：返済額の試算を2月28日までに持参。"),
    talk("2025-03-19", ours="返済額の試算をお渡しした。", promises="当行：商談会の申込書を3月31日までに届ける。"),
    talk("2025-04-15", ours="商談会の申込書をお届けした。", promises="当行：燃料費の比較表を4月30日までに持参。"),
    talk("2025-04-25", ours="燃料費の比較表をお渡しした。"),
)


def test_what_we_were_late_with_in_two_years_comes_before_what_we_kept() -> None:
    lines = [line for line in summary(dossier(*LATE)) if "(期限" in line]
    assert [("遅れて" in line) for line in lines] == [True, True, True, False]


def test_the_brief_shows_the_two_latest_and_how_often_it_happened() -> None:
    lines = brief(dossier(*LATE))
    assert sum("遅れて" in line for line in lines) == 2
    assert "当行の約束で期限に遅れたものは、この2年で3件。" in lines


def test_two_are_no_pattern() -> None:
    assert not any("この2年で" in line for line in brief(dossier(*LATE[1:])))
