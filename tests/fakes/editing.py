"""A small draft to edit, and what judges it: a sentence stands where its cited evidence holds its words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from tests.builders import KEY

from bankrm.domain.drafts import Draft, Provenance, Section, Statement, Verdict
from bankrm.domain.editing import Edit, Editor, edited, next_revision
from bankrm.domain.evidence import Evidence, EvidencePack, Origin, OriginType, Strength
from bankrm.domain.ids import DraftId
from bankrm.domain.recipes import DocumentKindName, StatementKind

FACT, QUESTION = StatementKind.FACT, StatementKind.QUESTION
HEADINGS = {"headlines": "今日の要点", "promises": "約束・宿題", "company": "会社概要", "questions": "聞くこと"}


def said(words: str, ref: str = "T1") -> Evidence:
    """Words of the client's president."""
    day = date(2026, 5, 12)
    return Evidence(
        f"{day} 訪問 篠崎社長: {words}",
        Origin(OriginType.INTERACTION, Strength.OWN_RECORD, ref, day),
        "篠崎社長",
        words,
    )


def of_paper(words: str, ref: str = "doc:a") -> Evidence:
    """A passage of one of the bank's own documents."""
    origin = Origin(OriginType.PASSAGE, Strength.STANDARD_DOCUMENT, ref, page=1, span=(0, len(words)))
    return Evidence(f"標準資料「設備」: {words}", origin, body=words)


KETTLE, DATE, STAFF = said("茹で釜を入れ替えたい"), said("見積は21日遅れた", "T2"), said("人が足りない", "T3")
PACK = EvidencePack((("E1", KETTLE), ("E2", DATE), ("E7", STAFF)))


def told(text: str, *citations: str, kind: StatementKind = FACT, group: str | None = None) -> Statement:
    """A statement of the machine's, not judged."""
    return Statement(text, kind, citations, group)


def judge(statement: Statement, pack: EvidencePack) -> Statement:
    """A fact is supported where a cited piece holds its words; no other kind is judged."""
    if statement.kind is not FACT:
        return statement.judged(None, ())
    words = statement.text.rstrip("。")
    stands = any(words in pack[key].text for key in statement.citations)
    return statement.judged(Verdict.SUPPORTED if stands else Verdict.UNSUPPORTED, ())


def a_writing(**changes: object) -> Draft:
    """What the machine wrote: a headline with its action, two promises, a question."""
    sections = (
        Section("headlines", "今日の要点", (
            told("茹で釜を入れ替えたい。", "E1", group="G1"),
            told("釜の話を聞く。", "E1", kind=StatementKind.ACTION, group="G1"),
        )),
        Section("promises", "約束・宿題", (told("見積は21日遅れた。", "E2"), told("人が足りない。", "E7"))),
        Section("questions", "聞くこと", (told("いつ入れ替えますか。", "E1", kind=QUESTION),)),
    )  # fmt: skip
    judged = tuple(replace(s, statements=tuple(judge(one, PACK) for one in s.statements)) for s in sections)
    provenance = Provenance(
        "0", "template", "visit-brief/1", {"visit_day": "2026-06-15", "today": "2026-06-12", "pack_sha256": "a"}
    )
    draft = Draft(
        DraftId("first"), KEY, "とびうお製麺", DocumentKindName.VISIT_BRIEF, "訪問前準備シート", judged, PACK, provenance,
        datetime(2026, 6, 12, tzinfo=UTC), "visit-1",
    )  # fmt: skip
    return replace(draft, **changes)  # type: ignore[arg-type]


EDITOR = Editor("渉外 太郎", judge, HEADINGS)


def working(draft: Draft | None = None) -> Draft:
    """The next revision of a writing, to be edited."""
    return next_revision(draft or a_writing(), DraftId("second"), datetime(2026, 6, 12, 1, tzinfo=UTC))


def after(draft: Draft, *edits: Edit) -> Draft:
    """The draft after these edits."""
    for edit in edits:
        draft = edited(draft, edit, EDITOR)
    return draft


def texts(draft: Draft, section: str) -> list[str]:
    """What stands in one section."""
    return [one.text for s in draft.sections if s.key == section for one in s.statements]


def statement(draft: Draft, id_: str) -> Statement:
    """One statement by its id."""
    return next(one for one in draft.statements if one.id == id_)
