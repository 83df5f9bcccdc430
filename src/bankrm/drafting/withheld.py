"""What in a client's file speaks to a program and not to a person is left out before anything is made of it, and told.

Text inside evidence is data: a planted instruction is neither followed nor quoted as the client's wish. The passage stays in the record,
where a person can read it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bankrm.domain.citing import computed
from bankrm.domain.documents import Document
from bankrm.domain.dossier import Dossier
from bankrm.domain.interactions import Interaction
from bankrm.domain.observations import Code, Observation
from bankrm.language.formatting import full_date
from bankrm.language.instructions import instructions, without_instructions


def withhold_instructions(dossier: Dossier) -> tuple[Dossier, tuple[Observation, ...]]:
    """The file without such passages (blanked out, so that every span still counts), and what to tell of them."""
    records = tuple(_of_record(record) for record in dossier.interactions)
    documents = tuple(_of_document(document) for document in dossier.documents)
    deals = tuple(replace(deal, note=without_instructions(deal.note).strip("\u3000")) for deal in dossier.deals)
    told = (*_told_of_records(dossier, records), *_told_of_deals(dossier), *_told_of_documents(dossier, documents))
    return replace(dossier, interactions=records, documents=documents, deals=deals), told


def _of_record(record: Interaction) -> Interaction:
    if not any(instructions(text) for text in _texts(record)):
        return record
    said = instructions(record.client_words)
    owed = instructions(record.promises_text)
    return replace(
        record,
        purpose=without_instructions(record.purpose),
        explanation=without_instructions(record.explanation),
        client_words=without_instructions(record.client_words),
        promises_text=without_instructions(record.promises_text),
        handed_over=without_instructions(record.handed_over),
        next_step=without_instructions(record.next_step),
        open_points=without_instructions(record.open_points),
        utterances=tuple(one for one in record.utterances if not _within(one.span, said)),
        promises=tuple(one for one in record.promises if not _within(one.span, owed)),
    )


def _texts(record: Interaction) -> tuple[str, ...]:
    return (
        record.purpose, record.explanation, record.client_words, record.promises_text, record.handed_over,
        record.next_step, record.open_points,
    )  # fmt: skip


def _within(span: tuple[int, int], planted: tuple[tuple[int, int], ...]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in planted)


def _of_document(document: Document) -> Document:
    sound = tuple(passage for passage in document.passages if not instructions(passage.text))
    return document if len(sound) == len(document.passages) else replace(document, passages=sound)


def _told_of_records(dossier: Dossier, clean: tuple[Interaction, ...]) -> Iterator[Observation]:
    for record, kept in zip(dossier.interactions, clean, strict=True):
        if kept is not record:
            people = f"({'・'.join(record.attendees)})" if record.attendees else ""
            yield _told(record.ref, f"{full_date(record.on)}の{record.method}{people}の記録", record.on)


def _told_of_deals(dossier: Dossier) -> Iterator[Observation]:
    for deal in dossier.deals:
        if instructions(deal.note):
            yield _told(deal.ref, f"案件「{deal.title}」の備考", deal.opened)


def _told_of_documents(dossier: Dossier, clean: tuple[Document, ...]) -> Iterator[Observation]:
    for document, kept in zip(dossier.documents, clean, strict=True):
        if kept is not document:
            yield _told(document.ref, f"資料「{document.title}」", document.issued)


def _told(ref: str, where: str, day: date | None) -> Observation:
    """That something was left out, and where it stands; a deal or a paper may have no day."""
    text = f"{where}に、人ではなく機械に宛てた指示とみられる文があり、下書きには使っていない"
    return Observation(Code.INSTRUCTION_WITHHELD, where, (), computed(f"指示とみられる文・{ref}", text, "", day))
