"""What the draft page shows, row by row: values that the presenter makes and the widgets put into words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bankrm.domain.blocking import Block
from bankrm.domain.drafts import Confidence, DraftState, Reason, Verdict
from bankrm.domain.evidence import OriginType, Strength
from bankrm.domain.ids import DraftId
from bankrm.domain.recipes import DocumentKindName, StatementKind
from bankrm.drafting.compliance.rules import RuleWords
from bankrm.drafting.stances import Stance
from bankrm.language.certainty import Certainty

LINE = "\u2028"  # a new line within one statement's words


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation of a statement: the number that the reader sees, and the piece's id in the pack."""

    number: int
    evidence: str


class Piece(StrEnum):
    """How a run of words stands to the first version."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class HeadingRow:
    """A section's heading. `questioned` counts 要確認; `writing` while a writer is at it, `rewritable` where one can be asked;
    `own_word` where only a person writes (担当者から一言)."""

    key: str
    heading: str
    questioned: int = 0
    writing: bool = False
    rewritable: bool = False
    own_word: bool = False


@dataclass(frozen=True, slots=True)
class FindingRow:
    """What a compliance rule says of a statement's `words`: why in the rule's language (`reason` is this trigger's, Japanese), what
    to do, and by which law."""

    words: str
    reason: str
    told: RuleWords
    english: RuleWords
    blocks: bool = True


@dataclass(frozen=True, slots=True)
class StatementRow:
    """One statement. `follows`: it belongs to the one above. `said`: who and when, of the remark that it cites first.

    `kept`: a person pointed at its passage (担当者が根拠を確認). `compared` holds the words against the first version, empty where
    none is shown; a removed statement is shown for comparison only. `streaming`: its words still come. `stance`: how far the matter is
    in the evidence, where the checker says that it is not as far as told.
    """

    key: str
    section: str
    text: str
    kind: StatementKind
    citations: tuple[Citation, ...] = ()
    said: str = ""
    certainty: Certainty = Certainty.NONE
    confidence: Confidence = Confidence.NONE
    verdict: Verdict | None = None
    reasons: tuple[Reason, ...] = ()
    kept: bool = False
    origin: str = "template"
    follows: bool = False
    compared: tuple[tuple[Piece, str], ...] = ()
    removed: bool = False
    streaming: bool = False
    findings: tuple[FindingRow, ...] = ()
    stance: Stance | None = None

    @property
    def questioned(self) -> bool:
        """Whether it counts as 要確認."""
        return not self.kept and not self.removed and self.verdict not in (None, Verdict.SUPPORTED)


@dataclass(frozen=True, slots=True)
class PanelRow:
    """The place below a row where something is added."""

    key: str
    section: str


Row = HeadingRow | StatementRow | PanelRow


@dataclass(frozen=True, slots=True)
class TabRow:
    """One document of the visit's set; `questioned` counts 要確認."""

    draft: DraftId
    kind: DocumentKindName
    questioned: int


class Way(StrEnum):
    """Where the RM may take a draft."""

    CONFIRM = "confirm"
    SUBMIT = "submit"
    WITHDRAW = "withdraw"


@dataclass(frozen=True, slots=True)
class WayRow:
    """One way: open, or shut by the first of `count` reasons, which is about a statement."""

    way: Way
    code: Block | None = None
    statement: str = ""
    count: int = 0

    @property
    def is_open(self) -> bool:
        """Whether nothing stands in the way."""
        return self.code is None


@dataclass(frozen=True, slots=True)
class HeaderRow:
    """What stands above the statements. `flagged` counts compliance findings; `addable` are documents that a person may ask for:
    new ones, and those of the set anew."""

    client_name: str
    day: date
    start: datetime | None
    people: tuple[str, ...]
    tabs: tuple[TabRow, ...]
    current: DraftId
    state: DraftState
    revision: int
    engine: str
    model: str
    statements: int
    questioned: int
    flagged: int
    ways: tuple[WayRow, ...]
    can_undo: bool
    can_redo: bool
    comparable: bool
    comparing: bool
    addable: tuple[DocumentKindName, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordPart:
    """One field of a record, with the spans that are cited; `name` is its code."""

    name: str
    text: str
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One piece as it stands above its source: the `place`-th of the `of` that the statement cites. `parts` are its own words.

    `who` said or wrote it, `how` the meeting was held, `source` names the record or document.
    """

    evidence: str
    number: int
    place: int
    of: int
    type: OriginType
    strength: Strength
    parts: tuple[RecordPart, ...]
    who: str = ""
    day: date | None = None
    how: str = ""
    source: str = ""
    page: int | None = None


@dataclass(frozen=True, slots=True)
class RecordRow:
    """A record as it stands now; `amended`: it no longer says what was cited."""

    parts: tuple[RecordPart, ...]
    amended: bool = False


class Writing(StrEnum):
    """What a panel is for."""

    EDIT = "edit"
    REMOVE = "remove"
    KEEP = "keep"
    OWN_VIEW = "own_view"
    OWN_WORD = "own_word"  # 担当者から一言, where that takes the place of an own view
    ADD = "add"
    REWRITE = "rewrite"
    RENEW = "renew"  # as REWRITE, where nobody follows an instruction
    LEFT = "left"  # nothing more to take: words whose place is gone, to be copied


@dataclass(frozen=True, slots=True)
class PanelWords:
    """What stands in a panel now: the words, why they are kept where that was asked, and the reason chosen where one is."""

    words: str
    why: str = ""
    choice: str = ""


class Told(StrEnum):
    """What is told in passing, after something was done."""

    NOT_FOLLOWED = "not_followed"
    DATED = "dated"
    COPIED = "copied"
    EXPORTED = "exported"
    PRINTED = "printed"


class Notice(StrEnum):
    """What a banner is about."""

    UPDATE = "update"
    NEWER = "newer"
    JOB = "job"
    DOUBTS = "doubts"
    WITHDRAWS = "withdraws"
    REOPENS = "reopens"
    SUBMITTED = "submitted"


@dataclass(frozen=True, slots=True)
class BannerRow:
    """An update with its counts, a newer revision, a job with how many of its sections stand, or what is still 要確認 when somebody
    asks to confirm or submit: the statements' words and that way; or the `revision` that an edit of what was confirmed or submitted
    makes (of an update: where taking it withdraws what was submitted)."""

    notice: Notice
    added: int = 0
    removed: int = 0
    changed: int = 0
    done: int = 0
    total: int = 0
    doubts: tuple[str, ...] = ()
    way: Way | None = None
    revision: int = 0
