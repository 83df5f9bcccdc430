"""Mask texts that leave the bank's hands, and take the tokens back in what returns: two recorded acts, the key staying in the store."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable

from bankrm.application.ports.unit_of_work import OpenUnitOfWork, UnitOfWork
from bankrm.domain.audit import Act, AuditEvent
from bankrm.domain.errors import NotFound
from bankrm.drafting.privacy.masking import Masked, mask, unmask
from bankrm.drafting.privacy.master import CustomerMaster
from bankrm.drafting.privacy.spans import PrivateSpan

Find = Callable[[str], tuple[PrivateSpan, ...]]
FindKnowing = Callable[[CustomerMaster], Find]


def customer_master(uow: UnitOfWork) -> CustomerMaster:
    """The dictionary of all clients and contacts of the store."""
    return CustomerMaster.of(uow.records.clients(), uow.records.contacts())


class PreviewMask:
    """Where a text is private, by rules and by the customer master: what a screen highlights before anything leaves."""

    def __init__(self, open_unit_of_work: OpenUnitOfWork, find_knowing: FindKnowing) -> None:
        self._open, self._find_knowing = open_unit_of_work, find_knowing
        self._find: tuple[int, Find] | None = None

    def __call__(self, text: str) -> tuple[PrivateSpan, ...]:
        """Spans in order, none overlapping another. Nothing is kept or recorded."""
        with self._open() as uow:
            version = uow.records.names_version()
            if self._find is None or self._find[0] != version:
                self._find = version, self._find_knowing(customer_master(uow))
        return self._find[1](text)


class MaskText:
    """Put tokens for what is private in a text, going on with the key of this name."""

    def __init__(self, open_unit_of_work: OpenUnitOfWork, preview: PreviewMask) -> None:
        self._open, self._preview = open_unit_of_work, preview

    def __call__(self, name: str, text: str) -> Masked:
        """The masked text; its key is kept under the name, and the act recorded by counts and hashes."""
        spans = self._preview(text)
        with self._open() as uow:
            masked = mask(text, lambda _: spans, uow.masking_keys.claim(name))
            uow.masking_keys.put(name, masked.key)
            counts = Counter(span.kind.value for span in masked.spans)
            uow.audit.record(AuditEvent(Act.MASKED, name, _digest(masked.text), dict(sorted(counts.items()))))
            uow.commit()
        return masked


class UnmaskText:
    """Put the words back for the tokens of a text that was masked under a name."""

    def __init__(self, open_unit_of_work: OpenUnitOfWork) -> None:
        self._open = open_unit_of_work

    def __call__(self, name: str, text: str) -> str:
        """The text as it was. Raises NotFound where nothing was masked under this name."""
        with self._open() as uow:
            key = uow.masking_keys.get(name)
            if key is None:
                raise NotFound(what="masking_key", id=name)
            uow.audit.record(AuditEvent(Act.UNMASKED, name, _digest(text)))
            uow.commit()
        return unmask(text, key)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
