"""What a text says of what: its predicates, each with what it is said of, and whether it is denied.

Japanese says last whether a thing is so: what stands between a word and the next one (…の話はしていない。) tells whether it is told or
merely named, denied, done, or left open. A verb that says nothing of its own (付ける, 使う, 取る) is the predicate of the thing before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from bankrm.drafting.grounding.guards import conditions
from bankrm.drafting.grounding.people import people_in
from bankrm.drafting.grounding.predicate import Aspect, Predicate, Words
from bankrm.drafting.grounding.tokens import Reading, Role, Token
from bankrm.drafting.grounding.worded_clause import (
    ADVERBS,
    FORMAL,
    LEFT_OPEN,
    LIGHT,
    MOST_WORDS,
    NAMING,
    WHEN,
    ClauseWord,
    WordedClause,
)
from bankrm.language.patterns import pattern
from bankrm.language.polarity import Way

_NONE = pattern(r"(?:は|が|も)?(?:い|居)?(?:な[いくしかけ]|あり?ませ|ませ)")
_NOT_ONE = pattern(r"(?:[一1１](?:人|名|匹|頭|羽|台|件|社|本|枚|個|つ|度|回)|誰|何)も")
_PLACED = pattern(r"(?:で|に|へ|から|まで|より|と)(?!(?:は|も)?[すあしな])[ぁ-ん]")
_MARKED_ALONE = pattern(r"(?:は|が|も|を)(?:まだ|もう|すでに|既に)?")
_SAID = pattern(r"(?:に|へ|から|まで|と)?(?:は|も)?(?:まだ|もう|既に|すでに)?言[っわいう]")
_THERE_IS_WORDS = "借りる 組む 目立つ 多い 残る 続く 生じる"
_THERE_IS = frozenset(_THERE_IS_WORDS.split())
"""Words by which there is some of the thing before them, beside what they say: 空きが目立つ."""
_GENERIC_WORDS = "期間 枠 額 率 分 金 契約"
_GENERIC = frozenset(_GENERIC_WORDS.split())
"""The ends of compounds that say least: 据置期間 is what is 据置 elsewhere."""
_CHANGING_WORDS = "変わる 変える 変更 変動 変化"
_CHANGING = frozenset(_CHANGING_WORDS.split())
_MOVES = {"sales": "売上高", "profit": "利益"}  # 減収: a measure with the way in which it moved
_UNCHANGED = f"amount:{Way.FLAT}"
_UNDONE = {
    "未着": "届く",
    "未定": "決まる",
    "未納": "納める",
    "未済": "済む",
    "未払": "支払う",
    "未了": "終える",
    "未収": "回収",
    "未達": "達する",
}


@lru_cache(maxsize=4096)
def predicates(reading: Reading) -> tuple[Predicate, ...]:
    """Every word of meaning, in order, with what its text says with it."""
    return tuple(found for sentence in reading.sentences for found in _of_sentence(reading, sentence))


def _of_sentence(reading: Reading, sentence: Sequence[Token]) -> Iterator[Predicate]:
    people = people_in(reading.text)
    topic: Words = frozenset()
    hanging = tuple(conditions(reading.text, sentence[0].start, sentence[-1].end))
    for tokens in _clauses(sentence, reading.text):
        clause = _Clause(reading, tokens, people, topic, hanging)
        yield from clause.predicates()
        topic = clause.topic or topic


def _cut(sentence: Sequence[Token], text: str) -> Iterator[list[Token]]:
    """Cut at commas and at the ends of lines."""
    held: list[Token] = []
    for token in sentence:
        if held and (token.role is Role.COMMA or "\n" in text[held[-1].end : token.start]):
            yield held
            held = []
        if token.role is not Role.COMMA:
            held.append(token)
    if held:
        yield held


def _clauses(sentence: Sequence[Token], text: str) -> Iterator[list[Token]]:
    """Cut into clauses; what says no more than when (…は、今のところない) goes with what is before it."""
    held: list[Token] = []
    for tokens in _cut(sentence, text):
        if held and any(t.is_content and t.role not in WHEN and t.key not in ADVERBS for t in tokens):
            yield held
            held = []
        held += tokens
    if held:
        yield held


class _Clause(WordedClause):
    """A clause of which each word may turn what is said with another."""

    def predicates(self) -> Iterator[Predicate]:
        found = [self.predicate(place) for place in range(len(self.words))]
        self._shift(found)
        self._hand_on(found)
        for place in range(len(found) - 1, 0, -1):
            self._deny_before(found, place)
        for place, one in enumerate(found):
            if not self.words[place].named:
                yield one
                yield from self._more(found, place)

    def _deny_before(self, found: list[Predicate], place: int) -> None:
        """Deny with a word those that describe it; what only tells how (遅れて訪れることはない) is neither told nor denied."""
        if not found[place].denied:
            return
        before = found[place - 1]
        if self._describes(place - 1, found[place]):
            found[place - 1] = replace(before, denied=not before.denied, told=True)
        elif not before.denied and self.words[place - 1].tail in ("て", "で"):
            found[place - 1] = replace(before, told=False)
        if _MARKED_ALONE.fullmatch(self.words[place].tail):  # there is none of which all this could be said
            for at in (at for at in range(place - 1) if self.words[at].verbal and not found[at].denied):
                found[at] = replace(found[at], denied=True, told=True)

    def _more(self, found: Sequence[Predicate], place: int) -> Iterator[Predicate]:
        """What else is said with a word: by 言う, which is no token, and by a short word that says that a deed is still to come."""
        one, word = found[place], self.words[place]
        family, _, way = one.key.partition(":")
        if family in _MOVES:
            yield replace(one, key=f"amount:{way}", of=frozenset({_MOVES[family]}), beside=one.of | one.beside)
        if one.key in _THERE_IS and one.told and not one.denied and (at := self._thing_of(place)) is not None:
            thing = found[at]
            yield replace(one, token=thing.token, key=thing.key, of=thing.of, beside=thing.beside)
        if one.denied and one.key in _CHANGING:
            yield replace(one, key=_UNCHANGED, denied=False)
        if _SAID.match(word.tail):
            yield replace(one, key="言う", of=one.of | {one.key})
        for token in self.behind(place):
            if deed := _UNDONE.get(self.reading.text[token.start : token.end + 1]):
                of = one.of | {one.key}
                yield replace(one, key=deed, denied=True, told=True, real=True, aspect=Aspect.NOT_YET, of=of)

    def _hand_on(self, found: list[Predicate]) -> None:
        """Tell of a thing what a verb without a meaning of its own tells: 据置は使わず, 保証協会付."""
        for place, one in enumerate(found):
            at = self._thing_of(place) if one.key in LIGHT and one.told else None
            if at is not None and not found[at].denied:
                thing = found[at]
                found[at] = replace(one, token=thing.token, key=thing.key, of=thing.of, beside=thing.beside)

    def _thing_of(self, place: int) -> int | None:
        """Where the thing stands of which a verb is said: the nearest that is marked, or the other part of the compound."""
        for at in range(place - 1, max(-1, place - MOST_WORDS), -1):
            word = self.words[at]
            if word.verbal:
                break
            if _MARKED_ALONE.fullmatch(word.tail) or (not word.tail and at == place - 1):
                generic = at and word.token.key in _GENERIC and not self.words[at - 1].tail
                return None if word.named else at - 1 if generic else at
        return None

    def _shift(self, found: list[Predicate]) -> None:
        """Tell of the thing what stands behind a place or a time: 申請書の作成は当行ではできない, 短期は今回なし."""
        for place, one in enumerate(found):
            if not one.deed or one.key in LIGHT or not self._is_place(self.words[place]):
                continue
            places = range(place - 1, max(-1, place - MOST_WORDS), -1)
            thing = next((before for before in places if _MARKED_ALONE.fullmatch(self.words[before].tail)), None)
            if thing is not None:
                real = not LEFT_OPEN.match(self.words[place].tail.lstrip("でにはも"))
                told = replace(found[thing], denied=one.denied, told=True, deed=True, real=real, aspect=one.aspect)
                found[thing], found[place] = told, replace(one, denied=False, told=False, deed=False)

    def _is_place(self, word: ClauseWord) -> bool:
        token = word.token
        written = self.reading.text[max(0, token.start - 1) : token.end + 1]
        if token.role in WHEN or token.key in ADVERBS or _NOT_ONE.search(written):
            return True
        return token.role is Role.WORD and not word.verbal and bool(_PLACED.match(word.tail))

    def _describes(self, place: int, noun: Predicate) -> bool:
        """Whether a word is denied with the noun behind it: やめる気はない, 補助の話はない, 食べている人は一人もいない."""
        word, behind = self.words[place], self.words[place + 1].tail
        none = bool(_NONE.match(behind) or _MARKED_ALONE.fullmatch(behind))
        if noun.key in FORMAL:
            return none if word.tail == "の" else not NAMING.match(word.tail)
        return none and word.verbal and not word.tail.endswith(("て", "で", "り", "し"))
