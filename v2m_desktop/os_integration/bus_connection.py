"""A connection to the session bus for one thread, whose waiting another can break off."""

from __future__ import annotations

import select
import socket
import time
from collections import deque
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

BUS = "org.freedesktop.DBus"
BUS_PATH = "/org/freedesktop/DBus"

_CHUNK = 65536

REPLY_S = 10.0
"""For what needs nobody's consent; who is called may have to be started first."""


class Why(Enum):
    """Why it was not done."""

    ABSENT = "no bus, nobody of that name, or nobody who can do that"
    DENIED = "the user or the desktop said no"
    SILENT = "no answer in time"
    GONE = "what was given was taken away, or who gave it ended"
    FAILED = "something else"


class BusRefusal(Exception):  # noqa: N818 - an answer, not our failure
    """Never leaves this package: who asked makes a sentence of `why`."""

    def __init__(self, why: Why) -> None:
        super().__init__(why.value)
        self.why = why


class BusStopped(Exception):  # noqa: N818 - no error: somebody called `stop`
    """Nobody wants the answer any more."""


@dataclass(frozen=True, slots=True)
class BusSignal:
    """What somebody tells everybody, or us."""

    path: str
    member: str
    body: tuple[Any, ...]


def session_bus_address(environment: Mapping[str, str]) -> str:
    """Address of the session bus; "" if there is none. The default place is that of systemd's user bus."""
    address = environment.get("DBUS_SESSION_BUS_ADDRESS", "")
    folder = environment.get("XDG_RUNTIME_DIR", "")
    if address or not folder:
        return "" if address.startswith("disabled:") else address
    place = Path(folder) / "bus"
    return f"unix:path={place}" if place.is_socket() else ""


