"""Global hotkeys on X11 by key grabs: the window with the focus sees neither the hotkeys nor Escape."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from v2m_desktop.core.errors import DisplayError, HotkeyError
from v2m_desktop.core.ports import Hotkey, KeyAction, KeyEdge
from v2m_desktop.os_integration.x11_grab import GrabThread
from v2m_desktop.os_integration.x11_keyboard import (
    connect,
    drain_events,
    keycodes_of,
    keysym_of,
    pressed_keycodes,
)

if TYPE_CHECKING:
    from Xlib.display import Display


class X11Hotkeys:
    """A HotkeySource on python-xlib. Two connections: one for the grab thread, one to ask for key states."""

    name = "X11"

    def __init__(self, display_name: str | None = None) -> None:
        """`display_name` such as ":0"; None takes the DISPLAY variable."""
        self.lost: Callable[[HotkeyError], None] = lambda _: None
        self._display_name = display_name
        self._thread: GrabThread | None = None
        self._keys: frozenset[str] = frozenset()
        self._demanded: frozenset[KeyAction] = frozenset()
        self._probe: Display | None = None
        self._probe_lock = threading.Lock()

    def start(
        self, bindings: Mapping[KeyAction, Hotkey], sink: Callable[[KeyEdge], None]
    ) -> Mapping[KeyAction, HotkeyError]:
        """Grab the keys of `bindings`. INSERT's is tried at once, so that a refusal is known now."""
        running = self._thread if self._thread is not None and self._thread.alive else None
        thread = running or self._connected()
        try:
            refused = thread.bind(bindings, sink)
        except BaseException:
            if thread is not running:
                thread.stop()
            raise
        if thread is not running:
            self._stop_thread()
        self._thread = thread
        self._keys = frozenset(hotkey.key for action, hotkey in bindings.items() if action not in refused)
        thread.demand(self._demanded)
        return refused

    def grab(self, action: KeyAction, active: bool) -> None:
        self._demanded = self._demanded | {action} if active else self._demanded - {action}
        if self._thread is not None:
            self._thread.demand(self._demanded)

    def is_down(self) -> bool:
        """Asks the X server, so that a lost release cannot block a paste."""
        from Xlib import error

        if not self._keys:
            return False
        with self._probe_lock:
            try:
                if self._probe is None:
                    self._probe = connect(self._display_name)
                drain_events(self._probe)
                pressed = pressed_keycodes(self._probe)
                return any(
                    not pressed.isdisjoint(keycodes_of(self._probe, keysym_of(key))) for key in self._keys
                )
            except (DisplayError, error.ConnectionClosedError, OSError):
                return False

    def stop(self) -> None:
        self._stop_thread()
        self._demanded = frozenset()
        with self._probe_lock:
            if self._probe is not None:
                from Xlib import error

                with suppress(error.ConnectionClosedError, OSError):
                    self._probe.close()
                self._probe = None

    def _connected(self) -> GrabThread:
        try:
            display = connect(self._display_name)
        except DisplayError as error:
            raise HotkeyError("There are no hotkeys, because {reason}", reason=error.message) from error
        thread = GrabThread(display)
        thread.start()
        return thread

    def _stop_thread(self) -> None:
        if self._thread is not None:
            self._thread.stop()
        self._thread, self._keys = None, frozenset()
