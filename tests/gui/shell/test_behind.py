"""What is loaded behind the first page: everything, and what a thread loads makes no class of Qt."""

from __future__ import annotations

import subprocess
import sys

from pytestqt.qtbot import QtBot

from bankrm.ui.qt_jobs import QtJobs
from bankrm.ui.shell.behind import Behind

_MADE_ON_A_THREAD = """
import sys
from importlib import import_module
from bankrm.ui.pages import PAGES
from PySide6.QtCore import QObject
before = set(sys.modules)
for name in ("bankrm.ui.shell.finder", *(name for page in PAGES for name in page.modules() if name.endswith("presenter"))):
    import_module(name)
print(sorted({
    name for name in set(sys.modules) - before if name.startswith("bankrm")
    for made in vars(sys.modules[name]).values()
    if isinstance(made, type) and made.__module__ == name and issubclass(made, QObject)
}))
"""
_LOADED = """
import sys
from PySide6.QtWidgets import QApplication
from bankrm.ui.pages import PAGES
from bankrm.ui.qt_jobs import QtJobs
from bankrm.ui.shell.behind import Behind
application = QApplication([])
jobs = QtJobs()
behind = Behind(jobs, jobs)
behind.done.connect(application.quit)
behind.start(lambda: True)
application.exec()
jobs.stop()
print([name for page in PAGES for name in page.modules() if name not in sys.modules])
"""


def test_what_presenters_need_makes_no_class_of_qt() -> None:
    run = subprocess.run([sys.executable, "-c", _MADE_ON_A_THREAD], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_nothing_is_loaded_while_the_window_is_not_quiet(qtbot: QtBot) -> None:
    jobs = QtJobs()
    behind = Behind(jobs, jobs)
    with qtbot.assertNotEmitted(behind.done, wait=100):
        behind.start(lambda: False)
    assert jobs.stop()


def test_in_the_end_every_page_is_loaded() -> None:
    run = subprocess.run([sys.executable, "-c", _LOADED], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
