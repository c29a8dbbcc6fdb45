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
from v2m_desktop.os_integration.x11_keyboard import (
    GROUP_SHIFT,
    ModifierMasks,
    connect,
    keycodes_of,
    mask_of,
)
from v2m_desktop.os_integration.x11_keymap import (
    Row,
    SpareKeys,
    Stroke,
    keysym_for,
    spare_codes,
    strokes_of,
)

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
        self._spare = SpareKeys()
        self._mapping: dict[int, Row] = {}
        self._layout: dict[str, Stroke] = {}
        self._group = self._shift = self._modifiers = 0
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
            self._read_keyboard(display, state)
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
                codes = sorted(self._spare.codes())
                self._spare.clear()
                self._change(display, codes)
        if self._display is not None:
            with suppress(error.ConnectionClosedError, OSError):
                self._display.close()
            self._display = None

    def _read_keyboard(self, display: Display, state: int) -> None:
        from Xlib import XK

        _keys_changed(display)  # whatever it was
        self._mapping = _mapping_of(display)
        ours = {code for code in self._spare.codes() if self._as_ours(code)}
        self._spare.forget(self._spare.codes() - ours)
        shifts = keycodes_of(display, XK.string_to_keysym("Shift_L"))
        self._shift = shifts[0] if shifts else 0
        self._modifiers = ModifierMasks.read(display).combined(frozenset(("ctrl", "shift", "alt", "super")))
        self._modifiers |= mask_of(display, "ISO_Level3_Shift")
        self._group = (state >> GROUP_SHIFT) & 3
        others = {code: row for code, row in self._mapping.items() if code not in ours}
        self._layout = strokes_of(others, self._group, shift=bool(self._shift))

    def _as_ours(self, code: int) -> bool:
        return tuple(self._mapping.get(code, ())[:2]) == self._spare.row(code)

    def _load(self, display: Display) -> None:
        """Take as much of the rest as there is room for on the spare keys, and put it there."""
        modifiers = {code for row in display.get_modifier_mapping() for code in row}
        codes = spare_codes(self._mapping, modifiers)
        room = len({*codes, *self._spare.codes()}) * (2 if self._shift else 1)
        needed: dict[int, None] = {}
        taken = 0
        for character in self._rest:
            if character not in self._layout and (keysym := keysym_for(character)) not in needed:
                if len(needed) == room:
                    break
                needed[keysym] = None
            taken += 1
        if self._rest and not taken:
            self._rest = ""
            raise DeliveryError("The keyboard has no free key for this text. The text is kept; paste it.")
        if self._spare.lacks_room(needed, codes, shift=bool(self._shift)):
            self._ready_at = self._struck_at + _READ_S
            if time.monotonic() < self._ready_at:
                return
        places = self._spare.put(needed, codes, shift=bool(self._shift))
        changed = sorted(code for code in self._spare.codes() if not self._as_ours(code))
        if changed:
            self._change(display, changed)
            self._mapping = _mapping_of(display)
            self._ready_at = time.monotonic() + _SETTLE_S
        batch, self._rest = self._rest[:taken], self._rest[taken:]
        self._strokes.extend(self._layout.get(each) or places[keysym_for(each)] for each in batch)

    def _change(self, display: Display, codes: list[int]) -> None:
        """One request for each run of neighbors: all programs hear of each."""
        run: list[int] = []
        for code in codes:
            if run and code != run[-1] + 1:
                display.change_keyboard_mapping(run[0], [self._spare.row(each) for each in run])
                run = []
            run.append(code)
        if run:
            display.change_keyboard_mapping(run[0], [self._spare.row(each) for each in run])
        display.sync()

    def _keyboard_is_ready(self, display: Display) -> bool:
        """No modifier is held, Caps Lock is off, and the keys mean what they meant at `begin`."""
        if _keys_changed(display) and not self._keys_are_the_same(display):
            raise _changed()
        state = display.screen().root.query_pointer().mask
        if (state >> GROUP_SHIFT) & 3 != self._group:
            raise _changed()
        if state & self._modifiers:
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

    def _keys_are_the_same(self, display: Display) -> bool:
        now = _mapping_of(display)
        return all(now.get(stroke.code) == self._mapping.get(stroke.code) for stroke in self._strokes)

    def _strike(self, display: Display) -> None:
        """One batch of presses and releases, so that nobody can die in between."""
        from Xlib import X

        shifted = False
        try:
            for stroke in islice(self._strokes, STEP_CHARACTERS):
                if stroke.shift is not shifted:
                    shifted = stroke.shift
                    display.xtest_fake_input(X.KeyPress if shifted else X.KeyRelease, self._shift)
                display.xtest_fake_input(X.KeyPress, stroke.code)
                display.xtest_fake_input(X.KeyRelease, stroke.code)
        finally:
            if shifted:
                display.xtest_fake_input(X.KeyRelease, self._shift)
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


def _mapping_of(display: Display) -> dict[int, Row]:
    first, last = display.display.info.min_keycode, display.display.info.max_keycode
    rows = display.get_keyboard_mapping(first, last - first + 1)
    return {code: tuple(row) for code, row in enumerate(rows, first)}


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
