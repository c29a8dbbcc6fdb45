"""Work that may take a while, on short-lived threads; the answers come back in the GUI thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from v2m_desktop.core.errors import V2mError

T = TypeVar("T")


class _Mail(QObject):
    """Belongs to the threads as well: a QObject must not end while another thread emits its signal."""

    done = Signal(object, object)


class Errands(QObject):
    """Lives in the GUI thread. An errand that hangs hurts nobody: its thread is left behind at the end."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._closed = False
        self._mail = _Mail()
        self._mail.done.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)

    def run(self, name: str, work: Callable[[], T], then: Callable[[T | V2mError], object]) -> None:
        """Do `work` on a thread called `name`; `then` gets what it returned, or the V2mError it raised."""
        threading.Thread(target=_work, args=(self._mail, work, then), name=name, daemon=True).start()

    def close(self) -> None:
        """Answers that are still on their way are dropped."""
        self._closed = True

    @Slot(object, object)
    def _hand_over(self, then: Callable[[object], object], answer: object) -> None:
        if not self._closed:
            then(answer)


def _work(mail: _Mail, work: Callable[[], T], then: Callable[[T | V2mError], object]) -> None:
    answer: T | V2mError = V2mError("Something unexpected went wrong; the log says what. Try again.")
    try:
        answer = work()
    except V2mError as error:
        answer = error
    finally:  # whoever asked hears of it, whatever was raised
        mail.done.emit(then, answer)
