"""A store as large as a branch's: 500 clients with 100 interactions each, for measuring only.

`python -m bench.large_store FOLDER [clients] [interactions]` makes one, with its passphrase in FOLDER/passphrase; a folder that
holds one already is left as it is. The same seed gives the same records.
"""

from __future__ import annotations

import itertools
import random
import secrets
import sys
import time
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bankrm.application.ports.records import Source
from bankrm.bootstrap import Program
from bankrm.domain.business import Account, Deal, FinancialStatement, HostFigures, HostItem, OtherBankLoan
from bankrm.domain.clients import Client, ClientKey, Contact
from bankrm.domain.documents import Document, DocumentKind, Passage
from bankrm.domain.dossier import Record
from bankrm.domain.interactions import Interaction
from bankrm.domain.visits import Visit
from bench.bank_text import BANKS, CAUSES, MATTERS, PLACES, STEMS, SURNAMES, THINGS, TRADES, VERBS, one

TODAY = date(2026, 11, 20)
CLIENTS, TALKS = 500, 100
MILLION = 1_000_000
_BRANCHES = ("012", "025", "031")
_POSTS = ("代表取締役社長", "取締役経理部長", "工場長", "総務課長", "専務取締役")
_SPOKEN = ("社長", "経理部長", "工場長", "総務課長", "専務")
_GIVEN = "一郎 好美 達也 直子 隆 美穂 健 千春 誠 由紀"
_INDUSTRIES = (
    "金属加工業 水産加工業 建設業 旅館業 運送業 卸売業 小売業 印刷業 介護事業 農業 酒類製造業 木材業 情報サービス業"
)
_READINGS = "アオバ シラナミ ミドリノ アサギリ ハナゾノ オオワダ タカサゴ ワカタケ チトセ ミョウジョウ ヒダカ キリシマ ヤマブキ フジナミ イワト マツカゼ ユキシロ カスガ"
_TOKYO = ZoneInfo("Asia/Tokyo")


def records(clients: int = CLIENTS, talks: int = TALKS, seed: int = 20261120) -> Iterator[Record]:
    """Everything of that many clients, each with so many interactions in the five years before TODAY."""
    firms = itertools.islice(itertools.cycle(itertools.product(STEMS.split(), TRADES.split())), clients)
    for number, (stem, trade) in enumerate(firms):
        yield from _Firm(number, stem, trade, random.Random(f"{seed}/{number}")).records(talks)


