"""Write one draft, with the provenance by which it can be written again."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import datetime

from bankrm import __version__
from bankrm.domain.drafts import Draft, Provenance
from bankrm.domain.ids import DraftId, new_uuid7
from bankrm.domain.recipes import Recipe
from bankrm.drafting.draft_document import draft_document
from bankrm.drafting.grounding.checker import Checker
from bankrm.drafting.names import name_book
from bankrm.drafting.ports import DraftWriter, SectionWriter, VisitContext


def provenance_of(recipe: Recipe, writer: DraftWriter, context: VisitContext) -> Provenance:
    """All on which the sentences of a draft rest, told before the first is written. Raises ModelError."""
    told = writer.provenance(context)
    parameters = {
        **told.parameters,
        "today": context.today.isoformat(),
        "visit_day": context.day.isoformat(),
        "pack_sha256": _digest(*(evidence.sha256 for _, evidence in context.pack)),
        "records": "\n".join(record.ref for record in context.dossier.interactions),
        "records_sha256": "\n".join(record.sha256 for record in context.dossier.interactions),
    }
    return Provenance(
        __version__, told.engine, recipe.name, parameters, (*context.pack.left_out, *told.left_out), told.model,
        told.model_sha256, told.prompt_sha256, notices=told.notices,
    )  # fmt: skip


def inputs_digest(provenance: Provenance) -> str:
    """One text for one provenance before the writing: sections written of the same inputs are the same."""
    return _digest(json.dumps(asdict(replace(provenance, seconds=0.0, notices=())), sort_keys=True))


def write_draft(
    recipe: Recipe, writer: SectionWriter, context: VisitContext, provenance: Provenance, now: Callable[[], datetime]
) -> Draft:
    """A checked and examined draft, revision 1, created when it stands; the provenance's seconds grow by those of this writing."""
    start = time.monotonic()
    document = draft_document(
        recipe, writer, Checker(name_book(context.dossier), context.today, context.dossier.closing_month), context
    )
    seconds = round(provenance.seconds + time.monotonic() - start, 3)
    client = context.dossier.client
    written = Draft(
        DraftId(new_uuid7()), client.key, client.name, recipe.kind, recipe.title, document.sections, document.pack,
        replace(provenance, seconds=seconds), now(), context.visit.ref if context.visit else None,
    )  # fmt: skip
    return context.examination(written)


def _digest(*lines: str) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
