"""One data key under several wraps: what opens it, what does not, and what is never on disk."""

from __future__ import annotations

import json
import os
import stat
import unicodedata
from base64 import b64encode
from pathlib import Path
from typing import Any

import pytest

from bankrm.adapters.vault.credentials import CredentialStore
from bankrm.adapters.vault.key_vault import KeyVault
from bankrm.adapters.vault.keys_file import previous_of
from bankrm.application.ports.store import StoreDiskFull, StoreError
from bankrm.application.ports.vault import (
    CredentialStoreMissing,
    KeyRefused,
    KeysDamaged,
    KeysExist,
    KeysMissing,
    PassphraseFileRefused,
    PassphraseTooShort,
    VaultLocked,
)

PASSPHRASE = "正しい 馬 電池 ホチキス"


class MemoryCredentials:
    """A credential store that keeps secrets in memory."""

    def __init__(self) -> None:
        self.secrets: dict[str, str] = {}

    def get(self, name: str) -> str | None:
        return self.secrets.get(name)

    def set(self, name: str, secret: str) -> None:
        self.secrets[name] = secret


class NoCredentials:
    """A credential store that does not answer."""

    def get(self, name: str) -> str | None:  # noqa: ARG002
        raise CredentialStoreMissing(backend="none")

    def set(self, name: str, secret: str) -> None:  # noqa: ARG002
        raise CredentialStoreMissing(backend="none")


def passphrase_file(folder: Path, passphrase: str = PASSPHRASE, name: str = "passphrase") -> Path:
    file = folder / name
    file.write_text(passphrase + "\n", encoding="utf-8")
    file.chmod(0o600)
    return file


def a_vault(folder: Path, credentials: CredentialStore | None = None, passphrase: Path | None = None) -> KeyVault:
    return KeyVault(folder / "store.keys", credentials, passphrase)


def told(vault: KeyVault) -> Any:
    return json.loads(vault.file.read_text(encoding="utf-8"))


def rewrite(vault: KeyVault, content: Any) -> None:
    vault.file.write_text(json.dumps(content), encoding="utf-8")


def test_a_passphrase_opens_what_it_closed(tmp_path: Path) -> None:
    vault = a_vault(tmp_path, passphrase=passphrase_file(tmp_path))
    key = vault.create()
    assert len(key) == 32
    assert vault.open() == key
    assert vault.wraps() == ("passphrase",)


def test_the_passphrase_wrap_costs_what_the_design_says(tmp_path: Path) -> None:
    vault = a_vault(tmp_path, passphrase=passphrase_file(tmp_path))
    vault.create()
    (wrap,) = told(vault)["wraps"]
    assert {name: wrap[name] for name in ("kdf", "memory_kib", "passes", "lanes")} == {
        "kdf": "argon2id",
        "memory_kib": 65536,
        "passes": 3,
        "lanes": 4,
    }


def test_the_credential_store_opens_without_a_passphrase(tmp_path: Path) -> None:
    credentials = MemoryCredentials()
    vault = a_vault(tmp_path, credentials)
    key = vault.create()
    assert vault.wraps() == ("os",)
    assert a_vault(tmp_path, credentials).open() == key


def test_with_both_means_either_opens(tmp_path: Path) -> None:
    credentials, file = MemoryCredentials(), passphrase_file(tmp_path)
    key = a_vault(tmp_path, credentials, file).create()
    assert a_vault(tmp_path, credentials).open() == key
    assert a_vault(tmp_path, None, file).open() == key
    assert a_vault(tmp_path, NoCredentials(), file).open() == key
    credentials.secrets.clear()  # a lost entry offers the passphrase
    assert a_vault(tmp_path, credentials, file).open() == key


def test_where_the_credential_store_does_not_answer_the_passphrase_alone_closes(tmp_path: Path) -> None:
    vault = a_vault(tmp_path, NoCredentials(), passphrase_file(tmp_path))
    vault.create()
    assert vault.wraps() == ("passphrase",)


@pytest.mark.parametrize("credentials", [None, NoCredentials()])
def test_without_any_means_nothing_is_created(tmp_path: Path, credentials: CredentialStore | None) -> None:
    with pytest.raises(CredentialStoreMissing):
        a_vault(tmp_path, credentials).create()
    assert list(tmp_path.iterdir()) == []


def test_two_stores_keep_their_secrets_apart(tmp_path: Path) -> None:
    credentials = MemoryCredentials()
    vaults = [KeyVault(tmp_path / name, credentials) for name in ("a.keys", "b.keys")]
    keys = [vault.create() for vault in vaults]
    assert [vault.open() for vault in vaults] == keys
    assert len({*keys, *credentials.secrets.values()}) == 4


