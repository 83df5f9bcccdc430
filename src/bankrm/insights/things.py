"""What was promised, as words: known again in a later remark by its head, and by what tells it from others of that name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from bankrm.insights.remarks import Remark
from bankrm.language.patterns import pattern
from bankrm.language.words import Word, content_words, words

_SAME_PAPER = (
    frozenset({"一覧", "表", "リスト", "一覧表", "候補"}),
    frozenset({"シミュレーション", "試算", "試算表", "返済表", "返済予定表", "予定表", "計算書"}),
    frozenset({"見積", "見積もり", "見積書", "見積もり書"}),
    frozenset({"写し", "コピー", "控え"}),
    frozenset({"資料", "書面", "書類", "案内", "パンフレット", "要領"}),
    frozenset({"提案", "提案書", "プラン"}),
)  # words for the same sort of paper
_GENERAL_WORDS = "資料 書類 件 こと もの 内容 状況 予定 連絡 確認 回答 返答 説明 持参 送付 提出 一式 写し コピー 最新 正式 次回 結果 対応 検討 作成 準備 方 為 上 返事"
_GENERIC = frozenset(_GENERAL_WORDS.split())
# what may stand at a shortened noun without making it another thing (お約束の比較表, 比較表の最終版)
_NEUTRAL_WORDS = "表 書 版 紙 分 案 約束 宿題 依頼 先日 前回 今回 本日 昨日 例 最終 改訂 更新 完成 原本 控え 御社 貴社 書面 文書 二 部 枚 通"
_NEUTRAL = _GENERIC | frozenset(_NEUTRAL_WORDS.split())
# what one does with a paper, and what may follow its name, without making another of it (見積書の提出の件)
_HANDING_WORDS = (
    "提出 送付 送信 郵送 持参 手交 提示 用意 準備 作成 件 方 分 表 書 紙 約束 宿題 御社 貴社 部 枚 通 前回 今回 先日"
)
_HANDING = frozenset(_HANDING_WORDS.split())
_LINKS = frozenset({"の", "と", "や", "・"})
_FURTHER = pattern(r"(?:の[^ぁ-ん、。\s「」（）()]+)*")  # 返済計画の案*の修正版*


class Likeness(Enum):
    """Whether a remark speaks of a thing: surely, by its bare head, or perhaps."""

    SAME = "same"
    SHORT = "short"  # 比較表 for リースと借入の比較表: the same where no other of that name is open
    PERHAPS = "perhaps"


@dataclass(frozen=True, slots=True)
class Thing:
    """What was promised, as words: its head (Japanese puts it last: 比較表) and what tells it from others of that name."""

    head: frozenset[str]
    rest: frozenset[str]

    @classmethod
    def of(cls, text: str) -> Thing:
        """Head and rest of a noun phrase; general words (資料, 回答) tell nothing apart, nor does a suffix of the head (比較表)."""
        found = content_words(text)
        last = next((i for i in reversed(range(len(found))) if len(found[i]) > 1), len(found) - 1)
        head = frozenset(found[last:][:1])
        return cls(head, frozenset(found[:last]) - head - _GENERIC)

    def likeness(self, remark: Remark) -> Likeness | None:
        """By the phrases that have its head, else by most of what tells a thing of a general name (回答, 資料) apart."""
        rest = len(_standing(self.rest, remark))
        if _standing(self.head, remark) == self.head:
            return self._by_head(remark, bool(rest))
        if self.head <= _GENERIC and rest and 2 * rest >= len(self.rest):
            return Likeness.SAME
        return Likeness.PERHAPS if len(self.rest) > 1 and rest == len(self.rest) else None

    def _by_head(self, remark: Remark, told_apart: bool) -> Likeness:
        """One of its own words at the head is enough; a word of another thing there (寮の図面 for 4室案の図面) is too much."""
        phrases = [frozenset(content_words(remark.text[a:b])) for a, b in self.places(remark.text)]
        if not self.rest or any(_like(self.rest, phrase) for phrase in phrases):
            return Likeness.SAME
        bare = [phrase for phrase in phrases if not self._foreign(phrase)]
        if phrases and not bare:
            return Likeness.PERHAPS
        if told_apart or (not self.head <= _GENERIC and 2 * len(_like(self.rest, _talk(remark))) >= len(self.rest)):
            return Likeness.SAME
        return Likeness.SHORT if bare and not self.head <= _GENERIC else Likeness.PERHAPS

    def _foreign(self, phrase: frozenset[str]) -> frozenset[str]:
        own = {like for word in self.head | self.rest for like in _likes(word)}
        return frozenset(word for word in phrase - own - _NEUTRAL if not word.isdigit())

    def places(self, text: str) -> tuple[tuple[int, int], ...]:
        """Spans of the noun phrases in a text that have this thing's head, modifiers linked by の and と included."""
        return tuple(_phrases(text, {like for word in self.head for like in _likes(word)}))

    def is_named_in(self, text: str) -> bool:
        """Whether a text names it, be it shortened (見積 for 見積書の更新版), with nothing that would tell another from it."""
        places = Thing(self.head | self.rest, frozenset()).places(text)
        phrases = [frozenset(content_words(text[start:end])) for start, end in places]
        return any(phrase - _GENERIC and not self._foreign(phrase) for phrase in phrases)

    def added_in(self, text: str) -> frozenset[str]:
        """The words by which a text makes more of it (修正 in 返済計画の案の修正版, 説明 in 返済計画の案の説明)."""
        own = self.head | self.rest
        spans = [(start, _FURTHER.match(text, end)) for start, end in Thing(own, frozenset()).places(text)]
        told = {word for start, rest in spans if rest for word in content_words(text[start : rest.end()])}
        return frozenset(told - _HANDING - {like for word in own for like in _likes(word)})

    def same_as(self, other: Thing) -> bool:
        """Whether two promises are of one thing."""
        if not self.head & other.head:
            return False
        return self.rest == other.rest or 2 * len(self.rest & other.rest) >= len(self.rest | other.rest)

    def shares_head(self, other: Thing) -> bool:
        """Whether both may be called by the same bare noun."""
        return any(_likes(one) & _likes(two) for one in self.head for two in other.head)


