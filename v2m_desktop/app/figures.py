"""Reads the machine's figures twice a second, off the GUI thread, while somebody looks at them."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, Qt, Signal

from v2m_desktop.diagnostics.system_monitor import SystemMonitor

INTERVAL_SECONDS = 0.5


class _Mail(QObject):
    """Belongs to the thread as well: a QObject must not end while another thread emits its signal."""

    sampled = Signal(object)


class FigureWatch(QObject):
    """`sampled` carries ResourceFigures. The thread lives only while `watch(True)` holds."""

    sampled = Signal(object)

    def __init__(self, monitor: SystemMonitor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._monitor = monitor
        self._mail = _Mail()
        self._mail.sampled.connect(self.sampled, Qt.ConnectionType.QueuedConnection)
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def watch(self, watching: bool) -> None:
        """Begin or end; both may be called again and again."""
        if watching and self._thread is None:
            self._stop = threading.Event()
            work = (self._mail, self._monitor, self._stop)
            self._thread = threading.Thread(target=_run, args=work, name="figures", daemon=True)
            self._thread.start()
        elif not watching and self._thread is not None:
            self._stop.set()
            self._thread = None

    def shut_down(self, deadline: float) -> bool:
        """False if the thread did not end within `deadline` seconds."""
        thread = self._thread
        self.watch(False)
        if thread is not None:
            thread.join(deadline)
        return thread is None or not thread.is_alive()


def _run(mail: _Mail, monitor: SystemMonitor, stop: threading.Event) -> None:
    while not stop.is_set():
        mail.sampled.emit(monitor.sample())
        stop.wait(INTERVAL_SECONDS)
