"""Drafts (下書き): sections of statements (記述), each with its citations and the checker's verdict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from itertools import groupby

from bankrm.domain.citing import BANK_SPEAKER
from bankrm.domain.clients import ClientKey
from bankrm.domain.evidence import Evidence, EvidencePack, OriginType
from bankrm.domain.ids import DraftId
from bankrm.domain.recipes import OWN_WORD_SECTION, DocumentKindName, StatementKind
from bankrm.language.certainty import Certainty, certainty_of


class Confidence(StrEnum):
    """見立ての確かさ."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    NONE = "none"


class Verdict(StrEnum):
    """判定."""

    SUPPORTED = "supported"
    UNSUPPORTED = "unsupported"
    CONTRADICTED = "contradicted"
    NOT_CHECKABLE = "not_checkable"


class DraftState(StrEnum):
    """Where a revision stands on its way to approval."""

    DRAFT = "draft"
    CONFIRMED = "confirmed"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why the checker doubts: a code and the words in question."""

    code: str
    detail: str


class Severity(StrEnum):
    """What a compliance finding means for its document."""

    BLOCK = "block"  # it is not handed in as it stands
    WARN = "warn"  # a person should look


@dataclass(frozen=True, slots=True)
class Finding:
    """What a compliance rule found: the rule's id, and the words (`span`: code points, end exclusive) with the rule's reason."""

    rule: str
    severity: Severity
    span: tuple[int, int]
    reason: str = ""


class Outcome(StrEnum):
    """What became of a sentence that a model wrote."""

    KEPT = "kept"
    REPAIRED = "repaired"  # asked again once, with what failed
    QUOTED = "quoted"  # the words of the evidence stand in its place


@dataclass(frozen=True, slots=True)
class FirstWriting:
    """A model's first attempt at a statement, as it was judged then; tokens and seconds count all attempts."""

    text: str
    verdict: Verdict | None
    reasons: tuple[Reason, ...]
    outcome: Outcome
    tokens: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Confirmation:
    """担当者が根拠を確認: who kept a questioned statement, and the id of the piece that he or she pointed at."""

    person: str
    evidence: str


TEMPLATE = "template"  # the origin of what the program took from the records
PERSON = "person"  # the origin of what a person wrote


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of one kind. `group` joins what belongs together (a headline and its action).

    `id` (S1, S2 …) names it as long as the document lives; what nobody edited yet has none and counts by its place (`identified`).
    `replaces` is the mark of the machine's statement whose words a person changed.
    """

    text: str
    kind: StatementKind
    citations: tuple[str, ...]
    group: str | None = None
    certainty: Certainty = Certainty.NONE
    confidence: Confidence = Confidence.NONE
    speaker: str = "none"  # client | bank | other | none
    speaker_name: str = ""
    origin: str = TEMPLATE  # template | model | person
    verdict: Verdict | None = None
    reasons: tuple[Reason, ...] = ()
    engine: str = "template"  # template | llama | transformers
    first: FirstWriting | None = None
    id: str = ""
    confirmed_by: Confirmation | None = None
    replaces: str = ""
    findings: tuple[Finding, ...] = ()

    @property
    def questioned(self) -> bool:
        """要確認: the checker doubts, and no person kept it by pointing at its passage."""
        return self.verdict not in (None, Verdict.SUPPORTED) and self.confirmed_by is None

    @property
    def blocked(self) -> bool:
        """Whether a compliance finding keeps its document from being handed in."""
        return any(finding.severity is Severity.BLOCK for finding in self.findings)

    @property
    def given_up(self) -> bool:
        """Whether a model wrote it, it did not stand, and other words stand in its place."""
        return self.origin == "model" and self.first is not None and self.first.outcome is Outcome.QUOTED

    def judged(self, verdict: Verdict | None, reasons: tuple[Reason, ...]) -> Statement:
        """The same statement with the checker's answer."""
        return replace(self, verdict=verdict, reasons=reasons)


_OURS = frozenset({StatementKind.QUESTION, StatementKind.ACTION})


def attributed(statement: Statement, cited: Iterable[Evidence]) -> Statement:
    """The statement with speaker and certainty as the first cited utterance gives them: read, never chosen. What we ask or do
    ourselves carries nobody's intent."""
    words = next((e for e in cited if e.origin.type is OriginType.INTERACTION and e.speaker), None)
    client = words is not None and words.speaker != BANK_SPEAKER
    return replace(
        statement,
        certainty=certainty_of(words.body) if words and client and statement.kind not in _OURS else Certainty.NONE,
        speaker="client" if client else "bank" if words else "none",
        speaker_name=words.speaker if words and client else "",
    )


