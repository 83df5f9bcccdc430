"""The pages of the window, in the order of the navigation: adding a page is a folder and one line here.

A page's modules are loaded when it is first built, or before (shell/behind.py): all of them together take as long as the rest of the start.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from bankrm.ui.marking import QT_TRANSLATE_NOOP
from bankrm.ui.places import ClientsPlace, DraftsPlace, ImportPlace, Place, RecordsPlace, SettingsPlace, TodayPlace
from bankrm.ui.services import PageHandle, Services


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page as the navigation knows it: its folder, its name (to be translated in the context Pages), its icon, where it stands."""

    key: str
    name: str
    icon: str
    place: type[Place]

    def modules(self) -> tuple[str, ...]:
        """The names of its modules; those that end with `presenter`, and all that they need, know no Qt."""
        package = import_module(f"{__name__}.{self.key}")
        return tuple(f"{package.__name__}.{module.name}" for module in iter_modules(package.__path__))

    def load(self) -> ModuleType:
        """Its handle's module, loaded with all it needs."""
        return import_module(f"{__name__}.{self.key}.handle")

    def build(self, services: Services) -> PageHandle:
        """The page on this store."""
        built: PageHandle = self.load().build(services)
        return built


PAGES: tuple[PageEntry, ...] = (
    PageEntry("today", QT_TRANSLATE_NOOP("Pages", "今日"), "calendar-event", TodayPlace),
    PageEntry("clients", QT_TRANSLATE_NOOP("Pages", "取引先"), "building", ClientsPlace),
    PageEntry("records", QT_TRANSLATE_NOOP("Pages", "記録"), "notebook", RecordsPlace),
    PageEntry("drafts", QT_TRANSLATE_NOOP("Pages", "下書き"), "file-text", DraftsPlace),
    PageEntry("imports", QT_TRANSLATE_NOOP("Pages", "取込"), "file-import", ImportPlace),
    PageEntry("settings", QT_TRANSLATE_NOOP("Pages", "設定"), "settings", SettingsPlace),
)
