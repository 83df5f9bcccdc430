"""The engine worker's own program: loads one model and answers over its standard streams. No store, no window, no network.

It is a process of its own, so that a crash or an out-of-memory here costs one answer, and so that the desktop never imports torch.
"""

from __future__ import annotations

import os
import queue
import shutil
import sys
import threading
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import BinaryIO

import psutil

from bankrm.adapters.engines.frames import Message, read_frame, write_frame
from bankrm.adapters.engines.messages import LoadPlan, answer_message, asked, failure_message, progress_message
from bankrm.domain.progress import Cancelled, CancelToken, Progress, Report, silent
from bankrm.drafting.ports import LanguageModel, ModelError, ModelFailed, ModelUnusable, Prefix


def load_engine(plan: LoadPlan, report: Report = silent) -> LanguageModel:
    """The engine of that name with its weights. Raises ModelUnusable; Cancelled where `report` does."""
    try:
        if plan.engine == "llama":
            from bankrm.adapters.engines.llama import LlamaEngine

            return LlamaEngine(plan)
        if plan.engine == "transformers":
            if plan.gpu:  # before torch looks for cards
                os.environ["CUDA_VISIBLE_DEVICES"] = plan.gpu
            from bankrm.adapters.engines.huggingface import TransformersEngine

            return TransformersEngine(plan, report)
        raise ImportError(plan.engine)
    except ImportError as error:
        raise ModelUnusable(engine=plan.engine, reason="library_missing") from error


def quantise(plan: LoadPlan, out: Path, report: Report) -> None:
    """Write the bundle as this plan loads it. Raises ModelUnusable; Cancelled where `report` does."""
    try:
        from bankrm.adapters.engines.pretrained import save_packed

        save_packed(plan, out, report)
    except ImportError as error:
        raise ModelUnusable(engine=plan.engine, reason="library_missing") from error


class Worker:
    """Answers one message after the other; a cancel is heard while one is answered."""

    def __init__(
        self, incoming: BinaryIO, outgoing: BinaryIO, load: Callable[[LoadPlan, Report], LanguageModel]
    ) -> None:
        self._incoming, self._outgoing, self._load = incoming, outgoing, load
        self._messages: queue.Queue[Message | None] = queue.Queue()
        self._token = CancelToken()
        self._engine: LanguageModel | None = None
        self._name = self._folder = ""

    def run(self, leave: Callable[[], None]) -> None:
        """Until the other end closes; `leave` ends the process also in the middle of an answer."""
        threading.Thread(target=self._listen, args=(leave,), daemon=True).start()
        while (message := self._messages.get()) is not None:
            self._send(self._answer(message))

    def _listen(self, leave: Callable[[], None]) -> None:
        while (message := read_frame(self._incoming)) is not None:
            if message["do"] == "cancel":
                self._token.cancel()
            else:
                self._token = CancelToken()
                self._messages.put(message)
        if self._folder:  # the program that made it may have been killed
            shutil.rmtree(self._folder, ignore_errors=True)
        self._messages.put(None)
        leave()

    def _answer(self, message: Message) -> Message:
        try:
            return self._done(message)
        except Cancelled:
            return {"is": "cancelled"}
        except ModelError as error:
            return failure_message(error)
        except MemoryError:
            return failure_message(ModelFailed(engine=self._name, reason="out_of_memory"))
        except Exception:  # the worker's border: the program hears a code, and nothing of the text at work
            return failure_message(ModelFailed(engine=self._name, reason="engine_error"))

    def _done(self, message: Message) -> Message:
        if message["do"] == "load":
            plan = self._plan(message)
            self._engine = self._load(plan, self._report)
            return {"is": "loaded", "identity": asdict(self._engine.identity)}
        if message["do"] == "quantise":
            quantise(self._plan(message), Path(message["out"]), self._report)
            return {"is": "quantised"}
        if self._engine is None:
            raise ModelFailed(engine=self._name, reason="engine_error")
        if message["do"] == "count":
            return {"is": "counted", "tokens": self._engine.count_tokens(message["texts"])}
        if message["do"] == "weigh":
            prefix, text, answers = Prefix(**message["prefix"]), message["text"], message["answers"]
            return {"is": "weighed", "shares": self._engine.weigh(prefix, text, answers, token=self._token)}
        prefix, question = asked(message)
        answer = self._engine.ask(prefix, question, token=self._token, on_text=self._tell)
        return answer_message(answer)

    def _plan(self, message: Message) -> LoadPlan:
        plan = LoadPlan(**message["plan"])
        self._name, self._folder = plan.engine, plan.folder
        return plan

    def _report(self, progress: Progress) -> None:
        self._token.check()
        self._send(progress_message(progress))

    def _tell(self, text: str) -> None:
        self._send({"is": "text", "text": text})

    def _send(self, message: Message) -> None:
        write_frame(self._outgoing, message)


def main() -> None:
    """Entry point of the worker's executable."""
    _leave_no_dump()
    incoming, outgoing = _keep_streams()
    _give_way()
    Worker(incoming, outgoing, load_engine).run(leave=lambda: os._exit(0))


def _leave_no_dump() -> None:
    """A crash writes no memory to disk: it holds what customers said."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.kernel32.SetErrorMode(0x0001 | 0x0002)  # no dialog, and so no report
    else:
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _give_way() -> None:
    """Lower priority than whatever the banker works with."""
    if sys.platform == "win32":
        psutil.Process().nice(psutil.BELOW_NORMAL_PRIORITY_CLASS)
    else:
        os.nice(10)


def _keep_streams() -> tuple[BinaryIO, BinaryIO]:
    """The standard streams for ourselves: what libraries print goes nowhere, since it might hold text of a customer."""
    incoming, outgoing = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    return incoming, outgoing


if __name__ == "__main__":
    main()
