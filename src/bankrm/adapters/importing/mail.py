"""Mail (.eml): subject, sender, day and the text; HTML without its hidden parts; attachments named, not read."""

from __future__ import annotations

import email
import re
from datetime import date
from email import policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser
from zoneinfo import ZoneInfo

from bankrm.adapters.importing.legibility import is_broken
from bankrm.adapters.importing.pages import Extracted, Page
from bankrm.application.ports.readers import (
    FileCorrupt,
    FileEncrypted,
    FileTooLarge,
    Finding,
    NoReadableText,
    SourceFile,
)

_MOST_BYTES = 50_000_000
_TOKYO = ZoneInfo("Asia/Tokyo")
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "br",
        "tr",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "table",
        "ul",
        "ol",
        "blockquote",
        "section",
        "article",
        "hr",
    ]
)
_UNSEEN = frozenset(["script", "style", "head", "title", "template", "noscript"])
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.0-9]*[1-9])|opacity\s*:\s*0(?![.0-9]*[1-9])",
    re.IGNORECASE,
)


def read_mail(file: SourceFile) -> Extracted:
    """Headers and text as one page without a number; the title is the subject, the day that of sending in Tokyo.

    Raises FileEncrypted, FileCorrupt, FileTooLarge and NoReadableText.
    """
    if len(file.content) > _MOST_BYTES:
        raise FileTooLarge(path=str(file.path), size=len(file.content), limit=_MOST_BYTES)
    try:
        message = email.message_from_bytes(file.content, policy=policy.default)
        text, attachments = _text(file, message), [part.get_filename() or "" for part in message.iter_attachments()]
        head = _head(message, attachments)
        sent = _day(message)
    except (LookupError, ValueError, AttributeError, TypeError, KeyError, RecursionError, AssertionError) as error:
        raise FileCorrupt(path=str(file.path), type="eml") from error
    whole = "\n".join([*head, "", text]).strip()
    if is_broken(whole) or "\ufffd" in text:
        raise NoReadableText(path=str(file.path), reason="broken_encoding")
    warnings = (Finding("attachments_not_imported"),) if attachments else ()
    return Extracted((Page(None, whole),), _header(message, "subject"), sent, warnings)


def _text(file: SourceFile, message: EmailMessage) -> str:
    if message.get_content_type() in ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"):
        raise FileEncrypted(path=str(file.path))
    if not message.keys():
        raise FileCorrupt(path=str(file.path), type="eml")
    body = message.get_body(preferencelist=("plain", "html"))
    if body is None:
        raise NoReadableText(path=str(file.path), reason="no_text")
    content = str(body.get_content()).replace("\r\n", "\n")
    return _seen(content) if body.get_content_type() == "text/html" else content


def _header(message: EmailMessage, name: str) -> str:
    return " ".join(str(message.get(name, "")).split())


def _head(message: EmailMessage, attachments: list[str]) -> list[str]:
    sent = _day(message)
    lines = [
        ("件名", _header(message, "subject")),
        ("差出人", _header(message, "from")),
        ("日付", sent.isoformat() if sent else ""),
        ("添付", "、".join(name for name in attachments if name)),
    ]
    return [f"{label}：{value}" for label, value in lines if value]


def _day(message: EmailMessage) -> date | None:
    stated = message.get("date")
    if not stated:
        return None
    try:
        sent = parsedate_to_datetime(str(stated))
    except ValueError:
        return None
    return (sent if sent.tzinfo is None else sent.astimezone(_TOKYO)).date()


def _seen(markup: str) -> str:
    reader = _SeenText()
    reader.feed(markup)
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.pieces).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


class _SeenText(HTMLParser):
    """Text outside scripts, styles and hidden elements."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._unseen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Break lines at blocks; pass over what hides itself, up to its end."""
        given = dict(attrs)
        hides = tag in _UNSEEN or "hidden" in given or _HIDING.search(given.get("style") or "")
        if tag not in _VOID and (self._unseen or hides):
            self._unseen.append(tag)
        if tag in _BLOCKS:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """Close a hidden element with all that stands open in it."""
        if tag in self._unseen:
            while self._unseen.pop() != tag:
                pass
        if tag in _BLOCKS:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        """Keep what can be seen; a line break in the markup is a space."""
        if not self._unseen:
            self.pieces.append(data.replace("\n", " "))
