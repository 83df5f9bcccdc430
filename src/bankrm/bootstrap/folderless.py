"""What the program can do without a data folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bankrm.adapters.system.demo_home import DemoHome
    from bankrm.adapters.system.resources import Resources
    from bankrm.application.ports.clock import Clock
    from bankrm.domain.audit import AuditEntry
    from bankrm.drafting.ports import Hit
    from bankrm.drafting.privacy.recognise import Recogniser
    from bankrm.language.glossary import Glossary


def clock_of(today: date | None) -> Clock:
    """The machine's clock, or one held at a given day."""
    from bankrm.adapters.system.clock import FixedDay, SystemClock

    return FixedDay(today) if today else SystemClock()


def resources() -> Resources:
    """The program's data files."""
    from bankrm.adapters.system.resources import Resources

    return Resources.locate()


def glossary() -> Glossary:
    """The bank's own words, which widen a search."""
    from bankrm.language.glossary import Glossary

    return Glossary.parse(resources().text("glossary", "glossary.toml"))


def recogniser() -> Recogniser:
    """What finds private things in a text, without any customer master."""
    from bankrm.adapters.system.places import load_gazetteer
    from bankrm.drafting.privacy.recognise import Recogniser

    return Recogniser(load_gazetteer(resources()))


def search_passages(
    passages: Iterable[tuple[str, str]], queries: Iterable[tuple[str, str]], top: int
) -> Iterator[tuple[str, list[Hit]]]:
    """Search texts given as (id, text), with the bank's glossary; see the adapter."""
    from bankrm.adapters.store.word_index import search_passages as search

    return search(passages, queries, top, glossary())


def make_demo_home(folder: Path) -> DemoHome:
    """A data folder for the sample bank; see the adapter."""
    from bankrm.adapters.system.demo_home import make_demo_home as make

    return make(folder)


def cipher_version() -> str:
    """The version of SQLCipher that this installation has."""
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(":memory:")
    try:
        return str(connection.execute("PRAGMA cipher_version").fetchall()[0][0])
    finally:
        connection.close()


def first_bad_entry(entries: Iterable[AuditEntry]) -> int | None:
    """Sequence number of the first audit entry that does not fit the chain, None where all do."""
    from bankrm.adapters.store.audit_chain import verify_chain

    return verify_chain(entries)
