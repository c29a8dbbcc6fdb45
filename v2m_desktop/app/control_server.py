"""The running app's end of the local socket: commands in, status and events out, for the same user only."""

from __future__ import annotations

import logging
import os
import socket
import struct
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from v2m_desktop.app.control_protocol import MAX_REQUEST_BYTES, Message, encode, parse_request
from v2m_desktop.core.errors import InstanceError

log = logging.getLogger(__name__)

HEARTBEAT_MS = 2000
MAX_UNREAD_BYTES = 1 << 20
PATIENCE = "patience"
REQUEST_MS = 1000
"""A connection that has not sent a whole line by then is closed."""


class ControlServer(QObject):
    """Serves `v2m` commands. `commanded` carries every command but "status" and "events".

    `details` are told beside the status where nothing but that is asked for, as they take a while.
    """

    commanded = Signal(str)

    def __init__(
        self,
        status: Callable[[], Message],
        parent: QObject | None = None,
        details: Callable[[], Message] = dict,
    ) -> None:
        super().__init__(parent)
        self._status, self._details = status, details
        self._followers: list[QLocalSocket] = []
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._accept)
        self._heartbeat = QTimer(self, interval=HEARTBEAT_MS)
        self._heartbeat.timeout.connect(self._beat)

    def listen(self, address: Path) -> None:
        """Raises InstanceError. The caller holds the instance lock, so a socket left by a crash may go."""
        QLocalServer.removeServer(str(address))
        if not self._server.listen(str(address)):
            raise InstanceError(
                "Commands such as v2m toggle will not work: {reason}.", reason=self._server.errorString()
            )

    def close(self) -> None:
        self._heartbeat.stop()
        for follower in list(self._followers):
            follower.flush()
            follower.disconnectFromServer()
        self._server.close()

    def publish(self, event: Message) -> None:
        """Send an event to all followers; one that does not read is cut off and can't slow us down."""
        if not self._followers:
            return
        line = encode({"time": time.time(), **event})
        for follower in list(self._followers):
            if follower.bytesToWrite() > MAX_UNREAD_BYTES:
                follower.abort()
            else:
                follower.write(line)

    @property
    def followed(self) -> bool:
        """Whether anybody listens, so that nobody prepares events for nobody."""
        return bool(self._followers)

    @Slot()
    def _accept(self) -> None:
        while connection := self._server.nextPendingConnection():
            if not _same_user(connection):
                connection.abort()
                connection.deleteLater()
                continue
            connection.readyRead.connect(self._read)
            connection.disconnected.connect(self._forget)
            patience = QTimer(connection, interval=REQUEST_MS, singleShot=True)
            patience.setObjectName(PATIENCE)
            patience.timeout.connect(self._close_mute)
            patience.start()

    @Slot()
    def _read(self) -> None:
        connection = self.sender()
        assert isinstance(connection, QLocalSocket)
        if connection in self._followers:
            connection.readAll()
            return
        if not connection.canReadLine():
            if connection.bytesAvailable() > MAX_REQUEST_BYTES:
                self._refuse(connection, "The request is too long.")
            return
        line = bytes(connection.readLine().data())
        if patience := connection.findChild(QTimer, PATIENCE):
            patience.stop()
        try:
            command = parse_request(line)
        except ValueError as error:
            self._refuse(connection, str(error))
            return
        if command == "events":
            self._followers.append(connection)
            connection.write(encode({"event": "state", "time": time.time(), **self._status()}))
            self._heartbeat.start()
            return
        details = self._details() if command == "status" else {}
        if command != "status":
            self.commanded.emit(command)
        connection.write(encode({"ok": True, **self._status(), **details}))
        connection.flush()
        connection.disconnectFromServer()

    @Slot()
    def _close_mute(self) -> None:
        """Somebody connected and asked for nothing."""
        connection = self.sender().parent()
        assert isinstance(connection, QLocalSocket)
        connection.abort()

    @Slot()
    def _forget(self) -> None:
        connection = self.sender()
        assert isinstance(connection, QLocalSocket)
        if connection in self._followers:
            self._followers.remove(connection)
        if not self._followers:
            self._heartbeat.stop()
        connection.deleteLater()

    @Slot()
    def _beat(self) -> None:
        self.publish({"event": "heartbeat", "state": self._status()["state"]})

    @staticmethod
    def _refuse(connection: QLocalSocket, reason: str) -> None:
        connection.write(encode({"ok": False, "error": reason}))
        connection.flush()
        connection.disconnectFromServer()


def _same_user(connection: QLocalSocket) -> bool:
    """The peer's user id where the kernel tells (Linux); elsewhere the socket's access rights must do."""
    if not sys.platform.startswith("linux"):
        return True
    descriptor = os.dup(int(connection.socketDescriptor()))
    with socket.socket(fileno=descriptor) as channel:
        raw = channel.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("3i"))
    _pid, uid, _gid = struct.unpack("3i", raw)
    return bool(uid == os.getuid())
