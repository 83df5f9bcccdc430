"""A record in the bank's own table, and back again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.fakes.files import PROFILES, AnyClient, saved
from tests.fakes.records import KEY, a_client, an_interaction

from bankrm.adapters.importing.record_layout import ProfileLayouts
from bankrm.adapters.importing.registry import Readers
from bankrm.application.ports.readers import ProfileInvalid, ProfileUnknown
from bankrm.application.ports.record_layouts import Entry, RecordUnencodable
from bankrm.domain.interactions import Interaction

OWN = """name = "sfa"
title = "日報"
record = "interaction"
[fields]
on = ["活動日"]
ref = ["管理番号"]
branch = ["店番"]
cif = { headers = ["顧客コード", "CIF"], width = 7 }
client_words = ["面談内容"]
"""
RECORDS = (
    replace(
        an_interaction("BR-20261124-0000abcd", date(2026, 11, 24), "藤波社長「急がない」\n三宅杜氏：米は足りる、と。"),
        open_points="(藤波社長へ) 時期はいつでしょうか(未質問)\n金利は聞けず",
        attendees=("藤波社長", "三宅杜氏"),
        promises_text='【当行】見積は"来週金曜"まで（12月4日まで）。\n【先方】試算表、12/5まで。',
    ),
    Interaction("BR-20261125-00000001", KEY, date(2026, 11, 25), "電話", client_words="急ぎで、とのこと。"),
)


def entries(*records: Interaction) -> list[Entry]:
    return [Entry(record, a_client()) for record in records]


def test_what_is_written_reads_back_unchanged(tmp_path: Path) -> None:
    content = ProfileLayouts(PROFILES).named("interactions").table(entries(*RECORDS))
    file = saved(tmp_path, "sfa.csv", content)
    opened = Readers.with_profiles(PROFILES).open(file)
    assert opened.profile == "interactions"
    rows = list(opened.rows(AnyClient()))
    assert [row.errors for row in rows] == [(), ()]
    assert [record for row in rows for record in row.records] == list(RECORDS)


def test_the_bank_s_own_profile_gives_the_headers_and_their_order(tmp_path: Path) -> None:
    (tmp_path / "sfa.toml").write_text(OWN, encoding="utf-8")
    layout = ProfileLayouts(PROFILES, tmp_path).named("sfa")
    (line, *_) = layout.table(entries(RECORDS[1])).decode("cp932").splitlines()
    assert line == "活動日,管理番号,店番,顧客コード,面談内容"
    assert layout.lines(entries(RECORDS[1])[0])[0] == ("活動日", "2026/11/25")


def test_a_character_that_cp932_lacks_is_named_with_its_record() -> None:
    bad = replace(RECORDS[1], client_words="春〜夏")
    with pytest.raises(RecordUnencodable) as refused:
        ProfileLayouts(PROFILES).named("interactions").table(entries(RECORDS[0], bad))
    assert refused.value.details == {"record": bad.ref, "field": "顧客の発言", "character": "〜 (U+301C)"}


@pytest.mark.parametrize(("name", "refused"), [("nothing", ProfileUnknown), ("clients", ProfileInvalid)])
def test_only_a_profile_of_interactions_is_a_layout(name: str, refused: type[Exception]) -> None:
    with pytest.raises(refused):
        ProfileLayouts(PROFILES).named(name)
