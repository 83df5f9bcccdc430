"""Word files of drafts: A4, black and white, as a bank lays out its papers.

`WordFormat` writes a paper; `layout` decides what stands where; `blocks` draws sections; `page` knows paper, fonts and fields;
`sources` numbers citations; `package` makes the file's bytes depend on the paper alone.
"""

from __future__ import annotations

from bankrm.adapters.exporting.word.layout import lay_out
from bankrm.adapters.exporting.word.package import file_bytes
from bankrm.application.ports.exporting import Paper


class WordFormat:
    """A .docx of one or more drafts of a visit, each as a part, and one list of sources for all."""

    def render(self, paper: Paper) -> bytes:
        """The file's content; the same paper gives the same bytes."""
        return file_bytes(lay_out(paper))
