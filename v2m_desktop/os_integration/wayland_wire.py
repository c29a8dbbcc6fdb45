"""The least of a Wayland client: messages, file descriptors, and what the compositor offers.

Wire format, numbers of wl_display and wl_registry: "The Wayland Protocol", appendix A and wire format
(wayland.freedesktop.org/docs), and wayland.xml.
"""

from __future__ import annotations

import os
import select
import socket
import struct
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from v2m_desktop.core.errors import DisplayError

ANSWER_SECONDS = 0.3
"""A compositor answers within a millisecond; one that hangs gets no more than this, once, at the start."""

_DISPLAY = 1
_DISPLAY_SYNC, _DISPLAY_GET_REGISTRY = 0, 1
_DISPLAY_ERROR = 0
_REGISTRY_BIND = 0
_REGISTRY_GLOBAL, _REGISTRY_GLOBAL_REMOVE = 0, 1

_HEADER = struct.Struct("=II")
_MOST_FDS = 28
"""As libwayland sends with one message at most."""


class Arguments:
    """The arguments of one event, taken in order."""

    def __init__(self, payload: bytes, fds: deque[int]) -> None:
        self._payload = payload
        self._fds = fds
        self._at = 0

    def number(self) -> int:
        """A uint, an object or a new id."""
        (value,) = struct.unpack_from("=I", self._payload, self._at)
        self._at += 4
        return int(value)

    def text(self) -> str:
        length = self.number()
        raw = self._payload[self._at : self._at + max(0, length - 1)]
        self._at += (length + 3) & ~3
        return raw.decode(errors="replace")

    def fd(self) -> int:
        """From now on the caller's, who has to close it."""
        if not self._fds:
            raise DisplayError("The compositor announced a file and sent none.")
        return self._fds.popleft()


def encoded(target: int, opcode: int, arguments: Sequence[int | str]) -> bytes:
    """A request as it goes over the wire. File descriptors go beside it and take no room in it."""
    payload = b"".join(_argument(value) for value in arguments)
    size = _HEADER.size + len(payload)
    return _HEADER.pack(target, size << 16 | opcode) + payload


def _argument(value: int | str) -> bytes:
    if isinstance(value, int):
        return struct.pack("=I", value)
    raw = value.encode() + b"\0"
    return struct.pack("=I", len(raw)) + raw + bytes(-len(raw) % 4)


@dataclass(frozen=True, slots=True)
class Global:
    """What the compositor offers: an interface, up to which version, under which number."""

    name: int
    interface: str
    version: int


Listener = Callable[[int, Arguments], None]
"""Called with the number of an event and its arguments."""


