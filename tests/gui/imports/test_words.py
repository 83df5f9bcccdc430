"""Whatever an import says, the window has words for it: what it is, and what to do."""

from __future__ import annotations

from datetime import date

import pytest

from bankrm.adapters.importing.records import RECORD_TYPES
from bankrm.application.ports.layouts import LAYOUT_FAULTS, FieldValue
from bankrm.application.ports.readers import FINDING_REASONS, SKIP_REASONS
from bankrm.application.queries.imports import ADDS, USEFUL_FROM
from bankrm.domain.same_client import Likeness, Sameness
from bankrm.ui.pages.imports import words
from bankrm.ui.pages.imports.files import FileState


def test_every_reason_has_words_and_something_to_do() -> None:
    assert set(words.FINDINGS) == FINDING_REASONS
    assert all(what_to_do.endswith("。") for _, what_to_do in words.FINDINGS.values())
    assert set(words.SKIPS) == SKIP_REASONS


def test_every_field_kind_and_fault_has_words() -> None:
    assert {field for one in RECORD_TYPES.values() for field in one.kinds} == set(words.FIELDS)
    assert set(RECORD_TYPES) <= set(words.KINDS)
    assert set(words.FAULTS) == LAYOUT_FAULTS
    assert set(words.ADDS) == {*USEFUL_FROM, *ADDS}
    assert set(words.LIKENESSES) == set(Likeness)
    assert set(words.SAMENESSES) == set(Sameness)
    assert set(words.STATE_MARKS) == set(FileState)


@pytest.mark.parametrize(
    ("kind", "value", "shown"),
    [
        ("amount", 213_000_000, "213,000,000円"),
        ("amount", -1000, "▲1,000円"),
        ("count", 63, "63"),
        ("percent", 2.1, "2.1%"),
        ("date", date(2026, 5, 20), "2026/5/20"),
        ("names", ("田辺社長", "佐伯部長"), "田辺社長、佐伯部長"),
        ("flag", True, "○"),
        ("flag", False, ""),
        ("form", "sole_proprietor", "個人事業主"),
        ("text", "かまぼこ", "かまぼこ"),
        ("amount", None, ""),
    ],
)
def test_a_value_is_written_as_it_was_read(kind: str, value: FieldValue, shown: str) -> None:
    assert words.value_words(kind, value) == shown
