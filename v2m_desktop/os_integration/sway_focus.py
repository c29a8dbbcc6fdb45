"""Which window has the focus, on sway.

Messages: sway-ipc(7). What changes is told to us, so that asking costs no waiting.
"""

from __future__ import annotations

import json
import os
import select
import socket
import struct
import time
from contextlib import suppress
from typing import Any

from v2m_desktop.core.targets import Client, Window
from v2m_desktop.os_integration.x11_clients import program_of

WAIT_SECONDS = 0.01
"""sway answers within a millisecond; it gets this long when everything has to be asked anew."""

_MAGIC = b"i3-ipc"
_HEADER = struct.Struct("=6sII")
_RUN_COMMAND, _SUBSCRIBE, _GET_TREE = 0, 2, 4
_WORKSPACE_EVENT, _WINDOW_EVENT = 0x80000000, 0x80000003


class SwayFocus:
    """A FocusProbe on a connection of its own. One thread only."""

    def __init__(self, place: str) -> None:
        """`place` is SWAYSOCK. Connects at first use."""
        self._place = place
        self._socket: socket.socket | None = None
        self._incoming = b""
        self._asked = 0
        self._window: Window | None = None

    def focused(self) -> Window | None:
        """None where no window has the focus, or sway does not answer."""
        try:
            connection = self._connected()
            deadline = time.monotonic() + WAIT_SECONDS
            self._read(connection)
            while self._asked and (left := deadline - time.monotonic()) > 0:
                select.select([connection], [], [], left)
                self._read(connection)
        except (OSError, ValueError):
            self.close()
        return self._window

    def activate(self, window: Window) -> None:
        """Ask sway, which answers with news of the focus."""
        with suppress(OSError):
            self._send(self._connected(), _RUN_COMMAND, f"[con_id={window.id}] focus")

    def close(self) -> None:
        """Close the connection."""
        if self._socket is not None:
            self._socket.close()
        self._socket, self._window = None, None
        self._incoming, self._asked = b"", 0

    def _connected(self) -> socket.socket:
        if self._socket is None:
            connection = socket.socket(socket.AF_UNIX)
            connection.setblocking(False)
            self._socket = connection
            connection.connect(self._place)
            self._send(connection, _SUBSCRIBE, '["window", "workspace"]')
            self._ask(connection)
        return self._socket

    def _ask(self, connection: socket.socket) -> None:
        self._send(connection, _GET_TREE, "")
        self._asked += 1

    @staticmethod
    def _send(connection: socket.socket, kind: int, payload: str) -> None:
        raw = payload.encode()
        connection.send(_HEADER.pack(_MAGIC, len(raw), kind) + raw)

    def _read(self, connection: socket.socket) -> None:
        with suppress(BlockingIOError):
            while True:
                part = connection.recv(1 << 16)
                if not part:
                    raise ConnectionResetError
                self._incoming += part
        while len(self._incoming) >= _HEADER.size:
            magic, length, kind = _HEADER.unpack_from(self._incoming)
            if magic != _MAGIC:
                raise ValueError("not sway")
            end = _HEADER.size + length
            if len(self._incoming) < end:
                return
            message = json.loads(self._incoming[_HEADER.size : end])
            self._incoming = self._incoming[end:]
            self._take(connection, kind, message)

    def _take(self, connection: socket.socket, kind: int, message: Any) -> None:
        """A window that got the focus comes with the news; after anything else the tree is asked for."""
        if kind == _GET_TREE:
            self._asked -= 1
            if not self._asked:
                self._window = _focused_in(message)
        elif kind == _WINDOW_EVENT and message.get("change") == "focus":
            self._window = _window_of(message["container"])
        elif kind in (_WINDOW_EVENT, _WORKSPACE_EVENT) and message.get("change") != "title":
            self._ask(connection)


def _focused_in(node: Any) -> Window | None:
    """The focused node of a tree, if it is a window."""
    todo = [node]
    while todo:
        item = todo.pop()
        if item.get("focused"):
            return _window_of(item)
        todo += item.get("nodes", []) + item.get("floating_nodes", [])
    return None


def _window_of(node: Any) -> Window | None:
    """None for a workspace or a container, which have no process."""
    process = node.get("pid") or 0
    if not process:
        return None
    old = node.get("window_properties") or {}
    place = node.get("rect") or {}
    return Window(
        id=node["id"],
        application=node.get("app_id") or old.get("class") or "",
        geometry=(place.get("x", 0), place.get("y", 0), place.get("width", 0), place.get("height", 0)),
        ours=process == os.getpid(),
        client=Client(process=process, program=program_of(process)),
    )
