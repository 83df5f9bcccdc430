from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook
from tests.fakes.files import PROFILES, AnyClient, excel, reasons, saved

from bankrm.adapters.importing.registry import Readers
from bankrm.application.ports.readers import (
    FileCorrupt,
    FileEncrypted,
    FileHostile,
    ImportRefused,
    ProfileUndecided,
    ReadRow,
    SourceFile,
)
from bankrm.domain.business import OtherBankLoan
from bankrm.domain.clients import ClientKey

READERS = Readers.with_profiles(PROFILES)
HEADER = ("店番", "CIF番号", "取引先名", "金融機関名", "残高", "金利(％)", "時点")


def read(file: SourceFile) -> list[ReadRow]:
    return list(READERS.open(file).rows(AnyClient()))


def test_numbers_dates_and_merged_cells_mean_what_excel_shows(tmp_path: Path) -> None:
    rows = [
        ("他行借入一覧",), ("（単位：百万円）",), HEADER,
        (12, 12345, "凪浜精機㈱", "灯台銀行", 261, 1.85, datetime(2026, 3, 31)),
        (None, None, None, "浦風信用金庫", 110.5, "2.1%", "R8.3.31"),
        ("合計", None, None, None, 371.5),
    ]  # fmt: skip
    found = read(excel(tmp_path, rows, merge=("A1:G1", "A4:A5", "B4:B5", "C4:C5")))
    key, day = ClientKey("012", "0012345"), date(2026, 3, 31)
    assert [row.records for row in found] == [
        (OtherBankLoan(key, "灯台銀行", day, 261_000_000, 1.85),),
        (OtherBankLoan(key, "浦風信用金庫", day, 110_500_000, 2.1),),
        (),
    ]
    assert found[-1].skipped == "total"


def test_a_percent_format_and_zero_padding_count_as_shown(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["（単位：百万円）"])
    sheet.append(HEADER)
    sheet.append([7, 123456, "x", "灯台銀行", 1, 0.0185, date(2026, 3, 31)])
    sheet["B3"].number_format = "00000000"
    sheet["F3"].number_format = "0.00%"
    book.save(tmp_path / "t.xlsx")
    (row,) = read(SourceFile(tmp_path / "t.xlsx"))
    assert row.records == (OtherBankLoan(ClientKey("007", "00123456"), "灯台銀行", date(2026, 3, 31), 1_000_000, 1.85),)


def test_a_formula_without_a_stored_result_is_an_error_and_no_blank(tmp_path: Path) -> None:
    rows = [("（単位：百万円）",), HEADER, ("012", "0012345", "x", "灯台銀行", "=1+2", 1, date(2026, 3, 31))]
    assert reasons(read(excel(tmp_path, rows))) == [(3, "cell_error", "残高")]


def test_sheets_of_other_kinds_and_hidden_ones_are_named_not_read(tmp_path: Path) -> None:
    book = Workbook()
    first = book.worksheets[0]
    first.append(["店番", "CIF", "氏名", "役職"])
    first.append(["012", "0012345", "田辺", "社長"])
    book.create_sheet("メモ").append(["これは表ではない"])
    hidden = book.create_sheet("古い")
    hidden.append(["店番", "CIF", "氏名", "役職"])
    hidden.append(["012", "0012345", "前田", "前社長"])
    hidden.sheet_state = "hidden"
    book.save(tmp_path / "t.xlsx")
    opened = READERS.open(SourceFile(tmp_path / "t.xlsx"))
    assert len(list(opened.rows(AnyClient()))) == 1
    assert {(w.reason, w.column) for w in opened.warnings} == {("hidden_sheet", "#3"), ("sheet_not_matched", "#2")}


def zipped(folder: Path, name: str, **parts: bytes) -> SourceFile:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, data in parts.items():
            archive.writestr(part.replace("__", "/").replace("_DOT_", "."), data)
    return saved(folder, name, content.getvalue())


@pytest.mark.parametrize("name", ["x.xlsx", "x.docx"])
def test_hostile_archives_are_named(tmp_path: Path, name: str) -> None:
    files = {
        "zip_bomb": zipped(tmp_path, "1" + name, xl__a_DOT_xml=b"0" * 50_000_000),
        "macros": zipped(tmp_path, "2" + name, word__vbaProject_DOT_bin=b"x"),
        "xml_entities": zipped(
            tmp_path,
            "3" + name,
            a_DOT_xml=b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
        ),
    }
    for reason, file in files.items():
        with pytest.raises(FileHostile) as error:
            read(file)
        assert error.value.details["reason"] == reason


@pytest.mark.parametrize("name", ["x.xlsx", "x.docx"])
def test_damaged_and_locked_archives_are_named(tmp_path: Path, name: str) -> None:
    good = excel(tmp_path, [HEADER]).content
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
    with pytest.raises(FileCorrupt):
        read(saved(tmp_path, "1" + name, good[: len(good) // 2]))
    with pytest.raises(FileCorrupt):
        read(saved(tmp_path, "2" + name, ole))
    with pytest.raises(FileEncrypted):
        read(saved(tmp_path, "3" + name, ole + "EncryptedPackage".encode("utf-16-le")))
    with pytest.raises(FileCorrupt):
        read(zipped(tmp_path, "4" + name, a_DOT_txt=b"no office file"))


def test_a_flipped_byte_never_escapes_as_a_bug(tmp_path: Path) -> None:
    good = excel(
        tmp_path, [("（単位：百万円）",), HEADER, ("012", "0012345", "x", "灯台銀行", 3, 1, date(2026, 3, 31))]
    ).content
    for place in range(30, len(good), 97):
        damaged = good[:place] + bytes([good[place] ^ 0xFF]) + good[place + 1 :]
        try:
            read(saved(tmp_path, "d.xlsx", damaged))
        except ImportRefused:
            continue


def test_an_empty_workbook_fits_no_profile(tmp_path: Path) -> None:
    with pytest.raises(ProfileUndecided):
        read(excel(tmp_path, []))
