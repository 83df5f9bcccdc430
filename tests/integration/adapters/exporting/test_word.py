from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import UTC, datetime

import docx
import pytest
from docx.oxml.ns import qn
from tests.fakes import papers

from bankrm.adapters.exporting.word import WordFormat
from bankrm.adapters.exporting.word.page import FONT
from bankrm.domain.drafts import Statement
from bankrm.domain.recipes import StatementKind


@pytest.fixture(name="content")
def _content() -> bytes:
    return WordFormat().render(papers.a_paper())


def _text(content: bytes) -> str:
    """All visible text of the body, in reading order."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        xml = archive.read("word/document.xml").decode()
    paragraphs = re.findall(r"<w:p[ >].*?</w:p>", xml, re.DOTALL)
    return "\n".join("".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", paragraph)) for paragraph in paragraphs)


def test_every_statement_stands_in_the_file_with_its_own_words(content: bytes) -> None:
    text = _text(content).replace("\n", "")
    for draft in papers.a_paper().drafts:
        for section in draft.sections:
            assert section.heading in text
            for statement in section.statements:
                label, _, value = statement.text.partition(": ")
                assert statement.text in text or (label in text and value in text)


def test_citations_are_numbered_by_first_use_over_the_whole_file(content: bytes) -> None:
    body, _, sources = _text(content).rpartition("根拠一覧")
    numbers = [int(n) for n in re.findall(r"\[(\d+)\]", body)]
    firsts = list(dict.fromkeys(numbers))
    assert firsts == list(range(1, len(papers.PIECES) + 1))
    for piece in papers.PIECES:
        assert piece.text in sources


def test_a_piece_cited_in_two_parts_has_one_number(content: bytes) -> None:
    text = _text(content)
    assert text.count(papers.BOILER.text) == 1
    option = next(line for line in text.splitlines() if line.startswith("A 来年の春"))
    assert option.endswith("[1]")


def test_what_the_checker_doubts_is_marked_in_words(content: bytes) -> None:
    text = _text(content)
    assert "灯台信用組合の残高は35百万円。【要確認: 根拠と不一致「35百万円」】" in text
    assert "要確認\n根拠と合わない、または判定できない記述が1件" in text


def test_a_clean_paper_has_no_mark_of_doubt() -> None:
    clean = papers.a_paper(papers.a_draft(sections=papers.SCENARIO))
    assert "要確認" not in _text(WordFormat().render(clean))


def test_the_head_says_state_secrecy_client_and_day_of_the_host_data(content: bytes) -> None:
    header = docx.Document(io.BytesIO(content)).sections[0].header
    head = "\n".join(paragraph.text for paragraph in header.paragraphs)
    for words in ("行内限り", "下書き", "里見窯業株式会社(025-0031007)", "2026年11月30日時点"):
        assert words in head


def test_the_foot_counts_pages(content: bytes) -> None:
    footer = docx.Document(io.BytesIO(content)).sections[0].footer
    xml = footer.paragraphs[0]._p.xml
    assert ">PAGE<" in xml
    assert ">NUMPAGES<" in xml


def test_the_sheet_is_a4_with_a_japanese_font(content: bytes) -> None:
    document = docx.Document(io.BytesIO(content))
    section = document.sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert section.left_margin is not None
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert 17 < section.left_margin.mm < 21
    fonts = document.styles["Normal"].element.rPr.rFonts
    assert {fonts.get(qn(f"w:{kind}")) for kind in ("ascii", "hAnsi", "eastAsia")} == {FONT}


def test_the_title_block_says_whom_when_and_what_for(content: bytes) -> None:
    text = _text(content)
    for words in ("2026年12月2日(水) 10:30 本社", "里見社長、根津専務", "設備更新の伺い", "窯業"):
        assert words in text


def test_a_set_without_a_visit_says_so() -> None:
    assert "2026年12月2日(水)(訪問予定なし)" in _text(WordFormat().render(papers.a_paper(visit=False)))


def test_the_same_paper_gives_the_same_bytes_and_another_hour_of_the_zip_does_not_count(content: bytes) -> None:
    assert WordFormat().render(papers.a_paper()) == content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not any("thumbnail" in name for name in archive.namelist())


def test_the_files_own_properties_hold_no_name_of_a_client(content: bytes) -> None:
    properties = docx.Document(io.BytesIO(content)).core_properties
    assert properties.title == "訪問準備一式 2026-12-02"
    assert "里見" not in f"{properties.title}{properties.subject}{properties.comments}{properties.keywords}"
    assert properties.created == datetime(2026, 12, 1, 8, 30, 15, tzinfo=UTC)


def test_text_that_xml_cannot_hold_does_not_spoil_the_file() -> None:
    statement = Statement("壊れた\x00文字\x0bと<b>&記号\ufffe。", StatementKind.CAUTION, ())
    section = replace(papers.BRIEF[0], statements=(statement,))
    text = _text(WordFormat().render(papers.a_paper(papers.a_draft(sections=(section,)))))
    assert "壊れた文字と&lt;b&gt;&amp;記号。" in text


def test_one_kind_alone_bears_its_own_title() -> None:
    content = WordFormat().render(papers.a_paper(papers.a_draft()))
    assert docx.Document(io.BytesIO(content)).core_properties.title == "訪問前準備シート 2026-12-02"
