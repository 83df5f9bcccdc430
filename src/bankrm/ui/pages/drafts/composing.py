"""From a draft as it was read to the rows of the page: numbers, marks, who and when; no Qt here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bankrm.application.ports.drafts import DraftSummary
from bankrm.application.queries.drafts import DraftView
from bankrm.application.queries.evidence import SourceRecord, SourceText
from bankrm.domain.approval import INTERNAL_KINDS
from bankrm.domain.blocking import Blocker
from bankrm.domain.drafts import Draft, DraftState, Section, Severity, Statement
from bankrm.domain.evidence import Evidence, EvidencePack, Origin, OriginType
from bankrm.domain.recipes import OWN_WORD_SECTION, DocumentKindName
from bankrm.domain.visits import Visit
from bankrm.drafting.comparison import Change, Compared
from bankrm.drafting.compliance.rulebook import RuleBook
from bankrm.drafting.stances import Stance, stance_told
from bankrm.language.formatting import spoken_date
from bankrm.ui.pages.drafts.rows import (
    BannerRow,
    Citation,
    EvidenceRow,
    FindingRow,
    HeaderRow,
    HeadingRow,
    Notice,
    Piece,
    RecordPart,
    RecordRow,
    Row,
    StatementRow,
    TabRow,
    Way,
    WayRow,
)
from bankrm.ui.pages.drafts.wording import CERTAINTY

_WAYS = {Way.CONFIRM: DraftState.CONFIRMED, Way.SUBMIT: DraftState.SUBMITTED, Way.WITHDRAW: DraftState.WITHDRAWN}
_NO_RULES = RuleBook(())


def numbers_of(draft: Draft) -> Mapping[str, int]:
    """Each cited piece's number: they count in the order in which a reader meets them."""
    cited = dict.fromkeys(key for statement in draft.statements for key in statement.citations)
    return {key: number for number, key in enumerate(cited, 1)}


def by_set(found: Sequence[DraftSummary]) -> tuple[DraftSummary, ...]:
    """The documents of one visit together, in the order in which they are read; the set with the latest draft first."""
    kinds, sets = tuple(DocumentKindName), dict[tuple[object, ...], int]()
    for row in found:
        sets.setdefault((row.client, row.visit, row.day), len(sets))
    return tuple(sorted(found, key=lambda row: (sets[row.client, row.visit, row.day], kinds.index(row.kind))))


def header_of(view: DraftView, visit: Visit | None, *, comparing: bool) -> HeaderRow:
    """What stands above the statements."""
    draft = view.draft
    tabs = tuple(TabRow(row.id, row.kind, row.questioned) for row in view.of_set)
    return HeaderRow(
        draft.client_name, draft.day, visit.start if visit else None, visit.people if visit else (), tabs, draft.id,
        draft.state, draft.revision, draft.provenance.engine, draft.provenance.model, len(draft.statements),
        draft.questioned, sum(len(one.findings) for one in draft.statements), ways_of(view), view.can_undo, view.can_redo,
        draft.first is not None, comparing, _addable(view),
    )  # fmt: skip


def _addable(view: DraftView) -> tuple[DocumentKindName, ...]:
    """What the client sees is written when it is asked for, for the visit of the set; also anew, of the records as they are by then."""
    return tuple(kind for kind in DocumentKindName if kind not in INTERNAL_KINDS) if view.draft.visit else ()


def ways_of(view: DraftView) -> tuple[WayRow, ...]:
    """Where the revision may go from here, each with what shuts it."""
    return tuple(_ways(view))


def _ways(view: DraftView) -> Iterator[WayRow]:
    if view.newer:
        return
    shut: Mapping[Way, Sequence[Blocker]] = {Way.CONFIRM: view.blocks_confirm, Way.SUBMIT: view.blocks_submit}
    for way, state in _WAYS.items():
        blockers = shut.get(way, ())
        if state in view.ways and blockers:
            same = [one for one in blockers if one.code is blockers[0].code]
            yield WayRow(way, blockers[0].code, blockers[0].statement, len(same))
        elif state in view.ways:
            yield WayRow(way)


_NEXT_REVISION = {DraftState.SUBMITTED: Notice.WITHDRAWS, DraftState.CONFIRMED: Notice.REOPENS}


