"""Types text on X11, whatever the keyboard layout (XTEST)."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from typing import TYPE_CHECKING

from v2m_desktop.core.errors import DeliveryError, DisplayError
from v2m_desktop.os_integration.typable import refuse_untypable
from v2m_desktop.os_integration.x11_caps_lock import X11CapsLock
from v2m_desktop.os_integration.x11_keyboard import GROUP_SHIFT, connect
from v2m_desktop.os_integration.x11_keymap import Stroke
from v2m_desktop.os_integration.x11_typing_keys import X11TypingKeys

if TYPE_CHECKING:
    from Xlib.display import Display

STEP_CHARACTERS = 20

_SETTLE_S = 0.05
"""From a change of the keys to the first of them. Programs hear of the change before the key in any case."""

_READ_S = 1.0
"""From the last key until keys with a character get another one: programs ask what a key means when they read
it, not when it was struck."""

_MODIFIER_WAIT_S = 5.0
"""How long the user may hold a modifier until we give up."""


class X11Typist:
    """A Typist on a connection of its own.

    What the active layout types is struck on its own keys. All other characters are put on keys that mean
    nothing, at once and before the first key; they stay there until they are needed for others or `close`,
    as a slow program may read its keys long after they were struck.
    """

    def __init__(self, display_name: str | None = None) -> None:
        """`display_name` such as ":0"; None takes the DISPLAY variable. Connects at first use."""
        self._display_name = display_name
        self._display: Display | None = None
        self._caps_lock = X11CapsLock(display_name)
        self._keys = X11TypingKeys()
        self._strokes: deque[Stroke] = deque()
        self._rest = ""
        """What comes after `_strokes`; the spare keys have no room for it yet."""
        self._ready_at = 0.0
        self._struck_at = -_READ_S
        self._held_since: float | None = None
        self._unlocked = False

    def missing(self) -> DeliveryError | None:
        """A server that cannot be reached or has no XTEST."""
        try:
            with self._server():
                return None
        except DeliveryError as reason:
            return reason

    def begin(self, text: str) -> None:
        """Put on spare keys what the layout lacks."""
        self.end()
        refuse_untypable(text)
        with self._server() as display:
            state = display.screen().root.query_pointer().mask
            self._unlock(state)
            _keys_changed(display)  # whatever it was
            self._keys.read(display, state)
            self._rest = text
            self._load(display)

    def step(self) -> bool:
        """Up to STEP_CHARACTERS. None while a change of keys settles or the user holds a modifier."""
        if not self._strokes and not self._rest:
            return True
        if time.monotonic() < self._ready_at:
            return False
        with self._server() as display:
            if not self._strokes:
                self._load(display)
            elif self._keyboard_is_ready(display):
                self._strike(display)
        return not self._strokes and not self._rest

    def end(self) -> None:
        """Caps Lock is as it was. Characters stay on the spare keys: see the class."""
        self._strokes.clear()
        self._rest, self._held_since = "", None
        if self._unlocked:
            self._unlocked = False
            with suppress(DeliveryError):
                self._caps_lock.set(locked=True)

    def close(self) -> None:
        """Empty the spare keys again and close the connection."""
        from Xlib import error

        self.end()
        self._caps_lock.close()
        if self._display is not None:
            with suppress(DeliveryError), self._server() as display:
                self._keys.clear(display)
        if self._display is not None:
            with suppress(error.ConnectionClosedError, OSError):
                self._display.close()
            self._display = None

    def _load(self, display: Display) -> None:
        """Take as much of the rest as there is room for on the spare keys, and put it there."""
        taken = self._keys.fitting(self._rest)
        if self._rest and not taken:
            self._rest = ""
            raise DeliveryError("The keyboard has no free key for this text. The text is kept; paste it.")
        batch = self._rest[:taken]
        if self._keys.would_replace(batch):
            self._ready_at = self._struck_at + _READ_S
            if time.monotonic() < self._ready_at:
                return
        self._rest = self._rest[taken:]
        strokes, changed = self._keys.put(display, batch)
        self._strokes.extend(strokes)
        if changed:
            self._ready_at = time.monotonic() + _SETTLE_S

    def _keyboard_is_ready(self, display: Display) -> bool:
        """No modifier is held, Caps Lock is off, and the keys mean what they meant at `begin`."""
        if _keys_changed(display) and not self._keys.are_the_same(display, self._strokes):
            raise _changed()
        state = display.screen().root.query_pointer().mask
        if (state >> GROUP_SHIFT) & 3 != self._keys.group:
            raise _changed()
        if state & self._keys.modifiers:
            now = time.monotonic()
            self._held_since = self._held_since or now
            if now - self._held_since > _MODIFIER_WAIT_S:
                raise DeliveryError("A modifier key is held down, so the text was not typed to its end.")
            return False
        self._held_since = None
        self._unlock(state)
        return True

    def _unlock(self, state: int) -> None:
        """Take Caps Lock away, should it be on, until `end`: what it does to a key differs by layout."""
        from Xlib import X

        if state & X.LockMask:
            self._caps_lock.set(locked=False)
            self._unlocked = True

    def _strike(self, display: Display) -> None:
        """One batch of presses and releases, so that nobody can die in between."""
        from Xlib import X

        shifted = False
        try:
            for stroke in islice(self._strokes, STEP_CHARACTERS):
                if stroke.shift is not shifted:
                    shifted = stroke.shift
                    display.xtest_fake_input(X.KeyPress if shifted else X.KeyRelease, self._keys.shift)
                display.xtest_fake_input(X.KeyPress, stroke.code)
                display.xtest_fake_input(X.KeyRelease, stroke.code)
        finally:
            if shifted:
                display.xtest_fake_input(X.KeyRelease, self._keys.shift)
            display.sync()
        self._struck_at = time.monotonic()
        for _ in range(min(STEP_CHARACTERS, len(self._strokes))):
            self._strokes.popleft()

    @contextmanager
    def _server(self) -> Iterator[Display]:
        """The connection; when it breaks, the next use makes a new one."""
        from Xlib import error

        try:
            if self._display is None:
                self._display = self._connected()
            yield self._display
        except (error.ConnectionClosedError, OSError) as cause:
            self._display = None
            raise DeliveryError("The X server did not take the keys. The text is kept; paste it.") from cause

    def _connected(self) -> Display:
        try:
            display = connect(self._display_name)
        except DisplayError as cause:
            raise DeliveryError("{reason} The text is kept.", reason=cause.message) from cause
        if not display.has_extension("XTEST"):
            display.close()
            raise DeliveryError(
                "This X server takes no keys from programs (no XTEST). The text is kept; paste it."
            )
        return display


def _keys_changed(display: Display) -> bool:
    """Whether the server told of another keyboard mapping since the last question."""
    from Xlib import X

    changed = False
    while display.pending_events():
        event = display.next_event()
        if event.type == X.MappingNotify:
            display.refresh_keyboard_mapping(event)
            changed = True
    return changed


def _changed() -> DeliveryError:
    return DeliveryError("The keyboard layout changed while the text was typed, so its end is missing.")
