"""Whether the user typed or clicked, on Windows."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Collection
from typing import Any

from v2m_desktop.core.ports import Hotkey
from v2m_desktop.os_integration.windows_api import LastInput, windows_api

_MODIFIERS = frozenset((0x10, 0x11, 0x12, 0x5B, 0x5C, 0x14, 0x90, 0x91, *range(0xA0, 0xA6)))
"""Shift, Ctrl, Alt, Windows, the locks, and both sides of each."""

_MOUSE = (0x01, 0x02, 0x04, 0x05, 0x06)
_KEYS = range(0x08, 0xFF)
_NAMED = {
    "space": 0x20, "enter": 0x0D, "tab": 0x09, "backspace": 0x08, "insert": 0x2D, "delete": 0x2E,
    "home": 0x24, "end": 0x23, "page_up": 0x21, "page_down": 0x22, "pause": 0x13, "scroll_lock": 0x91,
    "menu": 0x5D, "print_screen": 0x2C, "escape": 0x1B, "up": 0x26, "down": 0x28, "left": 0x25, "right": 0x27,
    **{f"f{number}": 0x6F + number for number in range(1, 25)},
}  # fmt: skip
_PRESSED_SINCE_ASKED = 0x0001
_DOWN = 0x8000


class WindowsTouch:
    """A TouchWatch without a hook.

    GetLastInputInfo says surely that nothing happened at all. If something did, it may have been the mouse
    that moved or one of our hotkeys; then GetAsyncKeyState says which key went down since it was asked last.
    Another program may have asked meanwhile and taken that answer away, so that its "none" proves nothing.
    Keys that we send count as well: arm after them.
    """

    def __init__(self, api: Callable[[], Any] = windows_api) -> None:
        self._api = api
        self._armed_at: int | None = None
        self._watched: frozenset[int] = frozenset()

    def arm(self, ignored: Collection[Hotkey]) -> None:
        api = self._api()
        ours = {_code_of(api, hotkey.key) for hotkey in ignored}
        self._watched = frozenset((*_MOUSE, *_KEYS)) - _MODIFIERS - ours
        for code in self._watched:
            api.GetAsyncKeyState(code)  # forget what was pressed before
        self._armed_at = _last_input(api)

    def touched(self) -> bool | None:
        if self._armed_at is None:
            return None
        api = self._api()
        if _last_input(api) == self._armed_at:
            return False
        pressed = _DOWN | _PRESSED_SINCE_ASKED
        if any(api.GetAsyncKeyState(code) & pressed for code in self._watched):
            self._armed_at = -1  # it stays touched, though each key tells only once
        return True if self._armed_at == -1 else None

    def disarm(self) -> None:
        self._armed_at = None


def _last_input(api: Any) -> int | None:
    """Milliseconds since the start of the system at which something was typed or moved."""
    info = LastInput(cbSize=ctypes.sizeof(LastInput))
    return int(info.dwTime) if api.GetLastInputInfo(ctypes.byref(info)) else None


def _code_of(api: Any, key: str) -> int:
    """The virtual key code of a key as written in a Hotkey."""
    if key in _NAMED or len(key) != 1:
        return _NAMED.get(key, 0)
    return int(api.VkKeyScanW(ord(key))) & 0xFF
