"""Ends what nobody waits for any more, where a recognizer allows it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Protocol, runtime_checkable

from v2m_desktop.core.recognition import Recognizer

PATIENCE_SECONDS = 1.0
"""Most canceled requests are over by then, and the model stays."""


@runtime_checkable
class Interruptible(Protocol):
    """A recognizer whose work can be ended in the middle: it then fails, and the model may be gone.

    Any thread may call these; they return at once.
    """

    def interrupt(self) -> None:
        """End the request under way."""
        ...

    def abandon(self) -> None:
        """End whatever is under way, a load as well, and begin nothing any more: the app is ending."""
        ...


def interrupt_later(recognizer: Recognizer, if_still_running: Callable[[Callable[[], None]], None]) -> None:
    """Call `if_still_running` with the deed in a while, on a thread of its own."""
    if isinstance(recognizer, Interruptible):
        patience = threading.Timer(PATIENCE_SECONDS, if_still_running, (recognizer.interrupt,))
        patience.daemon = True
        patience.start()


def abandon(recognizer: Recognizer) -> None:
    """End what is under way, where that can be done."""
    if isinstance(recognizer, Interruptible):
        recognizer.abandon()
