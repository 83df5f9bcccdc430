import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlcipher3 import dbapi2 as sqlcipher

from bankrm.adapters.store.word_index import RERANKED, WordIndex, search_passages
from bankrm.drafting.ports import EvidenceIndex
from bankrm.language.glossary import Glossary, Term

TEXTS = {
    "i1": "社長は冷凍庫の更新を来期に考えたいと話した。",
    "i2": "経理部長から試算表を受け取った。売掛金が増えている。",
    "i3": "保証協会付の残高は60百万円。",
    "i4": "長男が来年4月に入社する。当分は現場。",
}
GLOSSARY = Glossary((Term("保証協会付", ("マル保",), "協会の保証が付く融資。"),))


@pytest.fixture(params=["sqlite3", "sqlcipher", "sqlalchemy"])
def index(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[WordIndex]:
    connection: Any = sqlite3.connect(":memory:")
    if request.param == "sqlcipher":
        connection = sqlcipher.connect(str(tmp_path / "index.db"))
        connection.execute(f"PRAGMA key = \"x'{'5a' * 32}'\"")
    if request.param == "sqlalchemy":
        engine = sa.create_engine("sqlite://")
        connection.close()
        connection = engine.connect()
    index = WordIndex(connection, GLOSSARY)
    index.create()
    for id, text in TEXTS.items():
        index.add(id, text, "bank" if id == "i3" else "client")
    yield index
    connection.close()
    if request.param == "sqlalchemy":
        engine.dispose()


def ids(index: EvidenceIndex, query: str, top: int = 10) -> list[str]:
    return [hit.id for hit in index.search(query, top)]


def test_the_text_that_answers_comes_first(index: WordIndex) -> None:
    assert ids(index, "冷凍庫の入れ替えについて社長は何と言ったか")[0] == "i1"
    assert ids(index, "ご長男の入社はいつですか")[0] == "i4"


def test_words_meet_whatever_their_spelling_and_width(index: WordIndex) -> None:
    index.add("i5", "サーバーの打合せは６月。ＮＣ旋盤も見た。")
    assert ids(index, "サーバの打ち合わせ")[0] == "i5"
    assert ids(index, "nc旋盤") == ["i5"]


@pytest.mark.parametrize("query", ["為替予約", "は が を 。", "", "\"' OR ) NEAR(", "\x00", "(*) ^"])
def test_a_query_of_which_no_word_stands_anywhere_finds_nothing(index: WordIndex, query: str) -> None:
    assert index.search(query, 10) == []


@pytest.mark.parametrize("query", ['冷凍庫" OR "x', "冷凍庫 NOT 更新 AND -words:", "冷凍庫*^{}", "冷凍庫" * 3_000])
def test_the_language_of_the_index_is_not_the_language_of_queries(index: WordIndex, query: str) -> None:
    assert ids(index, query)[0] == "i1"


def test_no_more_than_the_top_are_given_best_first_with_scores_above_zero(index: WordIndex) -> None:
    hits = index.search("社長 売掛金 長男 残高", 3)
    assert len(hits) == 3
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert all(hit.score > 0 for hit in hits)


def test_a_term_of_the_glossary_is_found_by_its_other_name(index: WordIndex) -> None:
    assert ids(index, "マル保") == ["i3"]
    assert ids(index, "マル保の残高はいくらか")[0] == "i3"


def test_a_search_held_to_a_scope_sees_nobody_elses_texts(index: WordIndex) -> None:
    assert [hit.id for hit in index.search("残高", 10, ["client"])] == []
    assert [hit.id for hit in index.search("残高", 10, ["client", "bank"])] == ["i3"]
    assert index.search("残高", 10, []) == []


def test_a_text_put_again_replaces_the_old_one(index: WordIndex) -> None:
    index.add("i1", "厨房の改装を決めた。")
    assert ids(index, "冷凍庫") == []
    assert ids(index, "厨房の改装") == ["i1"]


def test_a_removed_text_is_found_no_more(index: WordIndex) -> None:
    index.remove("i2")
    index.remove("never there")
    assert ids(index, "試算表") == []


def test_words_that_stand_nearly_everywhere_give_way_to_the_rarest(index: WordIndex) -> None:
    for n in range(RERANKED * 2):
        index.add(f"n{n}", f"設備の相談を受け、条件を説明した。番号{n}")
    index.add("rare", "牛舎の換気扇が壊れた。")
    assert ids(index, "設備の相談の条件の説明と牛舎の換気扇") == ["rare"]
    assert len(ids(index, "設備の条件", 5)) == 5


def test_passages_are_searched_in_memory_in_the_order_of_the_queries() -> None:
    found = list(search_passages(TEXTS.items(), [("q2", "試算表"), ("q1", "為替"), ("q3", "冷凍庫")], 1))
    assert [(query, [hit.id for hit in hits]) for query, hits in found] == [("q2", ["i2"]), ("q1", []), ("q3", ["i1"])]


def test_what_was_added_goes_with_the_transaction(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "index.db")
    index = WordIndex(connection)
    index.create()
    connection.commit()
    index.add("a", "冷凍庫の更新")
    connection.rollback()
    assert index.search("冷凍庫", 1) == []
    connection.close()


def test_nothing_of_the_text_is_readable_in_an_encrypted_file(tmp_path: Path) -> None:
    path = tmp_path / "index.db"
    connection = sqlcipher.connect(str(path))
    connection.execute(f"PRAGMA key = \"x'{'5a' * 32}'\"")
    index = WordIndex(connection)
    index.create()
    index.add("a", "冷凍庫の更新 Kanryou2026")
    connection.commit()
    connection.close()
    content = path.read_bytes()
    assert not any(word.encode() in content for word in ("冷凍", "更新", "kanryou", "word_index"))


def found(index: WordIndex, query: str, *within: list[str]) -> list[str]:
    return [hit.id for hit in index.find(query, 10, *within)]


def test_finding_wants_every_word_and_puts_what_stands_to_the_letter_before_the_newest(index: WordIndex) -> None:
    index.add("i6", "社長、冷凍庫は来期に更新。")
    index.add("i7", "冷凍庫を社長は来期に")
    assert found(index, "社長 冷凍庫") == ["i6", "i7", "i1"]
    assert found(index, "冷凍庫 試算表") == []
    assert found(index, "の") == []


def test_a_last_word_still_being_typed_finds_what_begins_with_it(index: WordIndex) -> None:
    index.add("i8", "マシニングセンタを見た。")
    assert found(index, "マシニ") == ["i8"]
    assert found(index, "マシニ 見た") == []


def test_a_word_of_the_glossary_finds_its_other_names(index: WordIndex) -> None:
    assert found(index, "マル保の残高") == ["i3"]


def test_what_is_found_stands_in_a_scope_of_every_group(index: WordIndex) -> None:
    index.add("i9", "冷凍庫の見積", "client", "documents")
    assert found(index, "冷凍庫", ["client"]) == ["i9", "i1"]
    assert found(index, "冷凍庫", ["documents"], ["client", "bank"]) == ["i9"]
    assert found(index, "冷凍庫", ["documents"], []) == []
