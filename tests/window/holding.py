"""Holds a data folder as a restore does: `python -m tests.window.holding HOME` says `held`, and lets go when its input ends."""

from __future__ import annotations

import sys
from pathlib import Path

from bankrm.adapters.store.home import Home, alone_in

if __name__ == "__main__":
    with alone_in(Home(Path(sys.argv[1]))):
        print("held", flush=True)
        sys.stdin.read()
