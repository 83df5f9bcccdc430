"""AES-256-GCM around the data key, bound to its store and kind of wrap; Argon2id makes a key of a passphrase."""

from __future__ import annotations

import secrets
import unicodedata
from dataclasses import dataclass

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
NONCE_BYTES = 12
SALT_BYTES = 16


class Refused(Exception):
    """The key does not open it, or it is damaged."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What Argon2id takes (RFC 9106): 64 MiB, 3 passes, 4 lanes; about 0.2 s on a plain workstation."""

    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 4

    def is_sane(self) -> bool:
        """Whether a file may ask for it: not so little that guessing is cheap, nor so much that opening never ends."""
        return 64 * 1024 <= self.memory_kib <= 1024 * 1024 and 1 <= self.passes <= 16 and 1 <= self.lanes <= 16


def key_of_passphrase(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """32 bytes; the passphrase counts in NFC, so that keyboards and systems agree on its accents and kana."""
    return hash_secret_raw(
        unicodedata.normalize("NFC", passphrase).encode(),
        salt,
        time_cost=cost.passes,
        memory_cost=cost.memory_kib,
        parallelism=cost.lanes,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )


def seal(key: bytes, data_key: bytes, *, store: str, kind: str) -> tuple[bytes, bytes]:
    """Nonce and sealed data key."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce, AESGCM(key).encrypt(nonce, data_key, _bound_to(store, kind))


def unseal(key: bytes, nonce: bytes, sealed: bytes, *, store: str, kind: str) -> bytes:
    """The data key. Raises Refused."""
    try:
        data_key = AESGCM(key).decrypt(nonce, sealed, _bound_to(store, kind))
    except (InvalidTag, ValueError) as error:
        raise Refused from error
    if len(data_key) != KEY_BYTES:
        raise Refused
    return data_key


def _bound_to(store: str, kind: str) -> bytes:
    return f"bankrm.keys/1\n{store}\n{kind}".encode()
