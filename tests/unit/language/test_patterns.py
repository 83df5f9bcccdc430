"""Patterns that wait: they answer as compiled ones do, and every one of the package can be compiled."""

from __future__ import annotations

import copy
import importlib
import pickle
import pkgutil
import re

import pytest

import bankrm.domain
import bankrm.language
from bankrm.language.patterns import pattern

_PACKAGES = (bankrm.language, bankrm.domain)
MODULES = [one.name for package in _PACKAGES for one in pkgutil.iter_modules(package.__path__, f"{package.__name__}.")]


def test_it_answers_as_a_compiled_one() -> None:
    waiting, compiled = pattern("(?P<n>[0-9]+)円", re.ASCII), re.compile("(?P<n>[0-9]+)円", re.ASCII)
    for text in ("貸出は300円と20円", "なし"):
        assert [match.span("n") for match in waiting.finditer(text)] == [
            match.span("n") for match in compiled.finditer(text)
        ]
        assert waiting.sub("円", text) == compiled.sub("円", text)
    assert (waiting.pattern, waiting.groupindex) == (compiled.pattern, compiled.groupindex)


def test_it_is_copied_and_pickled_as_any_value() -> None:
    waiting = pattern("[0-9]+円")
    for again in (copy.deepcopy(waiting), pickle.loads(pickle.dumps(waiting))):
        assert again.fullmatch("300円")


@pytest.mark.parametrize("name", MODULES)
def test_every_expression_can_be_compiled(name: str) -> None:
    for value in vars(importlib.import_module(name)).values():
        for one in value if isinstance(value, tuple) else (value,):
            if type(one) is type(pattern("")):
                assert one.groups >= 0
