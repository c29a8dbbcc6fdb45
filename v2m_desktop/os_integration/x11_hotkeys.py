"""Global hotkeys on X11 by key grabs: the window with the focus sees neither the hotkey nor Escape."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from v2m_desktop.core.errors import DisplayError, HotkeyError
from v2m_desktop.core.ports import Hotkey, KeyEdge
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

    def __init__(self, display_name: str | None = None) -> None:
        """`display_name` such as ":0"; None takes the DISPLAY variable."""
        self._display_name = display_name
        self._thread: GrabThread | None = None
        self._hotkey: Hotkey | None = None
        self._cancel = False
        self._probe: Display | None = None
        self._probe_lock = threading.Lock()

    def start(self, dictate: Hotkey, sink: Callable[[KeyEdge], None]) -> None:
        """Grab `dictate`. While running it changes the hotkey; the old one stays until the new one is had."""
        if self._hotkey == dictate:
            self._stop_thread()
        try:
            display = connect(self._display_name)
        except DisplayError as error:
            raise HotkeyError("There are no hotkeys, because {reason}", reason=error.message) from error
        try:
            thread = GrabThread(display, dictate, sink)
        except BaseException:
            display.close()
            raise
        self._stop_thread()
        self._thread, self._hotkey = thread, dictate
        thread.want_cancel(self._cancel)
        thread.start()

    def grab_cancel(self, active: bool) -> None:
        self._cancel = active
        if self._thread is not None:
            self._thread.want_cancel(active)

    def is_down(self) -> bool:
        """Asks the X server, so that a lost release cannot block a paste."""
        from Xlib import error

        hotkey = self._hotkey
        if hotkey is None:
            return False
        with self._probe_lock:
            try:
                if self._probe is None:
                    self._probe = connect(self._display_name)
                drain_events(self._probe)
                codes = keycodes_of(self._probe, keysym_of(hotkey.key))
                return not pressed_keycodes(self._probe).isdisjoint(codes)
            except (DisplayError, error.ConnectionClosedError, OSError):
                return False

    def stop(self) -> None:
        self._stop_thread()
        self._cancel = False
        with self._probe_lock:
            if self._probe is not None:
                from Xlib import error

                with suppress(error.ConnectionClosedError, OSError):
                    self._probe.close()
                self._probe = None

    def _stop_thread(self) -> None:
        if self._thread is not None:
            self._thread.stop()
        self._thread = self._hotkey = None
