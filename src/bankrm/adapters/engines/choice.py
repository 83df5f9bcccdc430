"""Which engine writes with which model: what policy and the user say, then what fits. Everything passed over says why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bankrm.adapters.engines.examination import ENGINES
from bankrm.adapters.engines.messages import LoadPlan
from bankrm.application.model_memory import MIB, MOST_CONTEXT
from bankrm.application.ports.engine_plan import Choice, Engine, Plan, PlanReason
from bankrm.application.ports.hardware import Gpu, Hardware
from bankrm.application.ports.models import ModelBundle
from bankrm.policy.reading import PolicyInForce

_TEMPLATE = Choice(Engine.TEMPLATE, PlanReason.ALWAYS_WORKS)
_LEAST_THREADS = 2


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for on the command line; None leaves it to policy and machine."""

    engine: Engine | None = None
    bundle: ModelBundle | None = None


@dataclass(frozen=True, slots=True)
class Machine:
    """What there is to run on, and whether the `gpu` extra is installed."""

    hardware: Hardware
    gpu_extra: bool


def choose(policy: PolicyInForce, machine: Machine, bundles: Sequence[ModelBundle], wish: Wish) -> Plan:
    """What to try, the best first and the template writer last. A model that is wished for is the only one that is tried."""
    decided, overruled = _decided(policy, wish)
    plan = _Planning(machine, (wish.bundle,) if wish.bundle else bundles, bool(wish.bundle))
    plan.passed_over += [Choice(engine, PlanReason.BY_POLICY) for engine in overruled]
    if decided in (None, Engine.TRANSFORMERS):
        plan.consider_gpu()
    if decided in (None, Engine.LLAMA):
        plan.consider_llama()
    if decided in (None, Engine.TRANSFORMERS) and not plan.tries:
        plan.consider_transformers_without_gpu()
    most_context = policy.policy.context_tokens or MOST_CONTEXT
    tries = (*(_limited(choice, most_context) for choice in plan.tries), _TEMPLATE)
    threads = policy.policy.threads or max(_LEAST_THREADS, machine.hardware.physical_cores - 1)
    return Plan(tries, tuple(plan.passed_over), threads)


def load_plan(choice: Choice, threads: int) -> LoadPlan:
    """How the worker loads what was chosen. `choice` must have a bundle."""
    bundle = choice.bundle
    assert bundle is not None
    plan = LoadPlan(
        choice.engine.value, bundle.name, str(bundle.weights), bundle.sha256, choice.context_tokens, threads
    )
    if choice.gpu is None:
        return plan
    return replace(plan, device="cuda", gpu=choice.gpu.uuid, quantise="" if bundle.quantisation else "nf4")


def _decided(policy: PolicyInForce, wish: Wish) -> tuple[Engine | None, tuple[Engine, ...]]:
    """The one engine that may be tried beside the template writer (None: any), and those that IT has ruled out by it."""
    set_engine = None if policy.policy.engine == "auto" else Engine(policy.policy.engine)
    if set_engine and policy.managed("Engine"):
        return set_engine, tuple(engine for engine in ENGINES.values() if engine is not set_engine)
    return wish.engine or set_engine, ()


class _Planning:
    """Goes through the ways in which a model could run here, and sorts bundles into tries and what is passed over."""

    def __init__(self, machine: Machine, bundles: Sequence[ModelBundle], wished: bool) -> None:
        self._machine = machine
        self._bundles = sorted(bundles, key=_larger_first)
        self._wished = wished
        self.tries: list[Choice] = []
        self.passed_over: list[Choice] = []

    def consider_gpu(self) -> None:
        """transformers on the GPU that has the most room."""
        bundles, gpu = self._of(Engine.TRANSFORMERS), self._machine.hardware.freest_gpu
        if not bundles and self._wished:
            self._pass_over(Engine.TRANSFORMERS, PlanReason.OTHER_FORMAT)
        elif gpu is None:
            self._pass_over(Engine.TRANSFORMERS, PlanReason.NO_GPU)
        elif not self._machine.gpu_extra:
            self._pass_over(Engine.TRANSFORMERS, PlanReason.GPU_EXTRA_MISSING)
        elif not bundles:
            self._pass_over(Engine.TRANSFORMERS, PlanReason.NO_BUNDLE)
        else:
            way = _Way(Engine.TRANSFORMERS, gpu.free_mib, PlanReason.FITS_GPU, PlanReason.GPU_MEMORY, gpu)
            self._sort(way, ((bundle, bundle.memory_mib) for bundle in bundles))

    def consider_llama(self) -> None:
        """llama.cpp on the CPU."""
        bundles = self._of(Engine.LLAMA)
        if not bundles:
            self._pass_over(Engine.LLAMA, PlanReason.OTHER_FORMAT if self._wished else PlanReason.NO_BUNDLE)
        way = _Way(Engine.LLAMA, self._machine.hardware.memory_free_mib, PlanReason.FITS_MEMORY, PlanReason.MEMORY)
        self._sort(way, ((bundle, bundle.memory_mib) for bundle in bundles))

    def consider_transformers_without_gpu(self) -> None:
        """Slow, and so only where nothing else can be tried. The weights stay as wide as they are in the files."""
        bundles = self._of(Engine.TRANSFORMERS) if self._machine.gpu_extra else ()
        way = _Way(
            Engine.TRANSFORMERS, self._machine.hardware.memory_free_mib, PlanReason.LAST_RESORT, PlanReason.MEMORY
        )
        self._sort(way, ((bundle, bundle.memory_mib + bundle.bytes // MIB) for bundle in bundles))

    def _of(self, engine: Engine) -> tuple[ModelBundle, ...]:
        return tuple(bundle for bundle in self._bundles if ENGINES[bundle.format] is engine)

    def _pass_over(self, engine: Engine, reason: PlanReason) -> None:
        self.passed_over.append(Choice(engine, reason))

    def _sort(self, way: _Way, needs: Iterable[tuple[ModelBundle, int]]) -> None:
        for bundle, need_mib in needs:
            fits = need_mib <= way.free_mib
            details = {"need_mib": need_mib, "free_mib": way.free_mib}
            choice = Choice(way.engine, way.fits if fits else way.does_not, bundle, way.gpu, details=details)
            (self.tries if fits else self.passed_over).append(choice)


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to run a model: how much room there is, and what is said of a model that fits, or does not."""

    engine: Engine
    free_mib: int
    fits: PlanReason
    does_not: PlanReason
    gpu: Gpu | None = None


def _larger_first(bundle: ModelBundle) -> tuple[int, str]:
    """The larger model writes better."""
    return -bundle.memory_mib, bundle.name


def _limited(choice: Choice, most_context: int) -> Choice:
    return replace(choice, context_tokens=min(choice.bundle.context_tokens, most_context)) if choice.bundle else choice
