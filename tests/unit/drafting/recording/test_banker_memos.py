"""What a banker typed in the evening and found read wrongly; each sentence with what must come out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.unit.drafting.recording.meetings import KEY, MEETING, a_memo, noted, promised, read, recorded, said, told

from bankrm.domain.clients import Contact
from bankrm.domain.interactions import Party
from bankrm.domain.memos import RecordField
from bankrm.drafting.recording.compose import compose
from bankrm.drafting.recording.proposals import Doubt, Meeting, Note
from bankrm.drafting.recording.read_memo import read_memo

F = RecordField
INN = Meeting(
    date(2026, 11, 24), ("霧鳴館",), ("蓮見社長", "蓮見女将"), ("小山田",),
    (Contact(KEY, "蓮見 徹", "代表取締役社長", "はすみ とおる"), Contact(KEY, "蓮見 八重", "女将", "はすみ やえ"),
     Contact(KEY, "帆足 進", "支配人", "ほあし すすむ")),
    firms=("うつぎ銀行",),
)  # fmt: skip
INN_EVENING = (
    "社長・女将・帆足支配人。試算表10月分受領。極度30百の継続、保証は来週中に書面回答と約束。\n"
    "寮の利子補給は町に照会→対象外と回答、女将は落胆。\n女将「うつぎさんは固定2.1でやると言ってくれてる」社長は黙っていた。\n"
    "改装は社長「春まで待つ」。再見積は来月10日までに設計事務所から。\n交付：経営者保証ガイドラインのチラシ、利子補給の案内。\n"
    "木暮課長は家庭の事情で休職の由。\n次回: R8.12.3 午後"
)


def test_a_whole_evening_of_the_inn() -> None:
    fields = compose(a_memo(INN_EVENING), read_memo(INN_EVENING, INN), INN)
    assert fields[F.ATTENDEES] == "蓮見社長、蓮見女将、帆足支配人"
    assert fields[F.EXPLANATION] == "寮の利子補給は町に照会。対象外と回答。"
    assert fields[F.PROMISES] == "【当行】極度30百の継続、保証は来週中に書面回答（12月4日まで）。"
    assert fields[F.HANDED_OVER] == "経営者保証ガイドラインのチラシ、利子補給の案内"
    assert fields[F.CLIENT_WORDS].splitlines() == [
        "【受領】試算表10月分受領。",
        "【様子】女将は落胆。",
        "蓮見女将「うつぎさんは固定2.1でやると言ってくれてる」",
        "【様子】社長は黙っていた。",
        "蓮見社長「春まで待つ」",
        "再見積は来月10日までに設計事務所から。",
        "木暮課長は家庭の事情で休職の由。",
    ]


@pytest.mark.parametrize(
    "memo",
    [
        "運転資金30百万を来年2月までに考えたいと社長。",
        "社長は来年3月までに増員したい意向。",
        "寮の利子補給は町に照会→対象外と回答、部長は落胆。",
        "再見積は来月10日までに設計事務所から。",
        "→金利は据え置きと回答",
    ],
)
def test_a_wish_a_report_and_what_others_bring_are_no_promise(memo: str) -> None:
    assert promised(memo) == []


@pytest.mark.parametrize(
    ("memo", "promise"),
    [
        ("返済シミュは据置1年で作り直してほしい、とのこと。来週水曜までに持参と約束。", ("bank", "返済シミュの据置1年での作り直しを来週水曜までに持参", "2026-12-02")),
        ("保証料の戻りについて質問あり。12/4までに回答と約束。", ("bank", "保証料の戻りについて、12/4までに回答", "2026-12-04")),
        ("製麺ラインの図面は部長が", ("client", "製麺ラインの図面", "")),
        ("見積は12月半ばには出せる(部長)", ("client", "見積は12月半ばには出せる", "2026-12-15")),
    ],
)  # fmt: skip
def test_a_promise_keeps_what_it_is_of(memo: str, promise: tuple[str, str, str]) -> None:
    assert promised(memo) == [promise]


def test_a_promise_reads_back_with_its_object() -> None:
    memo = a_memo("返済シミュは据置1年で作り直してほしいとのこと。来週水曜までに持参と約束。")
    (promise,) = recorded(memo).promises
    assert (promise.owner, promise.thing) == (Party.BANK, "返済シミュの据置1年での作り直し")


@pytest.mark.parametrize("before", ["", "金利の希望は1.5%(社長)。", "社長「急がない」。"])
def test_a_promise_of_nothing_that_is_named_is_asked_about(before: str) -> None:
    (piece,) = read(f"{before}来週水曜までに持参と約束。").of(F.PROMISES)
    assert (piece.about, Doubt.OBJECT in piece.doubts) == ("", True)


@pytest.mark.parametrize(
    ("memo", "handed"),
    [
        ("資料は未交付。", []),
        ("パンフレットは渡せず。", []),
        ("交付：なし", []),
        ("提案書は次回持参。", []),
        ("12/1に試算表を持参。", []),
        ("販路リスト持参。", ["販路リスト"]),
        ("返済表2部を手交。", ["返済表2部"]),
    ],
)
def test_only_what_was_handed_over_is_a_paper_handed_over(memo: str, handed: list[str]) -> None:
    assert told(memo, F.HANDED_OVER) == handed


@pytest.mark.parametrize(
    ("memo", "met"),
    [
        ("篠崎社長のみ（赤座部長は現場）。", "篠崎社長"),
        ("社長・部長。", "篠崎社長、赤座経理部長"),
        ("社長、部長（不在）。", "篠崎社長"),
        ("社長のみと面談。", "篠崎社長"),
        ("社長と面談、長男さん同席。", "篠崎社長、篠崎長男"),
        ("更新は社長「来期」", "篠崎社長、赤座経理部長"),
        ("部長は会議で不在", "篠崎社長"),
    ],
)
def test_those_met_are_contacts_under_one_name_each(memo: str, met: str) -> None:
    assert compose(a_memo(memo), read(memo), MEETING)[F.ATTENDEES] == met


@pytest.mark.parametrize(
    ("memo", "words"),
    [
        ("人手は足りていると思う(部長)", [("赤座経理部長", "人手は足りていると思う", False)]),
        ("つなぎは1月末に返せる見込み（社長）", [("篠崎社長", "つなぎは1月末に返せる見込み", False)]),
        ("社長OK。", [("篠崎社長", "社長OK", False)]),
        ("据置6か月、部長は了承。", [("赤座経理部長", "据置6か月、部長は了承", False)]),
        ("潮見銀行が設備の借換1.5%提案してきた由。", [("", "潮見銀行が設備の借換1.5%提案してきた由", False)]),
        ("売上は伸びている。", [("", "売上は伸びている", False)]),
        ("融資は確実に通りますとは言っていない。", []),
    ],
)
def test_whose_words_they_are(memo: str, words: list[tuple[str, str, bool]]) -> None:
    assert said(memo) == words


def test_what_we_did_not_say_is_our_explanation() -> None:
    assert told("融資は確実に通りますとは言っていない。", F.EXPLANATION) == ["融資は確実に通りますとは言っていない"]


@pytest.mark.parametrize(
    ("memo", "note"),
    [
        ("変更契約書の写し受領。", (Note.RECEIVED, "変更契約書の写し受領")),
        ("採用計画もらった。", (Note.RECEIVED, "採用計画もらった")),
        ("社長 顔色悪い", (Note.SEEN, "顔色悪い")),
        ("社長は黙っていた。", (Note.SEEN, "社長は黙っていた")),
        ("部長は落胆。", (Note.SEEN, "部長は落胆")),
    ],
)
def test_what_was_seen_or_received_nobody_said(memo: str, note: tuple[Note, str]) -> None:
    assert noted(memo) == [note]
    assert said(memo) == []
    assert told(memo, F.EXPLANATION) == []


def test_a_note_reads_back_as_nobodys_words_also_where_one_person_was_met() -> None:
    alone = replace(MEETING, people=("篠崎社長",))
    (spoken,) = recorded(a_memo("試算表10月分受領。"), alone).utterances
    assert (spoken.speaker, spoken.text) == ("", "【受領】試算表10月分受領。")
