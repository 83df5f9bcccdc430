"""機微情報 is what tells of a person; a clinic's theatre, an insurer's product and patients as customers are business."""

from __future__ import annotations

import pytest

from bankrm.language.sensitive import is_sensitive, sensitive_words

_HEALTH = (
    "社長は糖尿病で食事に気をつけている",
    "専務が脳梗塞で倒れた",
    "奥様の認知症が進んだ",
    "うつ病で休職中と聞いた",
    "余命半年と告げられたそうです",
    "次男は障害者手帳を持っている",
)
_OTHER = (
    "創価学会の会員だそうだ",
    "共産党を支持していると話した",
    "工場長は労働組合の委員長",
    "前科があるとの噂",
    "脱税で逮捕された",
    "執行猶予中の身と聞く",
    "在日韓国人の家系と話された",
    "昨年帰化した",
)
_BUSINESS = (
    "認知症対応のグループホームを建てたい",
    "三大疾病保障の団信を案内",
    "農業組合員向けの資材",
    "信用組合との取引を増やす",
    "外国籍人材の採用を始めた",
    "宗教法人の口座を開設",
    "病気に強い苗を仕入れる",
    "障害者雇用率を満たした",
    "健康保険組合員の割引",
    "多国籍料理の店を出す",
)


@pytest.mark.parametrize(
    "text",
    [*_HEALTH, *_OTHER, "実は春から通院していまして、年明けに手術を受けます", "社長夫人の胃がん手術のお見舞い", "父が入院して、店は私ひとりです", "本籍を移したばかりで"],
)  # fmt: skip
def test_somebodys_health_or_origin_is_sensitive(text: str) -> None:
    assert is_sensitive(text)


@pytest.mark.parametrize(
    "text",
    [*_BUSINESS, "入院保障の保険の比較表を6月10日までに持参", "手術室の改修を来年に延ばしたい", "入院患者が減って困る", "透析の患者さんが増えて、ベッドが足りない", "入院棟の建替えは見送る", "がん保険の扱いを尋ねられた"],
)  # fmt: skip
def test_business_with_illness_is_not(text: str) -> None:
    assert not is_sensitive(text)


def test_the_words_themselves_are_told_where_they_stand() -> None:
    text = "入院保障の見直しと、社長の胃がんの手術"
    assert [text[start:end] for start, end in sensitive_words(text)] == ["胃がん", "手術"]


@pytest.mark.parametrize("text", _BUSINESS)
def test_business_has_no_sensitive_words(text: str) -> None:
    assert sensitive_words(text) == ()
