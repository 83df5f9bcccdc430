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
from bankrm.language.beginnings import sifted
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


@pytest.mark.parametrize(
    ("expression", "sifted_by"),
    [
        ("増加|(?<=値)上[がげ]|[0-9]+増", "(?=[増上0-9])"),  # what stands before a match begins nothing
        ("(?P<up>増|伸び)|(?P<down>減)", "(?=[増伸減])"),
        ("(?:ご|御)?(?:社長|会長)", "(?=[ご御社会])"),
        ("(?:増|減)|^-", "(?=[増減\\-])"),
        ("増|減", ""),  # Python sees it by itself
        ("(?:増|[^減])", ""),  # anything may begin it
        ("(?:増)?(?:減)?", ""),  # it may be empty
        ("(?m)(?<=増)減", ""),
    ],
)
def test_only_places_are_tried_at_which_a_match_can_begin(expression: str, sifted_by: str) -> None:
    assert sifted(expression) == (f"{sifted_by}(?:{expression})" if sifted_by else expression)


@pytest.mark.parametrize("name", MODULES)
def test_an_expression_finds_the_same_wherever_it_is_tried(name: str) -> None:
    text = "前期比3.4％増の１２億円、社長は「変動金利は避けたい」と話した(7月31日 訪問)。凪浜精機㈱の手形貸付は未定で、返済が難しい。"
    for one in vars(importlib.import_module(name)).values():
        if type(one) is type(pattern("")):
            plain = re.compile(one.pattern, one.flags)
            assert [m.regs for m in one.finditer(text)] == [m.regs for m in plain.finditer(text)]
