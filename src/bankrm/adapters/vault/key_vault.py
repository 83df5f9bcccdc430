"""The vault: makes a store's data key, and opens it by the OS credential store or else by the passphrase file."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from bankrm.adapters.vault.credentials import CredentialStore, OsCredentialStore
from bankrm.adapters.vault.keys_file import Keys, Wrap, read_keys, to_bytes, to_text, write_keys
from bankrm.adapters.vault.passphrase_file import VARIABLE, read_passphrase, require_strength
from bankrm.adapters.vault.sealing import KEY_BYTES, SALT_BYTES, Cost, Refused, key_of_passphrase, seal, unseal
from bankrm.application.ports.vault import CredentialStoreMissing, KeyRefused, KeysExist, VaultLocked
from bankrm.domain.ids import new_uuid7

OS, PASSPHRASE = "os", "passphrase"


@dataclass(frozen=True, slots=True)
class KeyVault:
    """One keys file, and what is at hand to open it: a credential store, a passphrase file, or both (the first goes first)."""

    file: Path
    credentials: CredentialStore | None = None
    passphrase_file: Path | None = None
    typed: str | None = field(default=None, repr=False)

    @classmethod
    def of_environment(cls, home: Path, environment: Mapping[str, str]) -> KeyVault:
        """The vault of a home as this session may open it: the OS credential store, else BANKRM_PASSPHRASE_FILE."""
        named = environment.get(VARIABLE)
        return cls(home / "store.keys", OsCredentialStore(), Path(named) if named else None)

    def at(self, file: Path) -> KeyVault:
        """The same means, on another keys file."""
        return replace(self, file=file)

    def with_passphrase(self, typed: str) -> KeyVault:
        """The same vault, with a passphrase that a person typed in place of the file's."""
        return replace(self, typed=typed)

    def create(self) -> bytes:
        """Make a data key and wrap it by every means at hand.

        Raises KeysExist, PassphraseTooShort, PassphraseFileRefused, and CredentialStoreMissing where there is no means at all.
        """
        if self.file.exists():
            raise KeysExist(path=str(self.file))
        data_key = secrets.token_bytes(KEY_BYTES)
        write_keys(self.file, self._wrapped(Keys(new_uuid7(), ()), data_key))
        return data_key

    def open(self) -> bytes:
        """The data key.

        Raises KeysMissing, KeysDamaged, VaultLocked where no wrap can be tried here, and KeyRefused where one was tried
        and did not open: a wrong passphrase or secret cannot be told from a damaged file.
        """
        keys = read_keys(self.file)
        told = {"path": str(self.file), "wraps": [str(wrap["kind"]) for wrap in keys.wraps]}
        tried = False
        for attempt in self._attempts(keys):
            tried = True
            try:
                return attempt()
            except (Refused, ValueError):  # ValueError: a field of the wrap is not what it must be
                continue
        raise KeyRefused(**told) if tried else VaultLocked(**told)

    def rewrap(self) -> None:
        """Open the data key and wrap it anew by every means at hand; the key itself stays, and so does the store."""
        data_key = self.open()
        write_keys(self.file, self._wrapped(read_keys(self.file), data_key))

    def wraps(self) -> tuple[str, ...]:
        """Kinds of the wraps in the file."""
        return tuple(str(wrap["kind"]) for wrap in read_keys(self.file).wraps)

    def _wrapped(self, keys: Keys, data_key: bytes) -> Keys:
        """Every means at hand adds its wrap; a credential store that does not answer is passed over where there is a passphrase."""
        told = self._passphrase()
        passphrase = require_strength(told) if told is not None else None
        if self.credentials:
            try:
                keys = keys.with_wrap(_os_wrap(self.credentials, keys.store, data_key))
            except CredentialStoreMissing:
                if passphrase is None:
                    raise
        elif passphrase is None:
            raise CredentialStoreMissing(backend="")
        return keys.with_wrap(_passphrase_wrap(passphrase, keys.store, data_key)) if passphrase else keys

    def _attempts(self, keys: Keys) -> Iterator[Callable[[], bytes]]:
        os_wrap, passphrase_wrap = keys.of_kind(OS), keys.of_kind(PASSPHRASE)
        secret = self._os_secret(os_wrap) if os_wrap else None
        if os_wrap and secret:
            yield lambda: _unwrap(bytes.fromhex(secret), os_wrap, keys.store)
        passphrase = self._passphrase() if passphrase_wrap else None
        if passphrase_wrap and passphrase is not None:
            yield lambda: _unwrap(_key_of(passphrase, passphrase_wrap), passphrase_wrap, keys.store)

    def _passphrase(self) -> str | None:
        """What was typed, else what stands in the file; None where there is neither."""
        if self.typed is not None or self.passphrase_file is None:
            return self.typed
        return read_passphrase(self.passphrase_file)

    def _os_secret(self, wrap: Wrap) -> str | None:
        if self.credentials is None:
            return None
        try:
            return self.credentials.get(str(wrap.get("entry")))
        except CredentialStoreMissing:
            return None


def _os_wrap(credentials: CredentialStore, store: str, data_key: bytes) -> Wrap:
    entry, secret = new_uuid7(), secrets.token_bytes(KEY_BYTES)
    credentials.set(entry, secret.hex())
    nonce, sealed = seal(secret, data_key, store=store, kind=OS)
    return {"kind": OS, "entry": entry, "nonce": to_text(nonce), "sealed": to_text(sealed)}


def _passphrase_wrap(passphrase: str, store: str, data_key: bytes) -> Wrap:
    salt, cost = secrets.token_bytes(SALT_BYTES), Cost()
    nonce, sealed = seal(key_of_passphrase(passphrase, salt, cost), data_key, store=store, kind=PASSPHRASE)
    return {
        "kind": PASSPHRASE,
        "kdf": "argon2id",
        "memory_kib": cost.memory_kib,
        "passes": cost.passes,
        "lanes": cost.lanes,
        "salt": to_text(salt),
        "nonce": to_text(nonce),
        "sealed": to_text(sealed),
    }


def _key_of(passphrase: str, wrap: Wrap) -> bytes:
    parameters = [wrap.get(name) for name in ("memory_kib", "passes", "lanes")]
    salt = to_bytes(wrap, "salt")
    if wrap.get("kdf") != "argon2id" or len(salt) < SALT_BYTES or not all(type(value) is int for value in parameters):
        raise ValueError("kdf")
    cost = Cost(*(int(value or 0) for value in parameters))
    if not cost.is_sane():
        raise ValueError("cost")
    return key_of_passphrase(passphrase, salt, cost)


def _unwrap(key: bytes, wrap: Wrap, store: str) -> bytes:
    return unseal(key, to_bytes(wrap, "nonce"), to_bytes(wrap, "sealed"), store=store, kind=str(wrap["kind"]))
