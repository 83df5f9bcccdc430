"""Printing, copying and exporting are allowed by policy and state, and recorded."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.builders import TODAY
from tests.fakes.queue import BRIEF, KNOWLEDGE, SUMMARY, Desk, fill
from tests.fakes.store import MemoryStore

from bankrm.adapters.exporting.files import FileDelivery, JsonFormat
from bankrm.adapters.system.clock import FixedDay
from bankrm.application.export_draft import ExportDraft
from bankrm.application.hand_out import CopyFromDraft, ForbiddenByPolicy, NoCarriedVersion, PrintDraft
from bankrm.application.ports.exporting import Format
from bankrm.application.visit_context import VisitContexts
from bankrm.domain import approval
from bankrm.domain.approval import NotReleased
from bankrm.domain.audit import Act
from bankrm.domain.drafts import Draft, DraftState
from bankrm.domain.editing import Base, EditConflict
from bankrm.domain.errors import NotFound
from bankrm.domain.ids import DraftId
from bankrm.drafting.sheet import Version


@pytest.fixture(name="store")
def _store() -> MemoryStore:
    store = MemoryStore()
    fill(store.unit_of_work)
    return store


@pytest.fixture(name="brief")
def _brief(store: MemoryStore) -> Draft:
    return Desk(store.unit_of_work).ask(None, BRIEF, SUMMARY)[0]


def printing(store: MemoryStore, *, allowed: bool = True) -> PrintDraft:
    contexts = VisitContexts(store.unit_of_work, KNOWLEDGE)
    return PrintDraft(store.unit_of_work, contexts, FixedDay(TODAY), "早瀬", allowed=allowed)


def exporting(store: MemoryStore, *, allowed: bool) -> ExportDraft:
    return ExportDraft(store.unit_of_work, {Format.JSON: JsonFormat()}, FileDelivery(), allowed=allowed)


def told(store: MemoryStore) -> list[tuple[Act, dict[str, object]]]:
    return [(entry.act, dict(entry.detail)) for entry in store.data.audit if entry.act is not Act.PREPARED]


def base_of(store: MemoryStore, draft: Draft) -> Base:
    with store.unit_of_work() as uow:
        kept = uow.drafts.kept(draft.id)
    assert kept
    return Base(kept.sha256, kept.draft.state)


@pytest.mark.parametrize("version", [Version.IN_BANK, Version.CARRIED])
def test_a_print_is_recorded_with_its_version(store: MemoryStore, brief: Draft, version: Version) -> None:
    sheet = printing(store)(brief.id, version, base_of(store, brief))
    assert sheet.version is version
    assert sheet.sections
    assert told(store) == [(Act.PRINTED, {"version": version.value, "kind": "visit-brief", "revision": 1})]
    assert re.fullmatch(r"店番031  作成者 早瀬  2026年6月12日 \d\d:\d\d 印刷", sheet.imprint)


def test_looking_at_what_would_be_printed_is_no_print(store: MemoryStore, brief: Draft) -> None:
    sheet = printing(store).preview(brief.id, Version.CARRIED).sheet
    assert told(store) == []
    assert printing(store)(brief.id, Version.CARRIED, base_of(store, brief)).sections == sheet.sections


def test_what_is_no_longer_as_it_was_looked_at_is_neither_printed_nor_recorded(
    store: MemoryStore, brief: Draft
) -> None:
    with pytest.raises(EditConflict):
        printing(store)(brief.id, Version.IN_BANK, replace(base_of(store, brief), state=DraftState.CONFIRMED))
    with pytest.raises(EditConflict):
        printing(store)(brief.id, Version.IN_BANK, replace(base_of(store, brief), sha256="0" * 64))
    assert told(store) == []


def test_only_a_visit_brief_is_carried(store: MemoryStore, brief: Draft) -> None:
    summary = next(draft for draft in store.data.drafts.values() if draft.id != brief.id)
    with pytest.raises(NoCarriedVersion):
        printing(store)(summary.id, Version.CARRIED, base_of(store, summary))
    assert printing(store)(summary.id, Version.IN_BANK, base_of(store, summary)).title == summary.title


def test_a_statement_is_copied_with_its_sources_and_a_piece_as_it_stands(store: MemoryStore, brief: Draft) -> None:
    copy = CopyFromDraft(store.unit_of_work, allowed=True)
    first = brief.statements[0]
    assert copy(brief.id, "S1").splitlines() == [
        first.text, *(f"・{brief.pack[key].text}({word})" for key, word in zip(first.citations, ("計算", "計算"), strict=False))
    ]  # fmt: skip
    key, piece = next(iter(brief.pack))
    assert copy(brief.id, key).startswith(piece.text)
    assert told(store) == [(Act.COPIED, {"item": "S1"}), (Act.COPIED, {"item": key})]
    with pytest.raises(NotFound):
        copy(brief.id, "S999")
    with pytest.raises(NotFound):
        copy(DraftId("none"), "S1")


def test_what_policy_forbids_is_refused_and_not_recorded(store: MemoryStore, brief: Draft, tmp_path: Path) -> None:
    acts: dict[str, Callable[[], object]] = {
        "AllowPrint": lambda: printing(store, allowed=False)(brief.id, Version.IN_BANK, base_of(store, brief)),
        "AllowClipboard": lambda: CopyFromDraft(store.unit_of_work, allowed=False)(brief.id, "S1"),
        "AllowExport": lambda: exporting(store, allowed=False)([brief.id], Format.JSON, tmp_path / "a.json"),
    }
    for key, act in acts.items():
        with pytest.raises(ForbiddenByPolicy) as error:
            act()
        assert error.value.details == {"key": key}
    assert told(store) == []
    assert list(tmp_path.glob("*.json")) == []


def test_what_a_client_sees_does_not_leave_before_it_is_approved(
    store: MemoryStore, brief: Draft, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(approval, "INTERNAL_KINDS", frozenset())
    acts: tuple[Callable[[], object], ...] = (
        lambda: printing(store)(brief.id, Version.IN_BANK, base_of(store, brief)),
        lambda: CopyFromDraft(store.unit_of_work, allowed=True)(brief.id, "S1"),
        lambda: exporting(store, allowed=True)([brief.id], Format.JSON, tmp_path / "a.json"),
    )
    for act in acts:
        with pytest.raises(NotReleased):
            act()
