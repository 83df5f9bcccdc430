"""Runs of nouns in a text, and the parts of them that can be a name: cut at titles and dates, without what only stands before a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bankrm.drafting.privacy.firm_words import LEADS
from bankrm.language.titles import TITLE
from bankrm.language.words import Word

LINKS = frozenset("・･&＆-‐－=＝’'.．+＋")
_TIMES_WORDS = "年 月 日 時 分 回 年度 年代 世紀 歳 人 名 件 台 億 万 円 周年"
_TIMES = frozenset(_TIMES_WORDS.split())
Run = Sequence[Word]


def noun_runs(found: Run) -> Iterator[list[Word]]:
    """Unbroken runs of nouns and links; between Latin words a space breaks none."""
    run: list[Word] = []
    for word in found:
        joined = bool(run) and (run[-1].end == word.start or (is_latin(run[-1]) and is_latin(word)))
        if is_part(word) and (joined or not run):
            run.append(word)
            continue
        if run:
            yield run
        run = [word] if is_part(word) else []
    if run:
        yield run


def is_latin(word: Word) -> bool:
    """Whether it begins with a Latin letter of half width."""
    return word.surface[0].isascii() and word.surface[0].isalpha()


def is_part(word: Word) -> bool:
    """Whether a name may go on with it: nouns, what is joined to them, and links."""
    return word.surface in LINKS or word.pos[0] in ("名詞", "接頭辞", "接尾辞", "形状詞")


def name_parts(run: Run) -> Iterator[list[Word]]:
    """The run cut at titles and dates, each part without what only stands before a name."""
    part: list[Word] = []
    for word in run:
        if TITLE.fullmatch(word.surface) or word.surface in _TIMES or (word.surface in LINKS and _counted(part)):
            yield from _stripped(part)
            part = []
        else:
            part.append(word)
    yield from _stripped(part)


def _counted(part: Run) -> bool:
    """Whether it ends with a number and what it counts (6割|・|潮路工業㈱)."""
    return len(part) > 1 and part[-2].pos[1] == "数詞" and part[-1].pos[1] != "固有名詞"


def _stripped(part: list[Word]) -> Iterator[list[Word]]:
    last_lead = max((i for i, word in enumerate(part[:-1]) if word.surface in LEADS), default=-1)
    if last_lead > 0 and part[last_lead].pos[0] == "接尾辞":
        yield from _stripped(part[:last_lead])  # 潮見電機|系|部品会社
    kept = part[last_lead + 1 :]
    while kept and (kept[0].surface in LINKS or kept[0].pos[2] == "副詞可能" or kept[0].pos[0] == "接尾辞"):
        kept = kept[1:]
    while kept and kept[-1].surface in LINKS:
        kept = kept[:-1]
    if kept:
        yield kept
