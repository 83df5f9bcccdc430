"""Whether a trigger is met in a document: the words in their order and distance, then what lets them pass."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bankrm.domain.drafts import Finding
from bankrm.drafting.compliance.context import Context
from bankrm.drafting.compliance.passages import Passage, Sentence, windows
from bankrm.drafting.compliance.rules import Rule, Said, Trigger

_REACH = 24
"""Code points behind the words within which a denial counts (必ず通る | とは言えません)."""

Place = tuple[int, Finding]
"""The passage of a document, by its number, and what was found in it."""


def met(rule: Rule, passages: Sequence[Passage], kind: str, context: Context) -> Iterator[Place]:
    """What the triggers of one rule find, at most one finding a trigger and sentence."""
    told = "\n".join(passage.folded for passage in passages)
    for trigger in rule.triggers:
        if _applies(trigger, kind, context, told):
            for number, passage in enumerate(passages):
                for window in windows(passage, trigger.sentences):
                    span = _found(rule, trigger, passage, window)
                    if span:
                        reason = trigger.reason or rule.words.reason
                        yield number, Finding(rule.id, trigger.severity, passage.span(*span), reason)


def _applies(trigger: Trigger, kind: str, context: Context, told: str) -> bool:
    if kind not in trigger.kinds or not trigger.facts <= context.facts or trigger.unless_facts & context.facts:
        return False
    if any(words.search(told) for words in trigger.unless_told):
        return False
    return not trigger.unless_all or bool(tuple(lacking(trigger, told)))


def lacking(trigger: Trigger, told: str) -> Iterator[str]:
    """The names of what must stand somewhere in the document, and does not."""
    return (name for name, words in trigger.unless_all if not words.search(told))


def _found(rule: Rule, trigger: Trigger, passage: Passage, window: Sequence[Sentence]) -> tuple[int, int] | None:
    start, end = window[0].start, window[-1].end
    text = passage.folded[start:end]
    match = trigger.words.search(text)
    while match:
        first = start + match.start() < window[0].end  # else the next window finds it
        if first and not _passes(rule, trigger, passage, window, match.span()):
            return start + match.start(), start + match.end()
        match = trigger.words.search(text, match.start() + 1)
    return None


def _passes(rule: Rule, trigger: Trigger, passage: Passage, window: Sequence[Sentence], span: tuple[int, int]) -> bool:
    start = window[0].start
    text = passage.folded[start : window[-1].end]
    if any(words.search(text) for words in trigger.unless):
        return True
    if trigger.deniable and denied(rule, text, span[1]):
        return True
    if trigger.said_by is Said.ANYONE:
        return False
    last = min(start + span[1], window[0].end) - 1  # a label (社長「) stands before the words that it is of
    return passage.said_by(window[0], last) is not trigger.said_by


def denied(rule: Rule, text: str, end: int) -> bool:
    """Whether what stands before `end` is denied right behind it (とは言えません, ものではありません)."""
    behind = text[end : end + _REACH]
    return any(words.match(behind) for words in rule.denials)
