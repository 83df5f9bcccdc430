"""What is out of date, and what is new since the pack of an earlier visit."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from bankrm.domain.citing import cite_meeting, cite_other_bank, cite_passage, computed
from bankrm.domain.evidence import Evidence
from bankrm.domain.interactions import Interaction
from bankrm.domain.observations import Code, Observation
from bankrm.insights.relevance import relevant_documents
from bankrm.insights.remarks import View
from bankrm.language.formatting import full_date, month_day

OTHER_BANK_STALE = timedelta(days=92)  # domain.md §2: other banks' terms older than three months are marked


@dataclass(frozen=True, slots=True)
class EarlierPack:
    """The pack of the visit before: its day, the records it rested on, and the digest of each as far as one was kept."""

    visit_day: date
    refs: Collection[str]
    digests: Mapping[str, str] = field(default_factory=dict)

    def amended(self, record: Interaction) -> bool:
        """Whether the record says another thing now than the pack knew."""
        return record.ref in self.refs and self.digests.get(record.ref, record.sha256) != record.sha256


def observe_expired(view: View) -> Iterator[Observation]:
    """Relevant documents no longer valid on the day of the visit, and other banks' terms older than three months."""
    for document in relevant_documents(view):
        if document.valid_until and document.valid_until < view.day and document.passages:
            text = f"「{document.title}」の有効期限 {full_date(document.valid_until)}は訪問日より前"
            figure = computed(f"{document.title}・期限切れ", text, "", view.today)
            values = {
                "document": document.ref,
                "title": document.title,
                "valid_until": document.valid_until,
                "owner": document.owner,
            }
            yield Observation(
                Code.SOURCE_EXPIRED, document.title, (cite_passage(document, document.passages[0]),), figure, values
            )
    for loan in view.dossier.latest_other_banks:
        if view.day - loan.as_of > OTHER_BANK_STALE:
            figure = computed(
                f"{loan.bank}・古い条件",
                f"{loan.bank}の条件は{month_day(loan.as_of)}時点で、3か月より前",
                "",
                view.today,
            )
            values = {"bank": loan.bank, "as_of": loan.as_of}
            yield Observation(Code.SOURCE_EXPIRED, f"{loan.bank}の条件", (cite_other_bank(loan),), figure, values)


def observe_new(view: View, earlier: EarlierPack | None) -> Iterator[Observation]:
    """Records that the pack of the earlier visit did not have, and those amended since, which a figure says; nothing where
    there was no earlier pack."""
    if earlier is None:
        return
    for record in view.records:
        amended = earlier.amended(record)
        if amended or record.ref not in earlier.refs:
            values = {"on": record.on, "method": record.method, "since": earlier.visit_day, "amended": amended}
            figure = _amendment(record, earlier, view) if amended else None
            yield Observation(Code.NEW_SINCE_LAST_PACK, record.ref, (cite_meeting(record),), figure, values)


def _amendment(record: Interaction, earlier: EarlierPack, view: View) -> Evidence:
    text = f"{full_date(record.on)}の記録は、{full_date(earlier.visit_day)}の訪問の準備より後に訂正された"
    return computed(f"{record.ref}・訂正", text, "", view.today)
