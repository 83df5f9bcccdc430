"""Marks a sentence for translation where it is not shown yet; Qt's own is typed as an object."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, sentence: str) -> str:  # noqa: N802, ARG001
    """The sentence as it is; `pyside6-lupdate` knows this name, and the context by which it is looked up later."""
    return sentence
