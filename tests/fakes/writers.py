"""Writers that stand in for a language model's: never in the product."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bankrm.domain.drafts import Statement
from bankrm.domain.recipes import Recipe, RecipeSection
from bankrm.drafting.ports import Rewriting, VisitContext, Wish, WriterProvenance
from bankrm.drafting.template.writer import TemplateWriter

Before = Callable[[VisitContext, RecipeSection], None]


class StandInWriter:
    """Writes the template's sentences as if a model had; `before` each section something may happen, and is raised. Of the sections
    that are `unknown` to it, it writes none."""

    engine = "llama"

    def __init__(self, before: Before = lambda *_: None, model: str = "stand-in") -> None:
        self.before = before
        self.model = model
        self.unknown: frozenset[str] = frozenset()
        self.written: list[tuple[str, str]] = []

    def provenance(self, context: VisitContext) -> WriterProvenance:  # noqa: ARG002
        return WriterProvenance(
            self.engine, self.model, "m" * 64, "p" * 64, {"n_ctx": "4096"}, ("R-0",), ("gpu/no_gpu",)
        )

    def write(self, recipe: Recipe, section: RecipeSection, context: VisitContext) -> Sequence[Statement] | None:
        self.before(context, section)
        self.written.append((recipe.kind, section.key))
        written = None if section.key in self.unknown else TemplateWriter().write(recipe, section, context)
        return written and [replace(one, origin="model", engine=self.engine) for one in written]

    def rewrite(self, recipe: Recipe, section: RecipeSection, context: VisitContext, wish: Wish) -> Rewriting:
        """The same sentences again, told as they come; a wish is not followed."""
        written = self.write(recipe, section, context)
        for one in written or ():
            wish.token.check()
            wish.on_text(one.text)
        return Rewriting(tuple(written) if written else None, followed=False)
