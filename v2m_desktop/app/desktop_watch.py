"""Looks at what this desktop allows when somebody wants to know, and has it ask the user to allow more."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from v2m_desktop.app.control_protocol import Message
from v2m_desktop.app.desktop_report import DeliveryReport, HotkeyReport, figures_of, lines_of, look_at
from v2m_desktop.app.hotkey_bridge import HotkeyBridge
from v2m_desktop.core.errors import DeliveryError
from v2m_desktop.pipeline.desktop import Desktop
from v2m_desktop.ui.settings.view import DesktopLine

LOOK_SECONDS = 2.0
"""Looking takes some milliseconds of the GUI thread: what was found is good for so long."""

AGAIN_MS = 300
"""Who does not answer at once has mostly answered by then."""

Answered = Callable[[DeliveryError | None], object]


class _Mail(QObject):
    """Belongs to the desktop's thread too: a QObject must not end while another thread emits its signal."""

    came = Signal(object, object)


class DesktopWatch(QObject):
    """GUI thread. Nothing is looked at until somebody asks."""

    changed = Signal()

    def __init__(self, desktop: Desktop, hotkeys: HotkeyBridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.clock: Callable[[], float] = time.monotonic
        self._desktop, self._hotkeys = desktop, hotkeys
        self._delivery: DeliveryReport | None = None
        self._looked = float("-inf")
        self._mail = _Mail()
        self._mail.came.connect(self._on_answer, Qt.ConnectionType.QueuedConnection)

    @property
    def lines(self) -> tuple[DesktopLine, ...]:
        """As of the last look, none before the first; hotkeys as of now."""
        return () if self._delivery is None else lines_of(self._delivery, self._hotkey_report())

    @property
    def can_allow_keys(self) -> bool:
        """As of the last look."""
        return self._delivery is not None and self._delivery.can_allow_keys

    def figures(self) -> Message:
        """For programs."""
        self.look()
        return figures_of(self._delivery or DeliveryReport(), self._hotkey_report())

    @Slot()
    def look(self) -> None:
        """Look, unless that was just done."""
        if self.clock() - self._looked >= LOOK_SECONDS:
            self._look_now()
            if self.can_allow_keys:
                QTimer.singleShot(AGAIN_MS, self, self._look_now)

    def ask(self, answered: Answered | None = None) -> bool:
        """Have the desktop ask the user to allow keys; False where there is nothing to ask.

        `answered` is called with the answer, in the GUI thread, None for yes.
        """
        mail = self._mail
        if not self._desktop.keys.ask(lambda error: mail.came.emit(answered, error)):
            return False
        self._look_now()
        return True

    @Slot()
    def _look_now(self) -> None:
        self._delivery, self._looked = look_at(self._desktop), self.clock()
        self.changed.emit()

    def _hotkey_report(self) -> HotkeyReport:
        return HotkeyReport(self._hotkeys.way, self._hotkeys.missing, self._hotkeys.paused)

    @Slot(object, object)
    def _on_answer(self, answered: Answered | None, error: DeliveryError | None) -> None:
        self._look_now()
        if answered is not None:
            answered(error)
