"""What was decided: said outright, or by words that point to what was said just before."""

from __future__ import annotations

from tests.builders import dossier, seen, talk

from bankrm.domain.observations import Code


def test_a_decision_that_only_points_back_is_shown_with_what_it_points_to() -> None:
    (found,) = seen(dossier(talk("2026-05-12", "社長「冷凍庫はリースで替える。これは決めた」")), Code.AGREEMENT)
    assert [e.body for e in found.evidence] == ["「冷凍庫はリースで替える。」", "「これは決めた」"]


def test_a_decision_not_to_do_a_thing_is_a_decision() -> None:
    assert seen(dossier(talk("2026-05-12", "社長「展示会は今年は見送ると決めた」")), Code.AGREEMENT)


def test_a_wish_is_none() -> None:
    assert not seen(dossier(talk("2026-05-12", "社長「冷凍庫を替えたい」")), Code.AGREEMENT)
