import subprocess
import sys

_CALLS = """
import bankrm.ui
from PySide6.QtCore import QSize
size = QSize()
for _ in range(200_000):
    size.setWidth(1)
"""


def test_the_window_outlives_any_number_of_calls_into_qt() -> None:
    ended = subprocess.run([sys.executable, "-c", _CALLS], capture_output=True, check=False)
    assert ended.returncode == 0, ended.stderr[-400:]
