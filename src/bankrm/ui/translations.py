"""The window's languages: Japanese is the source, English its first translation, read from Qt Linguist's files as they are."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

Sentences = Mapping[tuple[str, str, str], tuple[str, ...]]


class Language(StrEnum):
    """Languages of the window."""

    JAPANESE = "ja"
    ENGLISH = "en"


class FileTranslator(QTranslator):
    """Translates by `.ts` files: context, source and disambiguation give one sentence, or two for one and many."""

    def __init__(self, sentences: Sentences) -> None:
        super().__init__()
        self._sentences = sentences

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """The sentence, None where there is none."""
        forms = self._sentences.get((context, source, disambiguation or ""))
        if not forms:
            return None
        return forms[0] if n == 1 else forms[-1]

    def isEmpty(self) -> bool:  # noqa: N802
        """Whether it knows nothing."""
        return not self._sentences


def read_sentences(folder: Path) -> Sentences:
    """All finished sentences of the folder's `.ts` files. The files are the program's own."""
    found: dict[tuple[str, str, str], tuple[str, ...]] = {}
    for file in sorted(folder.glob("*.ts")):
        for context in ET.parse(file).getroot().iter("context"):
            name = context.findtext("name", "")
            for message in context.iter("message"):
                forms = _forms(message)
                if all(forms):
                    found[name, message.findtext("source", ""), message.findtext("comment", "")] = forms
    return found


def _forms(message: ET.Element) -> tuple[str, ...]:
    translation = message.find("translation")
    if translation is None:
        return ("",)
    numerus = [form.text or "" for form in translation.iter("numerusform")]
    return tuple(numerus) or (translation.text or "",)


def install(application: QCoreApplication, resources: Path, language: Language) -> QTranslator | None:
    """Speak this language from now on; the translator must be kept, and is removed by `application.removeTranslator`."""
    translator: QTranslator
    if language is Language.JAPANESE:
        translator = QTranslator()  # what Qt says itself, in its dialogs and menus
        if not translator.load("qtbase_ja", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            return None
    else:
        translator = FileTranslator(read_sentences(resources / "translations" / language.value))
    application.installTranslator(translator)
    return translator
