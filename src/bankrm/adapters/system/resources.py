"""Where the program's own data files lie: in a checkout, in an installed wheel, or in a frozen tree."""

from __future__ import annotations

import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import bankrm
from bankrm.domain.errors import ExpectedError

_HOLDS = {"resources": "recipes", "models": "catalogue.toml"}  # by what the right folder of this name is known


class ResourcesMissing(ExpectedError):
    """The program's data files are not where it was installed (details: path)."""

    code = "resources_missing"


class ResourceInvalid(ExpectedError):
    """A data file that IT edits is not as it must be (details: path, reason)."""

    code = "resource_invalid"


class ResourceEntryInvalid(ExpectedError):
    """One entry of such a file is not as it must be (details: path, key of the entry, field)."""

    code = "resource_entry_invalid"


@dataclass(frozen=True, slots=True)
class Resources:
    """The folder `resources`, or `models`, as this installation has it."""

    root: Path

    @classmethod
    def locate(
        cls, package: Path | None = None, frozen_tree: str | None = None, *, folder: str = "resources"
    ) -> Resources:
        """Find them for the running program. Raises ResourcesMissing.

        Frozen: `sys._MEIPASS/bankrm/_resources`; installed: beside the package's modules (the wheel's force-include);
        checkout: `resources/` at the top of the source tree. The same with `models`.
        """
        package = package or Path(bankrm.__file__).parent
        frozen_tree = frozen_tree or getattr(sys, "_MEIPASS", None)
        places = [Path(frozen_tree) / "bankrm" / f"_{folder}"] if frozen_tree else []
        places += [package / f"_{folder}", package.parent.parent / folder]
        for place in places:
            if (place / _HOLDS[folder]).exists():
                return cls(place)
        raise ResourcesMissing(path=str(places[0]))

    def path(self, *parts: str) -> Path:
        """The path of a file or folder in them; it need not exist."""
        return self.root.joinpath(*parts)

    def text(self, *parts: str) -> str:
        """A text file. Raises ResourcesMissing, and ResourceInvalid where it is not UTF-8."""
        path = self.path(*parts)
        try:
            return path.read_text(encoding="utf-8")
        except OSError as error:
            raise ResourcesMissing(path=str(path)) from error
        except UnicodeDecodeError as error:
            raise ResourceInvalid(path=str(path), reason="not_utf8") from error

    def toml(self, *parts: str) -> dict[str, Any]:
        """A TOML file. Raises ResourcesMissing and ResourceInvalid."""
        try:
            return tomllib.loads(self.text(*parts))
        except tomllib.TOMLDecodeError as error:
            raise ResourceInvalid(path=str(self.path(*parts)), reason="not_toml") from error

    def files(self, folder: str, ending: str) -> tuple[Path, ...]:
        """The files of one folder with this ending, by name."""
        return tuple(sorted(self.path(folder).glob(f"*{ending}")))
