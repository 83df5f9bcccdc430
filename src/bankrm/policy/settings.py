"""The settings that IT, and within its bounds the user, may give: one model, named as in the files that are rolled out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_pascal

SECURITY_KEYS = frozenset(
    {"Engine", "ModelPath", "ComplianceRules", "AllowPrint", "AllowClipboard", "AllowExport"}
)  # a bad value of these stops the program; of all others it is left out


def _absolute(path: Path) -> Path:
    if not path.is_absolute():
        raise ValueError("a relative path would depend on where the program is started")
    return path


class Policy(BaseModel):
    """Every setting with its default. JSON names are the fields' in PascalCase: `Engine`, `ModelPath` …"""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, alias_generator=to_pascal)

    engine: Annotated[
        Literal["auto", "template", "llama", "transformers"],
        Field(description="文章を書く方式。auto はこの端末に合うものを選ぶ"),
    ] = "auto"
    model_path: Annotated[
        Annotated[Path, AfterValidator(_absolute)] | None, Field(description="端末共通のモデルのフォルダ(読むだけ)")
    ] = None
    compliance_rules: Annotated[
        Annotated[Path, AfterValidator(_absolute)] | None,
        Field(description="銀行独自のコンプライアンスのルールのフォルダ(同じ id のルールを置き換える)"),
    ] = None
    threads: Annotated[int, Field(ge=0, le=256, description="計算に使うスレッド数。0 は端末に合わせる")] = 0
    context_tokens: Annotated[
        int, Field(ge=0, le=131072, description="モデルに一度に読ませるトークン数。0 はモデルに合わせる(最大 8192)")
    ] = 0
    prepare_on_battery: Annotated[bool, Field(description="電池で動いている間も下書きを準備する")] = False
    prepare_when_in_use: Annotated[bool, Field(description="操作している間も下書きを準備する")] = False
    idle_lock_minutes: Annotated[int, Field(ge=1, le=240, description="操作がこの分数ないと、画面をロックする")] = 15
    idle_minutes: Annotated[int, Field(ge=1, le=120, description="操作がこの分数ないと、使っていないとみなす")] = 3
    allow_print: Annotated[bool, Field(description="下書きの印刷を許す")] = True
    allow_clipboard: Annotated[bool, Field(description="下書き・根拠・記録のコピーを許す")] = True
    allow_export: Annotated[bool, Field(description="下書き・記録・約束のファイルへの書き出しを許す")] = True
