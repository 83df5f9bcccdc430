"""This workstation: mains or battery, in use or idle."""

from __future__ import annotations

import os
import subprocess
import sys
import time

PATIENCE_S = 2.0


class ThisMachine:
    """Asks psutil for the battery; for the time since the last input Windows itself, on Linux the session's logind."""

    def on_battery(self) -> bool:
        """Whether it runs on battery now; False where there is none, or where that is not known."""
        import psutil  # it takes longer to load than to ask, and nobody asks before the window stands

        battery = psutil.sensors_battery()
        return battery is not None and battery.power_plugged is False

    def idle_s(self) -> float | None:
        """Seconds since the last input; None where the system does not tell."""
        if sys.platform == "win32":
            return _since_last_input_s()
        session = os.environ.get("XDG_SESSION_ID")
        return idle_s_of(_asked_of_logind(session), time.time()) if session else None


def idle_s_of(properties: str, now_s: float) -> float | None:
    """Seconds of idleness out of logind's `IdleHint` and `IdleSinceHint` (microseconds since 1970, when the hint last changed).

    A session that never was idle has 0 there: perhaps nobody ever tells logind, so that nothing is known.
    """
    told = dict(line.split("=", 1) for line in properties.splitlines() if "=" in line)
    changed = told.get("IdleSinceHint", "")
    if not changed.isdigit() or int(changed) == 0:
        return None
    return max(0.0, now_s - int(changed) / 1e6) if told.get("IdleHint") == "yes" else 0.0


def _asked_of_logind(session: str) -> str:
    command = ["loginctl", "show-session", session, "--property=IdleHint", "--property=IdleSinceHint"]
    try:
        return subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE_S, check=False).stdout
    except (OSError, subprocess.TimeoutExpired):
        return ""


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    class _LastInputInfo(ctypes.Structure):
        _fields_ = (("cbSize", wintypes.UINT), ("dwTime", wintypes.DWORD))

    def _since_last_input_s() -> float | None:
        """GetLastInputInfo: both are milliseconds since start-up in 32 bits, which wrap after 49.7 days."""
        info = _LastInputInfo(ctypes.sizeof(_LastInputInfo), 0)
        if not ctypes.windll.user32.GetLastInputInfo(ctypes.byref(info)):
            return None
        passed_ms: int = (ctypes.windll.kernel32.GetTickCount() - info.dwTime) & 0xFFFFFFFF
        return passed_ms / 1000
