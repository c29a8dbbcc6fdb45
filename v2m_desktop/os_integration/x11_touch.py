"""Whether the user typed or clicked, on X11: raw events of the X Input Extension 2."""

from __future__ import annotations

import struct
from collections.abc import Collection
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from v2m_desktop.core.errors import DisplayError
from v2m_desktop.core.ports import Hotkey
from v2m_desktop.os_integration.x11_keyboard import (
    connect,
    drain_events,
    keycodes_of,
    keysym_of,
    modifier_keycodes,
    pressed_keycodes,
)

if TYPE_CHECKING:
    from Xlib.display import Display
    from Xlib.protocol.rq import Event

_VERSION = (2, 2)
"""From 2.1 on raw events come to everybody, whoever has a grab; from 2.2 on there are touch screens."""

_RAW_KEY_PRESS, _RAW_KEY_RELEASE, _RAW_BUTTON_PRESS, _RAW_TOUCH_BEGIN = 13, 14, 15, 22
_KINDS = (_RAW_KEY_PRESS, _RAW_KEY_RELEASE, _RAW_BUTTON_PRESS, _RAW_TOUCH_BEGIN)

_WHEEL = range(4, 8)
"""Buttons that scroll: they move no caret."""

_RAW_EVENT = struct.Struct("=HII")
"""Device, time and detail of an xXIRawEvent, behind the ten bytes that all generic events begin with
(XI2proto.h). Detail is the key code or the button."""


class X11Touch:
    """A TouchWatch on a connection of its own. One thread only.

    The server queues the events, so that nothing is missed between two questions; after the first one that
    counts it is asked for no more. Nothing of them is kept. Keys that programs press count as well.
    """

    def __init__(self, display_name: str | None = None) -> None:
        """`display_name` such as ":0"; None takes the DISPLAY variable. Connects at first use."""
        self._display_name = display_name
        self._display: Display | None = None
        self._armed = False
        self._touched: bool | None = False
        self._ignored: tuple[tuple[frozenset[int], frozenset[str]], ...] = ()
        self._modifiers: dict[int, str] = {}
        self._held: set[int] = set()

    def arm(self, ignored: Collection[Hotkey]) -> None:
        from Xlib import error

        self.disarm()
        self._armed, self._touched = True, False
        try:
            display = self._connected()
            self._learn_keyboard(display, ignored)
            _select(display, _KINDS)
            display.sync()
            self._held = set(pressed_keycodes(display) & self._modifiers.keys())
        except (DisplayError, error.XError, error.ConnectionClosedError, OSError):
            self._lose()

    def touched(self) -> bool | None:
        from Xlib import error

        if not self._armed or self._touched is not False or self._display is None:
            return self._touched
        try:
            while self._touched is False and self._display.pending_events():
                self._touched = self._counts(self._display.next_event())
            if self._touched:
                self._unselect()
        except (error.XError, error.ConnectionClosedError, OSError):
            self._lose()
        return self._touched

    def disarm(self) -> None:
        from Xlib import error

        self._armed, self._touched = False, False
        try:
            self._unselect()
        except (error.XError, error.ConnectionClosedError, OSError):
            self._display = None

    def close(self) -> None:
        """Close the connection."""
        from Xlib import error

        self._armed = False
        if self._display is not None:
            with suppress(error.ConnectionClosedError, OSError):
                self._display.close()
            self._display = None

    def _connected(self) -> Display:
        """Raises DisplayError, also where the server is too old."""
        from Xlib.ext import xinput

        if self._display is None:
            display = connect(self._display_name)
            version = None
            if display.has_extension(xinput.extname):
                major, minor = _VERSION
                opcode = display.display.get_extension_major(xinput.extname)
                answer = xinput.XIQueryVersion(
                    display=display.display, opcode=opcode, major_version=major, minor_version=minor
                )
                version = (answer.major_version, answer.minor_version)
            if version is None or version < _VERSION:
                display.close()
                raise DisplayError("This X server does not tell whether somebody typed.")
            self._display = display
        return self._display

    def _lose(self) -> None:
        self._display, self._touched = None, None

    def _unselect(self) -> None:
        """Ask for no more events, and drop those that are there."""
        if self._display is None:
            return
        _select(self._display, ())
        self._display.sync()
        drain_events(self._display)

    def _learn_keyboard(self, display: Display, ignored: Collection[Hotkey]) -> None:
        """As the layout is now."""
        named = {code: name for name, codes in modifier_keycodes(display).items() for code in codes}
        mapped = {code for codes in display.get_modifier_mapping() for code in codes if code}
        self._modifiers = {code: named.get(code, "") for code in mapped | named.keys()}
        self._ignored = tuple(
            (frozenset(keycodes_of(display, keysym_of(hotkey.key))), hotkey.modifiers) for hotkey in ignored
        )

    def _counts(self, event: Event) -> bool:
        from Xlib import X
        from Xlib.ext import ge

        if event.type == X.MappingNotify and self._display is not None:
            self._display.refresh_keyboard_mapping(event)  # the next `arm` needs it
        if event.type != ge.GenericEventCode or event.evtype not in _KINDS:
            return False
        _device, _time, detail = _RAW_EVENT.unpack_from(bytes(event.data))
        if event.evtype == _RAW_BUTTON_PRESS:
            return detail not in _WHEEL
        if event.evtype == _RAW_TOUCH_BEGIN:
            return True
        if detail in self._modifiers:
            (self._held.add if event.evtype == _RAW_KEY_PRESS else self._held.discard)(detail)
            return False
        return event.evtype == _RAW_KEY_PRESS and not self._is_ignored(detail)

    def _is_ignored(self, keycode: int) -> bool:
        held = {self._modifiers[code] for code in self._held} - {""}
        return any(keycode in keycodes and held == modifiers for keycodes, modifiers in self._ignored)


def _select(display: Display, kinds: Collection[int]) -> None:
    from Xlib.ext import xinput

    root: Any = display.screen().root
    root.xinput_select_events([(xinput.AllMasterDevices, sum(1 << kind for kind in kinds))])
