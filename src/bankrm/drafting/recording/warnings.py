"""What a memo must not be kept with unless a person answers for it: sensitive facts, and a guarantee without its explanation.

機微情報: 金融分野における個人情報保護に関するガイドライン 第5条. 経営者保証: 中小・地域金融機関向けの総合的な監督指針 (since April 2023): which part is
insufficient so that a guarantee is needed, and what improvement would make changing or releasing it more likely.
"""

from __future__ import annotations

from collections.abc import Iterator

from bankrm.drafting.recording import cues
from bankrm.drafting.recording.proposals import Warned, Warning
from bankrm.language.sensitive import is_sensitive
from bankrm.language.sentences import sentences

REASON, REMEDY = "reason", "remedy"


def warnings_in(memo: str) -> Iterator[Warning]:
    """Warnings in the order of the memo; of guarantees one, at the first sentence that takes one."""
    guaranteed: tuple[int, int] | None = None
    for start, end in sentences(memo):
        words = memo[start:end]
        if is_sensitive(words):
            yield Warning(Warned.SENSITIVE, words, (start, end))
        if guaranteed is None and cues.TAKES_GUARANTEE.search(words) and not cues.NO_GUARANTEE.search(words):
            guaranteed = start, end
    if guaranteed and (missing := tuple(_missing(memo))):
        yield Warning(Warned.GUARANTEE, memo[slice(*guaranteed)], guaranteed, missing)


def _missing(memo: str) -> Iterator[str]:
    if not cues.GUARANTEE_REASON.search(memo):
        yield REASON
    if not cues.GUARANTEE_REMEDY.search(memo):
        yield REMEDY
