from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import UTC, datetime

import docx
import pytest
from docx.enum.text import WD_LINE_SPACING
from docx.oxml.ns import qn
from tests.fakes import papers

from bankrm.adapters.exporting.word import WordFormat
from bankrm.adapters.exporting.word.page import FONT
from bankrm.domain.drafts import RemovalReason, Statement, identified
from bankrm.domain.editing import AddOwnView, AddStatement, Editor, Keep, Remove, edited, next_revision
from bankrm.domain.ids import DraftId
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


def _numbers(text: str) -> list[int]:
    return [int(n) for found in re.findall(r"\[([0-9,]+)\]", text) for n in found.split(",")]


def test_every_statement_stands_in_the_file_with_its_own_words_also_where_a_label_has_its_own_cell(
    content: bytes,
) -> None:
    text = _text(content).replace("\n", " ")
    for draft in papers.a_paper().drafts:
        for section in draft.sections:
            assert section.heading in text
            for statement in section.statements:
                assert statement.text in text


def test_numbers_run_through_the_list_of_sources_and_each_citation_leads_to_its_words(content: bytes) -> None:
    body, _, sources = _text(content).rpartition("根拠一覧")
    listed = [int(n) for n in re.findall(r"^\[([0-9]+)\]", sources, re.MULTILINE)]
    assert listed == list(range(1, len(papers.PIECES) + 1))
    assert set(_numbers(body)) == set(listed)
    boiler = next(line for line in body.splitlines() if "合う理由: 「ボイラーは" in line)
    assert f"[{_numbers(boiler)[0]}]2026-06-03 訪問 里見社長: 「ボイラーは来年の春までに替えたい」 R-101" in sources


def test_pieces_of_one_record_stand_under_its_head_which_is_said_once(content: bytes) -> None:
    sources = _text(content).rpartition("根拠一覧")[2]
    assert sources.count("2026-09-17 訪問 根津専務") == 1
    heading, first, second = sources[sources.index("2026-09-17 訪問 根津専務") :].splitlines()[:3]
    assert heading == "2026-09-17 訪問 根津専務:  R-118"
    assert re.fullmatch(r"\[[0-9]+\]「入札の結果を見てから決めることになります」", first)
    assert re.fullmatch(r"\[[0-9]+\]「夜の釜番が二人しかいない」", second)


def test_the_text_of_every_piece_is_found_at_its_number(content: bytes) -> None:
    bare = re.sub(r"\s|\[[0-9]+\]", "", _text(content).rpartition("根拠一覧")[2])
    for piece in papers.PIECES:
        head, _, rest = piece.text.partition(": ")
        assert "".join(rest.split()) in bare
        assert "".join(head.split()) in bare
    assert "(2ページ)" in bare


def test_figures_stand_with_their_formula_and_other_sources_with_who_vouches_for_them(content: bytes) -> None:
    sources = _text(content).rpartition("根拠一覧")[2]
    assert re.search(r"^\[[0-9]+\]営業利益率 3\.1%.*22÷710、前期 28÷700$", sources, re.MULTILINE)
    assert re.search(r"^\[[0-9]+\]他行借入 .*灯台信用組合 残高 30百万円 \(担当者の記録\)$", sources, re.MULTILINE)


def test_a_piece_cited_in_two_parts_has_one_number(content: bytes) -> None:
    text = _text(content)
    assert text.rpartition("根拠一覧")[2].count("ボイラーは来年の春までに替えたい") == 1
    option = next(line for line in text.splitlines() if line.startswith("A 来年の春"))
    ground = next(line for line in text.splitlines() if "合う理由: 「ボイラーは" in line)
    assert _numbers(option) == _numbers(ground)


def test_no_letter_is_smaller_than_eight_points_but_raised_numbers(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        xml = archive.read("word/document.xml").decode()
    assert min(int(half) for half in re.findall(r'<w:sz w:val="([0-9]+)"', xml)) >= 16


def test_lines_are_as_high_with_any_font_that_stands_in(content: bytes) -> None:
    document = docx.Document(io.BytesIO(content))
    forms = [paragraph.paragraph_format for paragraph in document.paragraphs]
    unless_set = document.styles["Normal"].paragraph_format.line_spacing_rule
    assert {form.line_spacing_rule or unless_set for form in forms} == {WD_LINE_SPACING.EXACTLY}


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
    assert 15 <= section.left_margin.mm < 21
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


def test_what_a_language_model_wrote_is_marked_and_the_mark_explained() -> None:
    (first, *rest) = papers.BRIEF
    written = replace(first.statements[0], origin="model", engine="llama")
    draft = papers.a_draft(sections=(replace(first, statements=(written, *first.statements[1:])), *rest))
    draft = replace(draft, provenance=replace(draft.provenance, engine="llama", model="Model-4B"))
    content = WordFormat().render(papers.a_paper(draft))
    text = _text(content)
    assert f"{written.text}◇" in text
    assert text.count("◇") == 2
    assert "◇ は言語モデルが書いた文。" in text
    footer = docx.Document(io.BytesIO(content)).sections[0].footer.paragraphs[0].text
    assert "書き手 定型、◇は言語モデル" in footer


def test_what_a_person_wrote_kept_and_struck_is_told_on_paper() -> None:
    paper = papers.a_paper()
    first, *others = paper.drafts
    doubted = next(one for one in identified(first).statements if one.questioned)
    struck = next(one for one in identified(first).statements if one.group)
    draft = next_revision(first, DraftId("second"), first.created)
    for edit in (
        Keep(doubted.id, papers.LOANS),
        Remove(struck.id, RemovalReason.OUTDATED),
        AddOwnView(first.sections[0].key, "里見社長は来月から不在がちになる"),
        AddStatement(first.sections[-1].key, "夜の釜番が二人しかいない", (papers.NIGHT,)),
    ):
        draft = edited(draft, edit, Editor("渉外 太郎", lambda one, _: one, {}))
    text = _text(WordFormat().render(replace(paper, drafts=(draft, *others)))).replace("\n", " ")
    assert "里見社長は来月から不在がちになる(担当者の認識・記録なし)" in text
    assert "(担当者が根拠を確認: 渉外 太郎)" in text
    assert "要確認" not in text.partition("根拠一覧")[0]
    for statement in draft.statements:
        assert statement.text in text
