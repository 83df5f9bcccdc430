"""Make the relationship manager's own knowledge (担当者の認識) a dated record, so that it can be cited from then on."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from bankrm.application.changes import Area, Changes
from bankrm.application.confirm_record import RecordEmpty, RecordWarned, digest_of
from bankrm.application.ports.records import Source
from bankrm.application.ports.unit_of_work import OpenUnitOfWork
from bankrm.domain.audit import Act, AuditEvent
from bankrm.domain.clients import ClientKey
from bankrm.domain.errors import NotFound
from bankrm.domain.ids import MemoId, new_uuid7
from bankrm.domain.interactions import OWN_VIEW, Interaction
from bankrm.domain.memos import new_ref
from bankrm.drafting.recording.compose import INTERNAL
from bankrm.drafting.recording.proposals import Warned
from bankrm.language.sensitive import is_sensitive


@dataclass(frozen=True, slots=True)
class OwnView:
    """The record, and what changed."""

    record: Interaction
    changes: Changes


class RecordOwnView:
    """A record without a talk: its words are nobody's at the client, and its day is when they were known."""

    def __init__(self, open_unit_of_work: OpenUnitOfWork, person: str) -> None:
        self._open, self._person = open_unit_of_work, person

    def __call__(self, client: ClientKey, text: str, on: date) -> OwnView:
        """Raises RecordEmpty, RecordWarned for something sensitive, and NotFound for an unknown client."""
        words = text.strip()
        if not words:
            raise RecordEmpty
        if is_sensitive(words):
            raise RecordWarned(count=1, kinds=[Warned.SENSITIVE.value])
        ref = new_ref(MemoId(new_uuid7()), on)
        record = Interaction(
            ref,
            client,
            on,
            OWN_VIEW,
            bank_people=(self._person,),
            purpose=OWN_VIEW,
            client_words=words,
            confidentiality=INTERNAL,
        )
        origin = words.encode()
        digest = hashlib.sha256(origin).hexdigest()
        with self._open() as uow:
            if client not in uow.records.clients_of({client}):
                raise NotFound(what="client", id=str(client))
            uow.records.keep_original(digest, f"memo:{ref}", origin)
            uow.records.put(record, Source(digest))
            uow.audit.record(AuditEvent(Act.RECORDED, ref, digest_of(record), {"ref": ref, "own_view": True}))
            uow.commit()
        return OwnView(record, Changes.of(Area.RECORDS, clients=frozenset({client})))
