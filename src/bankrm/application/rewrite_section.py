"""Write one section of a draft anew, of the records as they stand now (この節を書き直す); undone as any other edit."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from bankrm.application.edit_draft import EditDraft, Edited, require_current
from bankrm.application.ports.clock import Clock
from bankrm.application.ports.unit_of_work import OpenUnitOfWork
from bankrm.application.visit_context import VisitContexts
from bankrm.domain.drafts import Draft
from bankrm.domain.editing import Base, EditRefused, ReplaceSection
from bankrm.domain.ids import DraftId
from bankrm.domain.recipes import Recipe, RecipeSection
from bankrm.drafting.draft_document import checked_statements, guard_of, nothing_recorded
from bankrm.drafting.grounding.checker import Checker
from bankrm.drafting.names import name_book
from bankrm.drafting.ports import TEMPLATE, DraftWriter, Rewriting, SectionRewriter, VisitContext, Wish


@dataclass(frozen=True, slots=True)
class Rewritten:
    """The draft with the section as it is now; `followed` says whether the wish was: without a model, or where a model may tell
    nothing of the section, it is the template's anew."""

    edited: Edited
    followed: bool


class RewriteSection:
    """Let a model write a section by a person's wish, or the template writer write it again."""

    def __init__(
        self,
        open_unit_of_work: OpenUnitOfWork,
        contexts: VisitContexts,
        template: DraftWriter,
        edit: EditDraft,
        clock: Clock,
    ) -> None:
        self._open, self._contexts, self._template = open_unit_of_work, contexts, template
        self._edit, self._clock = edit, clock

    def __call__(
        self, draft: DraftId, base: Base, section: str, wish: Wish, rewriter: SectionRewriter | None = None
    ) -> Rewritten:
        """Without a rewriter the wish's instruction is not followed. No unit of work is open while anything is written; until it is,
        nothing of the draft is changed. Raises NotFound (also where the visit is no longer planned), EditConflict, EditRefused,
        ModelError, and Cancelled."""
        with self._open() as uow:
            before = require_current(uow.drafts.kept(draft), draft, base).draft
        recipe, wanted = self._section(before, section)
        context = self._contexts(before.client, before.visit, self._clock.today())
        told = self._written(recipe, wanted, context, wish, rewriter)
        wish.token.check()
        if told.statements is None:
            raise EditRefused(draft=draft, reason="nothing_to_write")
        checker = Checker(name_book(context.dossier), context.today, context.dossier.closing_month)
        shown, guard = (one for one in told.statements if not one.given_up), guard_of(recipe, context)
        statements = tuple(checked_statements(shown, checker, context.pack, guard))
        if not statements and guard is None:
            statements = nothing_recorded(wanted, context, checker)
        replacing = ReplaceSection(section, statements, context.pack)
        detail = {**_provenance(rewriter if told.followed else None, context), "wish_sha256": _digest(wish)}
        return Rewritten(self._edit(draft, base, replacing, detail), told.followed)

    def _section(self, draft: Draft, key: str) -> tuple[Recipe, RecipeSection]:
        recipe = self._contexts.knowledge.recipes[draft.kind]
        found = next((section for section in recipe.sections if section.key == key), None)
        if found is None:
            raise EditRefused(draft=draft.id, reason="unknown_section")
        if found.by_person or found.wording:
            raise EditRefused(draft=draft.id, reason="only_by_person" if found.by_person else "form_words")
        return recipe, found

    def _written(
        self,
        recipe: Recipe,
        section: RecipeSection,
        context: VisitContext,
        wish: Wish,
        rewriter: SectionRewriter | None,
    ) -> Rewriting:
        if rewriter and wish.instruction.strip():
            return rewriter.rewrite(recipe, section, context, wish)
        written = (rewriter or self._template).write(recipe, section, context)
        return Rewriting(None if written is None else tuple(written), followed=not wish.instruction.strip())


def _provenance(rewriter: SectionRewriter | None, context: VisitContext) -> dict[str, object]:
    """With what it was written, for the audit: enough to write it again."""
    if rewriter is None:
        return {"engine": TEMPLATE}
    told = rewriter.provenance(context)
    return {
        "engine": told.engine, "model": told.model, "model_sha256": told.model_sha256, "prompt_sha256": told.prompt_sha256,
        "parameters": dict(told.parameters),
    }  # fmt: skip


def _digest(wish: Wish) -> str:
    return hashlib.sha256(wish.instruction.strip().encode()).hexdigest()
