"""Run the benches and print what each measured; `python -m bench search` runs one. Figures are for reading, never asserted."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable

from bench import checking, clients, compliance, desktop, engines, importing, masking, pack, search

BENCHES: dict[str, Callable[[], Iterable[object]]] = {
    "checking": checking.run,
    "clients": clients.run,
    "compliance": compliance.run,
    "desktop": desktop.run,
    "engines": engines.run,
    "importing": importing.run,
    "masking": masking.run,
    "pack": pack.run,
    "search": search.run,
}


def main(names: list[str]) -> None:
    """Run the named benches, else all. Exits with 2 for an unknown name."""
    unknown = set(names) - set(BENCHES)
    if unknown:
        sys.exit(f"no such bench: {', '.join(sorted(unknown))}; there are {', '.join(BENCHES)}")
    for name in names or BENCHES:
        for row in BENCHES[name]():
            print(name, row, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
