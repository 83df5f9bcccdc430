"""取引先 decides without a window: what is shown at once, what is read for which tab, what a place leads to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import pytest
from tests.fakes.jobs import HeldJobs, ImmediateJobs
from tests.fakes.records import KEY, OTHER, a_client, a_document

from bankrm.application.changes import Area, Changes
from bankrm.application.close_promise import Closed
from bankrm.application.queries.client_file import ClientFile
from bankrm.application.queries.client_list import ClientRow
from bankrm.application.queries.client_promises import ClientPromise, PromiseState
from bankrm.application.queries.client_talks import PersonRow, SaidRow, TalkFilter, TalkRow, Talks, WordsRow
from bankrm.domain.clients import ClientKey
from bankrm.domain.closings import OpenPromise
from bankrm.domain.documents import Document
from bankrm.domain.errors import NotFound
from bankrm.domain.ids import ClosingId, DraftId
from bankrm.domain.interactions import Party
from bankrm.ui.jobs import Lane
from bankrm.ui.pages.clients.presenter import ClientsPresenter
from bankrm.ui.pages.clients.view import Sources, Tab
from bankrm.ui.places import ClientsPlace, DraftsPlace, Place

TODAY = date(2026, 11, 20)
FILE = ClientFile(a_client(), None, None, (), (), (), (), (), (), None)
WISH = SaidRow(Party.CLIENT, "藤波社長", "「圧搾機を替えたい」", ("equipment",))
OURS = SaidRow(Party.BANK, "当行", "補助金を説明した。", ("subsidy",))


def a_talk(ref: str, *said: SaidRow, people: tuple[str, ...] = ("藤波社長",)) -> TalkRow:
    return TalkRow(ref, date(2026, 9, 4), "訪問", "", people, (), "", said, "", "", "", "", confidential=False)


TALKS = Talks(
    (a_talk("R-2", WISH, OURS), a_talk("R-1", people=("三宅部長",))),
    (PersonRow("藤波社長", None, date(2026, 9, 4), 1), PersonRow("三宅部長", None, date(2026, 9, 4), 1)),
    (("equipment", "設備"), ("subsidy", "補助金")),
)
OWED = OpenPromise(KEY, "R-1", date(2026, 9, 4), Party.BANK, "計画表を持参", "計画表")
PROMISE = ClientPromise(
    Party.BANK, "計画表", "計画表を持参", "R-1", date(2026, 9, 4), None, PromiseState.OPEN, still_open=OWED
)


@dataclass
class FakeView:
    """Keeps what it was told, in order."""

    told: list[tuple[str, Any]] = field(default_factory=list)
    undo: Callable[[], None] | None = None

    def last(self, name: str) -> Any:
        return next(value for told, value in reversed(self.told) if told == name)

    def count(self, name: str) -> int:
        return sum(told == name for told, _ in self.told)

    def show_list(self, rows: Sequence[ClientRow] | None, total: int) -> None:
        self.told.append(("list", (rows, total)))

    def show_client(self, row: ClientRow | None, key: ClientKey) -> None:
        self.told.append(("client", (row, key)))

    def show_file(self, file: ClientFile) -> None:
        self.told.append(("file", file))

    def show_missing(self, key: ClientKey) -> None:
        self.told.append(("missing", key))

    def show_tab(self, tab: Tab) -> None:
        self.told.append(("tab", tab))

    def show_talks(self, talks: Sequence[TalkRow], total: int, mark: str | None = None) -> None:
        self.told.append(("talks", ([talk.ref for talk in talks], total, mark)))

    def show_choices(self, talks: Talks) -> None:
        self.told.append(("choices", talks))

    def show_words(self, person: PersonRow, words: Sequence[WordsRow]) -> None:
        self.told.append(("words", (person.person, [row.said.text for row in words])))

    def show_promises(self, promises: Sequence[ClientPromise]) -> None:
        self.told.append(("promises", promises))

    def show_document(self, document: Document, page: int | None) -> None:
        self.told.append(("document", (document.ref, page)))

    def show_page(self, document: Document, page: int, picture: object) -> None:
        self.told.append(("page", (document.ref, page, picture)))

    def tell_closed(self, promise: ClientPromise, undo: Callable[[], None]) -> None:
        self.told.append(("closed", promise))
        self.undo = undo


class Stage:
    """The presenter with everything around it."""

    def __init__(self, jobs: ImmediateJobs | None = None) -> None:
        self.view, self.jobs = FakeView(), jobs or ImmediateJobs()
        self.read: list[str] = []
        self.went: list[Place] = []
        self.closed: list[tuple[OpenPromise, str, date]] = []
        self.taken_back: list[ClosingId] = []
        self.rows = (
            ClientRow(a_client()),
            ClientRow(replace(a_client(OTHER, "青葉建設"), aliases=(), reading="アオバ")),
        )
        sources = Sources(
            self._clients, self._file, self._talks, self._promises, self._document, self._draw, self._close, self._take_back,
            lambda: TODAY,
        )  # fmt: skip
        self.presenter = ClientsPresenter(self.view, self.jobs, sources, self)

    def stand_at(self, place: Place) -> None:
        """These pages do not go on by themselves."""

    def go(self, place: Place) -> None:
        self.went.append(place)

    def _clients(self) -> tuple[ClientRow, ...]:
        self.read.append("clients")
        return self.rows

    def _file(self, key: ClientKey) -> ClientFile:
        self.read.append("file")
        if key not in (KEY, OTHER):
            raise NotFound(what="client", id=str(key))
        return FILE if key == KEY else replace(FILE, client=self.rows[1].client)

    def _talks(self, key: ClientKey) -> Talks:
        self.read.append(f"talks {key.branch}")
        return TALKS

    def _promises(self, key: ClientKey) -> tuple[ClientPromise, ...]:
        self.read.append("promises")
        if key not in (KEY, OTHER):
            raise NotFound(what="client", id=str(key))
        return (PROMISE,)

    def _document(self, _: ClientKey, ref: str) -> Document:
        return a_document(ref)

    def _draw(self, document: Document, page: int) -> str | None:
        return f"picture {page}" if document.ref.endswith(".pdf") else None

    def _close(self, promise: OpenPromise, words: str, on: date) -> Closed:
        self.closed.append((promise, words, on))
        return Closed(ClosingId("c-1"), Changes.of(Area.PROMISES, clients=frozenset({KEY})))

    def _take_back(self, closing: ClosingId) -> Changes:
        self.taken_back.append(closing)
        return Changes.of(Area.PROMISES, clients=frozenset({KEY}))


def test_the_list_is_shown_as_it_was_known_while_it_is_read_again() -> None:
    stage = Stage(HeldJobs())
    assert isinstance(stage.jobs, HeldJobs)
    stage.presenter.arrive(ClientsPlace())
    assert stage.view.last("list") == (None, 0)
    stage.jobs.go()
    assert stage.view.last("list") == (stage.rows, 2)
    stage.presenter.arrive(ClientsPlace())
    assert stage.view.last("list") == (stage.rows, 2)


def test_typing_narrows_the_list() -> None:
    stage = Stage()
    stage.presenter.arrive(ClientsPlace())
    stage.presenter.type("あおば")
    assert stage.view.last("list") == ((stage.rows[1],), 2)


def test_a_client_turns_up_at_once_with_what_the_list_knew_of_it() -> None:
    stage = Stage(HeldJobs())
    assert isinstance(stage.jobs, HeldJobs)
    stage.presenter.arrive(ClientsPlace())
    stage.jobs.go()
    stage.presenter.arrive(ClientsPlace(KEY))
    assert stage.view.last("client") == (stage.rows[0], KEY)
    assert stage.view.count("file") == 0
    stage.jobs.go()
    assert stage.view.last("file") == FILE


def test_talks_and_promises_are_read_when_their_tab_is_first_looked_at() -> None:
    stage = Stage()
    stage.presenter.arrive(ClientsPlace(KEY))
    assert stage.read == ["file"]
    for tab in (Tab.INTERACTIONS, Tab.CONTACTS, Tab.PROMISES, Tab.INTERACTIONS, Tab.PROMISES):
        stage.presenter.choose_tab(tab)
    assert stage.read == ["file", "talks 031", "promises"]
    assert stage.jobs.lanes == [Lane.IO]
    assert stage.view.last("promises") == (PROMISE,)


def test_what_comes_late_of_another_client_is_not_shown() -> None:
    stage = Stage(HeldJobs())
    assert isinstance(stage.jobs, HeldJobs)
    stage.presenter.arrive(ClientsPlace(KEY, tab="promises"))
    stage.presenter.arrive(ClientsPlace(OTHER))
    stage.jobs.go()
    assert stage.view.count("promises") == 0
    assert stage.view.last("file").client.key == OTHER


def test_a_client_that_is_missing_is_said_of_no_other_that_is_shown_by_then() -> None:
    stage = Stage(HeldJobs())
    assert isinstance(stage.jobs, HeldJobs)
    stage.presenter.arrive(ClientsPlace(ClientKey("099", "0000001"), tab="promises"))
    stage.presenter.arrive(ClientsPlace(KEY))
    stage.jobs.go_on()
    assert stage.view.count("missing") == 0


def test_of_two_pages_that_were_turned_to_the_last_one_stays() -> None:
    stage = Stage(HeldJobs())
    assert isinstance(stage.jobs, HeldJobs)
    stage.presenter.arrive(ClientsPlace(KEY, document="a.pdf"))
    stage.jobs.go_on()
    stage.presenter.turn_page(2)
    stage.presenter.turn_page(3)
    stage.jobs.go(1, 0)
    assert stage.view.last("page")[1:] == (3, "picture 3")


def test_an_unknown_client_is_said_to_be_missing() -> None:
    stage = Stage()
    unknown = ClientKey("099", "0000001")
    stage.presenter.arrive(ClientsPlace(unknown))
    assert stage.view.last("missing") == unknown


@pytest.mark.parametrize(
    ("place", "tab"),
    [
        (ClientsPlace(KEY), Tab.OVERVIEW),
        (ClientsPlace(KEY, tab="deals"), Tab.DEALS),
        (ClientsPlace(KEY, tab="nothing"), Tab.OVERVIEW),
        (ClientsPlace(KEY, person="藤波社長"), Tab.INTERACTIONS),
        (ClientsPlace(KEY, interaction="R-1"), Tab.INTERACTIONS),
        (ClientsPlace(KEY, document="D-1"), Tab.DOCUMENTS),
    ],
)
def test_a_place_names_the_tab_that_comes_to_the_front(place: ClientsPlace, tab: Tab) -> None:
    stage = Stage()
    stage.presenter.arrive(place)
    assert stage.view.last("tab") is tab


def test_a_person_of_a_place_shows_all_their_words() -> None:
    stage = Stage()
    stage.presenter.arrive(ClientsPlace(KEY, person="藤波社長"))
    assert stage.view.last("words") == ("藤波社長", ["「圧搾機を替えたい」"])
    stage.presenter.choose(TalkFilter())
    assert stage.view.count("words") == 1


def test_a_person_nobody_knows_leaves_the_talks_as_they_are() -> None:
    stage = Stage()
    stage.presenter.arrive(ClientsPlace(KEY, person="誰か"))
    assert stage.view.count("words") == 0
    assert stage.view.last("talks") == (["R-2", "R-1"], 2, None)


def test_a_talk_of_a_place_is_marked_among_all_of_them() -> None:
    stage = Stage()
    stage.presenter.arrive(ClientsPlace(KEY, tab="interactions"))
    stage.presenter.choose(TalkFilter(person="三宅部長"))
    assert stage.view.last("talks") == (["R-1"], 2, None)
    stage.presenter.open_talk("R-2")
    assert stage.view.last("talks") == (["R-2", "R-1"], 2, "R-2")


def test_a_document_of_a_place_opens_at_its_page_once() -> None:
    stage = Stage()
    stage.presenter.arrive(ClientsPlace(KEY, document="D-1", page=3))
    stage.presenter.choose_tab(Tab.INTERACTIONS)
    assert stage.view.last("document") == ("D-1", 3)
    assert stage.view.count("document") == 1


def test_wishes_lead_to_places() -> None:
    stage = Stage()
    stage.presenter.open_client(KEY)
    stage.presenter.back_to_list()
    stage.presenter.open_draft(DraftId("d-1"))
    assert stage.went == [ClientsPlace(KEY), ClientsPlace(), DraftsPlace(draft=DraftId("d-1"))]


def test_a_promise_is_closed_today_with_its_words_and_can_be_taken_back() -> None:
    stage = Stage()
    stage.presenter.arrive(ClientsPlace(KEY, tab="promises"))
    stage.presenter.close_promise(PROMISE, "計画表 3部")
    assert stage.closed == [(OWED, "計画表 3部", TODAY)]
    assert stage.jobs.changes == [Changes.of(Area.PROMISES, clients=frozenset({KEY}))]
    assert stage.view.undo is not None
    stage.view.undo()
    assert stage.taken_back == ["c-1"]


def test_a_closed_promise_is_taken_back_from_its_row() -> None:
    stage = Stage()
    stage.presenter.arrive(ClientsPlace(KEY, tab="promises"))
    stage.presenter.reopen_promise(PROMISE)
    assert stage.taken_back == []
    stage.presenter.reopen_promise(replace(PROMISE, still_open=None, closing=ClosingId("c-7")))
    assert stage.taken_back == ["c-7"]


def test_what_is_settled_already_is_not_closed_again() -> None:
    stage = Stage()
    stage.presenter.arrive(ClientsPlace(KEY))
    stage.presenter.close_promise(replace(PROMISE, still_open=None), "")
    assert stage.closed == []


def test_changes_of_this_client_are_read_again_where_they_are_looked_at() -> None:
    stage = Stage()
    stage.presenter.arrive(ClientsPlace(KEY, tab="promises"))
    stage.read.clear()
    stage.presenter.changed(Changes.of(Area.PROMISES, clients=frozenset({KEY})))
    assert stage.read == ["promises"]
    stage.read.clear()
    stage.presenter.changed(Changes.of(Area.RECORDS, clients=frozenset({OTHER})))
    assert stage.read == ["clients"]
    stage.read.clear()
    stage.presenter.changed(Changes.of(Area.RECORDS, Area.PROMISES))
    assert sorted(stage.read) == ["clients", "file", "promises"]
    stage.presenter.choose_tab(Tab.INTERACTIONS)
    assert stage.read[-1] == "talks 031"
    stage.read.clear()
    stage.presenter.changed(Changes.of(Area.SETTINGS))
    assert stage.read == []


def test_a_page_of_a_pdf_follows_its_text_and_can_be_turned() -> None:
    stage = Stage()
    stage.presenter.arrive(ClientsPlace(KEY, document="D-1.pdf", page=2))
    assert stage.view.last("page") == ("D-1.pdf", 2, "picture 2")
    stage.presenter.turn_page(3)
    assert stage.view.last("page") == ("D-1.pdf", 3, "picture 3")


def test_a_paper_that_cannot_be_drawn_stays_text() -> None:
    stage = Stage()
    stage.presenter.arrive(ClientsPlace(KEY, document="D-1.docx"))
    assert stage.view.last("document") == ("D-1.docx", None)
    assert stage.view.count("page") == 0


def test_a_picture_that_comes_after_the_client_was_left_is_not_shown() -> None:
    stage = Stage(HeldJobs())
    assert isinstance(stage.jobs, HeldJobs)
    stage.presenter.arrive(ClientsPlace(KEY, document="D-1.pdf"))
    stage.jobs.go()
    stage.presenter.arrive(ClientsPlace(OTHER))
    stage.jobs.go()
    assert stage.view.count("page") == 0
