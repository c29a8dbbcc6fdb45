"""The focus as sway tells it, where sway tells nothing or nonsense. The rest is tried on sway itself."""

from __future__ import annotations

import json
import socket
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from v2m_desktop.os_integration.sway_focus import SwayFocus

TREE, WINDOW_EVENT = 4, 0x80000003
EDITOR = {"id": 7, "pid": 1, "app_id": "editor", "rect": {"x": 1, "y": 2, "width": 3, "height": 4}}
OLD_TERMINAL = {"id": 8, "pid": 1, "app_id": None, "window_properties": {"class": "XTerm"}, "focused": True}


class ScriptedSway:
    """The other end of a probe's connection."""

    def __init__(self, place: Path) -> None:
        self._server = socket.socket(socket.AF_UNIX)
        self._server.bind(str(place))
        self._server.listen()
        self.focus = SwayFocus(str(place))
        assert self.focus.focused() is None  # connects, and nobody answers yet
        self._peer, _ = self._server.accept()

    def tell(self, kind: int, message: Any) -> None:
        raw = json.dumps(message).encode()
        self._peer.sendall(struct.pack("=6sII", b"i3-ipc", len(raw), kind) + raw)

    def tell_nonsense(self) -> None:
        self._peer.sendall(b"GET / HTTP/1.1\r\n\r\n")

    def close(self) -> None:
        self.focus.close()
        self._peer.close()
        self._server.close()


@pytest.fixture
def sway(tmp_path: Path) -> Iterator[ScriptedSway]:
    scripted = ScriptedSway(tmp_path / "ipc")
    yield scripted
    scripted.close()


def test_the_tree_and_then_the_news_tell_the_window(sway: ScriptedSway) -> None:
    sway.tell(TREE, {"id": 1, "nodes": [{"id": 2, "nodes": [EDITOR], "floating_nodes": [OLD_TERMINAL]}]})
    window = sway.focus.focused()
    assert window is not None
    assert (window.id, window.application) == (8, "XTerm")
    sway.tell(WINDOW_EVENT, {"change": "title", "container": OLD_TERMINAL})
    sway.tell(WINDOW_EVENT, {"change": "focus", "container": EDITOR})
    window = sway.focus.focused()
    assert window is not None
    assert (window.id, window.application, window.geometry) == (7, "editor", (1, 2, 3, 4))
    assert window.client is not None
    assert window.client.process == 1


def test_news_of_the_focus_counts_while_the_tree_is_awaited(sway: ScriptedSway) -> None:
    """Else a slow sway would have us believe in the window before, and keys would go elsewhere."""
    sway.tell(TREE, {"id": 1, "nodes": [OLD_TERMINAL]})
    assert sway.focus.focused() is not None
    sway.tell(WINDOW_EVENT, {"change": "close", "container": OLD_TERMINAL})
    sway.tell(WINDOW_EVENT, {"change": "focus", "container": EDITOR})
    window = sway.focus.focused()
    assert window is not None
    assert window.id == EDITOR["id"]


def test_an_empty_workspace_is_no_window(sway: ScriptedSway) -> None:
    sway.tell(TREE, {"id": 1, "nodes": [{"id": 3, "type": "workspace", "focused": True}]})
    assert sway.focus.focused() is None


def test_what_is_not_sway_tells_nothing(sway: ScriptedSway) -> None:
    sway.tell_nonsense()
    assert sway.focus.focused() is None
