"""What use cases need of the store for drafts: their revisions, the steps of an edit, and the updates offered to them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from bankrm.domain.clients import ClientKey
from bankrm.domain.drafts import Draft, DraftState, Section, Verdict
from bankrm.domain.ids import DraftId
from bankrm.domain.recipes import DocumentKindName


@dataclass(frozen=True, slots=True)
class DraftSummary:
    """What is told of a draft without reading it; `questioned` counts 要確認, `sha256` is of its content as it is now."""

    id: DraftId
    client: ClientKey
    client_name: str
    kind: DocumentKindName
    title: str
    visit: str | None
    day: date
    state: DraftState
    revision: int
    statements: int
    questioned: int
    engine: str
    created: datetime
    sha256: str


@dataclass(frozen=True, slots=True)
class DraftGist:
    """Some sections of a draft, and the verdicts on all its statements that were judged."""

    sections: tuple[Section, ...]
    verdicts: tuple[Verdict, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """A revision as the store keeps it: the digest of its content, which every edit names, the revision that stands in its place,
    whether an edit of it can be undone or done again, and the draft to which it is only offered (更新案)."""

    draft: Draft
    sha256: str
    newer: DraftId | None = None
    can_undo: bool = False
    can_redo: bool = False
    update_of: DraftId | None = None


class Drafts(Protocol):
    """Drafts as written; a revision is changed by `change` and `step` alone, which let nothing but the working revision be
    changed: one after the first, in state DRAFT."""

    def add(self, draft: Draft, *, update_of: DraftId | None = None) -> None:
        """Keep a new draft, as an update offered to another where one is named (更新案)."""
        ...

    def supersede(self, draft: DraftId, by: DraftId) -> None:
        """From now on another draft stands in place of this one, which stays to be read."""
        ...

    def get(self, draft: DraftId) -> Draft | None:
        """One draft with its evidence."""
        ...

    def gist(self, draft: DraftId, sections: Collection[str]) -> DraftGist | None:
        """Those sections of a draft, by their keys; a tenth of the time that reading all of it takes."""
        ...

    def in_place(self, client: ClientKey, visit: str | None, kind: DocumentKindName) -> Draft | None:
        """The newest draft of that document that is neither superseded nor an update; what is decided on it holds until the
        commit. Raises StoreBusy where somebody else goes on writing."""
        ...

    def update_of(self, draft: DraftId) -> Draft | None:
        """The newest update that is offered to this draft and not superseded."""
        ...

    def kept(self, draft: DraftId) -> Kept | None:
        """One draft with what the store knows of it."""
        ...

    def claim(self, draft: DraftId) -> Kept | None:
        """The same to be changed: what is decided on it holds until the commit. Raises StoreBusy where somebody else goes on writing."""
        ...

    def succeed(self, former: DraftId, revision: Draft) -> None:
        """Keep the next revision, in place of the former; the updates that were offered to that one are offered to it."""
        ...

    def change(self, draft: Draft) -> Kept:
        """Give the working revision other content; what was undone before cannot be done again. Raises ValueError for any other
        revision than a working one."""
        ...

    def step(self, draft: DraftId, by: int) -> Kept:
        """The working revision as it was one change before (-1), or after (1) where that was undone. Raises ValueError where there
        is no such step."""
        ...

    def reach(self, draft: DraftId, state: DraftState) -> None:
        """The revision is in that state from now on; where it leaves DRAFT its steps are forgotten."""
        ...

    def dismiss(self, update: DraftId) -> None:
        """The update is not offered any more, and still told by `update_of`."""
        ...

    def offered_to(self, draft: DraftId) -> Draft | None:
        """As `update_of`; None where that one was dismissed."""
        ...

    def summaries(
        self, client: ClientKey | None = None, visit: str | None = None, *, newest: int | None = None
    ) -> Sequence[DraftSummary]:
        """Drafts in place (neither superseded nor updates), the latest first: of a client, of a visit, or all."""
        ...

    def of_visits(self, visits: Collection[str]) -> Sequence[DraftSummary]:
        """The newest draft in place of each of these visits' documents."""
        ...

    def last_before(self, client: ClientKey, day: date) -> Draft | None:
        """Of the drafts of the set that were made in time for visits to this client on days before `day`, the last one of the latest
        visit; not what is written for the client, which may follow the visit."""
        ...
