"""The window's words for settings, engines, machines and what was examined."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from bankrm.application.ports.engine_plan import Choice, Engine, PlanReason
from bankrm.application.ports.hardware import Hardware
from bankrm.application.recommend_model import Recommendation
from bankrm.examination import Check, Examined, Facts, State
from bankrm.policy.reading import Level
from bankrm.ui.errors import words_for
from bankrm.ui.marking import QT_TRANSLATE_NOOP
from bankrm.ui.words import day_words, engine_words

translate = QCoreApplication.translate
POLICY: Mapping[str, str] = {
    "Engine": QT_TRANSLATE_NOOP("Settings", "文章を書く方式"),
    "ModelPath": QT_TRANSLATE_NOOP("Settings", "端末共通のモデルのフォルダ"),
    "ComplianceRules": QT_TRANSLATE_NOOP("Settings", "銀行独自のコンプライアンスのルールのフォルダ"),
    "Threads": QT_TRANSLATE_NOOP("Settings", "計算に使うスレッド数(0 は端末に合わせる)"),
    "ContextTokens": QT_TRANSLATE_NOOP("Settings", "一度に読ませるトークン数(0 はモデルに合わせる)"),
    "AllowPrint": QT_TRANSLATE_NOOP("Settings", "下書きを印刷する"),
    "AllowClipboard": QT_TRANSLATE_NOOP("Settings", "下書き・根拠・記録をコピーする"),
    "AllowExport": QT_TRANSLATE_NOOP("Settings", "下書き・記録・約束をファイルに書き出す"),
    "PrepareOnBattery": QT_TRANSLATE_NOOP("Settings", "電池で動いている間も下書きを準備する"),
    "PrepareWhenInUse": QT_TRANSLATE_NOOP("Settings", "操作している間も下書きを準備する"),
    "IdleMinutes": QT_TRANSLATE_NOOP("Settings", "使っていないとみなすまでの分数"),
    "IdleLockMinutes": QT_TRANSLATE_NOOP("Settings", "画面をロックするまでの分数"),
}  # fmt: skip
CHOICES: Mapping[str, tuple[object, ...]] = {
    "Engine": ("auto", "template", "llama", "transformers"),
    "PrepareOnBattery": (False, True),
    "PrepareWhenInUse": (False, True),
    "IdleMinutes": (1, 3, 5, 10, 30),
    "IdleLockMinutes": (5, 10, 15, 30, 60),
}
_LEVELS: Mapping[Level, str] = {
    Level.MANAGED: QT_TRANSLATE_NOOP("Settings", "IT部門が決めています"),
    Level.USER: QT_TRANSLATE_NOOP("Settings", "この端末で選んだ値"),
    Level.RECOMMENDED: QT_TRANSLATE_NOOP("Settings", "IT部門のおすすめ"),
    Level.DEFAULT: QT_TRANSLATE_NOOP("Settings", "初期値"),
}
_REASONS: Mapping[PlanReason, str] = {
    PlanReason.ALWAYS_WORKS: QT_TRANSLATE_NOOP("Settings", "モデルなしで、いつでも使えます"),
    PlanReason.FITS_GPU: QT_TRANSLATE_NOOP("Settings", "GPUのメモリに入ります(要る {need}、空き {free})"),
    PlanReason.FITS_MEMORY: QT_TRANSLATE_NOOP("Settings", "メモリに入ります(要る {need}、空き {free})"),
    PlanReason.LAST_RESORT: QT_TRANSLATE_NOOP("Settings", "GPUなしで動かすので遅くなります(要る {need}、空き {free})"),
    PlanReason.BY_POLICY: QT_TRANSLATE_NOOP("Settings", "ポリシーで決まっています"),
    PlanReason.NO_BUNDLE: QT_TRANSLATE_NOOP("Settings", "モデルが入っていません"),
    PlanReason.OTHER_FORMAT: QT_TRANSLATE_NOOP("Settings", "指定のモデルは形式が違います"),
    PlanReason.NO_GPU: QT_TRANSLATE_NOOP("Settings", "使えるGPUがありません"),
    PlanReason.GPU_MEMORY: QT_TRANSLATE_NOOP("Settings", "GPUのメモリが足りません(要る {need}、空き {free})"),
    PlanReason.MEMORY: QT_TRANSLATE_NOOP("Settings", "メモリが足りません(要る {need}、空き {free})"),
    PlanReason.GPU_EXTRA_MISSING: QT_TRANSLATE_NOOP("Settings", "GPU用の部品が入っていません"),
}
_CHECKS: Mapping[Check, str] = {
    Check.PROGRAM: QT_TRANSLATE_NOOP("Settings", "プログラム"),
    Check.CIPHER: QT_TRANSLATE_NOOP("Settings", "暗号化"),
    Check.WORDS: QT_TRANSLATE_NOOP("Settings", "日本語の辞書"),
    Check.RECIPES: QT_TRANSLATE_NOOP("Settings", "書類の構成(レシピ)"),
    Check.CALENDAR: QT_TRANSLATE_NOOP("Settings", "営業日"),
    Check.POLICY: QT_TRANSLATE_NOOP("Settings", "ポリシー"),
    Check.STORE: QT_TRANSLATE_NOOP("Settings", "データ"),
    Check.KEYS: QT_TRANSLATE_NOOP("Settings", "鍵の守り方"),
    Check.AUDIT: QT_TRANSLATE_NOOP("Settings", "監査記録"),
}
_WRAPS: Mapping[str, str] = {
    "os": QT_TRANSLATE_NOOP("Settings", "このパソコンの資格情報"),
    "passphrase": QT_TRANSLATE_NOOP("Settings", "パスフレーズ"),
}


def policy_name(key: str) -> str:
    """What a setting is about."""
    return translate("Settings", POLICY[key])


def level_words(level: Level) -> str:
    """Who said a setting's value."""
    return translate("Settings", _LEVELS[level])