def banner_of(view: DraftView, *, writing: bool = False) -> BannerRow | None:
    """What was not asked for and is to be told; while something is being written, what becomes of a revision that was handed in."""
    then = _NEXT_REVISION.get(view.draft.state)
    if view.newer:
        return BannerRow(Notice.NEWER)
    if writing and then:
        return BannerRow(then, revision=view.draft.revision + 1)
    if view.update:
        found, revision = view.update.differences, view.draft.revision + 1 if then is Notice.WITHDRAWS else 0
        return BannerRow(Notice.UPDATE, len(found.added), len(found.removed), len(found.changed), revision=revision)
    if view.job:
        return BannerRow(Notice.JOB, done=view.job.sections_done, total=view.job.sections_total)
    return BannerRow(Notice.SUBMITTED, revision=view.draft.revision) if DraftState.WITHDRAWN in view.ways else None


def rows_of(
    draft: Draft, today: date, *, rewritable: bool, compared: Sequence[Compared] = (), rules: RuleBook = _NO_RULES
) -> tuple[Row, ...]:
    """Headings and statements; with `compared`, each against the first version, and what is gone in its place. `rules` say what
    findings mean."""
    composer, rows = _Composer(numbers_of(draft), dict(draft.pack), today, rules), list[Row]()
    for section in draft.sections:
        if compared:
            shown = tuple(composer.compared(section, compared))
        else:
            shown = tuple(composer.statements(section.key, section.statements))
        if shown or section.key == OWN_WORD_SECTION:
            rows += [_heading(section, rewritable and not _is_fixed(section, draft.pack)), *shown]
    return tuple(rows)


@dataclass(frozen=True, slots=True)
class _Composer:
    """The numbers and pieces of one draft."""

    numbers: Mapping[str, int]
    pieces: Mapping[str, Evidence]
    today: date
    rules: RuleBook

    def statements(self, section: str, statements: Iterable[Statement]) -> Iterator[StatementRow]:
        before: Statement | None = None
        for one in statements:
            follows = before is not None and before.group is not None and before.group == one.group
            yield self._row(one, section, follows)
            before = one

    def compared(self, section: Section, compared: Sequence[Compared]) -> Iterator[StatementRow]:
        found = [one for one in compared if one.section == section.key]
        statements = [one.now or one.was for one in found]
        rows = self.statements(section.key, [statement for statement in statements if statement])
        for one, row in zip(found, rows, strict=True):
            yield replace(row, compared=pieces_of(one), removed=one.change is Change.REMOVED)

    def _row(self, statement: Statement, section: str, follows: bool) -> StatementRow:
        cited = [key for key in statement.citations if key in self.numbers and key in self.pieces]
        return StatementRow(
            statement.id, heading_key(section), statement.text, statement.kind,
            tuple(Citation(self.numbers[key], key) for key in cited),
            _said(statement, [self.pieces[key] for key in cited], self.today),
            statement.certainty, statement.confidence, statement.verdict, statement.reasons,
            statement.confirmed_by is not None, statement.origin, follows, findings=tuple(self._findings(statement)),
            stance=_stance(statement, [self.pieces[key] for key in cited]),
        )  # fmt: skip

    def _findings(self, statement: Statement) -> Iterator[FindingRow]:
        for found in statement.findings:
            if rule := self.rules.get(found.rule):
                words, blocks = statement.text[slice(*found.span)], found.severity is Severity.BLOCK
                yield FindingRow(words, found.reason, rule.words, rule.english, blocks)


def _stance(statement: Statement, cited: Sequence[Evidence]) -> Stance | None:
    """What the evidence says of how far the matter is, where that is what the checker doubts."""
    doubted = next((reason.detail for reason in statement.reasons if reason.code == CERTAINTY), "")
    return stance_told(doubted, [piece.body for piece in cited]) if doubted else None


def _heading(section: Section, rewritable: bool) -> HeadingRow:
    questioned = sum(statement.questioned for statement in section.statements)
    key = heading_key(section.key)
    own_word = section.key == OWN_WORD_SECTION
    return HeadingRow(key, section.heading, questioned, rewritable=rewritable and not own_word, own_word=own_word)


def _is_fixed(section: Section, pack: EvidencePack) -> bool:
    """Whether the form itself says what stands there."""
    cited = {key for statement in section.statements for key in statement.citations}
    return any(piece.origin.type is OriginType.RULE for key, piece in pack if key in cited)


def heading_key(section: str) -> str:
    """The key of a section's row; statements have theirs (S1, S2 …)."""
    return f"section:{section}"


def section_of(key: str) -> str:
    """The way back; empty for a statement's key."""
    return key.removeprefix("section:") if key.startswith("section:") else ""


