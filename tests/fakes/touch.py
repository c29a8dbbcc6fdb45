"""A user whose hands can be moved."""

from __future__ import annotations

from collections.abc import Collection

from v2m_desktop.core.ports import Hotkey


class FakeTouch:
    """Implements TouchWatch. `hands` is what `touched` tells while armed."""

    def __init__(self) -> None:
        self.hands: bool | None = False
        self.armed = False
        self.ignored: tuple[Hotkey, ...] = ()

    def arm(self, ignored: Collection[Hotkey]) -> None:
        self.armed, self.ignored = True, tuple(ignored)

    def touched(self) -> bool | None:
        return self.hands if self.armed else False

    def disarm(self) -> None:
        self.armed = False
