"""How firmly people stand: changes of one person, wishes nobody with the last word has confirmed."""

from __future__ import annotations

from tests.builders import dossier, seen, talk

from bankrm.domain.observations import Code
from bankrm.language.certainty import Certainty

WISH = talk("2026-02-03", "社長「今年のうちに茹で釜を入れ替えたい」")
DOUBT = talk(
    "2026-04-14", "工場長「茹で釜の入れ替えは、夏の売れ行きを見てから考えることになりそうです」", people="小暮工場長"
)


def test_a_wish_put_off_by_another_is_unconfirmed() -> None:
    (open_wish,) = seen(dossier(WISH, DOUBT), Code.WISH_UNCONFIRMED)
    assert (open_wish.values["wisher"], open_wish.values["doubter"]) == ("篠崎社長", "小暮工場長")


def test_once_the_decider_speaks_of_it_again_it_is_no_longer_open() -> None:
    again = talk("2026-05-12", "社長「茹で釜の入れ替えは、やはり秋に進めるつもりだ」")
    assert not seen(dossier(WISH, DOUBT, again), Code.WISH_UNCONFIRMED)


def test_a_talk_with_the_decider_about_other_things_confirms_nothing() -> None:
    other = talk("2026-05-12", "社長「孫が小学校に上がった」")
    (open_wish,) = seen(dossier(WISH, DOUBT, other), Code.WISH_UNCONFIRMED)
    assert open_wish.count("talks_since") == 1


def test_a_change_needs_the_same_person() -> None:
    assert not seen(dossier(WISH, DOUBT), Code.CERTAINTY_MOVED)
    moved = seen(dossier(WISH, talk("2026-05-12", "社長「茹で釜の入れ替えは、今年は見送る」")), Code.CERTAINTY_MOVED)
    assert [(o.values["speaker"], o.values["from"], o.values["to"]) for o in moved] == [
        ("篠崎社長", Certainty.WISHED, Certainty.DECLINED)
    ]


def test_the_wish_of_one_who_does_not_decide_waits_for_the_decider() -> None:
    (open_wish,) = seen(
        dossier(talk("2026-05-12", "工場長「冷凍庫を増設したい」", people="小暮工場長")), Code.WISH_UNCONFIRMED
    )
    assert open_wish.values["doubter"] is None


def test_what_one_tells_of_anothers_wish_is_not_his_own() -> None:
    assert not seen(
        dossier(talk("2026-05-12", "工場長「社長が冷凍庫を増設したいと言っていました」", people="小暮工場長")),
        Code.WISH_UNCONFIRMED,
    )
