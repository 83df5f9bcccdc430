"""Values of the domain become plain JSON and come back exactly."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st
from tests.fakes.records import a_client, a_draft, an_interaction

from bankrm.adapters.store.plain import content_of, from_plain, to_plain
from bankrm.domain.business import HostFigures, HostItem
from bankrm.domain.clients import ClientKey
from bankrm.domain.drafts import Confidence, Draft, Provenance, Reason, Section, Statement, Verdict
from bankrm.domain.evidence import Evidence, EvidencePack, Origin, OriginType, Strength
from bankrm.domain.ids import DraftId
from bankrm.domain.recipes import DocumentKindName, StatementKind
from bankrm.language.certainty import Certainty

words = st.text(max_size=12)
origins = st.builds(
    Origin,
    st.sampled_from(OriginType),
    st.sampled_from(Strength),
    words,
    st.none() | st.dates(),
    st.none() | st.integers(1, 999),
    st.none() | st.tuples(st.integers(0, 999), st.integers(0, 999)),
    st.none() | words,
)
statements = st.builds(
    Statement,
    words,
    st.sampled_from(StatementKind),
    st.lists(words, max_size=3).map(tuple),
    st.none() | words,
    st.sampled_from(Certainty),
    st.sampled_from(Confidence),
    words,
    words,
    words,
    st.none() | st.sampled_from(Verdict),
    st.lists(st.builds(Reason, words, words), max_size=2).map(tuple),
)
drafts = st.builds(
    Draft,
    words.map(DraftId),
    st.builds(ClientKey, words, words),
    words,
    st.sampled_from(DocumentKindName),
    words,
    st.lists(st.builds(Section, words, words, st.lists(statements, max_size=3).map(tuple)), max_size=3).map(tuple),
    st.lists(st.builds(Evidence, words, origins, words, words), max_size=3).map(EvidencePack.of),
    st.builds(
        Provenance,
        words,
        words,
        words,
        st.dictionaries(words, words, max_size=3),
        st.lists(words, max_size=2).map(tuple),
        seconds=st.floats(0, 1e6),
    ),
    st.datetimes(timezones=st.just(UTC)),
    st.none() | words,
    st.integers(1, 99),
)


@given(drafts)
def test_a_draft_comes_back_exactly_through_canonical_json(draft: Draft) -> None:
    assert from_plain(Draft, json.loads(rfc8785.dumps(to_plain(draft)))) == draft


def test_a_full_draft_comes_back_exactly() -> None:
    draft = a_draft()
    back = from_plain(Draft, json.loads(json.dumps(to_plain(draft))))
    assert back == draft
    assert {type(reason) for reason in back.sections[0].statements[0].reasons} == {Reason}


def test_what_is_not_of_the_domain_is_refused() -> None:
    with pytest.raises(TypeError):
        to_plain({1, 2})


@dataclass(frozen=True)
class _Before:
    name: str


@dataclass(frozen=True)
class _After:
    name: str
    added: tuple[str, ...] = ()
    also: date | None = None


def test_a_field_added_with_a_default_changes_no_content() -> None:
    assert content_of(_Before("名")) == content_of(_After("名"))
    assert content_of(_After("名")) != content_of(_After("名", ("x",)))


def test_content_does_not_depend_on_the_order_of_a_mapping() -> None:
    one, other = HostItem.LOANS, HostItem.DEPOSITS
    key, day = ClientKey("031", "0004711"), date(2026, 3, 31)
    assert content_of(HostFigures(key, day, {one: 1, other: 2})) == content_of(
        HostFigures(key, day, {other: 2, one: 1})
    )


def test_content_tells_every_field_apart() -> None:
    client = a_client()
    contents = {content_of(client)} | {
        content_of(replace(client, **{name: "別"}))  # type: ignore[arg-type]
        for name in ("name", "reading", "industry", "address", "business", "in_charge")
    }
    assert len(contents) == 7
    assert content_of(replace(client, aliases=("ab", "c"))) != content_of(replace(client, aliases=("a", "bc")))


def test_derived_fields_are_left_out() -> None:
    record = an_interaction()
    assert b"client_words" in content_of(record)
    assert b"client_words" not in content_of(record, frozenset({"client_words"}))


def test_a_time_keeps_its_microseconds_and_zone() -> None:
    draft = replace(a_draft(), created=datetime(2026, 11, 20, 6, 0, 0, 1, tzinfo=UTC))
    assert from_plain(Draft, to_plain(draft)).created == draft.created
