"""Who says, gives and tells what to whom, and in which order: told otherwise than the record has it, a statement does not stand."""

from __future__ import annotations

import pytest
from tests.pairs import found

from bankrm.domain.drafts import Verdict
from bankrm.drafting.grounding.evidence import CheckedEvidence, Piece
from bankrm.drafting.grounding.turns import turns_of

TALK = "2026-05-12 訪問 昼休みに面談。\n社長: 乾燥機は来年で保守が切れる。\n専務: 入れ替えると八千万円。今の受注では重い。\n当方: リースとの違いを説明。"
MAIL = "2026-08-19 メール 浜口CFO→当方「7月の試算表をお送りします。資金繰り表は来週です」"
HANDED = "2026-08-07 訪問 桐谷専務と面談、社長は不在。返済試算2通りを専務に手交。"
TAKEN = "2026-06-05 社長の奥様(経理)から決算書3期分をお預かりした。"
OWED = "2026-07-14 約束: 先方は受注一覧を7月末までに送付、当方は保証の要件を整理して8月4日までに回答。"
CALL = "2026-04-30 電話、総務の桑名部長より。許可の更新は行政書士に頼んだとのこと。"


def test_a_record_is_cut_where_another_takes_the_word() -> None:
    piece = Piece(CheckedEvidence("E1", TALK))
    held = [
        (piece.body[turn.start : turn.end], [holder.side.value for holder in turn.holders]) for turn in turns_of(piece)
    ]
    assert held[1:] == [
        (" 乾燥機は来年で保守が切れる。", ["client"]),
        (" 入れ替えると八千万円。今の受注では重い。", ["client"]),
        (" リースとの違いを説明。", ["bank"]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sound", "false", "code", "evidence"),
    [
        ("社長は、乾燥機の保守が来年で切れると話した。", "専務は、乾燥機の保守が来年で切れると話した。", "speaker_differs", TALK),
        ("専務は、今の受注では入れ替えが重いと話した。", "社長は、今の受注では入れ替えが重いと話した。", "speaker_differs", TALK),
        ("当方から、リースとの違いを説明した。", "専務が、リースとの違いを当方に説明した。", "passing_differs", TALK),
        ("浜口CFOから、7月の試算表をメールで受け取った。", "浜口CFOに、7月の試算表をメールで送った。", "passing_differs", MAIL),
        ("返済試算2通りは専務に手渡した。", "返済試算2通りは社長に手渡した。", "passing_differs", HANDED),
        ("社長の奥様から決算書3期分を預かった。", "社長の奥様に決算書3期分を返した。", "passing_differs", TAKEN),
        ("受注一覧は先方が7月末までに送る約束。", "受注一覧は当方が7月末までに送る約束。", "passing_differs", OWED),
        ("保証の要件は当方が8月4日までに回答する。", "保証の要件は先方が8月4日までに回答する。", "passing_differs", OWED),
        ("桑名部長から、許可の更新を行政書士に頼んだと連絡があった。", "許可の更新を行政書士に頼むよう、当方から桑名部長に電話で連絡した。", "passing_differs", CALL),
    ],
)  # fmt: skip
def test_the_same_words_of_another_person_or_the_other_way_round_are_caught(
    sound: str, false: str, code: str, evidence: str
) -> None:
    assert found(sound, evidence) == {Verdict.SUPPORTED.value}
    assert code in found(false, evidence)


TWO = "2026-09-03 訪問 常務と工場長。常務「梱包を外注に出したい」。工場長「うちの人数で回せる」。"
PHONED = "2026-10-08 電話 理事長夫人(経理)。送迎車は買い取った。保険は夫人の名義。"
VISITED = "令和8年9月9日 榎並専務来店。乾燥機の見積を持参。当方より見積の前提が甘いのではと指摘。"
THREE = "2026-09-16 訪問 葛西社長、室井総務部長\n当方: 期間8年、無担保で承認となったと報告。\n社長: 「助かる」"
WIFE = "2026-04-14 訪問 葛西常務(社長の妻): 郊外店を畳みたいと主人は言うが、店長は続けたがっている。"
OWN_HEIR = (
    "2026-06-02 訪問 専務(長男、41歳)同席。\n社長: いずれは長男に譲りたい。\n専務: 「まだ引き受けるとは言っていません」"
)


@pytest.mark.parametrize(
    ("sound", "false", "code", "evidence"),
    [
        ("梱包を外注に出したい、と常務が話した(9/3)。", "梱包を外注に出したい、と工場長が話した(9/3)。", "speaker_differs", TWO),
        ("送迎車は買い取った、と理事長夫人から電話があった(10/8)。", "送迎車は買い取った、と理事長から電話があった(10/8)。", "speaker_differs", PHONED),
        ("見積の前提が甘いのではと当方が指摘した。", "見積の前提が甘いのでは、と榎並専務が指摘した。", "speaker_differs", VISITED),
        ("承認の条件は、当方から葛西社長に報告した。", "承認の条件は、当方から葛西会長に報告した。", "passing_differs", THREE),
        ("郊外店を畳みたいのは社長の意向で、店長は続けたいと常務は話す(4/14)。", "郊外店を畳みたいのは店長の意向だと工場長が話した。", "speaker_differs", WIFE),
        ("社長はいずれ長男に譲りたい意向だが、長男本人は「まだ引き受けるとは言っていません」としている。", "社長は「まだ引き受けるとは言っていません」としている。", "speaker_differs", OWN_HEIR),
        ("常務は梱包の外注を望み、工場長は今の人数で回せるとみている。", "常務と工場長は、梱包を外注に出したい考えである。", "voices_joined", TWO),
    ],
)  # fmt: skip
def test_who_has_the_word_is_read_as_records_are_written(sound: str, false: str, code: str, evidence: str) -> None:
    assert found(sound, evidence) == {Verdict.SUPPORTED.value}
    assert code in found(false, evidence)


def test_whose_family_somebody_is_tells_them_apart() -> None:
    told = "2026-09-09 訪問 佐伯経理部長: 社長のご長男が来春入社します。"
    assert found("社長の長男が来春入社する(佐伯経理部長、9/9)。", told) == {"supported"}
    assert "roles_swapped" in found("経理部長の長男が来春入社する(佐伯経理部長、9/9)。", told)


def test_people_of_one_surname_are_told_apart_by_their_posts() -> None:
    record = "2026-06-11 訪問 浪越専務: 干物の通販を始めたいが、人が見つからない。"
    assert found("干物の通販を始めたい(浪越専務、6/11)。", record) == {"supported"}
    assert found("干物の通販を始めたい(浪越社長、6/11)。", record) == {"speaker_differs"}


def test_two_people_are_of_one_mind_only_where_a_record_says_so() -> None:
    record = "2026-05-27 訪問\n常務: 工場は建て直したい。\n社長: まだ考えていない。"
    assert "voices_joined" in found("社長と常務は、工場を建て直す考えで一致している。", record)


RECEIVED = "2026-07-15 訪問 仁科理事より決算書を受領。"
SIGNED = "2026-09-24 訪問 極度枠の更新契約を締結。"


@pytest.mark.parametrize(
    ("sound", "false"),
    [
        ("決算書を受け取った後、極度枠の更新契約を締結した。", "極度枠の更新契約を締結した後、決算書を受け取った。"),
        ("極度枠の更新契約を結んだのは、決算書を受け取った後である。", "決算書を受け取ったのは、極度枠の更新契約を結んだ後である。"),
    ],
)  # fmt: skip
def test_events_stand_in_the_order_of_their_records(sound: str, false: str) -> None:
    assert found(sound, RECEIVED, SIGNED) == {"supported"}
    assert "order_differs" in found(false, RECEIVED, SIGNED)


def test_quotes_parted_by_a_comma_are_of_two_people() -> None:
    talk = "2026-06-20 訪問: 専務「ぜひお願いしたい」、社長「もう少し考えたい」"
    assert found("専務は「ぜひお願いしたい」と話した。", talk) == {"supported"}
    assert "speaker_differs" in found("社長は「ぜひお願いしたい」と話した。", talk)


def test_what_was_given_was_not_received() -> None:
    talk = "2026-06-20 訪問 田中社長: 試算の資料は御行からもらった。"
    assert "passing_differs" in found("社長から試算の資料をもらった。", talk)


def test_names_alone_say_nothing_that_can_be_checked() -> None:
    assert found("社長", "2026-06-20 訪問 田中社長: 専務が来店した。") == {"not_checkable"}


ASKED = "2026-05-12 来店 都築社長・専務。当方の説明: 借地の承諾書が要ることを説明。経営者保証は外せるかを社長から尋ねられ、本部と相談のうえ6/12までに返答すると約した。"
PHONED_HIM = (
    "2026-07-08 仲町係長に電話。手形貸付は期日9/30で取り組める旨を回答。「足りない分は貸越で回します」とのこと。"
)
MAILED = "2026-04-09 見積の写しをメールで大友さんへ送付(専務はCC)。"
HEADED = "2026-03-24 訪問メモ\n面談: 都築専務、経理の志波さん\n・専務から当方へ依頼: 収支の型をもらえないか。\n・当方: 4/10までに収支計画のひな形を送ると回答。"
GIVEN = "2026-09-09 訪問 返済予定2案を丹羽部長に手交。社長は東京出張で不在。"
BROUGHT = "2026-04-27 訪問 試算表を小坂さんより受領。社長は配車のため面談できず。"
DUE = "2026-04-30 電話 事務長より\n・リース会社の解約見積は連休明けに取る。\n当方→ 見積が届いたら1週間で返事する。"
OFFER = "2026-05-08 訪問 古内社長、拓専務。当方から、設備資金は公庫との協調も考えられると説明。社長「借金はもう増やしたくない」"


@pytest.mark.parametrize(
    ("sound", "false", "evidence"),
    [
        ("経営者保証の件は、当行が6月12日までに返事をする約束となった。", "経営者保証の件は、社長が6月12日までに当行に返事をする約束となった。", ASKED),
        ("仲町係長は「足りない分は貸越で回します」との返事だった(7/8)。", "当方は「足りない分は貸越で回します」と仲町係長に答えた(7/8)。", PHONED_HIM),
        ("見積の写しは大友さんにメールし、専務にも写しで送っている(4/9)。", "見積の写しは専務から当方へメールで送られてきた(4/9)。", MAILED),
        ("収支の型は、専務のほうから当方に求めてきたもの(3/24)。", "収支の型は、当方から専務に求めたもの(3/24)。", HEADED),
        ("返済予定2案の受取り手は丹羽部長で、社長は不在だった(9/9)。", "返済予定2案は社長に手渡した(9/9)。", GIVEN),
        ("試算表は小坂さんから受け取った(4/27)。", "試算表は小坂さんに渡した(4/27)。", BROUGHT),
        ("見積が届いてから1週間で当方が返事をすることにした(4/30)。", "見積が届いてから1週間で先方が返事をすることにした(4/30)。", DUE),
        ("公庫との協調も考えられると話したのは当方である。社長は借金をもう増やしたくないと答えた(5/8)。", "公庫との協調もあると社長は話した(5/8)。", OFFER),
    ],
)  # fmt: skip
def test_answers_quotes_copies_and_arrivals_are_read_as_records_tell_them(
    sound: str, false: str, evidence: str
) -> None:
    assert found(sound, evidence) == {Verdict.SUPPORTED.value}
    assert found(false, evidence) != {Verdict.SUPPORTED.value}


TO_HIM = "2026-05-20 メール 当方→都築常務\n補助金の公募要領と採択一覧を送付。"
CALLED = "2026-11-19 電話 当方→檜垣社長 手形貸付は5,000万円に減額して継続できると回答。"
OURS = "2026-05-22 訪問 当方の説明: 手形貸付は契約書の写しと工程表をいただいてから稟議すること、実行まで10日かかることを水無月課長に説明。"
HIS_CALL = "2026-09-18 電話 院長。土地は他に決まったとのこと。"
LISTED = "2026-06-25 電話 仲町経理係長\n(1) 生葉代の支払は7/10。\n(2) 受注残の一覧を7/1までに作って持参します。"
GUARANTOR = "2026-04-15 電話 五十畑社長へ。別枠は使えると保証協会から回答を得た旨を報告。"


@pytest.mark.parametrize(
    ("sound", "false", "evidence"),
    [
        ("公募要領と採択一覧は都築常務へメールした(5/20)。", "公募要領と採択一覧は都築社長へメールした(5/20)。", TO_HIM),
        ("手形貸付を減額して継続できることは、檜垣社長へ電話で答えた。", "手形貸付を減額して継続できることは、土屋課長へ電話で答えた。", CALLED),
        ("設備資金は公庫との協調も考えられると話したのは当方である。", "設備資金は公庫との協調も考えられると話したのは社長である。", OFFER),
        ("契約書の写しと工程表をもらってから稟議すると水無月課長に説明した。", "契約書の写しと工程表が要るかと、水無月課長から照会があった。", OURS),
        ("土地が他に決まったことは、院長から電話で知らされた。", "土地が他に決まったことは、夫人から電話で知らされた。", HIS_CALL),
        ("受注残の一覧は、係長が7月1日までに作って持ってくる(6/25)。", "受注残の一覧は、当方が7月1日までに用意して持っていく(6/25)。", LISTED),
        ("別枠は使えるとの保証協会の回答を、五十畑社長に電話で報告した。", "別枠は使えるとの保証協会の回答を、五十畑社長から電話で知らされた。", GUARANTOR),
    ],
)  # fmt: skip
def test_whom_we_wrote_to_called_and_told_is_read_from_the_first_line(sound: str, false: str, evidence: str) -> None:
    assert found(sound, evidence) == {Verdict.SUPPORTED.value}
    assert found(false, evidence) != {Verdict.SUPPORTED.value}
