"""Types text on Windows, whatever the keyboard layout (SendInput with characters instead of keys)."""

from __future__ import annotations

import struct
import time
from collections.abc import Callable
from typing import Any

from v2m_desktop.core.errors import DeliveryError
from v2m_desktop.os_integration.typable import refuse_untypable
from v2m_desktop.os_integration.windows_api import Input, windows_api
from v2m_desktop.os_integration.windows_keys import (
    KEYBOARD,
    UNICODE,
    UP,
    WindowsKeys,
    key_input,
    refuse_administrators,
    send_all,
)

STEP_CHARACTERS = 20
_MODIFIER_WAIT_S = 5.0
_EDITING = {"\n": 0x0D, "\t": 0x09}


class WindowsTypist:
    """A Typist. Neither layout nor Caps Lock matters: Windows hands on the characters themselves."""

    def __init__(self, api: Callable[[], Any] = windows_api) -> None:
        self._api = api
        self._keys = WindowsKeys(api)
        self._rest = ""
        self._deadline = 0.0

    def missing(self) -> DeliveryError | None:
        return None

    def begin(self, text: str) -> None:
        self._rest = ""
        refuse_untypable(text)
        refuse_administrators(self._api())
        self._rest = text
        self._deadline = time.monotonic() + _MODIFIER_WAIT_S

    def step(self) -> bool:
        """Nothing while the user holds a modifier."""
        if not self._rest:
            return True
        if self._keys.modifiers_down():
            if time.monotonic() > self._deadline:
                raise DeliveryError("A modifier key is held down, so the text was not typed to its end.")
            return False
        self._deadline = time.monotonic() + _MODIFIER_WAIT_S
        api = self._api()
        piece, self._rest = self._rest[:STEP_CHARACTERS], self._rest[STEP_CHARACTERS:]
        inputs = [each for character in piece for each in _strokes(api, character)]
        send_all(api, inputs, inputs[1::2])
        return not self._rest

    def end(self) -> None:
        self._rest = ""

    def close(self) -> None:
        """It holds nothing."""


def _strokes(api: Any, character: str) -> list[Input]:
    """Press and release, for each half of a character beyond the first 65536."""
    if character in _EDITING:
        return [key_input(api, _EDITING[character], up=up) for up in (False, True)]
    encoded = character.encode("utf-16-le")
    return [
        _unit(unit, up) for unit in struct.unpack(f"<{len(encoded) // 2}H", encoded) for up in (False, True)
    ]


def _unit(unit: int, up: bool) -> Input:
    made = Input(type=KEYBOARD)
    made.union.ki.wScan = unit
    made.union.ki.dwFlags = UNICODE | (UP if up else 0)
    return made
