"""demo: the sample bank in a store of its own, and the sets of the next business day as files."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bankrm.cli.commands.documents import VISIT_SET, tell_failed
from bankrm.cli.commands.records import tell_findings
from bankrm.cli.output import progress_bar
from bankrm.cli.preparing import EngineName, EngineOption, ModelOption, Wish, preparation
from bankrm.cli.session import session_of

if TYPE_CHECKING:
    from bankrm.application.file_report import FileReport
    from bankrm.application.prepare_sets import PreparedSet


def demo(
    context: typer.Context,
    out: Annotated[Path, typer.Option(help="書き出すフォルダ", metavar="DIR")] = Path("demo"),
    engine: EngineOption = EngineName.AUTO,
    model: ModelOption = None,
) -> int:
    """見本の銀行を暗号化した保存場所に作り、翌営業日の訪問準備一式をWordとJSONで書き出す。"""
    from bankrm.application.prepare_sets import Task
    from bankrm.bootstrap import make_demo_home

    wish = Wish.of(engine, model)
    session, started = session_of(context), time.monotonic()
    home = make_demo_home(out / "home")
    program = session.program(home.folder, home.passphrase)
    with program.create_store() as store:
        print(f"保存場所を作りました: {home.folder / 'store.db'}(暗号化済み)")
        print(f"  パスフレーズは乱数で作り {home.passphrase} に置きました(見本専用)。")
        with progress_bar() as report:
            imported = program.records.import_files(store)([program.resources.path("sample")], report=report)
        imported_s = time.monotonic() - started
        _tell_import(imported, imported_s)
        day = program.calendar.next_open(session.day)
        rows = program.queries.visits(store)(day, day)
        print(f"翌営業日 {day} の訪問 {len(rows)}件を準備します。")
        with preparation(program, store, wish) as prepare_tasks:
            tasks = [Task(row.visit.client, row.visit) for row in rows]
            outcome = prepare_tasks(tasks, [kind.value for kind in VISIT_SET], out)
    names = {row.visit.client: row.client_name for row in rows}
    for one in outcome.sets:
        print(f"  {names[one.client]}: 記述{one.statements}件、要確認{one.questioned}件 → {one.files[-1]}")
    failed = tell_failed(outcome, home.folder)
    _tell_end(outcome.sets, out, time.monotonic() - started)
    day_given = f" --today {session.today}" if session.today else ""
    command = f".venv/bin/bankrm --home {home.folder}{day_given} visits"
    print(f"続きを試す: BANKRM_PASSPHRASE_FILE={home.passphrase} {command}")
    return failed


def _tell_import(reports: tuple[FileReport, ...], seconds: float) -> None:
    new, errors = sum(r.new for r in reports), sum(len(r.errors) for r in reports)
    refused = sum(r.refused is not None for r in reports)
    print(
        f"見本のファイル{len(reports)}個から{new}件を取り込みました(エラー{errors}行、読めないファイル{refused}個、{seconds:.1f}秒)。"
    )
    for one in reports:
        if one.has_findings:
            tell_findings(one)


def _tell_end(sets: tuple[PreparedSet, ...], out: Path, seconds: float) -> None:
    drafts = sum(len(one.drafts) for one in sets)
    questioned = sum(one.questioned for one in sets)
    print(f"下書き{drafts}件を {out} に書き出しました(要確認{questioned}件、全体で{seconds:.1f}秒)。")
    print("この版にまだ無いもの: 承認、本部への送信。")
