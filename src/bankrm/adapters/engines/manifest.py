"""manifest.json of a model bundle (`bankrm.model/1`): which files it has, and what the model in them is."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Annotated, Literal

import rfc8785
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from bankrm.application.ports.models import BundleRefused, ModelBundle, ModelFormat

FILE = "manifest.json"
SCHEMA = "bankrm.model/1"
MOST_BYTES = 1 << 20
MOST_FILES = 1000
WEIGHTS = {ModelFormat.GGUF: ".gguf", ModelFormat.SAFETENSORS: ".safetensors"}
TEXTS = (".json", ".txt", ".jinja", ".model")
_NAME = re.compile(
    r"(?!(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$))[a-z0-9](?:[a-z0-9._+-]{0,126}[a-z0-9_+-])?", re.IGNORECASE
)


def plain_name(name: str) -> bool:
    """Whether a name is one file's or folder's name on every system: ASCII, no dot at either end, no device of Windows."""
    return _NAME.fullmatch(name) is not None


def _plain_path(path: str) -> str:
    if not all(map(plain_name, path.split("/"))):
        raise ValueError("bad_path")
    return path


def _known_type(path: str) -> str:
    if not path.lower().endswith((*WEIGHTS.values(), *TEXTS)) or path.lower() == FILE:
        raise ValueError("file_type")
    return path


def _bundle_name(name: str) -> str:
    if not plain_name(name):
        raise ValueError("bad_name")
    return name


class _Strict(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class DeclaredFile(_Strict):
    """One file: its path in the bundle with `/`, its size and digest."""

    path: Annotated[str, AfterValidator(_plain_path), AfterValidator(_known_type)]
    bytes: Annotated[int, Field(ge=0)]
    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]


class Manifest(_Strict):
    """The whole file. Every figure is as of packing; what the engine meets is its own to check."""

    schema_: Annotated[Literal["bankrm.model/1"], Field(alias="schema")]
    name: Annotated[str, AfterValidator(_bundle_name)]
    format: ModelFormat
    files: Annotated[tuple[DeclaredFile, ...], Field(min_length=1, max_length=MOST_FILES)]
    licence: Annotated[str, Field(min_length=1, max_length=200)]
    architecture: Annotated[str, Field(min_length=1, max_length=200)]
    context_tokens: Annotated[int, Field(ge=1)]
    memory_mib: Annotated[int, Field(ge=1)]
    prompt_profile: Annotated[str, Field(min_length=1, max_length=100)]
    quantisation: Annotated[str, Field(max_length=100)]

    @property
    def bytes(self) -> int:
        """All its files together."""
        return sum(file.bytes for file in self.files)

    @property
    def digest(self) -> str:
        """SHA-256 over the canonical JSON (RFC 8785) of the files, by path."""
        files = sorted((file.model_dump() for file in self.files), key=lambda file: file["path"])
        return hashlib.sha256(rfc8785.dumps(files)).hexdigest()

    def weights(self) -> tuple[DeclaredFile, ...]:
        """The files that hold the numbers."""
        return tuple(file for file in self.files if file.path.lower().endswith(WEIGHTS[self.format]))

    def bundle(self, folder: Path) -> ModelBundle:
        """The bundle, its files in this folder."""
        weights = folder / self.weights()[0].path if self.format is ModelFormat.GGUF else folder
        return ModelBundle(
            self.name, self.format, weights, self.digest, self.bytes, self.licence,
            self.architecture, self.context_tokens, self.memory_mib, self.prompt_profile, self.quantisation,
        )  # fmt: skip

    def text(self) -> str:
        """The file's content."""
        return self.model_dump_json(by_alias=True, indent=1) + "\n"


def read_manifest(content: bytes, path: Path) -> Manifest:
    """The manifest of the bundle at `path`. Raises BundleRefused: bad_manifest, bad_name, bad_path, file_type, no_weights."""
    try:
        manifest = Manifest.model_validate_json(content)
    except ValidationError as error:
        raise _refused(error, path) from error
    paths = [file.path.lower() for file in manifest.files]
    if len(set(paths)) != len(paths):
        raise BundleRefused(path=str(path), reason="bad_manifest", file=FILE)
    others = [
        file for file in paths if file.endswith(tuple(WEIGHTS.values())) and not file.endswith(WEIGHTS[manifest.format])
    ]
    if not manifest.weights() or others or (manifest.format is ModelFormat.GGUF and len(manifest.weights()) > 1):
        raise BundleRefused(path=str(path), reason="no_weights", file=FILE)
    return manifest


def _refused(error: ValidationError, path: Path) -> BundleRefused:
    """The first thing that is wrong; a rule of ours has its own reason."""
    first = error.errors(include_url=False)[0]
    ours = str(first["ctx"]["error"]) if first["type"] == "value_error" and "ctx" in first else "bad_manifest"
    return BundleRefused(path=str(path), reason=ours, file=str(first["input"]) if ours != "bad_manifest" else FILE)
