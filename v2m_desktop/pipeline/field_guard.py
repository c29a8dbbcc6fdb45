"""Asks where words would go, in time and in the GUI thread, before they are recorded or sent anywhere."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import count

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from v2m_desktop.core.targets import Field, FieldProbe, FocusProbe, Window

DEADLINE_MS = 150

Then = Callable[[Field | None], None]


class _Mail(QObject):
    """Belongs to the probe's thread as well: a QObject must not end while another thread emits its signal."""

    answered = Signal(int, object)


class FieldGuard(QObject):
    """Tells the window in front at once, and its focused field a little later. GUI thread only."""

    def __init__(self, focus: FocusProbe, fields: FieldProbe, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._focus, self._fields = focus, fields
        self._numbers = count(1)
        self._open: dict[int, Then] = {}
        self._mail = _Mail()
        self._mail.answered.connect(self._on_answer, Qt.ConnectionType.QueuedConnection)

    def window(self) -> Window | None:
        """The window in front, None where the system does not tell."""
        return self._focus.focused()

    def look(self, window: Window | None, then: Then) -> None:
        """Call `then` once, after this call: with the focused field of `window`, or None at DEADLINE_MS."""
        number = next(self._numbers)
        self._open[number] = then
        self._fields.ask(window, partial(_post, self._mail, number))
        QTimer.singleShot(DEADLINE_MS, self, lambda: self._on_answer(number, None))

    def close(self) -> None:
        """Nobody waits for an answer any more; end the probe's thread."""
        self._open.clear()
        self._fields.close()

    @Slot(int, object)
    def _on_answer(self, number: int, field: Field | None) -> None:
        then = self._open.pop(number, None)
        if then is not None:
            then(field)


def _post(mail: _Mail, number: int, field: Field | None) -> None:
    mail.answered.emit(number, field)
