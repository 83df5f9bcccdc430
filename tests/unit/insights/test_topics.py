"""What a sentence is about: told by the thing and what is said of it, not by one stray word."""

from __future__ import annotations

import pytest
from tests.builders import DAY, TODAY, dossier, talk, topics

from bankrm.insights.remarks import View


def topics_of(*sentences: str) -> tuple[str, ...]:
    """Topics of the last of the sentences, said by one person in one breath."""
    view = View(dossier(talk("2026-05-12", f"社長「{''.join(sentences)}」")), DAY, TODAY, topics())
    return list(view.client_remarks())[-1].own_topics


@pytest.mark.parametrize(
    ("sentence", "topic"),
    [
        ("包装機械の更新を来春に考えている。", "equipment"),
        ("配送の車を二台とも替えたい。", "equipment"),
        ("乾燥機が故障して半日止まった。", "equipment"),
        ("レントゲンが古くて、撮り直しが多い。", "equipment"),
        ("店の看板を新しくしたい。", "equipment"),
        ("倉庫が手狭で、もう一棟借りたい。", "premises"),
        ("在庫が倉庫に入りきらない。", "premises"),
        ("調剤のできる薬剤師が足りない。", "people"),
        ("銀行から借りるのは来年にしたい。", "funding"),
        ("得意先の仕事が減っている。", "sales"),
        ("灯油がまた上がった。", "costs"),
    ],
)
def test_a_thing_and_what_is_said_of_it_make_the_topic(sentence: str, topic: str) -> None:
    assert topic in topics_of(sentence)


@pytest.mark.parametrize(
    ("sentence", "topic"),
    [
        ("調理師の免許の更新が二人分ある。", "equipment"),
        ("保険の契約更新で半日かかった。", "equipment"),
        ("展示会は販路を広げるよい機会だった。", "equipment"),
        ("倉庫の前でトラブルがあって一時間も待った。", "premises"),
        ("薬剤師の先生は話し好きで困る。", "people"),
        ("忙しくて猫の手も借りたい。", "funding"),
        ("得意先の法事に呼ばれた。", "sales"),
        ("オンラインの会議は疲れる。", "equipment"),
        ("レジャー施設が隣にできた。", "systems"),
        ("この時計は先代からのものだ。", "family"),
    ],
)
def test_a_stray_word_makes_none(sentence: str, topic: str) -> None:
    assert topic not in topics_of(sentence)


def test_what_is_said_without_a_thing_is_of_the_thing_just_named() -> None:
    assert topics_of("製麺の釜が二つとも古い。", "今年のうちに入れ替えたい。") == ("equipment",)
    assert topics_of("電子カルテが来年で切れる。", "入替えは六百万円と聞いた。") == ("systems",)
    assert topics_of("孫が小学校に上がった。", "今年のうちに入れ替えたい。") == ()
