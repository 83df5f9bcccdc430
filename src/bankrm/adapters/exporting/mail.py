"""The follow-up mail as a draft that the bank's own mail program opens (RFC 5322, UTF-8, text alone, X-Unsent)."""

from __future__ import annotations

from collections.abc import Iterator
from email import policy
from email.message import EmailMessage

from bankrm.application.ports.exporting import Paper
from bankrm.domain.drafts import Draft
from bankrm.domain.recipes import OWN_WORD_SECTION
from bankrm.drafting.client_words import document_number, to_firm

_SUBJECT, _TO = "subject", "to"


class MailFormat:
    """A .eml of one draft. To whom and from whom stands open: the person who sends it fills that in, and signs."""

    def render(self, paper: Paper) -> bytes:
        """The file's content, lines ending in CRLF; the same paper gives the same bytes."""
        (draft,) = paper.drafts
        message = EmailMessage(policy=policy.SMTP)
        message["Subject"] = _subject(draft)
        message["X-Unsent"] = "1"
        message["X-Document-Number"] = document_number(draft, paper.day)
        message.set_content("\n".join(_lines(draft)), subtype="plain", charset="utf-8", cte="base64")
        return message.as_bytes()


def _subject(draft: Draft) -> str:
    return "".join(s.text for section in draft.sections if section.key == _SUBJECT for s in section.statements)


def _lines(draft: Draft) -> Iterator[str]:
    """To whom, the firm above its people; then a paragraph a section, one sentence a line; where 担当者から一言 is empty, an empty
    paragraph to write in."""
    named = any(section.key == _TO and section.statements for section in draft.sections)
    yield draft.client_name if named else to_firm(draft.client_name)
    for section in draft.sections:
        told = [statement.text for statement in section.statements]
        if section.key != _SUBJECT and (told or section.key == OWN_WORD_SECTION):
            yield from (*told, "")
