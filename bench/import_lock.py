"""How long a large import keeps others from writing: `python -m bench.import_lock FOLDER [rows]`.

Imports that many 応接記録 into a store of 500 clients, then the same amended, while a second connection asks for the writer's place fifty
times a second. Prints for each import its seconds and the longest that the other had to wait.
"""

from __future__ import annotations

import random
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from bankrm.adapters.store.store import Store
from bankrm.domain.clients import ClientKey
from bench.bank_text import CAUSES, MATTERS, THINGS, VERBS, one
from bench.desktop_window import HEADER
from bench.large_store import make

ROWS = 50_000
_ASKS_EVERY_S, _PATIENCE_MS = 0.02, 600_000


def table(rows: int, keys: Sequence[ClientKey], place: str, seed: int = 1) -> str:
    """応接記録 of about 500 characters each, the clients by turns."""
    rng = random.Random(seed)

    def talk() -> str:
        return "".join(
            f"{one(rng, THINGS)}の更新は{one(rng, CAUSES)}ため、{one(rng, MATTERS)}がついてから{one(rng, VERBS)}とのこと。"
            for _ in range(6)
        )

    lines = (
        f'N-{n},{key.branch},{key.cif},,R8.{n % 9 + 1}.{n % 28 + 1},訪問,{place},田辺社長,設備,"{talk()}","（社長）「{talk()}」",なし'
        for n in range(rows)
        for key in (keys[n % len(keys)],)
    )
    return "\r\n".join(("応接記録,令和8年11月20日現在", HEADER, *lines))


@contextmanager
def _another_writer(store: Store) -> Iterator[list[float]]:
    """The seconds that it waited each time."""
    waits: list[float] = []
    ended = threading.Event()

    def ask() -> None:
        connection = store._file.connect()
        connection.execute(f"PRAGMA busy_timeout = {_PATIENCE_MS}")
        while not ended.wait(_ASKS_EVERY_S):
            asked = time.perf_counter()
            connection.execute("BEGIN IMMEDIATE")
            waits.append(time.perf_counter() - asked)
            connection.execute("ROLLBACK")

    thread = threading.Thread(target=ask)
    thread.start()
    try:
        yield waits
    finally:
        ended.set()
        thread.join()


def main(folder: Path, rows: int) -> None:
    """Print what was measured."""
    program = make(folder, talks=0)
    path = folder / "osetsu_kiroku.csv"
    with program.open_store() as store:
        keys = [client.key for client in program.queries.clients(store)()]
        for place in ("本社", "工場"):
            path.write_text(table(rows, keys, place), encoding="utf-8")
            with _another_writer(store) as waits:
                begun, computed = time.perf_counter(), time.process_time()
                (report,) = program.records.import_files(store)([path])
                took, computing = time.perf_counter() - begun, time.process_time() - computed
            print(
                f"{report.new:,} new, {report.changed:,} changed: {took:.0f} s, {computing:.0f} s of processor time; "
                f"the other waited at most {max(waits):.1f} s"
            )


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else ROWS)
