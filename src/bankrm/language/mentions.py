"""Names in running text that no book needs to know: people by their title or the dictionary, firms by their form or kind."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from operator import attrgetter

from bankrm.language.firm_names import BANK_KINDS, FORM_IN_TEXT, TRADE_KINDS, firm_key, firm_stem, fold_name
from bankrm.language.patterns import pattern
from bankrm.language.titles import TITLE, is_department, is_family, is_role
from bankrm.language.words import Word, words


class NameKind(StrEnum):
    """What a name names."""

    PERSON = "person"
    FIRM = "firm"


@dataclass(frozen=True, slots=True)
class NameMention:
    """A name in a text. `surface` holds its title or honorific (田辺社長), `key` the name alone in one spelling (田辺).

    `start` and `end` count code points. `polite` is true where さん or 様 follows at once: it may then be a firm (潮見さん).
    """

    start: int
    end: int
    surface: str
    kind: NameKind
    key: str
    polite: bool = False


_LINKS = frozenset("・･&＆-‐－ー＝.’")
_NO_NAME_WORDS = (
    "新 現 元 前 旧 副 故 次期 先代 初代 二代目 当 弊 同 他 各 全 両 本 我が 貴 御 お ご 小 大 女性 男性 若手 同社 当社 弊社 貴社 他社 自社 親会社 子会社 会社 "
    "取引先 得意先 仕入先 先方 当方 当行 他行 同行 本行 弊行 銀行 業者 職人 お客 客 皆 皆々 各位 担当 関係 方々 創業 創業者 後継 後継者 経営者 代表者 代表 家族 役員 "
    "施主 荷主 大家 地主 家主 親 子 父 母 兄 弟 姉 妹 孫 姪 甥 夫 妻 嫁 婿 娘 息子 叔父 伯父 叔母 伯母 社員 従業員 主 神 王 客先 仲居 人 者 母方 父方 見方 味方 夕方 何 誰 方 我 俺 僕 隣 "
    "月 日 年 円 件 名 社 行 店 回 点 度 割 分 今 昨 来 先 毎 翌 上 下 左 右 中 内 外 前期 今期 来期 午前 午後 医 師 番 組 班 係 庫 蔵 庭 花 猫 犬 牛 馬 魚 米 茶 酒 水 火 土 金 木 口 手 目 足 首 心 声 話 案 表 紙 車 船 店主 隊 族"
)
_BEFORE_FIRMS_WORDS = (  # words that stand before a firm's name and are no part of it
    "取引先 得意先 仕入先 販売先 外注先 発注先 先方 当方 当行 他行 同行 他 当 同 各 両 全 別 複数 競合 相手 近隣 地元 既存 主力 準主力 準 メイン メーン サブ サブメイン 取引 "
    "元 旧 現 主要 大手 中小 民間 公的 担当 融資 子会社 親会社 関連会社 グループ会社 現在 今回 前回 昨日 本日 先日"
)
_GENERIC_WORDS = (  # words that make a kind of bank or firm, not one of them (地方銀行, 自動車産業)
    "地方 地銀 第二 都市 政府 系 投資 新設 商業 ネット 預金 生命 損害 火災 海上 自動車 医療 年金 信用 個人 法人 国内 海外 外国 メガ 協調 幹事 銀行 信金 会社 企業 "
    "保険 中央 支店 本店 本部 前 新 有価 有限 国際 証券 信託 担保 根 約束 農業 漁業 普通 専門 信用保証 保証 協同 労働 共同 一般 公認 提携 最寄り 決済 指定 振込 受取"
)
_NOT_NAMES = frozenset(_NO_NAME_WORDS.split())
_BEFORE_FIRMS = frozenset(_BEFORE_FIRMS_WORDS.split())
_GENERIC = frozenset(_GENERIC_WORDS.split()) | _BEFORE_FIRMS
_KINDS = pattern("|".join(sorted([*BANK_KINDS, *TRADE_KINDS], key=len, reverse=True)))
_MANY = pattern(r"[一二三四五六七八九十百]{2,}")


def same_name(one: NameMention, other: NameMention) -> bool:
    """Whether two mentions may name the same: equal keys, a surname within a full name, or a firm's short form with さん."""
    if one.kind is other.kind is NameKind.PERSON:
        return bool(one.key) and (one.key.startswith(other.key) or other.key.startswith(one.key))
    if one.kind is other.kind:
        return one.key == other.key
    firm, person = (one, other) if one.kind is NameKind.FIRM else (other, one)
    return person.polite and firm_stem(firm.key) == person.key


