"""What a record says of one of two things that it sets side by side is not told of the other, whatever kind of word or figure it is."""

from __future__ import annotations

import pytest
from tests.pairs import found

from bankrm.domain.drafts import Verdict

_HEAD = "2026-07-01 訪問 社長: "


@pytest.mark.parametrize(
    ("told", "sound", "false"),
    [
        ("本店は賃借、支店は自社所有。", "支店は自社所有で、本店は賃借である。", "本店は自社所有。"),
        ("第1工場は床を、第2工場は屋根を直す。", "第2工場は屋根を直す。", "第1工場は屋根を直す。"),
        ("営業は長男が、製造は次男が見ている。", "営業を見ているのは長男。", "次男が営業を見ている。"),
        ("A社は値上げを呑んでくれたが、B社には断られた。", "B社には値上げを断られた。", "値上げはB社が呑んでくれたが、A社には断られた。"),
        ("国内向けは伸びたが、輸出は落ちた。", "輸出が落ちた一方、国内向けは伸びた。", "国内向けは落ち、輸出は伸びた。"),
        ("甲斐商事から2割の値引きを求められ、丸互物産からは注文を増やすと言われた。", "丸互物産から注文を増やすと言われた。", "甲斐商事から注文を増やすと言われた。"),
        ("税理士には相談したが、娘にはまだ話していない。", "娘にはまだ話していないが、税理士には相談済み。", "娘には相談したが、税理士にはまだ話していない。"),
        ("本館は築40年で、新館は築8年だ。", "新館は築8年(社長、7/1)。", "新館は築40年(社長、7/1)。"),
        ("土産物は手作り、総菜は仕入れている。", "総菜は仕入品で、土産物は手作りという。", "総菜は手作りしている。"),
        ("会計は娘に任せ、現場は私が見ている。", "会計は娘に任せている。", "現場は娘に任せている。"),
        ("冷蔵車はリースで、平車は買った。", "平車は購入、冷蔵車はリース。", "冷蔵車は買った。"),
        ("病院向けは値上げを認めてくれたが、ホテル向けは据え置きになった。", "ホテル向けは値上げできず、病院向けは認められた。", "ホテル向けは値上げを認めてくれた。"),
        ("決算書は税理士が、試算表は経理が作る。", "試算表は経理が作っている。", "試算表は税理士が作る。"),
        ("甲田製作所は現金で払うが、乙部工業は手形だ。", "乙部工業は手形で払う。", "甲田製作所は手形だ。"),
        ("機械は自己資金で、建屋は借入で賄う。", "建屋は借入、機械は自己資金で賄う。", "機械は借入で賄う。"),
        ("妻は反対だが、息子は賛成だ。", "息子は賛成、奥様は反対とのこと。", "奥様は賛成だが、息子は反対だ。"),
        ("北棟は補強が必要。南棟は問題ない。", "北棟には補強が要るが、南棟に問題はない。", "南棟は補強が必要。"),
        ("ラインAは止めた。ラインBは動かしている。", "ラインBは稼働中、ラインAは停止。", "ラインAは動かしている。"),
    ],
)  # fmt: skip
def test_what_is_said_of_one_of_two_things_is_not_said_of_the_other(told: str, sound: str, false: str) -> None:
    assert found(sound, _HEAD + told, speaker="社長") == {Verdict.SUPPORTED.value}
    assert found(false, _HEAD + told, speaker="社長") != {Verdict.SUPPORTED.value}


@pytest.mark.parametrize(
    ("told", "sound", "false"),
    [
        ("賃料は月25万円、敷金は6か月分。", "敷金は6か月分、賃料は月25万円。", "敷金は月25万円。"),
        ("賃料は月25万円、敷金は6か月分。", "賃料は月25万円。", "賃料は6か月分。"),
        ("保証料は年0.8%、手数料は11万円。", "手数料は11万円。", "手数料は年0.8%。"),
        ("鶏舎は去年建て、堆肥場は1,200万円かかる。", "堆肥場に1,200万円かかる。", "鶏舎は1,200万円かかる。"),
    ],
)
def test_a_value_is_told_of_its_own_thing_also_where_the_other_has_a_value_of_another_kind(
    told: str, sound: str, false: str
) -> None:
    assert found(sound, _HEAD + told, speaker="社長") == {Verdict.SUPPORTED.value}
    assert "said_of_another" in found(false, _HEAD + told, speaker="社長")


@pytest.mark.parametrize(
    ("told", "sound", "false"),
    [
        ("公共の注文は秋まで埋まっている。住宅向けは弱い。", "公共の注文は秋まで埋まっている。", "公共も住宅向けも、注文は秋まで埋まっている。"),
        ("登記簿は昨日取り寄せた。図面は設計士が来週持ってくる。", "登記簿は昨日取り寄せた。", "登記簿と図面を取り寄せた。"),
    ],
)  # fmt: skip
def test_what_is_said_of_one_thing_is_not_said_of_two(told: str, sound: str, false: str) -> None:
    assert found(sound, _HEAD + told, speaker="社長") == {Verdict.SUPPORTED.value}
    assert "scope_differs" in found(false, _HEAD + told, speaker="社長")


def test_what_goes_on_with_a_thing_is_no_sister_of_it() -> None:
    record = _HEAD + "甲田が入る前に乙部が入った。乙部は丙川が入る前に入った。"
    assert "said_of_another" not in found("甲田は丙川が入る前に入った。", record, speaker="社長")


@pytest.mark.parametrize(
    ("told", "sound"),
    [
        ("菓子は伸びたが、パンは落ちた。菓子は通販が支え、パンは近くの客だけだ。", "菓子の伸びを通販が支える一方、パンの売れ行きは落ちている。"),
        ("菓子は伸びたが、パンは落ちた。菓子は通販が支え、パンは近くの客だけだ。", "落ちたのはパンで、菓子は伸びている。"),
        ("本店は黒字で、駅前店は赤字だ。駅前店は来年3月で契約が切れる。", "赤字の駅前店は来年3月に契約満了を迎える。"),
        ("鉄は値上がりしたが、アルミは落ち着いている。転嫁は3社が認めた。", "鉄の値上がり分の転嫁を3社が認めた。"),
        ("MRIは更新し、CTは来年に回す。", "MRIは更新を終え、CTの更新は来年に先送り。"),
        ("A社は現金、B社は手形で払う。A社からは増産を、B社からは値下げを言われている。", "B社からは手形で支払われ、値下げの要請もある。"),
    ],
)  # fmt: skip
def test_two_things_told_in_other_words_and_another_order_stand(told: str, sound: str) -> None:
    assert found(sound, _HEAD + told, speaker="社長") == {Verdict.SUPPORTED.value}