class BusConnection:
    """One thread owns it; any other may `wake` and `stop` it.

    jeepney's own connections greet the bus without a deadline, and nobody can break that off.
    """

    name = ""
    """Ours on the bus, such as ":1.7"."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._socket: socket.socket | None = None
        self._parser: Any = None
        self._serial = 0
        self._signals: deque[BusSignal] = deque()
        self._awaited: set[int] = set()
        self._replies: dict[int, Any] = {}
        self._waking, self._woken = socket.socketpair()
        self._waking.setblocking(False)
        self._was_woken = False
        self._stopped = False

    # Any thread

    def wake(self) -> None:
        """Let `next_signal` return, now or when it is called next."""
        with suppress(OSError):  # a full pipe wakes as well, and a closed one needs no waking
            self._waking.send(b"w")

    def stop(self) -> None:
        """Let everything that waits, and everything that would, raise BusStopped."""
        self._stopped = True
        self.wake()

    # The thread that owns it. Everything but `close` raises BusRefusal.

    def connect(self, seconds: float = 2.0) -> None:
        """Join the bus."""
        from jeepney import Parser
        from jeepney.bus import get_bus
        from jeepney.io.blocking import prep_socket

        try:
            self._socket = prep_socket(get_bus(self._address), timeout=seconds)
        except TimeoutError as error:
            raise BusRefusal(Why.SILENT) from error
        except Exception as error:  # a wrong address is a ValueError, RuntimeError or OSError
            raise BusRefusal(Why.ABSENT) from error
        self._parser = Parser()
        (name,) = self.reply(self.send_to((BUS, BUS_PATH, BUS), "Hello", "", ()), seconds)
        self.name = str(name)

    def close(self) -> None:
        """Leave the bus."""
        for closing in (self._socket, self._waking, self._woken):
            if closing is not None:
                closing.close()

    def listen(self, rule: str, seconds: float = REPLY_S) -> None:
        """Have the signals that fit `rule` sent to us."""
        self.reply(self.send_to((BUS, BUS_PATH, BUS), "AddMatch", "s", (rule,)), seconds)

    def send_to(
        self,
        target: tuple[str, str, str],
        member: str,
        signature: str,
        body: tuple[object, ...],
        *,
        heard: bool = True,
    ) -> int:
        """Call a method of `target`: name, path and interface. The answer is the number to ask `reply` for.

        With `heard` False nobody wants the reply.
        """
        from jeepney import DBusAddress, MessageFlag, new_method_call

        name, path, interface = target
        message = new_method_call(DBusAddress(path, name, interface), member, signature or None, body)
        self._serial += 1
        if heard:
            self._awaited.add(self._serial)
        else:
            message.header.flags |= MessageFlag.no_reply_expected
        try:
            self._joined.sendall(message.serialise(serial=self._serial))
        except OSError as error:
            raise BusRefusal(Why.ABSENT) from error
        return self._serial

    def reply(self, serial: int, seconds: float = REPLY_S) -> tuple[Any, ...]:
        """What the call `serial` returned, which was sent before."""
        from jeepney import HeaderFields, MessageType

        deadline = time.monotonic() + seconds
        try:
            while serial not in self._replies:
                self._receive(deadline)
            message = self._replies.pop(serial)
        finally:
            self._awaited.discard(serial)
        if message.header.message_type is MessageType.error:
            raise BusRefusal(_why(message.header.fields.get(HeaderFields.error_name, "")))
        return tuple(message.body)

    def next_signal(self, seconds: float | None = None) -> BusSignal | None:
        """The next signal; None if there was none in time, or if somebody called `wake`."""
        deadline = None if seconds is None else time.monotonic() + seconds
        while not self._signals:
            if self._was_woken:
                self._was_woken = False
                return None
            try:
                self._receive(deadline)
            except BusRefusal as refusal:
                if refusal.why is Why.SILENT:
                    return None
                raise
        return self._signals.popleft()

    @property
    def _joined(self) -> socket.socket:
        if self._socket is None:
            raise BusRefusal(Why.ABSENT)
        return self._socket

    def _receive(self, deadline: float | None) -> None:
        """Take in one message, or that somebody woke us. Raises BusRefusal with SILENT at the deadline."""
        while True:
            if self._stopped:
                raise BusStopped
            if (message := self._parser.get_next_message()) is not None:
                self._sort(message)
                return
            left = None if deadline is None else deadline - time.monotonic()
            readable, _, _ = select.select([self._joined, self._woken], [], [], _not_past(left))
            if self._joined in readable:
                self._read()
            elif left is not None and left <= 0:
                raise BusRefusal(Why.SILENT)
            if self._woken in readable:
                self._woken.recv(4096)
                self._was_woken = True
                if not self._stopped:
                    return

    def _read(self) -> None:
        try:
            data = self._joined.recv(_CHUNK)
        except OSError as error:
            raise BusRefusal(Why.ABSENT) from error
        if not data:
            raise BusRefusal(Why.ABSENT)
        self._parser.add_data(data)

    def _sort(self, message: Any) -> None:
        from jeepney import HeaderFields, MessageType

        fields = message.header.fields
        if message.header.message_type is MessageType.signal:
            signal = BusSignal(fields[HeaderFields.path], fields[HeaderFields.member], message.body)
            self._signals.append(signal)
        elif fields.get(HeaderFields.reply_serial) in self._awaited:
            self._replies[fields[HeaderFields.reply_serial]] = message


def _not_past(seconds: float | None) -> float | None:
    return None if seconds is None else max(0.0, seconds)


_ABSENT = ("ServiceUnknown", "NameHasNoOwner", "UnknownMethod", "UnknownInterface", "UnknownObject")
_DENIED = ("AccessDenied", "NotAllowed")
_SILENT = ("NoReply", "Timeout", "TimedOut")


def _why(error_name: str) -> Why:
    """`error_name` such as "org.freedesktop.DBus.Error.ServiceUnknown"."""
    kind = error_name.rpartition(".")[2]
    if kind in _ABSENT:
        return Why.ABSENT
    if kind in _DENIED:
        return Why.DENIED
    return Why.SILENT if kind in _SILENT else Why.FAILED
