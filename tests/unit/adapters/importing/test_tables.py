from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.fakes.files import PROFILES, AnyClient, reasons, saved

from bankrm.adapters.importing.registry import Readers
from bankrm.application.ports.readers import (
    AsOfMissing,
    FileCorrupt,
    OpenedFile,
    ProfileMismatch,
    ProfileUndecided,
    ProfileUnknown,
    ReadRow,
)
from bankrm.domain.business import Account, FinancialStatement, HostFigures, HostItem
from bankrm.domain.clients import Client, ClientForm, ClientKey
from bankrm.domain.dossier import Record
from bankrm.domain.interactions import Interaction

READERS = Readers.with_profiles(PROFILES)


def opened(folder: Path, text: str, profile: str | None = None, encoding: str = "cp932") -> OpenedFile:
    return READERS.open(saved(folder, "table.csv", text, encoding), profile)


def read(folder: Path, text: str, encoding: str = "cp932") -> list[ReadRow]:
    return list(opened(folder, text, encoding=encoding).rows(AnyClient()))


def records(rows: list[ReadRow]) -> list[Record]:
    assert not reasons(rows)
    return [record for row in rows for record in row.records]


def test_a_host_extract_with_title_rows_is_read_under_other_banks_headers(tmp_path: Path) -> None:
    text = '顧客元帳,,\n作成店：本店,,令和8年11月20日現在\n\n店舗コード,顧客番号,顧客名,フリガナ,法個区分,国税庁法人番号\n７,００１２３４５,"㈱ 楡津\n組",ニレツグミ,個人,\n'
    (client,) = records(read(tmp_path, text))
    assert client == Client(
        ClientKey("007", "0012345"), "㈱ 楡津組", "ニレツグミ", ClientForm.SOLE_PROPRIETOR, as_of=date(2026, 11, 20)
    )


def test_a_record_with_line_breaks_keeps_them_and_has_the_number_of_its_first_line(tmp_path: Path) -> None:
    text = '記録番号,店番,CIF番号,面談日,面談方法,面談者,当方の説明,顧客の発言\nR-1,012,0012345,R8.7.8,訪問,"田辺社長、佐伯部長","説明した。","（社長）「一\n二」"\nR-2,012,0012345,R8.7.9,電話,,x,y\n'
    rows = read(tmp_path, text)
    first, _ = records(rows)
    assert isinstance(first, Interaction)
    assert first.client_words == "（社長）「一\n二」"
    assert first.attendees == ("田辺社長", "佐伯部長")
    assert [row.line for row in rows] == [2, 4]


def test_units_come_from_header_title_or_cell_and_each_is_heeded(tmp_path: Path) -> None:
    text = '残高表（単位：百万円）,2026/3/31現在\n店番,CIF,融資残高,うち保証協会付(千円),預金残高\n012,0012345,213,"60,000",4千万円\n'
    (figures,) = records(read(tmp_path, text))
    assert isinstance(figures, HostFigures)
    assert figures.values_yen == {
        HostItem.LOANS: 213_000_000,
        HostItem.GUARANTEED_LOANS: 60_000_000,
        HostItem.DEPOSITS: 40_000_000,
    }


def test_an_amount_without_any_unit_makes_an_error_row_that_names_the_column(tmp_path: Path) -> None:
    text = "残高表,2026/3/31現在\n店番,CIF,融資残高\n012,0012345,213\n"
    assert reasons(read(tmp_path, text)) == [(3, "unit_unknown", "融資残高")]


def test_blank_cells_of_a_statement_are_unknown_and_losses_are_negative(tmp_path: Path) -> None:
    text = '決算（単位：百万円）\n店番,CIF番号,決算期,売上高,営業利益,従業員数(名)\n012,0012345,令和8年3月期,"1,236",△31,\n'
    (statement,) = records(read(tmp_path, text))
    assert isinstance(statement, FinancialStatement)
    assert statement.period_end == date(2026, 3, 31)
    assert statement.accounts == {Account.SALES: 1_236_000_000, Account.OPERATING_PROFIT: -31_000_000}


