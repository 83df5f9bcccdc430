"""Masking and taking tokens back are recorded without a word of the text, and the key never leaves the store."""

from __future__ import annotations

import pytest
from tests.fakes.records import KEY, SOURCE, a_client
from tests.fakes.store import MemoryStore

from bankrm.application.mask_text import MaskText, PreviewMask, UnmaskText
from bankrm.domain.audit import Act
from bankrm.domain.clients import Contact
from bankrm.domain.dossier import Record
from bankrm.domain.errors import NotFound
from bankrm.drafting.privacy.gazetteer import Gazetteer
from bankrm.drafting.privacy.master import CustomerMaster
from bankrm.drafting.privacy.recognise import Recogniser


class _Desk:
    def __init__(self) -> None:
        self.store = MemoryStore()
        self.masters: list[CustomerMaster] = []
        self.preview = PreviewMask(self.store.unit_of_work, self._knowing)
        self.mask = MaskText(self.store.unit_of_work, self.preview)
        self.unmask = UnmaskText(self.store.unit_of_work)

    def _knowing(self, master: CustomerMaster) -> Recogniser:
        self.masters.append(master)
        return Recogniser(Gazetteer(), master)

    def knows(self, *records: Record) -> None:
        with self.store.unit_of_work() as work:
            for record in records:
                work.records.put(record, SOURCE)
            work.commit()


def test_what_was_masked_comes_back_by_its_name_alone() -> None:
    desk = _Desk()
    text = "田辺社長(0263-12-3456)と面談"
    masked = desk.mask("D-1", text)
    assert masked.text == "〔人名1〕社長(〔電話1〕)と面談"
    assert desk.unmask("D-1", f"確認: {masked.text}") == f"確認: {text}"
    with pytest.raises(NotFound):
        desk.unmask("D-2", masked.text)


def test_texts_under_one_name_share_their_tokens() -> None:
    desk = _Desk()
    desk.mask("D-1", "田辺社長と佐伯部長")
    assert desk.mask("D-1", "佐伯部長より電話").text == "〔人名2〕部長より電話"
    assert desk.mask("D-2", "佐伯部長より電話").text == "〔人名1〕部長より電話"


def test_the_audit_tells_counts_and_hashes_and_no_word() -> None:
    desk = _Desk()
    masked = desk.mask("D-1", "田辺社長(0263-12-3456)と面談")
    desk.unmask("D-1", masked.text)
    entries = desk.store.data.audit
    assert [entry.act for entry in entries] == [Act.MASKED, Act.UNMASKED]
    assert entries[0].detail == {"person": 1, "phone": 1}
    assert "田辺" not in str(entries)


def test_the_customer_master_of_the_store_is_asked_and_read_again_only_where_names_changed() -> None:
    desk = _Desk()
    desk.knows(a_client(), Contact(KEY, "東雲紗良", "経理部長"))
    text = "東雲さんに確認"
    assert [text[span.start : span.end] for span in desk.preview(text)] == ["東雲"]
    desk.preview(text)
    assert len(desk.masters) == 1
    desk.knows(Contact(KEY, "不知火", "会長"))
    assert [(span.start, span.end) for span in desk.preview("不知火会長")] == [(0, 3)]
    assert len(desk.masters) == 2


def test_a_preview_keeps_and_records_nothing() -> None:
    desk = _Desk()
    desk.preview("田辺社長")
    assert (desk.store.data.audit, desk.store.data.masking_keys) == ([], {})
