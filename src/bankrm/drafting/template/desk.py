"""What composers of sections write with: the visit's observations at hand, and statements that carry their citations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date

from bankrm.domain.citing import BANK_SPEAKER, CONFIDENTIAL_MARK
from bankrm.domain.clients import ClientForm
from bankrm.domain.drafts import Confidence, Statement, attributed
from bankrm.domain.evidence import Evidence, OriginType
from bankrm.domain.observations import Code, Observation
from bankrm.domain.reading import canonical
from bankrm.domain.recipes import StatementKind
from bankrm.domain.visits import Visit
from bankrm.drafting.audience import Audience
from bankrm.drafting.ports import VisitContext
from bankrm.language.formatting import full_date, month_day, spoken_date
from bankrm.language.meant import limits
from bankrm.language.words import content_words

QUOTE_LIMIT = 70
_BULLETS = "・･-－●■◆①②③④⑤⑥⑦⑧⑨⑩ 　"
PROMISES = (Code.PROMISE_OPEN, Code.PROMISE_LATE, Code.PROMISE_KEPT, Code.COUNTERPART_OVERDUE, Code.COUNTERPART_OPEN)
_INTENTS = (Code.NOTHING_RECORDED, Code.WISH_UNCONFIRMED, Code.CERTAINTY_MOVED)
_TELLS_NOTHING = frozenset(
    [
        "期限",
        "期日",
        "締切",
        "締め切り",
        "約束",
        "宿題",
        "回答",
        "対象",
        "資料",
        "書類",
        "書面",
        "書",
        "見直し",
        "条件",
        "必要",
        "一覧",
        "表",
        "リスト",
        "見積",
        "見積もり",
        "更新",
        "計画",
        "案",
        "版",
        "写し",
        "件",
        "者",
        "会社",
        "経営",
        "先方",
        "当行",
        "設備",
        "資金",
        "事業",
        "状況",
        "今後",
        "考え",
        "考える",
        "話",
        "報告",
        "説明",
        "確認",
        "対応",
        "進む",
        "進み具合",
        "相談",
        "続き",
        "用意",
        "準備",
        "含む",
        "伺う",
        "商売",
        "現状",
        "使い道",
        "方針",
        "継続",
        "支払い",
        "支払う",
        "手続き",
        "短期",
    ]
)  # words that stand in the name of many a matter

Composer = Callable[["Desk"], Iterable[Statement]]


class Desk:
    """One visit's material, asked for by code. Wording that several sections share lives here."""

    def __init__(self, context: VisitContext) -> None:
        self.context = context
        self.today = context.today
        self.day = context.day
        self._ids = {evidence: evidence_id for evidence_id, evidence in context.pack}
        self._audience = Audience(context.observations)
        self._kept_words = [(telling_words(piece.body), people) for piece, people in self._audience.kept()]

    def seen(self, *codes: Code) -> list[Observation]:
        """Observations of these codes, in the order in which they were made."""
        return [o for o in self.context.observations if o.code in codes]

    def of_topic(self, code: Code, topic: object) -> Observation | None:
        """The observation of one topic."""
        return next((o for o in self.seen(code) if o.values.get("topic") == topic), None)

    def say(
        self, kind: StatementKind, text: str, *evidence: Evidence | None, group: str | None = None,
        confidence: Confidence = Confidence.NONE,
    ) -> Statement:  # fmt: skip
        """One statement. Speaker and certainty are read from the first cited utterance, never chosen."""
        cited = [e for e in evidence if e is not None]
        ids = tuple(dict.fromkeys(self._ids[e] for e in cited))
        return attributed(Statement(text, kind, ids, group, confidence=confidence), cited)

    def people(self) -> tuple[str, ...]:
        """Whom we are about to meet; where no visit names anybody, whom we met last."""
        visit, last = self.context.visit, self.context.dossier.interactions[-1:]
        return (visit.people if visit else ()) or (last[0].attendees if last else ())

    def meets(self, person: str) -> bool:
        """Whether that person is among those we are about to meet, under whatever title."""
        return bool(person) and self.as_planned(person) in self.people()

    def as_planned(self, person: str) -> str:
        """Somebody we meet, under the title that the visit's entry gives."""
        return next((p for p in self.people() if self.canonical(p) == self.canonical(person)), person)

    def canonical(self, person: str) -> str:
        """The name that records give somebody, whatever the title in the visit's entry."""
        return canonical(person, self.context.dossier.contacts)

    def is_company(self) -> bool:
        """Whether the client is a legal person rather than a sole proprietor."""
        return self.context.dossier.client.form is ClientForm.CORPORATION

    def visit_evidence(self, visit: Visit | None = None) -> Evidence | None:
        """The planned visit, else the one for which it is written, for statements that name whom we meet."""
        visit = visit or self.context.visit
        return next(
            (e for e in self._ids if visit and e.origin.type is OriginType.VISIT and e.origin.ref == visit.ref), None
        )

    def also_citing(self, statement: Statement, evidence: Evidence | None) -> Statement:
        """A question that names the person it goes to rests on the visit's entry too."""
        if evidence is None or statement.kind is not StatementKind.QUESTION:
            return statement
        return replace(statement, citations=(*statement.citations, self._ids[evidence]))

    def on(self, day: object) -> str:
        """A day as written in running text."""
        assert isinstance(day, date)
        return spoken_date(day, self.today)

    def age(self, evidence: Evidence) -> int:
        """Days from the record to the visit."""
        return (self.day - (evidence.origin.date or self.day)).days

    def due(self, day: object) -> str:
        """A due day: 10月31日, with its year where that is not this year's."""
        assert isinstance(day, date)
        return month_day(day) if day.year == self.today.year else full_date(day)

    def quote(self, evidence: Evidence, limit: int = QUOTE_LIMIT) -> str:
        """The words themselves: 「…」 where the record quotes, else the banker's summary. Cut from the front, for the
        end of a Japanese sentence says how firmly it is meant."""
        words = evidence.body.strip("「」").rstrip("。 　").lstrip(_BULLETS)
        while len(words) > limit and "、" in words[:-8]:
            words = words.split("、", 1)[1]
        return (f"「{words}」" if evidence.body.startswith("「") else words) + (
            CONFIDENTIAL_MARK if self.secret(evidence) else ""
        )

    def secret(self, evidence: Evidence) -> bool:
        """Whether it was told in confidence; the mark stays with its words wherever they go."""
        return CONFIDENTIAL_MARK in evidence.text.split(":", 1)[0] or bool(self._audience.must_not_hear(evidence))

    def kept_from(self, *evidence: Evidence) -> tuple[str, ...]:
        """Those we are about to meet who must not hear of any of these from us."""
        return self._audience.must_not_hear(*evidence)

    def hushed(self, o: Observation) -> tuple[str, ...]:
        """Those of the visit before whom the matter is not ours to raise. What the visit is about, and what stands in any open
        paper too, may be raised; not what somebody said of it."""
        private = self._audience.must_not_hear_of(o.values.get("topic"))
        if private and not self.is_purpose(o.subject):
            return private
        of_paper = o.code in (Code.DEADLINE_NEAR, *PROMISES)
        if of_paper and (self.is_purpose(o.subject) or not all(self.kept_from(e) for e in o.evidence)):
            return ()
        return self.kept_from(*o.evidence) or self._explained_by_a_secret(o)

    def _explained_by_a_secret(self, o: Observation) -> tuple[str, ...]:
        """For an intent or a blank: whoever must not hear what was told of that very thing. Asking would have it told."""
        if o.code not in _INTENTS:
            return ()
        thing = telling_words(str(o.values.get("thing") or o.subject))
        return next((people for words, people in self._kept_words if words & thing), ())

    def usable(self, evidence: object) -> Evidence | None:
        """The piece, where its words may lie on the table: nobody who will sit there must not hear of them."""
        return evidence if isinstance(evidence, Evidence) and not self.kept_from(evidence) else None

    def bank_words(self, o: Observation) -> tuple[Evidence, ...]:
        """What a sentence about another bank cites: the words, and the piece that gives the bank its full name where they do not."""
        named = o.values["named"]
        return (*o.evidence, *((named,) if isinstance(named, Evidence) else ()))

    def open_to_all(self, *codes: Code) -> list[Observation]:
        """Observations that may be raised before everybody at the table."""
        return [o for o in self.seen(*codes) if not self.hushed(o)]

    def is_purpose(self, subject: str) -> bool:
        """Whether the visit's own purpose names the matter."""
        visit = self.context.visit
        return bool(visit and telling_words(subject) & telling_words(visit.purpose))

    def told(self, evidence: Evidence, limit: int = QUOTE_LIMIT) -> str:
        """Words with who said them and when, and what a 年度 or 期 in them means: 「…」(田辺社長、7/8、今期は2027年3月まで)."""
        who = evidence.speaker if evidence.speaker != BANK_SPEAKER else "当方の説明"
        return f"{self.quote(evidence, limit)}({'、'.join((who or '記録', *self.of_when(evidence, limit)))})"

    def of_when(self, evidence: Evidence, limit: int = QUOTE_LIMIT) -> tuple[str, ...]:
        """The day of quoted words, and what a 年度 or 期 in them means from there."""
        on, month = evidence.origin.date, self.context.dossier.closing_month
        return (self.when(evidence), *map(str, limits(self.quote(evidence, limit), on, month) if on else ()))

    def when(self, evidence: Evidence) -> str:
        """The day of the words, and whether they are the banker's summary: 7/8, 7/8要旨."""
        return self.on(evidence.origin.date) + ("" if evidence.body.startswith("「") else "要旨")


def telling_words(text: str) -> frozenset[str]:
    """The words by which a matter is known again in another sentence."""
    return frozenset(word for word in content_words(text) if len(word) > 1 and word not in _TELLS_NOTHING)


def grouped(section: str, parts: Iterable[Iterable[Statement]]) -> Iterator[Statement]:
    """Statements of each part share a group."""
    for number, statements in enumerate(parts, 1):
        for statement in statements:
            yield replace(statement, group=f"{section}-{number}")
