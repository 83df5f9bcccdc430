from __future__ import annotations

import sys
from collections import namedtuple

import pytest

from bankrm.adapters.system.machine import ThisMachine, idle_s_of

NOW_S = 1_800_000_000.0
Battery = namedtuple("Battery", "percent secsleft power_plugged")


@pytest.mark.parametrize(
    ("told", "idle_s"),
    [
        ("IdleHint=yes\nIdleSinceHint=1799999940000000\n", 60.0),
        ("IdleHint=yes\nIdleSinceHint=1800000001000000\n", 0.0),
        ("IdleHint=no\nIdleSinceHint=1799999940000000\n", 0.0),
        ("IdleHint=no\nIdleSinceHint=0\n", None),
        ("", None),
        ("Failed to connect to bus\n", None),
    ],
)
def test_logind_tells_since_when_a_session_is_idle_and_nothing_where_nobody_told_it(
    told: str, idle_s: float | None
) -> None:
    assert idle_s_of(told, NOW_S) == idle_s


@pytest.mark.parametrize(
    ("battery", "on_battery"),
    [(None, False), (Battery(80, 0, True), False), (Battery(80, 0, None), False), (Battery(80, 0, False), True)],
)
def test_a_machine_is_on_battery_where_it_has_one_and_no_mains(
    monkeypatch: pytest.MonkeyPatch, battery: Battery | None, on_battery: bool
) -> None:
    monkeypatch.setattr("psutil.sensors_battery", lambda: battery)
    assert ThisMachine().on_battery() is on_battery


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells by itself")
def test_a_session_that_nobody_knows_of_tells_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_SESSION_ID", raising=False)
    assert ThisMachine().idle_s() is None
    monkeypatch.setenv("XDG_SESSION_ID", "no such session")
    monkeypatch.setenv("PATH", "")
    assert ThisMachine().idle_s() is None
