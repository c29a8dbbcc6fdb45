"""Which element has the focus: asked now, answered a little later by another thread."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from v2m_desktop.core.targets import Field, FieldProbe, Window


class _Mail(QObject):
    """Belongs to the probe's thread as well: a QObject must not end while another emits its signal."""

    answered = Signal(int, object)


class FieldQuestion(QObject):
    """One question at a time; who asks again does not hear the answer to the last one. GUI thread only.

    `answer` is None while there is none, and where nobody tells. `answered`: look again.
    """

    answered = Signal()

    def __init__(self, probe: FieldProbe, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.answer: Field | None = None
        self._probe = probe
        self._number = 0
        self._asked_ns = 0
        self._open = False
        self._mail = _Mail()
        self._mail.answered.connect(self._on_answer)

    @property
    def asked(self) -> bool:
        return self._asked_ns != 0

    def ask(self, window: Window | None, now_ns: int) -> None:
        """What is focused in `window` now?"""
        self._number += 1
        self.answer, self._open, self._asked_ns = None, True, now_ns
        self._probe.ask(window, partial(_post, self._mail, self._number))

    def forget(self) -> None:
        """What was answered holds no longer."""
        self._number += 1
        self.answer, self._open, self._asked_ns = None, False, 0

    def settled(self, now_ns: int, seconds: float) -> bool:
        """Whether it was answered, or took longer than `seconds`."""
        return self.asked and (not self._open or now_ns - self._asked_ns > seconds * 1e9)

    @Slot(int, object)
    def _on_answer(self, number: int, field: Field | None) -> None:
        if number == self._number and self._open:
            self.answer, self._open = field, False
            self.answered.emit()


def _post(mail: _Mail, number: int, field: Field | None) -> None:
    mail.answered.emit(number, field)
