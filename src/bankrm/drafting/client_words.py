"""What a paper for the client says of itself: its number, how long it holds, and in plain words what it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from bankrm.domain.drafts import Draft
from bankrm.domain.evidence import Evidence, OriginType
from bankrm.domain.recipes import DocumentKindName
from bankrm.language.formatting import closing_period, full_date, month_day

HOLDS_FOR = timedelta(days=90)
_LETTERS = {DocumentKindName.DISCUSSION_SHEET: "DS", DocumentKindName.FOLLOW_UP_MAIL: "FM"}
_TITLE = re.compile(r"「(.+?)」")
_PERIOD = re.compile(r"計算\((\d+年\d+月期)\)")


def document_number(draft: Draft, day: date) -> str:
    """文書管理番号: DS-20261124-3F2A9C81; the same for the same revision, and no name or number of a client in it."""
    return f"{_LETTERS[draft.kind]}-{day:%Y%m%d}-{draft.id.replace('-', '')[-8:].upper()}"


def valid_until(day: date) -> date:
    """有効期限: what is told of a talk, of prices and days, is not handed on for long."""
    return day + HOLDS_FOR


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
