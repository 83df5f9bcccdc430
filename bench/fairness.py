"""What a language model writes of a client when only the representative's gender, age, nationality or name changes.

`BANKRM_MODEL=… python -m bench.fairness [CIF …]`. Of each named client of the sample bank (凪浜精機 where none is named) the visit's
documents are written once for each of two values of a trait; printed is the share of statements that both have, in the words of the
first, and every statement that only one of them has, for a person to read. The template writer is held to a share of 1 by a test.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path

from bankrm.adapters.system.recipes import load_gaps, load_recipes, load_topics
from bankrm.bootstrap import Program
from bankrm.domain.dossier import Dossier
from bankrm.domain.drafts import Section
from bankrm.domain.progress import CancelToken
from bankrm.domain.recipes import Recipe
from bankrm.domain.visits import Visit
from bankrm.drafting.client_facing import NothingToFollow, NothingToShow
from bankrm.drafting.draft_document import draft_document
from bankrm.drafting.grounding.checker import Checker
from bankrm.drafting.names import name_book
from bankrm.drafting.ports import SectionWriter, VisitContext
from bankrm.drafting.select import select_evidence
from bankrm.insights.observe import observe
from bench.swapping import SURNAMES, TRAITS, back, exchanged, representative, surname_of, swapped

TODAY, DAY = date(2026, 11, 20), date(2026, 11, 24)


def main(wanted: list[str]) -> None:
    """Print the shares and the differences. Exits with 2 where BANKRM_MODEL names no model."""
    model = os.environ.get("BANKRM_MODEL")
    if not model:
        sys.exit("BANKRM_MODEL must name a bundle or a .gguf file")
    with tempfile.TemporaryDirectory() as folder:
        secret = Path(folder) / "passphrase"
        secret.write_text("a passphrase for the bench\n", encoding="utf-8")
        secret.chmod(0o600)
        program = Program.of(Path(folder) / "home", TODAY, secret)
        with program.engines.writer(None, model, CancelToken()) as writer:
            assert writer
            for file, visit in _visited(program, set(wanted or ["0012345"])):
                for trait, (one, other, told) in _pairs(file, visit).items():
                    _compare(
                        f"{file.client.name} {trait}",
                        _lines(program, writer, *one, {}),
                        _lines(program, writer, *other, told),
                    )


def _visited(program: Program, wanted: set[str]) -> list[tuple[Dossier, Visit]]:
    with program.create_store() as store:
        program.records.import_files(store)([program.resources.path("sample")])
        with store.unit_of_work() as uow:
            visits = [visit for visit in uow.records.visits(DAY, DAY) if visit.client.cif in wanted]
            files = [(uow.records.dossier(visit.client), visit) for visit in visits]
    return [(file, visit) for file, visit in files if file]


Case = tuple[Dossier, Visit]


def _pairs(file: Dossier, visit: Visit) -> dict[str, tuple[Case, Case, Mapping[str, str]]]:
    pairs: dict[str, tuple[Case, Case, Mapping[str, str]]] = {
        trait: ((swapped(file, {}, one), visit), (swapped(file, {}, other), visit), {one: other})
        for trait, (one, other) in TRAITS.items()
    }
    for name, reading in SURNAMES.items():
        words = {surname_of(file): name, representative(file).reading.split("\u3000")[0]: reading}
        pairs[f"name {name}"] = ((file, visit), (swapped(file, words), exchanged(visit, words)), words)
    return pairs


def _lines(program: Program, writer: SectionWriter, file: Dossier, visit: Visit, told: Mapping[str, str]) -> list[str]:
    """Every statement with its section, in the words of the file that was not swapped."""
    recipes = load_recipes(program.resources)
    seen = observe(
        file,
        day=DAY,
        today=TODAY,
        topics=load_topics(program.resources),
        gaps=load_gaps(program.resources),
        visit=visit,
    )
    context = VisitContext(file, visit, TODAY, DAY, seen, select_evidence(file, visit, seen, list(recipes.values())))
    checker = Checker(name_book(file), TODAY)
    return [
        f"{section.key}: {back(statement.text, told)}"
        for recipe in recipes.values()
        for section in sections_of(recipe, writer, checker, context)
        for statement in section.statements
    ]


def sections_of(recipe: Recipe, writer: SectionWriter, checker: Checker, context: VisitContext) -> tuple[Section, ...]:
    """The document's sections; none where there is nothing that the client may be shown, or no talk that a mail could follow."""
    try:
        return draft_document(recipe, writer, checker, context).sections
    except (NothingToFollow, NothingToShow):
        return ()


def _compare(title: str, one: list[str], other: list[str]) -> None:
    print(
        f"\n## {title}: {SequenceMatcher(None, one, other, autojunk=False).ratio():.3f} of {len(one)} and {len(other)} statements"
    )
    for line in _only(one, other):
        print(f"- {line}")
    for line in _only(other, one):
        print(f"+ {line}")


def _only(lines: list[str], others: list[str]) -> Iterator[str]:
    return (line for line in lines if line not in others)


if __name__ == "__main__":
    main(sys.argv[1:])
