"""Real hands on keyboard and mouse: whether they are noticed."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator

import pytest

from tests.contracts.touch import LETTER, OURS, Rig, TouchWatchContract
from tests.desktop import keyboard
from v2m_desktop.core.ports import Hotkey, KeyAction
from v2m_desktop.core.targets import Chord, Key
from v2m_desktop.os_integration.x11_hotkeys import X11Hotkeys
from v2m_desktop.os_integration.x11_keyboard import KEYSYM_NAMES
from v2m_desktop.os_integration.x11_keys import X11KeyInjector
from v2m_desktop.os_integration.x11_touch import X11Touch


def press(hotkey: Hotkey) -> None:
    key = KEYSYM_NAMES.get(hotkey.key, hotkey.key.upper() if hotkey.key[1:].isdigit() else hotkey.key)
    keyboard.tap(str(Hotkey(hotkey.modifiers, key)))


def click(button: int) -> None:
    subprocess.run(["xdotool", "click", str(button)], check=True, timeout=10)


@pytest.fixture
def rig() -> Iterator[Rig]:
    watch = X11Touch()
    yield Rig(watch, press, click)
    watch.close()


class TestX11Touch(TouchWatchContract):
    """The rig is the one above."""


def test_a_key_that_is_grabbed_is_noticed_and_ours_is_not(rig: Rig) -> None:
    hotkeys = X11Hotkeys()
    hotkeys.start({KeyAction.DICTATE: OURS[0], KeyAction.REFINE: Hotkey(frozenset(), "f8")}, lambda _: None)
    try:
        rig.watch.arm(OURS)
        press(OURS[0])
        assert rig.watch.touched() is False
        press(Hotkey(frozenset(), "f8"))
        assert rig.watch.touched() is True
    finally:
        hotkeys.stop()


def test_our_key_counts_with_another_modifier_beside(rig: Rig) -> None:
    rig.watch.arm(OURS)
    keyboard.hold("shift")
    try:
        press(OURS[0])
        assert rig.watch.touched() is True
    finally:
        keyboard.let_go("shift")


def test_a_modifier_held_all_along_is_known(rig: Rig) -> None:
    keyboard.hold("ctrl+alt")
    try:
        rig.watch.arm(OURS)
        keyboard.tap("z")
        assert rig.watch.touched() is False
    finally:
        keyboard.let_go("ctrl+alt")


def test_what_we_sent_before_does_not_count(rig: Rig) -> None:
    keys = X11KeyInjector()
    try:
        for _ in range(20):
            keys.send(Chord.CTRL_V)
            keys.press(Key.LEFT, 5, shift=True)
            rig.watch.arm(OURS)
            assert rig.watch.touched() is False
    finally:
        keys.close()


def test_much_typing_is_not_piled_up(rig: Rig) -> None:
    assert isinstance(rig.watch, X11Touch)
    rig.watch.arm(OURS)
    press(LETTER)
    assert rig.watch.touched() is True
    for _ in range(10):
        press(LETTER)
    assert rig.watch._display is not None
    assert rig.watch._display.pending_events() == 0


def test_where_the_server_cannot_be_asked_nobody_tells() -> None:
    watch = X11Touch("/nonexistent:77")
    watch.arm(OURS)
    assert watch.touched() is None
    watch.disarm()
    assert watch.touched() is False
    watch.close()
