"""A real store, a real child process, a real SIGKILL: what stood stands, and only what is missing is written again."""

from __future__ import annotations

import os
from itertools import islice
from pathlib import Path

import pytest
from tests.fakes.processes import start
from tests.fakes.queue import BRIEF, SECTIONS, SUMMARY, Desk, comparable, fill
from tests.fakes.vault import RawKeyVault

from bankrm.adapters.store.audit_chain import verify_chain
from bankrm.adapters.store.store import Store
from bankrm.domain.preparation import JobState

KINDS = (BRIEF, SUMMARY)
KEYS = [(kind, key) for kind in KINDS for key in SECTIONS[kind]]

_RUN = """
import pathlib, sys, time
from bankrm.adapters.store.store import Store
from tests.fakes.queue import BRIEF, SUMMARY, Desk
from tests.fakes.vault import RawKeyVault
from tests.fakes.writers import StandInWriter
home, stop = pathlib.Path(sys.argv[1]), int(sys.argv[2])

def slowly(context, section):
    print(section.key, flush=True)
    if len(writer.written) == stop:
        time.sleep(600)

writer = StandInWriter(slowly)
with Store.open(home, RawKeyVault(home / "store.keys")) as store:
    desk = Desk(store.unit_of_work, writer)
    desk.ask(None, BRIEF, SUMMARY)
    desk.run()
"""


def a_home(folder: Path) -> Path:
    with Store.create(folder, RawKeyVault(folder / "store.keys")) as store:
        fill(store.unit_of_work)
    return folder


@pytest.fixture(scope="module", name="undisturbed")
def _undisturbed(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What a run writes that nobody kills."""
    home = a_home(tmp_path_factory.mktemp("whole") / "home")
    with Store.open(home, RawKeyVault(home / "store.keys")) as store:
        desk = Desk(store.unit_of_work)
        desk.ask(None, *KINDS)
        desk.run()
        return [comparable(desk.in_place(kind)) for kind in KINDS]


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is POSIX")
@pytest.mark.parametrize("stood", [0, 9, len(KEYS) - 1])
def test_after_a_kill_only_the_missing_sections_are_written_to_the_same_bytes(
    tmp_path: Path, undisturbed: list[str], stood: int
) -> None:
    home = a_home(tmp_path / "home")
    with start(_RUN, home, stood) as child:
        assert child.stdout
        assert len(list(islice(child.stdout, stood + 1))) == stood + 1
        child.kill()
    assert child.returncode == -9

    with Store.open(home, RawKeyVault(home / "store.keys")) as store:
        desk = Desk(store.unit_of_work)
        at_work = KEYS[stood][0]
        assert [job.kind for job in desk.jobs(JobState.RUNNING)] == [at_work]
        assert desk.in_place(at_work).provenance.engine == "template"
        assert [(job.kind, job.sections_done) for job in desk.recover()] == [
            (at_work, SECTIONS[at_work].index(KEYS[stood][1]))
        ]
        desk.run()
        assert desk.writer.written == KEYS[stood:]
        assert [comparable(desk.in_place(kind)) for kind in KINDS] == undisturbed
        assert [job.state for job in desk.jobs()] == [JobState.DONE, JobState.DONE]
        assert store.info().counts["kept_section"] == 0
        with store.unit_of_work() as uow:
            assert len(uow.drafts.summaries(visit="visit-1")) == len(KINDS)
            assert verify_chain(uow.audit.entries()) is None
