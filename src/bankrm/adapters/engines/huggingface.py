"""`transformers`, for safetensors weights: with an NVIDIA GPU through accelerate and bitsandbytes, else on the CPU.

One canonical path for every answer, as in llama.cpp's engine: the prefix's keys and values are computed once, in steps, and kept as a
snapshot in memory; each question goes on from a copy of it. A cache is never cut back.
"""

from __future__ import annotations

import copy
import inspect
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import Any, TypeVar

import jinja2
import llguidance.hf
import torch
from transformers import DynamicCache, GenerationConfig, PreTrainedTokenizerBase
from transformers.generation.streamers import BaseStreamer

from bankrm.adapters.engines.chat import ChatTemplate
from bankrm.adapters.engines.masking import Ending, GrammarMask
from bankrm.adapters.engines.messages import LoadPlan
from bankrm.adapters.engines.pretrained import ENGINE, Pretrained, load_pretrained
from bankrm.adapters.engines.told_apart import told_apart
from bankrm.domain.progress import CancelToken, Report, silent
from bankrm.drafting.ports import (
    Answer,
    ContextOverflow,
    Finish,
    ModelFailed,
    ModelIdentity,
    ModelUnusable,
    Prefix,
    Question,
    Usage,
)

T = TypeVar("T")
_STEP = 256  # a cancel is heard after so many tokens of the prompt
_BROKEN = "\ufffd"


@dataclass(frozen=True, slots=True)
class _Snapshot:
    """A prefix that was read."""

    prefix: Prefix
    ids: list[int]
    cache: DynamicCache


