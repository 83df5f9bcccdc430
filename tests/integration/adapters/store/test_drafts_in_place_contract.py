"""Drafts and what stands in their place, as every store keeps them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from tests.fakes.records import KEY, OTHER, TOKYO, a_draft, a_visit, put

from bankrm.application.ports.unit_of_work import OpenUnitOfWork
from bankrm.domain.drafts import Draft
from bankrm.domain.ids import DraftId
from bankrm.domain.recipes import DocumentKindName


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


def test_a_mail_that_follows_a_visit_is_not_what_was_prepared_for_it(begin: OpenUnitOfWork) -> None:
    put(begin, a_visit())
    brief, mail = a_draft(), replace(a_draft(), kind=DocumentKindName.FOLLOW_UP_MAIL)
    with begin() as work:
        work.drafts.add(brief)
        work.drafts.add(mail)
        work.commit()
    with begin() as work:
        assert work.drafts.last_before(KEY, date(2026, 12, 1)) == brief


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
