from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fakes.files import saved

from bankrm.adapters.importing.decoding import decode, even_line_ends
from bankrm.application.ports.readers import EncodingUnreadable, FileCorrupt, FileEmpty, SourceFile

TEXT = "店番,取引先名\n012,凪浜精機㈱ ～ №1 髙﨑\n"


@pytest.mark.parametrize("encoding", ["cp932", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_text_in_any_of_the_banks_encodings_is_read_whole(tmp_path: Path, encoding: str) -> None:
    assert decode(saved(tmp_path, "t.csv", TEXT.encode(encoding)))[0] == TEXT


def test_euc_is_not_mistaken_for_half_width_katakana(tmp_path: Path) -> None:
    content = "店番,取引先名\n012,凪浜精機株式会社\n".encode("euc_jp")
    assert decode(saved(tmp_path, "t.csv", content)) == ("店番,取引先名\n012,凪浜精機株式会社\n", "euc_jp")


@pytest.mark.parametrize("encoding", ["cp932", "utf-8"])
def test_a_broken_byte_is_named_with_its_line_and_never_replaced(tmp_path: Path, encoding: str) -> None:
    content = TEXT.encode(encoding) * 5 + b"013,\xfd\xfe\n" + TEXT.encode(encoding)
    with pytest.raises(EncodingUnreadable) as error:
        decode(saved(tmp_path, "t.csv", content))
    assert (error.value.details["encoding"], error.value.details["line"]) == (encoding, 11)


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    with pytest.raises(FileCorrupt):
        decode(saved(tmp_path, "t.csv", bytes(range(256)) * 50))
    with pytest.raises(FileEmpty):
        decode(saved(tmp_path, "u.csv", b" \r\n"))


@given(
    st.text(
        st.characters(codec="cp932", exclude_characters="\x00\x80\xa0\r¢£¬‖−〜", exclude_categories=["Cc"]), min_size=1
    ).filter(str.strip)
)
def test_whatever_a_host_writes_in_cp932_comes_back_or_is_refused(text: str) -> None:
    class InMemory(SourceFile):
        content = text.encode("cp932")

    try:
        decoded, encoding = decode(InMemory(Path("t.csv")))
    except EncodingUnreadable:
        return
    assert decoded == text or encoding != "cp932"


@pytest.mark.parametrize("encoding", ["utf-8", "cp932", "euc_jp", "utf-16-le"])
@pytest.mark.parametrize("shift", range(4))
def test_a_character_on_the_border_of_two_pieces_is_read_whole(tmp_path: Path, encoding: str, shift: int) -> None:
    text = "x" * shift + "凪浜精機\r\n" * 40_000
    assert decode(saved(tmp_path, "x.csv", text.encode(encoding))) == (text, encoding)


@pytest.mark.parametrize("line", [2, 30_001])
def test_a_byte_that_fits_nowhere_is_named_by_its_line_in_any_piece(tmp_path: Path, line: int) -> None:
    lines = ["凪浜精機".encode("cp932")] * 40_000
    lines[line - 1] = b"\x82\xa0\xfd\xfd\xa0\x80"
    with pytest.raises(EncodingUnreadable) as error:
        decode(saved(tmp_path, "x.csv", b"\n".join(lines)))
    assert error.value.details["line"] == line


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n", "\n\r\n"])
def test_line_ends_are_evened_out_also_on_the_border_of_two_pieces(ends: str) -> None:
    for shift in range(3):
        text = "x" * shift + f"ab{ends}" * 60_000
        assert even_line_ends(text) == text.replace("\r\n", "\n").replace("\r", "\n")
