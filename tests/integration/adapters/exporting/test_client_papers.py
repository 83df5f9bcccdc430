"""The discussion sheet and the follow-up mail as files, as the client and the bank's mail program meet them."""

from __future__ import annotations

import email
import io
import re
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from email import policy
from email.message import EmailMessage

import docx
from docx.document import Document
from docx.shared import Mm
from tests.builders import accounts, dossier, paper, talk, visit
from tests.writing import RECIPES, context_of

from bankrm.adapters.exporting.mail import MailFormat
from bankrm.adapters.exporting.word import WordFormat
from bankrm.application.ports.exporting import Paper
from bankrm.application.write_draft import provenance_of, write_draft
from bankrm.domain.drafts import PERSON, Draft, DraftState, Section, Statement
from bankrm.domain.recipes import OWN_WORD_SECTION, DocumentKindName, StatementKind
from bankrm.drafting.template.writer import TemplateWriter

FILE = dossier(
    talk(
        "2026-06-02", "社長「茹で釜を来年のうちに入れ替えたい」", people="篠崎社長、赤座経理課長", ours="省エネ設備の補助金は6月26日が締切と案内。",
        promises="当行：返済額の試算を6月19日までに持参。",
    ),
    statements=(accounts("2026-03-31", sales=600, operating_profit=24),),
    documents=(paper("省エネ設備の補助金のご案内", "申請の締切は2026年6月26日。"),),
)  # fmt: skip
WORD = Statement("釜場の皆さまによろしくお伝えください。", StatementKind.OWN_WORD, (), origin=PERSON)


def a_draft(kind: DocumentKindName, *own: Statement) -> Draft:
    context, writer = context_of(FILE), TemplateWriter()
    recipe = RECIPES[kind]
    made = write_draft(
        recipe, writer, context, provenance_of(recipe, writer, context), lambda: datetime(2026, 6, 12, tzinfo=UTC)
    )
    sections = tuple(replace(s, statements=own) if s.key == OWN_WORD_SECTION else s for s in made.sections)
    return replace(made, sections=sections, state=DraftState.APPROVED)


def a_paper(draft: Draft) -> Paper:
    return Paper((draft,), visit(), visit().day, None)


def sheet(*own: Statement) -> tuple[bytes, Document]:
    content = WordFormat().render(a_paper(a_draft(DocumentKindName.DISCUSSION_SHEET, *own)))
    return content, docx.Document(io.BytesIO(content))


