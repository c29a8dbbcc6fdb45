"""Which window has the focus, on X11."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from v2m_desktop.core.errors import DisplayError
from v2m_desktop.core.targets import Client, Window
from v2m_desktop.os_integration.x11_clients import connection_of, process_of, program_of
from v2m_desktop.os_integration.x11_keyboard import connect, drain_events

if TYPE_CHECKING:
    from Xlib.display import Display


_PAGER = 2
"""Source indication: the user asked for it, not the window."""


class X11Focus:
    """A FocusProbe on a connection of its own. One thread only; about a millisecond per question."""

    def __init__(self, display_name: str | None = None) -> None:
        """`display_name` such as ":0"; None takes the DISPLAY variable. Connects at first use."""
        self._display_name = display_name
        self._display: Display | None = None

    def focused(self) -> Window | None:
        """The active top-level window; None where there is none or the window manager does not tell."""
        from Xlib import error

        try:
            if self._display is None:
                self._display = connect(self._display_name)
            drain_events(self._display)
            window = _active_window(self._display)
            return None if window is None else _described(self._display, window)
        except error.XError:  # the window went away while we looked at it
            return None
        except (DisplayError, error.ConnectionClosedError, OSError):
            self._display = None
            return None

    def activate(self, window: Window) -> None:
        """Ask the window manager (_NET_ACTIVE_WINDOW, as a pager does)."""
        from Xlib import X, error
        from Xlib.protocol.event import ClientMessage

        with suppress(error.XError, error.ConnectionClosedError, OSError):
            if self._display is None:
                return
            root = self._display.screen().root
            message = ClientMessage(
                window=self._display.create_resource_object("window", window.id),
                client_type=self._display.intern_atom("_NET_ACTIVE_WINDOW"),
                data=(32, [_PAGER, X.CurrentTime, 0, 0, 0]),
            )
            root.send_event(message, event_mask=X.SubstructureRedirectMask | X.SubstructureNotifyMask)
            self._display.flush()

    def close(self) -> None:
        """Close the connection."""
        from Xlib import error

        if self._display is not None:
            with suppress(error.ConnectionClosedError, OSError):
                self._display.close()
            self._display = None


def _active_window(display: Display) -> Any | None:
    """The window of _NET_ACTIVE_WINDOW (Extended Window Manager Hints)."""
    number = _cardinal(display, display.screen().root, "_NET_ACTIVE_WINDOW")
    return display.create_resource_object("window", number) if number else None


def _described(display: Display, window: Any) -> Window:
    said = _cardinal(display, window, "_NET_WM_PID")
    process = process_of(display, window.id) or said
    size = window.get_geometry()
    corner = display.screen().root.translate_coords(window, 0, 0)
    names = window.get_wm_class() or ("", "")
    return Window(
        id=window.id,
        application=names[1] or names[0],
        geometry=(corner.x, corner.y, size.width, size.height),
        ours=os.getpid() in (process, said),
        client=Client(connection_of(display, window.id), process, program_of(process)),
    )


def _cardinal(display: Display, window: Any, name: str) -> int:
    from Xlib import X

    value = window.get_full_property(display.intern_atom(name), X.AnyPropertyType)
    return int(value.value[0]) if value is not None and len(value.value) else 0