class _Firm:
    """One client: all that is recorded of it."""

    def __init__(self, number: int, stem: str, trade: str, rng: random.Random) -> None:
        self._rng, self._number = rng, number
        self.key = ClientKey(_BRANCHES[number % len(_BRANCHES)], f"{30_000 + number * 7:07}")
        turn = number // (len(STEMS.split()) * len(TRADES.split()))
        self._name = f"{stem}{trade}{'第' + '一二三四五'[turn - 1] if turn else ''}株式会社"
        self._reading = dict(zip(STEMS.split(), _READINGS.split(), strict=True))[stem]
        self._surnames = rng.sample(SURNAMES.split(), len(_POSTS))
        self._scale = rng.randint(2, 40) * 50  # sales in millions of yen

    def records(self, talks: int) -> Iterator[Record]:
        yield Client(
            self.key, self._name, self._reading, industry=one(self._rng, _INDUSTRIES), address="某県某市本町一丁目",
            representative=f"{self._surnames[0]} 一郎", founded="昭和52年", business="製造・販売", in_charge="堀江", as_of=TODAY,
        )  # fmt: skip
        for surname, post in zip(self._surnames, _POSTS, strict=True):
            yield Contact(self.key, f"{surname} {one(self._rng, _GIVEN)}", post, decides=post == _POSTS[0])
        yield from self._business()
        days = sorted(TODAY - timedelta(self._rng.randint(1, 1825)) for _ in range(talks))
        yield from (self._talk(place, day) for place, day in enumerate(days))
        yield from (self._document(place) for place in range(3))
        if self._number % 25 == 0:
            start = datetime(2026, 11, 24, 9 + self._number // 25 % 8, tzinfo=_TOKYO)
            yield Visit(f"V-{self._number}", self.key, start, (self._person(0),), f"{one(self._rng, MATTERS)}の相談")

    def _person(self, place: int) -> str:
        return self._surnames[place] + _SPOKEN[place]

    def _business(self) -> Iterator[Record]:
        rng = self._rng
        for as_of in (date(2026, 3, 31), TODAY):
            loans = rng.randint(1, 40) * 5 * MILLION
            items = {HostItem.LOANS: loans, HostItem.GUARANTEED_LOANS: loans // 3, HostItem.MONTHLY_REPAYMENT: loans // 84,
                     HostItem.DEPOSITS: rng.randint(1, 30) * 3 * MILLION}  # fmt: skip
            yield HostFigures(self.key, as_of, items, "代表者", "本社工場")
        for bank in rng.sample(BANKS.split(), 2):
            day = rng.choice((date(2026, 6, 30), date(2026, 10, 31)))
            yield OtherBankLoan(self.key, bank, day, rng.randint(5, 90) * MILLION, rng.randint(10, 30) / 10, "一部")
        for year in (2023, 2024, 2025, 2026):
            yield self._statement(date(year, 3, 31))
        for place in range(4):
            title, opened = f"{one(rng, THINGS)}の更新", TODAY - timedelta(rng.randint(20, 600))
            stage = rng.choice(("相談", "打診", "検討中", "実行", "見送り"))
            yield Deal(f"A-{self._number}-{place}", self.key, title, "設備資金", rng.randint(3, 90) * MILLION, stage,
                       TODAY + timedelta(rng.randint(-20, 200)), opened)  # fmt: skip

    def _statement(self, end: date) -> FinancialStatement:
        sales = round(self._scale * self._rng.uniform(0.85, 1.15)) * MILLION
        shares = {
            Account.SALES: 1.0, Account.OPERATING_PROFIT: 0.03, Account.ORDINARY_PROFIT: 0.028, Account.NET_PROFIT: 0.02,
            Account.TAXES: 0.008, Account.DEPRECIATION: 0.03, Account.BORROWINGS: 0.4, Account.CASH: 0.15, Account.RECEIVABLES: 0.15,
            Account.INVENTORIES: 0.08, Account.PAYABLES: 0.1, Account.NET_ASSETS: 0.25, Account.TOTAL_ASSETS: 0.9,
        }  # fmt: skip
        lines = {account: round(sales * share * self._rng.uniform(0.8, 1.2)) for account, share in shares.items()}
        return FinancialStatement(self.key, end, {**lines, Account.EMPLOYEES: self._scale // 20}, "決算書")

    def _talk(self, place: int, on: date) -> Interaction:
        """About 500 characters, as bankers write them down."""
        rng = self._rng
        who, other = rng.sample(range(len(_POSTS)), 2)
        thing, matter, cause = one(rng, THINGS), one(rng, MATTERS), one(rng, CAUSES)
        due = on + timedelta(rng.randint(7, 60))
        return Interaction(
            ref=f"R-{self._number:03}{place:03}",
            client=self.key,
            on=on,
            method=rng.choice(("訪問", "訪問", "来店", "電話")),
            place=one(rng, PLACES),
            attendees=(self._person(who), self._person(other)),
            bank_people=("堀江",),
            purpose=f"{matter}、{thing}の状況",
            explanation=f"{matter}の進め方と、当行の審査に要る資料をご説明した。{one(rng, MATTERS)}についても金利と期間の考え方をお話しし、"
            f"{one(rng, BANKS)}との違いに触れた。{thing}の見積は{rng.randint(3, 400) * 100:,}万円と伺っている。",
            client_words=f"{self._person(who)}によると、{thing}の入れ替えは{cause}ため{one(rng, VERBS)}とのこと。\n"
            f"（{_SPOKEN[who]}）「{matter}は{one(rng, CAUSES)}ので、{one(rng, VERBS)}」\n"
            f"（{_SPOKEN[other]}）「{one(rng, BANKS)}からは{rng.randint(3, 10)}年{rng.randint(10, 35) / 10}%の話をもらっています」\n"
            f"{self._person(other)}からは、{one(rng, THINGS)}が止まると{one(rng, CAUSES)}ので{one(rng, MATTERS)}を急ぎたいとの話があった。",
            promises_text=f"【当行】{matter}の資料を{due.month}月{due.day}日までに持参。【先方】{one(rng, MATTERS)}の一覧を{due.month}月末までに用意。"
            if place % 3
            else "なし",
            handed_over="なし" if place % 2 else f"{one(rng, MATTERS)}のご案内",
            next_step=f"{due.month}月 {one(rng, THINGS)}の件で再訪",
            confidentiality="行内限り",
        )

    def _document(self, place: int) -> Document:
        texts = [f"{one(self._rng, THINGS)}一式 {self._rng.randint(3, 400) * 100:,}万円。{one(self._rng, CAUSES)}。" for _ in range(12)]  # fmt: skip
        passages = tuple(Passage(text, page + 1, (0, len(text))) for page, text in enumerate(texts))
        ref = f"shiryo/{self._number:03}/mitsumori_{place}.pdf"
        return Document(ref, f"見積書 {place + 1}", DocumentKind.CLIENT, f"{self._number:032x}{place:032x}", passages, self.key,
                        "", TODAY - timedelta(90 * place), TODAY + timedelta(60 - 90 * place), 12)  # fmt: skip


def make(folder: Path, clients: int = CLIENTS, talks: int = TALKS) -> Program:
    """The program on a store of this size in `folder`; one that is there already is used as it is."""
    secret = folder / "passphrase"
    program = Program.of(folder, TODAY, secret)
    if (folder / "store.db").exists():
        return program
    folder.mkdir(parents=True, exist_ok=True)
    secret.write_text(secrets.token_urlsafe(24) + "\n", encoding="ascii")
    secret.chmod(0o600)
    with program.create_store() as store, store.unit_of_work() as uow:
        for record in records(clients, talks):
            uow.records.put(record, Source("0" * 64))
        uow.commit()
    return program


if __name__ == "__main__":
    started = time.perf_counter()
    make(Path(sys.argv[1]), *map(int, sys.argv[2:4]))
    print(f"made in {time.perf_counter() - started:.0f} s")
