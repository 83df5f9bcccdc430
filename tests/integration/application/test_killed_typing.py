"""A real store, a real child process, a real SIGKILL: what was told as kept of a memo is there when its visit is opened again."""

from __future__ import annotations

import os
from itertools import islice
from pathlib import Path

import pytest
from tests.fakes.processes import start
from tests.fakes.records import KEY, SOURCE, a_client, a_visit
from tests.fakes.vault import RawKeyVault

from bankrm.adapters.store.store import Store
from bankrm.adapters.system.clock import FixedDay
from bankrm.application.open_memo import OpenMemo

_TYPE = """
import pathlib, sys
from dataclasses import replace
from tests.fakes.records import KEY, a_visit
from tests.fakes.vault import RawKeyVault
from bankrm.adapters.store.store import Store
from bankrm.adapters.system.clock import FixedDay
from bankrm.application.keep_memo import KeepMemo
from bankrm.application.open_memo import OpenMemo
home = pathlib.Path(sys.argv[1])
with Store.open(home, RawKeyVault(home / "store.keys")) as store:
    memo = OpenMemo(store.unit_of_work, FixedDay(a_visit().day)).of_visit(KEY, "V-1").memo
    for number in range(1, 1000):
        base, memo = memo, replace(memo, text="急" * number)
        KeepMemo(store.unit_of_work)(memo, base)
        print(number, flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is POSIX")
@pytest.mark.parametrize("kept", [1, 5])
def test_after_a_kill_the_memo_stands_as_kept_last(tmp_path: Path, kept: int) -> None:
    home = tmp_path / "home"
    with Store.create(home, RawKeyVault(home / "store.keys")) as store, store.unit_of_work() as work:
        for record in (a_client(), a_visit()):
            work.records.put(record, SOURCE)
        work.commit()
    with start(_TYPE, home) as child:
        assert child.stdout
        assert len(list(islice(child.stdout, kept))) == kept
        child.kill()
    with Store.open(home, RawKeyVault(home / "store.keys")) as store:
        memo = OpenMemo(store.unit_of_work, FixedDay(a_visit().day)).of_visit(KEY, "V-1").memo
    assert len(memo.text) >= kept
    assert set(memo.text) == {"急"}
