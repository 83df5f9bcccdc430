"""The operating system's credential store: the real Secret Service, and backends that are refused."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, ClassVar

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import chainer, fail, null
from tests.fakes.processes import run

from bankrm.adapters.vault.credentials import OsCredentialStore
from bankrm.adapters.vault.key_vault import KeyVault
from bankrm.application.ports.vault import CredentialStoreMissing


class PlaintextKeyring(KeyringBackend):
    """Stands for keyrings.alt.file: keeps secrets in the clear."""

    priority = 0.5
    kept: ClassVar[dict[tuple[str, str], str]] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password


_REFUSED: list[Any] = [null.Keyring, fail.Keyring, PlaintextKeyring, chainer.ChainerBackend]


@pytest.fixture
def _own_keyring() -> Iterator[None]:
    before = keyring.get_keyring()
    yield
    keyring.set_keyring(before)


@pytest.mark.usefixtures("_own_keyring")
@pytest.mark.parametrize("backend", _REFUSED)
def test_a_backend_that_keeps_nothing_or_keeps_it_in_the_clear_is_refused(
    tmp_path: Path, backend: Callable[[], KeyringBackend], monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = backend()
    if isinstance(chosen, chainer.ChainerBackend):
        monkeypatch.setattr(chainer.ChainerBackend, "backends", [refused() for refused in _REFUSED[:3]])
    keyring.set_keyring(chosen)
    with pytest.raises(CredentialStoreMissing):
        KeyVault(tmp_path / "store.keys", OsCredentialStore()).create()
    assert not (tmp_path / "store.keys").exists()
    assert not PlaintextKeyring.kept


_IN_A_SESSION = """
import pathlib, sys
from bankrm.adapters.store.store import Store
from bankrm.adapters.vault.key_vault import KeyVault
from bankrm.application.ports.vault import VaultLocked
from tests.fakes.records import SOURCE, a_client
import keyring
home = pathlib.Path(sys.argv[1])
with Store.create(home, KeyVault.of_environment(home, {})) as store:
    print(*store.info().wraps)
    with store.unit_of_work() as work:
        work.records.put(a_client(), SOURCE)
        work.commit()
vault = KeyVault.of_environment(home, {})
with Store.open(home, vault) as store, store.unit_of_work() as work:
    print(len(work.records.clients()))
from bankrm.adapters.vault.keys_file import read_keys
keyring.delete_password("BankRM", read_keys(vault.file).wraps[0]["entry"])
try:
    Store.open(home, vault)
except VaultLocked as error:
    print(error.code)
"""


def test_a_real_secret_service_opens_the_store_without_a_person(tmp_path: Path) -> None:
    missing = [tool for tool in ("dbus-run-session", "gnome-keyring-daemon") if not shutil.which(tool)]
    if missing:
        pytest.skip(f"no {missing[0]} here")
    unlock = 'printf login | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1 && "$@"'
    said = run(
        _IN_A_SESSION,
        tmp_path / "home",
        prefix=("dbus-run-session", "--", "sh", "-c", unlock, "sh"),
        HOME=str(tmp_path),
        XDG_DATA_HOME=str(tmp_path / "data"),
        XDG_RUNTIME_DIR=str(tmp_path),
        PYTHON_KEYRING_BACKEND="keyring.backends.SecretService.Keyring",
    )
    assert said.split() == ["os", "1", "vault_locked"]
