"""The app without anybody following its events, so that a figure holds nothing but the app."""

from __future__ import annotations

import threading
import time

from tests.desktop.app import AppError, RunningApp
from v2m_desktop.storage.paths import Paths

CHIME_SECONDS = 1.0
"""A take that is over has a chime behind it, which takes some processor time and holds a stream."""


class QuietApp(RunningApp):
    """A RunningApp with orders and status, but no events."""

    def _follow(self) -> None:
        """Wait for the control socket; looking for a file disturbs a starting app less than commands do."""
        socket = Paths.under(self.profile).runtime / "control.sock"
        deadline = time.monotonic() + 30
        while not socket.exists():
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise AppError(f"the app did not start (code {self.process.poll()})\n{self.report()}")
            rest(0.02)


def rest(seconds: float) -> None:
    """Let the app go on for a while with nobody asking it anything."""
    threading.Event().wait(seconds)
