"""Promises of both sides as one says them to the client: ours as what we will do, theirs as what we look forward to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bankrm.domain.observations import Code, Observation
from bankrm.drafting.template.client_desk import ClientDesk
from bankrm.drafting.template.seeds import remade

_DOING = {
    "お渡しした": "お渡しします", "お送りした": "お送りします", "回答した": "ご回答します", "説明した": "ご説明します", "報告した": "ご報告します",
    "連絡した": "ご連絡します", "紹介した": "ご紹介します", "案内した": "ご案内します", "取り寄せた": "取り寄せます",
}  # fmt: skip


def pledged(desk: ClientDesk, o: Observation, read_on: date) -> str:
    """What we owe, as one reads it on a day: 本部の担当者が同席できる日を、11月20日までにご連絡します; with an apology where its day has passed,
    and without one where it only will have: nobody knows yet."""
    doing = _DOING.get(str(o.values["deed"]), "ご用意します")
    due, thing = o.values.get("due"), o.subject
    for deed in ("回答", "説明", "報告", "連絡"):  # 寮が対象かの回答をご回答します
        thing = thing.removesuffix(f"の{deed}") if deed in doing else thing
    if not isinstance(due, date):
        return f"{thing}を{doing}"
    if due < desk.today:
        return f"{thing}は、お約束の{desk.due(due)}を過ぎており申し訳ございませんが、用意ができしだい{doing}"
    if due < read_on:
        return f"{thing}(お約束の期限: {desk.by(o)})を{doing}"
    return f"{thing}を、{desk.by(o)}までに{doing}"


def asked_for(desk: ClientDesk, o: Observation, read_on: date) -> str:
    """What they owe, as they read it on a day; never as a reproach: 見積書の更新版は、ご用意ができましたらお知らせください(10月31日までとのお話でした)."""
    due = o.values.get("due")
    if not isinstance(due, date):
        return f"{o.subject}のご用意をお願いいたします"
    if due < read_on:
        return f"{o.subject}は、ご用意ができましたらお知らせください({desk.due(due)}までとのお話でした)"
    return f"{o.subject}を、{desk.by(o)}までにお願いいたします"


def made_anew(desk: ClientDesk) -> Iterator[tuple[Observation, Observation]]:
    """What we calculated and calculate anew once a paper of theirs is here: that paper, and ours; both known to all."""
    known = desk.promised(Code.COUNTERPART_OVERDUE, Code.COUNTERPART_OPEN, Code.PROMISE_LATE, Code.PROMISE_KEPT)
    yield from ((basis, made) for basis, made in remade(desk) if basis in known and made in known)
