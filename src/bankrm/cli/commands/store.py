"""The store: make it, tell about it, back it up, put a backup in place."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bankrm.cli.border import say
from bankrm.cli.help import Command
from bankrm.cli.output import print_json, table
from bankrm.cli.session import session_of

app = typer.Typer(rich_markup_mode=None, no_args_is_help=True)
COUNTS = {"originals": "元ファイル", "drafts": "下書き", "audit": "監査記録"}


@app.command("init", cls=Command)
def init(context: typer.Context) -> None:
    """暗号化したデータの保存場所を作る。鍵は資格情報ストアか、BANKRM_PASSPHRASE_FILE のパスフレーズで守る。"""
    program = session_of(context).program()
    with program.create_store() as store:
        info = store.info()
    print(f"作りました: {info.path}(鍵の守り方: {'、'.join(info.wraps)})")


@app.command("info", cls=Command)
def info(
    context: typer.Context, json: Annotated[bool, typer.Option("--json", help="結果をJSONで標準出力に書く")] = False
) -> None:
    """保存場所の大きさ・版・鍵の守り方・件数を示す。"""
    with session_of(context).program().open_store() as store:
        found = store.info()
    if json:
        print_json(
            {
                "path": str(found.path), "bytes": found.bytes, "schema": found.schema, "wraps": list(found.wraps),
                "counts": dict(found.counts),
            }
        )  # fmt: skip
        return
    rows: list[tuple[str, object]] = [
        ("場所", found.path),
        ("大きさ", f"{found.bytes:,}バイト"),
        ("版", found.schema),
        ("鍵の守り方", "、".join(found.wraps)),
    ]
    rows += [(COUNTS.get(name, name), count) for name, count in found.counts.items()]
    print(table(("項目", "値"), rows))


@app.command("backup", cls=Command)
def backup(
    context: typer.Context, file: Annotated[Path, typer.Argument(help="作る控えのファイル", metavar="FILE")]
) -> None:
    """暗号化したまま、鍵ファイルごと一つのファイルに控えを取る。"""
    with session_of(context).program().open_store() as store:
        digest = store.backup(file)
    print(f"控えを取りました: {file}(SHA-256 {digest})")


@app.command("restore", cls=Command)
def restore(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="控えのファイル", metavar="FILE")],
    move_aside: Annotated[bool, typer.Option("--move-aside", help="今あるデータを退避してから戻す")] = False,
) -> None:
    """控えから戻す。今あるデータは上書きしない(--move-aside で退避する)。"""
    session = session_of(context)
    moved = session.program().restore_store(file, move_aside=move_aside)
    print(f"控えから戻しました: {session.home}")
    for path in moved:
        say(f"退避しました: {path}")
