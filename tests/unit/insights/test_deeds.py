"""What was really done for a promise, on which day, and how one says so; the words are of other trades than the sample's."""

from __future__ import annotations

from datetime import date

import pytest
from tests.builders import dossier, seen, talk

from bankrm.domain.interactions import Party, Promise
from bankrm.domain.observations import Code, Observation
from bankrm.domain.promises import read_promises
from bankrm.insights.deeds import done_words

KEPT = (Code.PROMISE_KEPT, Code.PROMISE_LATE)
OPEN = (Code.PROMISE_OPEN, Code.COUNTERPART_OVERDUE, Code.COUNTERPART_OPEN)


def promise(text: str) -> Promise:
    return read_promises(text, date(2026, 2, 2))[0]


def kept(promised: str, on: str, ours: str) -> Observation:
    (one,) = seen(dossier(talk("2026-02-02", promises=promised), talk(on, ours=ours)), *KEPT)
    return one


@pytest.mark.parametrize(
    ("on", "ours", "day"),
    [
        ("2026-03-09", "船舶の一覧は先週金曜にファクスで届いた。", date(2026, 3, 6)),
        ("2026-03-09", "先週金曜にファクスで届いた船舶の一覧をもとに、修繕の順を伺った。", date(2026, 3, 6)),
        ("2026-03-09", "船舶の一覧は昨日窓口で受領済。", date(2026, 3, 8)),
        ("2026-05-20", "船舶の一覧は2/27に頂いており、古い船が3隻ある。", date(2026, 2, 27)),
        ("2026-05-20", "船舶の一覧は2月27日の夕方に届いている。", date(2026, 2, 27)),
        ("2026-03-09", "船舶の一覧を受領（3月4日）。", date(2026, 3, 4)),
        ("2026-03-09", "3月5日に先方より、船舶の一覧を受領。", date(2026, 3, 5)),
        ("2026-03-09", "3月5日に窓口で、船舶の一覧を受領。", date(2026, 3, 5)),
        ("2026-03-09", "網の修繕は3月2日に済んで、船舶の一覧も受け取った。", date(2026, 3, 9)),
        ("2026-03-09", "燃料の見積は3月2日に断られ、船舶の一覧は3月5日に届いた。", date(2026, 3, 5)),
        ("2026-03-09", "3月2日に伺った漁期の話を受けて、船舶の一覧を受領。", date(2026, 3, 9)),
        ("2026-03-09", "2月末時点の船舶の一覧を受領。", date(2026, 3, 9)),
        ("2026-03-09", "3月3日に依頼のあった船舶の一覧を受領。", date(2026, 3, 9)),
        ("2026-03-09", "船舶の一覧は3月1日付で、本日受け取った。", date(2026, 3, 9)),
    ],
)  # fmt: skip
def test_the_day_of_a_receipt_is_told_in_its_own_clause(on: str, ours: str, day: date) -> None:
    assert kept("先方：船舶の一覧を2月末までに送付。", on, ours).day("kept_on") == day


def test_a_day_without_its_year_is_the_last_such_day() -> None:
    file = dossier(
        talk("2025-11-20", promises="先方：航路別の収支を12月19日までに送付。"),
        talk("2026-05-20", ours="航路別の収支は12月17日に受領しており、赤字の航路を確かめた。"),
    )
    (settled,) = seen(file, *KEPT)
    assert (settled.code, settled.day("kept_on")) == (Code.PROMISE_KEPT, date(2025, 12, 17))


def test_what_is_to_be_obtained_is_obtained_on_the_papers_own_day() -> None:
    ours = "船台の見積書は2月27日付で、先週木曜に写しを受領。"
    obtained = kept("先方：船台の見積書を2月末までに取得。", "2026-03-09", ours)
    assert (obtained.day("kept_on"), obtained.values["deed"]) == (date(2026, 2, 27), "取得された")
    assert kept("先方：船台の見積書を2月末までに提出。", "2026-03-09", ours).day("kept_on") == date(2026, 3, 5)


def test_another_deed_of_theirs_in_the_sentence_does_not_hide_ours() -> None:
    ours = "課長から届いた見積をもとに、係留の費用の比較表をお渡しして説明した。"
    assert kept("当行：係留の費用の比較表を3月6日までに持参。", "2026-03-05", ours).code is Code.PROMISE_KEPT


@pytest.mark.parametrize(
    ("promised", "ours"),
    [
        ("当行：係留と陸置きの費用の比較表を3月6日までに持参。", "比較表をお渡しして説明した。"),
        ("当行：係留と陸置きの費用の比較表を3月6日までに持参。", "お約束の比較表を手渡した。"),
        ("先方：桟橋の登記名義を確かめ、3月6日までに連絡。", "登記名義は会長から口頭で連絡を受ける。"),
        ("先方：桟橋の登記名義を確かめ、3月6日までに連絡。", "名義について伺った。会社のものとのこと。"),
    ],
)  # fmt: skip
def test_a_shortened_noun_means_the_only_open_thing_of_that_name(promised: str, ours: str) -> None:
    assert kept(promised, "2026-03-05", ours).code is Code.PROMISE_KEPT


