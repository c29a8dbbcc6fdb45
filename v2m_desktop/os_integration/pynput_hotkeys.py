"""Global hotkeys on Windows and macOS through pynput. It listens: the focused window sees the keys too."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from v2m_desktop.core.errors import HotkeyError
from v2m_desktop.core.ports import Hotkey, KeyAction, KeyEdge
from v2m_desktop.os_integration.null_hotkeys import HotkeysMissing
from v2m_desktop.os_integration.press_filter import PressFilter

if TYPE_CHECKING:
    from pynput import keyboard

log = logging.getLogger(__name__)

JOIN_SECONDS = 1.0

_MODIFIERS = {
    "ctrl": "ctrl", "ctrl_l": "ctrl", "ctrl_r": "ctrl", "alt": "alt", "alt_l": "alt", "alt_r": "alt",
    "alt_gr": "alt", "shift": "shift", "shift_l": "shift", "shift_r": "shift",
    "cmd": "super", "cmd_l": "super", "cmd_r": "super",
}  # fmt: skip


class PynputHotkeys:
    """A HotkeySource on a pynput listener, whose callbacks run on the listener's thread.

    A listener gives repeated presses and one release, so no grace time is needed.
    """

    def __init__(self) -> None:
        self._listener: keyboard.Listener | None = None
        self._hotkey = Hotkey(frozenset(), "")
        self._held: set[str] = set()
        self._sink: Callable[[KeyEdge], None] | None = None
        self._cancel = False
        self._filters = {action: PressFilter(action, grace_ns=0) for action in KeyAction}

    def start(self, dictate: Hotkey, sink: Callable[[KeyEdge], None]) -> None:
        self.stop()
        try:
            from pynput import keyboard
        except ImportError as error:  # also raised where there is no display
            raise HotkeyError(HotkeysMissing.LIBRARY.value) from error
        self._hotkey, self._sink = dictate, sink
        self._held.clear()
        listener = keyboard.Listener(on_press=self._pressed, on_release=self._released)
        listener.daemon = True
        listener.start()
        listener.wait()
        if getattr(listener, "IS_TRUSTED", True) is False:  # macOS: without permission nothing ever arrives
            listener.stop()
            raise HotkeyError(HotkeysMissing.PERMISSION.value)
        self._listener = listener

    def grab_cancel(self, active: bool) -> None:
        """Escape is heard only while `active`; pynput cannot keep a single key from the focused window."""
        self._cancel = active

    def is_down(self) -> bool:
        return self._filters[KeyAction.DICTATE].down

    def stop(self) -> None:
        if self._listener is not None:
            self._listener.stop()
            self._listener.join(JOIN_SECONDS)
            self._listener = None
        for press_filter in self._filters.values():
            self._report(press_filter.end(time.perf_counter_ns()))
        self._sink = None

    # Everything below runs in the listener's thread. An exception would end it without a word.

    def _pressed(self, key: keyboard.Key | keyboard.KeyCode | None) -> None:
        name = self._name_of(key)
        if name in _MODIFIERS:
            self._held.add(name)
            return
        held = frozenset(_MODIFIERS[modifier] for modifier in self._held)
        if name == self._hotkey.key and (held == self._hotkey.modifiers or self.is_down()):
            self._report(self._filters[KeyAction.DICTATE].press(time.perf_counter_ns()))
        elif name == "esc" and self._cancel:
            self._report(self._filters[KeyAction.CANCEL].press(time.perf_counter_ns()))

    def _released(self, key: keyboard.Key | keyboard.KeyCode | None) -> None:
        name = self._name_of(key)
        self._held.discard(name)
        if name == self._hotkey.key:
            self._report(self._filters[KeyAction.DICTATE].release(time.perf_counter_ns()))
        elif name == "esc":
            self._report(self._filters[KeyAction.CANCEL].release(time.perf_counter_ns()))

    def _report(self, edge: KeyEdge | None) -> None:
        if edge is None or self._sink is None:
            return
        try:
            self._sink(edge)
        except Exception:  # see above
            log.exception("A hotkey was not taken up.")

    def _name_of(self, key: keyboard.Key | keyboard.KeyCode | None) -> str:
        """The key's name as a Hotkey writes it. With Ctrl or Alt the character may be changed or missing."""
        if key is None or self._listener is None:
            return ""
        canonical = self._listener.canonical(key)
        character = getattr(canonical, "char", None)
        return character.lower() if character else str(getattr(key, "name", ""))
