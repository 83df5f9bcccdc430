"""A language model whose answers a test writes: by a function of the question, or one after the other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from bankrm.domain.progress import CancelToken
from bankrm.drafting.ports import Answer, ContextOverflow, Finish, ModelError, ModelIdentity, Prefix, Question, Usage


class ScriptedModel:
    """Says what it is told to; an answer that is an error is raised. A token is a character."""

    def __init__(
        self,
        answers: Callable[[str], str] | Iterable[str | ModelError],
        *,
        engine: str = "llama",
        context_tokens: int = 8192,
        unusable: ModelError | None = None,
        shares: Callable[[str], Sequence[float]] | None = None,
    ) -> None:
        """`shares` says of a text how likely each of the answers is that are weighed; without it the first is."""
        self._answers = answers if callable(answers) else iter(answers)
        self._identity = ModelIdentity(engine, "scripted", "0" * 64, context_tokens, {"threads": "2"})
        self._unusable, self._shares = unusable, shares
        self.weighed: list[tuple[Prefix, str]] = []
        self.asked: list[tuple[Prefix, Question]] = []
        self.closed = False

    @property
    def identity(self) -> ModelIdentity:
        if self._unusable:
            raise self._unusable
        return self._identity

    def count_tokens(self, texts: Sequence[str]) -> tuple[int, ...]:
        return tuple(map(len, texts))

    def ask(
        self,
        prefix: Prefix,
        question: Question,
        *,
        token: CancelToken,
        on_text: Callable[[str], None] = lambda _: None,
    ) -> Answer:
        token.check()
        tokens = sum(self.count_tokens([prefix.system, prefix.evidence, question.text])) + question.max_tokens
        if tokens > self.identity.context_tokens:
            raise ContextOverflow(engine=self._identity.engine, tokens=tokens, limit=self._identity.context_tokens)
        self.asked.append((prefix, question))
        answer = self._answers(question.text) if callable(self._answers) else next(self._answers)
        if isinstance(answer, ModelError):
            raise answer
        on_text(answer)
        return Answer(answer, Finish.STOP, Usage(tokens, 0, len(answer), 0.1, 0.2))

    def weigh(self, prefix: Prefix, text: str, answers: Sequence[str], *, token: CancelToken) -> tuple[float, ...]:
        token.check()
        tokens = sum(self.count_tokens([prefix.system, prefix.evidence, text])) + 1
        if tokens > self.identity.context_tokens:
            raise ContextOverflow(engine=self._identity.engine, tokens=tokens, limit=self._identity.context_tokens)
        self.weighed.append((prefix, text))
        others = len(answers) - 1
        return tuple(self._shares(text)) if self._shares else (0.9, *(0.1 / others for _ in range(others)))

    def close(self) -> None:
        self.closed = True


def faithful(question: str) -> str:
    """An answer that tells the last piece of a question in its own words."""
    piece = re.findall(r"\[(E[0-9]+)\] (.+?)、(.+?): 「?(.+?)」?\n", question)[-1]
    return f"[{piece[0]}] {piece[1]}は{piece[2]}に、{piece[3]}と話した。"
