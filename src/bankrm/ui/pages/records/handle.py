"""記録 (evening records)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from bankrm.application.changes import Changes
from bankrm.application.confirm_record import ConfirmRecord
from bankrm.application.keep_memo import KeepMemo
from bankrm.application.open_memo import OpenMemo
from bankrm.application.practice_time import ShowPreparationTime, TellFormerMinutes
from bankrm.application.queries.clients import ListClients
from bankrm.application.queries.recording import ListRecordings
from bankrm.application.queries.settling import PromisesSettled
from bankrm.application.register_record import CopyRecord, RegisterRecord
from bankrm.ui.pages.records.page import RecordsPage
from bankrm.ui.pages.records.presenter import RecordsPresenter
from bankrm.ui.pages.records.work import RecordingWork
from bankrm.ui.places import Place, RecordsPlace
from bankrm.ui.services import PageHandle, Services

translate = QCoreApplication.translate
_LAYOUT = "interactions"  # the profile in whose order a record is copied; the bank's own of this name replaces the shipped one


class _Records:
    """The page with its presenter."""

    def __init__(self, services: Services) -> None:
        self._page = RecordsPage(services.appearance, services.notices, services.today)
        self._presenter = RecordsPresenter(self._page, services.jobs, _work(services), services.preparing)
        page, presenter, writing = self._page, self._presenter, self._presenter.writing
        for wish, done in (
            (page.talk_chosen, presenter.choose), (page.talk_requested, presenter.begin),
            (page.memo_typed, writing.typed), (page.memo_settled, writing.settled), (page.memo_rested, writing.rested),
            (page.field_written, writing.write_field), (page.field_restored, writing.restore_field),
            (page.field_entered, writing.look_at), (page.answered, writing.answer),
            (page.answer_state_chosen, writing.set_answer), (page.decided, writing.decide),
            (page.warning_accepted, writing.accept), (page.warning_taken_out, writing.take_out),
            (page.confirm_requested, presenter.confirm), (page.copy_requested, presenter.copy),
            (page.register_requested, presenter.register),
            (page.amend_requested, presenter.amend), (page.undo_requested, writing.undo),
            (page.discard_requested, presenter.discard), (page.discard_undone, presenter.take_discarded_back),
            (page.registration_undone, presenter.take_registration_back),
            (page.confirmation_undone, presenter.take_confirmation_back), (page.minutes_told, presenter.tell_minutes),
        ):  # fmt: skip
            wish.connect(done)

    @property
    def widget(self) -> QWidget:
        return self._page

    @property
    def about(self) -> str:
        return translate(
            "Records",
            "面談のメモを一つ書くと、応接記録の案ができます。メモは入力したまま保存され、確定すると記録になります。",
        )

    @property
    def keys(self) -> Sequence[tuple[str, str]]:
        return (
            ("Ctrl+M", translate("Records", "メモに移る")),
            ("Ctrl+Enter", translate("Records", "確定する")),
            ("Ctrl+Shift+C", translate("Records", "SFA用にコピーする")),
            ("Ctrl+Alt+Z", translate("Records", "決めたことを元に戻す")),
        )

    def arrive(self, place: Place) -> None:
        if isinstance(place, RecordsPlace):
            self._presenter.arrive(place)

    def changed(self, changes: Changes) -> None:
        self._presenter.changed(changes)

    def leave(self) -> None:
        self._presenter.leave()


def _work(services: Services) -> RecordingWork:
    begin, program = services.begin, services.program
    layout = program.records.export_layouts().named(_LAYOUT)
    model = any(not isinstance(one.content, Exception) for one in program.engines.models.installed())
    return RecordingWork(
        talks=ListRecordings(begin, program.clock),
        clients=ListClients(begin),
        open=OpenMemo(begin, program.clock, program.rules),
        keep=KeepMemo(begin),
        confirm=ConfirmRecord(begin, program.clock),
        copy=CopyRecord(begin, layout, program.clock, allowed=program.policy.policy.allow_clipboard),
        register=RegisterRecord(begin, program.clock),
        settled=PromisesSettled(begin, program.clock),
        times=ShowPreparationTime(begin),
        tell_minutes=TellFormerMinutes(begin),
        clock=program.clock,
        suggest=program.records.suggest if model else None,
    )


def build(services: Services) -> PageHandle:
    """The page."""
    return _Records(services)
