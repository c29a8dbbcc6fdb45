"""Contract of the place where keys of remote services are kept."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from v2m_desktop.core.sensitive import SensitiveText


class SecretPlace(Enum):
    """Where a key is. People are told honestly which of them it is."""

    NOWHERE = "nowhere"
    """There is no key."""
    KEYRING = "keyring"
    """In the system's keyring: it is there after a restart."""
    SESSION = "session"
    """In this process alone: it is gone when the app ends."""


@dataclass(frozen=True, slots=True)
class SecretState:
    """`keyring` is the keyring's name as people know it, "" where there is none that answers."""

    place: SecretPlace = SecretPlace.NOWHERE
    keyring: str = ""


class SecretStore(Protocol):
    """Keys by the name of the service they belong to. Its methods wait, but never longer than 3 s.

    Nothing here raises because a keyring is missing, locked or hangs: the key then lives in this process.
    """

    def state(self, service: str) -> SecretState: ...

    def load(self, service: str) -> SensitiveText:
        """The key, empty if there is none."""
        ...

    def save(self, service: str, secret: SensitiveText) -> SecretState:
        """Keep the key, and say where it is now."""
        ...

    def forget(self, service: str) -> SecretState: ...
