"""Everything imported, in memory."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, TypeVar

from tests.fakes.memory.data import MemoryData

from bankrm.application.ports.records import (
    LEFT_OUT_AT_MOST,
    Amendment,
    Change,
    ClientCounts,
    Compared,
    FoundPassage,
    FoundTexts,
    Holdings,
    Source,
    Standing,
    TalkHead,
    batches_since,
)
from bankrm.application.ports.store import StoreBusy
from bankrm.domain.business import Deal, FinancialStatement, HostFigures, HostItem, OtherBankLoan
from bankrm.domain.clients import Client, ClientKey, Contact
from bankrm.domain.documents import Document, Product
from bankrm.domain.dossier import Dossier, Record
from bankrm.domain.interactions import Interaction, is_talk
from bankrm.domain.reading import read_interaction
from bankrm.domain.visits import Visit
from bankrm.drafting.ports import Hit
from bankrm.language.words import content_words

R = TypeVar(
    "R", Client, Contact, Interaction, HostFigures, OtherBankLoan, Deal, FinancialStatement, Visit, Document, Product
)
C = TypeVar("C", Contact, Interaction, HostFigures, OtherBankLoan, Deal, FinancialStatement, Visit)

_KINDS: dict[str, Any] = {
    "client": Client, "contact": Contact, "interaction": Interaction, "host": HostFigures, "other_bank": OtherBankLoan,
    "statement": FinancialStatement, "deal": Deal, "visit": Visit, "document": Document, "product": Product,
}  # fmt: skip


def _has_texts(record: Record) -> bool:
    return isinstance(record, Interaction) or (isinstance(record, Document) and bool(record.passages))


class MemoryRecords:
    def __init__(self, data: MemoryData) -> None:
        self._data = data

    def put(self, record: Record, source: Source) -> Change:  # noqa: ARG002
        if isinstance(record, Interaction):
            record = replace(record, utterances=(), promises=(), sha256="")
        key = (type(record), _natural_key(record))
        self._data.names_version += isinstance(record, (Client, Contact)) and self._data.records.get(key) != record
        former = self._data.records.pop(key, None) or self._taken_from_nobody(record)
        if isinstance(record, Document):
            former_version = former.version if isinstance(former, Document) else 0
            record = replace(record, version=former_version + (former != record))
        self._data.records[key] = record
        self._data.versions[key] += former != record
        if isinstance(record, (Interaction, Contact)) and former != record:
            self._data.readings.pop(record.client, None)
        return Change.NEW if former is None else Change.UNCHANGED if former == record else Change.CHANGED

    def standing(self, record: Record) -> Record | None:
        if isinstance(record, (Document, Product, Visit)):
            return None
        return self._data.records.get((type(record), _natural_key(record)))

    def compared(self, records: Sequence[Record]) -> Sequence[Compared]:
        return [Compared(self._change(record), self._version(record)) for record in records]

    def _version(self, record: Record) -> int:
        return self._data.versions[type(record), _natural_key(record)]

    def _change(self, record: Record) -> Change:
        if isinstance(record, Interaction):
            record = replace(record, utterances=(), promises=(), sha256="")
        former = self._data.records.get((type(record), _natural_key(record)))
        if former is None and isinstance(record, Document) and record.client:
            of_the_bank = self._data.records.get((Document, (None, record.ref)))
            former = of_the_bank if isinstance(of_the_bank, Document) and of_the_bank.sha256 == record.sha256 else None
        if isinstance(record, Document) and isinstance(former, Document):
            record = replace(record, version=former.version)
        return Change.NEW if former is None else Change.UNCHANGED if former == record else Change.CHANGED

    def index_ahead(self, batch: str, records: Sequence[Record]) -> None:
        self._data.ahead.setdefault(batch, set()).update(map(_natural_key, filter(_has_texts, records)))

    def put_many(
        self, amendments: Sequence[Amendment], batch: str, out: Callable[[], Collection[Amendment]] = tuple
    ) -> Sequence[Amendment]:
        if self._data.ahead.pop(batch, set()) != {_natural_key(a.record) for a in amendments if _has_texts(a.record)}:
            raise StoreBusy(path="memory")
        whole = [one for one in amendments if not isinstance(one.record, Document)]
        left = {one for one in whole if one.version != self._version(one.record)} | set(out())
        if len(left) > LEFT_OUT_AT_MOST:
            raise StoreBusy(path="memory")
        for one in amendments:
            if one not in left:
                self.put(one.record, one.source)
        return [one for one in amendments if one in left]

    def give_up(self, batch: str) -> None:
        self._data.ahead.pop(batch, None)

    def sweep_index(self, most: int, before: datetime) -> bool:  # noqa: ARG002
        for batch in [batch for batch in self._data.ahead if batch < batches_since(before)]:
            del self._data.ahead[batch]
        return False

    def as_kept(self, document: Document) -> Document:
        if (Document, _natural_key(document)) in self._data.records:
            return document
        return document.known_as([one for one in self._all(Document) if one.sha256 == document.sha256])

    def _taken_from_nobody(self, record: Record) -> Record | None:
        if not isinstance(record, Document) or record.client is None:
            return None
        key = (Document, (None, record.ref))
        former = self._data.records.get(key)
        if not isinstance(former, Document) or former.sha256 != record.sha256:
            return None
        return self._data.records.pop(key)

    def keep_original(self, sha256: str, name: str, content: bytes) -> bool:
        known = sha256 in self._data.originals
        self._data.originals.setdefault(sha256, content)
        self._data.original_names.setdefault(sha256, name)
        return not known

    def original_names(self, sha256s: Collection[str]) -> Mapping[str, str]:
        return {digest: name for digest, name in self._data.original_names.items() if digest in sha256s}

    def holdings(self) -> Holdings:
        counts = {kind: len(self._all(record)) for kind, record in _KINDS.items()}
        figures = sorted(self._all(HostFigures), key=lambda one: one.as_of)
        newest = {one.client: one.as_of for one in figures}.values()
        return Holdings(counts, (min(newest), max(newest)) if newest else None)

    def original(self, sha256: str) -> bytes | None:
        return self._data.originals.get(sha256)

    def interaction(self, client: ClientKey, ref: str) -> Interaction | None:
        return next((record for record in self._of(Interaction, client) if record.ref == ref), None)

    def document(self, client: ClientKey, ref: str) -> Document | None:
        found = {one.client: one for one in self._all(Document) if one.ref == ref and one.client in (client, None)}
        return found.get(client) or found.get(None)

    def clients(self) -> Sequence[Client]:
        return sorted(self._all(Client), key=lambda client: client.key)

    def clients_of(self, keys: Collection[ClientKey]) -> Mapping[ClientKey, Client]:
        return {client.key: client for client in self._all(Client) if client.key in keys}

    def names_version(self) -> int:
        return self._data.names_version

    def contacts(self) -> Sequence[Contact]:
        return sorted(self._all(Contact), key=lambda contact: contact.client)

    def standings(self) -> Mapping[ClientKey, Standing]:
        talks = (talk for talk in self._all(Interaction) if is_talk(talk.method))
        told = {t.client: (t.on, t.next_step) for t in sorted(talks, key=lambda talk: talk.on)}
        loans = {
            host.client: host.values_yen[HostItem.LOANS]
            for host in sorted(self._all(HostFigures), key=lambda host: host.as_of)
            if HostItem.LOANS in host.values_yen
        }
        keys = [client.key for client in self._all(Client)]
        return {key: Standing(on, loans.get(key), step) for key in keys for on, step in [told.get(key, (None, ""))]}

    def dossier(self, key: ClientKey, *, talks: bool = True) -> Dossier | None:
        client = next((client for client in self._all(Client) if client.key == key), None)
        if client is None:
            return None
        contacts = tuple(self._of(Contact, key))
        return Dossier(
            client=client,
            contacts=contacts,
            interactions=tuple(
                read_interaction(record, contacts)
                for record in sorted(self._of(Interaction, key) if talks else [], key=lambda r: (r.on, r.ref))
            ),
            host=tuple(sorted(self._of(HostFigures, key), key=lambda host: host.as_of)),
            other_banks=tuple(sorted(self._of(OtherBankLoan, key), key=lambda loan: (loan.as_of, loan.bank))),
            deals=tuple(sorted(self._of(Deal, key), key=lambda deal: (deal.opened or date.min, deal.ref))),
            statements=tuple(sorted(self._of(FinancialStatement, key), key=lambda statement: statement.period_end)),
            documents=tuple(
                sorted(
                    (document for document in self._all(Document) if document.client in (None, key)),
                    key=lambda document: (document.issued or date.min, document.ref),
                )
            ),
            products=tuple(sorted(self._all(Product), key=lambda product: product.document)),
            visits=tuple(sorted(self._of(Visit, key), key=_visit_order)),
            closings=self._data.standing_closings(key),
        )

    def visits(self, first: date, last: date) -> Sequence[Visit]:
        return sorted((visit for visit in self._all(Visit) if first <= visit.day <= last), key=_visit_order)

    def talks_of(self, clients: Collection[ClientKey], first: date, last: date) -> Sequence[TalkHead]:
        talks = (talk for talk in self._all(Interaction) if talk.client in clients and first <= talk.on <= last)
        heads = (TalkHead(talk.client, talk.ref, talk.on, talk.method) for talk in talks if is_talk(talk.method))
        return sorted(heads, key=lambda talk: talk.on)

    def confidentiality_of(self, records: Collection[tuple[ClientKey, str]]) -> Mapping[tuple[ClientKey, str], str]:
        talks = ((talk.client, talk.ref, talk.confidentiality) for talk in self._all(Interaction))
        return {(key, ref): marked for key, ref, marked in talks if (key, ref) in records}

    def counts(self, clients: Collection[ClientKey]) -> Mapping[ClientKey, ClientCounts]:
        known = [client.key for client in self._all(Client) if client.key in clients]
        return {
            key: ClientCounts(
                len(self._of(Interaction, key)), len(self._of(HostFigures, key)), len(self._of(FinancialStatement, key))
            )
            for key in known
        }

    def evidence_index(self, client: ClientKey) -> MemoryIndex:
        texts = {f"interaction:{record.ref}": _text(record) for record in self._of(Interaction, client)}
        for document in self._all(Document):
            if document.client in (None, client):
                for place, passage in enumerate(document.passages):
                    texts[f"passage:{place}:{document.ref}"] = passage.text
        return MemoryIndex(texts)

    def find_texts(self, query: str, top: int, clients: Collection[ClientKey] | None = None) -> FoundTexts:
        """No ranking and no unfinished words here: the newest first."""

        def fits(owner: ClientKey | None, text: str) -> bool:
            wanted = set(content_words(query))
            return bool(wanted) and wanted <= set(content_words(text)) and (clients is None or owner in clients)

        records = [r for r in self._all(Interaction) if fits(r.client, _text(r))]
        passages = [
            FoundPassage(replace(document, passages=()), passage)
            for document in self._all(Document)
            for passage in [p for p in document.passages if fits(document.client, p.text)][:1]
        ]
        return FoundTexts(tuple(records[::-1][:top]), tuple(passages[::-1][:top]))

    def _all(self, kind: type[R]) -> list[R]:
        return [record for record in self._data.records.values() if isinstance(record, kind)]

    def _of(self, kind: type[C], key: ClientKey) -> list[C]:
        return [record for record in self._all(kind) if record.client == key]


class MemoryIndex:
    """Counts common words."""

    def __init__(self, texts: dict[str, str]) -> None:
        self._texts = texts

    def search(self, query: str, top: int) -> Sequence[Hit]:
        wanted = set(content_words(query))
        scores = {id: len(wanted & set(content_words(text))) for id, text in self._texts.items()}
        hits = [Hit(id, float(score)) for id, score in scores.items() if score]
        return sorted(hits, key=lambda hit: (-hit.score, hit.id))[:top]


def _natural_key(record: Record) -> tuple[object, ...]:
    match record:
        case Client():
            return (record.key,)
        case Contact():
            return (record.client, record.name)
        case HostFigures():
            return (record.client, record.as_of)
        case OtherBankLoan():
            return (record.client, record.bank, record.as_of)
        case FinancialStatement():
            return (record.client, record.period_end)
        case Product():
            return (record.document,)
        case Deal() | Visit() | Interaction() | Document():
            return (record.client, record.ref)


def _visit_order(visit: Visit) -> tuple[str, ClientKey, str]:
    return (visit.start.strftime("%Y-%m-%dT%H:%M:%S"), visit.client, visit.ref)


def _text(record: Interaction) -> str:
    parts = (record.purpose, record.explanation, record.client_words, record.promises_text, record.open_points)
    return "\n".join((*parts, record.handed_over, record.next_step))
