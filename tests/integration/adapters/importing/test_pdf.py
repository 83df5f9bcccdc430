from __future__ import annotations

import zlib
from pathlib import Path

import pytest
from tests.fakes.files import AnyClient, pdf, saved

from bankrm.adapters.importing.opened_document import OpenedDocument
from bankrm.adapters.importing.pages import passages
from bankrm.adapters.importing.pdf import read_pdf
from bankrm.application.ports.readers import (
    FileCorrupt,
    FileEncrypted,
    FileHostile,
    ImportRefused,
    NoReadableText,
    SourceFile,
)
from bankrm.domain.documents import Document

SHARED = Path(__file__).parents[5] / "shared" / "data" / "pdf_ja"
LINES = ("設備資金の借入期間は七年まで検討できます。", "保証協会付とプロパーの違いは別紙のとおりです。")


def test_each_passage_names_its_page_and_its_place_there(tmp_path: Path) -> None:
    pages = read_pdf(pdf(tmp_path, [LINES[:1], LINES[1:]])).pages
    found = [passage for page in pages for passage in passages(page)]
    assert [(passage.page, passage.text) for passage in found] == [(1, LINES[0]), (2, LINES[1])]
    assert all(pages[(p.page or 0) - 1].text[slice(*p.span)] == p.text for p in found)


def test_pages_without_a_text_layer_and_vertical_files_are_named_and_not_cited(tmp_path: Path) -> None:
    extracted = read_pdf(pdf(tmp_path, [LINES, ()]))
    assert [(w.reason, w.line) for w in extracted.warnings] == [("no_text_layer", 2)]
    assert extracted.pages[1].text == ""
    for pages, vertical, reason in (([()], False, "no_text_layer"), ([LINES], True, "vertical_text")):
        with pytest.raises(NoReadableText) as error:
            read_pdf(pdf(tmp_path, pages, vertical=vertical))
        assert error.value.details["reason"] == reason


def test_a_font_that_tells_no_characters_is_a_broken_encoding(tmp_path: Path) -> None:
    file = pdf(tmp_path, [LINES])
    mangled = file.content.replace(b"/UniJIS-UCS2-H", b"/Identity-H    ")
    assert mangled != file.content
    with pytest.raises(NoReadableText) as error:
        read_pdf(saved(tmp_path, "m.pdf", mangled))
    assert error.value.details["reason"] == "broken_encoding"


def test_a_password_is_named_and_damage_too(tmp_path: Path) -> None:
    with pytest.raises(FileEncrypted):
        read_pdf(pdf(tmp_path, [LINES], password="secret"))
    good = pdf(tmp_path, [LINES]).content
    for content in (good[:300], b"%PDF-1.4\n%%EOF", b"this is no pdf"):
        with pytest.raises(FileCorrupt):
            read_pdf(saved(tmp_path, "c.pdf", content))


def with_stream(folder: Path, stream: bytes, page: str) -> SourceFile:
    """A PDF whose fourth object is this deflated stream and whose page has these entries."""
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] %s >>" % page.encode(),
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F 5 0 R >> >> /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Length 35 >>\nstream\nBT /F 9 Tf (seen text) Tj ET /X Do \nendstream",
    ]  # fmt: skip
    body, offsets = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    xref = b"xref\n0 7\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return saved(
        folder, "h.pdf", body + xref + b"trailer << /Size 7 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % len(body)
    )


BOMB = zlib.compress(b"BT /F 9 Tf " + b"(a) Tj " * 11_000_000 + b"ET", 9)


def test_a_page_that_expands_without_end_is_hostile(tmp_path: Path) -> None:
    with pytest.raises(FileHostile) as error:
        read_pdf(with_stream(tmp_path, BOMB, "/Contents 4 0 R /Resources << /Font << /F 5 0 R >> >>"))
    assert error.value.details["reason"] == "decompression_limit"


def test_a_page_of_which_a_part_could_not_be_drawn_is_not_cited(tmp_path: Path) -> None:
    page = "/Contents 6 0 R /Resources << /Font << /F 5 0 R >> /XObject << /X 4 0 R >> >>"
    with pytest.raises(NoReadableText) as error:
        read_pdf(with_stream(tmp_path, BOMB, page))
    assert error.value.details["reason"] == "page_incomplete"


def test_a_flipped_byte_never_escapes_as_a_bug(tmp_path: Path) -> None:
    good = pdf(tmp_path, [LINES]).content
    for place in range(0, len(good), 61):
        try:
            read_pdf(saved(tmp_path, "d.pdf", good[:place] + bytes([good[place] ^ 0xFF]) + good[place + 1 :]))
        except ImportRefused:
            continue


def test_a_title_is_believed_only_where_it_can_be_seen(tmp_path: Path) -> None:
    def title(claimed: str) -> str:
        file = pdf(tmp_path, [("御見積書", *LINES)], title=claimed)
        (row,) = OpenedDocument("pdf", file, read_pdf).rows(AnyClient())
        document = row.records[0]
        assert isinstance(document, Document)
        return document.title

    assert title("御見積書") == "御見積書"
    assert title("他社さま向け提案書") == "御見積書"


@pytest.mark.skipif(not SHARED.is_dir(), reason="evaluation data pdf_ja is not beside the checkout")
@pytest.mark.parametrize(
    ("name", "pages", "page", "sentence"),
    [
        ("mhlw_model_shugyo_kisoku_r4.pdf", 93, 2, "労働者が安心して働ける明るい職場を作ることは、事業規模や業種を問わず、すべての事業場にとって重要なことです。"),
        ("debian_maint-guide.ja.pdf", 69, 8, "技術的なスキル以外の要件があるので、一夜にして正式な Debian デベロッパー (DD) になることはできません。"),
    ],
)  # fmt: skip
def test_real_papers_are_read_with_their_pages(name: str, pages: int, page: int, sentence: str) -> None:
    (row,) = OpenedDocument("pdf", SourceFile(SHARED / name), read_pdf).rows(AnyClient())
    document = row.records[0]
    assert isinstance(document, Document)
    assert document.pages == pages
    assert [passage.page for passage in document.passages if sentence in passage.text] == [page]
