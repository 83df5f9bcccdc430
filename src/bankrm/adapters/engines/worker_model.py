"""A language model in the engine worker, as the program sees it: starts the process, asks it, cancels, and starts it anew after a crash."""

from __future__ import annotations

import os
import queue
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, replace
from pathlib import Path

from bankrm.adapters.engines.frames import Message, read_frame, write_frame
from bankrm.adapters.engines.messages import LoadPlan, answered, ask_message, failure, identity_of, progress_of
from bankrm.domain.progress import Cancelled, CancelToken, Report, silent
from bankrm.drafting.ports import (
    Answer,
    ContextOverflow,
    ModelFailed,
    ModelIdentity,
    ModelUnusable,
    Prefix,
    Question,
)

SILENCE_S = 180.0  # so long without a sign of life is taken for a hang; the prompt is read in steps of seconds
_LOOK_S = 0.05
_ENVIRONMENT = {
    "GOMP_SPINCOUNT": "1000",  # else llama.cpp's threads spin beside a busy process at a third of their speed
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "TOKENIZERS_PARALLELISM": "false",
    "PYTHONUTF8": "1",
}


def worker_command() -> list[str]:
    """How to start the worker: its own executable beside the frozen program's, else this interpreter."""
    if getattr(sys, "frozen", False):
        suffix = ".exe" if sys.platform == "win32" else ""
        return [str(Path(sys.executable).with_name(f"bankrm-engine{suffix}"))]
    # -P: nothing of the current folder is imported
    return [sys.executable, "-P", "-m", "bankrm.adapters.engines.worker"]


class WorkerModel:
    """A LanguageModel in a child process, started when first asked. One request at a time; others wait for the lock."""

    def __init__(
        self,
        plan: LoadPlan,
        command: Sequence[str] | None = None,
        *,
        silence_s: float = SILENCE_S,
        prove: Callable[[], None] = lambda: None,
    ) -> None:
        """`prove` is called before the weights are loaded; it raises ModelUnusable for what must not be."""
        self._prove = prove
        self._plan, self._command, self._silence_s = plan, command or worker_command(), silence_s
        self._lock = threading.Lock()
        self._child: _Child | None = None
        self._identity: ModelIdentity | None = None

    @property
    def identity(self) -> ModelIdentity:
        """Who answers; loads the model where it is not loaded yet. Raises ModelUnusable."""
        with self._lock:
            self._loaded(CancelToken())
            assert self._identity is not None
            return self._identity

    @property
    def pid(self) -> int | None:
        """The worker's process, while there is one."""
        return self._child.process.pid if self._child else None

    def count_tokens(self, texts: Sequence[str]) -> tuple[int, ...]:
        """How many tokens each text is. Raises ModelError."""
        with self._lock, self._working(CancelToken()) as child:
            child.send({"do": "count", "texts": list(texts)})
            return tuple(child.wait(CancelToken())["tokens"])

    def ask(
        self,
        prefix: Prefix,
        question: Question,
        *,
        token: CancelToken,
        on_text: Callable[[str], None] = lambda _: None,
    ) -> Answer:
        """The answer. Raises Cancelled, and ModelError: after a crash or a hang the next request starts a new worker."""
        with self._lock:
            token.check()
            with self._working(token) as child:
                child.send(ask_message(prefix, question))
                return answered(child.wait(token, on_text))

    def weigh(self, prefix: Prefix, text: str, answers: Sequence[str], *, token: CancelToken) -> tuple[float, ...]:
        """How likely each answer is. Raises Cancelled, and ModelError, as `ask`."""
        with self._lock:
            token.check()
            with self._working(token) as child:
                child.send({"do": "weigh", "prefix": asdict(prefix), "text": text, "answers": list(answers)})
                return tuple(child.wait(token)["shares"])

    def close(self) -> None:
        """End the worker, also one that is at work or hangs; asked again it is started anew."""
        if child := self._child:
            child.kill()  # whoever waits for its answer hears that it has gone, and lets the lock go
        with self._lock:
            self._let_go()

    @contextmanager
    def _working(self, token: CancelToken) -> Iterator[_Child]:
        child = self._loaded(token)
        try:
            yield child
        except (Cancelled, ContextOverflow):  # the worker's own words: it is ready for the next question
            raise
        except _Gone as gone:
            self._let_go()
            raise ModelFailed(engine=self._plan.engine, reason=gone.reason) from gone
        except BaseException:  # its answer is still to come, and would be taken for the next one's
            self._let_go()
            raise

    def _loaded(self, token: CancelToken) -> _Child:
        if self._child:
            return self._child
        self._prove()
        self._child = _Child(self._command, self._plan.engine, self._silence_s)
        try:
            self._child.send({"do": "load", "plan": asdict(replace(self._plan, folder=str(self._child.folder)))})
            self._identity = identity_of(self._child.wait(token, heeded=False))
        except _Gone as gone:
            self._let_go()
            raise ModelUnusable(engine=self._plan.engine, reason=gone.reason) from gone
        except BaseException:
            self._let_go()
            raise
        return self._child

    def _let_go(self) -> None:
        child, self._child = self._child, None
        if child:
            child.end()


