"""Deadlines, other banks, contradictions, what is new, expired or not recorded."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.builders import CONTACTS, KEY, accounts, dossier, paper, seen, talk

from bankrm.domain.business import OtherBankLoan
from bankrm.domain.clients import Contact
from bankrm.domain.interactions import Interaction
from bankrm.domain.observations import Code
from bankrm.domain.reading import is_head, read_interaction
from bankrm.drafting.select import select_evidence
from bankrm.insights.freshness import EarlierPack


@pytest.mark.parametrize(
    "words", ["展示会の出展枠は6月19日が申込の締切と案内。", "出展枠の募集は6月19日正午までに事務局で受け付けたものに限ると案内。"]
)  # fmt: skip
def test_a_deadline_is_counted_to_the_visit(words: str) -> None:
    (near,) = seen(dossier(talk("2026-06-01", ours=words)), Code.DEADLINE_NEAR)
    assert (near.count("days"), near.day("due")) == (4, date(2026, 6, 19))


@pytest.mark.parametrize(
    "words",
    ["締切は5月29日だったと案内。", "締切は9月30日と案内。", "お隣の製粉所さんは、6月19日までに届出を出すそうです。"],
)
def test_past_far_and_other_peoples_deadlines_are_none(words: str) -> None:
    assert not seen(dossier(talk("2026-06-01", ours=words)), Code.DEADLINE_NEAR)


def test_a_deadline_told_and_printed_is_one_with_both_records() -> None:
    leaflet = paper("出展支援のご案内", "申込期限は2026年6月19日。", valid_until="2026-12-31")
    (near,) = seen(
        dossier(talk("2026-06-01", ours="出展支援の申込は6月19日が締切と案内。"), documents=(leaflet,)),
        Code.DEADLINE_NEAR,
    )
    assert {e.origin.type.value for e in near.evidence} == {"interaction", "passage"}


PROMISE = talk("2026-03-02", promises="当行：返済額の試算を4月10日までに届ける。")


def test_another_bank_before_our_delivery_is_told_with_its_days() -> None:
    told = talk(
        "2026-04-08",
        "経理課長「試算といえば、波止場銀行さんが先週置いていきました」",
        people="赤座経理課長",
        ours="試算は作成中と伝えた。",
    )
    ours = talk("2026-04-20", ours="返済額の試算をお渡しした。")
    (first,) = seen(dossier(PROMISE, told, ours), Code.OTHER_BANK_FIRST)
    assert (first.values["bank"], first.day("theirs_to"), first.day("ours_on")) == (
        "波止場銀行",
        date(2026, 4, 5),
        date(2026, 4, 20),
    )
    assert first.values["before_our_due"] is True


def test_another_bank_after_our_delivery_was_not_first() -> None:
    ours = talk("2026-04-08", ours="返済額の試算をお渡しした。")
    told = talk("2026-04-20", "経理課長「波止場銀行さんも返済額の試算を持ってきました」", people="赤座経理課長")
    assert not seen(dossier(PROMISE, ours, told), Code.OTHER_BANK_FIRST)


def test_two_numbers_for_one_thing_are_set_side_by_side() -> None:
    file = dossier(talk("2026-05-12", "社長「従業員は52名だ」"), statements=(accounts("2026-03-31", employees=47),))
    (differ,) = seen(file, Code.RECORDS_CONTRADICT)
    assert {differ.values["first"], differ.values["second"]} == {"47名", "52名"}


def test_the_same_number_in_another_notation_is_no_contradiction() -> None:
    file = dossier(talk("2026-05-12", "社長「従業員は四十七人だ」"), statements=(accounts("2026-03-31", employees=47),))
    assert not seen(file, Code.RECORDS_CONTRADICT)


def test_new_is_what_the_pack_of_the_earlier_visit_did_not_have() -> None:
    file = dossier(talk("2026-04-01"), talk("2026-05-12"))
    earlier = EarlierPack(date(2026, 4, 20), frozenset({"T2026-04-01"}))
    assert [o.subject for o in seen(file, Code.NEW_SINCE_LAST_PACK, earlier=earlier)] == ["T2026-05-12"]
    assert not seen(file, Code.NEW_SINCE_LAST_PACK)


def test_a_record_that_says_another_thing_than_the_earlier_pack_knew_counts_as_amended() -> None:
    before = talk("2026-04-01", "社長「茹で釜は再来年でいい」")
    same = talk("2026-04-02", "社長「粉の値上げが続く」")
    after = talk("2026-04-01", "社長「茹で釜は来年でいい」")
    earlier = EarlierPack(
        date(2026, 4, 20), frozenset({before.ref, same.ref}), {r.ref: r.sha256 for r in (before, same)}
    )
    (o,) = seen(dossier(after, same), Code.NEW_SINCE_LAST_PACK, earlier=earlier)
    assert (o.subject, o.values["amended"]) == (after.ref, True)
    assert o.figure
    assert "2026年4月1日の記録は、2026年4月20日の訪問の準備より後に訂正された" in o.figure.text


def test_a_record_that_is_added_is_not_amended_and_a_pack_without_digests_says_of_none_that_it_is() -> None:
    earlier = EarlierPack(date(2026, 4, 20), frozenset({"T2026-04-01"}))
    (o,) = seen(dossier(talk("2026-04-01"), talk("2026-05-12")), Code.NEW_SINCE_LAST_PACK, earlier=earlier)
    assert (o.subject, o.values["amended"], o.figure) == ("T2026-05-12", False, None)


def test_another_name_for_the_same_person_in_the_master_amends_no_record() -> None:
    raw = Interaction("T1", KEY, date(2026, 4, 1), "訪問", attendees=("篠崎様",), client_words="社長「粉が上がる」")
    renamed = (Contact(KEY, "篠崎 誠", "会長"),)
    assert read_interaction(raw, CONTACTS).attendees != read_interaction(raw, renamed).attendees
    assert read_interaction(raw, CONTACTS).sha256 == read_interaction(raw, renamed).sha256


def _terms(bank: str, as_of: str, rate: float) -> OtherBankLoan:
    return OtherBankLoan(KEY, bank, date.fromisoformat(as_of), rate_percent=rate)


def test_old_terms_of_another_bank_are_marked_unless_newer_ones_of_it_are_known() -> None:
    old, new = _terms("波止場銀行", "2025-09-30", 2.1), _terms("波止場銀行", "2026-05-31", 2.3)
    other = _terms("霞浦信用金庫", "2025-09-30", 2.6)
    file = replace(dossier(), other_banks=(old, other, new))
    assert [o.values["bank"] for o in seen(file, Code.SOURCE_EXPIRED)] == ["霞浦信用金庫"]


def test_only_the_latest_terms_of_each_bank_are_evidence_as_such() -> None:
    old, new = _terms("波止場銀行", "2025-09-30", 2.1), _terms("波止場銀行", "2026-05-31", 2.3)
    pack = select_evidence(replace(dossier(), other_banks=(old, new)), None, ())
    assert [e.body for _, e in pack if "波止場銀行" in e.text] == ["波止場銀行 金利 2.3%"]


def test_an_expired_paper_on_a_spoken_topic_is_named() -> None:
    leaflet = paper("設備資金のご案内", "期間は10年以内。", valid_until="2026-05-31")
    assert seen(
        dossier(talk("2026-05-12", "社長「設備資金の話はまた秋に」"), documents=(leaflet,)), Code.SOURCE_EXPIRED
    )


def test_what_no_record_answers_becomes_a_question_citing_the_search() -> None:
    (gap,) = [
        o
        for o in seen(
            dossier(talk("2026-05-12", "工場長「夜勤の人が足りない」", people="小暮工場長")), Code.NOTHING_RECORDED
        )
        if "question" in o.values
    ]
    assert gap.figure is not None
    assert "記録1件" in gap.figure.text


def test_records_after_today_are_not_yet_known() -> None:
    assert not seen(
        dossier(talk("2026-06-14", promises="先方：図面を6月14日までに送付。")),
        Code.COUNTERPART_OVERDUE,
        Code.COUNTERPART_OPEN,
    )


def test_what_is_told_of_someones_health_is_repeated_nowhere_but_marked() -> None:
    file = dossier(
        talk(
            "2026-05-12", "社長「実は春から通院していて、来月手術を受ける。二週間で戻る予定だ」「茹で釜を入れ替えたい」"
        )
    )
    everything = seen(file, *Code)
    assert not [o for o in everything for e in o.all_evidence if "手術" in e.text or "二週間" in e.text]
    assert [o for o in everything if o.code is Code.CONFIDENTIAL]


def test_a_deadline_that_has_passed_does_not_come_back_a_year_later() -> None:
    file = dossier(
        talk("2025-07-01", ours="出展枠は6月20日の締切に間に合わなかった。"),
        talk("2026-02-01", ours="昨年の出展枠の締切は2025年6月20日だったと説明。"),
    )
    assert not seen(file, Code.DEADLINE_NEAR)


def test_a_promise_about_someones_health_is_repeated_nowhere() -> None:
    file = dossier(talk("2026-05-12", promises="先方：透析の診断書を5月末までに送付。"))
    assert not [o for o in seen(file, *Code) for e in o.all_evidence if "透析" in e.text]


def test_a_vice_president_is_not_the_one_who_decides() -> None:
    assert is_head("篠崎社長")
    assert not is_head("篠崎副社長")
    assert not is_head("篠崎前社長")


def last_words(words: str) -> list[str]:
    (last,) = seen(dossier(talk("2026-05-12", words)), Code.LAST_TALK)
    return [e.body for e in last.evidence[1:]]


def test_a_summary_that_only_points_back_is_not_repeated_of_the_last_talk() -> None:
    words = "社長：その値決めの件では腹を立てていたが、もう気が済んだとのこと。\n社長：工場の屋根は来年の春に直したいとのこと。"
    assert last_words(words) == ["工場の屋根は来年の春に直したいとのこと。"]


def test_own_words_on_a_topic_are_repeated_before_summaries() -> None:
    words = "社長：茹で釜は秋までに入れ替える予定とのこと。\n社長「夜の製造は人手が足りていない」\n社長「電気代は去年より3割上がった」"
    assert all(body.startswith("「") for body in last_words(words))


def test_own_words_may_point_to_what_the_speaker_means() -> None:
    assert last_words("社長「この茹で釜は来年の春に入れ替えたい」") == ["「この茹で釜は来年の春に入れ替えたい」"]
