"""Which keyring this system has, by way of the keyring library."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

log = logging.getLogger(__name__)


class Backend(Protocol):
    """The part of keyring's back ends that is used. Each method may raise anything, or never return."""

    def get_password(self, service: str, username: str) -> str | None: ...

    def set_password(self, service: str, username: str, password: str) -> None: ...

    def delete_password(self, service: str, username: str) -> None: ...


@dataclass(frozen=True, slots=True)
class NamedKeyring:
    """A back end, and the name by which people know it."""

    name: str
    backend: Backend


def find_keyring(platform: str = sys.platform) -> NamedKeyring | None:
    """The keyring of this platform, None if there is none. May hang.

    Back ends are named here instead of being searched for: a frozen app has no entry points to search, and
    none that is found may be one that writes plain text.
    """
    makers = {"win32": (_windows,), "darwin": (_macos,)}.get(platform, (_secret_service, _kwallet))
    for maker in makers:
        try:
            return maker()
        except Exception as error:  # noqa: BLE001  (a back end that does not fit says so in its own way)
            log.debug("no keyring by %s: %s", maker.__name__, type(error).__name__)
    return None


def _secret_service() -> NamedKeyring:
    from keyring.backends.SecretService import Keyring

    return NamedKeyring("Secret Service", _viable(Keyring))


def _kwallet() -> NamedKeyring:
    from keyring.backends.kwallet import DBusKeyring

    return NamedKeyring("KWallet", _viable(DBusKeyring))


def _windows() -> NamedKeyring:
    from keyring.backends.Windows import WinVaultKeyring

    return NamedKeyring("Windows Credential Manager", _viable(WinVaultKeyring))


def _macos() -> NamedKeyring:
    from keyring.backends.macOS import Keyring

    return NamedKeyring("macOS Keychain", _viable(Keyring))


def _viable(kind: Callable[[], Backend]) -> Backend:
    """A back end of this kind. Asking for its priority raises where it cannot work."""
    _ = kind.priority  # type: ignore[attr-defined]
    return kind()
