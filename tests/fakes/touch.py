"""A user whose hands can be moved."""

from __future__ import annotations

from collections.abc import Collection

from v2m_desktop.core.ports import Hotkey

MODIFIERS = frozenset(["ctrl", "alt", "shift", "super"])


class FakeTouch:
    """Implements TouchWatch. `hands` is what `touched` tells while armed; None is "nobody can tell"."""

    def __init__(self) -> None:
        self.hands: bool | None = False
        self.armed = False
        self.ignored: tuple[Hotkey, ...] = ()

    def arm(self, ignored: Collection[Hotkey]) -> None:
        self.armed, self.ignored = True, tuple(ignored)
        self.hands = None if self.hands is None else False

    def touched(self) -> bool | None:
        return self.hands if self.armed else False

    def disarm(self) -> None:
        self.armed = False

    # Hands of the user

    def press(self, hotkey: Hotkey) -> None:
        """Press and let go of any key, with modifiers or without."""
        if hotkey not in self.ignored and hotkey.key not in MODIFIERS:
            self.hands = None if self.hands is None else True

    def click(self, button: int = 1) -> None:
        """Buttons 4 to 7 are the wheel."""
        if button not in range(4, 8):
            self.hands = None if self.hands is None else True
