"""A draft beside the writing that it began with."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fakes.editing import a_writing, after, working

from bankrm.domain.drafts import Draft, RemovalReason, identified
from bankrm.domain.editing import AddOwnView, ChangeText, Remove
from bankrm.drafting.comparison import Change, Compared, compared, differing_words


def rows(draft: Draft) -> list[Compared]:
    return list(compared(identified(a_writing()), draft))


def test_what_nobody_edited_is_unchanged() -> None:
    assert {row.change for row in rows(working())} == {Change.UNCHANGED}


def test_each_statement_is_told_by_what_became_of_it_in_its_place() -> None:
    draft = after(
        working(), ChangeText("S1", "茹で釜を二台入れ替えたい。"), Remove("S3", RemovalReason.OUTDATED), AddOwnView("promises", "急がない")
    )  # fmt: skip
    told = [(row.section, row.change, (row.now or row.was).id) for row in rows(draft) if row.now or row.was]  # type: ignore[union-attr]
    assert told == [
        ("headlines", Change.CHANGED, "S1"),
        ("headlines", Change.UNCHANGED, "S2"),
        ("promises", Change.REMOVED, "S3"),
        ("promises", Change.UNCHANGED, "S4"),
        ("promises", Change.ADDED, "S6"),
        ("questions", Change.UNCHANGED, "S5"),
    ]


@pytest.mark.parametrize(
    ("was", "now", "struck", "written"),
    [
        ("金利は1.5%です。", "金利は1.8%です。", ["1.5"], ["1.8"]),
        ("社長は検討中です。", "社長は前向きに検討中です。", [], ["前向きに"]),
        ("同じ。", "同じ。", [], []),
        ("", "新しい。", [], ["新しい。"]),
    ],
)
def test_words_that_differ_are_told_by_their_spans(was: str, now: str, struck: list[str], written: list[str]) -> None:
    gone, new = differing_words(was, now)
    assert ([was[a:b] for a, b in gone], [now[a:b] for a, b in new]) == (struck, written)


@given(st.text("社長は今日1.5%、 。A", max_size=20), st.text("社長は今日1.5%、 。A", max_size=20))
def test_without_what_differs_both_texts_are_the_same(was: str, now: str) -> None:
    gone, new = differing_words(was, now)

    def rest(text: str, spans: tuple[tuple[int, int], ...]) -> str:
        return "".join(char for n, char in enumerate(text) if not any(a <= n < b for a, b in spans))

    assert rest(was, gone) == rest(now, new)
