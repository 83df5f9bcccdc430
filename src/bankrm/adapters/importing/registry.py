"""Readers by type. A reader's library is imported when the first file of its type is opened."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from bankrm.adapters.importing.profiles import Profile, load_profiles
from bankrm.application.ports.readers import OpenedFile, SourceFile, TypeUnsupported

Opener = Callable[[SourceFile, Sequence[Profile], str | None], OpenedFile]


def _csv(file: SourceFile, profiles: Sequence[Profile], forced: str | None) -> OpenedFile:
    from bankrm.adapters.importing.opened_table import open_csv

    return open_csv(file, profiles, forced)


def _xlsx(file: SourceFile, profiles: Sequence[Profile], forced: str | None) -> OpenedFile:
    from bankrm.adapters.importing.opened_table import open_xlsx

    return open_xlsx(file, profiles, forced)


def _pdf(file: SourceFile, profiles: Sequence[Profile], forced: str | None) -> OpenedFile:  # noqa: ARG001
    from bankrm.adapters.importing.opened_document import OpenedDocument
    from bankrm.adapters.importing.pdf import read_pdf

    return OpenedDocument("pdf", file, read_pdf)


def _docx(file: SourceFile, profiles: Sequence[Profile], forced: str | None) -> OpenedFile:  # noqa: ARG001
    from bankrm.adapters.importing.docx import read_docx
    from bankrm.adapters.importing.opened_document import OpenedDocument

    return OpenedDocument("docx", file, read_docx)


def _txt(file: SourceFile, profiles: Sequence[Profile], forced: str | None) -> OpenedFile:  # noqa: ARG001
    from bankrm.adapters.importing.opened_document import OpenedDocument
    from bankrm.adapters.importing.plain_text import read_plain_text

    return OpenedDocument("txt", file, read_plain_text)


def _eml(file: SourceFile, profiles: Sequence[Profile], forced: str | None) -> OpenedFile:  # noqa: ARG001
    from bankrm.adapters.importing.mail import read_mail
    from bankrm.adapters.importing.opened_document import OpenedDocument

    return OpenedDocument("eml", file, read_mail)


def _ics(file: SourceFile, profiles: Sequence[Profile], forced: str | None) -> OpenedFile:  # noqa: ARG001
    from bankrm.adapters.importing.visits import OpenedCalendar

    return OpenedCalendar(file)


OPENERS: Mapping[str, Opener] = {
    ".csv": _csv, ".tsv": _csv, ".xlsx": _xlsx, ".pdf": _pdf, ".docx": _docx, ".txt": _txt, ".eml": _eml, ".ics": _ics,
}  # fmt: skip


class Readers:
    """The port FileReaders: openers by suffix, and the mapping profiles for tables."""

    def __init__(self, profiles: Sequence[Profile], openers: Mapping[str, Opener] = OPENERS) -> None:
        self._profiles, self._openers = tuple(profiles), openers

    @classmethod
    def with_profiles(cls, *folders: Path) -> Readers:
        """Readers with the profiles of these folders, later ones winning by name. Raises ProfileInvalid."""
        return cls(load_profiles(folders))

    def supports(self, path: Path) -> bool:
        """Whether there is a reader for files of this name."""
        return path.suffix.lower() in self._openers

    def open(self, file: SourceFile, profile: str | None = None) -> OpenedFile:
        """Open by suffix; `profile` forces the mapping of a table. Raises ImportRefused."""
        opener = self._openers.get(file.suffix)
        if opener is None:
            raise TypeUnsupported(path=str(file.path), type=file.suffix, known=sorted(self._openers))
        return opener(file, self._profiles, profile)
