"""取引状況: what the host said last of each thing, each with its own 時点."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.builders import KEY, dossier
from tests.writing import section

from bankrm.domain.business import HOST_FIELDS, HostFigures, HostItem
from bankrm.domain.recipes import DocumentKindName

MILLION = 1_000_000
FORMER, LAST = date(2026, 5, 20), date(2026, 6, 10)
WHOLE = HostFigures(
    KEY, FORMER, {HostItem.LOANS: 80 * MILLION, HostItem.GUARANTEED_LOANS: 30 * MILLION, HostItem.DEPOSITS: 9 * MILLION},
    "あり", "根抵当",
)  # fmt: skip


def business(*host: HostFigures) -> str:
    file = replace(dossier(), host=host)
    return "\n".join(s.text for s in section(file, DocumentKindName.VISIT_BRIEF, "business"))


def test_a_partial_extract_leaves_guarantee_and_collateral_standing_with_their_day() -> None:
    told = business(
        WHOLE, HostFigures(KEY, LAST, {HostItem.DEPOSITS: 7 * MILLION}, unsaid=tuple(HOST_FIELDS - {"deposits"}))
    )
    assert "代表者保証 あり、担保 根抵当(5/20時点)" in told
    assert "預金7百万円(6/10時点)" in told
    assert "9百万円(" not in told


def test_a_part_whose_whole_was_said_anew_stands_alone() -> None:
    told = business(
        WHOLE, HostFigures(KEY, LAST, {HostItem.LOANS: 70 * MILLION}, unsaid=tuple(HOST_FIELDS - {"loans"}))
    )
    assert "70百万円(6/10時点)" in told
    assert "30百万円" in told
