"""One token over and over, as a broken file holds it: what stands in it or behind it is read as ever.

That no pattern takes for ever on such a run shows in that these tests end at all; seconds are for the bench.
"""

from __future__ import annotations

from datetime import date

import pytest

from bankrm.language import durations, firm_names, measures, speech, titles
from bankrm.language.normalise import find_quantities
from bankrm.language.titles import is_department

RUN = 20_000
PATTERNS = {
    "years": (durations._YEARS, "1", "7年6か月", "7年6か月"),
    "months": (durations._MONTHS, "1", "6か月", "6か月"),
    "days": (durations._DAYS, "1", "90日間", "90日間"),
    "vague": (measures._VAGUE, "億", "数千万", "数千万"),
    "kind": (firm_names._KIND, "社", "しらうお信用金庫", "信用金庫"),
    "department": (titles._DEPARTMENT, "龍", "経理部", "経理部"),
    "going on": (speech._GOES_ON, " ", "それに", "それに"),
}


@pytest.mark.parametrize("name", PATTERNS)
def test_a_pattern_finds_what_stands_behind_a_long_run(name: str) -> None:
    pattern, token, words, found = PATTERNS[name]
    assert [match.group() for match in pattern.finditer(f"{token * RUN}。{words}")][-1] == found


@pytest.mark.parametrize("token", ["1", "一", "億", "1,", "1年", "千", "か月", "日", "〇"])
def test_a_measure_behind_a_long_run_is_read(token: str) -> None:
    text = f"{token * (RUN // len(token))}。据置7年6か月。"
    (last,) = find_quantities(text, date(2026, 6, 12))[-1:]
    assert (text[last.start : last.end], last.value) == ("7年6か月", "P7Y6M")


def test_a_long_run_of_letters_is_a_department_only_with_its_ending() -> None:
    assert is_department("龍" * RUN + "部")
    assert not is_department("龍" * RUN)
