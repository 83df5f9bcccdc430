"""A pack of three documents for a client with 100 and with 300 interactions: seconds and peak memory, beside reading the dossier alone."""

from __future__ import annotations

import re
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from bankrm.application.ports.records import Source
from bankrm.application.ports.unit_of_work import UnitOfWork
from bankrm.bootstrap import Program
from bankrm.domain.clients import ClientKey
from bankrm.domain.recipes import VISIT_SET

TODAY = date(2026, 11, 20)
CLIENT = ClientKey("025", "0030218")
TALKS = (100, 300)


def run() -> Iterator[dict[str, object]]:
    """One row for each number of talks: seconds of the pack, of the dossier alone, their ratio, and peak memory of this process so far
    without file pages, MB."""
    for talks in TALKS:
        with tempfile.TemporaryDirectory() as folder:
            yield _measured(Path(folder), talks)


def _measured(folder: Path, talks: int) -> dict[str, object]:
    home, secret = folder / "home", folder / "passphrase"
    secret.write_text("a passphrase for the bench\n", encoding="utf-8")
    secret.chmod(0o600)
    program = Program.of(home, TODAY, secret)
    with program.create_store() as store:
        program.records.import_files(store)([program.resources.path("sample")])
        with store.unit_of_work() as uow:
            _make_it(uow, talks)
            uow.commit()
        started = time.perf_counter()
        with store.unit_of_work() as uow:
            dossier = uow.records.dossier(CLIENT)
        read = time.perf_counter() - started
        assert dossier
        assert len(dossier.interactions) >= talks
        started = time.perf_counter()
        program.preparation.visit(store)(CLIENT, dossier.visits[0], VISIT_SET, TODAY)
        packed = time.perf_counter() - started
    return {
        "bench": f"pack of three documents, {talks} interactions", "seconds": round(packed, 2), "dossier alone": round(read, 3),
        "ratio": round(packed / read, 1), "peak MB": round(_peak_mb()), "talks": len(dossier.interactions),
    }  # fmt: skip


def _make_it(uow: UnitOfWork, talks: int) -> None:
    """Older talks of the same client, moved back in time, until there are so many."""
    dossier = uow.records.dossier(CLIENT)
    assert dossier
    for round_ in range(1, talks // len(dossier.interactions) + 1):
        for talk in dossier.interactions:
            older = replace(
                talk,
                ref=f"{talk.ref}-{round_}",
                on=talk.on - timedelta(days=30 * round_),
                utterances=(),
                promises=(),
                sha256="",
            )
            uow.records.put(older, Source("0" * 64))


def _peak_mb() -> float:
    """Peak of anonymous memory where the system tells it (Linux), else of resident memory."""
    status = Path("/proc/self/status")
    if status.exists():
        fields = dict(re.findall(r"(\w+):\s+(\d+) kB", status.read_text(encoding="ascii")))
        return (int(fields["VmHWM"]) - int(fields.get("RssFile", 0))) / 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)
