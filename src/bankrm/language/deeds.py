"""The deeds a text tells of, each with how far it has come there: done, decided, planned, considered, wished, put off.

Japanese says it behind the verb, and may say it once for several: 「8月7日までに持参し、決算書を用意する」 is all to come, for a verb in
its continuative form has come as far as the next. A noun of a deed (受領, 継続の申込) has come as far as the verb that governs it says.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from bankrm.language.certainty import Certainty
from bankrm.language.patterns import pattern
from bankrm.language.words import Word, content_words, words

Degrees = frozenset[Certainty]
UNTOLD: Degrees = frozenset()
_DONE, _DECIDED = frozenset({Certainty.DONE}), frozenset({Certainty.DECIDED})
_PLANNED, _WISHED = frozenset({Certainty.PLANNED}), frozenset({Certainty.WISHED})
_OPEN, _ON_HOLD = frozenset({Certainty.CONSIDERING}), frozenset({Certainty.ON_HOLD})
_DECLINED = frozenset({Certainty.DECLINED})
_MEANT = _WISHED | _PLANNED  # 意向, つもり, 考え: nobody keeps them apart
_UNDER_WAY = _DONE | _PLANNED
_AHEAD = _OPEN | _PLANNED  # spoken of, and not come to pass by what is said


@dataclass(frozen=True, slots=True)
class Deed:
    """A deed by its word (`base` normalised, `last` the last of its parts); `start` and `end` count code points of the text.

    `degrees` are all that its words may mean, empty where they tell nothing. What was `denied` was not done. `plain` is what stands in
    the form of the present, of what is and of what is to come; `named` by a noun (押印, 返済).
    """

    start: int
    end: int
    base: str
    last: str
    degrees: Degrees
    denied: bool
    plain: bool
    named: bool


def _table(*lines: tuple[str, Degrees]) -> dict[str, Degrees]:
    return {word: degrees for listed, degrees in lines for word in listed.split()}


_GOVERNS = _table(
    ("検討 考える 迷う 悩む 思案 模索 見直す", _OPEN),
    ("希望 望む 頼む 依頼 求める 要望 願う 提案 打診 勧める 相談 申し込む 申し込み", _WISHED),
    ("予定 計画 約束 見込む 目指す", _PLANNED),
    ("遅らせる 延ばす 延期 待つ", _ON_HOLD | _PLANNED),
    ("遅れる", UNTOLD),  # late, and come or not
    ("保留", _ON_HOLD),
    ("見送る 断る 断念 止める 中止 取り止める 控える", _DECLINED),
)
"""How far a deed has come that is the object of these."""
_PERFORMING = _table(
    (
        "有り 行う 行く 実施 済ます 済む 終える 終わる 完了 受ける 出す 入れる 取る 得る 貰う 頂く 始める 始まる 開始",
        UNTOLD,
    ),
    ("進める 続ける 結ぶ 掛ける 有る 為る 成る", UNTOLD),
)
"""A deed that is the object of these has come as far as they have."""
_MODAL = _table(
    ("予定 計画 見込み 見通し 約束 段取り 宿題 想定 運び 方針", _PLANNED),
    ("意向 積もり 考え 方向 気 意思 意志 希望 要望 目標", _MEANT),
    ("可能性 恐れ 検討 場合 際 必要", _OPEN),
    ("中", _UNDER_WAY),
    ("前 迄", _PLANNED),
)
"""How far a deed has come that stands before these nouns."""
_LIGHT = _table(
    ("有り 為る 居る 有る 成る 出来る 致す 頂く 下さる 呉れる 御座る おる 置く 仕舞う 見る 言う 思う 掛かる", UNTOLD)
)
_VIEWS = _table(("検討 考える 聞く 迷う 悩む 予定 計画 目指す 希望 望む 約束 願う", UNTOLD))
_NO_DEEDS = _table(("意向 見込む 見込み 見通し 考え 積もり 想定 予想 願い 説明 話 限る 付く", UNTOLD)) | _LIGHT | _VIEWS
_SETTLING = _table(("決める 決まる 固める 固まる 決定 確定 内定 決断", UNTOLD))
_AT_ONCE = _table(
    ("届く 届ける 渡す 手渡す 受け取る 受領 手交 提出 送る 送付 持参 預かる 押す 返却 到着 着く 揃う 交付 出す", UNTOLD)
)  # done at one moment: 届いている is there, and 進めている is under way
_SENT = _table(("送る 送付 添付 提出", UNTOLD))  # 見積を送ります, in the mail that brings it
_ENDED = _table(
    ("止める 取り止める 見送る 断念 中止 認める 応じる 引き受ける 受け入れる 承諾 了承 同意", UNTOLD)
)  # who says so has
_MILESTONES = ("申し込む", "借り入れる", "断る")
_AFTER, _FORMAL = ("後", "上", "うえ"), ("事", "こと", "の", "旨", "件", "話")
_ASPECT = ("始める", "終える", "終わる", "切る", "続ける", "過ぎる")

_NOUN_OF_VERB = pattern(r"(?:入れ|払い|込み|換え|替え|渡し|断り|届け|誘い)$")  # 申し込み, 内入れ
_FINITE = pattern(r"(?:[うくすつぬぶむるぐただいん]|[てで](?:お|い)り?)$")
_DENIES = pattern(r"(?<!た)な[いくか]|ず|ん$|ませ|かね")
_WANTED = pattern(r"たい|たく|たが|ほし|欲し|(?:くだ|下)さい(?!ま)|くれ$|ましょう|ませんか")
_SETTLES = pattern(r"(?:こと|事)?(?:に|と)(?:し(?:た|て|ま)|決め|決ま)")
_COMES = pattern(r"(?:こと|事)(?:に|と)な")
_NOT_SAID = pattern(r"(?:と|って)(?:は|も|まで)?[^、]{0,4}(?:言|思|考え|限|聞)[^、]{0,5}(?:な[いくか]|ませ|ず)")
_DOUBTED = pattern(r"と[^、]{0,14}が、[^、]{0,16}(?:信じ|疑|怪し|わから|分から|どうだか)")
_IF = pattern(r"(?:と|って)(?:しても|[^、]{0,8}(?:たら|れば|場合))")
_OF_OTHERS = pattern(
    r"と(?:いう|言う)(?!こと|事|由|話|。|、|$)[一-龥ァ-ヴ]|との[一-龥ァ-ヴ]{1,6}の[一-龥]|と(?:の|いう)[^、。]{1,6}(?:は|が|も)(?:な[いくし]|あり?ませ|見当た|見つから)"
)  # 3割減るとの業者の説明, 発注したとの話はない
_BELIEVED = pattern(r"と(?:は)?(?:[^、]{0,6}(?:は|が))?(?:思|考え|見て|みて|見る|見込)")
_MAY = pattern(r"も(?:いい|よい|良い|よし|構わ|かまわ|仕方)|かも|の?か(?!ら)")  # 借り換えてもいい
_NO_SUCH = pattern(r"(?:もの|わけ|訳)(?:で|じゃ)は?(?:な|あり?ませ)")  # 決めたわけではない
_EITHER, _WHETHER = pattern(r"か[^、。]{1,12}か"), pattern(r"か(?:どうか)?[をはがにも、]")
_SPOKEN_OF = pattern(  # 継続には試算表が要る, 借換の条件, 契約は来月
    r"に(?:は|あた(?:って|り)|際して)?[^、。]{0,16}(?:必要|要[るしす])|の(?:準備|条件|見積|説明|際|時期|前提|流れ)"
    r"|が(?:条件|前提)|は(?:来[月年期週春夏秋冬]|再来|翌|これから|今後)"
)
_IN_QUESTION = pattern(r"の(?:検討|相談|場合|可否|是非|要否|可能性)")
_IF_SO = pattern(r"に(?:なれば|なったら|なるなら)|が(?:あれば|あるなら)|なら")  # 手放す気になれば
_YET = pattern(r"[はもが](?:これから|まだ|未)")
_TAKEN_UP = pattern(
    r"受け(?:入れ)?て(?:くれ|くだ|下さ|いただ|頂|もら)"
)  # 改定を受けてくれた: they agreed to it, no more
_NOT_FOUND = pattern(
    r"な[しい]|無し|該当(?:なし|する)|(?:記録|形跡|事実|跡)(?:は|が|も)?(?:な[いくしか]|無|あり?ませ|見当た|残って(?:い)?(?:な|ませ))"
)
_LATER = pattern(r"(?:次第|しだい|まで(?:に|には)|来[週月年]|翌[日週月]|後日|明日|のちほど|追って)[^。\n「」]*$")
_DUE = pattern(r"(?:まで|迄)に[^。\n]*$")
_CUT = pattern(r"[^。！？!?\n「」『』]+")
_ASIDE = pattern(r"[（(][^（）()]*[）)]")


@lru_cache(maxsize=4096)
def deeds(text: str) -> tuple[Deed, ...]:
    """The deeds in their order. What stands between 「」 or in brackets is read by itself."""
    found: list[Deed] = []
    every, asides = words(text), [(aside.start() + 1, aside.end() - 1) for aside in _ASIDE.finditer(text)]
    starts, opens, closes = [word.start for word in every], [a for a, _ in asides], [b for _, b in asides]
    for start, end in [*(cut.span() for cut in _CUT.finditer(text)), *asides]:
        within = asides[bisect_right(opens, start) : bisect_left(closes, end)]
        inside = every[bisect_left(starts, start) : bisect_left(starts, end)]
        row = [word for word in inside if not any(a - 1 <= word.start <= b for a, b in within)]
        found += _backwards(text[:end], row)
    return tuple(sorted(found, key=lambda deed: deed.start))


@dataclass(frozen=True, slots=True)
class _Told:
    """How far a deed has come, and of what it governs; `ends` tells that it ends a clause, and is nobody's object or property; `within`
    that it is but a noun in one."""

    base: str
    degrees: Degrees
    denied: bool
    plain: bool
    within: bool
    ends: bool

    @property
    def of_object(self) -> Degrees:
        """How far a deed has come that this one governs."""
        if self.base in _GOVERNS:
            return _DECLINED if self.denied else _GOVERNS[self.base]
        return self.degrees if self.base in _SETTLING or self.base in _PERFORMING else UNTOLD


@dataclass(slots=True)
class _Behind:
    """What stands behind a deed in its sentence: the next deed, the next that is no mere noun, and that which ends the next clause."""

    any: _Told | None = None
    verb: _Told | None = None
    main: _Told | None = None


def _backwards(text: str, row: Sequence[Word]) -> Iterator[Deed]:
    """The deeds of a sentence from its end, each read with what is behind it."""
    behind = _Behind()
    for place in reversed(range(len(row))):
        if not _is_deed(row, place):
            continue
        told, word = _Reader(text, row, place, behind).told(), row[place]
        behind.any = told
        behind.verb = behind.verb if told.within else told
        if told.ends and not (
            place and row[place - 1].surface in ("と", "って")
        ):  # と話した: who told it, and no deed beside it
            behind.main = told
        if word.base not in _NO_DEEDS:
            last = (content_words(word.surface) or (word.base,))[-1]
            named = word.pos[0] == "名詞" or word.base in _MILESTONES
            yield Deed(word.start, word.end, word.base, last, told.degrees, told.denied, told.plain, named)


def _is_deed(row: Sequence[Word], place: int) -> bool:
    word, before = row[place], row[place - 1] if place else None
    if word.pos[0] == "名詞":
        return word.pos[2] == "サ変可能" or (bool(_NOUN_OF_VERB.search(word.base)))
    if word.pos[0] != "動詞" or before is None:
        return word.pos[0] == "動詞"
    helps = before.pos[0] in ("動詞", "助動詞") or before.pos[1] == "接続助詞"
    helps = helps or (before.pos[2] == "サ変可能" and word.base in _LIGHT)
    as_such = word.base == "為る" and before.surface == "と"  # として
    return not as_such and not (helps and (word.pos[1] == "非自立可能" or word.base.endswith(_ASPECT)))


class _Reader:
    """One deed with what stands behind it in its sentence."""

    def __init__(self, text: str, row: Sequence[Word], place: int, behind: _Behind) -> None:
        self._text, self._behind = text, behind
        self._verb, self._main = behind.verb, behind.main
        self._word = row[place]
        into = place > 1 and row[place - 1].surface == "に" and row[place - 2].base in _GOVERNS
        self._base = row[place - 2].base if into and self._word.base in _LIGHT else self._word.base  # 保留にする
        end = place + 1
        while end < len(row) and _inflects(row[end], row[end - 1]):
            end += 1
        self._helpers = row[place + 1 : end]
        self._tail = "".join(word.surface for word in self._helpers)
        self._next = row[end] if end < len(row) else None
        if self._next and self._next.base != "該当" and text[row[end - 1].end : self._next.start].isspace():
            self._next = None  # 実行 証書貸付 3,900万円: a space ends what is told
        self._rest = text[self._next.start :] if self._next else ""

    def told(self) -> _Told:
        """How far the deed has come."""
        followed = self._next.pos[0] if self._next else ""
        ends = (
            not self._tail.endswith("よう")
            and followed not in ("名詞", "接尾辞")
            and not self._rest.startswith("まで")
            and not (self._is_noun and followed == "助詞" and not self._rest.startswith(("と", "って")))
        )
        degrees = self._degrees()
        return _Told(self._base, degrees, self._is_denied, self._is_plain(degrees), self._is_noun and not ends, ends)

    @cached_property
    def _is_noun(self) -> bool:
        """Whether the deed stands as a noun: nothing inflects it (受領, 内入れ)."""
        if self._helpers or self._word.pos[0] == "名詞":
            return not self._helpers
        return not self._is_finite and self._next is not None and self._next.surface not in "、,"

    @cached_property
    def _is_finite(self) -> bool:
        """Whether its ending closes a clause; 持参し、 and 渡して、 lead on to the next."""
        return bool(_FINITE.search(self._tail or self._word.surface)) and not self._tail.endswith(("て", "で"))

    @cached_property
    def _leads_on(self) -> bool:
        """Whether it has come as far as the next clause says."""
        return (
            self._rest.startswith(("ながら", "つつ", "から", "、", ",")) and not self._is_finite and not self._is_noun
        )

    @cached_property
    def _is_denied(self) -> bool:
        if not _DENIES.search(self._tail) and not _NOT_FOUND.match(self._rest):
            return False
        clause = max(self._text.rfind(mark, 0, self._word.start) for mark in "、。") + 1
        only = self._text.find("しか", clause, self._word.start) >= 0  # 1人しか補充できていない: one was
        return not only and not _WANTED.search(self._tail)

    def _is_plain(self, degrees: Degrees) -> bool:
        if degrees != _PLANNED:
            return False
        if self._next and self._next.base in ("前", "迄"):
            return True  # told of what has come since
        if self._is_noun or (self._leads_on and self._main):
            governor = self._verb if self._is_noun else self._main
            return governor is not None and governor.plain
        return self._is_finite and self._governed() is None

    def _degrees(self) -> Degrees:
        if not self._is_finite and any(word.base.endswith(("終える", "終わる")) for word in self._helpers):
            return _DONE  # 増やし終え、
        governed = self._governed()
        if governed is not None:
            return governed
        if self._is_denied:
            return _ON_HOLD if self._word.base in _SETTLING else UNTOLD
        own = self._own()
        if self._word.base in _VIEWS and self._word.base in _GOVERNS and own <= _UNDER_WAY:
            return _GOVERNS[self._word.base]
        return _DECIDED if self._word.base in _SETTLING and Certainty.DONE in own else own

    def _own(self) -> Degrees:
        """What its own ending says."""
        bases = {word.base for word in self._helpers}
        if any(word.surface in ("たら", "なら", "ば") for word in self._helpers):
            return _ON_HOLD
        if "済み" in bases:
            return _DONE
        if _WANTED.search(self._tail):
            return _DECLINED if "たくな" in self._tail else _WISHED
        if re.search(r"(?<![ただるうくすつぬぶむぐい])そう", self._tail) or self._is_volitional():
            return _OPEN
        if re.search(r"[てで](?:い|お|あ)", self._tail):
            return _DONE if self._word.base in _AT_ONCE else _UNDER_WAY
        if "た" in bases:
            return _DONE
        if self._is_noun or not self._is_finite:
            return _PLANNED if _DUE.search(self._text, 0, self._word.start) else _UNDER_WAY
        if self._word.base in _SENT and self._tail.endswith("ます"):
            return _PLANNED if _LATER.search(self._text, 0, self._word.start) else _UNDER_WAY
        return _DECIDED | _UNDER_WAY if self._word.base in _ENDED else _PLANNED

    def _is_volitional(self) -> bool:
        last = self._helpers[-1] if self._helpers else self._word
        return last.pos[0] == "動詞" and last.surface.endswith(("よう", "おう", "こう", "そう", "とう", "ろう"))

    def _governed(self) -> Degrees | None:
        """What the words behind it say of it; None where they leave it to its own ending."""
        following = self._next
        if self._tail.endswith(("よう", "ように")):  # 待つよう求めた
            return self._behind.any.of_object if self._behind.any else UNTOLD
        if following is None:
            return None
        if self._rest.startswith(("と", "って")) and following.pos[0] == "助詞":
            return self._as_reported()
        if _EITHER.match(self._rest) or _WHETHER.match(self._rest) or (_MAY.match(self._rest) and not self._is_noun):
            return _OPEN
        if self._is_noun and (following.pos[0] == "助詞" or following.pos[1] == "数詞" or following.base == "有り"):
            return self._as_object(following)
        if following.pos[1] in ("格助詞", "係助詞") and self._is_finite:
            return UNTOLD  # リースにするにあたり
        if _SETTLES.match(self._rest):
            return _DECIDED
        if _COMES.match(self._rest):
            return _PLANNED | _DECIDED
        if following.pos[0] in ("名詞", "接尾辞"):
            return self._before_noun(following)
        return self._main.degrees if self._leads_on and self._main else None

    def _as_object(self, particle: Word) -> Degrees:
        if _YET.match(self._rest):
            return _PLANNED
        if _TAKEN_UP.search(self._rest):
            return UNTOLD
        if _IN_QUESTION.match(self._rest):
            return _OPEN
        if _SPOKEN_OF.match(self._rest):
            return _AHEAD
        topic = self._rest.startswith("は、") and self._main
        governor = self._behind.any if particle.surface == "の" else topic or self._verb
        return governor.of_object if governor else UNTOLD

    def _as_reported(self) -> Degrees | None:
        if _NOT_SAID.match(self._rest) or _DOUBTED.match(self._rest) or _IF.match(self._rest):
            return _ON_HOLD
        if _SETTLES.match(self._rest) and self._behind.any:
            return self._behind.any.of_object  # 外すと決めた
        if _OF_OTHERS.match(self._rest):
            return UNTOLD
        return _OPEN | _PLANNED if _BELIEVED.match(self._rest) and self._own() == _PLANNED else None

    def _before_noun(self, noun: Word) -> Degrees | None:
        """The deed before a noun: before 予定 it is planned, before こと as far as what governs that, before any other a property."""
        own = UNTOLD if self._is_noun else self._own()
        if _NO_SUCH.match(self._rest):
            return _ON_HOLD
        if noun.base in _MODAL and not (own == _DONE and _MODAL[noun.base] != _OPEN):
            none = re.match(r"(?:は|も|が)?(?:な[いくし]|あり?ませ)", self._text[noun.end : noun.end + 8])
            return _DECLINED if none else _ON_HOLD if _IF_SO.match(self._text, noun.end) else _MODAL[noun.base]
        if noun.base in _AFTER:
            return (own or _UNDER_WAY) | (self._main.degrees if self._main else UNTOLD)
        if noun.base in _FORMAL and not self._is_noun:
            governed = self._behind.any.of_object if self._behind.any else UNTOLD
            return governed or (None if own != _PLANNED or noun.base in ("旨", "話", "件") else UNTOLD)
        return None if Certainty.DONE in own else UNTOLD


def _inflects(word: Word, before: Word) -> bool:
    """Whether a word belongs to the ending of the one before it."""
    if (
        word.pos[0] == "助動詞"
        or word.pos[1] == "助動詞語幹"
        or (word.pos[1] == "接続助詞" and word.base in ("て", "で", "ば"))
    ):
        return True
    if word.pos[0] == "接尾辞":
        return word.base == "済み" or word.pos[1] != "名詞的"
    aspect = word.base.endswith(_ASPECT) and before.pos[0] in ("動詞", "助動詞", "名詞")
    return word.pos[0] in ("動詞", "形容詞") and (word.pos[1] == "非自立可能" or (word.pos[0] == "動詞" and aspect))
