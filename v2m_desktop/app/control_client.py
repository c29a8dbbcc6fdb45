"""Talks to the running app. Standard library only: `v2m toggle` takes no longer than Python itself."""

from __future__ import annotations

import json
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from v2m_desktop.app.control_protocol import Message, encode, request
from v2m_desktop.core.errors import InstanceError

ANSWER_SECONDS = 2.0


class NotRunningError(InstanceError):
    """No app listens on the socket."""


@contextmanager
def _connection(address: Path, timeout: float | None) -> Iterator[BinaryIO]:
    if sys.platform == "win32":  # Qt's local server is a named pipe there, and pipes open like files.
        try:
            with Path(f"\\\\.\\pipe\\{address}").open("r+b", buffering=0) as pipe:
                yield cast("BinaryIO", pipe)
        except FileNotFoundError as error:
            raise NotRunningError("Voice2Machine is not running. Start it with: v2m") from error
        return
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as channel:
        channel.settimeout(ANSWER_SECONDS)
        try:
            channel.connect(str(address))
        except (FileNotFoundError, ConnectionRefusedError) as error:
            raise NotRunningError("Voice2Machine is not running. Start it with: v2m") from error
        except OSError as error:
            raise InstanceError(
                "Voice2Machine is running, but does not answer. Quit it and start it again."
            ) from error
        channel.settimeout(timeout)
        with channel.makefile("rwb", buffering=0) as stream:
            yield cast("BinaryIO", stream)


def ask(address: Path, command: str) -> Message:
    """Send one command, return the answer. Raises NotRunningError or InstanceError."""
    try:
        with _connection(address, ANSWER_SECONDS) as stream:
            stream.write(encode(request(command)))
            answer = json.loads(_line(stream))
    except (TimeoutError, OSError, ValueError) as error:
        if isinstance(error, InstanceError):
            raise
        raise InstanceError(
            "Voice2Machine is running, but does not answer. Quit it and start it again."
        ) from error
    if not answer.get("ok"):
        raise InstanceError(str(answer.get("error", "Voice2Machine refused the command.")))
    return cast("Message", answer)


def follow(address: Path) -> Iterator[str]:
    """The events of the running app, one JSON line each, until it ends."""
    with _connection(address, None) as stream:
        stream.write(encode(request("events")))
        while line := _line(stream):
            yield line.decode().rstrip("\n")


def _line(stream: BinaryIO) -> bytes:
    # Unbuffered streams give single bytes cheaply enough here, and readline() of a raw socket file keeps
    # nothing back that a later read would miss.
    return stream.readline()
