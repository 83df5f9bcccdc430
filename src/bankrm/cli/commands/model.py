"""model: put language models in place, prove them, list them, take them away, and make bundles of what hubs hand out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bankrm.cli.commands.policy import told_policy
from bankrm.cli.commands.records import Json
from bankrm.cli.help import Command
from bankrm.cli.output import print_json, progress_bar, table
from bankrm.cli.session import session_of
from bankrm.domain.errors import ExpectedError
from bankrm.domain.progress import Report

if TYPE_CHECKING:
    from bankrm.application.ports.models import InstalledBundle, ModelBundles

app = typer.Typer(rich_markup_mode=None, no_args_is_help=True)


@app.command("add", cls=Command)
def add(
    context: typer.Context,
    path: Annotated[Path, typer.Argument(help="モデルのバンドル(フォルダかzip)", metavar="PATH")],
) -> None:
    """モデルのバンドルを入れる。全バイトを確かめてから使えるようにする。通信はしない。"""
    models = _models(context)
    with progress_bar() as report:
        bundle = models.add(path, report)
    print(f"モデルを入れました: {bundle.name}(SHA-256 {bundle.sha256})")


@app.command("verify", cls=Command)
def verify(
    context: typer.Context, name: Annotated[str | None, typer.Argument(help="モデルの名前", metavar="[NAME]")] = None
) -> int:
    """入っているモデルの全バイトを確かめる。合わないものがあれば終了コードは1。"""
    models = _models(context)
    names = [name] if name else [one.name for one in models.installed()]
    with progress_bar() as report:
        found = [(name, _verified(models, name, report)) for name in names]
    print(table(("モデル", "結果"), [(name, error or "良好") for name, error in found]))
    return 1 if any(error for _, error in found) else 0


@app.command("list", cls=Command)
def list_models(context: typer.Context, json: Json = False) -> None:
    """入っているモデルの一覧。"""
    installed = _models(context).installed()
    if json:
        print_json([bundle_as_json(one) for one in installed])
    else:
        print(model_table(installed))


@app.command("remove", cls=Command)
def remove(context: typer.Context, name: Annotated[str, typer.Argument(help="モデルの名前", metavar="NAME")]) -> None:
    """入っているモデルを消す。"""
    _models(context).remove(name)
    print(f"モデルを消しました: {name}")


@app.command("pack", cls=Command)
def pack(
    context: typer.Context,
    source: Annotated[Path, typer.Argument(help=".gguf ファイルか、safetensors のフォルダ", metavar="SOURCE")],
    out: Annotated[Path, typer.Option(help="バンドルを作るフォルダ", metavar="DIR")],
    name: Annotated[str, typer.Option(help="モデルの名前(既定はファイルの名前)", metavar="NAME")] = "",
    licence: Annotated[str, typer.Option(help="ライセンス(既定はファイルが名乗るもの)", metavar="TEXT")] = "",
    prompt_profile: Annotated[
        str, typer.Option(help="問いかけ方(resources/prompts のファイル名)", metavar="NAME")
    ] = "standard",
    context_tokens: Annotated[
        int, typer.Option("--context", help="一度に読ませるトークン数(既定は8192まで)", metavar="TOKENS", min=0)
    ] = 0,
    nf4: Annotated[
        bool, typer.Option("--nf4", help="safetensors を4ビットに詰めておく(読み込みが速くなる。gpu部品が要る)")
    ] = False,
) -> None:
    """モデルのファイルから、目録(manifest.json)付きのバンドルを作る。"""
    from bankrm.application.ports.models import ModelLabels

    program = session_of(context).program()
    labels = ModelLabels(name, licence, prompt_profile, context_tokens)
    with progress_bar() as report:
        bundle = program.engines.pack(source, out, labels, report, nf4=nf4)
    print(f"バンドルを作りました: {out / bundle.name}(SHA-256 {bundle.sha256})")


def model_table(installed: Sequence[InstalledBundle]) -> str:
    """The installed models for people."""
    from bankrm.cli.engine_words import gb

    rows: list[tuple[object, ...]] = []
    for one in installed:
        if isinstance(one.content, ExpectedError):
            rows.append((one.name, "-", "-", "-", "-", "-", _words(one.content)))
        else:
            found = one.content
            rows.append((one.name, found.format, found.quantisation or "-", gb(found.memory_mib), found.context_tokens, found.licence, "入っている"))  # fmt: skip
    return table(("モデル", "形式", "量子化", "要るメモリ", "文脈", "ライセンス", "状態"), rows)


def bundle_as_json(one: InstalledBundle) -> dict[str, Any]:
    """One installed model; `refused` is null, or why it cannot be used."""
    if isinstance(one.content, ExpectedError):
        return {"name": one.name, "folder": str(one.folder), "refused": one.content.details["reason"]}
    found = one.content
    return {
        "name": one.name, "folder": str(one.folder), "refused": None, "format": found.format.value, "sha256": found.sha256,
        "bytes": found.bytes, "licence": found.licence, "architecture": found.architecture,
        "context_tokens": found.context_tokens, "memory_mib": found.memory_mib, "prompt_profile": found.prompt_profile,
        "quantisation": found.quantisation,
    }  # fmt: skip


def _models(context: typer.Context) -> ModelBundles:
    program = session_of(context).program()
    told_policy(program)
    return program.engines.models


def _verified(models: ModelBundles, name: str, report: Report) -> str:
    """Nothing where the model is as it was; else what is wrong. Raises BundleMissing."""
    from bankrm.application.ports.models import BundleRefused

    try:
        models.verify(name, report)
    except BundleRefused as refused:
        return _words(refused)
    return ""


def _words(error: ExpectedError) -> str:
    from bankrm.cli.errors import words_for

    return words_for(error.code, error.details).title
