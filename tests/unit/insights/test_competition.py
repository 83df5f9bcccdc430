"""Another bank that was there first: which of our promises it was first at, and for how long that is news."""

from __future__ import annotations

import pytest
from tests.builders import dossier, seen, talk

from bankrm.domain.interactions import Interaction
from bankrm.domain.observations import Code

TABLE = talk("2026-02-02", promises="当行：返済額の試算表を3月6日までに持参。")
LEASE = talk("2026-02-09", promises="当行：氷室のリースと借入の比較を3月31日までに持参。")


def subjects(*talks: Interaction) -> list[str]:
    return [o.subject for o in seen(dossier(TABLE, LEASE, *talks), Code.OTHER_BANK_FIRST)]


@pytest.mark.parametrize("pointing", ["同じものを", "それを", "おたくと同じ紙を"])
def test_what_a_rival_is_pointed_to_have_brought_is_what_we_deliver_in_that_talk(pointing: str) -> None:
    words = f"経理課長「岬信用金庫さんからは3月2日に、{pointing}いただいています。借入もリースも迷います」"
    assert subjects(talk("2026-03-10", words, ours="返済額の試算表を説明してお渡しした。", people="赤座経理課長")) == [
        "返済額の試算表"
    ]


def test_what_is_named_counts_before_what_is_delivered() -> None:
    words = "経理課長「岬信用金庫さんからは3月2日に、氷室のリースの比較をいただいています」"
    assert subjects(talk("2026-03-10", words, ours="返済額の試算表をお渡しした。", people="赤座経理課長")) == [
        "氷室のリースと借入の比較"
    ]


def test_a_rivals_visit_about_something_else_is_first_at_nothing() -> None:
    words = "経理課長「岬信用金庫さんが先週、駅伝の招待状を持ってきました」"
    assert subjects(talk("2026-03-10", words, ours="近況を伺った。", people="赤座経理課長")) == []


def test_who_was_first_at_something_settled_long_ago_is_no_news() -> None:
    old = talk("2025-02-03", promises="当行：返済額の試算表を3月7日までに持参。")
    told = talk(
        "2025-03-20", "経理課長「岬信用金庫さんからは3月5日に、同じものをいただいています」", ours="返済額の試算表をお渡しした。",
        people="赤座経理課長",
    )  # fmt: skip
    assert not seen(dossier(old, told), Code.OTHER_BANK_FIRST)


def test_an_observation_tells_how_old_the_matter_is() -> None:
    words = "経理課長「岬信用金庫さんからは3月2日に、同じものをいただいています」"
    told = talk("2026-03-10", words, ours="返済額の試算表をお渡しした。", people="赤座経理課長")
    (first,) = seen(dossier(TABLE, told), Code.OTHER_BANK_FIRST)
    assert first.count("age_days") == 97


def told_of(*sentences: str) -> list[str]:
    words = "".join(f"社長「{sentence}」" for sentence in sentences)
    return [o.subject for o in seen(dossier(talk("2026-05-12", words)), Code.OTHER_BANK_TOLD)]


def test_a_bank_called_by_its_kind_is_the_only_one_known_of_that_kind() -> None:
    assert told_of("夕凪信用金庫が来た", "急ぐなら信金に頼む") == ["夕凪信用金庫", "夕凪信用金庫"]
    assert told_of("夕凪信用金庫が来た", "朝霧信用金庫も来た", "急ぐなら信金に頼む")[-1] == "信金"
    assert told_of("夕凪信用金庫が来た", "急ぐなら信組に頼む")[-1] == "信組"
