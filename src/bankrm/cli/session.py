"""What the global options say: the data folder and the day; and the program built for them."""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from bankrm.domain.days import FIRST_TODAY, LAST, may_be_today

if TYPE_CHECKING:
    from bankrm.bootstrap import Program


@dataclass(frozen=True, slots=True)
class Session:
    """One call of the command line."""

    home: Path
    today: date | None

    def program(self, home: Path | None = None, passphrase_file: Path | None = None) -> Program:
        """The program on this data folder (or another) and day."""
        from bankrm.bootstrap import Program

        return Program.of(home or self.home, self.today, passphrase_file=passphrase_file)

    @property
    def day(self) -> date:
        """The day given by --today, else the machine's, in Japan."""
        from bankrm.bootstrap import clock_of

        return clock_of(self.today).today()


def session_of(context: typer.Context) -> Session:
    """The session that the global options opened."""
    found = context.find_object(Session)
    assert found is not None
    return found


def default_home() -> Path:
    """The data folder where neither --home nor BANKRM_HOME names one: the platform's place for a user's local data."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", str(Path.home() / "AppData" / "Local"))) / "BankRM"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "BankRM"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "bankrm"


def day_of(text: str) -> date:
    """Read `2026-11-20`. Raises typer.BadParameter for anything else."""
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            pass
    raise typer.BadParameter("日付は 2026-11-20 の形で指定してください。")


def today_of(text: str) -> date:
    """The day that the program is told it is. Raises typer.BadParameter for one that it does not reckon with."""
    day = day_of(text)
    if not may_be_today(day):
        raise typer.BadParameter(f"今日とみなす日は{FIRST_TODAY.year}年から{LAST.year}年までで指定してください。")
    return day
