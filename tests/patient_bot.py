"""A qtbot for a busy machine."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pytestqt.qtbot import QtBot

from tests.patience import PATIENCE_MS


class PatientBot(QtBot):
    """A qtbot whose waits are never shorter than PATIENCE_MS, but those for a signal that need not come."""

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
