"""Calls over a D-Bus connection, many at a time and never past a deadline."""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import suppress
from typing import NamedTuple, Protocol, cast

Answer = tuple[object, ...]

BATCH = 100
"""So many requests fit into the socket's buffer, even if nobody reads them."""


class Call(NamedTuple):
    """One method of one object; `signature` is the D-Bus type of `body`."""

    bus_name: str
    path: str
    interface: str
    member: str
    signature: str = ""
    body: Answer = ()


class Asks(Protocol):
    """Whoever carries calls out."""

    def ask(self, calls: Sequence[Call], until: float) -> list[Answer | None]:
        """An answer for each call; None for an error, and for what has not come at `until` (monotonic)."""
        ...


class DBusCalls:
    """A connection of its own. One thread only. Starts no service that does not run.

    jeepney's own connections greet the bus without a deadline, and ask one question at a time.
    """

    def __init__(self, address: str, until: float) -> None:
        """Raises OSError, or ValueError where the address is none."""
        from jeepney import Parser
        from jeepney.bus import get_bus
        from jeepney.io.blocking import prep_socket

        try:
            path = get_bus(address)
        except RuntimeError as error:  # no transport known here
            raise ValueError(str(error)) from error
        self._parser = Parser()
        self._serial = 0
        self._socket = prep_socket(path, timeout=max(0.001, until - time.monotonic()))
        bus = "org.freedesktop.DBus"
        if self.ask([Call(bus, "/org/freedesktop/DBus", bus, "Hello")], until)[0] is None:
            self.close()
            raise TimeoutError("the bus does not answer")

    def ask(self, calls: Sequence[Call], until: float) -> list[Answer | None]:
        """See Asks. Raises OSError once the connection is lost."""
        answers: list[Answer | None] = []
        for start in range(0, len(calls), BATCH):
            answers += self._ask(calls[start : start + BATCH], until)
        return answers

    def close(self) -> None:
        self._socket.close()

    def _ask(self, calls: Sequence[Call], until: float) -> list[Answer | None]:
        first = self._serial + 1
        self._serial += len(calls)
        self._socket.settimeout(max(0.001, until - time.monotonic()))
        self._socket.sendall(b"".join(_request(call, first + number) for number, call in enumerate(calls)))
        answers: list[Answer | None] = [None] * len(calls)
        waiting = set(range(len(calls)))
        with suppress(TimeoutError):
            while waiting:
                serial, answer = self._receive(until)
                if serial - first in waiting:  # else it is late, and nobody waits for it any more
                    waiting.remove(serial - first)
                    answers[serial - first] = answer
        return answers

    def _receive(self, until: float) -> tuple[int, Answer | None]:
        """The next message: which call it answers (-1: none), and with what."""
        from jeepney import HeaderFields, MessageType

        while (message := self._parser.get_next_message()) is None:
            left = until - time.monotonic()
            if left <= 0:
                raise TimeoutError
            self._socket.settimeout(left)
            data = self._socket.recv(65536)
            if not data:
                raise ConnectionResetError("the bus closed the connection")
            self._parser.add_data(data)
        serial = int(message.header.fields.get(HeaderFields.reply_serial, -1))
        good = message.header.message_type is MessageType.method_return
        return serial, tuple(message.body) if good else None


def _request(call: Call, serial: int) -> bytes:
    from jeepney import DBusAddress, MessageFlag, new_method_call

    address = DBusAddress(call.path, bus_name=call.bus_name, interface=call.interface)
    message = new_method_call(address, call.member, call.signature or None, call.body)
    message.header.flags |= MessageFlag.no_auto_start
    return cast("bytes", message.serialise(serial=serial))
