"""What a person does with a draft."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bankrm.adapters.store.store import Store
    from bankrm.application.edit_draft import EditDraft
    from bankrm.application.export_draft import ExportDraft
    from bankrm.application.hand_in import ConfirmDraft, SubmitDrafts
    from bankrm.application.hand_out import CopyFromDraft, PrintDraft
    from bankrm.application.rewrite_section import RewriteSection
    from bankrm.bootstrap.program import Program


@dataclass(frozen=True)
class DraftCases:
    """Use cases of drafts, in the name of whoever works on the store."""

    program: Program

    def edit(self, store: Store) -> EditDraft:
        """Edit a draft."""
        from bankrm.application.edit_draft import EditDraft

        return EditDraft(store.unit_of_work, self.program.recipes, self.program.clock, store.actor, self.program.rules)

    def rewrite(self, store: Store) -> RewriteSection:
        """Write a section of a draft anew; with a language model's writer (`Engines.writer`), a person's wish is followed."""
        from bankrm.application.rewrite_section import RewriteSection
        from bankrm.drafting.template.writer import TemplateWriter

        contexts, clock = self.program.preparation.contexts(store), self.program.clock
        return RewriteSection(store.unit_of_work, contexts, TemplateWriter(), self.edit(store), clock)

    def submit(self, store: Store) -> SubmitDrafts:
        """Hand drafts in for approval."""
        from bankrm.application.hand_in import SubmitDrafts

        return SubmitDrafts(store.unit_of_work, self.program.clock, self.program.rules)

    def confirm(self, store: Store) -> ConfirmDraft:
        """Stand by an internal draft."""
        from bankrm.application.hand_in import ConfirmDraft

        return ConfirmDraft(store.unit_of_work, self.program.clock, self.program.rules)

    def print_out(self, store: Store) -> PrintDraft:
        """A draft as a printer is given it."""
        from bankrm.application.hand_out import PrintDraft

        contexts, allowed = self.program.preparation.contexts(store), self.program.policy.policy.allow_print
        return PrintDraft(store.unit_of_work, contexts, self.program.clock, store.actor, allowed=allowed)

    def copy_from(self, store: Store) -> CopyFromDraft:
        """A statement or a piece of evidence as text for the clipboard."""
        from bankrm.application.hand_out import CopyFromDraft

        return CopyFromDraft(store.unit_of_work, allowed=self.program.policy.policy.allow_clipboard)

    def export(self, store: Store) -> ExportDraft:
        """Write drafts as files."""
        from bankrm.adapters.exporting.files import FileDelivery, JsonFormat
        from bankrm.adapters.exporting.mail import MailFormat
        from bankrm.adapters.exporting.word import WordFormat
        from bankrm.application.export_draft import ExportDraft
        from bankrm.application.ports.exporting import Format

        return ExportDraft(
            store.unit_of_work,
            {Format.DOCX: WordFormat(), Format.EML: MailFormat(), Format.JSON: JsonFormat()},
            FileDelivery(),
            allowed=self.program.policy.policy.allow_export,
        )
