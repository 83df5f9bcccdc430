"""What a text says of what: its predicates, each with what it is said of, and whether it is denied.

Japanese says last whether a thing is so: what stands between a word and the next one (…の話はしていない。) tells whether it is told or
merely named, denied, done, or left open. A verb that says nothing of its own (付ける, 使う, 取る) is the predicate of the thing before it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from bankrm.drafting.grounding.guards import conditions, guards_of
from bankrm.drafting.grounding.people import NamedPerson, people_in
from bankrm.drafting.grounding.predicate import Aspect, Predicate, Words, aspect_of
from bankrm.drafting.grounding.tokens import Reading, Role, Token
from bankrm.language.patterns import pattern
from bankrm.language.polarity import Way
from bankrm.language.vocabulary import vocabulary

_NONE = pattern(r"(?:は|が|も)?(?:い|居)?(?:な[いくしかけ]|あり?ませ|ませ)")
_ADVERBS_WORDS = "今 現在 現時点 今回 当面 全く 一切 特に 別に 決して もう 既に 殆ど ほぼ 概ね 所 ところ"
_ADVERBS = frozenset(_ADVERBS_WORDS.split())
_STRETCH = frozenset({"全", "期間", "全期間"})
_NOT_ONE = pattern(r"(?:[一1１](?:人|名|匹|頭|羽|台|件|社|本|枚|個|つ|度|回)|誰|何)も")
_PLACED = pattern(r"(?:で|に|へ|から|まで|より|と)(?!(?:は|も)?[すあしな])[ぁ-ん]")
_MARKED_ALONE = pattern(r"(?:は|が|も|を)(?:まだ|もう|すでに|既に)?")
_SAID = pattern(r"(?:に|へ|から|まで|と)?(?:は|も)?(?:まだ|もう|既に|すでに)?言[っわいう]")


_LIGHT_WORDS = "使う 設ける 付ける 付く 付け 取る 示す 提示 出す 出る 入れる 受ける 貰う 頂く 下さる 遣る 持つ 得る 行う 行なう 有る 掛かる 押す 済む 済ます"
LIGHT = frozenset(_LIGHT_WORDS.split())
"""Verbs that say of the thing before them that there is any (据置を設けた, 据置は使わず)."""
_THERE_IS_WORDS = "借りる 組む 目立つ 多い 残る 続く 生じる"
_THERE_IS = frozenset(_THERE_IS_WORDS.split())
"""Words by which there is some of the thing before them, beside what they say: 空きが目立つ."""
_HELPING_WORDS = "貰う 呉れる 頂く 下さる 来る 行く 居る 置く 仕舞う 見る 遣る 欲しい"
_HELPING = frozenset(_HELPING_WORDS.split())
FORMAL = vocabulary("formal")
"""Nouns by whose denial the verb before them is denied: やめる気はない."""
_OPEN = pattern(
    r"[ぁ-ん]{0,7}?(?:なしでは|たら|だら|れば|けれ?ば|なら(?!な)|場合|まで(?!も)|前[にの]|とき|時[はに]|次第|(?<!なく)て(?:は)?も(?!ら)|なくても(?![よ良い大構])|でも(?!ら)|としても|かどうか|か否か|かは|かを|か、|うちに|限り|よう(?:なら|であれば))"
)
_QUOTATION = frozenset({"「」"})  # what is said with 「…」と話した
_GENERIC_WORDS = "期間 枠 額 率 分 金 契約"
_GENERIC = frozenset(_GENERIC_WORDS.split())
"""The ends of compounds that say least: 据置期間 is what is 据置 elsewhere."""
_CONDITION = pattern(r"(?:[うくぐすつぬぶむる]|ない)と$")  # 借り換えると, 増えないと
_ASKED = pattern(
    r"[ぁ-ん]{0,4}(?:でしょう|です|ます|ません|ました)か(?=[(（?？。」]|$)"
)  # お決まりでしょうか(回答なし)
_CITES = pattern(r"[うくぐすつぬぶむるいた]と")
_REPORTED = pattern(r"[言話説聞見考思伝述語応返認断]|回答|報告|連絡|判断|指摘|約束|\Aし[たて]")
_RATE = pattern(r"(?:加|減|長|び)?率")  # 増減率: the figure tells the way
_CHANGING_WORDS = "変わる 変える 変更 変動 変化"
_CHANGING = frozenset(_CHANGING_WORDS.split())
_MOVES = {"sales": "売上高", "profit": "利益"}  # 減収: a measure with the way in which it moved
_UNCHANGED = f"amount:{Way.FLAT}"
_PREFIXES = frozenset("未非不")
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
_FINITE_ENDS = frozenset("うくぐすつぬぶむる")
_COMPOUND = pattern(r"[の一-龥]")
_NAMED = pattern(r"[のをはがへ一-龥]|に(?!な|く[いか]|くく)|と(?!の)|も(?!し)")
_IS_SO = pattern(
    r"(?:のもの)?(?:で|に|と)?(?:が|は|も|を)?(?:すでに|既に|もう|まだ)?(?:(?<=もの)[でだと。]|あ[るりっ]|い[るた]|おり|でき|出来|可能|し[たてま]|す[るれ]|さ[れせ]|済|だ|です|との|する|と(?:回答|説明|伝|話|述|言))"
)
_WHETHER = pattern(r"[ぁ-ん]{0,5}か(?:どうか|否か)?は")
_OBJECT = pattern(r"[をにへ]")
_MARKED = pattern(r"(?:に|で|と|へ)?(?:は(?!ず)|が|を|も)|(?:に|を)?(?:つい|関し)て|の?$")
_VERBAL = pattern(r".*[うくぐすつぬぶむるい]$")
_ENDS = pattern(r"[、。(（)）「」\n]")


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
        if held and any(t.is_content and t.role not in _WHEN and t.key not in _ADVERBS for t in tokens):
            yield held
            held = []
        held += tokens
    if held:
        yield held


class _Clause:
    """What stands between two commas; `carried` are the words that the sentence is about since an earlier one."""

    def __init__(
        self,
        reading: Reading,
        tokens: Sequence[Token],
        people: Sequence[NamedPerson],
        carried: Words,
        hanging: Sequence[range],
    ) -> None:
        self._reading, self._tokens, self._carried, self._hanging = reading, tokens, carried, hanging
        self._starts = [token.start for token in tokens]
        start, end = tokens[0].start, tokens[-1].end
        inside = [person for person in people if start <= person.start < end]
        self._who = frozenset(person.role or person.name for person in inside)
        content = [t for t in tokens if t.is_content and not self._helps(t) and not t.key.startswith("yet:")]
        ends = [*(token.start for token in content[1:]), end + _ENDING]
        self._words = [self._word(token, until, inside) for token, until in zip(content, ends, strict=False)]
        self._marked = list(self._marks())

    def _word(self, token: Token, until: int, people: Sequence[NamedPerson]) -> _Word:
        tail = self._reading.text[token.end : until]
        cut = _ENDS.search(tail)
        tail = tail[: cut.start()] if cut else tail
        named = any(person.start <= token.start < person.end for person in people)
        return _Word(token, tail, self._is_verbal(token, tail), named)

    def _helps(self, token: Token) -> bool:
        """Whether a word only helps the one before it (上げてもらえた, 高過ぎる, 対応可能, 提出済み)."""
        before = self._reading.text[max(0, token.start - 2) : token.start]
        return (token.key in _HELPING and before.endswith(("て", "んで", "いで"))) or token.key in (
            "過ぎる",
            "可能",
            "済み",
        )

    def _is_verbal(self, token: Token, tail: str) -> bool:
        """Whether it tells what happens or how a thing is, and is no noun (遅れが, 減の)."""
        if token.role is Role.DIRECTION:
            return not _COMPOUND.match(tail)
        last = self._reading.surface(token)[-1]
        finite = last in _FINITE_ENDS or (last == "い" and tail.startswith("と"))
        return bool(_VERBAL.match(token.key)) and (finite or not _NAMED.match(tail))

    def _marks(self) -> Iterator[tuple[int, bool]]:
        """For each word where the compound that it stands in ends, and whether that is marked as what is spoken of."""
        end = len(self._words) - 1
        found = []
        for place in range(end, -1, -1):
            end = end if not self._words[place].tail and place < len(self._words) - 1 else place
            found.append((end, bool(_MARKED.match(self._words[end].tail))))
        return reversed(found)

    @property
    def topic(self) -> Words:
        """What the next clause is about: the words marked by は, those of a question (影響があるかは、), an object left open (条件を、)."""
        if self._words and _WHETHER.fullmatch(self._words[-1].tail):
            spoken = [word for word in self._words if not word.named]
        else:
            last = self._words[-1:] if self._words and _OBJECT.fullmatch(self._words[-1].tail) else []
            spoken = [w for w in self._words if not w.named and w.tail.lstrip("にでと").startswith("は")] + last
        return frozenset(word.token.key for word in spoken if word.token.role not in _WHEN)

    def predicates(self) -> Iterator[Predicate]:
        found = [self._predicate(place) for place in range(len(self._words))]
        self._shift(found)
        self._hand_on(found)
        for place in range(len(found) - 1, 0, -1):
            self._deny_before(found, place)
        for place, one in enumerate(found):
            if not self._words[place].named:
                yield one
                yield from self._more(found, place)

    def _deny_before(self, found: list[Predicate], place: int) -> None:
        """Deny with a word those that describe it; what only tells how (遅れて訪れることはない) is neither told nor denied."""
        if not found[place].denied:
            return
        before = found[place - 1]
        if self._describes(place - 1, found[place]):
            found[place - 1] = replace(before, denied=not before.denied, told=True)
        elif not before.denied and self._words[place - 1].tail in ("て", "で"):
            found[place - 1] = replace(before, told=False)
        if _MARKED_ALONE.fullmatch(self._words[place].tail):  # there is none of which all this could be said
            for at in (at for at in range(place - 1) if self._words[at].verbal and not found[at].denied):
                found[at] = replace(found[at], denied=True, told=True)

    def _more(self, found: Sequence[Predicate], place: int) -> Iterator[Predicate]:
        """What else is said with a word: by 言う, which is no token, and by a short word that says that a deed is still to come."""
        one, word = found[place], self._words[place]
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
        for token in self._behind(place):
            if deed := _UNDONE.get(self._reading.text[token.start : token.end + 1]):
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
        for at in range(place - 1, max(-1, place - _MOST), -1):
            word = self._words[at]
            if word.verbal:
                break
            if _MARKED_ALONE.fullmatch(word.tail) or (not word.tail and at == place - 1):
                generic = at and word.token.key in _GENERIC and not self._words[at - 1].tail
                return None if word.named else at - 1 if generic else at
        return None

    def _shift(self, found: list[Predicate]) -> None:
        """Tell of the thing what stands behind a place or a time: 申請書の作成は当行ではできない, 短期は今回なし."""
        for place, one in enumerate(found):
            if not one.deed or one.key in LIGHT or not self._is_place(self._words[place]):
                continue
            places = range(place - 1, max(-1, place - _MOST), -1)
            thing = next((before for before in places if _MARKED_ALONE.fullmatch(self._words[before].tail)), None)
            if thing is not None:
                real = not _OPEN.match(self._words[place].tail.lstrip("でにはも"))
                told = replace(found[thing], denied=one.denied, told=True, deed=True, real=real, aspect=one.aspect)
                found[thing], found[place] = told, replace(one, denied=False, told=False, deed=False)

    def _is_place(self, word: _Word) -> bool:
        token = word.token
        written = self._reading.text[max(0, token.start - 1) : token.end + 1]
        if token.role in _WHEN or token.key in _ADVERBS or _NOT_ONE.search(written):
            return True
        return token.role is Role.WORD and not word.verbal and bool(_PLACED.match(word.tail))

    def _describes(self, place: int, noun: Predicate) -> bool:
        """Whether a word is denied with the noun behind it: やめる気はない, 補助の話はない, 食べている人は一人もいない."""
        word, behind = self._words[place], self._words[place + 1].tail
        none = bool(_NONE.match(behind) or _MARKED_ALONE.fullmatch(behind))
        if noun.key in FORMAL:
            return none if word.tail == "の" else not _NAMED.match(word.tail)
        return none and word.verbal and not word.tail.endswith(("て", "で", "り", "し"))

    def _predicate(self, place: int) -> Predicate:
        word = self._words[place]
        token, tail = word.token, word.tail
        prefixed, denied = self._is_prefixed(place), self._denials(place) % 2 == 1
        deed = denied or word.verbal or self._is_heading(place) or token.key == "付け" or bool(_IS_SO.match(tail))
        told = deed or (place == len(self._words) - 1 and not tail) or self._value(place) is not None
        told = told and not _RATE.match(self._reading.text, token.end) and not (denied and self._selects(place))
        denied = denied or self._is_none(place)
        until = place > 0 and self._words[place - 1].tail in ("まで", "までは")
        aspect = (
            Aspect.NOT_YET
            if denied and (prefixed or until)
            else aspect_of(self._reading.surface(token), tail, denied=denied)
        )
        of, beside = self._around(place)
        if self._reading.text.startswith("」と", token.start - 2):
            of = _QUOTATION
        guards = guards_of(self._reading.text, self._tokens[0].start, token.start, token.end, self._hanging)
        real = self._is_real(place)
        return Predicate(token, token.key, denied, told, deed, real, aspect, of, beside, self._who, guards)

    def _denials(self, place: int) -> int:
        """How often a word is denied."""
        behind = self._behind(place)
        return sum(t.role is Role.NEGATION and not self._is_prefix(t) for t in behind) + self._is_prefixed(place)

    def _is_prefixed(self, place: int) -> bool:
        start = self._words[place].token.start
        at = bisect_left(self._starts, start)
        return at > 0 and self._tokens[at - 1].end == start and self._is_prefix(self._tokens[at - 1])

    def _is_none(self, place: int) -> bool:
        """Whether it is counted as none (未了の約束 0件)."""
        value = self._value(place)
        return value is not None and value.quantity is not None and value.quantity.value == 0

    def _selects(self, place: int) -> bool:
        """Whether a denied verb tells which of a kind are meant (協会の付かない分)."""
        after = self._next(place)
        return self._words[place].tail.endswith("ない") and after is not None and after.key not in FORMAL

    def _next(self, place: int) -> Token | None:
        """The word that follows without a bracket or the like between."""
        word, after = self._words[place], self._words[place + 1 : place + 2]
        return after[0].token if after and word.token.end + len(word.tail) == after[0].token.start else None

    def _is_real(self, place: int) -> bool:
        """Whether it is no condition, question or time."""
        word, after = self._words[place], self._next(place)
        condition = word.verbal and after and _CONDITION.search(self._reading.surface(word.token) + word.tail)
        rest = self._reading.text[word.token.end + len(word.tail) : self._tokens[-1].end + _ENDING]
        reported = _REPORTED.search(rest) and not _CITES.search(rest)
        asked = _ASKED.match(self._reading.text, word.token.end)
        return not (_OPEN.match(word.tail) or asked) and (not condition or bool(reported))

    def _is_heading(self, place: int) -> bool:
        """Whether it tells what the record is of (2026-06-10 実行 手形貸付 …)."""
        return self._words[place].tail.isspace() and all(word.token.role in _WHEN for word in self._words[:place])

    def _value(self, place: int) -> Token | None:
        """The figure that follows at once (上限3分の1), or behind the stretch of time over which it counts (記録 全期間0件)."""
        at = place
        while len(self._words[at].tail) <= 1 and at + 1 < len(self._words):
            at += 1
            token = self._words[at].token
            if token.role is Role.FIGURE:
                return token
            if token.key not in _STRETCH:
                return None
        return None

    def _behind(self, place: int) -> list[Token]:
        """Tokens up to the next word, without what is prefixed to it."""
        start = self._words[place].token.end
        end = self._words[place + 1].token.start if place + 1 < len(self._words) else self._tokens[-1].end + 1
        between = self._tokens[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return [t for t in between if not (t.end == end and self._is_prefix(t))]

    def _is_prefix(self, token: Token) -> bool:
        return token.role is Role.NEGATION and self._reading.surface(token) in _PREFIXES

    def _around(self, place: int) -> tuple[Words, Words]:
        """The words that are marked as what is spoken of, those since the last deed if there are any, and the others."""
        of: set[str] = set()
        subjects: set[str] = set()
        beside: set[str] = set()
        for before in range(max(0, place - _MOST), place):
            word, (end, marked) = self._words[before], self._marked[before]
            if word.verbal:
                key = word.token.key
                of, beside = set(), beside | of | {f"not {key}" if self._denials(before) % 2 else key}
            elif not word.named:
                spoken = word.token.role not in _WHEN and word.token.key not in _ADVERBS and (marked or end >= place)
                (of if spoken else beside).add(word.token.key)
                if spoken and word.tail not in ("", "の"):
                    subjects.add(word.token.key)
        if self._words[place].tail.startswith("は") or self._is_heading(place):
            behind = (word.token.key for word in self._words[place + 1 : place + _SAID_OF])
            beside |= {key for key in behind if key not in LIGHT}
        told = frozenset(of or subjects)
        return told, frozenset(beside | self._carried) - told


@dataclass(frozen=True, slots=True)
class _Word:
    """A word with what is written between it and the next one, or the clause's end."""

    token: Token
    tail: str
    verbal: bool
    named: bool  # of a person


_WHEN = frozenset({Role.TIME, Role.PERIOD})
_SAID_OF = 5  # words behind …は that tell of it
_MOST = 24  # words before a predicate that it can be said of
_ENDING = 12  # characters of a verb's ending behind the clause's last token
