"""Errors that the world or a rule causes; each carries data, its sentences stand in the catalogue of the screen that shows it.

ExpectedError
 ├─ NotFound            no such client, visit, draft
 ├─ StoreError          the encrypted store and its key: missing, locked, not ours, newer than the program
 ├─ ImportRefused       a file as a whole cannot be read (a bad row is a finding, not an error)
 ├─ PolicyError         settings of IT or the user that cannot be used
 ├─ BundleError         a language model's bundle: not as it must be, not there, not writable
 ├─ ModelError          a language model that cannot be loaded, or failed
 ├─ EditRefused         an edit that makes no sense, or (EditConflict, StateConflict) was made on other content, or in another state
 ├─ NotPossibleInState  no way leads from a draft's state to another; NotReleased, SubmitBlocked: something must come first
 ├─ RecordEmpty, RecordWarned, NotConfirmed, MemoConflict, RecordUnencodable   a record that cannot be kept, or leave, so
 └─ ExportRefused       a document that may not, or cannot, be written
"""

from __future__ import annotations


class ExpectedError(Exception):
    """The world or a rule said no. `code` names the sentence in the catalogue, `details` fill it in.

    Details never hold customer text: codes, counts, ids and paths that the user typed.
    """

    code = "expected"

    def __init__(self, **details: object) -> None:
        super().__init__(self.code)
        self.details = details


class NotFound(ExpectedError):
    """No such client, visit or draft: `what` and the `id` that was asked for."""

    code = "not_found"
