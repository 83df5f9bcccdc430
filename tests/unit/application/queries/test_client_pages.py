"""What the client page is made of, on a store in memory."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from tests.builders import topics
from tests.fakes.records import (
    KEY,
    OTHER,
    SOURCE,
    TOKYO,
    a_client,
    a_document,
    a_draft,
    a_visit,
    all_records,
    an_interaction,
)
from tests.fakes.store import MemoryStore

from bankrm.adapters.system.clock import JAPAN, FixedDay
from bankrm.application.queries.client_file import ClientFile, HostLine, ReadClientFile, ReadDocument
from bankrm.application.queries.client_list import ListClientRows, fitting
from bankrm.application.queries.client_promises import ClientPromise, PromiseState, ReadClientPromises
from bankrm.application.queries.client_talks import ReadTalks, SaidRow, TalkFilter, Talks
from bankrm.domain.business import HOST_FIELDS, Deal, FinancialStatement, HostFigures, HostItem, OtherBankLoan
from bankrm.domain.clients import ClientKey, Contact
from bankrm.domain.dossier import Record
from bankrm.domain.errors import NotFound
from bankrm.domain.interactions import Party
from bankrm.domain.same_client import ClientPair, Likeness, PairDecision, Sameness
from bankrm.language.certainty import Certainty

TODAY = date(2026, 11, 20)
CLOCK = FixedDay(TODAY)
NOBODY = ClientKey("099", "0000001")


def store_of(*records: Record) -> MemoryStore:
    store = MemoryStore()
    with store.unit_of_work() as work:
        for record in records:
            work.records.put(record, SOURCE)
        work.commit()
    return store


def file_of(*records: Record) -> ClientFile:
    return ReadClientFile(store_of(a_client(), *records).unit_of_work, CLOCK)(KEY)


def talks_of(*records: Record) -> Talks:
    return ReadTalks(store_of(a_client(), *records).unit_of_work, topics(), CLOCK)(KEY)


def promises_of(*records: Record) -> tuple[ClientPromise, ...]:
    return ReadClientPromises(store_of(a_client(), *records).unit_of_work, topics(), CLOCK)(KEY)


def test_the_list_goes_by_reading_and_tells_the_next_visit_the_last_talk_and_our_loans() -> None:
    first = replace(a_client(OTHER, "青葉建設"), reading="アオバケンセツ")
    store = store_of(
        a_client(),
        first,
        an_interaction(),
        HostFigures(KEY, TODAY, {HostItem.LOANS: 5}),
        a_visit("V-3", datetime(2026, 12, 24, 9, 0, tzinfo=TOKYO)),
        a_visit("V-2", datetime(2026, 11, 20, 9, 0, tzinfo=TOKYO)),
        a_visit("V-1", datetime(2026, 11, 19, 9, 0, tzinfo=TOKYO)),
    )
    rows = ListClientRows(store.unit_of_work, CLOCK)()
    assert [row.key for row in rows] == [OTHER, KEY]
    assert (rows[0].next_visit, rows[0].last_talk, rows[0].loans_yen) == (None, None, None)
    assert (rows[1].next_visit, rows[1].last_talk, rows[1].loans_yen) == (
        datetime(2026, 11, 20, 9, 0, tzinfo=TOKYO), date(2026, 9, 4), 5,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "count"), [("", 2), ("ふじなみ", 1), ("清酒", 1), ("一課 藤波", 1), ("青葉 清酒", 0)]
)
def test_the_list_narrows_to_what_fits_every_piece(typed: str, count: int) -> None:
    other = replace(a_client(OTHER, "青葉建設"), reading="アオバケンセツ", aliases=(), industry="建設業")
    rows = ListClientRows(store_of(a_client(), other).unit_of_work, CLOCK)()
    assert len(fitting(rows, typed)) == count


def test_our_business_stands_beside_the_day_before_that_the_host_told_of() -> None:
    business = file_of(
        HostFigures(KEY, date(2026, 3, 31), {HostItem.LOANS: 90}, "なし"),
        HostFigures(KEY, TODAY, {HostItem.LOANS: 80, HostItem.DEPOSITS: 7}, "代表者", "工場"),
    ).business
    assert business is not None
    assert (business.as_of, business.before, business.personal_guarantee) == (TODAY, date(2026, 3, 31), "代表者")
    assert business.lines == (HostLine(HostItem.LOANS, 80, 90), HostLine(HostItem.DEPOSITS, 7, None))


def test_a_client_of_whom_the_host_told_nothing_has_no_business_and_no_day() -> None:
    file = file_of()
    assert (file.business, file.as_of, file.series, file.share) == (None, None, (), None)


def test_other_banks_terms_are_those_last_known_and_stale_after_three_months() -> None:
    banks = file_of(
        OtherBankLoan(KEY, "瀬名信金", date(2026, 3, 31), 9),
        OtherBankLoan(KEY, "瀬名信金", date(2026, 8, 20), 8),
        OtherBankLoan(KEY, "里山信組", date(2026, 8, 19), 7),
    ).other_banks
    assert {(row.loan.bank, row.loan.balance_yen, row.stale) for row in banks} == {
        ("瀬名信金", 8, False), ("里山信組", 7, True),
    }  # fmt: skip


def test_open_deals_come_first_by_deadline() -> None:
    deals = file_of(
        Deal("A-1", KEY, "済", stage="実行", deadline=date(2026, 1, 1)),
        Deal("A-2", KEY, "後", stage="相談", deadline=date(2027, 1, 1)),
        Deal("A-3", KEY, "先", stage="相談", deadline=date(2026, 12, 1)),
    ).deals
    assert [deal.title for deal in deals] == ["先", "後", "済"]


def test_papers_of_the_client_come_before_the_banks_and_expire_after_their_day() -> None:
    bank = replace(a_document("S-1", client=None), issued=date(2026, 11, 1), valid_until=date(2026, 11, 19))
    today = replace(a_document("D-2"), valid_until=TODAY)
    rows = file_of(bank, a_document("D-1"), today).documents
    assert [(row.document.ref, row.expired) for row in rows] == [("D-2", False), ("D-1", False), ("S-1", True)]


def test_drafts_in_place_are_listed_the_latest_first() -> None:
    store = store_of(a_client(), a_visit())
    first, second = a_draft(), a_draft(None)
    with store.unit_of_work() as work:
        for draft in (first, second, a_draft(key=OTHER)):
            work.drafts.add(draft)
        work.commit()
    assert [row.id for row in ReadClientFile(store.unit_of_work, CLOCK)(KEY).drafts] == [second.id, first.id]


@pytest.mark.parametrize("read", [ReadClientFile, lambda begin, clock: ReadTalks(begin, (), clock),
                                  lambda begin, clock: ReadClientPromises(begin, (), clock)])  # fmt: skip
def test_an_unknown_client_is_refused(read: type[ReadClientFile]) -> None:
    with pytest.raises(NotFound):
        read(store_of(a_client()).unit_of_work, CLOCK)(NOBODY)


def test_a_document_opens_as_the_clients_own_before_the_banks_of_the_same_name() -> None:
    read = ReadDocument(
        store_of(a_client(), a_document("D-1", "自社"), a_document("D-1", "銀行", client=None)).unit_of_work
    )
    assert read(KEY, "D-1").passages[0].text == "自社"
    with pytest.raises(NotFound):
        read(KEY, "D-9")


WORDS = "（社長）「圧搾機を来春に入れ替えたい」\n（製造部長）「今期は見送る」"
BREWER = Contact(KEY, "三宅 透", "製造部長", decides=True)
TALK = replace(
    an_interaction("R-1", date(2026, 9, 4), WORDS),
    attendees=("藤波社長", "三宅製造部長"),
    explanation="補助金の公募を説明した。",
)
OLDER = replace(an_interaction("R-0", date(2026, 3, 4), "（社長）「資金繰りが苦しい」"), explanation="")


def test_talks_come_newest_first_with_the_clients_words_apart_from_ours() -> None:
    talks = talks_of(BREWER, OLDER, TALK).talks
    assert [talk.ref for talk in talks] == ["R-1", "R-0"]
    assert talks[0].said == (
        SaidRow(Party.BANK, "当行", "補助金の公募を説明した。", ("subsidy",), Certainty.DONE),
        SaidRow(Party.CLIENT, "藤波社長", "「圧搾機を来春に入れ替えたい」", ("equipment",), Certainty.WISHED),
        SaidRow(Party.CLIENT, "三宅製造部長", "「今期は見送る」", (), Certainty.DECLINED),
    )


def test_small_talk_after_the_family_is_of_no_topic_and_has_no_stage() -> None:
    words = "（社長）「長男が来年4月に入社する。まだ28なので当分は現場」\n（社長）「時計は先月直した」"
    said = talks_of(replace(an_interaction("R-1", date(2026, 9, 4), words), explanation="")).talks[0].said
    assert [(row.topics, row.certainty) for row in said] == [
        (("family",), Certainty.NONE), ((), Certainty.NONE), ((), Certainty.NONE),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "stage"),
    [
        ("「圧搾機を入れ替えた」", Certainty.NONE),
        ("「寮で若い子が二人辞めました」", Certainty.NONE),
        ("「時計は先月直した」", Certainty.NONE),
        ("社長の見送りは玄関の手前まででした。", Certainty.NONE),
        ("「今は売る気はない」", Certainty.DECLINED),
    ],
)
def test_only_what_is_meant_of_the_business_has_a_stage(words: str, stage: Certainty) -> None:
    (said,) = (
        talks_of(replace(an_interaction("R-1", date(2026, 9, 4), f"（社長）{words}"), explanation="")).talks[0].said
    )
    assert said.certainty is stage


def test_what_was_done_is_the_stage_of_what_was_wanted_before() -> None:
    wanted = replace(an_interaction("R-1", date(2026, 3, 4), "（社長）「圧搾機を入れ替えたい」"), explanation="")
    done = replace(an_interaction("R-2", date(2026, 9, 4), "（社長）「圧搾機を入れ替えた」"), explanation="")
    talks = talks_of(wanted, done).talks
    assert [talk.said[0].certainty for talk in talks] == [Certainty.DONE, Certainty.WISHED]


def test_a_limit_in_the_clients_words_is_told_by_its_month_as_far_as_their_year_is_known() -> None:
    talk = replace(an_interaction("R-1", date(2026, 7, 8), "（社長）「今期中に圧搾機を入れ替えたい」"), explanation="")
    (unknown,) = talks_of(talk).talks[0].said
    assert unknown.meant == ()
    (known,) = talks_of(talk, FinancialStatement(KEY, date(2026, 9, 30), {})).talks[0].said
    assert list(map(str, known.meant)) == ["今期は2026年9月まで"]


def test_talks_of_a_day_to_come_are_not_shown_yet() -> None:
    assert talks_of(an_interaction(on=date(2026, 11, 21))).talks == ()


def test_a_person_chosen_leaves_the_talks_with_them_whole() -> None:
    talks = talks_of(BREWER, OLDER, TALK)
    assert talks.filtered(TalkFilter(person="三宅製造部長")) == (talks.talks[0],)


def test_a_side_or_a_topic_chosen_leaves_its_sentences_alone() -> None:
    talks = talks_of(BREWER, OLDER, TALK)
    (ours,) = talks.filtered(TalkFilter(party=Party.BANK))
    assert ([one.text for one in ours.said], ours.promises) == (["補助金の公募を説明した。"], "")
    (topic,) = talks.filtered(TalkFilter(topic="cash"))
    assert [one.text for one in topic.said] == ["「資金繰りが苦しい」"]
    (his,) = talks.filtered(TalkFilter(person="三宅製造部長", party=Party.CLIENT))
    assert [one.speaker for one in his.said] == ["三宅製造部長"]


def test_everything_one_person_said_stands_by_its_day() -> None:
    words = talks_of(BREWER, OLDER, TALK).words_of("藤波社長")
    assert [(row.on, row.ref, row.said.text) for row in words] == [
        (date(2026, 9, 4), "R-1", "「圧搾機を来春に入れ替えたい」"),
        (date(2026, 3, 4), "R-0", "「資金繰りが苦しい」"),
    ]


def test_people_of_the_master_come_first_then_whoever_else_was_met() -> None:
    talks = talks_of(Contact(KEY, "谷 望", "課長"), BREWER, OLDER, TALK)
    assert [(row.person, row.last_talk, row.talks) for row in talks.people] == [
        ("三宅製造部長", date(2026, 9, 4), 1), ("谷課長", None, 0), ("藤波社長", date(2026, 9, 4), 2),
    ]  # fmt: skip
    for name in ("三宅製造部長", "三宅 透"):
        found = talks.person(name)
        assert found is not None
        assert found.contact == BREWER
    assert talks.person("誰か") is None


def test_topics_spoken_of_are_named_the_most_frequent_first() -> None:
    assert talks_of(TALK, OLDER).topics == (("cash", "資金繰り"), ("equipment", "設備"), ("subsidy", "補助金"))


def test_promises_tell_what_became_of_them() -> None:
    first = replace(
        an_interaction("R-1", date(2026, 9, 4), ""),
        promises_text="【当行】9月末までに返済計画表を持参。【先方】12月末までに試算表を送付。",
    )
    later = replace(an_interaction("R-2", date(2026, 10, 5), ""), promises_text="なし", handed_over="返済計画表")
    theirs, ours = promises_of(first, later)
    assert (theirs.owner, theirs.state, theirs.is_open) == (Party.CLIENT, PromiseState.OPEN, True)
    assert (ours.owner, ours.state, ours.days, ours.told_on) == (
        Party.BANK,
        PromiseState.KEPT_LATE,
        5,
        date(2026, 10, 5),
    )


def test_a_promise_past_its_day_is_overdue_by_so_many_days() -> None:
    record = replace(
        an_interaction("R-1", date(2026, 11, 2), ""), promises_text="【当行】11月10日までに返済計画表を持参。"
    )
    (promise,) = promises_of(record)
    assert (promise.state, promise.days, promise.due) == (PromiseState.OVERDUE, 10, date(2026, 11, 10))


def test_every_kind_of_record_is_read() -> None:
    file = file_of(*all_records())
    assert file.business
    assert all((file.other_banks, file.series, file.contacts, file.deals, file.documents))
    assert file.next_visit == a_visit()


def test_the_file_names_the_other_keys_of_the_same_client() -> None:
    store = store_of(a_client(), a_client(OTHER, "㈱藤波醸造"), a_client(NOBODY))
    with store.unit_of_work() as work:
        work.duplicates.decide(PairDecision(ClientPair.of(KEY, OTHER), Sameness.SAME, Likeness.NAME))
        work.duplicates.decide(PairDecision(ClientPair.of(KEY, NOBODY), Sameness.DIFFERENT, Likeness.NAME))
        work.commit()
    file = ReadClientFile(store.unit_of_work, CLOCK)
    assert [client.key for client in file(KEY).same] == [OTHER]
    assert [client.key for client in file(OTHER).same] == [KEY]
    assert file(NOBODY).same == ()


@pytest.mark.parametrize(
    ("told", "start"), [("12月8日10時に訪問", (8, 10)), ("12/8", (8, 0)), ("改めて連絡", None), ("", None)]
)
def test_what_the_last_record_agreed_on_is_the_next_visit_where_none_is_planned(
    told: str, start: tuple[int, int] | None
) -> None:
    day = CLOCK.today()
    talk = replace(an_interaction("R-1", day), next_step=told)
    over = replace(a_visit(), start=datetime(day.year, day.month, day.day, 14, tzinfo=JAPAN))
    store = store_of(a_client(), over, talk)
    wanted = datetime(day.year, 12, *start, tzinfo=JAPAN) if start else None
    (row,) = ListClientRows(store.unit_of_work, CLOCK)()
    file = ReadClientFile(store.unit_of_work, CLOCK)(KEY)
    assert (row.next_visit, file.next_visit, file.agreed) == (wanted, None, wanted)


def test_what_a_later_extract_has_no_column_for_stands_with_its_own_day() -> None:
    former, last = date(2026, 11, 13), TODAY
    without = tuple(sorted(HOST_FIELDS - {"deposits"}))
    business = file_of(
        HostFigures(KEY, former, {HostItem.LOANS: 80, HostItem.DEPOSITS: 9}, "あり", "根抵当"),
        HostFigures(KEY, last, {HostItem.DEPOSITS: 7}, unsaid=without),
    ).business
    assert business is not None
    assert business.lines == (HostLine(HostItem.LOANS, 80, None, former), HostLine(HostItem.DEPOSITS, 7, 9))
    assert (business.personal_guarantee, business.guarantee_of) == ("あり", former)
    assert (business.collateral, business.collateral_of) == ("根抵当", former)
