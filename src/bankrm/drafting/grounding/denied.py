"""What is denied: a denial needs a denial to rest on, and what the record denies may not be affirmed, in whatever words.

`wording` sees a negation right behind a word that both sides share, `existence` the denial of a whole sentence. Here clauses are laid beside
clauses: 「本人にも伝えた」 beside 「本人にはまだ言っていない」, 「金利は決まっている」 beside 「金利は未定」.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bankrm.domain.drafts import Reason
from bankrm.drafting.grounding.case import Case
from bankrm.drafting.grounding.people import people_in
from bankrm.drafting.grounding.tokens import Reading, Role, Token
from bankrm.drafting.grounding.wording import NEGATION
from bankrm.language.lexicon import lexicon
from bankrm.language.patterns import pattern

_TOUCHES = 0.3  # share from which a denial may be of the same matter
_ALIKE = 0.6  # share of a clause's words that the other side must hold to speak of the same
_NEGATIVE = pattern(
    r"[未不無非否]|なし|な[いくかけ]|ず(?:[、。に」]|$)|ません|見送|断[らりるっ]|保留|検討中|横ばい|据え?置|同じ|同額|中止|やめ|止め|まで|のみ|だけ|しか|難し|困難|反対|ゼロ|"
    r"限(?:り|る|られ|定)|空|別|まだ|待[ちつ]|いまだ|以外|外[れしす]|失|欠|漏|遅|延|超過|消極|嫌|辞|終[えわ]|切れ|閉|控え|かね|予定|先|たい|次第"
)
"""Words on which a denial may rest though they deny nothing by their form."""
_NEEDED = pattern(
    r"(?<!不)必要(?!(?:は|が|も)?な[いくし])|不可欠|要[るり](?!ま?せん)|ないと[^、。]{0,12}(?:ない|ません|ん(?:。|$)|無理|だめ|困|難し)|なければ[^、。]{0,12}(?:ない|ません|難し)|なしでは[^、。]{0,8}(?:難し|でき|無理)"
)
_NEEDLESS = pattern(r"不要|[要い]ら(?:ない|ん|ず)|必要(?:は|が|も)?な[いくし]|なくて(?:も)?(?:よ|い|良|構|かま)")
_REPORTING_WORDS = "話す 述べる 語る 言う 説明 伝える 回答 答える 聞く 伺う 考える 思う 状態 状況 様子 意向 模様 今 所 段階 時点 現在 現時点 今回 当面 未だ 既に 全く 一切 記録 談"
_REPORTING = frozenset(_REPORTING_WORDS.split())
_TOPIC = pattern(
    r"(?:は|には|では|とは|について|に関し|につき|に対し|として)、$"
)  # names what is spoken of, and says nothing yet
_ENDING = 4  # characters of a verb's ending behind its last token
_CUT = pattern(r"[^、。\n「」]+[、。\n「」]*")
_SENTENCE = pattern(r"[^。\n]+")
_OF_RECORDS = pattern(r"(?:記録|記載|言及|発言|該当|受領|登録)[^、。]{0,8}(?:な[いしく]|ありません|見当たら|せず|未)")


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause with the keys of what it speaks of, and whether it ends in a denial."""

    words: frozenset[str]
    text: str
    denied: bool


def turned_denials(case: Case) -> Iterator[Reason]:
    """Denials that no sentence of the evidence bears out, and affirmations of what it denies."""
    clauses = [clause for piece in case.pieces for clause in _cut(piece.reading, _CUT)]
    sentences = [s for piece in case.pieces for s in _cut(piece.reading, _SENTENCE)]
    for part in case.parts:
        said = case.whole.said(part)
        mine = _Clause(_words(part.tokens, case.reading), said, _is_denied(part.tokens))
        if not mine.words or _OF_RECORDS.search(said) or _TOPIC.search(said):
            continue
        turned = _baseless(mine, sentences) if mine.denied else _affirmed(mine, clauses)
        if turned or _needed_otherwise(mine, sentences):
            yield Reason(NEGATION, said.strip("、。 "))


def _baseless(mine: _Clause, sentences: Sequence[_Clause]) -> bool:
    """Whether those sentences that tell most of what is denied deny nothing at all."""
    shares = [(_share(mine.words, other.words), other) for other in sentences]
    told = any(share >= _ALIKE for share, _ in shares)
    return told and not any(_NEGATIVE.search(other.text) for share, other in shares if share >= _TOUCHES)


def _needed_otherwise(mine: _Clause, sentences: Sequence[_Clause]) -> bool:
    """Whether a thing that one side calls needless is a need on the other, and nowhere needless too."""
    near = [other.text for other in sentences if _share(mine.words, other.words) >= _TOUCHES]
    for here, there in ((_NEEDLESS, _NEEDED), (_NEEDED, _NEEDLESS)):
        if here.search(mine.text) and not there.search(mine.text):
            return any(there.search(text) for text in near) and not any(here.search(text) for text in near)
    return False


def _affirmed(mine: _Clause, clauses: Sequence[_Clause]) -> bool:
    """Whether a clause that is denied speaks of nothing but what is affirmed, and none affirms it."""
    if _NEGATIVE.search(mine.text):
        return False
    denied = (other for other in clauses if other.denied and other.words and not _NEEDED.search(other.text))
    denying = [other for other in denied if _share(other.words, mine.words) >= _ALIKE]
    affirming = any(not other.denied and _share(mine.words, other.words) >= _ALIKE for other in clauses)
    return bool(denying) and not affirming


@lru_cache(maxsize=4096)
def _cut(reading: Reading, shape: re.Pattern[str]) -> tuple[_Clause, ...]:
    """A text in clauses or sentences."""
    return tuple(_clauses(reading, shape))


def _clauses(reading: Reading, shape: re.Pattern[str]) -> Iterator[_Clause]:
    """Cut a text; what names nothing (…は、今のところない) goes with what is before it in its sentence."""
    held: list[Token] = []
    starts = [token.start for token in reading.tokens]
    for found in shape.finditer(reading.text):
        tokens = list(reading.tokens[bisect_left(starts, found.start()) : bisect_left(starts, found.end())])
        goes_on = bool(held) and held[-1].role is Role.COMMA and not _words(tokens, reading)
        if held and not goes_on:
            yield _clause(held, reading)
        held = [*held, *tokens] if goes_on else tokens
    if held:
        yield _clause(held, reading)


def _clause(tokens: Sequence[Token], reading: Reading) -> _Clause:
    text = reading.text[tokens[0].start : tokens[-1].end + _ENDING]
    return _Clause(_words(tokens, reading), text, _is_denied(tokens))


def _words(tokens: Sequence[Token], reading: Reading) -> frozenset[str]:
    people = people_in(reading.text)
    return frozenset(
        token.key
        for token in tokens
        if token.role in (Role.WORD, Role.MEASURE)
        and token.key not in _REPORTING
        and not any(person.start <= token.start < person.end for person in people)
    )


def _is_denied(tokens: Sequence[Token]) -> bool:
    """Whether the last thing that is said, but for reporting, is a denial."""
    trailing = depth = 0
    for token in reversed(tokens):
        depth += (token.role is Role.CLOSE) - (token.role is Role.OPEN)
        if token.role is Role.NEGATION and depth <= 0:
            trailing += 1
        elif token.is_content and token.key not in _REPORTING and depth <= 0:
            break
    return trailing % 2 == 1


def _share(words: frozenset[str], others: frozenset[str]) -> float:
    return sum(bool(lexicon().bearing_out(word) & others) for word in words) / len(words) if words else 0.0
