"""What is told over all clients, by every store."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from tests.fakes.records import (
    KEY,
    OTHER,
    TOKYO,
    a_client,
    a_visit,
    all_records,
    an_interaction,
    as_recorded,
    dossier_of,
    put,
)

from bankrm.application.ports.records import Standing
from bankrm.application.ports.unit_of_work import OpenUnitOfWork
from bankrm.domain.business import HostFigures, HostItem
from bankrm.domain.clients import ClientKey, Contact
from bankrm.domain.interactions import OWN_VIEW, Interaction


def test_visits_are_found_by_their_local_day_in_time_order(begin: OpenUnitOfWork) -> None:
    late, early = (
        a_visit(ref, datetime(2026, 11, 24, hour, 30, tzinfo=TOKYO)) for ref, hour in (("V-1", 23), ("V-2", 0))
    )
    put(begin, late, early, a_visit("V-3", datetime(2026, 11, 25, 0, 0, tzinfo=TOKYO)))
    with begin() as work:
        found = work.records.visits(date(2026, 11, 24), date(2026, 11, 24))
    assert found == [early, late]
    assert [visit.start.tzinfo for visit in found] == [TOKYO, TOKYO]


def test_holdings_count_what_stands_now_and_tell_the_days_of_the_host(begin: OpenUnitOfWork) -> None:
    with begin() as work:
        empty = work.records.holdings()
    assert set(empty.counts.values()) == {0}
    assert empty.host_days is None
    put(begin, *all_records())
    put(begin, an_interaction(words="直した"), HostFigures(KEY, date(2027, 3, 31)), HostFigures(KEY, date(2025, 3, 31)))
    with begin() as work:
        holdings = work.records.holdings()
        assert holdings.host_days == (date(2027, 3, 31), date(2027, 3, 31))
        assert holdings.counts["client"] == len(work.records.clients())
    recorded = as_recorded(dossier_of(begin))
    assert holdings.counts["interaction"] == sum(isinstance(record, Interaction) for record in recorded)
    assert holdings.counts["host"] == sum(isinstance(record, HostFigures) for record in recorded)
    assert set(holdings.counts) == set(empty.counts)


def test_the_last_talk_and_the_newest_loans_say_where_we_stand_with_each_client(begin: OpenUnitOfWork) -> None:
    new = ClientKey("033", "0004711")
    put(
        begin,
        a_client(),
        a_client(OTHER),
        a_client(new),
        replace(an_interaction("R-2", date(2026, 9, 2)), next_step="12月8日10時"),
        an_interaction("R-1", date(2026, 3, 2)),
        replace(an_interaction("R-3", date(2026, 9, 9)), method=OWN_VIEW),
        HostFigures(KEY, date(2026, 11, 20), {HostItem.LOANS: 2}),
        HostFigures(KEY, date(2026, 3, 31), {HostItem.LOANS: 1}),
        HostFigures(OTHER, date(2026, 3, 31), {HostItem.DEPOSITS: 9}),
        an_interaction("R-1", date(2026, 3, 2), key=OTHER),
        an_interaction("R-1", date(2026, 4, 2), key=OTHER),
    )
    with begin() as work:
        told = {
            KEY: Standing(date(2026, 9, 2), 2, "12月8日10時"),
            OTHER: Standing(date(2026, 4, 2), None, "10月に再訪"),
            new: Standing(),
        }
        assert work.records.standings() == told


def test_of_records_their_confidentiality_is_told_as_it_stands_now(begin: OpenUnitOfWork) -> None:
    talk = an_interaction()
    put(begin, a_client(), talk, replace(talk, confidentiality="秘匿"))
    with begin() as work:
        told = work.records.confidentiality_of({(talk.client, talk.ref), (talk.client, "gone"), (OTHER, talk.ref)})
    assert told == {(talk.client, talk.ref): "秘匿"}


def test_people_of_all_clients_stand_in_the_order_of_the_clients(begin: OpenUnitOfWork) -> None:
    put(begin, Contact(OTHER, "三宅 透", "杜氏"), Contact(KEY, "藤波 薫", "社長"))
    with begin() as work:
        assert [contact.name for contact in work.records.contacts()] == ["藤波 薫", "三宅 透"]


def names_version(begin: OpenUnitOfWork) -> int:
    with begin() as work:
        return work.records.names_version()


def test_names_have_another_version_once_a_client_or_a_contact_is_new_or_amended(begin: OpenUnitOfWork) -> None:
    seen = [names_version(begin)]
    for record in (
        a_client(),
        Contact(KEY, "三宅 透"),
        replace(a_client(), name="別名"),
        Contact(KEY, "三宅 透", "部長"),
    ):
        put(begin, record)
        assert names_version(begin) not in seen
        seen.append(names_version(begin))
    put(begin, an_interaction(), replace(a_client(), name="別名"))
    assert names_version(begin) == seen[-1]


def test_the_days_of_host_data_are_those_of_each_clients_newest(begin: OpenUnitOfWork) -> None:
    put(begin, a_client(), a_client(OTHER, "別会社"), HostFigures(KEY, date(2026, 3, 31)))
    put(begin, HostFigures(KEY, date(2026, 11, 24)), HostFigures(OTHER, date(2026, 11, 20)))
    with begin() as work:
        assert work.records.holdings().host_days == (date(2026, 11, 20), date(2026, 11, 24))
