"""Whether there is any at all: 一人もいない, …はない, 決して…ない on one side, the thing itself on the other.

Where a negation stands right behind a shared word, `wording` sees it. Here what is denied is the whole of a sentence, whose words may
stand in any order on the other side (後継者がいない and 後継者がいる; 他行へ移ることは決してない and 他行へ移る).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bankrm.domain.drafts import Reason
from bankrm.drafting.grounding.counterparts import says_something
from bankrm.drafting.grounding.resting import Resting
from bankrm.drafting.grounding.tokens import Reading, Role, Token
from bankrm.drafting.grounding.wording import NEGATION
from bankrm.language.lexicon import lexicon
from bankrm.language.patterns import pattern

_NONE_OF = pattern(
    r"(?:は|も|が)(?:、)?(?:(?:[一1１](?:人|名|匹|頭|羽|台|件|社|本|枚|個|つ|度|回)|誰|何|どこ)も)?"
    r"(?:(?:い|居|おり|あり|存在し)(?:ない|ません|なかった|ませんでした)|な(?:い|かった))(?:。|$)"
)
_OF_RECORDS = pattern(r"(?:記録|記載|言及|話|発言|該当|受領|連絡|返事|回答)(?:は|も|が)(?:な|見当たら|あり|残って)")
"""What no record says is another matter (`absence`)."""
_NEVER = pattern(r"決して|けっして|一度も|断じて")
_SHARED = 0.7  # share of the denied sentence's words that the other must hold to speak of the same
_LEAST = 2  # words that a denied sentence must have: of one word alone much else can be said


def denied_whole(resting: Resting) -> Iterator[Reason]:
    """What one side denies altogether and the other affirms."""
    mine, theirs = resting.reading, resting.home.reading
    for sentence in mine.sentences:
        denied = _denied(mine, sentence)
        if any(_negations(other) and denied & _words(other) for other in theirs.sentences):
            continue
        if any(_says(denied, other) or _says(_denied(theirs, other), sentence) for other in theirs.sentences):
            yield Reason(NEGATION, mine.text[sentence[0].start : sentence[-1].end])


def _denied(reading: Reading, sentence: Sequence[Token]) -> frozenset[str]:
    """The words of which the sentence says that there is none or that it never is so; empty where it denies nothing as a whole."""
    start, end = sentence[0].start, sentence[-1].end
    text = reading.text[start : end + 2]
    if _OF_RECORDS.search(text) or not (_NONE_OF.search(text) or _never(reading, sentence)):
        return frozenset()
    words = _words(sentence)
    return words if len(words) >= _LEAST else frozenset()


def _never(reading: Reading, sentence: Sequence[Token]) -> bool:
    return _NEVER.search(reading.text[sentence[0].start : sentence[-1].end]) is not None and _negations(sentence) == 1


def _words(sentence: Sequence[Token]) -> frozenset[str]:
    return (
        frozenset(t.key for t in sentence if t.role in (Role.WORD, Role.MEASURE, Role.DIRECTION) and says_something(t))
        - _ADVERBS
    )


_ADVERBS = frozenset({"決して", "一度", "断じて", "一人", "一匹", "一羽", "誰", "何", "こと", "事", "存在"})


def _negations(sentence: Sequence[Token]) -> int:
    return sum(token.role is Role.NEGATION for token in sentence)


def _says(denied: frozenset[str], sentence: Sequence[Token]) -> bool:
    """Whether a sentence affirms what another denies."""
    if not denied or _negations(sentence):
        return False
    said = frozenset(token.key for token in sentence if token.is_content)
    held = sum(bool(lexicon().bearing_out(word) & said) for word in denied)
    return held >= _SHARED * len(denied)
