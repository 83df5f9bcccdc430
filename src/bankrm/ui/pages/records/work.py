"""The queries and use cases of the page 記録."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bankrm.application.confirm_record import ConfirmRecord
from bankrm.application.keep_memo import KeepMemo
from bankrm.application.open_memo import OpenMemo
from bankrm.application.ports.clock import Clock
from bankrm.application.practice_time import ShowPreparationTime, TellFormerMinutes
from bankrm.application.queries.clients import ListClients
from bankrm.application.queries.recording import ListRecordings
from bankrm.application.queries.settling import PromisesSettled
from bankrm.application.register_record import CopyRecord, RegisterRecord
from bankrm.domain.memos import Memo
from bankrm.domain.progress import CancelToken
from bankrm.drafting.recording.proposals import Meeting


@dataclass(frozen=True, slots=True)
class RecordingWork:
    """`suggest` asks a language model; None where there is none."""

    talks: ListRecordings
    clients: ListClients
    open: OpenMemo
    keep: KeepMemo
    confirm: ConfirmRecord
    copy: CopyRecord
    register: RegisterRecord
    settled: PromisesSettled
    times: ShowPreparationTime
    tell_minutes: TellFormerMinutes
    clock: Clock
    suggest: Callable[[Memo, Meeting, CancelToken], Memo] | None = None
