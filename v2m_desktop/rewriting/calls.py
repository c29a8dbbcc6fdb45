"""Calls to a server that end when they have to, whatever the server and the library do.

Time limits of HTTP clients count from byte to byte, and none covers the look-up of a name. So each call runs
in a thread of its own, left behind at the deadline; its connection is shut down, and it ends soon.
"""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from typing import Any, Generic, TypeVar

from v2m_desktop.core.errors import RewriteError, RewriteUnreachableError

CONNECTED = "connection.connect_tcp.complete"
"""What the HTTP client reports when a connection stands, before TLS begins on it."""


T = TypeVar("T")


class Call(Generic[T]):
    """One call, the connections that it made, and what came of it: None if it was broken off."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._lock = threading.Lock()
        self._connections: list[socket.socket] = []
        self._over = False
        self.outcome: T | RewriteError | None = None
        self.ended = threading.Event()

    def notice(self, event: str, facts: Mapping[str, Any]) -> None:
        """Is told by the HTTP client what it does."""
        if event != CONNECTED:
            return
        connection = facts["return_value"].get_extra_info("socket")
        with self._lock:
            # A twin of the socket: TLS takes the first one over.
            self._connections.append(connection.dup())
            if self._over:
                self._shut_down()

    def break_off(self) -> None:
        with self._lock:
            self._over = True
            self._shut_down()
        self.ended.set()

    def end(self, outcome: T | RewriteError) -> None:
        """Comes too late after `break_off`. The client closes its own ends of the connections."""
        with self._lock:
            if not self._over:
                self.outcome = outcome
                self._over = True
            for connection in self._connections:
                connection.close()
            self._connections.clear()
        self.ended.set()

    def _shut_down(self) -> None:
        """Closing would not wake a thread that waits for bytes."""
        for connection in self._connections:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)


_current: ContextVar[Call[Any] | None] = ContextVar("call", default=None)


def current() -> Call[Any]:
    """The call that this thread makes."""
    call = _current.get()
    if call is None:
        raise RuntimeError("the server is asked outside a call")
    return call


class Calls:
    """The calls of one provider to its server, which people know as `host`."""

    def __init__(self, host: str) -> None:
        self._host = host
        self._lock = threading.Lock()
        self._open: set[Call[Any]] = set()
        self._closed = False

    def run(
        self, work: Callable[[], T], seconds: float, translated: Callable[[Exception], RewriteError]
    ) -> T:
        """The result of `work`, which `translated` makes errors of ours of. Raises RewriteError.

        Foreign errors quote what the server said, and with it the words: none of them leaves the thread.
        """
        call: Call[T] = Call(seconds)
        with self._lock:
            if self._closed:
                raise _stopped()
            self._open.add(call)
        threading.Thread(
            target=_make, args=(call, work, translated), name=f"rewriting by {self._host}", daemon=True
        ).start()
        try:
            if not call.ended.wait(seconds):
                call.break_off()
                raise RewriteUnreachableError(
                    "{host} did not answer in time. Try again, or allow more seconds in the settings.",
                    host=self._host,
                )
        finally:
            with self._lock:
                self._open.discard(call)
        if isinstance(call.outcome, RewriteError):
            raise call.outcome
        if call.outcome is None:
            raise _stopped()
        return call.outcome

    def close(self) -> None:
        """Break all calls off, from any thread. Those who wait for them go on at once."""
        with self._lock:
            self._closed = True
            broken = tuple(self._open)
        for call in broken:
            call.break_off()


def _make(call: Call[T], work: Callable[[], T], translated: Callable[[Exception], RewriteError]) -> None:
    token = _current.set(call)
    try:
        call.end(work())
    except RewriteError as error:
        call.end(error)
    except Exception as error:  # noqa: BLE001 - whatever a library raises, the caller waits for an end
        call.end(translated(error))
    finally:
        _current.reset(token)


def _stopped() -> RewriteUnreachableError:
    return RewriteUnreachableError("The rewriting was stopped. The words are kept.")
