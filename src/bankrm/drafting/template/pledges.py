"""Promises of both sides as one says them to the client: ours as what we will do, theirs as what we look forward to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from bankrm.domain.observations import Code, Observation
from bankrm.drafting.template.client_desk import ClientDesk
from bankrm.drafting.template.seeds import remade
from bankrm.language.patterns import pattern

_DOING = {
    "お渡しした": "お渡しします", "お送りした": "お送りします", "回答した": "ご回答します", "説明した": "ご説明します", "報告した": "ご報告します",
    "連絡した": "ご連絡します", "紹介した": "ご紹介します", "案内した": "ご案内します", "取り寄せた": "取り寄せます",
}  # fmt: skip

_DEAL_WORDS = pattern(
    r"短期継続|折り?返し|極度|手貸|証貸|当貸|単名|継続|ころがし|プロパー|マル保|更改|稟議|ロールオーバー"
)
_FRAME = pattern(r"極度|短期継続|当貸|枠")
_UNDER_WAY = pattern(r"段階 [^ ]*(?:手続中|手続き中|申込済|申込受付|審査中)")
_MONTH = pattern(r"月(末|中)")
_SUM = pattern(r"[\d,.]+(?:億|万|百万)[\d,億万円]*円")


def pledged(desk: ClientDesk, o: Observation, read_on: date, met: date | None) -> str:
    """What we owe, as one reads it on a day: 本部の担当者が同席できる日を、11月20日までにご連絡します; where its day has passed with an apology,
    and when we tell how it stands (`met`: when we meet); without one where it only will have passed: nobody knows yet."""
    doing = _DOING.get(str(o.values["deed"]), "ご用意します")
    due, thing = o.values.get("due"), o.subject
    for deed in ("回答", "説明", "報告", "連絡"):  # 寮が対象かの回答をご回答します
        thing = thing.removesuffix(f"の{deed}") if deed in doing else thing
    if not isinstance(due, date):
        return f"{thing}を{doing}"
    if due < desk.today:
        deed, day = doing.removesuffix("します").removesuffix("ます"), f"{desk.due(met)}に" if met else "改めて、"
        return f"{thing}の{deed}が遅れており、誠に申し訳ございません。{day}進み具合と{deed}の時期をご報告します"
    if due < read_on:
        return f"{thing}(お約束の期限: {desk.by(o)})を{doing}"
    return f"{thing}を、{desk.by(o)}までに{doing}"


def asked_for(desk: ClientDesk, o: Observation, read_on: date) -> str:
    """What they owe, as they read it on a day; never as a reproach: 見積書の更新版は、10月末ごろと伺っておりました。ご用意ができましたらお送りください."""
    due = o.values.get("due")
    if not isinstance(due, date):
        return f"{o.subject}のご用意をお願いいたします"
    if due < read_on:
        deed = "お送り" if o.values["deed"] == "受け取った" else "お知らせ"
        told = _of_month(o, due).replace("末まで", "末ごろ") or f"{desk.due(due)}まで"
        return f"{o.subject}は、{told}と伺っておりました。ご用意ができましたら{deed}ください"
    return f"{o.subject}を、{_of_month(o, due) or f'{desk.by(o)}まで'}にお願いいたします"


def _of_month(o: Observation, due: date) -> str:
    """10月末まで, 10月中 where the day was told so, for its last day would say more than they did; else nothing."""
    found = (_MONTH.search(e.body.partition("(期限")[0]) for e in o.evidence)
    word = next((match[1] for match in found if match), "") if (due + timedelta(1)).day == 1 else ""
    return f"{due.month}月{'末まで' if word == '末' else word}" if word else ""


def loan_words(subject: str) -> str:
    """A loan that falls due without the bank's own word for the deal: 短期継続（極度3,000万円）の期日 → 短期のお借入枠(3,000万円)."""
    loan = subject.removesuffix("の期日")
    if not _DEAL_WORDS.search(loan):
        return loan
    total = _SUM.search(loan)
    kind = "短期のお借入枠" if _FRAME.search(loan) else "お借入"
    return f"{kind}({total[0]})" if total else kind


def unpromised(maturity: Observation, by: str) -> str:
    """What it takes to go on with a loan of ours that falls due, never so that it sounds promised."""
    way = "延長" if maturity.values.get("receipt_late") else "更新"
    if any(_UNDER_WAY.search(e.body) for e in maturity.all_evidence):
        return f"{way}のお手続きを進めております。所定の審査があり、結果はお約束できません。"
    return f"{way}には{by}までのお申込みと所定の審査が必要で、結果はお約束できません。"


def made_anew(desk: ClientDesk) -> Iterator[tuple[Observation, Observation]]:
    """What we calculated and calculate anew once a paper of theirs is here: that paper, and ours; both known to all."""
    known = desk.promised(Code.COUNTERPART_OVERDUE, Code.COUNTERPART_OPEN, Code.PROMISE_LATE, Code.PROMISE_KEPT)
    yield from ((basis, made) for basis, made in remade(desk) if basis in known and made in known)
