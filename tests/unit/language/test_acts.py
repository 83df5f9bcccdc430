"""What a sentence does in a talk, in the words of clients and bankers."""

from __future__ import annotations

from pathlib import Path

import pytest

from bankrm.language.acts import Act, act_of

_PLAIN = (Path(__file__).parents[2] / "fixtures" / "acts" / "plain.tsv").read_text(encoding="utf-8").splitlines()
"""Sentences as one says them, by what they do; of the first 60, 40 were read right at first sight, of the last 24, after that, 19."""


@pytest.mark.parametrize(("act", "said"), [row.split("\t") for row in _PLAIN])
def test_plain_sentences_are_read_as_what_they_do(act: str, said: str) -> None:
    assert act_of(said) == act


@pytest.mark.parametrize(
    "said",
    [
        "金利はいつ決まりますか。",
        "結局いくらまで出せるのかを聞いているんです。",
        "保証料はどのくらいかかるんでしょうか",
        "担保には何が要りますか?",
        "審査は誰が決めるの?",
        "須藤さんに頼んだ源泉ポンプの話はどうなっていますか。",
        "融資の返事はいつから待てばよいですか",
        "変動と固定はどちらが得ですかね",
        "どなたがそう言ったのですか",
    ],
)
def test_what_is_not_known_is_asked_with_an_open_word(said: str) -> None:
    assert act_of(said) is Act.QUESTION


@pytest.mark.parametrize(
    "said",
    [
        "支店の統合は本当ですか。",
        "次は24日の14時でお間違いないですね。",
        "手続きは来週でいいですか",
        "据置は6か月でしたっけ?",
        "繰上返済の手数料はかからないということでしょうか。",
        "駐車場が工事中なら裏に停めてよいか。",
        "保証人は私だけでいいんですよね?",
    ],
)
def test_what_is_believed_is_made_sure_of(said: str) -> None:
    assert act_of(said) is Act.CONFIRMATION


@pytest.mark.parametrize(
    "said",
    [
        "来週までに見積をいただけますか。",
        "図面を見せてくれる?",
        "5時までに電話くれる?",
        "どうぞ遠慮しないでください。",
        "引継ぎの手続きの一覧は、保留でもいただけますか。",
        "返済を延ばしてもらえませんかね",
        "もう少し金利を下げられませんか",
        "試算表を送ってください。",
        "無担保で使える制度はありますか。",
        "設備を入れ替えたいのですが、年内に間に合いますか?",
        "保証協会なしで借りたい。",
        "期間は長めのほうが助かるかな",
        "資料をお願いします。",
    ],
)
def test_a_question_that_wants_something_is_a_request(said: str) -> None:
    assert act_of(said) is Act.REQUEST


@pytest.mark.parametrize(
    "said",
    [
        "来週中に見積書を送ります。",
        "月末までに試算表を出すから。",
        "税理士に確認しておきます",
        "改めてご連絡いたします。",
        "当方で資料を用意しておく。",
        "見積は工務店から送らせます。",
        "紅葉の前に女将と話をつける。",
    ],
)
def test_the_speakers_own_coming_deed_is_a_promise(said: str) -> None:
    assert act_of(said) is Act.PROMISE


@pytest.mark.parametrize(
    "said",
    [
        "今回は見送ります。",
        "せっかくですが、今年は遠慮させてください。",
        "今回は見合わせさせてください。",
        "それは勘弁してください。",
        "名義を変えるのはちょっと…。",
        "借りる必要はありません。",
        "その条件では受けられない。",
        "保険の話は結構です。",
        "お断りします。",
        "経営者保証には応じられません。",
    ],
)
def test_a_no_is_a_refusal(said: str) -> None:
    assert act_of(said) is Act.REFUSAL


@pytest.mark.parametrize(
    "said",
    [
        "売上は前年並みだった。",
        "5,000万円くらいでしょうか。",
        "来期のほうが無難かもしれない。",
        "社長がどう考えているか分からない。",
        "材料費が上がって苦しい。",
        "リフトの見積は先週送った。",
        "断ったことはない。",
        "ああ、そうですか。",
        "改装を女将に切り出して大げんか。",
        "連絡帳で、園長先生たちの評判がいい。",
        "法人にするなら両方に話を聞こうと思いまして。",
        "三ツ鐘銀行さんが無担保でと提示してくださいました。",
        "",
    ],
)
def test_the_rest_is_stated(said: str) -> None:
    assert act_of(said) is Act.STATEMENT


def test_of_several_sentences_the_last_that_does_more_than_state_counts() -> None:
    assert act_of("見積を見た。金利は何%ですか。固定がいいと聞いた。") is Act.QUESTION
