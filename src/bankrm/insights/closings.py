"""Which promises a person's closings (済) settle: the one that each names, and what was promised again before the deed."""

from __future__ import annotations

from bankrm.domain.citing import BANK_SPEAKER, cite_closing, is_confidential
from bankrm.domain.closings import Closing, ClosingKind, PromiseIdentity
from bankrm.domain.interactions import Interaction, Party, Promise
from bankrm.insights.remarks import Remark, View
from bankrm.insights.things import Thing
from bankrm.language.certainty import Certainty


class Closings:
    """What was said of one client's promises up to today."""

    def __init__(self, view: View) -> None:
        self._said = [closing for closing in view.dossier.closings if closing.on <= view.today]
        self._held = {PromiseIdentity.of(record, promise) for record, promise, _ in view.promises}
        self._secret = {record.ref for record in view.records if is_confidential(record)}

    def naming(self, record: Interaction, promise: Promise) -> Closing | None:
        """The closing of this very promise."""
        identity = PromiseIdentity.of(record, promise)
        return next((closing for closing in self._said if closing.promise.identity == identity), None)

    def settling(self, record: Interaction, promise: Promise) -> Closing | None:
        """Of a promise that neither a closing names nor a record settles: the closing of the same thing that settles it too."""
        return next((c for c in self._said if self._is_of(c, record) and _is_alike(c, promise)), None)

    def _is_of(self, closing: Closing, record: Interaction) -> bool:
        """Promised again before the deed; or not after a promise whose record was amended, so that it stands there no more."""
        said = closing.promise
        if said.identity not in self._held:
            return record.on <= said.promised_on
        return closing.kind is ClosingKind.DONE and said.promised_on <= record.on < closing.on

    def remark(self, closing: Closing) -> Remark:
        """What a closing tells, as confidential as the record that holds its promise."""
        secret = closing.promise.record in self._secret
        told = cite_closing(closing, secret=secret)
        record = closing.as_record(secret=secret)
        return Remark(record, Party.BANK, BANK_SPEAKER, told.body, told, (), (), Certainty.NONE)


def _is_alike(closing: Closing, promise: Promise) -> bool:
    said = closing.promise
    return said.owner is promise.owner and Thing.of(said.thing).same_as(Thing.of(promise.thing))