@pytest.mark.parametrize(
    ("promised", "ours"),
    [
        ("当行：係留と陸置きの費用の比較表を3月6日までに持参。", "保険料の比較表をお渡しした。"),
        ("当行：係留と陸置きの費用の比較表を3月6日までに持参。", "比較表はまだお渡しできていない。"),
        ("先方：桟橋の登記名義を確かめ、3月6日までに連絡。", "登記名義は伺ったが、まだ分からないとのこと。"),
        ("先方：桟橋の登記名義を確かめ、3月6日までに連絡。", "登記名義を調べていただくよう再度お願いした。"),
        ("先方：桟橋の図面を3月6日までに提出。", "図面について伺った。"),
    ],
)  # fmt: skip
def test_another_thing_a_denial_or_mere_talk_keeps_nothing(promised: str, ours: str) -> None:
    file = dossier(talk("2026-02-02", promises=promised), talk("2026-03-05", ours=ours))
    assert seen(file, *OPEN)


def test_a_shortened_noun_settles_nothing_where_two_go_by_it() -> None:
    file = dossier(
        talk("2026-02-02", promises="当行：係留と陸置きの費用の比較表を3月6日までに持参。"),
        talk("2026-02-09", promises="当行：船舶保険の比較表を3月6日までに持参。"),
        talk("2026-03-05", ours="比較表をお渡しした。"),
    )
    assert len(seen(file, Code.PROMISE_OPEN)) == 2


def test_what_stands_in_the_list_of_papers_handed_over_was_handed_over() -> None:
    file = dossier(
        talk("2026-02-02", promises="当行：係留の費用の比較表を3月6日までに持参。"),
        talk("2026-03-05", handed="係留の費用の比較表（2枚）"),
    )
    assert [o.code for o in seen(file, *KEPT)] == [Code.PROMISE_KEPT]


DRAWING = talk("2026-02-02", promises="先方：桟橋の図面を3月6日までに用意。")


@pytest.mark.parametrize(
    "ours",
    [
        "桟橋の図面は見つからないとのことで、この宿題は取り下げていただいて構わないと申し上げた。",
        "桟橋の図面は提出しなくてもよいと伝えた。",
        "桟橋の図面は不要になったとお伝えした。",
    ],
)
def test_we_let_them_off_what_they_owe(ours: str) -> None:
    assert not seen(dossier(DRAWING, talk("2026-03-10", ours=ours)), *OPEN)


@pytest.mark.parametrize(
    ("ours", "words"),
    [
        ("桟橋の図面は取り下げないでほしいと申し上げた。", ""),
        ("桟橋の図面は月内に出さなくてもよいが、夏までには要ると伝えた。", ""),
        ("倉庫の図面は不要になったとお伝えした。桟橋の話も出た。", ""),
        ("", "社長「桟橋の図面は、もういらないだろう」"),
    ],
)
def test_only_we_let_them_off_and_only_for_good(ours: str, words: str) -> None:
    assert seen(dossier(DRAWING, talk("2026-03-10", words, ours=ours)), *OPEN)


@pytest.mark.parametrize(
    ("text", "verbs", "words"),
    [
        ("当行：枠の条件を3月6日までに回答。", (), "回答した"),
        ("当行：枠の条件を書面にまとめ、3月6日までに報告。", (), "報告した"),
        ("当行：試算表を3月6日までに持参。", (), "お渡しした"),
        ("当行：試算表を3月6日までに郵送。", ("手渡",), "お渡しした"),
        ("当行：試算表を3月6日までに持参。", ("説明し", "手交"), "お渡しした"),
        ("当行：試算表を3月6日までに持参。", ("説明し",), "説明した"),
        ("当行：冊子を3月6日までに郵送。", (), "お送りした"),
        ("当行：同業の方を3月6日までに紹介。", (), "紹介した"),
        ("当行：担当を増やすことを3月6日までに決める。", (), "果たした"),
        ("先方：名義を3月6日までに連絡。", (), "連絡を受けた"),
        ("先方：可否を3月6日までに回答。", (), "回答を受けた"),
        ("先方：決算書を3月6日までに提出。", ("受領",), "受け取った"),
    ],
)
def test_what_was_done_is_said_by_its_own_verb(text: str, verbs: tuple[str, ...], words: str) -> None:
    assert done_words(promise(text), verbs) == words


def test_an_observation_says_what_was_or_was_not_done() -> None:
    answered = kept("当行：枠の条件を3月6日までに回答。", "2026-03-12", "枠の条件を回答した。")
    assert answered.values["deed"] == "回答した"
    assert answered.figure is not None
    assert "2026年3月12日に回答した" in answered.figure.text
    assert answered.figure.origin.formula == "期限2026年3月6日から2026年3月12日まで6日"
    (waiting,) = seen(dossier(talk("2026-02-02", promises="先方：名義を3月6日までに連絡。")), *OPEN)
    assert waiting.values["owner"] is Party.CLIENT
    assert waiting.figure is not None
    assert "2026年2月2日より後の記録がなく、未確認" in waiting.figure.text
    assert "記録0件" not in waiting.figure.text
    assert waiting.figure.origin.formula == "期限2026年3月6日から訪問日2026年6月15日まで101日"
