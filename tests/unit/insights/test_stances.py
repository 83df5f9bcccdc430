"""How firmly people stand: changes of one person, wishes nobody with the last word has confirmed."""

from __future__ import annotations

import pytest
from tests.builders import deal, dossier, seen, talk

from bankrm.domain.evidence import Evidence
from bankrm.domain.observations import Code
from bankrm.language.certainty import Certainty

WISH = talk("2026-02-03", "社長「今年のうちに茹で釜を入れ替えたい」")
DOUBT = talk(
    "2026-04-14", "工場長「茹で釜の入れ替えは、夏の売れ行きを見てから考えることになりそうです」", people="小暮工場長"
)


def test_a_wish_put_off_by_another_is_unconfirmed() -> None:
    (open_wish,) = seen(dossier(WISH, DOUBT), Code.WISH_UNCONFIRMED)
    assert (open_wish.values["wisher"], open_wish.values["doubter"]) == ("篠崎社長", "小暮工場長")
    assert open_wish.figure
    assert "記録0件" not in open_wish.figure.text
    assert "調べる記録がなく、該当なし(未確認)" in open_wish.figure.text


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


def test_a_general_word_for_a_machine_may_mean_the_very_machine() -> None:
    lathes = talk("2026-02-03", "社長「NC旋盤が2台とも15年を超えた。今期中に1台は入れ替えたい」")
    doubt = talk("2026-04-14", "工場長「受注が読めないので、設備は来期の予算がついてから考える」", people="小暮工場長")
    later = talk("2026-05-12", "社長は機械の更新は来期以降にしたいとのこと。")
    assert seen(dossier(lathes, doubt), Code.WISH_UNCONFIRMED)
    assert not seen(dossier(lathes, doubt, later), Code.WISH_UNCONFIRMED)


@pytest.mark.parametrize(
    ("words", "shift"),
    [
        ("機械の更新は来期以降にしたい", "later"),
        ("旋盤の入れ替えは2026年9月までに済ませたい", ""),
        ("旋盤は今期中に入れ替えたい", ""),
    ],
)
def test_the_same_wish_for_a_later_time_is_a_change(words: str, shift: str) -> None:
    lathes = talk("2026-05-08", "社長「NC旋盤が2台とも15年を超えた。今期中に1台は入れ替えたい」")
    moved = seen(dossier(lathes, talk("2026-06-10", f"社長「{words}」")), Code.CERTAINTY_MOVED)
    assert [o.values["shift"] for o in moved] == ([shift] if shift else [])


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


def test_a_matter_that_the_decider_put_off_later_is_no_open_wish() -> None:
    off = talk("2026-05-12", "社長「茹で釜の入れ替えはいったん保留だ」")
    assert not seen(dossier(WISH, off), Code.WISH_UNCONFIRMED)


def test_two_matters_joined_only_by_a_relative_are_no_change() -> None:
    one = talk("2025-06-02", "社長「先代のときのように、寄合には顔を出したい」")
    other = talk("2026-05-12", "社長「先代の葬儀のあと、会社に貸した金を返してもらう気はなくなった」")
    assert not seen(dossier(one, other), Code.CERTAINTY_MOVED)


def test_two_things_of_one_topic_are_two_matters() -> None:
    oven = talk("2026-02-03", "社長「冷凍庫を増設したい」")
    roof = talk("2026-05-12", "社長「空調の工事は見送る」")
    assert not seen(dossier(oven, roof), Code.CERTAINTY_MOVED)


def test_the_reason_given_in_the_same_talk_stands_beside_the_change() -> None:
    off = talk("2026-05-12", "社長「茹で釜の入れ替えは見送る。専務がうんと言わないまま判は押せない。孫が生まれた」")
    (moved,) = seen(dossier(WISH, off), Code.CERTAINTY_MOVED)
    reason = moved.values["reason"]
    assert isinstance(reason, Evidence)
    assert "判は押せない" in reason.text


def test_a_change_without_a_reason_has_none() -> None:
    (moved,) = seen(dossier(WISH, talk("2026-05-12", "社長「茹で釜の入れ替えは見送る。」")), Code.CERTAINTY_MOVED)
    assert moved.values["reason"] is None


def test_what_one_tells_of_anothers_doubt_is_not_his_own_doubt() -> None:
    told = talk("2026-05-12", "工場長「茹で釜は、今は社長も決めかねています」", people="小暮工場長")
    wish = talk("2026-02-03", "経理課長「茹で釜を入れ替えたい」", people="赤座経理課長")
    # somebody told how the president stands: the records are not silent on it
    assert not seen(dossier(wish, told), Code.WISH_UNCONFIRMED, Code.CERTAINTY_MOVED)


