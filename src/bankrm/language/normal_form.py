"""Sentences as they are compared: by their words and figures, whatever their width, spaces and punctuation."""

from __future__ import annotations

import unicodedata


def normal_form(text: str) -> str:
    """NFKC without spaces and punctuation; what stands beside a digit stays: 1.5% is no 15%, 5/12 no 51/2."""
    folded = f" {unicodedata.normalize('NFKC', text)} "
    return "".join(
        char for before, char, after in zip(folded, folded[1:], folded[2:], strict=False) if _tells(before, char, after)
    )


def _tells(before: str, char: str, after: str) -> bool:
    match unicodedata.category(char)[0]:
        case "P":
            return before.isdigit() or after.isdigit()
        case "Z" | "C":
            return before.isdigit() and after.isdigit()
        case _:
            return True
