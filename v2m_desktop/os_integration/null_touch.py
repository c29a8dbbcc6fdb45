"""The honest twin of the touch watch."""

from __future__ import annotations

from collections.abc import Collection

from v2m_desktop.core.ports import Hotkey


class NullTouch:
    """A TouchWatch for systems that do not tell whether the user typed."""

    def arm(self, ignored: Collection[Hotkey]) -> None:
        """Nothing can be watched."""

    def touched(self) -> bool | None:
        return None

    def disarm(self) -> None:
        """Nothing is watched."""
