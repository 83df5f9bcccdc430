"""The plan as a table: what is there, and what follows from it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bankrm.adapters.engines.choice import Machine, Wish, choose
from bankrm.application.ports.engine_plan import Engine, Plan, PlanReason
from bankrm.application.ports.hardware import Gpu, Hardware
from bankrm.application.ports.models import ModelBundle, ModelFormat
from bankrm.policy.reading import Level, PolicyInForce, Source, keys
from bankrm.policy.settings import Policy

SMALL_CARD = Gpu("GPU-small", "small", 6144, 5000, "8.6", "551.86")
LARGE_CARD = Gpu("GPU-large", "large", 12288, 11000, "8.9", "551.86")
DESKTOP = Hardware((), "cpu", (), 4, 16384, 8000, 100_000, None)
GPU_PC = replace(DESKTOP, gpus=(SMALL_CARD, LARGE_CARD))


def bundle(name: str, need_mib: int = 4000, format: ModelFormat = ModelFormat.GGUF, context: int = 8192) -> ModelBundle:
    return ModelBundle(name, format, Path(name), name, 6000 << 20, "MIT", "qwen3", context, need_mib, "chat")


GGUF = bundle("q4")
GGUF_LARGE = bundle("q4-8b", 7000)
SAFETENSORS = bundle("bf16", 4500, ModelFormat.SAFETENSORS)
SAFETENSORS_LARGE = bundle("bf16-8b", 8200, ModelFormat.SAFETENSORS)


def policy(level: Level = Level.DEFAULT, **values: object) -> PolicyInForce:
    found = Policy.model_validate(values)
    return PolicyInForce(found, {key: Source(level if key in values else Level.DEFAULT) for key in keys()})


def tried(plan: Plan) -> list[str]:
    return [f"{one.engine}:{one.bundle.name if one.bundle else '-'}:{one.reason}" for one in plan.tries]


def passed(plan: Plan) -> list[str]:
    return [f"{one.engine}:{one.bundle.name if one.bundle else '-'}:{one.reason}" for one in plan.passed_over]


LAST = "template:-:always_works"


@pytest.mark.parametrize(
    ("hardware", "gpu_extra", "bundles", "tries", "passed_over"),
    [
        (DESKTOP, True, (), [LAST], ["transformers:-:no_gpu", "llama:-:no_bundle"]),
        (DESKTOP, False, (GGUF,), ["llama:q4:fits_memory", LAST], ["transformers:-:no_gpu"]),
        (DESKTOP, True, (GGUF, SAFETENSORS), ["llama:q4:fits_memory", LAST], ["transformers:-:no_gpu"]),
        (GPU_PC, True, (GGUF, SAFETENSORS), ["transformers:bf16:fits_gpu", "llama:q4:fits_memory", LAST], []),
        (GPU_PC, False, (GGUF, SAFETENSORS), ["llama:q4:fits_memory", LAST], ["transformers:-:gpu_extra_missing"]),
        (GPU_PC, True, (SAFETENSORS, SAFETENSORS_LARGE),
         ["transformers:bf16-8b:fits_gpu", "transformers:bf16:fits_gpu", LAST], ["llama:-:no_bundle"]),
        (replace(DESKTOP, gpus=(SMALL_CARD,)), True, (SAFETENSORS, SAFETENSORS_LARGE, GGUF),
         ["transformers:bf16:fits_gpu", "llama:q4:fits_memory", LAST], ["transformers:bf16-8b:gpu_memory"]),
        (replace(DESKTOP, memory_free_mib=4200), True, (GGUF, GGUF_LARGE),
         ["llama:q4:fits_memory", LAST], ["transformers:-:no_gpu", "llama:q4-8b:memory"]),
        (replace(DESKTOP, memory_free_mib=3100), False, (GGUF,), [LAST], ["transformers:-:no_gpu", "llama:q4:memory"]),
        (replace(DESKTOP, memory_free_mib=12_000), True, (SAFETENSORS,),
         ["transformers:bf16:last_resort", LAST], ["transformers:-:no_gpu", "llama:-:no_bundle"]),
        (DESKTOP, True, (SAFETENSORS,), [LAST],
         ["transformers:-:no_gpu", "llama:-:no_bundle", "transformers:bf16:memory"]),
        (replace(DESKTOP, memory_free_mib=12_000), False, (SAFETENSORS,), [LAST],
         ["transformers:-:no_gpu", "llama:-:no_bundle"]),
    ],
    ids=["nothing", "gguf", "no gpu", "all", "no extra", "larger first", "small card", "little memory", "too little memory",
         "last resort", "last resort does not fit", "last resort without extra"],
)  # fmt: skip
def test_what_there_is_decides(
    hardware: Hardware, gpu_extra: bool, bundles: tuple[ModelBundle, ...], tries: list[str], passed_over: list[str]
) -> None:
    plan = choose(policy(), Machine(hardware, gpu_extra), bundles, Wish())
    assert (tried(plan), passed(plan)) == (tries, passed_over)


BOTH = (GGUF, SAFETENSORS)


@pytest.mark.parametrize(
    ("set_by", "engine", "wish", "tries", "passed_over"),
    [
        (Level.MANAGED, "template", Wish(), [LAST], ["llama:-:by_policy", "transformers:-:by_policy"]),
        (Level.MANAGED, "template", Wish(Engine.LLAMA, GGUF), [LAST], ["llama:-:by_policy", "transformers:-:by_policy"]),
        (Level.MANAGED, "llama", Wish(Engine.TRANSFORMERS), ["llama:q4:fits_memory", LAST], ["transformers:-:by_policy"]),
        (Level.MANAGED, "auto", Wish(Engine.LLAMA), ["llama:q4:fits_memory", LAST], []),
        (Level.USER, "llama", Wish(), ["llama:q4:fits_memory", LAST], []),
        (Level.USER, "llama", Wish(Engine.TEMPLATE), [LAST], []),
        (Level.RECOMMENDED, "template", Wish(Engine.LLAMA), ["llama:q4:fits_memory", LAST], []),
        (Level.DEFAULT, "auto", Wish(bundle=GGUF), ["llama:q4:fits_memory", LAST], ["transformers:-:other_format"]),
        (Level.DEFAULT, "auto", Wish(Engine.LLAMA, SAFETENSORS), [LAST], ["llama:-:other_format"]),
        (Level.DEFAULT, "auto", Wish(bundle=bundle("mine", 100)), ["llama:mine:fits_memory", LAST],
         ["transformers:-:other_format"]),
    ],
)  # fmt: skip
def test_policy_then_the_wish_then_the_setting_decide(
    set_by: Level, engine: str, wish: Wish, tries: list[str], passed_over: list[str]
) -> None:
    plan = choose(policy(set_by, Engine=engine), Machine(GPU_PC, True), BOTH, wish)
    assert (tried(plan), passed(plan)) == (tries, passed_over)


def test_without_a_gpu_transformers_is_tried_when_it_is_named() -> None:
    hardware = replace(DESKTOP, memory_free_mib=12_000)
    for wish in (Wish(Engine.TRANSFORMERS), Wish(bundle=SAFETENSORS)):
        plan = choose(policy(), Machine(hardware, True), BOTH, wish)
        assert tried(plan) == ["transformers:bf16:last_resort", LAST]
        assert plan.tries[0].gpu is None


def test_the_card_with_the_most_room_is_taken_and_the_figures_are_told() -> None:
    plan = choose(policy(), Machine(GPU_PC, True), BOTH, Wish())
    assert plan.tries[0].gpu is LARGE_CARD
    assert plan.tries[0].details == {"need_mib": 4500, "free_mib": 11000}


@pytest.mark.parametrize(
    ("setting", "of_model", "used"), [(0, 8192, 8192), (0, 32768, 8192), (0, 4096, 4096), (16384, 32768, 16384), (4096, 8192, 4096)]
)  # fmt: skip
def test_the_context_is_the_models_up_to_the_setting(setting: int, of_model: int, used: int) -> None:
    found = policy(Level.USER, ContextTokens=setting)
    plan = choose(found, Machine(DESKTOP, True), (bundle("q4", context=of_model),), Wish())
    assert [one.context_tokens for one in plan.tries] == [used, 0]


@pytest.mark.parametrize(("setting", "cores", "used"), [(0, 8, 7), (0, 2, 2), (0, 1, 2), (3, 8, 3)])
def test_threads_leave_a_core_to_the_banker(setting: int, cores: int, used: int) -> None:
    hardware = replace(DESKTOP, physical_cores=cores)
    assert choose(policy(Threads=setting), Machine(hardware, True), (), Wish()).threads == used


def test_every_plan_ends_with_what_always_works() -> None:
    assert choose(policy(), Machine(DESKTOP, False), (), Wish()).tries[-1].reason is PlanReason.ALWAYS_WORKS
