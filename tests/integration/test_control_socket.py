"""The real client against the real server, over a real socket."""

from __future__ import annotations

import json
import socket
import stat
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.patience import PATIENCE_S
from v2m_desktop.app.control_client import NotRunningError, ask, follow
from v2m_desktop.app.control_server import ControlServer
from v2m_desktop.core.errors import InstanceError


@pytest.fixture
def address(tmp_path: Path) -> Path:
    return tmp_path / "control.sock"


@pytest.fixture
def server(address: Path, qtbot: QtBot) -> Iterator[ControlServer]:
    server = ControlServer(lambda: {"state": "idle", "problems": []})
    server.listen(address)
    yield server
    server.close()


def in_thread(qtbot: QtBot, work: Callable[[], Any]) -> Any:
    """Run blocking client code while the event loop serves it."""
    result: list[Any] = []

    def run() -> None:
        try:
            result.append(work())
        except InstanceError as error:
            result.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    qtbot.waitUntil(lambda: bool(result), timeout=5000)
    thread.join()
    return result[0]


def raw(address: Path, data: bytes) -> bytes:
    with socket.socket(socket.AF_UNIX) as channel:
        channel.settimeout(PATIENCE_S)
        channel.connect(str(address))
        channel.sendall(data)
        answer = b""
        while chunk := channel.recv(4096):
            answer += chunk
        return answer


def test_a_command_reaches_the_app_and_status_comes_back(
    server: ControlServer, address: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(server.commanded) as signal:
        answer = in_thread(qtbot, lambda: ask(address, "toggle"))
    assert signal.args == ["toggle"]
    assert answer == {"ok": True, "state": "idle", "problems": []}


def test_status_commands_nothing(server: ControlServer, address: Path, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(server.commanded):
        assert in_thread(qtbot, lambda: ask(address, "status"))["ok"]


def test_what_takes_a_while_is_told_to_those_who_ask_for_it(address: Path, qtbot: QtBot) -> None:
    looked: list[bool] = []

    def details() -> dict[str, str]:
        looked.append(True)
        return {"desktop": "seen"}

    server = ControlServer(lambda: {"state": "idle"}, details=details)
    server.listen(address)
    assert in_thread(qtbot, lambda: ask(address, "toggle")) == {"ok": True, "state": "idle"}
    assert looked == []
    assert in_thread(qtbot, lambda: ask(address, "status"))["desktop"] == "seen"
    assert looked == [True]
    server.close()


def test_without_an_app_the_sentence_says_how_to_start_it(address: Path) -> None:
    with pytest.raises(NotRunningError, match="Start it with: v2m"):
        ask(address, "toggle")


def test_a_socket_left_by_a_crash_is_replaced(address: Path, qtbot: QtBot) -> None:
    with socket.socket(socket.AF_UNIX) as dead:
        dead.bind(str(address))
    server = ControlServer(lambda: {"state": "idle"})
    server.listen(address)
    assert in_thread(qtbot, lambda: ask(address, "status"))["ok"]
    server.close()


def test_an_app_that_hangs_is_named_not_waited_for(address: Path) -> None:
    with socket.socket(socket.AF_UNIX) as hung:
        hung.bind(str(address))
        hung.listen()
        with pytest.raises(InstanceError, match="does not answer"):
            ask(address, "status")


@pytest.mark.parametrize("data", [b"garbage\n", b"x" * 1_000_000, b'{"version":1,"command":"rm"}\n'])
def test_garbage_is_refused_and_the_server_lives(
    server: ControlServer, address: Path, qtbot: QtBot, data: bytes
) -> None:
    def send() -> bytes:
        try:
            return raw(address, data)
        except (BrokenPipeError, ConnectionResetError):
            return b'{"ok":false}'

    assert json.loads(in_thread(qtbot, send))["ok"] is False
    assert in_thread(qtbot, lambda: ask(address, "status"))["ok"]


def test_only_the_owner_may_open_the_socket(server: ControlServer, address: Path) -> None:
    assert stat.S_IMODE(address.stat().st_mode) & 0o077 == 0


def test_followers_get_the_state_then_events_and_a_heartbeat(
    server: ControlServer, address: Path, qtbot: QtBot
) -> None:
    lines: list[dict[str, Any]] = []

    def read() -> None:
        lines.extend(map(json.loads, follow(address)))

    reader = threading.Thread(target=read)
    reader.start()
    qtbot.waitUntil(lambda: len(lines) == 1, timeout=5000)
    assert server.followed
    server.publish({"event": "vad_state", "speech": True})
    qtbot.waitUntil(lambda: any(line["event"] == "heartbeat" for line in lines), timeout=5000)
    server.close()
    qtbot.waitUntil(lambda: not reader.is_alive(), timeout=5000)
    assert [line["event"] for line in lines[:3]] == ["state", "vad_state", "heartbeat"]
    assert lines[2]["state"] == "idle"


def test_a_connection_that_never_ends_its_line_is_closed(
    server: ControlServer, address: Path, qtbot: QtBot
) -> None:
    assert in_thread(qtbot, lambda: raw(address, b'{"version":1')) == b""
    assert in_thread(qtbot, lambda: ask(address, "status"))["ok"]
