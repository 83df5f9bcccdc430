"""The pages of the window, in the order of the navigation: adding a page is a folder and one line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bankrm.ui.marking import QT_TRANSLATE_NOOP
from bankrm.ui.pages import clients, drafts, imports, records, settings, today
from bankrm.ui.places import ClientsPlace, DraftsPlace, ImportPlace, Place, RecordsPlace, SettingsPlace, TodayPlace
from bankrm.ui.services import PageHandle, Services


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page as the navigation knows it: its icon, its name (to be translated in the context Pages), where it stands, how it is built."""

    key: str
    name: str
    icon: str
    place: type[Place]
    build: Callable[[Services], PageHandle]


PAGES: tuple[PageEntry, ...] = (
    PageEntry("today", QT_TRANSLATE_NOOP("Pages", "今日"), "calendar-event", TodayPlace, today.build),
    PageEntry("clients", QT_TRANSLATE_NOOP("Pages", "取引先"), "building", ClientsPlace, clients.build),
    PageEntry("records", QT_TRANSLATE_NOOP("Pages", "記録"), "notebook", RecordsPlace, records.build),
    PageEntry("drafts", QT_TRANSLATE_NOOP("Pages", "下書き"), "file-text", DraftsPlace, drafts.build),
    PageEntry("imports", QT_TRANSLATE_NOOP("Pages", "取込"), "file-import", ImportPlace, imports.build),
    PageEntry("settings", QT_TRANSLATE_NOOP("Pages", "設定"), "settings", SettingsPlace, settings.build),
)
