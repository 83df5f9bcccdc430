"""解錠: what the page asks for, by what the store and its keys say."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest
from tests.fakes.jobs import ImmediateJobs

from bankrm.application.ports.store import StoreBusy, StoreMissing, StoreUnreadable
from bankrm.application.ports.vault import CredentialStoreMissing, KeyRefused, VaultLocked
from bankrm.domain.errors import ExpectedError
from bankrm.ui.shell.opening import Ask, Opened, OpeningPresenter

OPEN: Any = object()  # a store that came open


@dataclass
class Page:
    ask: Ask = Ask.NOTHING
    busy: list[bool] = field(default_factory=list)
    error: ExpectedError | None = None

    def show_ask(self, ask: Ask) -> None:
        self.ask = ask

    def show_busy(self, busy: bool) -> None:
        self.busy.append(busy)

    def show_error(self, error: ExpectedError | None) -> None:
        self.error = error


@dataclass
class FakeOpener:
    """Refuses with the errors given, one after the other, and opens then."""

    errors: list[ExpectedError] = field(default_factory=list)
    needs_passphrase: bool = False
    asked: list[tuple[str, str | None]] = field(default_factory=list)

    def open(self, passphrase: str | None) -> Opened:
        return self._answer("open", passphrase)

    def create(self, passphrase: str | None) -> Opened:
        return self._answer("create", passphrase)

    def sample(self) -> Opened:
        return self._answer("sample", None)

    def _answer(self, act: str, passphrase: str | None) -> Opened:
        self.asked.append((act, passphrase))
        if self.errors:
            raise self.errors.pop(0)
        return Opened(OPEN, OPEN)


def presented(
    *errors: ExpectedError, needs_passphrase: bool = False
) -> tuple[OpeningPresenter, Page, FakeOpener, list[Opened]]:
    page, opener, opened = Page(), FakeOpener(list(errors), needs_passphrase), list[Opened]()
    return OpeningPresenter(page, ImmediateJobs(), opener, opened.append), page, opener, opened


def test_a_store_that_opens_by_itself_asks_nothing() -> None:
    presenter, page, opener, opened = presented()
    presenter.begin()
    assert (opener.asked, len(opened), page.ask, page.busy) == ([("open", None)], 1, Ask.NOTHING, [True, False])


def test_the_first_use_is_welcomed_without_an_error() -> None:
    presenter, page, _, _ = presented(StoreMissing(path="x"))
    presenter.begin()
    assert (page.ask, page.error) == (Ask.FIRST_USE, None)


def test_a_machine_without_a_credential_store_asks_for_a_new_passphrase() -> None:
    presenter, page, opener, opened = presented(StoreMissing(path="x"), CredentialStoreMissing(backend="none"))
    presenter.begin()
    presenter.start_new("")
    assert (page.ask, page.error) == (Ask.NEW_PASSPHRASE, None)
    presenter.start_new("十二文字以上のことば遣い")
    assert opener.asked[-1] == ("create", "十二文字以上のことば遣い")
    assert opened


def test_a_locked_vault_asks_for_the_passphrase_and_a_wrong_one_is_told() -> None:
    wrong = KeyRefused(path="x", wraps=["passphrase"])
    presenter, page, _, opened = presented(VaultLocked(path="x", wraps=[]), wrong)
    presenter.begin()
    assert (page.ask, page.error) == (Ask.PASSPHRASE, None)
    presenter.unlock("wrong")
    assert (page.ask, page.error) == (Ask.PASSPHRASE, wrong)
    presenter.unlock("right")
    assert (page.error, len(opened)) == (None, 1)


@pytest.mark.parametrize("error", [StoreUnreadable(path="x"), StoreBusy(path="x")])
def test_what_no_passphrase_helps_says_why_and_offers_another_try(error: ExpectedError) -> None:
    presenter, page, _, opened = presented(error)
    presenter.begin()
    assert (page.ask, page.error) == (Ask.IMPOSSIBLE, error)
    presenter.unlock("")
    assert opened


@pytest.mark.parametrize(("needs_passphrase", "asked"), [(False, Ask.UNLOCK), (True, Ask.PASSPHRASE)])
def test_after_a_lock_the_person_is_waited_for(needs_passphrase: bool, asked: Ask) -> None:
    presenter, page, opener, _ = presented(needs_passphrase=needs_passphrase)
    presenter.was_locked()
    assert (page.ask, opener.asked) == (asked, [])


def test_the_sample_can_be_tried_from_the_first_use() -> None:
    presenter, _, opener, opened = presented(StoreMissing(path="x"))
    presenter.begin()
    presenter.start_sample()
    assert opener.asked[-1] == ("sample", None)
    assert opened
