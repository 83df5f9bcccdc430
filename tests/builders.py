"""Builders with valid defaults for one client's records; the words are the tests' own."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache

from bankrm.adapters.system.recipes import load_gaps, load_topics
from bankrm.adapters.system.resources import Resources
from bankrm.domain.business import Account, Deal, FinancialStatement
from bankrm.domain.clients import Client, ClientKey, Contact
from bankrm.domain.documents import Document, DocumentKind, Passage
from bankrm.domain.dossier import Dossier
from bankrm.domain.interactions import Interaction
from bankrm.domain.observations import Code, Observation
from bankrm.domain.reading import read_interaction
from bankrm.domain.visits import Visit
from bankrm.insights.freshness import EarlierPack
from bankrm.insights.gaps import Gap
from bankrm.insights.observe import observe
from bankrm.insights.topics import Topic

KEY = ClientKey("031", "0004711")
TODAY = date(2026, 6, 12)
DAY = date(2026, 6, 15)
CONTACTS = (
    Contact(KEY, "篠崎 誠", "社長", decides=True),
    Contact(KEY, "小暮 達也", "工場長"),
    Contact(KEY, "赤座 好美", "経理課長"),
)
MILLION = 1_000_000


@lru_cache
def topics() -> tuple[Topic, ...]:
    """The shipped topics."""
    return load_topics(Resources.locate())


@lru_cache
def gaps() -> tuple[Gap, ...]:
    """The shipped gaps."""
    return load_gaps(Resources.locate())


def talk(
    on: str, words: str = "", *, ours: str = "", promises: str = "", people: str = "篠崎社長", handed: str = "", method: str = "訪問",
    mark: str = "行内限り",
) -> Interaction:  # fmt: skip
    """One record of `on` (ISO day); its number is its day."""
    record = Interaction(
        ref=f"T{on}", client=KEY, on=date.fromisoformat(on), method=method, attendees=tuple(people.split("、")), explanation=ours,
        client_words=words, promises_text=promises, handed_over=handed, confidentiality=mark,
    )  # fmt: skip
    return read_interaction(record, CONTACTS)


def accounts(end: str, **lines: int) -> FinancialStatement:
    """One statement; lines in 百万円 but employees."""
    values = {Account(name): value if name == "employees" else value * MILLION for name, value in lines.items()}
    return FinancialStatement(KEY, date.fromisoformat(end), values)


def paper(title: str, *texts: str, valid_until: str | None = None) -> Document:
    """A standard document with these passages."""
    passages = tuple(Passage(text, 1, (0, len(text))) for text in texts)
    until = date.fromisoformat(valid_until) if valid_until else None
    return Document(
        f"doc:{title}", title, DocumentKind.STANDARD, "0" * 64, passages, owner="営業統括部", valid_until=until
    )


def dossier(
    *talks: Interaction,
    statements: tuple[FinancialStatement, ...] = (),
    documents: tuple[Document, ...] = (),
    deals: tuple[Deal, ...] = (),
) -> Dossier:
    """The client's file."""
    client = Client(KEY, "とびうお製麺株式会社(架空)", industry="製麺")
    return Dossier(client, CONTACTS, talks, statements=statements, documents=documents, deals=deals)


def deal(title: str, millions: int, *, stage: str = "相談", opened: str = "2026-03-02", note: str = "") -> Deal:
    """One deal; its number is its title."""
    return Deal(title, KEY, title, "設備資金", millions * MILLION, stage, None, date.fromisoformat(opened), note)


def visit(people: tuple[str, ...] = ("篠崎社長", "赤座経理課長")) -> Visit:
    """The visit on DAY."""
    return Visit("visit-1", KEY, datetime(DAY.year, DAY.month, DAY.day, 10), people, "近況")


def seen(
    file: Dossier, *codes: Code, earlier: EarlierPack | None = None, meeting: tuple[str, ...] = ()
) -> list[Observation]:
    """Observations of these codes, for a visit to the people of `meeting`."""
    everything = observe(
        file, day=DAY, today=TODAY, topics=topics(), gaps=gaps(), earlier=earlier, visit=visit(meeting)
    )
    return [o for o in everything if o.code in codes]


KETTLE = talk("2026-05-12", "社長「茹で釜を来年のうちに入れ替えたい」「見積は3,200万円だった」")
"""A wish of the president's, a month before the visit."""
