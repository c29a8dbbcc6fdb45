"""The composition root: builds the parts, connects them, takes them down again."""

from __future__ import annotations

import logging
import signal
import socket
import sys
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from v2m_desktop import __version__
from v2m_desktop.core.errors import StorageError, V2mError
from v2m_desktop.storage.paths import Paths
from v2m_desktop.ui.control_surface import ControlSurface
from v2m_desktop.ui.small_window import SmallWindow
from v2m_desktop.ui.tray import Tray, tray_host_present

if TYPE_CHECKING:
    from v2m_desktop.app.runtime import Runtime

log = logging.getLogger(__name__)

QUIT_SECONDS = 5.0
"""Nothing may keep a quit longer than this."""


class Application(QObject):
    """Two stages: the tray icon at once, everything else when it is visible."""

    def __init__(self, paths: Paths, problems: tuple[StorageError, ...]) -> None:
        super().__init__()
        self.surface: ControlSurface = Tray(self) if tray_host_present() else SmallWindow(self)
        # Later the runtime listens too; until then nothing but this could end the app.
        self.surface.quit_requested.connect(QApplication.quit)
        self.surface.show()
        self._paths = paths
        self._problems = problems
        self._runtime: Runtime | None = None
        self.failed = False
        QTimer.singleShot(0, self._load)

    @Slot()
    def _load(self) -> None:
        """Runs once the icon is on the screen."""
        visible_at = time.time()
        try:
            from v2m_desktop.app.load import load_runtime

            self._runtime = load_runtime(self._paths, self._problems, self.surface, self)
            self._runtime.tray_visible_at = visible_at
            self._runtime.start()
        except Exception as error:  # noqa: BLE001 - a dead icon in the tray would be worse than any end
            self._give_up(error)

    def _give_up(self, error: Exception) -> None:
        """An app that cannot be built ends, and says why to whoever started it."""
        log.critical("the app could not be started", exc_info=error)
        reason = error.message if isinstance(error, V2mError) else f"{type(error).__name__}: {error}"
        print(f"v2m: Voice2Machine could not be started: {reason}", file=sys.stderr, flush=True)
        self.failed = True
        QApplication.exit(1)

    def shut_down(self) -> bool:
        """Take everything down; False if a part did not end in time."""
        clean = self._runtime.shut_down(QUIT_SECONDS) if self._runtime is not None else True
        self.surface.hide()
        return clean


class Signals(QObject):
    """SIGTERM and SIGINT as a Qt signal: Python's handlers run only when the interpreter does."""

    received = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read, self._write = socket.socketpair()
        self._write.setblocking(False)
        signal.set_wakeup_fd(self._write.fileno(), warn_on_full_buffer=False)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: None)
        self._notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal, Qt.ConnectionType.QueuedConnection)

    @Slot()
    def _on_signal(self) -> None:
        self._read.recv(16)
        self.received.emit()

    def close(self) -> None:
        signal.set_wakeup_fd(-1)
        self._notifier.setEnabled(False)
        self._read.close()
        self._write.close()


def run(paths: Paths, problems: tuple[StorageError, ...]) -> int:
    """Build the Qt application and run its event loop; the exit code."""
    QGuiApplication.setDesktopFileName("voice2machine")
    qt = QApplication(sys.argv[:1])
    qt.setApplicationName("Voice2Machine")
    qt.setApplicationVersion(__version__)
    qt.setQuitOnLastWindowClosed(False)
    application = Application(paths, problems)
    signals = Signals()
    signals.received.connect(qt.quit)
    code = qt.exec()
    clean = application.shut_down() and not application.failed
    signals.close()
    if not clean:
        leave_at_once(code)
    return code


def leave_at_once(code: int) -> None:
    """A thread hangs in a foreign library. What matters is on disk: leave without waiting for it."""
    import os

    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)
