"""llama.cpp through `xllamacpp`, for GGUF weights on the CPU.

Cached and uncached prefixes differ in their last bits, and so would texts: every answer therefore takes one canonical path. The prefix is
read alone until only its last token is read again; before each question it is read once more; then comes the question.
"""

from __future__ import annotations

import http.client
import json
import secrets
import socket
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

import xllamacpp

from bankrm.adapters.engines.chat import ChatTemplate
from bankrm.adapters.engines.gguf_header import read_gguf_header
from bankrm.adapters.engines.messages import LoadPlan
from bankrm.adapters.engines.model_facts import Damaged
from bankrm.adapters.engines.told_apart import told_apart
from bankrm.domain.progress import Cancelled, CancelToken
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

ENGINE = "llama"
_BATCH = 256  # a cancel is heard after so many tokens of the prompt
_AHEAD, _PICKED = 50.0, 80.0
"""What is added to the scores of the tokens to be weighed, so that nothing is left to others; and to that of the one which is written in
their place: theirs may be a part of a character, of which the library tells nothing."""
_SOCKET = "listen.sock"  # the ending by which the library knows a Unix socket


class LlamaEngine:
    """One loaded GGUF model; lives in the worker."""

    def __init__(self, plan: LoadPlan) -> None:
        """Load. Raises ModelUnusable."""
        _require_ours(Path(plan.weights))
        key = secrets.token_urlsafe(24)
        parameters = _parameters(plan, key)
        try:
            self._server = xllamacpp.Server(parameters)
        except MemoryError as error:
            raise ModelUnusable(engine=ENGINE, reason="out_of_memory") from error
        except RuntimeError as error:  # the file is whole, and the library does not know what it holds
            raise ModelUnusable(engine=ENGINE, reason="unknown_architecture") from error
        self._listener = _Listener(self._server.listening_address, key)
        self._limit = plan.context_tokens
        self._template = self._chat_template()
        self._before = self._tokens(self._template.before, marks=True, begin=True)
        self._between = self._tokens(self._template.between, marks=True)
        self._after = self._tokens(self._template.after, marks=True)
        *_, self._written = self._tokens("=")
        self._at_hand: Prefix | None = None
        self._prefix: list[int] = []
        self._require_grammars()
        self._require_canonical_path()
        self.identity = ModelIdentity(
            ENGINE, plan.name, plan.sha256, plan.context_tokens, _told(parameters, self._template)
        )

    def count_tokens(self, texts: Sequence[str]) -> tuple[int, ...]:
        """How many tokens each text is."""
        return tuple(len(self._tokens(text)) for text in texts)

    def ask(
        self,
        prefix: Prefix,
        question: Question,
        *,
        token: CancelToken,
        on_text: Callable[[str], None] = lambda _: None,
    ) -> Answer:
        """The answer, along the canonical path. Raises Cancelled, ContextOverflow, ModelFailed."""
        start = time.monotonic()
        asked = [*self._tokens(question.text), *self._after]
        reused = self._read(prefix, len(asked) + question.max_tokens, token, lambda _: on_text(""))
        stream = _Stream(token, on_text)
        request = {
            "prompt": [*self._prefix, *asked],
            "n_predict": question.max_tokens,
            "temperature": question.sampling.temperature,
            "seed": question.sampling.seed,
            **({"grammar": f"%llguidance {{}}\n{question.grammar}"} if question.grammar else {}),
        }
        self._complete(request, stream)
        now = time.monotonic()
        usage = Usage(
            len(self._prefix) + len(asked), reused, stream.tokens, (stream.first_at or now) - start, now - start
        )
        return Answer(stream.text, Finish.LENGTH if stream.finish == "length" else Finish.STOP, usage)

    def weigh(self, prefix: Prefix, text: str, answers: Sequence[str], *, token: CancelToken) -> tuple[float, ...]:
        """How likely each answer is, along the canonical path. Raises Cancelled, ContextOverflow, ModelFailed."""
        begun, told = told_apart([self._tokens(answer) for answer in answers])
        if not told:
            return ()
        asked = [*self._tokens(text), *self._after, *begun]
        self._read(prefix, len(asked) + 1, token, lambda _: None)
        stream = _Stream(token, lambda _: None)
        request = {
            "prompt": [*self._prefix, *asked],
            "n_predict": 1,
            "n_probs": len(told) + 1,
            "post_sampling_probs": True,
            "samplers": ["temperature"],
            "temperature": 1.0,
            "logit_bias": [*([id, _AHEAD] for id in told), [self._written, _PICKED]],
        }
        self._complete(request, stream)
        weights = [stream.shares.get(id, 0.0) for id in told]
        if not all(weights):
            raise ModelFailed(engine=ENGINE, reason="engine_error")
        return tuple(weight / sum(weights) for weight in weights)

    def close(self) -> None:
        """Nothing to do: the process ends, and with it everything that was read."""

    def _require_grammars(self) -> None:
        """Raise ModelUnusable where this build does not read our grammars: it would write on without them, and say nothing."""
        stream = _Stream(CancelToken(), lambda _: None)
        request = {"prompt": self._after, "n_predict": 8, "grammar": '%llguidance {}\nstart: "]["'}
        self._complete(request, stream)
        if stream.text != "][":
            raise ModelUnusable(engine=ENGINE, reason="library_missing")

    def _require_canonical_path(self) -> None:
        """Raise ModelUnusable for a model whose cache cannot be cut back to a prefix: its texts would depend on what came before."""
        try:
            self._read(Prefix("", "a b c d"), 0, CancelToken(), lambda _: None)
        except ModelFailed as error:
            raise ModelUnusable(engine=ENGINE, reason="unknown_architecture") from error

    def _read(self, prefix: Prefix, room: int, token: CancelToken, on_text: Callable[[str], None]) -> int:
        """Leave exactly the prefix in the cache, its last token read alone; how many of its tokens stood there before."""
        if prefix != self._at_hand:
            self._at_hand = None
            ids = [*self._before, *self._tokens(prefix.system), *self._between, *self._tokens(prefix.evidence)]
            self._require_room(len(ids) + room)
            self._prefix = ids
            self._complete({"prompt": ids[:1], "n_predict": 0, "cache_prompt": False}, _Stream(token, on_text))
            reused = 0
        else:
            self._require_room(len(self._prefix) + room)
            reused = len(self._prefix)
        cached = -1
        while cached != len(self._prefix) - 1:
            stream = _Stream(token, on_text)
            self._complete({"prompt": self._prefix, "n_predict": 0}, stream)
            if stream.cached <= cached:  # no nearer: it would be read for ever
                raise ModelFailed(engine=ENGINE, reason="engine_error")
            cached = stream.cached
        self._at_hand = prefix
        return reused

    def _require_room(self, tokens: int) -> None:
        if tokens > self._limit:
            raise ContextOverflow(engine=ENGINE, tokens=tokens, limit=self._limit)

    def _complete(self, request: Mapping[str, Any], stream: _Stream) -> None:
        defaults = {"stream": True, "temperature": 0.0, "cache_prompt": True, "return_progress": True}
        self._server.handle_completions({**defaults, **request}, stream)
        if stream.cancelled:
            self._at_hand = None
            raise Cancelled
        if stream.error:
            self._at_hand = None
            raise ModelFailed(engine=ENGINE, reason="engine_error")

    def _tokens(self, text: str, *, marks: bool = False, begin: bool = False) -> list[int]:
        """Ids of a text; `marks` reads the template's own marks as such, `begin` adds what the model wants first, once."""
        told = self._listener.post("/tokenize", {"content": text, "parse_special": marks, "add_special": begin})
        ids = [int(token) for token in told["tokens"]]
        return ids[1:] if begin and len(ids) > 1 and ids[0] == ids[1] else ids

    def _chat_template(self) -> ChatTemplate:
        def render(messages: Sequence[Mapping[str, str]]) -> str:
            body = {"messages": list(messages), "chat_template_kwargs": {"enable_thinking": False}}
            return str(self._listener.post("/apply-template", body)["prompt"])

        try:
            return ChatTemplate.of(render)
        except ValueError as error:
            raise ModelUnusable(engine=ENGINE, reason="no_chat_template") from error


