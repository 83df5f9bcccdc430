"""What every store does, the encrypted one and the fake alike."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from tests.fakes.records import (
    KEY,
    OTHER,
    SOURCE,
    TOKYO,
    a_client,
    a_document,
    a_draft,
    a_visit,
    all_records,
    an_interaction,
    as_recorded,
)
from tests.fakes.store import MemoryStore

from bankrm.adapters.store.audit_chain import verify_chain
from bankrm.application.ports.records import Change, FoundTexts, Standing
from bankrm.application.ports.store import StoreBusy
from bankrm.application.ports.unit_of_work import OpenUnitOfWork
from bankrm.domain.audit import Act, AuditEvent
from bankrm.domain.business import Deal, HostFigures, HostItem
from bankrm.domain.clients import Client, ClientKey, Contact
from bankrm.domain.documents import Document
from bankrm.domain.dossier import Dossier, Record
from bankrm.domain.drafts import Draft, FirstWriting, Reason, Verdict
from bankrm.domain.drafts import Outcome as FirstOutcome
from bankrm.domain.ids import DraftId, JobId
from bankrm.domain.interactions import OWN_VIEW, Interaction, Party
from bankrm.domain.preparation import Job, JobState, Wanted
from bankrm.domain.recipes import DocumentKindName
from bankrm.domain.same_client import ClientPair, Likeness, PairDecision, Sameness


@pytest.fixture(params=["memory", "sqlcipher"])
def begin(request: pytest.FixtureRequest) -> OpenUnitOfWork:
    store = MemoryStore() if request.param == "memory" else request.getfixturevalue("store")
    opener: OpenUnitOfWork = store.unit_of_work
    return opener


def put(begin: OpenUnitOfWork, *records: Record) -> list[Change]:
    with begin() as work:
        changes = [work.records.put(record, SOURCE) for record in records]
        work.commit()
    return changes


def dossier_of(begin: OpenUnitOfWork, key: ClientKey = KEY) -> Dossier:
    with begin() as work:
        found = work.records.dossier(key)
    assert found is not None
    return found


def test_every_kind_of_record_comes_back_as_it_was_put(begin: OpenUnitOfWork) -> None:
    put(begin, *all_records())
    assert as_recorded(dossier_of(begin)) == all_records()


def test_a_record_put_again_changes_nothing(begin: OpenUnitOfWork) -> None:
    assert set(put(begin, *all_records())) == {Change.NEW}
    assert set(put(begin, *all_records())) == {Change.UNCHANGED}


@pytest.mark.parametrize(
    ("first", "amended"),
    [
        (a_client(), replace(a_client(), name="藤波酒造株式会社")),
        (Contact(KEY, "三宅 透", "杜氏"), Contact(KEY, "三宅 透", "製造部長")),
        (an_interaction(), an_interaction(words="設備は去年直した")),
        (a_visit(), a_visit(start=datetime(2026, 12, 1, 9, 0, tzinfo=TOKYO))),
        (a_document(), a_document("D-1", "別の見積り")),
        (a_document(), replace(a_document(), valid_until=None)),
        (HostFigures(KEY, date(2026, 3, 31)), HostFigures(KEY, date(2026, 3, 31), collateral="土地")),
        (Deal("A-1", KEY, "設備"), Deal("A-1", KEY, "設備", amount_yen=1)),
    ],
)
def test_an_amended_record_stands_in_place_of_the_old_one(
    begin: OpenUnitOfWork, first: Record, amended: Record
) -> None:
    put(begin, a_client(), first)
    assert put(begin, amended) == [Change.CHANGED]
    recorded = as_recorded(dossier_of(begin))
    assert amended in recorded
    assert first not in recorded


def test_going_back_to_the_old_wording_is_a_change_again(begin: OpenUnitOfWork) -> None:
    put(begin, a_client(), an_interaction(words="甲"))
    assert put(begin, an_interaction(words="乙"), an_interaction(words="甲")) == [Change.CHANGED, Change.CHANGED]


def test_the_same_cif_in_two_branches_is_two_clients(begin: OpenUnitOfWork) -> None:
    put(begin, a_client(OTHER, "別会社"), a_client(), an_interaction(), an_interaction(words="別", key=OTHER))
    with begin() as work:
        assert [client.key for client in work.records.clients()] == [KEY, OTHER]
    assert [record.client_words for record in dossier_of(begin, OTHER).interactions] == ["別"]


def test_an_unknown_client_has_no_dossier(begin: OpenUnitOfWork) -> None:
    put(begin, an_interaction())
    with begin() as work:
        assert work.records.dossier(KEY) is None


def test_utterances_and_promises_are_read_out_of_the_record_on_every_reading(begin: OpenUnitOfWork) -> None:
    put(begin, a_client(), an_interaction(words="（社長）「来春までに入れ替えたい」"))
    (record,) = dossier_of(begin).interactions
    assert [(said.speaker, said.quoted) for said in record.utterances] == [("藤波社長", True)]
    assert [promise.owner for promise in record.promises] == [Party.BANK]
    assert put(begin, record) == [Change.UNCHANGED]


def test_a_dossier_is_in_time_order(begin: OpenUnitOfWork) -> None:
    put(
        begin,
        a_client(),
        an_interaction("R-2", date(2026, 9, 2)),
        an_interaction("R-1", date(2026, 9, 2)),
        an_interaction("R-9", date(2025, 9, 2)),
        HostFigures(KEY, date(2026, 11, 20)),
        HostFigures(KEY, date(2026, 3, 31)),
        Deal("A-2", KEY, "二", opened=date(2026, 1, 1)),
        Deal("A-3", KEY, "三"),
        a_visit("V-2", datetime(2026, 11, 25, 9, 0, tzinfo=TOKYO)),
        a_visit("V-1", datetime(2026, 11, 24, 16, 0, tzinfo=TOKYO)),
    )
    found = dossier_of(begin)
    assert [record.ref for record in found.interactions] == ["R-9", "R-1", "R-2"]
    assert [host.as_of.year for host in found.host] == [2026, 2026]
    assert found.as_of == found.host[-1].as_of == date(2026, 11, 20)
    assert [deal.ref for deal in found.deals] == ["A-3", "A-2"]
    assert [visit.ref for visit in found.visits] == ["V-1", "V-2"]


def test_a_dossier_holds_the_banks_documents_and_no_other_clients(begin: OpenUnitOfWork) -> None:
    put(begin, a_client(), a_document("D-1"), a_document("S-1", client=None), a_document("D-2", client=OTHER))
    assert {document.ref for document in dossier_of(begin).documents} == {"D-1", "S-1"}


@pytest.mark.parametrize(
    ("kept", "read", "ref", "owner"),
    [
        (KEY, KEY, "old", KEY),
        (None, None, "old", None),
        (None, KEY, "old", KEY),
        (KEY, None, "old", KEY),
        (OTHER, KEY, "new", KEY),
    ],
)
def test_the_same_bytes_are_the_same_document_of_one_owner(
    begin: OpenUnitOfWork, kept: ClientKey | None, read: ClientKey | None, ref: str, owner: ClientKey | None
) -> None:
    put(begin, a_client(), a_document("old", client=kept))
    with begin() as work:
        found = work.records.as_kept(a_document("new", client=read))
        assert (found.ref, found.client) == (ref, owner)
        other = replace(a_document("new", client=read), sha256="d" * 64)
        assert work.records.as_kept(other) == other


def test_a_document_under_its_own_ref_stays_there_whatever_else_has_its_bytes(begin: OpenUnitOfWork) -> None:
    put(begin, a_client(), a_document("first"), replace(a_document("second"), sha256="d" * 64))
    with begin() as work:
        assert work.records.as_kept(a_document("second")) == a_document("second")


def test_a_client_takes_a_document_over_from_nobody(begin: OpenUnitOfWork) -> None:
    put(begin, a_client(), a_client(OTHER), a_document("D", "冷却塔の見積り", "別紙の図面", client=None))
    assert put(begin, a_document("D", "冷却塔の見積り")) == [Change.CHANGED]
    assert [document.client for document in dossier_of(begin).documents] == [KEY]
    assert not dossier_of(begin, OTHER).documents
    with begin() as work:
        assert not work.records.evidence_index(OTHER).search("冷却塔 図面", 5)
        assert [hit.id for hit in work.records.evidence_index(KEY).search("冷却塔", 5)] == ["passage:0:D"]


def test_visits_are_found_by_their_local_day_in_time_order(begin: OpenUnitOfWork) -> None:
    late, early = (
        a_visit(ref, datetime(2026, 11, 24, hour, 30, tzinfo=TOKYO)) for ref, hour in (("V-1", 23), ("V-2", 0))
    )
    put(begin, late, early, a_visit("V-3", datetime(2026, 11, 25, 0, 0, tzinfo=TOKYO)))
    with begin() as work:
        found = work.records.visits(date(2026, 11, 24), date(2026, 11, 24))
    assert found == [early, late]
    assert [visit.start.tzinfo for visit in found] == [TOKYO, TOKYO]


def test_a_time_without_a_zone_stays_without_one(begin: OpenUnitOfWork) -> None:
    naive = a_visit(start=datetime(2026, 11, 24, 14, 0))
    put(begin, naive)
    with begin() as work:
        assert work.records.visits(date(2026, 11, 24), date(2026, 11, 24)) == [naive]


def test_leaving_without_commit_keeps_nothing(begin: OpenUnitOfWork) -> None:
    put(begin, a_client())
    with begin() as work:
        before = len(work.audit.entries())
        work.records.put(replace(a_client(), name="別名"), SOURCE)
        work.records.keep_original("c" * 64, "a.pdf", b"pdf")
        work.drafts.add(a_draft())
        work.audit.record(AuditEvent(Act.IMPORTED, "c" * 64))
    with begin() as work:
        assert work.records.clients() == [a_client()]
        assert work.records.keep_original("c" * 64, "a.pdf", b"pdf")
        assert work.drafts.summaries() == []
        assert len(work.audit.entries()) == before


def test_an_error_on_the_way_keeps_nothing(begin: OpenUnitOfWork) -> None:
    def fail_halfway() -> None:
        with begin() as work:
            work.records.put(a_client(), SOURCE)
            raise InterruptedError

    with pytest.raises(InterruptedError):
        fail_halfway()
    with begin() as work:
        assert work.records.clients() == []


def test_an_original_is_kept_once(begin: OpenUnitOfWork) -> None:
    with begin() as work:
        assert work.records.keep_original("c" * 64, "a.pdf", b"pdf")
        assert not work.records.keep_original("c" * 64, "copy of a.pdf", b"pdf")


def test_a_draft_comes_back_exactly(begin: OpenUnitOfWork) -> None:
    draft = a_draft()
    with begin() as work:
        work.drafts.add(draft)
        work.commit()
    with begin() as work:
        assert work.drafts.get(draft.id) == draft
        assert work.drafts.get(DraftId("unknown")) is None


def test_the_gist_of_a_draft_is_what_reading_all_of_it_tells(begin: OpenUnitOfWork) -> None:
    draft = a_draft()
    with begin() as work:
        work.drafts.add(draft)
        work.commit()
    with begin() as work:
        gist = work.drafts.gist(draft.id, (draft.sections[0].key,))
        assert gist is not None
        assert gist.sections == draft.sections[:1]
        assert gist.verdicts == tuple(one.verdict for one in draft.statements if one.verdict)
        assert work.drafts.gist(DraftId("unknown"), ()) is None


def test_a_draft_is_never_changed(begin: OpenUnitOfWork) -> None:
    draft = a_draft()
    with begin() as work:
        work.drafts.add(draft)
        work.drafts.add(draft)
        with pytest.raises(ValueError, match=draft.id):
            work.drafts.add(replace(draft, title="別の題"))
        assert work.drafts.get(draft.id) == draft


def made(visit: str, today: str, of: str, at: int = 9) -> Draft:
    """Made on the day `today` (ISO) at that hour, for a visit planned for the day `of`."""
    draft, moment = a_draft(visit), datetime.combine(date.fromisoformat(today), time(at), UTC)
    days = {**draft.provenance.parameters, "today": today, "visit_day": of}
    return replace(draft, created=moment, provenance=replace(draft.provenance, parameters=days))


def test_of_earlier_drafts_the_last_that_was_made_before_its_visit_is_told(begin: OpenUnitOfWork) -> None:
    day = datetime(2026, 11, 10, 10, 0, tzinfo=TOKYO)
    put(begin, a_visit("V-1", day.replace(month=9)), a_visit("V-2", day))
    early, late = made("V-2", "2026-11-06", "2026-11-10"), made("V-2", "2026-11-09", "2026-11-10", 15)
    before, afterwards = made("V-1", "2026-09-09", "2026-09-10"), made("V-2", "2026-11-12", "2026-11-10")
    with begin() as work:
        for draft in (late, early, before, afterwards):
            work.drafts.add(draft)
        work.commit()
    with begin() as work:
        assert work.drafts.last_before(KEY, date(2026, 11, 11)) == late
        assert work.drafts.last_before(KEY, date(2026, 11, 10)) == before
        assert work.drafts.last_before(KEY, date(2026, 9, 10)) is None


def test_drafts_of_earlier_visits_count_by_the_day_that_the_visit_has_now(begin: OpenUnitOfWork) -> None:
    first, second, postponed, free = a_draft("V-1"), a_draft("V-2"), a_draft("V-3"), a_draft(None)
    day = datetime(2026, 11, 10, 10, 0, tzinfo=TOKYO)
    put(
        begin,
        a_visit("V-1", day),
        a_visit("V-2", day.replace(day=24)),
        a_visit("V-3", day),
        a_visit("V-3", day.replace(day=25)),
    )
    with begin() as work:
        for draft in (first, second, postponed, free, a_draft("V-1", OTHER)):
            work.drafts.add(draft)
        work.commit()
    with begin() as work:
        assert work.drafts.last_before(KEY, date(2026, 11, 24)) == first
        assert work.drafts.last_before(KEY, date(2026, 11, 10)) is None


def test_a_superseded_draft_is_no_longer_of_its_visit_but_stays_to_be_read(begin: OpenUnitOfWork) -> None:
    put(begin, a_visit())
    template, model, other = a_draft(), a_draft(), replace(a_draft(), kind=DocumentKindName.HISTORY_SUMMARY)
    with begin() as work:
        for draft in (template, other, model):
            work.drafts.add(draft)
        work.drafts.supersede(template.id, by=model.id)
        work.commit()
    with begin() as work:
        assert [one.id for one in work.drafts.summaries(KEY, "V-1")] == [model.id, other.id]
        assert work.drafts.in_place(KEY, "V-1", DocumentKindName.VISIT_BRIEF) == model
        assert work.drafts.get(template.id) == template


def test_the_draft_in_place_is_of_that_client_visit_and_kind_and_no_update(begin: OpenUnitOfWork) -> None:
    first, newest, update, free = a_draft(), a_draft(), a_draft(), a_draft(None)
    with begin() as work:
        for draft in (first, free, a_draft(key=OTHER), a_draft("V-2"), newest):
            work.drafts.add(draft)
        work.drafts.add(update, update_of=newest.id)
        work.commit()
    with begin() as work:
        assert work.drafts.in_place(KEY, "V-1", DocumentKindName.VISIT_BRIEF) == newest
        assert work.drafts.in_place(KEY, None, DocumentKindName.VISIT_BRIEF) == free
        assert work.drafts.in_place(KEY, "V-1", DocumentKindName.SALES_SCENARIO) is None
        assert [one.id for one in work.drafts.summaries(KEY, "V-1")] == [newest.id, first.id]


def test_the_newest_update_is_offered(begin: OpenUnitOfWork) -> None:
    draft, first, second = a_draft(), a_draft(), a_draft()
    with begin() as work:
        work.drafts.add(draft)
        assert work.drafts.update_of(draft.id) is None
        work.drafts.add(first, update_of=draft.id)
        assert work.drafts.update_of(draft.id) == first
        work.drafts.add(second, update_of=draft.id)
        work.drafts.supersede(first.id, by=second.id)
        assert work.drafts.update_of(draft.id) == second


def a_job(name: str, state: JobState = JobState.QUEUED, **changes: Any) -> Job:
    job = Job(
        JobId(name), KEY, "V-1", date(2026, 11, 24), datetime(2026, 11, 24, 14, 0, tzinfo=TOKYO), DocumentKindName.VISIT_BRIEF,
        Wanted("llama", "m"), datetime(2026, 11, 20, 6, 0, 0, 5, tzinfo=UTC), 12, 3, 4.25, state,
    )  # fmt: skip
    return replace(job, **changes)


def test_a_job_comes_back_as_it_was_put_last(begin: OpenUnitOfWork) -> None:
    first = a_job("1")
    done = replace(
        first, state=JobState.FAILED, sections_done=7, seconds=1 / 3, error="model_failed", finished=first.created
    )
    free = a_job("2", visit=None, start=None)
    with begin() as work:
        for job in (first, free, done):
            work.jobs.put(job)
        work.commit()
    with begin() as work:
        assert work.jobs.get(first.id) == done
        assert work.jobs.get(free.id) == free
        assert work.jobs.get(JobId("3")) is None


def test_jobs_are_found_by_their_state_in_the_queue_s_order(begin: OpenUnitOfWork) -> None:
    late, early = a_job("1", start=datetime(2026, 11, 24, 16, 0, tzinfo=TOKYO)), a_job("2", JobState.INTERRUPTED)
    with begin() as work:
        for job in (late, early, a_job("3", JobState.DONE)):
            work.jobs.put(job)
        assert work.jobs.in_states({JobState.QUEUED, JobState.INTERRUPTED}) == [early, late]
        assert work.jobs.in_states({JobState.RUNNING}) == []


def test_what_a_writer_did_last_is_told_newest_first(begin: OpenUnitOfWork) -> None:
    done = [a_job(name, JobState.DONE) for name in "123"]
    with begin() as work:
        for job in (*done, a_job("4"), a_job("5", JobState.DONE, wanted=Wanted("llama", "other"))):
            work.jobs.put(job)
        assert work.jobs.done(Wanted("llama", "m"), 2) == [done[2], done[1]]


def test_a_section_comes_back_exactly_for_the_inputs_that_it_was_written_of(begin: OpenUnitOfWork) -> None:
    (statement, *_) = a_draft().statements
    first = FirstWriting("最初の文。", Verdict.CONTRADICTED, (Reason("x", "y"),), FirstOutcome.REPAIRED, 12, 1.0)
    written = (replace(statement, origin="model", engine="llama", first=first), statement)
    with begin() as work:
        for name in "12":
            work.jobs.put(a_job(name))
        work.jobs.keep(JobId("1"), "headlines", "old", ())
        work.jobs.keep(JobId("1"), "headlines", "new", written)
        work.jobs.keep(JobId("1"), "unknown", "new", None)
        work.jobs.keep(JobId("1"), "stale", "old", written)
        work.jobs.keep(JobId("2"), "headlines", "new", ())
        work.commit()
    with begin() as work:
        assert work.jobs.kept(JobId("1"), "new") == {"headlines": written, "unknown": None}
        work.jobs.forget_sections(JobId("1"))
        assert work.jobs.kept(JobId("1"), "new") == {}
        assert work.jobs.kept(JobId("2"), "new") == {"headlines": ()}


def hits(begin: OpenUnitOfWork, query: str, key: ClientKey = KEY) -> set[str]:
    with begin() as work:
        return {hit.id for hit in work.records.evidence_index(key).search(query, 10)}


def test_search_sees_one_clients_texts_and_the_banks(begin: OpenUnitOfWork) -> None:
    put(
        begin,
        an_interaction("R-1", words="冷却塔の騒音に困っている"),
        an_interaction("R-1", words="冷却塔は要らない", key=OTHER),
        a_document("D-1", "表紙", "冷却塔の見積り"),
        a_document("D-2", "冷却塔の図面", client=OTHER),
        a_document("S-1", "冷却塔の補助金", client=None),
    )
    assert hits(begin, "冷却塔") == {"interaction:R-1", "passage:1:D-1", "passage:0:S-1"}
    assert hits(begin, "冷却塔", ClientKey("099", "0000001")) == {"passage:0:S-1"}
    assert hits(begin, "騒音", OTHER) == set()
    assert hits(begin, "潜水艦") == set()


def test_search_sees_the_newest_version_alone(begin: OpenUnitOfWork) -> None:
    put(begin, an_interaction(words="焼酎への進出"), a_document("D-1", "麹の仕入", "瓶の仕入", "樽の仕入"))
    put(begin, an_interaction(words="輸出の拡大"), a_document("D-1", "麹の在庫"))
    assert hits(begin, "焼酎") == hits(begin, "瓶") == hits(begin, "樽") == hits(begin, "仕入") == set()
    assert hits(begin, "輸出") == {"interaction:R-1"}
    assert hits(begin, "在庫") == {"passage:0:D-1"}


def test_what_is_rolled_back_is_not_found(begin: OpenUnitOfWork) -> None:
    with begin() as work:
        work.records.put(an_interaction(words="焼酎への進出"), SOURCE)
    assert hits(begin, "焼酎") == set()


def test_the_audit_chain_grows_by_one_for_each_act(begin: OpenUnitOfWork) -> None:
    for number in range(3):
        with begin() as work:
            work.audit.record(AuditEvent(Act.PREPARED, f"d{number}", "e" * 64, {"kinds": ["visit-brief"], "n": number}))
            work.audit.record(AuditEvent(Act.EXPORTED, f"d{number}"))
            work.commit()
    with begin() as work:
        entries = work.audit.entries()
    assert verify_chain(entries) is None
    assert [(entry.act, entry.object) for entry in entries][-2:] == [(Act.PREPARED, "d2"), (Act.EXPORTED, "d2")]
    assert entries[-2].detail == {"kinds": ["visit-brief"], "n": 2}


def test_the_newest_acts_of_one_kind_are_told_page_by_page(begin: OpenUnitOfWork) -> None:
    for number in range(5):
        with begin() as work:
            work.audit.record(AuditEvent(Act.IMPORTED, f"f{number}"))
            work.audit.record(AuditEvent(Act.PREPARED, "d"))
            work.commit()
    with begin() as work:
        first = work.audit.newest(Act.IMPORTED, 2)
        second = work.audit.newest(Act.IMPORTED, 2, first[-1].seq)
        last = work.audit.newest(Act.IMPORTED, 2, second[-1].seq)
        assert [[entry.object for entry in page] for page in (first, second, last)] == [
            ["f4", "f3"],
            ["f2", "f1"],
            ["f0"],
        ]
        assert work.audit.newest(Act.EXPORTED, 2) == []


def test_an_original_keeps_the_name_that_it_came_with_first(begin: OpenUnitOfWork) -> None:
    with begin() as work:
        assert work.records.keep_original("a" * 64, "取引先.csv", b"1")
        assert not work.records.keep_original("a" * 64, "copy.csv", b"1")
        work.commit()
    with begin() as work:
        assert work.records.original_names({"a" * 64, "b" * 64}) == {"a" * 64: "取引先.csv"}
        assert work.records.original_names(()) == {}


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


def test_the_last_decision_on_a_pair_stands_and_is_found_from_either_side(begin: OpenUnitOfWork) -> None:
    third = ClientKey("099", "0000001")
    first = PairDecision(ClientPair.of(OTHER, KEY), Sameness.LATER, Likeness.READING)
    amended = replace(first, sameness=Sameness.SAME, shared=Likeness.NAME)
    elsewhere = PairDecision(ClientPair.of(OTHER, third), Sameness.DIFFERENT, Likeness.NAME)
    with begin() as work:
        for decision in (elsewhere, first, amended):
            work.duplicates.decide(decision)
        work.commit()
    with begin() as work:
        assert work.duplicates.decisions() == sorted([amended, elsewhere], key=lambda one: one.pair)
        assert work.duplicates.decisions(KEY) == [amended]
        assert set(work.duplicates.decisions(OTHER)) == {amended, elsewhere}
        assert work.duplicates.decisions(third) == [elsewhere]


@pytest.mark.parametrize("kind", [Client, Interaction, Document])
def test_a_records_text_may_hold_anything_a_file_may_hold(begin: OpenUnitOfWork, kind: type) -> None:
    odd = "改行\n引用\"'`;--\x00絵文字🍶\u2028『』%_\\"
    by_kind: dict[type, Record] = {
        Client: replace(a_client(), business=odd),
        Interaction: an_interaction(words=odd),
        Document: a_document("D-1", odd),
    }
    put(begin, a_client(), by_kind[kind])
    assert by_kind[kind] in as_recorded(dossier_of(begin))


def test_a_dossier_without_talks_holds_all_else(begin: OpenUnitOfWork) -> None:
    put(begin, *all_records())
    with begin() as work:
        found = work.records.dossier(KEY, talks=False)
    assert found == replace(dossier_of(begin), interactions=())


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


def test_a_search_over_all_clients_finds_records_and_passages_that_hold_every_word(begin: OpenUnitOfWork) -> None:
    talk, other = an_interaction(words="冷凍庫を替えたい"), an_interaction(words="冷凍庫は直した", key=OTHER)
    paper = a_document("D-1", "表紙", "冷凍庫の見積り")
    put(begin, talk, other, an_interaction("R-7", words="配送車"), paper)
    with begin() as work:
        found, ours, narrow, nothing = (
            work.records.find_texts("冷凍庫", 5),
            work.records.find_texts("冷凍庫", 5, clients=[KEY]),
            work.records.find_texts("冷凍庫 見積り", 5),
            work.records.find_texts("冷凍庫", 5, clients=[]),
        )
    assert {record.client_words for record in found.records} == {"冷凍庫を替えたい", "冷凍庫は直した"}
    assert [(one.document.ref, one.document.passages, one.passage) for one in found.passages] == [("D-1", (), paper.passages[1])]  # fmt: skip
    assert [record.client for record in ours.records] == [KEY]
    assert (narrow.records, [one.passage.page for one in narrow.passages]) == ((), [2])
    assert nothing == FoundTexts()


def test_a_search_over_all_clients_finds_the_newest_version_only(begin: OpenUnitOfWork) -> None:
    put(begin, an_interaction(words="冷凍庫を替えたい"), a_document("D-1", "冷凍庫の見積り"))
    put(begin, an_interaction(words="配送車"), a_document("D-1", "配送車の見積り"))
    with begin() as work:
        assert work.records.find_texts("冷凍庫", 5) == FoundTexts()


def test_a_document_knows_which_version_of_itself_it_is(begin: OpenUnitOfWork) -> None:
    put(begin, a_client(), a_document("D-1", "一版"), a_document("D-2", "他"))
    put(begin, a_document("D-1", "二版"), a_document("D-2", "他"))
    assert [(paper.ref, paper.version) for paper in dossier_of(begin).documents] == [("D-1", 2), ("D-2", 1)]


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


def test_texts_brought_in_ahead_are_found_once_their_records_are_kept(begin: OpenUnitOfWork) -> None:
    put(begin, a_client())
    talk = an_interaction(words="冷凍庫を替えたい")
    records: list[Record] = [talk, a_document()]
    with begin() as work:
        assert list(work.records.changes_by(records)) == [Change.NEW, Change.NEW]
        work.records.index_ahead("a" * 64, records)
        work.commit()
    with begin() as work:
        assert work.records.find_texts("冷凍庫", 9) == FoundTexts()
        work.records.put_many([(record, SOURCE) for record in records], "a" * 64)
        work.commit()
    with begin() as work:
        assert [record.ref for record in work.records.find_texts("冷凍庫", 9).records] == [talk.ref]
        assert list(work.records.changes_by(records)) == [Change.UNCHANGED, Change.UNCHANGED]
    recorded = as_recorded(dossier_of(begin))
    assert [record for record in records if record not in recorded] == []


def test_many_records_are_amended_as_one_is(begin: OpenUnitOfWork) -> None:
    put(begin, *all_records())
    amended: list[Record] = [
        an_interaction(words="別の話"),
        replace(a_client(), name="藤波酒造株式会社"),
        Deal("A-1", KEY, "別の件"),
    ]
    with begin() as work:
        changes = list(work.records.changes_by(amended))
        work.records.index_ahead("b" * 64, amended)
        work.records.put_many([(record, SOURCE) for record in amended], "b" * 64)
        work.commit()
    assert Change.UNCHANGED not in changes
    recorded = as_recorded(dossier_of(begin))
    assert [record for record in amended if record not in recorded] == []
    assert put(begin, *amended) == [Change.UNCHANGED] * 3


def test_records_whose_texts_were_swept_meanwhile_are_not_kept(begin: OpenUnitOfWork) -> None:
    record = an_interaction()
    with begin() as work:
        work.records.index_ahead("a" * 64, [record])
        work.commit()
    with begin() as work:
        while work.records.sweep_index(1):
            pass
        work.commit()
    with begin() as work, pytest.raises(StoreBusy):
        work.records.put_many([(record, SOURCE)], "a" * 64)
    with begin() as work:
        assert work.records.interaction(record.client, record.ref) is None


def test_what_stands_under_a_natural_key_is_told(begin: OpenUnitOfWork) -> None:
    figures = HostFigures(KEY, date(2026, 11, 24), {HostItem.DEPOSITS: 7}, unsaid=("loans",))
    put(begin, a_client(), figures)
    with begin() as work:
        assert work.records.standing(HostFigures(KEY, date(2026, 11, 24))) == figures
        assert work.records.standing(HostFigures(KEY, date(2026, 11, 20))) is None
        assert work.records.standing(a_document()) is None


def test_the_days_of_host_data_are_those_of_each_clients_newest(begin: OpenUnitOfWork) -> None:
    put(begin, a_client(), a_client(OTHER, "別会社"), HostFigures(KEY, date(2026, 3, 31)))
    put(begin, HostFigures(KEY, date(2026, 11, 24)), HostFigures(OTHER, date(2026, 11, 20)))
    with begin() as work:
        assert work.records.holdings().host_days == (date(2026, 11, 20), date(2026, 11, 24))
