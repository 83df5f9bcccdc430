"""A clause as its words, each with what is written between it and the next one, and read as a predicate by itself."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bankrm.drafting.grounding.guards import guards_of
from bankrm.drafting.grounding.people import NamedPerson
from bankrm.drafting.grounding.predicate import Aspect, Predicate, Words, aspect_of
from bankrm.drafting.grounding.tokens import Reading, Role, Token
from bankrm.language.patterns import pattern
from bankrm.language.vocabulary import vocabulary

_ADVERBS_WORDS = "今 現在 現時点 今回 当面 全く 一切 特に 別に 決して もう 既に 殆ど ほぼ 概ね 所 ところ"
ADVERBS = frozenset(_ADVERBS_WORDS.split())
_STRETCH = frozenset({"全", "期間", "全期間"})
_LIGHT_WORDS = "使う 設ける 付ける 付く 付け 取る 示す 提示 出す 出る 入れる 受ける 貰う 頂く 下さる 遣る 持つ 得る 行う 行なう 有る 掛かる 押す 済む 済ます"
LIGHT = frozenset(_LIGHT_WORDS.split())
"""Verbs that say of the thing before them that there is any (据置を設けた, 据置は使わず)."""
_HELPING_WORDS = "貰う 呉れる 頂く 下さる 来る 行く 居る 置く 仕舞う 見る 遣る 欲しい"
_HELPING = frozenset(_HELPING_WORDS.split())
FORMAL = vocabulary("formal")
"""Nouns by whose denial the verb before them is denied: やめる気はない."""
LEFT_OPEN = pattern(
    r"[ぁ-ん]{0,7}?(?:なしでは|たら|だら|れば|けれ?ば|なら(?!な)|場合|まで(?!も)|前[にの]|とき|時[はに]|次第|(?<!なく)て(?:は)?も(?!ら)|なくても(?![よ良い大構])|でも(?!ら)|としても|かどうか|か否か|かは|かを|か、|うちに|限り|よう(?:なら|であれば))"
)
_QUOTATION = frozenset({"「」"})  # what is said with 「…」と話した
_CONDITION = pattern(r"(?:[うくぐすつぬぶむる]|ない)と$")  # 借り換えると, 増えないと
_ASKED = pattern(
    r"[ぁ-ん]{0,4}(?:でしょう|です|ます|ません|ました)か(?=[(（?？。」]|$)"
)  # お決まりでしょうか(回答なし)
_CITES = pattern(r"[うくぐすつぬぶむるいた]と")
_REPORTED = pattern(r"[言話説聞見考思伝述語応返認断]|回答|報告|連絡|判断|指摘|約束|\Aし[たて]")
_RATE = pattern(r"(?:加|減|長|び)?率")  # 増減率: the figure tells the way
_PREFIXES = frozenset("未非不")
_FINITE_ENDS = frozenset("うくぐすつぬぶむる")
_COMPOUND = pattern(r"[の一-龥]")
NAMING = pattern(r"[のをはがへ一-龥]|に(?!な|く[いか]|くく)|と(?!の)|も(?!し)")
_IS_SO = pattern(
    r"(?:のもの)?(?:で|に|と)?(?:が|は|も|を)?(?:すでに|既に|もう|まだ)?(?:(?<=もの)[でだと。]|あ[るりっ]|い[るた]|おり|でき|出来|可能|し[たてま]|す[るれ]|さ[れせ]|済|だ|です|との|する|と(?:回答|説明|伝|話|述|言))"
)
_WHETHER = pattern(r"[ぁ-ん]{0,5}か(?:どうか|否か)?は")
_OBJECT = pattern(r"[をにへ]")
_MARKED = pattern(r"(?:に|で|と|へ)?(?:は(?!ず)|が|を|も)|(?:に|を)?(?:つい|関し)て|の?$")
_VERBAL = pattern(r".*[うくぐすつぬぶむるい]$")
_ENDS = pattern(r"[、。(（)）「」\n]")
WHEN = frozenset({Role.TIME, Role.PERIOD})
_SAID_OF = 5  # words behind …は that tell of it
MOST_WORDS = 24  # words before a predicate that it can be said of
_ENDING = 12  # characters of a verb's ending behind the clause's last token


@dataclass(frozen=True, slots=True)
class ClauseWord:
    """A word with what is written between it and the next one, or the clause's end."""

    token: Token
    tail: str
    verbal: bool
    named: bool  # of a person


