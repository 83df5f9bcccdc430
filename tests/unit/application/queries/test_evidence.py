"""Evidence to cite, and where a piece stands."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.builders import CONTACTS, KEY, TODAY, accounts, paper, talk
from tests.fakes.editing import a_writing, said
from tests.fakes.store import MemoryStore

from bankrm.adapters.system.clock import FixedDay
from bankrm.application.ports.records import Source
from bankrm.application.queries.evidence import PDF, ReadSource, SearchEvidence, SourcePage, SourceRecord, SourceText
from bankrm.domain.business import HostFigures, HostItem
from bankrm.domain.citing import cite_host, cite_meeting, cite_passage
from bankrm.domain.clients import Client, ClientKey
from bankrm.domain.documents import Document, DocumentKind, Passage
from bankrm.domain.errors import NotFound
from bankrm.domain.evidence import Evidence
from bankrm.domain.ids import DraftId
from bankrm.drafting.citable import cite_record

OTHER = ClientKey("031", "0009999")
TALK = replace(
    talk(
        "2026-05-12",
        "社長「茹で釜を入れ替えたい」。工場長は人が足りないとのこと。",
        ours="設備資金を説明した。返済の話もした。",
        promises="【当行】6月末までに見積書をお持ちする",
        handed="設備資金のご案内",
    ),
    open_points="釜の置き場所",
)
OURS = HostFigures(KEY, TODAY, {HostItem.LOANS: 80_000_000})
QUOTE = Document(
    "q.pdf", "釜の見積書", DocumentKind.CLIENT, "c" * 64, (Passage("茹で釜 一式", 2, (0, 6)), Passage("納期は九月", 2, (7, 12))), KEY
)  # fmt: skip
NOTE = replace(
    QUOTE, ref="n.txt", sha256="d" * 64, passages=(Passage("甲", None, (0, 1)), Passage("乙の件", None, (2, 5)))
)


@pytest.fixture(name="store")
def _store() -> MemoryStore:
    store = MemoryStore()
    theirs = replace(talk("2026-05-01", "社長「茹で釜は要らない」"), client=OTHER)
    with store.unit_of_work() as uow:
        for record in (
            Client(KEY, "とびうお製麺", business="製麺"), Client(OTHER, "よそ"), *CONTACTS, TALK, theirs, accounts("2026-03-31", sales=300),
            paper("設備資金", "茹で釜のような設備に使える"), QUOTE, NOTE, OURS,
        ):  # fmt: skip
            uow.records.put(record, Source("0" * 64))
        uow.records.keep_original(QUOTE.sha256, "q.pdf", PDF + b"1.7")
        uow.records.keep_original(NOTE.sha256, "n.txt", b"...")
        uow.drafts.add(a_writing())
        uow.commit()
    return store


def found(store: MemoryStore, query: str, top: int = 20) -> list[str]:
    search = SearchEvidence(store.unit_of_work, FixedDay(TODAY))
    return [piece.text for piece in search(DraftId("first"), query, top)]


def test_a_search_gives_pieces_of_this_clients_records_and_the_banks_documents(store: MemoryStore) -> None:
    texts = found(store, "茹で釜")
    assert "2026年5月12日 訪問 篠崎社長: 「茹で釜を入れ替えたい」" in texts
    assert any("標準資料「設備資金」" in text for text in texts)
    assert not any("要らない" in text for text in texts)


def test_the_clients_own_stands_before_the_banks(store: MemoryStore) -> None:
    texts = found(store, "茹で釜")
    assert [text for text in texts if text.startswith("標準資料")] == texts[-1:]


@pytest.mark.parametrize(
    ("query", "text"),
    [("売上高", "決算 2026年3月期: 売上高 300百万円"), ("融資残高", "基幹データ 2026年6月12日時点: 当行融資残高 80百万円"), ("見積", "見積は21日遅れた")],
)  # fmt: skip
def test_what_is_recorded_in_fields_and_what_the_draft_has_is_found_too(
    store: MemoryStore, query: str, text: str
) -> None:
    assert any(text in one for one in found(store, query))


def test_so_many_are_given_and_none_for_no_words(store: MemoryStore) -> None:
    assert len(found(store, "茹で釜", 2)) == 2
    assert found(store, " ") == []
    with pytest.raises(NotFound):
        SearchEvidence(store.unit_of_work, FixedDay(TODAY))(DraftId("none"), "釜")


def source(store: MemoryStore, piece: Evidence) -> object:
    return ReadSource(store.unit_of_work)(KEY, piece)


def test_each_piece_of_a_record_is_found_again_in_its_field(store: MemoryStore) -> None:
    fields = []
    for piece in cite_record(TALK):
        there = source(store, piece)
        assert isinstance(there, SourceRecord)
        assert there.span
        assert there.text[slice(*there.span)] in piece.body
        fields.append(there.field)
    assert set(fields) == {"client_words", "explanation", "promises_text", "handed_over", "open_points"}


def test_a_talk_as_such_has_its_whole_record_as_source(store: MemoryStore) -> None:
    there = source(store, cite_meeting(TALK))
    assert isinstance(there, SourceRecord)
    assert (there.record.ref, there.field, there.span) == (TALK.ref, "", None)


def test_words_that_moved_in_an_amended_record_are_found_and_words_that_went_are_told(store: MemoryStore) -> None:
    first = next(cite_record(TALK))
    for words, span, amended in (
        ("昨日のこと。社長「茹で釜を入れ替えたい」", (9, 19), False),
        ("社長「釜は直す」", None, True),
    ):
        with store.unit_of_work() as uow:
            uow.records.put(talk("2026-05-12", words), Source("1" * 64))
            uow.commit()
        there = source(store, first)
        assert isinstance(there, SourceRecord)
        assert (there.span, there.amended) == (span, amended)


def test_a_passage_of_a_pdf_is_shown_on_its_page(store: MemoryStore) -> None:
    there = source(store, cite_passage(QUOTE, QUOTE.passages[1]))
    assert there == SourcePage("釜の見積書", PDF + b"1.7", 2, "納期は九月")


def test_a_passage_of_another_file_is_shown_in_its_text(store: MemoryStore) -> None:
    there = source(store, cite_passage(NOTE, NOTE.passages[1]))
    assert there == SourceText("釜の見積書", "甲\n乙の件", (2, 5))


def test_a_passage_that_a_newer_version_lacks_is_told(store: MemoryStore) -> None:
    gone = cite_passage(NOTE, Passage("丙", None, (0, 1)))
    assert source(store, gone) == SourceText("釜の見積書", gone.text, None, amended=True)


def test_what_is_kept_no_longer_is_its_own_source(store: MemoryStore) -> None:
    piece = said("よそで聞いた", "none")
    there = source(store, piece)
    assert isinstance(there, SourceText)
    assert (there.text, there.amended) == (piece.text, True)


def test_a_recorded_value_is_its_own_source(store: MemoryStore) -> None:
    (piece,) = cite_host(OURS)
    there = source(store, piece)
    assert isinstance(there, SourceText)
    assert there.span
    assert (there.title, there.text[slice(*there.span)]) == ("基幹データ 2026年6月12日時点", "当行融資残高 80百万円")