def everything(content: bytes) -> str:
    """All text of the file: body, header, footer, properties."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = [archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml")]
    return " ".join(re.sub(r"<[^>]+>", "", part) for part in parts)


def mail(*own: Statement) -> EmailMessage:
    content = MailFormat().render(a_paper(a_draft(DocumentKindName.FOLLOW_UP_MAIL, *own)))
    return email.message_from_bytes(content, policy=policy.default)


def test_the_sheet_bears_no_mark_of_the_bank_s_own_and_no_number_of_evidence() -> None:
    content, _ = sheet(WORD)
    text = everything(content)
    for word in ("行内限り", "承認", "下書き", "要確認", "根拠", "書き手", "BankRM", "031-0004711", "見立ての確かさ"):
        assert word not in text, word
    assert not re.search(r"\[\d", text)


def test_the_sheet_holds_every_word_of_its_draft_in_order() -> None:
    draft = a_draft(DocumentKindName.DISCUSSION_SHEET, WORD)
    text = everything(WordFormat().render(a_paper(draft)))
    places = [text.find(statement.text) for statement in draft.statements]
    assert -1 not in places
    assert places == sorted(places)


def test_the_foot_tells_number_version_and_until_when_it_holds() -> None:
    _, document = sheet()
    foot = document.sections[0].footer.paragraphs[0].text
    assert re.fullmatch(r"文書管理番号 DS-20260615-[0-9A-F]{8}\t第1版　有効期限 2026年6月26日", foot)


def test_a_sheet_holds_no_longer_than_to_the_day_of_a_loan_on_it() -> None:
    draft = a_draft(DocumentKindName.DISCUSSION_SHEET)
    due = Statement("小麦仕入の手形貸付1,500万円の期日は6月19日です。", StatementKind.PROPOSAL, ())
    sections = tuple(replace(s, statements=(due,)) if s.key == "next_steps" else s for s in draft.sections)
    document = docx.Document(io.BytesIO(WordFormat().render(a_paper(replace(draft, sections=sections)))))
    assert document.sections[0].footer.paragraphs[0].text.endswith("有効期限 2026年6月19日")


def test_without_a_deadline_on_it_a_sheet_holds_for_ninety_days() -> None:
    draft = a_draft(DocumentKindName.DISCUSSION_SHEET)
    no_ways = replace(draft, sections=tuple(s for s in draft.sections if s.key != "options"))
    document = docx.Document(io.BytesIO(WordFormat().render(a_paper(no_ways))))
    assert document.sections[0].footer.paragraphs[0].text.endswith("有効期限 2026年9月13日")


def test_the_sheet_says_in_plain_words_what_it_rests_on() -> None:
    content, _ = sheet()
    assert "もとになるお話と資料: 6月2日のお話、「省エネ設備の補助金のご案内」" in everything(content)


def test_where_nobody_wrote_a_word_there_is_room_for_the_pen() -> None:
    _, document = sheet()
    (table,) = document.tables
    label, words = table.rows[0].cells
    assert (label.text, words.text) == ("担当者から一言", "")
    assert table.rows[0].height is not None
    assert table.rows[0].height >= Mm(12)
    _, written = sheet(WORD)
    assert written.tables[0].rows[0].cells[1].text == WORD.text


def test_the_disclaimer_stands_on_the_sheet() -> None:
    content, _ = sheet()
    assert (
        "本資料は検討のための資料であり、ご融資をお約束するものではありません。ご融資には所定の審査がございます。"
        in everything(content)
    )


def test_the_same_sheet_gives_the_same_bytes() -> None:
    draft = a_draft(DocumentKindName.DISCUSSION_SHEET)
    assert WordFormat().render(a_paper(draft)) == WordFormat().render(a_paper(draft))


def test_the_mail_opens_as_a_draft_to_nobody_yet() -> None:
    message = mail()
    assert (message["X-Unsent"], message["To"], message["From"]) == ("1", None, None)
    assert message["Subject"] == "6月2日のご面談のお礼"
    assert (message.get_content_type(), message.get_content_charset()) == ("text/plain", "utf-8")
    assert not message.defects


def test_the_mail_begins_with_whom_it_is_to_and_tells_all_in_paragraphs() -> None:
    body = mail(WORD).get_content().replace("\r\n", "\n")
    first, second, *rest = body.split("\n\n")
    assert first == "とびうお製麺株式会社(架空)\n社長 篠崎様、経理課長 赤座様"
    assert second.splitlines()[0] == "いつも大変お世話になっております。"
    assert WORD.text in rest
    assert rest[-1].strip() == "今後ともどうぞよろしくお願いいたします。"


def test_a_firm_of_which_nobody_is_named_is_addressed_as_a_firm() -> None:
    draft = a_draft(DocumentKindName.FOLLOW_UP_MAIL)
    to_nobody = replace(draft, sections=tuple(s for s in draft.sections if s.key != "to"))
    message = email.message_from_bytes(MailFormat().render(a_paper(to_nobody)), policy=policy.default)
    assert isinstance(message, EmailMessage)
    assert message.get_content().startswith("とびうお製麺株式会社(架空)　御中")
    assert "とびうお製麺株式会社(架空)　御中" in everything(sheet()[0])


def test_where_nobody_wrote_a_word_the_mail_leaves_an_empty_line_and_no_mark() -> None:
    body = mail().get_content().replace("\r\n", "\n")
    assert "担当者から一言" not in body
    assert "\n\n\n今後とも" in body


def test_a_mail_of_one_talk_gives_the_same_bytes_with_lines_that_any_program_reads() -> None:
    draft = a_draft(DocumentKindName.FOLLOW_UP_MAIL)
    content = MailFormat().render(a_paper(draft))
    assert content == MailFormat().render(a_paper(draft))
    assert max(map(len, content.split(b"\r\n"))) <= 78
    assert content.isascii()


def test_what_a_person_added_to_a_section_stands_on_both() -> None:
    added = Statement("次の催しの日取りをご相談します。", StatementKind.ACTION, (), origin=PERSON)
    for kind, key in ((DocumentKindName.DISCUSSION_SHEET, "next_steps"), (DocumentKindName.FOLLOW_UP_MAIL, "ours")):
        draft = a_draft(kind)
        sections = tuple(
            Section(s.key, s.heading, (*s.statements, added)) if s.key == key else s for s in draft.sections
        )
        paper_ = a_paper(replace(draft, sections=sections))
        if kind is DocumentKindName.DISCUSSION_SHEET:
            assert added.text in everything(WordFormat().render(paper_))
        else:
            told = email.message_from_bytes(MailFormat().render(paper_), policy=policy.default)
            assert isinstance(told, EmailMessage)
            assert added.text in told.get_content()


def test_every_thought_is_numbered_alike_with_or_without_what_belongs_to_it() -> None:
    draft = a_draft(DocumentKindName.DISCUSSION_SHEET)
    alone = Statement("受注の見通しが立ちにくいのではないでしょうか。", StatementKind.INFERENCE, ())
    thought = (replace(alone, group="G8"), replace(alone, text="背景があります。", group="G8"))
    sections = (Section("thoughts", "ご一緒に考えたいこと", (alone, *thought)),)
    document = docx.Document(io.BytesIO(WordFormat().render(a_paper(replace(draft, sections=sections)))))
    told = [one.text for one in document.paragraphs if "ないでしょうか" in one.text]
    assert told == [f"1. {alone.text}", f"2. {alone.text}"]
