"""Import: 10,000 CSV rows beside the bare csv module, and a long PDF beside bare pypdf."""

from __future__ import annotations

import csv
import io
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bankrm.adapters.importing.registry import Readers
from bankrm.application.ports.readers import FileReaders, SourceFile
from bankrm.domain.clients import ClientKey

ROOT = Path(__file__).parents[1]
PDF = ROOT.parent / "shared" / "data" / "pdf_ja" / "mhlw_model_shugyo_kisoku_r4.pdf"
ROWS = 10_000
HEADER = "記録番号,店番,CIF番号,取引先名,面談日,面談方法,場所,面談者,目的,当方の説明,顧客の発言,約束・宿題"


@dataclass(frozen=True, slots=True)
class Row:
    """One measured thing: seconds of ours and of the bare library, and their ratio."""

    name: str
    seconds: float
    bare_seconds: float

    @property
    def ratio(self) -> float:
        """How many times the bare library's time ours takes."""
        return self.seconds / self.bare_seconds


class _AnyClient:
    """Knows every key, and no names."""

    def resolve(self, key: ClientKey) -> ClientKey | None:
        return key

    def with_cif(self, cif: str) -> tuple[ClientKey, ...]:  # noqa: ARG002
        return ()

    def named_in(self, text: str) -> tuple[ClientKey, ...]:  # noqa: ARG002
        return ()


def run() -> Iterator[Row]:
    """Reading only; what the store adds is measured with the store. The PDF is left out where it is not at hand."""
    readers = Readers.with_profiles(ROOT / "resources" / "profiles")
    with TemporaryDirectory() as folder:
        path = Path(folder) / "rows.csv"
        path.write_bytes(_table().encode("cp932"))
        yield Row(f"{ROWS} CSV rows", _best(lambda: _read(readers, path)), _best(lambda: _bare_csv(path)))
    if PDF.is_file():
        yield Row("longer PDF", _best(lambda: _read(readers, PDF), 2), _best(lambda: _bare_pdf(PDF), 2))


def _table() -> str:
    talk = "設備の更新は来期の予算がついてから考えることになりそうだとのこと。" * 8
    lines = ("応接記録,令和8年11月20日現在", HEADER)
    rows = (
        f'R-{n},012,{n % 500:07},会社{n % 500},R8.{n % 12 + 1}.{n % 28 + 1},訪問,本社,"田辺社長、佐伯部長",設備,"{talk}","（社長）「{talk}」\r\n（部長）「はい」",なし'
        for n in range(ROWS)
    )
    return "\r\n".join((*lines, *rows))


def _read(readers: FileReaders, path: Path) -> None:
    for row in readers.open(SourceFile(path)).rows(_AnyClient()):
        assert row.records, row


def _bare_csv(path: Path) -> None:
    for _ in csv.reader(io.StringIO(path.read_bytes().decode("cp932"), newline="")):
        pass


def _bare_pdf(path: Path) -> None:
    from pypdf import PdfReader

    for page in PdfReader(path).pages:
        page.extract_text()


def _best(work: Callable[[], None], times: int = 3) -> float:
    seconds = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return min(seconds)
