"""Making a bundle of what model hubs hand out: a .gguf file, or a folder with safetensors."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from pathlib import Path

from bankrm.adapters.engines.bundle_source import readable
from bankrm.adapters.engines.checked_copy import Meter, declare
from bankrm.adapters.engines.durable_files import new_file, staged_folder, translated
from bankrm.adapters.engines.examination import examine
from bankrm.adapters.engines.manifest import (
    FILE,
    SCHEMA,
    TEXTS,
    WEIGHTS,
    DeclaredFile,
    Manifest,
    plain_name,
    read_manifest,
)
from bankrm.adapters.engines.model_facts import ModelFacts
from bankrm.application.model_memory import MOST_CONTEXT, memory_mib
from bankrm.application.ports.models import BundleRefused, ModelBundle, ModelFormat, ModelLabels
from bankrm.domain.progress import Report, silent

_NOT_PLAIN = re.compile(r"[^A-Za-z0-9._+-]+")
_UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class _Model:
    """A model that is no bundle yet: its files by the names that they will have."""

    source: Path
    format: ModelFormat
    files: dict[str, Path]
    name: str
    facts: ModelFacts

    @property
    def bytes(self) -> int:
        return sum(path.stat().st_size for path in self.files.values())

    def manifest(self, labels: ModelLabels, files: tuple[DeclaredFile, ...]) -> Manifest:
        facts = self.facts
        context = min(facts.context_tokens, labels.context_tokens or MOST_CONTEXT)
        told = {
            "schema": SCHEMA,
            "name": self.name,
            "format": self.format,
            "files": [file.model_dump() for file in files],
            "licence": labels.licence or facts.licence or _UNKNOWN,
            "architecture": facts.architecture,
            "context_tokens": context,
            "memory_mib": memory_mib(facts.memory_weights_bytes, facts.cache.cache_bytes(context)),
            "prompt_profile": labels.prompt_profile,
            "quantisation": facts.quantisation,
        }
        return read_manifest(json.dumps(told).encode(), self.source)


def pack(source: Path, out: Path, labels: ModelLabels, report: Report = silent) -> ModelBundle:
    """Copy a model into the new bundle OUT/NAME; what no bundle may hold stays behind.

    Raises BundleError, and ModelUnusable for a model without a chat template; then nothing is left of it.
    """
    model = _model(source, labels.name)
    if not labels.licence and not model.facts.licence:
        raise BundleRefused(path=str(source), reason="licence_unknown", file="")
    target = out / model.name
    meter = Meter("pack_model", model.bytes, report)
    with staged_folder(target, model.bytes) as staging, translated(target):
        files = tuple(declare(path, name, meter, staging / name) for name, path in model.files.items())
        manifest = model.manifest(labels, files)
        write_manifest(manifest, staging)
    return manifest.bundle(target)


def bundle_of(path: Path, report: Report = silent) -> ModelBundle:
    """A bare .gguf file as the bundle that `pack` would make of it. Reads every byte. Raises BundleRefused and ModelUnusable."""
    model = _gguf(path, "")
    meter = Meter("verify_model", model.bytes, report)
    files = tuple(declare(file, name, meter) for name, file in model.files.items())
    return replace(model.manifest(ModelLabels(), files).bundle(path.parent), weights=path)


def write_manifest(manifest: Manifest, folder: Path) -> None:
    """The last file of a bundle."""
    with new_file(folder / FILE) as file:
        file.write(manifest.text().encode())


def _model(source: Path, name: str) -> _Model:
    if name and not plain_name(name):
        raise BundleRefused(path=str(source), reason="bad_name", file="")
    return _safetensors(source, name) if source.is_dir() else _gguf(source, name)


def _gguf(path: Path, name: str) -> _Model:
    if path.suffix.lower() != WEIGHTS[ModelFormat.GGUF]:
        raise BundleRefused(path=str(path), reason="not_a_model", file="")
    name = name or _plain(path.stem)
    files = {f"{name}{WEIGHTS[ModelFormat.GGUF]}": path}
    return _Model(path, ModelFormat.GGUF, files, name, examine(ModelFormat.GGUF, path, path))


def _safetensors(folder: Path, name: str) -> _Model:
    suffixes = (WEIGHTS[ModelFormat.SAFETENSORS], *TEXTS)
    with readable(folder):
        files = {
            path.name: path
            for path in sorted(folder.iterdir())
            if path.is_file() and path.name.lower().endswith(suffixes) and plain_name(path.name) and path.name != FILE
        }
    if not any(file.endswith(WEIGHTS[ModelFormat.SAFETENSORS]) for file in files):
        raise BundleRefused(path=str(folder), reason="not_a_model", file="")
    facts = examine(ModelFormat.SAFETENSORS, folder, folder)
    return _Model(folder, ModelFormat.SAFETENSORS, files, name or _plain(folder.absolute().name), facts)


def _plain(name: str) -> str:
    """A name that a bundle may have, made of a file's."""
    plain = _NOT_PLAIN.sub("-", name).strip(".-")
    return plain if plain_name(plain) else "model"
