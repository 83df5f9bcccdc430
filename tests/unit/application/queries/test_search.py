"""The search over everything, on a store in memory."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.fakes.records import KEY, OTHER, SOURCE, a_client, a_document, a_draft, a_visit, an_interaction
from tests.fakes.store import MemoryStore

from bankrm.application.queries.excerpts import excerpt
from bankrm.application.queries.search import ClientField, Found, NoteSearch, RecordField, Search
from bankrm.domain.audit import Act
from bankrm.domain.clients import Contact
from bankrm.domain.dossier import Record
from bankrm.domain.recipes import DocumentKindName

BRIDGE = replace(
    a_client(OTHER, "髙橋ブリッジ工業株式会社"), reading="タカハシブリッジコウギョウ", aliases=(), corporate_number=""
)


def store_of(*records: Record) -> MemoryStore:
    store = MemoryStore()
    with store.unit_of_work() as work:
        for record in records:
            work.records.put(record, SOURCE)
        work.commit()
    return store


def search(store: MemoryStore, typed: str) -> Found:
    return Search(store.unit_of_work)(typed)


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ("藤波", ClientField.NAME),
        ("醸造", ClientField.NAME),
        ("ふじなみじょ", ClientField.READING),
        ("ﾌｼﾞﾅﾐｼﾞｮ", ClientField.READING),
        ("ふじなみ", ClientField.READING),
        ("０００４７１１", ClientField.KEY),
        ("031-00", ClientField.KEY),
        ("123456789", ClientField.CORPORATE_NUMBER),
        ("藤波 031", ClientField.NAME),
    ],
)
def test_a_client_is_found_by_any_part_of_what_it_is_known_by(typed: str, field: ClientField) -> None:
    found = search(store_of(a_client(), BRIDGE), typed).clients
    assert (KEY, field) in [(hit.key, hit.field) for hit in found]


def test_old_and_new_characters_are_one() -> None:
    assert [hit.key for hit in search(store_of(BRIDGE), "高橋").clients] == [OTHER]


def test_a_name_that_begins_so_stands_before_one_that_holds_it() -> None:
    inside = replace(BRIDGE, name="株式会社新藤波")
    assert [hit.key for hit in search(store_of(inside, a_client()), "藤波").clients] == [KEY, OTHER]


def test_white_space_finds_nothing() -> None:
    assert search(store_of(a_client()), " \u3000") == Found()


def test_a_person_is_found_by_name_beside_the_firm() -> None:
    store = store_of(
        a_client(), BRIDGE, Contact(KEY, "三宅 透", "製造部長", "ミヤケ トオル"), Contact(OTHER, "三宅 望")
    )
    assert [hit.client for hit in search(store, "みやけ").people] == [KEY]
    assert [hit.client for hit in search(store, "三宅").people] == [KEY, OTHER]
    (hit,) = search(store, "三宅 藤波").people
    assert (hit.person, hit.client_name) == ("三宅製造部長", "藤波醸造株式会社")


def test_a_record_says_in_which_field_and_line_the_words_stand() -> None:
    talk = an_interaction(words="冷えは足りている。\n（社長）「圧搾機を来春に替えたい」")
    (hit,) = search(store_of(a_client(), talk), "圧搾機").records
    assert (hit.ref, hit.on, hit.field) == ("R-1", date(2026, 9, 4), RecordField.CLIENT_WORDS)
    assert [hit.excerpt.text[slice(*mark)] for mark in hit.excerpt.marks] == ["圧搾機"]
    assert "\n" not in hit.excerpt.text


def test_a_piece_that_names_a_client_narrows_the_texts_to_it() -> None:
    store = store_of(
        a_client(), BRIDGE, an_interaction(words="圧搾機が古い"), an_interaction("R-2", words="圧搾機は無い", key=OTHER)
    )
    assert [hit.client for hit in search(store, "藤波 圧搾機").records] == [KEY]
    assert len(search(store, "圧搾機").records) == 2


def test_a_document_opens_at_the_page_that_holds_the_words() -> None:
    (hit,) = search(store_of(a_client(), a_document("D-1", "表紙", "圧搾機一式")), "圧搾機").documents
    assert (hit.client, hit.ref, hit.title, hit.page) == (KEY, "D-1", "見積書", 2)


def test_drafts_are_found_by_their_client_and_their_kind() -> None:
    store = store_of(a_client(), a_visit())
    brief, summary = a_draft(), replace(a_draft(None), kind=DocumentKindName.HISTORY_SUMMARY, title="交渉履歴要約")
    with store.unit_of_work() as work:
        work.drafts.add(brief)
        work.drafts.add(summary)
        work.commit()
    assert {hit.id for hit in search(store, "ふじなみじょうぞう").drafts} == {brief.id, summary.id}
    (hit,) = search(store, "藤波 事前").drafts
    assert (hit.id, hit.title, hit.day) == (brief.id, "訪問先事前調査", brief.day)
    assert search(store, "事前").drafts == ()


def test_what_was_searched_is_recorded_when_a_hit_is_opened_and_not_in_words() -> None:
    store = store_of(a_client())
    (hit,) = search(store, "藤波").clients
    NoteSearch(store.unit_of_work)("藤波", hit)
    with store.unit_of_work() as work:
        (entry,) = work.audit.entries()
    assert (entry.act, entry.object) == (Act.SEARCHED, f"client:{KEY}")
    assert "藤波" not in str(entry)


@pytest.mark.parametrize(
    ("text", "wanted", "shown"),
    [
        ("短い文。", ["文"], "短い文。"),
        ("甲" * 50 + "。乙は丙である。" + "丁" * 50, ["丙"], "…乙は丙である。" + "丁" * 52),
        ("戊" * 200 + "己" + "庚" * 200, ["己"], "…" + "戊" * 12 + "己" + "庚" * 47 + "…"),
        ("何も" * 40, ["丙"], "何も" * 30 + "…"),
    ],
)
def test_an_excerpt_is_one_line_around_the_words(text: str, wanted: list[str], shown: str) -> None:
    cut = excerpt(text, wanted)
    assert cut.text.rstrip("…丁") == shown.rstrip("…丁")
    assert all(cut.text[slice(*mark)] in wanted for mark in cut.marks)
    assert bool(cut.marks) == (wanted[0] in text)


def test_a_client_that_comes_while_one_searches_is_found() -> None:
    store = store_of(a_client())
    look = Search(store.unit_of_work)
    assert look("髙橋").clients == ()
    with store.unit_of_work() as work:
        work.records.put(BRIDGE, SOURCE)
        work.commit()
    assert [hit.key for hit in look("髙橋").clients] == [OTHER]
