"""Closings and readings of promises, in the encrypted store and in the fake alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from tests.fakes.records import KEY, OTHER, a_client, a_draft, a_visit, an_interaction, put

from bankrm.application.ports.records import ClientCounts, TalkHead
from bankrm.application.ports.unit_of_work import OpenUnitOfWork
from bankrm.domain.clients import ClientKey, Contact
from bankrm.domain.closings import Closing, ClosingKind, OpenPromise
from bankrm.domain.dossier import Record
from bankrm.domain.ids import ClosingId
from bankrm.domain.interactions import OWN_VIEW, Party
from bankrm.domain.recipes import DocumentKindName

READER, TODAY = "1", date(2026, 11, 20)
AT = datetime(2026, 11, 20, 9, 12, tzinfo=UTC)
OURS = OpenPromise(KEY, "R-1", date(2026, 9, 4), Party.BANK, "9月末までに返済計画を持参", "返済計画", date(2026, 9, 30))
LATER = OpenPromise(KEY, "R-2", date(2026, 10, 4), Party.BANK, "図面を持参", "図面", date(2026, 11, 27), "かもしれない")
UNDATED = OpenPromise(OTHER, "R-1", date(2026, 9, 4), Party.BANK, "資料を送付", "資料")
THEIRS = replace(OURS, owner=Party.CLIENT, text="試算表を送付", thing="試算表")
CLOSING = Closing(ClosingId("c-1"), OURS, ClosingKind.DONE, TODAY, "返済計画の写し", "大野", AT)


@pytest.fixture
def begin(begin: OpenUnitOfWork) -> OpenUnitOfWork:
    put(begin, a_client(), a_client(OTHER), an_interaction())
    return begin


def read(begin: OpenUnitOfWork, client: ClientKey, *promises: OpenPromise, until: date | None = None) -> None:
    with begin() as work:
        work.promises.keep_reading(client, READER, TODAY, until, promises)
        work.commit()


def close(begin: OpenUnitOfWork, closing: Closing = CLOSING) -> None:
    with begin() as work:
        work.promises.close(closing)
        work.commit()


def unread(begin: OpenUnitOfWork, day: date = TODAY, reader: str = READER) -> Sequence[ClientKey]:
    with begin() as work:
        return work.promises.unread(reader, day)


def test_what_was_read_comes_back_by_due_day_and_side(begin: OpenUnitOfWork) -> None:
    read(begin, OTHER, UNDATED)
    read(begin, KEY, LATER, THEIRS, OURS)
    with begin() as work:
        assert work.promises.open(Party.BANK) == [OURS, LATER, UNDATED]
        assert work.promises.open(Party.CLIENT) == [THEIRS]
        assert work.promises.open(Party.BANK, last=date(2026, 11, 26)) == [OURS]
        assert work.promises.open(Party.BANK, first=date(2026, 10, 1)) == [LATER]
        assert work.promises.open(Party.BANK, limit=2) == [OURS, LATER]
        assert work.promises.count_open(Party.BANK) == 3
        assert work.promises.count_open(Party.BANK, first=date(2026, 10, 1), last=date(2026, 11, 27)) == 1
        assert work.promises.open(Party.BANK, clients=[OTHER]) == [UNDATED]
        assert work.promises.open(Party.BANK, clients=[]) == []


def test_a_new_reading_stands_in_place_of_the_last(begin: OpenUnitOfWork) -> None:
    read(begin, KEY, OURS, LATER)
    read(begin, KEY, LATER)
    with begin() as work:
        assert work.promises.open(Party.BANK) == [LATER]


def test_clients_nobody_read_are_unread(begin: OpenUnitOfWork) -> None:
    assert unread(begin) == [KEY, OTHER]
    read(begin, KEY)
    assert unread(begin) == [OTHER]


def test_a_reading_is_of_its_reader_and_of_its_day_on_until_it_holds_no_more(begin: OpenUnitOfWork) -> None:
    read(begin, OTHER)
    read(begin, KEY, until=date(2026, 11, 24))
    assert unread(begin, reader="2") == [KEY, OTHER]
    assert unread(begin, date(2026, 11, 19)) == [KEY, OTHER]
    assert unread(begin, date(2026, 11, 23)) == []
    assert unread(begin, date(2026, 11, 24)) == [KEY]


@pytest.mark.parametrize(
    ("record", "out_of_date"),
    [
        (an_interaction("R-9"), True),
        (an_interaction(words="設備は去年直した"), True),
        (Contact(KEY, "三宅 透", "杜氏"), True),
        (an_interaction(), False),
        (a_visit(), False),
    ],
)
def test_a_record_that_changed_puts_its_clients_reading_out_of_date(
    begin: OpenUnitOfWork, record: Record, out_of_date: bool
) -> None:
    read(begin, OTHER)
    read(begin, KEY, OURS)
    put(begin, record)
    assert unread(begin) == ([KEY] if out_of_date else [])
    with begin() as work:
        assert work.promises.open(Party.BANK) == [OURS]


def test_a_closing_is_of_the_dossier_and_its_promise_open_no_more(begin: OpenUnitOfWork) -> None:
    read(begin, OTHER)
    read(begin, KEY, OURS, LATER)
    close(begin)
    with begin() as work:
        dossier = work.records.dossier(KEY)
        assert dossier is not None
        assert dossier.closings == (CLOSING,)
        assert work.promises.get(CLOSING.id) == CLOSING
        assert tuple(work.promises.closings(KEY)) == (CLOSING,)
        assert tuple(work.promises.closings(OTHER)) == ()
        assert work.promises.open(Party.BANK) == [LATER]
    assert unread(begin) == [KEY]


def test_what_the_other_side_promised_in_the_same_words_stays_open(begin: OpenUnitOfWork) -> None:
    theirs = replace(OURS, owner=Party.CLIENT)
    read(begin, KEY, OURS, theirs)
    close(begin)
    with begin() as work:
        assert (work.promises.open(Party.BANK), work.promises.open(Party.CLIENT)) == ([], [theirs])


def test_what_was_taken_back_stays_to_be_read_but_counts_no_more(begin: OpenUnitOfWork) -> None:
    close(begin)
    read(begin, OTHER)
    read(begin, KEY)
    with begin() as work:
        work.promises.take_back(CLOSING.id, AT)
        work.commit()
    assert unread(begin) == [KEY]
    with begin() as work:
        dossier = work.records.dossier(KEY)
        assert dossier is not None
        assert dossier.closings == ()
        assert tuple(work.promises.closings(KEY)) == ()
        assert work.promises.get(CLOSING.id) == CLOSING


def test_what_is_not_committed_was_never_said(begin: OpenUnitOfWork) -> None:
    read(begin, KEY, OURS)
    with begin() as work:
        work.promises.close(CLOSING)
    with begin() as work:
        assert work.promises.open(Party.BANK) == [OURS]
        assert work.promises.get(CLOSING.id) is None


def test_talks_of_some_days_are_named_of_the_clients_asked_for(begin: OpenUnitOfWork) -> None:
    talk = an_interaction("R-2", date(2026, 11, 18))
    known = replace(an_interaction("R-4", date(2026, 11, 18)), method=OWN_VIEW)
    put(begin, talk, known, an_interaction("R-3", date(2026, 11, 19), key=OTHER))
    with begin() as work:
        talks = work.records.talks_of([KEY], date(2026, 11, 18), date(2026, 11, 19))
    assert list(talks) == [TalkHead(KEY, "R-2", date(2026, 11, 18), talk.method)]


def test_current_records_are_counted_by_client_as_far_as_it_is_known(begin: OpenUnitOfWork) -> None:
    put(begin, an_interaction(words="別の言葉"))
    with begin() as work:
        held = work.records.counts([KEY, OTHER, ClientKey("099", "0000001")])
    assert held == {KEY: ClientCounts(interactions=1), OTHER: ClientCounts()}


def test_heads_name_what_stands_for_each_document_of_the_visits_asked_for(begin: OpenUnitOfWork) -> None:
    old, new, update = a_draft(), a_draft(), a_draft()
    summary = replace(a_draft(), kind=DocumentKindName.HISTORY_SUMMARY)
    with begin() as work:
        for draft in (old, new, summary, a_draft("V-2"), a_draft(None)):
            work.drafts.add(draft)
        work.drafts.supersede(old.id, by=new.id)
        work.drafts.add(update, update_of=new.id)
        work.commit()
    with begin() as work:
        heads = {(head.visit, head.kind): head.id for head in work.drafts.of_visits(["V-1"])}
        assert work.drafts.of_visits([]) == []
    assert heads == {
        ("V-1", DocumentKindName.VISIT_BRIEF): new.id,
        ("V-1", DocumentKindName.HISTORY_SUMMARY): summary.id,
    }


def test_clients_are_found_by_their_keys_as_far_as_they_are_known(begin: OpenUnitOfWork) -> None:
    with begin() as work:
        assert work.records.clients_of([OTHER, ClientKey("099", "0000001")]) == {OTHER: a_client(OTHER)}
        assert work.records.clients_of([]) == {}
