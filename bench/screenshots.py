"""Pictures of every page, drawn from the running window without a screen.

`make screenshots`: the sample bank on a day with visits, both themes and languages, into docs/screenshots. `make screens`: the same
with nothing, the sample and a branch's load, at two sizes and three scales, into build/screens, to be looked at one by one
(`python -m bench.screenshots [screens]`).
"""

from __future__ import annotations

import itertools
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bankrm.application.ports.records import Source
from bankrm.bootstrap import Program, make_demo_home
from bankrm.domain.clients import Client, ClientKey
from bankrm.domain.progress import CancelToken, silent
from bench import desktop, large_store

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from bankrm.ui.places import Place
    from bankrm.ui.studio import Studio

ROOT = Path(__file__).parents[1]
DAY = date(
    2026, 11, 24
)  # the first open day after the sample's: five visits, and those of the day before without a record
NOTEBOOK, MONITOR = (1366, 768), (2560, 1440)
LOADS = ("empty", "sample", "branch")
THEMES, LANGUAGES = ("light", "dark"), ("ja", "en")
SCALES = (1.25, 1.5)
COLOURS = 256  # of a picture: text without colour fringes has hardly more
LONG_NAME = "株式会社凪浜ひかり総合物流サービス霧鳴支店準備室ホールディングス"  # 30 characters and more


@dataclass(frozen=True, slots=True)
class Job:
    """One window to draw: on which store and day, how it looks, and where its pictures go (`{page}` is the page's name)."""

    home: str
    theme: str
    language: str
    size: tuple[int, int]  # in pixels of the screen
    scale: float
    files: str


def screenshots(folder: Path) -> None:
    """The pictures of the documentation."""
    shutil.rmtree(folder, ignore_errors=True)
    with TemporaryDirectory() as homes:
        home = str(_sample(Path(homes) / "sample"))
        for theme, language in itertools.product(THEMES, LANGUAGES):
            _draw_apart(Job(home, theme, language, NOTEBOOK, 1, str(folder / f"{{page}}-{theme}-{language}.png")))


def screens(folder: Path) -> None:
    """The pictures to be looked at."""
    shutil.rmtree(folder, ignore_errors=True)
    with TemporaryDirectory() as homes:
        stores = {load: str(_MAKE[load](Path(homes) / load)) for load in LOADS}
        for job in _jobs(stores, folder):
            _draw_apart(job)


def _jobs(stores: Mapping[str, str], folder: Path) -> Iterator[Job]:
    """Each load at both sizes; the sample also as Windows scales it."""
    for load, size, theme, language in itertools.product(LOADS, (NOTEBOOK, MONITOR), THEMES, LANGUAGES):
        files = folder / f"{load}-{size[0]}x{size[1]}" / f"{{page}}-{theme}-{language}.png"
        yield Job(stores[load], theme, language, size, 1, str(files))
    for scale, language in itertools.product(SCALES, LANGUAGES):
        files = folder / f"sample-at-{scale:.0%}" / f"{{page}}-light-{language}.png"
        yield Job(stores["sample"], "light", language, NOTEBOOK, scale, str(files))


def _empty(home: Path) -> Path:
    make_demo_home(home)
    _program(home).create_store().close()
    return home


def _sample(home: Path) -> Path:
    """The sample bank with the sets of DAY and the next day."""
    make_demo_home(home)
    program = _program(home)
    with program.create_store() as store:
        program.records.import_files(store)([program.resources.path("sample")])
        program.promises.refresh(store)(CancelToken(), silent)
        program.preparation.ahead(store)((DAY, program.calendar.next_open(DAY)), CancelToken(), silent)
    return home


def _branch(home: Path) -> Path:
    """As many clients and records as a branch has, and a name of 30 characters first."""
    desktop.make_store()
    shutil.copytree(desktop.STORE, home)
    with _program(home).open_store() as store, store.unit_of_work() as uow:
        key = ClientKey("001", "0000001")
        uow.records.put(
            Client(key, LONG_NAME, "ナギハマヒカリソウゴウブツリュウサービス", as_of=large_store.TODAY),
            Source("0" * 64),
        )
        uow.commit()
    return home


_MAKE = {"empty": _empty, "sample": _sample, "branch": _branch}


def _program(home: Path) -> Program:
    return Program.of(home, DAY, home / "passphrase")


def _draw_apart(job: Job) -> None:
    """Draw in a process of its own: scale, theme and language belong to one application."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": str(job.scale)}
    command = [sys.executable, "-m", "bench.screenshots", "draw", json.dumps(asdict(job))]
    subprocess.run(command, env=environment, check=True)


def _draw(job: Job) -> None:
    from bankrm.ui.appearance import ThemeChoice
    from bankrm.ui.studio import Look, studio
    from bankrm.ui.translations import Language

    program = _program(Path(job.home))
    size = (round(job.size[0] / job.scale), round(job.size[1] / job.scale))
    with studio(program, Look(ThemeChoice(job.theme), Language(job.language), size)) as window:
        for page, picture in _pictures(window):
            file = Path(job.files.format(page=page))
            file.parent.mkdir(parents=True, exist_ok=True)
            _save(picture, file)
            print(file, flush=True)


def _pictures(window: Studio) -> Iterator[tuple[str, QImage]]:
    """Every page there is, the keys over the first one, and the locked window."""
    window.rest_behind()
    places = _places(window)
    for page, place in places:
        window.go(place)
        yield page, window.picture()
    window.go(places[0][1])
    window.desk.show_keys()
    yield "keys", window.picture()
    window.window.lock()
    yield "unlock", window.picture()


def _places(window: Studio) -> Sequence[tuple[str, Place]]:
    """Each page where it has the most to show: the first visit's client, set and record."""
    from bankrm.ui.pages import PAGES
    from bankrm.ui.places import ClientsPlace, DraftsPlace, RecordsPlace

    services = window.desk.services
    rows = services.program.queries.visits(services.store)(DAY)
    special: dict[type[Place], Place] = {}
    if rows:
        visit = rows[0].visit
        special = {
            ClientsPlace: ClientsPlace(visit.client),
            DraftsPlace: DraftsPlace(visit=visit.ref),
            RecordsPlace: RecordsPlace(visit=visit.ref),
        }
    return [(page.key, special.get(page.place) or page.place()) for page in PAGES]


def _save(picture: QImage, file: Path) -> None:
    """As a small PNG: a palette, without dithering."""
    from PIL import Image
    from PySide6.QtGui import QImage as Picture

    plain = picture.convertToFormat(Picture.Format.Format_RGB888)
    size, line = (plain.width(), plain.height()), plain.bytesPerLine()
    image = Image.frombytes("RGB", size, bytes(plain.constBits()), "raw", "RGB", line)
    image.quantize(COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)


def main(words: list[str]) -> None:
    """Draw what is asked for."""
    match words:
        case ["draw", text]:
            fields = json.loads(text)
            _draw(Job(**{**fields, "size": tuple(fields["size"])}))
        case ["screens"]:
            screens(ROOT / "build" / "screens")
        case _:
            screenshots(ROOT / "docs" / "screenshots")


if __name__ == "__main__":
    main(sys.argv[1:])
