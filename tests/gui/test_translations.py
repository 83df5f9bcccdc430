"""Every sentence on screen has its English, and the files of Qt Linguist are up to date with the code."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from bankrm.ui.translations import FileTranslator, Language, install, read_sentences

ROOT = Path(__file__).parents[2]
UI, ENGLISH = ROOT / "src" / "bankrm" / "ui", ROOT / "resources" / "translations" / "en"
LUPDATE = Path(sys.executable).parent / "pyside6-lupdate"
PARTS = {folder.name: sorted(folder.rglob("*.py")) for folder in [*UI.glob("pages/*/"), UI / "shell", UI / "widgets"]
         if (folder / "__init__.py").exists()}  # fmt: skip
PARTS["window"] = [*sorted(UI.glob("*.py")), *sorted(UI.glob("pages/*.py"))]


def messages(file: Path) -> dict[tuple[str, str], ET.Element]:
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message
        for context in ET.parse(file).getroot().iter("context")
        for message in context.iter("message")
    }


@pytest.mark.parametrize("part", PARTS)
def test_the_file_of_a_part_holds_what_its_code_says(part: str, tmp_path: Path) -> None:
    fresh = tmp_path / f"{part}.ts"
    shutil.copy(ENGLISH / fresh.name, fresh)
    options = ["-silent", "-locations", "none", "-no-obsolete", "-source-language", "ja", "-target-language", "en"]
    subprocess.run([LUPDATE, *options, *PARTS[part], "-ts", fresh], check=True, cwd=UI, capture_output=True)
    assert fresh.read_text(encoding="utf-8") == (ENGLISH / fresh.name).read_text(encoding="utf-8"), "make translations"


@pytest.mark.parametrize("file", sorted(ENGLISH.glob("*.ts")), ids=lambda file: file.stem)
def test_every_sentence_has_its_english_with_the_same_blanks(file: Path) -> None:
    for (context, source), message in messages(file).items():
        translation = message.find("translation")
        assert translation is not None
        forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
        for form in forms:
            assert form.strip(), (context, source)
            assert translation.get("type") is None, (context, source)
            assert not re.search(r"[ぁ-んァ-ヶ]", re.sub(r"「[^」]*」", "", form)), (context, source)
            asked, there = (set(re.findall(r"{(\w+)}", text)) for text in (source, form))
            assert there <= asked | {"month_name"}, (context, source)


@pytest.mark.parametrize("file", sorted(ENGLISH.glob("*.ts")), ids=lambda file: file.stem)
def test_a_sentence_is_found_again_by_the_name_of_a_class_or_a_context(file: Path) -> None:
    assert [context for context, _ in messages(file) if not context.isidentifier()] == []  # as of `self._page.tr(…)`


def test_no_source_sentence_is_an_f_string() -> None:
    wrong = re.compile(r"\b(?:tr|translate|QT_TRANSLATE_NOOP)\(\s*f[\"']|translate\(\s*[\"'][^\"']*[\"'],\s*f[\"']")
    found = [str(file) for file in UI.rglob("*.py") if wrong.search(file.read_text(encoding="utf-8"))]
    assert found == []


def test_one_and_many_are_told_apart() -> None:
    translator = FileTranslator({("Page", "%n件", ""): ("%n item", "%n items")})
    assert [translator.translate("Page", "%n件", None, n) for n in (1, 2)] == ["%n item", "%n items"]
    assert translator.translate("Page", "別の文") is None


def test_all_files_are_read() -> None:
    sentences = read_sentences(ENGLISH)
    assert sentences["Words", "根拠あり", ""] == ("supported",)


@pytest.mark.parametrize(("language", "told"), [(Language.JAPANESE, "キャンセル"), (Language.ENGLISH, "Cancel")])
def test_the_dialogs_of_qt_speak_the_language_of_the_window(qapp: QApplication, language: Language, told: str) -> None:
    translator = install(qapp, ROOT / "resources", language)
    assert translator is not None
    try:
        assert (QCoreApplication.translate("QPlatformTheme", "Cancel") or "Cancel") == told
    finally:
        qapp.removeTranslator(translator)


def test_the_frozen_program_keeps_that_translation_of_qt() -> None:
    assert '"qtbase_ja"' in (ROOT / "installer" / "bankrm.spec").read_text(encoding="utf-8")
