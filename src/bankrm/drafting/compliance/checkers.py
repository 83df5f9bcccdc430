"""What words alone do not tell: checkers that a rule names in its `check`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from bankrm.drafting.compliance.context import Context
from bankrm.drafting.compliance.passages import Passage
from bankrm.language.sensitive import sensitive_words

Checker = Callable[[Passage, Context], Iterator[tuple[int, int]]]
"""Spans (code points of the passage's text) of what a rule is about."""


def other_clients(passage: Passage, context: Context) -> Iterator[tuple[int, int]]:
    """Names of other clients of the bank, by the customer master."""
    return context.other_names.find(passage.text)


def sensitive_matters(passage: Passage, _: Context) -> Iterator[tuple[int, int]]:
    """機微情報, as everywhere in the program (language/sensitive.py)."""
    for sentence in passage.sentences:
        for start, end in sensitive_words(passage.folded[sentence.start : sentence.end]):
            yield passage.span(sentence.start + start, sentence.start + end)


CHECKERS: Mapping[str, Checker] = {"other_clients": other_clients, "sensitive_matters": sensitive_matters}
