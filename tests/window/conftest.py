"""A real window on a real X server that nobody looks at, driven by key and mouse events from outside its process."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest

from bankrm.bootstrap import Program, make_demo_home

NEEDED = ("Xvfb", "xdotool")
MISSING = [name for name in NEEDED if shutil.which(name) is None]
ROOT = Path(__file__).parents[2]
PATIENCE_S = 90.0
_LOOK_S = 0.05
_TABS = 40


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip by name where the X server or what sends it events is missing; give each test time for its processes."""
    for item in items:
        if item.path.parent == Path(__file__).parent:
            item.add_marker(pytest.mark.timeout(300))
            if MISSING:
                item.add_marker(pytest.mark.skip(reason=f"not installed: {', '.join(MISSING)}"))


class App:
    """The program in its process, and the person in front of it."""

    def __init__(self, process: subprocess.Popen[str], environment: dict[str, str]) -> None:
        self.process, self._environment = process, environment

    def ask(self, question: str, **words: object) -> Any:
        """What the window tells of itself."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps({"ask": question, **words}) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        assert line, "the program has ended"
        return json.loads(line)

    @property
    def state(self) -> dict[str, Any]:
        """Where the window is, and whether it is at rest."""
        found: dict[str, Any] = self.ask("state")
        return found

    def until(self, ready: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
        """Wait for the window to be so."""
        end = time.monotonic() + PATIENCE_S
        while not ready(state := self.state):
            assert time.monotonic() < end, state
            time.sleep(_LOOK_S)  # another process: there is no event to wait for
        return state

    def until_read(self, text: str) -> None:
        """Wait for a text to be seen somewhere in the window."""
        self.until(lambda _: any(text in one for one in self.ask("texts")))

    def at_rest(self) -> dict[str, Any]:
        """Wait for the desk to have all it shows."""
        return self.until(lambda state: state["open"] and state["quiet"])

    def press(self, *keys: str) -> None:
        """Press keys, as X names them: ctrl+k, Return, Escape."""
        self._x("key", "--clearmodifiers", "--delay", "30", *keys)

    def tab_to(self, name: str) -> None:
        """Press Tab until the widget with this name has the keyboard; a person gives up after so many."""
        for _ in range(_TABS):
            if name in self.state["named"]:
                return
            self.press("Tab")
        raise AssertionError(f"Tab does not lead to {name!r}: {self.state}")

    def type(self, text: str) -> None:
        """Type letters and digits."""
        self._x("type", "--delay", "30", text)

    def click(self, text: str) -> None:
        """Click the button with this text."""
        self.until(lambda _: self.ask("where", text=text))
        x, y = self.ask("where", text=text)
        self._x("mousemove", "--sync", str(x), str(y), "click", "1")

    def close(self) -> int:
        """Close the window as its frame does, and wait for the program to end."""
        self.ask("close")
        return self.process.wait(PATIENCE_S)

    def come_forward(self) -> None:
        """Give the keyboard to the window, as soon as it is seen."""
        self._x("search", "--sync", "--onlyvisible", "--name", "^BankRM$", "windowfocus", "--sync")

    def _x(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self._environment, check=True, capture_output=True, timeout=PATIENCE_S)


@pytest.fixture(scope="session")
def bank_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample bank on its day, without sets; tests work on copies."""
    home = tmp_path_factory.mktemp("window") / "bank"
    make_demo_home(home)
    program = Program.of(home, None, home / "passphrase")
    with program.create_store() as store:
        program.records.import_files(store)([program.resources.path("sample")])
    return home


@pytest.fixture
def home(bank_home: Path, tmp_path: Path) -> Path:
    """A copy of the sample bank; `passphrase` beside the store opens it."""
    return shutil.copytree(bank_home, tmp_path / "home")


@contextmanager
def screen(width: int, height: int) -> Iterator[str]:
    """An X server with one screen; its display."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as server:
        os.close(write)
        with os.fdopen(read) as told:
            number = told.readline().strip()
        try:
            yield f":{number}"
        finally:
            server.terminate()


class Desk:
    """Starts programs on one screen, and ends what is left of them."""

    def __init__(self, display: str, stack: ExitStack) -> None:
        self._display, self._stack = display, stack

    def start(self, home: Path, *, secret: bool = True, **environment: str) -> App:
        """The program on a data folder; with the passphrase at hand, or to be typed."""
        given = {"BANKRM_PASSPHRASE_FILE": str(home / "passphrase")} if secret else {}
        surroundings = {
            **os.environ, "DISPLAY": self._display, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}",
            "PYTHONUTF8": "1", "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring", **given, **environment,
        }  # fmt: skip
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.window.driven", str(home)], cwd=ROOT, env=surroundings, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=1,
        )  # fmt: skip
        self._stack.callback(_end, process)
        return App(process, surroundings)

    def open(self, home: Path, *, secret: bool = True, **environment: str) -> App:
        """As `start`, and wait for the window, which gets the keyboard as a window manager would give it."""
        app = self.start(home, secret=secret, **environment)
        app.come_forward()
        return app


def _end(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            stream.close()


@pytest.fixture
def desk() -> Iterator[Desk]:
    """A notebook's screen, 1366×768."""
    yield from _desk(1366, 768)


@pytest.fixture
def small_desk() -> Iterator[Desk]:
    """The smallest screen, 1280×720."""
    yield from _desk(1280, 720)


@pytest.fixture
def large_desk() -> Iterator[Desk]:
    """A 4K monitor, 3840×2160."""
    yield from _desk(3840, 2160)


def _desk(width: int, height: int) -> Iterator[Desk]:
    with screen(width, height) as display, ExitStack() as stack:
        yield Desk(display, stack)
