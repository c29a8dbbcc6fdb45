"""Whether the user typed or clicked, on macOS."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from v2m_desktop.core.ports import Hotkey
from v2m_desktop.os_integration.macos_api import macos_api

_HARDWARE = 1
"""kCGEventSourceStateHIDSystemState: what the devices did, and not what programs sent."""

_KEY_DOWN = 10
_BUTTONS_DOWN = (1, 3, 25)
"""The left, the right and any other button of the mouse."""


class MacosTouch:
    """A TouchWatch that compares how many keys and buttons went down; which ones, nobody tells.

    A single key may have been one of our hotkeys, so nothing is said about that.
    """

    def __init__(self, api: Callable[[], Any] = macos_api) -> None:
        self._api = api
        self._armed: tuple[int, int] | None = None
        self._spared = 0

    def arm(self, ignored: Collection[Hotkey]) -> None:
        self._armed, self._spared = self._counts(), 1 if ignored else 0

    def touched(self) -> bool | None:
        if self._armed is None:
            return None
        keys, buttons = (now - then for now, then in zip(self._counts(), self._armed, strict=True))
        if keys > self._spared or buttons:
            return True
        return None if keys else False

    def disarm(self) -> None:
        self._armed = None

    def _counts(self) -> tuple[int, int]:
        count = self._api().CGEventSourceCounterForEventType
        return count(_HARDWARE, _KEY_DOWN), sum(count(_HARDWARE, button) for button in _BUTTONS_DOWN)
