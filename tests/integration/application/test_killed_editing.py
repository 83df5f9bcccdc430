"""A real store, a real child process, a real SIGKILL: every edit that was told as done is there, and can be undone."""

from __future__ import annotations

import os
from itertools import islice
from pathlib import Path

import pytest
from tests.builders import TODAY
from tests.fakes.editing import a_writing
from tests.fakes.processes import start
from tests.fakes.queue import fill
from tests.fakes.vault import RawKeyVault

from bankrm.adapters.store.store import Store
from bankrm.adapters.system.clock import FixedDay
from bankrm.application.edit_draft import UndoEdit
from bankrm.application.queries.drafts import ListDrafts, ReadDraft

_EDIT = """
import pathlib, sys, time
from tests.builders import TODAY
from tests.fakes.queue import KNOWLEDGE
from tests.fakes.vault import RawKeyVault
from bankrm.adapters.store.store import Store
from bankrm.adapters.system.clock import FixedDay
from bankrm.application.edit_draft import EditDraft
from bankrm.application.queries.drafts import ReadDraft
from bankrm.domain.editing import AddOwnView
home, clock = pathlib.Path(sys.argv[1]), FixedDay(TODAY)
with Store.open(home, RawKeyVault(home / "store.keys")) as store:
    edit, draft = EditDraft(store.unit_of_work, KNOWLEDGE.recipes, clock, "tester"), "first"
    for number in range(1000):
        base = ReadDraft(store.unit_of_work, clock)(draft, opened=False).base
        draft = edit(draft, base, AddOwnView("promises", f"{number}番")).draft
        print(number, flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is POSIX")
@pytest.mark.parametrize("done", [1, 4])
def test_after_a_kill_every_edit_stands_and_can_be_undone(tmp_path: Path, done: int) -> None:
    home = tmp_path / "home"
    with Store.create(home, RawKeyVault(home / "store.keys")) as store:
        fill(store.unit_of_work)
        with store.unit_of_work() as uow:
            uow.drafts.add(a_writing())
            uow.commit()
    with start(_EDIT, home) as child:
        assert child.stdout
        assert len(list(islice(child.stdout, done))) == done
        child.kill()
    assert child.returncode == -9

    with Store.open(home, RawKeyVault(home / "store.keys")) as store:
        begin, clock = store.unit_of_work, FixedDay(TODAY)
        (row,) = ListDrafts(begin)()
        view = ReadDraft(begin, clock)(row.id, opened=False)
        stand = len(view.draft.statements) - len(a_writing().statements)
        assert stand >= done
        while view.can_undo:
            UndoEdit(begin)(row.id, view.base)
            view = ReadDraft(begin, clock)(row.id, opened=False)
            stand -= 1
        assert stand == 0
        assert [one.text for one in view.draft.statements] == [one.text for one in a_writing().statements]
