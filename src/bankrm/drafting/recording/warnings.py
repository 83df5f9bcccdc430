"""What a memo must not be kept with unless a person answers for it: sensitive facts, and a guarantee without its explanation.

機微情報: 金融分野における個人情報保護に関するガイドライン 第5条. 経営者保証: 中小・地域金融機関向けの総合的な監督指針 (since April 2023): which part is
insufficient so that a guarantee is needed, and what improvement would make changing or releasing it more likely.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bankrm.drafting.recording import cues
from bankrm.drafting.recording.proposals import Caution, Warned
from bankrm.language.sensitive import is_sensitive
from bankrm.language.sentences import sentences

REASON, REMEDY = "reason", "remedy"


def warnings_in(memo: str, written: Sequence[str] = ()) -> Iterator[Caution]:
    """Warnings in the order of the memo, then of what was `written` beside it (answers, fields), without a span.

    Of guarantees one, at the first sentence that takes one; its explanation may stand anywhere.
    """
    guaranteed: Caution | None = None
    for text, in_memo in ((memo, True), *((text, False) for text in written)):
        for start, end in sentences(text):
            words, span = text[start:end], (start, end) if in_memo else None
            if is_sensitive(words):
                yield Caution(Warned.SENSITIVE, words, span)
            if guaranteed is None and cues.TAKES_GUARANTEE.search(words) and not cues.NO_GUARANTEE.search(words):
                guaranteed = Caution(Warned.GUARANTEE, words, span)
    missing = tuple(_missing("\n".join((memo, *written))))
    if guaranteed and missing:
        yield replace(guaranteed, missing=missing)


def _missing(told: str) -> Iterator[str]:
    if not cues.GUARANTEE_REASON.search(told):
        yield REASON
    if not cues.GUARANTEE_REMEDY.search(told):
        yield REMEDY