def key_words(thing: str) -> frozenset[str]:
    """The words by which a thing is known again; general ones (資料, 回答) only where there is no other."""
    found = frozenset(content_words(thing))
    return found - _GENERIC or found


def _talk(remark: Remark) -> frozenset[str]:
    record = remark.record
    return frozenset(content_words("\n".join((record.explanation, record.client_words, record.purpose))))


def _standing(wanted: frozenset[str], remark: Remark) -> frozenset[str]:
    """Those of the words that stand in the remark, however the tokenizer cut it, or another word for the same sort of paper."""
    return frozenset(
        word for word in wanted if any(w in remark.words or (len(w) > 1 and w in remark.text) for w in _likes(word))
    )


def _like(wanted: frozenset[str], found: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in wanted if _likes(word) & found)


def _likes(word: str) -> frozenset[str]:
    return next((paper for paper in _SAME_PAPER if word in paper), frozenset({word}))


def _phrases(text: str, heads: set[str]) -> Iterator[tuple[int, int]]:
    found = words(text)
    for i, word in enumerate(found):
        if not (heads & set(content_words(word.surface)) or word.surface in heads):
            continue
        first, last = i, i
        while first and (
            _nominal(found[first - 1])
            or (found[first - 1].surface in _LINKS and first > 1 and _nominal(found[first - 2]))
        ):
            first -= 1
        while last + 1 < len(found) and _nominal(found[last + 1]) and found[last + 1].start == found[last].end:
            last += 1
        yield found[first].start, found[last].end


def _nominal(word: Word) -> bool:
    return word.pos[0] in ("名詞", "接頭辞", "接尾辞", "形状詞") and word.pos[2] != "副詞可能"
