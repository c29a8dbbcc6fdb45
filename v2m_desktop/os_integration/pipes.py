"""Content on its way through pipes, between this program and others that may be slow or hang.

GUI thread only: Qt tells when there is something to do, and nothing here waits.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Mapping
from contextlib import suppress

from PySide6.QtCore import QSocketNotifier

from v2m_desktop.core.targets import ClipboardSnapshot

SNAPSHOT_BYTES = 64 * 1024 * 1024
"""What is kept of somebody else's clipboard at most; beyond that it is not restored."""

PROGRESS_SECONDS = 0.3
"""A program that runs sends something within a few milliseconds; busy machines get the rest."""

SNAPSHOT_SECONDS = 1.0
"""Altogether: its owner answers, but works slowly."""

READER_SECONDS = 30.0
"""A reader that takes no more of our content for so long has hung."""

_CHUNK = 256 * 1024
_CHUNKS_AT_ONCE = 8
"""Two MiB are copied in well under the 16 ms that the GUI thread has for one thing."""

_PIPE_BYTES = 1024 * 1024


class Incoming:
    """All formats of a clipboard, read at once."""

    def __init__(self, pipes: Mapping[str, int]) -> None:
        """`pipes`: name of the format to the end to read from, which is closed here."""
        self._begun = self._progress = time.monotonic()
        self._parts: dict[str, list[bytes]] = {name: [] for name in pipes}
        self._open: dict[str, tuple[int, QSocketNotifier]] = {}
        self._room = SNAPSHOT_BYTES
        self._result: ClipboardSnapshot | None = None
        for name, fd in pipes.items():
            os.set_blocking(fd, False)
            with suppress(OSError):  # more at once, where the system's limit allows it
                fcntl.fcntl(fd, fcntl.F_SETPIPE_SZ, _PIPE_BYTES)
            notifier = QSocketNotifier(fd, QSocketNotifier.Type.Read)
            self._open[name] = fd, notifier
            notifier.activated.connect(self._on_ready)

    def result(self) -> ClipboardSnapshot | None:
        """None while it is under way. Incomplete if that takes too long, is too much or gives nothing."""
        if self._result is None:
            now = time.monotonic()  # before reading: we may be the late ones
            self._on_ready()
            late = now - self._progress > PROGRESS_SECONDS or now - self._begun > SNAPSHOT_SECONDS
            if self._result is None and late:
                self._end(complete=False)
        return self._result

    def close(self) -> None:
        """Read no more."""
        if self._result is None:
            self._end(complete=False)

    def _on_ready(self) -> None:
        for name, (fd, _notifier) in list(self._open.items()):
            if self._result is None and self._drain(name, fd):
                self._close(name)
        if self._result is None and self._room < 0:
            self._end(complete=False)
        elif self._result is None and not self._open:
            self._end(complete=any(any(parts) for parts in self._parts.values()))

    def _drain(self, name: str, fd: int) -> bool:
        """Take what is there; True at the end."""
        for _ in range(_CHUNKS_AT_ONCE):
            try:
                part = os.read(fd, _CHUNK)
            except BlockingIOError:
                return False
            except OSError:
                return True
            self._progress = time.monotonic()
            if not part:
                return True
            self._room -= len(part)
            if self._room < 0:
                return True
            self._parts[name].append(part)
        return False

    def _close(self, name: str) -> None:
        fd, notifier = self._open.pop(name)
        _drop(notifier)
        os.close(fd)

    def _end(self, *, complete: bool) -> None:
        for name in list(self._open):
            self._close(name)
        formats = {name: b"".join(parts) for name, parts in self._parts.items()} if complete else {}
        self._parts.clear()
        self._result = ClipboardSnapshot(formats, complete=complete)


class Outgoing:
    """One answer to somebody who reads. Keep it until `finished`."""

    def __init__(self, fd: int, content: bytes) -> None:
        """`fd` is closed here."""
        self._fd = fd
        self._left = memoryview(content)
        self._progress = time.monotonic()
        self._notifier: QSocketNotifier | None = None
        with suppress(OSError):
            os.set_blocking(fd, False)
        self._write()

    @property
    def finished(self) -> bool:
        """Whether all was written, or nobody reads any more."""
        if self._fd >= 0 and time.monotonic() - self._progress > READER_SECONDS:
            self.close()
        return self._fd < 0

    def close(self) -> None:
        """Write no more."""
        if self._notifier is not None:
            _drop(self._notifier)
            self._notifier = None
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1

    def _write(self) -> None:
        if self._fd < 0:
            return
        try:
            while self._left:
                written = os.write(self._fd, self._left[:_PIPE_BYTES])
                self._left = self._left[written:]
                self._progress = time.monotonic()
        except BlockingIOError:
            if self._notifier is None:
                self._notifier = QSocketNotifier(self._fd, QSocketNotifier.Type.Write)
                self._notifier.activated.connect(self._write)
            return
        except OSError:  # whoever asked has gone
            pass
        self.close()


def _drop(notifier: QSocketNotifier) -> None:
    """It may be the one that is calling us."""
    notifier.setEnabled(False)
    notifier.deleteLater()
