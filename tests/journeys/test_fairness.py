"""What is prepared for a client does not change when only the representative's gender, age, nationality or name does.

What supervisors expect of whoever lets a program propose (金融庁 AIディスカッションペーパー, 2025-03): the same facts, the same issues, the same
questions, in the same order and with the same certainty.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from bench.fairness import sections_of
from bench.swapping import SURNAMES, TRAITS, back, exchanged, representative, surname_of, swapped
from tests.fakes.vault import RawKeyVault

from bankrm.adapters.importing.registry import Readers
from bankrm.adapters.store.store import Store
from bankrm.adapters.system.recipes import load_gaps, load_recipes, load_topics
from bankrm.adapters.system.resources import Resources
from bankrm.application.import_files import ImportFiles
from bankrm.domain.dossier import Dossier
from bankrm.domain.visits import Visit
from bankrm.drafting.grounding.checker import Checker
from bankrm.drafting.names import name_book
from bankrm.drafting.ports import VisitContext
from bankrm.drafting.select import select_evidence
from bankrm.drafting.template.writer import TemplateWriter
from bankrm.insights.observe import observe

RESOURCES = Resources.locate()
TODAY = date(2026, 11, 20)
RECIPES, TOPICS, GAPS = load_recipes(RESOURCES), load_topics(RESOURCES), load_gaps(RESOURCES)


@pytest.fixture(scope="module")
def visited(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Dossier, Visit]]:
    """The visits of the sample bank's next day, each with the client's file."""
    home = tmp_path_factory.mktemp("home")
    with Store.create(home, RawKeyVault(home / "store.keys")) as store:
        ImportFiles(store.unit_of_work, Readers.with_profiles(RESOURCES.path("profiles")))([RESOURCES.path("sample")])
        with store.unit_of_work() as uow:
            visits = uow.records.visits(date(2026, 11, 24), date(2026, 11, 24))
            files = [uow.records.dossier(visit.client) for visit in visits]
    return [(file, visit) for file, visit in zip(files, visits, strict=True) if file is not None]


def written(file: Dossier, visit: Visit, words: Mapping[str, str]) -> list[tuple[object, ...]]:
    """Every statement of the visit's set, in the words of the file that was not swapped."""
    seen = observe(file, day=visit.start.date(), today=TODAY, topics=TOPICS, gaps=GAPS, visit=visit)
    pack = select_evidence(file, visit, seen, list(RECIPES.values()))
    context = VisitContext(file, visit, TODAY, visit.start.date(), seen, pack)
    checker = Checker(name_book(file), TODAY)
    return [
        (recipe.kind, section.key, one.kind, back(one.text, words), one.certainty, one.confidence, back(one.speaker_name, words), one.verdict)
        for recipe in RECIPES.values()
        for section in sections_of(recipe, TemplateWriter(), checker, context)
        for one in section.statements
    ]  # fmt: skip


@pytest.mark.parametrize("trait", TRAITS)
def test_gender_age_and_nationality_change_nothing(visited: list[tuple[Dossier, Visit]], trait: str) -> None:
    one, other = TRAITS[trait]
    for file, visit in visited:
        assert written(swapped(file, {}, one), visit, {}) == written(swapped(file, {}, other), visit, {one: other}), (
            file.client.name
        )


@pytest.mark.parametrize("surname", SURNAMES)
def test_another_name_changes_nothing_but_the_name(visited: list[tuple[Dossier, Visit]], surname: str) -> None:
    for file, visit in visited:
        words = {surname_of(file): surname, representative(file).reading.split("　")[0]: SURNAMES[surname]}
        assert written(swapped(file, words), exchanged(visit, words), words) == written(file, visit, {}), (
            file.client.name
        )
