"""Keys through the RemoteDesktop portal: the user allows it once, and a token restores it from then on."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from enum import Enum
from pathlib import Path

from v2m_desktop.core.errors import DeliveryError, KeysNotAllowedError
from v2m_desktop.os_integration.bus_connection import Why
from v2m_desktop.os_integration.key_tools import HalfSentError, Press
from v2m_desktop.os_integration.portal_keyboard import Edge, KeyJob, PortalKeyboard
from v2m_desktop.os_integration.portal_look import PortalLook
from v2m_desktop.os_integration.restore_token import RestoreToken
from v2m_desktop.os_integration.x11_keyboard import keysym_of

CONSENT_S = 300.0
"""For the user to answer the desktop's question."""

BEGIN_S = 2.0
"""Keys that cannot be sent so soon are not sent at all."""

_MODIFIERS = {"ctrl": "Control_L", "shift": "Shift_L", "alt": "Alt_L", "super": "Super_L"}


class NoKeys(Enum):
    """Why the portal sends no keys; the value is for the user."""

    NOT_ALLOWED = (
        "The desktop has not allowed the app to press keys yet: allow it under Delivery in the settings."
    )
    ASKING = "The desktop is asking whether the app may press keys: answer its question."
    ABSENT = "This desktop has no RemoteDesktop portal, through which an app could press keys."
    DENIED = "The desktop did not allow the app to press keys: allow it under Delivery in the settings."
    SILENT = "The desktop did not answer when it was asked to let the app press keys."
    GONE = "The desktop no longer lets the app press keys: allow it again under Delivery in the settings."
    FAILED = "The desktop could not let the app press keys."


class PortalKeys:
    """A KeyTool on the portal. One thread calls it; `ask` answers on another.

    The desktop's question comes only from `ask`. Where the user said yes before, `probe` has the session
    restored, so that it is there before keys are wanted.
    """

    name = "RemoteDesktop portal"

    def __init__(self, token_file: Path, address: str, consent_s: float = CONSENT_S) -> None:
        """`token_file` lies in a folder that exists; `address` of the session bus, "" if there is none."""
        self._token = RestoreToken(token_file)
        self._address = address
        self._look = PortalLook(address)
        self._consent_s = consent_s
        self._keyboard: PortalKeyboard | None = None
        self._job: KeyJob | None = None
        self._lock = threading.Lock()  # of the next one
        self._refusal: Why | None = None

    def probe(self) -> DeliveryError | None:
        """What is not known at once may be known at the next question."""
        keyboard = self._living()
        if keyboard is not None:
            return None if keyboard.granted or keyboard.restoring else _error(NoKeys.ASKING)
        with self._lock:
            why = self._refusal
        token = self._token.read()
        if why is None:
            why = self._look.why_not()
            if why is Why.SILENT and token:
                why = None  # the session finds out
        if why is not None:
            return _error(NoKeys[why.name])
        if not token:
            return _error(NoKeys.NOT_ALLOWED)
        self._open()
        return None

    def ask(self, answer: Callable[[DeliveryError | None], None]) -> None:
        """Have the desktop ask the user. `answer` is called once, on another thread, None for yes."""
        with self._lock:
            self._refusal = None
        keyboard = self._living() or self._open()
        keyboard.tell(lambda why: answer(None if why is None else _error(NoKeys[why.name])))

    def begin(self, presses: Sequence[Press]) -> None:
        job = KeyJob(edges_of(presses), BEGIN_S)
        refusal = None if self._living() is not None else self.probe()
        keyboard = self._living()
        if refusal is None and keyboard is not None and not (keyboard.granted or keyboard.restoring):
            refusal = _error(NoKeys.ASKING)
        if refusal is not None:
            raise refusal
        if keyboard is None:
            raise _error(NoKeys.GONE)
        keyboard.send(job)
        self._job = job

    def done(self) -> bool:
        job = self._job
        if job is None:
            return True
        if not job.over():
            return False
        self._job = None
        if job.why is not None and job.half:
            raise HalfSentError(
                "The desktop did not take all the keys. The text is kept: copy it from the tray menu."
            )
        if job.why is not None:
            raise DeliveryError("The desktop did not take the keys. The text is kept; paste it.")
        return True

    def close(self) -> None:
        """End the session; the token stays."""
        self._look.close()
        self._end()

    def _living(self) -> PortalKeyboard | None:
        return self._keyboard if self._keyboard is not None and not self._keyboard.over else None

    def _end(self) -> None:
        if self._keyboard is not None:
            self._keyboard.stop()
        self._keyboard = None

    def _open(self) -> PortalKeyboard:
        self._end()
        self._keyboard = PortalKeyboard(self._address, self._token, self._consent_s, self._on_end)
        self._keyboard.start()
        return self._keyboard

    def _on_end(self, why: Why | None) -> None:
        """On the session's thread. What the user or the desktop refused is not asked for again by itself."""
        if why is not Why.ABSENT:  # a portal that ended may be back, and knows the token
            with self._lock:
                self._refusal = why


def edges_of(presses: Sequence[Press]) -> list[Edge]:
    """Each modifier goes down before its key and up after it. Raises DeliveryError for an unknown key."""
    edges: list[Edge] = []
    for press in presses:
        held = [_keysym(_MODIFIERS[name]) for name in press.modifiers]
        key = _keysym(press.key)
        edges += [(modifier, True) for modifier in held]
        edges += [(key, True), (key, False)] * press.times
        edges += [(modifier, False) for modifier in reversed(held)]
    return edges


def _keysym(name: str) -> int:
    keysym = keysym_of(name)
    if not keysym:
        raise DeliveryError("There is no key {key}. The text is kept; paste it.", key=name)
    return keysym


def _error(reason: NoKeys) -> DeliveryError:
    nobody_to_ask = reason in (NoKeys.ASKING, NoKeys.ABSENT)
    return DeliveryError(reason.value) if nobody_to_ask else KeysNotAllowedError(reason.value)