class _Stream:
    """Hears the pieces of one completion, and stops it where the token asks for it."""

    def __init__(self, token: CancelToken, on_text: Callable[[str], None]) -> None:
        self.text, self.finish, self.cached, self.tokens = "", "", -1, 0
        self.first_at = 0.0
        self.shares: dict[int, float] = {}
        self.cancelled = self.error = False
        self._token, self._on_text = token, on_text

    def __call__(self, piece: dict[str, Any]) -> bool:
        """One piece; True stops the completion."""
        if "error" in piece:
            self.error = True
            return True
        for choice in piece.get("choices", ()):
            text = choice.get("text") or ""
            if text and not self.first_at:
                self.first_at = time.monotonic()
            self.text += text
            self.finish = choice.get("finish_reason") or self.finish
            for token in (choice.get("logprobs") or {}).get("content", ()):
                self.shares = {int(one["id"]): float(one["prob"]) for one in token.get("top_probs", ())}
            self._on_text(text)
        if "timings" in piece:
            self.cached, self.tokens = piece["timings"]["cache_n"], piece["timings"]["predicted_n"]
        self.cancelled = self._token.cancelled and not self.finish
        return self.cancelled


class _Listener:
    """The library's own listener, for the two things that it does nowhere else: tokens and the chat template."""

    def __init__(self, address: str, key: str) -> None:
        self._address = address
        self._headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}

    def post(self, path: str, body: Mapping[str, Any]) -> dict[str, Any]:
        """The answer as JSON. Raises ValueError where the listener refuses what it was given."""
        connection = self._connect()
        try:
            connection.request("POST", path, json.dumps(body), self._headers)
            answer = connection.getresponse()
            told = answer.read()
            if answer.status != http.client.OK:
                raise ValueError(path)
            result: dict[str, Any] = json.loads(told)
            return result
        finally:
            connection.close()

    def _connect(self) -> http.client.HTTPConnection:
        if self._address.startswith("unix://"):
            return _UnixConnection(self._address.removeprefix("unix://"))
        return http.client.HTTPConnection(self._address.removeprefix("http://"))


