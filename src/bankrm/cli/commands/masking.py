"""Masking: a filter that needs no store, and, under a name, one whose tokens can be taken back by the store's key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from bankrm.cli.commands.checking import Input
from bankrm.cli.json_lines import Line, run_filter, text_of
from bankrm.cli.session import session_of

if TYPE_CHECKING:
    from bankrm.drafting.privacy.masking import Masked


def mask(
    context: typer.Context,
    file: Input = "-",
    key: Annotated[str | None, typer.Option(help="元に戻す鍵を残す名前", metavar="NAME")] = None,
) -> None:
    """人名・社名・住所・番号・機微情報などを伏せる。見落としがありえるので、渡す前に人が確かめること。

    入力は1行に {"id", "text"}、出力は {"id", "masked", "spans": [{"start", "end", "type"}]}。
    --key を付けると、取引先と面談者の名前も使って伏せ、元に戻す鍵を暗号化された保存場所に残す(bankrm unmask)。
    """
    if key is None:
        from bankrm.bootstrap import recogniser
        from bankrm.drafting.privacy.masking import mask as masked

        find = recogniser()
        run_filter(file, lambda line: _row(line, masked(text_of(line, "text"), find)))
        return
    program = session_of(context).program()
    with program.open_store() as store:
        mask_text = program.privacy.mask(store)
        run_filter(file, lambda line: _row(line, mask_text(key, text_of(line, "text"))))


def _row(line: Line, masked: Masked) -> dict[str, object]:
    spans = [{"start": span.start, "end": span.end, "type": span.kind.value} for span in masked.spans]
    return {"id": line.row["id"], "masked": masked.text, "spans": spans}


def unmask(
    context: typer.Context,
    key: Annotated[str, typer.Option(help="伏せたときの鍵の名前", metavar="NAME")],
    file: Input = "-",
) -> None:
    """bankrm mask --key で伏せた文を元に戻す。入力は1行に {"id", "text"}、出力は {"id", "text"}。"""
    program = session_of(context).program()
    with program.open_store() as store:
        unmask_text = program.privacy.unmask(store)
        run_filter(file, lambda line: {"id": line.row["id"], "text": unmask_text(key, text_of(line, "text"))})
