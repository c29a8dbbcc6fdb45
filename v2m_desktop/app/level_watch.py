"""The live level of a microphone, for the settings: a stream of its own, open only while somebody looks."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot

from v2m_desktop.audio.preprocessing import level_dbfs
from v2m_desktop.core.errors import AudioError
from v2m_desktop.core.ports import AudioSource

INTERVAL_SECONDS = 0.05


class LevelWatch(QObject):
    """`heard` carries the level in dBFS, about twenty times a second; `failed` the AudioError."""

    heard = Signal(float)
    failed = Signal(object)
    _level = Signal(object, float)
    _error = Signal(object, object)

    def __init__(self, make_source: Callable[[], AudioSource], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make_source = make_source
        self._stop: threading.Event | None = None
        self._level.connect(self._on_level, Qt.ConnectionType.QueuedConnection)
        self._error.connect(self._on_error, Qt.ConnectionType.QueuedConnection)

    @property
    def watching(self) -> bool:
        return self._stop is not None

    def watch(self, device: str | None) -> None:
        """Listen to `device`, "" for the default; None ends it. The thread closes its stream by itself."""
        if self._stop is not None:
            self._stop.set()
            self._stop = None
        if device is not None:
            self._stop = stop = threading.Event()
            threading.Thread(target=self._run, args=(device, stop), name="level", daemon=True).start()

    @Slot(object, float)
    def _on_level(self, stop: threading.Event, level: float) -> None:
        if stop is self._stop:
            self.heard.emit(level)

    @Slot(object, object)
    def _on_error(self, stop: threading.Event, error: AudioError) -> None:
        if stop is self._stop:
            self.failed.emit(error)

    def _run(self, device: str, stop: threading.Event) -> None:
        source = self._make_source()
        try:
            source.open(device)
            while not stop.wait(INTERVAL_SECONDS) and not source.dead:
                block = source.read()
                if block is not None and not stop.is_set():
                    self._level.emit(stop, level_dbfs(block.samples))
        except AudioError as error:
            self._error.emit(stop, error)
        finally:
            source.close()
