"""What a card shows of a visit's set, read out of its drafts' gist, each content once."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bankrm.application.ports.drafts import DraftGist, DraftSummary
from bankrm.application.ports.unit_of_work import UnitOfWork
from bankrm.domain.drafts import Verdict, units
from bankrm.domain.recipes import DocumentKindName

HEADLINES, CHANGES = "headlines", "changes"  # sections of the visit brief
_KEPT = 512


@dataclass(frozen=True, slots=True)
class Glance:
    """One draft: its headlines and what changed since the last visit (of a brief), and how its statements were judged."""

    kind: DocumentKindName
    created: datetime
    engine: str
    headlines: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    checked: int = 0
    questioned: int = 0


@dataclass(frozen=True, slots=True)
class SetGlance:
    """A visit's set: its brief's headlines and changes, the statements that were judged and those to look at of all its drafts."""

    headlines: tuple[str, ...]
    changes: tuple[str, ...]
    checked: int
    questioned: int
    updated: datetime
    engine: str

    @classmethod
    def of(cls, drafts: Sequence[Glance]) -> SetGlance:
        """Of at least one draft; `updated` and `engine` are the newest one's."""
        brief = next((one for one in drafts if one.kind is DocumentKindName.VISIT_BRIEF), drafts[0])
        newest = max(drafts, key=lambda one: one.created)
        checked, questioned = sum(one.checked for one in drafts), sum(one.questioned for one in drafts)
        return cls(brief.headlines, brief.changes, checked, questioned, newest.created, newest.engine)


class Glances:
    """Remembers what it has read, by the content that it read."""

    def __init__(self) -> None:
        self._known: OrderedDict[str, Glance] = OrderedDict()

    def of(self, uow: UnitOfWork, drafts: Iterable[DraftSummary]) -> SetGlance | None:
        """The set of these drafts; None where there are none."""
        found = [glance for draft in drafts if (glance := self._of(uow, draft))]
        return SetGlance.of(found) if found else None

    def _of(self, uow: UnitOfWork, found: DraftSummary) -> Glance | None:
        if found.sha256 not in self._known:
            gist = uow.drafts.gist(found.id, (HEADLINES, CHANGES))
            if gist is None:
                return None
            self._known[found.sha256] = glance_at(found, gist)
        self._known.move_to_end(found.sha256)
        while len(self._known) > _KEPT:
            self._known.popitem(last=False)
        return self._known[found.sha256]


def glance_at(draft: DraftSummary, gist: DraftGist) -> Glance:
    """The first sentence of each headline stands for it."""
    sections = {section.key: section.statements for section in gist.sections}
    return Glance(
        draft.kind, draft.created, draft.engine,
        tuple(unit[0].text for unit in units(sections.get(HEADLINES, ()))),
        tuple(statement.text for statement in sections.get(CHANGES, ())),
        len(gist.verdicts), sum(verdict is not Verdict.SUPPORTED for verdict in gist.verdicts),
    )  # fmt: skip
