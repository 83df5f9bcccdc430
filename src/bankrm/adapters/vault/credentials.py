"""The operating system's credential store, through `keyring`; backends that keep nothing, or keep it in the clear, are refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from bankrm.application.ports.vault import CredentialStoreMissing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from keyring.backend import KeyringBackend

SERVICE = "BankRM"
_SAFE = frozenset(
    {
        "keyring.backends.SecretService",
        "keyring.backends.libsecret",
        "keyring.backends.kwallet",
        "keyring.backends.macOS",
        "keyring.backends.Windows",
    }
)


class CredentialStore(Protocol):
    """Keeps secrets of the logged-in user by name."""

    def get(self, name: str) -> str | None:
        """The secret, None where there is none. Raises CredentialStoreMissing where the store does not answer."""
        ...

    def set(self, name: str, secret: str) -> None:
        """Keep a secret. Raises CredentialStoreMissing where it is not kept."""
        ...


class OsCredentialStore:
    """Secret Service, KWallet, macOS Keychain or Windows Credential Manager: whichever `keyring` finds and is known to be safe."""

    def get(self, name: str) -> str | None:
        """The secret under that name."""
        from keyring.errors import KeyringError

        backend = _safe_backend()
        try:
            return backend.get_password(SERVICE, name)
        except (KeyringError, OSError) as error:
            raise CredentialStoreMissing(backend=type(backend).__module__) from error

    def set(self, name: str, secret: str) -> None:
        """Keep a secret, and prove that it is kept."""
        from keyring.errors import KeyringError

        backend = _safe_backend()
        try:
            backend.set_password(SERVICE, name, secret)
            kept = backend.get_password(SERVICE, name)
        except (KeyringError, OSError) as error:
            raise CredentialStoreMissing(backend=type(backend).__module__) from error
        if kept != secret:
            raise CredentialStoreMissing(backend=type(backend).__module__)


def _safe_backend() -> KeyringBackend:
    """The first safe one of what keyring would use. Raises CredentialStoreMissing: null, fail and plaintext files are none."""
    import keyring

    chosen = keyring.get_keyring()
    behind: Iterable[KeyringBackend] = getattr(chosen, "backends", ())
    for backend in (chosen, *behind):
        module = type(backend).__module__
        if module in _SAFE:
            if module == "keyring.backends.Windows":
                setattr(backend, "persist", "local machine")  # noqa: B010 – else the secret roams with the user's profile
            return backend
    raise CredentialStoreMissing(backend=f"{type(chosen).__module__}.{type(chosen).__name__}")
