"""What a search finds, in every store."""

from __future__ import annotations

from tests.fakes.records import KEY, OTHER, SOURCE, a_document, an_interaction, put

from bankrm.application.ports.records import FoundTexts
from bankrm.application.ports.unit_of_work import OpenUnitOfWork
from bankrm.domain.clients import ClientKey


def hits(begin: OpenUnitOfWork, query: str, key: ClientKey = KEY) -> set[str]:
    with begin() as work:
        return {hit.id for hit in work.records.evidence_index(key).search(query, 10)}


def test_search_sees_one_clients_texts_and_the_banks(begin: OpenUnitOfWork) -> None:
    put(
        begin,
        an_interaction("R-1", words="冷却塔の騒音に困っている"),
        an_interaction("R-1", words="冷却塔は要らない", key=OTHER),
        a_document("D-1", "表紙", "冷却塔の見積り"),
        a_document("D-2", "冷却塔の図面", client=OTHER),
        a_document("S-1", "冷却塔の補助金", client=None),
    )
    assert hits(begin, "冷却塔") == {"interaction:R-1", "passage:1:D-1", "passage:0:S-1"}
    assert hits(begin, "冷却塔", ClientKey("099", "0000001")) == {"passage:0:S-1"}
    assert hits(begin, "騒音", OTHER) == set()
    assert hits(begin, "潜水艦") == set()


def test_search_sees_the_newest_version_alone(begin: OpenUnitOfWork) -> None:
    put(begin, an_interaction(words="焼酎への進出"), a_document("D-1", "麹の仕入", "瓶の仕入", "樽の仕入"))
    put(begin, an_interaction(words="輸出の拡大"), a_document("D-1", "麹の在庫"))
    assert hits(begin, "焼酎") == hits(begin, "瓶") == hits(begin, "樽") == hits(begin, "仕入") == set()
    assert hits(begin, "輸出") == {"interaction:R-1"}
    assert hits(begin, "在庫") == {"passage:0:D-1"}


def test_what_is_rolled_back_is_not_found(begin: OpenUnitOfWork) -> None:
    with begin() as work:
        work.records.put(an_interaction(words="焼酎への進出"), SOURCE)
    assert hits(begin, "焼酎") == set()


def test_a_search_over_all_clients_finds_records_and_passages_that_hold_every_word(begin: OpenUnitOfWork) -> None:
    talk, other = an_interaction(words="冷凍庫を替えたい"), an_interaction(words="冷凍庫は直した", key=OTHER)
    paper = a_document("D-1", "表紙", "冷凍庫の見積り")
    put(begin, talk, other, an_interaction("R-7", words="配送車"), paper)
    with begin() as work:
        found, ours, narrow, nothing = (
            work.records.find_texts("冷凍庫", 5),
            work.records.find_texts("冷凍庫", 5, clients=[KEY]),
            work.records.find_texts("冷凍庫 見積り", 5),
            work.records.find_texts("冷凍庫", 5, clients=[]),
        )
    assert {record.client_words for record in found.records} == {"冷凍庫を替えたい", "冷凍庫は直した"}
    assert [(one.document.ref, one.document.passages, one.passage) for one in found.passages] == [("D-1", (), paper.passages[1])]  # fmt: skip
    assert [record.client for record in ours.records] == [KEY]
    assert (narrow.records, [one.passage.page for one in narrow.passages]) == ((), [2])
    assert nothing == FoundTexts()


def test_a_search_over_all_clients_finds_the_newest_version_only(begin: OpenUnitOfWork) -> None:
    put(begin, an_interaction(words="冷凍庫を替えたい"), a_document("D-1", "冷凍庫の見積り"))
    put(begin, an_interaction(words="配送車"), a_document("D-1", "配送車の見積り"))
    with begin() as work:
        assert work.records.find_texts("冷凍庫", 5) == FoundTexts()
