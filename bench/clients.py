"""Reading for the search and the client page, on a store of 500 clients with 100 interactions each: milliseconds without the window.

`python -m bench clients`; the store is made once (minutes) and kept in build/bench/large.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from statistics import median

from bankrm.application.queries.client_file import ReadClientFile
from bankrm.application.queries.client_list import ListClientRows
from bankrm.application.queries.client_promises import ReadClientPromises
from bankrm.application.queries.client_talks import ReadTalks
from bankrm.application.queries.search import Search
from bench import large_store

STORE = Path(__file__).parents[1] / "build" / "bench" / "large"
BAR_MS = 150  # from the last key to the hits, the window's part included
CLIENTS = 8
TYPED = (
    "NC", "NC旋盤", "旋盤の見積", "補助金", "設備", "社長", "受注が読めない", "マシニ", "事業承継", "青葉精機", "あおば", "0030",
    "磯部", "青葉 補助金", "東雲銀行", "返済シミュレーション",
)  # fmt: skip


def run(folder: Path = STORE) -> Iterator[dict[str, object]]:
    """One row for each thing that is read."""
    program = large_store.make(folder)
    with program.open_store() as store:
        begin, clock, topics = store.unit_of_work, program.clock, program.topics
        search = Search(begin)
        search("準備")  # the dictionary is loaded with the first text
        yield {**_row("search as one types", map(partial(partial, search), TYPED)), "bar_ms": BAR_MS}
        rows = ListClientRows(begin, clock)
        yield _row("list of all clients", [rows] * 5)
        keys = [row.key for row in rows()[:: 500 // CLIENTS]]
        yield _row("a client without talks", map(partial(partial, ReadClientFile(begin, clock)), keys))
        yield _row("a client's 100 talks", map(partial(partial, ReadTalks(begin, topics, clock)), keys))
        yield _row("a client's promises", map(partial(partial, ReadClientPromises(begin, topics, clock)), keys))


def _row(name: str, calls: Iterable[Callable[[], object]]) -> dict[str, object]:
    """Beside the time that passed, the processor's: of use where others work on the same machine."""
    passed, worked = [], []
    for call in calls:
        started, before = time.perf_counter(), time.process_time()
        call()
        passed.append((time.perf_counter() - started) * 1_000)
        worked.append((time.process_time() - before) * 1_000)
    return {
        "what": name, "runs": len(passed), "median_ms": round(median(passed), 1), "worst_ms": round(max(passed), 1),
        "median_cpu_ms": round(median(worked), 1), "worst_cpu_ms": round(max(worked), 1),
    }  # fmt: skip
