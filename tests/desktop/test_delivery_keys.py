"""Keys that the user holds down: the text arrives once and unchanged, or is kept."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.campaign import FULL_CAMPAIGN
from tests.contracts.hotkey_source import DICTATE_ONLY
from tests.desktop import keyboard, x_state
from tests.desktop.clipboard_holder import ClipboardHolder
from tests.desktop.delivery_rig import DeliveryRig, delivery_rig
from tests.desktop.target_window import TargetWindow
from tests.desktop.xterm_target import XtermWindow
from v2m_desktop.os_integration.x11_hotkeys import X11Hotkeys
from v2m_desktop.output.results import Outcome

WORDS = "Hello, señora."
HELD_MS = 1000
SENTENCE_MS = 3000
"""Longer than a forgotten modifier is waited for."""
MODIFIERS = ("shift", "ctrl", "super")
WINDOWS = (TargetWindow, XtermWindow, TargetWindow)
HELD = [(each, window) for each in MODIFIERS for window in (TargetWindow, XtermWindow)]
"""In the sample each modifier is held once."""


@pytest.fixture
def rig(qtbot: QtBot) -> Iterator[DeliveryRig]:
    with delivery_rig(qtbot) as rig, ClipboardHolder() as holder:
        holder.copy({"text/plain": b"old"})
        yield rig
        assert x_state.keys_down() == ""
        assert rig.copied() == "old"


@pytest.mark.parametrize(
    ("modifier", "window"), HELD if FULL_CAMPAIGN else list(zip(MODIFIERS, WINDOWS, strict=True))
)
def test_a_modifier_let_go_after_a_second(
    rig: DeliveryRig, modifier: str, window: type[TargetWindow | XtermWindow]
) -> None:
    with window() as target:
        keyboard.hold(modifier)
        try:
            rig.deliver(WORDS)
            rig.bot.wait(HELD_MS)
            assert rig.service.busy
            assert target.text == ""
        finally:
            keyboard.let_go(modifier)
        assert rig.settle().outcome is Outcome.DELIVERED
        target.wait_text(lambda text: text == WORDS)
        keyboard.tap("x")
        target.wait_text(lambda text: text == WORDS + "x")  # once, and no modifier on the next key


@pytest.mark.parametrize("modifier", MODIFIERS if FULL_CAMPAIGN else MODIFIERS[:1])
def test_a_modifier_held_for_ever(rig: DeliveryRig, modifier: str) -> None:
    with TargetWindow() as target:
        keyboard.hold(modifier)
        try:
            rig.deliver(WORDS)
            assert rig.settle().outcome is Outcome.PARKED
        finally:
            keyboard.let_go(modifier)
        assert rig.keys.chords == []
        keyboard.tap("x")
        target.wait_text(lambda text: text == "x")


def test_the_hotkey_held_for_the_next_sentence(rig: DeliveryRig) -> None:
    hotkeys = X11Hotkeys()
    hotkeys.start(DICTATE_ONLY, lambda _edge: None)
    rig.service.key_down = hotkeys.is_down
    try:
        with TargetWindow() as target:
            keyboard.hold()
            try:
                rig.deliver(WORDS)
                rig.bot.wait(SENTENCE_MS)
                assert rig.service.busy
                assert rig.keys.chords == []
            finally:
                keyboard.let_go()
            assert rig.settle().outcome is Outcome.DELIVERED
            keyboard.tap("x")
            target.wait_text(lambda text: text == WORDS + "x")
    finally:
        hotkeys.stop()