def test_no_key_stands_in_the_file_in_any_writing(tmp_path: Path) -> None:
    credentials = MemoryCredentials()
    vault = a_vault(tmp_path, credentials, passphrase_file(tmp_path))
    key = vault.create()
    content = vault.file.read_bytes()
    for secret in (key, *map(bytes.fromhex, credentials.secrets.values())):
        assert not any(form in content for form in (secret, secret.hex().encode(), b64encode(secret)))
    assert PASSPHRASE.encode() not in content
    assert repr(key) not in repr(vault)


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX")
def test_only_the_owner_may_read_the_keys(tmp_path: Path) -> None:
    vault = a_vault(tmp_path, MemoryCredentials())
    vault.create()
    vault.rewrap()
    for file in (vault.file, previous_of(vault.file)):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_wrong_passphrase_is_refused(tmp_path: Path) -> None:
    a_vault(tmp_path, passphrase=passphrase_file(tmp_path)).create()
    wrong = passphrase_file(tmp_path, PASSPHRASE + "x", "wrong")
    with pytest.raises(KeyRefused) as caught:
        a_vault(tmp_path, passphrase=wrong).open()
    assert caught.value.details["wraps"] == ["passphrase"]
    assert PASSPHRASE not in str(caught.value.details)


def test_without_means_at_hand_the_vault_is_locked(tmp_path: Path) -> None:
    a_vault(tmp_path, MemoryCredentials()).create()
    for credentials in (None, NoCredentials(), MemoryCredentials()):
        with pytest.raises(VaultLocked):
            a_vault(tmp_path, credentials, passphrase_file(tmp_path)).open()


def test_a_damaged_wrap_is_refused_like_a_wrong_key(tmp_path: Path) -> None:
    credentials = MemoryCredentials()
    vault = a_vault(tmp_path, credentials)
    vault.create()
    sound = told(vault)
    changes: list[dict[str, object]] = [
        {"sealed": "AAAA" + sound["wraps"][0]["sealed"][4:]},
        {"sealed": ""},
        {"sealed": None},
        {"sealed": "not base64!"},
        {"nonce": "AAAAAAAAAAAAAAAA"},
        {"nonce": ""},
    ]
    for change in changes:
        rewrite(vault, {**sound, "wraps": [{**sound["wraps"][0], **change}]})
        with pytest.raises(KeyRefused):
            vault.open()
    rewrite(vault, {**sound, "store": "another store"})
    with pytest.raises(KeyRefused):
        vault.open()


@pytest.mark.parametrize(
    "change",
    [{"memory_kib": 8}, {"memory_kib": 2**40}, {"passes": 0}, {"lanes": "4"}, {"kdf": "md5"}, {"salt": "AAAA"}],
)
def test_a_file_cannot_ask_for_a_cheap_or_an_endless_derivation(tmp_path: Path, change: dict[str, object]) -> None:
    vault = a_vault(tmp_path, passphrase=passphrase_file(tmp_path))
    rewrite(vault, {"format": "bankrm.keys/1", "store": "s", "wraps": [{**_A_WRAP, **change}]})
    with pytest.raises(KeyRefused):
        vault.open()


_A_WRAP = {
    "kind": "passphrase",
    "kdf": "argon2id",
    "memory_kib": 65536,
    "passes": 3,
    "lanes": 4,
    "salt": b64encode(bytes(16)).decode(),
    "nonce": b64encode(bytes(12)).decode(),
    "sealed": b64encode(bytes(48)).decode(),
}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b"null",
        b'{"format": "bankrm.keys/2", "store": "s", "wraps": []}',
        b'{"format": "bankrm.keys/1", "store": 1, "wraps": []}',
        b'{"format": "bankrm.keys/1", "store": "s", "wraps": [1]}',
        b'{"format": "bankrm.keys/1", "store": "s", "wraps": [{}]}',
        b"[" * 100_000,
    ],
)
def test_what_is_no_keys_file_is_named_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    vault = a_vault(tmp_path, MemoryCredentials())
    vault.file.write_bytes(content)
    with pytest.raises(KeysDamaged) as caught:
        vault.open()
    assert caught.value.details["previous"] is False
    with pytest.raises(KeysExist):
        vault.create()
    assert vault.file.read_bytes() == content


def test_a_missing_keys_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(KeysMissing):
        a_vault(tmp_path, MemoryCredentials()).open()


def test_rewrapping_keeps_the_key_the_previous_file_and_wraps_of_later_programs(tmp_path: Path) -> None:
    credentials = MemoryCredentials()
    vault = a_vault(tmp_path, credentials)
    key = vault.create()
    escrow = {"kind": "escrow", "custodians": ["age1…", "age1…"], "halves": ["…", "…"]}
    content = told(vault)
    rewrite(vault, {**content, "wraps": [escrow, *content["wraps"]]})
    before = vault.file.read_bytes()
    both = a_vault(tmp_path, credentials, passphrase_file(tmp_path))
    both.rewrap()
    assert both.open() == key
    assert set(both.wraps()) == {"escrow", "os", "passphrase"}
    assert escrow in told(vault)["wraps"]
    assert previous_of(vault.file).read_bytes() == before
    assert a_vault(tmp_path, None, both.passphrase_file).open() == key


