"""engine: what this machine is, which models it has, and what would write with which."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import typer

from bankrm.cli.commands.model import bundle_as_json, model_table
from bankrm.cli.commands.policy import told_policy
from bankrm.cli.commands.records import Json
from bankrm.cli.help import Command
from bankrm.cli.output import print_json, progress_bar, table
from bankrm.cli.preparing import EngineName, EngineOption, ModelOption, Wish
from bankrm.cli.session import session_of
from bankrm.domain.progress import CancelToken

if TYPE_CHECKING:
    from bankrm.application.ports.engine_plan import Choice, Plan
    from bankrm.application.recommend_model import Recommendation

app = typer.Typer(rich_markup_mode=None, no_args_is_help=True)


@app.command("probe", cls=Command)
def probe(context: typer.Context, json: Json = False) -> None:
    """この端末の機器、入っているモデル、どの方式で書くかとその理由を示す。"""
    program = session_of(context).program()
    told_policy(program)
    hardware, installed = program.engines.hardware(), program.engines.models.installed()
    plan, recommended = program.engines.plan(hardware), program.engines.catalogue.recommend(hardware)
    if json:
        print_json(
            {
                "hardware": asdict(hardware), "bundles": [bundle_as_json(one) for one in installed], "threads": plan.threads,
                "plan": [_choice_as_json(one) for one in plan.tries],
                "passed_over": [_choice_as_json(one) for one in plan.passed_over],
                "recommended": _recommended_as_json(recommended),
            }
        )  # fmt: skip
        return
    from bankrm.cli.engine_words import machine_rows, recommendation_words

    print(table(("機器", "内容"), machine_rows(hardware)))
    print(f"\n{model_table(installed)}\n")
    print(_plan_table(plan))
    print(f"\n{recommendation_words(recommended)}")


@app.command("bench", cls=Command)
def bench(
    context: typer.Context, engine: EngineOption = EngineName.AUTO, model: ModelOption = None, json: Json = False
) -> None:
    """言語モデルの速さを、この端末で測る(見本の文章で測り、取引先の情報は使わない)。"""
    from bankrm.application.measure_engine import measure_engine
    from bankrm.drafting.ports import ModelUnusable

    wish = Wish.of(engine, model)
    with session_of(context).program().engines.language_models(wish.engine, wish.model) as models:
        if not models:
            raise ModelUnusable(engine=engine.value, reason="no_bundle")
        asked = models[0]
        with progress_bar() as report:
            measured = measure_engine(asked.model, CancelToken(), report)
    if json:
        print_json({"engine": asked.engine, "model": asked.name, **asdict(measured)})
        return
    rows = [
        ("方式とモデル", f"{asked.engine} {asked.name}"),
        ("読み込み", f"{measured.load_s}秒"),
        ("読む速さ", f"{measured.read_per_s}トークン/秒({measured.prefix_tokens}トークン)"),
        ("書く速さ", f"{measured.write_per_s}トークン/秒"),
        ("最初の問いの書き出しまで", f"{measured.first_token_s}秒"),
        ("二つ目からの書き出しまで", f"{measured.later_first_token_s}秒"),
    ]
    print(table(("項目", "値"), rows))


def _plan_table(plan: Plan) -> str:
    from bankrm.cli.engine_words import ENGINES, reason_words

    rows = [(str(place), choice) for place, choice in enumerate(plan.tries, 1)]
    rows += [("使わない", choice) for choice in plan.passed_over]
    return table(
        ("順番", "方式", "モデル", "理由"),
        [
            (place, ENGINES[choice.engine], choice.bundle.name if choice.bundle else "-", reason_words(choice))
            for place, choice in rows
        ],
    )


def _choice_as_json(choice: Choice) -> dict[str, Any]:
    from bankrm.cli.engine_words import reason_words

    return {
        "engine": choice.engine.value, "model": choice.bundle.name if choice.bundle else None,
        "gpu": choice.gpu.uuid if choice.gpu else None, "context_tokens": choice.context_tokens,
        "reason": choice.reason.value, **choice.details, "words": reason_words(choice),
    }  # fmt: skip


def _recommended_as_json(found: Recommendation | None) -> dict[str, Any] | None:
    return {"name": found.model.name, "on_gpu": found.on_gpu, "need_mib": found.need_mib} if found else None
