from __future__ import annotations

from pathlib import Path

import pytest
from tests.fakes.files import W, paragraph, run, word

from bankrm.adapters.importing.docx import read_docx
from bankrm.application.ports.readers import NoReadableText, SourceFile


def text_of(file: SourceFile) -> str:
    return read_docx(file).pages[0].text


def test_only_what_a_reader_sees_is_read(tmp_path: Path) -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGEREF x</w:instrText></w:r><w:r><w:t>符号</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("12頁") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    styles = f'<w:styles {W}><w:style w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="Secret"><w:basedOn w:val="Base"/></w:style></w:styles>'
    body = "".join(
        [
            paragraph(
                run("金利は"),
                f"<w:del>{run('1.5%').replace('w:t', 'w:delText')}</w:del>",
                f"<w:ins>{run('1.8%')}</w:ins>",
                run("です。"),
            ),
            paragraph(
                run("見える。"),
                run("見えない。", "<w:vanish/>"),
                run("見える二。", '<w:vanish w:val="0"/>'),
                run("様式で隠す。", '<w:rStyle w:val="Secret"/>'),
            ),
            f'<w:p><w:pPr><w:pStyle w:val="Secret"/></w:pPr>{run("段落ごと隠す。")}</w:p>',
            f"<w:moveFrom>{run('移す前。')}</w:moveFrom>",
            paragraph(field),
            paragraph(
                "<w:r><w:ruby><w:rt>"
                + run("たなべ")
                + "</w:rt><w:rubyBase>"
                + run("田辺")
                + "</w:rubyBase></w:ruby></w:r>",
                run("社長"),
            ),
            f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('つながる')}</w:p>",
            paragraph(run("段落。")),
        ]
    )
    assert (
        text_of(word(tmp_path, body, styles=styles))
        == "金利は1.8%です。\n見える。見える二。\n\n12頁\n田辺社長\nつながる段落。"
    )


def test_tables_stand_in_order_without_deleted_rows_and_inner_tables_once(tmp_path: Path) -> None:
    def cell(text: str) -> str:
        return f"<w:tc>{paragraph(run(text))}</w:tc>"

    inner = f"<w:tbl><w:tr>{cell('内')}</w:tr></w:tbl>"
    rows = f"<w:tr>{cell('所管')}{cell('法人営業部')}</w:tr><w:tr><w:trPr><w:del/></w:trPr>{cell('消した')}</w:tr><w:tr><w:tc>{inner}</w:tc></w:tr>"
    body = paragraph(run("前")) + f"<w:tbl>{rows}</w:tbl>" + paragraph(run("後"))
    assert text_of(word(tmp_path, body)) == "前\n所管　法人営業部\n内\n後"


def test_headers_and_footers_follow_the_body_once(tmp_path: Path) -> None:
    head = f"<w:hdr {W}>{paragraph(run('行内限り'))}</w:hdr>"
    file = word(
        tmp_path,
        paragraph(run("本文です。")),
        header1=head,
        header2=head,
        footer1=f"<w:ftr {W}>{paragraph(run('文書番号 3'))}</w:ftr>",
    )
    assert text_of(file) == "本文です。\n\n文書番号 3\n\n行内限り"


def test_a_word_file_without_visible_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoReadableText):
        read_docx(word(tmp_path, paragraph(run("隠れた文だけ。", "<w:vanish/>"))))
