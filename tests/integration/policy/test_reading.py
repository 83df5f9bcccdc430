from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from bankrm.policy.reading import (
    IgnoredSetting,
    Level,
    PolicyInForce,
    PolicyInvalid,
    PolicyUnreadable,
    Source,
    machine_folder,
    read_policy,
)
from bankrm.policy.settings import SECURITY_KEYS, Policy


class Machine:
    """A machine's places for settings."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.user = folder / "home" / "settings.json"

    def say(self, path: str, content: str | dict[str, Any]) -> Path:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        return file

    def read(self) -> PolicyInForce:
        return read_policy(self.folder, self.user)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_with_no_file_all_is_as_shipped(machine: Machine) -> None:
    found = machine.read()
    assert found.policy == Policy()
    assert set(found.sources.values()) == {Source(Level.DEFAULT)}
    assert set(found.sources) == {field.alias for field in Policy.model_fields.values()}
    assert set(found.sources) > SECURITY_KEYS


def test_managed_wins_then_the_user_then_recommended(machine: Machine) -> None:
    managed = machine.say("managed/bank.json", {"Engine": "llama"})
    user = machine.say("home/settings.json", {"Engine": "template", "Threads": 3})
    recommended = machine.say("recommended/bank.json", {"Engine": "auto", "Threads": 4, "IdleMinutes": 9})
    found = machine.read()
    assert (found.policy.engine, found.policy.threads, found.policy.idle_minutes) == ("llama", 3, 9)
    assert found.sources["Engine"] == Source(Level.MANAGED, managed)
    assert found.sources["Threads"] == Source(Level.USER, user)
    assert found.sources["IdleMinutes"] == Source(Level.RECOMMENDED, recommended)
    assert found.managed("Engine")
    assert not found.managed("Threads")


def test_of_several_managed_files_the_first_by_name_wins(machine: Machine) -> None:
    machine.say("managed/20-branch.json", {"Engine": "template", "Threads": 2})
    first = machine.say("managed/10-bank.json", {"Engine": "llama"})
    machine.say("managed/00-readme.txt", "not a policy")
    found = machine.read()
    assert (found.policy.engine, found.policy.threads) == ("llama", 2)
    assert found.sources["Engine"].file == first


@pytest.mark.parametrize("place", ["managed/bank.json", "recommended/bank.json", "home/settings.json"])
@pytest.mark.parametrize(
    ("key", "value"),
    [("Engine", "gpt"), ("Engine", None), ("Engine", 1), ("ModelPath", "models"), ("ModelPath", 1), ("ModelPath", "")],
)
def test_a_bad_security_value_refuses_to_start_and_is_named(
    machine: Machine, place: str, key: str, value: object
) -> None:
    file = machine.say(place, {key: value})
    with pytest.raises(PolicyInvalid) as invalid:
        machine.read()
    assert invalid.value.details == {"path": str(file), "key": key}


def test_a_bad_security_value_refuses_also_where_a_stronger_one_is_good(machine: Machine) -> None:
    machine.say("managed/bank.json", {"Engine": "llama"})
    machine.say("home/settings.json", {"Engine": "gpt"})
    with pytest.raises(PolicyInvalid):
        machine.read()


@pytest.mark.parametrize(
    ("key", "value"),
    [("Threads", -1), ("Threads", "4"), ("Threads", True), ("Threads", 1.5), ("ContextTokens", -5), ("IdleMinutes", 0),
     ("PrepareOnBattery", "yes"), ("PrepareOnBattery", 1)],
)  # fmt: skip
def test_a_bad_comfort_value_is_left_out_and_told(machine: Machine, key: str, value: object) -> None:
    file = machine.say("managed/bank.json", {key: value})
    found = machine.read()
    assert found.policy == Policy()
    assert found.ignored == (IgnoredSetting(key, file, unknown=False),)


def test_behind_a_bad_comfort_value_the_next_good_one_counts(machine: Machine) -> None:
    machine.say("managed/bank.json", {"Threads": -1})
    machine.say("home/settings.json", {"Threads": 3})
    assert machine.read().policy.threads == 3


def test_a_name_that_is_no_setting_is_left_out_and_told(machine: Machine) -> None:
    file = machine.say("managed/bank.json", {"engine": "llama", "Threads": 2})
    found = machine.read()
    assert (found.policy.engine, found.policy.threads) == ("auto", 2)
    assert found.ignored == (IgnoredSetting("engine", file, unknown=True),)


@pytest.mark.parametrize(
    ("content", "reason"), [("", "not_json"), ("{", "not_json"), ("[]", "not_an_object"), ("[" * 100_000, "not_json")]
)
@pytest.mark.parametrize("place", ["managed/bank.json", "recommended/bank.json", "home/settings.json"])
def test_a_file_that_cannot_be_read_refuses_to_start(machine: Machine, place: str, content: str, reason: str) -> None:
    file = machine.say(place, content)
    with pytest.raises(PolicyUnreadable) as unreadable:
        machine.read()
    assert unreadable.value.details == {"path": str(file), "reason": reason}


def test_a_file_that_notepad_saved_is_read(machine: Machine) -> None:
    machine.say("managed/bank.json", "\ufeff" + json.dumps({"Threads": 2}))
    assert machine.read().policy.threads == 2


def test_a_folder_in_place_of_a_file_refuses_to_start(machine: Machine) -> None:
    (machine.folder / "managed" / "bank.json").mkdir(parents=True)
    with pytest.raises(PolicyUnreadable):
        machine.read()


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may read everything")
def test_a_managed_folder_that_may_not_be_read_is_not_taken_for_an_empty_one(machine: Machine) -> None:
    machine.say("managed/bank.json", {"Engine": "template"}).parent.chmod(0)
    with pytest.raises(PolicyUnreadable):
        machine.read()


def test_a_model_path_is_read_as_a_path(machine: Machine, tmp_path: Path) -> None:
    machine.say("managed/bank.json", {"ModelPath": str(tmp_path)})
    assert machine.read().policy.model_path == tmp_path


def test_no_environment_variable_moves_the_managed_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    before = machine_folder()
    for name in (
        "BANKRM_HOME",
        "BANKRM_POLICIES",
        "HOME",
        "XDG_CONFIG_HOME",
        "XDG_CONFIG_DIRS",
        "ProgramData",
        "ALLUSERSPROFILE",
    ):
        monkeypatch.setenv(name, str(tmp_path))
    assert machine_folder() == before
    if sys.platform != "win32":
        assert before == Path("/etc/bankrm/policies")
