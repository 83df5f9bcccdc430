"""How fast a language model is on this machine, with text of ours: what a banker waits for, in seconds and tokens a second."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from bankrm.domain.progress import CancelToken, Progress, Report, silent
from bankrm.drafting.ports import Answer, LanguageModel, ModelFailed, Prefix, Question

TASK = "measure"
_QUESTIONS = 5
_ANSWER_TOKENS = 64
_SYSTEM = "あなたは銀行の渉外担当の助手です。"
_LINES, _ROOM = 40, 1_000  # as much as a visit's evidence, in tokens
_LINE = (
    "[E{n}] 見本社長、{n}日: 「工場の機械{n}号が古くなったので、来年の春までに入れ替えたい。見積は{n}百万円だった」\n"
)


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds to load; tokens a second read and written; seconds to the first token of the first question and, as a median, of a later
    one over the same prefix."""

    load_s: float
    prefix_tokens: int
    read_per_s: float
    write_per_s: float
    first_token_s: float
    later_first_token_s: float


def measure_engine(model: LanguageModel, token: CancelToken, report: Report = silent) -> Measured:
    """Ask the model some questions over one prefix. Raises Cancelled, ModelError."""
    started = time.monotonic()
    limit = model.identity.context_tokens  # loads the model
    loaded = time.monotonic() - started
    prefix = _prefix(model, min(_ROOM, limit // 2))
    first, *later = _answers(model, prefix, token, report)
    writing = [a.usage for a in (first, *later) if a.usage.seconds > a.usage.first_token_s]
    if not writing or not first.usage.first_token_s:
        raise ModelFailed(engine=model.identity.engine, reason="writes_nothing")
    return Measured(
        round(loaded, 2),
        first.usage.prompt_tokens,
        round(first.usage.prompt_tokens / first.usage.first_token_s, 1),
        round(median(u.answer_tokens / (u.seconds - u.first_token_s) for u in writing), 1),
        round(first.usage.first_token_s, 2),
        round(median(a.usage.first_token_s for a in later), 2),
    )


def _prefix(model: LanguageModel, room: int) -> Prefix:
    """As many lines as fit into `room` tokens, at most what a visit has."""
    lines = [_LINE.format(n=n) for n in range(1, _LINES + 1)]
    kept, used = [], 0
    for line, tokens in zip(lines, model.count_tokens(lines), strict=True):
        used += tokens
        if used <= room:
            kept.append(line)
    return Prefix(_SYSTEM, "".join(kept))


def _answers(model: LanguageModel, prefix: Prefix, token: CancelToken, report: Report) -> Iterator[Answer]:
    for number in range(1, _QUESTIONS + 1):
        report(Progress(TASK, number - 1, _QUESTIONS))
        yield model.ask(
            prefix, Question(f"{number}号の機械の話を一文で書いてください。", "", _ANSWER_TOKENS), token=token
        )
    report(Progress(TASK, _QUESTIONS, _QUESTIONS))
