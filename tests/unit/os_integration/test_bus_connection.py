"""A connection to the bus ends its waiting in time, also where the bus itself hangs."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.patience import PATIENCE_S
from v2m_desktop.os_integration.bus_connection import BusConnection, BusRefusal, BusStopped, Why


@pytest.fixture
def hung_bus(tmp_path: Path) -> Iterator[str]:
    """It lets everybody in (D-Bus specification, Authentication Protocol), and answers nothing after that."""
    place = tmp_path / "bus"
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(place))
        server.listen()
        thread = threading.Thread(target=_let_in, args=(server,), daemon=True)
        thread.start()
        yield f"unix:path={place}"
        server.shutdown(socket.SHUT_RDWR)
        thread.join(PATIENCE_S)


def _let_in(server: socket.socket) -> None:
    with suppress(OSError):
        while True:
            client, _ = server.accept()
            with client:
                while part := client.recv(4096):
                    if b"AUTH" in part:
                        client.sendall(b"OK 1234deadbeef\r\n")


def test_a_bus_that_hangs_is_not_waited_for(hung_bus: str) -> None:
    bus = BusConnection(hung_bus)
    began = time.monotonic()
    with pytest.raises(BusRefusal) as caught:
        bus.connect(0.2)
    assert caught.value.why is Why.SILENT
    assert time.monotonic() - began < PATIENCE_S
    bus.close()


def test_waiting_for_the_bus_itself_can_be_broken_off(hung_bus: str) -> None:
    bus = BusConnection(hung_bus)
    stopped = threading.Event()

    def join() -> None:
        with suppress(BusStopped):
            bus.connect(2 * PATIENCE_S)
        stopped.set()

    thread = threading.Thread(target=join, daemon=True)
    thread.start()
    bus.stop()
    assert stopped.wait(PATIENCE_S)
    thread.join()
    bus.close()


def test_a_bus_that_is_not_there_is_said_to_be_absent() -> None:
    for address in ("", "unix:path=/nonexistent/bus", "nonsense", "tcp:host=localhost,port=1", "autolaunch:"):
        bus = BusConnection(address)
        with pytest.raises(BusRefusal) as caught:
            bus.connect(PATIENCE_S)
        assert caught.value.why is Why.ABSENT
        bus.close()