def test_a_remark_that_gives_the_amount_of_a_deal_is_about_it() -> None:
    wish = talk("2026-02-03", "社長「2億4千万円でいく。前向きに検討している」")
    off = talk("2026-05-12", "社長「新工場はいったん保留にする」")
    assert seen(dossier(wish, off, deals=(deal("新工場の建設", 240),)), Code.CERTAINTY_MOVED)
    assert not seen(dossier(wish, off), Code.CERTAINTY_MOVED)


def test_a_decider_who_spoke_of_another_thing_only_has_not_spoken_of_this_one() -> None:
    wish = talk("2026-02-03", "工場長「寮は来年の春までに直したい」", people="小暮工場長")
    other = talk("2026-05-12", "社長「空調の工事は見送る」")
    (open_wish,) = seen(dossier(wish, other), Code.WISH_UNCONFIRMED)
    assert open_wish.subject == "寮"


def test_a_move_shows_the_sentence_that_names_what_was_decided() -> None:
    before = talk("2026-02-03", "社長「卸売をやめるかどうかは、決算が済んだら決める」")
    after = talk("2026-05-12", "社長「卸売は来年の春で終わりにする。これは決めた」")
    (moved,) = seen(dossier(before, after), Code.CERTAINTY_MOVED)
    assert [e.body for e in moved.evidence][1] == "「卸売は来年の春で終わりにする。」"


def test_a_bare_decision_is_named_by_the_sentence_that_tells_the_intent() -> None:
    words = "社長「ミキサーは秋までに入れる予定だ。相見積は2社から取った。去年の残業を見て、腹が決まりました」"
    (moved,) = seen(
        dossier(talk("2026-02-03", words), talk("2026-05-12", "社長「ミキサーは見送る」")), Code.CERTAINTY_MOVED
    )
    assert moved.evidence[0].body == "「ミキサーは秋までに入れる予定だ。」"


@pytest.mark.parametrize(
    "words",
    [
        "工場長「茹で釜がよく止まります。断った注文が4件あります」",
        "工場長「茹で釜が止まって、学校給食の注文を断りました」",
        "工場長「茹で釜は古い。学校給食の入札は見送りました」",
    ],
)
def test_a_refusal_of_something_else_is_no_doubt_of_the_matter(words: str) -> None:
    refusal = talk("2026-04-14", words, people="小暮工場長")
    assert all(len(o.evidence) == 1 for o in seen(dossier(WISH, refusal), Code.WISH_UNCONFIRMED))


@pytest.mark.parametrize(
    "words",
    [
        "工場長「茹で釜は古い。更新は見送るしかないです、来年は見送ります」",
        "工場長「茹で釜の話ですが、いったん保留にしています」",
        "工場長「茹で釜は、麦の値段を見てから考えることになりそうです」",
    ],
)
def test_a_doubt_that_names_the_thing_or_points_back_to_it_is_one(words: str) -> None:
    doubt = talk("2026-04-14", words, people="小暮工場長")
    (open_wish,) = seen(dossier(WISH, doubt), Code.WISH_UNCONFIRMED)
    assert open_wish.values["doubter"] == "小暮工場長"


@pytest.mark.parametrize("on", ["2026-03-03", "2026-05-12"])
@pytest.mark.parametrize("words", ["社長「茹で釜はいま相見積を取っている」", "社長「茹で釜の寸法を測らせた」"])
def test_records_are_not_silent_once_the_decider_named_the_thing_however_firmly(on: str, words: str) -> None:
    assert not seen(dossier(WISH, DOUBT, talk(on, words)), Code.WISH_UNCONFIRMED)


def test_what_another_firm_asks_of_the_speaker_is_no_wish_of_his() -> None:
    asked = talk(
        "2026-05-12", "工場長「大手から、うちの冷凍庫ごと貸してくれないかという話が来た」", people="小暮工場長"
    )
    assert not seen(dossier(asked), Code.WISH_UNCONFIRMED)


def test_two_intents_that_share_no_matter_are_no_change() -> None:
    home = talk("2026-02-03", "社長「会計ソフトの入替えで残業が続いた。今月は早く帰るつもりだ」")
    other = talk("2026-05-12", "社長「データは6月に全部出してしまうつもりだ」")
    assert not seen(dossier(home, other), Code.CERTAINTY_MOVED)
