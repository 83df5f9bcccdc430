"""Search: words in FTS5, the best of them re-ranked by character bigrams.

Trigrams in the index find less and bigrams there take ten times as long; words alone rank worse. The tables lie in the
store's encrypted file and follow its transactions; the same code searches an index in memory.

word_index             FTS5: the text's content words, and the scope it belongs to
word_index_texts       the caller's id of each row, and its letters for re-ranking
word_index_hidden      rows that no search finds: not shown yet, or shown no more (hidden_texts.py)
word_index_vocabulary  in how many rows a word stands
"""

from __future__ import annotations

import sqlite3
import string
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Protocol

from bankrm.drafting.ports import Hit
from bankrm.language.bigrams import BigramRanking, letters
from bankrm.language.glossary import NO_GLOSSARY, Glossary
from bankrm.language.words import content_words

if TYPE_CHECKING:
    from sqlalchemy import Connection

RERANKED = 200
FREQUENT = 0.10  # a word in a larger share of the texts tells little and costs most of the time
ALWAYS_KEPT = 2
COMPLETIONS = 20  # words that a beginning may stand for

_LAST = "\U0010ffff"  # behind every character
_QUOTES = "\"'`"
_WORD_CHARACTERS = "".join(c for c in string.punctuation if c not in _QUOTES)
_TABLES = (
    f"""CREATE VIRTUAL TABLE word_index USING fts5(words, scope, tokenize="ascii tokenchars '{_WORD_CHARACTERS}'")""",
    "CREATE VIRTUAL TABLE word_index_vocabulary USING fts5vocab('word_index', 'row')",
    "CREATE TABLE word_index_texts (number INTEGER PRIMARY KEY, id TEXT NOT NULL, letters TEXT NOT NULL)",
    "CREATE INDEX ix_word_index_texts_id ON word_index_texts (id)",
    "CREATE TABLE word_index_hidden (number INTEGER PRIMARY KEY, batch TEXT NOT NULL, id TEXT NOT NULL)",
)
_SHOWN = "NOT IN (SELECT number FROM word_index_hidden)"


class DriverConnection(Protocol):
    """A DBAPI connection of sqlite3 or sqlcipher3, as far as it is needed here."""

    def execute(self, sql: str, parameters: tuple[Any, ...] = ..., /) -> Any:
        """Run one statement; the cursor yields rows."""
        ...


@dataclass(frozen=True, slots=True)
class IndexedText:
    """A text as the index keeps it: what takes time to make, and needs no store."""

    id: str
    letters: str
    words: str
    scope: str

    @classmethod
    def of(cls, id: str, text: str, *scopes: str) -> IndexedText:
        """`id` is the caller's; `scopes` name the groups that a search may be held to."""
        return cls(id, letters(text), _phrase(content_words(text)), _phrase(scopes))


