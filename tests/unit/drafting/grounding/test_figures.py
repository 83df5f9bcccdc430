"""What a figure is said of."""

from __future__ import annotations

import pytest

from bankrm.drafting.grounding.figures import Figure, figures_of
from bankrm.drafting.grounding.lexicon import Term
from bankrm.drafting.grounding.times import same_day_of_year, time_fits
from bankrm.drafting.grounding.tokens import read
from bankrm.language.polarity import Way


def figures(text: str) -> tuple[Figure, ...]:
    return figures_of(read(text))


def test_a_bracket_holds_another_period_of_the_same_measure() -> None:
    now, before = figures("経常利益は30百万円(前期は24百万円)。")
    assert (now.measure, before.measure) == ("経常利益", "経常利益")
    assert (now.term, before.term) == (None, Term.PRIOR)


def test_the_base_of_a_comparison_is_no_period_of_the_figure() -> None:
    (figure,) = figures("受注高は前期比4%増。")
    assert figure.term is None
    assert figure.change is Way.UP


def test_a_new_topic_ends_the_measure_before_it() -> None:
    assert figures("家賃が重く、車両は12台。")[0].measure == ""


def test_what_moved_to_a_level_is_a_level() -> None:
    (change,), (level,) = figures("残高は5億円の減少。"), figures("残高は5億円に減少。")
    assert (change.change, change.trend) == (Way.DOWN, Way.DOWN)
    assert (level.change, level.trend) == (None, Way.DOWN)


def test_a_closing_bracket_dates_the_whole_sentence() -> None:
    assert {figure.term for figure in figures("応募は9名、採用は2名(昨年度)。")} == {Term.PRIOR}


@pytest.mark.parametrize(
    ("text", "rate"), [("家賃は月60万円。", "month"), ("年会費は年3万円。", "year"), ("車両は60万円。", "")]
)
def test_how_often_an_amount_falls_due_is_read(text: str, rate: str) -> None:
    assert figures(text)[0].rate == rate


@pytest.mark.parametrize(
    ("mine", "theirs", "fits"),
    [
        ("month:2026-05", "date:2026-05-20", True),
        ("date:2026-05-20", "month:2026-05", False),
        ("year:2026", "month:2026-05", True),
        ("month:2026-03", "period:2025-04/2026-03", True),
        ("date:2026-05-20", "date:2025-05-20", False),
    ],
)
def test_evidence_bears_out_what_is_no_more_precise(mine: str, theirs: str, fits: bool) -> None:
    assert time_fits(mine, theirs) is fits


def test_a_day_without_a_year_is_compared_by_month_and_day() -> None:
    assert same_day_of_year("date:2001-05-20", "date:2026-05-20")
    assert not same_day_of_year("date:2001-05-20", "date:2026-05-21")