@lru_cache(maxsize=4096)
def names_in(text: str) -> tuple[NameMention, ...]:
    """The names in a text, in order and not overlapping; a role without a name (社長) is none."""
    tokens = words(text)
    taken: list[NameMention] = []
    for finder in (_firms_by_form, _firms_by_kind, _people_by_title, _people_by_dictionary):
        for mention in finder(text, tokens):
            place = bisect_left(taken, mention.start, key=_START)
            is_free = not place or taken[place - 1].end <= mention.start
            if is_free and (place == len(taken) or mention.end <= taken[place].start):
                taken.insert(place, mention)
    return tuple(taken)


_START: Callable[[Word | NameMention], int] = attrgetter("start")


def _before(tokens: Sequence[Word], end: int) -> Iterator[Word]:
    """The words that begin before a place, the nearest first."""
    return (tokens[place] for place in range(bisect_left(tokens, end, key=_START) - 1, -1, -1))


def _around(tokens: Sequence[Word], place: int) -> Word | None:
    """The word that goes on at a place, None between words."""
    word = next(_before(tokens, place), None)
    return word if word and word.end > place else None


def titles_alone(text: str) -> Iterator[tuple[int, int, str]]:
    """Roles that stand without a name before them: span and role with its department (「経理部長から」)."""
    named = names_in(text)
    tokens = words(text)
    for match in TITLE.finditer(text):
        last = bisect_right(named, match.start(), key=_START)
        if not match["role"] or (last and match.start() < named[last - 1].end):
            continue
        start = _with_department(tokens, match.start("role"))
        role = text[start : match.end("role")]
        before = next((word for word in _before(tokens, start) if word.end <= start), None)
        joined = (
            before is not None
            and before.end == start
            and before.pos[0] in ("名詞", "接頭辞")
            and before.pos[1] not in ("数詞", "固有名詞")
        )
        inside = _around(tokens, start) or _around(tokens, match.end("role"))
        if not inside and not (joined and before and before.surface not in ("先方", "同社", "当社")):
            yield start, match.end(), role


# ---- firms


def _firms_by_form(text: str, tokens: Sequence[Word]) -> Iterator[NameMention]:
    """凪浜精機株式会社, ㈱凪浜精機: the run of nouns before the legal form, else the run behind it."""
    for match in FORM_IN_TEXT.finditer(text):
        before = _without_lead(_run_before(tokens, match.start()))
        if before:
            yield _firm(text, before[0].start, match.end())
        elif behind := _run_behind(text, tokens, match.end()):
            yield _firm(text, match.start(), behind[-1].end)


def _firms_by_kind(text: str, tokens: Sequence[Word]) -> Iterator[NameMention]:
    """潮見銀行, 常磐台信金, 丸山商店: a kind of firm with something before it that can be a name."""
    for match in _KINDS.finditer(text):
        behind = bisect_left(tokens, match.end(), key=_START)
        follower = _around(tokens, match.end()) or next(iter(tokens[behind : behind + 1]), None)
        if follower and (follower.start < match.end() or (follower.start == match.end() and _goes_on(follower))):
            continue
        run = _run_before(tokens, match.end())
        name = _without_lead([_cut(token, match.start()) for token in run if token.start < match.start()])
        if name and _is_firm_name(name, bank=match.group() in BANK_KINDS):
            yield _firm(text, name[0].start, match.end())


