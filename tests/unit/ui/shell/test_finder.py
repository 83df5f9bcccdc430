"""探す: the last thing typed is answered, and a choice leads to its place and into the audit trail."""

from __future__ import annotations

from datetime import date

import pytest
from tests.fakes.jobs import ImmediateJobs

from bankrm.application.queries.excerpts import Excerpt
from bankrm.application.queries.search import (
    ClientField,
    ClientHit,
    DocumentHit,
    DraftHit,
    Found,
    Hit,
    PersonHit,
    RecordField,
    RecordHit,
)
from bankrm.domain.clients import ClientKey
from bankrm.domain.drafts import DraftState
from bankrm.domain.ids import DraftId
from bankrm.domain.recipes import DocumentKindName
from bankrm.ui.places import ClientsPlace, DraftsPlace, Place
from bankrm.ui.shell.finder import FinderPresenter

KEY = ClientKey("012", "0010872")
CLIENT = ClientHit(KEY, "凪浜精機", "なぎはませいき", "金属加工", ClientField.NAME)
PERSON = PersonHit(KEY, "凪浜精機", "田辺誠一", "田辺社長", "代表取締役")
RECORD = RecordHit(
    KEY, "凪浜精機", "R1", date(2026, 10, 7), "訪問", RecordField.CLIENT_WORDS, Excerpt("補助金を使いたい")
)
DOCUMENT = DocumentHit(None, "", "hyojun/hojokin.pdf", "補助金のご案内", 2, Excerpt("公募の締切"))
DRAFT = DraftHit(
    DraftId("d1"), KEY, "凪浜精機", DocumentKindName.VISIT_BRIEF, "訪問前準備シート", date(2026, 11, 24), DraftState.DRAFT,
)  # fmt: skip


class Panel:
    def __init__(self) -> None:
        self.shown: list[tuple[str, Found]] = []

    def show_found(self, typed: str, found: Found) -> None:
        self.shown.append((typed, found))


class Walker:
    def __init__(self) -> None:
        self.places: list[Place] = []

    def stand_at(self, place: Place) -> None:
        """These pages do not go on by themselves."""

    def go(self, place: Place) -> None:
        self.places.append(place)


def test_what_fits_is_shown_with_what_was_typed() -> None:
    panel, found = Panel(), Found(clients=(CLIENT,))
    FinderPresenter(panel, ImmediateJobs(), Walker(), lambda _: found, lambda *_: None).typed("凪浜")
    assert panel.shown == [("凪浜", found)]


@pytest.mark.parametrize(
    ("hit", "place"),
    [
        (CLIENT, ClientsPlace(KEY)),
        (PERSON, ClientsPlace(KEY, person="田辺誠一")),
        (RECORD, ClientsPlace(KEY, tab="interactions", interaction="R1")),
        (DOCUMENT, ClientsPlace(None, tab="documents", document="hyojun/hojokin.pdf", page=2)),
        (DRAFT, DraftsPlace(draft=DraftId("d1"))),
    ],
)
def test_a_choice_leads_to_its_place_and_is_recorded(hit: Hit, place: Place) -> None:
    walker, noted = Walker(), list[tuple[str, Hit]]()
    presenter = FinderPresenter(Panel(), ImmediateJobs(), walker, lambda _: Found(), lambda *seen: noted.append(seen))
    presenter.chose("凪浜", hit)
    assert (walker.places, noted) == ([place], [("凪浜", hit)])
