"""Messy memos of ten trades, and what must come out of each."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import pytest
from tests.unit.drafting.recording.meetings import KEY, a_memo

from bankrm.domain.clients import Contact
from bankrm.domain.memos import RecordField
from bankrm.drafting.recording.compose import compose
from bankrm.drafting.recording.proposals import Meeting, Note
from bankrm.drafting.recording.read_memo import read_memo

F = RecordField
SEEN, RECEIVED = Note.SEEN, Note.RECEIVED


def meeting(people: tuple[str, ...], *contacts: tuple[str, str, str]) -> Meeting:
    """A talk planned with these; contacts are name, role and reading."""
    known = tuple(Contact(KEY, *contact) for contact in contacts)
    return Meeting(date(2026, 11, 24), (), people, ("小山田",), known, purpose="定例", firms=("潮見銀行",))


@dataclass(frozen=True)
class Talk:
    """One memo. `said`: speaker and words; `promises`: owner, words with their object, day; `met`: 面談者 of the record."""

    meeting: Meeting
    memo: str
    met: str
    said: list[tuple[str, str]] = field(default_factory=list)
    promises: list[tuple[str, str, str]] = field(default_factory=list)
    notes: list[tuple[Note, str]] = field(default_factory=list)
    fields: dict[RecordField, list[str]] = field(default_factory=dict)


HAULAGE = meeting(
    ("権田社長", "椎名専務"),
    ("権田 勝", "代表取締役社長", "ごんだ まさる"),
    ("椎名 恵子", "専務取締役", "しいな けいこ"),
)
CARE = meeting(("南雲理事長",), ("南雲 京子", "理事長", "なぐも きょうこ"), ("片瀬 実", "事務長", "かたせ みのる"))
DENTIST = meeting(("柚木院長",), ("柚木 隆", "院長", "ゆずき たかし"), ("柚木 綾", "奥様", "ゆずき あや"))
GROCER = meeting(
    ("笹森社長", "飯沼店長"), ("笹森 剛", "代表取締役社長", "ささもり つよし"), ("飯沼 透", "店長", "いいぬま とおる")
)
FARM = meeting(("古谷代表",), ("古谷 豊", "代表取締役", "ふるや ゆたか"))
PRINTER = meeting(
    ("桑畑社長", "江口部長"), ("桑畑 明", "代表取締役社長", "くわはた あきら"), ("江口 聡", "総務部長", "えぐち さとし")
)
GARAGE = meeting(
    ("鴨下社長",), ("鴨下 進", "代表取締役", "かもした すすむ"), ("鴨下 美和", "経理担当", "かもした みわ")
)
BREWERY = meeting(
    ("十文字社長", "黒田杜氏"),
    ("十文字 保", "代表取締役社長", "じゅうもんじ たもつ"),
    ("黒田 茂", "杜氏", "くろだ しげる"),
)
SOFTWARE = meeting(
    ("早瀬代表", "津島部長"), ("早瀬 翔", "代表取締役", "はやせ しょう"), ("津島 遥", "管理部長", "つしま はるか")
)
BUILDER = meeting(
    ("小笠原社長", "沖田部長"),
    ("小笠原 巌", "代表取締役社長", "おがさわら いわお"),
    ("沖田 進", "工務部長", "おきた すすむ"),
)
TRADES = {
    "haulage": Talk(
        HAULAGE,
        "10:30〜 社長・専務\n社長「軽油がこれだけ上がると運賃に乗せるしかない」。専務は「荷主に断られた」と。\nドライバー2名退職(専務)。\n増車2台は見合わせたい（社長）\n潮見さんが借換を持ってきたらしい。\n運送台帳の写し受領。\n→燃料サーチャージの事例を来週金曜までに当方からメール",
        "権田社長、椎名専務",
        [
            ("権田社長", "軽油がこれだけ上がると運賃に乗せるしかない"),
            ("椎名専務", "荷主に断られた"),
            ("椎名専務", "ドライバー2名退職"),
            ("権田社長", "増車2台は見合わせたい"),
            ("", "潮見さんが借換を持ってきたらしい"),
        ],
        [("bank", "燃料サーチャージの事例を来週金曜までに当方からメール", "2026-12-04")],
        [(RECEIVED, "運送台帳の写し受領")],
    ),
    "care home": Talk(
        CARE,
        "理事長不在、片瀬事務長が対応。\n加算の届出は来月15日までに市へ。\n「夜勤の手当を上げないと人が来ない」と事務長。\n補助金の案内チラシお渡し。増床の話は出ず。\nフロアは活気あり。\n理事長には来月また伺う。",
        "片瀬事務長",
        [("片瀬事務長", "夜勤の手当を上げないと人が来ない"), ("", "加算の届出は来月15日までに市へ")],
        [],
        [(SEEN, "理事長不在"), (SEEN, "フロアは活気あり")],
        {
            F.HANDED_OVER: ["補助金の案内チラシ"],
            F.OPEN_POINTS: ["増床の話は出ず"],
            F.NEXT_STEP: ["理事長には来月また伺う"],
        },
    ),
    "dentist": Talk(
        DENTIST,
        "院長のみ。奥様は外出中。\nCTは来春入れたいとのこと。金額は1,800万くらいと聞いた。\nリースと借入の比較表は来週水曜までに作って届けると約束。\n資料は渡していない。\n医師会の融資でも組めるとは言っていない。",
        "柚木院長",
        [("柚木院長", "CTは来春入れたいとのこと"), ("柚木院長", "金額は1,800万くらいと聞いた")],
        [("bank", "リースと借入の比較表は来週水曜までに作って届ける", "2026-12-02")],
        [(SEEN, "奥様は外出中")],
        {F.HANDED_OVER: [], F.EXPLANATION: ["資料は渡していない", "医師会の融資でも組めるとは言っていない"]},
    ),
    "grocer": Talk(
        GROCER,
        "社長、店長（途中から）。\n改装は社長「年明けに決める」店長は黙って聞いていた。\n競合のスーパーが来春出店するとのこと。\nレジ更新の見積は店長が今月中にFAX。\n販促の補助金は対象外と回答。\n交付：なし",
        "笹森社長、飯沼店長",
        [("笹森社長", "年明けに決める"), ("", "競合のスーパーが来春出店するとのこと")],
        [("client", "レジ更新の見積は店長が今月中にFAX", "2026-11")],
        [(SEEN, "店長は黙って聞いていた")],
        {F.HANDED_OVER: [], F.EXPLANATION: ["販促の補助金は対象外と回答"]},
    ),
    "farm": Talk(
        FARM,
        "古谷代表。ハウス2棟増やしたい、できれば来年秋までにとのこと。\n農協さんからも話が来ている由。\n収穫量の一覧もらった。\n決算書は来月5日には出せる(代表)。\n次回 12/15 13時",
        "古谷代表",
        [
            ("古谷代表", "ハウス2棟増やしたい、できれば来年秋までにとのこと"),
            ("古谷代表", "農協さんからも話が来ている由"),
            ("古谷代表", "決算書は来月5日には出せる"),
        ],
        [("client", "決算書は来月5日には出せる", "2026-12-05")],
        [(RECEIVED, "収穫量の一覧もらった")],
        {F.NEXT_STEP: ["12/15 13時"]},
    ),
    "printer": Talk(
        PRINTER,
        "社長＆江口部長\n紙の値上げ、4月から15%（部長）。\n社長は機嫌が悪い。\n部長「年内の資金は足りる」\n手形のでんさい切替、社長OK\nでんさいの申込書は部長が12/4までに\n保証料の返戻について質問あり。次回までに回答。",
        "桑畑社長、江口総務部長",
        [
            ("江口総務部長", "紙の値上げ、4月から15%"),
            ("江口総務部長", "年内の資金は足りる"),
            ("桑畑社長", "手形のでんさい切替、社長OK"),
            ("", "保証料の返戻について質問あり"),
        ],
        [
            ("client", "でんさいの申込書は部長が12/4までに", "2026-12-04"),
            ("bank", "保証料の返戻について、次回までに回答", ""),
        ],
        [(SEEN, "社長は機嫌が悪い")],
    ),
    "garage": Talk(
        GARAGE,
        "TEL 社長\nリフトの入替は見送り。理由は認証の人手。\n奥さんの体調の話は内緒でとのこと。\n返済予定表を今週中に郵送してほしい→了解",
        "鴨下代表",
        [
            ("鴨下代表", "奥さんの体調の話は内緒でとのこと"),
            ("", "リフトの入替は見送り"),
            ("", "理由は認証の人手"),
            ("鴨下代表", "返済予定表を今週中に郵送してほしい"),
            ("", "了解"),
        ],
        [],
        [],
        {F.METHOD: ["電話"], F.CONFIDENTIALITY: ["秘匿"]},
    ),
    "brewery": Talk(
        BREWERY,
        "杜氏と立ち話、社長は出張。\n新しいタンクは来季までに欲しいと杜氏。\n米の仕入先から値上げの通知が来ているらしい。\n蔵の中は整っていた。\n輸出の事例集持参。\n見学者向けの売店の図面は設計事務所から来月出る。",
        "黒田杜氏",
        [
            ("黒田杜氏", "新しいタンクは来季までに欲しいと杜氏"),
            ("黒田杜氏", "米の仕入先から値上げの通知が来ているらしい"),
            ("", "見学者向けの売店の図面は設計事務所から来月出る"),
        ],
        [],
        [(SEEN, "蔵の中は整っていた")],
        {F.HANDED_OVER: ["輸出の事例集"]},
    ),
    "software": Talk(
        SOFTWARE,
        "Web 早瀬代表、津島部長\n代表：受託は減らす。自社製品に寄せる\n部長：採用は止めている\n当方：資本性ローンの仕組みを説明\n事業計画は当方フォーマットで12/10までに提出いただく\n既存行は慎重らしい\n面談後に部長から電話、「計画の件は代表にまだ言わないで」",
        "早瀬代表、津島管理部長",
        [
            ("早瀬代表", "受託は減らす"),
            ("早瀬代表", "自社製品に寄せる"),
            ("津島管理部長", "採用は止めている"),
            ("", "既存行は慎重らしい"),
            ("津島管理部長", "面談後に部長から電話、「計画の件は代表にまだ言わないで」"),
        ],
        [("client", "事業計画は当方フォーマットで12/10までに提出いただく", "2026-12-10")],
        [],
        {F.EXPLANATION: ["資本性ローンの仕組みを説明"], F.CONFIDENTIALITY: ["秘匿"]},
    ),
    "builder": Talk(
        BUILDER,
        "社長のみ（沖田部長は現場）\nつなぎの60百万は期日11/30、延長したい（社長）\n入金は1月末になる見込みとのこと。\n出来高調書は沖田部長が\n請負契約書の写し受領\n社長 疲れた様子\n延長は審査次第と説明、了承。\n稟議は明日上げる",
        "小笠原社長",
        [("小笠原社長", "つなぎの60百万は期日11/30、延長したい"), ("小笠原社長", "入金は1月末になる見込みとのこと")],
        [("client", "出来高調書", ""), ("bank", "稟議は明日上げる", "2026-11-25")],
        [(RECEIVED, "請負契約書の写し受領"), (SEEN, "疲れた様子")],
        {F.EXPLANATION: ["延長は審査次第と説明、了承"]},
    ),
    "a warehouse": Talk(
        HAULAGE,
        "社長、専務。倉庫の増築は再来年でいい（社長）。\n専務「土地の話は地主次第」\n修繕見積は12/11までに業者から。\n当方より金利改定の案内、社長は渋い顔。\n決算書3期分預かり。\n手形割引の枠、来週月曜に本部へ照会。",
        "権田社長、椎名専務",
        [
            ("権田社長", "倉庫の増築は再来年でいい"),
            ("椎名専務", "土地の話は地主次第"),
            ("", "修繕見積は12/11までに業者から"),
        ],
        [("bank", "手形割引の枠、来週月曜に本部へ照会", "2026-11-30")],
        [(SEEN, "社長は渋い顔"), (RECEIVED, "決算書3期分預かり")],
        {F.EXPLANATION: ["当方より金利改定の案内"]},
    ),
    "the shop manager alone": Talk(
        GROCER,
        "店長だけ。社長は組合の会議で不在。\n冷ケースの電気代が去年の1.3倍とこぼす。\n省エネ補助金のパンフ手渡し。\n来年度は改装を考えたいと店長。\n社長に話しておくとのこと。\n→社長アポ 12/3 15時",
        "飯沼店長",
        [
            ("", "冷ケースの電気代が去年の1.3倍とこぼす"),
            ("飯沼店長", "来年度は改装を考えたいと店長"),
            ("飯沼店長", "社長に話しておくとのこと"),
        ],
        [],
        [(SEEN, "社長は組合の会議で不在")],
        {F.HANDED_OVER: ["省エネ補助金のパンフ"], F.NEXT_STEP: ["社長アポ 12/3 15時"]},
    ),
    "a call to the printer": Talk(
        PRINTER,
        "江口部長に電話。\n賞与資金20百万は前年並みで申込予定（部長）\n試算表は月末に送るとのこと\n金利を下げるとは約束していない\n他行は0.3低いらしい\n申込書を12/2に持参する",
        "江口総務部長",
        [
            ("江口総務部長", "賞与資金20百万は前年並みで申込予定"),
            ("江口総務部長", "他行は0.3低いらしい"),
            ("江口総務部長", "試算表は月末に送るとのこと"),
        ],
        [("client", "試算表は月末に送るとのこと", "2026-11-30"), ("bank", "申込書を12/2に持参する", "2026-12-02")],
        [],
        {F.METHOD: ["電話"], F.EXPLANATION: ["金利を下げるとは約束していない"]},
    ),
    "in the field": Talk(
        FARM,
        "代表と圃場で面談。\n「トラクターはもう一年使う」\n隣の農家が離農、畑を借りないかと言われているとのこと\n農業近代化資金の資料を渡した\n借入希望額は聞けず\n代表は腰を痛そうにしていた",
        "古谷代表",
        [
            ("古谷代表", "トラクターはもう一年使う"),
            ("古谷代表", "隣の農家が離農、畑を借りないかと言われているとのこと"),
        ],
        [],
        [(SEEN, "代表は腰を痛そうにしていた")],
        {F.HANDED_OVER: ["農業近代化資金の資料"], F.OPEN_POINTS: ["借入希望額は聞けず"]},
    ),
    "the brewery again": Talk(
        BREWERY,
        "社長・杜氏\n社長「輸出は再来年」、杜氏は不満そう。\n瓶の単価は来月から8%上がる（社長談）\n保証協会の条件変更は当方で確認し12/9までに回答\nカタログもらった\n後継の話は触れず",
        "十文字社長、黒田杜氏",
        [("十文字社長", "輸出は再来年"), ("十文字社長", "瓶の単価は来月から8%上がる")],
        [("bank", "保証協会の条件変更は当方で確認し12/9までに回答", "2026-12-09")],
        [(SEEN, "杜氏は不満そう"), (RECEIVED, "カタログもらった")],
        {F.OPEN_POINTS: ["後継の話は触れず"]},
    ),
}


@pytest.mark.parametrize("talk", TRADES.values(), ids=TRADES.keys())
def test_a_memo_of_another_trade_is_read_as_it_was_meant(talk: Talk) -> None:
    reading = read_memo(talk.memo, talk.meeting)
    words = reading.of(F.CLIENT_WORDS)
    assert compose(a_memo(talk.memo), reading, talk.meeting)[F.ATTENDEES] == talk.met
    assert sorted((p.speaker, p.text) for p in words if p.note is None) == sorted(talk.said)
    assert [(str(p.owner), p.about + p.text, str(p.due or "")) for p in reading.of(F.PROMISES)] == talk.promises
    assert [(p.note, p.text) for p in words if p.note] == talk.notes
    for name, expected in talk.fields.items():
        assert [p.text for p in reading.of(name)] == expected
