"""Global hotkeys on Windows and macOS through pynput. It listens: the focused window sees the keys too."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from v2m_desktop.core.errors import HotkeyError
from v2m_desktop.core.ports import ON_DEMAND, Hotkey, KeyAction, KeyEdge
from v2m_desktop.os_integration.null_hotkeys import HotkeysMissing
from v2m_desktop.os_integration.press_filter import PressFilter

if TYPE_CHECKING:
    from pynput import keyboard

log = logging.getLogger(__name__)

JOIN_SECONDS = 1.0

ESCAPE = "esc"
"""As pynput calls it."""

_MODIFIERS = {
    "ctrl": "ctrl", "ctrl_l": "ctrl", "ctrl_r": "ctrl", "alt": "alt", "alt_l": "alt", "alt_r": "alt",
    "alt_gr": "alt", "shift": "shift", "shift_l": "shift", "shift_r": "shift",
    "cmd": "super", "cmd_l": "super", "cmd_r": "super",
}  # fmt: skip


class PynputHotkeys:
    """A HotkeySource on a pynput listener, whose callbacks run on the listener's thread.

    A listener gives repeated presses and one release, so no grace time is needed. It hears every key, so no
    key is ever refused.
    """

    name = "pynput"

    def __init__(self) -> None:
        self.lost: Callable[[HotkeyError], None] = lambda _: None
        self._listener: keyboard.Listener | None = None
        self._lock = threading.Lock()  # of everything below
        self._bindings: Mapping[KeyAction, Hotkey] = {}
        self._sink: Callable[[KeyEdge], None] | None = None
        self._filters = {action: PressFilter(action, grace_ns=0) for action in KeyAction}
        self._demanded: set[KeyAction] = set()
        self._held: set[str] = set()
        self._deaf: set[str] = set()

    def start(
        self, bindings: Mapping[KeyAction, Hotkey], sink: Callable[[KeyEdge], None]
    ) -> Mapping[KeyAction, HotkeyError]:
        if self._listener is None or not self._listener.running:
            self._listen()
        with self._lock:
            before, self._bindings = self._bindings, dict(bindings)
            for action in KeyAction:
                if before.get(action) != bindings.get(action):
                    self._report(self._filters[action].end(time.perf_counter_ns()))
            self._sink = sink
            # A key may be recorded for the settings by pressing it: its repeats are no command.
            self._deaf = self._held - _MODIFIERS.keys()
        return {}

    def grab(self, action: KeyAction, active: bool) -> None:
        """The key is heard only while `active`; pynput cannot keep a single key from the focused window."""
        with self._lock:
            if active:
                self._demanded.add(action)
            else:
                self._demanded.discard(action)

    def is_down(self) -> bool:
        return any(self._filters[action].down for action in self._bindings)

    def stop(self) -> None:
        if self._listener is not None:
            self._listener.stop()
            self._listener.join(JOIN_SECONDS)
            self._listener = None
        with self._lock:
            for press_filter in self._filters.values():
                self._report(press_filter.end(time.perf_counter_ns()))
            self._sink, self._bindings = None, {}
            self._demanded.clear()

    def _listen(self) -> None:
        try:
            from pynput import keyboard
        except ImportError as error:  # also raised where there is no display
            raise HotkeyError(HotkeysMissing.LIBRARY.value) from error
        self._held.clear()
        listener = keyboard.Listener(on_press=self._pressed, on_release=self._released)
        listener.daemon = True
        listener.start()
        listener.wait()
        if getattr(listener, "IS_TRUSTED", True) is False:  # macOS: without permission nothing ever arrives
            listener.stop()
            raise HotkeyError(HotkeysMissing.PERMISSION.value)
        self._listener = listener

    # Everything below runs in the listener's thread. An exception would end it without a word.

    def _pressed(self, key: keyboard.Key | keyboard.KeyCode | None) -> None:
        name = self._name_of(key)
        with self._lock:
            self._held.add(name)
            action = self._held_for(name) or self._meant_by(name)
            if action is not None and name not in self._deaf:
                self._report(self._filters[action].press(time.perf_counter_ns()))

    def _released(self, key: keyboard.Key | keyboard.KeyCode | None) -> None:
        name = self._name_of(key)
        with self._lock:
            self._held.discard(name)
            self._deaf.discard(name)
            action = self._held_for(name)
            if action is not None:
                self._report(self._filters[action].release(time.perf_counter_ns()))

    def _held_for(self, name: str) -> KeyAction | None:
        """A key that is down stays what it was pressed for: its modifiers may have been let go before it."""
        return next(
            (action for action in KeyAction if self._filters[action].down and self._key_of(action) == name),
            None,
        )

    def _meant_by(self, name: str) -> KeyAction | None:
        if name == ESCAPE and KeyAction.CANCEL in self._demanded:
            return KeyAction.CANCEL
        pressed = Hotkey(frozenset(_MODIFIERS[each] for each in self._held if each in _MODIFIERS), name)
        action = next((action for action, hotkey in self._bindings.items() if hotkey == pressed), None)
        return None if action in ON_DEMAND and action not in self._demanded else action

    def _key_of(self, action: KeyAction) -> str:
        if action is KeyAction.CANCEL:
            return ESCAPE
        return self._bindings[action].key if action in self._bindings else ""

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