class WordIndex:
    """Full-text search over short texts. It never commits: rows come and go with the caller's transaction."""

    def __init__(self, connection: DriverConnection | Connection, glossary: Glossary = NO_GLOSSARY) -> None:
        """`connection` is the driver's or SQLAlchemy's: the store and its migrations have the latter."""
        self._execute: Callable[..., Any] = getattr(connection, "exec_driver_sql", connection.execute)
        self._glossary = glossary
        self._total: int | None = None

    def create(self) -> None:
        """Make the tables as the newest migration leaves them, for an index in memory."""
        for table in _TABLES:
            self._execute(table)

    def add(self, id: str, text: str, *scopes: str) -> None:
        """Put a text under its id, instead of what stood there; `scopes` name the groups that a search may be held to."""
        new = IndexedText.of(id, text, *scopes)
        self.remove(id)
        added = self._execute("INSERT INTO word_index_texts (id, letters) VALUES (?, ?)", (id, new.letters))
        row = (added.lastrowid, new.words, new.scope)
        self._execute("INSERT INTO word_index (rowid, words, scope) VALUES (?, ?, ?)", row)

    def remove(self, id: str) -> None:
        """Forget a text; harmless where there is none of that id."""
        self._total = None
        shown = f"SELECT number FROM word_index_texts WHERE id = ? AND number {_SHOWN}"
        for (number,) in self._execute(shown, (id,)).fetchall():
            self._execute("DELETE FROM word_index WHERE rowid = ?", (number,))
            self._execute("DELETE FROM word_index_texts WHERE number = ?", (number,))

    def search(self, query: str, top: int, scopes: Collection[str] | None = None) -> list[Hit]:
        """The best texts, best first, of these scopes (None: of all); nothing where no word of the query stands in any.

        A score is the sum of BM25 over words and BM25 over bigrams: to be compared within one search only.
        """
        others = self._glossary.other_words(query)
        phrases = self._telling({_token(word) for word in content_words(query)})
        phrases += [_phrase(content_words(other)) for _, other in others]
        found = self._candidates(phrases, scopes)
        wordings = [query, *(query.replace(said, other) for said, other in others)]
        scores = _best_wording(wordings, [text for _, text, _ in found])
        ranked = sorted(
            (Hit(id, score + by_words) for score, (id, _, by_words) in zip(scores, found, strict=True)), key=_rank
        )
        return ranked[:top]

    def find(self, query: str, top: int, *within: Collection[str]) -> list[Hit]:
        """The newest texts that hold every word of the query, each in a scope of all of `within`; those that hold the query to the
        letter come first and score 1.

        A last word that stands nowhere may be the beginning of one that does: somebody is still typing it. Many texts that fit cost
        no more than few, since only the newest are read.
        """
        wordings = [query, *(query.replace(said, other) for said, other in self._glossary.other_words(query))]
        spoken = [words for wording in wordings if (words := content_words(wording))]
        if not spoken or not all(within):
            return []
        groups = [f"scope : ({_any(map(_token, scopes))})" for scopes in within]
        wanted = " OR ".join(f"({self._all(words)})" for words in spoken)
        match = " AND ".join([*groups, f"words : ({wanted})"])
        sql = f"""SELECT id, letters FROM
            (SELECT rowid AS newest FROM word_index WHERE word_index MATCH ? AND rowid {_SHOWN} ORDER BY rowid DESC LIMIT ?)
            JOIN word_index_texts ON number = newest ORDER BY newest DESC"""
        to_the_letter = [letters(wording) for wording in wordings]
        hits = [
            Hit(id, float(any(wording in text for wording in to_the_letter)))
            for id, text in self._execute(sql, (match, RERANKED)).fetchall()
        ]
        return sorted(hits, key=lambda hit: -hit.score)[:top]

    def _all(self, words: Sequence[str]) -> str:
        *whole, last = map(_token, words)
        return " AND ".join([*(f'"{word}"' for word in whole), f"({_any(self._completed(last))})"])

    def _completed(self, word: str) -> list[str]:
        """The word itself where it stands in some text, else the words that begin with it."""
        sql = "SELECT term FROM word_index_vocabulary WHERE term >= ? AND term < ? LIMIT ?"
        begun = [term for (term,) in self._execute(sql, (word, word + _LAST, COMPLETIONS)).fetchall()]
        return [word] if word in begun or not begun else begun

    def _telling(self, words: Collection[str]) -> list[str]:
        """The words that stand in some text, without those that stand in many: in a small store all are telling."""
        marks = ", ".join("?" * len(words))
        sql = f"SELECT doc, term FROM word_index_vocabulary WHERE term IN ({marks}) ORDER BY doc, term"
        rows = self._execute(sql, tuple(words)).fetchall() if words else []
        many = max(RERANKED, FREQUENT * self._texts()) if len(rows) > ALWAYS_KEPT else 0
        return [word for place, (count, word) in enumerate(rows) if place < ALWAYS_KEPT or count <= many]

    def _texts(self) -> int:
        """How many there are; counted once between this index's own changes, since counting reads a whole table."""
        if self._total is None:
            (self._total,) = self._execute("SELECT count(*) FROM word_index_texts").fetchone()
        return self._total

    def _candidates(self, phrases: Sequence[str], scopes: Collection[str] | None) -> list[tuple[str, str, float]]:
        """Id, letters and BM25 (more is better) of the texts that hold most of the phrases."""
        if not phrases or (scopes is not None and not scopes):
            return []
        match = f"words : ({_any(phrases)})"
        if scopes is not None:
            match = f"scope : ({_any([_token(scope) for scope in scopes])}) AND {match}"
        sql = f"""SELECT id, letters, -score FROM
            (SELECT rowid, bm25(word_index, 1.0, 0.0) AS score FROM word_index
             WHERE word_index MATCH ? AND rowid {_SHOWN} ORDER BY score, rowid LIMIT ?)
            JOIN word_index_texts ON number = rowid"""
        return [tuple(row) for row in self._execute(sql, (match, RERANKED)).fetchall()]


def search_passages(
    passages: Iterable[tuple[str, str]], queries: Iterable[tuple[str, str]], top: int, glossary: Glossary = NO_GLOSSARY
) -> Iterator[tuple[str, list[Hit]]]:
    """Search passages given as (id, text) for queries given so, in an index in memory that is gone afterwards.

    Yields each query's id with its hits, in the order of the queries. A later passage of the same id replaces the earlier.
    """
    connection = sqlite3.connect(":memory:")
    try:
        index = WordIndex(connection, glossary)
        index.create()
        for id, text in passages:
            index.add(id, text)
        for id, text in queries:
            yield id, index.search(text, top)
    finally:
        connection.close()


@lru_cache(maxsize=20_000)  # records say the same words again and again; a third of an import went into this
def _token(word: str) -> str:
    """The word as FTS5 sees it: one run without white space or quotes, in lower case."""
    folded = unicodedata.normalize("NFKC", word).casefold()
    return "".join("_" if c.isspace() or c in _QUOTES or c < " " else c for c in folded) or "_"


def _phrase(words: Iterable[str]) -> str:
    return " ".join(map(_token, words))


def _any(phrases: Iterable[str]) -> str:
    return " OR ".join(f'"{phrase}"' for phrase in phrases)


def _best_wording(wordings: Sequence[str], texts: Sequence[str]) -> list[float]:
    """A text is as close to the query as to the closest of its wordings."""
    ranking = BigramRanking(texts)
    scores = [ranking.scores(wording) for wording in dict.fromkeys(wordings)]
    return [max(of_text) for of_text in zip(*scores, strict=True)]


def _rank(hit: Hit) -> tuple[float, str]:
    return -hit.score, hit.id
