"""The installed models: what lies in HOME/models, and in the machine-wide folder that policy may name."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bankrm.adapters.engines.bundle_source import FolderSource, manifest_of, opened
from bankrm.adapters.engines.checked_copy import copy_proven, prove
from bankrm.adapters.engines.durable_files import remove_folder, staged_folder, translated
from bankrm.adapters.engines.examination import examine
from bankrm.adapters.engines.manifest import FILE, plain_name
from bankrm.adapters.engines.packing import bundle_of, write_manifest
from bankrm.application.ports.models import (
    BundleExists,
    BundleMissing,
    BundleRefused,
    InstalledBundle,
    ModelBundle,
    ModelBundles,
)
from bankrm.domain.progress import Report, silent


class InstalledBundles(ModelBundles):
    """See the port. The machine-wide folder goes first and is never written."""

    def __init__(self, folder: Path, machine_wide: Path | None = None) -> None:
        self._folder = folder
        self._machine_wide = machine_wide

    def installed(self) -> Sequence[InstalledBundle]:
        """All, by name; of two with one name the machine-wide one."""
        found: dict[str, InstalledBundle] = {}
        for folder in (self._machine_wide, self._folder):
            for path in folder.glob("*") if folder else ():
                if path.is_dir() and plain_name(path.name):
                    found.setdefault(path.name.lower(), _installed(path))
        return tuple(found[name] for name in sorted(found))

    def add(self, source: Path, report: Report = silent) -> ModelBundle:
        """Copy, prove, examine, and only then give it its name."""
        with opened(source) as files:
            manifest = manifest_of(files)
            if manifest.name.lower() in {one.name.lower() for one in self.installed()}:
                raise BundleExists(name=manifest.name)
            target = self._folder / manifest.name
            with translated(self._folder.parent):  # the data folder is nobody else's
                self._folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with staged_folder(target, manifest.bytes) as staging:
                with translated(target):
                    copy_proven(files, manifest, staging, report)
                    write_manifest(manifest, staging)
                examine(manifest.format, manifest.bundle(staging).weights, source)
        return manifest.bundle(target)

    def verify(self, name: str, report: Report = silent) -> ModelBundle:
        """Read every byte."""
        return _proven(self._named(name).folder, report)

    def remove(self, name: str) -> None:
        """Remove one of this user's."""
        found = self._named(name)
        if found.folder.parent != self._folder:
            raise BundleRefused(path=str(found.folder), reason="machine_wide", file="")
        remove_folder(found.folder)

    def find(self, wanted: str, report: Report = silent) -> ModelBundle:
        """By name; by path a bundle is proven first, as it never was installed."""
        if named := self._among(wanted):
            return named.require()
        path = Path(wanted)
        if not path.exists():
            raise BundleMissing(name=wanted)
        return _proven(path, report) if path.is_dir() else bundle_of(path, report)

    def _among(self, name: str) -> InstalledBundle | None:
        return next((one for one in self.installed() if one.name == name), None)

    def _named(self, name: str) -> InstalledBundle:
        if found := self._among(name):
            return found
        raise BundleMissing(name=name)


def _installed(folder: Path) -> InstalledBundle:
    try:
        if folder.is_symlink():
            raise BundleRefused(path=str(folder), reason="link", file="")
        manifest = manifest_of(FolderSource(folder))
        if manifest.name != folder.name:
            raise BundleRefused(path=str(folder), reason="bad_name", file=FILE)
    except BundleRefused as refused:
        return InstalledBundle(folder.name, folder, refused)
    return InstalledBundle(folder.name, folder, manifest.bundle(folder))


def _proven(folder: Path, report: Report) -> ModelBundle:
    source = FolderSource(folder)
    manifest = manifest_of(source)
    prove(source, manifest, report)
    return manifest.bundle(folder)
