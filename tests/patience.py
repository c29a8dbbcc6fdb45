"""How long tests wait for what must happen: far longer than it takes, as the machine may be busy.

A wait ends with its condition, so that patience costs time only where a test fails anyway.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pytestqt.qtbot import QtBot

PATIENCE_S = 30.0
"""Also for threads and processes that were told to end."""

PATIENCE_MS = 30_000


class PatientBot(QtBot):
    """A qtbot whose waits are never shorter than that, but those for a signal that need not come."""

    def waitUntil(  # noqa: N802 - Qt's
        self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE_MS
    ) -> None:
        super().waitUntil(callback, timeout=max(timeout, PATIENCE_MS))

    def waitSignal(  # noqa: N802 - Qt's
        self, signal: Any, *, timeout: int = PATIENCE_MS, raising: bool | None = None, **others: Any
    ) -> Any:
        patience = timeout if raising is False else max(timeout, PATIENCE_MS)
        return super().waitSignal(signal, timeout=patience, raising=raising, **others)

    wait_until = waitUntil
    wait_signal = waitSignal
