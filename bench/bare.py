"""The bare libraries on the same model, threads and settings, in a process of their own: what the engines are measured against.

`python -m bench.bare llama|transformers WEIGHTS THREADS` answers each line (JSON: prompt, tokens) with the times of its tokens;
`… load|nf4 WEIGHTS THREADS` reads a bundle once, as it is or quantising, and prints the seconds from its first weight on:
imports and tokenizer, which take the same either way, are left out.
"""

from __future__ import annotations

import atexit
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from typing import Any

CONTEXT = 4096
Speak = Callable[[str, int], list[float]]  # the time of each token


def llama(weights: str, threads: int) -> Speak:
    import xllamacpp

    parameters = xllamacpp.CommonParams()
    parameters.model.path = weights
    parameters.n_ctx = CONTEXT
    parameters.n_batch = parameters.n_ubatch = 256
    parameters.n_parallel = 1
    parameters.cpuparams.n_threads = parameters.cpuparams_batch.n_threads = threads
    parameters.cache_ram_mib = parameters.verbosity = 0
    parameters.ui = parameters.endpoint_slots = parameters.warmup = False
    folder = tempfile.mkdtemp(prefix="bare-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    parameters.hostnames = [f"{folder}/listen.sock"]
    server = xllamacpp.Server(parameters)

    def speak(prompt: str, tokens: int) -> list[float]:
        times: list[float] = []

        def hear(piece: dict[str, Any]) -> bool:
            times.extend(time.perf_counter() for choice in piece.get("choices", ()) if not choice.get("finish_reason"))
            return False

        request = {"prompt": prompt, "n_predict": tokens, "ignore_eos": True, "temperature": 0.0, "stream": True}
        server.handle_completions(request, hear)
        return times

    return speak


def transformers(weights: str, threads: int) -> Speak:
    import torch
    from transformers.generation.streamers import BaseStreamer

    from bankrm.adapters.engines.messages import LoadPlan
    from bankrm.adapters.engines.pretrained import load_pretrained

    torch.set_num_threads(threads)
    loaded = load_pretrained(LoadPlan("transformers", "bare", weights, "", CONTEXT, threads))

    class Clock(BaseStreamer):
        def __init__(self) -> None:
            self.times: list[float] = []

        def put(self, _: torch.Tensor) -> None:
            self.times.append(time.perf_counter())

        def end(self) -> None: ...

    def speak(prompt: str, tokens: int) -> list[float]:
        clock = Clock()
        asked = torch.tensor([loaded.tokenizer(prompt)["input_ids"]])
        limits = {"max_new_tokens": tokens, "min_new_tokens": tokens, "do_sample": False}
        loaded.model.generate(input_ids=asked, attention_mask=torch.ones_like(asked), streamer=clock, **limits)
        return clock.times[1:]

    return speak


def _answers(speak: Speak) -> Iterator[list[float]]:
    for line in sys.stdin:
        asked = json.loads(line)
        yield speak(asked["prompt"], asked["tokens"])


def _load(weights: str, threads: int, quantise: str) -> float:
    import torch

    from bankrm.adapters.engines.messages import LoadPlan
    from bankrm.adapters.engines.pretrained import load_pretrained

    device = "cuda" if torch.cuda.is_available() else "cpu"
    read: list[float] = []
    plan = LoadPlan("transformers", "bare", weights, "", CONTEXT, threads, device, quantise=quantise)
    load_pretrained(plan, lambda _: read.append(time.perf_counter()))
    return time.perf_counter() - read[0]


def main(what: str, weights: str, threads: str) -> None:
    """Answer until the other end closes."""
    os.nice(10)  # as the engine's worker does
    if what in ("load", "nf4"):
        print(_load(weights, int(threads), what.removeprefix("load")))
        return
    speak = {"llama": llama, "transformers": transformers}[what](weights, int(threads))
    for times in _answers(speak):
        print(json.dumps(times), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
