"""One window on a large store, measured from within its own process: `python -m bench.desktop_window HOME STARTED [start]`.

STARTED is the monotonic time at which the process was asked for. Prints one JSON object: lists of milliseconds by name, and megabytes.
With `start` it ends when the first page is usable.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import bankrm.cli.app as _  # noqa: F401  the command that opens the window has loaded it by then

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit

    from bankrm.bootstrap import Program, Store
    from bankrm.domain.clients import ClientKey
    from bankrm.domain.progress import CancelToken, Report
    from bankrm.ui.places import Place
    from bankrm.ui.studio import Studio

SWITCHES, ROWS, VISITS = 5, 3_000, 3
QUERIES = ("設備", "青葉", "見積 補助金", "社長 金利", "たかさご")
_TICK_MS = 1
HEADER = "記録番号,店番,CIF番号,取引先名,面談日,面談方法,場所,面談者,目的,当方の説明,顧客の発言,約束・宿題"


class Watchdog:
    """Ticks in the window's event loop, and knows the longest time between two ticks: so long the window heard nothing."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self.longest_s, self._last = 0.0, time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(_TICK_MS)

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest_s = max(self.longest_s, now - self._last - _TICK_MS / 1000)
        self._last = now

    def stop(self) -> None:
        """Tick no more."""
        self._timer.stop()


class Measuring:
    """What is measured in one window, one after the other."""

    def __init__(self, window: Studio, home: Path) -> None:
        self._window, self._home = window, home
        self.found: dict[str, list[float]] = defaultdict(list)

    def pages(self, *kinds: str) -> None:
        """Each page by turns, once for each kind; the client page also with one client's file."""
        from bankrm.ui.pages import PAGES

        places = {page.key: page.place() for page in PAGES} | self._client_file()
        for kind in kinds:
            for name, place in places.items():
                self._timed(f"{kind} {name}", lambda place=place: self._window.go(place))  # type: ignore[misc]

    def search(self) -> None:
        """From the last key of a query to its hits."""
        from PySide6 import QtWidgets

        finder = self._window.desk.finder
        finder.open_over()
        field = finder.findChild(QtWidgets.QLineEdit)
        assert isinstance(field, QtWidgets.QLineEdit)
        for query in QUERIES * 2:
            field.setText(query[:-1])
            self._window.rest()
            self._timed("search", lambda query=query: self._typed(field, query))  # type: ignore[misc]
        finder.close_over()

    def _typed(self, field: QLineEdit, query: str) -> None:
        field.setText(query)
        self._window.rest()

    def memory(self) -> None:
        """Megabytes that no file stands behind."""
        status = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
        kib = sum(int(line.split()[1]) for line in status if line.startswith(("RssAnon", "RssShmem")))
        self.found["memory"].append(kib / 1024)

    def importing(self) -> None:
        """The longest block while thousands of records come in."""
        path = self._home / "osetsu_kiroku.csv"
        path.write_text(self._table(), encoding="utf-8")
        program, store = self._opened

        def work(token: CancelToken, report: Report) -> object:
            return program.records.import_files(store)([path], token=token, report=report)

        self._watched("import", work)

    def writing(self) -> None:
        """The longest block while a writer that needs no time fills the queue's drafts."""
        from tests.fakes.writers import StandInWriter

        from bankrm.application.prepare_sets import Task
        from bankrm.domain.recipes import VISIT_SET

        program, store = self._opened
        day = program.calendar.next_open(program.clock.today())
        tasks = [Task(row.visit.client, row.visit) for row in program.queries.visits(store)(day, day)][:VISITS]

        def work(token: CancelToken, report: Report) -> object:
            return program.preparation.queue(store, StandInWriter(), token)(tasks, list(VISIT_SET), None, report=report)

        self._watched("write", work)

    @property
    def _opened(self) -> tuple[Program, Store]:
        services = self._window.desk.services
        return services.program, services.store

    def _client_file(self) -> dict[str, Place]:
        from bankrm.ui import pages, places

        known = any(page.place is places.ClientsPlace for page in pages.PAGES)
        return {"one client": places.ClientsPlace(self._clients()[0])} if known else {}

    def _clients(self) -> Sequence[ClientKey]:
        program, store = self._opened
        return [client.key for client in program.queries.clients(store)()]

    def _timed(self, name: str, act: Callable[[], object]) -> None:
        started = time.perf_counter()
        act()  # it rests when all is painted
        self.found[name].append((time.perf_counter() - started) * 1000)

    def _watched(self, name: str, work: Callable[[CancelToken, Report], object]) -> None:
        from bankrm.ui.jobs import Lane

        ended: list[object] = []
        with _watchdog() as dog:
            self._window.desk.jobs.start(work, ended.append, lane=Lane.MODEL if name == "write" else Lane.IO)
            self._window.wait(lambda: bool(ended), within_s=600)
        self._window.rest()
        self.found[f"block {name}"].append(dog.longest_s * 1000)

    def _table(self) -> str:
        talk = "設備の更新は来期の予算がついてから考えることになりそうだとのこと。" * 8
        keys = self._clients()
        rows = (
            f'N-{n},{keys[n % len(keys)].branch},{keys[n % len(keys)].cif},,R8.{n % 9 + 1}.{n % 28 + 1},訪問,本社,田辺社長,設備,"{talk}","（社長）「{talk}」",なし'
            for n in range(ROWS)
        )
        return "\r\n".join(("応接記録,令和8年11月20日現在", HEADER, *rows))


@contextmanager
def _watchdog() -> Iterator[Watchdog]:
    dog = Watchdog()
    try:
        yield dog
    finally:
        dog.stop()


def main(home: Path, started: float, *, only_start: bool) -> None:
    """Print what was measured."""
    gc.disable()  # as the command that opens the window does
    from bankrm.bootstrap import Program
    from bankrm.ui.studio import studio
    from bench.large_store import TODAY

    with studio(Program.of(home, TODAY, home / "passphrase")) as window:
        measuring = Measuring(window, home)
        measuring.found["start"].append((time.monotonic() - started) * 1000)
        measuring.found["work"].append(time.process_time() * 1000)
        if not only_start:
            measuring.pages(
                "first", "early"
            )  # beside the loading of modules and the look whether sets are to be made anew
            window.rest_behind()
            measuring.pages(*["page"] * SWITCHES)
            measuring.search()
            measuring.memory()
            measuring.writing()
            measuring.importing()
    print(json.dumps(measuring.found))


if __name__ == "__main__":
    main(Path(sys.argv[1]), float(sys.argv[2]), only_start="start" in sys.argv[3:])
