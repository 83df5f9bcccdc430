"""Where one can go in the window, and who takes one there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from bankrm.domain.clients import ClientKey
from bankrm.domain.ids import DraftId


@dataclass(frozen=True, slots=True)
class TodayPlace:
    """今日."""


@dataclass(frozen=True, slots=True)
class ClientsPlace:
    """取引先: the list, or one client; there a tab, all words of one person, one record, or a document's page."""

    client: ClientKey | None = None
    tab: str | None = None  # overview | interactions | promises | deals | documents | contacts | drafts
    person: str | None = None
    interaction: str | None = None
    document: str | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class RecordsPlace:
    """記録: what is to be recorded, the record of one visit, or a new one of a client."""

    visit: str | None = None
    client: ClientKey | None = None


@dataclass(frozen=True, slots=True)
class DraftsPlace:
    """下書き: the recent ones, the set of one visit, or one draft."""

    visit: str | None = None
    draft: DraftId | None = None


@dataclass(frozen=True, slots=True)
class ImportPlace:
    """取込, with files to begin with."""

    paths: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class SettingsPlace:
    """設定."""


Place = TodayPlace | ClientsPlace | RecordsPlace | DraftsPlace | ImportPlace | SettingsPlace


def remembered(place: Place) -> Place:
    """As one comes back to it: files that were brought in are not brought in again."""
    return ImportPlace() if isinstance(place, ImportPlace) else place


class Navigator(Protocol):
    """Takes the person to a place; Alt+Left leads back."""

    def go(self, place: Place) -> None:
        """Show that place."""
        ...

    def stand_at(self, place: Place) -> None:
        """The page itself went on to this: from now on it is what one comes back to, after a lock too."""
        ...
