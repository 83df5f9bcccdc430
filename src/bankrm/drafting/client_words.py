"""What a paper for the client says of itself: its number, how long it holds, and in plain words what it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta

from bankrm.domain.drafts import Draft
from bankrm.domain.evidence import Evidence, OriginType
from bankrm.domain.recipes import DocumentKindName, StatementKind
from bankrm.language.formatting import closing_period, full_date, month_day
from bankrm.language.patterns import pattern

HOLDS_FOR = timedelta(days=90)
_LETTERS = {DocumentKindName.DISCUSSION_SHEET: "DS", DocumentKindName.FOLLOW_UP_MAIL: "FM"}
_PERSON = pattern(
    r"[一-龥々ヶぁ-ゖァ-ヺー]{1,4}[ 　][一-龥々ヶぁ-ゖァ-ヺー]{1,4}"
)  # surname and name, as a master has them
_CLOSING = (StatementKind.PROPOSAL, StatementKind.CAUTION)  # ways, loans that fall due, and the days that close them
_DEADLINE = pattern(r"[(は](?:\d{4}年)?(\d{1,2})月(\d{1,2})日")
_TITLE = pattern(r"「(.+?)」")
_PERIOD = pattern(r"計算\((\d+年\d+月期)\)")


def document_number(draft: Draft, day: date) -> str:
    """文書管理番号: DS-20261124-3F2A9C81; the same for the same revision, and no name or number of a client in it."""
    return f"{_LETTERS[draft.kind]}-{day:%Y%m%d}-{draft.id.replace('-', '')[-8:].upper()}"


def to_firm(name: str) -> str:
    """How a client is addressed where no person is named: a firm, also one under a shop's name, as 御中; 様 belongs to persons."""
    return f"{name}　{'様' if _PERSON.fullmatch(name) else '御中'}"


def valid_until(draft: Draft, day: date) -> date:
    """有効期限: what is told of a talk, of prices and days, is not handed on for long; no longer than to the first 期日 or 締切 in it."""
    told = (s.text for s in draft.statements if s.kind in _CLOSING)
    named = (_next(int(month), int(on), day) for text in told for month, on in _DEADLINE.findall(text))
    return min((*filter(None, named), day + HOLDS_FOR))


def _next(month: int, on: int, day: date) -> date | None:
    """The next such day from `day` on; None for one that no calendar has."""
    for year in (day.year, day.year + 1):
        with suppress(ValueError):
            if (one := date(year, month, on)) >= day:
                return one
    return None


def plain_sources(draft: Draft) -> str:
    """7月8日・10月2日のお話、2026年3月期の決算書、「省力化設備の補助金のご案内」."""
    cited = {key for statement in draft.statements for key in statement.citations}
    pieces = [piece for key, piece in draft.pack if key in cited]
    talks = sorted({p.origin.date for p in pieces if p.origin.type is OriginType.INTERACTION and p.origin.date})
    told = "・".join(month_day(on) if on.year == draft.day.year else full_date(on) for on in talks)
    papers = dict.fromkeys(name for piece in pieces for name in _papers(piece))
    return "、".join(filter(None, (f"{told}のお話" if told else "", *papers)))


def _papers(piece: Evidence) -> Iterator[str]:
    match piece.origin.type:
        case OriginType.ACCOUNTS if piece.origin.date:
            yield f"{closing_period(piece.origin.date)}の決算書"
        case OriginType.FIGURE:
            yield from (f"{period}の決算書" for period in _PERIOD.findall(piece.text))
        case OriginType.PASSAGE:
            yield from (f"「{title}」" for title in _TITLE.findall(piece.text.partition(": ")[0]))