class TransformersEngine:
    """One loaded safetensors model; lives in the worker."""

    def __init__(self, plan: LoadPlan, report: Report = silent) -> None:
        """Load. Raises ModelUnusable, ImportError."""
        torch.set_num_threads(plan.threads)
        loaded = load_pretrained(plan, report)
        self._model, self._tokenizer = loaded.model, loaded.tokenizer
        self._limit = plan.context_tokens
        template = _chat_template(self._tokenizer)
        self._before, self._between, self._after = map(
            self._mark_ids, (template.before, template.between, template.after)
        )
        added = self._tokenizer.added_tokens_decoder
        self._marks = {id for id, mark in added.items() if not mark.content.isspace()}
        self._ends = _ends(self._model.generation_config.eos_token_id, self._tokenizer.eos_token_id)
        self._model.generation_config = GenerationConfig(eos_token_id=self._ends, pad_token_id=self._ends[0])
        self._cache_name = (
            "cache" if "cache" in inspect.signature(self._model.forward).parameters else "past_key_values"
        )
        self._grammars = llguidance.hf.from_tokenizer(
            self._tokenizer, n_vocab=self._model.config.get_text_config().vocab_size, eos_token=self._ends
        )
        self._snapshot: _Snapshot | None = None
        self.identity = ModelIdentity(
            ENGINE, plan.name, plan.sha256, plan.context_tokens, _told(loaded, plan, template)
        )

    def count_tokens(self, texts: Sequence[str]) -> tuple[int, ...]:
        """How many tokens each text is."""
        return tuple(len(self._text_ids(text)) for text in texts)

    @torch.inference_mode()
    def ask(
        self,
        prefix: Prefix,
        question: Question,
        *,
        token: CancelToken,
        on_text: Callable[[str], None] = lambda _: None,
    ) -> Answer:
        """The answer, along the canonical path. Raises Cancelled, ContextOverflow, ModelFailed."""
        return self._in_memory(lambda: self._answer(prefix, question, token, on_text))

    @torch.inference_mode()
    def weigh(self, prefix: Prefix, text: str, answers: Sequence[str], *, token: CancelToken) -> tuple[float, ...]:
        """How likely each answer is, along the canonical path. Raises Cancelled, ContextOverflow, ModelFailed."""
        begun, told = told_apart([self._text_ids(answer) for answer in answers])
        asked = [*self._text_ids(text), *self._after, *begun]
        return self._in_memory(lambda: self._shares(prefix, asked, told, token)) if told else ()

    def _in_memory(self, do: Callable[[], T]) -> T:
        """What `do` gives. Raises ModelFailed where the memory does not hold it."""
        try:
            return do()
        except torch.OutOfMemoryError:
            self._snapshot = None
        torch.cuda.empty_cache()  # only here are the failed step's values let go of, with its frames
        raise ModelFailed(engine=ENGINE, reason="out_of_memory")

    def close(self) -> None:
        """Nothing to do: the process ends, and with it everything that was read."""

    def _answer(self, prefix: Prefix, question: Question, token: CancelToken, on_text: Callable[[str], None]) -> Answer:
        start = time.monotonic()
        asked = [*self._text_ids(question.text), *self._after]
        snapshot, reused = self._read_prefix(prefix, len(asked) + question.max_tokens, token, on_text)
        cache = copy.deepcopy(snapshot.cache)
        self._read(asked[: (len(asked) - 1) // _STEP * _STEP], cache, token, on_text)
        pieces = _Pieces(self._tokenizer, on_text)
        ending = self._generate([*snapshot.ids, *asked], cache, question, token, pieces)
        token.check()
        whole = ending.complete or pieces.ids[-1] in self._ends
        now = time.monotonic()
        usage = Usage(
            len(snapshot.ids) + len(asked), reused, len(pieces.ids), (pieces.first_at or now) - start, now - start
        )
        return Answer(pieces.text, Finish.STOP if whole else Finish.LENGTH, usage)

    def _shares(
        self, prefix: Prefix, asked: Sequence[int], told: Sequence[int], token: CancelToken
    ) -> tuple[float, ...]:
        snapshot, _ = self._read_prefix(prefix, len(asked) + 1, token, lambda _: None)
        cache = copy.deepcopy(snapshot.cache)
        scores = self._read(asked, cache, token, lambda _: None)
        return tuple(torch.softmax(scores[list(told)].float(), dim=0).tolist())

    def _read_prefix(
        self, prefix: Prefix, room: int, token: CancelToken, on_text: Callable[[str], None]
    ) -> tuple[_Snapshot, int]:
        """The prefix, read; and how many of its tokens stood there before."""
        if self._snapshot and self._snapshot.prefix == prefix:
            self._require_room(len(self._snapshot.ids) + room)
            return self._snapshot, len(self._snapshot.ids)
        self._snapshot = None
        ids = [*self._before, *self._text_ids(prefix.system), *self._between, *self._text_ids(prefix.evidence)]
        self._require_room(len(ids) + room)
        cache = DynamicCache(config=self._model.config)
        self._read(ids, cache, token, on_text)
        self._snapshot = _Snapshot(prefix, ids, cache)
        return self._snapshot, 0

    def _read(
        self, ids: Sequence[int], cache: DynamicCache, token: CancelToken, on_text: Callable[[str], None]
    ) -> torch.Tensor:
        """Every token's score to come next; empty where nothing was read."""
        scores = torch.empty(0)
        for start in range(0, len(ids), _STEP):
            token.check()
            step = self._tensor(ids[start : start + _STEP])
            scores = self._model(input_ids=step, use_cache=True, logits_to_keep=1, **{self._cache_name: cache}).logits[
                0, -1
            ]
            on_text("")
        return scores

    def _generate(
        self, ids: Sequence[int], cache: DynamicCache, question: Question, token: CancelToken, pieces: _Pieces
    ) -> Ending:
        mask = GrammarMask(self._grammars, question.grammar) if question.grammar else None
        ending = Ending(token, mask)
        prompt = self._tensor(ids)
        self._model.generate(
            input_ids=prompt,
            attention_mask=torch.ones_like(prompt),
            max_new_tokens=question.max_tokens,
            logits_processor=[mask] if mask else [],
            stopping_criteria=[ending],
            streamer=pieces,
            **{self._cache_name: cache},
            **_sampling(question),
        )
        return ending

    def _tensor(self, ids: Sequence[int]) -> torch.Tensor:
        return torch.tensor([ids], device=self._model.device)

    def _require_room(self, tokens: int) -> None:
        if tokens > self._limit:
            raise ContextOverflow(engine=ENGINE, tokens=tokens, limit=self._limit)

    def _mark_ids(self, text: str) -> list[int]:
        """Ids of a part of the template, whose marks are marks."""
        return list(self._tokenizer(text, add_special_tokens=False)["input_ids"])

    def _text_ids(self, text: str) -> list[int]:
        """Ids of a text of ours: what looks like a mark is split, and what the tokenizer cannot split is left out."""
        ids = self._tokenizer(text, add_special_tokens=False, split_special_tokens=True)["input_ids"]
        return [id for id in ids if id not in self._marks]


class _Pieces(BaseStreamer):
    """Hears the tokens of one answer and passes on its text, whole characters only."""

    def __init__(self, tokenizer: PreTrainedTokenizerBase, on_text: Callable[[str], None]) -> None:
        self.ids: list[int] = []
        self.text, self.first_at = "", 0.0
        self._tokenizer, self._on_text = tokenizer, on_text
        self._prompt_heard = False

    def put(self, value: torch.Tensor) -> None:
        """The prompt first, then each token."""
        if not self._prompt_heard:
            self._prompt_heard = True
            return
        self.ids.extend(value.flatten().tolist())
        text = self._tokenizer.decode(self.ids, skip_special_tokens=True, clean_up_tokenization_spaces=False)
        piece = text.rstrip(_BROKEN)[len(self.text) :]
        if piece:
            self.first_at = self.first_at or time.monotonic()
            self.text += piece
        self._on_text(piece)

    def end(self) -> None:
        """Nothing is left over but the beginning of a character."""


def _sampling(question: Question) -> dict[str, Any]:
    if question.sampling.temperature <= 0:
        return {"do_sample": False}
    torch.manual_seed(question.sampling.seed)
    return {"do_sample": True, "temperature": question.sampling.temperature, "top_k": 0}


def _ends(*told: int | list[int] | None) -> list[int]:
    """Every token that ends an answer, by the weights' word and the tokenizer's, which differ in some bundles."""
    return sorted({id for ids in told if ids is not None for id in ([ids] if isinstance(ids, int) else ids)})


def _chat_template(tokenizer: PreTrainedTokenizerBase) -> ChatTemplate:
    def render(messages: Sequence[Mapping[str, str]]) -> str:
        try:
            return str(
                tokenizer.apply_chat_template(
                    list(messages), tokenize=False, add_generation_prompt=True, enable_thinking=False
                )
            )
        except jinja2.TemplateError as error:
            raise ValueError("the template refuses") from error

    try:
        return ChatTemplate.of(render)  # without a template, rendering is a ValueError too
    except ValueError as error:
        raise ModelUnusable(engine=ENGINE, reason="no_chat_template") from error


def _told(loaded: Pretrained, plan: LoadPlan, template: ChatTemplate) -> dict[str, str]:
    """On what the bytes of an answer depend, besides weights and text."""
    device = {"device": "cpu", "cpu": torch.backends.cpu.get_cpu_capability()}
    if plan.device == "cuda":
        major, minor = torch.cuda.get_device_capability()
        device = {"device": torch.cuda.get_device_name(), "compute_capability": f"{major}.{minor}"}
    return {
        "chat_template": template.sha256,
        **{
            library: _version(library)
            for library in ("torch", "transformers", "accelerate", "bitsandbytes", "llguidance")
        },
        **device,
        "dtype": str(loaded.dtype).removeprefix("torch."),
        "quantisation": loaded.quantisation,
        "offloaded": str(loaded.offloaded),
        "threads": str(plan.threads),
        "n_ctx": str(plan.context_tokens),
        "n_batch": str(_STEP),
        "attention": str(loaded.model.config._attn_implementation),
    }


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
