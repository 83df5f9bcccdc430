"""Open the memo of a talk: what was typed so far, what is known of the meeting, and the questions of its brief."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from bankrm.application.compliance import Compliance
from bankrm.application.ports.clock import Clock
from bankrm.application.ports.unit_of_work import OpenUnitOfWork, UnitOfWork
from bankrm.domain.clients import Client, ClientKey
from bankrm.domain.dossier import Dossier
from bankrm.domain.errors import NotFound
from bankrm.domain.ids import MemoId, new_uuid7
from bankrm.domain.interactions import Party, is_talk
from bankrm.domain.memos import Answer, AnswerState, Memo, MemoState
from bankrm.domain.open_points import bare, question_of, still_open
from bankrm.domain.reading import people_of
from bankrm.domain.recipes import DocumentKindName, StatementKind
from bankrm.domain.visits import Visit
from bankrm.drafting.compliance.rulebook import RuleBook
from bankrm.drafting.recording.proposals import VISITING, Meeting

_QUESTIONS = "questions"


@dataclass(frozen=True, slots=True)
class MemoDesk:
    """What one evening's record is written with; `kept` is the memo as the store has it, None where it is not kept yet."""

    memo: Memo
    meeting: Meeting
    client: Client
    visit: Visit | None = None
    kept: Memo | None = None


class OpenMemo:
    """The memo of a visit or of a talk without one (電話, 来店), begun where there is none; nothing is kept by opening it."""

    def __init__(self, open_unit_of_work: OpenUnitOfWork, clock: Clock, rules: RuleBook | None = None) -> None:
        self._open, self._clock, self._compliance = open_unit_of_work, clock, Compliance(rules)

    def of_visit(self, client: ClientKey, ref: str) -> MemoDesk:
        """Raises NotFound."""
        with self._open() as uow:
            dossier = _dossier(uow, client)
            visit = next((visit for visit in dossier.visits if visit.ref == ref), None)
            memo = uow.memos.of_visit(client, ref)
            if memo is None and visit is None:
                raise NotFound(what="visit", id=ref)
            return self._desk(uow, dossier, visit, memo or self._new(client, visit.day if visit else None, ref))

    def without_visit(self, client: ClientKey, on: date | None = None) -> MemoDesk:
        """A talk that was not planned, of today where no day is given. Raises NotFound."""
        with self._open() as uow:
            return self._desk(uow, _dossier(uow, client), None, self._new(client, on, None))

    def known(self, memo: MemoId) -> MemoDesk:
        """A memo that is kept. Raises NotFound."""
        with self._open() as uow:
            found = uow.memos.get(memo)
            if found is None:
                raise NotFound(what="memo", id=memo)
            dossier = _dossier(uow, found.client)
            visit = next((visit for visit in dossier.visits if visit.ref == found.visit), None)
            return self._desk(uow, dossier, visit, found)

    def _new(self, client: ClientKey, on: date | None, visit: str | None) -> Memo:
        return Memo(MemoId(new_uuid7()), client, on or self._clock.today(), self._clock.now(), visit)

    def _desk(self, uow: UnitOfWork, dossier: Dossier, visit: Visit | None, memo: Memo) -> MemoDesk:
        kept = uow.memos.get(memo.id)
        if memo.state is MemoState.OPEN and not memo.ref:
            memo = with_questions(memo, questions_of(uow, dossier, memo))
        owed = [promise for side in Party for promise in uow.promises.open(side, clients=(memo.client,))]
        meeting = replace(
            meeting_of(dossier, visit, memo),
            owed=tuple(one for one in owed if one.promised_on < memo.on),
            examination=self._compliance.of_client(uow, dossier, for_client=False),
        )
        return MemoDesk(memo, meeting, dossier.client, visit, kept)


def meeting_of(dossier: Dossier, visit: Visit | None, memo: Memo) -> Meeting:
    """What is known of a talk from the visit's entry and from earlier records."""
    client = dossier.client
    talks = [record for record in dossier.interactions if is_talk(record.method) and record.ref != memo.ref]
    own = next((record.bank_people for record in reversed(talks) if record.bank_people), ())
    return Meeting(
        on=memo.on,
        client_names=tuple(dict.fromkeys(filter(None, (client.name, *client.aliases, _short(client.name))))),
        people=people_of(visit, dossier.contacts),
        bank_people=own[:1] or ((client.in_charge,) if client.in_charge else ()),
        contacts=dossier.contacts,
        method=VISITING
        if memo.visit
        else "",  # of a talk that nobody planned, only a person or the memo can say how it was held
        place=visit.place if visit else "",
        purpose=visit.open_purpose if visit else "",
        firms=tuple(dict.fromkeys(loan.bank for loan in dossier.other_banks)),
    )


def _short(name: str) -> str:
    bare_name = name.split("(")[0].split("（")[0]
    for form in ("株式会社", "有限会社", "合同会社", "医療法人", "社会福祉法人"):
        bare_name = bare_name.replace(form, "")
    return bare_name.strip()


def questions_of(uow: UnitOfWork, dossier: Dossier, memo: Memo) -> tuple[Answer, ...]:
    """The questions of the visit's brief in place; where there is no brief, those that stayed open."""
    kind = DocumentKindName.VISIT_BRIEF
    brief = uow.drafts.in_place(memo.client, memo.visit, kind) if memo.visit else None
    if brief:
        asked = (s for section in brief.sections if section.key == _QUESTIONS for s in section.statements)
        told = [question_of(s.text) for s in asked if s.kind is StatementKind.QUESTION]
    else:
        told = [(p.what, p.to, p.apart) for _, p in still_open(dossier.until(memo.on).interactions) if p.is_question]
    return tuple(Answer(what, to, AnswerState.OPEN, apart=apart) for what, to, apart in told)


def with_questions(memo: Memo, asked: tuple[Answer, ...]) -> Memo:
    """The memo with these questions; what came of one stays, also where the brief no longer asks it."""
    given = {bare(answer.question): answer for answer in memo.answers}
    kept = [
        a
        for a in memo.answers
        if a.state is not AnswerState.OPEN and bare(a.question) not in {bare(q.question) for q in asked}
    ]
    return replace(memo, answers=(*(given.get(bare(one.question), one) for one in asked), *kept))


def _dossier(uow: UnitOfWork, client: ClientKey) -> Dossier:
    dossier = uow.records.dossier(client)
    if dossier is None:
        raise NotFound(what="client", id=str(client))
    return dossier