def ask_once(engine: str, message: Message, token: CancelToken, report: Report) -> Message:
    """The answer of a worker that is started for this one request. Raises Cancelled, ModelError."""
    child = _Child(worker_command(), engine, SILENCE_S)
    try:
        child.send(message)
        return child.wait(token, report=report)
    except _Gone as gone:
        raise ModelFailed(engine=engine, reason=gone.reason) from gone
    finally:
        child.end()


class _Gone(Exception):
    """The worker crashed or does not answer."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class _Child:
    """One worker process, its folder, and the thread that reads what it says."""

    def __init__(self, command: Sequence[str], engine: str, silence_s: float) -> None:
        self._silence_s = silence_s
        self.folder = _short_folder()
        try:
            self.process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**_environment(), **_ENVIRONMENT},
                cwd=self.folder,
                start_new_session=True,  # Ctrl-C is the program's to hear
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise ModelUnusable(engine=engine, reason="worker_missing") from error
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self._outgoing, self._incoming = self.process.stdin, self.process.stdout
        self._heard: queue.Queue[Message | None] = queue.Queue()
        self._reader = threading.Thread(target=self._listen, name="engine-worker", daemon=True)
        self._reader.start()

    def _listen(self) -> None:
        try:
            while (message := read_frame(self._incoming)) is not None:
                self._heard.put(message)
        except (OSError, ValueError):
            pass
        self._heard.put(None)

    def send(self, message: Message) -> None:
        """Raises _Gone where the worker has ended."""
        try:
            write_frame(self._outgoing, message)
        except OSError as error:
            raise _Gone("crashed") from error

    def wait(
        self,
        token: CancelToken,
        on_text: Callable[[str], None] = lambda _: None,
        report: Report = silent,
        *,
        heeded: bool = True,
    ) -> Message:
        """The message that ends a request. Raises Cancelled, where the worker has `heeded` it or is not asked to; _Gone; and the
        ModelError that the worker tells of."""
        heard_at, told_to_stop = time.monotonic(), False
        while True:
            if token.cancelled and not heeded:
                raise Cancelled
            if token.cancelled and not told_to_stop:
                self.send({"do": "cancel"})
                told_to_stop = True
            try:
                message = self._heard.get(timeout=_LOOK_S)
            except queue.Empty:
                if time.monotonic() - heard_at > self._silence_s:
                    raise _Gone("timed_out") from None
                continue
            heard_at = time.monotonic()
            if message is None:
                raise _Gone("crashed")
            match message["is"]:
                case "text":
                    on_text(message["text"])
                case "progress":
                    report(progress_of(message))
                case "cancelled":
                    raise Cancelled
                case "failed":
                    raise failure(message)
                case _:
                    return message

    def kill(self) -> None:
        """End the process at once: it keeps nothing that would be lost."""
        self.process.kill()

    def end(self) -> None:
        """Kill it, and leave nothing of it."""
        try:
            self.kill()
            self.process.wait()
            self._reader.join()
            for stream in (self._outgoing, self._incoming):
                with suppress(OSError):  # what could not be sent is sent no more
                    stream.close()
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)


def _environment() -> dict[str, str]:
    """What the worker may know of ours: nothing of the store and its key."""
    return {name: value for name, value in os.environ.items() if not name.startswith("BANKRM_")}


_LONGEST_SOCKET = 90  # a Unix socket's whole path ends at 108 bytes


def _short_folder() -> Path:
    """A fresh folder that only this user can enter, with a path short enough for a socket in it."""
    folder = tempfile.mkdtemp(prefix="bankrm-")
    if os.name == "posix" and len(os.fsencode(folder)) > _LONGEST_SOCKET:
        Path(folder).rmdir()
        folder = tempfile.mkdtemp(prefix="bankrm-", dir="/tmp")
    return Path(folder)
