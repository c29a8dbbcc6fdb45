"""Types text on macOS, whatever the keyboard layout (events with characters instead of keys)."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from v2m_desktop.core.errors import DeliveryError
from v2m_desktop.os_integration.macos_api import macos_api
from v2m_desktop.os_integration.typable import refuse_untypable

STEP_CHARACTERS = 20
_MODIFIER_WAIT_S = 5.0
_EDITING = {"\n": 0x24, "\t": 0x30}
"""Key codes of Return and Tab, the same on every layout."""

_HARDWARE = 1
_MODIFIERS = 1 << 17 | 1 << 18 | 1 << 19 | 1 << 20
"""Shift, Control, Option and Command (Apple, CGEventFlags)."""

_AT_THE_DEVICE = 0
"""kCGHIDEventTap."""


class MacosTypist:
    """A Typist. One character for each event: some programs take only the first of several."""

    def __init__(self, api: Callable[[], Any] = macos_api) -> None:
        self._api = api
        self._rest = ""
        self._deadline = 0.0

    def missing(self) -> DeliveryError | None:
        """macOS lets only trusted programs send keys."""
        if self._api().AXIsProcessTrusted():
            return None
        return DeliveryError(
            "macOS lets this app send no keys: allow it in System Settings, Privacy & Security, "
            "Accessibility. The text is kept; paste it yourself."
        )

    def begin(self, text: str) -> None:
        self._rest = ""
        refuse_untypable(text)
        if (missing := self.missing()) is not None:
            raise missing
        self._rest = text
        self._deadline = time.monotonic() + _MODIFIER_WAIT_S

    def step(self) -> bool:
        """Nothing while the user holds a modifier."""
        if not self._rest:
            return True
        api = self._api()
        if api.CGEventSourceFlagsState(_HARDWARE) & _MODIFIERS:
            if time.monotonic() > self._deadline:
                raise DeliveryError("A modifier key is held down, so the text was not typed to its end.")
            return False
        self._deadline = time.monotonic() + _MODIFIER_WAIT_S
        piece, self._rest = self._rest[:STEP_CHARACTERS], self._rest[STEP_CHARACTERS:]
        for character in piece:
            _strike(api, character)
        return not self._rest

    def end(self) -> None:
        self._rest = ""

    def close(self) -> None:
        """It holds nothing."""


def _strike(api: Any, character: str) -> None:
    """Both events are made before the first is sent, so that none stays without the other."""
    events = [
        api.CGEventCreateKeyboardEvent(None, _EDITING.get(character, 0), down) for down in (True, False)
    ]
    for event in events:
        if character not in _EDITING:
            units = len(character.encode("utf-16-le")) // 2
            api.CGEventKeyboardSetUnicodeString(event, units, character)
        api.CGEventSetFlags(event, 0)
    for event in events:
        api.CGEventPost(_AT_THE_DEVICE, event)
