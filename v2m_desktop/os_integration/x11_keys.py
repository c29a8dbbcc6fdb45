"""Sends key chords on X11 with the XTEST extension."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from v2m_desktop.core.errors import DeliveryError, DisplayError
from v2m_desktop.core.targets import Chord, Key, Way
from v2m_desktop.os_integration.x11_keyboard import (
    ModifierMasks,
    connect,
    drain_events,
    keycode_in_active_layout,
    modifier_keycodes,
    pressed_keycodes,
)

if TYPE_CHECKING:
    from Xlib.display import Display

CHORD_KEYS = {
    Chord.CTRL_V: ("Control_L", "v"),
    Chord.CTRL_SHIFT_V: ("Control_L", "Shift_L", "v"),
    Chord.SHIFT_INSERT: ("Shift_L", "Insert"),
    Chord.CMD_V: ("Super_L", "v"),
}

KEY_NAMES = {Key.ENTER: "Return", Key.BACKSPACE: "BackSpace", Key.LEFT: "Left", Key.RIGHT: "Right"}

_FALLBACK_KEYCODES = {"v": 55, "Insert": 118}
"""Where these keys are on evdev keyboards. Layouts without Latin letters name none; toolkits look there."""


class X11KeyInjector:
    """A KeyInjector on a connection of its own. One thread only."""

    def __init__(self, display_name: str | None = None) -> None:
        """`display_name` such as ":0"; None takes the DISPLAY variable. Connects at first use."""
        self._display_name = display_name
        self._display: Display | None = None

    def missing(self) -> DeliveryError | None:
        """A server that cannot be reached or has no XTEST."""
        from Xlib import error

        try:
            self._connected()
        except DeliveryError as reason:
            return reason
        except (error.ConnectionClosedError, OSError):
            self._display = None  # the next attempt connects again
        return None

    def ways(self) -> tuple[Way, ...]:
        return (Way("XTEST", self.missing()),)

    def ask(self, answer: Callable[[DeliveryError | None], None]) -> bool:  # noqa: ARG002
        """X11 lets every program send keys."""
        return False

    def modifiers_down(self) -> frozenset[str]:
        """Modifier keys that are down, and those that sticky keys hold. Empty where the server is gone."""
        from Xlib import error

        try:
            display = self._connected()
            pressed = pressed_keycodes(display)
            state = display.screen().root.query_pointer().mask
            masks = ModifierMasks.read(display).masks
            by_key = {name for name, codes in modifier_keycodes(display).items() if pressed & codes}
        except (DeliveryError, error.ConnectionClosedError, OSError):
            return frozenset()
        return frozenset(by_key | {name for name, mask in masks.items() if state & mask})

    def send(self, chord: Chord) -> None:
        """One batch of presses and releases, so that nobody can die in between. Raises DeliveryError."""
        *modifiers, key = CHORD_KEYS[chord]
        self._strike(modifiers, key, 1)

    def press(self, key: Key, times: int = 1, *, shift: bool = False) -> None:
        """As `send`."""
        self._strike(["Shift_L"] if shift else [], KEY_NAMES[key], times)

    def sent(self) -> bool:
        """Always: the server has them when `send` returns."""
        return True

    def _strike(self, modifiers: Sequence[str], key: str, times: int) -> None:
        from Xlib import X, error

        try:
            display = self._connected()
            held, code = [self._keycode(display, name) for name in modifiers], self._keycode(display, key)
            try:
                for each in held:
                    display.xtest_fake_input(X.KeyPress, each)
                for _ in range(times):
                    display.xtest_fake_input(X.KeyPress, code)
                    display.xtest_fake_input(X.KeyRelease, code)
            finally:
                for each in reversed(held):
                    display.xtest_fake_input(X.KeyRelease, each)
                display.sync()
        except (error.ConnectionClosedError, OSError) as cause:
            self._display = None
            raise DeliveryError("The X server did not take the keys. The text is kept; paste it.") from cause

    def close(self) -> None:
        """Close the connection."""
        from Xlib import error

        if self._display is not None:
            with suppress(error.ConnectionClosedError, OSError):
                self._display.close()
            self._display = None

    def _connected(self) -> Display:
        if self._display is None:
            try:
                display = connect(self._display_name)
            except DisplayError as cause:
                raise DeliveryError("{reason} The text is kept.", reason=cause.message) from cause
            if not display.has_extension("XTEST"):
                display.close()
                raise DeliveryError(
                    "This X server takes no keys from programs (no XTEST). The text is kept; paste it."
                )
            self._display = display
        drain_events(self._display)
        return self._display

    @staticmethod
    def _keycode(display: Display, name: str) -> int:
        from Xlib import XK

        code = keycode_in_active_layout(display, XK.string_to_keysym(name)) or _FALLBACK_KEYCODES.get(name, 0)
        if not code:
            raise DeliveryError('The keyboard has no key "{key}". The text is kept; paste it.', key=name)
        return code
