"""What composers of sections write with: the visit's observations at hand, and statements that carry their citations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date

from bankrm.domain.citing import BANK_SPEAKER, CONFIDENTIAL_MARK
from bankrm.domain.drafts import Confidence, Statement
from bankrm.domain.evidence import Evidence, OriginType
from bankrm.domain.observations import Code, Observation
from bankrm.domain.recipes import StatementKind
from bankrm.drafting.ports import VisitContext
from bankrm.language.certainty import Certainty, certainty_of
from bankrm.language.formatting import full_date, month_day, spoken_date

QUOTE_LIMIT = 70

Composer = Callable[["Desk"], Iterable[Statement]]


class Desk:
    """One visit's material, asked for by code. Wording that several sections share lives here."""

    def __init__(self, context: VisitContext) -> None:
        self.context = context
        self.today = context.today
        self.day = context.day
        self._ids = {evidence: evidence_id for evidence_id, evidence in context.pack}

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
        words = next((e for e in cited if e.origin.type is OriginType.INTERACTION and e.speaker), None)
        client = words is not None and words.speaker != BANK_SPEAKER
        return Statement(
            text=text,
            kind=kind,
            citations=tuple(dict.fromkeys(self._ids[e] for e in cited)),
            group=group,
            certainty=certainty_of(words.body) if words and client else Certainty.NONE,
            confidence=confidence,
            speaker="client" if client else "bank" if words else "none",
            speaker_name=words.speaker if words and client else "",
        )

    def visit_evidence(self) -> Evidence | None:
        """The planned visit, for statements that name whom we meet."""
        return next((e for e in self._ids if e.origin.type is OriginType.VISIT), None)

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
        words = evidence.body.strip("「」").rstrip("。 　")
        while len(words) > limit and "、" in words[:-8]:
            words = words.split("、", 1)[1]
        return (f"「{words}」" if evidence.body.startswith("「") else words) + (
            CONFIDENTIAL_MARK if self.secret(evidence) else ""
        )

    def secret(self, evidence: Evidence) -> bool:
        """Whether it was told in confidence; the mark stays with its words wherever they go."""
        return CONFIDENTIAL_MARK in evidence.text.split(":", 1)[0]

    def told(self, evidence: Evidence, limit: int = QUOTE_LIMIT) -> str:
        """Words with who said them and when: 「…」(田辺社長、7/8)."""
        who = evidence.speaker if evidence.speaker != BANK_SPEAKER else "当方の説明"
        return f"{self.quote(evidence, limit)}({who or '記録'}、{self.when(evidence)})"

    def when(self, evidence: Evidence) -> str:
        """The day of the words, and whether they are the banker's summary: 7/8, 7/8要旨."""
        return self.on(evidence.origin.date) + ("" if evidence.body.startswith("「") else "要旨")


def grouped(section: str, parts: Iterable[Iterable[Statement]]) -> Iterator[Statement]:
    """Statements of each part share a group."""
    for number, statements in enumerate(parts, 1):
        for statement in statements:
            yield replace(statement, group=f"{section}-{number}")