class WaylandConnection:
    """Knows the globals once it is made. Never waits afterwards. Raises DisplayError once it is broken."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._incoming = b""
        self._fds: deque[int] = deque()
        self._listeners: dict[int, Listener] = {_DISPLAY: self._on_display}
        self._last_id = _DISPLAY
        self.globals: dict[int, Global] = {}
        self._socket = _connected(environment)
        try:
            self._registry = self.new_id(self._on_registry)
            self.request(_DISPLAY, _DISPLAY_GET_REGISTRY, self._registry)
            self.round_trip()
        except DisplayError:
            self.close()
            raise

    def fileno(self) -> int:
        return self._socket.fileno()

    def offered(self, interface: str) -> Global | None:
        """The first global of that interface."""
        return next((item for item in self.globals.values() if item.interface == interface), None)

    def bind(self, found: Global, version: int, listener: Listener | None = None) -> int:
        """Use a global; answers with the id of the new object."""
        new = self.new_id(listener)
        self.request(self._registry, _REGISTRY_BIND, found.name, found.interface, version, new)
        return new

    def new_id(self, listener: Listener | None = None) -> int:
        """An id for an object that the very next request makes: they have to come in order."""
        self._last_id += 1
        if listener is not None:
            self.listen(self._last_id, listener)
        return self._last_id

    def listen(self, target: int, listener: Listener) -> None:
        """Who hears the events of an object; events of others are passed over."""
        self._listeners[target] = listener

    def forget(self, target: int) -> None:
        self._listeners.pop(target, None)

    def request(self, target: int, opcode: int, *arguments: int | str, fd: int | None = None) -> None:
        """Send a request. The socket holds thousands; if it is full, the compositor hangs."""
        message = encoded(target, opcode, arguments)
        try:
            sent = socket.send_fds(self._socket, [message], [] if fd is None else [fd])
        except OSError as cause:
            raise DisplayError("The Wayland compositor takes no requests.") from cause
        if sent != len(message):
            raise DisplayError("The Wayland compositor takes no requests.")

    def read(self) -> None:
        """Pass on the events that have arrived."""
        while self._receive():
            self._dispatch()

    def sync(self, done: Callable[[], None]) -> None:
        """Have `done` called when all requests so far were answered."""
        callback = self.new_id()

        def answered(_opcode: int, _arguments: Arguments) -> None:
            self.forget(callback)
            done()

        self.listen(callback, answered)
        self.request(_DISPLAY, _DISPLAY_SYNC, callback)

    def round_trip(self, seconds: float = ANSWER_SECONDS) -> None:
        """Wait until all requests so far were answered, `seconds` at most."""
        answered: list[bool] = []
        self.sync(lambda: answered.append(True))
        deadline = time.monotonic() + seconds
        while not answered:
            left = deadline - time.monotonic()
            if left <= 0:
                raise DisplayError("The Wayland compositor does not answer.")
            select.select([self._socket], [], [], left)
            self.read()

    def close(self) -> None:
        """The compositor drops all that was made here."""
        self._socket.close()
        while self._fds:
            os.close(self._fds.popleft())

    def _receive(self) -> bool:
        try:
            data, fds, _flags, _address = socket.recv_fds(
                self._socket, 4096, _MOST_FDS, socket.MSG_CMSG_CLOEXEC
            )
        except (BlockingIOError, InterruptedError):
            return False
        except OSError as cause:
            raise DisplayError("The connection to the Wayland compositor broke.") from cause
        if not data:
            raise DisplayError("The Wayland compositor ended the connection.")
        self._fds.extend(fds)
        self._incoming += data
        return True

    def _dispatch(self) -> None:
        while len(self._incoming) >= _HEADER.size:
            target, word = _HEADER.unpack_from(self._incoming)
            size, opcode = word >> 16, word & 0xFFFF
            if size < _HEADER.size:
                raise DisplayError("The Wayland compositor sent a message that has no length.")
            if len(self._incoming) < size:
                return
            payload, self._incoming = self._incoming[_HEADER.size : size], self._incoming[size:]
            listener = self._listeners.get(target)
            if listener is not None:
                listener(opcode, Arguments(payload, self._fds))

    def _on_display(self, opcode: int, arguments: Arguments) -> None:
        if opcode == _DISPLAY_ERROR:
            arguments.number(), arguments.number()
            raise DisplayError("The Wayland compositor refused: {reason}", reason=arguments.text())

    def _on_registry(self, opcode: int, arguments: Arguments) -> None:
        name = arguments.number()
        if opcode == _REGISTRY_GLOBAL:
            self.globals[name] = Global(name, arguments.text(), arguments.number())
        elif opcode == _REGISTRY_GLOBAL_REMOVE:
            self.globals.pop(name, None)


def compositor_interfaces(environment: Mapping[str, str]) -> frozenset[str]:
    """The interfaces that the compositor offers to programs. Raises DisplayError."""
    connection = WaylandConnection(environment)
    connection.close()
    return frozenset(item.interface for item in connection.globals.values())


def _connected(environment: Mapping[str, str]) -> socket.socket:
    """As libwayland's wl_display_connect finds it."""
    place = Path(environment.get("WAYLAND_DISPLAY") or "wayland-0")
    runtime = environment.get("XDG_RUNTIME_DIR", "")
    if not place.is_absolute() and not runtime:
        raise DisplayError("There is no Wayland compositor: XDG_RUNTIME_DIR is not set.")
    connection = socket.socket(socket.AF_UNIX)
    connection.setblocking(False)
    try:
        connection.connect(str(Path(runtime) / place))
    except OSError as cause:
        with suppress(OSError):
            connection.close()
        raise DisplayError("No Wayland compositor answers at {place}.", place=place) from cause
    return connection