class WordedClause:
    """What stands between two commas; `carried` are the words that the sentence is about since an earlier one."""

    def __init__(
        self,
        reading: Reading,
        tokens: Sequence[Token],
        people: Sequence[NamedPerson],
        carried: Words,
        hanging: Sequence[range],
    ) -> None:
        self.reading, self._tokens, self._carried, self._hanging = reading, tokens, carried, hanging
        self._starts = [token.start for token in tokens]
        start, end = tokens[0].start, tokens[-1].end
        inside = [person for person in people if start <= person.start < end]
        self._who = frozenset(person.role or person.name for person in inside)
        content = [t for t in tokens if t.is_content and not self._helps(t) and not t.key.startswith("yet:")]
        ends = [*(token.start for token in content[1:]), end + _ENDING]
        self.words = [self._word(token, until, inside) for token, until in zip(content, ends, strict=False)]
        self._marked = list(self._marks())

    def _word(self, token: Token, until: int, people: Sequence[NamedPerson]) -> ClauseWord:
        tail = self.reading.text[token.end : until]
        cut = _ENDS.search(tail)
        tail = tail[: cut.start()] if cut else tail
        named = any(person.start <= token.start < person.end for person in people)
        return ClauseWord(token, tail, self._is_verbal(token, tail), named)

    def _helps(self, token: Token) -> bool:
        """Whether a word only helps the one before it (上げてもらえた, 高過ぎる, 対応可能, 提出済み)."""
        before = self.reading.text[max(0, token.start - 2) : token.start]
        return (token.key in _HELPING and before.endswith(("て", "んで", "いで"))) or token.key in (
            "過ぎる",
            "可能",
            "済み",
        )

    def _is_verbal(self, token: Token, tail: str) -> bool:
        """Whether it tells what happens or how a thing is, and is no noun (遅れが, 減の)."""
        if token.role is Role.DIRECTION:
            return not _COMPOUND.match(tail)
        last = self.reading.surface(token)[-1]
        finite = last in _FINITE_ENDS or (last == "い" and tail.startswith("と"))
        return bool(_VERBAL.match(token.key)) and (finite or not NAMING.match(tail))

    def _marks(self) -> Iterator[tuple[int, bool]]:
        """For each word where the compound that it stands in ends, and whether that is marked as what is spoken of."""
        end = len(self.words) - 1
        found = []
        for place in range(end, -1, -1):
            end = end if not self.words[place].tail and place < len(self.words) - 1 else place
            found.append((end, bool(_MARKED.match(self.words[end].tail))))
        return reversed(found)

    @property
    def topic(self) -> Words:
        """What the next clause is about: the words marked by は, those of a question (影響があるかは、), an object left open (条件を、)."""
        if self.words and _WHETHER.fullmatch(self.words[-1].tail):
            spoken = [word for word in self.words if not word.named]
        else:
            last = self.words[-1:] if self.words and _OBJECT.fullmatch(self.words[-1].tail) else []
            spoken = [w for w in self.words if not w.named and w.tail.lstrip("にでと").startswith("は")] + last
        return frozenset(word.token.key for word in spoken if word.token.role not in WHEN)

    def predicate(self, place: int) -> Predicate:
        """A word read by itself: what it is said of, and whether it is told, denied and so."""
        word = self.words[place]
        token, tail = word.token, word.tail
        prefixed, denied = self._is_prefixed(place), self._denials(place) % 2 == 1
        deed = denied or word.verbal or self._is_heading(place) or token.key == "付け" or bool(_IS_SO.match(tail))
        told = deed or (place == len(self.words) - 1 and not tail) or self._value(place) is not None
        told = told and not _RATE.match(self.reading.text, token.end) and not (denied and self._selects(place))
        denied = denied or self._is_none(place)
        until = place > 0 and self.words[place - 1].tail in ("まで", "までは")
        aspect = (
            Aspect.NOT_YET
            if denied and (prefixed or until)
            else aspect_of(self.reading.surface(token), tail, denied=denied)
        )
        of, beside = self._around(place)
        if self.reading.text.startswith("」と", token.start - 2):
            of = _QUOTATION
        guards = guards_of(self.reading.text, self._tokens[0].start, token.start, token.end, self._hanging)
        real = self._is_real(place)
        return Predicate(token, token.key, denied, told, deed, real, aspect, of, beside, self._who, guards)

    def _denials(self, place: int) -> int:
        """How often a word is denied."""
        behind = self.behind(place)
        return sum(t.role is Role.NEGATION and not self._is_prefix(t) for t in behind) + self._is_prefixed(place)

    def _is_prefixed(self, place: int) -> bool:
        start = self.words[place].token.start
        at = bisect_left(self._starts, start)
        return at > 0 and self._tokens[at - 1].end == start and self._is_prefix(self._tokens[at - 1])

    def _is_none(self, place: int) -> bool:
        """Whether it is counted as none (未了の約束 0件)."""
        value = self._value(place)
        return value is not None and value.quantity is not None and value.quantity.value == 0

    def _selects(self, place: int) -> bool:
        """Whether a denied verb tells which of a kind are meant (協会の付かない分)."""
        after = self._next(place)
        return self.words[place].tail.endswith("ない") and after is not None and after.key not in FORMAL

    def _next(self, place: int) -> Token | None:
        """The word that follows without a bracket or the like between."""
        word, after = self.words[place], self.words[place + 1 : place + 2]
        return after[0].token if after and word.token.end + len(word.tail) == after[0].token.start else None

    def _is_real(self, place: int) -> bool:
        """Whether it is no condition, question or time."""
        word, after = self.words[place], self._next(place)
        condition = word.verbal and after and _CONDITION.search(self.reading.surface(word.token) + word.tail)
        rest = self.reading.text[word.token.end + len(word.tail) : self._tokens[-1].end + _ENDING]
        reported = _REPORTED.search(rest) and not _CITES.search(rest)
        asked = _ASKED.match(self.reading.text, word.token.end)
        return not (LEFT_OPEN.match(word.tail) or asked) and (not condition or bool(reported))

    def _is_heading(self, place: int) -> bool:
        """Whether it tells what the record is of (2026-06-10 実行 手形貸付 …)."""
        return self.words[place].tail.isspace() and all(word.token.role in WHEN for word in self.words[:place])

    def _value(self, place: int) -> Token | None:
        """The figure that follows at once (上限3分の1), or behind the stretch of time over which it counts (記録 全期間0件)."""
        at = place
        while len(self.words[at].tail) <= 1 and at + 1 < len(self.words):
            at += 1
            token = self.words[at].token
            if token.role is Role.FIGURE:
                return token
            if token.key not in _STRETCH:
                return None
        return None

    def behind(self, place: int) -> list[Token]:
        """Tokens up to the next word, without what is prefixed to it."""
        start = self.words[place].token.end
        end = self.words[place + 1].token.start if place + 1 < len(self.words) else self._tokens[-1].end + 1
        between = self._tokens[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return [t for t in between if not (t.end == end and self._is_prefix(t))]

    def _is_prefix(self, token: Token) -> bool:
        return token.role is Role.NEGATION and self.reading.surface(token) in _PREFIXES

    def _around(self, place: int) -> tuple[Words, Words]:
        """The words that are marked as what is spoken of, those since the last deed if there are any, and the others."""
        of: set[str] = set()
        subjects: set[str] = set()
        beside: set[str] = set()
        for before in range(max(0, place - MOST_WORDS), place):
            word, (end, marked) = self.words[before], self._marked[before]
            if word.verbal:
                key = word.token.key
                of, beside = set(), beside | of | {f"not {key}" if self._denials(before) % 2 else key}
            elif not word.named:
                spoken = word.token.role not in WHEN and word.token.key not in ADVERBS and (marked or end >= place)
                (of if spoken else beside).add(word.token.key)
                if spoken and word.tail not in ("", "の"):
                    subjects.add(word.token.key)
        if self.words[place].tail.startswith("は") or self._is_heading(place):
            behind = (word.token.key for word in self.words[place + 1 : place + _SAID_OF])
            beside |= {key for key in behind if key not in LIGHT}
        told = frozenset(of or subjects)
        return told, frozenset(beside | self._carried) - told