def _without_lead(run: list[Word]) -> list[Word]:
    """Without words that only stand before a name: 先日, 昨年, おととい; the last word always stays."""
    while run and (run[0].surface in _BEFORE_FIRMS or (len(run) > 1 and _tells_when(run[0]))):
        run = run[1:]
    return run


def _tells_when(word: Word) -> bool:
    plain_kana = word.pos[1] == "普通名詞" and len(word.surface) > 2 and all("ぁ" <= c <= "ん" for c in word.surface)
    return word.pos[2] == "副詞可能" or plain_kana


def _goes_on(token: Word) -> bool:
    """Whether the compound goes on, so that the kind is not its end (銀行員, 産業用, 建設業)."""
    if token.surface == "分":  # 潮見銀行分
        return False
    if token.pos[0] == "接尾辞":
        return token.surface not in ("さん", "様", "殿", "側", "等", "など", "内", "宛")
    return token.pos[0] == "名詞" and not (
        TITLE.match(token.surface) or is_department(token.surface) or token.pos[1] in ("固有名詞", "数詞")
    )


def _is_firm_name(name: Sequence[Word], *, bank: bool) -> bool:
    """Whether what stands before the kind names one firm; banks are often named by common words (太陽銀行)."""
    stem = "".join(token.surface for token in name)
    if len(stem) < 2 or all(token.surface in _GENERIC for token in name):
        return False
    if any(token.pos[1] == "数詞" and not _MANY.fullmatch(token.surface) for token in name) and "第" not in stem:
        return False
    return bank or any(_can_be_name(token) for token in name)


def _can_be_name(word: Word) -> bool:
    known = word.pos[1] == "固有名詞" or (
        len(word.surface) == 1 and word.pos[0] in ("名詞", "接頭辞") and "一" <= word.surface <= "龥"
    )
    return known and word.surface not in _NOT_NAMES


def _firm(text: str, start: int, end: int) -> NameMention:
    return NameMention(start, end, text[start:end], NameKind.FIRM, firm_key(text[start:end]))


# ---- people


def _people_by_title(text: str, tokens: Sequence[Word]) -> Iterator[NameMention]:
    """田辺社長, 佐伯経理部長, 塚田さん."""
    for match in TITLE.finditer(text):
        role = match["role"] or ""
        title = _with_department(tokens, match.start()) if role else match.start()
        start, name = _name_before(tokens, title, strong=bool(role) and not is_family(role))
        if name and not _inside_a_word(tokens, match):
            polite = match["honorific"] in ("さん", "様", "さま")
            yield NameMention(start, match.end(), text[start : match.end()], NameKind.PERSON, _person_key(name), polite)


def _with_department(tokens: Sequence[Word], start: int) -> int:
    """Where the post begins: its department belongs to it (佐伯|経理部長)."""
    for token in _before(tokens, start):
        head = token.surface[: start - token.start]
        if not is_department(head) or token.start + len(head) < start:
            break
        start = token.start
    return start


def _name_before(tokens: Sequence[Word], end: int, *, strong: bool) -> tuple[int, str]:
    """Where the name begins that stands right before a title, and its text; a role carries rarer names than an honorific does."""
    run: list[Word] = []
    for token in (_cut(word, end) for word in _before(tokens, end)):
        gap = (run[0].start if run else end) - token.end
        if gap > 1 or (gap and run and not _both_names(token, run[0])) or not _is_name_part(token, bool(run)):
            break
        run.insert(0, token)
    while run and run[0].surface in _LINKS:
        run.pop(0)
    if not run or not _reads_as_name(run, strong):
        return end, ""
    return run[0].start, "".join(w.surface for w in run)


def _cut(token: Word, end: int) -> Word:
    return token if token.end <= end else token._replace(surface=token.surface[: end - token.start], end=end)


def _both_names(one: Word, other: Word) -> bool:
    """田辺 一郎: a gap between surname and given name."""
    return one.pos[3:4] == ("姓",) and other.pos[3:4] == ("名",) and 0 < other.start - one.end <= 1


