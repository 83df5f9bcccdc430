"""What is found in other words, and what is not."""

from __future__ import annotations

import pytest

from bankrm.domain.drafts import Verdict
from bankrm.drafting.grounding.checker import Checker
from bankrm.drafting.grounding.evidence import CheckedEvidence
from bankrm.drafting.grounding.judgement import Judgement


def check(statement: str, evidence: str) -> Judgement:
    return Checker().check(statement, [CheckedEvidence("E1", evidence)])


def codes(judgement: Judgement) -> set[str]:
    return {reason.code for reason in judgement.reasons}


@pytest.mark.parametrize(
    ("wider", "narrower"),
    [
        ("社長は機械を入れ替えた。", "社長は旋盤を更新した。"),
        ("工場で従業員が働いている。", "工場でパートが働いている。"),
        ("長男の妻が書類を届けた。", "長男の妻が決算書を届けた。"),
        ("先方は金融機関を訪ねた。", "先方は信用金庫を訪問した。"),
    ],
)
def test_the_wider_word_is_borne_out_by_the_narrower_one_and_not_the_other_way_round(wider: str, narrower: str) -> None:
    assert check(wider, narrower).verdict is Verdict.SUPPORTED
    assert check(wider, narrower).score > check(narrower, wider).score


@pytest.mark.parametrize(
    ("statement", "evidence"),
    [
        ("跡継ぎの長男が入社した。", "後継者の長男が入社した。"),
        ("借り入れを返済した。", "借入を償還した。"),
        ("社員を雇う。", "従業員を採用する。"),
        ("打ち合わせをした。", "打合せをした。"),
        ("くるまを買った。", "車を購入した。"),
        ("ミーティングを開いた。", "会議を開いた。"),
    ],
)
def test_other_words_for_the_same_are_found(statement: str, evidence: str) -> None:
    assert check(statement, evidence).verdict is Verdict.SUPPORTED


def test_what_a_statement_leaves_out_does_not_count_against_it_and_what_it_adds_does() -> None:
    long, short = "社長は潮見町の工場で新しい旋盤を見せた。", "社長は旋盤を見せた。"
    assert check(short, long).score > 0.7
    assert check(long, short).score < check(short, long).score - 0.3


def test_another_word_in_the_same_place_weighs_more_than_a_word_too_many() -> None:
    evidence = "社長は来期に工場の屋根を直す考え。"
    replaced = check("社長は来期に工場の床を直す考え。", evidence)
    added = check("社長は来期に工場の古い屋根を直す考え。", evidence)
    assert replaced.score < added.score


@pytest.mark.parametrize(
    ("statement", "evidence"),
    [
        ("先方は変動金利を希望している。", "先方は固定金利を希望している。"),
        ("社長は旋盤を売却する考え。", "社長は旋盤を購入する考え。"),
        ("長女が工場を継ぐ予定。", "長男が工場を継ぐ予定。"),
    ],
)
def test_the_opposite_in_the_same_place_contradicts(statement: str, evidence: str) -> None:
    judgement = check(statement, evidence)
    assert judgement.verdict is Verdict.CONTRADICTED
    assert codes(judgement) & {"opposite_word", "direction_differs"}, judgement


@pytest.mark.parametrize(
    ("statement", "evidence"),
    [
        ("後継者の候補はいない。", "後継者の候補がいる。"),
        ("後継者の候補がいる。", "後継者の候補は一人もいない。"),
        ("社長は他行に移る。", "社長が他行に移ることは決してない。"),
        ("役員への貸付金は存在しない。", "役員への貸付金が残っている。"),
    ],
)
def test_what_is_denied_as_a_whole_is_not_borne_out_by_the_thing_itself(statement: str, evidence: str) -> None:
    assert "negation_differs" in codes(check(statement, evidence)), check(statement, evidence)


def test_that_no_record_tells_of_a_thing_denies_nothing_of_it() -> None:
    searched = "計算: 4月から9月までの記録 4件を「旋盤 購入」で検索、該当なし"
    assert "negation_differs" not in codes(check("記録4件に、旋盤の購入を決めたとの話はない。", searched))


def test_a_denial_is_borne_out_by_the_same_denial() -> None:
    assert check("後継者の候補はいない。", "後継者の候補は一人もいない。").verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("statement", "evidence", "borne"),
    [
        ("専務が工場長を訪ねた。", "工場長が専務を訪ねた。", False),
        ("工場長が専務に呼ばれた。", "専務が工場長を呼んだ。", True),
        ("専務が工場長に呼ばれた。", "専務が工場長を呼んだ。", False),
        ("仕入先を大家が紹介した。", "大家が仕入先を紹介した。", True),
    ],
)
def test_who_does_it_and_to_whom_may_change_places_only_with_the_voice(
    statement: str, evidence: str, borne: bool
) -> None:
    assert ("roles_swapped" not in codes(check(statement, evidence))) is borne, check(statement, evidence)


def test_one_of_a_kind_counts_nothing_unless_the_evidence_counts() -> None:
    assert check("一人の社員が窓口になった。", "社員が窓口になった。").verdict is Verdict.SUPPORTED
    assert "figure_not_in_evidence" in codes(check("一人の社員が窓口になった。", "三人の社員が窓口になった。"))
