"""What was put off or declined is never told as something that goes on."""

from __future__ import annotations

import pytest

from bankrm.domain.drafts import Verdict
from bankrm.drafting.grounding.checker import Checker
from bankrm.drafting.grounding.evidence import CheckedEvidence
from bankrm.drafting.grounding.judgement import Judgement

HELD = "2026-07-08 訪問 社長: 「釜の入替えは、いったん保留にしています」"
HELD_SHORT = "2026-07-08 訪問 社長: 茹で釜の入替えは保留。夏の売れ行きを見てから。"
DECLINED = "2026-09-02 電話 部長: 借換えは見送ることにした。"
WAITING = "2026-07-08 訪問 社長: 設備投資は様子を見ている。"


def check(statement: str, evidence: str) -> Judgement:
    return Checker().check(statement, [CheckedEvidence("E1", evidence)])


@pytest.mark.parametrize(
    ("statement", "evidence"),
    [
        ("社長は7月8日に、釜の入替えを前向きに検討していると話した。", HELD),
        ("社長は釜の入替えを決めたと話した。", HELD),
        ("社長は釜の入替えを進めると話した。", HELD),
        ("社長は釜の入替えに意欲を示した。", HELD),
        ("社長は釜の入替えを行う方針だと話した。", HELD),
        ("社長は、釜の入替えは保留だが前向きに検討していると話した。", HELD),
        ("社長は7月8日に、茹で釜の入替えを前向きに検討していると話した。", HELD_SHORT),
        ("部長は借換えに前向きだと話した。", DECLINED),
        ("部長は借換えを検討していると話した。", DECLINED),
        ("社長は設備投資を前向きに検討していると話した。", WAITING),
    ],
)
def test_what_was_put_off_or_declined_does_not_go_on(statement: str, evidence: str) -> None:
    judgement = check(statement, evidence)
    assert judgement.verdict is Verdict.CONTRADICTED
    assert "certainty_differs" in {reason.code for reason in judgement.reasons}


@pytest.mark.parametrize(
    ("statement", "evidence"),
    [
        ("社長は7月8日に、釜の入替えはいったん保留にしていると話した。", HELD),
        ("部長は借換えを見送ることにしたと話した。", DECLINED),
        ("社長は設備投資の様子を見ていると話した。", WAITING),
        (
            "社長は、釜の入替えをまだ決められず、検討している。",
            "2026-07-08 訪問 社長: 釜の入替えは検討しているが、まだ決められない。",
        ),
        (
            "当行は増額の回答を保留すると説明した。",
            "2026-07-31 電話 当方の説明: 増額の回答は、台帳がまだ届いていないため保留と説明。",
        ),
        (
            "社長は秋に屋根を直す予定だと話した。",
            "2026-07-08 訪問 社長: 釜の入替えは保留。秋に屋根を直す予定。",
        ),
    ],
)
def test_what_is_told_as_it_was_left_stands(statement: str, evidence: str) -> None:
    assert "certainty_differs" not in {reason.code for reason in check(statement, evidence).reasons}
