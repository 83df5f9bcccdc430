"""One client's records and documents, as every store keeps them: the encrypted one and the fake alike."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from tests.fakes.records import (
    KEY,
    OTHER,
    SOURCE,
    TOKYO,
    a_client,
    a_document,
    a_visit,
    all_records,
    an_interaction,
    as_recorded,
    dossier_of,
    put,
)

from bankrm.application.ports.records import LEFT_OUT_AT_MOST, Amendment, Change, Compared, FoundTexts, batch_begun
from bankrm.application.ports.store import StoreBusy
from bankrm.application.ports.unit_of_work import OpenUnitOfWork
from bankrm.domain.business import Deal, HostFigures, HostItem
from bankrm.domain.clients import Client, ClientKey, Contact
from bankrm.domain.documents import Document
from bankrm.domain.dossier import Record
from bankrm.domain.interactions import Interaction, Party

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def test_every_kind_of_record_comes_back_as_it_was_put(begin: OpenUnitOfWork) -> None:
    put(begin, *all_records())
    assert as_recorded(dossier_of(begin)) == all_records()


def test_a_record_put_again_changes_nothing(begin: OpenUnitOfWork) -> None:
    assert set(put(begin, *all_records())) == {Change.NEW}
    assert set(put(begin, *all_records())) == {Change.UNCHANGED}


@pytest.mark.parametrize(
    ("first", "amended"),
    [
        (a_client(), replace(a_client(), name="藤波酒造株式会社")),
        (Contact(KEY, "三宅 透", "杜氏"), Contact(KEY, "三宅 透", "製造部長")),
        (an_interaction(), an_interaction(words="設備は去年直した")),
        (a_visit(), a_visit(start=datetime(2026, 12, 1, 9, 0, tzinfo=TOKYO))),
        (a_document(), a_document("D-1", "別の見積り")),
        (a_document(), replace(a_document(), valid_until=None)),
        (HostFigures(KEY, date(2026, 3, 31)), HostFigures(KEY, date(2026, 3, 31), collateral="土地")),
        (Deal("A-1", KEY, "設備"), Deal("A-1", KEY, "設備", amount_yen=1)),
    ],
)
def test_an_amended_record_stands_in_place_of_the_old_one(
    begin: OpenUnitOfWork, first: Record, amended: Record
) -> None:
    put(begin, a_client(), first)
    assert put(begin, amended) == [Change.CHANGED]
    recorded = as_recorded(dossier_of(begin))
    assert amended in recorded
    assert first not in recorded


def test_going_back_to_the_old_wording_is_a_change_again(begin: OpenUnitOfWork) -> None:
    put(begin, a_client(), an_interaction(words="甲"))
    assert put(begin, an_interaction(words="乙"), an_interaction(words="甲")) == [Change.CHANGED, Change.CHANGED]


def test_the_same_cif_in_two_branches_is_two_clients(begin: OpenUnitOfWork) -> None:
    put(begin, a_client(OTHER, "別会社"), a_client(), an_interaction(), an_interaction(words="別", key=OTHER))
    with begin() as work:
        assert [client.key for client in work.records.clients()] == [KEY, OTHER]
    assert [record.client_words for record in dossier_of(begin, OTHER).interactions] == ["別"]


def test_an_unknown_client_has_no_dossier(begin: OpenUnitOfWork) -> None:
    put(begin, an_interaction())
    with begin() as work:
        assert work.records.dossier(KEY) is None


def test_utterances_and_promises_are_read_out_of_the_record_on_every_reading(begin: OpenUnitOfWork) -> None:
    put(begin, a_client(), an_interaction(words="（社長）「来春までに入れ替えたい」"))
    (record,) = dossier_of(begin).interactions
    assert [(said.speaker, said.quoted) for said in record.utterances] == [("藤波社長", True)]
    assert [promise.owner for promise in record.promises] == [Party.BANK]
    assert put(begin, record) == [Change.UNCHANGED]


def test_a_dossier_is_in_time_order(begin: OpenUnitOfWork) -> None:
    put(
        begin,
        a_client(),
        an_interaction("R-2", date(2026, 9, 2)),
        an_interaction("R-1", date(2026, 9, 2)),
        an_interaction("R-9", date(2025, 9, 2)),
        HostFigures(KEY, date(2026, 11, 20)),
        HostFigures(KEY, date(2026, 3, 31)),
        Deal("A-2", KEY, "二", opened=date(2026, 1, 1)),
        Deal("A-3", KEY, "三"),
        a_visit("V-2", datetime(2026, 11, 25, 9, 0, tzinfo=TOKYO)),
        a_visit("V-1", datetime(2026, 11, 24, 16, 0, tzinfo=TOKYO)),
    )
    found = dossier_of(begin)
    assert [record.ref for record in found.interactions] == ["R-9", "R-1", "R-2"]
    assert [host.as_of.year for host in found.host] == [2026, 2026]
    assert found.as_of == found.host[-1].as_of == date(2026, 11, 20)
    assert [deal.ref for deal in found.deals] == ["A-3", "A-2"]
    assert [visit.ref for visit in found.visits] == ["V-1", "V-2"]


def test_a_dossier_holds_the_banks_documents_and_no_other_clients(begin: OpenUnitOfWork) -> None:
    put(begin, a_client(), a_document("D-1"), a_document("S-1", client=None), a_document("D-2", client=OTHER))
    assert {document.ref for document in dossier_of(begin).documents} == {"D-1", "S-1"}


@pytest.mark.parametrize(
    ("kept", "read", "ref", "owner"),
    [
        (KEY, KEY, "old", KEY),
        (None, None, "old", None),
        (None, KEY, "old", KEY),
        (KEY, None, "old", KEY),
        (OTHER, KEY, "new", KEY),
    ],
)
def test_the_same_bytes_are_the_same_document_of_one_owner(
    begin: OpenUnitOfWork, kept: ClientKey | None, read: ClientKey | None, ref: str, owner: ClientKey | None
) -> None:
    put(begin, a_client(), a_document("old", client=kept))
    with begin() as work:
        found = work.records.as_kept(a_document("new", client=read))
        assert (found.ref, found.client) == (ref, owner)
        other = replace(a_document("new", client=read), sha256="d" * 64)
        assert work.records.as_kept(other) == other


def test_a_document_under_its_own_ref_stays_there_whatever_else_has_its_bytes(begin: OpenUnitOfWork) -> None:
    put(begin, a_client(), a_document("first"), replace(a_document("second"), sha256="d" * 64))
    with begin() as work:
        assert work.records.as_kept(a_document("second")) == a_document("second")


def test_a_client_takes_a_document_over_from_nobody(begin: OpenUnitOfWork) -> None:
    put(begin, a_client(), a_client(OTHER), a_document("D", "冷却塔の見積り", "別紙の図面", client=None))
    assert put(begin, a_document("D", "冷却塔の見積り")) == [Change.CHANGED]
    assert [document.client for document in dossier_of(begin).documents] == [KEY]
    assert not dossier_of(begin, OTHER).documents
    with begin() as work:
        assert not work.records.evidence_index(OTHER).search("冷却塔 図面", 5)
        assert [hit.id for hit in work.records.evidence_index(KEY).search("冷却塔", 5)] == ["passage:0:D"]


def test_a_time_without_a_zone_stays_without_one(begin: OpenUnitOfWork) -> None:
    naive = a_visit(start=datetime(2026, 11, 24, 14, 0))
    put(begin, naive)
    with begin() as work:
        assert work.records.visits(date(2026, 11, 24), date(2026, 11, 24)) == [naive]


def test_an_original_is_kept_once(begin: OpenUnitOfWork) -> None:
    with begin() as work:
        assert work.records.keep_original("c" * 64, "a.pdf", b"pdf")
        assert not work.records.keep_original("c" * 64, "copy of a.pdf", b"pdf")


def test_an_original_keeps_the_name_that_it_came_with_first(begin: OpenUnitOfWork) -> None:
    with begin() as work:
        assert work.records.keep_original("a" * 64, "取引先.csv", b"1")
        assert not work.records.keep_original("a" * 64, "copy.csv", b"1")
        work.commit()
    with begin() as work:
        assert work.records.original_names({"a" * 64, "b" * 64}) == {"a" * 64: "取引先.csv"}
        assert work.records.original_names(()) == {}


@pytest.mark.parametrize("kind", [Client, Interaction, Document])
def test_a_records_text_may_hold_anything_a_file_may_hold(begin: OpenUnitOfWork, kind: type) -> None:
    odd = "改行\n引用\"'`;--\x00絵文字🍶\u2028『』%_\\"
    by_kind: dict[type, Record] = {
        Client: replace(a_client(), business=odd),
        Interaction: an_interaction(words=odd),
        Document: a_document("D-1", odd),
    }
    put(begin, a_client(), by_kind[kind])
    assert by_kind[kind] in as_recorded(dossier_of(begin))


def test_a_dossier_without_talks_holds_all_else(begin: OpenUnitOfWork) -> None:
    put(begin, *all_records())
    with begin() as work:
        found = work.records.dossier(KEY, talks=False)
    assert found == replace(dossier_of(begin), interactions=())


def test_a_document_knows_which_version_of_itself_it_is(begin: OpenUnitOfWork) -> None:
    put(begin, a_client(), a_document("D-1", "一版"), a_document("D-2", "他"))
    put(begin, a_document("D-1", "二版"), a_document("D-2", "他"))
    assert [(paper.ref, paper.version) for paper in dossier_of(begin).documents] == [("D-1", 2), ("D-2", 1)]


def test_texts_brought_in_ahead_are_found_once_their_records_are_kept(begin: OpenUnitOfWork) -> None:
    put(begin, a_client())
    talk = an_interaction(words="冷凍庫を替えたい")
    records: list[Record] = [talk, a_document()]
    with begin() as work:
        assert list(work.records.compared(records)) == [Compared(Change.NEW, 0)] * 2
        work.records.index_ahead("a" * 64, records)
        work.commit()
    with begin() as work:
        assert work.records.find_texts("冷凍庫", 9) == FoundTexts()
        work.records.put_many([Amendment(record, SOURCE, 0) for record in records], "a" * 64)
        work.commit()
    with begin() as work:
        assert [record.ref for record in work.records.find_texts("冷凍庫", 9).records] == [talk.ref]
        assert list(work.records.compared(records)) == [Compared(Change.UNCHANGED, 1)] * 2
    recorded = as_recorded(dossier_of(begin))
    assert [record for record in records if record not in recorded] == []


def test_many_records_are_amended_as_one_is(begin: OpenUnitOfWork) -> None:
    put(begin, *all_records())
    amended: list[Record] = [
        an_interaction(words="別の話"),
        replace(a_client(), name="藤波酒造株式会社"),
        Deal("A-1", KEY, "別の件"),
    ]
    with begin() as work:
        compared = list(work.records.compared(amended))
        work.records.index_ahead("b" * 64, amended)
        left = work.records.put_many([Amendment(record, SOURCE, 1) for record in amended], "b" * 64)
        work.commit()
    assert compared == [Compared(Change.CHANGED, 1)] * 3
    assert list(left) == []
    recorded = as_recorded(dossier_of(begin))
    assert [record for record in amended if record not in recorded] == []
    assert put(begin, *amended) == [Change.UNCHANGED] * 3


def test_records_whose_texts_were_swept_meanwhile_are_not_kept(begin: OpenUnitOfWork) -> None:
    record = an_interaction()
    with begin() as work:
        work.records.index_ahead("a" * 64, [record])
        work.commit()
    with begin() as work:
        while work.records.sweep_index(1, NOON):
            pass
        work.commit()
    with begin() as work, pytest.raises(StoreBusy):
        work.records.put_many([Amendment(record, SOURCE, 0)], "a" * 64)
    with begin() as work:
        assert work.records.interaction(record.client, record.ref) is None


@pytest.mark.parametrize(
    ("begun", "given_up", "kept"),
    [(NOON - timedelta(seconds=1), False, False), (NOON, False, True), (NOON, True, False)],
)
def test_texts_are_swept_that_were_given_up_or_brought_in_long_ago_and_no_others(
    begin: OpenUnitOfWork, begun: datetime, given_up: bool, kept: bool
) -> None:
    record, batch = an_interaction(), batch_begun(begun)
    with begin() as work:
        work.records.index_ahead(batch, [record])
        if given_up:
            work.records.give_up(batch)
        work.records.sweep_index(9, NOON)
        work.commit()
    with begin() as work, nullcontext() if kept else pytest.raises(StoreBusy):
        assert not work.records.put_many([Amendment(record, SOURCE, 0)], batch)


def test_what_was_amended_since_it_was_compared_and_what_is_not_wanted_is_left_out(begin: OpenUnitOfWork) -> None:
    talks = [replace(an_interaction(words=f"{word}を替えたい"), ref=word) for word in ("冷凍庫", "旋盤", "金型", "炉")]
    put(begin, a_client(), *talks[:2])
    amended: list[Record] = [replace(talk, client_words=f"{talk.ref}を買いたい") for talk in talks]
    ways = [Amendment(record, SOURCE, version) for record, version in zip(amended, (1, 1, 0, 0), strict=True)]
    with begin() as work:
        work.records.index_ahead(batch_begun(NOON), amended)
        work.records.index_ahead(batch := batch_begun(NOON), amended)
        work.commit()
    by_hand = [replace(talks[0], confidentiality="秘匿"), talks[2]]
    put(begin, *by_hand)
    with begin() as work:
        left = work.records.put_many(ways, batch, lambda: ways[3:])
        work.commit()
    assert list(left) == [ways[0], ways[2], ways[3]]
    with begin() as work:
        assert [work.records.interaction(KEY, talk.ref) for talk in talks] == [by_hand[0], amended[1], by_hand[1], None]
        assert [one.ref for one in work.records.find_texts("買いたい", 9).records] == ["旋盤"]
        for one in left:
            work.records.put(one.record, one.source)
        assert {one.ref for one in work.records.find_texts("買いたい", 9).records} == {talk.ref for talk in talks}


def test_where_another_import_amended_most_of_it_nothing_is_kept(begin: OpenUnitOfWork) -> None:
    put(begin, a_client())
    deals = [Deal(f"A-{number}", KEY, "設備") for number in range(LEFT_OUT_AT_MOST + 1)]
    with begin() as work, pytest.raises(StoreBusy):
        work.records.put_many([Amendment(deal, SOURCE, 1) for deal in deals], batch_begun(NOON))
    with begin() as work:
        assert work.records.standing(deals[0]) is None


def test_what_stands_under_a_natural_key_is_told(begin: OpenUnitOfWork) -> None:
    figures = HostFigures(KEY, date(2026, 11, 24), {HostItem.DEPOSITS: 7}, unsaid=("loans",))
    put(begin, a_client(), figures)
    with begin() as work:
        assert work.records.standing(HostFigures(KEY, date(2026, 11, 24))) == figures
        assert work.records.standing(HostFigures(KEY, date(2026, 11, 20))) is None
        assert work.records.standing(a_document()) is None
