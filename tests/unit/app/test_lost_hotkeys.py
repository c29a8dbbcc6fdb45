"""Hotkeys that the desktop takes away while the app runs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from tests.fakes.hotkeys import FakeHotkeys
from v2m_desktop.app.hotkey_bridge import HotkeyBridge
from v2m_desktop.core.errors import HotkeyError
from v2m_desktop.core.settings import Hotkeys
from v2m_desktop.pipeline.state import State

LOST = HotkeyError("The desktop took the hotkeys away.")


class Idle(QObject):
    """As much of a controller as keys need that nobody presses."""

    changed = Signal()
    state = State()
    rewriting = False


@pytest.fixture
def keys() -> FakeHotkeys:
    return FakeHotkeys()


@pytest.fixture
def bridge(qtbot: QtBot, keys: FakeHotkeys) -> HotkeyBridge:
    bridge = HotkeyBridge(keys, Idle(), Hotkeys())  # type: ignore[arg-type]
    bridge.start()
    return bridge


def why(bridge: HotkeyBridge) -> str:
    return bridge.missing.message if bridge.missing is not None else ""


def test_they_are_missing_until_the_user_tries_again(
    qtbot: QtBot, keys: FakeHotkeys, bridge: HotkeyBridge
) -> None:
    with qtbot.waitSignal(bridge.changed):
        keys.lose(LOST)
        assert why(bridge) == ""  # told on another thread
    assert why(bridge) == LOST.message
    assert bridge.bindings == {}
    assert not bridge.key_down
    bridge.pause(False)
    assert why(bridge) == ""
    assert bridge.bindings == keys.bindings != {}
    bridge.stop()


def test_what_was_given_back_is_not_lost(qtbot: QtBot, keys: FakeHotkeys, bridge: HotkeyBridge) -> None:
    keys.lose(LOST)
    bridge.pause(True)
    qtbot.wait(10)
    assert why(bridge) == ""
    assert bridge.paused
