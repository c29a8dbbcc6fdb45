"""A window of a program that was not made for tests: to be busy, it is stopped by signals."""

from __future__ import annotations

import signal
import subprocess
import threading
from collections.abc import Callable

from tests.desktop.held_text import HeldText

LATE_SECONDS = 5.0
"""So long a chord may lie there; without text to paste, nothing comes of it."""


class StoppedWindow(HeldText):
    """What comes from the keyboard meanwhile waits for it in the connection, as with any busy program."""

    _process: subprocess.Popen[bytes]

    def __init__(self) -> None:
        super().__init__()
        self._timer: threading.Timer | None = None

    @property
    def process(self) -> int:
        """Its number."""
        return self._process.pid

    def stop(self) -> None:
        """From now on it answers nobody."""
        self._process.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        """Now it does again."""
        self._process.send_signal(signal.SIGCONT)

    def busy(self, seconds: float) -> None:
        """It answers nobody for so long."""
        self.stop()
        self._after(seconds, self.go_on)

    def die(self, seconds: float) -> None:
        """It answers nobody for so long, and then it is gone."""
        self.stop()
        self._after(seconds, self._process.kill)

    def rest(self) -> None:
        """Wait until `busy` or `die` is over."""
        if self._timer is not None:
            self._timer.join()
            self._timer = None

    def wake(self) -> None:
        """It goes on after `stop`; give it time to take the chord that came meanwhile."""
        before = self.text
        self.go_on()
        self.changed(before, LATE_SECONDS)

    def _after(self, seconds: float, act: Callable[[], None]) -> None:
        self._timer = threading.Timer(seconds, act)
        self._timer.start()

    def _finish(self) -> None:
        """End it in good order."""
        self.rest()
        self.go_on()
        self._process.terminate()
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
