"""Radicals that PDF makers write for the characters that look alike (⽇ for 日)."""

from __future__ import annotations

import unicodedata

RADICALS = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)} | dict(
    zip(
        map(ord, "⺟⺠⻁⻄⻆⻅⻉⻋⻑⻘⻝⻢⻣⻤⻥⻦⻨⻩⻫⻭⻯⻲"),
        "母民虎西角見貝車長青食馬骨鬼魚鳥麦黄斉歯竜亀",
        strict=True,
    )
)
"""For `str.translate`: Kangxi and other radicals, each one character long."""
