"""A grammar's mask over the next token, and what ends an answer, in the forms that `generate()` takes."""

from __future__ import annotations

import torch
from llguidance import LLMatcher, LLTokenizer
from transformers import LogitsProcessor, StoppingCriteria

from bankrm.adapters.engines.pretrained import ENGINE
from bankrm.domain.progress import CancelToken
from bankrm.drafting.ports import ModelFailed


class GrammarMask(LogitsProcessor):
    """Leaves only the tokens that llguidance allows next. Raises ModelFailed for a grammar that it does not take.

    The bits are spread by plain tensor operations: llguidance's own helper needs a compiler on the user's machine.
    """

    def __init__(self, tokenizer: LLTokenizer, grammar: str) -> None:
        self._matcher = LLMatcher(tokenizer, grammar, log_level=0)
        self._require_sound()

    def __call__(self, _: torch.Tensor, scores: torch.Tensor) -> torch.Tensor:
        """Scores with every other token ruled out."""
        packed = torch.frombuffer(bytearray(self._matcher.compute_bitmask()), dtype=torch.uint8).to(scores.device)
        places = torch.arange(8, dtype=torch.uint8, device=scores.device)
        allowed = ((packed[:, None] >> places) & 1).flatten()[: scores.shape[-1]]
        return scores.masked_fill(allowed == 0, float("-inf"))

    def take(self, token: int) -> bool:
        """Go on past a written token; whether the grammar is at its end. Raises ModelFailed where the matcher gave up."""
        self._matcher.consume_token(token)
        self._require_sound()
        return self._matcher.is_stopped()

    def _require_sound(self) -> None:
        if self._matcher.is_error():
            raise ModelFailed(engine=ENGINE, reason="engine_error")


class Ending(StoppingCriteria):
    """Ends an answer where its grammar ends (`complete`), or where a stop is asked for."""

    def __init__(self, token: CancelToken, mask: GrammarMask | None) -> None:
        self.complete = False
        self._token, self._mask = token, mask

    def __call__(self, input_ids: torch.Tensor, _: torch.Tensor, **__: object) -> torch.Tensor:
        """Asked after each token."""
        if self._mask:
            self.complete = self._mask.take(int(input_ids[0, -1]))
        return torch.tensor([self.complete or self._token.cancelled], device=input_ids.device)