def value_words(value: object) -> str:
    """A setting's value."""
    if isinstance(value, bool):
        return translate("Settings", "はい") if value else translate("Settings", "いいえ")
    if value is None:
        return translate("Settings", "なし")
    if value == "auto":
        return translate("Settings", "この端末に合うもの")
    return str(value) if not isinstance(value, str) else engine_words(value)


def gb(mib: int) -> str:
    """5.2GB."""
    return f"{mib / 1024:.1f}GB"


def choice_words(choice: Choice) -> str:
    """Why an engine is tried, or is not."""
    need, free = gb(choice.details.get("need_mib", 0)), gb(choice.details.get("free_mib", 0))
    return translate("Settings", _REASONS[choice.reason]).format(need=need, free=free)


def writer_words(choice: Choice) -> str:
    """An engine with its model."""
    name = engine_words(choice.engine.value)
    return f"{name} {choice.bundle.name}" if choice.bundle and choice.engine is not Engine.TEMPLATE else name


def recommendation_words(found: Recommendation | None) -> str:
    """What fits this machine, in one sentence."""
    if found is None:
        return translate("Settings", "この PC に合う推奨モデルはありません。定型の書き手を使います。")
    return translate("Settings", "この PC では {size}B のモデルまで快適に動きます。").format(
        size=f"{found.model.parameters:g}"
    )


def machine_words(hardware: Hardware) -> str:
    """The machine in one line."""
    gpus = "、".join(f"{gpu.name} {gb(gpu.memory_mib)}" for gpu in hardware.gpus)
    return translate("Settings", "GPU {gpu}、CPU {cores}コア、メモリ {memory}(空き {free})").format(
        gpu=gpus or translate("Settings", "なし"),
        cores=hardware.physical_cores,
        memory=gb(hardware.memory_mib),
        free=gb(hardware.memory_free_mib),
    )


def wraps_words(wraps: tuple[str, ...]) -> str:
    """What opens the store."""
    separator = translate("Settings", "、")
    return separator.join(translate("Settings", _WRAPS[wrap]) if wrap in _WRAPS else wrap for wrap in wraps)


def check_name(check: Check) -> str:
    """What was looked at."""
    return translate("Settings", _CHECKS[check])


def state_words(state: State) -> str:
    """How it is."""
    return {
        State.OK: translate("Settings", "✓ 良好"),
        State.NOTE: translate("Settings", "– 参考"),
        State.BAD: translate("Settings", "✕ 要対応"),
    }[state]


def examined_words(found: Examined) -> str:
    """What was seen, in one line."""
    if found.error is not None:
        words = words_for(found.error)
        return f"{words.title} {words.what_to_do}"
    if "type" in found.facts:
        return translate("Settings", "読み込めません({type})").format(type=found.facts["type"])
    if found.state is State.NOTE:
        return translate("Settings", "まだありません: {path}").format(path=found.facts["path"])
    return _SEEN[found.check](found.facts)


def _calendar(facts: Facts) -> str:
    return translate("Settings", "祝日{count}日({last}まで)、翌営業日 {next}").format(
        count=facts["count"],
        last=facts["last"],
        next=day_words(facts["next"]),  # type: ignore[arg-type]
    )


def _policy(facts: Facts) -> str:
    managed = translate("Settings", "IT部門が決めている設定 {count}件").format(count=facts["managed"])
    ignored = facts["ignored"]
    if not isinstance(ignored, tuple) or not ignored:
        return managed
    return managed + translate("Settings", "、使えない設定 {keys}").format(keys=", ".join(ignored))


def _audit(facts: Facts) -> str:
    if facts["bad"] is None:
        return translate("Settings", "{count}件、つながっています").format(count=facts["count"])
    return translate("Settings", "{count}件、{bad}件目から合いません").format(count=facts["count"], bad=facts["bad"])


_SEEN: Mapping[Check, Callable[[Facts], str]] = {
    Check.PROGRAM: lambda f: f"BankRM {f['version']}, Python {f['python']}, {f['system']} {f['machine']}",
    Check.CIPHER: lambda f: f"SQLCipher {f['version']}",
    Check.WORDS: lambda f: f"SudachiDict core {f['version']}".rstrip(),
    Check.RECIPES: lambda f: translate("Settings", "{count}種").format(count=f["count"]),
    Check.CALENDAR: _calendar,
    Check.POLICY: _policy,
    Check.STORE: lambda f: translate("Settings", "{bytes}バイト、版 {schema}").format(
        bytes=f"{f['bytes']:,}", schema=f["schema"]
    ),
    Check.KEYS: lambda f: wraps_words(f["wraps"]),  # type: ignore[arg-type]
    Check.AUDIT: _audit,
}
