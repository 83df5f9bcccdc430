"""Of what is told of another bank, the newest word on one matter counts."""

from __future__ import annotations

from datetime import date

import pytest
from tests.builders import dossier, seen, talk

from bankrm.domain.observations import Code

WAITING = talk("2025-09-02", "社長「帆影銀行さんにも新しい倉庫の話をしましたが、返事はまだありません」")


def told(*talks: object) -> list[date]:
    return [o.day("on") for o in seen(dossier(*talks), Code.OTHER_BANK_TOLD)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "words",
    ["社長「帆影銀行さんには、もうお断りしました」", "社長「帆影銀行さんから、倉庫の借入は1.4％と提示がありました」"],
)
def test_an_answer_that_was_awaited_is_not_told_once_it_came_or_was_forgone(words: str) -> None:
    assert told(WAITING) == [date(2025, 9, 2)]
    assert told(WAITING, talk("2026-04-14", words)) == [date(2026, 4, 14)]


@pytest.mark.parametrize(
    "words",
    [
        "社長「港湾信用金庫さんには、もうお断りしました」",
        "社長「帆影銀行さんの支店長が代わった」",
        "社長「帆影銀行さんの会計ソフトの勧めは断りました」",
    ],
)
def test_another_bank_another_matter_or_news_that_ends_nothing_leaves_it(words: str) -> None:
    assert date(2025, 9, 2) in told(WAITING, talk("2026-04-14", words))


def test_one_who_does_not_decide_ends_nothing_for_the_president() -> None:
    other = talk("2026-04-14", "工場長「帆影銀行さんには、お断りしたはずです」", people="小暮工場長")
    assert date(2025, 9, 2) in told(WAITING, other)


def test_a_visit_of_the_other_bank_stays_told_beside_the_refusal() -> None:
    came = talk("2025-09-02", "社長「帆影銀行さんが倉庫の借入の比較表を持ってきた」")
    assert len(told(came, talk("2026-04-14", "社長「帆影銀行さんには、もうお断りしました」"))) == 2
