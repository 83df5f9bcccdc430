"""llama.cpp is asked about the CPU in a process of its own."""

from __future__ import annotations

import sys

from bankrm.adapters.engines import probe


def test_the_library_is_never_loaded_into_this_process() -> None:
    loaded = "xllamacpp" in sys.modules
    assert probe.read_system_info(probe._system_info())
    assert ("xllamacpp" in sys.modules) == loaded
