"""Evening memos as bankers jot them down, and what must come out of each."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from tests.unit.drafting.recording.meetings import noted, promised, read, said, told

from bankrm.domain.memos import RecordField
from bankrm.drafting.recording.proposals import MOST_TO_CONFIRM, Doubt, Note

F = RecordField
SEEN, RECEIVED = Note.SEEN, Note.RECEIVED
PRESIDENT, ACCOUNTANT, SON = "篠崎社長", "赤座経理部長", "篠崎長男"


@dataclass(frozen=True)
class Evening:
    """One memo. `said` are (speaker, words, quoted), `promises` (owner, words, due); `notes` what was seen or received; `fields`
    what other fields hold."""

    memo: str
    said: list[tuple[str, str, bool]]
    promises: list[tuple[str, str, str]] = field(default_factory=list)
    fields: dict[RecordField, list[str]] = field(default_factory=dict)
    doubts: set[Doubt] = field(default_factory=set)
    notes: list[tuple[Note, str]] = field(default_factory=list)


EVENINGS = {
    "telegraphic, arrow and next time": Evening(
        "14時 とびうお製麺 社長・赤座部長同席\n社長「設備は来期でいい。急がない」とのこと。\n部長は補助金を気にしている。締切11/27と再度説明。\n→見積は来週金曜まで当方\n次回12/4 10時",
        [(PRESIDENT, "設備は来期でいい。急がない", True), (ACCOUNTANT, "部長は補助金を気にしている", False)],
        [("bank", "見積は来週金曜まで", "2026-12-04")],
        {F.ATTENDEES: [PRESIDENT, ACCOUNTANT], F.EXPLANATION: ["締切11/27と再度説明"], F.NEXT_STEP: ["12/4 10時"]},
    ),
    "one paragraph about one person": Evening(
        "社長と面談。製麺機の更新は今期中に1台と決めたとのこと。見積書の更新版は先方から12/1までに送付。返済シミュレーションを手交。金利の希望は聞けず。",
        [(PRESIDENT, "製麺機の更新は今期中に1台と決めたとのこと", False)],
        [("client", "見積書の更新版は先方から12/1までに送付", "2026-12-01")],
        {F.ATTENDEES: [PRESIDENT], F.HANDED_OVER: ["返済シミュレーション"], F.OPEN_POINTS: ["金利の希望は聞けず"]},
    ),
    "a call in one line": Evening(
        "TEL 赤座部長 賞与資金 今年は不要 社長了解済み",
        [(ACCOUNTANT, "賞与資金 今年は不要 社長了解済み", False)],
        [],
        {F.METHOD: ["電話"], F.ATTENDEES: [ACCOUNTANT]},
    ),
    "a bare surname, a rival bank with さん, promises of both sides": Evening(
        "赤座「社長はまだ迷ってます」。潮見さんは2.1%で出してきたらしい。\nこちらから補助金の締切を再度案内、事務局資料を渡した。\n宿題 当方:返済表(来週水曜) 先方:試算表10月分(今月中)",
        [(ACCOUNTANT, "社長はまだ迷ってます", True), ("", "潮見さんは2.1%で出してきたらしい", False)],
        [("bank", "返済表(来週水曜)", "2026-12-02"), ("client", "試算表10月分(今月中)", "2026-11")],
        {F.EXPLANATION: ["こちらから補助金の締切を再度案内", "事務局資料を渡した"], F.HANDED_OVER: ["事務局資料"]},
        {Doubt.SPEAKER},
    ),
    "headings of the form": Evening(
        "【目的】年末資金\n【当方説明】\n・信用保証協会付とプロパーの違い\n・保証料は別途\n【先方】\n社長：枠は3000万で足りる\n部長：年末の支払は12/25に集中する\n【次回】12/10 14:00 社長",
        [(PRESIDENT, "枠は3000万で足りる", False), (ACCOUNTANT, "年末の支払は12/25に集中する", False)],
        [],
        {
            F.PURPOSE: ["年末資金"],
            F.EXPLANATION: ["信用保証協会付とプロパーの違い", "保証料は別途"],
            F.NEXT_STEP: ["12/10 14:00 社長"],
        },
    ),
    "told in confidence, in 『』": Evening(
        "社長『潮見さんは2.4%だって。おたくも頑張ってよ』とのこと\n部長には内緒とのこと。",
        [(PRESIDENT, "潮見さんは2.4%だって。おたくも頑張ってよ", True), ("", "部長には内緒とのこと", False)],
        [],
        {F.CONFIDENTIALITY: ["秘匿"]},
        {Doubt.SILENCE, Doubt.SPEAKER},
    ),
    "they came to us, one was away": Evening(
        "来店。部長のみ。社長は出張で不在。\n決算書の写しを受領。年末の振込データの締切を案内。\n11/30までに申込書を出してもらう",
        [],
        [("client", "11/30までに申込書を出してもらう", "2026-11-30")],
        {
            F.METHOD: ["来店"],
            F.ATTENDEES: [ACCOUNTANT, ""],
            F.EXPLANATION: ["年末の振込データの締切を案内"],
        },
        notes=[(SEEN, "社長は出張で不在"), (RECEIVED, "決算書の写しを受領")],
    ),
    "an arrow from somebody to what they said": Evening(
        "社長、設備は急がない\n部長→補助金は前向き。ただ人手が足りず申請書を書く余裕がない",
        [
            (PRESIDENT, "設備は急がない", False),
            (ACCOUNTANT, "補助金は前向き", False),
            (ACCOUNTANT, "ただ人手が足りず申請書を書く余裕がない", False),
        ],
    ),
    "figures, a loan wished for, conditions taken home": Evening(
        "11/24 来店 赤座部長\n試算表(10月)受領。\n「年末は何とか回る」との由。ただし1月の納税資金1,500万は借りたい意向。\n条件は持ち帰り、11/30までに回答。",
        [
            (ACCOUNTANT, "年末は何とか回る", True),
            (ACCOUNTANT, "ただし1月の納税資金1,500万は借りたい意向", False),
        ],
        [("bank", "条件は持ち帰り、11/30までに回答", "2026-11-30")],
        {F.ATTENDEES: [ACCOUNTANT]},
        notes=[(RECEIVED, "試算表(10月)受領")],
    ),
    "they rang us": Evening(
        "社長より電話。見積書が届いたので見てほしいとのこと。明日メールで送っていただく。",
        [(PRESIDENT, "見積書が届いたので見てほしいとのこと", False)],
        [("client", "見積書を明日メールで送っていただく", "2026-11-25")],
        {F.METHOD: ["電話"], F.ATTENDEES: [PRESIDENT]},
    ),
    "online, bullets, our manager beside us": Evening(
        "オンライン面談 社長、部長 村瀬課長同行\n・設備投資の件、社長は「腹は決めた」とのこと。\n・部長から、据置は6か月ほしいとの要望\n・当方より審査がある旨、保証協会も選択肢になる旨説明\n・金利は次回提示する約束（12/3まで）\n・交付：ご融資のご案内\n未確認：自己資金の額、発注時期",
        [
            (PRESIDENT, "設備投資の件、社長は「腹は決めた」とのこと", False),
            (ACCOUNTANT, "部長から、据置は6か月ほしいとの要望", False),
        ],
        [("bank", "金利は次回提示する約束（12/3まで）", "2026-12-03")],
        {
            F.METHOD: ["Web"],
            F.BANK_PEOPLE: ["村瀬課長"],
            F.EXPLANATION: ["当方より審査がある旨、保証協会も選択肢になる旨説明"],
            F.HANDED_OVER: ["ご融資のご案内"],
            F.OPEN_POINTS: ["自己資金の額、発注時期"],
        },
        {Doubt.OWNER},
    ),
    "what was seen, and a change that is no arrow": Evening(
        "本日はお礼のみ。工場見学させてもらう。従業員は64名→61名に減った様子。社長は機嫌よく、次は来月5日に伺うことに。",
        [],
        [],
        {F.EXPLANATION: ["本日はお礼のみ", "工場見学させてもらう"], F.NEXT_STEP: ["来月5日に伺うことに"]},
        notes=[(SEEN, "従業員は64名→61名に減った様子"), (SEEN, "社長は機嫌よく")],
    ),
    "a time before a role is no name": Evening(
        "14時 社長・赤座部長同席\n15:30 部長「数字は月末に」",
        [(ACCOUNTANT, "数字は月末に", True)],
        [],
        {F.ATTENDEES: [PRESIDENT, ACCOUNTANT]},
    ),
    "two minds, two arrows": Evening(
        "社長は乗り気でない。部長は前向き。\n部長「社長には私から話します」\n→12/1部長に電話で結果確認(当方)\n→部長:見積の明細を今週中にFAX\n次回は社長・部長と12月上旬、日程は部長から連絡",
        [
            (PRESIDENT, "社長は乗り気でない", False),
            (ACCOUNTANT, "部長は前向き", False),
            (ACCOUNTANT, "社長には私から話します", True),
        ],
        [("bank", "12/1部長に電話で結果確認", "2026-12-01"), ("client", "見積の明細を今週中にFAX", "2026-11-27")],
        {F.NEXT_STEP: ["社長・部長と12月上旬、日程は部長から連絡"]},
    ),
    "an apology by telephone": Evening(
        "電話　社長\nシミュレーション遅れのお詫び。12/1に持参と伝える。\n「早くしてくれよ」と少し不機嫌",
        [(PRESIDENT, "早くしてくれよ", True), ("", "と少し不機嫌", False)],
        [("bank", "シミュレーションを12/1に持参と伝える", "2026-12-01")],
        {F.METHOD: ["電話"], F.EXPLANATION: ["シミュレーション遅れのお詫び", "12/1に持参と伝える"]},
        {Doubt.PROMISED_IN_WORDS},
    ),
    "the heir, and a guarantee that they want released": Evening(
        "先方は社長と長男さん。長男さんから「4月入社で話は進めています」。相続の話は出ず。\n保証人は外せないかと社長から相談。当行の考え方を説明（財務の改善と役員貸付の解消ができれば解除を検討）。",
        [(SON, "4月入社で話は進めています", True), (PRESIDENT, "保証人は外せないかと社長から相談", False)],
        [],
        {
            F.ATTENDEES: [PRESIDENT, SON],
            F.OPEN_POINTS: ["相続の話は出ず"],
            F.EXPLANATION: ["当行の考え方を説明（財務の改善と役員貸付の解消ができれば解除を検討）"],
        },
    ),
    "a promise within their own words": Evening(
        "部長「試算表は12月5日までに送ります」",
        [(ACCOUNTANT, "試算表は12月5日までに送ります", True)],
        [("client", "試算表は12月5日までに送ります", "2026-12-05")],
        {},
        {Doubt.PROMISED_IN_WORDS},
    ),
    "a colleague along, stars for homework": Evening(
        "11/20 15:30〜16:10 とびうお製麺様 訪問(次長同行)\n社長と専務が対応\n・専務「職人が2人抜けた。単価を上げないと来ない」\n・当座貸越の枠、年度末に向けて2,000万→3,000万に増やせないかと社長から打診\n・当方:試算表と工事台帳を見てから検討と回答。\n★試算表は月内に専務がメール\n★工事台帳は次回見せてもらう\n次回 12/8(火)14時 社長室",
        [
            ("専務", "職人が2人抜けた。単価を上げないと来ない", True),
            (PRESIDENT, "当座貸越の枠、年度末に向けて2,000万→3,000万に増やせないかと社長から打診", False),
        ],
        [("client", "試算表は月内に専務がメール", "2026-11"), ("client", "工事台帳は次回見せてもらう", "")],
        {
            F.METHOD: ["訪問"],
            F.BANK_PEOPLE: ["次長"],
            F.ATTENDEES: [PRESIDENT, "専務"],
            F.EXPLANATION: ["試算表と工事台帳を見てから検討と回答"],
            F.NEXT_STEP: ["12/8(火)14時 社長室"],
        },
        {Doubt.DUE},
    ),
    "an application at our counter, our own house to be asked": Evening(
        "融資申込の件。部長来店。\n必要書類(決算書3期、試算表、納税証明)預かり。印鑑証明は後日持参とのこと。\n期間6か月、一括返済希望。\n稟議は来週月曜に上げる。結果は12/2までに連絡すると伝えた。",
        [
            (ACCOUNTANT, "印鑑証明は後日持参とのこと", False),
            (ACCOUNTANT, "期間6か月、一括返済希望", False),
        ],
        [("bank", "稟議は来週月曜に上げる", "2026-11-30"), ("bank", "結果は12/2までに連絡すると伝えた", "2026-12-02")],
        {
            F.ATTENDEES: [ACCOUNTANT],
            F.METHOD: ["来店"],
            F.EXPLANATION: ["結果は12/2までに連絡すると伝えた"],
        },
        {Doubt.PROMISED_IN_WORDS},
        [(RECEIVED, "必要書類(決算書3期、試算表、納税証明)預かり")],
    ),
    "nothing in particular": Evening(
        "挨拶回り。特段の話なし。カレンダー2本お渡し。",
        [],
        [],
        {F.EXPLANATION: ["特段の話なし", "カレンダー2本お渡し"], F.HANDED_OVER: ["カレンダー2本"], F.OPEN_POINTS: []},
    ),
    "headings that the form does not know": Evening(
        "【面談】篠崎社長\n【内容】\n設備更新について\n→社長は7年返済、据置1年を希望\n→金利は2%を切らないと他行にすると\n【宿題】\n当行：金利条件を12/5までに提示\n先方：補助金の申請書控え\n【所感】\n社長はかなり潮見さんに傾いている印象。",
        [
            (PRESIDENT, "社長は7年返済、据置1年を希望", False),
            (PRESIDENT, "金利は2%を切らないと他行にすると", False),
        ],
        [("bank", "金利条件を12/5までに提示", "2026-12-05"), ("client", "補助金の申請書控え", "")],
        {F.ATTENDEES: [PRESIDENT]},
        {Doubt.DUE},
        [(SEEN, "社長はかなり潮見さんに傾いている印象")],
    ),
    "a promise kept, another made": Evening(
        "前回お約束の返済シミュレーションを持参、説明。\n部長は「思ったより重い」。社長はうなずくだけ。\n保証協会付の場合の保証料率について質問あり、次回までに調べて回答。\n他行(潮見)の提案書は見せてもらえず。",
        [
            (ACCOUNTANT, "思ったより重い", True),
            ("", "保証協会付の場合の保証料率について質問あり", False),
        ],
        [("bank", "保証協会付の場合の保証料率について、次回までに調べて回答", "")],
        {
            F.HANDED_OVER: ["返済シミュレーション"],
            F.EXPLANATION: ["前回お約束の返済シミュレーションを持参、説明"],
            F.OPEN_POINTS: ["他行(潮見)の提案書は見せてもらえず"],
        },
        {Doubt.DUE, Doubt.SPEAKER},
        [(SEEN, "社長はうなずくだけ")],
    ),
    "he was away, and is told of": Evening(
        "社長不在、部長と立ち話。\n社長は腰を痛めて休んでいるとのこと。\n年末のご挨拶カレンダーを渡す。息子さんが手伝い始めた。",
        [(ACCOUNTANT, "社長は腰を痛めて休んでいるとのこと", False), ("", "息子さんが手伝い始めた", False)],
        [],
        {F.HANDED_OVER: ["年末のご挨拶カレンダー"], F.EXPLANATION: ["年末のご挨拶カレンダーを渡す"]},
        {Doubt.FIELD},
        [(SEEN, "社長不在")],
    ),
    "one line of jottings": Evening(
        "電話受電 経理の赤座様 27日の振込データの締切時間の問合せ 前営業日15時と回答 以上",
        [(ACCOUNTANT, "27日の振込データの締切時間の問合せ", False)],
        [],
        {F.METHOD: ["電話"], F.ATTENDEES: [ACCOUNTANT], F.EXPLANATION: ["前営業日15時と回答 以上"]},
    ),
    "a condition accepted, a contract to sign": Evening(
        "訪問。当方から金利の見直し(＋0.2%)のお願いをした。社長は「他もそう言ってきてる。わかった」と了承\n変更契約は12/15までに当行が書類準備、先方押印",
        [(PRESIDENT, "他もそう言ってきてる。わかった", True), ("", "と了承", False)],
        [("bank", "変更契約は12/15までに当行が書類準備、先方押印", "2026-12-15")],
        {F.EXPLANATION: ["当方から金利の見直し(＋0.2%)のお願いをした"]},
    ),
    "long sentences, two people told of in one": Evening(
        "篠崎社長・赤座部長と面談（応接室、14時〜15時）。\n社長は「締切が近いのは分かっている。申請書は部長に任せた」とのことで、部長からは11/27に間に合わせるべく商工会議所と進めていると説明があった。\nシミュレーションの遅れについて改めてお詫び。社長からは「もういいよ、次からは早めに」と。\n金利については当方から提示せず。潮見は2.4%→2.2%に下げてきたと部長。\n→当行の条件は12/4までに提示する約束をした。\n→次回は12/4（金）10時、社長・部長。",
        [
            (PRESIDENT, "締切が近いのは分かっている。申請書は部長に任せた", True),
            (ACCOUNTANT, "部長からは11/27に間に合わせるべく商工会議所と進めていると説明があった", False),
            (PRESIDENT, "もういいよ、次からは早めに", True),
            (ACCOUNTANT, "潮見は2.4%→2.2%に下げてきたと部長", False),
        ],
        [("bank", "当行の条件は12/4までに提示する約束をした", "2026-12-04")],
        {
            F.EXPLANATION: ["シミュレーションの遅れについて改めてお詫び", "金利については当方から提示せず"],
            F.NEXT_STEP: ["12/4（金）10時、社長・部長"],
        },
    ),
    "a call for help, and a visit agreed": Evening(
        "本日16時、女将さんより入電。ボイラーがとうとう壊れたと。\n修理に300万、買替えなら1,200万とメーカーに言われている。\n→運転/設備の別と見積が必要と回答、明日13時に訪問することに。",
        [
            ("女将さん", "ボイラーがとうとう壊れたと", False),
            ("女将さん", "修理に300万、買替えなら1,200万とメーカーに言われている", False),
        ],
        [],
        {
            F.METHOD: ["電話"],
            F.EXPLANATION: ["運転/設備の別と見積が必要と回答"],
            F.NEXT_STEP: ["明日13時に訪問することに"],
        },
    ),
    "how matters stand, with arrows that promise nothing": Evening(
        "社長と面談\n① 設備 → 見送り(来期再検討)\n② 賞与資金 → 不要\n③ 後継者 → ご長男4月入社\n④ 次回 → 2月上旬",
        [
            ("", "設備 → 見送り(来期再検討)", False),
            ("", "賞与資金 → 不要", False),
            ("", "後継者 → ご長男4月入社", False),
        ],
        [],
        {F.NEXT_STEP: ["2月上旬"]},
        {Doubt.FIELD},
    ),
    "the succession, in confidence": Evening(
        "社長、部長同席で事業承継の件。秘匿でお願いしたい。\n当行からは本部の承継チームの帯同を提案、了解いただいた。候補日は12/9か12/11、部長から連絡。",
        [],
        [("client", "候補日は12/9か12/11、部長から連絡", "2026-12-09")],
        {
            F.ATTENDEES: [PRESIDENT, ACCOUNTANT],
            F.CONFIDENTIALITY: ["秘匿"],
            F.EXPLANATION: ["当行からは本部の承継チームの帯同を提案、了解いただいた"],
        },
        {Doubt.CONFIDENTIAL},
    ),
    "a quotation within a quotation, firms with さん": Evening(
        "社長「『うちは銀行に頼らない』が先代の口癖でね」と笑う。\n仕入先さんは値上げを言ってきたとのこと。",
        [
            (PRESIDENT, "『うちは銀行に頼らない』が先代の口癖でね", True),
            ("", "仕入先さんは値上げを言ってきたとのこと", False),
        ],
        doubts={Doubt.SPEAKER},
    ),
    "an approach that nobody may know of": Evening(
        "部長から相談。「社長にはまだ言うなよ」と前置きのうえ、東京の会社からM&Aの話が来ているとのこと。社長には絶対に内緒。\n部長の本音：売る気はない。\n当方：守秘を約束。\n→次回12/9 19時 駅前の喫茶店で部長と二人で",
        [
            (ACCOUNTANT, "社長にはまだ言うなよ", True),
            ("", "と前置きのうえ", False),
            (ACCOUNTANT, "東京の会社からM&Aの話が来ているとのこと", False),
            (ACCOUNTANT, "社長には絶対に内緒", False),
            (ACCOUNTANT, "部長の本音：売る気はない", False),
        ],
        [],
        {
            F.CONFIDENTIALITY: ["秘匿"],
            F.EXPLANATION: ["守秘を約束"],
            F.NEXT_STEP: ["12/9 19時 駅前の喫茶店で部長と二人で"],
        },
        {Doubt.CONFIDENTIAL},
    ),
    "papers received, tax left to those who may advise": Evening(
        "10時 支店にて 社長来店\n①でんさい申込書受領\n②相続税の納税資金について質問→税理士に確認いただくようお願い\n③確認し17:00に折返し、差替えをメール済み。\n④8月の試算表もらう",
        [],
        [],
        {
            F.METHOD: ["来店"],
            F.ATTENDEES: [PRESIDENT],
            F.EXPLANATION: [
                "相続税の納税資金について質問",
                "税理士に確認いただくようお願い",
                "確認し17:00に折返し、差替えをメール済み",
            ],
        },
        notes=[(RECEIVED, "でんさい申込書受領"), (RECEIVED, "8月の試算表もらう")],
    ),
    "two deeds in one sentence": Evening(
        "返済表を社長に手交、決算書の写しは12/1まで先方",
        [],
        [("client", "決算書の写しは12/1まで", "2026-12-01")],
        {F.HANDED_OVER: ["返済表"], F.EXPLANATION: ["返済表を社長に手交"]},
    ),
}


@pytest.mark.parametrize("evening", EVENINGS.values(), ids=EVENINGS.keys())
def test_an_evening_memo_is_read_as_it_was_meant(evening: Evening) -> None:
    assert said(evening.memo) == evening.said
    assert noted(evening.memo) == evening.notes
    assert promised(evening.memo) == evening.promises
    for name, expected in evening.fields.items():
        assert told(evening.memo, name) == expected
    doubts = {doubt for piece in read(evening.memo).to_confirm for doubt in piece.doubts}
    assert doubts == evening.doubts


@pytest.mark.parametrize("evening", EVENINGS.values(), ids=EVENINGS.keys())
def test_every_piece_is_words_of_the_memo_at_its_span(evening: Evening) -> None:
    for piece in read(evening.memo).pieces:
        start, end = piece.span
        assert 0 <= start < end <= len(evening.memo)
        if piece.field not in (F.METHOD, F.ATTENDEES, F.CONFIDENTIALITY):
            assert piece.text in evening.memo[start:end]


def test_a_memo_of_many_loose_sentences_asks_for_seven_of_them_at_most() -> None:
    memo = "。".join(f"売上の{n}番目の柱は伸びている" for n in range(12))
    reading = read(memo)
    assert len(reading.pieces) == 12
    assert len(reading.to_confirm) == MOST_TO_CONFIRM


def test_what_weighs_most_is_asked_first() -> None:
    first, *_ = read("売上は伸びている。\n新しい釜は順調。\nこの話は内密に。").to_confirm
    assert Doubt.SILENCE in first.doubts


@pytest.mark.parametrize(
    "memo", ["", "   \n　\n", "→→→", "「", "」「", "社長：", "・\n・\n", "【次回】", "\r\n\r\n社長「\r\n"]
)
def test_what_says_nothing_yet_proposes_nothing_and_breaks_nothing(memo: str) -> None:
    assert all(piece.span[1] <= len(memo) for piece in read(memo).pieces)
