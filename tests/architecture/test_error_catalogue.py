"""Every expected error has its sentences, and every sentence its error."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator

import bankrm
from bankrm.cli.errors import CATALOGUE, words_for
from bankrm.domain.errors import ExpectedError


def _all_errors(root: type[ExpectedError] = ExpectedError) -> Iterator[type[ExpectedError]]:
    yield root
    for child in root.__subclasses__():
        yield from _all_errors(child)


GPU_EXTRA = {"torch", "transformers", "accelerate", "bitsandbytes", "llguidance", "jinja2"}


def _import_everything() -> None:
    for module in pkgutil.walk_packages(bankrm.__path__, "bankrm."):
        if ".migrations" not in module.name and not module.name.endswith("__main__"):
            try:
                importlib.import_module(module.name)
            except ModuleNotFoundError as error:  # the worker's own engine, where the `gpu` extra is not installed
                if error.name not in GPU_EXTRA:
                    raise


_import_everything()
ERRORS = {error for error in _all_errors() if error.__module__.startswith("bankrm.")}
FOR_THE_WINDOW_ONLY = {error for error in ERRORS if error.__module__.startswith("bankrm.ui.")}


def test_every_expected_error_has_an_entry() -> None:
    assert sorted(error.code for error in ERRORS - FOR_THE_WINDOW_ONLY if error.code not in CATALOGUE) == []


def test_no_entry_is_without_an_error() -> None:
    assert set(CATALOGUE) - {error.code for error in ERRORS} == set()


def test_no_two_errors_share_a_code() -> None:
    codes = [error.code for error in ERRORS]
    assert len(codes) == len(set(codes))


def test_sentences_are_japanese_and_say_what_to_do() -> None:
    for code, words in CATALOGUE.items():
        for sentence in words:
            assert re.search(r"[ぁ-ん]", sentence), code
        assert words.what_to_do.endswith("。"), code


def test_a_placeholder_names_a_detail_that_the_error_documents() -> None:
    for error in ERRORS - FOR_THE_WINDOW_ONLY:
        words = CATALOGUE[error.code]
        documented = " ".join(base.__doc__ or "" for base in error.__mro__ if issubclass(base, ExpectedError))
        for name in re.findall(r"{(\w+)}", words.title + words.what_to_do):
            assert re.search(rf"\b{name}\b", documented), (error.code, name)


def test_a_detail_that_is_missing_never_hides_the_message() -> None:
    assert "不明" in words_for("store_missing", {}).title
