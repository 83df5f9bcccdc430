"""Records: bring files in, list clients and visits, hand confirmed records over to the bank's own system."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bankrm.cli.border import say
from bankrm.cli.help import Command
from bankrm.cli.output import print_json, progress_bar, table
from bankrm.cli.session import day_of, session_of

if TYPE_CHECKING:
    from bankrm.application.file_report import FileReport

app = typer.Typer(rich_markup_mode=None, no_args_is_help=True)
Json = Annotated[bool, typer.Option("--json", help="結果をJSONで標準出力に書く")]
SHOWN_FINDINGS = 5


def import_records(
    context: typer.Context,
    paths: Annotated[list[Path], typer.Argument(help="取り込むファイルかフォルダ", metavar="PATH...")],
    profile: Annotated[str | None, typer.Option(help="表の読み方(プロファイル)の名前", metavar="NAME")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="読んで確かめるだけで、取り込まない")] = False,
    json: Json = False,
) -> int:
    """記録のファイルを取り込む(CSV・Excel・PDF・Word・テキスト・メール・予定)。

    同じファイルをもう一度取り込んでも何も変わらない。直された記録は新しい版になり、元の版も残る。
    """
    program = session_of(context).program()
    with program.open_store() as store, progress_bar() as report:
        reports = program.records.import_files(store)(paths, profile=profile, dry_run=dry_run, report=report)
    if json:
        print_json([one.as_json() for one in reports])
    else:
        _tell(reports, dry_run)
    return 1 if any(one.has_findings for one in reports) else 0


def _tell(reports: tuple[FileReport, ...], dry_run: bool) -> None:
    headings = ("ファイル", "種類", "プロファイル", "行", "新規", "変更", "同じ", "除外", "エラー")
    rows = [
        (Path(r.path).name, r.type, r.profile or "-", r.rows, r.new, r.changed, r.unchanged, sum(r.skipped.values()), len(r.errors))
        for r in reports
    ]  # fmt: skip
    print(table(headings, rows))
    for one in reports:
        tell_findings(one)
    if dry_run:
        say("確かめただけで、取り込んでいません。")


def tell_findings(one: FileReport) -> None:
    """Why a file was refused, what was left out by rule, and its first rows in error, on standard error."""
    from bankrm.cli.errors import words_for
    from bankrm.cli.findings import finding_words, skip_words

    name = Path(one.path).name
    if one.skipped:
        say(f"{name} 除外: {skip_words(one.skipped)}")
    if one.refused:
        words = words_for(one.refused.code, one.refused.details)
        say(f"{name}: {words.title} {words.what_to_do}")
    for label, findings in (("エラー", one.errors), ("注意", one.warnings)):
        for finding in findings[:SHOWN_FINDINGS]:
            line = f"{finding.line}行目 " if finding.line else ""
            say(f"{name} {line}{label}: {finding_words(finding)}")
        if len(findings) > SHOWN_FINDINGS:
            say(f"{name} {label}: ほか{len(findings) - SHOWN_FINDINGS}件(全件は --json で見られます)")


def clients(context: typer.Context, json: Json = False) -> None:
    """取引先の一覧。"""
    program = session_of(context).program()
    with program.open_store() as store:
        found = program.queries.clients(store)()
    if json:
        print_json(
            [
                {
                    "branch": client.key.branch, "cif": client.key.cif, "name": client.name, "reading": client.reading,
                    "industry": client.industry, "corporate_number": client.corporate_number,
                }
                for client in found
            ]
        )  # fmt: skip
        return
    rows = [(client.key, client.name, client.industry, client.representative) for client in found]
    print(table(("店番-CIF", "取引先", "業種", "代表者"), rows))


def visits(
    context: typer.Context,
    date: Annotated[
        str | None, typer.Option("--date", help="この日の訪問だけ(既定: 今日から先)", metavar="DATE")
    ] = None,
    json: Json = False,
) -> None:
    """訪問予定の一覧。"""
    session = session_of(context)
    day = day_of(date) if date else None
    program = session.program()
    with program.open_store() as store:
        listed = program.queries.visits(store)
        found = listed(day, day) if day else listed(session.day)
    if json:
        print_json(
            [
                {
                    "id": row.visit.ref,
                    "client": {"branch": row.visit.client.branch, "cif": row.visit.client.cif, "name": row.client_name},
                    "start": row.visit.start.isoformat(), "people": list(row.visit.people), "purpose": row.visit.purpose,
                    "drafts": list(row.drafts),
                }
                for row in found
            ]
        )  # fmt: skip
        return
    shown = [
        (f"{r.visit.start:%Y-%m-%d %H:%M}", r.visit.client, r.client_name, "、".join(r.visit.people), r.visit.purpose, len(r.drafts))
        for r in found
    ]  # fmt: skip
    print(table(("日時", "店番-CIF", "取引先", "面談予定者", "目的", "下書き"), shown))


@app.command("export", cls=Command)
def export(
    context: typer.Context,
    profile: Annotated[str, typer.Option(help="行内のシステムの表の形(プロファイル)の名前", metavar="NAME")],
    since: Annotated[str, typer.Option(help="この日以後の面談の記録", metavar="DATE")],
    out: Annotated[Path | None, typer.Option(help="書き出すファイル(既定: いまのフォルダ)", metavar="FILE")] = None,
) -> int:
    """確定した応接記録を、行内のシステム(SFA)の表の形で書き出す(CP932のCSV)。

    同じ記録は一度だけ書き出し、SFA登録済みにする。訂正して確定し直した記録は、もう一度書き出す。
    """
    from bankrm.application.ports.exporting import ExportRefused

    day = day_of(since)
    program = session_of(context).program()
    target = out or Path(f"osetsu_kiroku_{program.clock.now().astimezone():%Y%m%d_%H%M%S}.csv")
    if target.exists():
        raise ExportRefused(path=str(target), reason="exists")
    with program.open_store() as store:
        done = program.records.export(store, profile)(day, target)
    say(f"{done.count}件を書き出しました: {done.path}" if done.path else "書き出す記録はありません。")
    return 0
