"""Reads the machine's figures twice a second, off the GUI thread, while somebody looks at them."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, Signal

from v2m_desktop.diagnostics.system_monitor import SystemMonitor

INTERVAL_SECONDS = 0.5


class FigureWatch(QObject):
    """`sampled` carries ResourceFigures. The thread lives only while `watch(True)` holds."""

    sampled = Signal(object)

    def __init__(self, monitor: SystemMonitor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._monitor = monitor
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def watch(self, watching: bool) -> None:
        """Begin or end; both may be called again and again."""
        if watching and self._thread is None:
            self._stop = threading.Event()
            self._thread = threading.Thread(target=self._run, args=(self._stop,), name="figures", daemon=True)
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

    def _run(self, stop: threading.Event) -> None:
        while not stop.is_set():
            self.sampled.emit(self._monitor.sample())
            stop.wait(INTERVAL_SECONDS)
