"""Text of documents, page by page: lines joined to the paragraphs they were, cut into passages that can be quoted."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bankrm.application.ports.readers import Finding
from bankrm.domain.documents import Passage
from bankrm.language.radicals import RADICALS
from bankrm.language.sentences import sentences

_LONGEST = 200
_NARROWEST = 36  # columns of a full line: on a page of short lines none is full
_SHORTEST = 4  # letters; less is a page number or a mark
_CJK = "\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff60"
_SENTENCE_END = re.compile(r"[。．！？!?：:；;]$")
_BRACKET_END = re.compile(r"[）)」』】〕］\]…]$")
_ITEM = re.compile(
    r"[・●○◎■□◆◇▲△▼▽※★☆►▶•‣⁃–—*＊✓→⇒【〔［]|[-−] |(?<![0-9０-９])[0-9０-９]+[.．)）、](?![0-9０-９])|[①-⑳㈠-㈩ⅰ-ⅿⅠ-Ⅻ]"
    r"|第 ?[0-9０-９一二三四五六七八九十百]+ ?[条章節項編]|[ア-ンa-zA-Z][.．)）]|[^\s、。]{1,12}[：:]"
)
_BRACKET_OR_NUMBER = re.compile(r"[「『（(\[]|[0-9０-９]+[ 　]")
_CONTINUES = re.compile(r"(?:[、,，をはがのにでともへやてり]|から|まで|より|など|および|及び|又は|または|並びに)$")
_PAGE_NUMBER = re.compile(r"[-－‐– ]*(?:[0-9０-９]{1,4}|[ivxIVX]{1,6})[-－‐– ]*(?:/ ?[0-9]+)?")
_LETTER = re.compile(r"[^\W_]")
_SPACED_OUT = re.compile(rf"(?:[{_CJK}] ){{2,}}[{_CJK}]")
_LOOSE_NUMBER = re.compile(
    r"(?<=[0-9０-９]) (?=[年月日時分秒円％%名社件人回歳期条項号か箇ヶカ万億千百])|(?<=[年月第約])(?<![0-9０-９]) (?=[0-9０-９])"
)
"""The gap that typesetting leaves between digits and the words around them (令和４年 11 月)."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page with its text as stored; `number` is None where the format has no pages.

    `problem` is the reason code why nothing of it may be cited, empty where it is readable.
    """

    number: int | None
    text: str
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Extracted:
    """What a document's reader found: pages, a title that the file itself claims, its day, and what to tell."""

    pages: tuple[Page, ...]
    title: str = ""
    issued: date | None = None
    warnings: tuple[Finding, ...] = ()


def tidy_pages(pages: Sequence[Page]) -> tuple[Page, ...]:
    """Raw text of printed pages as it is stored: running heads and page numbers cut, wrapped lines joined, radicals replaced."""
    running = _running_lines(pages)
    return tuple(replace(page, text=_paragraphs(_without_running(page, running))) for page in pages)


def passages(page: Page) -> Iterator[Passage]:
    """Pieces of at most 200 characters, cut at sentence ends (inside a longer sentence at 、); spans count in the page's text."""
    if page.problem:
        return
    for start, end in _pieces(page.text):
        text = page.text[start:end]
        if len(_LETTER.findall(text)) >= _SHORTEST:
            yield Passage(text, page.number, (start, end))


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Sentences of one line put together up to the limit."""
    open_start = open_end = 0
    for start, end in (part for span in sentences(text) for part in _short_enough(text, *span)):
        same_line = open_end > open_start and "\n" not in text[open_end:start]
        if same_line and end - open_start <= _LONGEST:
            open_end = end
            continue
        if open_end > open_start:
            yield open_start, open_end
        open_start, open_end = start, end
    if open_end > open_start:
        yield open_start, open_end


def _short_enough(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST:
        comma = max(text.rfind(mark, start + _LONGEST // 2, start + _LONGEST) for mark in "、，,\n ")
        cut = comma + 1 if comma > 0 else start + _LONGEST
        yield start, cut
        start = cut
    yield start, end


def _plain(line: str, page: int) -> str:
    """A line for comparison between pages: numbers as their distance from the page's, no spaces."""
    bare = re.sub(r"[ivxlcIVXLC]+$", "#", re.sub(r"\s+", "", line))
    return re.sub(r"(?<![/0-9])[0-9０-９]{1,4}", lambda match: f"#{int(match.group()) - page}", bare)


def _running_lines(pages: Sequence[Page]) -> frozenset[str]:
    """First and last lines that at least three pages, and a third of them, share but for the page's number."""
    counts: Counter[str] = Counter()
    for page in pages:
        lines = page.text.split("\n")
        counts.update({_plain(lines[place], page.number or 0) for place in _edges(lines)})
    needed = max(3, len(pages) // 3)
    return frozenset(line for line, count in counts.items() if count >= needed)


def _edges(lines: Sequence[str]) -> frozenset[int]:
    """Where the first two lines and the last one stand."""
    filled = [place for place, line in enumerate(lines) if line.strip()]
    return frozenset({*filled[:2], *filled[-1:]})


def _without_running(page: Page, running: frozenset[str]) -> list[str]:
    lines = page.text.split("\n")
    edges = _edges(lines)
    return [
        ""
        if place in edges and (_plain(line, page.number or 0) in running or _PAGE_NUMBER.fullmatch(line.strip()))
        else line.rstrip()
        for place, line in enumerate(lines)
    ]


def _paragraphs(lines: Sequence[str]) -> str:
    widths = sorted(_width(line) for line in lines if line.strip())
    full = max(widths[len(widths) * 9 // 10], _NARROWEST) if widths else 0
    joined: list[str] = []
    last = ""  # the last line as it stood on paper
    for line in map(_evened, lines):
        if _goes_on(last, line, full):
            glue = " " if last[-1].isascii() and line[0].isascii() else ""
            joined[-1] += glue + line
        else:
            joined.append(line)
        last = line
    return re.sub(r"\n{3,}", "\n\n", "\n".join(joined)).strip("\n")


def _evened(line: str) -> str:
    """A line without padding, letterspacing and radicals."""
    line = _LOOSE_NUMBER.sub("", line.strip().translate(RADICALS))
    return _SPACED_OUT.sub(lambda match: match.group().replace(" ", ""), line)


def _goes_on(last: str, line: str, full: int) -> bool:
    """Whether a line break was only the end of the paper: after a full line, or where no sentence can end."""
    if not last or not line or _SENTENCE_END.search(last) or _ITEM.match(line):
        return False
    if _width(last) >= full * 0.85:
        return True
    loose = _BRACKET_END.search(last) or _BRACKET_OR_NUMBER.match(line)
    return bool(_CONTINUES.search(last)) and not loose and _width(last) >= full * 0.5


def _width(line: str) -> int:
    """Columns on paper: wide characters count two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in line.strip())
