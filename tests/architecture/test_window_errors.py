"""Every expected error that the window may meet has its sentences there too."""

from __future__ import annotations

import re

from tests.architecture.test_error_catalogue import ERRORS

from bankrm.application.ports.readers import ProfileUndecided
from bankrm.ui.errors import CATALOGUE, words_for

FOR_COMMANDS_ONLY = {error.code for error in ERRORS if error.__module__.startswith("bankrm.cli.")} | {
    "line_invalid", "input_unreadable", "cif_ambiguous", "engine_unavailable", "demo_home_foreign",
}  # fmt: skip


def test_every_error_has_an_entry() -> None:
    assert sorted({error.code for error in ERRORS} - FOR_COMMANDS_ONLY - set(CATALOGUE)) == []


def test_no_entry_is_without_an_error() -> None:
    assert set(CATALOGUE) - {error.code for error in ERRORS} == set()


def test_a_placeholder_names_a_detail_that_the_error_documents() -> None:
    for error in ERRORS:
        if error.code not in FOR_COMMANDS_ONLY:
            documented = " ".join(base.__doc__ or "" for base in error.__mro__)
            for name in re.findall(r"{(\w+)}", "".join(CATALOGUE[error.code])):
                assert re.search(rf"\b{name}\b", documented), (error.code, name)


def test_no_sentence_sends_a_person_to_the_command_line() -> None:
    assert [code for code, sentences in CATALOGUE.items() if "bankrm " in "".join(sentences)] == []


def test_a_missing_detail_never_hides_the_message() -> None:
    error = next(one for one in ERRORS if one.code == "file_missing")()
    assert "不明" in words_for(error).title


def test_a_file_that_cannot_be_imported_is_told_by_its_name_alone() -> None:
    told = words_for(ProfileUndecided(path="/home/sato/受信/残高.csv", candidates=[]))
    assert "残高.csv" in told.title
    assert "sato" not in told.title
