"""Sends keys on Windows (SendInput)."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Sequence
from typing import Any

from v2m_desktop.core.errors import DeliveryError
from v2m_desktop.core.targets import Chord, Key, Way
from v2m_desktop.os_integration.windows_api import Input, windows_api
from v2m_desktop.os_integration.windows_focus import process_of
from v2m_desktop.os_integration.windows_process import is_above_us

KEYBOARD = 1
EXTENDED, UP, UNICODE = 0x1, 0x2, 0x4
"""KEYEVENTF_ flags."""

_SHIFT, _CONTROL, _WINDOWS, _V, _INSERT = 0xA0, 0xA2, 0x5B, 0x56, 0x2D
_CHORDS = {
    Chord.CTRL_V: (_CONTROL, _V),
    Chord.CTRL_SHIFT_V: (_CONTROL, _SHIFT, _V),
    Chord.SHIFT_INSERT: (_SHIFT, _INSERT),
    Chord.CMD_V: (_WINDOWS, _V),
}
_KEYS = {Key.ENTER: 0x0D, Key.BACKSPACE: 0x08, Key.LEFT: 0x25, Key.RIGHT: 0x27}
_ON_THE_EXTENSION = frozenset((_WINDOWS, _INSERT, _KEYS[Key.LEFT], _KEYS[Key.RIGHT]))
"""Without the flag these are keys of the number block, which Shift turns into digits."""

_MODIFIERS = {"shift": (0x10,), "ctrl": (0x11,), "alt": (0x12,), "super": (0x5B, 0x5C)}
"""Virtual key codes (Microsoft, Virtual-Key Codes)."""

_DOWN = 0x8000


class WindowsKeys:
    """A KeyInjector: all presses and releases in one array, so that nothing of the user comes in between."""

    def __init__(self, api: Callable[[], Any] = windows_api) -> None:
        self._api = api

    def missing(self) -> DeliveryError | None:
        return None

    def ways(self) -> tuple[Way, ...]:
        return (Way("SendInput"),)

    def ask(self, answer: Callable[[DeliveryError | None], None]) -> bool:  # noqa: ARG002
        """Windows lets every program send keys."""
        return False

    def modifiers_down(self) -> frozenset[str]:
        """Asks the system, not memory: a remembered key can be wrong after a lock or a sleep."""
        state = self._api().GetAsyncKeyState
        return frozenset(
            name for name, codes in _MODIFIERS.items() if any(state(code) & _DOWN for code in codes)
        )

    def send(self, chord: Chord) -> None:
        *held, key = _CHORDS[chord]
        self._strike(held, key, 1)

    def press(self, key: Key, times: int = 1, *, shift: bool = False) -> None:
        self._strike([_SHIFT] if shift else [], _KEYS[key], times)

    def sent(self) -> bool:
        return True

    def _strike(self, held: Sequence[int], key: int, times: int) -> None:
        api = self._api()
        refuse_administrators(api)
        inputs = [key_input(api, code) for code in held]
        for _ in range(times):
            inputs += [key_input(api, key), key_input(api, key, up=True)]
        releases = [key_input(api, code, up=True) for code in reversed(held)]
        send_all(api, inputs + releases, [key_input(api, key, up=True), *releases])

    def close(self) -> None:
        """It holds nothing."""


def refuse_administrators(api: Any) -> None:
    """Windows drops our keys for such a window without a word (User Interface Privilege Isolation)."""
    process = process_of(api, api.GetForegroundWindow())
    if process and is_above_us(api, process):
        raise DeliveryError(
            "That window runs as administrator, and Windows lets no other program type there. Paste the text "
            "yourself."
        )


def send_all(api: Any, inputs: Sequence[Input], releases: Sequence[Input]) -> None:
    """Raises DeliveryError unless Windows took all of `inputs`; `releases` then leave no key down."""
    taken = _send(api, inputs)
    if taken == len(inputs):
        return
    if taken:
        _send(api, releases)
    raise DeliveryError("Windows did not take the keys. The text is kept; paste it.")


def key_input(api: Any, code: int, *, up: bool = False) -> Input:
    """A key by its virtual key code, with the scan code that some programs look at."""
    made = Input(type=KEYBOARD)
    made.union.ki.wVk = code
    made.union.ki.wScan = api.MapVirtualKeyW(code, 0)
    made.union.ki.dwFlags = (EXTENDED if code in _ON_THE_EXTENSION else 0) | (UP if up else 0)
    return made


def _send(api: Any, inputs: Sequence[Input]) -> int:
    array = (Input * len(inputs))(*inputs)
    return int(api.SendInput(len(array), array, ctypes.sizeof(Input)))
