"""Messages between the program and its engine worker: a length of four bytes, then JSON in UTF-8."""

from __future__ import annotations

import json
import struct
from typing import IO, Any

LONGEST = 1 << 26
_LENGTH = struct.Struct(">I")

Message = dict[str, Any]


def write_frame(stream: IO[bytes], message: Message) -> None:
    """Send one message. Raises OSError where the other end has gone, ValueError for one that is too long."""
    body = json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode(errors="surrogatepass")
    if len(body) > LONGEST:
        raise ValueError("message too long")
    stream.write(_LENGTH.pack(len(body)) + body)
    stream.flush()


def read_frame(stream: IO[bytes]) -> Message | None:
    """The next message; None where the other end closed, also in the middle of a message. Raises ValueError for no frame of ours."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    if length > LONGEST:
        raise ValueError("not a frame")
    body = stream.read(length)
    if len(body) < length:
        return None
    message = json.loads(body)
    if not isinstance(message, dict):
        raise ValueError("not a message")
    return message
