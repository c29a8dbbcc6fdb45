"""Keys of remote services in the system's keyring, on a thread that may hang without hurting anybody."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from typing import Generic, TypeVar

from v2m_desktop.core.secrets import SecretPlace, SecretState
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.os_integration.keyring_backends import Backend, NamedKeyring, find_keyring

log = logging.getLogger(__name__)
T = TypeVar("T")

SERVICE = "voice2machine"
"""What our entries in the keyring are filed under; their user name is the remote service."""
DEADLINE_SECONDS = 3.0
ABSENT_REST_SECONDS = 60.0
REFUSED_REST_SECONDS = 900.0
"""So long a keyring that is not there, hung or refused is not asked again, unless a key is to be kept or
forgotten. A locked one asks for its password in a window that takes the focus from the one dictated into."""


class KeyringSecrets:
    """Implements SecretStore.

    Each call of the keyring, even the search for one, gets a thread of its own, but never a second one while
    the first still hangs. A key that the keyring did not take is kept in `_session`, and so is the wish to
    forget one, as an empty text.
    """

    def __init__(
        self,
        find: Callable[[], NamedKeyring | None] = find_keyring,
        *,
        deadline: float = DEADLINE_SECONDS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._find = find
        self._deadline = deadline
        self._clock = clock
        self._turn = threading.Lock()
        self._guard = threading.Lock()
        self._session: dict[str, SensitiveText] = {}
        self._name = ""
        self._rest_until = 0.0
        self._thread: threading.Thread | None = None

    def state(self, service: str) -> SecretState:
        found = self._ask(lambda backend: self._read(backend, service), patient=False)
        wish = self._wish(service)
        if wish:
            return SecretState(SecretPlace.SESSION, self._name)
        return SecretState(SecretPlace.KEYRING if found and wish is None else SecretPlace.NOWHERE, self._name)

    def load(self, service: str) -> SensitiveText:
        wish = self._wish(service)
        if wish is not None:
            return wish
        found = self._ask(lambda backend: self._read(backend, service), patient=False)
        return found or self._wish(service) or SensitiveText()

    def save(self, service: str, secret: SensitiveText) -> SecretState:
        if not secret:
            return self.forget(service)
        self._want(service, secret)
        kept = self._ask(lambda backend: self._store(backend, service, secret), patient=True)
        return SecretState(SecretPlace.KEYRING if kept else SecretPlace.SESSION, self._name)

    def forget(self, service: str) -> SecretState:
        self._want(service, SensitiveText())
        self._ask(lambda backend: self._remove(backend, service), patient=True)
        return SecretState(SecretPlace.NOWHERE, self._name)

    def _wish(self, service: str) -> SensitiveText | None:
        with self._guard:
            return self._session.get(service)

    def _want(self, service: str, secret: SensitiveText) -> None:
        with self._guard:
            self._session[service] = secret

    def _granted(self, service: str, wish: SensitiveText) -> bool:
        """Drop a wish that came true. False: something else was wished for meanwhile."""
        with self._guard:
            if self._session.get(service) is not wish:
                return False
            del self._session[service]
            return True

    def _read(self, backend: Backend, service: str) -> SensitiveText:
        wish = self._wish(service)
        if wish is not None and not wish:
            self._remove(backend, service)
        return SensitiveText(backend.get_password(SERVICE, service) or "")

    def _store(self, backend: Backend, service: str, secret: SensitiveText) -> bool:
        """Keep the key, and prove it. May end long after its caller gave up, and the user thought anew."""
        backend.set_password(SERVICE, service, secret.reveal())
        if backend.get_password(SERVICE, service) != secret.reveal():
            return False
        granted = self._granted(service, secret)
        if not granted:
            _delete(backend, service)
        return granted

    def _remove(self, backend: Backend, service: str) -> None:
        wish = self._wish(service)
        _delete(backend, service)
        if wish is not None and not wish:
            self._granted(service, wish)

    def _ask(self, work: Callable[[Backend], T], *, patient: bool) -> T | None:
        """What `work` returns, or None: no keyring, or it refused, or it did not answer in time.

        `patient` asks even a keyring that just hung or refused, though never one that hangs right now.
        """
        until = time.monotonic() + self._deadline
        if not self._turn.acquire(timeout=self._deadline):
            return None
        try:
            busy = self._thread is not None and self._thread.is_alive()
            if busy or (not patient and self._clock() < self._rest_until):
                return None
            errand = _Errand(work)
            self._thread = threading.Thread(target=self._run, args=(errand,), name="keyring", daemon=True)
            self._thread.start()
            self._thread.join(max(0.0, until - time.monotonic()))
            if self._thread.is_alive():
                log.warning("The keyring does not answer; keys are kept for this session only.")
                self._name = ""
                self._rest_until = self._clock() + ABSENT_REST_SECONDS
                return None
            return errand.answer
        finally:
            self._turn.release()

    def _run(self, errand: _Errand[T]) -> None:
        """In the thread. A refusal is known by its kind alone: its text may hold anything."""
        name, rest_until = "", self._clock() + ABSENT_REST_SECONDS
        try:
            keyring = self._find()
            if keyring is not None:
                name = keyring.name
                errand.answer = errand.work(keyring.backend)
                rest_until = 0.0
        except Exception as error:  # noqa: BLE001  (back ends raise their own errors, and those of their libraries)
            log.info("The keyring refused: %s", type(error).__name__)
            rest_until = self._clock() + REFUSED_REST_SECONDS
        self._name, self._rest_until = name, rest_until


class _Errand(Generic[T]):
    """One request, and the answer once there is one."""

    def __init__(self, work: Callable[[Backend], T]) -> None:
        self.work = work
        self.answer: T | None = None


def _delete(backend: Backend, service: str) -> None:
    """Back ends raise when there is nothing to delete."""
    if backend.get_password(SERVICE, service) is not None:
        backend.delete_password(SERVICE, service)
