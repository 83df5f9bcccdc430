"""What every test may rely on: a home of its own, one clock's zone, no network but this machine, nothing left running."""

from __future__ import annotations

import gc
import multiprocessing
import os
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

LEAVE_S = 3.0
_LOOPBACK = ("127.0.0.1", "::1", "localhost")


_GARBAGE = 200_000  # objects made since the last sweep


def pytest_sessionstart() -> None:
    """Sweep between tests alone, on the thread that made the widgets: a worker's sweep would end Qt's objects on its own (a crash)."""
    gc.disable()


def pytest_runtest_teardown() -> None:
    """What the tests so far left behind; a window that was opened has turned sweeping on."""
    gc.disable()
    if gc.get_count()[0] > _GARBAGE:
        gc.collect()


class NetworkForbidden(AssertionError):
    """A test reached for another machine."""


@pytest.fixture(autouse=True)
def _home_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    home = tmp_path / "user"
    for name in ("HOME", "USERPROFILE", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))
    for name in ("BANKRM_HOME", "BANKRM_PASSPHRASE_FILE", "BANKRM_MODEL"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True)
def _fixed_zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A zone that is not Japan's: whoever takes the machine's day for the branch's is found out."""
    monkeypatch.setenv("TZ", "America/Los_Angeles")
    if hasattr(time, "tzset"):
        time.tzset()
    yield
    monkeypatch.undo()
    if hasattr(time, "tzset"):
        time.tzset()


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    really_connect, really_connect_ex = socket.socket.connect, socket.socket.connect_ex

    def require_loopback(connection: socket.socket, address: Any) -> None:
        if connection.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in _LOOPBACK:
            raise NetworkForbidden(address)

    def connect(self: socket.socket, address: Any) -> None:
        require_loopback(self, address)
        really_connect(self, address)

    def connect_ex(self: socket.socket, address: Any) -> int:
        require_loopback(self, address)
        return really_connect_ex(self, address)

    def resolve(host: Any, *_: Any, **__: Any) -> Any:
        if host not in (*_LOOPBACK, None, ""):
            raise NetworkForbidden(host)
        return really_resolve(host, *_, **__)

    really_resolve = socket.getaddrinfo
    monkeypatch.setattr(socket.socket, "connect", connect)
    monkeypatch.setattr(socket.socket, "connect_ex", connect_ex)
    monkeypatch.setattr(socket, "getaddrinfo", resolve)


@pytest.fixture(autouse=True)
def _nothing_left_running() -> Iterator[None]:
    threads = set(threading.enumerate())
    children = _children()
    yield
    deadline = time.monotonic() + LEAVE_S
    while _left(threads, children) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not _left(threads, children), "left running"


def _left(threads: set[threading.Thread], children: set[int]) -> list[object]:
    return [*(set(threading.enumerate()) - threads), *(_children() - children), *multiprocessing.active_children()]


def _children() -> set[int]:
    """Process ids of this process's children that have not been waited for (Linux; elsewhere none are seen)."""
    listed = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children")
    try:
        return set(map(int, listed.read_text().split()))
    except OSError:
        return set()
