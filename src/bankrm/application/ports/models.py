"""Model bundles: language models as folders with a manifest, checked byte for byte before they are used.

ExpectedError
 └─ BundleError            something about a model bundle
     ├─ BundleRefused      it is not as it must be
     ├─ BundleExists       the name is taken
     ├─ BundleMissing      there is none of this name
     └─ ModelsUnwritable   the folder of models cannot be written
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from bankrm.domain.errors import ExpectedError
from bankrm.domain.progress import Report, silent


class BundleError(ExpectedError):
    """Something about a model bundle is not as it must be (details: path)."""

    code = "bundle_error"


class BundleRefused(BundleError):
    """A bundle, or a model to be made one, is not as it must be (details: path, reason, file: the one in it, or empty).

    `reason` is one of BUNDLE_REASONS.
    """

    code = "bundle_refused"


class BundleExists(BundleError):
    """A bundle of this name is installed (details: name)."""

    code = "bundle_exists"


class BundleMissing(BundleError):
    """No bundle of this name is installed (details: name)."""

    code = "bundle_missing"


class ModelsUnwritable(BundleError):
    """A folder of models cannot be written (details: path, reason: `disk_full` or `not_writable`)."""

    code = "models_unwritable"


BUNDLE_REASONS = frozenset(
    {
        "not_a_bundle",  # no folder or zip with a manifest.json
        "not_a_model",  # no .gguf file, and no folder with .safetensors
        "bad_manifest",  # manifest.json says something that it may not
        "bad_name",  # the bundle's name cannot be a folder's name everywhere
        "bad_path",  # a file's name leads outside, or is not plain
        "file_type",  # neither weights nor text that belongs to them
        "link",  # a link, a device, a pipe
        "undeclared",  # a file that the manifest does not name
        "file_missing",
        "damaged",  # other bytes than the manifest says, or no model inside
        "unreadable",  # the system does not let it be read
        "no_weights",  # not exactly one .gguf, or no .safetensors
        "licence_unknown",
        "machine_wide",  # lies in the folder that policy names: IT's to remove
    }
)


class ModelFormat(StrEnum):
    """The two formats that hold numbers and nothing that runs."""

    GGUF = "gguf"
    SAFETENSORS = "safetensors"


@dataclass(frozen=True, slots=True)
class ModelBundle:
    """One installed model. `weights` is the GGUF file, or the folder of a safetensors model; `sha256` is the digest of all its files.

    `memory_mib` is what it needs at its context length, weights and cache together; `prompt_profile` names how it is asked.
    """

    name: str
    format: ModelFormat
    weights: Path
    sha256: str
    bytes: int
    licence: str
    architecture: str
    context_tokens: int
    memory_mib: int
    prompt_profile: str
    quantisation: str = ""


@dataclass(frozen=True, slots=True)
class InstalledBundle:
    """A folder among the installed models: the bundle that it holds, or why it is none."""

    name: str
    folder: Path
    content: ModelBundle | BundleRefused

    def require(self) -> ModelBundle:
        """The bundle. Raises BundleRefused."""
        if isinstance(self.content, BundleRefused):
            raise self.content
        return self.content


@dataclass(frozen=True, slots=True)
class ModelLabels:
    """What a packer says of a model; empty and 0 leave it to the model's own files."""

    name: str = ""
    licence: str = ""
    prompt_profile: str = "standard"
    context_tokens: int = 0


class ModelBundles(Protocol):
    """The models that are installed on this machine. `report` hears how many MiB are done."""

    def installed(self) -> Sequence[InstalledBundle]:
        """All, by name; their manifests are read, not their weights."""
        ...

    def add(self, source: Path, report: Report = silent) -> ModelBundle:
        """Install a bundle's folder or zip, once every byte is proven. Raises BundleError; then nothing of it is left."""
        ...

    def verify(self, name: str, report: Report = silent) -> ModelBundle:
        """Prove every byte of an installed bundle. Raises BundleMissing, and BundleRefused naming the first file that is not right."""
        ...

    def remove(self, name: str) -> None:
        """Uninstall a bundle. Raises BundleMissing, BundleRefused for one that is not this user's, ModelsUnwritable."""
        ...

    def find(self, wanted: str, report: Report = silent) -> ModelBundle:
        """The bundle of this name; else of this path: a bundle's folder or a bare .gguf. Raises BundleError, and ModelUnusable."""
        ...