def _is_name_part(token: Word, inner: bool) -> bool:
    if token.surface in _NOT_NAMES or is_role(token.surface) or is_department(token.surface):
        return False
    return _can_be_name(token) or _is_katakana(token.surface) or (inner and token.surface in _LINKS)


def _reads_as_name(run: Sequence[Word], strong: bool) -> bool:
    whole = "".join(w.surface for w in run)
    if all(w.pos[2] == "人名" or w.surface in _LINKS for w in run):
        return True
    if any(w.pos[1] == "固有名詞" for w in run):
        return len(whole) <= 8
    return len(whole) <= (3 if strong else 2) or (strong and _is_katakana(whole))


def _inside_a_word(tokens: Sequence[Word], title: re.Match[str]) -> bool:
    """Whether the title is a part of a longer word, and so none (様子, 氏名, 銀行員); 関氏 and 経理部|長 are none of these."""
    first, last = _around(tokens, title.start()), _around(tokens, title.end())
    if last and last.pos[1] != "固有名詞":
        return True
    if not first or first.pos[1] == "固有名詞":
        return False
    return not is_department(first.surface[: title.start() - first.start])


def _people_by_dictionary(text: str, tokens: Sequence[Word]) -> Iterator[NameMention]:
    """Runs of personal names: surname with given name, or a surname alone; with 組 behind it is a builder's firm (楡津組)."""
    run: list[Word] = []
    for token in [*tokens, None]:
        if token and token.pos[2] == "人名" and (not run or token.start - run[-1].end <= 1):
            run.append(token)
            continue
        if run and (len(run) > 1 or (run[0].pos[3] == "姓" and len(run[0].surface) > 1)):
            yield from _named(text, tokens, run[0].start, run[-1].end)
        run = [token] if token and token.pos[2] == "人名" else []


def _named(text: str, tokens: Sequence[Word], start: int, end: int) -> Iterator[NameMention]:
    """The person that a run of names names, or the firm; nothing where it is a word (見方)."""
    name = text[start:end]
    if name.endswith("組") or text[end : end + 1] == "組":
        end += not name.endswith("組")
        yield _firm(text, _run_before(tokens, end)[0].start, end)
    elif name not in _NOT_NAMES:
        yield NameMention(start, end, name, NameKind.PERSON, _person_key(name))


def _person_key(name: str) -> str:
    return re.sub(r"[\s・･]+", "", fold_name(name))


def _is_katakana(text: str) -> bool:
    return bool(re.fullmatch(r"[ァ-ヺー]{2,}", text))


# ---- runs of nouns


def _run_before(tokens: Sequence[Word], end: int) -> list[Word]:
    """The unbroken run of nouns that ends here; a person's title ends it."""
    run: list[Word] = []
    for token in _before(tokens, end):
        cut = _cut(token, end)
        if cut.end != (run[0].start if run else end) or not _is_compound_part(cut) or TITLE.fullmatch(cut.surface):
            break
        run.insert(0, cut)
    while run and run[0].surface in _LINKS:
        run.pop(0)
    return run


def _run_behind(text: str, tokens: Sequence[Word], start: int) -> list[Word]:
    while text[start : start + 1] in (" ", "　"):
        start += 1
    run: list[Word] = []
    for place in range(bisect_left(tokens, start, key=_START), len(tokens)):
        token = tokens[place]
        follower = tokens[place + 1] if place + 1 < len(tokens) else None
        titled = token.pos[1] == "固有名詞" and follower is not None and TITLE.match(follower.surface) and run
        if (
            token.start != (run[-1].end if run else start)
            or not _is_compound_part(token)
            or TITLE.fullmatch(token.surface)
            or titled
        ):
            break
        run.append(token)
    while run and run[-1].surface in _LINKS:
        run.pop()
    return run


def _is_compound_part(token: Word) -> bool:
    return token.pos[0] in ("名詞", "接頭辞", "接尾辞", "形状詞") or token.surface in _LINKS
