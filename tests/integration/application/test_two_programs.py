"""One store opened by two programs: what one has said of a promise, the other does not say again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.builders import KEY, TODAY, talk
from tests.fakes.queue import fill
from tests.fakes.records import put
from tests.fakes.vault import RawKeyVault

from bankrm.adapters.store.store import Store
from bankrm.adapters.system.clock import FixedDay
from bankrm.application.close_promise import ClosePromise
from bankrm.application.refresh_promises import RefreshPromises
from bankrm.domain.audit import Act
from bankrm.domain.closings import OpenPromise
from bankrm.domain.errors import NotFound
from bankrm.domain.interactions import Party

CLOCK = FixedDay(TODAY)
PROMISED = talk("2026-05-13", promises="【当行】返済計画の案を6月5日までに持参。")
DEED = talk("2026-06-08", ours="返済計画の案をお渡しした。", handed="返済計画の案")


@pytest.fixture(name="programs")
def _programs(tmp_path: Path) -> Iterator[tuple[Store, Store]]:
    home = tmp_path / "home"
    vault = RawKeyVault(home / "store.keys")
    with Store.create(home, vault, actor="大野") as one, Store.open(home, vault, actor="山根") as other:
        fill(one.unit_of_work)
        put(one.unit_of_work, PROMISED)
        RefreshPromises(one.unit_of_work, CLOCK).of((KEY,))
        yield one, other


def closing(store: Store) -> ClosePromise:
    return ClosePromise(store.unit_of_work, RefreshPromises(store.unit_of_work, CLOCK), CLOCK, "大野")


def shown(store: Store) -> OpenPromise:
    with store.unit_of_work() as uow:
        (promise,) = uow.promises.open(Party.BANK, clients=(KEY,))
    return promise


def said(store: Store) -> list[Act]:
    about = (Act.PROMISE_CLOSED, Act.PROMISE_REOPENED)
    with store.unit_of_work() as uow:
        return [entry.act for entry in uow.audit.entries() if entry.act in about]


def test_both_close_the_same_promise_and_take_it_back_once(programs: tuple[Store, Store]) -> None:
    one, other = programs
    promise = shown(other)
    first = closing(one)(promise, "", TODAY).closing
    assert closing(other).dismiss(promise, "先方がご自分で作る案").closing == first
    closing(one).take_back(first)
    closing(other).take_back(first)
    assert said(one) == [Act.PROMISE_CLOSED, Act.PROMISE_REOPENED]
    assert shown(other) == promise


def test_what_the_other_has_recorded_as_done_is_not_closed_again(programs: tuple[Store, Store]) -> None:
    one, other = programs
    promise = shown(other)
    put(one.unit_of_work, DEED)
    with pytest.raises(NotFound):
        closing(other)(promise, "", TODAY)
    assert said(other) == []
