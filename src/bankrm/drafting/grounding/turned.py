"""Words that turn a meaning on one side only: negation, direction and softening, a part made the whole, a cause that nobody named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bankrm.domain.drafts import Reason
from bankrm.drafting.grounding import wording
from bankrm.drafting.grounding.alignment import Alignment, leaves
from bankrm.drafting.grounding.case import Case
from bankrm.drafting.grounding.counterparts import counterpart, part_share
from bankrm.drafting.grounding.evidence import Piece
from bankrm.drafting.grounding.lexicon import CAUSE, UNIVERSAL
from bankrm.drafting.grounding.parties import parties_in
from bankrm.drafting.grounding.resting import Part, Resting
from bankrm.drafting.grounding.tokens import CONTENT, Role, Token
from bankrm.language.lexicon import lexicon


def turned_words(resting: Resting) -> Iterator[Reason]:
    """Negation, direction and softening that stand on one side only."""
    if resting.is_close:
        yield from wording.differences(resting.whole, resting.reading.text, resting.home.body)
        return
    for part in resting.parts():
        yield from wording.differences(
            part.alignment,
            resting.reading.text,
            part.home.body,
            part.home.clauses,
        )


def denied(resting: Resting) -> Iterator[Reason]:
    """A deed told of whose every word stands in a clause that ends by denying it (補助金を申請した beside 補助金の申請は出していない)."""
    for part in resting.parts():
        said = resting.said(part)
        own = leaves(part.tokens)
        alignment = part.alignment
        words = [leaf for leaf in own if leaf.token.role in CONTENT and not resting.is_name(leaf.token)]
        if (
            not words
            or any(leaf.token.role is Role.NEGATION for leaf in own)
            or not _TOLD.search(_BRACKET.sub("", said))
        ):
            continue
        matched = {mine.token for mine, _ in alignment.pairs}
        if all(leaf.token in matched for leaf in words) and _ends_denied(part.home, alignment):
            yield Reason(wording.NEGATION, said.strip())


_BRACKET = re.compile(r"[（(][^（）()]*[）)]")
_TOLD = re.compile(r"(?:た|だ|る|す|う|く|い|ます)[。、]?\s*$")


def _ends_denied(home: Piece, alignment: Alignment) -> bool:
    """Whether the evidence's clause behind the last matched word ends in one negation more than stands among the matched."""
    last = max(theirs.token.start for _, theirs in alignment.pairs)
    first, end = next((a, b) for a, b in home.clauses if last < b)
    tokens = [token for token in home.reading.tokens if first <= token.start < end and token.start > last]
    sentence_goes_on = any(token.is_content for token in tokens)
    return sentence_goes_on and sum(token.role is Role.NEGATION for token in tokens) % 2 == 1


def stretched(resting: Resting) -> Iterator[Reason]:
    """A part shown as the whole: すべて where the evidence does not say so."""
    for part in resting.parts():
        for token in part.tokens:
            if token.role is Role.UNIVERSAL and not UNIVERSAL.search(part.home.body):
                yield Reason(wording.SCOPE, resting.reading.surface(token))


_LINKED = re.compile(rf"{CAUSE.pattern}|(?:足り|出来|でき|い)ず、|[くな]くて、")  # 人が足りず、2階は閉めたまま


def invented_cause(resting: Resting) -> Iterator[Reason]:
    """A cause that no piece names; from whom something comes (当方から、…を説明した) is none."""
    text = resting.reading.text
    named = {party.end for party in parties_in(text)}
    causes = [one for one in CAUSE.finditer(text) if one.start() not in named]
    if causes and not any(_LINKED.search(_sentences_behind(part)) for part in resting.parts()):
        yield Reason("cause_not_in_evidence", causes[0].group())
    elif unheard := next((one for one in causes if _is_unheard_of(resting, one)), None):
        yield Reason("cause_not_in_evidence", text[_clause_start(text, unheard.start()) : unheard.end()].strip("、"))


def _clause_start(text: str, end: int) -> int:
    """Where the clause begins that ends here."""
    return max(text.rfind(mark, 0, end) for mark in "、。(（") + 1


def _is_unheard_of(resting: Resting, cause: re.Match[str]) -> bool:
    """Whether what is named as the cause stands in no piece: at least two words of it, or the only one."""
    start = _clause_start(resting.reading.text, cause.start())
    words = [t for t in resting.reading.tokens if t.role is Role.WORD and start <= t.start < cause.end()]
    lost = [word for word in words if not any(_heard(word, resting, piece) for piece in resting.pieces)]
    return len(lost) >= min(2, len(words)) > 0


def _heard(word: Token, resting: Resting, piece: Piece) -> bool:
    surface = resting.reading.surface(word)
    return counterpart(word, surface, piece) is not None or part_share(surface, piece) >= 0.5


def _sentences_behind(part: Part) -> str:
    return part.home.sentences_behind(part.alignment)


_CLOSE = (
    0.5  # share of the statement in the same words and order from which on one word in another's place is no chance
)


def opposite_words(case: Case) -> Iterator[Reason]:
    """A word in the place of its opposite in an otherwise equal sentence: 変動 for 固定, 来期 for 今期."""
    laid = case.laid_out
    for mine, theirs in laid.replaced if laid.alignment.share >= _CLOSE else ():
        if lexicon().excludes(mine.key, theirs.key):
            yield Reason("opposite_word", case.own_words.reading.surface(mine))
