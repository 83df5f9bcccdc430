"""The command as its own process: streams, signals, and the demo from start to end."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.integration.cli.conftest import FIXTURE

BANKRM = [sys.executable, "-m", "bankrm"]


@pytest.fixture(name="environment")
def _environment(tmp_path: Path) -> dict[str, str]:
    passphrase = tmp_path / "passphrase"
    passphrase.write_text("twelve letters or more\n")
    passphrase.chmod(0o600)
    return {**os.environ, "BANKRM_HOME": str(tmp_path / "home"), "BANKRM_PASSPHRASE_FILE": str(passphrase)}


def test_a_filter_answers_each_line_as_it_comes_in_utf8_whatever_the_locale(environment: dict[str, str]) -> None:
    environment |= {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": ""}
    with subprocess.Popen(
        [*BANKRM, "normalise", "-"], env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for text, value in (("約3億円", 300_000_000), ("１２億円", 1_200_000_000)):
            process.stdin.write(json.dumps({"id": text, "text": text}, ensure_ascii=False) + "\n")
            process.stdin.flush()
            answer = json.loads(process.stdout.readline())
            assert (answer["id"], answer["items"][0]["value"]) == (text, value)
        process.stdin.close()
        assert process.wait(20) == 0


def test_what_is_masked_with_a_key_comes_back_by_its_name(environment: dict[str, str]) -> None:
    text = "凪浜精機株式会社の田辺社長(0263-12-3456)"

    def run(*arguments: str, row: dict[str, str]) -> dict[str, str]:
        done = subprocess.run(
            [*BANKRM, *arguments],
            env=environment,
            input=json.dumps(row),
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        found: dict[str, str] = json.loads(done.stdout)
        return found

    plain = run("mask", row={"id": "1", "text": text})
    assert plain["masked"] == "〔社名1〕の〔人名1〕社長(〔電話1〕)"
    assert not Path(environment["BANKRM_HOME"]).exists()
    subprocess.run([*BANKRM, "store", "init"], env=environment, capture_output=True, check=True)
    masked = run("mask", "--key", "問合せ1", row={"id": "1", "text": text})
    assert masked["masked"] == plain["masked"]
    assert run("unmask", "--key", "問合せ1", row={"id": "1", "text": masked["masked"]})["text"] == text


def test_check_and_search_need_no_home(tmp_path: Path, environment: dict[str, str]) -> None:
    row = {"id": "1", "statement": "残高は3億円。", "evidence": [{"id": "E1", "text": "融資残高 300百万円"}]}
    done = subprocess.run(
        [*BANKRM, "check"], env=environment, input=json.dumps(row), capture_output=True, encoding="utf-8", check=True
    )
    answer = json.loads(done.stdout)
    assert {"id", "verdict", "score", "reasons", "evidence"} == set(answer)
    assert answer["verdict"] == "supported"
    texts, queries = tmp_path / "p.jsonl", tmp_path / "q.jsonl"
    texts.write_text(
        '{"id": "a", "text": "旋盤を更新したい"}\n{"id": "b", "text": "夜勤の人手が足りない"}\n', encoding="utf-8"
    )
    queries.write_text('{"id": "2", "text": "人手の不足"}\n{"id": "1", "text": "ロケット"}\n', encoding="utf-8")
    command = [*BANKRM, "search", "--passages", str(texts), "--queries", str(queries), "--top", "1"]
    found = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=True)
    answers = [json.loads(line) for line in found.stdout.splitlines()]
    assert [(one["id"], [hit["id"] for hit in one["hits"]]) for one in answers] == [("2", ["b"]), ("1", [])]
    assert not Path(environment["BANKRM_HOME"]).exists()


def test_a_bad_line_ends_with_3_and_its_number_after_the_answers_before_it(environment: dict[str, str]) -> None:
    done = subprocess.run(
        [*BANKRM, "normalise"],
        env=environment,
        input='{"id": 1, "text": "3億円"}\nx\n',
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 3
    assert len(done.stdout.splitlines()) == 1
    assert "2行目" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_ctrl_c_ends_with_130_and_one_line_and_leaves_nothing_half_done(environment: dict[str, str]) -> None:
    with subprocess.Popen(
        [*BANKRM, "normalise", "-"], env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:  # fmt: skip
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write('{"id": 1, "text": "3億円"}\n')
        process.stdin.flush()
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 130
        assert process.stderr.read().splitlines() == ["中断しました。途中のものは残していません。"]


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_ctrl_c_in_the_middle_of_an_import_keeps_whole_files_only(tmp_path: Path, environment: dict[str, str]) -> None:
    subprocess.run([*BANKRM, "store", "init"], env=environment, capture_output=True, check=True)
    rows = (FIXTURE / "torihikisaki.csv").read_text(encoding="utf-8").splitlines()
    head, row = rows[:-1], rows[-1]
    big = tmp_path / "big.csv"
    copies = (row.replace("0012345", f"{n:07}", 1) for n in range(1, 30_001))
    big.write_text("\r\n".join([*head, *copies]), encoding="cp932")
    with subprocess.Popen(
        [*BANKRM, "import", big], env=environment, stderr=subprocess.PIPE, encoding="utf-8"
    ) as process:
        assert process.stderr is not None
        wal = Path(environment["BANKRM_HOME"]) / "store.db-wal"
        deadline = time.monotonic() + 20
        while not wal.exists() and time.monotonic() < deadline:
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 130
        assert len(process.stderr.read().splitlines()) == 1
    listed = subprocess.run([*BANKRM, "clients", "--json"], env=environment, capture_output=True, check=True)
    assert json.loads(listed.stdout) == []


def test_the_demo_leaves_a_word_file_and_three_drafts_for_each_visit(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    for name in ("BANKRM_HOME", "BANKRM_PASSPHRASE_FILE"):
        del environment[name]
    out = tmp_path / "demo"
    command = [*BANKRM, "--today", "2026-11-20", "demo", "--out", str(out)]
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    folders = sorted(path for path in out.iterdir() if path.name.startswith("2026-11-24_"))
    assert len(folders) >= 4
    for folder in folders:
        assert {path.suffix for path in folder.iterdir()} == {".json", ".docx"}
        for file in folder.glob("*.json"):
            draft = json.loads(file.read_text(encoding="utf-8"))
            known = {piece["id"] for piece in draft["evidence"]}
            facts = [s for section in draft["sections"] for s in section["statements"] if s["kind"] == "fact"]
            assert facts
            assert all(fact["citations"] and set(fact["citations"]) <= known for fact in facts)
    listed = subprocess.run(
        [*BANKRM, "--home", out / "home", "visits", "--date", "2026-11-24", "--json"],
        env={**environment, "BANKRM_PASSPHRASE_FILE": str(out / "home" / "passphrase")}, capture_output=True, check=True,
    )  # fmt: skip
    assert len(json.loads(listed.stdout)) == len(folders)