def _said(statement: Statement, cited: Sequence[Evidence], today: date) -> str:
    """田辺社長 7/8: of the remark that is cited first, the named speaker's where one is named."""
    remarks = [piece for piece in cited if piece.speaker and piece.origin.date]
    named = [piece for piece in remarks if piece.speaker == statement.speaker_name]
    first = next(iter(named or remarks), None)
    return f"{first.speaker} {spoken_date(first.origin.date, today)}" if first and first.origin.date else ""


def pieces_of(compared: Compared) -> tuple[tuple[Piece, str], ...]:
    """The words of both versions in one line: what stayed, what went, what came. Empty where nothing changed."""
    was = compared.was.text if compared.was else ""
    now = compared.now.text if compared.now else ""
    if compared.change is Change.UNCHANGED:
        return ()
    pieces, done_was, done_now = list[tuple[Piece, str]](), 0, 0
    struck, written = list(compared.struck), list(compared.written)
    while struck or written:
        gap_was = struck[0][0] - done_was if struck else len(was) + 1
        gap_now = written[0][0] - done_now if written else len(now) + 1
        same = min(gap_was, gap_now)
        pieces.append((Piece.SAME, now[done_now : done_now + same] if now else was[done_was : done_was + same]))
        done_was, done_now = done_was + same, done_now + same
        if gap_was == same:
            start, done_was = struck.pop(0)
            pieces.append((Piece.REMOVED, was[start:done_was]))
        if gap_now == same:
            start, done_now = written.pop(0)
            pieces.append((Piece.ADDED, now[start:done_now]))
    pieces.append((Piece.SAME, now[done_now:] if now else was[done_was:]))
    return tuple((piece, words) for piece, words in pieces if words)


def evidence_row(statement: StatementRow, place: int, piece: Evidence) -> EvidenceRow:
    """The `place`-th (from 0) piece that a statement cites."""
    origin, citation = piece.origin, statement.citations[place]
    head, _ = _split(piece)
    is_talk = origin.type is OriginType.INTERACTION
    return EvidenceRow(
        citation.evidence, citation.number, place + 1, len(statement.citations), origin.type, origin.strength,
        _own_parts(piece), piece.speaker if is_talk else "", origin.date, _method(head) if is_talk else "",
        origin.ref if is_talk else _title(head, origin), origin.page,
    )  # fmt: skip


_FIELDS = (
    "attendees", "purpose", "explanation", "client_words", "promises_text", "open_points", "handed_over", "next_step",
    "confidentiality",
)  # fmt: skip


def record_row(source: SourceRecord | SourceText, piece: Evidence) -> RecordRow:
    """A record field by field, or a text, with the place of the piece marked; a computed one with its formula."""
    if isinstance(source, SourceText) and piece.origin.type is OriginType.PASSAGE:
        return RecordRow((RecordPart("text", source.text, (source.span,) if source.span else ()),), source.amended)
    if isinstance(source, SourceText):
        return RecordRow(_own_parts(piece), source.amended)
    parts = []
    for name in _FIELDS:
        value = getattr(source.record, name)
        text = value if isinstance(value, str) else "、".join(value)
        marks = (source.span,) if name == source.field and source.span else ()
        parts += [RecordPart(name, text, marks)] if text else []
    return RecordRow(tuple(parts), source.amended)


def _own_parts(piece: Evidence) -> tuple[RecordPart, ...]:
    """A piece's own words; of a figure what was computed, and how."""
    _, told = _split(piece)
    if piece.origin.type is not OriginType.FIGURE:
        return (RecordPart("told", told, ((0, len(told)),)),)
    formula = laid_out(piece.origin.formula or "")
    return (RecordPart("result", told), *((RecordPart("formula", formula),) if formula else ()))


def laid_out(formula: str) -> str:
    """A formula as it reads well in a narrow pane: operators stand free, what a sum is divided by and the year before begin a line."""
    spaced = re.sub(r"([÷−+≦])", r" \1 ", formula)
    return spaced.replace(") ÷ ", ")\n÷ ").replace("、前期は", "\n前期は ")


def _split(piece: Evidence) -> tuple[str, str]:
    """What stands before the piece's own words, and these."""
    head, mark, told = piece.text.partition(": ")
    return (head, piece.body or told) if mark else ("", piece.text)


def _title(head: str, origin: Origin) -> str:
    """What a piece is of, where its strength does not say it: 計算(2026年3月期) → 2026年3月期."""
    return head.removeprefix("計算").strip("()") if origin.type is OriginType.FIGURE else head


def _method(head: str) -> str:
    """2026年7月8日 訪問 田辺社長 → 訪問."""
    parts = head.split()
    return parts[1] if len(parts) > 1 else ""
