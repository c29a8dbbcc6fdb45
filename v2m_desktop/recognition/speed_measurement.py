"""One measurement of this computer's speed, in a process of its own, as seen from the app."""

from __future__ import annotations

import threading
from collections.abc import Sequence

from v2m_desktop.core.errors import RecognitionError
from v2m_desktop.core.speed import MeasuredSpeed
from v2m_desktop.recognition.child import Child, ChildLostError
from v2m_desktop.recognition.frames import Frame, measure_frame, raise_error_in, speed_of
from v2m_desktop.recognition.remote import host_command

LONGEST_SECONDS = 8.0
"""A computer that needs longer is not asked again and again: what its cores tell has to do."""


class SpeedMeasurement:
    """Used once. `run` blocks; `cancel` may be called from any thread, before it or meanwhile."""

    def __init__(self, command: Sequence[str] | None = None, seconds: float = LONGEST_SECONDS) -> None:
        self._command = list(command or host_command())
        self._seconds = seconds
        self._child: Child | None = None
        self._canceled = threading.Event()

    def run(self) -> MeasuredSpeed:
        """Raises RecognitionError, as well where it was canceled."""
        try:
            answer = self._ask()
        except (OSError, ChildLostError) as lost:
            raise RecognitionError(
                "The speed of this computer could not be measured: try again later."
            ) from lost
        raise_error_in(answer)
        return speed_of(answer)

    def cancel(self) -> None:
        self._canceled.set()
        if self._child is not None:
            self._child.kill()

    def _ask(self) -> Frame:
        if self._canceled.is_set():
            raise ChildLostError(killed=True)
        self._child = child = Child(self._command)
        if self._canceled.is_set():  # while the process was started
            child.kill()
        try:
            return child.ask(measure_frame(), self._seconds)
        finally:
            child.end()