def test_a_keys_file_with_only_unknown_wraps_is_locked(tmp_path: Path) -> None:
    vault = a_vault(tmp_path, MemoryCredentials(), passphrase_file(tmp_path))
    rewrite(vault, {"format": "bankrm.keys/1", "store": "s", "wraps": [{"kind": "os+pin"}, {"kind": "escrow"}]})
    with pytest.raises(VaultLocked) as caught:
        vault.open()
    assert caught.value.details["wraps"] == ["os+pin", "escrow"]


class StoppedError(Exception):
    """Stands for the end of the process."""


@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize("after", range(4))
def test_stopped_at_any_step_of_a_change_the_key_still_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, after: int
) -> None:
    credentials = MemoryCredentials()
    vault = a_vault(tmp_path, credentials)
    key = vault.create()
    real, calls = getattr(os if step == "fsync" else Path, step), [0]

    def stopping(*arguments: Any) -> Any:
        calls[0] += 1
        if calls[0] > after:
            raise StoppedError
        return real(*arguments)

    with monkeypatch.context() as stopped:
        stopped.setattr(os if step == "fsync" else Path, step, stopping)
        try:
            vault.rewrap()
        except StoppedError:
            assert calls[0] == after + 1
    assert vault.open() == key
    vault.rewrap()
    assert vault.open() == key


def test_a_full_disk_keeps_the_old_keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vault = a_vault(tmp_path, MemoryCredentials())
    key = vault.create()
    before = vault.file.read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as limited:
        limited.setattr(os, "fsync", full)
        with pytest.raises(StoreDiskFull):
            vault.rewrap()
    assert vault.file.read_bytes() == before
    assert vault.open() == key


@pytest.mark.parametrize("passphrase", ["short", "elevenchars", "十一文字の合言葉だった"])
def test_a_passphrase_needs_twelve_characters(tmp_path: Path, passphrase: str) -> None:
    vault = a_vault(tmp_path, MemoryCredentials(), passphrase_file(tmp_path, passphrase))
    with pytest.raises(PassphraseTooShort):
        vault.create()
    assert not vault.file.exists()


def test_a_passphrase_means_the_same_however_its_characters_are_composed(tmp_path: Path) -> None:
    composed = "ガギグゲゴパピプペポザジ"
    decomposed = unicodedata.normalize("NFD", composed)
    key = a_vault(tmp_path, passphrase=passphrase_file(tmp_path, composed)).create()
    assert a_vault(tmp_path, passphrase=passphrase_file(tmp_path, decomposed, "other")).open() == key


def refusal_of(file: Path) -> object:
    with pytest.raises(PassphraseFileRefused) as caught:
        a_vault(file.parent, passphrase=file).create()
    return caught.value.details["reason"]


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX")
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o644, 0o620, 0o601])
def test_a_passphrase_file_open_to_others_is_refused(tmp_path: Path, mode: int) -> None:
    file = passphrase_file(tmp_path)
    file.chmod(mode)
    assert refusal_of(file) == "open_to_others"


def test_what_is_no_passphrase_file_is_refused(tmp_path: Path) -> None:
    assert refusal_of(tmp_path / "absent") == "missing"
    assert refusal_of(passphrase_file(tmp_path, "")) == "empty"
    broken = passphrase_file(tmp_path)
    broken.write_bytes(b"\xff\xfe\x00binary")
    assert refusal_of(broken) == "not_text"
    folder = tmp_path / "folder"
    folder.mkdir(mode=0o700)
    assert refusal_of(folder) == "not_a_file"


def test_the_environment_names_the_passphrase_file(tmp_path: Path) -> None:
    vault = KeyVault.of_environment(tmp_path, {"BANKRM_PASSPHRASE_FILE": str(tmp_path / "p")})
    assert (vault.file, vault.passphrase_file) == (tmp_path / "store.keys", tmp_path / "p")
    assert KeyVault.of_environment(tmp_path, {}).passphrase_file is None


def test_every_refusal_is_an_expected_error_with_its_own_code() -> None:
    kinds = [
        CredentialStoreMissing,
        KeyRefused,
        KeysDamaged,
        KeysExist,
        KeysMissing,
        PassphraseFileRefused,
        PassphraseTooShort,
        VaultLocked,
    ]
    assert len({kind.code for kind in kinds}) == len(kinds)
    assert all(issubclass(kind, StoreError) for kind in kinds)
