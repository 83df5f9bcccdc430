"""Search over 100,000 passages: milliseconds per query of the word index in an encrypted file, as the store has it.

Beside it, over the same passages: the same words with none dropped and nothing re-ranked (in the same file), and plain FTS5
over trigrams (in memory, so with an advantage).

`python -m bench.search [passages]` prints one JSON object per measurement.
"""

from __future__ import annotations

import json
import re
import secrets
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from bankrm.adapters.store.word_index import WordIndex
from bankrm.language.glossary import Glossary
from bankrm.language.words import content_words
from bench.bank_text import PASSAGES, passages, queries

QUERIES = 200
PEER_QUERIES = 60
TOP = 10
P95_BAR_MS = 30
_GLOSSARY = Path(__file__).parents[1] / "resources" / "glossary" / "glossary.toml"


def run(count: int = PASSAGES) -> list[dict[str, Any]]:
    """One row for the index and one for each peer; `ratio` is the peer's p95 over ours."""
    with tempfile.TemporaryDirectory() as folder:
        connection = _encrypted(Path(folder) / "bench.db")
        try:
            return _rows(connection, count)
        finally:
            connection.close()


def _rows(connection: sqlcipher.Connection, count: int) -> list[dict[str, Any]]:
    index = WordIndex(connection, Glossary.parse(_GLOSSARY.read_text(encoding="utf-8")))
    started = time.perf_counter()
    connection.execute("BEGIN")
    index.create()
    for id, text in passages(count):
        index.add(id, text)
    connection.commit()
    built_s = time.perf_counter() - started
    ours = _measure(lambda query: index.search(query, TOP), QUERIES)
    rows = [
        {
            "bench": "search",
            "what": "word index",
            "passages": count,
            "build_s": round(built_s, 1),
            "bar_p95_ms": P95_BAR_MS,
            **ours,
        }
    ]
    for name, search in (("FTS5, all words", _all_words(connection)), ("FTS5 trigrams", _trigrams(count))):
        peer = _measure(search, PEER_QUERIES)
        rows.append(
            {
                "bench": "search",
                "what": name,
                "passages": count,
                **peer,
                "ratio": round(peer["p95_ms"] / ours["p95_ms"], 1),
            }
        )
    return rows


def _encrypted(path: Path) -> sqlcipher.Connection:
    connection = sqlcipher.connect(str(path))
    connection.execute(f"PRAGMA key = \"x'{secrets.token_hex(32)}'\"")
    return connection


def _measure(search: Callable[[str], Sequence[Any]], count: int) -> dict[str, float]:
    times, found = [], 0
    for _, query in queries(count):
        started = time.perf_counter()
        found += bool(search(query))
        times.append((time.perf_counter() - started) * 1_000)
    p95 = statistics.quantiles(times, n=20)[-1]
    return {
        "queries": count,
        "median_ms": round(statistics.median(times), 2),
        "p95_ms": round(p95, 2),
        "answered": found,
    }


def _all_words(connection: sqlcipher.Connection) -> Callable[[str], Sequence[Any]]:
    """The same words in the same index, none dropped and nothing re-ranked."""

    def search(query: str) -> list[Any]:
        match = " OR ".join(f'"{word}"' for word in content_words(query))
        return list(
            connection.execute(
                "SELECT rowid FROM word_index WHERE word_index MATCH ? ORDER BY rank LIMIT ?", (match, TOP)
            ).fetchall()
        )

    return search


def _trigrams(count: int) -> Callable[[str], Sequence[Any]]:
    """SQLite's own tokenizer for languages without spaces: any trigram of the query."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE peer USING fts5(text, tokenize='trigram')")
    connection.executemany("INSERT INTO peer (text) VALUES (?)", ((text,) for _, text in passages(count)))

    def search(query: str) -> list[Any]:
        bare = re.sub(r'["\s]', "", query)
        match = " OR ".join(dict.fromkeys(f'"{bare[i : i + 3]}"' for i in range(len(bare) - 2)))
        return list(
            connection.execute(
                "SELECT rowid FROM peer WHERE peer MATCH ? ORDER BY rank LIMIT ?", (match, TOP)
            ).fetchall()
        )

    return search


if __name__ == "__main__":
    for row in run(int(sys.argv[1]) if len(sys.argv) > 1 else PASSAGES):
        print(json.dumps(row, ensure_ascii=False))
