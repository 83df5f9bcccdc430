"""Word files of drafts: A4, black and white, as a bank lays out its papers.

`WordFormat` writes a paper; `layout` decides what stands where; `blocks` draws sections; `page` knows paper, fonts and fields;
`sources` numbers citations; `client_sheet` is the paper that lies before the client; `package` makes the file's bytes depend on the paper alone.
"""

from __future__ import annotations

from bankrm.adapters.exporting.word.client_sheet import lay_out_client_sheet
from bankrm.adapters.exporting.word.layout import lay_out
from bankrm.adapters.exporting.word.package import file_bytes
from bankrm.application.ports.exporting import Paper
from bankrm.domain.recipes import DocumentKindName


class WordFormat:
    """A .docx of one or more drafts of a visit, each as a part, and one list of sources for all; or of one discussion sheet."""

    def render(self, paper: Paper) -> bytes:
        """The file's content; the same paper gives the same bytes."""
        sheet = paper.drafts[0].kind is DocumentKindName.DISCUSSION_SHEET
        return file_bytes(lay_out_client_sheet(paper) if sheet else lay_out(paper))
