"""What the host said last of each thing."""

from __future__ import annotations

from datetime import date

from bankrm.domain.business import HOST_FIELDS, HostFigures, HostItem, standing_figures
from bankrm.domain.clients import ClientKey

KEY = ClientKey("012", "0012345")
FORMER, LAST = date(2026, 11, 20), date(2026, 11, 24)
WHOLE = HostFigures(KEY, FORMER, {HostItem.LOANS: 80, HostItem.DEPOSITS: 9}, "あり", "根抵当")


def test_a_whole_extract_stands_alone() -> None:
    last = HostFigures(KEY, LAST, {HostItem.LOANS: 70})
    assert standing_figures([WHOLE, last]) == (last,)


def test_what_an_extract_has_no_column_for_stands_as_it_was_said_before() -> None:
    part = HostFigures(KEY, LAST, {HostItem.DEPOSITS: 7}, unsaid=tuple(HOST_FIELDS - {"deposits"}))
    assert standing_figures([part, WHOLE]) == (
        HostFigures(KEY, FORMER, {HostItem.LOANS: 80}, "あり", "根抵当"),
        HostFigures(KEY, LAST, {HostItem.DEPOSITS: 7}),
    )


def test_an_empty_cell_says_that_there_is_nothing() -> None:
    released = HostFigures(KEY, LAST, {HostItem.LOANS: 70, HostItem.DEPOSITS: 9}, "", "根抵当")
    assert [figures.personal_guarantee for figures in standing_figures([WHOLE, released])] == [""]
