"""Finds out how fast this computer is: asks the disk first, and measures when nobody dictates."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from v2m_desktop.app.errands import Errands
from v2m_desktop.app.measured_speed import load_speed, measure_and_keep, this_machine
from v2m_desktop.core.errors import V2mError
from v2m_desktop.core.speed import MeasuredSpeed
from v2m_desktop.recognition.speed_measurement import SpeedMeasurement

log = logging.getLogger(__name__)

MEASURED = "The speed of this computer is measured."


class SpeedWatch(QObject):
    """GUI thread. `busy` tells whether a take or a load needs the processor; call `look` when that changes.

    `pending` is true from the moment the speed is wanted until it is known, was skipped, or failed.
    """

    changed = Signal()

    def __init__(
        self,
        file: Path,
        busy: Callable[[], bool],
        make: Callable[[], SpeedMeasurement] = SpeedMeasurement,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._file, self._busy, self._make = file, busy, make
        self._errands = Errands(self)
        self._running: SpeedMeasurement | None = None
        self._tried = self._reading = self._asked = False
        self.trouble: V2mError | None = None
        """Why what was asked for came to nothing. Nobody is bothered with what was not."""
        self.speed: MeasuredSpeed | None = None
        self.pending = False

    def want(self) -> None:
        """What is on the disk; else a measurement, once a run: what was skipped or failed stays unknown."""
        self.trouble = None
        if not self._tried:
            self._tried = self._reading = self.pending = True
            self.changed.emit()
        self._errands.run("measured speed", partial(_on_disk, self._file), self._on_disk)

    @Slot()
    def measure(self) -> None:
        """Measure now, or as soon as nobody dictates, whatever is known."""
        self._tried = self._asked = self.pending = True
        self._reading, self.trouble = False, None
        self.changed.emit()
        self.look()

    @Slot()
    def look(self) -> None:
        """A measurement waits for dictation, and gives way to it."""
        if self._busy():
            self._cancel()
        elif self.pending and self._running is None and not self._reading:
            self._running = running = self._make()
            work = partial(measure_and_keep, self._file, running)
            self._errands.run("measurement of speed", work, partial(self._on_measured, running))

    @Slot()
    def skip(self) -> None:
        """Nobody wants to wait for it."""
        self.pending = False
        self._cancel()
        self.changed.emit()

    def close(self) -> None:
        """The app ends."""
        self.pending = False
        self._cancel()
        self._errands.close()

    def _cancel(self) -> None:
        running, self._running = self._running, None
        if running is not None:
            running.cancel()

    def _on_disk(self, speed: MeasuredSpeed | V2mError | None) -> None:
        asked, self._reading = self._asked and self.pending, False
        if isinstance(speed, MeasuredSpeed) and self._running is None and not asked:
            self.speed, self.pending = speed, False
            self.changed.emit()
        else:
            self.look()

    def _on_measured(self, running: SpeedMeasurement, speed: MeasuredSpeed | V2mError) -> None:
        if running is not self._running:
            return  # it gave way, or was skipped
        self._running, self.pending = None, False
        if isinstance(speed, MeasuredSpeed):
            self.speed = speed
        elif self._asked:
            self.trouble = speed
        self.changed.emit()
        log.info("%s", speed.message if isinstance(speed, V2mError) else MEASURED)


def _on_disk(file: Path) -> MeasuredSpeed | None:
    return load_speed(file, this_machine())
