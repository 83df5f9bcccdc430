"""What a person said of a promise counts: as a deed, or as no promise at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from tests.builders import KEY, TODAY, dossier, seen, talk

from bankrm.domain.closings import Closing, ClosingKind, OpenPromise
from bankrm.domain.dossier import Dossier
from bankrm.domain.evidence import OriginType, Strength
from bankrm.domain.ids import ClosingId
from bankrm.domain.interactions import Interaction, Party
from bankrm.domain.observations import Code
from bankrm.insights.open_promises import read_open_promises

PROMISED = talk("2026-04-10", promises="【当行】リースと借入の比較表を4月30日までに持参。")
AT = datetime(2026, 5, 8, 9, tzinfo=UTC)


def open_in(file: Dossier, owner: Party = Party.BANK) -> list[OpenPromise]:
    return [promise for promise in read_open_promises(file, TODAY).promises if promise.owner is owner]


def closing(
    promise: OpenPromise, on: str = "2026-05-08", kind: ClosingKind = ClosingKind.DONE, words: str = "比較表の最終版"
) -> Closing:
    return Closing(ClosingId("closing-1"), promise, kind, date.fromisoformat(on), words, "大野", AT)


def file_with(*talks: Interaction, closings: tuple[Closing, ...] = ()) -> Dossier:
    return replace(dossier(*talks), closings=closings)


def test_a_promise_without_a_deed_is_open_with_its_day() -> None:
    (promise,) = open_in(dossier(PROMISED))
    assert promise == OpenPromise(
        KEY, PROMISED.ref, PROMISED.on, Party.BANK, "リースと借入の比較表を4月30日までに持参", "リースと借入の比較表",
        date(2026, 4, 30),
    )  # fmt: skip


def test_what_a_person_closed_is_open_no_more() -> None:
    (promise,) = open_in(dossier(PROMISED))
    assert open_in(file_with(PROMISED, closings=(closing(promise),))) == []


def test_a_closed_promise_is_told_as_kept_on_the_day_given_by_a_record_of_its_own() -> None:
    (promise,) = open_in(dossier(PROMISED))
    (kept,) = seen(file_with(PROMISED, closings=(closing(promise),)), Code.PROMISE_LATE)
    assert (kept.values["kept_on"], kept.values["days"]) == (date(2026, 5, 8), 8)
    _, told = kept.evidence
    assert (told.origin.type, told.origin.strength, told.origin.ref) == (
        OriginType.CLOSING,
        Strength.OWN_RECORD,
        "closing-1",
    )
    assert told.text == "2026年5月8日 済の記録 当行の約束: 比較表の最終版"


def test_words_that_may_not_be_repeated_give_way_to_the_thing() -> None:
    (promise,) = open_in(dossier(PROMISED))
    told = closing(promise, words="社長が胃がんで入院中のため奥様にお渡しした")
    (kept,) = seen(file_with(PROMISED, closings=(told,)), Code.PROMISE_LATE)
    assert kept.evidence[1].body == "リースと借入の比較表"


def test_the_closing_of_a_promise_made_in_confidence_is_told_in_confidence_too() -> None:
    marked = talk(
        "2026-04-10", "社長「従兄に譲る話がある」", promises="【当行】譲渡の手引きを4月30日までに持参。", mark="秘匿"
    )
    (promise,) = open_in(dossier(marked))
    file = file_with(marked, closings=(closing(promise, words="譲渡の手引き"),))
    (kept,) = seen(file, Code.PROMISE_LATE)
    told = kept.evidence[1]
    assert told.text == "2026年5月8日 済の記録〔秘匿〕 当行の約束: 譲渡の手引き"
    (secret,) = seen(file, Code.CONFIDENTIAL, meeting=("赤座経理課長",))
    assert secret.names("before") == ("赤座経理課長",)
    assert told in secret.pieces("covers")


def test_the_same_thing_promised_again_before_the_deed_is_closed_with_it() -> None:
    (promise,) = open_in(dossier(PROMISED))
    again = talk("2026-05-01", promises="【当行】リースと借入の比較表を次回持参。")
    assert open_in(file_with(PROMISED, again, closings=(closing(promise),))) == []


def test_the_same_thing_promised_after_the_deed_is_open() -> None:
    (promise,) = open_in(dossier(PROMISED))
    again = talk("2026-05-20", promises="【当行】リースと借入の比較表を6月末までに持参。")
    (still,) = open_in(file_with(PROMISED, again, closings=(closing(promise),)))
    assert still.record == again.ref


def test_another_promise_of_the_record_stays_open() -> None:
    two = talk("2026-04-10", promises="【当行】比較表を4月30日までに持参。工場見学の日程を5月10日までに連絡。")
    first, second = open_in(dossier(two))
    assert open_in(file_with(two, closings=(closing(first),))) == [second]


def test_a_promise_that_a_record_shows_as_kept_stays_so_when_the_same_thing_is_closed_later() -> None:
    first = talk("2025-12-01", promises="【当行】金利の見積書を12月20日までに持参。")
    deed = talk("2025-12-18", ours="金利の見積書をお渡しした。", handed="金利の見積書")
    again = talk("2026-05-01", promises="【当行】金利の見積書を5月31日までに持参。")
    (promise,) = open_in(dossier(first, deed, again))
    file = file_with(first, deed, again, closings=(closing(promise, "2026-05-30", words="金利の見積書"),))
    kept = seen(file, Code.PROMISE_KEPT, Code.PROMISE_LATE)
    assert [o.values["kept_on"] for o in kept] == [date(2025, 12, 18), date(2026, 5, 30)]


def test_a_dismissal_takes_nothing_from_what_was_kept_before() -> None:
    first = talk("2025-12-01", promises="【先方】試算表を12月20日までに提出。")
    deed = talk("2025-12-18", ours="試算表を受領した。")
    again = talk("2026-05-01", promises="【先方】試算表を5月31日までに提出。")
    (promise,) = open_in(dossier(first, deed, again), Party.CLIENT)
    file = file_with(first, deed, again, closings=(closing(promise, kind=ClosingKind.DISMISSED),))
    (kept,) = seen(file, Code.PROMISE_KEPT, Code.PROMISE_LATE)
    assert kept.values["kept_on"] == date(2025, 12, 18)


def test_what_was_promised_twice_and_closed_once_is_one_late_promise() -> None:
    again = talk("2026-05-01", promises="【当行】リースと借入の比較表を次回持参。")
    (promise,) = open_in(dossier(PROMISED, again))
    (kept,) = seen(file_with(PROMISED, again, closings=(closing(promise),)), Code.PROMISE_KEPT, Code.PROMISE_LATE)
    assert (kept.values["due"], kept.values["days"]) == (date(2026, 4, 30), 8)


def test_what_both_sides_promised_in_the_same_words_is_closed_for_one_side_alone() -> None:
    both = talk(
        "2026-05-01", promises="【当行】資金計画の案を5月31日までに提示。【先方】資金計画の案を5月31日までに提示。"
    )
    (ours,) = open_in(dossier(both))
    (theirs,) = open_in(dossier(both), Party.CLIENT)
    assert ours.text == theirs.text
    file = file_with(both, closings=(closing(ours),))
    assert (open_in(file), open_in(file, Party.CLIENT)) == ([], [theirs])


def test_a_dismissed_promise_is_neither_open_nor_kept() -> None:
    (promise,) = open_in(dossier(PROMISED))
    file = file_with(PROMISED, closings=(closing(promise, kind=ClosingKind.DISMISSED),))
    assert open_in(file) == []
    assert seen(file, Code.PROMISE_LATE, Code.PROMISE_KEPT, Code.PROMISE_OPEN) == []


def test_a_dismissal_holds_for_nothing_that_was_promised_later() -> None:
    (promise,) = open_in(dossier(PROMISED))
    again = talk("2026-05-01", promises="【当行】リースと借入の比較表を次回持参。")
    (still,) = open_in(file_with(PROMISED, again, closings=(closing(promise, kind=ClosingKind.DISMISSED),)))
    assert still.record == again.ref


def test_what_the_client_owed_is_closed_as_received() -> None:
    theirs = talk("2026-04-10", promises="【先方】試算表を5月10日までに送付。")
    (promise,) = open_in(dossier(theirs), Party.CLIENT)
    (kept,) = seen(file_with(theirs, closings=(closing(promise, words="試算表"),)), Code.PROMISE_KEPT)
    assert kept.values["deed"] == "受け取った"


def test_a_record_that_perhaps_tells_of_the_deed_is_named() -> None:
    perhaps = talk("2026-05-12", ours="リースと借入の違いを説明した。")
    (promise,) = open_in(dossier(PROMISED, perhaps))
    assert promise.doubt == "2026年5月12日 訪問 当方の説明: リースと借入の違いを説明した。"


def test_a_reading_holds_until_the_next_record_that_is_dated_ahead() -> None:
    ahead = talk("2026-06-20", promises="【当行】資料を持参。")
    assert read_open_promises(dossier(PROMISED, ahead), TODAY).until == date(2026, 6, 20)
    assert read_open_promises(dossier(PROMISED), TODAY).until is None
