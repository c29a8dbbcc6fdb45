"""A window of a program that was not made for tests: to be busy, it is stopped by signals."""

from __future__ import annotations

import signal
import subprocess
import threading

from tests.desktop.held_text import HeldText

LATE_SECONDS = 5.0
"""So long a chord may lie there; without text to paste, nothing comes of it."""


class StoppedWindow(HeldText):
    """What comes from the keyboard while it is stopped waits for it, as with any busy program."""

    _process: subprocess.Popen[bytes]

    def __init__(self) -> None:
        super().__init__()
        self._mode, self._busy, self._stopped = "paste", 0.0, False
        self._timer: threading.Timer | None = None

    @property
    def process(self) -> int:
        """Its number."""
        return self._process.pid

    def prepare(self, mode: str, busy: float) -> None:
        """How it takes the next chord: "paste", "hang" or "quit", when it was `busy` for so many seconds."""
        self._mode, self._busy = mode, busy
        self._stopped = mode in ("hang", "quit") or busy > 0
        if self._stopped:
            self._process.send_signal(signal.SIGSTOP)

    def chord_sent(self) -> None:
        """Now its time runs."""
        if self._stopped and self._mode != "hang" and self._timer is None:
            end = self._process.kill if self._mode == "quit" else self._go_on
            self._timer = threading.Timer(self._busy, end)
            self._timer.start()

    def recover(self) -> None:
        """Afterwards: it listens, and has taken a chord that it had left lying."""
        before = self.text
        if self._timer is not None:
            self._timer.join()
            self._timer = None
        if self._mode == "hang":
            self._go_on()
            self.changed(before, LATE_SECONDS)
        elif self._stopped:
            self._go_on()
        self._stopped = False

    def _go_on(self) -> None:
        self._process.send_signal(signal.SIGCONT)

    def _finish(self) -> None:
        """End it in good order."""
        if self._timer is not None:
            self._timer.join()
        self._go_on()
        self._process.terminate()
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
