"""CSV and TSV as host systems write them: decoded strictly, quoted cells with line breaks, line numbers of the text."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator

from bankrm.adapters.importing.decoding import decode, even_line_ends
from bankrm.adapters.importing.table import Line
from bankrm.application.ports.readers import FileCorrupt, SourceFile

_DELIMITERS = ",\t;"
_SAMPLE = 20_000


class CsvSheet:
    """One CSV file. Raises EncodingUnreadable and FileCorrupt."""

    def __init__(self, file: SourceFile) -> None:
        self._file = file
        text, self.encoding = decode(file)
        self._text = even_line_ends(text)
        self._delimiter = _delimiter(self._text[:_SAMPLE])

    @property
    def total(self) -> int:
        """Lines of text: the most rows there can be."""
        return self._text.count("\n")

    def lines(self) -> Iterator[Line]:
        """Every record, blank lines left out. Raises FileCorrupt where quotes do not close or a cell is endless."""
        reader = csv.reader(io.StringIO(self._text, newline=""), delimiter=self._delimiter, strict=True)
        start = 1
        try:
            for cells in reader:
                if any(cells):
                    yield Line(start, tuple(cells))
                start = reader.line_num + 1
        except csv.Error as error:
            raise FileCorrupt(path=str(self._file.path), type="csv", line=start) from error


def _delimiter(sample: str) -> str:
    """The most frequent of comma, tab and semicolon outside quotes."""
    counts: Counter[str] = Counter({_DELIMITERS[0]: 0})
    for number, piece in enumerate(sample.split('"')):
        if number % 2 == 0:
            counts.update(char for char in piece if char in _DELIMITERS)
    return counts.most_common(1)[0][0]
