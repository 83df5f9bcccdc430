"""What 今日 shows, with valid values: rows, cards, a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from bankrm.application.queries.day import Day, DayCount, Missing, PackState, Unrecorded, VisitCard
from bankrm.application.queries.promises import PromiseList, PromiseRow
from bankrm.application.queries.set_glance import SetGlance
from bankrm.domain.clients import ClientKey
from bankrm.domain.closings import OpenPromise
from bankrm.domain.due import Due, DueState
from bankrm.domain.interactions import Party
from bankrm.domain.visits import Visit

FRIDAY, TUESDAY = date(2026, 11, 20), date(2026, 11, 24)
KEY = ClientKey("012", "0012345")
TOKYO = ZoneInfo("Asia/Tokyo")
LONG = "株式会社とても長い名前のしおはら総合金属加工ホールディングス"


def a_promise(thing: str = "返済計画の案", due: date | None = date(2026, 11, 13), doubt: str = "") -> OpenPromise:
    return OpenPromise(KEY, "R-1", date(2026, 10, 6), Party.BANK, f"{thing}を持参", thing, due, doubt)


def a_row(thing: str = "返済計画の案", name: str = "凪浜精機株式会社", doubt: str = "") -> PromiseRow:
    return PromiseRow(a_promise(thing, doubt=doubt), name, Due(DueState.OVERDUE, 7))


def promises(*rows: PromiseRow, pressing: int | None = None, others: int = 0, unread: int = 0) -> PromiseList:
    return PromiseList(rows, len(rows) if pressing is None else pressing, others, unread)


def a_pack(questioned: int = 0, changes: tuple[str, ...] = ()) -> SetGlance:
    headlines = ("設備更新の時期が割れている。", "見積書は24日超過・受領の記録なし。", "冒頭で一言おわびする。")
    return SetGlance(headlines, changes, 21, questioned, datetime(2026, 11, 20, 0, 12, tzinfo=UTC), "template")


def a_card(
    ref: str = "V-1", hour: int = 14, state: PackState = PackState.READY, name: str = "凪浜精機株式会社"
) -> VisitCard:
    visit = Visit(ref, KEY, datetime(2026, 11, 20, hour, tzinfo=TOKYO), ("田辺社長", "佐伯経理部長"))
    pack = a_pack() if state in (PackState.READY, PackState.WRITING) else None
    missing = (Missing.INTERACTIONS,) if state is PackState.NEEDS_DATA else ()
    return VisitCard(visit, name, "ナギハマセイキカブシキガイシャ", state, missing, 1, 2, pack)


def a_day(*cards: VisitCard, day: date = FRIDAY, unrecorded: int = 0) -> Day:
    ahead = (DayCount(FRIDAY, len(cards)), DayCount(TUESDAY, 5))
    missed = tuple(Unrecorded(replace(a_card().visit, ref=f"U-{n}"), "葦切運輸有限会社") for n in range(unrecorded))
    return Day(day, cards, ahead, missed, False, 0)