def test_values_of_a_day_without_that_day_are_refused(tmp_path: Path) -> None:
    with pytest.raises(AsOfMissing):
        opened(tmp_path, "残高表\n店番,CIF,融資残高(千円)\n012,0012345,213\n")


def test_totals_remarks_and_repeated_headers_are_counted_and_left_out(tmp_path: Path) -> None:
    text = "面談者一覧\n店番,CIF,氏名,役職\n012,0012345,田辺　一郎,社長\n店番,CIF,氏名,役職\n,,合　計,1名\n※決裁者は別紙,,,\n"
    assert [row.skipped for row in read(tmp_path, text)] == ["", "repeated_header", "total", "remark"]


def test_error_rows_carry_line_reason_and_column_but_no_value(tmp_path: Path) -> None:
    text = (
        "店番,CIF,氏名,決裁者\n012,12x,田辺,○\n012,,佐伯,\n012,0012345,,たぶん\n012,0012345,小暮,○,余り\n012,0012345\n"
    )
    assert reasons(read(tmp_path, text)) == [
        (2, "invalid_cif", "CIF"),
        (3, "missing_value", "CIF"),
        (4, "not_a_mark", "決裁者"),
        (5, "too_many_cells", ""),
        (6, "too_few_cells", ""),
    ]


def test_columns_that_are_not_taken_over_are_named(tmp_path: Path) -> None:
    found = opened(tmp_path, "店番,CIF,氏名,役職,血液型\n012,0012345,田辺,社長,A\n")
    assert [(w.reason, w.column) for w in found.warnings] == [("column_not_imported", "血液型")]


def test_a_table_that_no_profile_fits_is_refused_with_candidates(tmp_path: Path) -> None:
    with pytest.raises(ProfileUndecided) as error:
        opened(tmp_path, "日付,天気,気温,店番\n7/1,晴,30,012\n")
    assert error.value.details["candidates"]


def test_a_forced_profile_is_used_or_says_what_it_lacks(tmp_path: Path) -> None:
    text = "店番,CIF,取引先名,備考2,備考3,備考4,備考5,備考6\n012,0012345,楡津組,,,,,\n"
    with pytest.raises(ProfileUndecided):
        opened(tmp_path, text)
    assert opened(tmp_path, text, "clients").profile == "clients"
    with pytest.raises(ProfileMismatch) as mismatch:
        opened(tmp_path, text, "deals")
    assert mismatch.value.details["missing"] == ["title"]
    with pytest.raises(ProfileUnknown):
        opened(tmp_path, text, "nowhere")


def test_an_unclosed_quote_is_a_corrupt_file_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(FileCorrupt) as error:
        read(tmp_path, '店番,CIF,氏名\n012,0012345,田辺\n012,0012346,"佐伯\n012,0012347,小暮\n')
    assert error.value.details["line"] == 3


@pytest.mark.parametrize(("delimiter", "encoding"), [("\t", "utf-16"), (";", "utf-8"), ("\t", "cp932")])
def test_other_delimiters_and_encodings(tmp_path: Path, delimiter: str, encoding: str) -> None:
    text = "店番,CIF,氏名,役職\n012,0012345,田辺,社長\n".replace(",", delimiter)
    assert len(records(read(tmp_path, text, encoding))) == 1


def test_talks_without_a_number_get_one_that_stays_the_same_next_time(tmp_path: Path) -> None:
    text = "店番,CIF,面談日,面談方法,面談内容\n012,0012345,R8.7.8,訪問,一\n012,0012345,R8.7.8,電話,二\n"
    refs = [record.ref for record in records(read(tmp_path, text)) if isinstance(record, Interaction)]
    assert refs == ["012-0012345/2026-07-08", "012-0012345/2026-07-08/2"]
