"""A setting of the user is written whole or not at all, and IT's stays above it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bankrm.policy.reading import Level, PolicyInvalid, PolicyUnreadable, read_policy
from bankrm.policy.writing import choose_setting


def test_a_choice_is_read_again_beside_what_else_stands_there(tmp_path: Path) -> None:
    settings = tmp_path / "settings.json"
    settings.write_text('{"Threads": 3}')
    choose_setting(settings, "Engine", "template")
    found = read_policy(tmp_path / "machine", settings)
    assert (found.policy.engine, found.policy.threads) == ("template", 3)
    assert found.sources["Engine"].level is Level.USER
    assert [file.name for file in tmp_path.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(("key", "value"), [("Engine", "fast"), ("Nothing", 1), ("IdleMinutes", 0)])
def test_what_may_not_be_is_not_written(tmp_path: Path, key: str, value: object) -> None:
    settings = tmp_path / "settings.json"
    with pytest.raises(PolicyInvalid):
        choose_setting(settings, key, value)
    assert not settings.exists()


def test_a_file_that_is_no_settings_is_left_as_it_is(tmp_path: Path) -> None:
    settings = tmp_path / "settings.json"
    settings.write_text("not json")
    with pytest.raises(PolicyUnreadable):
        choose_setting(settings, "Engine", "template")
    assert settings.read_text() == "not json"


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(PolicyUnreadable):
        choose_setting(tmp_path / "gone" / "settings.json", "Engine", "template")


def test_what_it_manages_stays_above_the_users_choice(tmp_path: Path) -> None:
    managed = tmp_path / "machine" / "managed"
    managed.mkdir(parents=True)
    (managed / "bank.json").write_text(json.dumps({"Engine": "llama"}))
    choose_setting(tmp_path / "settings.json", "Engine", "template")
    assert read_policy(tmp_path / "machine", tmp_path / "settings.json").policy.engine == "llama"
