"""Bringing records in, making them here, and handing them on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bankrm.adapters.store.store import Store
    from bankrm.application.import_files import ImportFiles
    from bankrm.application.ports.layouts import Layouts
    from bankrm.application.ports.record_layouts import RecordLayouts
    from bankrm.application.record_own_view import RecordOwnView
    from bankrm.application.register_record import ExportRecords
    from bankrm.bootstrap.program import Program
    from bankrm.domain.memos import Memo
    from bankrm.domain.progress import CancelToken
    from bankrm.drafting.recording.proposals import Meeting


@dataclass(frozen=True)
class RecordCases:
    """Use cases of records. The bank's own profiles in HOME/profiles stand in place of shipped ones of the same name."""

    program: Program

    def import_files(self, store: Store) -> ImportFiles:
        """Bring files in."""
        from bankrm.adapters.importing.registry import Readers
        from bankrm.application.import_files import ImportFiles

        shipped, own = self.program.resources.path("profiles"), self.program.home / "profiles"
        return ImportFiles(store.unit_of_work, Readers.with_profiles(*(one for one in (shipped, own) if one.is_dir())))

    def table_layouts(self) -> Layouts:
        """How new tables are read: by the profiles that came with the program, and the bank's own."""
        from bankrm.adapters.importing.layouts import TableLayouts

        return TableLayouts(self.program.resources.path("profiles"), self.program.home / "profiles")

    def export_layouts(self) -> RecordLayouts:
        """How records leave for the bank's own system: by the same profiles with which they are imported."""
        from bankrm.adapters.importing.record_layout import ProfileLayouts

        return ProfileLayouts(self.program.resources.path("profiles"), self.program.home / "profiles")

    def suggest(self, memo: Memo, meeting: Meeting, token: CancelToken) -> Memo:
        """Let the first language model that works say whose the memo's loose sentences are; the memo as it is where none does."""
        from bankrm.adapters.system.prompts import load_memo_questions
        from bankrm.application.propose_record import AskModel
        from bankrm.drafting.ports import ModelUnusable
        from bankrm.drafting.recording.ask_model import MemoModel

        try:
            with self.program.engines.language_models(None, None) as asked:
                for one in asked[:1]:
                    questions = load_memo_questions(self.program.resources, one.profile.name)
                    return AskModel(MemoModel(one.model, questions))(memo, meeting, token)
        except ModelUnusable:
            return memo
        return memo

    def own_view(self, store: Store) -> RecordOwnView:
        """Keep a person's own knowledge as a dated record, in the name of whoever works on the store."""
        from bankrm.application.record_own_view import RecordOwnView

        return RecordOwnView(store.unit_of_work, store.actor)

    def export(self, store: Store, profile: str) -> ExportRecords:
        """Confirmed records as a file for the bank's system. Raises ProfileUnknown and ProfileInvalid."""
        from bankrm.adapters.exporting.files import FileDelivery
        from bankrm.application.register_record import ExportRecords

        layout, allowed = self.export_layouts().named(profile), self.program.policy.policy.allow_export
        return ExportRecords(store.unit_of_work, layout, FileDelivery(), self.program.clock, allowed=allowed)
