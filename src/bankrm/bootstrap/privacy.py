"""Masking what leaves the bank's hands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bankrm.adapters.store.store import Store
    from bankrm.application.mask_text import MaskText, PreviewMask, UnmaskText
    from bankrm.bootstrap.program import Program
    from bankrm.drafting.privacy.gazetteer import Gazetteer


@dataclass(frozen=True)
class PrivacyCases:
    """Use cases of masking, with the customer master of a store."""

    program: Program

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """Places and firms of the open data."""
        from bankrm.adapters.system.places import load_gazetteer

        return load_gazetteer(self.program.resources)

    def preview(self, store: Store) -> PreviewMask:
        """Where a text is private."""
        from bankrm.application.mask_text import PreviewMask
        from bankrm.drafting.privacy.recognise import Recogniser

        return PreviewMask(store.unit_of_work, lambda master: Recogniser(self.gazetteer, master))

    def mask(self, store: Store) -> MaskText:
        """Mask texts and keep their key."""
        from bankrm.application.mask_text import MaskText

        return MaskText(store.unit_of_work, self.preview(store))

    def unmask(self, store: Store) -> UnmaskText:
        """Take tokens back."""
        from bankrm.application.mask_text import UnmaskText

        return UnmaskText(store.unit_of_work)
