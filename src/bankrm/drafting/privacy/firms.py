"""Firms in running text: by their legal form, by the kind of firm at their end, by a list of known ones, by what is told of them.

A name is a run of nouns; what only stands before a name (大手, 取引先の) is cut off, a title ends it (潮見銀行|頭取).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from bankrm.drafting.privacy.firm_words import (
    BUSINESS_WORDS,
    GENERIC,
    KIND,
    LATIN_KIND,
    STRONG_KIND,
    names_another_thing,
    names_no_firm,
    same_width,
    told_of_firm,
)
from bankrm.drafting.privacy.noun_runs import LINKS, Run, is_latin, is_part, name_parts, noun_runs
from bankrm.drafting.privacy.reading import KANJI, KATAKANA, ReadText, is_native
from bankrm.drafting.privacy.spans import PrivateKind, PrivateSpan
from bankrm.language.firm_names import FORM_IN_TEXT
from bankrm.language.patterns import pattern
from bankrm.language.titles import TITLE
from bankrm.language.words import Word, is_common_compound, words

_WORKPLACE = pattern(
    r"(?<![一-龥々ァ-ヶー])(?!ビジネス|観光|リゾート|老舗|大手|地元|近隣|近所|高級|他)[一-龥々ァ-ヶー]{2,10}(?:ホテル|旅館|クリニック|ファーム)(?=[にで](?:勤務|勤め|就職|入社|働))"
)
_HIRAGANA = pattern(r"[ぁ-んー]{3,}")
_FORM = pattern(rf"(?:国立研究開発|地方独立行政|独立行政|国立大学|公立大学|更生保護)法人|{FORM_IN_TEXT.pattern}")
_DEEDS_LIST = "設立 創業 入社 退社 入行 就職 勤務 経営 運営 特別 所属 出身 買収 合併 訪問 来店 来社 御中 宛 様"
_DEEDS = frozenset(_DEEDS_LIST.split())
_OF_ERAS = frozenset(("元年", "年間"))
_LONGEST, _LISTED = 24, 10  # words of a name at most, of one on the list
_BEHIND = frozenset(
    ["さん", "様", "殿", "側", "等", "など", "内", "宛", "向け", "製", "系", "分", "発", "経由", "所有", "株"]
)
_PREFIXES = frozenset({"JA", "ＪＡ"})
_HOUSES_LIST = "ホテル 旅館 民宿 ペンション 割烹 料亭 喫茶 カフェ ビストロ スナック 居酒屋 リストランテ 食堂"
_HOUSES = frozenset(_HOUSES_LIST.split())
_KANA_HOUSE = pattern(
    r"(?:喫茶|レストラン|カフェ|食堂|旅館|民宿|割烹|居酒屋|スナック|美容室)(?![をはがのにでもとへや]|など|より|から|まで|だけ|ほど|ばかり|こそ|さえ|ごと|らしい|みたい|くらい|ぐらい|です|だ|する|さん)[ぁ-んー]{2,7}?(?=[はがのをにで、。]|から|より|$)"
)
_HOUSE_ENDS = frozenset("荘亭館屋庵軒閣苑園路楼")


def firms(text: ReadText, known: Set[str]) -> Iterator[PrivateSpan]:
    """Each firm that a text names by form, by kind or by a name of the list. `known`: names without legal form, under NFKC."""
    runs = _names(text)
    for finder in (
        _by_form(text),
        _by_kind(text, runs),
        _by_prefix(runs),
        _by_house(text),
        _by_list(text, runs, known),
        _by_work(text),
    ):
        for start, end in finder:
            yield PrivateSpan(start, end, PrivateKind.FIRM)


def firms_by_context(text: ReadText) -> Iterator[PrivateSpan]:
    """Each proper noun that seems to name a firm: surer things are to be looked for before."""
    runs = _names(text)
    for start, end in _by_dictionary(text, runs):
        yield PrivateSpan(start, end, PrivateKind.FIRM)


def _names(text: ReadText) -> list[list[Word]]:
    return [piece for run in noun_runs(text.words) for piece in name_parts(run)]


def _can_tell(heads: Run) -> bool:
    """Whether one of these words tells a firm from others: a proper noun, one that no dictionary has, two single kanji in a row."""
    singles = [_is_single(word) for word in heads]
    return any(map(_is_name, heads)) or any(one and other for one, other in pairwise(singles))


def _is_name(word: Word) -> bool:
    if word.surface in GENERIC or word.surface in LINKS or word.pos[1] == "数詞":
        return False
    return word.pos[1] == "固有名詞" or not word.known or is_native(word)


def _is_single(word: Word) -> bool:
    return (
        word.pos[0] in ("名詞", "接頭辞") and KANJI.fullmatch(word.surface) is not None and word.surface not in GENERIC
    )


# ---- ways to know a firm


def _by_form(text: ReadText) -> Iterator[tuple[int, int]]:
    """凪浜精機株式会社, ㈱凪浜精機: the run before the legal form, else the one behind it."""
    for match in _FORM.finditer(text.text):
        before = _before(text.words, match.start())
        if before:
            yield before[0].start, match.end()
        elif behind := _behind(text, match.end()):
            yield match.start(), behind[-1].end


def _by_work(text: ReadText) -> Iterator[tuple[int, int]]:
    """帝都ホテルに勤務: a house by its kind, where somebody works."""
    yield from (match.span() for match in _WORKPLACE.finditer(text.text))


def _before(found: Run, end: int) -> list[Word]:
    run: list[Word] = []
    for word in reversed([w for w in found if w.start < end]):
        if word.end > end or word.end < (run[0].start if run else end) or not is_part(word):
            break
        run.insert(0, word)
    parts = list(name_parts(run))
    return parts[-1] if parts and parts[-1][-1].end == end else []


def _behind(text: ReadText, start: int) -> list[Word]:
    start += len(text.text[start:]) - len(text.text[start:].lstrip(" 　"))
    run = next((run for run in noun_runs([w for w in text.words if w.start >= start])), [])
    name = next(name_parts(run), []) if run and run[0].start == start else []
    counted = next(
        (place for place, word in enumerate(name) if word.surface.isdigit() and place and place + 1 < len(name)),
        len(name),
    )
    name = name[:counted]
    while len(name) > 1 and name[-1].surface in _DEEDS:
        name = name[:-1]
    return name


def _by_kind(text: ReadText, runs: Sequence[Run]) -> Iterator[tuple[int, int]]:
    """潮見銀行, 松江電燈, フェンダー社: the longest beginning of a run that ends with the kind of a firm."""
    for run in runs:
        for count in range(min(len(run), _LONGEST), 0, -1):
            follower = run[count] if count < len(run) else None
            if not _goes_on(follower) and _ends_with_kind(text.text, run[:count]):
                yield run[0].start, run[count - 1].end
                break


def _goes_on(follower: Word | None) -> bool:
    """Whether the compound goes on, so that the kind is not its end (銀行|員, 産業|用)."""
    return follower is not None and follower.pos[0] == "接尾辞" and follower.surface not in _BEHIND


def _ends_with_kind(text: str, run: Run) -> bool:
    start, name = run[0].start, same_width(text[run[0].start : run[-1].end])
    if names_no_firm(name):
        return False
    if LATIN_KIND.search(name):
        return len(run) > 1 and is_latin(run[0])
    kind = KIND.search(name)
    if not kind or kind.start() < 1 + (len(kind.group()) > 1):
        return False
    heads = [word for word in run if word.start < start + kind.start()]
    strong = STRONG_KIND.search(name) is not None
    if heads[-1].end > start + kind.start() and heads[-1].known and not _is_proper(heads[-1]):
        if (strong and _is_name_in_one(heads[-1], kind.group())) or _is_name_with_kind(heads[-1], kind.group()):
            return True
        heads = heads[:-1]  # of 会計事務所 the whole is the kind; 有価証券 and 名古屋 alone are no firms
    if not heads or heads[-1].pos[1] == "数詞":
        return False
    if kind.group().endswith("会社"):
        return heads[-1].pos[1] == "固有名詞"  # 東インド会社; 製靴会社 is one of many
    if _can_tell(heads) or (strong and any(map(_may_name, heads))):
        return True
    foreign = (word.surface for word in heads if KATAKANA.fullmatch(word.surface))
    joined = heads[-1].surface in LINKS and any(word not in GENERIC for word in foreign)
    return joined or all(_HIRAGANA.fullmatch(word.surface) and word.pos[0] == "名詞" for word in heads)


def _may_name(word: Word) -> bool:
    """A common word that can be the name before a strong kind: 太陽, 東洋, ユナイテッド."""
    if word.surface in GENERIC or word.pos[0] != "名詞" or word.pos[1] != "普通名詞" or len(word.surface) < 2:
        return False
    return word.pos[2] == "一般" or KATAKANA.fullmatch(word.surface) is not None or is_latin(word)


def _is_name_in_one(word: Word, kind: str) -> bool:
    """Whether a word that ends with a kind holds a name before it: 上智大学, キングレコード; not 有価証券, 通信社."""
    name = word.surface.removesuffix(kind)
    in_katakana = KATAKANA.fullmatch(word.surface) is not None
    return name not in GENERIC and len(name) > 1 and (in_katakana or kind in ("大学", "銀行", "新聞", "航空"))


def _is_name_with_kind(word: Word, kind: str) -> bool:
    """Whether katakana that ends with a kind begins with a name of somebody or some place (ヤマダマシナリー, アルプスシステム)."""
    head = words(word.surface.removesuffix(kind)) if KATAKANA.fullmatch(word.surface) and len(kind) > 2 else ()
    return bool(head) and head[0].pos[1] == "固有名詞" and head[0].surface not in GENERIC


def _by_house(text: ReadText) -> Iterator[tuple[int, int]]:
    """ホテル信濃路, 旅館 山水荘, 喫茶ひなげし: the kind of house before its name."""
    yield from (match.span() for match in _KANA_HOUSE.finditer(text.text))
    for place, word in enumerate(text.words[:-1]):
        name = text.words[place + 1]
        gap = text.text[word.end : name.start]
        if word.surface not in _HOUSES or gap.strip() or name.pos[0] != "名詞" or name.surface in GENERIC:
            continue
        tail = next((w for w in text.words[place + 2 : place + 3] if w.start == name.end), None)
        ends = tail is not None and tail.surface in _HOUSE_ENDS
        if ends or (not gap and name.pos[1] == "固有名詞" and not (tail and TITLE.fullmatch(tail.surface))):
            yield word.start, tail.end if tail is not None and ends else name.end


def _by_prefix(runs: Sequence[Run]) -> Iterator[tuple[int, int]]:
    """JAさやま, JAバンク長野: the run behind what only firms begin with."""
    for run in runs:
        place = next((place for place, word in enumerate(run[:-1]) if word.surface in _PREFIXES), None)
        if place is not None:
            yield run[place].start, run[-1].end


def _by_list(text: ReadText, runs: Sequence[Run], known: Set[str]) -> Iterator[tuple[int, int]]:
    """Names of the list, where words begin and end with them."""
    for run in runs:
        place = 0
        while place < len(run):
            ends = (
                n for n in range(min(len(run), place + _LISTED), place, -1) if _key(text.text, run[place:n]) in known
            )
            end = next(ends, 0)
            if end:
                yield run[place].start, run[end - 1].end
            place = end or place + 1


def _key(text: str, run: Run) -> str:
    return unicodedata.normalize("NFKC", text[run[0].start : run[-1].end])


def _by_dictionary(text: ReadText, runs: Sequence[Run]) -> Iterator[tuple[int, int]]:
    """Proper nouns that are neither person nor place nor another thing by their end; others where the sentence tells of a firm."""
    for run in runs:
        for word, follower in zip(run, [*run[1:], None], strict=True):
            if _is_proper(word) and not _makes_another_thing(word, follower):
                yield word.start, word.end
        if _is_told_of(text.text, run):
            yield run[0].start, run[-1].end


def _is_proper(word: Word) -> bool:
    """Whether the dictionary knows a proper noun that is no mere compound (建設機械 is one, 凸版印刷 is not)."""
    return (
        word.pos[1:3] == ("固有名詞", "一般")
        and len(word.surface) > 1
        and word.surface not in BUSINESS_WORDS
        and not is_common_compound(word.surface)
        and not names_no_firm(word.surface)
    )


def _makes_another_thing(word: Word, follower: Word | None) -> bool:
    """Whether it is a station, an era before its year, or another thing by its end or by what follows (ポンド|紙幣, 昭和|58)."""
    if follower is not None and len(word.surface) == 2 and (follower.pos[1] == "数詞" or follower.surface in _OF_ERAS):
        return True
    counted = follower.surface if follower is not None and follower.pos[0] == "接尾辞" else ""
    return names_another_thing(word.surface) or names_another_thing(word.surface + counted)


def _is_told_of(text: str, run: Run) -> bool:
    last, name = run[-1], text[run[0].start : run[-1].end]
    if names_another_thing(name) or len(name) < 2 or last.pos[2] in ("人名", "地名") or len(run) > 5:
        return False
    foreign = KATAKANA.fullmatch(last.surface) or is_latin(last)
    return (not last.known or bool(foreign and len(run) > 2)) and told_of_firm(text, run[0].start, last.end)
