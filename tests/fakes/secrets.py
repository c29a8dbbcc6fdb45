"""Keys in a dictionary, with or without a keyring behind it."""

from __future__ import annotations

from v2m_desktop.core.secrets import SecretPlace, SecretState
from v2m_desktop.core.sensitive import SensitiveText


class FakeSecrets:
    """Implements SecretStore.

    `keyring` is the name of the keyring, "" for none. `kept` is what is in it: hand it to a second one to
    play a restart of the app.
    """

    def __init__(self, keyring: str = "", kept: dict[str, SensitiveText] | None = None) -> None:
        self.keyring = keyring
        self.kept = {} if kept is None else kept
        self.session: dict[str, SensitiveText] = {}

    def state(self, service: str) -> SecretState:
        if service in self.session:
            return SecretState(SecretPlace.SESSION, self.keyring)
        place = SecretPlace.KEYRING if self.keyring and service in self.kept else SecretPlace.NOWHERE
        return SecretState(place, self.keyring)

    def load(self, service: str) -> SensitiveText:
        kept = self.kept if self.keyring else {}
        return self.session.get(service) or kept.get(service) or SensitiveText()

    def save(self, service: str, secret: SensitiveText) -> SecretState:
        if not secret:
            return self.forget(service)
        (self.kept if self.keyring else self.session)[service] = secret
        return self.state(service)

    def forget(self, service: str) -> SecretState:
        self.session.pop(service, None)
        if self.keyring:
            self.kept.pop(service, None)
        return self.state(service)