class _UnixConnection(http.client.HTTPConnection):
    def __init__(self, path: str) -> None:
        super().__init__("localhost")
        self._path = path

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.connect(self._path)


def _require_ours(weights: Path) -> None:
    """Raise ModelUnusable for a file that the library would crash on, or would ask by a template of another model."""
    try:
        facts = read_gguf_header(weights).facts()
    except FileNotFoundError as error:
        raise ModelUnusable(engine=ENGINE, reason="missing") from error
    except (Damaged, OSError) as error:
        raise ModelUnusable(engine=ENGINE, reason="damaged") from error
    if not facts.chat_template:
        raise ModelUnusable(engine=ENGINE, reason="no_chat_template")


def _parameters(plan: LoadPlan, key: str) -> xllamacpp.CommonParams:
    parameters = xllamacpp.CommonParams()
    parameters.model.path = plan.weights
    parameters.n_ctx = plan.context_tokens
    parameters.n_batch = parameters.n_ubatch = _BATCH
    parameters.n_parallel = 1
    parameters.cpuparams.n_threads = parameters.cpuparams_batch.n_threads = plan.threads
    parameters.warmup = False
    parameters.use_jinja = True
    parameters.cache_ram_mib = 0  # its default keeps up to 8 GB of prompts
    parameters.endpoint_slots = parameters.ui = False
    parameters.verbosity = 0
    parameters.api_keys = [key]
    if sys.platform == "win32":
        parameters.hostnames, parameters.port = ["127.0.0.1"], 0
    else:
        parameters.hostnames = [str(Path(plan.folder) / _SOCKET)]
    return parameters


def _told(parameters: xllamacpp.CommonParams, template: ChatTemplate) -> dict[str, str]:
    """On what the bytes of an answer depend, besides weights and text."""
    return {
        "chat_template": template.sha256,
        "build": f"xllamacpp {version('xllamacpp')}",
        "threads": str(parameters.cpuparams.n_threads),
        "n_ctx": str(parameters.n_ctx),
        "n_batch": str(parameters.n_batch),
        "n_ubatch": str(parameters.n_ubatch),
        "flash_attention": str(parameters.flash_attn_type),
        "cpu": " ".join(xllamacpp.get_system_info().split()),
    }
