"""What the contract tests of keys through the portal have in common."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field

from tests.patience import PATIENCE_S
from v2m_desktop.core.errors import DeliveryError
from v2m_desktop.core.targets import Chord
from v2m_desktop.os_integration.key_tools import CHORD_PRESSES, Press
from v2m_desktop.os_integration.portal_keys import NoKeys, PortalKeys

CTRL, SHIFT, V, LEFT, RETURN = 0xFFE3, 0xFFE1, 0x76, 0xFF51, 0xFF0D
PASTE = [CHORD_PRESSES[Chord.CTRL_V]]
PASTED = [(CTRL, 1), (V, 1), (V, 0), (CTRL, 0)]


@dataclass
class Answer:
    """What `ask` was answered."""

    errors: list[DeliveryError | None] = field(default_factory=list)
    _given: threading.Event = field(default_factory=threading.Event)

    def __call__(self, error: DeliveryError | None) -> None:
        self.errors.append(error)
        self._given.set()

    def wait(self) -> str | None:
        """The sentence; None for yes."""
        assert self._given.wait(PATIENCE_S)
        (error,) = self.errors
        return None if error is None else error.message


def asked(keys: PortalKeys) -> str | None:
    answer = Answer()
    keys.ask(answer)
    return answer.wait()


def refused(keys: PortalKeys, reason: NoKeys) -> bool:
    """Whether keys are refused for that reason, as soon as it is known."""
    deadline = time.monotonic() + PATIENCE_S
    while (error := keys.probe()) is None or error.message != reason.value:
        if time.monotonic() > deadline:
            return False
        threading.Event().wait(0.01)
    return True


def finish(keys: PortalKeys) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not keys.done():
        assert time.monotonic() < deadline
        threading.Event().wait(0.005)


def send(keys: PortalKeys, *presses: Press) -> None:
    keys.begin(presses)
    finish(keys)