def units(statements: Iterable[Statement]) -> Iterator[tuple[Statement, ...]]:
    """Neighbours of one group together; a statement without a group alone."""
    for _, unit in groupby(enumerate(statements), key=lambda item: item[1].group or item[0]):
        yield tuple(statement for _, statement in unit)


@dataclass(frozen=True, slots=True)
class Section:
    """One section as written; `dropped` holds what a model wrote and a reader had been told already."""

    key: str
    heading: str
    statements: tuple[Statement, ...]
    dropped: tuple[Statement, ...] = ()


class RemovalReason(StrEnum):
    """Why a person struck a statement."""

    NOT_TRUE = "not_true"
    OUTDATED = "outdated"
    NOT_NEEDED = "not_needed"
    NOT_FITTING = "not_fitting"
    REPEATED = "repeated"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Removal:
    """A statement that a person struck, and why; whatever bears its `mark` does not come back."""

    mark: str
    section: str
    statement: Statement
    reason: RemovalReason
    words: str
    person: str


_OF_THE_DAY = frozenset({"today", "visit_day", "records", "records_sha256"})


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a draft was made with: enough to make it again."""

    app: str
    engine: str
    recipe: str
    parameters: Mapping[str, str] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()
    model: str = ""
    model_sha256: str = ""
    prompt_sha256: str = ""
    seconds: float = 0.0
    notices: tuple[str, ...] = ()  # engines that failed and why: `llama/out_of_memory`

    def rests_on_the_same(self, other: Provenance) -> bool:
        """Whether both are of the same evidence, recipe and writer, whatever the day, the program's version and what failed
        before."""
        return self._grounds() == other._grounds()

    def _grounds(self) -> Provenance:
        parameters = {name: value for name, value in self.parameters.items() if name not in _OF_THE_DAY}
        return replace(self, app="", seconds=0.0, notices=(), parameters=parameters)


@dataclass(frozen=True, slots=True)
class Draft:
    """One revision of one document of a visit's set. Statement ids (S1, S2 …) count through its sections; `pack` holds what is cited.

    `first` is the machine's writing that the editing began with (None where this is it), `editors` who edited since; `numbered`
    is the highest number that a statement's id ever had here, so that none is used twice.
    """

    id: DraftId
    client: ClientKey
    client_name: str
    kind: DocumentKindName
    title: str
    sections: tuple[Section, ...]
    pack: EvidencePack
    provenance: Provenance
    created: datetime
    visit: str | None = None
    revision: int = 1
    state: DraftState = DraftState.DRAFT
    first: DraftId | None = None
    editors: tuple[str, ...] = ()
    removals: tuple[Removal, ...] = ()
    numbered: int = 0

    @property
    def day(self) -> date:
        """The day of the visit, or that of a set without one."""
        return date.fromisoformat(self.provenance.parameters["visit_day"])

    @property
    def in_time(self) -> bool:
        """Whether it was made by the day of its visit; one made again later knows too much."""
        return date.fromisoformat(self.provenance.parameters["today"]) <= self.day

    @property
    def shown(self) -> tuple[Section, ...]:
        """The sections that hold something to read, and the one that a person may fill."""
        return tuple(s for s in self.sections if s.statements or s.key == OWN_WORD_SECTION)

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All statements in reading order."""
        return tuple(statement for section in self.sections for statement in section.statements)

    @property
    def questioned(self) -> int:
        """How many statements a person must look at (要確認)."""
        return sum(statement.questioned for statement in self.statements)

    @property
    def touched(self) -> bool:
        """Whether a person had a hand in it: such a draft is never written over."""
        by_hand = any(statement.origin == PERSON for statement in self.statements)
        return by_hand or self.revision > 1 or self.state is not DraftState.DRAFT


def identified(draft: Draft) -> Draft:
    """The draft with an id for each of its statements: those of a machine's writing count through it in reading order."""
    if draft.numbered:
        return draft
    ids = (f"S{n}" for n in range(1, 1 + len(draft.statements)))
    sections = tuple(
        replace(section, statements=tuple(replace(statement, id=next(ids)) for statement in section.statements))
        for section in draft.sections
    )
    return replace(draft, sections=sections, numbered=len(draft.statements))
