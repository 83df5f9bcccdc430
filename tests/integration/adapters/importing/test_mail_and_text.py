from __future__ import annotations

from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest
from tests.fakes.files import saved

from bankrm.adapters.importing.mail import read_mail
from bankrm.adapters.importing.plain_text import read_plain_text
from bankrm.application.ports.readers import EncodingUnreadable, FileCorrupt, FileEncrypted, NoReadableText


def message(**headers: str) -> EmailMessage:
    mail = EmailMessage()
    mail["Subject"] = "見積書の更新版"
    mail["From"] = "佐伯 <saeki@example.invalid>"
    mail["Date"] = "Fri, 20 Nov 2026 23:30:00 +0000"
    for name, value in headers.items():
        mail[name.replace("_", "-")] = value
    return mail


def test_subject_sender_day_text_and_names_of_attachments_are_read(tmp_path: Path) -> None:
    mail = message()
    mail.set_content("お世話になります。\n見積書をお送りします。", charset="iso-2022-jp")
    mail.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="見積書.pdf")
    extracted = read_mail(saved(tmp_path, "m.eml", mail.as_bytes()))
    assert extracted.pages[0].text == (
        "件名：見積書の更新版\n差出人：佐伯 <saeki@example.invalid>\n日付：2026-11-21\n添付：見積書.pdf\n\nお世話になります。\n見積書をお送りします。"
    )
    assert (extracted.title, extracted.issued) == ("見積書の更新版", date(2026, 11, 21))
    assert [warning.reason for warning in extracted.warnings] == ["attachments_not_imported"]


def test_hidden_parts_of_a_html_mail_are_not_read(tmp_path: Path) -> None:
    mail = message()
    html = "<style>p{}</style><p>見える<br>二行目</p><div style='display:none'>隠し<b>文</b></div><script>x</script><p hidden>隠し</p><p>終わり</p>"
    mail.set_content(html, subtype="html")
    text = read_mail(saved(tmp_path, "m.eml", mail.as_bytes())).pages[0].text
    assert text.endswith("見える\n二行目\n\n終わり")
    assert "隠し" not in text


def test_mails_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    with pytest.raises(FileCorrupt):
        read_mail(saved(tmp_path, "m.eml", b"\xff\xfe no mail at all"))
    with pytest.raises(FileEncrypted):
        read_mail(saved(tmp_path, "m.eml", b"From: a@b\nContent-Type: application/pkcs7-mime\n\nabc"))
    with pytest.raises(NoReadableText):
        read_mail(
            saved(
                tmp_path, "m.eml", "From: a@b\nContent-Type: text/plain; charset=utf-8\n\n残高は".encode() + b"\xff\xff"
            )
        )
    with pytest.raises(FileCorrupt):
        read_mail(saved(tmp_path, "m.eml", b"From: a@b\nContent-Type: text/plain; charset=x-nowhere\n\nabc\xff"))


def test_a_text_file_is_decoded_strictly(tmp_path: Path) -> None:
    assert read_plain_text(saved(tmp_path, "t.txt", "締切は11月27日です。\n")).pages[0].text == "締切は11月27日です。\n"
    with pytest.raises(EncodingUnreadable):
        read_plain_text(saved(tmp_path, "t.txt", "締切".encode() * 20 + b"\xff"))
