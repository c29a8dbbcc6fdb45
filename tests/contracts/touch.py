"""What every TouchWatch promises. Subclasses give the rig: the fake here, X11 in tests/desktop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from v2m_desktop.core.hotkeys import parse_hotkey
from v2m_desktop.core.ports import Hotkey
from v2m_desktop.core.targets import TouchWatch

OURS = parse_hotkey("ctrl+alt+z"), parse_hotkey("f9")
PLAIN_Z, LETTER = Hotkey(frozenset(), "z"), Hotkey(frozenset(), "a")


@dataclass
class Rig:
    """A watch that is not armed, and the user's hands."""

    watch: TouchWatch
    press: Callable[[Hotkey], None]
    click: Callable[[int], None]


class TouchWatchContract:
    """Each test gets a `rig` fixture from the subclass."""

    def test_what_was_before_does_not_count(self, rig: Rig) -> None:
        assert rig.watch.touched() is False
        rig.press(LETTER)
        rig.click(1)
        rig.watch.arm(OURS)
        assert rig.watch.touched() is False

    def test_a_key_counts(self, rig: Rig) -> None:
        rig.watch.arm(OURS)
        rig.press(LETTER)
        assert rig.watch.touched() is True
        assert rig.watch.touched() is True, "also when asked again"

    @pytest.mark.parametrize("key", ["left", "enter", "backspace"])
    def test_a_key_that_moves_or_edits_counts(self, rig: Rig, key: str) -> None:
        rig.watch.arm(OURS)
        rig.press(Hotkey(frozenset(), key))
        assert rig.watch.touched() is True

    def test_a_key_with_a_modifier_counts(self, rig: Rig) -> None:
        rig.watch.arm(OURS)
        rig.press(parse_hotkey("ctrl+v"))
        assert rig.watch.touched() is True

    @pytest.mark.parametrize("hotkey", OURS, ids=str)
    def test_our_own_keys_do_not_count(self, rig: Rig, hotkey: Hotkey) -> None:
        rig.watch.arm(OURS)
        rig.press(hotkey)
        assert rig.watch.touched() is False
        rig.press(LETTER)
        assert rig.watch.touched() is True

    def test_the_letter_of_our_key_counts(self, rig: Rig) -> None:
        rig.watch.arm(OURS)
        rig.press(PLAIN_Z)
        assert rig.watch.touched() is True

    @pytest.mark.parametrize("modifier", ["shift", "ctrl", "alt", "super"])
    def test_a_modifier_alone_does_not_count(self, rig: Rig, modifier: str) -> None:
        rig.watch.arm(OURS)
        rig.press(Hotkey(frozenset(), modifier))
        assert rig.watch.touched() is False

    @pytest.mark.parametrize(("button", "counts"), [(1, True), (2, True), (3, True), (4, False), (5, False)])
    def test_a_click_counts_and_the_wheel_does_not(self, rig: Rig, button: int, counts: bool) -> None:
        rig.watch.arm(OURS)
        rig.click(button)
        assert rig.watch.touched() is counts

    def test_armed_anew_it_has_forgotten(self, rig: Rig) -> None:
        rig.watch.arm(OURS)
        rig.press(LETTER)
        rig.watch.arm(OURS)
        assert rig.watch.touched() is False
        rig.press(LETTER)
        assert rig.watch.touched() is True

    def test_disarmed_it_notices_nothing(self, rig: Rig) -> None:
        rig.watch.arm(OURS)
        rig.watch.disarm()
        rig.press(LETTER)
        assert rig.watch.touched() is False
