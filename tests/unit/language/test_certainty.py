"""意向の段階 as bank talk shows it, in several industries."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bankrm.language.certainty import Certainty, certainty_cues, certainty_of

SAID = {
    Certainty.DONE: (
        "厨房の換気設備は8月に交換を済ませました。",
        "新しい冷蔵庫は導入済。",
        "先月、配送車を2台入れ替えた",
        "見積書は8月20日に送付しました。",
        "旧工場の土地は売却した",
        "融資は9月末に完済した。",
        "パンフレットを手渡し、内容を説明した。",
        "取引先と新しい契約を結んだ",
        "返済表を持参し手交。",
    ),
    Certainty.DECIDED: (
        "工場の増築を決めた。",
        "取締役会で来期の設備投資を決定。",
        "後継者は長女に決まった",
        "太陽光は自己資金でやることにした。",
        "会長が廃業を決断した。",
        "メインバンクを変えることにしましたとのこと。",
    ),
    Certainty.AGREED: (
        "保証協会付で進めることに社長も合意した。",
        "金利の条件は内諾を得た",
        "期間7年で了承いただいた。",
        "担保の差入れについて同意を得た。",
        "双方で合意に至った",
        "その内容で進めてよいと理事長。",
    ),
    Certainty.PLANNED: (
        "来年4月に新店を開く予定。",
        "年内に更新するつもり",
        "来月から2班体制で動くことになった。",
        "試算表を10月末までに送付",
        "次女が来年4月に入社する。",
        "夏には退任するつもりだと言う",
    ),
    Certainty.CONSIDERING: (
        "冷凍庫の更新を検討している。",
        "ベトナム進出を検討したい",
        "助成金は前向きに考えたい",
        "2社の見積で迷っている",
        "事業譲渡も視野に入れている",
        "見送りも検討している",
        "リースでもいいかもしれないと",
        "後継ぎがおらず、会社を売ることも考えている。",
    ),
    Certainty.WISHED: (
        "もう少し金利を下げてほしい。",
        "5月の実行を希望",
        "いずれは直販に力を入れたいと考えている。",
        "保証人を外してほしいと強く言われた",
        "条件を検討してほしいと言われた",
        "据置を1年つけていただきたい",
        "息子に継がせたい意向",
    ),
    Certainty.ON_HOLD: (
        "建て替えは補助の枠が決まってから考える",
        "その件は保留にしたい。",
        "しばらく様子を見る",
        "導入したいが、まだ決められない",
        "助成金の結果を見てから判断する",
        "時期は未定",
        "当面は今の倉庫で回す",
        "年明けまで延期する",
        "息子と相談してから返事する",
        "親会社の方針が固まるまで待つ",
    ),
    Certainty.DECLINED: (
        "今回は見送る。",
        "海外展開は断念した",
        "保険の話は今回は結構です",
        "新規の借入は考えていない",
        "社債の発行予定はない",
        "増資はしない方針",
        "その計画は白紙に戻した",
        "見送ることにした",
        "保証協会は使いたくない",
    ),
    Certainty.NONE: (
        "受注が先まで読めない",
        "売上は前期比で5%減った",
        "銀行の担当者がよく替わる",
        "原材料が上がって利益が薄い",
        "金額が決まれば連絡する",
    ),
}


@pytest.mark.parametrize(
    ("sentence", "certainty"), [(sentence, c) for c, sentences in SAID.items() for sentence in sentences]
)
def test_a_sentence_is_read_at_its_degree(sentence: str, certainty: Certainty) -> None:
    assert certainty_of(sentence) is certainty


def test_the_last_clause_outweighs_what_was_said_before() -> None:
    assert certainty_of("当初は秋に移る予定だったが、資材高で見送った。") is Certainty.DECLINED


def test_reporting_what_somebody_said_is_no_deed() -> None:
    assert certainty_of("人を増やしたいと話した。") is Certainty.WISHED


def test_a_condition_is_no_decision() -> None:
    assert certainty_of("社長が了承すれば") is Certainty.NONE


def test_of_several_sentences_the_last_with_a_cue_counts() -> None:
    assert certainty_of("借換を検討している。天気の話。") is Certainty.CONSIDERING


def test_full_width_letters_do_not_hide_a_cue() -> None:
    cues = certainty_cues("Ｍ＆Ａは検討中です")
    assert [cue.certainty for cue in cues] == [Certainty.CONSIDERING]


@given(st.text(max_size=60))
def test_any_text_has_a_degree_and_cues_lie_within_it(text: str) -> None:
    assert certainty_of(text) in Certainty
    assert all(0 <= cue.start < cue.end <= len(text) for cue in certainty_cues(text))


@pytest.mark.parametrize(
    "sentence",
    [
        "桟橋の見込みが立つまでは",
        "「次の船長が決まるまでは…」",
        "来月持ってくると言ったのに",
        "春には直す、と約束していたのに。",
        "年内の着工は難しい。",
        "乗組員の予定が組めない",
        "新造船の検討は難しいとのこと",
        "燃料の目途はまだ立っていない",
    ],
)
def test_what_breaks_off_was_said_in_vain_or_is_merely_hard_commits_nobody(sentence: str) -> None:
    assert certainty_of(sentence) is Certainty.NONE


@pytest.mark.parametrize(
    ("sentence", "certainty"),
    [
        ("新造船はいったん止めたい、船長が決まるまでは。", Certainty.ON_HOLD),
        ("船長が決まるまでは検討中", Certainty.CONSIDERING),
        ("借りたいが、年内は難しい", Certainty.WISHED),
        ("船を替える計画だが着工は難しい", Certainty.PLANNED),
        ("導入は難しいが検討したい", Certainty.CONSIDERING),
        ("見積書の提出は月末までに行う", Certainty.PLANNED),
        ("燃料の目途が立った", Certainty.PLANNED),
    ],
)
def test_what_stands_beside_such_a_tail_keeps_its_degree(sentence: str, certainty: Certainty) -> None:
    assert certainty_of(sentence) is certainty


@pytest.mark.parametrize(
    "sentence",
    [
        "漁協には断りを入れる",
        "他行さんには、もうお断りの電話を入れました",
        "先方には断りの返事を出した",
        "運転資金はもう要らない。",
        "保険はもういりません",
    ],
)  # fmt: skip
def test_a_refusal_is_one_however_it_is_made(sentence: str) -> None:
    assert certainty_of(sentence) is Certainty.DECLINED


@pytest.mark.parametrize(
    "sentence",
    ["もういらない網が倉庫に多い", "保険はもう要らないか尋ねた", "客に断りの電話をかけるのがつらい", "面接で断られた"],
)
def test_talk_of_refusing_is_no_refusal(sentence: str) -> None:
    assert certainty_of(sentence) is not Certainty.DECLINED


@pytest.mark.parametrize(
    ("sentence", "certainty"),
    [
        ("秋までに決めたい", Certainty.WISHED),
        ("場所はそちらで決めていただきたい", Certainty.WISHED),
        ("場所は組合が決めてくれた", Certainty.DECIDED),
        ("腹をくくった", Certainty.DECIDED),
        ("腹をくくるしかない", Certainty.NONE),
        ("続けるかやめるかは、入札が終わったら決める", Certainty.ON_HOLD),
        ("朝市はやめる", Certainty.DECLINED),
    ],
)
def test_a_decision_to_come_or_asked_for_is_none(sentence: str, certainty: Certainty) -> None:
    assert certainty_of(sentence) is certainty


@pytest.mark.parametrize(
    "sentence",
    [
        "「漁協ごと引き受けてくれないかという話が来た」",
        "「隣町の問屋から、倉庫を貸してくれんかと話が来ている」",
        "「元請けに、早く船を替えてほしいと言われた」",
        "荷主から運賃を下げてほしいと頼まれた",
        "「秋までに返事をくれと言われています」",
        "断った荷が3件ある",
        "お断りした客先はありません",
    ],
)
def test_what_others_ask_and_what_was_refused_in_passing_commits_nobody(sentence: str) -> None:
    assert certainty_of(sentence) is Certainty.NONE


@pytest.mark.parametrize(
    ("sentence", "certainty"),
    [
        ("「譲ってほしいという打診があったが、断った」", Certainty.DECLINED),
        ("「早く替えろと言われているので、秋に入れる予定だ」", Certainty.PLANNED),
        ("運賃表を作ってほしいとの要望があった", Certainty.WISHED),
        ("「船を替えたいが、乗り手がいないのに船だけ新しくしてもな」", Certainty.ON_HOLD),
        ("「船を替えたいが、置く桟橋がない」", Certainty.ON_HOLD),
        ("「船は急がんでいい」", Certainty.ON_HOLD),
        ("「船を替えたいが、金利が上がる前に決める予定だ」", Certainty.PLANNED),
        ("「船を替えたいが、どの造船所がよいですか」", Certainty.WISHED),
    ],
)
def test_what_the_speaker_says_of_it_in_the_last_clause_counts(sentence: str, certainty: Certainty) -> None:
    assert certainty_of(sentence) is certainty


def test_where_somebody_is_for_the_time_being_is_no_intention() -> None:
    assert certainty_of("「まだ28なので当分は現場」") is Certainty.NONE
    assert certainty_of("「当分は今の機械でいく」") is Certainty.ON_HOLD
