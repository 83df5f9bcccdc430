"""What became of promises, told by object and party."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.builders import dossier, seen, talk

from bankrm.domain.interactions import Party
from bankrm.domain.observations import Code

PROMISED = talk("2026-03-02", "社長「よろしく頼む」", promises="当行：製麺機の補助の一覧を3月20日までに持参。")


def test_a_promise_kept_after_its_day_is_late_by_the_days_between() -> None:
    file = dossier(PROMISED, talk("2026-03-27", ours="製麺機の補助の一覧をお渡しして説明した。"))
    (late,) = seen(file, Code.PROMISE_LATE)
    assert (late.count("days"), late.day("kept_on")) == (7, date(2026, 3, 27))
    assert [e.origin.ref for e in late.evidence] == ["T2026-03-02", "T2026-03-27"]
    assert late.figure is not None
    assert late.figure.text.count("遅れ") == 1
    assert "7日遅れて2026年3月27日に" in late.figure.text


def test_how_long_a_promise_is_overdue_is_said_once() -> None:
    (still_open,) = seen(dossier(PROMISED, talk("2026-03-25", ours="雑談のみ。")), Code.PROMISE_OPEN)
    assert still_open.figure is not None
    assert still_open.figure.body.count("87日") == 1
    assert "で87日超過、" in still_open.figure.body


def test_a_promise_kept_in_time_is_neither_late_nor_open() -> None:
    file = dossier(PROMISED, talk("2026-03-19", ours="製麺機の補助の一覧を持参。"))
    assert not seen(file, Code.PROMISE_LATE, Code.PROMISE_OPEN)


@pytest.mark.parametrize(
    "words", ["一覧はまだ用意できていないと伝えた。", "製麺機の補助の一覧は来週持参すると約束した。", "製麺機の補助の一覧をお渡しできず、おわびした。"]
)  # fmt: skip
def test_what_is_only_announced_or_denied_keeps_no_promise(words: str) -> None:
    (still_open,) = seen(dossier(PROMISED, talk("2026-03-25", ours=words)), Code.PROMISE_OPEN)
    assert still_open.count("days") == 87


def test_the_clients_words_do_not_keep_our_promise() -> None:
    file = dossier(PROMISED, talk("2026-03-25", "社長「製麺機の補助の一覧は隣の会社が持参してくれた」"))
    assert seen(file, Code.PROMISE_OPEN)


def test_another_thing_handed_over_leaves_the_promise_in_doubt_or_open() -> None:
    (still_open,) = seen(
        dossier(PROMISED, talk("2026-03-18", ours="資金繰り表の見本をお渡しした。")), Code.PROMISE_OPEN
    )
    assert still_open.subject == "製麺機の補助の一覧"


def test_the_day_told_for_the_deed_counts_not_the_day_of_the_record() -> None:
    file = dossier(PROMISED, talk("2026-04-15", ours="製麺機の補助の一覧は3月18日にメールで送付済み。"))
    assert seen(file, Code.PROMISE_KEPT)[0].day("kept_on") == date(2026, 3, 18)


def test_what_they_owe_is_overdue_by_days_to_the_visit() -> None:
    file = dossier(
        talk("2026-05-07", promises="先方：工事の見積書を5月末までに郵送。"),
        talk("2026-06-03", ours="夏の資金の予定を伺った。"),
    )
    (overdue,) = seen(file, Code.COUNTERPART_OVERDUE)
    assert (overdue.count("days"), overdue.values["owner"]) == (15, Party.CLIENT)
    assert overdue.figure is not None
    assert "記録1件" in overdue.figure.text


def test_what_they_owe_is_settled_by_our_note_of_receipt() -> None:
    file = dossier(
        talk("2026-05-07", promises="先方：工事の見積書を5月末までに郵送。"),
        talk("2026-06-03", ours="工事の見積書は5月29日に受領。"),
    )
    assert not seen(file, Code.COUNTERPART_OVERDUE)


def test_a_promise_kept_by_reference_alone_counts_where_no_other_was_open() -> None:
    file = dossier(PROMISED, talk("2026-03-27", ours="お待たせしていた紙をお渡しした。"))
    assert seen(file, Code.PROMISE_LATE)


def test_a_withdrawn_promise_is_no_longer_open() -> None:
    file = dossier(PROMISED, talk("2026-03-10", ours="製麺機の補助の一覧は不要になったとのことで、取り下げた。"))
    assert not seen(file, Code.PROMISE_OPEN)


def test_where_all_ours_are_kept_the_search_says_so() -> None:
    (none_open,) = [
        o for o in seen(dossier(talk("2026-05-07")), Code.NOTHING_RECORDED) if o.values["about"] == "own_promises"
    ]
    assert none_open.figure is not None
    assert "記録1件" in none_open.figure.text


def test_a_promise_kept_in_another_record_of_the_same_day_is_kept() -> None:
    mail = replace(talk("2026-03-02", ours="製麺機の補助の一覧をメールで送付した。"), ref="T2026-03-02-2")
    assert not seen(dossier(PROMISED, mail), Code.PROMISE_OPEN)


MOVED = talk("2026-03-18", "社長「4月で構わない」", promises="【当行】製麺機の補助の一覧の期限を4月20日に改める。")


def test_a_promise_that_was_moved_is_one_promise_of_its_new_day() -> None:
    (still_open,) = seen(dossier(PROMISED, MOVED), Code.PROMISE_OPEN)
    assert (still_open.day("due"), still_open.count("days")) == (date(2026, 4, 20), 56)
    assert [e.origin.ref for e in still_open.evidence] == ["T2026-03-02", "T2026-03-18"]


def test_a_promise_that_was_moved_is_late_only_after_its_new_day() -> None:
    kept = talk("2026-04-17", ours="製麺機の補助の一覧をお渡しして説明した。")
    assert not seen(dossier(PROMISED, MOVED, kept), Code.PROMISE_LATE, Code.PROMISE_OPEN)
    (in_time,) = seen(dossier(PROMISED, MOVED, kept), Code.PROMISE_KEPT)
    assert in_time.day("due") == date(2026, 4, 20)


def test_a_new_day_for_what_was_never_promised_is_a_promise_of_its_own() -> None:
    (still_open,) = seen(dossier(MOVED), Code.PROMISE_OPEN)
    assert (still_open.subject, still_open.day("due")) == ("製麺機の補助の一覧", date(2026, 4, 20))


def test_a_new_day_that_came_after_the_deed_moves_nothing() -> None:
    kept = talk("2026-03-10", ours="製麺機の補助の一覧をお渡しした。")
    (done,) = seen(dossier(PROMISED, kept, MOVED), Code.PROMISE_KEPT)
    assert done.day("due") == date(2026, 3, 20)
