"""What words alone do not tell: checkers that a rule names in its `check`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from bankrm.drafting.compliance.context import Context
from bankrm.drafting.compliance.passages import Passage
from bankrm.language.inner_words import inner_words
from bankrm.language.sensitive import sensitive_words

Checker = Callable[[Passage, Context], Iterator[tuple[int, int]]]
"""Spans (code points of the passage's text) of what a rule is about."""


def other_clients(passage: Passage, context: Context) -> Iterator[tuple[int, int]]:
    """Names of other clients of the bank, by the customer master."""
    return context.other_names.find(passage.text)


def sensitive_matters(passage: Passage, _: Context) -> Iterator[tuple[int, int]]:
    """機微情報, as everywhere in the program (language/sensitive.py)."""
    return _in_sentences(passage, sensitive_words)


def words_of_the_bank(passage: Passage, _: Context) -> Iterator[tuple[int, int]]:
    """行内の言葉, as everywhere in the program (language/inner_words.py)."""
    return _in_sentences(passage, inner_words)


def _in_sentences(passage: Passage, find: Callable[[str], Iterable[tuple[int, int]]]) -> Iterator[tuple[int, int]]:
    for sentence in passage.sentences:
        for start, end in find(passage.folded[sentence.start : sentence.end]):
            yield passage.span(sentence.start + start, sentence.start + end)


CHECKERS: Mapping[str, Checker] = {
    "other_clients": other_clients,
    "sensitive_matters": sensitive_matters,
    "words_of_the_bank": words_of_the_bank,
}
