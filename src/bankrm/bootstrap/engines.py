"""Language models, and the machine that they run on."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bankrm.application.ports.engine_plan import Choice, Engine, Plan
    from bankrm.application.ports.hardware import Hardware
    from bankrm.application.ports.models import ModelBundle, ModelBundles, ModelLabels
    from bankrm.application.recommend_model import Catalogue
    from bankrm.bootstrap.program import Program
    from bankrm.domain.progress import CancelToken, Report
    from bankrm.drafting.grounding.entailment import SecondLook
    from bankrm.drafting.model.writer import AskedModel
    from bankrm.drafting.ports import SectionRewriter


@dataclass(frozen=True)
class Engines:
    """What writes on this machine, and with which models."""

    program: Program

    @cached_property
    def models(self) -> ModelBundles:
        """The installed language models: this user's, and those in the folder that policy names."""
        from bankrm.adapters.engines.bundles import InstalledBundles

        return InstalledBundles(self.program.home / "models", self.program.policy.policy.model_path)

    @cached_property
    def catalogue(self) -> Catalogue:
        """The models that are recommended."""
        from bankrm.adapters.system.catalogue import load_catalogue
        from bankrm.adapters.system.resources import Resources

        return load_catalogue(Resources.locate(folder="models"))

    def hardware(self) -> Hardware:
        """What this machine is, as of now."""
        from bankrm.adapters.engines.probe import probe

        return probe(self.program.home)

    def plan(self, hardware: Hardware, engine: Engine | None = None, model: ModelBundle | None = None) -> Plan:
        """Which engines to try with which models, where these are wished for; None leaves it to policy and machine."""
        from bankrm.adapters.engines.choice import Machine, Wish, choose
        from bankrm.adapters.engines.probe import gpu_extra_installed

        bundles = [one.content for one in self.models.installed() if not isinstance(one.content, Exception)]
        return choose(self.program.policy, Machine(hardware, gpu_extra_installed()), bundles, Wish(engine, model))

    def pack(self, source: Path, out: Path, labels: ModelLabels, report: Report, *, nf4: bool = False) -> ModelBundle:
        """Make a bundle of a .gguf file or a safetensors folder, whose weights `nf4` makes 4 bits wide first; see the adapters."""
        from bankrm.adapters.engines.packing import pack

        if not nf4:
            return pack(source, out, labels, report)
        from bankrm.adapters.engines.quantise import quantise
        from bankrm.domain.progress import CancelToken

        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".packing-", dir=out) as folder:
            packed = Path(folder) / (labels.name or source.absolute().name)
            device = "cuda" if self.hardware().gpus else "cpu"
            quantise(source, packed, token=CancelToken(), report=report, device=device)
            return pack(packed, out, labels, report)

    @contextmanager
    def writer(self, engine: Engine | None, model: str | None, token: CancelToken) -> Iterator[SectionRewriter | None]:
        """The language models' writer, which stops when the token says so; None where there is no model, and the template writer
        is all. Raises as `language_models`."""
        from bankrm.drafting.model.writer import ModelWriter
        from bankrm.drafting.template.writer import TemplateWriter

        with self.language_models(engine, model) as asked:
            program = self.program
            yield ModelWriter(asked, TemplateWriter(), program.recipes, program.glossary, token) if asked else None

    @contextmanager
    def second_look(self, model: str) -> Iterator[SecondLook]:
        """What is asked of this model where the checker's rules are in doubt. Raises as `language_models`."""
        from bankrm.domain.progress import CancelToken
        from bankrm.drafting.grounding.entailment import SecondLook

        with self.language_models(None, model) as (asked, *_):
            yield SecondLook(asked.model, asked.profile.entailment, CancelToken())

    @contextmanager
    def language_models(self, engine: Engine | None, model: str | None) -> Iterator[Sequence[AskedModel]]:
        """The models to try, in this order; loaded when first asked, and let go with the block.

        Raises BundleError for a model that is not one, and ModelUnusable where what was asked for by name cannot be tried here.
        """
        from bankrm.adapters.engines.choice import load_plan
        from bankrm.adapters.engines.worker_model import WorkerModel
        from bankrm.adapters.system.prompts import load_profile
        from bankrm.application.ports.engine_plan import Engine
        from bankrm.drafting.model.writer import AskedModel
        from bankrm.drafting.ports import ModelUnusable

        named = self.models.find(model) if model and engine is not Engine.TEMPLATE else None
        plan = self.plan(self.hardware(), engine, named)
        tries = [(choice, choice.bundle) for choice in plan.tries if choice.bundle]
        if not tries and (named or engine in (Engine.LLAMA, Engine.TRANSFORMERS)):
            passed = plan.passed_over[-1]
            raise ModelUnusable(engine=passed.engine.value, reason=passed.reason.value)
        workers = [
            WorkerModel(load_plan(choice, plan.threads), prove=_proof(self.models, choice, bundle))
            for choice, bundle in tries
        ]
        try:
            yield [
                AskedModel(
                    choice.engine.value,
                    bundle.name,
                    worker,
                    load_profile(self.program.resources, bundle.prompt_profile),
                )
                for (choice, bundle), worker in zip(tries, workers, strict=True)
            ]
        finally:
            for worker in workers:
                worker.close()


def _proof(models: ModelBundles, choice: Choice, bundle: ModelBundle) -> Callable[[], None]:
    """Proves an installed bundle's bytes before they are first loaded; what was named by its path was proven when it was found."""
    from bankrm.application.ports.models import BundleError
    from bankrm.drafting.ports import ModelUnusable

    unproven = [one for one in models.installed() if one.content == bundle]

    def prove() -> None:
        try:
            for one in unproven:
                models.verify(one.name)
        except BundleError as error:
            raise ModelUnusable(engine=choice.engine.value, reason="damaged") from error
        unproven.clear()

    return prove
