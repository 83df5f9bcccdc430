"""The command line: global options, the commands, and the one place where errors become words and exit codes.

0 done, 1 done with findings, 2 wrong usage, 3 expected error, 70 bug, 130 stopped by Ctrl-C.
"""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from bankrm import __version__
from bankrm.cli.commands import checking, demo, documents, engine, masking, model, policy, records, store, upkeep
from bankrm.cli.help import Command, Group
from bankrm.cli.session import Session, default_home, today_of
from bankrm.domain.errors import ExpectedError


class NoScreen(ExpectedError):
    """There is no screen on which the window could be shown."""

    code = "no_screen"


DONE, FINDINGS, USAGE, EXPECTED, BUG, STOPPED = 0, 1, 2, 3, 70, 130
CLOSED_PIPE = 141

app = typer.Typer(
    cls=Group,
    help="BankRM: 訪問先の事前調査・交渉履歴の要約・セールスシナリオを、記録を根拠にして下書きする。",
    epilog="終了コード: 0 完了、1 指摘あり、2 使い方の誤り、3 できない理由あり、70 不具合、130 中断。",
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=False,
    invoke_without_command=True,
)  # fmt: skip


def _version(asked: bool) -> None:
    if asked:
        print(f"bankrm {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    context: typer.Context,
    home: Annotated[Path | None, typer.Option(help="データのフォルダ", envvar="BANKRM_HOME", metavar="DIR")] = None,
    today: Annotated[str | None, typer.Option(help="今日とみなす日(テストとデモ用)", metavar="DATE")] = None,
    self_check: Annotated[
        bool, typer.Option("--self-check", help="この導入が動くかを試す(見本のデータで、後に何も残さない)")
    ] = False,
    model: Annotated[
        Path | None, typer.Option(help="--self-check で1トークン書かせる小さな言語モデル", metavar="FILE")
    ] = None,
    _: Annotated[bool, typer.Option("--version", help="版を表示して終わる", callback=_version, is_eager=True)] = False,
) -> None:
    session = Session((home or default_home()).absolute(), today_of(today) if today else None)
    context.obj = session
    if model and not self_check:
        raise typer.BadParameter(
            "ここでの --model は --self-check と一緒に使います(コマンドの後の --model とは別です)。"
        )
    if self_check:
        raise typer.Exit(upkeep.self_check(model))
    if context.invoked_subcommand is None:
        raise typer.Exit(_open_window(session))


def _open_window(session: Session) -> int:
    gc.disable()  # what is loaded stays; the window itself says when to collect (ui/shell/responding.py)
    from bankrm.ui.app import has_screen, run

    if not has_screen():
        raise NoScreen
    return run(session.home, session.today)


app.command("demo", cls=Command)(demo.demo)
app.add_typer(store.app, name="store", cls=Group, help="データの保存場所: 作る、調べる、控えを取る、控えから戻す。")
app.command("import", cls=Command)(records.import_records)
app.add_typer(records.app, name="records", cls=Group, help="応接記録: 確定した記録を行内のシステムへ渡す。")
app.command("clients", cls=Command)(records.clients)
app.command("visits", cls=Command)(records.visits)
app.command("prepare", cls=Command)(documents.prepare)
app.command("export", cls=Command)(documents.export)
app.command("submit", cls=Command)(documents.submit)
app.command("check", cls=Command)(checking.check)
app.command("compliance", cls=Command)(checking.compliance)
app.command("mask", cls=Command)(masking.mask)
app.command("unmask", cls=Command)(masking.unmask)
app.command("normalise", cls=Command)(checking.normalise)
app.command("act", cls=Command)(checking.act)
app.command("search", cls=Command)(checking.search)
app.add_typer(engine.app, name="engine", cls=Group, help="文章を書く方式: この端末で何が使えるかを調べる。")
app.add_typer(model.app, name="model", cls=Group, help="言語モデル: 入れる、確かめる、一覧、消す、バンドルを作る。")
app.add_typer(policy.app, name="policy", cls=Group, help="設定: 何が効いていて、誰が決めたかを示す。")
app.command("doctor", cls=Command)(upkeep.doctor)


def run() -> None:
    """Run one command and leave with its exit code."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace" if stream is sys.stderr else "strict")
    sys.exit(guarded(sys.argv[1:]))


def guarded(arguments: list[str]) -> int:
    """The exit code of one command; whatever it raises is told on standard error in one sentence."""
    from bankrm.cli.border import tell

    try:
        code = typer.main.get_command(app).main(arguments, prog_name="bankrm", standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read our output has gone
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLOSED_PIPE
    except BaseException as error:
        return tell(error, home_named(arguments))
    if code == STOPPED:
        return tell(KeyboardInterrupt(), home_named(arguments))
    return code if isinstance(code, int) else DONE


def home_named(arguments: list[str]) -> Path:
    """The data folder as far as the arguments tell, for the log of a bug."""
    for place, argument in enumerate(arguments):
        if argument == "--home" and place + 1 < len(arguments):
            return Path(arguments[place + 1])
        if argument.startswith("--home="):
            return Path(argument.removeprefix("--home="))
    named = os.environ.get("BANKRM_HOME")
    return Path(named) if named else default_home()
