"""Prompt profiles, read into values. A file that is not as it must be is named, never guessed at."""

from __future__ import annotations

from dataclasses import fields
from string import Formatter
from typing import Any

from bankrm.adapters.system.resources import ResourceInvalid, Resources
from bankrm.domain.recipes import DocumentKindName, StatementKind
from bankrm.drafting.grounding.entailment import Calibration, Control, EntailmentQuestion
from bankrm.drafting.model.profile import Ask, Place, PromptProfile, Shape
from bankrm.drafting.recording.ask_model import MemoQuestions

STANDARD = "standard"
_BRACES = {
    "client": {"client"},
    "term": {"term", "explanation"},
    "again": {"text", "reasons"},
    "rewrite": {"heading", "now", "wish", "lines"},
}


def load_profile(resources: Resources, name: str) -> PromptProfile:
    """The profile of that name; the standard one where there is none of that name, which also lends its words for the checker's
    doubts. Raises ResourceInvalid."""
    known = {path.stem for path in resources.files("prompts", ".toml")}
    file = f"{name if name in known else STANDARD}.toml"
    table = resources.toml("prompts", file)
    entailment = table.get("entailment") or resources.toml("prompts", f"{STANDARD}.toml").get("entailment", {})
    try:
        return _profile(file.removesuffix(".toml"), table, _entailment(entailment))
    except (KeyError, TypeError, ValueError) as error:
        raise ResourceInvalid(path=str(resources.path("prompts", file)), reason=str(error)) from error


def load_memo_questions(resources: Resources, name: str) -> MemoQuestions:
    """How a model of that profile is asked about memos; as the standard one is where the profile does not say. Raises
    ResourceInvalid."""
    known = {path.stem for path in resources.files("prompts", ".toml")}
    named = [file for file in dict.fromkeys((name, STANDARD)) if file in known]
    tables = {file: resources.toml("prompts", f"{file}.toml") for file in named}
    file = next((file for file, table in tables.items() if "memo" in table), STANDARD)
    try:
        told = tables[file]["memo"]
        _require_braces("meeting", told["meeting"], {"people"})
        _require_braces("question", told["question"], {"before", "sentence", "choices"})
        return MemoQuestions(**{field.name: str(told[field.name]) for field in fields(MemoQuestions)})
    except (KeyError, TypeError, ValueError) as error:
        raise ResourceInvalid(path=str(resources.path("prompts", f"{file}.toml")), reason=str(error)) from error


def _profile(name: str, table: dict[str, Any], entailment: EntailmentQuestion) -> PromptProfile:
    for field, allowed in _BRACES.items():
        _require_braces(field, table[field], allowed)
    for code, words in table["reasons"].items():
        _require_braces(code, words, {"detail"})
    asks = tuple(_ask(entry) for entry in table["ask"])
    told = {key: table[key] for key in ("version", "system", "client", "term", "again", "rewrite", "reasons")}
    if told["reasons"].get("unrelated") is None:
        raise ValueError("unrelated")
    return PromptProfile(name, **told, asks=asks, entailment=entailment)


def _entailment(table: dict[str, Any]) -> EntailmentQuestion:
    _require_braces("question", table["question"], {"evidence", "statement"})
    yes, unknown, contradicts = map(str, table["answers"])
    weights = Calibration(**{field.name: float(table["calibration"][field.name]) for field in fields(Calibration)})
    controls = tuple(Control(one["evidence"], one["statement"], bool(one["true"])) for one in table["control"])
    return EntailmentQuestion(
        table["system"].strip(), table["examples"], table["question"], (yes, unknown, contradicts), weights, controls
    )


def _ask(entry: dict[str, Any]) -> Ask:
    _require_braces(entry["section"], entry["text"], {"what"})
    return Ask(
        DocumentKindName(entry["document"]),
        entry["section"],
        StatementKind(entry["kind"]),
        Shape(entry["shape"]),
        Place(entry["place"]),
        entry["text"],
        tuple(entry.get("ends", ())),
        entry.get("label", ""),
        entry.get("last", False),
    )


def _require_braces(field: str, text: str, allowed: set[str]) -> None:
    """Raise ValueError with the field's name where a text would be filled with what the program does not have."""
    if not {name for _, name, _, _ in Formatter().parse(text) if name is not None} <= allowed:
        raise ValueError(field)
