"""What was decided: said outright, or by words that point to what was said just before."""

from __future__ import annotations

import pytest
from tests.builders import dossier, seen, talk

from bankrm.domain.observations import Code


def test_a_decision_that_only_points_back_is_shown_with_what_it_points_to() -> None:
    (found,) = seen(dossier(talk("2026-05-12", "社長「冷凍庫はリースで替える。これは決めた」")), Code.AGREEMENT)
    assert [e.body for e in found.evidence] == ["「冷凍庫はリースで替える。」", "「これは決めた」"]


def test_a_decision_not_to_do_a_thing_is_a_decision() -> None:
    assert seen(dossier(talk("2026-05-12", "社長「展示会は今年は見送ると決めた」")), Code.AGREEMENT)


@pytest.mark.parametrize(
    "words",
    [
        "冷凍庫を替えたい",
        "配送をやめるかどうかは、お盆が明けたら決める",
        "梅雨のうちに腹を決める",
        "売り場の広さを早めに決めていただきたい",
        "卸値はそちらで決めてほしい",
        "条件は承知した",
        "ご説明の件、了解しました",
        "社長が決めた以上は従う",
    ],
)
def test_a_wish_a_request_a_decision_to_come_and_a_receipt_are_none(words: str) -> None:
    assert not seen(dossier(talk("2026-05-12", f"社長「{words}」")), Code.AGREEMENT)


@pytest.mark.parametrize(
    "words", ["年2.1%の固定で承知した", "卸からは手を引くことに決めた", "直売所は駅前に決まりました"]
)
def test_what_was_decided_or_accepted_with_its_figure_is_one(words: str) -> None:
    assert seen(dossier(talk("2026-05-12", f"社長「{words}」")), Code.AGREEMENT)


def test_a_decision_that_was_put_off_since_no_longer_stands() -> None:
    decided = talk("2026-03-03", "社長「冷凍庫は夏までに替える、これは決めた」")
    assert seen(dossier(decided), Code.AGREEMENT)
    assert not seen(dossier(decided, talk("2026-05-12", "社長「冷凍庫はいったん保留にする」")), Code.AGREEMENT)
    of_another = talk("2026-05-12", "工場長「冷凍庫はまだ早い」", people="小暮工場長")
    assert seen(dossier(decided, of_another), Code.AGREEMENT)


def test_a_decision_of_few_words_falls_with_what_it_points_to() -> None:
    decided = talk("2026-03-03", "社長「ミキサーは秋までに入れます。去年の残業を見て、腹が決まりました」")
    assert seen(dossier(decided), Code.AGREEMENT)
    assert not seen(dossier(decided, talk("2026-05-12", "社長「ミキサーは見送る」")), Code.AGREEMENT)
