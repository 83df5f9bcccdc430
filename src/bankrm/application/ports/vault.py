"""What the store needs of the vault: the one data key, opened without a person."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol, Self

from bankrm.application.ports.store import StoreError


class Vault(Protocol):
    """Keeps one store's data key (32 bytes) under several wraps in a keys file; the key itself is never written."""

    @property
    def file(self) -> Path:
        """The keys file."""
        ...

    def create(self) -> bytes:
        """Make a data key and write its wraps. Raises KeysExist where there is a keys file already."""
        ...

    def open(self) -> bytes:
        """The data key. Raises a VaultError where no wrap can be opened here."""
        ...

    def wraps(self) -> tuple[str, ...]:
        """Kinds of the wraps in the file (`os`, `passphrase`, or one that a later program knows), in their order."""
        ...

    def at(self, file: Path) -> Self:
        """The same means of opening, on another keys file."""
        ...


class VaultError(StoreError):
    """The data key cannot be had, or not be kept."""

    code = "vault_error"


class KeysMissing(VaultError):
    """There is no keys file (details: path)."""

    code = "keys_missing"


class KeysExist(VaultError):
    """A keys file is there already and is never written over (details: path)."""

    code = "keys_exist"


class KeysDamaged(VaultError):
    """The keys file is no keys file of a known version (details: path, previous: whether the one before is kept)."""

    code = "keys_damaged"


class KeyRefused(VaultError):
    """A wrap was tried and did not open: the passphrase or secret is wrong, or the keys file is damaged (details: path, wraps)."""

    code = "key_refused"


class VaultLocked(VaultError):
    """No wrap could be tried: neither credential store nor passphrase file is at hand (details: path, wraps)."""

    code = "vault_locked"


class CredentialStoreMissing(VaultError):
    """The operating system offers no safe credential store, and no passphrase was given (details: backend)."""

    code = "credential_store_missing"


class PassphraseTooShort(VaultError):
    """Fewer characters than a passphrase needs (details: minimum)."""

    code = "passphrase_too_short"


class PassphraseFileRefused(VaultError):
    """The passphrase file is absent, no plain text file, or readable by others (details: path, reason).

    `reason` is one of `missing`, `not_a_file`, `open_to_others`, `not_text`, `empty`.
    """

    code = "passphrase_file_refused"
