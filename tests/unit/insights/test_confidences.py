"""What was told in confidence, and before whom of the visit it is kept."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.builders import CONTACTS, KEY, dossier, seen, talk

from bankrm.domain.clients import Contact
from bankrm.domain.interactions import Interaction
from bankrm.domain.observations import Code

HEAD, BOOKS, WORKS = "篠崎社長", "赤座経理課長", "小暮工場長"
EVERYBODY = (HEAD, BOOKS, WORKS)


def kept(*talks: Interaction, meeting: tuple[str, ...] = EVERYBODY) -> list[tuple[str, ...]]:
    return [o.names("before") for o in seen(dossier(*talks), Code.CONFIDENTIAL, meeting=meeting)]


def test_a_record_marked_confidential_is_kept_from_those_who_were_not_there() -> None:
    marked = talk("2026-05-12", "社長「製麺所を従兄に譲る話がある」", people="篠崎社長、小暮工場長", mark="秘匿")
    assert kept(marked) == [(BOOKS,)]


def test_where_all_at_the_table_heard_it_nobody_is_named_but_the_record_is_still_shown() -> None:
    assert kept(talk("2026-05-12", "社長「譲る話がある」", mark="秘匿"), meeting=(HEAD,)) == [()]


@pytest.mark.parametrize(
    "words",
    [
        "工場長「社長には私から話しますので、今日のことは伝えないでください」",
        "工場長「新しい釜の話は、社長にはまだ言っていません」",
        "工場長「釜を替えたいんです。社長はまだ聞いていないと思います」",
        "工場長「夜の班が辞めそうです。社長の耳には入れないでください」",
        "工場長「釜の見積が出ました。社長には来月の会議で諮るつもりで、まだ見せていません」",
        "工場長「夜の班が辞めそうです。知っているのは私と課長だけです」",
    ],
)
def test_a_request_names_before_whom_in_a_record_that_nobody_marked(words: str) -> None:
    assert kept(talk("2026-05-12", words, people=WORKS)) == [(HEAD,)]


def test_an_aside_for_our_ears_is_kept_from_all_who_were_absent() -> None:
    assert kept(talk("2026-05-12", "工場長「ここだけの話、夜の班がまとまって辞めそうです」", people=WORKS)) == [
        (HEAD, BOOKS)
    ]


def test_an_aside_covers_what_follows_it_not_what_was_said_openly_before() -> None:
    words = "工場長「茹で釜は順調です」「ここだけの話、夜の班がまとまって辞めそうです」「求人も出しました」"
    (aside,) = seen(dossier(talk("2026-05-12", words, people=WORKS)), Code.CONFIDENTIAL, meeting=EVERYBODY)
    assert [e.body for e in aside.pieces("covers")] == [
        "「ここだけの話、夜の班がまとまって辞めそうです」", "「求人も出しました」",
    ]  # fmt: skip


def test_who_is_said_to_know_may_hear_of_it() -> None:
    told = talk("2026-05-12", "社長「出資の話が来ています。まだ赤座にしか話していません」", people=HEAD, mark="秘匿")
    assert kept(told) == [(WORKS,)]


@pytest.mark.parametrize(
    "words",
    [
        "工場長「波止場銀行さんには、まだ話していません」",
        "工場長「社長から釜の話は聞いていません」",
        "工場長「社長にはもう話してあります」",
        "社長は黙って湯呑みを見ておられた。",
    ],
)
def test_what_is_kept_from_nobody_at_the_table_is_no_confidence(words: str) -> None:
    assert kept(talk("2026-05-12", words, people=WORKS)) == []


def test_what_somebody_had_not_been_told_is_open_once_he_is_said_to_weigh_it() -> None:
    untold = talk("2026-03-12", "工場長「茹で釜を替えたい。社長にはまだ話していません」", people=WORKS)
    later = talk("2026-05-12", "経理課長「茹で釜は、社長も決めかねています」", people=BOOKS)
    assert kept(untold) == [(HEAD,)]
    assert kept(untold, later) == []


def test_our_own_explanation_is_no_secret_of_an_unmarked_talk() -> None:
    words = "工場長「今日のことは社長には伝えないでください」"
    file = dossier(talk("2026-05-12", words, people=WORKS, ours="省エネ設備の補助金は6月19日が締切と案内。"))
    (asked,) = seen(file, Code.CONFIDENTIAL, meeting=EVERYBODY)
    assert not any("補助金" in e.body for e in asked.pieces("covers"))


def test_our_own_promise_of_silence_covers_the_talk() -> None:
    ours = "課長が同席する場ではこの件を口にしないことを申し合わせた。"
    (o,) = seen(
        dossier(talk("2026-05-12", "社長「土地を貸してくれという話が来ている」", ours=ours)),
        Code.CONFIDENTIAL,
        meeting=EVERYBODY,
    )
    assert (o.names("before"), o.values["whole"]) == ((BOOKS,), True)


def test_a_request_covers_the_breath_it_stands_in_and_not_the_whole_talk() -> None:
    words = "工場長「釜の見積は20日に出ます」\n工場長「経理の方が求人誌を読んでいました。社長には言わないでください」"
    (o,) = seen(dossier(talk("2026-05-12", words, people=WORKS)), Code.CONFIDENTIAL, meeting=EVERYBODY)
    assert not any("見積" in e.body for e in o.pieces("covers"))
    assert any("求人誌" in e.body for e in o.pieces("covers"))


def test_what_is_said_to_an_untold_matter_is_covered_too() -> None:
    words = "工場長「茹で釜を入れたい」\n課長「社長はまだ聞いていないと思います。赤字の月に言い出すのはどうかと」"
    (o,) = seen(dossier(talk("2026-05-12", words, people=f"{WORKS}、{BOOKS}")), Code.CONFIDENTIAL, meeting=EVERYBODY)
    assert any("赤字の月" in e.body for e in o.pieces("covers"))


def test_of_somebody_who_was_not_told_and_will_not_be_there_we_know_all_the_same() -> None:
    words = "工場長「茹で釜を替えたい。社長はまだ聞いていないと思います」"
    (o,) = seen(dossier(talk("2026-05-12", words, people=WORKS)), Code.CONFIDENTIAL, meeting=(WORKS,))
    assert (o.names("before"), o.names("untold")) == ((), (HEAD,))
    assert any("茹で釜" in piece.body for piece in o.pieces("covers"))


def test_another_banks_call_on_one_person_is_not_ours_to_tell_the_one_who_decides() -> None:
    words = "工場長「波止場銀行さんが先月、課長を訪ねて提案書を置いていきました」"
    (o,) = seen(dossier(talk("2026-05-12", words, people=WORKS)), Code.CONFIDENTIAL, meeting=(HEAD, BOOKS))
    assert o.names("before") == (HEAD,)


def test_two_circles_of_one_talk_are_told_apart() -> None:
    words = "工場長「茹で釜を入れたい。社長にはまだ話していません」\n工場長「夜の班が揉めています。課長には言わないでください」"
    assert kept(talk("2026-05-12", words, people=WORKS)) == [(HEAD,), (BOOKS,)]


def test_where_no_visit_says_who_sits_there_everybody_is_a_stranger() -> None:
    aside = talk("2026-05-12", "工場長「ここだけの話、夜の班がまとまって辞めそうです」", people=WORKS)
    assert kept(aside, meeting=()) == [("ほかの方",)]


def test_a_title_of_the_visits_entry_means_the_person_of_the_records() -> None:
    aside = talk("2026-05-12", "工場長「社長には言わないでください、夜の班が辞めそうです」", people=WORKS)
    assert kept(aside, meeting=("篠崎様",)) == [(HEAD,)]


def test_what_was_held_back_is_no_absence() -> None:
    file = dossier(
        talk(
            "2026-05-12",
            "社長「来月、胃がんの手術を受ける」",
            promises="当行：入院のお見舞いの段取りを5月20日までに連絡。",
        )
    )
    (count,) = seen(file, Code.RECORD_COUNT)
    assert count.values["held"] == 1


def test_a_promise_of_silence_in_our_own_words_names_who_must_not_hear() -> None:
    ours = "この件は課長にも工場にも触れないとお約束した。連絡は社長の携帯電話のみとする。"
    (o,) = seen(
        dossier(talk("2026-05-12", "社長「給食の契約が切れるかもしれん」", ours=ours)),
        Code.CONFIDENTIAL,
        meeting=EVERYBODY,
    )
    assert BOOKS in o.names("before")
    assert o.values["channel"]


def test_a_relative_is_known_by_the_word_of_kinship_that_the_master_notes() -> None:
    brother = Contact(KEY, "篠崎 進", "専務", note="社長の弟。営業を担当")
    told = talk("2026-05-12", "社長「給食の契約が切れるかもしれん。弟には言っていない」")
    file = replace(dossier(told), contacts=(*CONTACTS, brother))
    (o,) = seen(file, Code.CONFIDENTIAL, meeting=(HEAD, "篠崎専務"))
    assert o.names("before") == ("篠崎専務",)
