"""Two clients put in as files: what a veteran would see in their records is found, with its values and its records.

The second was written blind, in other words, another industry and other dates, after the template writer stood.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from tests.builders import gaps, topics
from tests.fakes.vault import RawKeyVault

from bankrm.adapters.importing.registry import Readers
from bankrm.adapters.store.store import Store
from bankrm.adapters.system.resources import Resources
from bankrm.application.import_files import ImportFiles
from bankrm.domain.clients import ClientKey
from bankrm.domain.dossier import Dossier
from bankrm.domain.observations import Code, Observation
from bankrm.insights.observe import observe

FIXTURES = Path(__file__).parents[2] / "fixtures"
PROFILES = Resources.locate().path("profiles")


def expected(folder: str) -> dict[str, Any]:
    return tomllib.loads((FIXTURES / folder / "expected.toml").read_text(encoding="utf-8"))


def imported(folder: str, home: Path) -> Dossier:
    """The client of the folder, through the real importer and the real store."""
    wanted = expected(folder)
    files = sorted(p for p in (FIXTURES / folder).iterdir() if p.suffix != ".toml")
    with Store.create(home, RawKeyVault(home / "store.keys")) as store:
        reports = ImportFiles(store.unit_of_work, Readers.with_profiles(PROFILES))(files)
        assert not [report.as_json() for report in reports if report.has_findings]
        with store.unit_of_work() as uow:
            dossier = uow.records.dossier(ClientKey(wanted["branch"], wanted["cif"]))
    assert dossier
    return dossier


@pytest.fixture(scope="module", params=["nagihama", "second"])
def client(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[dict[str, Any], Sequence[Observation]]:
    wanted = expected(request.param)
    dossier = imported(request.param, tmp_path_factory.mktemp("home"))
    seen = observe(dossier, day=wanted["visit_day"], today=wanted["today"], topics=topics(), gaps=gaps())
    return wanted, seen


def test_each_planted_observation_is_found_with_its_values(
    client: tuple[dict[str, Any], Sequence[Observation]],
) -> None:
    wanted, seen = client
    for planted in wanted["observation"]:
        found = [o for o in seen if o.code == planted["code"] and o.subject == planted.get("indicator", o.subject)]
        assert len(found) == 1, (planted["code"], [o.subject for o in found])
        values = dict(found[0].values)
        for key in ("due", "days", "wisher", "doubter", "decider", "bank"):
            if key in planted:
                assert values[key] == planted[key], planted["code"]
        if "missing" in planted:
            assert set(found[0].names("missing")) == set(planted["missing"])


def test_each_rests_on_the_records_that_show_it(client: tuple[dict[str, Any], Sequence[Observation]]) -> None:
    wanted, seen = client
    for planted in wanted["observation"]:
        (found,) = [o for o in seen if o.code == planted["code"] and o.subject == planted.get("indicator", o.subject)]
        assert set(planted.get("records", ())) <= {e.origin.ref for e in found.evidence}, planted["code"]


def test_what_is_computed_is_computed(client: tuple[dict[str, Any], Sequence[Observation]]) -> None:
    wanted, seen = client
    shown = {o.subject: o.values["shown"] for o in seen if o.code is Code.INDICATOR}
    for computed in wanted["computed"]:
        assert computed["indicator"] in shown
        if "shown" in computed:
            assert shown[computed["indicator"]] == computed["shown"]


def test_decoys_are_no_observations(client: tuple[dict[str, Any], Sequence[Observation]]) -> None:
    wanted, seen = client
    deadlines = [o.day("due") for o in seen if o.code is Code.DEADLINE_NEAR]
    for decoy in wanted.get("decoy", ()):
        if "date" in decoy:
            assert decoy["date"] not in deadlines
        if decoy["kind"] == "promise_kept_in_time":
            assert decoy["due"] not in [
                o.values.get("due") for o in seen if o.code in (Code.PROMISE_LATE, Code.PROMISE_OPEN)
            ]
