"""Stops a download from another thread, also one that is waiting for bytes."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator

from v2m_desktop.core.errors import DownloadCanceledError


class Cancellation:
    """One download's stop switch. All methods may be called from any thread."""

    def __init__(self) -> None:
        self._requested = threading.Event()
        self._lock = threading.Lock()
        self._socket: socket.socket | None = None

    def cancel(self) -> None:
        """Stop soon: a pause ends at once, and so does waiting for bytes."""
        self._requested.set()
        with self._lock:
            self._wake()

    def check(self) -> None:
        """Raise DownloadCanceledError if `cancel` was called."""
        if self._requested.is_set():
            raise DownloadCanceledError("The download was stopped. What arrived is kept for the next time.")

    def pause(self, seconds: float) -> None:
        """Wait. Raises DownloadCanceledError as soon as `cancel` is called."""
        self._requested.wait(seconds)
        self.check()

    @contextlib.contextmanager
    def watching(self, connection: object) -> Iterator[None]:
        """Let `cancel` end the connection while the block reads from it."""
        with self._lock:
            self._socket = connection if isinstance(connection, socket.socket) else None
            if self._requested.is_set():
                self._wake()
        try:
            yield
        finally:
            with self._lock:
                self._socket = None

    def _wake(self) -> None:
        """Closing would not wake a thread that waits for bytes. The method is the plain socket's, because
        that of a TLS socket takes away what the other thread is reading with."""
        if self._socket is not None:
            with contextlib.suppress(OSError):
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)
